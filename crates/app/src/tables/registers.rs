//! What is registered, and the log. Their columns are those that may be brought in, where there are some.

use super::{Page, figures, words};
use crate::agreement;
use crate::command::Cx;
use crate::import;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Outcome;
use domain::hours::{Slot, clock};
use domain::ids::{Actor, PersonId};
use domain::recurrence::End;
use exchange::table::{Cell, Table};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::Fault;
use text::{key_label, label};

/// Rows of the log in one table, the newest: a spreadsheet has a million.
const MOST_LOGGED: i64 = 100_000;

fn sees_all(actor: Actor, page: &Page) -> Result<(), Error> {
    Ok(ask(Some(&page.book), actor, Action::SeeAll)?)
}

pub(super) fn partners(actor: Actor, page: &Page) -> Result<Table, Error> {
    sees_all(actor, page)?;
    let rows = page.book.partners.iter().map(|p| vec![Cell::text(&p.name), Cell::text(&p.key)]);
    Ok(page.table(&[words("import-column-name"), words("import-column-key")], rows.collect()))
}

pub(super) fn vendors(actor: Actor, page: &Page) -> Result<Table, Error> {
    sees_all(actor, page)?;
    let rows = page.book.vendors.iter().map(|v| {
        let letters = v.classes.iter().filter_map(|id| page.book.class(*id)).map(|c| c.letter.to_string());
        vec![
            Cell::text(&v.name),
            Cell::text(&v.key),
            Cell::text(label(page.lang, &v.payment_method)),
            Cell::text(letters.collect::<Vec<_>>().join(" ")),
        ]
    });
    let columns = ["name", "key", "method", "classes"].map(|key| format!("import-column-{key}"));
    Ok(page.table(&columns.each_ref().map(|key| words(key)), rows.collect()))
}

pub(super) fn places(actor: Actor, page: &Page) -> Result<Table, Error> {
    sees_all(actor, page)?;
    let rows = page.book.places.iter().map(|p| {
        vec![Cell::text(&p.name), Cell::text(&p.key), Cell::text(label(page.lang, &p.kind)), Cell::text(&p.municipality)]
    });
    let columns = ["name", "key", "place-kind", "municipality"].map(|key| format!("import-column-{key}"));
    Ok(page.table(&columns.each_ref().map(|key| words(key)), rows.collect()))
}

/// Hours of places, as the import of hours reads them back.
pub(super) fn hours(actor: Actor, page: &Page) -> Result<Table, Error> {
    sees_all(actor, page)?;
    let days = |days: &[jiff::civil::Date]| Cell::text(days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    let row = |place: &domain::place::Place, slot: &Slot| {
        vec![
            Cell::text(&place.name),
            Cell::text(import::days_said(page.lang, &slot.rule)),
            Cell::text(clock(slot.from)),
            Cell::text(clock(slot.until)),
            Cell::Day(slot.starts_on),
            if let End::On(last) = slot.rule.end { Cell::Day(last) } else { Cell::Nothing },
            days(&slot.except),
            days(&slot.also),
        ]
    };
    let rows = page.book.places.iter().flat_map(|place| place.opens.iter().map(|slot| row(place, slot)).collect::<Vec<_>>());
    let columns = [
        words("import-column-place"),
        words("import-column-days"),
        figures("import-column-opens"),
        figures("import-column-closes"),
        figures("import-column-from"),
        figures("import-column-until"),
        words("import-column-except"),
        words("import-column-also"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

/// All of them for who sees everything, else a merchant's own.
pub(super) fn agreements(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let listed = agreement::list(cx, actor)?;
    if listed.is_empty() {
        sees_all(actor, page)?;
    }
    let day = |day: Option<jiff::civil::Date>| day.map_or(Cell::Nothing, Cell::Day);
    let rows = listed.into_iter().map(|n| {
        let a = n.agreement;
        vec![
            page.vendor(a.vendor),
            page.place(a.place),
            Cell::Day(a.from),
            Cell::Day(a.until),
            day(a.vendor_signed_on),
            day(a.programme_signed_on),
        ]
    });
    let columns = [
        words("import-column-vendor"),
        words("import-column-place"),
        figures("import-column-from"),
        figures("import-column-until"),
        figures("import-column-vendor-signed"),
        figures("import-column-programme-signed"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

/// When, who, what kind, and whether it was refused. What was asked itself stays in the log: it may hold hashes.
pub(super) fn log(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    sees_all(actor, page)?;
    let mut rows = Vec::new();
    let mut people: BTreeMap<PersonId, String> = BTreeMap::new();
    for row in cx.tx.commands(cx.programme, MOST_LOGGED)? {
        // The number stays beside the name: it is what the log holds, and somebody erased has no name.
        let mut who = row.actor.to_string();
        if let Actor::Person(id) = row.actor {
            if let Entry::Vacant(vacant) = people.entry(id) {
                vacant.insert(cx.tx.person(id)?.map_or_else(String::new, |person| person.name));
            }
            if let Some(name) = people.get(&id).filter(|name| !name.is_empty()) {
                who = format!("{name} ({who})");
            }
        }
        let outcome: Outcome = serde_json::from_str(&row.outcome).map_err(|e| Fault::Inconsistent(e.to_string()))?;
        let refused = outcome.refusal().map(|refusal| text::refusal(page.lang, refusal, &*page.book).message);
        rows.push(vec![
            Cell::text(row.seq.to_string()),
            page.at(row.recorded_at),
            Cell::text(who),
            Cell::text(key_label(page.lang, "kind", &row.kind)),
            Cell::text(refused.unwrap_or_default()),
        ]);
    }
    let columns = [words("table-number"), figures("head-date"), words("head-who"), words("head-what"), words("table-refused")];
    Ok(page.table(&columns, rows))
}
