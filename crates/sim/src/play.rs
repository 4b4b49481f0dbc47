//! A pilot played from its first dollar, day by day.

use crate::calendar::{days_between, is_weekday, plus};
use crate::cast::{self, Cast};
use crate::chance::Chance;
use crate::deed::Deed;
use crate::desk::Desk;
use crate::households::Household;
use crate::market::Planned;
use crate::money::Paying;
use crate::pilot::Pilot;
use crate::plan::{End, Plan};
use crate::stock::Stock;
use anyhow::{Context, Result, anyhow, ensure};
use app::App;
use app::simulated::Clock;
use domain::ids::{CouponId, DisputeId, PersonId, PlaceId, ProgrammeId, VendorId};
use domain::role::Role;
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Somebody of the programme, for the demo's way in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Their role; `role.key()` names its label.
    pub role: Role,
    /// Their invented name, with what the role is limited to.
    pub name: String,
    /// Who.
    pub person: PersonId,
}

/// A pilot as it was played.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Played {
    /// Which pilot.
    pub pilot: Pilot,
    /// The programme.
    pub programme: ProgrammeId,
    /// Its people: coordinator, two treasurers, two approvers, auditor, workers, managers, merchants,
    /// funders, in this order.
    pub links: Vec<Link>,
    /// Where the clock stands.
    pub now: Timestamp,
    /// Households that were known to an organisation.
    pub households: u32,
    /// Sales to the public.
    pub sales: u32,
    /// Disputes left open.
    pub open_disputes: u32,
}

/// A season in progress: what its people know, kept beside the program to check its answers.
pub(crate) struct Season<'a> {
    pub desk: Desk<'a>,
    pub plan: Plan,
    pub scale: u32,
    pub cast: Cast,
    pub stock: Stock,
    pub households: Vec<Household>,
    /// Coupons handed out and spent, by organisation.
    pub handed_out: Vec<u64>,
    pub spent: Vec<u64>,
    /// Coupons accepted, and where, in order.
    pub accepted: Vec<(CouponId, VendorId)>,
    /// Open disputes, oldest first.
    pub disputes: Vec<DisputeId>,
    pub duplicates: u32,
    pub losses: u32,
    pub sales: u32,
    pub lost_coupons: Vec<CouponId>,
    pub late_reports: Vec<Deed>,
    pub late_piles: Vec<Planned>,
    pub paying: Paying,
    /// Weeks since the first hand-out, and in the whole season.
    pub week: u32,
    pub weeks_played: u32,
    pub last_day: Date,
    /// The market day whose paper is brought in two weeks late.
    pub late_pile_day: Date,
    devices: BTreeMap<VendorId, Uuid>,
}

/// Plays a pilot on a platform whose clock is `clock`, `scale` times as many households and dollars as
/// published. The same seed on the same platform gives the same season, to the last link of its log.
/// `progress` hears what is going on and how much is done, in percent.
pub fn play(
    app: &App,
    clock: &Clock,
    pilot: Pilot,
    seed: u64,
    scale: u32,
    progress: &mut dyn FnMut(&str, u32),
) -> Result<Played> {
    ensure!((1..=1_000).contains(&scale), "a scale is from 1 to 1000");
    let plan = Plan::of(pilot);
    let file = pilot.file().map_err(|refusal| anyhow!("{}: {refusal:?}", pilot.key()))?;
    let zone = TimeZone::get(&file.programme.time_zone)?;
    let first_money = plan.money.iter().map(|(_, _, day)| *day).min().context("a plan has money")?;
    progress(pilot.key(), 0);
    clock.set(plus(first_money, -7)?.at(9, 0, 0, 0).to_zoned(zone)?.timestamp());
    let programme = app.open_programme_wait(&file)?;
    let book = app.programme_wait(&programme.0.to_string())?;
    let mut desk = Desk::new(app, clock, book, Chance::new(seed));
    let cast = cast::gather(&mut desk, clock.now())?;
    let season = Season::new(desk, plan, scale, cast)?;
    let played = season.through(progress)?;
    let open_disputes = u32::try_from(played.disputes.len())?;
    let households = u32::try_from(played.households.iter().filter(|h| h.partner.is_some()).count())?;
    progress(pilot.key(), 100);
    Ok(Played { pilot, programme, links: played.cast.links, now: clock.now(), households, sales: played.sales, open_disputes })
}

impl<'a> Season<'a> {
    fn new(desk: Desk<'a>, plan: Plan, scale: u32, cast: Cast) -> Result<Self> {
        let dates = desk.book.season;
        let last_day = match plan.end {
            End::Closed => dates.ends_on,
            End::Left(day) => day,
        };
        let weeks_played = u32::try_from(days_between(plan.first_monday, last_day) / 7 + 1)?;
        // The last Saturday of the season.
        let late_pile_day =
            (0..7).map(|back| plus(dates.ends_on, -back)).find(|d| d.as_ref().is_ok_and(|d| d.weekday() == Weekday::Saturday));
        Ok(Self {
            desk,
            scale,
            cast,
            stock: Stock::default(),
            households: Vec::new(),
            handed_out: Vec::new(),
            spent: Vec::new(),
            accepted: Vec::new(),
            disputes: Vec::new(),
            duplicates: 0,
            losses: 0,
            sales: 0,
            lost_coupons: Vec::new(),
            late_reports: Vec::new(),
            late_piles: Vec::new(),
            paying: Paying::default(),
            week: 0,
            weeks_played,
            last_day,
            late_pile_day: late_pile_day.context("every week has a Saturday")??,
            devices: BTreeMap::new(),
            plan,
        })
    }

    fn through(mut self, progress: &mut dyn FnMut(&str, u32)) -> Result<Self> {
        let key = self.desk.book.identity.key.clone();
        let printed_on = plus(self.plan.first_monday, -10)?;
        self.settle_in()?;
        self.receive_all()?;
        self.print_all(printed_on)?;
        self.accounts(plus(printed_on, 1)?)?;
        self.allot_first(plus(printed_on, 6)?)?;
        let mut day = self.plan.first_monday;
        while day <= self.last_day {
            self.day(day)?;
            let done = days_between(self.plan.first_monday, day) * 94 / (i64::from(self.weeks_played) * 7);
            progress(&key, 5 + u32::try_from(done)?);
            day = plus(day, 1)?;
        }
        self.end()?;
        Ok(self)
    }

    /// One day, in the order of its hours.
    fn day(&mut self, day: Date) -> Result<()> {
        self.week = u32::try_from(days_between(self.plan.first_monday, day) / 7)?;
        self.report_late(day)?;
        self.sell(day)?;
        self.refund(day)?;
        let hand_outs = self.plan.week_of(day);
        if let Some(week) = hand_outs.filter(|_| day.weekday() == Weekday::Monday) {
            self.refill(day, week)?;
        }
        self.settle(day)?;
        if let Some(week) = hand_outs.filter(|_| is_weekday(day)) {
            // Each organisation has its morning, Monday to Wednesday.
            let turn = usize::try_from(days_between(self.plan.first_monday, day) % 7)?;
            for partner in (0..self.desk.book.partners.len()).filter(|p| p % 3 == turn) {
                self.hand_out(day, week, partner)?;
            }
        }
        if day.weekday() == Weekday::Thursday {
            self.lose(day)?;
            // The last ones are left for whoever takes the demo's chair.
            let keep = if self.plan.end == End::Closed { 0 } else { 2 };
            self.decide(self.desk.at(day, 12, 45)?, keep)?;
        }
        self.market_day(day)
    }

    /// Who counts at a place.
    pub(crate) fn manager(&self, place: PlaceId) -> PersonId {
        self.cast.managers[place.0 as usize - 1]
    }

    /// Who holds a merchant's telephone.
    pub(crate) fn merchant(&self, vendor: VendorId) -> PersonId {
        self.cast.merchants[vendor.0 as usize - 1]
    }

    /// A merchant's telephone.
    pub(crate) fn device_of(&mut self, vendor: VendorId) -> Uuid {
        let chance = &mut self.desk.chance;
        *self.devices.entry(vendor).or_insert_with(|| chance.uuid(Timestamp::UNIX_EPOCH))
    }
}
