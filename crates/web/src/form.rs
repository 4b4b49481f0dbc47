//! Reading what people type in forms: coupons, amounts, days, names.

use crate::visit::Desk;
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::programme::Book;
use app::domain::refusal::{MOST_MINOR, Refusal};
pub(crate) use app::names::coupons;
use app::programme_file::Dollars;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

/// `?done=key`: what was just done, after a redirection.
#[derive(Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    pub(crate) done: String,
}

impl Done {
    /// Only a key of ours is shown, never a text from an address.
    pub(crate) fn message(&self, lang: text::Lang) -> Option<String> {
        (self.done.starts_with("done-") && text::has(lang, &self.done)).then(|| text::t(lang, &self.done))
    }
}

/// The request of a form, under the identifier the form was made with: sent twice, it counts once.
pub(crate) fn request(desk: &Desk, id: &str) -> Request {
    let fresh = Request::now(desk.app(), desk.actor());
    Request { id: Uuid::parse_str(id.trim()).unwrap_or(fresh.id), ..fresh }
}

/// After a change: back to a page, saying what was done.
pub(crate) fn done(path: &str, key: &str) -> Response {
    Redirect::to(&format!("{path}?done={key}")).into_response()
}

/// Dollars.
pub(crate) fn dollars(text: &str) -> Result<Amount, Refusal> {
    let minor = Dollars::parse(text).ok_or_else(|| Refusal::NotAnAmount { written: text.trim().to_owned() })?.0;
    if (1..=MOST_MINOR).contains(&minor) {
        return Ok(Amount::cad(minor));
    }
    Err(Refusal::WrongAmount { asked: minor, least: 1, most: MOST_MINOR })
}

/// A day, `2025-07-01`.
pub(crate) fn day(text: &str) -> Result<Date, Refusal> {
    text.trim().parse().map_err(|_| Refusal::NotADate { written: text.trim().to_owned() })
}

/// A text as it is written in an address.
pub(crate) fn in_address(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// A number from a choice list.
pub(crate) fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

/// What a list must say: a number, or the refusal of what is no number in it.
pub(crate) fn chosen(text: &str, unknown: impl FnOnce(String) -> Refusal) -> Result<u32, Refusal> {
    match (text.trim(), number(text)) {
        ("", _) => Err(Refusal::NothingChosen),
        (_, Some(number)) => Ok(number),
        (text, None) => Err(unknown(text.to_owned())),
    }
}

/// A choice list's items: number and name.
pub(crate) fn choices<T>(list: &[T], name: impl Fn(&T) -> (u32, String)) -> Vec<(u32, String)> {
    list.iter().map(name).collect()
}

/// Organisations to choose from.
pub(crate) fn partners(book: &Book) -> Vec<(u32, String)> {
    choices(&book.partners, |p| (p.id.0, p.name.clone()))
}

/// Merchants to choose from.
pub(crate) fn vendors(book: &Book) -> Vec<(u32, String)> {
    choices(&book.vendors, |v| (v.id.0, v.name.clone()))
}

/// Places to choose from.
pub(crate) fn places(book: &Book) -> Vec<(u32, String)> {
    choices(&book.places, |p| (p.id.0, p.name.clone()))
}

/// Funders' funds to choose from, without the one for sales.
pub(crate) fn funds(book: &Book) -> Vec<(u32, String)> {
    book.funds.iter().filter(|f| !f.is_sales).map(|f| (f.id.0, f.name.clone())).collect()
}
