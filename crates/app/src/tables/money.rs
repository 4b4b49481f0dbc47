//! Funds, expenses, settlement, and each merchant's own.

use super::{Page, figures, words};
use crate::command::Cx;
use crate::fund_report::{self, Days, paper};
use crate::world::Error;
use crate::{fund, market_payments, payment_delay, settlement, vendor, working_capital};
use domain::ids::{Actor, FundId, PlaceId, RunId, VendorId};
use domain::settlement::Payment;
use exchange::table::{Cell, Table};
use jiff::civil::Date;
use std::collections::BTreeMap;
use text::{label, t};

pub(super) fn funds(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = fund::statuses(cx, actor)?.into_iter().map(|f| {
        let cents = [
            f.received_cents,
            f.spent_cents,
            f.committed_cents + f.sold_outstanding_cents,
            f.contingency_cents,
            f.operations_cents,
            f.available_cents,
            f.paid_cents,
            f.owed_cents,
            f.bank_cents,
        ];
        [Cell::text(f.fund.name), Cell::text(f.fund.funder)].into_iter().chain(cents.map(Cell::Amount)).collect()
    });
    let columns = [
        words("head-fund"),
        words("table-funder"),
        figures("fund-received"),
        figures("fund-spent"),
        figures("fund-promised"),
        figures("fund-set-aside"),
        figures("fund-operations"),
        figures("fund-left"),
        figures("fund-paid"),
        figures("settlement-owed"),
        figures("account-bank"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

/// A funder's report: a line for each figure, with its days.
pub(super) fn fund_report(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page, fund: FundId, days: Days) -> Result<Table, Error> {
    let report = fund_report::report(cx, actor, fund, days)?;
    let day = |day: Option<Date>| day.map_or(Cell::Nothing, Cell::Day);
    let line = |words: String, (since, until): (Option<Date>, Option<Date>), value: Cell| {
        vec![Cell::text(words), day(since), day(until), value]
    };
    let (since, until) = (report.period.map(|p| p.since), report.period.map(|p| p.until));
    let mut rows = Vec::new();
    if let Some(before) = since.and_then(|day| day.yesterday().ok()) {
        let opening = Cell::Amount(report.opening_cents);
        rows.push(line(t(page.lang, "fund-report-opening"), (None, Some(before)), opening));
    }
    for told in report.flows.iter().chain(&report.stands) {
        let days = (told.filter.since, told.filter.until);
        rows.push(line(paper::label(page.lang, told.figure), days, Cell::Amount(told.cents)));
    }
    rows.push(line(t(page.lang, "fund-report-awaited"), (None, until), Cell::Amount(report.awaited_cents)));
    rows.push(line(paper::households(page.lang, report.households), (since, until), Cell::Nothing));
    let columns = [words("head-what"), figures("figure-from"), figures("figure-until"), figures("head-amount")];
    Ok(page.table(&columns, rows))
}

pub(super) fn expenses(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = fund::expenses(cx, actor)?.into_iter().map(|e| {
        let fund = page.book.fund(e.fund).map_or(Cell::Nothing, |f| Cell::text(&f.name));
        vec![Cell::Day(e.on), Cell::text(e.what), fund, Cell::text(e.reference), Cell::Amount(e.amount.minor)]
    });
    let columns =
        [figures("fund-spent-on"), words("fund-spend-what"), words("head-fund"), words("head-reference"), figures("head-amount")];
    Ok(page.table(&columns, rows.collect()))
}

pub(super) fn owed(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let owed = settlement::owed(cx, actor)?.into_iter();
    let rows = owed.map(|(vendor, amount)| vec![page.vendor(vendor), Cell::Amount(amount.minor), page.unit(amount.unit)]);
    Ok(page.table(&[words("head-vendor"), figures("head-amount"), words("table-unit")], rows.collect()))
}

/// A row for each thing that moves; what is needed and what is left stand beside the first of their day.
pub(super) fn working_capital(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let outlook = working_capital::gather(cx, actor)?.outlook();
    let mut rows = Vec::new();
    for day in &outlook.plan.days {
        for (index, one) in day.moves.iter().enumerate() {
            let first = |cents: i64| if index == 0 { Cell::Amount(cents) } else { Cell::Nothing };
            let (out, come) = if one.why.comes_in() { (0, one.cents) } else { (one.cents, 0) };
            rows.push(vec![
                Cell::Day(day.on),
                Cell::text(working_capital::words(page.lang, &page.book, one.why)),
                Cell::Amount(out),
                Cell::Amount(come),
                first(day.needed_cents),
                first(day.left_cents),
            ]);
        }
    }
    let columns = [
        figures("head-date"),
        words("head-what"),
        figures("cash-head-out"),
        figures("cash-head-in"),
        figures("cash-head-needed"),
        figures("cash-head-left"),
    ];
    Ok(page.table(&columns, rows))
}

/// A row for each unit of a run.
pub(super) fn runs(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let mut rows = Vec::new();
    for (run, payments) in settlement::list(cx, actor)? {
        let mut by_unit: BTreeMap<_, (u64, i64)> = BTreeMap::new();
        for payment in &payments {
            let sum = by_unit.entry(payment.unit).or_default();
            *sum = (sum.0 + 1, sum.1 + payment.amount().minor);
        }
        for (unit, (count, minor)) in by_unit {
            rows.push(vec![
                Cell::text(run.id.0.to_string()),
                page.at(run.prepared_at),
                page.at(run.cutoff),
                Cell::text(label(page.lang, &run.progress(&payments))),
                Cell::count(count),
                Cell::Amount(minor),
                page.unit(unit),
            ]);
        }
    }
    let columns = [
        words("table-number"),
        figures("table-prepared"),
        figures("table-cutoff"),
        words("head-state"),
        figures("vendor-payments"),
        figures("head-amount"),
        words("table-unit"),
    ];
    Ok(page.table(&columns, rows))
}

fn payment(page: &Page, payment: &Payment) -> Vec<Cell> {
    vec![
        Cell::text(payment.id.0.to_string()),
        page.vendor(payment.vendor),
        Cell::text(label(page.lang, &payment.method)),
        Cell::Amount(payment.amount().minor),
        page.unit(payment.unit),
        Cell::text(label(page.lang, &payment.state)),
        Cell::text(&payment.reference),
        payment.confirmed_at.map_or(Cell::Nothing, |at| Cell::Day(page.book.day_of(at))),
    ]
}

fn payments_table(page: &Page, rows: Vec<Vec<Cell>>) -> Table {
    let columns = [
        words("table-number"),
        words("head-vendor"),
        words("head-method"),
        figures("head-amount"),
        words("table-unit"),
        words("head-state"),
        words("head-reference"),
        figures("table-confirmed"),
    ];
    page.table(&columns, rows)
}

/// Whether coupons were paid within the promise, and by which run.
pub(super) fn waits(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = payment_delay::waits(cx, actor)?.into_iter().map(|wait| {
        vec![
            page.vendor(wait.vendor),
            page.place(wait.place),
            Cell::count(u64::from(wait.count)),
            Cell::Day(wait.counted_in),
            wait.paid.map_or(Cell::Nothing, |(_, on)| Cell::Day(on)),
            Cell::count(wait.days),
            wait.paid.map_or(Cell::Nothing, |(run, _)| Cell::text(run.0.to_string())),
        ]
    });
    let columns = [
        words("head-vendor"),
        words("head-place"),
        figures("nav-coupons"),
        figures("wait-counted-in"),
        figures("table-confirmed"),
        figures("wait-days"),
        words("wait-run"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

pub(super) fn payments(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page, run: u32) -> Result<Table, Error> {
    let (_, payments) = settlement::run(cx, actor, RunId(run))?;
    Ok(payments_table(page, payments.iter().map(|p| payment(page, p)).collect()))
}

pub(super) fn vendor_payments(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page, id: VendorId) -> Result<Table, Error> {
    let account = vendor::account(cx, actor, id)?;
    Ok(payments_table(page, account.payments.iter().map(|p| payment(page, p)).collect()))
}

/// What a market was paid for its merchants, and what it handed over.
pub(super) fn shares(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page, id: PlaceId) -> Result<Table, Error> {
    let day = |at: Option<jiff::Timestamp>| at.map_or(Cell::Nothing, |at| Cell::Day(page.book.day_of(at)));
    let rows = market_payments::shares(cx, actor, id)?.into_iter().map(|share| {
        let payment = share.payment;
        vec![
            Cell::text(payment.id.0.to_string()),
            page.vendor(payment.vendor),
            Cell::text(payment.run.0.to_string()),
            Cell::Day(share.prepared_on),
            Cell::Amount(payment.amount().minor),
            Cell::text(label(page.lang, &payment.state)),
            day(payment.confirmed_at),
            day(payment.acknowledged_at),
        ]
    });
    let columns = [
        words("table-number"),
        words("head-vendor"),
        words("wait-run"),
        figures("table-prepared"),
        figures("head-amount"),
        words("head-state"),
        figures("share-handed-on"),
        figures("share-acknowledged-on"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

/// A row for each unit of a market day.
pub(super) fn days(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page, id: VendorId) -> Result<Table, Error> {
    let mut rows = Vec::new();
    for day in vendor::account(cx, actor, id)?.days {
        let mut by_unit: BTreeMap<_, u64> = BTreeMap::new();
        for (class, count) in &day.coupons {
            if let Some(class) = page.book.class(*class) {
                *by_unit.entry(class.face.unit).or_default() += count;
            }
        }
        for (unit, minor) in day.amounts(&page.book) {
            let count = by_unit.get(&unit).copied().unwrap_or_default();
            rows.push(vec![Cell::Day(day.on), page.place(day.place), Cell::count(count), Cell::Amount(minor), page.unit(unit)]);
        }
    }
    let columns = [figures("head-date"), words("head-place"), figures("head-count"), figures("head-amount"), words("table-unit")];
    Ok(page.table(&columns, rows))
}
