//! A small programme to test on.

use app::command::{Answer, Request};
use app::domain::amount::Amount;
use app::domain::coupon::CouponRange;
use app::domain::coupon_set::CouponSet;
use app::domain::fund::Expense;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, BatchId, ClassId, FundId, PartnerId, PlaceId, ProgrammeId, VendorId};
use app::domain::redemption::Channel;
use app::programme_file::ProgrammeFile;
use app::redemption::{CountIn, CountInAnswer};
use app::{App, Error, allotment, audit, batch, fund, handout, redemption};
use ground::Ground;
use jiff::Timestamp;
use jiff::civil::date;

pub const P: ProgrammeId = ProgrammeId(1);

/// 1 July 2025, nine in the morning at Québec.
pub fn start() -> Timestamp {
    "2025-07-01T09:00:00-04:00".parse().expect("an instant")
}

pub fn open(app: &App) {
    let file = ProgrammeFile::parse(ground::PROGRAMME).expect("a good file");
    assert_eq!(app.open_programme_wait(&file).expect("opened"), P);
}

pub fn request(app: &App) -> Request {
    Request::now(app, Actor::System)
}

/// The programme on both databases.
pub fn grounds() -> [Ground; 2] {
    let grounds = ground::both(7, start());
    for ground in &grounds {
        open(&ground.app);
    }
    grounds
}

/// The refusal an answer must be.
pub fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> app::domain::refusal::Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

pub const A: ClassId = ClassId(1);
pub const V: ClassId = ClassId(2);
pub const FERME: VendorId = VendorId(1);
pub const MARCHE: PlaceId = PlaceId(1);
pub const CUISINE: PartnerId = PartnerId(1);

pub fn set(batch: u32, first: u32, last: u32) -> CouponSet {
    CouponRange::new(BatchId(batch), first, last).expect("a range").into()
}

pub fn codes(app: &App, id: u32, indexes: std::ops::Range<u32>) -> Vec<String> {
    app.look_wait(P, move |cx| {
        let printable = batch::printable(cx, Actor::System, BatchId(id))?;
        Ok(indexes.clone().map(|i| printable.code(i)).collect())
    })
    .expect("codes")
}

pub fn count(app: &App, codes: Vec<String>, channel: Channel) -> CountInAnswer {
    let request = request(app);
    let count = CountIn { vendor: FERME, place: MARCHE, channel, codes };
    app.act_wait(P, move |cx| redemption::count_in(cx, request, &count)).expect("counted")
}

pub fn prove(app: &App) -> audit::Report {
    let report = app.look_wait(P, audit::audit).expect("audited");
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
    report
}

/// Money, a printed batch of 100, 60 with the first organisation.
pub fn prepare(app: &App) {
    let r: Vec<Request> = (0..6).map(|_| request(app)).collect();
    app.act_wait(P, move |cx| {
        fund::receive(cx, r[0], FundId(1), Amount::cad(20_000), "virement 1", date(2025, 6, 1))?;
        fund::receive(cx, r[1], FundId(2), Amount::cad(30_000), "virement 2", date(2025, 6, 2))?;
        fund::set_aside(cx, r[2], FundId(1), Amount::cad(2_000))?;
        assert_eq!(batch::issue(cx, r[3], A, 100, 10)?, BatchId(1));
        allotment::take_in(cx, r[4], set(1, 1, 100))?;
        allotment::allot(cx, r[5], set(1, 1, 60), CUISINE, Some(FundId(1)))?;
        Ok(())
    })
    .expect("prepared");
}

pub fn hand_out(app: &App, choice: Choice) -> Result<Answer, Error> {
    let r = request(app);
    app.act_wait(P, move |cx| handout::hand_out(cx, r, CUISINE, choice.clone(), "1", Some("Famille 12")))
}

/// Printing paid out of a fund.
pub fn printing(fund: FundId, cents: i64) -> Expense {
    Expense { fund, amount: Amount::cad(cents), what: "impression".into(), reference: "F-12".into(), on: date(2025, 6, 20) }
}
