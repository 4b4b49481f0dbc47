//! The symbols of many coupons in one picture: a photograph of a table, a page from an office scanner.
//!
//! General readers look for one symbol in the middle of a phone's screen. Here forty lie on a table, each module
//! three pixels wide, none of them quite flat. So this reader measures to fractions of a pixel: where the three
//! finder patterns are ([`finder`]), how the square lies ([`square`]), then what each module is ([`modules`]).
//! The correction of errors and the text are `rqrr`'s.
//!
//! Nothing here knows a language, a clock or a network; the same picture always gives the same answer.

// Pixels are counted in integers and measured in fractions all day long; sizes are bounded where pictures come in.
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, clippy::cast_possible_wrap)]
#![allow(clippy::many_single_char_names)] // x, y, w, h

mod bounds;
mod contrast;
pub mod file;
mod finder;
mod grey;
mod modules;
mod pdf;
mod reading;
mod square;

pub use grey::Grey;
pub use reading::{Found, Reading, read};

/// A point of a picture, in pixels from its upper left corner.
pub type Point = (f32, f32);
