//! Deeds: use cases written down as data, so that a day's deeds run in one transaction, and a phone can
//! send the very same deed again.

use app::bank_details::Account;
use app::command::{Answer, Request};
use app::redemption::{CountIn, CountInAnswer};
use app::{
    Cx, Error, allotment, bank_details, batch, dispute, fund, handout, market_day, market_payments, offer, programme, redemption,
    sale, season, settlement,
};
use domain::amount::Amount;
use domain::command::Placement;
use domain::coupon_set::CouponSet;
use domain::dispute::Decision;
use domain::fund::Expense;
use domain::handout::Choice;
use domain::ids::{BatchId, ClassId, DisputeId, FundId, PartnerId, PaymentId, PlaceId, RunId, VendorId};
use domain::market_day::Agreed;
use domain::offer::SellOffer;
use domain::order::PlaceOrder;
use domain::programme::Entry;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What somebody does.
#[derive(Clone, Debug)]
pub(crate) enum What {
    Enroll(Vec<Entry>),
    Receive { fund: FundId, amount: Amount, reference: String, on: Date },
    Spend(Expense),
    SetAside { fund: FundId, amount: Amount },
    Issue { class: ClassId, count: u32, booklet: u32 },
    TakeIn(CouponSet),
    Allot { coupons: CouponSet, partner: PartnerId, fund: Option<FundId> },
    Withdraw { coupons: CouponSet, to: Placement, reason: &'static str },
    HandOut { partner: PartnerId, choice: Choice, band: String, pseudonym: Option<String> },
    TakeBack { partner: PartnerId, hand_out: i64 },
    Replace { lost: CouponSet, with: CouponSet },
    Sell { coupons: CouponSet, paid: Amount, reference: String },
    SellOffer(SellOffer),
    PlaceOrder(PlaceOrder),
    Refund { coupons: CouponSet, reference: String },
    CountIn(CountIn),
    Resolve { dispute: DisputeId, decision: Decision, reason: &'static str },
    NotePresence { place: PlaceId, on: Date, vendors: BTreeSet<VendorId> },
    CloseDay { place: PlaceId, on: Date },
    AgreeWithDay { place: PlaceId, on: Date, vendor: VendorId },
    DecideHere { place: PlaceId, dispute: DisputeId },
    Prepare { cutoff: Timestamp },
    Approve(RunId),
    Cancel(RunId),
    Pay(RunId),
    Confirm { payment: PaymentId, reference: String },
    Return { payment: PaymentId, reason: &'static str },
    HandOver { place: PlaceId, payment: PaymentId },
    Acknowledge { vendor: VendorId, payment: PaymentId },
    ProposeBank { vendor: VendorId, account: Account },
    ConfirmBank { vendor: VendorId, version: u32 },
    Expire(Date),
    Close,
}

/// What somebody does, when it reaches the program, and as whom.
#[derive(Clone, Debug)]
pub(crate) struct Deed {
    /// When it reaches the program, true time.
    pub at: Timestamp,
    /// Who, under which identifier, and when by their clock.
    pub request: Request,
    /// What.
    pub what: What,
}

/// What came of a deed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Done {
    /// An answer.
    Answer(Answer),
    /// Coupons counted in.
    Counted(CountInAnswer),
    /// A batch printed.
    Batch(BatchId),
    /// A run prepared.
    Run(RunId),
}

impl What {
    /// Does it.
    pub(crate) fn perform(&self, cx: &mut Cx<'_, '_>, request: Request) -> Result<Done, Error> {
        let answer = match self {
            Self::CountIn(count) => return redemption::count_in(cx, request, count).map(Done::Counted),
            Self::Issue { class, count, booklet } => return batch::issue(cx, request, *class, *count, *booklet).map(Done::Batch),
            Self::Prepare { cutoff } => return settlement::prepare(cx, request, *cutoff).map(Done::Run),
            Self::Enroll(entries) => programme::enroll(cx, request, entries.clone()),
            Self::Receive { fund, amount, reference, on } => fund::receive(cx, request, *fund, *amount, reference, *on),
            Self::Spend(expense) => fund::spend_on_operations(cx, request, expense.clone()),
            Self::SetAside { fund, amount } => fund::set_aside(cx, request, *fund, *amount),
            Self::TakeIn(coupons) => allotment::take_in(cx, request, coupons.clone()),
            Self::Allot { coupons, partner, fund } => allotment::allot(cx, request, coupons.clone(), *partner, *fund),
            Self::Withdraw { coupons, to, reason } => allotment::withdraw(cx, request, coupons.clone(), to.clone(), reason),
            Self::HandOut { partner, choice, band, pseudonym } => {
                handout::hand_out(cx, request, *partner, choice.clone(), band, pseudonym.as_deref())
            }
            Self::TakeBack { partner, hand_out } => handout::take_back(cx, request, *partner, *hand_out),
            Self::Replace { lost, with } => handout::replace(cx, request, None, lost.clone(), with.clone(), "perdus"),
            Self::Sell { coupons, paid, reference } => sale::sell(cx, request, coupons.clone(), *paid, reference),
            Self::SellOffer(packs) => offer::sell(cx, request, packs.clone()),
            Self::PlaceOrder(order) => offer::place_order(cx, request, order.clone()),
            Self::Refund { coupons, reference } => sale::refund(cx, request, coupons.clone(), reference),
            Self::Resolve { dispute, decision, reason } => dispute::resolve(cx, request, *dispute, *decision, reason),
            Self::NotePresence { place, on, vendors } => market_day::note_presence(cx, request, *place, *on, vendors.clone()),
            Self::CloseDay { place, on } => market_day::close(cx, request, *place, *on),
            Self::AgreeWithDay { place, on, vendor } => market_day::agree(cx, request, (*place, *on), *vendor, Agreed::OnPaper),
            Self::DecideHere { place, dispute } => market_day::decide(cx, request, *place, *dispute, "au marché"),
            Self::Approve(run) => settlement::approve(cx, request, *run),
            Self::Cancel(run) => settlement::cancel(cx, request, *run, "montants à revoir"),
            Self::Pay(run) => settlement::pay(cx, request, *run),
            Self::Confirm { payment, reference } => settlement::confirm(cx, request, *payment, reference),
            Self::Return { payment, reason } => settlement::bounce(cx, request, *payment, reason),
            Self::HandOver { place, payment } => market_payments::hand_over(cx, request, *place, *payment),
            Self::Acknowledge { vendor, payment } => market_payments::acknowledge(cx, request, *vendor, *payment),
            Self::ProposeBank { vendor, account } => bank_details::propose(cx, request, *vendor, account),
            Self::ConfirmBank { vendor, version } => bank_details::confirm(cx, request, *vendor, *version),
            Self::Expire(on) => season::expire(cx, request, *on),
            Self::Close => season::close(cx, request),
        };
        answer.map(Done::Answer)
    }
}
