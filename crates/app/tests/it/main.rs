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
mod mail;
mod market_day;
mod message;
mod passkey;
mod payments;
mod people;
mod phone;
mod place;
mod programme_file;
mod reasons;
mod roles;
mod season;
mod signing_key;
mod support;
mod together;
mod vectors;
