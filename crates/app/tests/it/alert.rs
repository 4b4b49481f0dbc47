//! What is out of the ordinary: each rule on acts made for it, and a person who looks, on both databases.

use crate::support::{FERME, MARCHE, P, codes, count, grounds, hand_out, prepare, prove, refused, request, set};
use app::domain::alert::{self, Alerts, Key, Kind, Taken};
use app::domain::handout::Choice;
use app::domain::ids::{Actor, BatchId, CouponId, PlaceId, VendorId};
use app::domain::programme::Book;
use app::domain::redemption::{Channel, Redemption};
use app::domain::refusal::Refusal;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

fn book() -> Book {
    let file = app::programme_file::ProgrammeFile::parse(ground::PROGRAMME).expect("a good file");
    let ground = ground::sqlite(9, "2025-06-20T12:00:00Z".parse().expect("instant"), app::Sabotage::default());
    ground.app.open_programme_wait(&file).expect("opened");
    Book::clone(ground.app.programmes_wait().expect("books").first().expect("ours"))
}

/// The first Saturday on which the market is open, eleven in the morning.
const SATURDAY: &str = "2025-07-05T11:00:00-04:00";

/// An act of coupons from a number on, each of a hand-out.
struct Acts {
    rows: Vec<Taken>,
}

impl Acts {
    fn new() -> Self {
        Self { rows: Vec::new() }
    }

    fn add(&mut self, at: &str, vendor: u32, coupons: impl IntoIterator<Item = (u32, i64)>) -> &mut Taken {
        let at: Timestamp = at.parse().expect("an instant");
        let coupons: Vec<_> = coupons.into_iter().map(|(n, given)| (CouponId::new(BatchId(1), n), Some(given))).collect();
        let seq = i64::try_from(self.rows.len()).expect("few") + 100;
        let redemption = Redemption {
            id: Uuid::from_u128(u128::try_from(seq).expect("positive")),
            seq,
            vendor: VendorId(vendor),
            place: MARCHE,
            channel: Channel::Offline,
            claimed_at: at,
            recorded_at: at + SignedDuration::from_mins(90),
            count: u32::try_from(coupons.len()).expect("few"),
            amount_cents: 500 * i64::try_from(coupons.len()).expect("few"),
        };
        self.rows.push(Taken { redemption, device: None, coupons });
        self.rows.last_mut().expect("just added")
    }

    fn kinds(&self, book: &Book) -> Vec<(Kind, u64)> {
        alert::find(book, &self.rows).iter().map(|alert| (alert.key.kind, alert.count)).collect()
    }
}

/// Each of a hand-out of its own, far from each other.
fn apart(from: u32, count: u32) -> impl Iterator<Item = (u32, i64)> {
    (0..count).map(move |n| (from + 2 * n, i64::from(from + 2 * n)))
}

#[test]
fn much_of_one_hand_out_at_one_stall() {
    let book = book();
    let least = Alerts::default().household_coupons;
    for (taken, odd) in [(least - 1, false), (least, true)] {
        let mut acts = Acts::new();
        acts.add(SATURDAY, 1, (1..=taken).map(|n| (2 * n, 7)));
        for other in 0..5 {
            acts.add(SATURDAY, 1, (0..4).map(|n| (1_000 + 20 * other + 2 * n, i64::from(other))));
        }
        let kinds = acts.kinds(&book);
        assert_eq!(kinds, if odd { vec![(Kind::Household, u64::from(least))] } else { vec![] }, "{taken}");
    }
    // A programme that hands much out at once: what is usual there is not odd.
    let mut acts = Acts::new();
    for household in 0..6 {
        acts.add(SATURDAY, 1, (0..least).map(|n| (1 + 200 * household + 2 * n, i64::from(household))));
    }
    assert_eq!(acts.kinds(&book), []);
    let mut never = book;
    never.rules.alerts.household_coupons = 0;
    let mut acts = Acts::new();
    acts.add(SATURDAY, 1, (1..=60).map(|n| (2 * n, 7)));
    assert_eq!(acts.kinds(&never), []);
}

#[test]
fn a_long_run_of_several_hand_outs() {
    let book = book();
    let run = |last: u32, stalls: u32, by: u32| {
        let mut acts = Acts::new();
        // Brought in by two payments: the run goes on from one to the other.
        acts.add(SATURDAY, 1, (1..=last / 2).map(|n| (n, i64::from(n / by))));
        acts.add(SATURDAY, 1, (last / 2 + 1..=last).map(|n| (n, i64::from(n / by))));
        for vendor in 2..=stalls {
            acts.add(SATURDAY, vendor, apart(1_000 * vendor, 20));
        }
        acts.kinds(&book)
    };
    assert_eq!(run(30, 4, 8), [(Kind::Run, 30)]);
    assert_eq!(run(29, 4, 8), []);
    // Where nearly everybody goes to the same stall a run says nothing.
    assert_eq!(run(30, 3, 8), []);
    // All of one hand-out: that is another alert's.
    assert_eq!(run(30, 4, 1_000), [(Kind::Household, 30)]);
}

#[test]
fn many_times_the_neighbours_and_ones_own_usual_day() {
    let book = book();
    let day = |acts: &mut Acts, on: u32, mine: u32| {
        let at = format!("2025-07-{on:02}T11:00:00-04:00");
        acts.add(&at, 1, apart(on * 10_000, mine));
        for vendor in 2..=4 {
            acts.add(&at, vendor, apart(on * 10_000 + 2_000 * vendor, 10));
        }
    };
    let mut acts = Acts::new();
    day(&mut acts, 5, 59);
    assert_eq!(acts.kinds(&book), [], "many, but not six times");
    let mut acts = Acts::new();
    day(&mut acts, 5, 60);
    assert_eq!(acts.kinds(&book), [(Kind::Volume, 60)], "nobody knows its usual day yet");
    for on in [12, 19, 26] {
        day(&mut acts, on, 55);
    }
    assert_eq!(acts.kinds(&book), [], "the stall where everybody goes");
    let mut acts = Acts::new();
    for on in [5, 12, 19] {
        day(&mut acts, on, 12);
    }
    day(&mut acts, 26, 60);
    assert_eq!(acts.kinds(&book), [(Kind::Volume, 60)]);
    // Fewer neighbours: nothing to compare with.
    acts.rows.retain(|act| act.redemption.vendor.0 < 4);
    assert_eq!(acts.kinds(&book), []);
}

#[test]
fn many_coupons_within_a_minute_on_one_phone() {
    let book = book();
    let phone = Some(Uuid::from_u128(5));
    let minute = |seconds: [u32; 2], channel: Channel, device: [Option<Uuid>; 2]| {
        let mut acts = Acts::new();
        for (nth, second) in (0..).zip(seconds) {
            let act =
                acts.add(&format!("2025-07-05T11:{:02}:{:02}-04:00", second / 60, second % 60), 1, apart(1 + 100 * nth, 20));
            act.redemption.channel = channel;
            act.device = device[nth as usize];
        }
        acts.kinds(&book)
    };
    assert_eq!(minute([5, 64], Channel::Offline, [phone; 2]), [(Kind::Velocity, 40)]);
    assert_eq!(minute([5, 65], Channel::Offline, [phone; 2]), []);
    assert_eq!(minute([5, 6], Channel::Counted, [phone; 2]), [], "a pile goes as fast as it goes");
    assert_eq!(minute([5, 6], Channel::Offline, [phone, Some(Uuid::from_u128(6))]), [], "two phones");
    assert_eq!(minute([5, 6], Channel::Online, [None; 2]), []);
}

#[test]
fn far_from_the_hours_of_the_place() {
    let mut book = book();
    let at = |book: &Book, at: &str, channel: Channel| {
        let mut acts = Acts::new();
        acts.add(at, 1, apart(1, 3)).redemption.channel = channel;
        acts.kinds(book) == [(Kind::Hours, 3)]
    };
    // Open from nine to one.
    for (time, odd) in [
        ("2025-07-05T04:59:00-04:00", true),
        ("2025-07-05T05:00:00-04:00", false),
        ("2025-07-05T17:00:00-04:00", false),
        ("2025-07-05T17:01:00-04:00", true),
        ("2025-07-08T11:00:00-04:00", true),
    ] {
        assert_eq!(at(&book, time, Channel::Offline), odd, "{time}");
    }
    // Nobody writes the hour of a pile; the day after is said for the day before.
    assert!(!at(&book, "2025-07-06T00:00:00-04:00", Channel::Counted));
    assert!(at(&book, "2025-07-08T00:00:00-04:00", Channel::Counted));
    // A fast clock is no hour of its own: it arrived while the market was open.
    let mut acts = Acts::new();
    let act = acts.add("2025-07-06T12:00:00-04:00", 1, apart(1, 3));
    act.redemption.recorded_at = SATURDAY.parse().expect("an instant");
    assert_eq!(acts.kinds(&book), []);
    // A clock a day and six hours slow, sent on the evening of the market.
    let mut acts = Acts::new();
    let act = acts.add("2025-07-04T04:30:00-04:00", 1, apart(1, 3));
    act.redemption.recorded_at = "2025-07-05T20:00:00-04:00".parse().expect("an instant");
    assert_eq!(acts.kinds(&book), []);
    // A day on which it was closed all the same, and a place that says no hours.
    let why = app::domain::place::WhyClosed::Weather;
    book.places[0].closures.push(app::domain::place::Closure { on: date(2025, 7, 5), why });
    assert!(at(&book, SATURDAY, Channel::Offline));
    book.places[0].opens.clear();
    assert!(!at(&book, "2025-07-08T02:00:00-04:00", Channel::Offline));
}

#[test]
fn somebody_looks_and_it_asks_again_only_when_it_grew() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 20))).expect("handed out");
        // The clock of these tests stands on a Tuesday: the market opens on Saturdays.
        count(app, codes(app, 1, 0..4), Channel::Online);
        let list = || app.look_wait(P, |cx| app::alert::list(cx, Actor::System)).expect("listed");
        let open = || app.look_wait(P, |cx| app::alert::open_count(cx, Actor::System)).expect("counted");
        let look = |key: Key, count: u64, reason: &'static str| {
            let r = request(app);
            app.act_wait(P, move |cx| app::alert::look(cx, r, key, count, reason))
        };
        let seen = list();
        assert_eq!((seen.len(), open(), seen[0].acts.len()), (1, 1, 1), "{}", ground.name);
        let key = seen[0].alert.key;
        assert_eq!(key, Key { on: date(2025, 7, 1), place: MARCHE, vendor: FERME, kind: Kind::Hours });
        assert_eq!(app::alert::parse_key("2025-07-01/1/1/hours"), Some(key));
        assert_eq!((app::alert::parse_key("2025-07-01/1/1"), app::alert::parse_key("2025-07-01/1/1/hours/")), (None, None));
        assert_eq!(refused(look(key, 4, "  ")), Refusal::ReasonNeeded);
        assert_eq!(refused(look(Key { kind: Kind::Run, ..key }, 4, "vu")), Refusal::NotFound);
        assert_eq!(refused(look(Key { place: PlaceId(2), ..key }, 4, "vu")), Refusal::NotFound);
        look(key, 4, " appelé, essai avant l’ouverture ").expect("looked");
        assert_eq!(
            (open(), list()[0].looked.as_ref().map(|l| l.reason.clone())),
            (0, Some("appelé, essai avant l’ouverture".into()))
        );
        // The same alert with more behind it is not the one that somebody looked at.
        count(app, codes(app, 1, 4..5), Channel::Online);
        assert_eq!((open(), list()[0].alert.count, list()[0].looked.is_none()), (1, 5, true));
        look(key, 5, "encore un").expect("looked");
        assert_eq!(open(), 0);
        prove(app);
        // Who neither sees everything nor decides does neither.
        let nobody = Actor::Person(app::domain::ids::PersonId(77));
        assert_eq!(refused(app.look_wait(P, move |cx| app::alert::list(cx, nobody))), Refusal::NotPermitted);
        let r = app::command::Request { actor: nobody, ..request(app) };
        assert_eq!(refused(app.act_wait(P, move |cx| app::alert::look(cx, r, key, 9, "x"))), Refusal::NotPermitted);
    }
}

/// A coupon that is at home at one place is spent there and nowhere else.
#[test]
fn a_class_is_good_where_it_is_at_home() {
    let text = ground::PROGRAMME.replacen("funding = \"granted\"\n", "funding = \"granted\"\nplaces = [\"kiosque\"]\n", 1);
    for ground in ground::both(7, crate::support::start()) {
        let app = &ground.app;
        let file = app::programme_file::ProgrammeFile::read(text.as_bytes()).expect("a good file");
        app.open_programme_wait(&file).expect("opened");
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 20))).expect("handed out");
        for channel in [Channel::Online, Channel::Offline, Channel::Counted] {
            let answer = count(app, codes(app, 1, 0..1), channel);
            assert_eq!(answer.codes[0].refusal, Some(Refusal::WrongPlace { letter: 'A', place: MARCHE }), "{channel:?}");
        }
        let (r, codes) = (request(app), codes(app, 1, 0..1));
        let there = app::redemption::CountIn { vendor: FERME, place: PlaceId(2), channel: Channel::Online, codes };
        let answer = app.act_wait(P, move |cx| app::redemption::count_in(cx, r, &there)).expect("counted");
        assert!(answer.codes[0].accepted);
        prove(app);
    }
    let text = text.replacen("places = [\"kiosque\"]", "places = [\"ailleurs\"]", 1);
    let refusal = app::programme_file::ProgrammeFile::read(text.as_bytes()).expect_err("no such place");
    assert!(matches!(refusal, Refusal::InFile { .. }), "{refusal:?}");
}
