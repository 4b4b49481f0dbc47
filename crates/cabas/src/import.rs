//! `cabas import`: a table from a spreadsheet, as on the pages.

use crate::out::say;
use crate::{Data, Done, Failure, open};
use anyhow::Context;
use app::domain::ids::Actor;
use app::import::{self, Kind, Mode, Verdict};
use clap::Args;
use std::path::PathBuf;
use text::{key_label, t, tr};

#[derive(Args)]
pub(crate) struct Import {
    /// What it holds: partners, vendors, places, agreements, hand-outs, redemptions.
    #[arg(value_parser = kind)]
    kind: Kind,
    /// CSV, XLSX or ODS, with the names of its columns in the first row.
    file: PathBuf,
    /// Says what it would do, and keeps nothing.
    #[arg(long)]
    preview: bool,
    /// Keeps nothing when a row is refused; otherwise the good ones are kept.
    #[arg(long, conflicts_with = "preview")]
    all_or_none: bool,
}

fn kind(text: &str) -> Result<Kind, String> {
    Kind::parse(text).ok_or_else(|| Kind::ALL.map(Kind::key).join(", "))
}

impl Import {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let (app, book) = open::programme(data)?;
        let bytes = std::fs::read(&self.file).with_context(|| self.file.display().to_string())?;
        let rows = import::read(&bytes)?;
        let mode = match (self.preview, self.all_or_none) {
            (true, _) => Mode::Preview,
            (false, true) => Mode::AllOrNone,
            (false, false) => Mode::KeepGood,
        };
        let (kind, lang) = (self.kind, data.lang);
        let report = app.act_wait(book.identity.id, move |cx| import::run(cx, Actor::System, lang, kind, &rows, mode))?;
        // With what was just added.
        let (_, book) = open::programme(data)?;
        for line in &report.lines {
            let facts = |what: String| [("line", line.line.into()), ("what", what.into())];
            match &line.verdict {
                Verdict::Good(deed) => say!("{}", tr(lang, "cli-import-row", &facts(import::say(lang, &book, deed)))),
                Verdict::Already => say!("{}", tr(lang, "cli-import-row", &facts(t(lang, "cli-import-already")))),
                Verdict::Bad { column, refusal } => {
                    let said = text::refusal(lang, refusal, &*book);
                    let column = key_label(lang, "import-column", column);
                    let place = tr(lang, "import-where", &[("line", line.line.into()), ("column", column.into())]);
                    say!("{place} · {} [{}]\n  → {}", said.message, said.code, said.next);
                }
            }
        }
        if !report.unknown.is_empty() {
            say!("{}", tr(lang, "import-unknown", &[("columns", text::list(lang, &report.unknown).into())]));
        }
        let key = match (mode, report.kept) {
            (Mode::Preview, _) => "import-previewed",
            (_, true) => "import-result-kept",
            (_, false) => "import-none-kept",
        };
        say!("{}", tr(lang, key, &[("count", report.good().into())]));
        if report.bad() > 0 { Err(Failure::Refusals(report.bad())) } else { Ok(()) }
    }
}
