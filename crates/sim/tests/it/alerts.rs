//! Seasons as they are played raise few alerts; and what a phone's lists weigh through one.

use app::domain::alert::Kind;
use app::domain::ids::Actor;
use app::domain::role::Role;
use app::phone::{self, Device};
use jiff::civil::Date;
use sim::{Pilot, play};
use std::collections::BTreeMap;

fn ground() -> ground::Ground {
    ground::sqlite(3, "2025-01-02T09:00:00-05:00".parse().expect("an instant"), app::Sabotage::default())
}

#[test]
fn usual_seasons_raise_few_alerts() {
    let mut all: BTreeMap<Kind, u64> = BTreeMap::new();
    let mut coupons = 0;
    for (seed, scale) in [(1, 1), (21, 1), (22, 3)] {
        let ground = ground();
        for pilot in Pilot::ALL {
            let season = play(&ground.app, &ground.clock, pilot, seed, scale, &mut |_, _| ()).expect("played");
            let read = move |cx: &mut app::command::Cx<'_, '_>| {
                Ok((app::alert::list(cx, Actor::System)?, app::live_use::live_use(cx, Actor::System)?))
            };
            let (seen, live) = ground.app.look_wait(season.programme, read).expect("listed");
            let spent: u64 = live.by_vendor.values().map(|q| q.count).sum();
            println!("{} at {seed}, {scale} times: {} of {spent} coupons", pilot.key(), seen.len());
            for one in &seen {
                println!(
                    "  {:?}: {} coupons, usually {}, in {} acts",
                    one.alert.key,
                    one.alert.count,
                    one.alert.usual,
                    one.acts.len()
                );
                *all.entry(one.alert.key.kind).or_default() += 1;
            }
            coupons += spent;
        }
    }
    println!("{all:?} of {coupons} coupons");
    // One in a market season of a few thousand coupons is what somebody has the time to look at.
    assert!(all.values().sum::<u64>() * 2_000 < coupons, "{all:?}");
}

/// `docs/phone.md` quotes it. A phone that fetches its lists once on each market day: all of them each time, or what
/// came after.
#[test]
fn what_lists_weigh_through_a_season() {
    let ground = ground();
    let season = play(&ground.app, &ground.clock, Pilot::ColombieBritannique, 1, 3, &mut |_, _| ()).expect("played");
    let (app, programme) = (&ground.app, season.programme);
    let book = app.programme_wait(&programme.0.to_string()).expect("read");
    let merchant =
        |g: &app::domain::role::Grant| if let Role::Merchant(vendor) = g.role { Some((g.person, vendor)) } else { None };
    let (person, vendor) = book.grants.iter().find_map(merchant).expect("a merchant");
    let zone = book.zone();
    // The last version of each day on which coupons came in.
    let days: BTreeMap<Date, String> = app
        .db
        .read_wait(move |tx| {
            let mut days = BTreeMap::new();
            tx.replay(programme, 0, |row, link| {
                if row.kind == "redeem" {
                    let link: String = app::domain::chain::hex(&link).chars().take(16).collect();
                    days.insert(row.recorded_at.to_zoned(zone.clone()).date(), format!("{}.{link}", row.seq));
                }
                Ok(())
            })?;
            Ok(days)
        })
        .expect("read");
    let device = Device {
        id: uuid::Uuid::from_u128(1),
        person,
        vendor: Some(vendor),
        place: None,
        partner: None,
        name: String::new(),
        hub: String::new(),
        link_until: app.now(),
        public_key: None,
        enrolled_at: None,
        seen_at: None,
        revoked_at: None,
        broken_at: None,
    };
    let weigh = |since: &str| {
        let (device, since) = (device.clone(), since.to_owned());
        let lists = app.look_wait(programme, move |cx| phone::lists(cx, &device, &since)).expect("lists");
        (serde_json::to_string(&lists).expect("JSON").len(), lists.gone_count)
    };
    let (all, gone) = weigh("");
    let after: Vec<usize> = days.values().map(|version| weigh(version).0).collect();
    let least = *after.last().expect("days");
    // What was known on a day is all there is less what came after it; what a day brought is between two of them.
    let whole: usize = after.iter().map(|later| least + all - later).sum();
    let parts: usize = after.iter().zip(after.iter().skip(1)).map(|(one, next)| least + one - next).sum();
    let parts = parts + least + all - after[0];
    println!(
        "{} days, {gone} dead coupons: {whole} bytes whole, {parts} in parts; {least} of a part with nothing new",
        days.len()
    );
    assert!(parts * 4 < whole);
}
