//! What is wrong with a payment file, precisely enough to show it beside the field.

use std::fmt;

/// Where a problem is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    /// Profile: originator's number.
    OriginatorId,
    /// Profile: short name.
    OriginatorShortName,
    /// Profile: long name.
    OriginatorLongName,
    /// Profile: data centre.
    DataCentre,
    /// Profile: CPA transaction code.
    TransactionCode,
    /// Profile: institution for returns.
    ReturnInstitution,
    /// Profile: transit for returns.
    ReturnTransit,
    /// Profile: account for returns.
    ReturnAccount,
    /// File: creation number.
    CreationNumber,
    /// File: creation date.
    CreationDate,
    /// File: due date.
    DueDate,
    /// File: the payments as a whole.
    Payments,
    /// Payment: name.
    PayeeName,
    /// Payment: institution.
    Institution,
    /// Payment: transit.
    Transit,
    /// Payment: account.
    Account,
    /// Payment: amount.
    Amount,
    /// Payment: reference.
    Reference,
}

impl Field {
    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OriginatorId => "originator_id",
            Self::OriginatorShortName => "originator_short_name",
            Self::OriginatorLongName => "originator_long_name",
            Self::DataCentre => "data_centre",
            Self::TransactionCode => "transaction_code",
            Self::ReturnInstitution => "return_institution",
            Self::ReturnTransit => "return_transit",
            Self::ReturnAccount => "return_account",
            Self::CreationNumber => "creation_number",
            Self::CreationDate => "creation_date",
            Self::DueDate => "due_date",
            Self::Payments => "payments",
            Self::PayeeName => "payee_name",
            Self::Institution => "institution",
            Self::Transit => "transit",
            Self::Account => "account",
            Self::Amount => "amount",
            Self::Reference => "reference",
        }
    }
}

/// What kind of problem. It never quotes the value: an account number has no place in a message.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mistake {
    /// Nothing where something is needed.
    Missing,
    /// Longer than the field, once in ASCII.
    TooLong {
        /// Characters the field holds.
        limit: usize,
        /// Characters found.
        found: usize,
    },
    /// Not this many digits.
    WrongDigits {
        /// Fewest.
        least: usize,
        /// Most.
        most: usize,
    },
    /// A character that has no ASCII form.
    NotAscii {
        /// The character.
        symbol: char,
    },
    /// A number or a date outside what the format takes.
    OutOfRange,
    /// The same as another payment's.
    Duplicate {
        /// The other payment's place in the list, from 0.
        first: usize,
    },
    /// More payments, or a greater total, than one file holds.
    TooMany,
}

impl Mistake {
    /// The stable name used in files and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too_long",
            Self::WrongDigits { .. } => "wrong_digits",
            Self::NotAscii { .. } => "not_ascii",
            Self::OutOfRange => "out_of_range",
            Self::Duplicate { .. } => "duplicate",
            Self::TooMany => "too_many",
        }
    }
}

/// One problem: which payment (none for the file or the profile), which field, what kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The payment's place in the list, from 0.
    pub payment: Option<usize>,
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub mistake: Mistake,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(index) = self.payment {
            write!(f, "payment {}: ", index + 1)?;
        }
        write!(f, "{}: {}", self.field.key(), self.mistake.code())
    }
}
