//! Every use case on both databases.

mod away;
mod backup;
mod corruption;
mod late;
mod locks;
mod payments;
mod programme_file;
mod reasons;
mod season;
mod support;
mod together;
