//! A programme's home: live use, by organisation, place and week, each as a picture and a table.

use crate::chart::{self, Bar};
use crate::failure::render;
use crate::page::Shell;
use crate::visit::Desk;
use crate::Web;
use app::domain::coupon::State;
use app::domain::ids::{PartnerId, PlaceId};
use app::live_use::{self, LiveUse, PartnerUse};
use app::permit::Action;
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use axum::Router;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}", get(show))
}

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage {
    s: Shell,
    use_now: LiveUse,
    total: PartnerUse,
    partners: Vec<(String, PartnerUse)>,
    places: Vec<(String, u64, i64)>,
    weeks: Vec<(String, u64, i64)>,
    week_chart: String,
    partner_chart: String,
    states: Vec<(&'static str, u64, i64)>,
}

#[derive(Template)]
#[template(path = "home/desk.html")]
struct DeskPage {
    s: Shell,
    roles: Vec<String>,
}

async fn show(desk: Desk) -> Response {
    if !desk.may(Action::SeeAll) {
        let roles = desk.roles.iter().map(|r| text::key_label(desk.lang(), "role", r.key())).collect();
        return render(&DeskPage { s: desk.shell("nav-home"), roles });
    }
    let actor = desk.actor();
    let use_now = match desk.app().look(desk.programme(), move |cx| live_use::live_use(cx, actor)).await {
        Ok(use_now) => use_now,
        Err(error) => return desk.failure(&error),
    };
    let s = desk.shell("nav-home");
    let book = &desk.book;
    let mut partners: Vec<(String, PartnerUse)> = use_now
        .by_partner
        .iter()
        .map(|(id, part)| (book.partner(PartnerId(*id)).map_or_else(|| id.to_string(), |p| p.name.clone()), *part))
        .collect();
    partners.sort_by(|a, b| text::compare(desk.lang(), &a.0, &b.0));
    let mut places: Vec<(String, u64, i64)> = use_now
        .by_place
        .iter()
        .map(|(id, q)| (book.place(PlaceId(*id)).map_or_else(|| id.to_string(), |p| p.name.clone()), q.count, q.cents))
        .collect();
    places.sort_by_key(|(_, _, cents)| std::cmp::Reverse(*cents));
    let weeks: Vec<(String, u64, i64)> =
        use_now.by_week.iter().map(|(week, q)| (text::date_short(desk.lang(), *week), q.count, q.cents)).collect();
    let week_bars: Vec<Bar> =
        weeks.iter().map(|(label, _, cents)| Bar { label: label[5..].to_owned(), value: *cents, shown: s.money(cents) }).collect();
    let partner_bars: Vec<(String, u64, u64)> =
        partners.iter().map(|(name, p)| (name.clone(), p.redeemed.count, p.handed_out.count)).collect();
    let states = State::ALL
        .into_iter()
        .filter_map(|state| use_now.by_state.get(state.key()).map(|q| (state.key(), q.count, q.cents)))
        .collect();
    let page = HomePage {
        week_chart: chart::columns(&s.t("home-weeks"), &week_bars),
        partner_chart: chart::shares(&s.t("home-partners"), &partner_bars, desk.lang()),
        total: use_now.total(),
        s,
        use_now,
        partners,
        places,
        weeks,
        states,
    };
    render(&page)
}
