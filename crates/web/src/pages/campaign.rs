//! A crowdfunding campaign, brought in: the file, which column is which, which counterpart is which offer, what it comes
//! to, and yes. As for other tables, the page itself carries the rows between the preview and the yes.

use crate::Web;
use crate::failure::render;
use crate::form;
use crate::guard::MAX_BODY;
use crate::page::Shell;
use crate::read::FormWithFile;
use crate::visit::Desk;
use crate::work::Product;
use app::campaign::{self, Column, Mapping, Report, Reward, Row, Terms, Verdict};
use app::domain::ids::{FundId, OfferId, PlaceId};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::permit::Action;
use app::{App, Error, import};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/campaign", get(show).post(send))
}

/// The most that a page carries from the preview to the yes, bytes.
const MAX_CARRIED: usize = MAX_BODY - 512 * 1024;
/// How many counterparts one campaign may have.
const MOST_TITLES: usize = 40;
/// How many lines of each sort are shown.
const SHOWN: usize = 200;

/// The fields of the form, as typed.
type Fields = BTreeMap<String, String>;

/// A line that stands in the way.
struct Bad {
    line: u64,
    reference: String,
    message: String,
    next: String,
}

/// A choice list and what is chosen in it.
struct Choice {
    name: String,
    label: String,
    needed: bool,
    options: Vec<(String, String)>,
    chosen: String,
}

/// What a campaign comes to.
struct Preview {
    carried: String,
    columns: Vec<Choice>,
    rewards: Vec<Choice>,
    sums: Vec<(&'static str, String)>,
    orders: u64,
    gifts: u64,
    aside: u64,
    bad: Vec<Bad>,
    refused: u64,
    problem: Option<text::Sentence>,
    ready: bool,
    reached: bool,
}

#[derive(Template)]
#[template(path = "sale/campaign.html")]
struct CampaignPage {
    s: Shell,
    funds: Vec<(u32, String)>,
    places: Vec<(u32, String)>,
    /// Whether this person may write down what the platform kept.
    may_pay: bool,
    preview: Option<Preview>,
    /// Orders and gifts that were brought in just now.
    kept: Option<(u64, u64)>,
    typed: Fields,
}

impl CampaignPage {
    /// What a field holds.
    fn at(&self, name: &str) -> String {
        self.typed.get(name).cloned().unwrap_or_default()
    }
}

fn may(desk: &Desk) -> bool {
    desk.may(Action::Sell) && desk.may(Action::ReceiveMoney)
}

fn page(desk: &Desk, s: Shell, mut typed: Fields, preview: Option<Preview>, kept: Option<(u64, u64)>) -> Response {
    if !may(desk) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let today = desk.book.day_of(desk.app().now()).to_string();
    typed.entry("on".to_owned()).or_insert(today);
    render(&CampaignPage {
        funds: form::funds(&desk.book),
        places: form::places(&desk.book),
        may_pay: desk.may(Action::Pay),
        preview,
        kept,
        typed,
        s,
    })
}

async fn show(desk: Desk) -> Response {
    page(&desk, desk.shell("campaign-title"), Fields::new(), None, None)
}

async fn send(desk: Desk, sent: FormWithFile<Vec<(String, String)>>) -> Response {
    let mut s = desk.shell("campaign-title");
    let typed: Fields = sent.fields.iter().cloned().collect();
    let answer = match &sent.problem {
        // Before the file is read: whoever may not is told so, whatever it says.
        _ if !may(&desk) => Err(Refusal::NotPermitted.into()),
        Some(problem) => Err(problem.clone().into()),
        None => apply(&desk, typed.clone(), &sent.file).await,
    };
    answer.unwrap_or_else(|error| {
        let id = typed.get("id").cloned().unwrap_or_default();
        let status = s.say_no(&error, &*desk.book, &id);
        status.with(page(&desk, s, typed, None, None))
    })
}

/// The rows, from the file or from the preview.
fn rows(typed: &Fields, file: &[u8]) -> Result<Vec<Row>, Refusal> {
    match typed.get("rows").filter(|rows| !rows.is_empty()) {
        Some(carried) => {
            let rows: Vec<(u64, Vec<String>)> = serde_json::from_str(carried).map_err(|_| Refusal::NotATable)?;
            Ok(rows.into_iter().map(|(line, cells)| Row { line, cells }).collect())
        }
        None if file.is_empty() => Err(Refusal::NotATable),
        None => import::read(file),
    }
}

/// Which column is which: as chosen, or as the headings say.
fn mapping(typed: &Fields, rows: &[Row]) -> Mapping {
    let mut mapping = campaign::guess(rows);
    for column in Column::ALL {
        if let Some(chosen) = typed.get(&format!("column-{}", column.key())) {
            mapping.set(column, chosen.parse().ok());
        }
    }
    mapping
}

/// Which counterpart is which offer: as chosen, or the offer of the same name.
fn rewards(typed: &Fields, titles: &[String], book: &Book) -> BTreeMap<String, Reward> {
    let same = |title: &str| book.offers.iter().find(|o| o.name.eq_ignore_ascii_case(title) || o.key == title).map(|o| o.id);
    let reward = |(at, title): (usize, &String)| {
        let chosen = match typed.get(&format!("reward-{at}")).map(String::as_str) {
            Some("gift") => Some(Reward::Gift),
            Some(text) => form::number(text).map(|id| Reward::Offer(OfferId(id))),
            None => same(title).map(Reward::Offer),
        };
        chosen.map(|reward| (title.clone(), reward))
    };
    titles.iter().enumerate().filter_map(reward).collect()
}

/// What is said of the campaign besides its file.
fn terms(typed: &Fields, rewards: BTreeMap<String, Reward>) -> Result<Terms, Refusal> {
    let get = |name: &str| typed.get(name).map_or("", |text| text.trim());
    let fund =
        |name: &str| form::number(get(name)).map(FundId).ok_or_else(|| Refusal::UnknownFund { fund: get(name).to_owned() });
    // An amount and its fund go together; nothing in the amount is nothing at all.
    let money = |fund_name: &str, amount: &str| match get(amount) {
        "" | "0" => Ok(None),
        text => Ok::<_, Refusal>(Some((fund(fund_name)?, form::dollars(text)?.minor))),
    };
    Ok(Terms {
        name: get("name").to_owned(),
        reached: get("reached") == "yes",
        on: form::day(get("on"))?,
        place: form::number(get("place")).map(PlaceId),
        gift_fund: fund("gift_fund")?,
        matching: money("match_fund", "match_cap")?,
        fees: money("fee_fund", "fees")?,
        rewards,
    })
}

async fn apply(desk: &Desk, typed: Fields, file: &[u8]) -> Result<Response, Error> {
    let rows = rows(&typed, file)?;
    let carried: Vec<(u64, &[String])> = rows.iter().map(|row| (row.line, row.cells.as_slice())).collect();
    let carried = serde_json::to_string(&carried).map_err(|e| app::Fault::Other(e.to_string()))?;
    if carried.len() > MAX_CARRIED {
        return Err(Refusal::FileTooLarge { megabytes: MAX_CARRIED as u64 / 1024 / 1024 }.into());
    }
    let mapping = mapping(&typed, &rows);
    let titles = campaign::titles(&rows, &mapping);
    if titles.len() > MOST_TITLES {
        return Err(Refusal::TooMany { limit: MOST_TITLES as u64 }.into());
    }
    let rewards = rewards(&typed, &titles, &desk.book);
    let terms = terms(&typed, rewards.clone())?;
    let (actor, programme) = (desk.actor(), desk.programme());
    let keep = typed.get("act").is_some_and(|act| act == "keep");
    let shown = Shown { rows: rows.clone(), mapping: mapping.clone(), titles, rewards, carried, reached: terms.reached };
    let bring_in = move |app: App| async move {
        app.act(programme, move |cx| campaign::run(cx, actor, &rows, &mapping, &terms, keep)).await
    };
    let leave = move |report: Report| {
        Product::page(move |desk| {
            let s = desk.shell("campaign-title");
            if report.kept {
                let counted = counts(&report);
                return page(desk, s, Fields::new(), None, Some((counted.0, counted.1)));
            }
            let preview = preview(desk, &s, &report, &shown);
            page(desk, s, typed.clone(), Some(preview), None)
        })
    };
    desk.long(("work-campaign", "/campaign"), bring_in, leave).await
}

/// What a preview shows again.
struct Shown {
    rows: Vec<Row>,
    mapping: Mapping,
    titles: Vec<String>,
    rewards: BTreeMap<String, Reward>,
    carried: String,
    reached: bool,
}

/// Orders, gifts, and contributions that were not paid.
fn counts(report: &Report) -> (u64, u64, u64) {
    let count = |wanted: fn(&Verdict) -> bool| report.lines.iter().filter(|line| wanted(&line.verdict)).count() as u64;
    (
        count(|v| matches!(v, Verdict::Good(one) if one.order.is_some())),
        count(|v| matches!(v, Verdict::Good(one) if one.gift_cents > 0)),
        count(|v| matches!(v, Verdict::Aside)),
    )
}

fn preview(desk: &Desk, s: &Shell, report: &Report, shown: &Shown) -> Preview {
    let heads: Vec<(String, String)> = (0..).map(|at: usize| at.to_string()).zip(campaign::headings(&shown.rows)).collect();
    let columns = Column::ALL
        .into_iter()
        .map(|column| Choice {
            name: format!("column-{}", column.key()),
            label: s.label("campaign-column", column.key()),
            needed: column.is_needed(),
            options: heads.clone(),
            chosen: shown.mapping.get(column).map_or_else(String::new, |at| at.to_string()),
        })
        .collect();
    let mut offers: Vec<(String, String)> = desk.book.offers.iter().map(|o| (o.id.0.to_string(), o.name.clone())).collect();
    offers.push(("gift".to_owned(), s.t("campaign-is-gift")));
    let rewards = shown
        .titles
        .iter()
        .enumerate()
        .map(|(at, title)| Choice {
            name: format!("reward-{at}"),
            label: title.clone(),
            needed: true,
            options: offers.clone(),
            chosen: match shown.rewards.get(title) {
                Some(Reward::Offer(id)) => id.0.to_string(),
                Some(Reward::Gift) => "gift".to_owned(),
                None => String::new(),
            },
        })
        .collect();
    let mut bad = Vec::new();
    for line in &report.lines {
        if let Verdict::Bad(refusal) = &line.verdict
            && bad.len() < SHOWN
        {
            let said = text::refusal(s.lang, refusal, &*desk.book);
            bad.push(Bad { line: line.line, reference: line.reference.clone(), message: said.message, next: said.next });
        }
    }
    let sums = &report.sums;
    let (orders, gifts, aside) = counts(report);
    Preview {
        carried: shown.carried.clone(),
        columns,
        rewards,
        sums: [
            ("campaign-collected", sums.collected),
            ("campaign-sold", sums.sold),
            ("campaign-given", sums.given),
            ("campaign-matched", sums.matched),
            ("campaign-fees", sums.fees),
            ("campaign-net", sums.net()),
        ]
        .map(|(key, cents)| (key, s.money(&cents)))
        .into(),
        orders,
        gifts,
        aside,
        bad,
        refused: report.bad(),
        problem: report.refusal.as_ref().map(|refusal| text::refusal(s.lang, refusal, &*desk.book)),
        ready: report.is_good() && shown.reached,
        reached: shown.reached,
    }
}
