//! Coupons as somebody with a booklet in hand names them: the first and the last code scanned, the number
//! printed on a coupon (`3-00012`), a booklet (`3-c12`), plain numbers when only one batch can be meant, or the words of
//! our own pages (« coupons 12 à 19 du lot 3 »).

use crate::command::Cx;
use crate::coupon::{code_of, inventory_number};
use crate::world::Error;
use domain::code::Code;
use domain::coupon::{Batch, CouponRange};
use domain::coupon_set::CouponSet;
use domain::ids::BatchId;
use domain::refusal::Refusal;

/// Before a booklet's number.
const BOOKLET: [char; 4] = ['c', 'C', 'b', 'B'];

/// Reads coupons; `batches` are those that plain numbers may be of.
pub fn read(cx: &mut Cx<'_, '_>, text: &str, batches: &[Batch]) -> Result<CouponSet, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let codes: Vec<&str> = text.split([',', ';', '\n', ' ']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if codes.iter().all(|part| looks_like_a_code(part)) {
        return scanned(cx, &codes);
    }
    let mut ranges = Vec::new();
    for part in text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        ranges.push(numbered(part, batches).ok_or_else(|| Refusal::UnknownCoupons { numbers: part.to_owned() })?);
    }
    Ok(ranges.into_iter().collect())
}

/// A code has ten symbols or comes from a QR; a number on a coupon has a batch before its hyphen.
fn looks_like_a_code(text: &str) -> bool {
    domain::signed_code::SignedCode::looks_like(text)
        || (inventory_number(text).is_none() && !is_range(text) && text.bytes().filter(u8::is_ascii_alphanumeric).count() >= 10)
}

/// `10875-10876`, when it is no code: a code of digits only has its check symbol right.
fn is_range(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    text.split_once('-').is_some_and(|(first, last)| digits(first) && digits(last)) && Code::parse(text).is_err()
}

/// One code is one coupon; two are a booklet's first and last; more are each one coupon.
fn scanned(cx: &mut Cx<'_, '_>, codes: &[&str]) -> Result<CouponSet, Error> {
    let mut ids = Vec::with_capacity(codes.len());
    for text in codes {
        let code = code_of(cx, text)?;
        let hash = cx.app.keys_of(cx.programme)?.hash(code);
        ids.push(cx.tx.coupons_by_code(cx.programme, &[hash])?.pop().flatten().ok_or(Refusal::UnknownCode)?);
    }
    if let [one, other] = ids[..]
        && one.batch() == other.batch()
    {
        return Ok(std::iter::once(CouponRange { first: one.min(other), last: one.max(other) }).collect());
    }
    Ok(ids.into_iter().collect())
}

/// « coupons 12 à 19 du lot 3 »: the numbers, and the batch.
fn in_words(part: &str) -> Option<(&str, BatchId)> {
    let (numbers, batch) = part.split_once(" du lot ").or_else(|| part.split_once(" of batch "))?;
    let numbers = numbers.trim().trim_start_matches("coupons").trim_start_matches("coupon").trim();
    Some((numbers, BatchId(batch.trim().parse().ok()?)))
}

/// `3-00012`, `3-00012 à 3-00019`, `3-c12`, `12`, `12-19`, `c3`, `c3-c5`, `coupons 12 à 19 du lot 3`.
fn numbered(part: &str, batches: &[Batch]) -> Option<CouponRange> {
    if let Some((numbers, batch)) = in_words(part) {
        let of = batches.iter().find(|known| known.id == batch)?;
        return numbered(numbers, std::slice::from_ref(of));
    }
    if let Some((first, last)) = part.split_once(" à ").or_else(|| part.split_once(" to ")).or_else(|| part.split_once('–')) {
        let first = one(first, batches, None)?;
        let last = one(last, batches, Some(first.first.batch()))?;
        return CouponRange::new(first.first.batch(), first.first.number(), last.last.number())
            .filter(|range| last.last.batch() == range.first.batch());
    }
    if let Some(found) = one(part, batches, None) {
        return Some(found);
    }
    let (first, last) = part.split_once('-')?;
    // `4-c1` is a booklet of a batch that is not among these, not « from 4 to booklet 1 ».
    if first.trim().bytes().all(|b| b.is_ascii_digit()) && last.trim().starts_with(BOOKLET) {
        return None;
    }
    let first = one(first, batches, None)?;
    let last = one(last, batches, Some(first.first.batch()))?;
    CouponRange::new(first.first.batch(), first.first.number(), last.last.number())
}

/// One coupon or one booklet.
fn one(text: &str, batches: &[Batch], within: Option<BatchId>) -> Option<CouponRange> {
    let text = text.trim();
    if let Some(id) = inventory_number(text) {
        return Some(CouponRange { first: id, last: id });
    }
    let (batch, number) = match text.split_once('-') {
        Some((batch, booklet)) if booklet.starts_with(BOOKLET) => (Some(BatchId(batch.trim().parse().ok()?)), booklet),
        Some(_) => return None,
        None => (within, text),
    };
    let batch = match (batch, batches) {
        (Some(id), _) => batches.iter().find(|b| b.id == id)?,
        (None, [only]) => only,
        (None, _) => return None,
    };
    let number = number.trim();
    let (first, last) = if let Some(booklet) = number.strip_prefix(BOOKLET) {
        let last = booklet.trim().parse::<u32>().ok()?.checked_mul(batch.booklet)?;
        (last.checked_sub(batch.booklet)? + 1, last)
    } else {
        let number = number.parse().ok()?;
        (number, number)
    };
    CouponRange::new(batch.id, first, last.min(batch.count)).filter(|range| range.last >= range.first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::ClassId;

    fn batch(id: u32) -> Batch {
        Batch { id: BatchId(id), class: ClassId(1), count: 200, booklet: 8, codes_digest: String::new(), key_slot: 0 }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let one_batch = [batch(3)];
        let read = |text: &str| numbered(text, &one_batch).map(|r| (r.first.number(), r.last.number()));
        assert_eq!(read("3-00012"), Some((12, 12)));
        assert_eq!(read("3-00012 à 3-00019"), Some((12, 19)));
        assert_eq!(read("3-00012–19"), Some((12, 19)));
        assert_eq!(read("3-c2"), Some((9, 16)));
        assert_eq!(read("c2"), Some((9, 16)));
        assert_eq!(read("c2-c3"), Some((9, 24)));
        assert_eq!(read("C2 à c3"), Some((9, 24)));
        assert_eq!(read("12"), Some((12, 12)));
        assert_eq!(read("12-19"), Some((12, 19)));
        assert_eq!(read("coupons 12 à 19 du lot 3"), Some((12, 19)));
        assert_eq!(read("coupon 12 of batch 3"), Some((12, 12)));
        assert_eq!(read("12 à 19 du lot 4"), None, "another batch");
        for wrong in ["", "x", "0", "c0", "19-12", "4-c1", "3-00019 à 3-00012", "3-x", "c999999999", "-", "12-"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn five_digits_twice_are_numbers_unless_they_are_a_code() {
        assert!(!looks_like_a_code("10875-10876") && looks_like_a_code("7K2M4-QXP9H"));
        let last = Batch { count: 20_000, ..batch(3) };
        assert_eq!(numbered("10875-10876", &[last]).map(|r| (r.first.number(), r.last.number())), Some((10_875, 10_876)));
    }

    #[test]
    fn a_plain_number_needs_one_batch_only() {
        let two = [batch(3), batch(4)];
        assert_eq!(numbered("12-19", &two), None);
        assert_eq!(numbered("4-c1 à c2", &two).map(|r| (r.first.batch().0, r.last.number())), Some((4, 16)));
    }
}
