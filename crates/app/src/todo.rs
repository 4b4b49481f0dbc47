//! What needs doing today: each thing that waits for somebody, and whose turn it is.

use crate::checklist::{self, Progress, Step};
use crate::command::Cx;
use crate::permit::{Action, allows, ask};
use crate::world::Error;
use crate::{agreement, alert, allotment, market_day, market_payments, season};
use domain::coupon::State;
use domain::fund_move::FundMoveState;
use domain::ids::{Actor, PlaceId, RunId, VendorId};
use domain::payment_hold::HoldState;
use domain::role::Role;
use domain::settlement::{PaymentState, RunState};
use std::collections::BTreeSet;

/// A thing to do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Task {
    /// Coupons in doubt that nobody decided about.
    Disputes,
    /// Things out of the ordinary that nobody looked at.
    Alerts,
    /// Runs that wait for an approval.
    Approvals,
    /// Approved runs that wait to be sent.
    RunsToSend,
    /// Payments that were sent and wait for their confirmation.
    PaymentsToConfirm,
    /// Merchants are owed money that is in no run.
    RunToPrepare,
    /// Changes of bank details that wait for a second person.
    BankDetails,
    /// Held payments that wait for a second person to let go.
    Releases,
    /// Another signing key waits for a second person.
    SigningKey,
    /// Money that leaves a fund and waits for a second person.
    FundMoves,
    /// An amendment waits for a second person.
    Amendment,
    /// Agreements that wait for the programme's signature.
    AgreementsForProgramme,
    /// A merchant's own agreements to sign.
    OwnAgreements,
    /// Market days with coupons that were not closed.
    MarketDays,
    /// Shares that a market was paid and did not hand over yet.
    SharesToHandOver,
    /// A merchant's own totals to confirm.
    OwnTotals,
    /// Printed coupons that were not counted into stock.
    PrintedCoupons,
    /// Organisations that hand out in a week more than they have left.
    RunningOut,
    /// Coupons that one organisation could pass to another.
    Reallocations,
    /// Given coupons past their last day.
    Overdue,
    /// The season's next step.
    Step(Step),
}

impl Task {
    /// Whether it is about paying merchants.
    pub const fn is_money(self) -> bool {
        matches!(
            self,
            Self::Approvals
                | Self::RunsToSend
                | Self::PaymentsToConfirm
                | Self::RunToPrepare
                | Self::BankDetails
                | Self::Releases
                | Self::FundMoves
        )
    }

    /// The stable name used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Disputes => "disputes",
            Self::Alerts => "alerts",
            Self::Approvals => "approvals",
            Self::RunsToSend => "runs-to-send",
            Self::PaymentsToConfirm => "payments-to-confirm",
            Self::RunToPrepare => "run-to-prepare",
            Self::BankDetails => "bank-details",
            Self::Releases => "releases",
            Self::SigningKey => "signing-key",
            Self::FundMoves => "fund-moves",
            Self::Amendment => "amendment",
            Self::AgreementsForProgramme => "agreements-for-programme",
            Self::OwnAgreements => "own-agreements",
            Self::MarketDays => "market-days",
            Self::SharesToHandOver => "shares-to-hand-over",
            Self::OwnTotals => "own-totals",
            Self::PrintedCoupons => "printed-coupons",
            Self::RunningOut => "running-out",
            Self::Reallocations => "reallocations",
            Self::Overdue => "overdue",
            Self::Step(step) => step.key(),
        }
    }
}

/// Steps of the season among the things to do: the next ones only.
const STEPS: usize = 2;

/// What waits for this person, most pressing first, with how many of each.
pub fn todo(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<(Task, u64)>, Error> {
    let book = cx.book()?;
    let roles: Vec<Role> = match actor {
        Actor::Person(person) => book.grants.iter().filter(|g| g.person == person).map(|g| g.role).collect(),
        Actor::System => vec![Role::Coordinator, Role::Treasurer],
    };
    let may = |action: Action| roles.iter().any(|role| allows(*role, action));
    let mut found: Vec<(Task, u64)> = Vec::new();
    if may(Action::Decide) {
        let open = cx.tx.disputes(cx.programme)?.iter().filter(|d| d.decision.is_none()).count() as u64;
        found.push((Task::Disputes, open));
        found.push((Task::Alerts, alert::open_count(cx, actor)?));
    }
    payments(cx, actor, &may, &mut found)?;
    if may(Action::Second) {
        let asked = cx.tx.key_asked(cx.programme)?.is_some_and(|asked| asked.by != actor);
        found.push((Task::SigningKey, u64::from(asked)));
        let holds = cx.tx.payment_holds(cx.programme)?;
        let asked = holds.iter().filter(|h| h.state == HoldState::Asked && h.asked_by != Some(actor)).count() as u64;
        found.push((Task::Releases, asked));
        let asked = book.amendment_asked().is_some_and(|asked| asked.asked_by != actor);
        found.push((Task::Amendment, u64::from(asked)));
    }
    if may(Action::Approve) {
        let moves = cx.tx.fund_moves(cx.programme)?;
        let waits = moves.iter().filter(|m| m.state == FundMoveState::Waiting && m.asked_by != actor).count() as u64;
        found.push((Task::FundMoves, waits));
    }
    if may(Action::Configure) || roles.iter().any(|r| matches!(r, Role::Merchant(_))) {
        let waiting = agreement::list(cx, actor)?;
        if may(Action::Configure) {
            let ours = waiting.iter().filter(|a| a.agreement.programme_signed_on.is_none()).count() as u64;
            found.push((Task::AgreementsForProgramme, ours));
        }
        let own = |vendor: VendorId| roles.contains(&Role::Merchant(vendor));
        let theirs = waiting.iter().filter(|a| own(a.agreement.vendor) && a.agreement.vendor_signed_on.is_none()).count() as u64;
        found.push((Task::OwnAgreements, theirs));
    }
    let mut own_totals = 0;
    for role in &roles {
        if let Role::Merchant(vendor) = role {
            own_totals += market_day::to_agree(cx, actor, *vendor)?.len() as u64;
        }
    }
    found.push((Task::OwnTotals, own_totals));
    let places: Vec<PlaceId> = book.places.iter().map(|p| p.id).filter(|p| may(Action::RunMarket(*p))).collect();
    found.push((Task::SharesToHandOver, market_payments::to_hand_over(cx, &places)?));
    if !places.is_empty() && book.closed_at.is_none() {
        found.push((Task::MarketDays, market_day::unclosed(cx, actor, &places)?.len() as u64));
    }
    if may(Action::RunSeason) {
        let printed = cx.tx.state_counts(cx.programme)?.iter().filter(|r| r.state == State::Printed).map(|r| r.count).sum();
        found.push((Task::PrintedCoupons, printed));
        found.push((Task::RunningOut, allotment::running_out(cx, actor)?.len() as u64));
        found.push((Task::Reallocations, allotment::suggestions(cx, actor)?.len() as u64));
        let today = book.day_of(cx.now());
        found.push((Task::Overdue, season::left(cx, actor, today)?.overdue));
        found.retain(|(_, count)| *count > 0);
        next_steps(cx, actor, &mut found)?;
    }
    found.retain(|(_, count)| *count > 0);
    found.sort_unstable();
    Ok(found)
}

/// The next one or two steps of the season, but for those that another task says better.
fn next_steps(cx: &mut Cx<'_, '_>, actor: Actor, found: &mut Vec<(Task, u64)>) -> Result<(), Error> {
    let said = |step: Step, task: Task| {
        matches!(
            (step, task),
            (Step::Agreements, Task::AgreementsForProgramme)
                | (Step::Print, Task::PrintedCoupons)
                | (Step::Midway, Task::Reallocations)
                | (Step::Unspent, Task::Overdue)
                | (Step::Claims, Task::Disputes)
        )
    };
    let mut steps = checklist::checklist(cx, actor)?;
    steps.retain(|(step, at)| *at == Progress::ToDo && !found.iter().any(|(task, _)| said(*step, *task)));
    found.extend(steps.into_iter().take(STEPS).map(|(step, _)| (Task::Step(step), 1)));
    Ok(())
}

/// What waits for treasurers and approvers.
fn payments(cx: &mut Cx<'_, '_>, actor: Actor, may: &impl Fn(Action) -> bool, found: &mut Vec<(Task, u64)>) -> Result<(), Error> {
    if !may(Action::Approve) && !may(Action::Pay) {
        return Ok(());
    }
    let runs = cx.tx.runs(cx.programme)?;
    let approved = |run: &domain::settlement::Run| matches!(actor, Actor::Person(person) if run.approvals.contains(&person));
    if may(Action::Approve) {
        let mine = runs.iter().filter(|r| matches!(r.state, RunState::Prepared) && r.prepared_by != actor && !approved(r));
        found.push((Task::Approvals, mine.count() as u64));
    }
    if may(Action::Pay) {
        found.push((Task::RunsToSend, runs.iter().filter(|r| matches!(r.state, RunState::Approved)).count() as u64));
        let paid: BTreeSet<RunId> = runs.iter().filter(|r| matches!(r.state, RunState::Paid)).map(|r| r.id).collect();
        let payments = cx.tx.all_payments(cx.programme)?;
        let sent = payments.iter().filter(|p| paid.contains(&p.run) && p.state == PaymentState::Sent);
        found.push((Task::PaymentsToConfirm, sent.count() as u64));
        let book = cx.book()?;
        ask(Some(&book), actor, Action::SeeAll)?;
        let held = crate::payment_hold::held(cx)?;
        let owed: BTreeSet<VendorId> = cx
            .tx
            .accounts(cx.programme)?
            .iter()
            .filter(|(id, balance)| id.kind() == domain::ledger::AccountKind::Payable && balance.of(id.kind()) > 0)
            .filter_map(|(id, _)| id.vendor())
            .filter(|vendor| !held.contains(vendor))
            .collect();
        found.push((Task::RunToPrepare, owed.len() as u64));
        let mut waiting = 0;
        for vendor in &book.vendors {
            let details = cx.tx.bank_details_of(cx.programme, vendor.id)?;
            waiting += u64::from(details.is_some_and(|d| d.confirmed_by.is_none()));
        }
        found.push((Task::BankDetails, waiting));
    }
    Ok(())
}
