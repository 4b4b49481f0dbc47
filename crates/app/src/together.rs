//! Programmes side by side, in totals only: what a network shows to those who might fund all of them. Whoever asks sees
//! the programmes whose totals they may see, and nothing that a programme does not tell them by itself.

use crate::App;
use crate::live_use::{PartUse, Quantity, live_use};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::ids::{Actor, PersonId};
use domain::programme::Book;
use domain::refusal::Refusal;
use exchange::table::{Cell, Column, Kind, Table};
use jiff::civil::Date;
use std::sync::Arc;
use text::{Lang, t};

/// A programme and its totals.
#[derive(Clone, Debug)]
pub struct Side {
    /// The programme.
    pub book: Arc<Book>,
    /// All its organisations' coupons.
    pub total: PartUse,
}

/// What the programmes come to. A simulated one counts only where all are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sum {
    /// How many programmes were counted.
    pub programmes: u64,
    /// Their coupons.
    pub total: PartUse,
    /// Their organisations, merchants and places.
    pub partners: u64,
    /// Merchants.
    pub vendors: u64,
    /// Places.
    pub places: u64,
    /// Households, where every programme counted knows them.
    pub households: Option<u64>,
}

/// Counted once in a sum.
const fn len<T>(list: &[T]) -> u64 {
    list.len() as u64
}

/// The sum of what is shown.
pub fn sum(sides: &[Side]) -> Sum {
    let all_simulated = sides.iter().all(|side| side.book.identity.simulated);
    let add = |to: &mut Quantity, more: Quantity| {
        to.count += more.count;
        to.cents += more.cents;
    };
    let mut sum = Sum { households: Some(0), ..Sum::default() };
    for side in sides.iter().filter(|side| all_simulated || !side.book.identity.simulated) {
        let (to, more) = (&mut sum.total, &side.total);
        add(&mut to.allotted, more.allotted);
        add(&mut to.handed_out, more.handed_out);
        add(&mut to.redeemed, more.redeemed);
        to.reached.hand_outs += more.reached.hand_outs;
        sum.households = sum.households.zip(more.reached.households()).map(|(all, these)| all + these);
        sum.programmes += 1;
        sum.partners += len(&side.book.partners);
        sum.vendors += len(&side.book.vendors);
        sum.places += len(&side.book.places);
    }
    sum
}

impl App {
    /// Every programme whose totals somebody may see, by name; refused to whoever may see none.
    pub async fn together(&self, person: PersonId, lang: Lang) -> Result<Vec<Side>, Error> {
        let actor = Actor::Person(person);
        let mut sides = Vec::new();
        for book in self.programmes().await? {
            if ask(Some(&book), actor, Action::SeeTotals).is_ok() {
                let total = self.look(book.identity.id, move |cx| Ok(live_use(cx, actor)?.total)).await?;
                sides.push(Side { book, total });
            }
        }
        if sides.is_empty() {
            return Err(Refusal::NotPermitted.into());
        }
        sides.sort_by(|a, b| text::compare(lang, &a.book.identity.name, &b.book.identity.name));
        Ok(sides)
    }
}

/// The same as a table.
pub fn table(lang: Lang, on: Date, sides: &[Side]) -> Table {
    let column = |(key, kind)| Column { label: t(lang, key), kind };
    let columns = [
        ("together-programme", Kind::Text),
        ("programme-territory", Kind::Text),
        ("programme-starts", Kind::Value),
        ("programme-ends", Kind::Value),
        ("home-allotted", Kind::Value),
        ("home-legend-handed-out", Kind::Value),
        ("home-legend-used", Kind::Value),
        ("home-by-handed-out", Kind::Value),
        ("home-used-value", Kind::Value),
        ("bands-hand-outs", Kind::Value),
        ("home-households-reached", Kind::Value),
        ("programme-partners", Kind::Value),
        ("programme-vendors", Kind::Value),
        ("programme-places", Kind::Value),
    ];
    let row = |side: &Side| {
        let (book, total) = (&side.book, &side.total);
        vec![
            Cell::text(&book.identity.name),
            Cell::text(&book.identity.territory),
            Cell::Day(book.season.starts_on),
            Cell::Day(book.season.ends_on),
            Cell::count(total.allotted.count),
            Cell::count(total.handed_out.count),
            Cell::count(total.redeemed.count),
            Cell::Share { part: total.redeemed.count, whole: total.handed_out.count },
            Cell::Amount(total.redeemed.cents),
            Cell::count(total.reached.hand_outs),
            total.reached.households().map_or(Cell::Nothing, Cell::count),
            Cell::count(len(&book.partners)),
            Cell::count(len(&book.vendors)),
            Cell::count(len(&book.places)),
        ]
    };
    Table {
        title: t(lang, "together-title"),
        made_on: on,
        columns: columns.map(column).into(),
        rows: sides.iter().map(row).collect(),
    }
}
