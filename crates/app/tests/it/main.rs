//! Every use case on both databases.

mod account;
mod away;
mod backup;
mod checklist;
mod corruption;
mod figure;
mod hand_out;
mod import;
mod late;
mod locks;
mod market_day;
mod payments;
mod people;
mod place;
mod programme_file;
mod reasons;
mod roles;
mod season;
mod support;
mod together;
