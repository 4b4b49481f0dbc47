//! Every use case on both databases.

mod season;
mod support;
