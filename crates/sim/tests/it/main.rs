//! Whole seasons.

mod faults;
mod forecast;
mod found;
mod pilots;
