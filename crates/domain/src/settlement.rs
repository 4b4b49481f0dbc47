//! Settlement: what is owed is gathered into a run, approved by two people, sent, and confirmed or
//! returned. The value moves, from payable to claimed to in transit to the bank; the coupons stay.

use crate::amount::{Amount, Unit};
use crate::command::Outcome;
use crate::ids::{Actor, FundId, PaymentId, PersonId, RunId, VendorId};
use crate::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use crate::payment_hold;
use crate::programme::PaymentMethod;
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a run is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// Waiting for approvals.
    Prepared,
    /// Approved by enough people.
    Approved,
    /// Its payments were sent.
    Paid,
    /// Given up.
    Cancelled,
}

impl RunState {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Prepared, Self::Approved, Self::Paid, Self::Cancelled];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Approved => "approved",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
        }
    }
}

/// A settlement run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// Its number.
    pub id: RunId,
    /// Up to what arrived by this instant.
    pub cutoff: Timestamp,
    /// Who prepared it.
    pub prepared_by: Actor,
    /// When.
    pub prepared_at: Timestamp,
    /// Where it is.
    pub state: RunState,
    /// Who approved it.
    pub approvals: Vec<PersonId>,
}

/// Where a payment is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    /// In a run that is not sent.
    Waiting,
    /// Sent.
    Sent,
    /// The bank paid the market that hands it to the merchant, and it has not yet.
    AtMarket,
    /// The bank or the cleared cheque confirmed it; the merchant has it.
    Confirmed,
    /// It came back; the amount is owed again.
    Returned,
    /// Its run was given up.
    Cancelled,
}

impl PaymentState {
    /// All, in order.
    pub const ALL: [Self; 6] = [Self::Waiting, Self::Sent, Self::AtMarket, Self::Confirmed, Self::Returned, Self::Cancelled];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::AtMarket => "at_market",
            Self::Confirmed => "confirmed",
            Self::Returned => "returned",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Where a run and its payments are, together: a run is over when nothing of it is waited for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Progress {
    /// Waiting for approvals.
    Prepared,
    /// Approved by enough people.
    Approved,
    /// Sent, and a payment is waited for.
    Sent,
    /// Every payment was confirmed.
    Settled,
    /// Some payments came back, and are owed again; the others were confirmed.
    Ended,
    /// Given up.
    Cancelled,
}

impl Progress {
    /// All, in order.
    pub const ALL: [Self; 6] = [Self::Prepared, Self::Approved, Self::Sent, Self::Settled, Self::Ended, Self::Cancelled];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Approved => "approved",
            Self::Sent => "sent",
            Self::Settled => "settled",
            Self::Ended => "ended",
            Self::Cancelled => "cancelled",
        }
    }
}

impl Run {
    /// Where it is, given its payments.
    pub fn progress(&self, payments: &[Payment]) -> Progress {
        let any = |state: PaymentState| payments.iter().any(|p| p.state == state);
        match self.state {
            RunState::Prepared => Progress::Prepared,
            RunState::Approved => Progress::Approved,
            RunState::Cancelled => Progress::Cancelled,
            RunState::Paid if any(PaymentState::Sent) || any(PaymentState::AtMarket) => Progress::Sent,
            RunState::Paid if any(PaymentState::Returned) => Progress::Ended,
            RunState::Paid => Progress::Settled,
        }
    }
}

/// One payment to one merchant, in one unit, with each fund's share.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payment {
    /// Its number.
    pub id: PaymentId,
    /// Its run.
    pub run: RunId,
    /// To whom.
    pub vendor: VendorId,
    /// Who takes it for them: their market.
    pub through: Option<VendorId>,
    /// How.
    pub method: PaymentMethod,
    /// What in.
    pub unit: Unit,
    /// Each fund's share, minor units.
    pub shares: Vec<(FundId, i64)>,
    /// Where it is.
    pub state: PaymentState,
    /// Cheque or confirmation number, or why it came back.
    pub reference: String,
    /// When the merchant had it: confirmed by the bank, or handed over by the market.
    pub confirmed_at: Option<Timestamp>,
    /// When the merchant said that the market gave it to them.
    pub acknowledged_at: Option<Timestamp>,
}

impl Payment {
    /// The whole amount.
    pub fn amount(&self) -> Amount {
        Amount { minor: self.shares.iter().map(|(_, minor)| minor).sum(), unit: self.unit }
    }

    /// One transfer for each fund's share.
    pub(crate) fn move_shares(&self, kind: TransferKind, from: AccountKind, to: AccountKind) -> Result<Vec<Transfer>, Refusal> {
        let account = |kind: AccountKind, fund| match kind {
            AccountKind::Bank | AccountKind::UnitsIssued => AccountId::of_fund(kind, fund, self.unit),
            _ => AccountId::of_vendor(kind, fund, self.vendor, self.unit),
        };
        self.shares
            .iter()
            .map(|(fund, minor)| {
                let amount = Amount { minor: *minor, unit: self.unit };
                Transfer::new(kind, account(from, *fund), account(to, *fund), amount).map_err(Refusal::from)
            })
            .collect()
    }
}

/// A change of a merchant's bank details, without the account itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BankDetails {
    /// Whose.
    pub vendor: VendorId,
    /// From 1; each change is one more.
    pub version: u32,
    /// Who asked.
    pub proposed_by: Actor,
    /// Who confirmed.
    pub confirmed_by: Option<Actor>,
    /// From when it is used.
    pub effective_at: Option<Timestamp>,
}

/// Gathers what is owed. What a run has gathered is no longer payable, so that the same cut-off twice
/// pays nobody twice.
pub(crate) fn prepare<W: World>(world: &mut W, cutoff: Timestamp, actor: Actor, now: Timestamp) -> Step<Outcome, W> {
    // Below the minimum a merchant waits for the next run; after the last day for claims there is none.
    let is_last = world.book().day_of(now) > world.book().season.last_claim_on;
    let minimum = if is_last { 0 } else { world.book().rules.minimum_payment_cents };
    let mut owed: BTreeMap<(VendorId, Unit), Vec<(FundId, i64)>> = BTreeMap::new();
    for (account, minor) in world.owed(cutoff.min(now))? {
        if let Some(vendor) = account.vendor()
            && minor > 0
        {
            owed.entry((vendor, account.unit())).or_default().push((account.fund(), minor));
        }
    }
    let held = payment_hold::held(world)?;
    let mut left_out = None;
    let counts = world.counts()?;
    let run = Run {
        id: RunId(counts.runs + 1),
        cutoff,
        prepared_by: actor,
        prepared_at: now,
        state: RunState::Prepared,
        approvals: Vec::new(),
    };
    let mut payments = Vec::new();
    let mut transfers = Vec::new();
    let book = world.book();
    let through = |vendor: VendorId, unit: Unit| book.paid_through(vendor).filter(|_| unit == Unit::CAD);
    let owed: Vec<_> = owed.into_iter().map(|((vendor, unit), shares)| (vendor, unit, shares, through(vendor, unit))).collect();
    // What counts against the minimum is what the bank pays at once.
    let mut sums: BTreeMap<(VendorId, Unit), i64> = BTreeMap::new();
    for (vendor, unit, shares, through) in &owed {
        *sums.entry((through.unwrap_or(*vendor), *unit)).or_default() += shares.iter().map(|(_, minor)| minor).sum::<i64>();
    }
    for (vendor, unit, mut shares, through) in owed {
        shares.sort_unstable_by_key(|(fund, _)| *fund);
        let payee = through.unwrap_or(vendor);
        if sums.get(&(payee, unit)).is_none_or(|sum| *sum < minimum) {
            continue;
        }
        if let Some(held) = [vendor, payee].into_iter().find(|one| held.contains(one)) {
            left_out = Some(held);
            continue;
        }
        let known = world.book().vendor(payee).ok_or(Refusal::UnknownVendor { vendor: payee.to_string() })?;
        let method = if unit == Unit::CAD { known.payment_method } else { PaymentMethod::LocalCurrency };
        let number = counts.payments + 1 + u32::try_from(payments.len()).unwrap_or(u32::MAX);
        let payment = Payment {
            id: PaymentId(number),
            run: run.id,
            vendor,
            through,
            method,
            unit,
            shares,
            state: PaymentState::Waiting,
            reference: String::new(),
            confirmed_at: None,
            acknowledged_at: None,
        };
        transfers.extend(payment.move_shares(TransferKind::Claim, AccountKind::Payable, AccountKind::Claimed)?);
        payments.push(payment);
    }
    if payments.is_empty() {
        return Err(left_out.map_or(Refusal::NothingToPay, |vendor| Refusal::PaymentsHeld { vendor }).into());
    }
    world.record_run(&run, &payments)?;
    world.post(&transfers)?;
    Ok(Outcome::Prepared { run: run.id, payments: u32::try_from(payments.len()).unwrap_or(u32::MAX) })
}

fn step_of<W: World>(world: &mut W, id: RunId, allowed: &[RunState]) -> Step<Run, W> {
    let run = world.run(id)?.ok_or(Refusal::NotFound)?;
    if allowed.contains(&run.state) { Ok(run) } else { Err(Refusal::WrongStep { state: run.state.key().to_owned() }.into()) }
}

/// A run in which somebody's payments are held by now goes no further: whoever approved it did not know.
fn nobody_held<W: World>(world: &mut W, run: RunId) -> Step<(), W> {
    let held = payment_hold::held(world)?;
    if held.is_empty() {
        return Ok(());
    }
    let named = world.payments(run)?.into_iter().flat_map(|payment| [Some(payment.vendor), payment.through]);
    let found = named.flatten().find(|vendor| held.contains(vendor));
    found.map_or(Ok(()), |vendor| Err(Refusal::PaymentsHeld { vendor }.into()))
}

/// Two different people approve. The one who prepared may be one of them, never both.
pub(crate) fn approve<W: World>(world: &mut W, id: RunId, actor: Actor) -> Step<Outcome, W> {
    let mut run = step_of(world, id, &[RunState::Prepared])?;
    let Actor::Person(person) = actor else { return Err(Refusal::NotPermitted.into()) };
    if run.approvals.contains(&person) {
        return Err(Refusal::SecondPersonNeeded.into());
    }
    nobody_held(world, id)?;
    run.approvals.push(person);
    if run.approvals.len() >= usize::from(world.book().rules.approvals) {
        run.state = RunState::Approved;
    }
    world.update_run(&run)?;
    Ok(Outcome::Done)
}

/// Gives a run up before it is sent.
pub(crate) fn cancel<W: World>(world: &mut W, id: RunId) -> Step<Outcome, W> {
    let mut run = step_of(world, id, &[RunState::Prepared, RunState::Approved])?;
    let mut payments = world.payments(id)?;
    let mut transfers = Vec::new();
    for payment in &mut payments {
        transfers.extend(payment.move_shares(TransferKind::Claim, AccountKind::Claimed, AccountKind::Payable)?);
        payment.state = PaymentState::Cancelled;
    }
    run.state = RunState::Cancelled;
    world.update_run(&run)?;
    for payment in &payments {
        world.update_payment(payment)?;
    }
    world.post(&transfers)?;
    Ok(Outcome::Done)
}

/// Sends an approved run.
pub(crate) fn pay<W: World>(world: &mut W, id: RunId) -> Step<Outcome, W> {
    let mut run = step_of(world, id, &[RunState::Approved])?;
    nobody_held(world, id)?;
    let mut payments = world.payments(id)?;
    let mut transfers = Vec::new();
    for payment in &mut payments {
        transfers.extend(payment.move_shares(TransferKind::Send, AccountKind::Claimed, AccountKind::InTransit)?);
        payment.state = PaymentState::Sent;
    }
    run.state = RunState::Paid;
    world.update_run(&run)?;
    for payment in &payments {
        world.update_payment(payment)?;
    }
    world.post(&transfers)?;
    Ok(Outcome::Done)
}

/// A payment is confirmed with its reference.
pub(crate) fn confirm<W: World>(world: &mut W, id: PaymentId, reference: &str, now: Timestamp) -> Step<Outcome, W> {
    let mut payment = world.payment(id)?.ok_or(Refusal::NotFound)?;
    if payment.state != PaymentState::Sent {
        return Err(Refusal::WrongStep { state: payment.state.key().to_owned() }.into());
    }
    let (from, end) = match (payment.through, payment.unit) {
        // The market has the money: the merchant is owed it until it is handed over.
        (Some(_), _) => (AccountKind::AtMarket, AccountKind::Bank),
        (None, Unit::CAD) => (AccountKind::InTransit, AccountKind::Bank),
        (None, _) => (AccountKind::InTransit, AccountKind::UnitsIssued),
    };
    let mut transfers = payment.move_shares(TransferKind::Confirm, from, end)?;
    if payment.unit != Unit::CAD {
        // The notes given stand for dollars put aside: those go to the currency's issuer, at par.
        for (fund, minor) in &payment.shares {
            let cover = AccountId::of_fund(AccountKind::Cover, *fund, Unit::CAD);
            let bank = AccountId::of_fund(AccountKind::Bank, *fund, Unit::CAD);
            transfers.push(Transfer::new(TransferKind::Confirm, cover, bank, Amount::cad(*minor)).map_err(Refusal::from)?);
        }
    }
    reference.clone_into(&mut payment.reference);
    if payment.through.is_some() {
        payment.state = PaymentState::AtMarket;
    } else {
        payment.state = PaymentState::Confirmed;
        payment.confirmed_at = Some(now);
    }
    world.update_payment(&payment)?;
    world.post(&transfers)?;
    Ok(Outcome::Done)
}

/// A payment came back, from the bank or from the market that could not hand it over: the amount is owed again, and the
/// next run will gather it.
pub(crate) fn bounce<W: World>(world: &mut W, id: PaymentId, reason: &str) -> Step<Outcome, W> {
    let mut payment = world.payment(id)?.ok_or(Refusal::NotFound)?;
    let from = match payment.state {
        PaymentState::Sent | PaymentState::AtMarket => AccountKind::InTransit,
        PaymentState::Confirmed if payment.unit == Unit::CAD => AccountKind::Bank,
        state => return Err(Refusal::WrongStep { state: state.key().to_owned() }.into()),
    };
    let mut transfers = payment.move_shares(TransferKind::Bounce, from, AccountKind::Payable)?;
    if payment.state == PaymentState::AtMarket {
        transfers.extend(payment.move_shares(TransferKind::Bounce, AccountKind::Bank, AccountKind::AtMarket)?);
    }
    payment.state = PaymentState::Returned;
    reason.clone_into(&mut payment.reference);
    world.update_payment(&payment)?;
    world.post(&transfers)?;
    Ok(Outcome::Done)
}

/// Asks to change where a merchant is paid.
pub(crate) fn propose_bank_details<W: World>(world: &mut W, vendor: VendorId, version: u32, actor: Actor) -> Step<Outcome, W> {
    world.book().vendor(vendor).ok_or(Refusal::UnknownVendor { vendor: vendor.to_string() })?;
    let last = world.bank_details(vendor)?.map_or(0, |d| d.version);
    if version != last + 1 {
        return Err(Refusal::WrongStep { state: last.to_string() }.into());
    }
    world.update_bank_details(&BankDetails { vendor, version, proposed_by: actor, confirmed_by: None, effective_at: None })?;
    Ok(Outcome::Done)
}

/// A second person confirms the change; it is used after the cooling-off period.
pub(crate) fn confirm_bank_details<W: World>(
    world: &mut W,
    vendor: VendorId,
    version: u32,
    actor: Actor,
    now: Timestamp,
) -> Step<Outcome, W> {
    let mut details = world.bank_details(vendor)?.ok_or(Refusal::NotFound)?;
    if details.version != version || details.confirmed_by.is_some() {
        return Err(Refusal::WrongStep { state: details.version.to_string() }.into());
    }
    if details.proposed_by == actor || actor == Actor::System {
        return Err(Refusal::SecondPersonNeeded.into());
    }
    let wait = jiff::SignedDuration::from_hours(24 * i64::from(world.book().rules.cooling_off_days));
    details.confirmed_by = Some(actor);
    details.effective_at = now.checked_add(wait).ok();
    world.update_bank_details(&details)?;
    Ok(Outcome::Done)
}
