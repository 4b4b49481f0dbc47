//! Amendments: a running season changes its decisions only from a day that is said, asked for by one person and confirmed
//! by another. What was done before that day was done under the decisions of then, and stays.

use crate::alert::Alerts;
use crate::amount::Bps;
use crate::command::Outcome;
use crate::fund::FundPolicy;
use crate::ids::Actor;
use crate::payment_day::PaymentEvery;
use crate::payment_route::PaymentRoute;
use crate::programme::{Band, Book, Offline, Rules, Season};
use crate::refusal::Refusal;
use crate::replacement::Replacement;
use crate::season;
use crate::world::{Step, World};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// Most signs of a reason.
const LONGEST_REASON: usize = 1_000;

/// What an amendment may change. Faces, last days and conditions are printed on coupons that households already hold:
/// they wait for the next season.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Decided {
    /// The programme's dates.
    pub season: Season,
    /// Its rules.
    pub rules: Rules,
    /// Its scale by household size.
    pub bands: Vec<Band>,
}

/// How far an amendment has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Progress {
    /// Asked for: nothing changes until another person confirms.
    Asked,
    /// Confirmed: it is in force from its day on.
    Confirmed {
        /// By whom.
        by: Actor,
    },
    /// Given up.
    Dropped {
        /// By whom.
        by: Actor,
    },
}

/// A change of decisions, from a day on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Amendment {
    /// Its number, from 1.
    pub number: u32,
    /// The first day on which it is in force.
    pub from: Date,
    /// Why: which meeting decided, and for what reason.
    pub reason: String,
    /// Who asked.
    pub asked_by: Actor,
    /// How far it has come.
    pub progress: Progress,
    /// What is decided before it.
    pub before: Decided,
    /// What is decided from its day on.
    pub after: Decided,
}

/// A decision as a value that can be shown, whatever it is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// Dollars, in cents.
    Money(i64),
    /// A share, basis points.
    Share(Bps),
    /// How many people, days or hours: the decision's name says which.
    Count(u32),
    /// Yes or no.
    Choice(bool),
    /// A day.
    Day(Date),
    /// Which fund pays.
    FundPolicy(FundPolicy),
    /// Who replaces lost coupons.
    Replacement(Replacement),
    /// How often merchants are paid.
    PaymentEvery(PaymentEvery),
    /// Which way money goes to merchants.
    PaymentRoute(PaymentRoute),
}

/// One decision that an amendment changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The decision's name in the programme's file; `band-` and the size's short name for the scale.
    pub what: String,
    /// What it was; nothing for a size that is new.
    pub before: Option<Value>,
    /// What it becomes.
    pub after: Value,
}

impl Decided {
    /// Each decision by its name in the programme’s file; `band-` and the size’s short name for the scale. Taking the rules apart makes a rule that is forgotten here not compile.
    pub fn values(&self) -> Vec<(String, Value)> {
        let Season { starts_on, ends_on, last_claim_on } = self.season;
        let Rules {
            accept_with_partner,
            fund_policy,
            overcommitment,
            approvals,
            minimum_payment_cents,
            payment_target_days,
            payment_every,
            payment_route,
            cooling_off_days,
            refund_limit_cents,
            replacement,
            on_the_spot_cents,
            gives_change,
            offline: Offline { value_cents, lists_hours },
            alerts: Alerts { household_coupons, run_coupons, peers_times, minute_coupons, hours_away },
        } = self.rules;
        let rules = [
            ("starts_on", Value::Day(starts_on)),
            ("ends_on", Value::Day(ends_on)),
            ("last_claim_on", Value::Day(last_claim_on)),
            ("accept_with_partner", Value::Choice(accept_with_partner)),
            ("fund_policy", Value::FundPolicy(fund_policy)),
            ("overcommitment_percent", Value::Share(overcommitment)),
            ("approvals", Value::Count(approvals.into())),
            ("minimum_payment", Value::Money(minimum_payment_cents)),
            ("payment_target_days", Value::Count(payment_target_days.into())),
            ("payment_every", Value::PaymentEvery(payment_every)),
            ("payment_route", Value::PaymentRoute(payment_route)),
            ("cooling_off_days", Value::Count(cooling_off_days.into())),
            ("refund_limit", Value::Money(refund_limit_cents)),
            ("replacement", Value::Replacement(replacement)),
            ("on_the_spot_limit", Value::Money(on_the_spot_cents)),
            ("gives_change", Value::Choice(gives_change)),
            ("value_by_day", Value::Money(value_cents)),
            ("lists_hours", Value::Count(lists_hours)),
            ("household_coupons", Value::Count(household_coupons)),
            ("run_coupons", Value::Count(run_coupons)),
            ("peers_times", Value::Count(peers_times)),
            ("minute_coupons", Value::Count(minute_coupons)),
            ("hours_away", Value::Count(hours_away)),
        ];
        let rules = rules.into_iter().map(|(name, value)| (name.to_owned(), value));
        let scale = self.bands.iter().map(|band| (format!("band-{}", band.key), Value::Money(band.weekly_cents)));
        rules.chain(scale).collect()
    }

    /// What differs in `after`, in the order of the programme's file.
    pub fn changes(&self, after: &Self) -> Vec<Change> {
        let was = self.values();
        let before = |what: &str| was.iter().find(|(name, _)| name == what).map(|(_, value)| *value);
        let now = after.values().into_iter().map(|(what, after)| Change { before: before(&what), what, after });
        now.filter(|change| change.before != Some(change.after)).collect()
    }
}

impl Amendment {
    /// What it changes.
    pub fn changes(&self) -> Vec<Change> {
        self.before.changes(&self.after)
    }

    /// Whether it counts on a day.
    pub fn is_in_force(&self, day: Date) -> bool {
        matches!(self.progress, Progress::Confirmed { .. }) && self.from <= day
    }
}

impl Book {
    /// What is decided, as the book says it now.
    pub fn decided(&self) -> Decided {
        Decided { season: self.season, rules: self.rules.clone(), bands: self.bands.clone() }
    }

    /// The book on a day: with what the amendments in force say. Days only go forward, and asking again for the same day
    /// changes nothing.
    pub fn on(&self, day: Date) -> Cow<'_, Self> {
        let Some(last) = self.amendments.iter().rev().find(|amendment| amendment.is_in_force(day)) else {
            return Cow::Borrowed(self);
        };
        let Decided { season, rules, bands } = &last.after;
        if (season, rules, bands) == (&self.season, &self.rules, &self.bands) {
            return Cow::Borrowed(self);
        }
        Cow::Owned(Self { season: *season, rules: rules.clone(), bands: bands.clone(), ..self.clone() })
    }

    /// The same for a book that is shared.
    #[must_use]
    pub fn at(self: Arc<Self>, instant: Timestamp) -> Arc<Self> {
        match self.on(self.day_of(instant)) {
            Cow::Owned(book) => Arc::new(book),
            Cow::Borrowed(_) => self,
        }
    }

    /// Puts an amendment where it was, or after the others.
    pub fn write_amendment(&mut self, amendment: Amendment) {
        match self.amendments.iter_mut().find(|known| known.number == amendment.number) {
            Some(slot) => *slot = amendment,
            None => self.amendments.push(amendment),
        }
    }

    /// The amendment that waits for a second person.
    pub fn amendment_asked(&self) -> Option<&Amendment> {
        self.amendments.last().filter(|amendment| amendment.progress == Progress::Asked)
    }

    /// What is decided once all that is confirmed is in force, and the first day on which that may change again: days
    /// go forward, so that no amendment undoes a later one unseen.
    pub fn decided_last(&self) -> (Decided, Option<Date>) {
        let confirmed = |amendment: &&Amendment| matches!(amendment.progress, Progress::Confirmed { .. });
        match self.amendments.iter().rev().find(confirmed) {
            Some(last) => (last.after.clone(), Some(last.from)),
            None => (self.decided(), None),
        }
    }

    /// Whether what is asked may be decided from a day on.
    pub fn may_amend(&self, after: &Decided, from: Date, today: Date) -> Result<Decided, Refusal> {
        if self.closed_at.is_some() {
            return Err(Refusal::SeasonClosed);
        }
        let (before, since) = self.decided_last();
        if from < today {
            return Err(Refusal::PastDay { day: from });
        }
        if let Some(since) = since.filter(|since| from < *since) {
            return Err(Refusal::BeforeAmendment { since });
        }
        if before == *after {
            return Err(Refusal::NothingChanges);
        }
        season::check_decided(after)?;
        if let Some(gone) = before.bands.iter().find(|band| after.bands.iter().all(|b| b.key != band.key)) {
            return Err(Refusal::SizeGone { band: gone.label.clone() });
        }
        let (was, is) = (before.season, after.season);
        if was.starts_on != is.starts_on && was.starts_on.min(is.starts_on) <= today {
            return Err(Refusal::WrongDates { from: is.starts_on, until: was.starts_on });
        }
        // Paper says until when: a season that ends before it would make it lie.
        let mut printed = self.classes.iter().filter_map(|class| Some((class, class.expires_on?)));
        if let Some((class, until)) = printed.find(|(_, until)| is.ends_on < was.ends_on && *until > is.ends_on) {
            return Err(Refusal::PrintedUntil { class: class.name.clone(), until });
        }
        if from > is.last_claim_on {
            return Err(Refusal::WrongDates { from, until: is.last_claim_on });
        }
        Ok(before)
    }
}

/// Asks. Everything stays as it is until another person confirms.
pub(crate) fn ask<W: World>(
    world: &mut W,
    (from, after): (Date, &Decided),
    reason: &str,
    asked_by: Actor,
    today: Date,
) -> Step<Outcome, W> {
    let book = world.book();
    if book.amendment_asked().is_some() {
        return Err(Refusal::WrongStep { state: "waiting".to_owned() }.into());
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Refusal::TooLongText { limit: LONGEST_REASON as u64 }.into());
    }
    let before = book.may_amend(after, from, today)?;
    let number = u32::try_from(book.amendments.len()).unwrap_or(u32::MAX).saturating_add(1);
    let (reason, after) = (reason.to_owned(), after.clone());
    world.amend(Amendment { number, from, reason, asked_by, progress: Progress::Asked, before, after })?;
    Ok(Outcome::Done)
}

/// Confirms: from its day on, it is what the programme does.
pub(crate) fn confirm<W: World>(world: &mut W, number: u32, by: Actor, today: Date) -> Step<Outcome, W> {
    let asked = waiting(world, number)?;
    if asked.asked_by == by {
        return Err(Refusal::SecondPersonNeeded.into());
    }
    // Somebody may have closed the season or added a class since, and its day may have passed.
    world.book().may_amend(&asked.after, asked.from, today)?;
    world.amend(Amendment { progress: Progress::Confirmed { by }, ..asked })?;
    Ok(Outcome::Done)
}

/// Gives up: whoever asked changed their mind, or the second person says no.
pub(crate) fn give_up<W: World>(world: &mut W, number: u32, by: Actor) -> Step<Outcome, W> {
    let asked = waiting(world, number)?;
    world.amend(Amendment { progress: Progress::Dropped { by }, ..asked })?;
    Ok(Outcome::Done)
}

fn waiting<W: World>(world: &W, number: u32) -> Step<Amendment, W> {
    let found = world.book().amendments.iter().find(|amendment| amendment.number == number).ok_or(Refusal::NotFound)?;
    match found.progress {
        Progress::Asked => Ok(found.clone()),
        Progress::Confirmed { .. } => Err(Refusal::WrongStep { state: "confirmed".to_owned() }.into()),
        Progress::Dropped { .. } => Err(Refusal::WrongStep { state: "cancelled".to_owned() }.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, Envelope};
    use crate::ids::{PersonId, ProgrammeId};
    use crate::memory::Memory;
    use crate::programme::Identity;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    const FIRST: Date = date(2025, 7, 1);

    fn opening() -> Command {
        let identity = Identity {
            id: ProgrammeId(1),
            key: "essai".into(),
            name: "Essai".into(),
            territory: "MRC".into(),
            carrier: "Table".into(),
            fiduciary: "UPA".into(),
            time_zone: "UTC".into(),
            language: "fr".into(),
            host: "pcn.example".into(),
            territories: vec![],
            simulated: false,
            published_figures: false,
            conditions: String::new(),
            receipts: None,
        };
        let season = Season { starts_on: FIRST, ends_on: date(2025, 10, 13), last_claim_on: date(2025, 10, 31) };
        Command::Open { identity: Box::new(identity), season, rules: Box::default(), units: vec![], bands: vec![] }
    }

    /// A programme in memory, told what to do on which day.
    #[derive(Default)]
    struct Told(Memory);

    impl Told {
        fn tell(&mut self, day: Date, person: u32, command: Command) -> Outcome {
            let at = day.to_zoned(jiff::tz::TimeZone::UTC).expect("a day").timestamp();
            let id = uuid::Uuid::from_u128(self.0.applied().try_into().expect("small"));
            let actor = Actor::Person(PersonId(person));
            self.0.apply(&Envelope { id, actor, device: None, claimed_at: at, command }, at)
        }

        fn book(&self) -> &Book {
            self.0.opened().expect("open")
        }
    }

    proptest! {
        /// However amendments follow each other, a day's decisions are those of the last one confirmed for it, asking
        /// twice or stopping on the way changes nothing, and no amendment reaches back.
        #[test]
        fn a_day_is_decided_once(steps in prop::collection::vec((0i32..5, 0i32..40, 1u8..20, any::<bool>()), 1..12)) {
            let mut told = Told::default();
            assert_eq!(told.tell(FIRST, 1, opening()), Outcome::Done);
            let mut expected: Vec<(Date, u8)> = vec![(FIRST, told.book().rules.payment_target_days)];
            let mut today = FIRST;
            for (wait, ahead, days, agrees) in steps {
                today = today.checked_add(wait.days()).expect("near");
                let from = today.checked_add(ahead.days()).expect("near");
                let (mut after, since) = told.book().on(today).decided_last();
                let is_new = after.rules.payment_target_days != days;
                after.rules.payment_target_days = days;
                let asked = told.tell(today, 1, Command::AskAmendment { from, after: Box::new(after), reason: "x".into() });
                let is_late = since.is_some_and(|since| from < since);
                prop_assert_eq!(asked == Outcome::Done, is_new && !is_late && from <= date(2025, 10, 31), "{:?}", asked);
                if asked != Outcome::Done {
                    continue;
                }
                let number = told.book().amendment_asked().expect("it waits").number;
                if agrees {
                    let alone = told.tell(today, 1, Command::ConfirmAmendment { number });
                    prop_assert_eq!(alone.refusal(), Some(&Refusal::SecondPersonNeeded));
                    prop_assert_eq!(told.tell(today, 2, Command::ConfirmAmendment { number }), Outcome::Done);
                    expected.push((from, days));
                } else {
                    prop_assert_eq!(told.tell(today, 2, Command::DropAmendment { number }), Outcome::Done);
                }
            }
            let book = told.book().clone();
            for later in 0..60 {
                let day = today.checked_add(later.days()).expect("near");
                let on = book.on(day);
                let due = expected.iter().rev().find(|(from, _)| *from <= day).expect("the opening");
                prop_assert_eq!(on.rules.payment_target_days, due.1);
                prop_assert_eq!(&*on.on(day), &*on);
                let next = day.checked_add(7.days()).expect("near");
                prop_assert_eq!(&*on.on(next), &*book.on(next));
            }
        }
    }

    #[test]
    fn what_changes_is_named_as_in_the_file() {
        let mut told = Told::default();
        told.tell(FIRST, 1, opening());
        let before = told.book().decided();
        let mut after = before.clone();
        after.rules.overcommitment = Bps(11_000);
        after.rules.replacement = Replacement::Never;
        after.bands.push(Band { key: "1".into(), label: "1 personne".into(), weekly_cents: 2_000 });
        let changes = before.changes(&after);
        let what: Vec<&str> = changes.iter().map(|change| change.what.as_str()).collect();
        assert_eq!(what, ["overcommitment_percent", "replacement", "band-1"]);
        assert_eq!(changes.last().map(|change| (change.before, change.after)), Some((None, Value::Money(2_000))));
        assert!(before.changes(&before).is_empty());
    }
}
