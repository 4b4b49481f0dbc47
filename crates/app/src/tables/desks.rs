//! What single desks keep: people, accounts, market days, the proof.

use super::{Page, figures, words};
use crate::audit;
use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use crate::{bank_details, people};
use domain::ids::{Actor, PlaceId};
use domain::market_day::Agreed;
use exchange::table::{Cell, Table};
use text::{key_label, label};

/// A row a role. No e-mail: who has one is the coordination's to know.
pub(super) fn people(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let mut rows = Vec::new();
    for member in people::list(cx, actor)? {
        let seen = member.presence.seen_at.map_or(Cell::Nothing, |at| Cell::Day(page.book.day_of(at)));
        for role in &member.roles {
            let row = vec![Cell::text(&member.person.name), Cell::text(label(page.lang, role)), seen.clone()];
            rows.push(row);
        }
    }
    Ok(page.table(&[words("head-name"), words("head-role"), figures("table-seen")], rows))
}

/// Only what a screen shows of an account.
pub(super) fn bank_accounts(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = bank_details::list(cx, actor)?.into_iter().map(|shown| {
        let text = |text: Option<String>| text.map_or(Cell::Nothing, Cell::text);
        let (cooling, from) = shown.cooling.map_or((None, Cell::Nothing), |(account, at)| (Some(account), page.at(at)));
        vec![page.vendor(shown.vendor), text(shown.in_use), text(cooling), from, text(shown.asked.map(|asked| asked.masked))]
    });
    let columns = [
        words("head-vendor"),
        words("table-account"),
        words("table-account-later"),
        figures("table-account-from"),
        words("table-account-asked"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

/// A row a merchant and a closed day, at the places that whoever asks may see.
pub(super) fn market_days(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let may = |action: Action| ask(Some(&page.book), actor, action).is_ok();
    let all = may(Action::SeeAll);
    let places: Vec<PlaceId> =
        page.book.places.iter().map(|p| p.id).filter(|place| all || may(Action::SeePlace(*place))).collect();
    if places.is_empty() {
        ask(Some(&page.book), actor, Action::SeeAll)?;
    }
    let mut rows = Vec::new();
    for day in cx.tx.market_days(cx.programme)?.into_iter().filter(|day| places.contains(&day.place)) {
        for (vendor, total) in &day.totals {
            let how = day.agreed.get(vendor).map(|how| match how {
                Agreed::OnScreen => "on-screen",
                Agreed::OnPaper => "on-paper",
            });
            rows.push(vec![
                Cell::Day(day.on),
                page.place(day.place),
                page.vendor(*vendor),
                Cell::count(total.count),
                Cell::Amount(total.cents),
                how.map_or(Cell::Nothing, |how| Cell::text(key_label(page.lang, "market-agreed", how))),
            ]);
        }
    }
    let columns = [
        figures("head-date"),
        words("head-place"),
        words("head-vendor"),
        figures("head-count"),
        figures("head-amount"),
        words("table-agreed"),
    ];
    Ok(page.table(&columns, rows))
}

/// A row a state, for each batch, class, organisation, fund, place and merchant.
pub(super) fn proof(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    ask(Some(&page.book), actor, Action::SeeProof)?;
    let report = audit::audit(cx)?;
    let mut rows = Vec::new();
    for (by, parts) in &report.parts {
        for (key, part) in parts {
            for (state, (count, cents)) in &part.by_state {
                rows.push(vec![
                    Cell::text(key_label(page.lang, "head", by)),
                    Cell::text(audit::name(&page.book, by, key)),
                    Cell::text(key_label(page.lang, "state", state)),
                    Cell::count(*count),
                    Cell::Amount(*cents),
                ]);
            }
        }
    }
    let columns = [words("head-what"), words("head-name"), words("head-state"), figures("head-count"), figures("head-value")];
    Ok(page.table(&columns, rows))
}
