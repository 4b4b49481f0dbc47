//! What is printed: coupon sheets, stubs, lists of codes, merchant statements, payment lists.

use crate::batch::Printable;
use crate::world::Error;
use print::coupon_sheet::{self, Design, Face};
use print::{Colour, stub_register};
use std::io::Write;
use store::Fault;
use text::{Lang, t, tr};

/// Writes a batch's coupons as sheets to cut and stack, page by page.
pub fn sheets(printable: &Printable, lang: Lang, out: &mut dyn Write) -> Result<(), Error> {
    let design = design(printable, lang);
    let (count, booklet) = (printable.batch.count, printable.batch.booklet);
    let mut out = out;
    coupon_sheet::write_sheets(&mut out, &design, count, booklet, |index| -> Result<Face, Error> {
        let coupon = printable.coupon(index)?;
        Ok(Face { url: coupon.url, code: coupon.code, number: coupon.id.to_string() })
    })
    .map_err(|e| Fault::Other(e.to_string()))?;
    Ok(())
}

fn design(printable: &Printable, lang: Lang) -> Design {
    let (class, identity) = (&printable.class, &printable.book.identity);
    let host = identity.host.to_ascii_lowercase();
    let terms = text::Conditions::of(class, false, format!("{host}/c"));
    let conditions = if identity.conditions.is_empty() {
        // The dates have a place of their own on the coupon; the check address too.
        let lines = text::conditions(lang, &terms);
        let validity = text::validity(lang, class.funding, class.starts_on, class.expires_on);
        let check = lines.last().cloned().unwrap_or_default();
        lines.into_iter().filter(|line| *line != validity && *line != check).collect::<Vec<_>>().join(" ")
    } else {
        identity.conditions.clone()
    };
    let unit = printable.book.unit_code(class.face.unit).to_owned();
    let unit_name = printable.book.units.iter().find(|u| u.code == unit).map_or(unit.clone(), |u| u.name.clone());
    let programme = if identity.simulated { format!("{} · {}", identity.name, t(lang, "print-simulated-short")) } else { identity.name.clone() };
    Design {
        language: lang.code().to_owned(),
        programme,
        territory: identity.territory.clone(),
        class_letter: class.letter,
        class_name: class.name.clone(),
        colour: Colour::parse(&class.colour).unwrap_or(Colour::new(47, 107, 58)),
        face: text::money_short(lang, class.face.minor, &unit_name),
        dates: text::validity(lang, class.funding, class.starts_on, class.expires_on),
        conditions,
        check_at: format!("{host}/c"),
        words: coupon_sheet::Words {
            coupon: t(lang, "print-coupon"),
            not_legal_tender: t(lang, "print-not-tender"),
            number: t(lang, "print-number-short"),
            check: t(lang, "print-check"),
            booklet: t(lang, "print-booklet-word"),
            sheet: t(lang, "print-sheet-word"),
        },
    }
}

/// Writes the register of stubs that goes to the organisation.
pub fn stubs(printable: &Printable, lang: Lang, out: &mut dyn Write) -> Result<(), Error> {
    let (class, batch) = (&printable.class, &printable.batch);
    let unit = printable.book.units.iter().find(|u| u.code == printable.book.unit_code(class.face.unit));
    let face = text::money_short(lang, class.face.minor, unit.map_or("CAD", |u| u.name.as_str()));
    let register = stub_register::Register {
        language: lang.code().to_owned(),
        programme: printable.book.identity.name.clone(),
        class_letter: class.letter,
        class_name: format!("{}, {face}", class.name),
        colour: Colour::parse(&class.colour).unwrap_or(Colour::new(47, 107, 58)),
        batch: tr(lang, "print-batch-cover", &[("batch", batch.id.0.to_string().into())]),
        words: stub_register::Words {
            title: t(lang, "print-stub-title"),
            help: t(lang, "print-stub-no-name"),
            booklet: t(lang, "print-booklet-word"),
            numbers: t(lang, "print-stub-numbers"),
            date: t(lang, "print-stub-on"),
            household: t(lang, "print-stub-band"),
            initials: t(lang, "print-stub-initials"),
            page: t(lang, "print-page-word"),
        },
    };
    let id = batch.id;
    let mut out = out;
    stub_register::write_stubs(&mut out, &register, batch.count, batch.booklet, |index| {
        domain::ids::CouponId::new(id, index + 1).to_string()
    })
    .map_err(|e| Fault::Other(e.to_string()))?;
    Ok(())
}

/// Writes a batch's coupons as CSV: for a print shop's variable data, or to check. These are the codes
/// themselves: treat the file like money.
pub fn csv(printable: &Printable, out: &mut dyn Write) -> Result<(), Error> {
    let io = |e: csv::Error| Error::Fault(Fault::Other(e.to_string()));
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(["number", "booklet", "code", "class", "face_cents", "unit", "url"]).map_err(io)?;
    let (class, batch) = (&printable.class, &printable.batch);
    let unit = printable.book.unit_code(class.face.unit);
    for index in 0..batch.count {
        let coupon = printable.coupon(index)?;
        let booklet = index / batch.booklet.max(1) + 1;
        writer
            .write_record([
                coupon.id.to_string(),
                booklet.to_string(),
                coupon.code,
                class.letter.to_string(),
                class.face.minor.to_string(),
                unit.to_owned(),
                coupon.url,
            ])
            .map_err(io)?;
    }
    writer.flush().map_err(|e| Fault::Other(e.to_string()).into())
}
