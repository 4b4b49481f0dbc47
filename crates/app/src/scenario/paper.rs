//! A plan on paper: the business case that is shown to whoever could pay. Every figure that is supposed is in it with its
//! range and where it comes from.

use super::{Bar, Certainty, Input, Outlook, Scenario, Seen, Source, Varied, measured, origin, outlook, tornado};
use crate::world::Error;
use jiff::civil::Date;
use print::document::{Block, Look, Table, Written, WrittenWords};
use store::Fault;
use text::{Lang, date, key_label, money_short, number, t, tr};

/// Whole dollars: a plan of cents would say more than it knows.
pub fn dollars(lang: Lang, cents: i64) -> String {
    money_short(lang, (cents + if cents < 0 { -50 } else { 50 }) / 100 * 100, "CAD")
}

fn count(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

/// The plan in plain sentences.
pub fn sentences(lang: Lang, scenario: &Scenario, all: &Outlook) -> Vec<String> {
    let total = &all.total;
    if total.cost_cents() == 0 {
        return vec![t(lang, "scenario-says-nothing")];
    }
    let facts = [
        ("count", count(total.territories).into()),
        ("from", scenario.first_year.to_string().into()),
        ("until", scenario.last_year().to_string().into()),
        ("cost", dollars(lang, total.cost_cents()).into()),
        ("food", dollars(lang, total.spent_cents).into()),
        ("households", number(lang, total.households).into()),
    ];
    let mut says = vec![tr(lang, "scenario-says", &facts), tr(lang, "scenario-says-food", &facts)];
    let short = [("amount", dollars(lang, total.missing_cents).into())];
    let year = all.years.iter().find(|year| year.missing_cents > 0).map_or_else(String::new, |year| year.year.to_string());
    says.push(if total.missing_cents > 0 {
        tr(lang, "scenario-says-missing", &[short[0].clone(), ("year", year.into())])
    } else {
        t(lang, "scenario-says-paid")
    });
    let used = scenario.sources.iter().zip(&total.used_cents);
    let unsure: i64 = used.filter(|(source, _)| source.certainty != Certainty::Promised).map(|(_, cents)| cents).sum();
    if unsure > 0 {
        says.push(tr(lang, "scenario-says-unsure", &[("amount", dollars(lang, unsure).into())]));
    }
    if total.float_cents > 0 {
        says.push(tr(lang, "scenario-says-float", &[("amount", dollars(lang, total.float_cents).into())]));
    }
    says
}

/// What the bars start from, in words.
pub fn base(lang: Lang, all: &Outlook) -> String {
    let short = all.short_cents();
    let key = if short < 0 { "scenario-tornado-left" } else { "scenario-tornado-hint" };
    tr(lang, key, &[("amount", dollars(lang, short.abs()).into())])
}

/// Where each figure, each territory and each source comes from: what, and the words.
pub fn origins(lang: Lang, scenario: &Scenario) -> Vec<(String, String)> {
    let figures = scenario.inputs.iter();
    let figures = figures.map(|(input, assumed)| (key_label(lang, "scenario-input", input.key()), origin(lang, assumed)));
    let waves = scenario.waves.iter().map(|wave| (wave.name.clone(), wave.why.clone()));
    let sources = scenario.sources.iter().map(|source| (source.name.clone(), source.why.clone()));
    figures.chain(waves).chain(sources).filter(|(_, words)| !words.is_empty()).collect()
}

/// The figures that nobody filled in, in a sentence; empty when each is.
pub fn left_empty(lang: Lang, scenario: &Scenario) -> String {
    let empty = Input::EVERY.into_iter().filter(|input| scenario.likely(*input).is_none());
    let empty: Vec<String> = empty.map(|input| key_label(lang, "scenario-input", input.key())).collect();
    if empty.is_empty() { String::new() } else { tr(lang, "scenario-left-empty", &[("what", text::list(lang, &empty).into())]) }
}

/// A thing that varies, in words.
pub fn varied(lang: Lang, scenario: &Scenario, what: Varied) -> String {
    match what {
        Varied::Input(input) => key_label(lang, "scenario-input", input.key()),
        Varied::Later => t(lang, "scenario-later"),
        Varied::Without(index) => {
            let name = scenario.sources.get(index).map_or("", |source| source.name.as_str());
            tr(lang, "scenario-without", &[("name", name.into())])
        }
    }
}

/// An end of a range, in words: the figure there, and what is then missing.
pub fn end(lang: Lang, bar: &Bar, end: Option<super::End>) -> (String, String) {
    let Some(end) = end else { return (String::new(), String::new()) };
    let at = match (bar.what, end.at) {
        (Varied::Input(input), Some(at)) => measured(lang, input, at),
        _ => String::new(),
    };
    (at, dollars(lang, end.short_cents))
}

/// How much a source gives, in words.
pub fn gives(lang: Lang, source: &Source) -> String {
    match (source.yearly_cents, source.share) {
        (Some(cents), _) => tr(lang, "scenario-gives-yearly", &[("amount", dollars(lang, cents).into())]),
        (None, share) => tr(lang, "scenario-gives-share", &[("share", measured(lang, Input::Share, share.unwrap_or(0)).into())]),
    }
}

/// The years of a source, in words.
pub fn years_of(lang: Lang, source: &Source) -> String {
    tr(lang, "scenario-years-of", &[("from", source.from.to_string().into()), ("until", source.until.to_string().into())])
}

impl Seen {
    /// The business case as a PDF.
    pub async fn business_case(&self, lang: Lang, made_on: Date) -> Result<Vec<u8>, Error> {
        let written = self.written(lang, made_on);
        // Typesetting is work of its own: not on the thread that answers everybody.
        let made = tokio::task::spawn_blocking(move || written.pdf()).await;
        made.map_err(|e| Fault::Other(e.to_string()))?.map_err(|e| Fault::Other(e.to_string()).into())
    }

    /// The business case, in parts.
    pub fn written(&self, lang: Lang, made_on: Date) -> Written {
        let facts = [("version", u64::from(self.version).into()), ("day", date(lang, made_on).into())];
        let identity = self.book.as_ref().map(|book| &book.identity);
        Written {
            language: lang.code().to_owned(),
            title: self.scenario.name.clone(),
            subtitle: tr(lang, "scenario-paper-made", &facts),
            programme: identity.map_or_else(|| t(lang, "scenario-province"), |identity| identity.name.clone()),
            territory: identity.map_or_else(String::new, |identity| identity.territory.clone()),
            logo: self.logo.clone(),
            look: Look::Office,
            draft: if identity.is_some_and(|i| i.simulated) { t(lang, "paper-simulated") } else { String::new() },
            blocks: blocks(lang, &self.scenario),
            foot: t(lang, "scenario-only"),
            supported: None,
            words: WrittenWords { page: t(lang, "paper-page"), date: t(lang, "toolbox-date") },
        }
    }
}

fn table(lang: Lang, about: &str, head: &[&str], rows: Vec<Vec<String>>, total: bool) -> Block {
    let head = head.iter().map(|key| t(lang, key)).collect();
    Block::Table(Table { about: t(lang, about), head, rows, total, amounts: true })
}

fn blocks(lang: Lang, scenario: &Scenario) -> Vec<Block> {
    let all = outlook(scenario);
    let heading = |key: &str| Block::Heading(2, t(lang, key));
    let money = |cents: i64| dollars(lang, cents);
    let mut blocks: Vec<Block> = sentences(lang, scenario, &all).into_iter().map(Block::Paragraph).collect();
    blocks.push(heading("scenario-years"));
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (name, year) in all.years.iter().map(|y| (y.year.to_string(), y)).chain([(t(lang, "scenario-total"), &all.total)]) {
        let people = [number(lang, year.territories), number(lang, year.households)];
        let amounts =
            [year.spent_cents, year.operations_cents + year.setup_cents, year.cost_cents(), year.missing_cents, year.float_cents];
        rows.push([name].into_iter().chain(people).chain(amounts.map(money)).collect());
    }
    let head = [
        "scenario-head-year",
        "scenario-head-territories",
        "scenario-head-households",
        "scenario-head-spent",
        "scenario-head-run",
        "scenario-head-cost",
        "scenario-head-missing",
        "scenario-head-float",
    ];
    blocks.push(table(lang, "scenario-years", &head, rows, true));
    blocks.push(Block::Paragraph(t(lang, "scenario-years-hint")));
    if !scenario.sources.is_empty() {
        blocks.push(heading("scenario-mix"));
        let rows = scenario.sources.iter().zip(&all.total.received_cents).map(|(source, cents)| {
            let certainty = key_label(lang, "scenario-certainty", source.certainty.key());
            vec![source.name.clone(), certainty, gives(lang, source), years_of(lang, source), money(*cents)]
        });
        let head = [
            "scenario-source-name",
            "scenario-source-certainty",
            "scenario-source-gives",
            "scenario-source-years",
            "scenario-total",
        ];
        blocks.push(table(lang, "scenario-mix", &head, rows.collect(), false));
    }
    blocks.extend(economy(lang, scenario, &all));
    let bars = tornado(scenario);
    if !bars.is_empty() {
        blocks.push(heading("scenario-tornado"));
        blocks.push(Block::Paragraph(base(lang, &all)));
        let rows = bars.iter().map(|bar| {
            let (low, short_low) = end(lang, bar, bar.low);
            let (high, short_high) = end(lang, bar, bar.high);
            vec![varied(lang, scenario, bar.what), low, short_low, high, short_high]
        });
        let head = ["scenario-what", "scenario-low", "scenario-then-short", "scenario-high", "scenario-then-short"];
        blocks.push(table(lang, "scenario-tornado", &head, rows.collect(), false));
    }
    blocks.extend(supposed(lang, scenario));
    blocks
}

/// What food money does nearby: only with a multiplier that somebody chose, and the own money apart.
fn economy(lang: Lang, scenario: &Scenario, all: &Outlook) -> Vec<Block> {
    let mut says = Vec::new();
    if let (Some(times), Some(impact)) = (scenario.likely(Input::Impact), all.total.impact_cents) {
        let why = scenario.inputs.get(&Input::Impact).map_or_else(String::new, |assumed| origin(lang, assumed));
        let facts = [
            ("times", measured(lang, Input::Impact, times).into()),
            ("amount", dollars(lang, impact).into()),
            ("why", why.into()),
        ];
        says.push(Block::Paragraph(tr(lang, "scenario-says-impact", &facts)));
    }
    if let Some(own) = all.total.own_cents {
        says.push(Block::Paragraph(tr(lang, "scenario-says-own", &[("amount", dollars(lang, own).into())])));
    }
    if !says.is_empty() {
        says.insert(0, Block::Heading(2, t(lang, "scenario-economy")));
    }
    says
}

/// Everything that is supposed.
fn supposed(lang: Lang, scenario: &Scenario) -> Vec<Block> {
    let money = |cents: i64| money_short(lang, cents, "CAD");
    let waves = scenario.waves.iter().map(|wave| {
        let name = if wave.territories == 1 { wave.name.clone() } else { format!("{} × {}", wave.territories, wave.name) };
        let counts = [wave.joins.to_string(), number(lang, wave.households), number(lang, wave.weeks)];
        [name].into_iter().chain(counts).chain([money(wave.weekly_cents)]).collect()
    });
    let head =
        ["scenario-wave-name", "scenario-wave-joins", "scenario-wave-households", "scenario-wave-weeks", "scenario-wave-weekly"];
    let mut blocks =
        vec![Block::Heading(2, t(lang, "scenario-waves")), table(lang, "scenario-waves", &head, waves.collect(), false)];
    let rows: Vec<Vec<String>> = scenario
        .inputs
        .iter()
        .map(|(input, assumed)| {
            let figure = |value: Option<i64>| value.map_or_else(|| "—".to_owned(), |value| measured(lang, *input, value));
            let values = [assumed.low, assumed.likely, assumed.high].map(figure);
            [key_label(lang, "scenario-input", input.key())].into_iter().chain(values).collect()
        })
        .collect();
    blocks.push(Block::Heading(2, t(lang, "scenario-inputs")));
    if !rows.is_empty() {
        let head = ["scenario-what", "scenario-low", "scenario-likely", "scenario-high"];
        blocks.push(table(lang, "scenario-inputs", &head, rows, false));
    }
    let empty = left_empty(lang, scenario);
    if !empty.is_empty() {
        blocks.push(Block::Paragraph(empty));
    }
    let why: Vec<String> = origins(lang, scenario).into_iter().map(|(what, words)| format!("{what} — {words}")).collect();
    if !why.is_empty() {
        blocks.push(Block::Heading(2, t(lang, "scenario-why")));
        blocks.push(Block::Bullets(why));
    }
    blocks
}
