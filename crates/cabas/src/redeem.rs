//! `cabas redeem`: a file of redemptions, one JSON object a line. Each line is answered by itself, on
//! standard output, as JSON; sending the file again changes nothing.

use crate::{Data, Done, open};
use anyhow::Context;
use app::command::Request;
use app::domain::ids::Actor;
use app::domain::programme::Book;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::redemption::{self, CountIn};
use app::{App, Error, names};
use clap::Args;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

#[derive(Args)]
pub(crate) struct Redeem {
    /// NDJSON: id, vendor, place, at, codes; optionally channel and device.
    #[arg(long)]
    file: PathBuf,
}

#[derive(Deserialize)]
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

impl Redeem {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let (app, book) = open::programme(data)?;
        let file = File::open(&self.file).with_context(|| self.file.display().to_string())?;
        let mut bad = 0;
        let mut reader = BufReader::new(file);
        let mut bytes = Vec::new();
        for number in 1u64.. {
            bytes.clear();
            if reader.read_until(b'\n', &mut bytes)? == 0 {
                break;
            }
            if bytes.trim_ascii().is_empty() {
                continue;
            }
            let answer = match parse(number, &bytes) {
                Ok(line) => one(&app, &book, line),
                Err(refusal) => Err(refusal.into()),
            };
            match answer {
                Ok(value) => println!("{value}"),
                Err(Error::Refused(refusal)) => {
                    bad += 1;
                    println!("{}", json!({ "line": number, "status": "refused", "refusal": refusal }));
                }
                Err(fault) => return Err(fault.into()),
            }
        }
        if bad > 0 { Err(anyhow::anyhow!("{bad} lines refused; the others are recorded").into()) } else { Ok(()) }
    }
}

fn parse(number: u64, bytes: &[u8]) -> Result<Line, Refusal> {
    if bytes.len() > MAX_LINE {
        return Err(Refusal::MalformedLine { line: number, column: MAX_LINE as u64, reason: "line too long".to_owned() });
    }
    serde_json::from_slice(bytes).map_err(|e| Refusal::MalformedLine {
        line: number,
        column: e.column() as u64,
        reason: e.to_string(),
    })
}

fn one(app: &App, book: &Arc<Book>, line: Line) -> Result<serde_json::Value, Error> {
    let request = Request { actor: Actor::System, id: line.id, device: line.device, claimed_at: line.at };
    let count = CountIn {
        vendor: names::vendor(book, &line.vendor)?,
        place: names::place(book, &line.place)?,
        channel: line.channel,
        codes: line.codes,
    };
    let answer = app.act_wait(book.identity.id, move |cx| redemption::count_in(cx, request, &count))?;
    let status = if answer.replayed { "replayed" } else { "recorded" };
    Ok(json!({ "id": line.id, "status": status, "accepted": answer.accepted, "amounts": answer.amounts, "codes": answer.codes }))
}
