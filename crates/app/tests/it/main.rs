//! Every use case on both databases.

mod away;
mod backup;
mod corruption;
mod hand_out;
mod late;
mod locks;
mod market_day;
mod payments;
mod place;
mod programme_file;
mod reasons;
mod season;
mod support;
mod together;
