//! What is printed on a coupon, in the caller's words.

use crate::colour::Colour;
use crate::font::MissingGlyph;
use thiserror::Error;

/// What all coupons of a batch share.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Design {
    /// Language of the words, BCP 47 ("fr-CA"): readers pronounce the file with it.
    pub language: String,
    /// The programme's name.
    pub programme: String,
    /// Where it is.
    pub territory: String,
    /// The class in one letter, large.
    pub class_letter: char,
    /// The class in words.
    pub class_name: String,
    /// The class's colour.
    pub colour: Colour,
    /// The face value with its unit, "5 $".
    pub face: String,
    /// When it can be used.
    pub dates: String,
    /// What it buys and where, in a few short sentences.
    pub conditions: String,
    /// Where anybody can check a coupon: "pcn.example/c".
    pub check_at: String,
    /// The other words.
    pub words: Words,
}

/// Words that are the same for all designs of a language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Words {
    /// "COUPON NOURRICIER".
    pub coupon: String,
    /// "N’a pas cours légal".
    pub not_legal_tender: String,
    /// "N°".
    pub number: String,
    /// "Vérifier :".
    pub check: String,
    /// "Carnet".
    pub booklet: String,
    /// "Feuille", printed in the margin that is cut off.
    pub sheet: String,
}

/// One coupon.
#[derive(Clone, PartialEq, Eq)]
pub struct Face {
    /// The text of the QR symbol: at most 154 upper-case characters.
    pub url: String,
    /// The human code, "7K2M4-QXP9H".
    pub code: String,
    /// The inventory number, "12-00345".
    pub number: String,
}

/// Why a design cannot be printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum DesignError {
    /// A text is too long for its place, even at the smallest legible size.
    #[error("the {0:?} does not fit its place")]
    TooLong(Part),
    /// A text has a character that cannot be printed.
    #[error("the {part:?} has a character that cannot be printed: {missing}")]
    Glyph {
        /// Which text.
        part: Part,
        /// Which character.
        missing: MissingGlyph,
    },
}

/// A text of a design.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// [`Design::programme`].
    Programme,
    /// [`Design::territory`].
    Territory,
    /// [`Design::class_letter`].
    ClassLetter,
    /// [`Design::class_name`].
    ClassName,
    /// [`Design::face`].
    Face,
    /// [`Design::dates`].
    Dates,
    /// [`Design::conditions`].
    Conditions,
    /// [`Words::check`] and [`Design::check_at`].
    CheckAt,
    /// [`Words::coupon`].
    Coupon,
    /// [`Words::not_legal_tender`].
    NotLegalTender,
}

impl Part {
    /// The stable name used in message keys; words that never change share one.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Territory => "territory",
            Self::ClassLetter => "class_letter",
            Self::ClassName => "class_name",
            Self::Face => "face",
            Self::Dates => "dates",
            Self::Conditions => "conditions",
            Self::CheckAt => "check_at",
            Self::Coupon | Self::NotLegalTender => "words",
        }
    }
}
