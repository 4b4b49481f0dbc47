//! The office: everything that is not a sale. Mostly sensible requests, sometimes nonsense; each is sent
//! until it is answered, and often once more to see that nothing happens twice.

use super::machine::Machine;
use super::model::Model;
use crate::chance::Chance;
use crate::deed::{Deed, Done, What};
use anyhow::{Context, Result, bail, ensure};
use app::bank_details::Account;
use app::{batch, coupon, dispute, handout, settlement};
use domain::amount::Amount;
use domain::command::Placement;
use domain::coupon::{Coupon, CouponRange, Funding, State};
use domain::coupon_set::CouponSet;
use domain::dispute::Decision;
use domain::fund::{Expense, FundPolicy};
use domain::handout::Choice;
use domain::ids::{Actor, BatchId, CouponId, FundId, PartnerId, PaymentId, PersonId, PlaceId, RunId, VendorId};
use domain::programme::Entry;
use domain::refusal::Refusal;
use domain::role::{Grant, Role};
use jiff::civil::date;
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeMap;

/// Coupons of each class.
const PRINTED: u32 = 36;

/// The people of the office and the coupons they had printed.
pub(super) struct Office {
    /// Two treasurers and an approver.
    pub people: [PersonId; 3],
    /// What is printed on each coupon.
    pub codes: BTreeMap<CouponId, String>,
}

impl Office {
    /// Gives the office its people, money and coupons.
    pub(super) fn install(machine: &mut Machine, chance: &mut Chance) -> Result<Self> {
        let people = [machine.add_person("Ana")?, machine.add_person("Bob")?, machine.add_person("Cléo")?];
        let roles = [Role::Treasurer, Role::Treasurer, Role::Approver];
        let grants = people.iter().zip(roles).map(|(person, role)| Entry::Grant(Grant { person: *person, role })).collect();
        let mut office = Self { people, codes: BTreeMap::new() };
        let mut whats = vec![What::Enroll(grants)];
        let book = machine.book.clone();
        for fund in book.funds.iter().filter(|f| !f.is_sales) {
            let amount = Amount::cad(chance.between(20, 110).try_into().map(|d: i64| d * 100)?);
            whats.push(What::Receive { fund: fund.id, amount, reference: "don".to_owned(), on: date(2025, 6, 20) });
            whats.push(What::SetAside { fund: fund.id, amount: Amount::cad(1_500) });
        }
        for class in &book.classes {
            whats.push(What::Issue { class: class.id, count: PRINTED, booklet: 6 });
        }
        for what in whats {
            if chance.percent(10) {
                machine.arm(chance);
            }
            let done = machine.ask(chance, Actor::System, what)?;
            if let Ok(Done::Batch(id)) = done {
                office.read_codes(machine, id)?;
                let range = CouponRange::new(id, 1, PRINTED - 4).context("a range")?;
                let taken = machine.ask(chance, Actor::System, What::TakeIn(range.into()))?;
                ensure!(taken.is_ok(), "{taken:?}");
                Self::first_carton(machine, chance, id)?;
            }
        }
        Ok(office)
    }

    /// Each organisation begins with a few coupons.
    fn first_carton(machine: &mut Machine, chance: &mut Chance, id: BatchId) -> Result<()> {
        let partners = machine.book.partners.clone();
        for (first, partner) in (1..).step_by(8).zip(partners) {
            let coupons = CouponRange::new(id, first, first + 7).context("a range")?.into();
            let fund = (machine.book.rules.fund_policy == FundPolicy::Designated).then_some(FundId(1));
            machine.ask(chance, Actor::System, What::Allot { coupons, partner: partner.id, fund })?.ok();
        }
        Ok(())
    }

    fn read_codes(&mut self, machine: &Machine, id: BatchId) -> Result<()> {
        let codes: Vec<String> = machine.look(move |cx| {
            let printable = batch::printable(cx, Actor::System, id)?;
            Ok((0..PRINTED).map(|i| printable.code(i)).collect())
        })?;
        self.codes.extend((1..).zip(codes).map(|(number, code)| (CouponId::new(id, number), code)));
        Ok(())
    }

    /// Every coupon as the program knows it.
    pub(super) fn coupons(&self, machine: &Machine) -> Result<Vec<Coupon>> {
        let numbers: Vec<String> = self.codes.keys().map(ToString::to_string).collect();
        machine.look(move |cx| numbers.iter().map(|n| coupon::find(cx, n)).collect())
    }

    /// Something happens at the office.
    pub(super) fn act(&self, machine: &mut Machine, chance: &mut Chance, model: &mut Model) -> Result<()> {
        let mut actor = Actor::System;
        let what = match chance.below(100) {
            0..56 => self.move_something(machine, chance)?,
            56..60 => take_back(machine, chance)?,
            60..67 => decide(machine, chance)?,
            67..70 => at_the_market(machine, chance)?,
            70..96 => {
                let step = pay_something(machine, chance)?;
                // The approver asks for what only a treasurer may do, but not often.
                let may_ask = if matches!(step, Some(What::Approve(_))) || chance.percent(8) { 3 } else { 2 };
                actor = Actor::Person(self.people[chance.below(may_ask)]);
                step
            }
            96..98 => {
                let days = i64::try_from(chance.below(25))?;
                Some(What::Expire(date(2025, 7, 5).checked_add(days.days())?))
            }
            98 => Some(What::Spend(Expense {
                fund: a_fund(machine, chance),
                amount: Amount::cad(i64::try_from(chance.below(3_000))?),
                what: "impression".to_owned(),
                reference: "F1".to_owned(),
                on: date(2025, 7, 2),
            })),
            _ => Some(What::Receive {
                fund: a_fund(machine, chance),
                amount: Amount::cad(2_000),
                reference: "don".to_owned(),
                on: date(2025, 7, 2),
            }),
        };
        let Some(what) = what else { return Ok(()) };
        let is_payment = matches!(what, What::Confirm { .. });
        match machine.ask(chance, actor, what)? {
            Ok(_) => model.weather.payments += u32::from(is_payment),
            Err(_) => model.weather.refused += 1,
        }
        Ok(())
    }

    /// Some coupons go from one place or hand to another; one time in eight, any coupons to anywhere.
    fn move_something(&self, machine: &Machine, chance: &mut Chance) -> Result<Option<What>> {
        let all = self.coupons(machine)?;
        let nonsense = chance.percent(12);
        let some = |chance: &mut Chance, wanted: &dyn Fn(&Coupon) -> bool, most: usize| -> Vec<CouponId> {
            let of: Vec<CouponId> = all.iter().filter(|c| nonsense || wanted(c)).map(|c| c.id).collect();
            let start = chance.below(of.len());
            of.into_iter().skip(start).take(chance.between(1, most)).collect()
        };
        let book = &machine.book;
        // Somebody who has coupons, if anybody has.
        let holders: Vec<PartnerId> = all.iter().filter(|c| c.state == State::WithPartner).filter_map(|c| c.partner).collect();
        let anybody = PartnerId(u32::try_from(chance.between(1, book.partners.len()))?);
        let partner = chance.pick(&holders).copied().unwrap_or(anybody);
        let is_granted = |c: &Coupon| book.class(c.class).is_some_and(|k| k.funding == Funding::Granted);
        let set = |ids: Vec<CouponId>| ids.into_iter().collect::<CouponSet>();
        let what = match chance.below(100) {
            0..22 => {
                let is_designated = book.rules.fund_policy == FundPolicy::Designated;
                let fund = chance.percent(if is_designated { 95 } else { 40 }).then(|| a_fund(machine, chance));
                What::Allot { coupons: set(some(chance, &|c| c.state == State::InStock, 20)), partner: anybody, fund }
            }
            22..27 => {
                What::Allot { coupons: set(some(chance, &|c| c.state == State::WithPartner, 4)), partner: anybody, fund: None }
            }
            27..67 => {
                let held = some(chance, &|c| c.state == State::WithPartner && c.partner == Some(partner) && is_granted(c), 14);
                let choice = match (held.first().and_then(|id| all.iter().find(|c| c.id == *id)), chance.percent(40)) {
                    (Some(coupon), true) => Choice::Count { class: coupon.class, count: u32::try_from(held.len())? },
                    _ => Choice::Coupons(set(held)),
                };
                let pseudonym = chance.percent(50).then(|| format!("M{}", chance.below(5)));
                What::HandOut {
                    partner,
                    choice,
                    band: if chance.percent(96) { "1".to_owned() } else { "9".to_owned() },
                    pseudonym,
                }
            }
            67..77 => {
                let to = [Placement::Void, Placement::Lost, Placement::Stolen, Placement::Returned][chance.below(4)].clone();
                What::Withdraw { coupons: set(some(chance, &|c| c.state.is_live(), 2)), to, reason: "au hasard" }
            }
            77..87 => {
                let lost = some(chance, &|c| c.state == State::HandedOut, 3);
                let old = lost.first().and_then(|id| all.iter().find(|c| c.id == *id)).copied();
                let fits = |c: &Coupon| {
                    let is_near =
                        c.state == State::InStock || c.state == State::WithPartner && old.is_some_and(|o| o.partner == c.partner);
                    is_near && old.is_some_and(|o| o.class == c.class)
                };
                let with: Vec<CouponId> = all.iter().filter(|c| fits(c)).map(|c| c.id).take(lost.len()).collect();
                What::Replace { lost: set(lost), with: set(with) }
            }
            87..90 => {
                let coupons = some(chance, &|c| c.state == State::HandedOut && !is_granted(c), 2);
                What::Refund { coupons: set(coupons), reference: "retour".to_owned() }
            }
            _ => {
                let mut coupons = some(chance, &|c| c.state == State::InStock && !is_granted(c), 3);
                let sold = coupons.iter().filter(|id| all.iter().any(|c| c.id == **id && !is_granted(c))).count();
                if chance.percent(60) {
                    coupons.extend(some(chance, &|c| c.state == State::InStock && is_granted(c), 2));
                }
                let price = i64::try_from(sold)? * 500 + i64::from(chance.percent(5));
                What::Sell { coupons: set(coupons), paid: Amount::cad(price), reference: "vente".to_owned() }
            }
        };
        Ok(Some(what))
    }
}

impl Machine {
    /// Asks until answered, and one time in four once more.
    pub(super) fn ask(&mut self, chance: &mut Chance, actor: Actor, what: What) -> Result<Result<Done, Refusal>> {
        let deed = Deed { at: self.now(), request: self.request(chance, actor), what };
        let first = self.insist(&deed)?;
        if chance.percent(25) {
            let again = self.insist(&deed)?;
            ensure!(same(&first, &again), "{:?}: first {first:?}, then {again:?}", deed.what);
        }
        Ok(first)
    }
}

fn same(first: &Result<Done, Refusal>, again: &Result<Done, Refusal>) -> bool {
    match (first, again) {
        (Ok(Done::Answer(a)), Ok(Done::Answer(b))) => (&a.outcome, a.seq) == (&b.outcome, b.seq) && b.replayed,
        (a, b) => a == b,
    }
}

/// Any fund, now and then the one that only the public fills.
fn a_fund(machine: &Machine, chance: &mut Chance) -> FundId {
    FundId(u32::try_from(chance.between(1, machine.book.funds.len())).unwrap_or(1))
}

/// The last hand-out is taken back, perhaps too late, perhaps by somebody else, perhaps for the second time.
fn take_back(machine: &Machine, chance: &mut Chance) -> Result<Option<What>> {
    let last = machine.look(|cx| handout::last(cx, Actor::System, None, 3))?;
    let Some(given) = chance.pick(&last) else { return Ok(None) };
    let partner = if chance.percent(5) { PartnerId(1) } else { given.row.partner };
    Ok(Some(What::TakeBack { partner, hand_out: given.row.seq }))
}

/// Something at the end of a market day, at some place, some day.
fn at_the_market(machine: &Machine, chance: &mut Chance) -> Result<Option<What>> {
    let book = &machine.book;
    let place = PlaceId(u32::try_from(chance.between(1, book.places.len()))?);
    let on = book.day_of(machine.now()).checked_sub(i64::try_from(chance.below(3))?.days())?;
    let vendor = VendorId(u32::try_from(chance.between(1, book.vendors.len()))?);
    Ok(Some(match chance.below(4) {
        0 => What::NotePresence { place, on, vendors: [vendor].into() },
        1 => What::CloseDay { place, on },
        2 => What::AgreeWithDay { place, on, vendor },
        _ => {
            let disputes = machine.look(|cx| dispute::list(cx, Actor::System))?;
            let Some(found) = chance.pick(&disputes) else { return Ok(None) };
            What::DecideHere { place: found.place, dispute: found.id }
        }
    }))
}

fn decide(machine: &Machine, chance: &mut Chance) -> Result<Option<What>> {
    let disputes = machine.look(|cx| dispute::list(cx, Actor::System))?;
    let Some(found) = chance.pick(&disputes) else { return Ok(None) };
    let decision = if chance.percent(60) { Decision::Pay { fund: a_fund(machine, chance) } } else { Decision::Refuse };
    Ok(Some(What::Resolve { dispute: found.id, decision, reason: "au hasard" }))
}

/// One step of some run or payment, not always the right one, by somebody who perhaps may not.
fn pay_something(machine: &Machine, chance: &mut Chance) -> Result<Option<What>> {
    let runs = machine.look(|cx| settlement::list(cx, Actor::System))?;
    let back = SignedDuration::from_hours(i64::try_from(chance.below(60))?);
    let cutoff = machine.now().checked_sub(back)?;
    let (Some((run, payments)), false) = (runs.get(chance.below(runs.len().min(3))), chance.percent(8)) else {
        return Ok(Some(What::Prepare { cutoff }));
    };
    let payment = chance.pick(payments).map_or(PaymentId(1), |p| p.id);
    let vendor = VendorId(u32::try_from(chance.between(1, machine.book.vendors.len()))?);
    Ok(Some(match (run.state.key(), chance.below(100)) {
        (_, 0..8) => What::ProposeBank { vendor, account: account(chance)? },
        (_, 8..14) => What::ConfirmBank { vendor, version: u32::try_from(chance.between(1, 3))? },
        (_, 14..20) => any_step(chance, run.id, payment),
        ("prepared", 20..85) => What::Approve(run.id),
        ("approved", 20..92) => What::Pay(run.id),
        ("prepared" | "approved", _) => What::Cancel(run.id),
        (_, ..65) => What::Confirm { payment, reference: "100".to_owned() },
        (_, ..72) => What::Return { payment, reason: "905" },
        (_, ..84) => What::HandOver { place: PlaceId(u32::try_from(chance.between(1, 2))?), payment },
        (_, ..92) => {
            What::Acknowledge { vendor: payments.iter().find(|p| p.id == payment).map_or(vendor, |p| p.vendor), payment }
        }
        _ => What::Prepare { cutoff },
    }))
}

fn any_step(chance: &mut Chance, run: RunId, payment: PaymentId) -> What {
    match chance.below(5) {
        0 => What::Approve(run),
        1 => What::Cancel(run),
        2 => What::Pay(run),
        3 => What::Confirm { payment, reference: "101".to_owned() },
        _ => What::Return { payment, reason: "905" },
    }
}

fn account(chance: &mut Chance) -> Result<Account> {
    match Account::new("999", "00001", &format!("{:07}", chance.below(9_999_999))) {
        Ok(account) => Ok(account),
        Err(refusal) => bail!("{refusal:?}"),
    }
}
