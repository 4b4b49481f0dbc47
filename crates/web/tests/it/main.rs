//! The site over HTTP, in process, on each database: no socket, no browser.

mod account;
mod closing;
mod desks;
mod import;
mod late;
mod limits;
mod opening;
mod pages;
mod people;
mod places;
mod roles;
mod season;
mod trouble;
mod visitor;
