//! Payments refused (pain.002) and returned (pacs.004), in any version: the elements read here have kept their names.

use super::{Line, ReadError, ReadMistake, Reason, What, no};
use crate::amount_text;
use jiff::civil::Date;
use quick_xml::Reader;
use quick_xml::events::Event;

/// One transaction of the message while it is read.
#[derive(Default)]
struct Open {
    reference: String,
    status: String,
    code: String,
    words: String,
    amount: String,
    on: String,
}

/// What is read of the message.
#[derive(Default)]
struct Message {
    lines: Vec<Line>,
    count: u64,
    group: Open,
    open: Option<Open>,
}

/// Reads a message.
pub(super) fn read(text: &str) -> Result<Vec<Line>, ReadError> {
    let mut reader = Reader::from_str(text);
    let mut message = Message::default();
    let mut path: Vec<String> = Vec::new();
    let broken = |count: u64| ReadError { place: count + 1, mistake: ReadMistake::Broken };
    loop {
        match reader.read_event().map_err(|_| broken(message.count))? {
            Event::Start(element) => {
                let name = String::from_utf8_lossy(element.local_name().as_ref()).into_owned();
                if path.is_empty() && name != "Document" {
                    return no(1, ReadMistake::Unknown);
                }
                if matches!(name.as_str(), "TxInfAndSts" | "TxInf") {
                    message.open = Some(Open::default());
                }
                path.push(name);
            }
            Event::Text(words) => {
                let words = words.unescape().map_err(|_| broken(message.count))?;
                message.leaf(&path, words.trim());
            }
            Event::End(_) => {
                if matches!(path.pop().as_deref(), Some("TxInfAndSts" | "TxInf")) {
                    message.end()?;
                }
            }
            Event::Eof if path.is_empty() => return message.done(),
            Event::Eof => return Err(broken(message.count)),
            _ => {}
        }
    }
}

impl Message {
    fn leaf(&mut self, path: &[String], words: &str) {
        if words.is_empty() {
            return;
        }
        let has = |name: &str| path.iter().any(|part| part == name);
        let Some(last) = path.last() else { return };
        let in_group = has("OrgnlGrpInfAndSts") || has("OrgnlPmtInfAndSts");
        let open = match &mut self.open {
            Some(open) => open,
            None if in_group => &mut self.group,
            None => return,
        };
        let field = match last.as_str() {
            "OrgnlEndToEndId" => &mut open.reference,
            "TxSts" | "GrpSts" => &mut open.status,
            "Cd" | "Prtry" if has("Rsn") => &mut open.code,
            "AddtlInf" => &mut open.words,
            "InstdAmt" | "RtrdIntrBkSttlmAmt" => &mut open.amount,
            "AccptncDtTm" | "IntrBkSttlmDt" => &mut open.on,
            _ => return,
        };
        if field.is_empty() {
            words.clone_into(field);
        }
    }

    fn end(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.open.take() else { return Ok(()) };
        self.count += 1;
        // Accepted ones need nothing; a return has no status.
        if !matches!(open.status.as_str(), "RJCT" | "") {
            return Ok(());
        }
        let amount_cents = match amount_text::parse(&open.amount) {
            Some(minor) if minor > 0 => i64::try_from(minor).ok(),
            _ if open.amount.is_empty() => None,
            _ => return no(self.count, ReadMistake::NotAnAmount),
        };
        self.lines.push(Line {
            place: self.count,
            what: What::Returned(Reason::Iso(open.code)),
            amount_cents,
            on: open.on.get(..10).and_then(|day| day.parse::<Date>().ok()),
            reference: open.reference,
            words: open.words,
        });
        Ok(())
    }

    fn done(self) -> Result<Vec<Line>, ReadError> {
        if self.group.status == "RJCT" && self.count == 0 {
            return no(1, ReadMistake::WholeRefused(Reason::Iso(self.group.code)));
        }
        Ok(self.lines)
    }
}
