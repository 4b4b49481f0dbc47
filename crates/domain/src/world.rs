//! What the engine needs from whoever remembers a programme: the [`World`], and what it is told to move.

use crate::agreement::Agreement;
use crate::alert::Looked;
use crate::amendment::Amendment;
use crate::amount::{Bps, Unit};
use crate::batch_void::BatchVoid;
use crate::command::Outcome;
use crate::coupon::{Batch, Coupon, CouponRange, State, Tally};
use crate::coupon_set::CouponSet;
use crate::dispute::Dispute;
use crate::donation_receipt::DonationReceipt;
use crate::fund::{Expense, Fund};
use crate::fund_move::FundMove;
use crate::gift::Gift;
use crate::ids::{
    BatchId, ClassId, CouponId, DisputeId, FundId, OfferId, OrderId, PartnerId, PaymentId, PlaceId, RunId, VendorId,
};
use crate::ledger::{AccountId, AccountKind, Balance, Transfer};
use crate::market_day::MarketDay;
use crate::offer::Sale;
use crate::order::Order;
use crate::payment_hold::PaymentHold;
use crate::place::Place;
use crate::programme::{Book, Entry};
use crate::redemption::Redemption;
use crate::refusal::Refusal;
use crate::role::Grant;
use crate::settlement::{BankDetails, Payment, Run};
use crate::signing_key::{KeyAsked, SigningKey};
use crate::take_back::HandedOut;
use crate::{fund, handout};
use jiff::Timestamp;
use jiff::civil::Date;

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
    /// One coupon that becomes `to`.
    pub fn of(coupon: &Coupon, to: Standing) -> Self {
        Self {
            range: CouponRange { first: coupon.id, last: coupon.id },
            class: coupon.class,
            count: 1,
            from: (coupon.state, coupon.partner, coupon.fund),
            to,
        }
    }

    /// Adds itself to a list, as a part of the last one if it goes on where that one ends.
    pub fn join(self, movements: &mut Vec<Self>) {
        match movements.last_mut() {
            Some(before) if before.extends_to(&self) => {
                before.range.last = self.range.last;
                before.count += self.count;
            }
            _ => movements.push(self),
        }
    }

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
    /// Writes a place of the book that changed.
    fn change_place(&mut self, place: Place) -> Step<(), Self>
    where
        Self: Sized;
    /// Writes a fund of the book whose terms changed.
    fn change_fund(&mut self, fund: Fund) -> Step<(), Self>
    where
        Self: Sized;
    /// Takes a role out of the book.
    fn revoke(&mut self, grant: Grant) -> Step<(), Self>
    where
        Self: Sized;
    /// Writes an amendment, a new one or its next step.
    fn amend(&mut self, amendment: Amendment) -> Step<(), Self>
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
    /// The stock's lowest coupons of a class, at most `count`.
    fn stock(&mut self, class: ClassId, count: u64) -> Step<CouponSet, Self>
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
    /// The hand-out recorded by a command, with what it moved.
    fn hand_out(&mut self, seq: i64) -> Step<Option<HandedOut>, Self>
    where
        Self: Sized;
    /// Whether a hand-out that stands gave this coupon to a household.
    fn was_handed_out(&mut self, coupon: CouponId) -> Step<bool, Self>
    where
        Self: Sized;
    /// Marks a hand-out as taken back by the command being applied.
    fn take_back(&mut self, seq: i64) -> Step<(), Self>
    where
        Self: Sized;

    /// Writes what was spent on operations.
    fn record_expense(&mut self, expense: &Expense) -> Step<(), Self>
    where
        Self: Sized;

    /// Writes a sale of packs.
    fn record_sale(&mut self, sale: &Sale) -> Step<(), Self>
    where
        Self: Sized;
    /// What an offer's bonus has cost so far, cents.
    fn offer_bonus(&mut self, offer: OfferId) -> Step<i64, Self>
    where
        Self: Sized;
    /// Writes an order.
    fn record_order(&mut self, order: &Order) -> Step<(), Self>
    where
        Self: Sized;
    /// Writes how far an order is.
    fn update_order(&mut self, order: &Order) -> Step<(), Self>
    where
        Self: Sized;
    /// An order.
    fn order(&mut self, id: OrderId) -> Step<Option<Order>, Self>
    where
        Self: Sized;
    /// The order with a reference.
    fn order_named(&mut self, reference: &str) -> Step<Option<OrderId>, Self>
    where
        Self: Sized;
    /// How many orders there are.
    fn order_count(&mut self) -> Step<u32, Self>
    where
        Self: Sized;
    /// Writes a gift.
    fn record_gift(&mut self, gift: &Gift) -> Step<(), Self>
    where
        Self: Sized;

    /// The gift recorded by a command.
    fn gift(&mut self, seq: i64) -> Step<Option<Gift>, Self>
    where
        Self: Sized;
    /// Every official receipt, in order.
    fn donation_receipts(&mut self) -> Step<Vec<DonationReceipt>, Self>
    where
        Self: Sized;
    /// Writes a receipt, a new one or what it became.
    fn write_donation_receipt(&mut self, receipt: &DonationReceipt) -> Step<(), Self>
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

    /// Writes that somebody looked at an alert; the last word counts.
    fn look_at_alert(&mut self, looked: &Looked) -> Step<(), Self>
    where
        Self: Sized;

    /// Writes an agreement's new signatures; it is number `number` of the book, from 1.
    fn update_agreement(&mut self, number: u32, agreement: &Agreement) -> Step<(), Self>
    where
        Self: Sized;

    /// A day at a place, as last written.
    fn market_day(&mut self, place: PlaceId, on: Date) -> Step<Option<MarketDay>, Self>
    where
        Self: Sized;
    /// Writes a day at a place.
    fn record_market_day(&mut self, day: &MarketDay) -> Step<(), Self>
    where
        Self: Sized;
    /// The redemptions of a market day at a place, in order.
    fn redemptions_on(&mut self, place: PlaceId, on: Date) -> Step<Vec<Redemption>, Self>
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
    fn bank_details(&mut self, vendor: VendorId) -> Step<Option<BankDetails>, Self>
    where
        Self: Sized;
    /// Writes bank details' new step.
    fn update_bank_details(&mut self, details: &BankDetails) -> Step<(), Self>
    where
        Self: Sized;

    /// Every hold of a merchant's payments, in order.
    fn payment_holds(&mut self) -> Step<Vec<PaymentHold>, Self>
    where
        Self: Sized;
    /// Writes a hold's new step.
    fn write_payment_hold(&mut self, hold: &PaymentHold) -> Step<(), Self>
    where
        Self: Sized;

    /// The request to cancel a batch that waits for a second person.
    fn batch_void(&mut self, batch: BatchId) -> Step<Option<BatchVoid>, Self>
    where
        Self: Sized;
    /// Writes such a request.
    fn ask_batch_void(&mut self, asked: &BatchVoid) -> Step<(), Self>
    where
        Self: Sized;
    /// Ends it, done or given up.
    fn end_batch_void(&mut self, batch: BatchId) -> Step<(), Self>
    where
        Self: Sized;

    /// Money that somebody asked to move out of a fund, by the command that asked.
    fn fund_move(&mut self, seq: i64) -> Step<Option<FundMove>, Self>
    where
        Self: Sized;
    /// Writes such a request.
    fn ask_fund_move(&mut self, asked: &FundMove) -> Step<(), Self>
    where
        Self: Sized;
    /// Writes what came of it.
    fn decide_fund_move(&mut self, decided: &FundMove) -> Step<(), Self>
    where
        Self: Sized;

    /// Another signing key that was asked for and waits for a second person.
    fn key_asked(&mut self) -> Step<Option<KeyAsked>, Self>
    where
        Self: Sized;
    /// Writes such a request.
    fn ask_key(&mut self, asked: &KeyAsked) -> Step<(), Self>
    where
        Self: Sized;
    /// Ends it, done or given up.
    fn end_key_asked(&mut self) -> Step<(), Self>
    where
        Self: Sized;
    /// Adds a signing key to the book.
    fn add_key(&mut self, key: SigningKey) -> Step<(), Self>
    where
        Self: Sized;

    /// What may still be promised against a fund.
    fn headroom(&mut self, fund: FundId) -> Step<i64, Self>
    where
        Self: Sized,
    {
        let received = self.balance(AccountId::of_fund(AccountKind::Fund, fund, Unit::CAD))?;
        let committed = self.balance(AccountId::of_fund(AccountKind::Committed, fund, Unit::CAD))?;
        let overcommitment = self.book().rules.overcommitment;
        let left = if overcommitment == Bps::WHOLE { 0 } else { fund::left_for_good(self, fund)? };
        Ok(fund::headroom(received, committed, left, overcommitment))
    }
}
