//! Whole seasons.

mod alerts;
mod faults;
mod forecast;
mod found;
mod pilots;
