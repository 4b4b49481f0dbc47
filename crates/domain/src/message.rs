//! Messages: what the coordination writes to the programme's people. No rule of the engine depends on one, and its text
//! may name somebody: so it is no command, and stands in a table beside the log, where it can be erased.

use crate::ids::{MessageId, PartnerId, PersonId, PlaceId, VendorId};
use crate::programme::Book;
use crate::refusal::Refusal;
use crate::role::Role;
use jiff::Timestamp;
use jiff::civil::Date;
use std::fmt;

/// Most signs of a subject: it is the title of a sheet of paper and of an e-mail.
pub const LONGEST_SUBJECT: usize = 120;
/// Most signs of a text: one sheet of paper.
pub const LONGEST_TEXT: usize = 2_000;

/// To whom.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum To {
    /// Everybody with a role in the programme.
    Everybody,
    /// Everybody in an organisation.
    Partners,
    /// All merchants.
    Vendors,
    /// Those who run the markets.
    Markets,
    /// One organisation.
    Partner(PartnerId),
    /// One merchant.
    Vendor(VendorId),
    /// Those of one place: who runs it, and merchants with an agreement there.
    Place(PlaceId),
}

impl fmt::Display for To {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everybody => f.write_str("everybody"),
            Self::Partners => f.write_str("partners"),
            Self::Vendors => f.write_str("vendors"),
            Self::Markets => f.write_str("markets"),
            Self::Partner(id) => write!(f, "partner-{}", id.0),
            Self::Vendor(id) => write!(f, "vendor-{}", id.0),
            Self::Place(id) => write!(f, "place-{}", id.0),
        }
    }
}

impl To {
    /// Those that name nobody in particular.
    pub const GROUPS: [Self; 4] = [Self::Everybody, Self::Partners, Self::Vendors, Self::Markets];

    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(group) = Self::GROUPS.into_iter().find(|group| group.to_string() == text) {
            return Some(group);
        }
        let (kind, number) = text.split_once('-')?;
        let number = number.parse().ok()?;
        match kind {
            "partner" => Some(Self::Partner(PartnerId(number))),
            "vendor" => Some(Self::Vendor(VendorId(number))),
            "place" => Some(Self::Place(PlaceId(number))),
            _ => None,
        }
    }

    /// Whether somebody in a role is written to. A merchant is at a place until their agreement there ends.
    pub fn reaches(self, role: Role, book: &Book, today: Date) -> bool {
        match (self, role) {
            (Self::Everybody, _)
            | (Self::Partners, Role::PartnerWorker(_))
            | (Self::Vendors, Role::Merchant(_))
            | (Self::Markets, Role::MarketManager(_)) => true,
            (Self::Partner(asked), Role::PartnerWorker(own)) => asked == own,
            (Self::Vendor(asked), Role::Merchant(own)) => asked == own,
            (Self::Place(asked), Role::MarketManager(own)) => asked == own,
            (Self::Place(place), Role::Merchant(own)) => {
                book.agreements.iter().any(|a| a.vendor == own && a.place == place && a.until >= today)
            }
            _ => false,
        }
    }

    /// Refuses what is not in the programme.
    fn check(self, book: &Book) -> Result<(), Refusal> {
        match self {
            Self::Partner(id) if book.partner(id).is_none() => Err(Refusal::UnknownPartner { partner: id.to_string() }),
            Self::Vendor(id) if book.vendor(id).is_none() => Err(Refusal::UnknownVendor { vendor: id.to_string() }),
            Self::Place(id) if book.place(id).is_none() => Err(Refusal::UnknownPlace { place: id.to_string() }),
            _ => Ok(()),
        }
    }
}

/// What somebody is about to write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// To whom.
    pub to: To,
    /// What about, on one line.
    pub subject: String,
    /// Plain text; its lines stay as they are.
    pub text: String,
    /// The last day it is shown; until it is withdrawn when there is none.
    pub until: Option<Date>,
}

/// Without what no keyboard writes; lines end one way.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

impl Draft {
    /// The same, clean, or why it cannot be sent.
    pub fn check(&self, book: &Book, today: Date) -> Result<Self, Refusal> {
        self.to.check(book)?;
        let (subject, text) = (clean(&self.subject).replace('\n', " "), clean(&self.text));
        if subject.is_empty() || text.is_empty() {
            return Err(Refusal::MessageNeeded);
        }
        for (words, limit) in [(&subject, LONGEST_SUBJECT), (&text, LONGEST_TEXT)] {
            if words.chars().count() > limit {
                return Err(Refusal::TooLongText { limit: limit as u64 });
            }
        }
        if let Some(day) = self.until.filter(|day| *day < today) {
            return Err(Refusal::PastDay { day });
        }
        Ok(Self { to: self.to, subject, text, until: self.until })
    }
}

/// A message that was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// Its number in the programme.
    pub id: MessageId,
    /// Who wrote it; nobody when it was the machine.
    pub author: Option<PersonId>,
    /// What it says.
    pub draft: Draft,
    /// When.
    pub written_at: Timestamp,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
}

impl Message {
    /// Whether it is still to be read.
    pub fn is_live(&self, today: Date) -> bool {
        self.withdrawn_at.is_none() && self.draft.until.is_none_or(|until| until >= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_reads_back() {
        let one_of_each = [To::Partner(PartnerId(3)), To::Vendor(VendorId(12)), To::Place(PlaceId(1))];
        for to in To::GROUPS.into_iter().chain(one_of_each) {
            assert_eq!(To::parse(&to.to_string()), Some(to));
        }
        for wrong in ["", "nobody", "partner", "partner-", "partner-x", "fund-1", "place--1"] {
            assert_eq!(To::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn lines_stay_and_what_no_keyboard_writes_goes() {
        assert_eq!(clean(" Bonjour,\r\n\r\nà samedi\u{7}.\u{1b}[31m\n"), "Bonjour,\n\nà samedi.[31m");
        assert_eq!(clean("\u{0}\n "), "");
    }
}
