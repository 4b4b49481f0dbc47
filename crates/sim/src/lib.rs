//! The proof by playing: whole seasons, seeded, through the front door only (`app`'s public use cases).
//!
//! [`pilot`] and [`play`](play::play) replay the known programmes, for the demo and to show that the
//! published figures come out of the database; [`faults`] plays small random seasons with phones that
//! lie, networks that repeat and a program that crashes, and compares every answer with a model.

pub mod backtest;
mod calendar;
mod cast;
mod chance;
mod closing;
mod deed;
mod desk;
pub mod faults;

mod households;
mod market;
mod money;
pub mod pilot;
mod plan;
pub mod play;
mod slips;
mod stock;

pub use pilot::Pilot;
pub use play::{Link, Played, play};
