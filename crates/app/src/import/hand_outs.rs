//! Hand-outs written down on paper or in a spreadsheet: `Command::HandOut` for each.

use super::sheet::{Line, bare, named};
use super::{Deed, No, Sender, Verdict, no};
use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::{Error, handout, names};
use domain::command::Outcome;
use domain::handout::Choice;
use domain::ids::PartnerId;
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::Timestamp;
use jiff::civil::Date;

pub(super) fn bring_in(cx: &mut Cx<'_, '_>, sender: &Sender, line: &Line<'_>) -> Result<Verdict, No> {
    let book = cx.book().map_err(|error| No { column: "day", error })?;
    let request = sender.request(line.number, noon(&book, line.need_day("day")?, sender.now)?);
    let partner = partner(&book, sender, line)?;
    let band = band(&book, line.need("band")?);
    let choice = choice(cx, &book, line)?;
    let pseudonym = Some(line.text("pseudonym"));
    let by_count = matches!(choice, Choice::Count { .. });
    let done = handout::hand_out(cx, request, partner, choice, &band, pseudonym);
    let column = |error: &Error| match error {
        Error::Refused(Refusal::UnknownPartner { .. } | Refusal::NotPermitted) => "partner",
        Error::Refused(Refusal::UnknownBand { .. }) => "band",
        Error::Refused(Refusal::ImprobableDay { .. } | Refusal::SeasonClosed) => "day",
        Error::Refused(Refusal::EndedClass { .. } | Refusal::UnknownClass { .. }) => "class",
        _ if by_count => "count",
        _ => "coupons",
    };
    let answer = done.map_err(|error| No { column: column(&error), error })?;
    if answer.replayed {
        return Ok(Verdict::Already);
    }
    match answer.outcome {
        Outcome::Moved { count, amount, .. } => Ok(Verdict::Good(Deed::HandedOut { partner, count, amount })),
        other => Err(No { column: "day", error: store::Fault::Inconsistent(format!("{other:?}")).into() }),
    }
}

/// The middle of a day, and never later than now on the day itself.
pub(super) fn noon(book: &Book, day: Date, now: Timestamp) -> Result<Timestamp, No> {
    let noon = day.at(12, 0, 0, 0).to_zoned(book.zone()).map_err(|_| no("day")(Refusal::ImprobableDay { day }))?.timestamp();
    Ok(if day == book.day_of(now) { noon.min(now) } else { noon })
}

/// The organisation; somebody who works for only one need not write it.
fn partner(book: &Book, sender: &Sender, line: &Line<'_>) -> Result<PartnerId, No> {
    let written = line.text("partner");
    if written.is_empty() {
        let may = |id| ask(Some(book), sender.actor, Action::HandOut(Some(id))).is_ok();
        let own: Vec<PartnerId> = book.partners.iter().map(|p| p.id).filter(|id| may(*id)).collect();
        if let [only] = own.as_slice() {
            return Ok(*only);
        }
        line.need("partner")?;
    }
    named(&book.partners, written, |p| (&p.name, p.id), || names::partner(book, written)).map_err(no("partner"))
}

/// A band by its key or by its words.
fn band(book: &Book, written: &str) -> String {
    let found =
        book.bands.iter().find(|b| b.key == written).or_else(|| book.bands.iter().find(|b| bare(&b.label) == bare(written)));
    found.map_or_else(|| written.to_owned(), |b| b.key.clone())
}

/// Coupons of a batch by their numbers, or so many of a class.
fn choice(cx: &mut Cx<'_, '_>, book: &Book, line: &Line<'_>) -> Result<Choice, No> {
    if line.text("coupons").is_empty() {
        let class = names::class(book, line.need("class")?).map_err(no("class"))?;
        line.need("count")?;
        let count = line.number("count")?.filter(|count| *count > 0).ok_or_else(|| no("count")(Refusal::Nothing))?;
        return Ok(Choice::Count { class, count });
    }
    let written = line.need("batch")?;
    let batch = line.number("batch")?.ok_or_else(|| no("batch")(Refusal::UnknownBatch { batch: written.to_owned() }))?;
    let batches = cx.tx.batches(cx.programme).map_err(|fault| No { column: "batch", error: fault.into() })?;
    let known = batches.iter().find(|b| b.id.0 == batch);
    let known = known.ok_or_else(|| no("batch")(Refusal::UnknownBatch { batch: written.to_owned() }))?;
    let coupons = names::coupons(batch, line.text("coupons"), known.booklet).map_err(no("coupons"))?;
    Ok(Choice::Coupons(coupons))
}
