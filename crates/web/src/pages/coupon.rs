//! One coupon's whole story, by its code or its number.

use crate::Web;
use crate::failure::{self, render};
use crate::page::Shell;
use crate::read::Query;
use crate::visit::Desk;
use app::coupon::{self, Story};
use app::domain::refusal::Refusal;
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/coupon", get(show))
}

/// A step of the story.
struct Step {
    at: String,
    title: String,
    detail: String,
}

struct Told {
    number: String,
    state: &'static str,
    class: String,
    face: String,
    steps: Vec<Step>,
}

#[derive(Template)]
#[template(path = "coupon/coupon.html")]
struct CouponPage {
    s: Shell,
    code: String,
    told: Option<Told>,
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    code: String,
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let mut s = desk.shell("nav-coupon");
    if !desk.may(Action::SeeAll) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    if asked.code.trim().is_empty() {
        return render(&CouponPage { s, code: String::new(), told: None });
    }
    let (actor, code) = (desk.actor(), asked.code.clone());
    match desk.app().look(desk.programme(), move |cx| coupon::story(cx, actor, &code)).await {
        Ok(story) => {
            let told = tell(&desk, &s, &story);
            render(&CouponPage { s, code: asked.code, told: Some(told) })
        }
        Err(error) => {
            let (status, sentence) = failure::sentence(desk.lang(), &error, &*desk.book);
            s.problem = Some(sentence);
            status.with(render(&CouponPage { s, code: asked.code, told: None }))
        }
    }
}

fn tell(desk: &Desk, s: &Shell, story: &Story) -> Told {
    let book = &desk.book;
    let partner =
        |id: Option<app::domain::ids::PartnerId>| id.and_then(|p| book.partner(p)).map_or_else(String::new, |p| p.name.clone());
    let fund = |id: Option<app::domain::ids::FundId>| id.and_then(|f| book.fund(f)).map_or_else(String::new, |f| f.name.clone());
    let mut steps: Vec<(i64, Step)> = story
        .movements
        .iter()
        .map(|m| {
            let (state, who, paid) = m.to;
            let detail = [partner(who), fund(paid)].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
            (m.seq, Step { at: s.at(&m.recorded_at), title: s.label("state", state.key()), detail })
        })
        .collect();
    if let Some(r) = &story.redemption {
        let vendor = book.vendor(r.vendor).map_or_else(String::new, |v| v.name.clone());
        let place = book.place(r.place).map_or_else(String::new, |p| p.name.clone());
        steps.push((
            r.seq,
            Step { at: s.at(&r.recorded_at), title: s.label("state", "redeemed"), detail: format!("{vendor} · {place}") },
        ));
    }
    for d in &story.disputes {
        let vendor = book.vendor(d.vendor).map_or_else(String::new, |v| v.name.clone());
        let title = s.w("coupon-disputed", "reason", s.label("dispute-reason", d.reason.key()));
        steps.push((d.seq, Step { at: s.moment(&d.claimed_at), title, detail: vendor }));
    }
    steps.sort_by_key(|(seq, _)| *seq);
    Told {
        number: story.coupon.id.to_string(),
        state: story.coupon.state.key(),
        class: format!("{} · {}", story.class.letter, story.class.name),
        face: s.amount(&story.class.face.minor, &story.class.face.unit),
        steps: steps.into_iter().map(|(_, step)| step).collect(),
    }
}
