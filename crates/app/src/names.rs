//! Finding what people name: by short name (`ferme-du-ruisseau`), by number (`7`), or by identifier
//! (`vnd_7`).

use domain::ids::{ClassId, FundId, PartnerId, PlaceId, VendorId};
use domain::programme::Book;
use domain::refusal::Refusal;

fn number(text: &str, prefix: &str) -> Option<u32> {
    let text = text.trim();
    text.strip_prefix(prefix).unwrap_or(text).parse().ok()
}

/// A merchant.
pub fn vendor(book: &Book, text: &str) -> Result<VendorId, Refusal> {
    let by_number = || book.vendor(VendorId(number(text, "vnd_")?));
    let found = book.vendor_by_key(text.trim()).or_else(by_number);
    found.map(|v| v.id).ok_or_else(|| Refusal::UnknownVendor { vendor: text.to_owned() })
}

/// A place.
pub fn place(book: &Book, text: &str) -> Result<PlaceId, Refusal> {
    let by_number = || book.place(PlaceId(number(text, "plc_")?));
    let found = book.place_by_key(text.trim()).or_else(by_number);
    found.map(|p| p.id).ok_or_else(|| Refusal::UnknownPlace { place: text.to_owned() })
}

/// An organisation.
pub fn partner(book: &Book, text: &str) -> Result<PartnerId, Refusal> {
    let by_number = || book.partner(PartnerId(number(text, "org_")?));
    let found = book.partner_by_key(text.trim()).or_else(by_number);
    found.map(|p| p.id).ok_or_else(|| Refusal::UnknownPartner { partner: text.to_owned() })
}

/// A fund.
pub fn fund(book: &Book, text: &str) -> Result<FundId, Refusal> {
    let by_number = || book.fund(FundId(number(text, "fnd_")?));
    let found = book.fund_by_key(text.trim()).or_else(by_number);
    found.map(|f| f.id).ok_or_else(|| Refusal::UnknownFund { fund: text.to_owned() })
}

/// A class, by its letter or its number.
pub fn class(book: &Book, text: &str) -> Result<ClassId, Refusal> {
    let text = text.trim();
    let mut letters = text.chars();
    let by_letter = match (letters.next(), letters.next()) {
        (Some(letter), None) => book.class_by_letter(letter),
        _ => None,
    };
    let by_number = || book.class(ClassId(u8::try_from(number(text, "cls_")?).ok()?));
    by_letter.or_else(by_number).map(|c| c.id).ok_or_else(|| Refusal::UnknownClass { class: text.to_owned() })
}
