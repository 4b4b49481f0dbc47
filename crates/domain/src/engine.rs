//! The engine: one deterministic function from a command to its outcome. It decides; a [`World`]
//! remembers. `memory::Memory` is the world in memory, for simulation, replay and tests; `store` is the
//! world in SQL, for real. Both run this very code, so that they can only differ in how they remember.
//!
//! Every rule follows one discipline: first read and decide, then write. A refusal after a write is a
//! bug, and the worlds stop the program on it.

use crate::amount::{Amount, Unit};
use crate::command::{Command, Envelope, Outcome, Placement};
use crate::coupon::{Batch, Class, Coupon, CouponRange, Funding, State, Tally};
use crate::coupon_set::CouponSet;
use crate::dispute::Dispute;
use crate::fund;
use crate::ids::{BatchId, ClassId, DisputeId, FundId, PartnerId, PaymentId, RunId};
use crate::ledger::{AccountId, AccountKind, Balance, Transfer, TransferKind};
use crate::programme::{Book, Entry, Identity};
use crate::redemption::Redemption;
use crate::refusal::Refusal;
use crate::settlement::{Payment, Run};
use crate::{dispute, handout, redemption, sale, settlement};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Why a rule stopped: a refusal, which is an answer, or a fault of the world.
#[derive(Debug)]
pub enum Stop<F> {
    /// No, and why.
    Refused(Refusal),
    /// The world failed.
    Fault(F),
}

impl<F> From<Refusal> for Stop<F> {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The result of a step of a rule.
pub type Step<T, W> = Result<T, Stop<<W as World>::Fault>>;

/// State, organisation and fund of coupons before or after a move.
pub type Standing = (State, Option<PartnerId>, Option<FundId>);

/// Coupons that change place or hands together. All coupons of `range` whose standing is `from` move;
/// there must be exactly `count` of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Movement {
    /// Where they are.
    pub range: CouponRange,
    /// Their class.
    pub class: ClassId,
    /// How many.
    pub count: u64,
    /// What they were.
    pub from: Standing,
    /// What they become.
    pub to: Standing,
}

impl Movement {
    /// Whether `next` goes on where this one ends, in the same way.
    pub fn extends_to(&self, next: &Self) -> bool {
        self.range.last.0 + 1 == next.range.first.0
            && self.range.first.batch() == next.range.first.batch()
            && (self.class, self.from, self.to) == (next.class, next.from, next.to)
    }
}

/// How many batches, disputes, runs and payments a programme has: the next one's number is one more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Batches.
    pub batches: u32,
    /// Disputes.
    pub disputes: u32,
    /// Runs.
    pub runs: u32,
    /// Payments.
    pub payments: u32,
}

/// What the engine needs from whoever remembers. Everything is about one programme.
pub trait World {
    /// How remembering can fail.
    type Fault;

    /// The book of the open programme. Only called after [`World::is_open`].
    fn book(&self) -> &Book;
    /// Whether the programme exists yet.
    fn is_open(&self) -> bool;
    /// The sequence number of the command being applied.
    fn seq(&self) -> i64;
    /// Begins the book.
    fn open(&mut self, book: Book) -> Step<(), Self>
    where
        Self: Sized;
    /// Adds checked entries to the book.
    fn enroll(&mut self, entries: Vec<Entry>) -> Step<(), Self>
    where
        Self: Sized;
    /// Marks the season closed.
    fn close(&mut self, at: Timestamp) -> Step<(), Self>
    where
        Self: Sized;
    /// How many numbers were given out.
    fn counts(&mut self) -> Step<Counts, Self>
    where
        Self: Sized;

    /// A batch.
    fn batch(&mut self, id: BatchId) -> Step<Option<Batch>, Self>
    where
        Self: Sized;
    /// Creates a batch and its coupons, all printed.
    fn issue(&mut self, batch: &Batch) -> Step<(), Self>
    where
        Self: Sized;
    /// Those of a set that exist, ascending.
    fn coupons(&mut self, set: &CouponSet) -> Step<Vec<Coupon>, Self>
    where
        Self: Sized;
    /// A range counted by class, state, organisation and fund.
    fn tally(&mut self, range: CouponRange) -> Step<Vec<Tally>, Self>
    where
        Self: Sized;
    /// An organisation's lowest coupons of a class, at most `count`.
    fn held(&mut self, partner: PartnerId, class: ClassId, count: u64) -> Step<CouponSet, Self>
    where
        Self: Sized;
    /// Live coupons of given classes that are past their last day, counted by batch range.
    fn overdue(&mut self, classes: &[ClassId]) -> Step<Vec<Tally>, Self>
    where
        Self: Sized;
    /// Moves coupons; a movement that does not find exactly its count is a fault.
    fn move_coupons(&mut self, movements: &[Movement]) -> Step<(), Self>
    where
        Self: Sized;
    /// Marks coupons spent and names the fund charged. One that is not live is a fault: the database
    /// itself refuses a second redemption.
    fn spend(&mut self, coupons: &[(Coupon, FundId)]) -> Step<(), Self>
    where
        Self: Sized;

    /// The two totals of an account.
    fn balance(&mut self, account: AccountId) -> Step<Balance, Self>
    where
        Self: Sized;
    /// Writes transfers and changes their accounts' totals.
    fn post(&mut self, transfers: &[Transfer]) -> Step<(), Self>
    where
        Self: Sized;

    /// Writes a redemption.
    fn record_redemption(&mut self, redemption: &Redemption) -> Step<(), Self>
    where
        Self: Sized;
    /// The redemption recorded by a command.
    fn redemption(&mut self, seq: i64) -> Step<Option<Redemption>, Self>
    where
        Self: Sized;
    /// Writes a hand-out's facts.
    fn record_hand_out(&mut self, request: &handout::HandOut, at: Timestamp, outcome: &Outcome) -> Step<(), Self>
    where
        Self: Sized;

    /// Writes disputes.
    fn open_disputes(&mut self, disputes: &[Dispute]) -> Step<(), Self>
    where
        Self: Sized;
    /// A dispute.
    fn dispute(&mut self, id: DisputeId) -> Step<Option<Dispute>, Self>
    where
        Self: Sized;
    /// Writes a dispute's decision.
    fn decide(&mut self, dispute: &Dispute) -> Step<(), Self>
    where
        Self: Sized;
    /// How many disputes are open.
    fn open_dispute_count(&mut self) -> Step<u64, Self>
    where
        Self: Sized;

    /// What is owed on each payable account, counting only what was recorded up to an instant.
    fn owed(&mut self, until: Timestamp) -> Step<Vec<(AccountId, i64)>, Self>
    where
        Self: Sized;
    /// Writes a run and its payments.
    fn record_run(&mut self, run: &Run, payments: &[Payment]) -> Step<(), Self>
    where
        Self: Sized;
    /// A run.
    fn run(&mut self, id: RunId) -> Step<Option<Run>, Self>
    where
        Self: Sized;
    /// A run's payments, in order.
    fn payments(&mut self, id: RunId) -> Step<Vec<Payment>, Self>
    where
        Self: Sized;
    /// A payment.
    fn payment(&mut self, id: PaymentId) -> Step<Option<Payment>, Self>
    where
        Self: Sized;
    /// Writes a run's new step.
    fn update_run(&mut self, run: &Run) -> Step<(), Self>
    where
        Self: Sized;
    /// Writes a payment's new step.
    fn update_payment(&mut self, payment: &Payment) -> Step<(), Self>
    where
        Self: Sized;
    /// Total still owed or on its way, of all merchants, and coupons that may still be used and will end.
    fn unfinished(&mut self) -> Step<(i64, u64), Self>
    where
        Self: Sized;
    /// A merchant's bank details as last written: version, who proposed, whether confirmed.
    fn bank_details(&mut self, vendor: crate::ids::VendorId) -> Step<Option<settlement::BankDetails>, Self>
    where
        Self: Sized;
    /// Writes bank details' new step.
    fn update_bank_details(&mut self, details: &settlement::BankDetails) -> Step<(), Self>
    where
        Self: Sized;

    /// What may still be promised against a fund.
    fn headroom(&mut self, fund: FundId) -> Step<i64, Self>
    where
        Self: Sized,
    {
        let received = self.balance(AccountId::of_fund(AccountKind::Fund, fund, Unit::CAD))?;
        let committed = self.balance(AccountId::of_fund(AccountKind::Committed, fund, Unit::CAD))?;
        Ok(fund::headroom(received, committed, self.book().rules.overcommitment))
    }
}

/// What handing out (or taking back) coupons of one class against one fund means in the ledger.
#[derive(Clone, Debug)]
pub struct Promise {
    /// Class.
    pub class: Class,
    /// Fund charged.
    pub fund: FundId,
    /// How many coupons.
    pub count: u64,
}

impl Promise {
    /// The transfers of handing them out: a commitment in dollars; for a local currency, dollars put
    /// behind it and units in circulation. Nothing for a sold coupon: its buyer has paid.
    pub fn make(&self) -> Result<Vec<Transfer>, Refusal> {
        self.transfers(false)
    }

    /// The transfers of taking them back: expired, lost, cancelled, or (dollars only) spent.
    pub fn release(&self) -> Result<Vec<Transfer>, Refusal> {
        self.transfers(true)
    }

    fn transfers(&self, back: bool) -> Result<Vec<Transfer>, Refusal> {
        if self.count == 0 || self.class.funding == Funding::Sold {
            return Ok(Vec::new());
        }
        let cost = self.class.cost().times(self.count).map_err(|_| Refusal::WrongAmount)?;
        let account = |kind, unit| AccountId::of_fund(kind, self.fund, unit);
        let pair = |kind, debit, credit, amount| {
            let (debit, credit) = if back { (credit, debit) } else { (debit, credit) };
            Transfer::new(kind, debit, credit, amount).map_err(|_| Refusal::WrongAmount)
        };
        if self.class.face.unit == Unit::CAD {
            let kind = if back { TransferKind::Release } else { TransferKind::Commit };
            let (offset, committed) =
                (account(AccountKind::CommittedOffset, Unit::CAD), account(AccountKind::Committed, Unit::CAD));
            return Ok(vec![pair(kind, offset, committed, cost)?]);
        }
        let face = self.class.face.times(self.count).map_err(|_| Refusal::WrongAmount)?;
        let bonus = Amount::cad(face.minor - cost.minor);
        let cover = account(AccountKind::Cover, Unit::CAD);
        let mut out = vec![pair(TransferKind::Cover, account(AccountKind::Fund, Unit::CAD), cover, cost)?];
        if bonus.minor > 0 {
            let source = self.class.bonus_fund.ok_or(Refusal::NoFundDesignated)?;
            if source == self.fund {
                out.push(pair(TransferKind::Cover, account(AccountKind::Fund, Unit::CAD), cover, bonus)?);
            } else {
                // The money itself moves from the bonus source to the fund whose coupons are covered.
                let theirs = |kind| AccountId::of_fund(kind, source, Unit::CAD);
                out.push(pair(TransferKind::Cover, theirs(AccountKind::Fund), theirs(AccountKind::Bank), bonus)?);
                out.push(pair(TransferKind::Cover, account(AccountKind::Bank, Unit::CAD), cover, bonus)?);
            }
        }
        let unit = face.unit;
        out.push(pair(
            TransferKind::Commit,
            account(AccountKind::UnitsIssued, unit),
            account(AccountKind::UnitsOutstanding, unit),
            face,
        )?);
        Ok(out)
    }
}

/// Applies one command. `recorded_at` is when it arrived here.
pub fn apply<W: World>(world: &mut W, envelope: &Envelope, recorded_at: Timestamp) -> Result<Outcome, W::Fault> {
    match decide(world, envelope, recorded_at) {
        Ok(outcome) => Ok(outcome),
        Err(Stop::Refused(refusal)) => Ok(Outcome::Refused { refusal }),
        Err(Stop::Fault(fault)) => Err(fault),
    }
}

fn decide<W: World>(world: &mut W, envelope: &Envelope, recorded_at: Timestamp) -> Step<Outcome, W> {
    let actor = envelope.actor;
    match &envelope.command {
        Command::Open { identity, season, rules, units, bands } => {
            if world.is_open() {
                return Err(Refusal::KeyTaken { key: identity.key.clone() }.into());
            }
            let book = Book {
                identity: (**identity).clone(),
                season: *season,
                rules: (**rules).clone(),
                units: units.clone(),
                bands: bands.clone(),
                classes: Vec::new(),
                places: Vec::new(),
                partners: Vec::new(),
                vendors: Vec::new(),
                funds: Vec::new(),
                agreements: Vec::new(),
                grants: Vec::new(),
                closed_at: None,
            };
            check_opening(&book.identity, &book)?;
            world.open(book)?;
            Ok(Outcome::Done)
        }
        _ if !world.is_open() => Err(Refusal::UnknownProgramme.into()),
        Command::Enroll { entries } => enroll(world, entries),
        Command::ReceiveMoney { fund, amount, .. } => receive(world, *fund, *amount),
        Command::SetAside { fund, amount } => set_aside(world, *fund, *amount),
        Command::IssueBatch { class, count, booklet, codes_digest } => {
            issue(world, *class, *count, *booklet, codes_digest.clone())
        }
        Command::Move { coupons, to, .. } => move_coupons(world, coupons, to),
        Command::HandOut(request) => {
            let outcome = handout::hand_out(world, request)?;
            world.record_hand_out(request, envelope.claimed_at, &outcome)?;
            Ok(outcome)
        }
        Command::Replace { lost, with, .. } => replace(world, lost, with),
        Command::Sell(request) => sale::sell(world, request),
        Command::Redeem(request) => redemption::redeem(world, request, envelope, recorded_at),
        Command::Expire { on } => expire(world, *on),
        Command::ResolveDispute { dispute, decision, reason } => dispute::resolve(world, *dispute, *decision, reason),
        Command::PrepareRun { cutoff } => settlement::prepare(world, *cutoff, actor, recorded_at),
        Command::ApproveRun { run } => settlement::approve(world, *run, actor),
        Command::CancelRun { run, .. } => settlement::cancel(world, *run),
        Command::PayRun { run } => settlement::pay(world, *run),
        Command::ConfirmPayment { payment, reference } => settlement::confirm(world, *payment, reference, recorded_at),
        Command::ReturnPayment { payment, reason } => settlement::bounce(world, *payment, reason),
        Command::ProposeBankDetails { vendor, version, .. } => settlement::propose_bank_details(world, *vendor, *version, actor),
        Command::ConfirmBankDetails { vendor, version } => {
            settlement::confirm_bank_details(world, *vendor, *version, actor, recorded_at)
        }
        Command::Close => close(world, recorded_at),
    }
}

fn check_opening(identity: &Identity, book: &Book) -> Result<(), Refusal> {
    if identity.id.0 == 0 || jiff::tz::TimeZone::get(&identity.time_zone).is_err() {
        return Err(Refusal::WrongDates);
    }
    if book.season.starts_on > book.season.ends_on || book.season.ends_on > book.season.last_claim_on {
        return Err(Refusal::WrongDates);
    }
    if book.units.len() > usize::from(Unit::MAX) {
        return Err(Refusal::TooMany { limit: u64::from(Unit::MAX) });
    }
    if book.rules.approvals < 2 || book.rules.overcommitment.0 < 1 {
        return Err(Refusal::WrongAmount);
    }
    Ok(())
}

fn enroll<W: World>(world: &mut W, entries: &[Entry]) -> Step<Outcome, W> {
    let mut book = world.book().clone();
    let mut checked = Vec::with_capacity(entries.len());
    for entry in entries {
        let entry = book.check(entry.clone())?;
        book.add(entry.clone());
        checked.push(entry);
    }
    world.enroll(checked)?;
    Ok(Outcome::Done)
}

fn receive<W: World>(world: &mut W, fund: FundId, amount: Amount) -> Step<Outcome, W> {
    let known = world.book().fund(fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
    if known.is_sales || amount.unit != Unit::CAD || world.book().closed_at.is_some() {
        return Err(Refusal::WrongAmount.into());
    }
    let bank = AccountId::of_fund(AccountKind::Bank, fund, Unit::CAD);
    let account = AccountId::of_fund(AccountKind::Fund, fund, Unit::CAD);
    let transfer = Transfer::new(TransferKind::Receive, bank, account, amount).map_err(|_| Refusal::WrongAmount)?;
    world.post(&[transfer])?;
    Ok(Outcome::Done)
}

fn set_aside<W: World>(world: &mut W, fund: FundId, amount: Amount) -> Step<Outcome, W> {
    world.book().fund(fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
    let account = AccountId::of_fund(AccountKind::Fund, fund, Unit::CAD);
    let reserve = AccountId::of_fund(AccountKind::Contingency, fund, Unit::CAD);
    let transfer = Transfer::new(TransferKind::SetAside, account, reserve, amount).map_err(|_| Refusal::WrongAmount)?;
    let available = world.headroom(fund)?;
    if amount.minor > available {
        return Err(Refusal::InsufficientFunds { available, asked: amount.minor }.into());
    }
    world.post(&[transfer])?;
    Ok(Outcome::Done)
}

fn issue<W: World>(world: &mut W, class: ClassId, count: u32, booklet: u32, codes_digest: String) -> Step<Outcome, W> {
    let known = world.book().class(class).ok_or(Refusal::UnknownClass { class: class.to_string() })?.id;
    if world.book().closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    if count == 0 || booklet == 0 {
        return Err(Refusal::Nothing.into());
    }
    if count > crate::ids::MAX_BATCH {
        return Err(Refusal::TooMany { limit: u64::from(crate::ids::MAX_BATCH) }.into());
    }
    let id = BatchId(world.counts()?.batches + 1);
    world.issue(&Batch { id, class: known, count, booklet, codes_digest })?;
    Ok(Outcome::Issued { batch: id })
}

/// All coupons of a set counted by standing; every one must exist.
fn tally_all<W: World>(world: &mut W, set: &CouponSet) -> Step<Vec<Tally>, W> {
    if set.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let mut tallies = Vec::new();
    for range in set.ranges() {
        tallies.extend(world.tally(*range)?);
    }
    if tallies.iter().map(|t| t.count).sum::<u64>() != set.len() {
        return Err(Refusal::UnknownCoupons { numbers: set.to_string() }.into());
    }
    Ok(tallies)
}

fn move_coupons<W: World>(world: &mut W, set: &CouponSet, to: &Placement) -> Step<Outcome, W> {
    let book = world.book().clone();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    if let Placement::Partner { partner, fund } = to {
        book.partner(*partner).ok_or(Refusal::UnknownPartner { partner: partner.to_string() })?;
        if let Some(fund) = fund {
            let known = book.fund(*fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
            if known.is_sales {
                return Err(Refusal::UnknownFund { fund: known.key.clone() }.into());
            }
        }
    }
    let tallies = tally_all(world, set)?;
    let (movements, releases, amount) = plan(&book, &tallies, to)?;
    world.move_coupons(&movements)?;
    world.post(&releases)?;
    let count = movements.iter().map(|m| m.count).sum();
    Ok(Outcome::Moved { count, coupons: CouponSet::default(), amount })
}

/// The movements and the commitments released when these coupons go to `to`.
fn plan(book: &Book, tallies: &[Tally], to: &Placement) -> Result<(Vec<Movement>, Vec<Transfer>, Amount), Refusal> {
    let mut movements = Vec::with_capacity(tallies.len());
    let mut releases = Vec::new();
    let mut amount = Amount::cad(0);
    for tally in tallies {
        let class = book.class(tally.class).ok_or(Refusal::UnknownClass { class: tally.class.to_string() })?;
        if !tally.state.may_become(to.state(), class.funding) {
            return Err(Refusal::IllegalMove {
                coupon: tally.span.first,
                from: tally.state.key().to_owned(),
                to: to.state().key().to_owned(),
                count: tally.count,
            });
        }
        if tally.state == State::HandedOut {
            if class.funding == Funding::Sold {
                // Its buyer paid for it: only a replacement, coupon for coupon, may end it.
                return Err(Refusal::IllegalMove {
                    coupon: tally.span.first,
                    from: tally.state.key().to_owned(),
                    to: to.state().key().to_owned(),
                    count: tally.count,
                });
            }
            if let Some(fund) = tally.fund {
                releases.extend(Promise { class: class.clone(), fund, count: tally.count }.release()?);
            }
        }
        let (partner, fund) = match to {
            Placement::Partner { partner, fund } => (Some(*partner), fund.or(tally.fund)),
            Placement::Stock => (None, None),
            _ => (tally.partner, tally.fund),
        };
        let (from, there) = ((tally.state, tally.partner, tally.fund), (to.state(), partner, fund));
        if from == there {
            // Already there: moving it would also find its neighbours that have just arrived.
            continue;
        }
        amount = class.cost().times(tally.count).and_then(|a| amount.plus(a)).map_err(|_| Refusal::WrongAmount)?;
        movements.push(Movement { range: tally.span, class: tally.class, count: tally.count, from, to: there });
    }
    Ok((movements, releases, amount))
}

/// Lost coupons of a household against as many of the same classes from the same organisation. The
/// funds charged stay the same, so that no ceiling is touched.
fn replace<W: World>(world: &mut W, lost: &CouponSet, with: &CouponSet) -> Step<Outcome, W> {
    let book = world.book().clone();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    if lost.len() != with.len() {
        return Err(Refusal::NotEnough { available: with.len(), asked: lost.len() }.into());
    }
    let old = handout::existing(world, lost)?;
    let new = handout::existing(world, with)?;
    let mut by_class: BTreeMap<ClassId, Vec<Coupon>> = BTreeMap::new();
    for coupon in &old {
        if coupon.state != State::HandedOut {
            return Err(illegal(coupon, State::Lost).into());
        }
        by_class.entry(coupon.class).or_default().push(*coupon);
    }
    let mut movements = Vec::new();
    let mut amount = Amount::cad(0);
    for coupon in &new {
        let class = book.class(coupon.class).ok_or(Refusal::UnknownClass { class: coupon.class.to_string() })?;
        let gone = by_class.get_mut(&coupon.class).and_then(Vec::pop).ok_or(Refusal::WrongClass { letter: class.letter })?;
        let available = match coupon.state {
            State::InStock => true,
            State::WithPartner => coupon.partner == gone.partner,
            _ => false,
        };
        if !available {
            return Err(illegal(coupon, State::HandedOut).into());
        }
        amount = amount.plus(class.cost()).map_err(|_| Refusal::WrongAmount)?;
        let one = |coupon: &Coupon, to| Movement {
            range: CouponRange { first: coupon.id, last: coupon.id },
            class: coupon.class,
            count: 1,
            from: (coupon.state, coupon.partner, coupon.fund),
            to,
        };
        movements.push(one(&gone, (State::Lost, gone.partner, gone.fund)));
        movements.push(one(coupon, (State::HandedOut, gone.partner, gone.fund)));
    }
    world.move_coupons(&movements)?;
    Ok(Outcome::Moved { count: with.len(), coupons: CouponSet::default(), amount })
}

fn illegal(coupon: &Coupon, to: State) -> Refusal {
    Refusal::IllegalMove { coupon: coupon.id, from: coupon.state.key().to_owned(), to: to.key().to_owned(), count: 1 }
}

fn expire<W: World>(world: &mut W, on: Date) -> Step<Outcome, W> {
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
            amount = class.cost().times(tally.count).and_then(|a| amount.plus(a)).map_err(|_| Refusal::WrongAmount)?;
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
fn close<W: World>(world: &mut W, at: Timestamp) -> Step<Outcome, W> {
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
