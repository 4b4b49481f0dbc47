//! Finding what people name: by short name (`ferme-du-ruisseau`), by number (`7`), or by identifier
//! (`vnd_7`). Coupons, as they are written on paper.

use domain::coupon::CouponRange;
use domain::coupon_set::CouponSet;
use domain::ids::{BatchId, ClassId, FundId, PartnerId, PlaceId, VendorId};
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

/// Coupons of a batch, as people write them: `1-200, 205`, or booklets `c3-c5` of the batch's size.
pub fn coupons(batch: u32, numbers: &str, booklet: u32) -> Result<CouponSet, Refusal> {
    let wrong = || Refusal::UnknownCoupons { numbers: format!("{batch} : {numbers}") };
    let mut ranges = Vec::new();
    for part in numbers.split([',', ';', '\n']).map(str::trim).filter(|p| !p.is_empty()) {
        let (first, last) = part.split_once(['-', '–', 'à']).unwrap_or((part, part));
        let read = |text: &str| -> Result<(u32, bool), Refusal> {
            let text = text.trim();
            let is_booklet = text.starts_with(['c', 'C', 'b', 'B']);
            let digits = if is_booklet { &text[1..] } else { text };
            Ok((digits.trim().parse().map_err(|_| wrong())?, is_booklet))
        };
        let ((first, first_is_booklet), (last, last_is_booklet)) = (read(first)?, read(last)?);
        let size = booklet.max(1);
        let low =
            if first_is_booklet { first.checked_sub(1).and_then(|b| b.checked_mul(size)).map(|n| n + 1) } else { Some(first) };
        let high = if last_is_booklet { last.checked_mul(size) } else { Some(last) };
        let range = low.zip(high).and_then(|(low, high)| CouponRange::new(BatchId(batch), low, high));
        ranges.push(range.ok_or_else(wrong)?);
    }
    if ranges.is_empty() { Err(wrong()) } else { Ok(ranges.into_iter().collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coupons_are_read_as_people_write_them() {
        let written = |text: &str| coupons(3, text, 10).map(|set| set.to_string());
        assert_eq!(written("1-20, 25"), Ok("3:1-20,25".to_owned()));
        assert_eq!(written("c2"), Ok("3:11-20".to_owned()));
        assert_eq!(written("C1 – c3"), Ok("3:1-30".to_owned()));
        for wrong in ["", "x", "20-1", "0", "c0", "1-", "c4294967295"] {
            assert!(written(wrong).is_err(), "{wrong}");
        }
    }
}
