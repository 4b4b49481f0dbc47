//! Every use case on both databases.

mod account;
mod away;
mod backup;
mod corruption;
mod hand_out;
mod import;
mod late;
mod locks;
mod market_day;
mod passkey;
mod payments;
mod people;
mod place;
mod programme_file;
mod reasons;
mod roles;
mod season;
mod support;
mod together;
