//! Every use case on both databases.

mod account;
mod away;
mod backup;
mod corruption;
mod late;
mod locks;
mod people;
mod programme_file;
mod roles;
mod season;
mod support;
