//! The site over HTTP, in process: no socket, no browser.

mod pages;
mod season;
mod visitor;
