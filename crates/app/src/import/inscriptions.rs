//! Organisations, merchants, places and agreements, each through `Command::Enroll`.

use super::sheet::{Line, bare, named};
use super::{Deed, Kind, No, Sender, Verdict, no};
use crate::command::Cx;
use crate::names;
use crate::programme::enroll;
use domain::agreement::Agreement;
use domain::ids::{PartnerId, PlaceId, VendorId};
use domain::place::{Place, PlaceKind};
use domain::programme::{Book, Entry, Partner, PaymentMethod, Vendor};
use domain::refusal::Refusal;
use text::{Label, Lang};

pub(super) fn bring_in(cx: &mut Cx<'_, '_>, sender: &Sender, kind: Kind, line: &Line<'_>) -> Result<Verdict, No> {
    let book = cx.book().map_err(|error| No { column: "name", error })?;
    let (entry, deed) = match kind {
        Kind::Agreements => match agreement(&book, line)? {
            Some(agreement) => agreement,
            None => return Ok(Verdict::Already),
        },
        _ => match inscription(&book, sender.lang, kind, line)? {
            Some(inscription) => inscription,
            None => return Ok(Verdict::Already),
        },
    };
    let answer = enroll(cx, sender.request(line.number, sender.now), vec![entry]);
    let column = |error: &crate::Error| match error {
        crate::Error::Refused(Refusal::BadKey { .. } | Refusal::KeyTaken { .. }) => "key",
        crate::Error::Refused(Refusal::WrongDates { .. }) => "until",
        _ => kind.columns()[0].0,
    };
    let answer = answer.map_err(|error| No { column: column(&error), error })?;
    Ok(if answer.replayed { Verdict::Already } else { Verdict::Good(deed) })
}

/// What is added, or nothing when something of that name and that short name is there.
fn inscription(book: &Book, lang: Lang, kind: Kind, line: &Line<'_>) -> Result<Option<(Entry, Deed)>, No> {
    let name = line.need("name")?.to_owned();
    let known: Vec<(&str, &str)> = match kind {
        Kind::Partners => book.partners.iter().map(|p| (p.name.as_str(), p.key.as_str())).collect(),
        Kind::Vendors => book.vendors.iter().map(|v| (v.name.as_str(), v.key.as_str())).collect(),
        _ => book.places.iter().map(|p| (p.name.as_str(), p.key.as_str())).collect(),
    };
    let asked = line.text("key");
    if known.iter().any(|(n, key)| bare(n) == bare(&name) && (asked.is_empty() || asked == *key)) {
        return Ok(None);
    }
    let key = if asked.is_empty() { short_name(&name, &known) } else { asked.to_owned() };
    let deed = Deed::Added { name: name.clone(), key: key.clone() };
    let entry = match kind {
        Kind::Partners => Entry::Partner(Partner { id: PartnerId(0), key, name }),
        Kind::Vendors => Entry::Vendor(Vendor {
            id: VendorId(0),
            key,
            name,
            payment_method: choice(lang, line, "method", &METHODS)?,
            classes: classes(book, line)?,
            receives_for: receives_for(book, line)?,
        }),
        _ => Entry::Place(Place {
            id: PlaceId(0),
            key,
            name,
            kind: choice(lang, line, "place-kind", &PLACE_KINDS)?,
            municipality: line.text("municipality").to_owned(),
            hours: String::new(),
            public: true,
            address: String::new(),
            notes: String::new(),
            territory: String::new(),
            point: None,
            sells: Vec::new(),
            opens: Vec::new(),
            closures: Vec::new(),
        }),
    };
    Ok(Some((entry, deed)))
}

const METHODS: [PaymentMethod; 4] =
    [PaymentMethod::Cheque, PaymentMethod::Transfer, PaymentMethod::Deposit, PaymentMethod::LocalCurrency];

const PLACE_KINDS: [PlaceKind; 5] =
    [PlaceKind::Market, PlaceKind::FarmStand, PlaceKind::SelfService, PlaceKind::UPick, PlaceKind::DropPoint];

/// One of a few words, in any of our languages or by its stable key; the first when nothing is written.
fn choice<T: Label + Default + Copy>(lang: Lang, line: &Line<'_>, column: &'static str, all: &[T]) -> Result<T, No> {
    let written = line.text(column);
    if written.is_empty() {
        return Ok(T::default());
    }
    let is = |value: &&T| {
        let (_, key) = value.family_and_key();
        bare(key) == bare(written) || Lang::ALL.iter().any(|lang| bare(&text::label(*lang, *value)) == bare(written))
    };
    all.iter().find(is).copied().ok_or_else(|| {
        let choices: Vec<String> = all.iter().map(|value| text::label(lang, value)).collect();
        no(column)(Refusal::NoSuchChoice { written: written.to_owned(), choices: choices.join(", ") })
    })
}

/// The classes a merchant accepts, by their letters; none written means all.
fn classes(book: &Book, line: &Line<'_>) -> Result<Vec<domain::ids::ClassId>, No> {
    let words = line.text("classes").split([',', ';', ' ', '/']).filter(|word| !word.is_empty());
    words.map(|word| names::class(book, word).map_err(no("classes"))).collect()
}

/// The place whose merchants' money they take; none written means no place.
fn receives_for(book: &Book, line: &Line<'_>) -> Result<Option<PlaceId>, No> {
    let written = line.text("receives-for");
    if written.is_empty() {
        return Ok(None);
    }
    let found = named(&book.places, written, |p| (&p.name, p.id), || names::place(book, written));
    found.map(Some).map_err(no("receives-for"))
}

/// The most letters of a short name.
const MAX_KEY: usize = 64;

/// A short name made from a name, and a number when it is taken: `maison-de-la-famille-2`.
fn short_name(name: &str, known: &[(&str, &str)]) -> String {
    let folded = exchange::bank_text::fold(name).unwrap_or_default().to_lowercase();
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut key = words.collect::<Vec<_>>().join("-");
    key.truncate(MAX_KEY - 4);
    let key = match key.trim_matches('-') {
        // A name in signs that have no Latin letters.
        "" => "x",
        key => key,
    };
    let is_free = |key: &String| !known.iter().any(|(_, taken)| taken == key);
    let numbered = (2u32..).map(|number| format!("{key}-{number}"));
    std::iter::once(key.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}

/// An agreement for the season unless the row says otherwise, or nothing when the same is there.
fn agreement(book: &Book, line: &Line<'_>) -> Result<Option<(Entry, Deed)>, No> {
    let vendor = vendor(book, line)?;
    let place = place(book, line)?;
    let from = line.day("from")?.unwrap_or(book.season.starts_on);
    let until = line.day("until")?.unwrap_or(book.season.ends_on);
    let same = |a: &Agreement| (a.vendor, a.place, a.from, a.until) == (vendor, place, from, until);
    if book.agreements.iter().any(same) {
        return Ok(None);
    }
    let agreement = Agreement {
        vendor,
        place,
        from,
        until,
        vendor_signed_on: line.day("vendor-signed")?,
        programme_signed_on: line.day("programme-signed")?,
        text_digest: None,
    };
    Ok(Some((Entry::Agreement(agreement), Deed::Agreed { vendor, place, from, until })))
}

pub(super) fn vendor(book: &Book, line: &Line<'_>) -> Result<VendorId, No> {
    let written = line.need("vendor")?;
    named(&book.vendors, written, |v| (&v.name, v.id), || names::vendor(book, written)).map_err(no("vendor"))
}

pub(super) fn place(book: &Book, line: &Line<'_>) -> Result<PlaceId, No> {
    let written = line.need("place")?;
    named(&book.places, written, |p| (&p.name, p.id), || names::place(book, written)).map_err(no("place"))
}
