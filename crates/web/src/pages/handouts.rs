//! Hand-outs: which coupons, which band. Nothing about who. Made for fifteen seconds on a phone: one tap for the
//! household's size, one to record, and the page says which coupons to hand over.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::domain::coupon::Funding;
use app::domain::handout::{Choice, usual};
use app::domain::ids::{ClassId, PartnerId};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::domain::replacement::Replacement;
use app::domain::role::Role;
use app::handout::Drawer;
use app::permit::Action;
use app::{Error, coupon_numbers, handout};
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/handouts", get(show).post(record))
        .route("/p/{programme}/handouts/take-back", get(back).post(take_back))
        .route("/p/{programme}/handouts/replace", get(back).post(replace))
}

/// How many of the last hand-outs are shown.
const SHOWN: usize = 20;
/// A hand-out for more weeks than this is rather a new season.
const MOST_WEEKS: u32 = 5;

struct Row {
    seq: i64,
    partner_id: u32,
    at: String,
    partner: String,
    band: String,
    count: u64,
    /// « coupons 9 à 12 du lot 1 »; nothing when merchants had them all before.
    which: String,
    amount_cents: i64,
    taken_back: bool,
    can_be_taken_back: bool,
}

/// A household size to choose, with what it usually receives.
struct BandChoice {
    key: String,
    label: String,
    weekly_cents: i64,
    /// « 4 coupons A »; nothing when no class makes it exactly.
    usual: Option<(u64, char)>,
}

/// What the organisation has of a class.
struct Held {
    letter: char,
    face: String,
    count: u64,
    given_today: u64,
}

#[derive(Template)]
#[template(path = "handout/handouts.html")]
struct HandOutsPage {
    s: Shell,
    just: Option<Row>,
    rows: Vec<Row>,
    partners: Vec<(u32, String)>,
    bands: Vec<BandChoice>,
    held: Vec<Held>,
    hand_outs_today: u64,
    /// One tap on a size is enough: every size has a usual number of one class.
    has_usual: bool,
    weeks: Vec<u32>,
    classes: Vec<(u8, String)>,
    may_replace: bool,
    form: HandOutForm,
}

#[derive(Deserialize, Default, Clone)]
struct HandOutForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    partner: String,
    #[serde(default)]
    numbers: String,
    /// `usual`, `count` or `numbers`: which of them was meant, whatever the others hold.
    #[serde(default)]
    way: String,
    #[serde(default)]
    weeks: String,
    #[serde(default)]
    class: String,
    #[serde(default)]
    count: String,
    #[serde(default)]
    band: String,
    #[serde(default)]
    pseudonym: String,
    /// Lost coupons, when some are replaced.
    #[serde(default)]
    lost: String,
    #[serde(default)]
    reason: String,
}

/// The organisations this person may hand out for.
pub(super) fn own_partners(desk: &Desk) -> Vec<(u32, String)> {
    let own = |id: u32| desk.may(Action::HandOut(Some(PartnerId(id))));
    form::partners(&desk.book).into_iter().filter(|(id, _)| own(*id)).collect()
}

pub(super) fn band_label(book: &Book, key: &str) -> String {
    book.bands.iter().find(|b| b.key == key).map_or_else(|| key.to_owned(), |b| b.label.clone())
}

/// The organisation a form is about: the one chosen, or the only one.
pub(super) fn partner_of(desk: &Desk, chosen: &str) -> Option<PartnerId> {
    match own_partners(desk).as_slice() {
        [(only, _)] if chosen.trim().is_empty() => Some(PartnerId(*only)),
        _ => form::number(chosen).map(PartnerId),
    }
}

async fn page(desk: &Desk, mut s: Shell, form: HandOutForm, just: Option<i64>) -> Response {
    let actor = desk.actor();
    let only = if desk.may(Action::SeeAll) {
        None
    } else {
        desk.roles.iter().find_map(|r| if let Role::PartnerWorker(id) = r { Some(*id) } else { None })
    };
    let at_desk = partner_of(desk, &form.partner).filter(|id| desk.may(Action::SeePartner(*id)));
    let found = desk
        .app()
        .look(desk.programme(), move |cx| {
            let drawer = at_desk.map(|partner| handout::drawer(cx, actor, partner)).transpose()?;
            Ok((handout::last(cx, actor, only, SHOWN)?, drawer.unwrap_or_default()))
        })
        .await;
    let (rows, drawer) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let book = &desk.book;
    let mut rows: Vec<Row> = rows
        .into_iter()
        .map(|given| Row {
            seq: given.row.seq,
            partner_id: given.row.partner.0,
            at: s.moment(&given.row.claimed_at),
            partner: book.partner(given.row.partner).map_or_else(String::new, |p| p.name.clone()),
            band: band_label(book, &given.row.band),
            count: given.row.count,
            which: s.coupons(&given.coupons),
            amount_cents: given.row.amount_cents,
            taken_back: given.row.taken_back_by.is_some(),
            can_be_taken_back: given.can_be_taken_back && desk.may(Action::HandOut(Some(given.row.partner))),
        })
        .collect();
    let just = rows.iter().position(|row| Some(row.seq) == just && !row.taken_back).map(|index| rows.remove(index));
    if just.is_some() {
        s.done = None;
    }
    let bands = bands(book, &drawer, book.day_of(desk.app().now()));
    let granted = || book.classes.iter().filter(|c| c.funding == Funding::Granted);
    let held = granted()
        .filter_map(|class| {
            let in_hand = drawer.classes.get(&class.id)?;
            let face = s.amount(&class.face.minor, &class.face.unit);
            Some(Held { letter: class.letter, face, count: in_hand.held, given_today: in_hand.given_today })
        })
        .collect();
    let classes = granted().map(|c| (c.id.0, format!("{} · {}", c.letter, s.amount(&c.face.minor, &c.face.unit)))).collect();
    let replacement = book.rules.replacement;
    render(&HandOutsPage {
        // After the close there is only something to look at.
        partners: if desk.book.closed_at.is_some() { Vec::new() } else { own_partners(desk) },
        may_replace: replacement == Replacement::Partner && desk.may(Action::HandOut(at_desk)) && at_desk.is_some(),
        hand_outs_today: drawer.hand_outs_today,
        has_usual: !bands.is_empty() && bands.iter().all(|band| band.usual.is_some()),
        weeks: (1..=MOST_WEEKS).collect(),
        s,
        just,
        rows,
        bands,
        held,
        classes,
        form,
    })
}

fn bands(book: &Book, drawer: &Drawer, today: Date) -> Vec<BandChoice> {
    let held = |class: ClassId| drawer.classes.get(&class).map_or(0, |in_hand| in_hand.held);
    book.bands
        .iter()
        .map(|band| {
            let usual =
                usual(book, band, 1, today, held).and_then(|(class, count)| Some((u64::from(count), book.class(class)?.letter)));
            BandChoice { key: band.key.clone(), label: band.label.clone(), weekly_cents: band.weekly_cents, usual }
        })
        .collect()
}

/// `?done=key&seq=12`: what was just done, and the command that did it.
#[derive(Deserialize, Default)]
struct Given {
    #[serde(flatten)]
    done: Done,
    #[serde(default)]
    seq: String,
    /// The organisation chosen before, so that the next household needs no choice.
    #[serde(default)]
    partner: String,
}

async fn show(desk: Desk, Query(was): Query<Given>) -> Response {
    let mut s = desk.shell("nav-handouts");
    s.done = was.done.message(desk.lang());
    let just = s.done.as_ref().and_then(|_| was.seq.parse().ok());
    page(&desk, s, HandOutForm { partner: was.partner, ..HandOutForm::default() }, just).await
}

async fn record(desk: Desk, Form(form): Form<HandOutForm>) -> Response {
    match give(&desk, &form).await {
        Ok(seq) => done(&here(&desk), &format!("done-handed-out&seq={seq}&partner={}", form::in_address(&form.partner))),
        Err(error) => said_no(&desk, form, &error).await,
    }
}

fn here(desk: &Desk) -> String {
    format!("/p/{}/handouts", desk.book.identity.key)
}

async fn said_no(desk: &Desk, form: HandOutForm, error: &Error) -> Response {
    let mut s = desk.shell("nav-handouts");
    let status = s.say_no(error, &*desk.book, &form.id);
    status.with(page(desk, s, form, None).await)
}

/// Hands out; returns the command that recorded it.
async fn give(desk: &Desk, form: &HandOutForm) -> Result<i64, Error> {
    let partner = partner_of(desk, &form.partner).ok_or_else(|| Refusal::UnknownPartner { partner: form.partner.clone() })?;
    let request = form::request(desk, &form.id);
    let (actor, book, form) = (desk.actor(), desk.book.clone(), form.clone());
    let answer = desk
        .app()
        .act(desk.programme(), move |cx| {
            let choice = match form.way.as_str() {
                "usual" => {
                    let drawer = handout::drawer(cx, actor, partner)?;
                    usual_choice(&book, &form, &drawer, book.day_of(cx.now()))?
                }
                "numbers" => {
                    let batches = handout::drawer(cx, actor, partner)?.batches;
                    Choice::Coupons(coupon_numbers::read(cx, &form.numbers, &batches)?)
                }
                _ => {
                    let class = form.class.trim().parse().map_err(|_| Refusal::UnknownClass { class: form.class.clone() })?;
                    let count = form::number(&form.count).filter(|n| *n > 0).ok_or(Refusal::Nothing)?;
                    Choice::Count { class: ClassId(class), count }
                }
            };
            handout::hand_out(cx, request, partner, choice, &form.band, Some(&form.pseudonym))
        })
        .await?;
    Ok(answer.seq)
}

/// What a household of the size chosen usually receives, for the weeks chosen.
fn usual_choice(book: &Book, form: &HandOutForm, drawer: &Drawer, today: Date) -> Result<Choice, Refusal> {
    let band = book.bands.iter().find(|b| b.key == form.band).ok_or_else(|| Refusal::UnknownBand { band: form.band.clone() })?;
    let weeks = if form.weeks.is_empty() { Some(1) } else { form::number(&form.weeks) };
    let weeks = weeks.filter(|weeks| (1..=MOST_WEEKS).contains(weeks)).ok_or(Refusal::Nothing)?;
    let held = |class: ClassId| drawer.classes.get(&class).map_or(0, |in_hand| in_hand.held);
    let (class, count) = usual(book, band, weeks, today, held).ok_or(Refusal::Nothing)?;
    Ok(Choice::Count { class, count })
}

#[derive(Deserialize, Default)]
struct TakeBackForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    partner: String,
    #[serde(default)]
    seq: String,
}

async fn take_back(desk: Desk, Form(form): Form<TakeBackForm>) -> Response {
    let request = form::request(&desk, &form.id);
    let back = HandOutForm { partner: form.partner.clone(), id: form.id.clone(), ..HandOutForm::default() };
    let (Some(partner), Ok(seq)) = (form::number(&form.partner).map(PartnerId), form.seq.parse::<i64>()) else {
        return said_no(&desk, back, &Refusal::NotFound.into()).await;
    };
    match desk.app().act(desk.programme(), move |cx| handout::take_back(cx, request, partner, seq)).await {
        Ok(_) => done(&here(&desk), &format!("done-taken-back&partner={}", partner.0)),
        Err(error) => said_no(&desk, back, &error).await,
    }
}

/// Whoever comes back to the address of an answer finds the page it was on.
async fn back(desk: Desk) -> Response {
    Redirect::to(&here(&desk)).into_response()
}

/// An organisation replaces its own households' lost coupons, where the programme lets it.
async fn replace(desk: Desk, Form(form): Form<HandOutForm>) -> Response {
    let request = form::request(&desk, &form.id);
    let Some(partner) = partner_of(&desk, &form.partner) else {
        let error = Refusal::UnknownPartner { partner: form.partner.clone() }.into();
        return said_no(&desk, form, &error).await;
    };
    let (lost, reason) = (form.lost.clone(), form.reason.trim().to_owned());
    let result = desk
        .app()
        .act(desk.programme(), move |cx| {
            let batches = handout::batches(cx, partner)?;
            let lost = coupon_numbers::read(cx, &lost, &batches)?;
            handout::replace(cx, request, Some(partner), lost, app::domain::coupon_set::CouponSet::default(), &reason)
        })
        .await;
    match result {
        Ok(answer) => {
            let app::domain::command::Outcome::Moved { coupons: given, .. } = answer.outcome else {
                return done(&here(&desk), "done-replaced");
            };
            let mut s = desk.shell("nav-handouts");
            s.done = Some(s.w("done-replaced-by", "coupons", s.coupons(&given)));
            page(&desk, s, HandOutForm { partner: form.partner, ..HandOutForm::default() }, None).await
        }
        Err(error) => said_no(&desk, form, &error).await,
    }
}
