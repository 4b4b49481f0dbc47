//! Market days: people come in the hours their market is open, buy from two or three stalls, and each
//! stall takes coupons its own way.

use crate::calendar::plus;
use crate::deed::{Deed, Done, What};
use crate::plan::{Opening, Plan};
use crate::play::Season;
use anyhow::{Context, Result, ensure};
use app::redemption::CountIn;
use domain::ids::{CouponId, PersonId, PlaceId, VendorId};
use domain::programme::PlaceKind;
use domain::redemption::Channel;
use domain::refusal::Refusal;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A count-in to be sent, and what its answer must be.
pub(crate) struct Planned {
    /// The deed.
    pub deed: Deed,
    /// Coupons it must accept.
    pub accepted: u64,
    /// Disputes it must open.
    pub disputes: usize,
}

/// Coupons one stall took from one person at one time.
struct Purchase {
    at: Timestamp,
    coupons: Vec<CouponId>,
}

/// A stall takes coupons in one way all season.
pub(crate) fn channel_of(vendor: VendorId, kind: PlaceKind) -> Channel {
    match (kind, vendor.0 % 3) {
        (PlaceKind::SelfService, _) | (_, 1) => Channel::Counted,
        (_, 2) => Channel::Online,
        _ => Channel::Offline,
    }
}

/// The telephone whose clock is a day and six hours slow: its owner is warned, and paid all the same.
const SLOW_PHONE: VendorId = VendorId(6);
const SLOW: SignedDuration = SignedDuration::from_hours(30);

impl Season<'_> {
    /// Everything that happens at the places open on a day, sent in the order of arrival.
    pub(crate) fn market_day(&mut self, day: Date) -> Result<()> {
        let season = self.desk.book.season;
        let last_week = Plan::is_last_week(&season, day);
        let mut planned = Vec::new();
        for opening in self.plan.open_on(&season, day) {
            // Rain, hail, a burst tyre: sometimes a market does not open. Never in the last week.
            if !last_week && self.desk.chance.percent(3) {
                continue;
            }
            planned.extend(self.open_place(day, opening, last_week)?);
        }
        self.send(planned)
    }

    /// Sends count-ins and checks every answer.
    pub(crate) fn send(&mut self, mut planned: Vec<Planned>) -> Result<()> {
        planned.sort_by_key(|p| p.deed.at);
        let (deeds, expected): (Vec<Deed>, Vec<_>) = planned.into_iter().map(|p| (p.deed, (p.accepted, p.disputes))).unzip();
        for (done, (accepted, disputes)) in self.desk.run(deeds)?.into_iter().zip(expected) {
            let Done::Counted(answer) = done else { continue };
            ensure!(
                answer.accepted == accepted,
                "{} coupons accepted instead of {accepted}: {:?}",
                answer.accepted,
                answer.codes
            );
            let opened: Vec<_> = answer
                .codes
                .iter()
                .filter_map(|c| if let Some(Refusal::Disputed { dispute }) = c.refusal { Some(dispute) } else { None })
                .collect();
            ensure!(opened.len() == disputes, "{} disputes instead of {disputes}", opened.len());
            self.disputes.extend(opened);
        }
        Ok(())
    }

    fn open_place(&mut self, day: Date, opening: &Opening, last_week: bool) -> Result<Vec<Planned>> {
        let book = self.desk.book.clone();
        let place = book.place_by_key(opening.place).context("a place of the plan")?;
        let stalls: Vec<VendorId> =
            book.agreements.iter().filter(|a| a.place == place.id && a.is_in_force(day)).map(|a| a.vendor).collect();
        ensure!(!stalls.is_empty(), "nobody sells at {}", opening.place);
        let baskets = self.shop(day, opening, &stalls, last_week)?;
        let closes_at = self.desk.at(day, opening.to.0, opening.to.1)?;
        let mut planned = Vec::new();
        for (vendor, purchases) in baskets {
            let channel = channel_of(vendor, place.kind);
            if channel == Channel::Counted {
                planned.extend(self.count_pile(day, place.id, vendor, purchases, closes_at)?);
            } else {
                planned.extend(self.phone_sales(place.id, vendor, channel, purchases, closes_at)?);
            }
        }
        self.slip_in(place.id, &stalls, closes_at, &mut planned)?;
        Ok(planned)
    }

    /// Who comes and what they spend where.
    fn shop(
        &mut self,
        day: Date,
        opening: &Opening,
        stalls: &[VendorId],
        last_week: bool,
    ) -> Result<BTreeMap<VendorId, Vec<Purchase>>> {
        // On days when organisations receive people in the morning, their households shop afterwards.
        let from_hour = if crate::calendar::is_weekday(day) { opening.from.0.max(13) } else { opening.from.0 };
        let from = self.desk.at(day, from_hour, opening.from.1)?;
        let minutes = usize::try_from(self.desk.at(day, opening.to.0, opening.to.1)?.duration_since(from).as_mins())?;
        let mut order: Vec<usize> =
            (0..self.households.len()).filter(|h| self.households[*h].places.contains(&opening.place)).collect();
        self.desk.chance.shuffle(&mut order);
        let mut baskets: BTreeMap<VendorId, Vec<Purchase>> = BTreeMap::new();
        for index in order {
            let partner = self.households[index].partner;
            let stays =
                !last_week && !self.desk.chance.percent(self.plan.visit_percent / u32::from(partner.is_none()).saturating_add(1));
            let may = partner.map_or(u64::MAX, |p| self.may_spend(p));
            let purse = self.households[index].purse.len();
            if stays || may == 0 || purse == 0 {
                continue;
            }
            let wish = if last_week { purse } else { self.desk.chance.between(2, 16) };
            let mut left = wish.min(purse).min(usize::try_from(may).unwrap_or(usize::MAX));
            if let Some(partner) = partner {
                self.spent[partner] += left as u64;
            }
            let mut at = from.checked_add(SignedDuration::from_mins(i64::try_from(self.desk.chance.below(minutes - 10))?))?;
            while left > 0 {
                let count = self.desk.chance.between(1, 6).min(left);
                left -= count;
                let vendor = *self.desk.chance.pick(stalls).context("a stall")?;
                // The oldest coupons of the purse first, as people do.
                let coupons: Vec<CouponId> = self.households[index].purse.drain(..count).collect();
                self.accepted.extend(coupons.iter().map(|c| (*c, vendor)));
                baskets.entry(vendor).or_default().push(Purchase { at, coupons });
                at = at.checked_add(SignedDuration::from_secs(90))?;
            }
        }
        Ok(baskets)
    }

    /// Coupons an organisation's households may still spend for its use to be as planned.
    pub(crate) fn may_spend(&self, partner: usize) -> u64 {
        let (bps, handed_out) = (self.plan.shares[partner].use_bps, self.handed_out[partner]);
        // Rounded towards the middle of the published range, so that no organisation leaves it.
        let quota = if bps < 7_800 { (handed_out * bps).div_ceil(10_000) } else { handed_out * bps / 10_000 };
        quota.saturating_sub(self.spent[partner])
    }

    /// A pile of paper, counted by the market's manager after closing, or at home by a farm. Now and then
    /// a code is mistyped, seen, and typed again.
    fn count_pile(
        &mut self,
        day: Date,
        place: PlaceId,
        vendor: VendorId,
        purchases: Vec<Purchase>,
        closes_at: Timestamp,
    ) -> Result<Vec<Planned>> {
        let kind = self.desk.book.place(place).context("a place")?.kind;
        let person = if kind == PlaceKind::Market { self.manager(place) } else { self.merchant(vendor) };
        let coupons: Vec<CouponId> = purchases.into_iter().flat_map(|p| p.coupons).collect();
        let is_kept = day == self.late_pile_day && kind == PlaceKind::Market;
        let mut at = closes_at.checked_add(SignedDuration::from_mins(20 + i64::from(vendor.0 % 7) * 3))?;
        if is_kept {
            // The envelope left in the truck: brought in before the last day for claims.
            at = self.desk.at(plus(self.late_pile_day, 14)?, 18, i8::try_from(vendor.0 % 60)?)?;
        }
        let mut planned = Vec::new();
        for chunk in coupons.chunks(1_000) {
            let mut codes: Vec<String> = chunk.iter().map(|c| self.stock.code(*c)).collect::<Result<_>>()?;
            let mut retyped = None;
            if self.desk.chance.percent(12) {
                let wrong = self.desk.chance.below(codes.len());
                retyped = Some(codes[wrong].clone());
                codes[wrong] = mistyped(&codes[wrong]);
            }
            let count = CountIn { vendor, place, channel: Channel::Counted, codes };
            let accepted = chunk.len() as u64 - u64::from(retyped.is_some());
            if accepted > 0 {
                planned.push(self.plan_count(person, None, (at, closes_at), count, accepted));
            }
            if let Some(code) = retyped {
                at = at.checked_add(SignedDuration::from_secs(75))?;
                let count = CountIn { vendor, place, channel: Channel::Counted, codes: vec![code] };
                planned.push(self.plan_count(person, None, (at, closes_at), count, 1));
            }
        }
        if is_kept {
            self.late_piles.append(&mut planned);
        }
        Ok(planned)
    }

    /// A merchant's telephone: each sale at once, or all of them when the road has a signal again.
    fn phone_sales(
        &mut self,
        place: PlaceId,
        vendor: VendorId,
        channel: Channel,
        purchases: Vec<Purchase>,
        closes_at: Timestamp,
    ) -> Result<Vec<Planned>> {
        let person = self.merchant(vendor);
        let device = Some(self.device_of(vendor));
        let slow = if vendor == SLOW_PHONE { SLOW } else { SignedDuration::ZERO };
        let mut planned = Vec::with_capacity(purchases.len());
        for purchase in purchases {
            let codes: Vec<String> = purchase.coupons.iter().map(|c| self.stock.code(*c)).collect::<Result<_>>()?;
            let evening = closes_at.checked_add(SignedDuration::from_mins(45 + i64::from(vendor.0)))?;
            let at = if channel == Channel::Online { purchase.at } else { evening };
            // A clock cannot be blamed for a day on which the season had not begun.
            let claimed_at = if self.is_opening_week(purchase.at) { purchase.at } else { purchase.at.checked_sub(slow)? };
            let accepted = codes.len() as u64;
            let count = CountIn { vendor, place, channel, codes };
            planned.push(self.plan_count(person, device, (at, claimed_at), count, accepted));
        }
        Ok(planned)
    }

    /// A count-in that arrives at the first instant and happened, they say, at the second.
    pub(crate) fn plan_count(
        &mut self,
        person: PersonId,
        device: Option<Uuid>,
        (at, claimed_at): (Timestamp, Timestamp),
        count: CountIn,
        accepted: u64,
    ) -> Planned {
        Planned { deed: self.desk.deed_of(person, device, at, claimed_at, What::CountIn(count)), accepted, disputes: 0 }
    }

    fn is_opening_week(&self, at: Timestamp) -> bool {
        let day = self.desk.book.day_of(at);
        crate::calendar::days_between(self.desk.book.season.starts_on, day) < 7
    }
}

/// A code with one symbol read wrong.
fn mistyped(code: &str) -> String {
    let mut symbols: Vec<char> = code.chars().collect();
    symbols[3] = if symbols[3] == '8' { 'B' } else { '8' };
    symbols.into_iter().collect()
}
