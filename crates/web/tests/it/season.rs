//! A small programme in the middle of its season, with somebody in every role and something on every page.

use app::command::Request;
use app::domain::amount::Amount;
use app::domain::command::Placement;
use app::domain::coupon::CouponRange;
use app::domain::coupon_set::CouponSet;
use app::domain::dispute::Decision;
use app::domain::handout::Choice;
use app::domain::ids::{
    Actor, BatchId, ClassId, DisputeId, FundId, PartnerId, PaymentId, PersonId, PlaceId, ProgrammeId, RunId, VendorId,
};
use app::domain::message::{Draft, To};
use app::domain::redemption::Channel;
use app::domain::role::Role;
use app::programme_file::ProgrammeFile;
use app::redemption::CountIn;
use app::simulated::Clock;
use app::{App, Cx, Error, allotment, batch, dispute, fund, handout, programme, redemption, sale, settlement};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};

pub const P: ProgrammeId = ProgrammeId(1);
/// Its number, for those who tell coupons apart.
pub const SOLIDAIRE: BatchId = BatchId(1);

/// Who is in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    Coordinator,
    Treasurer,
    Approver,
    Worker,
    Market,
    Merchant,
    Funder,
    Auditor,
    Network,
    Evaluator,
    /// Signed in, with no role anywhere.
    Stranger,
}

impl Who {
    pub const ALL: [Self; 11] = [
        Self::Coordinator,
        Self::Treasurer,
        Self::Approver,
        Self::Worker,
        Self::Market,
        Self::Merchant,
        Self::Funder,
        Self::Auditor,
        Self::Network,
        Self::Evaluator,
        Self::Stranger,
    ];

    pub const fn role(self) -> Option<Role> {
        Some(match self {
            Self::Coordinator => Role::Coordinator,
            Self::Treasurer => Role::Treasurer,
            Self::Approver => Role::Approver,
            Self::Worker => Role::PartnerWorker(PartnerId(1)),
            Self::Market => Role::MarketManager(PlaceId(1)),
            Self::Merchant => Role::Merchant(VendorId(1)),
            Self::Funder => Role::Funder(FundId(1)),
            Self::Auditor => Role::Auditor,
            Self::Network => Role::Network,
            Self::Evaluator => Role::Evaluator,
            Self::Stranger => return None,
        })
    }
}

/// Names that a coupon's public page must never say.
pub const KEPT: [&str; 8] = [
    "Cuisine collective",
    "Maison de la famille",
    "Ruisseau-Clair",
    "Lalonde",
    "développement du milieu",
    "Fonds de la MRC",
    "Caisse d’Essai",
    "Ventes au public",
];

fn set(batch: u32, first: u32, last: u32) -> CouponSet {
    CouponRange::new(BatchId(batch), first, last).expect("a range").into()
}

fn act<T: Send + 'static>(
    app: &App,
    who: Actor,
    mut job: impl FnMut(&mut Cx<'_, '_>, Request) -> Result<T, Error> + Send + 'static,
) -> T {
    let request = Request::now(app, who);
    app.act_wait(P, move |cx| job(cx, request)).expect("done")
}

/// Codes of a batch, by number.
pub fn codes(app: &App, id: u32, numbers: std::ops::RangeInclusive<u32>) -> Vec<String> {
    app.look_wait(P, move |cx| {
        let printable = batch::printable(cx, Actor::System, BatchId(id))?;
        Ok(numbers.clone().map(|n| printable.code(n - 1)).collect())
    })
    .expect("codes")
}

/// What the square code of a coupon says.
pub fn scanned(app: &App, number: u32) -> String {
    app.look_wait(P, move |cx| Ok(batch::printable(cx, Actor::System, SOLIDAIRE)?.coupon(number - 1)?.url)).expect("printable")
}

fn count(app: &App, vendor: u32, place: u32, codes: Vec<String>) {
    let count = CountIn { vendor: VendorId(vendor), place: PlaceId(place), channel: Channel::Counted, codes };
    act(app, Actor::System, move |cx, r| redemption::count_in(cx, r, &count));
}

/// The first day.
pub fn start() -> Timestamp {
    "2025-07-01T09:00:00-04:00".parse().expect("an instant")
}

/// Plays it; the people come back in the order of [`Who::ALL`].
pub fn play(app: &App, clock: &Clock) -> Vec<PersonId> {
    let file = ProgrammeFile::parse(ground::PROGRAMME).expect("a good file");
    app.open_programme_wait(&file).expect("opened");
    let people: Vec<PersonId> = Who::ALL
        .iter()
        .map(|who| {
            let name = format!("{who:?} <Essai>");
            let person = app.add_person_wait(&name, &format!("{who:?}@essai.example"), None).expect("added");
            if let Some(role) = who.role() {
                act(app, Actor::System, move |cx, r| programme::grant(cx, r, person, role));
            }
            person
        })
        .collect();
    let system = Actor::System;
    act(app, system, |cx, r| fund::receive(cx, r, FundId(1), Amount::cad(400_000), "virement 1", date(2025, 6, 1)));
    act(app, system, |cx, r| fund::receive(cx, r, FundId(2), Amount::cad(300_000), "virement 2", date(2025, 6, 2)));
    act(app, system, |cx, r| fund::set_aside(cx, r, FundId(1), Amount::cad(20_000)));
    act(app, system, |cx, r| batch::issue(cx, r, ClassId(1), 1_000, 10));
    act(app, system, |cx, r| batch::issue(cx, r, ClassId(2), 50, 1));
    act(app, system, |cx, r| batch::issue(cx, r, ClassId(3), 40, 10));
    act(app, system, |cx, r| allotment::take_in(cx, r, set(1, 1, 900)));
    act(app, system, |cx, r| allotment::take_in(cx, r, set(2, 1, 50)));
    act(app, system, |cx, r| allotment::take_in(cx, r, set(3, 1, 40)));
    act(app, system, |cx, r| allotment::allot(cx, r, set(1, 1, 400), PartnerId(1), Some(FundId(1))));
    act(app, system, |cx, r| allotment::allot(cx, r, set(1, 401, 800), PartnerId(2), None));
    act(app, system, |cx, r| allotment::allot(cx, r, set(3, 1, 20), PartnerId(1), None));
    act(app, system, |cx, r| sale::sell(cx, r, set(2, 1, 6), Amount::cad(3_000), "reçu 17"));
    for week in 0..9u32 {
        clock.set(start() + SignedDuration::from_hours(24 * 7 * i64::from(week)));
        for (partner, first) in [(1, 1), (2, 401)] {
            let band = ["1", "2-3", "4+"][(week % 3) as usize];
            let low = first + week * 30;
            let mark = (week % 2 == 0).then(|| format!("repère {}", week % 4));
            act(app, system, move |cx, r| {
                handout::hand_out(cx, r, PartnerId(partner), Choice::Coupons(set(1, low, low + 29)), band, mark.as_deref())
            });
            let used = 9 + (week * 7) % 17;
            count(app, 1 + week % 2, 1, codes(app, 1, low..=low + used));
            count(app, 1, 2, codes(app, 1, low + used + 1..=low + used + 2));
        }
        if week == 3 {
            settle(app, &people);
        }
    }
    act(app, system, |cx, r| allotment::withdraw(cx, r, set(1, 790, 792), Placement::Lost, "boîte perdue"));
    act(app, system, |cx, r| allotment::withdraw(cx, r, set(1, 799, 799), Placement::Void, "mal imprimé"));
    // Two coupons again, one lost: three disputes, one of them decided.
    count(app, 2, 1, codes(app, 1, 1..=2));
    count(app, 1, 1, codes(app, 1, 790..=790));
    act(app, system, |cx, r| dispute::resolve(cx, r, DisputeId(1), Decision::Pay { fund: FundId(1) }, "photo du coupon"));
    // Something to read.
    let draft = Draft { to: To::Vendors, subject: "Samedi <Essai>".into(), text: "Apportez vos sacs.".into(), until: None };
    let request = Request::now(app, Actor::Person(people[0]));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(app.write_message(P, request, draft, "http://pcn.example")).expect("written");
    // A run with one approval, and something more to pay.
    let now = clock.now();
    let run = act(app, Actor::Person(people[1]), move |cx, r| settlement::prepare(cx, r, now));
    act(app, Actor::Person(people[2]), move |cx, r| settlement::approve(cx, r, run));
    count(app, 1, 2, codes(app, 1, 270..=270));
    people
}

/// A run prepared, approved twice, sent; one payment confirmed, one returned; and a run given up.
fn settle(app: &App, people: &[PersonId]) {
    let by = |n: usize| Actor::Person(people[n]);
    let now = app.now();
    let given_up = act(app, by(1), move |cx, r| settlement::prepare(cx, r, now));
    act(app, by(1), move |cx, r| settlement::cancel(cx, r, given_up, "essai"));
    let run: RunId = act(app, by(1), move |cx, r| settlement::prepare(cx, r, now));
    act(app, by(1), move |cx, r| settlement::approve(cx, r, run));
    act(app, by(2), move |cx, r| settlement::approve(cx, r, run));
    act(app, by(1), move |cx, r| settlement::pay(cx, r, run));
    let payments: Vec<PaymentId> =
        app.look_wait(P, move |cx| Ok(settlement::run(cx, Actor::System, run)?.1.iter().map(|p| p.id).collect())).expect("read");
    let (first, last) = (payments[0], payments[payments.len() - 1]);
    act(app, by(1), move |cx, r| settlement::confirm(cx, r, first, "chèque 101"));
    act(app, by(1), move |cx, r| settlement::confirm(cx, r, last, "dépôt 7"));
    act(app, by(1), move |cx, r| settlement::bounce(cx, r, last, "905 compte fermé"));
}
