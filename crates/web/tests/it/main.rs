//! The site over HTTP, in process, on each database: no socket, no browser.

mod closing;
mod desks;
mod late;
mod limits;
mod pages;
mod places;
mod season;
mod trouble;
mod visitor;
