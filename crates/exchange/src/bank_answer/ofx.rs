//! OFX, the statement that most banks offer for accounting programs. Version 1 is SGML whose small elements are never
//! closed, version 2 is XML: read the same way here, one element after the other, and only the movements.

use super::{Line, ReadError, ReadMistake, What, no};
use jiff::civil::Date;
use quick_xml::escape::unescape;

/// One movement while it is read.
#[derive(Default)]
struct Open {
    on: String,
    amount: String,
    number: String,
    name: String,
    memo: String,
}

/// Reads the movements.
pub(super) fn read(text: &str) -> Result<Vec<Line>, ReadError> {
    let mut lines = Vec::new();
    let mut open: Option<Open> = None;
    let mut place = 0;
    let Some((_, body)) = text.split_once("<OFX>") else { return no(1, ReadMistake::Broken) };
    for piece in body.split('<').skip(1) {
        let Some((name, value)) = piece.split_once('>') else { return no(place + 1, ReadMistake::Broken) };
        match (name.trim(), &mut open) {
            ("STMTTRN", None) => {
                place += 1;
                open = Some(Open::default());
            }
            ("/STMTTRN", Some(done)) => {
                lines.push(done.line(place)?);
                open = None;
            }
            ("STMTTRN" | "/BANKTRANLIST" | "/OFX", Some(_)) => return no(place, ReadMistake::Broken),
            (name, Some(open)) => open.set(name, value.trim()),
            _ => {}
        }
    }
    if open.is_some() || !body.contains("</OFX>") {
        return no(place.max(1), ReadMistake::Broken);
    }
    Ok(lines)
}

impl Open {
    fn set(&mut self, name: &str, value: &str) {
        let field = match name {
            "DTPOSTED" => &mut self.on,
            "TRNAMT" => &mut self.amount,
            "CHECKNUM" => &mut self.number,
            "NAME" => &mut self.name,
            "MEMO" => &mut self.memo,
            _ => return,
        };
        *field = unescape(value).map_or_else(|_| value.to_owned(), std::borrow::Cow::into_owned);
    }

    fn line(&self, place: u64) -> Result<Line, ReadError> {
        let Some(on) = self.on.get(..8).and_then(|day| Date::strptime("%Y%m%d", day).ok()) else {
            return no(place, ReadMistake::NotADay);
        };
        // Commas are allowed as decimal signs by the standard.
        let amount = self.amount.replace(',', ".");
        let minor = super::statement::signed(amount.trim_start_matches('+'), '.');
        let Some(minor) = minor.filter(|minor| *minor != 0) else { return no(place, ReadMistake::NotAnAmount) };
        Ok(Line {
            place,
            what: if minor < 0 { What::Out } else { What::In },
            amount_cents: Some(minor.abs()),
            on: Some(on),
            reference: self.number.clone(),
            words: [self.name.as_str(), &self.memo].join(" ").trim().to_owned(),
        })
    }
}
