//! `cabas redeem`: a file of redemptions, one JSON object a line. Each line is answered by itself, in words or,
//! with `--json`, as JSON; sending the file again changes nothing.

use crate::out::say;
use crate::{Data, Done, Failure, open};
use anyhow::Context;
use app::command::{Cx, Request};
use app::domain::amount::{Amount, Unit};
use app::domain::ids::{Actor, ProgrammeId};
use app::domain::programme::Book;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::redemption::{self, CodeAnswer, CountIn, CountInAnswer};
use app::{App, Error, Fault, names};
use clap::Args;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
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
        let kept = if self.all_or_none {
            let mut lines = Vec::new();
            each_line(&self.file, |line| {
                lines.push(line);
                Ok(())
            })?;
            let (answers, kept) = all_or_none(&app, &book, lines)?;
            for answer in &answers {
                tally.add(&teller, answer, kept);
            }
            kept
        } else {
            each_line(&self.file, |(number, parsed)| {
                let answer = parsed.map_or_else(|refusal| Ok(Err(refusal)), |line| settled(one_by_one(&app, &book, line)))?;
                tally.add(&teller, &(number, answer), true);
                Ok(())
            })?;
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

/// A refusal is an answer; a fault stops the work.
fn settled<T>(answer: Result<T, Error>) -> Result<Result<T, Refusal>, Error> {
    match answer {
        Ok(answer) => Ok(Ok(answer)),
        Err(Error::Refused(refusal)) => Ok(Err(refusal)),
        Err(fault) => Err(fault),
    }
}

fn asked(book: &Book, line: &Line) -> Result<(Request, CountIn), Refusal> {
    let request = Request { actor: Actor::System, id: line.id, device: line.device, claimed_at: line.at };
    let count = CountIn {
        vendor: names::vendor(book, &line.vendor)?,
        place: names::place(book, &line.place)?,
        channel: line.channel,
        codes: line.codes.clone(),
    };
    Ok((request, count))
}

fn one(cx: &mut Cx<'_, '_>, book: &Book, line: &Line) -> Result<CountInAnswer, Error> {
    let (request, count) = asked(book, line)?;
    redemption::count_in(cx, request, &count)
}

/// Each line in a transaction of its own.
fn one_by_one(app: &App, book: &Arc<Book>, line: Line) -> Result<(Line, CountInAnswer), Error> {
    let (id, book): (ProgrammeId, _) = (book.identity.id, book.clone());
    let sent = line.clone();
    let answer = app.act_wait(id, move |cx| one(cx, &book, &sent))?;
    Ok((line, answer))
}

/// What undoes the transaction when a line is bad; nobody reads it.
const UNDONE: &str = "all or none";

/// The whole file in one transaction, undone when anything is refused. Whether it was kept comes with the answers.
fn all_or_none(app: &App, book: &Arc<Book>, lines: Vec<Numbered<Line>>) -> Result<(Answers, bool), Error> {
    let heard: Arc<Mutex<Answers>> = Arc::default();
    let (told, id, book) = (heard.clone(), book.identity.id, book.clone());
    let done = app.act_wait(id, move |cx| {
        let mut answers = Vec::with_capacity(lines.len());
        for (number, line) in &lines {
            let answer = match line {
                Ok(line) => settled(one(cx, &book, line))?.map(|answer| (line.clone(), answer)),
                Err(refusal) => Err(refusal.clone()),
            };
            answers.push((*number, answer));
        }
        let all = answers.iter().all(|(_, answer)| answer.as_ref().is_ok_and(|(_, a)| a.codes.iter().all(|c| c.accepted)));
        *told.lock().unwrap_or_else(PoisonError::into_inner) = answers;
        if all { Ok(()) } else { Err(Fault::Other(UNDONE.to_owned()).into()) }
    });
    let answers = std::mem::take(&mut *heard.lock().unwrap_or_else(PoisonError::into_inner));
    match done {
        Ok(()) => Ok((answers, true)),
        Err(Error::Fault(Fault::Other(why))) if why == UNDONE => Ok((answers, false)),
        Err(error) => Err(error),
    }
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
