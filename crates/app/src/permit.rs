//! Who may do what. Every command says which permission it needs, in one exhaustive list, and no command
//! runs without asking: a forgotten check does not compile.

use domain::agreement::Side;
use domain::command::Command;
use domain::ids::{Actor, FundId, PartnerId, PlaceId, VendorId};
use domain::market_day::Agreed;
use domain::programme::{Book, Entry};
use domain::refusal::Refusal;
use domain::role::Role;

/// Something that not everybody may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// Write a programme's first page and its first roles: the program itself only.
    Open,
    /// Have another programme opened, and say who coordinates it.
    OpenAnother,
    /// Register places, merchants, organisations, funds, classes, agreements; ask for an amendment.
    Configure,
    /// Invite people, give them roles and take roles away.
    Staff,
    /// Give the roles that pay or approve, as far as the rules let.
    StaffMoney,
    /// Write down money received or set aside; ask to move money between funds.
    ReceiveMoney,
    /// Print, allot, cancel, expire, sell, pay sold coupons back, close.
    RunSeason,
    /// Sell what the territory offers: packs over a counter, orders.
    Sell,
    /// Hand coupons out for an organisation, or replace lost ones.
    HandOut(Option<PartnerId>),
    /// Bring coupons in for a merchant at a place.
    Redeem(VendorId, PlaceId),
    /// Run a market's day: who is there, totals, coupons in doubt within the limit; say that it is closed.
    RunMarket(PlaceId),
    /// Agree with a merchant's totals, or sign an agreement, as that merchant.
    AgreeFor(VendorId),
    /// Decide disputes.
    Decide,
    /// Pay operating expenses; prepare, send, confirm payments; write down returned ones; confirm bank details.
    Pay,
    /// Hold a merchant's payments, at once; ask to let go.
    Hold,
    /// Ask to change where a merchant is paid.
    ProposeBank(VendorId),
    /// Approve a run; confirm money that leaves a fund.
    Approve,
    /// Write the territory's long-term plans.
    Plan,
    /// Write and see the province's long-term plans.
    PlanProvince,
    /// Ask for another signing key.
    AskKey,
    /// Confirm what another person asked and nobody does alone: cancelling a batch, another signing key, an amendment, letting
    /// payments go.
    Second,
    /// Write to the programme's people, and withdraw what was written.
    Write,
    /// See the whole programme: each coupon, each hand-out, each dispute.
    SeeAll,
    /// See the programme's totals.
    SeeTotals,
    /// See use by organisation, place, merchant and household size, without a single household's mark.
    SeeUse,
    /// See runs, payments and what is owed.
    SeePayments,
    /// See every merchant's bank details, as they may be shown.
    SeeBankDetails,
    /// See the proof, the state of the season and the books.
    SeeProof,
    /// See who has which role, and when they were last here.
    SeePeople,
    /// See an organisation's own.
    SeePartner(PartnerId),
    /// See a merchant's own.
    SeeVendor(VendorId),
    /// See a place's own.
    SeePlace(PlaceId),
    /// See a fund.
    SeeFund(FundId),
}

impl Action {
    /// One of each, about the first of its kind: for the table.
    pub const EVERY: [Self; 34] = [
        Self::Open,
        Self::OpenAnother,
        Self::Configure,
        Self::Staff,
        Self::StaffMoney,
        Self::ReceiveMoney,
        Self::RunSeason,
        Self::Sell,
        Self::HandOut(Some(PartnerId(1))),
        Self::HandOut(None),
        Self::Redeem(VendorId(1), PlaceId(1)),
        Self::RunMarket(PlaceId(1)),
        Self::AgreeFor(VendorId(1)),
        Self::Decide,
        Self::Pay,
        Self::Hold,
        Self::ProposeBank(VendorId(1)),
        Self::Approve,
        Self::Plan,
        Self::PlanProvince,
        Self::AskKey,
        Self::Second,
        Self::Write,
        Self::SeeAll,
        Self::SeeTotals,
        Self::SeeUse,
        Self::SeePayments,
        Self::SeeBankDetails,
        Self::SeeProof,
        Self::SeePeople,
        Self::SeePartner(PartnerId(1)),
        Self::SeeVendor(VendorId(1)),
        Self::SeePlace(PlaceId(1)),
        Self::SeeFund(FundId(1)),
    ];

    /// The stable name; its words are `action-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::OpenAnother => "open_another",
            Self::Configure => "configure",
            Self::Staff => "staff",
            Self::StaffMoney => "staff_money",
            Self::ReceiveMoney => "receive_money",
            Self::RunSeason => "run_season",
            Self::Sell => "sell",
            Self::HandOut(Some(_)) => "hand_out",
            Self::HandOut(None) => "replace",
            Self::Redeem(..) => "redeem",
            Self::RunMarket(_) => "run_market",
            Self::AgreeFor(_) => "agree_for",
            Self::Decide => "decide",
            Self::Pay => "pay",
            Self::Hold => "hold",
            Self::ProposeBank(_) => "propose_bank",
            Self::Approve => "approve",
            Self::Plan => "plan",
            Self::PlanProvince => "plan_province",
            Self::AskKey => "ask_key",
            Self::Second => "second",
            Self::Write => "write",
            Self::SeeAll => "see_all",
            Self::SeeTotals => "see_totals",
            Self::SeeUse => "see_use",
            Self::SeePayments => "see_payments",
            Self::SeeBankDetails => "see_bank_details",
            Self::SeeProof => "see_proof",
            Self::SeePeople => "see_people",
            Self::SeePartner(_) => "see_partner",
            Self::SeeVendor(_) => "see_vendor",
            Self::SeePlace(_) => "see_place",
            Self::SeeFund(_) => "see_fund",
        }
    }

    /// The same about another organisation, merchant, place or fund.
    #[must_use]
    pub const fn elsewhere(self) -> Self {
        match self {
            Self::HandOut(Some(PartnerId(id))) => Self::HandOut(Some(PartnerId(id + 1))),
            Self::Redeem(VendorId(vendor), PlaceId(place)) => Self::Redeem(VendorId(vendor + 1), PlaceId(place + 1)),
            Self::RunMarket(PlaceId(id)) => Self::RunMarket(PlaceId(id + 1)),
            Self::AgreeFor(VendorId(id)) => Self::AgreeFor(VendorId(id + 1)),
            Self::ProposeBank(VendorId(id)) => Self::ProposeBank(VendorId(id + 1)),
            Self::SeePartner(PartnerId(id)) => Self::SeePartner(PartnerId(id + 1)),
            Self::SeeVendor(VendorId(id)) => Self::SeeVendor(VendorId(id + 1)),
            Self::SeePlace(PlaceId(id)) => Self::SeePlace(PlaceId(id + 1)),
            Self::SeeFund(FundId(id)) => Self::SeeFund(FundId(id + 1)),
            other => other,
        }
    }
}

/// The permission a command needs.
pub fn needed(command: &Command) -> Action {
    match command {
        Command::Open { .. } => Action::Open,
        Command::SignAgreement { vendor, side: Side::Vendor, how: Agreed::OnScreen, .. }
        | Command::AcknowledgeShare { vendor, .. } => Action::AgreeFor(*vendor),
        // Roles come in with a programme's file only; afterwards they have commands of their own, with their rules.
        Command::Enroll { entries } if entries.iter().any(|e| matches!(e, Entry::Grant(_))) => Action::Open,
        Command::Enroll { .. }
        | Command::ChangePlace { .. }
        | Command::ChangeFund { .. }
        | Command::SignAgreement { .. }
        | Command::AskAmendment { .. } => Action::Configure,
        Command::Grant(grant) if grant.role.pays() => Action::StaffMoney,
        Command::Grant(_) | Command::Revoke(_) => Action::Staff,
        Command::ReceiveMoney { .. }
        | Command::SetAside { .. }
        | Command::Give(_)
        | Command::IssueReceipt(_)
        | Command::CancelReceipt { .. }
        | Command::AskFundMove { .. } => Action::ReceiveMoney,
        Command::IssueBatch { .. }
        | Command::Move { .. }
        | Command::Expire { .. }
        | Command::Sell(_)
        | Command::Refund(_)
        | Command::AskBatchVoid { .. }
        | Command::Close => Action::RunSeason,
        Command::SellOffer(_) | Command::PlaceOrder(_) | Command::EndOrder { .. } => Action::Sell,
        Command::AskSigningKey { .. } => Action::AskKey,
        Command::HoldPayments { .. } | Command::AskPaymentRelease { .. } => Action::Hold,
        Command::ConfirmBatchVoid { .. }
        | Command::DropBatchVoid { .. }
        | Command::DropFundMove { .. }
        | Command::ConfirmPaymentRelease { .. }
        | Command::DropPaymentRelease { .. }
        | Command::ConfirmSigningKey { .. }
        | Command::DropSigningKey
        | Command::ConfirmAmendment { .. }
        | Command::DropAmendment { .. } => Action::Second,
        Command::HandOut(request) => Action::HandOut(Some(request.partner)),
        Command::TakeBack { partner, .. } => Action::HandOut(Some(*partner)),
        Command::Replace { partner, .. } => Action::HandOut(*partner),
        Command::Redeem(request) => Action::Redeem(request.vendor, request.place),
        Command::ResolveDispute { .. } | Command::LookAtAlert { .. } => Action::Decide,
        Command::ClosePlace { place, .. }
        | Command::ReopenPlace { place, .. }
        | Command::NotePresence { place, .. }
        | Command::CloseDay { place, .. }
        | Command::DecideOnTheSpot { place, .. }
        | Command::HandOver { place, .. } => Action::RunMarket(*place),
        Command::AgreeWithDay { vendor, place, how, .. } => match how {
            Agreed::OnScreen => Action::AgreeFor(*vendor),
            Agreed::OnPaper => Action::RunMarket(*place),
        },
        Command::PrepareRun { .. }
        | Command::CancelRun { .. }
        | Command::PayRun { .. }
        | Command::ConfirmPayment { .. }
        | Command::ReturnPayment { .. }
        | Command::SpendOnOperations(_)
        | Command::ConfirmBankDetails { .. } => Action::Pay,
        Command::ProposeBankDetails { vendor, .. } => Action::ProposeBank(*vendor),
        Command::ApproveRun { .. } | Command::ConfirmFundMove { .. } => Action::Approve,
    }
}

/// Whether a role allows an action.
pub fn allows(role: Role, action: Action) -> bool {
    use Action as A;
    match role {
        Role::Coordinator => !matches!(action, A::Open | A::OpenAnother | A::PlanProvince | A::Approve | A::Pay | A::AgreeFor(_)),
        Role::Auditor => reads(action) || matches!(action, A::SeePeople),
        Role::Treasurer => {
            watches(action)
                || matches!(
                    action,
                    A::Approve
                        | A::Plan
                        | A::AskKey
                        | A::Second
                        | A::StaffMoney
                        | A::Pay
                        | A::Hold
                        | A::ProposeBank(_)
                        | A::ReceiveMoney
                        | A::Sell
                )
        }
        Role::Approver => watches(action) || matches!(action, A::Approve | A::Second | A::StaffMoney),
        Role::PartnerWorker(own) => matches!(action, A::HandOut(Some(asked)) | A::SeePartner(asked) if own == asked),
        Role::MarketManager(own) => {
            matches!(action, A::Sell)
                || matches!(action, A::Redeem(_, asked) | A::SeePlace(asked) | A::RunMarket(asked) if own == asked)
        }
        Role::Merchant(own) => {
            matches!(action, A::Redeem(asked, _) | A::SeeVendor(asked) | A::ProposeBank(asked) | A::AgreeFor(asked) if own == asked)
        }
        Role::Funder(own) => matches!(action, A::SeeFund(asked) if own == asked),
        Role::Network => matches!(action, A::SeeTotals | A::OpenAnother | A::PlanProvince),
        Role::Evaluator => matches!(action, A::SeeTotals | A::SeeUse),
    }
}

/// What those who answer for the money look at.
const fn watches(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::SeeAll | A::SeeTotals | A::SeeUse | A::SeePayments | A::SeeBankDetails | A::SeeProof | A::SeeVendor(_) | A::SeeFund(_)
    )
}

/// What only looks, whatever it looks at; the list of people is for those who answer for it.
const fn reads(action: Action) -> bool {
    watches(action) || matches!(action, Action::SeePartner(_) | Action::SeePlace(_))
}

/// Asks. The program itself (the command line on the machine that holds the data) may do everything.
pub fn ask(book: Option<&Book>, actor: Actor, action: Action) -> Result<(), Refusal> {
    let Actor::Person(person) = actor else { return Ok(()) };
    let Some(book) = book else { return Err(Refusal::NotPermitted) };
    let allowed = book.grants.iter().any(|grant| grant.person == person && allows(grant.role, action));
    if allowed { Ok(()) } else { Err(Refusal::NotPermitted) }
}
