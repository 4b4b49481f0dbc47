//! The engine's world in SQL. Each method is one call to the noun's own file; nothing here decides.

use crate::coupon::NewCodes;
use crate::fault::Fault;
use crate::tx::Tx;
use crate::{coupon, dispute, fund, handout, ledger, market_day, offer, programme, redemption, settlement, signing_key};
use domain::agreement::Agreement;
use domain::alert::Looked;
use domain::amendment::Amendment;
use domain::batch_void::BatchVoid;
use domain::command::Outcome;
use domain::coupon::{Batch, Coupon, CouponRange, Tally};
use domain::coupon_set::CouponSet;
use domain::dispute::Dispute;
use domain::donation_receipt::DonationReceipt;
use domain::fund::{Expense, Fund};
use domain::fund_move::FundMove;
use domain::gift::Gift;
use domain::handout::HandOut;
use domain::ids::{
    BatchId, ClassId, CouponId, DisputeId, FundId, OfferId, OrderId, PartnerId, PaymentId, PlaceId, ProgrammeId, RunId, VendorId,
};
use domain::ledger::{AccountId, Balance, Transfer};
use domain::market_day::MarketDay;
use domain::offer::Sale;
use domain::order::Order;
use domain::payment_hold::PaymentHold;
use domain::place::Place;
use domain::programme::{Book, Entry};
use domain::redemption::Redemption;
use domain::role::Grant;
use domain::settlement::{BankDetails, Payment, Run};
use domain::signing_key::{KeyAsked, SigningKey};
use domain::take_back::HandedOut;
use domain::world::{Counts, Movement, Step, Stop, World};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;

/// One programme during one command.
pub struct SqlWorld<'t, 'c> {
    pub(crate) tx: &'t mut Tx<'c>,
    pub(crate) programme: ProgrammeId,
    pub(crate) seq: i64,
    pub(crate) book: Option<Arc<Book>>,
    pub(crate) transfer_leg: i64,
    pub(crate) movement_leg: i64,
    /// The codes of the batch about to be issued, given by the caller: the engine never sees them.
    pub codes: Option<NewCodes>,
    /// Bank details about to be proposed, sealed.
    pub bank_account: Option<settlement::BankAccount>,
    recorded_at: Timestamp,
    written: bool,
}

impl<'t, 'c> SqlWorld<'t, 'c> {
    pub(crate) fn new(tx: &'t mut Tx<'c>, programme: ProgrammeId, now: Timestamp) -> Result<Self, Fault> {
        let head = tx.head(programme)?;
        let (seq, recorded_at) = head.as_ref().map_or((1, now), |h| (h.seq + 1, now.max(h.recorded_at)));
        let book = match head {
            Some(head) => Some(tx.book_at(programme, head.book_seq)?.at(recorded_at)),
            None => None,
        };
        Ok(Self {
            tx,
            programme,
            seq,
            book,
            transfer_leg: 0,
            movement_leg: 0,
            codes: None,
            bank_account: None,
            recorded_at,
            written: false,
        })
    }

    /// When this command is recorded.
    pub const fn recorded_at(&self) -> Timestamp {
        self.recorded_at
    }

    /// The programme's book, if it is open.
    pub fn opened(&self) -> Option<&Book> {
        self.book.as_deref()
    }

    /// The transaction, to append to the log once the engine has answered.
    pub const fn tx(&mut self) -> &mut Tx<'c> {
        self.tx
    }

    /// Whether anything was written: a refusal must come before.
    pub const fn has_written(&self) -> bool {
        self.written
    }
}

fn fault(fault: Fault) -> Stop<Fault> {
    Stop::Fault(fault)
}

impl World for SqlWorld<'_, '_> {
    type Fault = Fault;

    fn book(&self) -> &Book {
        self.book.as_deref().expect("the engine asks for the book of an open programme only")
    }

    fn is_open(&self) -> bool {
        self.book.is_some()
    }

    fn seq(&self) -> i64 {
        self.seq
    }

    fn open(&mut self, book: Book) -> Step<(), Self> {
        self.written = true;
        programme::open(self, book).map_err(fault)
    }

    fn enroll(&mut self, entries: Vec<Entry>) -> Step<(), Self> {
        self.written = true;
        programme::enroll(self, entries).map_err(fault)
    }

    fn change_place(&mut self, place: Place) -> Step<(), Self> {
        self.written = true;
        programme::change_place(self, place).map_err(fault)
    }

    fn change_fund(&mut self, fund: Fund) -> Step<(), Self> {
        self.written = true;
        programme::change_fund(self, fund).map_err(fault)
    }

    fn revoke(&mut self, grant: Grant) -> Step<(), Self> {
        self.written = true;
        programme::revoke(self, grant).map_err(fault)
    }

    fn amend(&mut self, amendment: Amendment) -> Step<(), Self> {
        self.written = true;
        programme::amend(self, amendment).map_err(fault)
    }

    fn close(&mut self, at: Timestamp) -> Step<(), Self> {
        self.written = true;
        programme::close(self, at).map_err(fault)
    }

    fn counts(&mut self) -> Step<Counts, Self> {
        Ok(self.tx.heads.get(&self.programme).map(|h| h.counts).unwrap_or_default())
    }

    fn batch(&mut self, id: BatchId) -> Step<Option<Batch>, Self> {
        coupon::batch(self.tx, self.programme, id).map_err(fault)
    }

    fn issue(&mut self, batch: &Batch) -> Step<(), Self> {
        self.written = true;
        coupon::issue(self, batch).map_err(fault)
    }

    fn coupons(&mut self, set: &CouponSet) -> Step<Vec<Coupon>, Self> {
        coupon::find(self.tx, self.programme, set).map_err(fault)
    }

    fn tally(&mut self, range: CouponRange) -> Step<Vec<Tally>, Self> {
        coupon::tally(self.tx, self.programme, range).map_err(fault)
    }

    fn held(&mut self, partner: PartnerId, class: ClassId, count: u64) -> Step<CouponSet, Self> {
        coupon::held(self.tx, self.programme, partner, class, count).map_err(fault)
    }

    fn stock(&mut self, class: ClassId, count: u64) -> Step<CouponSet, Self> {
        coupon::stock(self.tx, self.programme, class, count).map_err(fault)
    }

    fn overdue(&mut self, classes: &[ClassId]) -> Step<Vec<Tally>, Self> {
        coupon::overdue(self.tx, self.programme, classes).map_err(fault)
    }

    fn move_coupons(&mut self, movements: &[Movement]) -> Step<(), Self> {
        self.written = true;
        coupon::move_all(self, movements).map_err(fault)
    }

    fn spend(&mut self, coupons: &[(Coupon, FundId)]) -> Step<(), Self> {
        self.written = true;
        coupon::spend(self, coupons).map_err(fault)
    }

    fn balance(&mut self, account: AccountId) -> Step<Balance, Self> {
        self.tx.balance(self.programme, account).map_err(fault)
    }

    fn post(&mut self, transfers: &[Transfer]) -> Step<(), Self> {
        self.written = true;
        ledger::post(self, transfers).map_err(fault)
    }

    fn record_redemption(&mut self, row: &Redemption) -> Step<(), Self> {
        self.written = true;
        redemption::record(self.tx, self.programme, row).map_err(fault)
    }

    fn redemption(&mut self, seq: i64) -> Step<Option<Redemption>, Self> {
        redemption::by_seq(self.tx, self.programme, seq).map_err(fault)
    }

    fn record_hand_out(&mut self, request: &HandOut, at: Timestamp, outcome: &Outcome) -> Step<(), Self> {
        self.written = true;
        handout::record(self.tx, self.programme, self.seq, request, at, outcome).map_err(fault)
    }

    fn hand_out(&mut self, seq: i64) -> Step<Option<HandedOut>, Self> {
        handout::by_seq(self.tx, self.programme, seq).map_err(fault)
    }

    fn was_handed_out(&mut self, coupon: CouponId) -> Step<bool, Self> {
        handout::gave(self.tx, self.programme, coupon).map_err(fault)
    }

    fn take_back(&mut self, seq: i64) -> Step<(), Self> {
        self.written = true;
        handout::take_back(self.tx, self.programme, seq, self.seq).map_err(fault)
    }

    fn record_expense(&mut self, expense: &Expense) -> Step<(), Self> {
        self.written = true;
        fund::record_expense(self.tx, self.programme, self.seq, expense).map_err(fault)
    }

    fn record_sale(&mut self, sale: &Sale) -> Step<(), Self> {
        self.written = true;
        offer::record_sale(self.tx, self.programme, sale).map_err(fault)
    }

    fn offer_bonus(&mut self, offer: OfferId) -> Step<i64, Self> {
        offer::bonus(self.tx, self.programme, offer).map_err(fault)
    }

    fn record_order(&mut self, order: &Order) -> Step<(), Self> {
        self.written = true;
        offer::record_order(self.tx, self.programme, order).map_err(fault)
    }

    fn update_order(&mut self, order: &Order) -> Step<(), Self> {
        self.written = true;
        offer::update_order(self.tx, self.programme, order).map_err(fault)
    }

    fn order(&mut self, id: OrderId) -> Step<Option<Order>, Self> {
        self.tx.order(self.programme, id).map_err(fault)
    }

    fn order_named(&mut self, reference: &str) -> Step<Option<OrderId>, Self> {
        offer::order_named(self.tx, self.programme, reference).map_err(fault)
    }

    fn order_count(&mut self) -> Step<u32, Self> {
        offer::order_count(self.tx, self.programme).map_err(fault)
    }

    fn record_gift(&mut self, gift: &Gift) -> Step<(), Self> {
        self.written = true;
        offer::record_gift(self.tx, self.programme, self.seq, gift).map_err(fault)
    }

    fn gift(&mut self, seq: i64) -> Step<Option<Gift>, Self> {
        let gifts = self.tx.gifts(self.programme).map_err(fault)?;
        Ok(gifts.into_iter().find(|(of, _)| *of == seq).map(|(_, gift)| gift))
    }

    fn donation_receipts(&mut self) -> Step<Vec<DonationReceipt>, Self> {
        self.tx.donation_receipts(self.programme).map_err(fault)
    }

    fn write_donation_receipt(&mut self, receipt: &DonationReceipt) -> Step<(), Self> {
        self.written = true;
        self.tx.write_donation_receipt(self.programme, receipt).map_err(fault)
    }

    fn open_disputes(&mut self, disputes: &[Dispute]) -> Step<(), Self> {
        dispute::open(self, disputes).map_err(fault)
    }

    fn dispute(&mut self, id: DisputeId) -> Step<Option<Dispute>, Self> {
        dispute::find(self.tx, self.programme, id).map_err(fault)
    }

    fn decide(&mut self, row: &Dispute) -> Step<(), Self> {
        self.written = true;
        dispute::decide(self.tx, self.programme, row).map_err(fault)
    }

    fn open_dispute_count(&mut self) -> Step<u64, Self> {
        dispute::open_count(self.tx, self.programme).map_err(fault)
    }

    fn update_agreement(&mut self, number: u32, agreement: &Agreement) -> Step<(), Self> {
        self.written = true;
        programme::update_agreement(self, number, agreement).map_err(fault)
    }

    fn market_day(&mut self, place: PlaceId, on: Date) -> Step<Option<MarketDay>, Self> {
        self.tx.market_day(self.programme, place, on).map_err(fault)
    }

    fn record_market_day(&mut self, day: &MarketDay) -> Step<(), Self> {
        self.written = true;
        market_day::record(self.tx, self.programme, day).map_err(fault)
    }

    fn redemptions_on(&mut self, place: PlaceId, on: Date) -> Step<Vec<Redemption>, Self> {
        let Some(book) = self.book.clone() else { return Ok(Vec::new()) };
        self.tx.redemptions_on(self.programme, &book, place, on).map_err(fault)
    }

    fn owed(&mut self, until: Timestamp) -> Step<Vec<(AccountId, i64)>, Self> {
        ledger::owed(self.tx, self.programme, until).map_err(fault)
    }

    fn record_run(&mut self, run: &Run, payments: &[Payment]) -> Step<(), Self> {
        self.written = true;
        settlement::record_run(self, run, payments).map_err(fault)
    }

    fn run(&mut self, id: RunId) -> Step<Option<Run>, Self> {
        settlement::run(self.tx, self.programme, id).map_err(fault)
    }

    fn payments(&mut self, id: RunId) -> Step<Vec<Payment>, Self> {
        settlement::payments_of(self.tx, self.programme, id).map_err(fault)
    }

    fn payment(&mut self, id: PaymentId) -> Step<Option<Payment>, Self> {
        settlement::payment(self.tx, self.programme, id).map_err(fault)
    }

    fn update_run(&mut self, run: &Run) -> Step<(), Self> {
        self.written = true;
        settlement::update_run(self.tx, self.programme, run).map_err(fault)
    }

    fn update_payment(&mut self, payment: &Payment) -> Step<(), Self> {
        self.written = true;
        settlement::update_payment(self.tx, self.programme, payment).map_err(fault)
    }

    fn unfinished(&mut self) -> Step<(i64, u64), Self> {
        let unpaid = ledger::unpaid(self.tx, self.programme).map_err(fault)?;
        let live = coupon::live_with_an_end(self.tx, self.programme).map_err(fault)?;
        Ok((unpaid, live))
    }

    fn bank_details(&mut self, vendor: VendorId) -> Step<Option<BankDetails>, Self> {
        settlement::bank_details(self.tx, self.programme, vendor).map_err(fault)
    }

    fn look_at_alert(&mut self, looked: &Looked) -> Step<(), Self> {
        self.written = true;
        self.tx.look_at_alert(self.programme, looked).map_err(fault)
    }

    fn payment_holds(&mut self) -> Step<Vec<PaymentHold>, Self> {
        self.tx.payment_holds(self.programme).map_err(fault)
    }

    fn write_payment_hold(&mut self, hold: &PaymentHold) -> Step<(), Self> {
        self.written = true;
        self.tx.write_payment_hold(self.programme, hold).map_err(fault)
    }

    fn batch_void(&mut self, batch: BatchId) -> Step<Option<BatchVoid>, Self> {
        self.tx.batch_void(self.programme, batch).map_err(fault)
    }

    fn ask_batch_void(&mut self, asked: &BatchVoid) -> Step<(), Self> {
        self.written = true;
        self.tx.ask_batch_void(self.programme, asked).map_err(fault)
    }

    fn end_batch_void(&mut self, batch: BatchId) -> Step<(), Self> {
        self.written = true;
        self.tx.end_batch_void(self.programme, batch).map_err(fault)
    }

    fn fund_move(&mut self, seq: i64) -> Step<Option<FundMove>, Self> {
        self.tx.fund_move(self.programme, seq).map_err(fault)
    }

    fn ask_fund_move(&mut self, asked: &FundMove) -> Step<(), Self> {
        self.written = true;
        self.tx.ask_fund_move(self.programme, asked).map_err(fault)
    }

    fn decide_fund_move(&mut self, decided: &FundMove) -> Step<(), Self> {
        self.written = true;
        self.tx.decide_fund_move(self.programme, decided).map_err(fault)
    }

    fn key_asked(&mut self) -> Step<Option<KeyAsked>, Self> {
        self.tx.key_asked(self.programme).map_err(fault)
    }

    fn ask_key(&mut self, asked: &KeyAsked) -> Step<(), Self> {
        self.written = true;
        self.tx.ask_key(self.programme, asked).map_err(fault)
    }

    fn end_key_asked(&mut self) -> Step<(), Self> {
        self.written = true;
        self.tx.end_key_asked(self.programme).map_err(fault)
    }

    fn add_key(&mut self, key: SigningKey) -> Step<(), Self> {
        self.written = true;
        signing_key::add(self, key).map_err(fault)
    }

    fn update_bank_details(&mut self, details: &BankDetails) -> Step<(), Self> {
        self.written = true;
        settlement::update_bank_details(self, details).map_err(fault)
    }
}
