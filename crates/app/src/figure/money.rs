//! Money by the act that moved it: each transfer adds to a figure, takes away from it, or has nothing to do with it.

use super::{Act, Figure, Filter, Line};
use crate::command::Cx;
use crate::world::Error;
use domain::amount::Unit;
use domain::ids::{FundId, PlaceId};
use domain::ledger::{AccountId, AccountKind, TransferKind};
use domain::programme::Book;
use domain::redemption::Redemption;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::TransferSum;

/// How much of a transfer a figure counts: minor units, less than nothing when it takes away.
fn part(figure: Figure, filter: &Filter, t: &TransferSum) -> i64 {
    use AccountKind as K;
    // What is owed is told in every unit; a fund is in dollars.
    let every_unit = filter.fund.is_none() && matches!(figure, Figure::Owed | Figure::ToPay);
    let ours = |account: AccountId, kinds: &[K]| {
        kinds.contains(&account.kind())
            && filter.fund.is_none_or(|fund| account.fund() == fund)
            && filter.vendor.is_none_or(|vendor| account.vendor() == Some(vendor))
            && (every_unit || account.unit() == Unit::CAD)
    };
    let minor = |is_it: bool| if is_it { t.minor } else { 0 };
    let (debit, credit) = (|kinds: &[K]| minor(ours(t.debit, kinds)), |kinds: &[K]| minor(ours(t.credit, kinds)));
    let grown = |kinds: &[K]| credit(kinds) - debit(kinds);
    let is_refund = t.kind == TransferKind::Refund;
    match figure {
        Figure::Received if t.kind == TransferKind::MoveFund => 0,
        Figure::Received => credit(&[K::Fund, K::SoldOutstanding]),
        Figure::Spent if is_refund => 0,
        Figure::Spent => {
            let elsewhere = credit(&[K::Operations, K::MovedOut, K::GivenBack]);
            debit(&[K::Fund, K::SoldOutstanding]) - grown(&[K::Contingency]) - elsewhere
        }
        Figure::Paid => part(Figure::Spent, filter, t) - part(Figure::Owed, filter, t),
        Figure::Operations => credit(&[K::Operations]),
        Figure::MovedIn => credit(&[K::MovedIn]),
        Figure::MovedOut => credit(&[K::MovedOut]),
        Figure::GivenBack => credit(&[K::GivenBack]),
        Figure::Refunded => minor(is_refund && ours(t.debit, &[K::SoldOutstanding])),
        Figure::Promised => grown(&[K::Committed]),
        Figure::SetAside => grown(&[K::Contingency]),
        Figure::SoldLeft => grown(&[K::SoldOutstanding]),
        Figure::Left | Figure::Remains => grown(&[K::Fund]) - grown(&[K::Committed]),
        Figure::Owed => grown(&[K::Payable, K::Claimed, K::InTransit]),
        Figure::ToPay => grown(&[K::Payable]),
        Figure::Bank => debit(&[K::Bank]) - credit(&[K::Bank]),
        _ => 0,
    }
}

/// A movement of money with its day: that on which a funder's money arrived, an expense was paid or coupons were
/// accepted, else the one on which it was written down.
pub(crate) struct Dated {
    pub(crate) on: Date,
    sum: TransferSum,
    place: Option<PlaceId>,
}

impl Dated {
    /// How much a figure counts of it.
    pub(crate) fn part(&self, figure: Figure, filter: &Filter) -> i64 {
        if filter.has_day(self.on) { part(figure, filter, &self.sum) } else { 0 }
    }
}

/// Every movement of money, as it was written down.
pub(crate) fn dated(cx: &mut Cx<'_, '_>, book: &Book) -> Result<Vec<Dated>, Error> {
    let spent: BTreeMap<i64, Redemption> = cx.tx.redemptions(cx.programme)?.into_iter().map(|r| (r.seq, r)).collect();
    let mut days: BTreeMap<i64, Date> = cx.tx.money_in(cx.programme)?.into_iter().map(|row| (row.seq, row.on)).collect();
    days.extend(cx.tx.expenses(cx.programme)?.into_iter().map(|(seq, expense)| (seq, expense.on)));
    let dated = |t: TransferSum| {
        let of = if t.coupons > 0 { spent.get(&t.seq) } else { None };
        let known = of.map(|r| r.market_day(book)).or_else(|| days.get(&t.seq).copied());
        Dated { on: known.unwrap_or_else(|| book.day_of(t.recorded_at)), place: of.map(|r| r.place), sum: t }
    };
    Ok(cx.tx.transfer_sums(cx.programme)?.into_iter().map(dated).collect())
}

/// A list of money.
pub(super) fn lines(cx: &mut Cx<'_, '_>, book: &Book, figure: Figure, filter: &Filter) -> Result<Vec<Line>, Error> {
    let mut promisable: BTreeMap<FundId, i64> = BTreeMap::new();
    let mut lines = Vec::new();
    for row in dated(cx, book)? {
        let t = &row.sum;
        match t.credit.kind() {
            AccountKind::Fund => *promisable.entry(t.credit.fund()).or_default() += t.minor,
            AccountKind::MovedOut | AccountKind::GivenBack => *promisable.entry(t.credit.fund()).or_default() -= t.minor,
            _ => {}
        }
        let minor = row.part(figure, filter);
        if minor != 0 {
            lines.push(Line {
                from: Some(row.on),
                place: row.place,
                vendor: t.credit.vendor().or(t.debit.vendor()),
                fund: Some(t.credit.fund()),
                count: t.coupons,
                minor,
                unit: t.credit.unit(),
                ..Line::of(Act::Transfer(t.kind.key()))
            });
        }
    }
    if figure == Figure::Left && !filter.has_days() {
        for (fund, cents) in promisable {
            let more = book.rules.overcommitment.of(cents) - cents;
            if more != 0 && filter.fund.is_none_or(|id| id == fund) {
                lines.push(Line { fund: Some(fund), minor: more, ..Line::of(Act::Overcommitment) });
            }
        }
    }
    Ok(lines)
}
