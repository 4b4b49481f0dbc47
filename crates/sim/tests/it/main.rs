//! Whole seasons.

mod faults;
mod found;
mod pilots;
