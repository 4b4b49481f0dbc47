//! The published figures of the pilots come out of the database.

use app::domain::coupon::Funding;
use app::domain::ids::{Actor, PartnerId, ProgrammeId};
use app::domain::programme::{Book, PlaceKind};
use app::live_use::{LiveUse, monday};
use app::{App, audit, dispute, fund, handout, live_use, settlement};
use ground::Ground;
use jiff::civil::Date;
use sim::{Pilot, Played, play};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

fn grounds() -> [Ground; 2] {
    ground::both(2025, "2025-01-02T09:00:00-05:00".parse().expect("an instant"))
}

fn played(ground: &Ground, pilot: Pilot, seed: u64) -> Played {
    let started = Instant::now();
    let mut heard = Vec::new();
    let played = play(&ground.app, &ground.clock, pilot, seed, 1, &mut |_, percent| heard.push(percent)).expect("played");
    assert!(heard.is_sorted() && heard.last() == Some(&100), "progress goes forward to the end: {heard:?}");
    println!("{} on {}: {:?}", pilot.key(), ground.name, started.elapsed());
    played
}

fn prove(app: &App, programme: ProgrammeId) -> audit::Report {
    let report = app.look_wait(programme, audit::audit).expect("audited");
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
    report
}

/// What the use cases say of a programme.
struct Figures {
    book: Arc<Book>,
    live: LiveUse,
    funds: Vec<fund::FundStatus>,
    /// Handed out by organisation, cents, by household and week where that is written down.
    by_partner: BTreeMap<PartnerId, i64>,
    households: u64,
    most_in_a_week: i64,
    most_in_a_season: i64,
}

fn figures(app: &App, programme: ProgrammeId) -> Figures {
    let (book, live, funds, rows) = app
        .look_wait(programme, |cx| {
            let live = live_use::live_use(cx, Actor::System)?;
            let funds = fund::statuses(cx, Actor::System)?;
            Ok((cx.book()?, live, funds, handout::list(cx, Actor::System, None)?))
        })
        .expect("read");
    let mut by_partner: BTreeMap<PartnerId, i64> = BTreeMap::new();
    let mut by_week: BTreeMap<(PartnerId, Date), u64> = BTreeMap::new();
    let mut weeks: BTreeMap<(PartnerId, &str, Date), i64> = BTreeMap::new();
    let mut seasons: BTreeMap<(PartnerId, &str), i64> = BTreeMap::new();
    for row in &rows {
        let week = monday(book.day_of(row.claimed_at));
        *by_partner.entry(row.partner).or_default() += row.amount_cents;
        *by_week.entry((row.partner, week)).or_default() += 1;
        if !row.pseudonym.is_empty() {
            *weeks.entry((row.partner, &row.pseudonym, week)).or_default() += row.amount_cents;
            *seasons.entry((row.partner, &row.pseudonym)).or_default() += row.amount_cents;
        }
    }
    // Where no pseudonym is written down, the fullest week tells how many households there are.
    let uncounted = |partner: &PartnerId| !seasons.keys().any(|(p, _)| p == partner);
    let fullest = |partner: PartnerId| by_week.iter().filter(|((p, _), _)| *p == partner).map(|(_, n)| *n).max().unwrap_or(0);
    let households = live.total.reached.marks + by_partner.keys().filter(|p| uncounted(p)).map(|p| fullest(*p)).sum::<u64>();
    let most_in_a_week = weeks.values().copied().max().unwrap_or(0);
    let most_in_a_season = seasons.values().copied().max().unwrap_or(0);
    Figures { book, live, funds, by_partner, households, most_in_a_week, most_in_a_season }
}

impl Figures {
    fn handed_out(&self) -> i64 {
        self.by_partner.values().sum()
    }

    fn markets(&self) -> usize {
        self.book.places.iter().filter(|p| p.kind == PlaceKind::Market).count()
    }

    /// Spent out of what was handed out, in hundredths of a percent, by organisation.
    fn use_bps(&self) -> Vec<i64> {
        self.by_partner.iter().map(|(id, out)| self.live.by_partner[&id.0].redeemed.cents * 10_000 / out).collect()
    }
}

#[test]
fn published_figures() {
    for ground in grounds() {
        let app = &ground.app;
        let mut households = 0;
        let mut handed_out = 0;
        for pilot in Pilot::ALL {
            let season = played(&ground, pilot, 1);
            let started = Instant::now();
            let report = prove(app, season.programme);
            println!("  {} commands, {} coupons, audited in {:?}", report.commands, report.coupons, started.elapsed());
            let figures = figures(app, season.programme);
            assert!(figures.book.identity.simulated && figures.book.identity.host.len() <= 16);
            assert_eq!(figures.households, u64::from(season.households));
            match pilot {
                Pilot::BasSaintLaurent => bas_saint_laurent(&figures),
                Pilot::Portneuf => portneuf(app, &figures, &season),
                Pilot::ColombieBritannique => colombie_britannique(&figures),
            }
            if pilot != Pilot::ColombieBritannique {
                households += figures.households;
                handed_out += figures.handed_out();
            }
        }
        // « Près de 100 000 $ … à plus de 200 ménages … cinq MRC. »
        assert!(households > 200, "{households}");
        assert!((9_500_000..=10_000_000).contains(&handed_out), "{handed_out}");
    }
}

fn bas_saint_laurent(figures: &Figures) {
    assert_eq!((figures.households, figures.book.partners.len(), figures.markets()), (92, 9, 6));
    assert_eq!(figures.handed_out(), 4_100_000);
    let rates = figures.use_bps();
    assert!(rates.iter().all(|r| (7_000..=8_600).contains(r)), "{rates:?}");
    assert_eq!((rates.iter().min().map(|r| (r + 50) / 100), rates.iter().max().map(|r| (r + 50) / 100)), (Some(70), Some(86)));
    assert!(figures.book.closed_at.is_some());
    assert!(figures.funds.iter().all(|f| f.owed_cents == 0 && f.committed_cents == 0), "{:#?}", figures.funds);
    assert!(figures.live.by_place.values().all(|p| p.cents > 0) && figures.live.by_place.len() == 6);
    for state in ["void", "lost", "returned", "expired"] {
        assert!(figures.live.by_state[state].count > 0, "{state}");
    }
}

fn portneuf(app: &App, figures: &Figures, season: &Played) {
    assert!(figures.households > 100);
    assert_eq!(figures.markets(), 3);
    assert_eq!((figures.most_in_a_week, figures.most_in_a_season), (6_000, 72_000));
    assert_eq!(figures.book.identity.fiduciary, "UPA de Portneuf");
    // 20 $ for 30 $: what was received for sold coupons, and what left with no organisation.
    let sales = i64::from(season.sales);
    let fund = figures.funds.iter().find(|f| f.fund.is_sales).expect("a fund of sales");
    assert_eq!((sales > 20, fund.received_cents), (true, 2_000 * sales));
    let out = |key| figures.live.by_state.get(key).map_or(0, |q: &live_use::Quantity| q.cents);
    let by_organisations = figures.live.total.handed_out.cents;
    assert_eq!(out("handed_out") + out("redeemed") - by_organisations, 3_000 * sales - fund.refunded_cents);
    assert!(fund.refunded_cents > 0);
    let sold = figures.book.classes.iter().find(|c| c.funding == Funding::Sold).expect("a sold class");
    assert_eq!(sold.expires_on, None);
    // Left with something to do.
    assert!(figures.book.closed_at.is_none() && out("in_stock") > 0);
    let (disputes, runs) = app
        .look_wait(season.programme, |cx| Ok((dispute::list(cx, Actor::System)?, settlement::list(cx, Actor::System)?)))
        .expect("read");
    let open = disputes.iter().filter(|d| d.decision.is_none()).count();
    assert!(open > 0 && open == season.open_disputes as usize && disputes.len() > open, "{open} of {}", disputes.len());
    assert_eq!((runs[0].0.state.key(), runs[0].0.approvals.len()), ("prepared", 1));
    assert!(runs.iter().flat_map(|(_, payments)| payments).any(|p| p.state.key() == "returned"));
    assert!(runs.iter().flat_map(|(_, payments)| payments).any(|p| p.state.key() == "sent"));
}

fn colombie_britannique(figures: &Figures) {
    assert_eq!((figures.book.bands[0].weekly_cents, figures.book.classes[0].face.minor), (2_700, 300));
    assert_eq!(figures.handed_out(), i64::try_from(figures.households).expect("few") * 2_700 * 16);
    let rates = figures.use_bps();
    assert!(rates.iter().all(|r| *r >= 9_000), "{rates:?}");
}

#[test]
fn the_same_seed_is_the_same_season() {
    let heads: Vec<Vec<String>> = [5, 5, 6]
        .into_iter()
        .map(|seed| {
            let ground = ground::sqlite(9, "2025-01-02T09:00:00-05:00".parse().expect("an instant"), app::Sabotage::default());
            let season = played(&ground, Pilot::BasSaintLaurent, seed);
            let again = played(&ground, Pilot::Portneuf, seed);
            [season, again].iter().map(|s| prove(&ground.app, s.programme).head).collect()
        })
        .collect();
    assert_eq!(heads[0], heads[1]);
    assert_ne!(heads[0], heads[2]);
}

#[test]
fn every_role_has_somebody_and_only_the_published_names_are_real() {
    let ground = ground::sqlite(3, "2025-01-02T09:00:00-05:00".parse().expect("an instant"), app::Sabotage::default());
    let season = played(&ground, Pilot::Portneuf, 2);
    let book = ground.app.programme_wait("portneuf-2025").expect("there");
    let count = |key: &str| season.links.iter().filter(|l| l.role.key() == key).count();
    assert_eq!((count("coordinator"), count("treasurer"), count("approver"), count("auditor")), (1, 2, 2, 1));
    assert_eq!(
        (count("partner_worker"), count("market_manager"), count("merchant"), count("funder")),
        (book.partners.len(), book.places.len(), book.vendors.len(), book.funds.len() - 1)
    );
    assert!(book.vendors.iter().all(|v| v.name.contains("simulé")));
    assert!(book.partners.iter().all(|p| p.name.starts_with("Organisme partenaire ")));
    assert!(book.places.iter().all(|p| p.kind == PlaceKind::Market || p.name.contains("simulé")));
}

#[test]
fn the_figures_hold_at_other_seeds_and_scales() {
    for (seed, scale) in [(11, 1), (12, 3)] {
        let ground = ground::sqlite(3, "2025-01-02T09:00:00-05:00".parse().expect("an instant"), app::Sabotage::default());
        for pilot in Pilot::ALL {
            let season = play(&ground.app, &ground.clock, pilot, seed, scale, &mut |_, _| ()).expect("played");
            prove(&ground.app, season.programme);
            let figures = figures(&ground.app, season.programme);
            assert_eq!(figures.households, u64::from(season.households));
            if pilot == Pilot::BasSaintLaurent {
                assert_eq!((season.households, figures.handed_out()), (92 * scale, 4_100_000 * i64::from(scale)));
                assert!(figures.use_bps().iter().all(|r| (7_000..=8_600).contains(r)), "{:?}", figures.use_bps());
            }
        }
    }
}
