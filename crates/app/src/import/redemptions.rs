//! Coupons accepted by merchants, one a row: those of one merchant, one place and one day are one redemption, as if
//! they had been counted together.

use super::hand_outs::noon;
use super::inscriptions::{place, vendor};
use super::sheet::{Line, Sheet};
use super::{Deed, Judged, No, Sender, Verdict};
use crate::command::Cx;
use crate::redemption::{self, CountIn};
use crate::world::Error;
use domain::ids::{PlaceId, VendorId};
use domain::redemption::{Channel, MAX_COUPONS};
use domain::refusal::Refusal;
use jiff::civil::Date;

/// One redemption.
struct Pile {
    of: (VendorId, PlaceId, Date),
    /// Each code, and its place in the answer.
    codes: Vec<(usize, String)>,
    first_line: u64,
}

pub(super) fn bring_in(cx: &mut Cx<'_, '_>, sender: &Sender, sheet: &Sheet<'_>) -> Result<Vec<Judged>, Error> {
    let book = cx.book()?;
    let mut out: Vec<Judged> = Vec::with_capacity(sheet.lines.len());
    let mut piles: Vec<Pile> = Vec::new();
    let bad = |line: &Line<'_>, column, refusal| Judged {
        line: line.number,
        text: line.shown(),
        verdict: Verdict::Bad { column, refusal },
    };
    for line in &sheet.lines {
        let of = (|| Ok((vendor(&book, line)?, place(&book, line)?, line.need_day("day")?, line.need("code")?)))();
        let (of, cell) = match of {
            Ok((vendor, place, day, cell)) => ((vendor, place, day), cell),
            Err(No { column, error: Error::Refused(refusal) }) => {
                out.push(bad(line, column, refusal));
                continue;
            }
            Err(No { error: fault, .. }) => return Err(fault),
        };
        // A cell may hold several.
        for item in redemption::read_list(cell.as_bytes()) {
            let text = item.code.unwrap_or(item.text);
            let judged = Judged { line: line.number, text: text.clone(), verdict: Verdict::Already };
            let has_room = |pile: &&mut Pile| pile.of == of && (pile.codes.len() as u64) < MAX_COUPONS;
            match piles.iter_mut().find(has_room) {
                Some(pile) => pile.codes.push((out.len(), text)),
                None => piles.push(Pile { of, codes: vec![(out.len(), text)], first_line: line.number }),
            }
            out.push(judged);
        }
    }
    // A pile is counted at once, and is most of the work.
    for pile in piles {
        (0..pile.codes.len()).try_for_each(|_| cx.app.progress.step())?;
        let verdicts = count(cx, sender, &pile)?;
        for ((at, _), verdict) in pile.codes.iter().zip(verdicts) {
            out[*at].verdict = verdict;
        }
    }
    Ok(out)
}

/// What is said of each code of a pile.
fn count(cx: &mut Cx<'_, '_>, sender: &Sender, pile: &Pile) -> Result<Vec<Verdict>, Error> {
    let (vendor, place, day) = pile.of;
    let book = cx.book()?;
    let all = |column, refusal: &Refusal| {
        pile.codes.iter().map(|_| Verdict::Bad { column, refusal: refusal.clone() }).collect::<Vec<_>>()
    };
    let claimed_at = match noon(&book, day, sender.now) {
        Ok(at) => at,
        Err(No { error: Error::Refused(refusal), .. }) => return Ok(all("day", &refusal)),
        Err(No { error: fault, .. }) => return Err(fault),
    };
    let request = sender.request(pile.first_line, claimed_at);
    let codes = pile.codes.iter().map(|(_, code)| code.clone()).collect();
    let count = CountIn { vendor, place, channel: Channel::Counted, codes };
    let answer = cx.undoable(|cx| match redemption::count_in(cx, request, &count) {
        Ok(answer) => Ok((Ok(answer), true)),
        Err(Error::Refused(refusal)) => Ok((Err(refusal), false)),
        Err(fault) => Err(fault),
    })?;
    let answer = match answer {
        Ok(answer) => answer,
        Err(refusal) => {
            let column = match refusal {
                Refusal::NoAgreement { .. } | Refusal::NotPermitted | Refusal::UnknownVendor { .. } => "vendor",
                Refusal::TooManyTries { .. } => "code",
                _ => "day",
            };
            return Ok(all(column, &refusal));
        }
    };
    let verdicts = answer.codes.into_iter().map(|code| match code.refusal {
        Some(refusal) => Verdict::Bad { column: "code", refusal },
        None if answer.replayed => Verdict::Already,
        None => Verdict::Good(Deed::Accepted { amount: code.amount }),
    });
    Ok(verdicts.collect())
}
