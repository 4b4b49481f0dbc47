//! A season from its opening to its close.

use crate::amendment::Decided;
use crate::amount::{Amount, Unit};
use crate::command::Outcome;
use crate::coupon::{Funding, State};
use crate::coupon_set::CouponSet;
use crate::ids::ClassId;
use crate::programme::Book;
use crate::promise::Promise;
use crate::refusal::Refusal;
use crate::world::{Movement, Step, World};
use jiff::Timestamp;
use jiff::civil::Date;

/// Begins a programme's book.
pub(crate) fn open<W: World>(world: &mut W, book: Book) -> Step<Outcome, W> {
    check_opening(&book)?;
    world.open(book)?;
    Ok(Outcome::Done)
}

fn check_opening(book: &Book) -> Result<(), Refusal> {
    if book.identity.id.0 == 0 {
        return Err(bad("number", "0".to_owned()));
    }
    if jiff::tz::TimeZone::get(&book.identity.time_zone).is_err() {
        return Err(bad("time_zone", book.identity.time_zone.clone()));
    }
    if let Some(code) = book.identity.territories.iter().find(|code| crate::territory::by_code(code).is_none()) {
        return Err(Refusal::UnknownTerritory { territory: code.clone() });
    }
    book.identity.receipts.as_ref().map_or(Ok(()), crate::donation_receipt::Charity::check)?;
    if book.units.len() > usize::from(Unit::MAX) {
        return Err(Refusal::TooMany { limit: u64::from(Unit::MAX) });
    }
    check_decided(&book.decided())
}

fn bad(rule: &str, written: String) -> Refusal {
    Refusal::BadRule { rule: rule.to_owned(), written }
}

/// What may be decided at all, at the opening or later.
pub(crate) fn check_decided(decided: &Decided) -> Result<(), Refusal> {
    let Decided { season, rules, bands } = decided;
    for (from, until) in [(season.starts_on, season.ends_on), (season.ends_on, season.last_claim_on)] {
        if from > until {
            return Err(Refusal::WrongDates { from, until });
        }
    }
    if rules.approvals < 2 {
        return Err(bad("approvals", rules.approvals.to_string()));
    }
    if rules.overcommitment.0 < 1 {
        return Err(bad("overcommitment_percent", rules.overcommitment.0.to_string()));
    }
    for (rule, cents) in [("refund_limit", rules.refund_limit_cents), ("on_the_spot_limit", rules.on_the_spot_cents)] {
        if cents < 0 {
            return Err(bad(rule, cents.to_string()));
        }
    }
    if let Some(band) = bands.iter().find(|band| band.weekly_cents < 0) {
        return Err(bad(&band.key, band.weekly_cents.to_string()));
    }
    Ok(())
}

/// Ends given coupons past their last day and releases what they had committed.
pub(crate) fn expire<W: World>(world: &mut W, on: Date) -> Step<Outcome, W> {
    let book = world.book().clone();
    let ended: Vec<ClassId> = book
        .classes
        .iter()
        .filter(|c| c.funding == Funding::Granted && c.expires_on.is_some_and(|d| d < on))
        .map(|c| c.id)
        .collect();
    let tallies = world.overdue(&ended)?;
    let mut movements = Vec::with_capacity(tallies.len());
    let mut releases = Vec::new();
    let mut amount = Amount::cad(0);
    for tally in &tallies {
        let class = book.class(tally.class).ok_or(Refusal::UnknownClass { class: tally.class.to_string() })?;
        if tally.state == State::HandedOut
            && let Some(fund) = tally.fund
        {
            let promise = Promise { class: class.clone(), fund, count: tally.count };
            releases.extend(promise.release()?);
            amount = class.cost().times(tally.count).and_then(|a| amount.plus(a)).map_err(Refusal::from)?;
        }
        movements.push(Movement {
            range: tally.span,
            class: tally.class,
            count: tally.count,
            from: (tally.state, tally.partner, tally.fund),
            to: (State::Expired, tally.partner, tally.fund),
        });
    }
    world.move_coupons(&movements)?;
    world.post(&releases)?;
    Ok(Outcome::Moved { count: tallies.iter().map(|t| t.count).sum(), coupons: CouponSet::default(), amount })
}

/// A season closes when every given coupon has ended somewhere, every dispute is decided and every
/// merchant is paid. Sold coupons stay good for the next season.
pub(crate) fn close<W: World>(world: &mut W, at: Timestamp) -> Step<Outcome, W> {
    if world.book().closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    let disputes = world.open_dispute_count()?;
    let (unpaid, live) = world.unfinished()?;
    if disputes > 0 || unpaid > 0 || live > 0 {
        return Err(Refusal::CannotCloseYet { disputes, unpaid, live }.into());
    }
    world.close(at)?;
    Ok(Outcome::Done)
}
