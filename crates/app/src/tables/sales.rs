//! Sales of packs, orders and gifts.

use super::{Page, figures, words};
use crate::command::Cx;
use crate::world::Error;
use crate::{donation_receipt, offer};
use domain::ids::{Actor, OfferId};
use exchange::table::{Cell, Table};
use text::{Names, label};

fn name(page: &Page, offer: OfferId) -> Cell {
    page.book.offer(offer).map_or(Cell::Nothing, |o| Cell::text(&o.name))
}

/// A command's number.
fn number(seq: i64) -> Cell {
    Cell::count(u64::try_from(seq).unwrap_or(0))
}

pub(super) fn sales(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = offer::sales(cx, actor)?.into_iter().map(|sale| {
        vec![
            number(sale.seq),
            name(page, sale.offer),
            Cell::count(u64::from(sale.packs)),
            Cell::text(sale.reference),
            Cell::Amount(sale.paid_cents),
            Cell::Amount(sale.sold_cents),
            Cell::Amount(sale.bonus_cents),
        ]
    });
    let columns = [
        figures("sale-receipt"),
        words("sale-what"),
        figures("sale-packs"),
        words("head-reference"),
        figures("head-amount"),
        figures("sale-line-sold"),
        figures("sale-line-bonus"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

pub(super) fn orders(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = offer::orders(cx, actor)?.into_iter().map(|ordered| {
        let order = ordered.order;
        vec![
            Cell::count(u64::from(order.id.0)),
            Cell::text(order.reference),
            name(page, order.offer),
            Cell::count(u64::from(order.packs)),
            order.place.map_or(Cell::Nothing, |place| page.place(place)),
            Cell::text(label(page.lang, &order.source)),
            Cell::text(label(page.lang, &order.state)),
            order.sale.map_or(Cell::Nothing, number),
        ]
    });
    let columns = [
        figures("orders-number"),
        words("head-reference"),
        words("sale-what"),
        figures("sale-packs"),
        words("orders-where"),
        words("orders-source"),
        words("orders-state"),
        figures("sale-receipt"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

pub(super) fn gifts(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = offer::gifts(cx, actor)?.into_iter().map(|(_, gift)| {
        vec![
            Cell::Day(gift.on),
            Cell::text(Names::fund(&*page.book, gift.fund)),
            Cell::text(gift.reference),
            Cell::Amount(gift.amount.minor),
        ]
    });
    let columns = [figures("fund-received-on"), words("head-fund"), words("head-reference"), figures("head-amount")];
    Ok(page.table(&columns, rows.collect()))
}

/// Donors are named to those who receive money, and to nobody else.
pub(super) fn receipts(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = donation_receipt::list(cx, actor)?.issued.into_iter().map(|issued| {
        let receipt = issued.receipt;
        let (name, address) = issued.donor.map_or_else(Default::default, |donor| (donor.name, donor.address));
        vec![
            Cell::text(issued.serial),
            Cell::Day(receipt.issued_on),
            Cell::text(name),
            Cell::text(address),
            Cell::Day(receipt.received_on),
            Cell::Amount(receipt.amount_cents),
            Cell::Amount(receipt.advantage_cents),
            Cell::Amount(receipt.eligible_cents()),
            Cell::text(receipt.replaces.unwrap_or_default()),
            Cell::text(receipt.cancelled.unwrap_or_default()),
        ]
    });
    let columns = [
        words("receipt-serial"),
        figures("receipt-issued-on"),
        words("receipt-donor"),
        words("receipt-address"),
        figures("receipt-received-on"),
        figures("receipt-amount"),
        figures("receipt-advantage"),
        figures("receipt-eligible"),
        words("table-replaces"),
        words("receipts-cancelled"),
    ];
    Ok(page.table(&columns, rows.collect()))
}
