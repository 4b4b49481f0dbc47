//! Paper: coupon sheets and registers written page by page with `pdf-writer`, and documents set with typst.
//!
//! Nothing here knows a language: every word comes from the caller, already formatted.

mod colour;
pub mod coupon_sheet;
pub mod document;
mod fit;
mod font;
mod paper;
mod pdf;
mod pdf_font;
mod qr;
pub mod stub_register;

pub use colour::Colour;
pub use font::MissingGlyph;
