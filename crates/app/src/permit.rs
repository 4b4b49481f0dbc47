//! Who may do what. Every command says which permission it needs, in one exhaustive list, and no command
//! runs without asking: a forgotten check does not compile.

use domain::agreement::Side;
use domain::command::Command;
use domain::ids::{Actor, FundId, PartnerId, PlaceId, VendorId};
use domain::market_day::Agreed;
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::role::Role;

/// Something that not everybody may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// Open a programme: at the command line only.
    Open,
    /// Register people, places, merchants, organisations, funds, classes, agreements.
    Configure,
    /// Write down money received or set aside.
    ReceiveMoney,
    /// Print, allot, cancel, expire, sell, pay sold coupons back, close.
    RunSeason,
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
    /// Ask to change where a merchant is paid.
    ProposeBank(VendorId),
    /// Approve a run.
    Approve,
    /// See the whole programme.
    SeeAll,
    /// See an organisation's own.
    SeePartner(PartnerId),
    /// See a merchant's own.
    SeeVendor(VendorId),
    /// See a place's own.
    SeePlace(PlaceId),
    /// See a fund.
    SeeFund(FundId),
}

/// The permission a command needs.
pub const fn needed(command: &Command) -> Action {
    match command {
        Command::Open { .. } => Action::Open,
        Command::SignAgreement { vendor, side: Side::Vendor, how: Agreed::OnScreen, .. } => Action::AgreeFor(*vendor),
        Command::Enroll { .. } | Command::ChangePlace { .. } | Command::SignAgreement { .. } => Action::Configure,
        Command::ClosePlace { place, .. } | Command::ReopenPlace { place, .. } => Action::RunMarket(*place),
        Command::ReceiveMoney { .. } | Command::SetAside { .. } => Action::ReceiveMoney,
        Command::IssueBatch { .. }
        | Command::Move { .. }
        | Command::Expire { .. }
        | Command::Sell(_)
        | Command::Refund(_)
        | Command::Close => Action::RunSeason,
        Command::HandOut(request) => Action::HandOut(Some(request.partner)),
        Command::TakeBack { partner, .. } => Action::HandOut(Some(*partner)),
        Command::Replace { partner, .. } => Action::HandOut(*partner),
        Command::Redeem(request) => Action::Redeem(request.vendor, request.place),
        Command::ResolveDispute { .. } => Action::Decide,
        Command::NotePresence { place, .. } | Command::CloseDay { place, .. } | Command::DecideOnTheSpot { place, .. } => {
            Action::RunMarket(*place)
        }
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
        Command::ApproveRun { .. } => Action::Approve,
    }
}

/// Whether a role allows an action.
pub fn allows(role: Role, action: Action) -> bool {
    match (role, action) {
        (_, Action::Open) | (Role::Coordinator, Action::Approve | Action::Pay | Action::AgreeFor(_)) => false,
        (Role::Coordinator, _)
        | (
            Role::Auditor,
            Action::SeeAll | Action::SeePartner(_) | Action::SeeVendor(_) | Action::SeePlace(_) | Action::SeeFund(_),
        )
        | (Role::Treasurer | Role::Approver, Action::SeeAll | Action::SeeVendor(_) | Action::SeeFund(_) | Action::Approve)
        | (Role::Treasurer, Action::Pay | Action::ProposeBank(_) | Action::ReceiveMoney) => true,
        (Role::PartnerWorker(own), Action::HandOut(Some(asked)) | Action::SeePartner(asked)) => own == asked,
        (Role::MarketManager(own), Action::Redeem(_, asked) | Action::SeePlace(asked) | Action::RunMarket(asked)) => own == asked,
        (
            Role::Merchant(own),
            Action::Redeem(asked, _) | Action::SeeVendor(asked) | Action::ProposeBank(asked) | Action::AgreeFor(asked),
        ) => own == asked,
        (Role::Funder(own), Action::SeeFund(asked)) => own == asked,
        _ => false,
    }
}

/// Asks. The program itself (the command line on the machine that holds the data) may do everything.
pub fn ask(book: Option<&Book>, actor: Actor, action: Action) -> Result<(), Refusal> {
    let Actor::Person(person) = actor else { return Ok(()) };
    let Some(book) = book else { return Err(Refusal::NotPermitted) };
    let allowed = book.grants.iter().any(|grant| grant.person == person && allows(grant.role, action));
    if allowed { Ok(()) } else { Err(Refusal::NotPermitted) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_auditor_changes_nothing() {
        let changing = [
            Action::Open,
            Action::Configure,
            Action::ReceiveMoney,
            Action::RunSeason,
            Action::HandOut(Some(PartnerId(1))),
            Action::HandOut(None),
            Action::Redeem(VendorId(1), PlaceId(1)),
            Action::RunMarket(PlaceId(1)),
            Action::AgreeFor(VendorId(1)),
            Action::Decide,
            Action::Pay,
            Action::ProposeBank(VendorId(1)),
            Action::Approve,
        ];
        assert!(changing.iter().all(|action| !allows(Role::Auditor, *action)));
        assert!(allows(Role::Auditor, Action::SeeAll));
    }

    #[test]
    fn a_scope_is_a_scope() {
        assert!(allows(Role::Merchant(VendorId(1)), Action::Redeem(VendorId(1), PlaceId(9))));
        assert!(!allows(Role::Merchant(VendorId(1)), Action::Redeem(VendorId(2), PlaceId(9))));
        assert!(allows(Role::Merchant(VendorId(1)), Action::ProposeBank(VendorId(1))));
        assert!(!allows(Role::Merchant(VendorId(1)), Action::ProposeBank(VendorId(2))));
        assert!(allows(Role::MarketManager(PlaceId(3)), Action::Redeem(VendorId(2), PlaceId(3))));
        assert!(!allows(Role::MarketManager(PlaceId(3)), Action::Redeem(VendorId(2), PlaceId(4))));
        assert!(allows(Role::MarketManager(PlaceId(3)), Action::RunMarket(PlaceId(3))));
        assert!(!allows(Role::MarketManager(PlaceId(3)), Action::RunMarket(PlaceId(4))));
        assert!(!allows(Role::PartnerWorker(PartnerId(1)), Action::HandOut(Some(PartnerId(2)))));
        assert!(!allows(Role::Funder(FundId(1)), Action::SeeAll));
    }

    #[test]
    fn whoever_runs_the_season_does_not_pay_it() {
        assert!(!allows(Role::Coordinator, Action::Pay));
        assert!(!allows(Role::Coordinator, Action::Approve));
        assert!(!allows(Role::Treasurer, Action::RunSeason));
    }
}
