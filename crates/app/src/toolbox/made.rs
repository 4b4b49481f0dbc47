//! Tables worked out from answers: money, dates, places, how long things are kept.

use super::pen::{Pen, capital};
use jiff::ToSpan;
use jiff::civil::Date;
use notebook::consequence::consequences;
use notebook::toolbox::Made;
use notebook::{Answer, Step};
use print::document::{Block, Table};
use text::{Lang, date, money, money_short, number, percent, t, tr};

pub(super) fn make(pen: &mut Pen<'_>, made: Made) -> Vec<Block> {
    match made {
        Made::Budget => budget(pen),
        Made::Cost => vec![Block::Table(cost(pen))],
        Made::Print => vec![Block::Table(print(pen))],
        Made::Scale => match pen.answer("scale") {
            Some(Answer::Scale(steps)) => vec![Block::Table(scale(pen.lang, steps))],
            _ => vec![Block::Paragraph(pen.question_to_decide("scale"))],
        },
        Made::Calendar => vec![Block::Table(calendar(pen))],
        Made::Places => places(pen),
        Made::Retention => vec![Block::Table(retention(pen))],
        // Written by the pen itself: its questions are in no catalogue.
        Made::Own => Vec::new(),
    }
}

/// The picture of an option, as on the pages.
pub(super) fn picture(option: &str) -> &'static str {
    match option {
        "fruit-vegetables" | "u-pick" => "produce",
        "dairy-eggs" => "dairy",
        "meat-fish" => "meat",
        "bread" => "bread",
        "honey-maple" => "honey",
        "preserves" => "processed",
        "seedlings" => "plants",
        "self-service" => "coins",
        "csa" | "shops" | "prepared-meals" | "crafts" => "bag",
        _ => "place",
    }
}

/// The value a week for each size of household.
pub(super) fn scale(lang: Lang, steps: &[Step]) -> Table {
    let size = |step: &Step| {
        let from = ("from", u32::from(step.from).into());
        match step.to {
            None => tr(lang, "toolbox-scale-more", &[from]),
            Some(to) if to == step.from => tr(lang, "toolbox-scale-one", &[from]),
            Some(to) => tr(lang, "toolbox-scale-range", &[from, ("to", u32::from(to).into())]),
        }
    };
    Table {
        about: t(lang, "toolbox-scale-weekly"),
        head: vec![t(lang, "toolbox-scale-size"), t(lang, "toolbox-scale-weekly")],
        rows: steps.iter().map(|step| vec![size(step), money_short(lang, step.weekly.0, "CAD")]).collect(),
        amounts: true,
        total: false,
    }
}

/// Who gives what.
pub(super) fn funders(pen: &mut Pen<'_>) -> Table {
    let lang = pen.lang;
    let mut rows = Vec::new();
    if let Some(Answer::Funds(gifts)) = pen.answer("funders") {
        rows.extend(gifts.iter().map(|gift| vec![gift.name.clone(), money(lang, gift.amount.0, "CAD")]));
        let total = gifts.iter().map(|gift| gift.amount.0).sum();
        rows.push(vec![t(lang, "toolbox-balance-total"), money(lang, total, "CAD")]);
    } else {
        rows.push(vec![t(lang, "toolbox-balance-total"), pen.to_decide()]);
    }
    Table {
        about: t(lang, "toolbox-balance-in"),
        head: vec![t(lang, "toolbox-funder"), t(lang, "toolbox-balance-amount")],
        rows,
        total: true,
        amounts: true,
    }
}

fn budget(pen: &mut Pen<'_>) -> Vec<Block> {
    let lang = pen.lang;
    let in_table = funders(pen);
    let given = match pen.answer("funders") {
        Some(Answer::Funds(gifts)) => Some(gifts.iter().map(|gift| gift.amount.0).sum::<i64>()),
        _ => None,
    };
    let coupons = match pen.answer("coupon-budget") {
        Some(Answer::Money(money)) => Some(money.0),
        _ => None,
    };
    let share = match pen.answer("operations-share") {
        Some(Answer::Percent(share)) => Some(i64::from(*share)),
        _ => None,
    };
    let operations = given.zip(share).map(|(given, share)| given / 100 * share + given % 100 * share / 100);
    let out = coupons.zip(operations).map(|(coupons, operations)| coupons + operations);
    let left = given.zip(out).map(|(given, out)| given - out);
    let shown = |cents: Option<i64>| cents.map_or_else(|| pen.to_decide(), |cents| money(lang, cents, "CAD"));
    let share_said = share.map_or_else(|| pen.to_decide(), |share| percent(lang, share, 100));
    let missing = left.is_some_and(|left| left < 0);
    let rows = vec![
        vec![t(lang, "toolbox-balance-coupons"), shown(coupons)],
        vec![tr(lang, "toolbox-balance-operations", &[("share", share_said.into())]), shown(operations)],
        vec![t(lang, "toolbox-balance-total"), shown(out)],
        vec![t(lang, if missing { "toolbox-balance-missing" } else { "toolbox-balance-left" }), shown(left.map(i64::abs))],
    ];
    let out_table = Table {
        about: t(lang, "toolbox-balance-out"),
        head: vec![t(lang, "toolbox-balance-out"), t(lang, "toolbox-balance-amount")],
        rows,
        total: true,
        amounts: true,
    };
    vec![Block::Table(in_table), Block::Table(out_table)]
}

/// Between which bounds the promise lies, with the notebook's own arithmetic: nobody knows yet how many households of
/// each size will come.
fn cost(pen: &mut Pen<'_>) -> Table {
    let lang = pen.lang;
    for name in Made::Cost.answers() {
        pen.answer(name);
    }
    let follows = consequences(pen.notebook);
    let shown = |cents: Option<i64>| cents.map_or_else(|| pen.to_decide(), |cents| money(lang, cents, "CAD"));
    let row = |key: &str, cents: Option<i64>| vec![t(lang, &format!("toolbox-cost-{key}")), shown(cents)];
    Table {
        about: t(lang, "toolbox-cost-what"),
        head: vec![t(lang, "toolbox-cost-what"), t(lang, "toolbox-cost-value")],
        rows: vec![
            row("least", follows.given.map(|given| given.low)),
            row("middle", follows.given.map(|given| given.middle)),
            row("most", follows.given.map(|given| given.high)),
            row("used", follows.spent.map(|spent| spent.middle)),
        ],
        total: false,
        amounts: true,
    }
}

/// How many coupons of each value the season needs: what a printer asks for.
fn print(pen: &mut Pen<'_>) -> Table {
    let lang = pen.lang;
    for name in Made::Print.answers() {
        pen.answer(name);
    }
    let follows = consequences(pen.notebook);
    let mut rows: Vec<Vec<String>> =
        follows.coupons.iter().map(|(face, count)| vec![money_short(lang, face.0, "CAD"), number(lang, *count)]).collect();
    if rows.is_empty() {
        rows.push(vec![pen.to_decide(), pen.to_decide()]);
    }
    Table {
        about: t(lang, "toolbox-print-count"),
        head: vec![t(lang, "toolbox-print-face"), t(lang, "toolbox-print-count")],
        rows,
        total: false,
        amounts: true,
    }
}

/// What must be done, in weeks before the first day of coupons.
const BEFORE: [(&str, i32); 7] =
    [("committee", 26), ("grants", 20), ("partners", 14), ("merchants", 10), ("print", 6), ("train", 3), ("deliver", 1)];

fn calendar(pen: &mut Pen<'_>) -> Table {
    let lang = pen.lang;
    let day = |answer: Option<&Answer>| if let Some(Answer::Date(day)) = answer { Some(*day) } else { None };
    let first = day(pen.answer("starts-on"));
    let last = day(pen.answer("ends-on"));
    let claim = match (last, pen.answer("last-claim")) {
        (Some(last), Some(Answer::Count(days))) => last.checked_add(i64::from(*days).days()).ok(),
        _ => None,
    };
    let middle = || {
        let half = first?.until(last?).ok()?.get_days() / 2;
        first?.checked_add(half.days()).ok()
    };
    let mut rows: Vec<(&str, Option<Date>)> =
        BEFORE.iter().map(|(what, weeks)| (*what, first.and_then(|first| first.checked_sub(weeks.weeks()).ok()))).collect();
    rows.extend([
        ("first", first),
        ("middle", middle()),
        ("remind", last.and_then(|last| last.checked_sub(2.weeks()).ok())),
        ("last", last),
        ("claim", claim),
        ("report", claim.and_then(|claim| claim.checked_add(30.days()).ok())),
        ("again", claim.and_then(|claim| claim.checked_add(45.days()).ok())),
    ]);
    let shown = |day: Option<Date>| day.map_or_else(|| pen.to_decide(), |day| date(lang, day));
    Table {
        about: t(lang, "toolbox-calendar"),
        head: vec![t(lang, "toolbox-dates-day"), t(lang, "toolbox-dates-what")],
        rows: rows.into_iter().map(|(what, day)| vec![shown(day), t(lang, &format!("toolbox-dates-{what}"))]).collect(),
        ..Table::default()
    }
}

/// The list of places; where none is known yet, one to fill in by hand for each kind of place.
fn places(pen: &mut Pen<'_>) -> Vec<Block> {
    let lang = pen.lang;
    let kinds = pen.answer("where").map(Answer::options).unwrap_or_default();
    let head = |key: &str| t(lang, &format!("toolbox-places-{key}"));
    if pen.around.places.is_empty() {
        let each = kinds.iter().flat_map(|kind| {
            let kind = capital(&t(lang, &format!("leaflet-where-{kind}")));
            [Block::Heading(2, kind), Block::Grid(vec![head("name"), head("when"), head("sells")], 4)]
        });
        return each.collect();
    }
    let rows = pen.around.places.iter().map(|place| vec![place.name.clone(), place.when.clone(), place.sells.clone()]);
    let about = t(lang, "toolbox-places");
    let head = vec![head("name"), head("when"), head("sells")];
    vec![Block::Table(Table { about, head, rows: rows.collect(), ..Table::default() })]
}

/// What is kept: each kind has its reason and its end. The accounts are kept as long as was decided.
fn retention(pen: &mut Pen<'_>) -> Table {
    let lang = pen.lang;
    let years = match pen.answer("retention") {
        Some(Answer::Count(years)) => tr(lang, "toolbox-retention-years", &[("years", (*years).into())]),
        _ => pen.to_decide(),
    };
    let row = |kind: &str| {
        let key = format!("toolbox-retention-{kind}");
        let until = if kind == "books" { years.clone() } else { t(lang, &format!("{key}-until")) };
        vec![t(lang, &key), t(lang, &format!("{key}-why")), until]
    };
    Table {
        about: t(lang, "toolbox-retention-what"),
        head: ["what", "why", "until"].map(|key| t(lang, &format!("toolbox-retention-{key}"))).to_vec(),
        rows: ["books", "merchant", "people", "register", "complaint", "survey"].map(row).to_vec(),
        ..Table::default()
    }
}
