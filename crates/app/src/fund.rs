//! Funds: money received, set aside, spent on operations, and where each stands.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::amount::{Amount, Unit};
use domain::command::Command;
use domain::coupon::State;
use domain::fund::{Expense, Fund, Terms};
use domain::ids::{Actor, FundId};
use domain::ledger::{AccountId, AccountKind};
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::civil::Date;
use serde::Serialize;

/// Where a fund stands, cents.
#[derive(Clone, Debug, Serialize)]
pub struct FundStatus {
    /// The fund.
    #[serde(skip)]
    pub fund: Fund,
    /// Received from the funder, or from buyers.
    pub received_cents: i64,
    /// Come from other funds.
    pub moved_in_cents: i64,
    /// Gone to other funds.
    pub moved_out_cents: i64,
    /// Gone back to the funder.
    pub given_back_cents: i64,
    /// Pledged and not yet received.
    pub awaited_cents: i64,
    /// Spent on food: coupons redeemed.
    pub spent_cents: i64,
    /// Of what was spent on food, what merchants have: confirmed by the bank.
    pub paid_cents: i64,
    /// Spent on the programme's operations.
    pub operations_cents: i64,
    /// Paid back to buyers who brought sold coupons back.
    pub refunded_cents: i64,
    /// Handed out and not yet spent.
    pub committed_cents: i64,
    /// Set aside for good-faith losses and not used.
    pub contingency_cents: i64,
    /// Sold and not yet spent.
    pub sold_outstanding_cents: i64,
    /// What may still be promised.
    pub available_cents: i64,
    /// Of the money received, what is neither used, kept nor promised.
    pub remains_cents: i64,
    /// In the bank.
    pub bank_cents: i64,
    /// Owed to merchants, at any stage.
    pub owed_cents: i64,
}

/// Writes down money received.
pub fn receive(
    cx: &mut Cx<'_, '_>,
    request: Request,
    fund: FundId,
    amount: Amount,
    reference: &str,
    on: Date,
) -> Result<Answer, Error> {
    cx.run(request, Command::ReceiveMoney { fund, amount, reference: reference.to_owned(), on })
}

/// Sets money aside for good-faith losses.
pub fn set_aside(cx: &mut Cx<'_, '_>, request: Request, fund: FundId, amount: Amount) -> Result<Answer, Error> {
    cx.run(request, Command::SetAside { fund, amount })
}

/// Spends a fund's money on operations.
pub fn spend_on_operations(cx: &mut Cx<'_, '_>, request: Request, expense: Expense) -> Result<Answer, Error> {
    cx.run(request, Command::SpendOnOperations(expense))
}

/// Changes what was agreed about a fund.
pub fn change(cx: &mut Cx<'_, '_>, request: Request, fund: FundId, terms: Terms) -> Result<Answer, Error> {
    cx.run(request, Command::ChangeFund { fund, terms: Box::new(terms) })
}

/// What was spent on operations, newest first.
pub fn expenses(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Expense>, Error> {
    let book = cx.book()?;
    let own = seen_by(&book, actor)?;
    let all = cx.tx.expenses(cx.programme)?.into_iter().rev().map(|(_, expense)| expense);
    Ok(all.filter(|expense| own.iter().any(|fund| fund.id == expense.fund)).collect())
}

/// The funds that somebody may see: all of them, or a funder's own.
fn seen_by(book: &Book, actor: Actor) -> Result<Vec<&Fund>, Error> {
    if ask(Some(book), actor, Action::SeeAll).is_ok() {
        return Ok(book.funds.iter().collect());
    }
    let own: Vec<&Fund> = book.funds.iter().filter(|f| ask(Some(book), actor, Action::SeeFund(f.id)).is_ok()).collect();
    if own.is_empty() { Err(Refusal::NotPermitted.into()) } else { Ok(own) }
}

/// Where each fund stands; for a funder, only theirs.
pub fn statuses(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<FundStatus>, Error> {
    let book = cx.book()?;
    let own = seen_by(&book, actor)?;
    let accounts = cx.tx.accounts(cx.programme)?;
    let came_in = |fund| {
        let of = |kind| accounts.get(&AccountId::of_fund(kind, fund, Unit::CAD)).copied().unwrap_or_default().credits;
        of(AccountKind::Fund) - of(AccountKind::MovedIn)
    };
    let refunded = refunded(&cx.tx.state_counts(cx.programme)?, &book);
    let status = |fund: &Fund| {
        let of = |kind| accounts.get(&AccountId::of_fund(kind, fund.id, Unit::CAD)).copied().unwrap_or_default();
        let owed = |id: &AccountId| {
            id.fund() == fund.id
                && id.unit() == Unit::CAD
                && matches!(id.kind(), AccountKind::Payable | AccountKind::Claimed | AccountKind::InTransit)
        };
        let (received, committed) = (of(AccountKind::Fund), of(AccountKind::Committed));
        let sold = of(AccountKind::SoldOutstanding);
        let reserve = of(AccountKind::Contingency);
        // Everything that went through, since it is paid at once.
        let operations = of(AccountKind::Operations).credits;
        let back = if fund.is_sales { refunded } else { 0 };
        let [moved_in, moved_out, given_back] =
            [AccountKind::MovedIn, AccountKind::MovedOut, AccountKind::GivenBack].map(|kind| of(kind).credits);
        let left = moved_out + given_back;
        let spent_cents = received.debits + sold.debits - reserve.credits + reserve.debits - back - operations - left;
        let received_cents = received.credits + sold.credits - moved_in;
        let matched = fund.terms.matching.map_or(0, |matching| came_in(matching.fund));
        let owed_cents = accounts.iter().filter(|(id, _)| owed(id)).map(|(id, b)| b.of(id.kind())).sum();
        FundStatus {
            received_cents,
            moved_in_cents: moved_in,
            moved_out_cents: moved_out,
            given_back_cents: given_back,
            awaited_cents: fund.terms.awaited(received_cents, matched),
            spent_cents,
            paid_cents: spent_cents - owed_cents,
            operations_cents: operations,
            refunded_cents: back,
            committed_cents: committed.of(AccountKind::Committed),
            contingency_cents: reserve.of(AccountKind::Contingency),
            sold_outstanding_cents: sold.of(AccountKind::SoldOutstanding),
            available_cents: domain::fund::headroom(received, committed, left, book.rules.overcommitment),
            remains_cents: received.of(AccountKind::Fund) - committed.of(AccountKind::Committed),
            bank_cents: of(AccountKind::Bank).of(AccountKind::Bank),
            owed_cents,
            fund: fund.clone(),
        }
    };
    Ok(own.into_iter().map(status).collect())
}

/// What was paid back, by the coupons: a sold coupon that is back and had left against the sales fund.
/// One that comes back from an organisation before it was sold has another fund, or none.
fn refunded(counts: &[store::StateCount], book: &Book) -> i64 {
    let sales = book.sales_fund().map(|f| f.id);
    let back = counts.iter().filter(|c| c.state == State::Returned && c.fund.is_some() && c.fund == sales);
    back.filter_map(|c| book.class(c.class).map(|class| class.face.minor * i64::try_from(c.count).unwrap_or(0))).sum()
}

impl Cx<'_, '_> {
    /// All accounts and their totals.
    pub fn accounts(&mut self) -> Result<std::collections::BTreeMap<AccountId, domain::ledger::Balance>, Error> {
        Ok(self.tx.accounts(self.programme)?)
    }
}
