//! Sales of packs, orders and gifts.

use crate::fault::Fault;
use crate::programme::{from_json, to_json};
use crate::row::{Row, none_is_zero, some};
use crate::tx::Tx;
use domain::amount::Amount;
use domain::gift::Gift;
use domain::ids::{FundId, OfferId, OrderId, PlaceId, ProgrammeId};
use domain::offer::Sale;
use domain::order::{Order, OrderState, Source};

/// Writes a sale.
pub(crate) fn record_sale(tx: &mut Tx<'_>, programme: ProgrammeId, sale: &Sale) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO sale (programme, seq, offer, packs, paid, sold, bonus, coupons, reference, sale_order)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            programme.into(),
            sale.seq.into(),
            sale.offer.0.into(),
            sale.packs.into(),
            sale.paid_cents.into(),
            sale.sold_cents.into(),
            sale.bonus_cents.into(),
            (&to_json(&sale.coupons)?).into(),
            (&sale.reference).into(),
            none_is_zero(sale.order, |o| o.0).into(),
        ],
    )
    .map(drop)
}

/// What an offer's bonus has cost so far.
pub(crate) fn bonus(tx: &mut Tx<'_>, programme: ProgrammeId, offer: OfferId) -> Result<i64, Fault> {
    // PostgreSQL's sum of big integers is a numeric; every database adds the same here.
    let rows =
        tx.all("SELECT bonus FROM sale WHERE programme = $1 AND offer = $2", &[programme.into(), offer.0.into()], |r| r.i(0))?;
    Ok(rows.into_iter().sum())
}

/// Writes an order.
pub(crate) fn record_order(tx: &mut Tx<'_>, programme: ProgrammeId, order: &Order) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO sale_order (programme, id, offer, packs, place, reference, source, state, placed_seq, sale_seq)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            programme.into(),
            order.id.0.into(),
            order.offer.0.into(),
            order.packs.into(),
            none_is_zero(order.place, |p| p.0).into(),
            (&order.reference).into(),
            order.source.key().into(),
            order.state.key().into(),
            order.placed.into(),
            order.sale.unwrap_or(0).into(),
        ],
    )
    .map(drop)
}

/// Writes how far an order is.
pub(crate) fn update_order(tx: &mut Tx<'_>, programme: ProgrammeId, order: &Order) -> Result<(), Fault> {
    let changed = tx.run(
        "UPDATE sale_order SET state = $3, sale_seq = $4 WHERE programme = $1 AND id = $2",
        &[programme.into(), order.id.0.into(), order.state.key().into(), order.sale.unwrap_or(0).into()],
    )?;
    if changed == 1 { Ok(()) } else { Err(Fault::Inconsistent(format!("{} is not in its table", order.id))) }
}

/// The order with a reference.
pub(crate) fn order_named(tx: &mut Tx<'_>, programme: ProgrammeId, reference: &str) -> Result<Option<OrderId>, Fault> {
    tx.first("SELECT id FROM sale_order WHERE programme = $1 AND reference = $2", &[programme.into(), reference.into()], |r| {
        Ok(OrderId(r.u(0)?))
    })
}

/// How many orders there are.
pub(crate) fn order_count(tx: &mut Tx<'_>, programme: ProgrammeId) -> Result<u32, Fault> {
    let last = tx.first("SELECT COALESCE(MAX(id), 0) FROM sale_order WHERE programme = $1", &[programme.into()], |r| r.u(0))?;
    Ok(last.unwrap_or(0))
}

/// Writes a gift.
pub(crate) fn record_gift(tx: &mut Tx<'_>, programme: ProgrammeId, seq: i64, gift: &Gift) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO gift (programme, seq, fund, amount, reference, given_on) VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            programme.into(),
            seq.into(),
            gift.fund.0.into(),
            gift.amount.minor.into(),
            (&gift.reference).into(),
            (&gift.on.to_string()).into(),
        ],
    )
    .map(drop)
}

fn read_order(r: &Row<'_>) -> Result<Order, Fault> {
    let (source, state, sale) = (r.t(5)?, r.t(6)?, r.i(8)?);
    Ok(Order {
        id: OrderId(r.u(0)?),
        offer: OfferId(r.u(1)?),
        packs: r.u(2)?,
        place: some(r.u(3)?, PlaceId),
        reference: r.t(4)?,
        source: Source::parse(&source).ok_or_else(|| Fault::Inconsistent(format!("order's source {source}")))?,
        state: OrderState::parse(&state).ok_or_else(|| Fault::Inconsistent(format!("order's state {state}")))?,
        placed: r.i(7)?,
        sale: (sale != 0).then_some(sale),
    })
}

impl Tx<'_> {
    /// A programme's sales of packs, in order.
    pub fn sales(&mut self, programme: ProgrammeId) -> Result<Vec<Sale>, Fault> {
        self.all(
            "SELECT seq, offer, packs, paid, sold, bonus, coupons, reference, sale_order FROM sale WHERE programme = $1 ORDER BY seq",
            &[programme.into()],
            |r| {
                Ok(Sale {
                    seq: r.i(0)?,
                    offer: OfferId(r.u(1)?),
                    packs: r.u(2)?,
                    paid_cents: r.i(3)?,
                    sold_cents: r.i(4)?,
                    bonus_cents: r.i(5)?,
                    coupons: from_json(&r.t(6)?)?,
                    reference: r.t(7)?,
                    order: some(r.u(8)?, OrderId),
                })
            },
        )
    }

    /// A programme's orders, in order.
    pub fn orders(&mut self, programme: ProgrammeId) -> Result<Vec<Order>, Fault> {
        self.all(
            "SELECT id, offer, packs, place, reference, source, state, placed_seq, sale_seq FROM sale_order
             WHERE programme = $1 ORDER BY id",
            &[programme.into()],
            read_order,
        )
    }

    /// One order.
    pub fn order(&mut self, programme: ProgrammeId, id: OrderId) -> Result<Option<Order>, Fault> {
        self.first(
            "SELECT id, offer, packs, place, reference, source, state, placed_seq, sale_seq FROM sale_order
             WHERE programme = $1 AND id = $2",
            &[programme.into(), id.0.into()],
            read_order,
        )
    }

    /// A programme's gifts by command, in order.
    pub fn gifts(&mut self, programme: ProgrammeId) -> Result<Vec<(i64, Gift)>, Fault> {
        self.all(
            "SELECT seq, fund, amount, reference, given_on FROM gift WHERE programme = $1 ORDER BY seq",
            &[programme.into()],
            |r| {
                let on = r.t(4)?;
                let on = on.parse().map_err(|_| Fault::Inconsistent(format!("day {on}")))?;
                Ok((r.i(0)?, Gift { fund: FundId(r.u(1)?), amount: Amount::cad(r.i(2)?), reference: r.t(3)?, on }))
            },
        )
    }
}
