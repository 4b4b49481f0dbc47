//! Letters that told merchants of their payments, in a copy: without them they would leave again.

use super::{Line, broken};
use crate::command::Cx;
use crate::world::Error;
use domain::ids::{PaymentId, PersonId, ProgrammeId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{AdviceLetter, Letter};

/// A letter.
#[derive(Serialize, Deserialize)]
pub(super) struct AdviceLine {
    programme: u16,
    payment: u32,
    person: u32,
    letter: Letter,
    letter_at: i64,
}

/// A programme's letters.
pub(super) fn copy(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, Error> {
    let programme = cx.programme;
    let mut lines = Vec::new();
    for payment in cx.tx.all_payments(programme)? {
        for letter in cx.tx.advice_letters(programme, payment.id)? {
            lines.push(Line::Advice(AdviceLine {
                programme: programme.0,
                payment: payment.id.0,
                person: letter.person.0,
                letter: letter.letter,
                letter_at: letter.at.as_microsecond(),
            }));
        }
    }
    Ok(lines)
}

/// The other way.
pub(super) fn restore(cx: &mut Cx<'_, '_>, line: &AdviceLine) -> Result<(), Error> {
    let at = Timestamp::from_microsecond(line.letter_at).map_err(|e| broken(e.to_string()))?;
    let letter = AdviceLetter { person: PersonId(line.person), letter: line.letter, at };
    Ok(cx.tx.note_advice_letter(ProgrammeId(line.programme), PaymentId(line.payment), &letter)?)
}
