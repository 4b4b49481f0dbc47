//! Commands: everything that can change a programme, as it is written in the log, and what came of it.

use crate::agreement::Side;
use crate::alert;
use crate::amendment::Decided;
use crate::amount::Amount;
use crate::coupon::State;
use crate::coupon_set::CouponSet;
use crate::dispute::Decision;
use crate::donation_receipt::IssueReceipt;
use crate::fund::{Expense, Terms};
use crate::gift::Gift;
use crate::handout::HandOut;
use crate::ids::{Actor, BatchId, ClassId, DisputeId, FundId, OrderId, PartnerId, PaymentId, PlaceId, RunId, VendorId};
use crate::market_day::Agreed;
use crate::offer::SellOffer;
use crate::order::{Ending, PlaceOrder};
use crate::place::{Place, WhyClosed};
use crate::programme::{Band, Entry, Identity, PrivateUnit, Rules, Season};
use crate::redemption::{Redeem, Redeemed};
use crate::refusal::Refusal;
use crate::role::Grant;
use crate::sale::{Refund, Sell};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A command with who asks and when they say it happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Envelope {
    /// Made by the client: sending it again changes nothing and returns the first answer.
    pub id: Uuid,
    /// Who.
    pub actor: Actor,
    /// The device it came from.
    pub device: Option<Uuid>,
    /// When it happened, by the client's clock; clocks lie.
    pub claimed_at: Timestamp,
    /// What.
    pub command: Command,
}

/// Where coupons go when they are not handed out or spent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Placement {
    /// Counted into the programme's stock.
    Stock,
    /// Allotted to an organisation, or passed from one to another.
    Partner {
        /// The organisation.
        partner: PartnerId,
        /// The fund that will pay, when decided now.
        fund: Option<FundId>,
    },
    /// Cancelled.
    Void,
    /// Reported lost.
    Lost,
    /// Reported stolen.
    Stolen,
    /// Brought back unused.
    Returned,
}

impl Placement {
    /// The state it leads to.
    pub const fn state(&self) -> State {
        match self {
            Self::Stock => State::InStock,
            Self::Partner { .. } => State::WithPartner,
            Self::Void => State::Void,
            Self::Lost => State::Lost,
            Self::Stolen => State::Stolen,
            Self::Returned => State::Returned,
        }
    }
}

/// What is asked. Bodies are versioned by their shape: fields are only ever added, with a default.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Opens a programme: always its first command.
    Open {
        /// What identifies it.
        identity: Box<Identity>,
        /// Its dates.
        season: Season,
        /// Its decisions.
        rules: Box<Rules>,
        /// Its private units.
        units: Vec<PrivateUnit>,
        /// Its scale.
        bands: Vec<Band>,
    },
    /// Registers places, merchants, organisations, funds, classes, agreements, roles.
    Enroll {
        /// What to register, in order.
        entries: Vec<Entry>,
    },
    /// Changes what is said of a place: its kind, its hours, what it sells.
    ChangePlace {
        /// What it becomes; its short name and its closures stay as they are.
        place: Box<Place>,
    },
    /// Closes a place on a day when it should be open.
    ClosePlace {
        /// Which.
        place: PlaceId,
        /// The day.
        on: Date,
        /// Why.
        why: WhyClosed,
    },
    /// Opens it on that day after all.
    ReopenPlace {
        /// Which.
        place: PlaceId,
        /// The day.
        on: Date,
    },
    /// A funder's money arrived.
    ReceiveMoney {
        /// Which fund.
        fund: FundId,
        /// How much, dollars.
        amount: Amount,
        /// The bank's or the funder's reference.
        reference: String,
        /// Value date.
        on: Date,
    },
    /// Sets money aside in a fund for good-faith losses.
    SetAside {
        /// Which fund.
        fund: FundId,
        /// How much, dollars.
        amount: Amount,
    },
    /// Spends a fund's money on the programme's operations: printing, travel, wages.
    SpendOnOperations(Expense),
    /// Changes what was agreed about a fund.
    ChangeFund {
        /// Which.
        fund: FundId,
        /// What is agreed from now on.
        terms: Box<Terms>,
    },
    /// Asks to move money out of a fund.
    AskFundMove {
        /// Out of which.
        from: FundId,
        /// Into which; none when it goes back to its funder.
        to: Option<FundId>,
        /// How much, dollars.
        amount: Amount,
        /// Why.
        reason: String,
    },
    /// A second person confirms it.
    ConfirmFundMove {
        /// The command that asked.
        asked: i64,
        /// The cheque's or transfer's number, when the money leaves the bank.
        reference: String,
    },
    /// Gives it up.
    DropFundMove {
        /// The command that asked.
        asked: i64,
    },
    /// Prints a batch.
    IssueBatch {
        /// Class of all its coupons.
        class: ClassId,
        /// How many.
        count: u32,
        /// Coupons in a booklet.
        booklet: u32,
        /// Digest of the code hashes, see [`crate::coupon::Batch`].
        codes_digest: String,
    },
    /// Moves coupons: into stock, to an organisation, out of use.
    Move {
        /// Which.
        coupons: CouponSet,
        /// Where to.
        to: Placement,
        /// Why, in a person's words; empty when it says itself.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Hands coupons out to a household.
    HandOut(HandOut),
    /// Takes a hand-out back, at once: a wrong band or a wrong booklet.
    TakeBack {
        /// The organisation that gave.
        partner: PartnerId,
        /// The command that recorded the hand-out.
        hand_out: i64,
    },
    /// Replaces a household's lost coupons with others of the same organisation.
    Replace {
        /// What was lost.
        lost: CouponSet,
        /// What is given instead; as many, of the same classes. None named: the organisation's lowest numbers.
        with: CouponSet,
        /// Why.
        reason: String,
        /// The organisation that replaces, when it does so itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        partner: Option<PartnerId>,
    },
    /// Sells coupons to the public.
    Sell(Sell),
    /// Pays sold coupons back to whoever brings them back.
    Refund(Refund),
    /// Sells packs of an offer: the price, the coupons and the bonus are the offer's.
    SellOffer(SellOffer),
    /// Writes an order down, to be picked up later.
    PlaceOrder(PlaceOrder),
    /// Ends an order: picked up once it is paid, or given up before.
    EndOrder {
        /// Which.
        order: OrderId,
        /// How.
        how: Ending,
    },
    /// Somebody gave to a fund.
    Give(Gift),
    /// Issues an official receipt for a gift.
    IssueReceipt(IssueReceipt),
    /// Cancels one.
    CancelReceipt {
        /// The command that issued it.
        receipt: i64,
        /// Why.
        reason: String,
    },
    /// A merchant accepted coupons.
    Redeem(Redeem),
    /// Ends given coupons whose last day is before this day.
    Expire {
        /// The day.
        on: Date,
    },
    /// Decides a dispute.
    ResolveDispute {
        /// Which.
        dispute: DisputeId,
        /// Paid or refused.
        decision: Decision,
        /// Why.
        reason: String,
    },
    /// Somebody looked at something out of the ordinary.
    LookAtAlert {
        /// Which.
        alert: alert::Key,
        /// How many coupons it was about.
        count: u64,
        /// What they found.
        reason: String,
    },
    /// One side signs an agreement.
    SignAgreement {
        /// Which, from 1.
        agreement: u32,
        /// Whose.
        vendor: VendorId,
        /// Which side signs.
        side: Side,
        /// On a screen or on paper.
        how: Agreed,
        /// Digest of the text read.
        text_digest: String,
    },
    /// Pays for a coupon in doubt on the spot, within the market's limit.
    DecideOnTheSpot {
        /// Where.
        place: PlaceId,
        /// Which dispute.
        dispute: DisputeId,
        /// Why.
        reason: String,
    },
    /// Notes which merchants are at a market.
    NotePresence {
        /// Where.
        place: PlaceId,
        /// When.
        on: Date,
        /// Who.
        vendors: BTreeSet<VendorId>,
    },
    /// Closes a market day with its totals.
    CloseDay {
        /// Where.
        place: PlaceId,
        /// When.
        on: Date,
    },
    /// A merchant agrees with the total of a closed day.
    AgreeWithDay {
        /// Where.
        place: PlaceId,
        /// When.
        on: Date,
        /// Who.
        vendor: VendorId,
        /// How.
        how: Agreed,
    },
    /// Gathers what is owed.
    PrepareRun {
        /// Up to what arrived by this instant.
        cutoff: Timestamp,
    },
    /// Approves a run.
    ApproveRun {
        /// Which.
        run: RunId,
    },
    /// Gives a prepared run up: everything in it is owed again.
    CancelRun {
        /// Which.
        run: RunId,
        /// Why.
        reason: String,
    },
    /// Sends a run's payments.
    PayRun {
        /// Which.
        run: RunId,
    },
    /// The bank, or a cleared cheque, confirmed a payment.
    ConfirmPayment {
        /// Which.
        payment: PaymentId,
        /// The cheque or confirmation number.
        reference: String,
    },
    /// A payment came back.
    ReturnPayment {
        /// Which.
        payment: PaymentId,
        /// Why, in the bank's words or code.
        reason: String,
    },
    /// A market handed a merchant their share of what it was paid.
    HandOver {
        /// The market.
        place: PlaceId,
        /// Which.
        payment: PaymentId,
    },
    /// The merchant says that they have it.
    AcknowledgeShare {
        /// Who.
        vendor: VendorId,
        /// Which.
        payment: PaymentId,
    },
    /// Asks to change where a merchant is paid. The account itself is kept apart from the log.
    ProposeBankDetails {
        /// Whose.
        vendor: VendorId,
        /// Version, from 1.
        version: u32,
        /// What may be shown: institution and last digits.
        masked: String,
    },
    /// A second person confirms it.
    ConfirmBankDetails {
        /// Whose.
        vendor: VendorId,
        /// Which version.
        version: u32,
    },
    /// Holds a merchant's payments: runs leave them out.
    HoldPayments {
        /// Whose.
        vendor: VendorId,
        /// Why.
        reason: String,
    },
    /// Asks to let go.
    AskPaymentRelease {
        /// Whose.
        vendor: VendorId,
        /// What was found.
        reason: String,
    },
    /// A second person confirms it.
    ConfirmPaymentRelease {
        /// Whose.
        vendor: VendorId,
    },
    /// Keeps the hold.
    DropPaymentRelease {
        /// Whose.
        vendor: VendorId,
    },
    /// Closes the season.
    Close,
    /// Asks to cancel a whole batch.
    AskBatchVoid {
        /// Which.
        batch: BatchId,
        /// Why.
        reason: String,
    },
    /// A second person confirms it.
    ConfirmBatchVoid {
        /// Which.
        batch: BatchId,
    },
    /// Gives it up.
    DropBatchVoid {
        /// Which.
        batch: BatchId,
    },
    /// Asks to sign new batches with another key.
    AskSigningKey {
        /// Why.
        reason: String,
    },
    /// A second person confirms it.
    ConfirmSigningKey {
        /// The slot of the new key.
        slot: u8,
        /// What verifies its signatures: whoever reads the log can check coupons.
        public_key: String,
    },
    /// Gives it up.
    DropSigningKey,
    /// Asks that something else be decided from a day on.
    AskAmendment {
        /// The first day on which it is in force.
        from: Date,
        /// All that is decided from then on.
        after: Box<Decided>,
        /// Why.
        reason: String,
    },
    /// A second person confirms it.
    ConfirmAmendment {
        /// Which.
        number: u32,
    },
    /// Gives it up.
    DropAmendment {
        /// Which.
        number: u32,
    },
    /// Gives a person a role.
    Grant(Grant),
    /// Takes a role from a person.
    Revoke(Grant),
}

impl Command {
    /// The reason of what takes something from somebody or goes back on a decision: whoever reads the log needs it.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Move { to: Placement::Void | Placement::Lost | Placement::Stolen | Placement::Returned, reason, .. }
            | Self::Replace { reason, .. }
            | Self::ResolveDispute { reason, .. }
            | Self::LookAtAlert { reason, .. }
            | Self::DecideOnTheSpot { reason, .. }
            | Self::CancelRun { reason, .. }
            | Self::HoldPayments { reason, .. }
            | Self::AskPaymentRelease { reason, .. }
            | Self::AskFundMove { reason, .. }
            | Self::CancelReceipt { reason, .. }
            | Self::AskSigningKey { reason }
            | Self::AskAmendment { reason, .. }
            | Self::ReturnPayment { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// The stable name of the kind, as in the log.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Enroll { .. } => "enroll",
            Self::ChangePlace { .. } => "change_place",
            Self::ClosePlace { .. } => "close_place",
            Self::ReopenPlace { .. } => "reopen_place",
            Self::ReceiveMoney { .. } => "receive_money",
            Self::SetAside { .. } => "set_aside",
            Self::SpendOnOperations(_) => "spend_on_operations",
            Self::ChangeFund { .. } => "change_fund",
            Self::AskFundMove { .. } => "ask_fund_move",
            Self::ConfirmFundMove { .. } => "confirm_fund_move",
            Self::DropFundMove { .. } => "drop_fund_move",
            Self::IssueBatch { .. } => "issue_batch",
            Self::Move { .. } => "move",
            Self::HandOut(_) => "hand_out",
            Self::TakeBack { .. } => "take_back",
            Self::Replace { .. } => "replace",
            Self::Sell(_) => "sell",
            Self::Refund(_) => "refund",
            Self::SellOffer(_) => "sell_offer",
            Self::PlaceOrder(_) => "place_order",
            Self::EndOrder { .. } => "end_order",
            Self::Give(_) => "give",
            Self::IssueReceipt(_) => "issue_receipt",
            Self::CancelReceipt { .. } => "cancel_receipt",
            Self::Redeem(_) => "redeem",
            Self::Expire { .. } => "expire",
            Self::ResolveDispute { .. } => "resolve_dispute",
            Self::LookAtAlert { .. } => "look_at_alert",
            Self::SignAgreement { .. } => "sign_agreement",
            Self::DecideOnTheSpot { .. } => "decide_on_the_spot",
            Self::NotePresence { .. } => "note_presence",
            Self::CloseDay { .. } => "close_day",
            Self::AgreeWithDay { .. } => "agree_with_day",
            Self::PrepareRun { .. } => "prepare_run",
            Self::ApproveRun { .. } => "approve_run",
            Self::CancelRun { .. } => "cancel_run",
            Self::PayRun { .. } => "pay_run",
            Self::ConfirmPayment { .. } => "confirm_payment",
            Self::ReturnPayment { .. } => "return_payment",
            Self::HandOver { .. } => "hand_over",
            Self::AcknowledgeShare { .. } => "acknowledge_share",
            Self::ProposeBankDetails { .. } => "propose_bank_details",
            Self::ConfirmBankDetails { .. } => "confirm_bank_details",
            Self::HoldPayments { .. } => "hold_payments",
            Self::AskPaymentRelease { .. } => "ask_payment_release",
            Self::ConfirmPaymentRelease { .. } => "confirm_payment_release",
            Self::DropPaymentRelease { .. } => "drop_payment_release",
            Self::Close => "close",
            Self::AskBatchVoid { .. } => "ask_batch_void",
            Self::ConfirmBatchVoid { .. } => "confirm_batch_void",
            Self::DropBatchVoid { .. } => "drop_batch_void",
            Self::AskSigningKey { .. } => "ask_signing_key",
            Self::ConfirmSigningKey { .. } => "confirm_signing_key",
            Self::DropSigningKey => "drop_signing_key",
            Self::AskAmendment { .. } => "ask_amendment",
            Self::ConfirmAmendment { .. } => "confirm_amendment",
            Self::DropAmendment { .. } => "drop_amendment",
            Self::Grant(_) => "grant",
            Self::Revoke(_) => "revoke",
        }
    }
}

/// What came of a command, as it is written in the log.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It was said no to; nothing changed.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// Done, with nothing more to say.
    Done,
    /// A batch was printed.
    Issued {
        /// Its number.
        batch: BatchId,
    },
    /// Coupons changed place or hands.
    Moved {
        /// How many.
        count: u64,
        /// Which, when the command left the choice open.
        #[serde(default, skip_serializing_if = "CouponSet::is_empty")]
        coupons: CouponSet,
        /// Their cost, dollars.
        amount: Amount,
    },
    /// An order was written down.
    Ordered {
        /// Its number.
        order: OrderId,
    },
    /// Coupons were presented; each has its answer.
    Redeemed(Redeemed),
    /// A run was prepared.
    Prepared {
        /// Its number.
        run: RunId,
        /// Its payments.
        payments: u32,
    },
}

impl Outcome {
    /// The refusal, if it is one.
    pub const fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused { refusal } => Some(refusal),
            _ => None,
        }
    }
}
