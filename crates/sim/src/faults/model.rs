//! What people believe from the answers they received, and whether the database agrees.

use super::Weather;
use anyhow::{Result, ensure};
use app::live_use::LiveUse;
use app::redemption::CountInAnswer;
use domain::amount::Unit;
use domain::ids::{CouponId, VendorId};
use domain::refusal::Refusal;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Beliefs.
#[derive(Default)]
pub(super) struct Model {
    /// Which letter each coupon was accepted in.
    accepted: BTreeMap<CouponId, Uuid>,
    /// Accepted and owed in dollars, by merchant.
    by_vendor: BTreeMap<u32, (u64, i64)>,
    /// What happened.
    pub weather: Weather,
}

impl Model {
    /// A letter's first answer.
    pub(super) fn believe(&mut self, id: Uuid, vendor: VendorId, answer: &CountInAnswer) -> Result<()> {
        let mut count = 0;
        let mut by_unit: BTreeMap<Unit, i64> = BTreeMap::new();
        let totals = self.by_vendor.entry(vendor.0).or_default();
        for code in &answer.codes {
            ensure!(code.accepted != code.refusal.is_some(), "yes and no about one code: {code:?}");
            if let Some(Refusal::Disputed { .. }) = code.refusal {
                self.weather.disputes += 1;
            }
            let (true, Some(coupon)) = (code.accepted, code.coupon) else { continue };
            let before = self.accepted.insert(coupon, id);
            ensure!(before.is_none(), "coupon {coupon} accepted in {before:?} and in {id}");
            count += 1;
            totals.0 += 1;
            if let Some(amount) = code.amount {
                *by_unit.entry(amount.unit).or_default() += amount.minor;
            }
        }
        ensure!(answer.accepted == count, "{} accepted, {count} codes say so", answer.accepted);
        let stated: BTreeMap<Unit, i64> = answer.amounts.iter().map(|a| (a.unit, a.minor)).collect();
        ensure!(stated == by_unit, "{stated:?} owed, codes say {by_unit:?}");
        totals.1 += by_unit.get(&Unit::CAD).copied().unwrap_or(0);
        self.weather.accepted += u32::try_from(count)?;
        Ok(())
    }

    /// Whether the database says what people were told. Only when every letter was answered.
    pub(super) fn compare(&self, live: &LiveUse) -> Result<()> {
        let redeemed = live.by_state.get("redeemed").map_or(0, |q| q.count);
        ensure!(redeemed >= self.accepted.len() as u64, "{} coupons were accepted, {redeemed} are spent", self.accepted.len());
        for (vendor, (count, cents)) in &self.by_vendor {
            let stored = live.by_vendor.get(vendor).copied().unwrap_or_default();
            ensure!(
                stored.count >= *count && stored.cents >= *cents,
                "merchant {vendor}: told {count} for {cents}, stored {stored:?}"
            );
        }
        Ok(())
    }

    /// The same when nothing is on its way any more: exactly.
    pub(super) fn compare_exactly(&self, live: &LiveUse) -> Result<()> {
        self.compare(live)?;
        let redeemed = live.by_state.get("redeemed").map_or(0, |q| q.count);
        ensure!(redeemed == self.accepted.len() as u64, "{} coupons were accepted, {redeemed} are spent", self.accepted.len());
        for (vendor, stored) in &live.by_vendor {
            let told = self.by_vendor.get(vendor).copied().unwrap_or_default();
            ensure!((stored.count, stored.cents) == told, "merchant {vendor}: told {told:?}, stored {stored:?}");
        }
        Ok(())
    }
}
