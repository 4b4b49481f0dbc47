//! The site over HTTP, in process, on each database: no socket, no browser.

mod account;
mod amendments;
mod closing;
mod desks;
mod figure;
mod forecast;
mod fund;
mod guide;
mod hub;
mod import;
mod late;
mod limits;
mod messages;
mod notebook;
mod opening;
mod pages;
mod people;
mod phone;
mod places;
mod roles;
mod season;
mod signing_keys;
mod tree;
mod trouble;
mod visitor;
mod work;
