//! Letters that told somebody of a payment, and what became of them.

use crate::fault::Fault;
use crate::message::Letter;
use crate::tx::Tx;
use domain::ids::{PaymentId, PersonId, ProgrammeId};
use jiff::Timestamp;

/// What became of a payment's letter to somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AdviceLetter {
    /// To whom.
    pub person: PersonId,
    /// What became of it.
    pub letter: Letter,
    /// When that was written down.
    pub at: Timestamp,
}

impl Tx<'_> {
    /// The letters of a payment.
    pub fn advice_letters(&mut self, programme: ProgrammeId, payment: PaymentId) -> Result<Vec<AdviceLetter>, Fault> {
        self.all(
            "SELECT person, letter, letter_at FROM advice_letter WHERE programme = $1 AND payment = $2 ORDER BY person",
            &[programme.into(), payment.0.into()],
            |r| Ok(AdviceLetter { person: PersonId(r.u(0)?), letter: Letter::parse(&r.t(1)?)?, at: r.at(2)? }),
        )
    }

    /// Writes down what became of one.
    pub fn note_advice_letter(&mut self, programme: ProgrammeId, payment: PaymentId, letter: &AdviceLetter) -> Result<(), Fault> {
        self.run(
            "INSERT INTO advice_letter (programme, payment, person, letter, letter_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (programme, payment, person) DO UPDATE SET letter = excluded.letter, letter_at = excluded.letter_at",
            &[
                programme.into(),
                payment.0.into(),
                letter.person.0.into(),
                letter.letter.word().into(),
                letter.at.as_microsecond().into(),
            ],
        )
        .map(drop)
    }
}
