//! The season measured: one programme, its coupons issued and handed out, their codes in the order in
//! which people happen to spend them.

use crate::bench::table::{Table, per_second, thousands};
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::coupon::CouponRange;
use app::domain::coupon_set::CouponSet;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, BatchId, PartnerId, PlaceId, ProgrammeId, VendorId};
use app::domain::redemption::Channel;
use app::domain::role::Role;
use app::programme_file::ProgrammeFile;
use app::redemption::{CountIn, count_in};
use app::{App, Error, allotment, batch, fund, handout, names, programme};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Coupons issued in one command: a large print run.
const LOT: u32 = 100_000;
/// Coupons of one hand-out: the most one may have.
const HAND_OUT: u32 = 10_000;

/// What the loads draw from.
pub(crate) struct Season {
    pub(crate) programme: ProgrammeId,
    pub(crate) batches: Vec<BatchId>,
    pub(crate) folder: PathBuf,
    vendor: VendorId,
    place: PlaceId,
    codes: Vec<String>,
}

impl Season {
    /// Opens the programme, issues its coupons, hands them out.
    pub(crate) fn open(app: &App, coupons: u32, table: &mut Table) -> Result<Self, crate::Failure> {
        let file = ProgrammeFile::parse(include_str!("programme.toml"))?;
        let id = app.open_programme_wait(&file)?;
        let book = app.programme_wait("mesure")?;
        let (fund_id, class) = (names::fund(&book, "fonds")?, names::class(&book, "A")?);
        let money = Amount::cad(i64::from(coupons) * 500);
        let request = Request::now(app, Actor::System);
        let today = book.day_of(app.now());
        app.act_wait(id, move |cx| fund::receive(cx, request, fund_id, money, "mesure", today))?;

        let lots: Vec<u32> = (0..coupons.div_ceil(LOT)).map(|lot| LOT.min(coupons - lot * LOT)).collect();
        let mut batches = Vec::new();
        let start = Instant::now();
        for count in &lots {
            let (request, count) = (Request::now(app, Actor::System), *count);
            batches.push(app.act_wait(id, move |cx| batch::issue(cx, request, class, count, 10))?);
        }
        let took = start.elapsed();
        table.row(
            &format!("issue {} coupons in lots of {}", thousands(coupons as usize), thousands(LOT as usize)),
            &format!("{:.1} s", took.as_secs_f64()),
            &format!("{} coupons/s", thousands(per_second(u64::from(coupons), took))),
        );

        let partner = names::partner(&book, "cuisine")?;
        let start = Instant::now();
        for (batch, count) in batches.iter().zip(&lots) {
            distribute(app, id, *batch, *count, partner)?;
        }
        let took = start.elapsed();
        table.row(
            "take in, allot and hand out all of them",
            &format!("{:.1} s", took.as_secs_f64()),
            &format!("{} coupons/s through three moves", thousands(per_second(u64::from(coupons), took))),
        );

        let mut codes = Vec::with_capacity(coupons as usize);
        for batch in &batches {
            let batch = *batch;
            let printable = app.look_wait(id, move |cx| batch::printable(cx, Actor::System, batch))?;
            codes.extend((0..printable.batch.count).map(|index| printable.code(index)));
        }
        shuffle(&mut codes);
        let folder = std::env::temp_dir();
        let (vendor, place) = (names::vendor(&book, "ferme")?, names::place(&book, "marche")?);
        Ok(Self { programme: id, batches, folder, vendor, place, codes })
    }

    /// A merchant, and their session's token.
    pub(crate) fn merchant(&self, app: &App) -> Result<String, Error> {
        let person = app.add_person_wait("Ferme", "", None)?;
        let (request, vendor) = (Request::now(app, Actor::System), self.vendor);
        app.act_wait(self.programme, move |cx| programme::grant(cx, request, person, Role::Merchant(vendor)))?;
        app.open_session_wait(person)
    }

    /// Codes not drawn yet.
    pub(crate) fn left(&self) -> usize {
        self.codes.len()
    }

    /// The codes of so many payments.
    pub(crate) fn payments(&mut self, count: usize, each: usize) -> Vec<Vec<String>> {
        (0..count).map_while(|_| (self.codes.len() >= each).then(|| self.codes.split_off(self.codes.len() - each))).collect()
    }

    /// The same as the use case takes them.
    pub(crate) fn count_ins(&mut self, count: usize, each: usize) -> Vec<CountIn> {
        let (vendor, place) = (self.vendor, self.place);
        let payments = self.payments(count, each).into_iter();
        payments.map(|codes| CountIn { vendor, place, channel: Channel::Offline, codes }).collect()
    }
}

fn distribute(app: &App, id: ProgrammeId, batch: BatchId, count: u32, partner: PartnerId) -> Result<(), Error> {
    let range = |first, last| CouponRange::new(batch, first, last).map(CouponSet::from).unwrap_or_default();
    let all = range(1, count);
    let request = Request::now(app, Actor::System);
    let coupons = all.clone();
    app.act_wait(id, move |cx| allotment::take_in(cx, request, coupons.clone()))?;
    let request = Request::now(app, Actor::System);
    app.act_wait(id, move |cx| allotment::allot(cx, request, all.clone(), partner, None))?;
    for first in (1..=count).step_by(HAND_OUT as usize) {
        let choice = Choice::Coupons(range(first, (first + HAND_OUT - 1).min(count)));
        let request = Request::now(app, Actor::System);
        app.act_wait(id, move |cx| handout::hand_out(cx, request, partner, choice.clone(), "1", None))?;
    }
    Ok(())
}

/// Sends what is left of `batches` to the use case, one after another; returns how many coupons were accepted.
pub(crate) fn drain(app: &App, programme: ProgrammeId, batches: &[CountIn], next: &AtomicUsize) -> Result<u64, Error> {
    let mut accepted = 0;
    while let Some(batch) = batches.get(next.fetch_add(1, Ordering::Relaxed)) {
        let (request, batch) = (Request::now(app, Actor::System), batch.clone());
        accepted += app.act_wait(programme, move |cx| count_in(cx, request, &batch))?.accepted;
    }
    Ok(accepted)
}

/// Coupons come back in no order: the hardest case for an index, and the true one. Always the same order.
fn shuffle(codes: &mut [String]) {
    let mut state: u64 = 2025;
    for index in (1..codes.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(state >> 33).unwrap_or(0) % (index + 1);
        codes.swap(index, other);
    }
}
