//! `cabas sale`.

use crate::out::say;
use crate::{Data, Done, open};
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::command::Outcome;
use app::domain::coupon_set::CouponSet;
use app::domain::gift::Gift;
use app::domain::ids::{Actor, OfferId, OrderId};
use app::domain::offer::SellOffer;
use app::domain::order::{Ending, PlaceOrder, Source};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::donation_receipt::{self, Asked, Donor};
use app::programme_file::Dollars;
use app::{names, offer};
use clap::Subcommand;
use jiff::civil::Date;
use text::{Names, label, money, tr};

#[derive(Subcommand)]
pub(crate) enum Sale {
    /// Sells packs of an offer over a counter; prints the receipt's number and the coupons that leave.
    Sell {
        /// Offer.
        #[arg(long)]
        offer: String,
        /// How many packs.
        #[arg(long, default_value_t = 1)]
        packs: u32,
        /// The coupons that leave, such as 3:1-4; the stock's lowest numbers when left out.
        #[arg(long)]
        coupons: Option<String>,
        /// Receipt reference; never a name.
        #[arg(long)]
        reference: String,
    },
    /// Writes an order down, to be picked up later; prints its number.
    Order {
        /// Offer.
        #[arg(long)]
        offer: String,
        /// How many packs.
        #[arg(long, default_value_t = 1)]
        packs: u32,
        /// Where it will be picked up.
        #[arg(long)]
        place: Option<String>,
        /// What finds it again; never a name.
        #[arg(long)]
        reference: String,
    },
    /// An order is paid: its coupons wait for the buyer.
    Paid {
        /// Order number.
        order: u32,
    },
    /// A paid order is picked up.
    PickedUp {
        /// Order number.
        order: u32,
    },
    /// Gives an order up before it is paid.
    GiveUp {
        /// Order number.
        order: u32,
    },
    /// Lists orders.
    Orders,
    /// Writes a gift down; prints its number.
    Give {
        /// Fund that receives it.
        #[arg(long)]
        fund: String,
        /// Dollars, such as 50,00.
        #[arg(long)]
        amount: String,
        /// The cheque's or the transfer's number; never a name.
        #[arg(long)]
        reference: String,
        /// The day it was received.
        #[arg(long)]
        on: Date,
    },
    /// Issues an official receipt for a gift, where the organisation may.
    Receipt {
        /// The gift's number.
        #[arg(long)]
        gift: i64,
        /// Whoever gave: name, with an initial.
        #[arg(long)]
        donor: String,
        /// Where they live.
        #[arg(long)]
        address: String,
        /// Dollars received in return.
        #[arg(long, default_value = "0")]
        advantage: String,
        /// What that is.
        #[arg(long, default_value = "")]
        what: String,
        /// Why it replaces the receipt that counts.
        #[arg(long, default_value = "")]
        because: String,
        /// Whoever gave named nobody who would receive the coupons, and received none.
        #[arg(long)]
        sure: bool,
    },
    /// Lists gifts without a receipt that counts, and receipts.
    Receipts,
    /// Cancels an official receipt.
    CancelReceipt {
        /// Its serial number, such as 1-2026-0001.
        number: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
}

fn offer_called(book: &Book, key: &str) -> Result<OfferId, Refusal> {
    book.offer_by_key(key).map(|offer| offer.id).ok_or_else(|| Refusal::UnknownOffer { offer: key.to_owned() })
}

fn dollars(written: &str) -> Result<Amount, Refusal> {
    Dollars::parse(written).map(|d| Amount::cad(d.0)).ok_or_else(|| Refusal::NotAnAmount { written: written.to_owned() })
}

impl Sale {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let (app, book) = open::programme(data)?;
        let (id, lang) = (book.identity.id, data.lang);
        let r = Request::now(&app, Actor::System);
        match self {
            Self::Sell { offer, packs, coupons, reference } => {
                let unknown = |text: &String| Refusal::UnknownCoupons { numbers: text.clone() };
                let coupons = coupons.as_ref().map(|text| CouponSet::parse(text).ok_or_else(|| unknown(text))).transpose()?;
                let sale = SellOffer {
                    offer: offer_called(&book, offer)?,
                    packs: *packs,
                    coupons: coupons.unwrap_or_default(),
                    reference: reference.clone(),
                    order: None,
                };
                let answer = app.act_wait(id, move |cx| offer::sell(cx, r, sale.clone()))?;
                let (sale, _) = app.look_wait(id, move |cx| offer::receipt(cx, Actor::System, answer.seq))?;
                say!("{}\t{}\t{}", sale.seq, money(lang, sale.paid_cents, "CAD"), sale.coupons);
            }
            Self::Order { offer, packs, place, reference } => {
                let order = PlaceOrder {
                    offer: offer_called(&book, offer)?,
                    packs: *packs,
                    place: place.as_deref().map(|key| names::place(&book, key)).transpose()?,
                    reference: reference.clone(),
                    source: Source::Counter,
                };
                let answer = app.act_wait(id, move |cx| offer::place_order(cx, r, order.clone()))?;
                if let Outcome::Ordered { order } = answer.outcome {
                    say!("{}", order.0);
                }
            }
            Self::Paid { order } => {
                let order = OrderId(*order);
                app.act_wait(id, move |cx| offer::pay_order(cx, r, order))?;
            }
            Self::PickedUp { order } | Self::GiveUp { order } => {
                let how = if matches!(self, Self::PickedUp { .. }) { Ending::PickedUp } else { Ending::Cancelled };
                let order = OrderId(*order);
                app.act_wait(id, move |cx| offer::end_order(cx, r, order, how))?;
            }
            Self::Orders => {
                for ordered in app.look_wait(id, |cx| offer::orders(cx, Actor::System))? {
                    let order = ordered.order;
                    let name = book.offer(order.offer).map_or_else(String::new, |o| o.name.clone());
                    let state = label(lang, &order.state);
                    say!("{}\t{} × {name}\t{}\t{state}", order.id.0, order.packs, order.reference);
                }
            }
            Self::Give { fund, amount, reference, on } => {
                let (fund, amount) = (names::fund(&book, fund)?, dollars(amount)?);
                let gift = Gift { fund, amount, reference: reference.clone(), on: *on };
                say!("{}", app.act_wait(id, move |cx| offer::give(cx, r, gift.clone()))?.seq);
            }
            Self::Receipt { gift, donor, address, advantage, what, because, sure } => {
                let asked = Asked {
                    gift: *gift,
                    donor: Donor { name: donor.clone(), address: address.clone() },
                    advantage_cents: dollars(advantage)?.minor,
                    advantage: what.clone(),
                    because: because.clone(),
                    sure: *sure,
                };
                let seq = app.act_wait(id, move |cx| donation_receipt::issue(cx, r, &asked))?.seq;
                let receipts = app.look_wait(id, |cx| donation_receipt::list(cx, Actor::System))?;
                for issued in receipts.issued.iter().filter(|issued| issued.receipt.seq == seq) {
                    say!("{}", issued.serial);
                }
            }
            Self::Receipts => {
                let receipts = app.look_wait(id, |cx| donation_receipt::list(cx, Actor::System))?;
                for (seq, gift) in receipts.waiting {
                    let (sum, on) = (money(lang, gift.amount.minor, "CAD"), text::date(lang, gift.on));
                    say!("{seq}\t{sum}\t{on}\t{}\t{}", Names::fund(&*book, gift.fund), gift.reference);
                }
                for issued in receipts.issued {
                    let sum = money(lang, issued.receipt.eligible_cents(), "CAD");
                    let ended = issued.receipt.cancelled.map(|why| tr(lang, "receipt-cancelled", &[("why", why.into())]));
                    let donor = issued.donor.map_or_else(String::new, |donor| donor.name);
                    say!("{}\t{sum}\t{donor}\t{}", issued.serial, ended.unwrap_or_default());
                }
            }
            Self::CancelReceipt { number, reason } => {
                let receipts = app.look_wait(id, |cx| donation_receipt::list(cx, Actor::System))?;
                let found = receipts.issued.into_iter().find(|issued| issued.serial == *number).ok_or(Refusal::NotFound)?;
                let (receipt, reason) = (found.receipt.seq, reason.clone());
                app.act_wait(id, move |cx| donation_receipt::cancel(cx, r, receipt, &reason))?;
            }
        }
        Ok(())
    }
}
