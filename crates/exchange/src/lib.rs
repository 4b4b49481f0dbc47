//! Files for other programs: pure writers and parsers. Nothing here opens a file or a socket, reads a
//! clock or a database: values come in as plain structs, bytes go out to a `Write`.
//!
//! Each format is tested against somebody else's reader (`tests/`, and `tests/oracles/` at the root of
//! the workspace), or where none exists by reading back what was written.

pub mod amount_text;
pub mod bank_answer;
pub mod bank_text;
pub mod calendar;
pub mod columns;
pub mod cpa005;
pub mod csv_cell;
mod decode;
pub mod hdt80;
pub mod journal;
pub mod pack;
pub mod pain001;
pub mod payment_file;
pub mod payments;
pub mod redemption_lines;
pub mod table;
