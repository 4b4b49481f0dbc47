//! Hand-outs: which coupons, which band. Nothing about who.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::domain::handout::Choice;
use app::domain::ids::{BatchId, ClassId, PartnerId};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::permit::Action;
use app::{Error, handout};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/handouts", get(show).post(record))
}

/// How many of the last hand-outs are shown.
const SHOWN: usize = 50;

struct Row {
    at: String,
    partner: String,
    band: String,
    count: u64,
    /// « coupons 9 à 12 du lot 1 »; nothing when merchants had them all before.
    which: String,
    amount_cents: i64,
}

#[derive(Template)]
#[template(path = "handout/handouts.html")]
struct HandOutsPage {
    s: Shell,
    rows: Vec<Row>,
    partners: Vec<(u32, String)>,
    bands: Vec<(String, String)>,
    classes: Vec<(u8, String)>,
    form: HandOutForm,
}

#[derive(Deserialize, Default, Clone)]
struct HandOutForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    partner: String,
    #[serde(default)]
    batch: String,
    #[serde(default)]
    numbers: String,
    /// `count` or `numbers`: which of the two was meant, whatever the other holds.
    #[serde(default)]
    way: String,
    #[serde(default)]
    class: String,
    #[serde(default)]
    count: String,
    #[serde(default)]
    band: String,
    #[serde(default)]
    pseudonym: String,
}

/// The organisations this person may hand out for.
fn own_partners(desk: &Desk) -> Vec<(u32, String)> {
    let own = |id: u32| desk.may(Action::HandOut(Some(PartnerId(id))));
    form::partners(&desk.book).into_iter().filter(|(id, _)| own(*id)).collect()
}

fn band_label(book: &Book, key: &str) -> String {
    book.bands.iter().find(|b| b.key == key).map_or_else(|| key.to_owned(), |b| b.label.clone())
}

async fn page(desk: &Desk, mut s: Shell, form: HandOutForm, just: Option<i64>) -> Response {
    let actor = desk.actor();
    let only = if desk.may(Action::SeeAll) {
        None
    } else {
        desk.roles.iter().find_map(|r| if let Role::PartnerWorker(id) = r { Some(*id) } else { None })
    };
    let rows = match desk.app().look(desk.programme(), move |cx| handout::last(cx, actor, only, SHOWN)).await {
        Ok(rows) => rows,
        Err(error) => return desk.failure(&error),
    };
    if let Some((_, given)) = rows.iter().find(|(row, given)| Some(row.seq) == just && !given.is_empty()) {
        s.done = Some(s.w("done-handed-out-which", "coupons", s.coupons(given)));
    }
    let rows = rows
        .into_iter()
        .map(|(r, given)| Row {
            at: s.at(&r.claimed_at),
            partner: desk.book.partner(r.partner).map_or_else(String::new, |p| p.name.clone()),
            band: band_label(&desk.book, &r.band),
            count: r.count,
            which: s.coupons(&given),
            amount_cents: r.amount_cents,
        })
        .collect();
    let bands = desk.book.bands.iter().map(|b| (b.key.clone(), format!("{} · {}", b.label, s.money(&b.weekly_cents)))).collect();
    let classes = desk
        .book
        .classes
        .iter()
        .filter(|c| c.funding == app::domain::coupon::Funding::Granted)
        .map(|c| (c.id.0, format!("{} · {}", c.letter, s.amount(&c.face.minor, &c.face.unit))))
        .collect();
    render(&HandOutsPage { partners: own_partners(desk), s, rows, bands, classes, form })
}

/// `?done=key&seq=12`: what was just done, and the command that did it.
#[derive(Deserialize, Default)]
struct Given {
    #[serde(flatten)]
    done: Done,
    #[serde(default)]
    seq: String,
}

async fn show(desk: Desk, Query(was): Query<Given>) -> Response {
    let mut s = desk.shell("nav-handouts");
    s.done = was.done.message(desk.lang());
    let just = s.done.as_ref().and_then(|_| was.seq.parse().ok());
    page(&desk, s, HandOutForm::default(), just).await
}

async fn record(desk: Desk, Form(form): Form<HandOutForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(seq) => done(&format!("/p/{}/handouts", desk.book.identity.key), &format!("done-handed-out&seq={seq}")),
        Err(error) => {
            let mut s = desk.shell("nav-handouts");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form, None).await)
        }
    }
}

/// The command that recorded it.
async fn apply(desk: &Desk, form: &HandOutForm) -> Result<i64, Error> {
    let partner = form::number(&form.partner).ok_or_else(|| Refusal::UnknownPartner { partner: form.partner.clone() })?;
    let choice = if form.way == "count" || form.numbers.trim().is_empty() {
        let class = form.class.trim().parse().map_err(|_| Refusal::UnknownClass { class: form.class.clone() })?;
        let count = form::number(&form.count).filter(|n| *n > 0).ok_or(Refusal::Nothing)?;
        Choice::Count { class: ClassId(class), count }
    } else {
        let batch = form::number(&form.batch).ok_or_else(|| Refusal::UnknownBatch { batch: form.batch.clone() })?;
        let booklet = desk.app().booklet_size(desk.programme(), BatchId(batch)).await?;
        Choice::Coupons(form::coupons(batch, &form.numbers, booklet)?)
    };
    let request = form::request(desk, &form.id);
    let (band, pseudonym) = (form.band.clone(), form.pseudonym.clone());
    let answer = desk
        .app()
        .act(desk.programme(), move |cx| {
            handout::hand_out(cx, request, PartnerId(partner), choice.clone(), &band, Some(&pseudonym))
        })
        .await?;
    Ok(answer.seq)
}
