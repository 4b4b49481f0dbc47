//! `cabas redeem`: a file of redemptions, one JSON object a line. Each line is answered by itself, in words or,
//! with `--json`, as JSON; sending the file again changes nothing.

use crate::out::say;
use crate::{Data, Done, Failure, open};
use anyhow::Context;
use app::command::Request;
use app::domain::amount::{Amount, Unit};
use app::domain::ids::Actor;
use app::domain::programme::Book;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::redemption::{self, Asked, CodeAnswer, CountIn, CountInAnswer};
use app::{App, Error, names};
use clap::Args;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use text::{Arg, Lang, t, tr};
use uuid::Uuid;

#[derive(Args)]
pub(crate) struct Redeem {
    /// NDJSON: id, vendor, place, at, codes; optionally channel and device.
    #[arg(long)]
    file: PathBuf,
    /// Answers as JSON, one a line.
    #[arg(long)]
    json: bool,
    /// Keeps nothing when a line or a coupon is refused; otherwise the good ones are kept.
    #[arg(long)]
    all_or_none: bool,
}

#[derive(Deserialize, Clone)]
struct Line {
    id: Uuid,
    vendor: String,
    place: String,
    at: Timestamp,
    codes: Vec<String>,
    #[serde(default = "counted")]
    channel: Channel,
    device: Option<Uuid>,
}

const fn counted() -> Channel {
    Channel::Counted
}

/// A longer line is refused unread.
const MAX_LINE: usize = 4 * 1024 * 1024;

/// A line of the file, and what came of it.
type Numbered<T> = (u64, Result<T, Refusal>);
type Answers = Vec<Numbered<(Line, CountInAnswer)>>;

impl Redeem {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let (app, book) = open::programme(data)?;
        let teller = Teller { lang: data.lang, book: book.clone(), json: self.json };
        let mut tally = Tally::default();
        let mut together = Vec::new();
        each_line(&self.file, |line| {
            if self.all_or_none {
                together.push(line);
                return Ok(());
            }
            // Each line in a transaction of its own.
            let (answers, _) = count(&app, &book, vec![line], false)?;
            for answer in &answers {
                tally.add(&teller, answer, true);
            }
            Ok(())
        })?;
        let kept = if self.all_or_none {
            let (answers, kept) = count(&app, &book, together, true)?;
            for answer in &answers {
                tally.add(&teller, answer, kept);
            }
            kept
        } else {
            true
        };
        tally.tell(&teller, kept);
        if tally.lines > 0 || !kept { Err(Failure::Refusals(tally.lines)) } else { Ok(()) }
    }
}

/// Reads the file, however long, a line at a time.
fn each_line(path: &Path, mut take: impl FnMut(Numbered<Line>) -> Done) -> Done {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    let mut reader = BufReader::new(file);
    let mut bytes = Vec::new();
    for number in 1u64.. {
        bytes.clear();
        if reader.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        if !bytes.trim_ascii().is_empty() {
            take((number, parse(number, &bytes)))?;
        }
    }
    Ok(())
}

fn parse(number: u64, bytes: &[u8]) -> Result<Line, Refusal> {
    let malformed = |column: u64, reason: String| Refusal::MalformedLine { line: number, column, reason };
    if bytes.len() > MAX_LINE {
        return Err(malformed(MAX_LINE as u64, "line too long".to_owned()));
    }
    serde_json::from_slice(bytes).map_err(|e| {
        // The reader saw one line only: its own « at line 1 column 12 » would mislead.
        let said = e.to_string();
        let reason = said.rsplit_once(" at line ").map_or(said.as_str(), |(reason, _)| reason);
        malformed(e.column() as u64, reason.to_owned())
    })
}

fn asked(book: &Book, line: &Line) -> Asked {
    let request = Request { actor: Actor::System, id: line.id, device: line.device, claimed_at: line.at };
    let count = CountIn {
        vendor: names::vendor(book, &line.vendor)?,
        place: names::place(book, &line.place)?,
        channel: line.channel,
        codes: line.codes.clone(),
    };
    Ok((request, count))
}

/// Counts lines in together: in one transaction, all or none of them if so asked. Whether they were kept comes with
/// the answers.
fn count(app: &App, book: &Book, lines: Vec<Numbered<Line>>, only_if_all: bool) -> Result<(Answers, bool), Error> {
    let sent: Vec<Asked> =
        lines.iter().map(|(_, line)| line.as_ref().map_err(Clone::clone).and_then(|line| asked(book, line))).collect();
    let counted = app.act_wait(book.identity.id, move |cx| redemption::count_all(cx, &sent, only_if_all))?;
    let answers = lines.into_iter().zip(counted.lines);
    let answers = answers.map(|((number, line), answer)| (number, answer.and_then(|answer| Ok((line?, answer))))).collect();
    Ok((answers, counted.kept))
}

/// How answers are told.
struct Teller {
    lang: Lang,
    book: Arc<Book>,
    json: bool,
}

/// What came of the file.
#[derive(Default)]
struct Tally {
    /// Lines refused whole.
    lines: u64,
    /// Coupons refused in lines that were kept.
    coupons: u64,
    accepted: u64,
    amounts: BTreeMap<Unit, i64>,
}

impl Tally {
    fn add(&mut self, teller: &Teller, (number, answer): &Numbered<(Line, CountInAnswer)>, kept: bool) {
        match answer {
            Ok((line, answer)) => {
                self.accepted += answer.accepted;
                self.coupons += answer.codes.iter().filter(|c| !c.accepted).count() as u64;
                for amount in &answer.amounts {
                    *self.amounts.entry(amount.unit).or_default() += amount.minor;
                }
                teller.line(*number, line, answer, kept);
            }
            Err(refusal) => {
                self.lines += 1;
                teller.refused(*number, refusal);
            }
        }
    }

    fn tell(&self, teller: &Teller, kept: bool) {
        if teller.json {
            return;
        }
        if !kept {
            say!("{}", t(teller.lang, "cli-redeem-none-kept"));
            return;
        }
        let amounts: Vec<Amount> = self.amounts.iter().map(|(unit, minor)| Amount { minor: *minor, unit: *unit }).collect();
        let facts = [("count", self.accepted.into()), ("amount", teller.sum(&amounts).into())];
        say!("{}", tr(teller.lang, "cli-redeem-total", &facts));
        if self.lines + self.coupons > 0 {
            let facts = [("coupons", self.coupons.into()), ("lines", self.lines.into())];
            say!("{}", tr(teller.lang, "cli-redeem-refused", &facts));
        }
    }
}

impl Teller {
    fn sum(&self, amounts: &[Amount]) -> String {
        let said: Vec<String> = amounts.iter().map(|a| text::amount(self.lang, *a, &*self.book)).collect();
        if said.is_empty() { text::amount(self.lang, Amount::cad(0), &*self.book) } else { said.join(" + ") }
    }

    fn line(&self, number: u64, line: &Line, answer: &CountInAnswer, kept: bool) {
        if self.json {
            let status = match (kept, answer.replayed) {
                (false, _) => "not_kept",
                (true, true) => "replayed",
                (true, false) => "recorded",
            };
            let CountInAnswer { accepted, amounts, codes, .. } = answer;
            say!("{}", json!({ "id": line.id, "status": status, "accepted": accepted, "amounts": amounts, "codes": codes }));
            return;
        }
        if answer.replayed {
            say!("{}", tr(self.lang, "cli-line-replayed", &[("line", number.into())]));
        } else if kept {
            let name = |found: Option<&String>, written: &str| Arg::from(found.map_or(written, String::as_str));
            let vendor = names::vendor(&self.book, &line.vendor).ok().and_then(|id| self.book.vendor(id)).map(|v| &v.name);
            let place = names::place(&self.book, &line.place).ok().and_then(|id| self.book.place(id)).map(|p| &p.name);
            let facts = [
                ("line", number.into()),
                ("count", answer.accepted.into()),
                ("amount", self.sum(&answer.amounts).into()),
                ("vendor", name(vendor, &line.vendor)),
                ("place", name(place, &line.place)),
            ];
            say!("{}", tr(self.lang, "cli-line-kept", &facts));
        }
        for (position, code) in (1u64..).zip(&answer.codes) {
            self.code(number, position, code);
        }
    }

    /// A coupon that was refused: its number, or its place in the line when the code is no coupon's.
    fn code(&self, line: u64, position: u64, code: &CodeAnswer) {
        let Some(refusal) = &code.refusal else { return };
        let nameless = || tr(self.lang, "cli-code", &[("position", position.into())]);
        let coupon = code.coupon.map_or_else(nameless, |id| id.to_string());
        let said = text::refusal(self.lang, refusal, &*self.book);
        let facts = [("line", line.into()), ("coupon", coupon.into()), ("what", said.message.into())];
        say!("{}\n  → {}", tr(self.lang, "cli-coupon-refused", &facts), said.next);
    }

    fn refused(&self, number: u64, refusal: &Refusal) {
        if self.json {
            say!("{}", json!({ "line": number, "status": "refused", "refusal": refusal }));
            return;
        }
        let said = text::refusal(self.lang, refusal, &*self.book);
        let what = match refusal {
            // It names its line itself.
            Refusal::MalformedLine { .. } => said.message,
            _ => tr(self.lang, "cli-line-refused", &[("line", number.into()), ("what", said.message.into())]),
        };
        say!("{what} [{}]\n  → {}", said.code, said.next);
    }
}
