//! The decision notebook: the questions that a territory answers together, what known programmes chose, what follows
//! from the answers, and the programme's file that they become. Plain functions on plain values: no clock, no file, no
//! words (those are in `text`), no knowledge of a running programme.
//!
//! The questions, the known programmes, what the law says and the steps of the approach are data (`data/`), so that
//! whoever knows the field changes them without knowing the program.

pub mod answer;
pub mod approach;
pub mod book;
pub mod catalogue;
pub mod check;
pub mod compare;
pub mod compile;
pub mod consequence;
pub mod fact;
pub mod question;
mod read_back;
pub mod scenario;
pub mod toolbox;

pub use answer::{Answer, Money, Step};
pub use book::{Decision, Notebook, State};
pub use catalogue::catalogue;
pub use fact::{Fact, Known, Law};
pub use question::{Kind, Question};
pub use read_back::{Unreadable, read_back};
