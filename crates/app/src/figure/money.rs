//! Money by the act that moved it: each transfer adds to a figure, takes away from it, or has nothing to do with it.

use super::{Act, Figure, Filter, Line};
use crate::command::Cx;
use crate::world::Error;
use domain::amount::Unit;
use domain::ids::FundId;
use domain::ledger::{AccountId, AccountKind, TransferKind};
use domain::programme::Book;
use domain::redemption::Redemption;
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
        Figure::Received => credit(&[K::Fund, K::SoldOutstanding]),
        Figure::Spent if is_refund => 0,
        Figure::Spent => debit(&[K::Fund, K::SoldOutstanding]) - grown(&[K::Contingency]) - credit(&[K::Operations]),
        Figure::Paid => part(Figure::Spent, filter, t) - part(Figure::Owed, filter, t),
        Figure::Operations => credit(&[K::Operations]),
        Figure::Refunded => minor(is_refund && ours(t.debit, &[K::SoldOutstanding])),
        Figure::Promised => grown(&[K::Committed]),
        Figure::SetAside => grown(&[K::Contingency]),
        Figure::SoldLeft => grown(&[K::SoldOutstanding]),
        Figure::Left => grown(&[K::Fund]) - grown(&[K::Committed]),
        Figure::Owed => grown(&[K::Payable, K::Claimed, K::InTransit]),
        Figure::ToPay => grown(&[K::Payable]),
        Figure::Bank => debit(&[K::Bank]) - credit(&[K::Bank]),
        _ => 0,
    }
}

/// A list of money.
pub(super) fn lines(cx: &mut Cx<'_, '_>, book: &Book, figure: Figure, filter: &Filter) -> Result<Vec<Line>, Error> {
    let spent: BTreeMap<i64, Redemption> = cx.tx.redemptions(cx.programme)?.into_iter().map(|r| (r.seq, r)).collect();
    let mut received: BTreeMap<FundId, i64> = BTreeMap::new();
    let mut lines = Vec::new();
    for t in cx.tx.transfer_sums(cx.programme)? {
        if t.credit.kind() == AccountKind::Fund {
            *received.entry(t.credit.fund()).or_default() += t.minor;
        }
        let of = if t.coupons > 0 { spent.get(&t.seq) } else { None };
        let on = of.map_or_else(|| book.day_of(t.recorded_at), |r| r.market_day(book));
        let minor = part(figure, filter, &t);
        if minor != 0 && filter.has_day(on) {
            lines.push(Line {
                from: Some(on),
                place: of.map(|r| r.place),
                vendor: t.credit.vendor().or(t.debit.vendor()),
                fund: Some(t.credit.fund()),
                count: t.coupons,
                minor,
                unit: t.credit.unit(),
                ..Line::of(Act::Transfer(t.kind.key()))
            });
        }
    }
    if figure == Figure::Left && filter.day.is_none() && filter.week.is_none() {
        for (fund, cents) in received {
            let more = book.rules.overcommitment.of(cents) - cents;
            if more != 0 && filter.fund.is_none_or(|id| id == fund) {
                lines.push(Line { fund: Some(fund), minor: more, ..Line::of(Act::Overcommitment) });
            }
        }
    }
    Ok(lines)
}
