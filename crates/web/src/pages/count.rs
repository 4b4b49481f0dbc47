//! Count-in: coupons typed, scanned with a USB scanner, pasted, or sent as a file, for a merchant at a
//! place. Every line gets its answer; the person chooses whether good lines are kept when some are bad. Pictures are
//! shown first, with what was read in them: `count_photo`.

use crate::Web;
use crate::failure::render;
use crate::form;
use crate::page::Shell;
use crate::pages::count_photo;
use crate::read::{FormWithPhotos, Query};
use crate::visit::Desk;
use app::Error;
use app::domain::ids::{PlaceId, VendorId};
use app::domain::place::PlaceKind;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::signed_code::SignedCode;
use app::permit::Action;
use app::redemption::{self, CountIn, Item, LineProblem};
use askama::Template;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    let most = DefaultBodyLimit::max(app::photo::MAX_BYTES);
    Router::new().route("/p/{programme}/count", get(show).post(count).layer(most))
}

/// One line as read and answered.
struct Line {
    /// « Ligne 3, colonne 1 ».
    place: String,
    text: String,
    message: String,
    next: String,
}

#[derive(Default)]
struct Counted {
    bad: Vec<Line>,
    good: Vec<Line>,
    accepted: u64,
    total: String,
    replayed: bool,
    kept: bool,
}

#[derive(Template)]
#[template(path = "redemption/count.html")]
struct CountPage {
    s: Shell,
    vendors: Vec<(u32, String)>,
    places: Vec<(u32, String)>,
    /// Some place has a box that is counted afterwards.
    has_box: bool,
    form: CountForm,
    result: Option<Counted>,
}

#[derive(Deserialize, Default, Clone)]
pub(super) struct CountForm {
    #[serde(default)]
    pub(super) id: String,
    #[serde(default)]
    pub(super) vendor: String,
    #[serde(default)]
    pub(super) place: String,
    #[serde(default)]
    pub(super) codes: String,
    #[serde(default)]
    pub(super) day: String,
    #[serde(default)]
    pub(super) all_or_none: String,
    /// What was read in pictures, a line a coupon.
    #[serde(default)]
    read: String,
    /// Codes written for the marks of a picture: `mark-3` and so on.
    #[serde(flatten)]
    marks: BTreeMap<String, String>,
}

impl CountForm {
    /// The codes written for marks: the mark's number and the code.
    fn marked(&self) -> Vec<(u32, &str)> {
        let mut marked: Vec<_> = self
            .marks
            .iter()
            .filter_map(|(name, code)| Some((name.strip_prefix("mark-")?.parse().ok()?, code.trim())))
            .filter(|(_, code)| !code.is_empty())
            .collect();
        marked.sort_unstable();
        marked
    }

    /// Everything that was read or written, as one list to be sent again.
    fn as_list(&self) -> String {
        let lines = self.read.lines().chain(self.marked().into_iter().map(|(_, code)| code)).chain(self.codes.lines());
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn page(desk: &Desk, s: Shell, mut form: CountForm, result: Option<Counted>) -> Response {
    let any = |vendor: u32, place: u32| desk.may(Action::Redeem(VendorId(vendor), PlaceId(place)));
    let vendors: Vec<_> =
        form::vendors(&desk.book).into_iter().filter(|(v, _)| desk.book.places.iter().any(|p| any(*v, p.id.0))).collect();
    let places: Vec<_> =
        form::places(&desk.book).into_iter().filter(|(p, _)| desk.book.vendors.iter().any(|v| any(v.id.0, *p))).collect();
    if !desk.book.vendors.is_empty() && !desk.book.places.is_empty() && (vendors.is_empty() || places.is_empty()) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    if form.day.is_empty() {
        form.day = desk.book.day_of(desk.app().now()).to_string();
    }
    let has_box = desk.book.places.iter().any(|place| place.kind == PlaceKind::SelfService);
    render(&CountPage { s, vendors, places, has_box, form, result })
}

/// A merchant, a place and a day chosen before: from the market day's page.
#[derive(Deserialize, Default)]
struct Chosen {
    #[serde(default)]
    vendor: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    day: String,
}

async fn show(desk: Desk, Query(chosen): Query<Chosen>) -> Response {
    let form = CountForm { vendor: chosen.vendor, place: chosen.place, day: chosen.day, ..CountForm::default() };
    page(&desk, desk.shell("nav-count"), form, None)
}

async fn count(desk: Desk, sent: FormWithPhotos<CountForm>) -> Response {
    let mut s = desk.shell("nav-count");
    if sent.problem.is_none() && !sent.photos.is_empty() {
        let form = sent.fields.clone();
        return match look(&desk, sent).await {
            Ok(seen) => seen,
            Err(error) => {
                let status = s.say_no(&error, &*desk.book, &form.id);
                status.with(page(&desk, s, form, None))
            }
        };
    }
    let answer = apply(&desk, &sent).await;
    let mut form = sent.fields;
    form.codes = form.as_list();
    match answer {
        Ok(result) => {
            if result.kept {
                form.codes = String::new();
            }
            page(&desk, s, form, Some(result))
        }
        Err(error) => {
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form, None))
        }
    }
}

/// Pictures are looked at before anything is counted, for whoever may count there.
async fn look(desk: &Desk, sent: FormWithPhotos<CountForm>) -> Result<Response, Error> {
    let (vendor, place) = whose(&sent.fields)?;
    form::day(&sent.fields.day)?;
    if !desk.may(Action::Redeem(VendorId(vendor), PlaceId(place))) {
        return Err(Refusal::NotPermitted.into());
    }
    let mut form = sent.fields;
    let from_file = redemption::read_list(&sent.file);
    form.codes = from_file.iter().map(|item| item.text.as_str()).chain(form.codes.lines()).collect::<Vec<_>>().join("\n");
    count_photo::show(desk, form, sent.photos).await
}

/// For whom, and where.
fn whose(form: &CountForm) -> Result<(u32, u32), Refusal> {
    let vendor = form::chosen(&form.vendor, |vendor| Refusal::UnknownVendor { vendor })?;
    let place = form::chosen(&form.place, |place| Refusal::UnknownPlace { place })?;
    Ok((vendor, place))
}

async fn apply(desk: &Desk, sent: &FormWithPhotos<CountForm>) -> Result<Counted, Error> {
    if let Some(problem) = &sent.problem {
        return Err(problem.clone().into());
    }
    let form = &sent.fields;
    let (vendor, place) = whose(form)?;
    let day = form::day(&form.day)?;
    let noon =
        day.at(12, 0, 0, 0).to_zoned(desk.book.zone()).map_err(|_| Refusal::NotADate { written: form.day.clone() })?.timestamp();
    let mut request = form::request(desk, &form.id);
    // Today's pile may be counted before noon; a day to come is refused by the rules.
    if day == desk.book.day_of(request.claimed_at) {
        request.claimed_at = noon.min(request.claimed_at);
    } else {
        request.claimed_at = noon;
    }
    let lang = desk.lang();
    // The pictures and their marks first, then the file, then what was written or pasted.
    let mut items = Vec::new();
    let mut add = |from: From, list: Vec<Item>| items.extend(list.into_iter().map(|item| (from, item)));
    add(From::Picture, redemption::read_list(form.read.as_bytes()));
    for (number, code) in form.marked() {
        add(From::Mark(number), redemption::read_list(code.as_bytes()));
    }
    add(From::File, redemption::read_list(&sent.file));
    add(From::Written, redemption::read_list(form.codes.as_bytes()));
    if items.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let codes: Vec<String> = items.iter().map(|(_, item)| item.code.clone().unwrap_or_else(|_| item.text.clone())).collect();
    let count = CountIn { vendor: VendorId(vendor), place: PlaceId(place), channel: Channel::Counted, codes };
    let only_if_all = form.all_or_none == "on";
    let asked = [Ok((request, count))];
    let counted = desk.app().act(desk.programme(), move |cx| redemption::count_all(cx, &asked, only_if_all)).await?;
    let (answer, kept) = counted.only()?;
    let mut result = Counted { replayed: answer.replayed, kept, accepted: answer.accepted, ..Counted::default() };
    let shell = desk.shell("nav-count");
    result.total = answer.amounts.iter().map(|a| shell.amount(&a.minor, &a.unit)).collect::<Vec<_>>().join(" + ");
    for ((from, item), code) in items.iter().zip(&answer.codes) {
        let (message, next) = match &code.refusal {
            Some(_) if reading_problem(item).is_some() => {
                (reading_problem(item).map(|key| shell.t(key)).unwrap_or_default(), String::new())
            }
            None => (code.amount.map(|a| shell.amount(&a.minor, &a.unit)).unwrap_or_default(), String::new()),
            Some(refusal) => {
                let sentence = text::refusal(lang, refusal, &*desk.book);
                (sentence.message, sentence.next)
            }
        };
        let line = Line { place: from.place(&shell, item), text: short(&item.text), message, next };
        if code.accepted { result.good.push(line) } else { result.bad.push(line) }
    }
    Ok(result)
}

/// Where a code came from.
#[derive(Clone, Copy)]
enum From {
    Picture,
    Mark(u32),
    File,
    Written,
}

impl From {
    fn place(self, s: &Shell, item: &Item) -> String {
        let at = |key| s.ww(key, "line", item.line.to_string(), "column", item.column.to_string());
        // One code a line is what most people write: the column says nothing then.
        let written = || if item.column > 1 { at("count-line") } else { s.w("count-whole-line", "line", item.line.to_string()) };
        match self {
            Self::Picture => s.t("photo-from"),
            Self::Mark(number) => s.w("photo-mark", "number", number.to_string()),
            Self::File => at("count-file-line"),
            Self::Written => written(),
        }
    }
}

/// A scanned code as it is written on its coupon: that is how somebody finds it.
fn short(text: &str) -> String {
    SignedCode::parse(text).map_or_else(|_| text.to_owned(), |signed| signed.fields.code.to_string())
}

/// What is wrong with a line in which no code could be looked for; a code that is wrong has its own refusal.
fn reading_problem(item: &Item) -> Option<&'static str> {
    match item.code {
        Err(LineProblem::TooLong) => Some("count-problem-too-long"),
        Err(LineProblem::TooManyLines) => Some("count-problem-too-many-lines"),
        Err(LineProblem::NotUtf8) => Some("count-problem-not-utf8"),
        Err(LineProblem::NoCode) => Some("count-problem-no-code"),
        Ok(_) | Err(LineProblem::Code(_) | LineProblem::Signed(_)) => None,
    }
}
