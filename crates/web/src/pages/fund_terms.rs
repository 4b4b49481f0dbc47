//! What a funder and the programme agreed about a fund, written down and changed.

use crate::Web;
use crate::failure::render;
use crate::form::{self, done};
use crate::page::Shell;
use crate::read::Form;
use crate::visit::{At, Desk};
use app::Error;
use app::domain::amount::Bps;
use app::domain::fund::{Instalment, Lapse, Matching, Terms, YearStart};
use app::domain::ids::{FundId, PartnerId};
use app::domain::refusal::Refusal;
use app::fund;
use app::permit::Action;
use app::programme_file::Dollars;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/fund/{fund}/terms", get(show).post(change))
}

/// Empty lines for instalments under those that are there.
const MORE_INSTALMENTS: usize = 2;

/// The form as somebody filled it in.
#[derive(Default, Clone)]
struct TermsForm {
    id: String,
    reference: String,
    signed_on: String,
    pledge: String,
    due_on: Vec<String>,
    part: Vec<String>,
    pays_from: String,
    pays_until: String,
    operations: String,
    partner: Vec<String>,
    target: String,
    matched: String,
    cap: String,
    year_start: String,
    lapse: String,
    carry_to: String,
}

fn written(cents: i64) -> String {
    if cents == 0 { String::new() } else { format!("{},{:02}", cents / 100, cents % 100) }
}

impl TermsForm {
    /// The form as it was sent: lists come as several fields of one name.
    fn sent(fields: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "due_on[]" => form.due_on.push(value),
                "part[]" => form.part.push(value),
                "partner" => form.partner.push(value),
                "id" => form.id = value,
                "reference" => form.reference = value,
                "signed_on" => form.signed_on = value,
                "pledge" => form.pledge = value,
                "pays_from" => form.pays_from = value,
                "pays_until" => form.pays_until = value,
                "operations" => form.operations = value,
                "target" => form.target = value,
                "matched" => form.matched = value,
                "cap" => form.cap = value,
                "year_start" => form.year_start = value,
                "lapse" => form.lapse = value,
                "carry_to" => form.carry_to = value,
                _ => {}
            }
        }
        form
    }

    /// The form of terms that are there.
    fn of(terms: &Terms) -> Self {
        let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
        let bps = |share: Bps| if share.0 == 0 { "0".to_owned() } else { written(i64::from(share.0)) };
        Self {
            id: String::new(),
            reference: terms.reference.clone(),
            signed_on: day(terms.signed_on),
            pledge: written(terms.pledge_cents),
            due_on: terms.instalments.iter().map(|i| i.due_on.to_string()).collect(),
            part: terms.instalments.iter().map(|i| written(i.cents)).collect(),
            pays_from: day(terms.pays_from),
            pays_until: day(terms.pays_until),
            operations: terms.operations.map_or_else(String::new, bps),
            partner: terms.partners.iter().map(|id| id.0.to_string()).collect(),
            target: terms.target.clone(),
            matched: terms.matching.map_or_else(String::new, |m| m.fund.0.to_string()),
            cap: terms.matching.map_or_else(String::new, |m| written(m.cap_cents)),
            year_start: terms.year_start.to_string(),
            lapse: terms.lapse.map_or_else(String::new, |lapse| lapse.key().to_owned()),
            carry_to: if let Some(Lapse::Carry(to)) = terms.lapse { to.0.to_string() } else { String::new() },
        }
    }

    /// What it says.
    fn read(&self) -> Result<Terms, Refusal> {
        let day = |text: &str| if text.trim().is_empty() { Ok(None) } else { form::day(text).map(Some) };
        let fund = |text: &str| form::number(text).map(FundId).ok_or_else(|| Refusal::UnknownFund { fund: text.to_owned() });
        let mut instalments = Vec::new();
        for (due_on, part) in self.due_on.iter().zip(&self.part) {
            if !due_on.trim().is_empty() || !part.trim().is_empty() {
                instalments.push(Instalment { due_on: form::day(due_on)?, cents: form::dollars(part)?.minor });
            }
        }
        let partner =
            |text: &String| form::number(text).map(PartnerId).ok_or_else(|| Refusal::UnknownPartner { partner: text.clone() });
        let matching = if self.matched.trim().is_empty() {
            None
        } else {
            Some(Matching { fund: fund(&self.matched)?, cap_cents: form::dollars(&self.cap)?.minor })
        };
        let lapse = match self.lapse.as_str() {
            "" => None,
            "keep" => Some(Lapse::Keep),
            "give_back" => Some(Lapse::GiveBack),
            _ => Some(Lapse::Carry(fund(&self.carry_to)?)),
        };
        let bad = |rule: &str, written: &str| Refusal::BadRule { rule: rule.to_owned(), written: written.trim().to_owned() };
        let operations = match self.operations.trim().trim_end_matches('%') {
            "" => None,
            percent => {
                let share = Dollars::parse(percent).and_then(|Dollars(bps)| u32::try_from(bps).ok()).map(Bps);
                Some(share.ok_or_else(|| Refusal::NotANumber { written: percent.trim().to_owned() })?)
            }
        };
        let year_start = match self.year_start.trim() {
            "" => YearStart::default(),
            day => YearStart::parse(day).ok_or_else(|| bad("year_start", day))?,
        };
        Ok(Terms {
            reference: self.reference.trim().to_owned(),
            signed_on: day(&self.signed_on)?,
            pledge_cents: if self.pledge.trim().is_empty() { 0 } else { form::dollars(&self.pledge)?.minor },
            instalments,
            pays_from: day(&self.pays_from)?,
            pays_until: day(&self.pays_until)?,
            operations,
            partners: self.partner.iter().map(partner).collect::<Result<_, _>>()?,
            target: self.target.trim().to_owned(),
            matching,
            year_start,
            lapse,
        })
    }
}

/// A line of an instalment: its number, the day it is due, how much.
struct Part {
    number: usize,
    due_on: String,
    amount: String,
}

#[derive(Template)]
#[template(path = "fund/terms.html")]
struct TermsPage {
    s: Shell,
    fund: u32,
    name: String,
    form: TermsForm,
    parts: Vec<Part>,
    partners: Vec<(u32, String, bool)>,
    others: Vec<(u32, String)>,
    lapses: [&'static str; 3],
}

fn page(desk: &Desk, s: Shell, fund: FundId, form: TermsForm) -> Response {
    let Some(known) = desk.book.fund(fund).filter(|f| !f.is_sales) else { return desk.failure(&Refusal::NotFound.into()) };
    let rows = form.due_on.len() + MORE_INSTALMENTS;
    let at = |list: &[String], index: usize| list.get(index).cloned().unwrap_or_default();
    let part = |index| Part { number: index + 1, due_on: at(&form.due_on, index), amount: at(&form.part, index) };
    let chosen = |id: u32| form.partner.iter().any(|text| form::number(text) == Some(id));
    render(&TermsPage {
        fund: fund.0,
        name: known.name.clone(),
        parts: (0..rows).map(part).collect(),
        partners: form::partners(&desk.book).into_iter().map(|(id, name)| (id, name, chosen(id))).collect(),
        others: form::funds(&desk.book).into_iter().filter(|(id, _)| *id != fund.0).collect(),
        lapses: ["keep", "give_back", "carry"],
        form,
        s,
    })
}

async fn show(desk: Desk, At((_, id)): At<(String, u32)>) -> Response {
    if !desk.may(Action::Configure) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let form = desk.book.fund(FundId(id)).map(|fund| TermsForm::of(&fund.terms)).unwrap_or_default();
    page(&desk, desk.shell("fund-terms-change"), FundId(id), form)
}

async fn change(desk: Desk, At((_, id)): At<(String, u32)>, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let form = TermsForm::sent(fields);
    match apply(&desk, FundId(id), &form).await {
        Ok(()) => done(&format!("/p/{}/fund/{id}", desk.book.identity.key), "done-fund-terms"),
        Err(error) => {
            let mut s = desk.shell("fund-terms-change");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, FundId(id), form))
        }
    }
}

async fn apply(desk: &Desk, fund: FundId, form: &TermsForm) -> Result<(), Error> {
    // Before what they wrote is read: whoever may not is told so, whatever it says.
    if !desk.may(Action::Configure) {
        return Err(Refusal::NotPermitted.into());
    }
    let (request, terms) = (form::request(desk, &form.id), form.read()?);
    desk.app().act(desk.programme(), move |cx| fund::change(cx, request, fund, terms.clone())).await?;
    Ok(())
}
