//! The register of hand-outs for days without a phone: printed blank, filled by hand, typed in later.

use super::handouts::{band_label, own_partners, partner_of};
use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::command::Request;
use app::domain::handout::{Choice, usual};
use app::domain::ids::PartnerId;
use app::domain::refusal::Refusal;
use app::{Cx, Error, coupon_numbers, handout};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::Arc;
use text::Sentence;
use uuid::Uuid;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/handouts/register", get(show).post(record))
        .route("/p/{programme}/handouts/register/print", get(paper))
}

/// Lines of the form: as many as a worker types before looking up.
const LINES: usize = 12;
/// Lines of the printed register: what a letter page holds.
const PAPER_LINES: usize = 22;

/// A line of the paper register, as typed.
#[derive(Clone, Default)]
struct Line {
    day: String,
    band: String,
    numbers: String,
    /// Why it was not recorded.
    problem: Option<Sentence>,
}

impl Line {
    fn is_empty(&self) -> bool {
        self.band.is_empty() && self.numbers.trim().is_empty()
    }
}

#[derive(Template)]
#[template(path = "handout/register.html")]
struct RegisterPage {
    s: Shell,
    partners: Vec<(u32, String)>,
    partner: String,
    bands: Vec<(String, String)>,
    lines: Vec<Line>,
    today: String,
    /// How many lines were recorded just now.
    recorded: u64,
    /// How many were not, and stand first.
    left: u64,
}

#[derive(Template)]
#[template(path = "handout/register_paper.html")]
struct RegisterPaper {
    s: Shell,
    partner: String,
    bands: Vec<String>,
    lines: Vec<()>,
}

fn bands(desk: &Desk) -> Vec<(String, String)> {
    desk.book.bands.iter().map(|b| (b.key.clone(), band_label(&desk.book, &b.key))).collect()
}

fn page(desk: &Desk, s: Shell, partner: String, mut lines: Vec<Line>, recorded: u64) -> Response {
    let partners = own_partners(desk);
    if partners.is_empty() {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let left = lines.iter().filter(|line| line.problem.is_some()).count() as u64;
    lines.resize(lines.len().max(LINES), Line::default());
    let today = desk.book.day_of(desk.app().now()).to_string();
    render(&RegisterPage { s, partners, partner, bands: bands(desk), lines, today, recorded, left })
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(flatten)]
    done: Done,
    #[serde(default)]
    partner: String,
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let mut s = desk.shell("register-title");
    s.done = asked.done.message(desk.lang());
    page(&desk, s, asked.partner, Vec::new(), 0)
}

async fn paper(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let partners = own_partners(&desk);
    if partners.is_empty() {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let chosen = partners.iter().find(|(id, _)| partners.len() == 1 || id.to_string() == asked.partner);
    let Some((_, partner)) = chosen.cloned() else {
        return desk.failure(&Refusal::UnknownPartner { partner: asked.partner }.into());
    };
    let bands = bands(&desk).into_iter().map(|(_, label)| label).collect();
    render(&RegisterPaper { s: desk.shell("register-title"), partner, bands, lines: vec![(); PAPER_LINES] })
}

/// The lines of a form: `day-0`, `band-0`, `numbers-0`, and so on.
fn read(fields: &[(String, String)]) -> Vec<Line> {
    let mut lines = vec![Line::default(); LINES];
    for (name, value) in fields {
        let Some((what, number)) = name.split_once('-') else { continue };
        let Some(line) = number.parse::<usize>().ok().and_then(|n| lines.get_mut(n)) else { continue };
        match what {
            "day" => line.day.clone_from(value),
            "band" => line.band.clone_from(value),
            "numbers" => line.numbers.clone_from(value),
            _ => {}
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Each line is a hand-out of its own under an identifier of its own: sent twice, it counts once.
fn numbered(request: Request, line: usize) -> Request {
    let mut bytes = *request.id.as_bytes();
    bytes[15] ^= u8::try_from(line + 1).unwrap_or(u8::MAX);
    Request { id: Uuid::from_bytes(bytes), ..request }
}

async fn record(desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let field = |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let (id, chosen, lines) = (field("id"), field("partner"), read(&fields));
    let mut s = desk.shell("register-title");
    let asked = lines.clone();
    match apply(&desk, &id, &chosen, lines).await {
        Ok(results) => {
            let recorded = results.iter().filter(|r| r.is_none()).count() as u64;
            let left: Vec<Line> = asked
                .into_iter()
                .zip(results)
                .filter_map(|(line, refusal)| {
                    let refusal = refusal?;
                    Some(Line { problem: Some(text::refusal(desk.lang(), &refusal, &*desk.book)), ..line })
                })
                .collect();
            if left.is_empty() && recorded > 0 {
                let here = format!("/p/{}/handouts", desk.book.identity.key);
                return done(&here, &format!("done-register&partner={}", form::in_address(&chosen)));
            }
            page(&desk, s, chosen, left, recorded)
        }
        Err(error) => {
            let status = s.say_no(&error, &*desk.book, &id);
            status.with(page(&desk, s, chosen, asked, 0))
        }
    }
}

/// Records each line; says why for those that were refused.
async fn apply(desk: &Desk, id: &str, chosen: &str, lines: Vec<Line>) -> Result<Vec<Option<Refusal>>, Error> {
    let partner = partner_of(desk, chosen).ok_or_else(|| Refusal::UnknownPartner { partner: chosen.to_owned() })?;
    if lines.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let request = form::request(desk, id);
    desk.app()
        .act(desk.programme(), move |cx| {
            let mut results = Vec::with_capacity(lines.len());
            for (number, line) in lines.iter().enumerate() {
                match hand_out(cx, numbered(request, number), partner, line) {
                    Ok(()) => results.push(None),
                    Err(Error::Refused(refusal)) => results.push(Some(refusal)),
                    Err(fault) => return Err(fault),
                }
            }
            Ok(results)
        })
        .await
}

fn hand_out(cx: &mut Cx<'_, '_>, request: Request, partner: PartnerId, line: &Line) -> Result<(), Error> {
    let book = cx.book()?;
    let day: Date = form::day(&line.day)?;
    let noon = day.at(12, 0, 0, 0).to_zoned(book.zone()).map_err(|_| Refusal::NotADate { written: line.day.clone() })?;
    // Today's lines may be typed before noon.
    let claimed_at = if day == book.day_of(cx.now()) { noon.timestamp().min(cx.now()) } else { noon.timestamp() };
    let drawer = handout::drawer(cx, request.actor, partner)?;
    let choice = if line.numbers.trim().is_empty() {
        let band =
            book.bands.iter().find(|b| b.key == line.band).ok_or_else(|| Refusal::UnknownBand { band: line.band.clone() })?;
        let held = |class| drawer.classes.get(&class).map_or(0, |in_hand| in_hand.held);
        let (class, count) = usual(&book, band, 1, day, held).ok_or(Refusal::Nothing)?;
        Choice::Count { class, count }
    } else {
        Choice::Coupons(coupon_numbers::read(cx, &line.numbers, &drawer.batches)?)
    };
    handout::hand_out(cx, Request { claimed_at, ..request }, partner, choice, &line.band, None).map(drop)
}
