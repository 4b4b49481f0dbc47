//! A market day on one page: who is here, what was counted, coupons in doubt, the close; and the slip that goes with
//! the envelope.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Desk};
use app::coupon::{self, PublicStanding};
use app::domain::amount::Unit;
use app::domain::coupon::{Class, State};
use app::domain::dispute::Dispute;
use app::domain::ids::{ClassId, DisputeId, PlaceId, VendorId};
use app::domain::market_day::Agreed;
use app::domain::refusal::Refusal;
use app::market_day::{self, Day};
use app::permit::Action;
use app::{Error, domain::role::Role};
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use text::Names;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/market", get(places))
        .route("/p/{programme}/market/{place}", get(show).post(act))
        .route("/p/{programme}/market/{place}/slip", get(slip))
}

/// A merchant on the page.
struct Stall {
    id: u32,
    name: String,
    present: bool,
    count: u64,
    total: String,
    /// The total of the close, when there is one.
    closed_with: Option<String>,
    agreed: Option<&'static str>,
}

/// A coupon in doubt.
struct Doubt {
    id: u32,
    number: String,
    coupon: String,
    reason: String,
    /// The day it was presented.
    on: String,
    vendor: String,
    amount: String,
    decision: String,
    may_pay: bool,
}

/// What a coupon shown at the desk is.
struct Checked {
    code: String,
    standing: &'static str,
    /// Why it is not good, when its standing does not say it.
    why: Option<String>,
    face: Option<String>,
}

#[derive(Template)]
#[template(path = "market/places.html")]
struct PlacesPage {
    s: Shell,
    places: Vec<(u32, String, String)>,
    /// Days to close: their place's number and name, the day as in an address, and in words.
    open: Vec<OpenDay>,
}

/// A past day with coupons that nobody closed.
struct OpenDay {
    place: u32,
    place_name: String,
    day: String,
    words: String,
}

#[expect(clippy::struct_excessive_bools, reason = "each is asked by the template")]
#[derive(Template)]
#[template(path = "market/day.html")]
struct DayPage {
    s: Shell,
    place: u32,
    day: String,
    day_words: String,
    /// Other days to close here.
    open: Vec<OpenDay>,
    stalls: Vec<Stall>,
    total: String,
    doubts: Vec<Doubt>,
    checked: Option<Checked>,
    left_on_the_spot: Option<String>,
    closed_at: Option<String>,
    changed: bool,
    waiting: u64,
    may_run: bool,
    may_count: bool,
    /// Somebody takes its merchants' money.
    has_payee: bool,
}

/// The slip that goes with an envelope of coupons.
#[derive(Template)]
#[template(path = "market/slip.html")]
struct SlipPage {
    s: Shell,
    name: String,
    vendor: String,
    day: String,
    /// Class, face, how many: blank when nothing was counted yet.
    lines: Vec<(String, String, Option<u64>, Option<String>)>,
    total: Option<(u64, String)>,
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(flatten)]
    done: Done,
    #[serde(default)]
    day: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    vendor: String,
}

/// What keeps a coupon from being good: its state, in a sentence.
fn why(s: &Shell, state: State) -> String {
    s.t(&format!("state-{}-hint", state.key().replace('_', "-")))
}

fn day_of(desk: &Desk, written: &str) -> Result<Date, Refusal> {
    if written.trim().is_empty() { Ok(desk.book.day_of(desk.app().now())) } else { form::day(written) }
}

/// The places whose days this person may see.
fn own_places(desk: &Desk) -> Vec<PlaceId> {
    desk.book.places.iter().map(|p| p.id).filter(|p| desk.may(Action::SeePlace(*p))).collect()
}

async fn places(desk: Desk) -> Response {
    let own = own_places(&desk);
    match own.as_slice() {
        [] => desk.failure(&Refusal::NotPermitted.into()),
        // A market manager has one market, and wants it at once.
        [only] if desk.roles.iter().any(|r| matches!(r, Role::MarketManager(_))) => {
            Redirect::to(&format!("/p/{}/market/{}", desk.book.identity.key, only.0)).into_response()
        }
        own => {
            let places = desk.book.places.iter().filter(|p| own.contains(&p.id));
            let places = places.map(|p| (p.id.0, p.name.clone(), p.municipality.clone())).collect();
            let (actor, asked) = (desk.actor(), own.to_vec());
            let open = match desk.app().look(desk.programme(), move |cx| market_day::unclosed(cx, actor, &asked)).await {
                Ok(open) => open,
                Err(error) => return desk.failure(&error),
            };
            let s = desk.shell("nav-market");
            render(&PlacesPage { places, open: open_days(&desk, &s, open), s })
        }
    }
}

fn open_days(desk: &Desk, s: &Shell, days: Vec<(Date, PlaceId)>) -> Vec<OpenDay> {
    days.into_iter()
        .map(|(on, place)| OpenDay {
            place: place.0,
            place_name: Names::place(&*desk.book, place),
            day: on.to_string(),
            words: s.date(&on),
        })
        .collect()
}

async fn show(desk: Desk, At((_, place)): At<(String, u32)>, Query(asked): Query<Asked>) -> Response {
    let mut s = desk.shell("nav-market");
    s.done = asked.done.message(desk.lang());
    page(&desk, s, PlaceId(place), &asked).await
}

async fn page(desk: &Desk, mut s: Shell, place: PlaceId, asked: &Asked) -> Response {
    let on = match day_of(desk, &asked.day) {
        Ok(on) => on,
        Err(refusal) => return desk.failure(&refusal.into()),
    };
    let (actor, code) = (desk.actor(), asked.code.trim().to_owned());
    let found = desk
        .app()
        .look(desk.programme(), move |cx| {
            let day = market_day::day(cx, actor, place, on)?;
            let checked = if code.is_empty() { None } else { Some(coupon::public(cx, &code)?) };
            Ok((day, checked, market_day::unclosed(cx, actor, &[place])?))
        })
        .await;
    let (day, checked, open) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let checked = checked.map(|public| Checked {
        code: asked.code.trim().to_owned(),
        standing: public.standing.key(),
        why: public.state.filter(|_| public.standing == PublicStanding::NotGood).map(|state| why(&s, state)),
        face: public.class.map(|class| s.amount(&class.face.minor, &class.face.unit)),
    });
    s.title = Names::place(&*desk.book, place);
    let may_run = desk.may(Action::RunMarket(place));
    let stalls = stalls(desk, &s, &day);
    let waiting = day.day.totals.keys().filter(|vendor| !day.day.agreed.contains_key(vendor)).count() as u64;
    let left = day.left_on_the_spot();
    let doubts = day.doubts.iter().map(|d| doubt(desk, &s, d, may_run && d.amount.minor <= left)).collect();
    // Only somebody who may close days is asked to.
    let open = if may_run { open.into_iter().filter(|(day, _)| *day != on).collect() } else { Vec::new() };
    render(&DayPage {
        has_payee: desk.book.payee_of(place).is_some(),
        open: open_days(desk, &s, open),
        place: place.0,
        day: on.to_string(),
        day_words: s.date(&on),
        total: s.money(&day.counted.values().map(|t| t.cents).sum()),
        stalls,
        doubts,
        checked,
        left_on_the_spot: (desk.book.rules.on_the_spot_cents > 0).then(|| s.money(&left)),
        closed_at: day.day.closed_at.map(|at| s.at(&at)),
        changed: day.changed_since(),
        waiting,
        may_run,
        may_count: desk.book.vendors.iter().any(|v| desk.may(Action::Redeem(v.id, place))),
        s,
    })
}

fn stalls(desk: &Desk, s: &Shell, day: &Day) -> Vec<Stall> {
    let mut here: BTreeSet<VendorId> = day.expected.iter().copied().collect();
    here.extend(day.counted.keys().copied());
    here.into_iter()
        .map(|vendor| {
            let counted = day.counted.get(&vendor).copied().unwrap_or_default();
            Stall {
                id: vendor.0,
                name: Names::vendor(&*desk.book, vendor),
                present: day.day.present.contains(&vendor),
                count: counted.count,
                total: s.money(&counted.cents),
                closed_with: day.day.totals.get(&vendor).map(|total| s.money(&total.cents)),
                agreed: day.day.agreed.get(&vendor).map(|how| match how {
                    Agreed::OnScreen => "on-screen",
                    Agreed::OnPaper => "on-paper",
                }),
            }
        })
        .collect()
}

fn doubt(desk: &Desk, s: &Shell, d: &Dispute, may_pay: bool) -> Doubt {
    use app::domain::dispute::Decision;
    Doubt {
        id: d.id.0,
        number: d.id.0.to_string(),
        coupon: d.coupon.to_string(),
        reason: s.label("dispute-reason", d.reason.key()),
        on: s.date(&desk.book.day_of(d.claimed_at)),
        vendor: Names::vendor(&*desk.book, d.vendor),
        amount: s.money(&d.amount.minor),
        decision: match d.decision {
            None => String::new(),
            Some(Decision::Pay { .. }) => s.label("decision", "pay"),
            Some(Decision::Refuse) => s.label("decision", "refuse"),
        },
        may_pay: may_pay && d.decision.is_none(),
    }
}

async fn act(desk: Desk, At((_, place)): At<(String, u32)>, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let place = PlaceId(place);
    let field = |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let (id, day) = (field("id"), field("day"));
    let vendors: BTreeSet<VendorId> =
        fields.iter().filter(|(n, _)| n == "vendor").filter_map(|(_, v)| form::number(v).map(VendorId)).collect();
    match apply(&desk, place, &day, &field, vendors).await {
        Ok(key) => {
            let here = format!("/p/{}/market/{}", desk.book.identity.key, place.0);
            done(&here, &format!("{key}&day={}", form::in_address(&day)))
        }
        Err(error) => {
            let mut s = desk.shell("nav-market");
            let status = s.say_no(&error, &*desk.book, &id);
            let asked = Asked { day: if form::day(&day).is_ok() { day } else { String::new() }, ..Asked::default() };
            status.with(page(&desk, s, place, &asked).await)
        }
    }
}

async fn apply(
    desk: &Desk,
    place: PlaceId,
    day: &str,
    field: &impl Fn(&str) -> String,
    vendors: BTreeSet<VendorId>,
) -> Result<&'static str, Error> {
    let on = day_of(desk, day)?;
    let request = form::request(desk, &field("id"));
    let (app, programme) = (desk.app(), desk.programme());
    match field("act").as_str() {
        "presence" => {
            app.act(programme, move |cx| market_day::note_presence(cx, request, place, on, vendors.clone())).await?;
            Ok("done-presence")
        }
        "close" => {
            app.act(programme, move |cx| market_day::close(cx, request, place, on)).await?;
            Ok("done-day-closed")
        }
        "agree" => {
            let vendor = vendors.into_iter().next().ok_or(Refusal::UnknownVendor { vendor: String::new() })?;
            let agree = move |cx: &mut app::Cx<'_, '_>| market_day::agree(cx, request, (place, on), vendor, Agreed::OnPaper);
            app.act(programme, agree).await?;
            Ok("done-day-agreed")
        }
        "pay" => {
            let dispute = DisputeId(form::number(&field("dispute")).ok_or(Refusal::NotFound)?);
            let reason = field("reason");
            app.act(programme, move |cx| market_day::decide(cx, request, place, dispute, &reason)).await?;
            Ok("done-decided")
        }
        _ => Err(Refusal::Nothing.into()),
    }
}

async fn slip(desk: Desk, At((_, place)): At<(String, u32)>, Query(asked): Query<Asked>) -> Response {
    let place = PlaceId(place);
    let day = match day_of(&desk, &asked.day) {
        Ok(on) => on,
        Err(refusal) => return desk.failure(&refusal.into()),
    };
    let actor = desk.actor();
    let found = match desk.app().look(desk.programme(), move |cx| market_day::day(cx, actor, place, day)).await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let s = desk.shell("market-slip");
    let vendor = form::number(&asked.vendor).map(VendorId).filter(|id| desk.book.vendor(*id).is_some());
    if vendor.is_none() && !asked.vendor.is_empty() {
        return desk.failure(&Refusal::UnknownVendor { vendor: asked.vendor }.into());
    }
    let counted = vendor.and_then(|id| found.counted.get(&id)).copied();
    let of = |class: ClassId| vendor.and_then(|id| found.by_class.get(&(id, class))).copied();
    let line = |class: &Class| {
        let count = if counted.is_some() { Some(of(class.id).unwrap_or(0)) } else { None };
        let amount = count.map(|n| s.amount(&(class.face.minor * i64::try_from(n).unwrap_or(0)), &class.face.unit));
        (class.letter.to_string(), s.amount(&class.face.minor, &class.face.unit), count, amount)
    };
    let lines = desk.book.classes.iter().map(line).collect();
    render(&SlipPage {
        lines,
        name: Names::place(&*desk.book, place),
        vendor: vendor.map_or_else(String::new, |id| Names::vendor(&*desk.book, id)),
        day: if asked.day.is_empty() { String::new() } else { s.date(&day) },
        total: counted.map(|t| (t.count, s.amount(&t.cents, &Unit::CAD))),
        s,
    })
}
