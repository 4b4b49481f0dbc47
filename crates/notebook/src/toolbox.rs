//! The toolbox: the documents that follow from a notebook, and what each is made of. A document is a plain list of
//! parts in `data/toolbox/<key>.txt`; its words are in `text`. Which decisions a document depends on is read from that
//! list, so that the table of dependencies cannot say something else than the document does.

mod piece;

pub use piece::{Line, Made, Piece, Voice};

use crate::book::{Notebook, OWN};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// How a document looks on paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// An office document: letter size, small print.
    Office,
    /// One page to keep at hand.
    Sheet,
    /// Large print, one idea a line.
    Leaflet,
    /// Read from three metres.
    Poster,
}

macro_rules! documents {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $look:ident;)*) => {
        /// A document of the toolbox.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Document {
            $($(#[$doc])* $name,)*
        }

        impl Document {
            /// All of them, in the order shown.
            pub const EVERY: &'static [Self] = &[$(Self::$name,)*];

            /// The stable name, in files and message keys: its title is `toolbox-<key>`.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// How it looks on paper.
            pub const fn look(self) -> Look {
                match self { $(Self::$name => Look::$look,)* }
            }

            const fn source(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("../data/toolbox/", $key, ".txt")),)* }
            }
        }
    };
}

documents! {
    /// Everything that was decided, in one place.
    Rules = "rules", Office;
    /// What the committee is for, who sits on it, how it decides.
    Charter = "charter", Office;
    /// Between whoever carries the programme and whoever holds its money.
    FiduciaryAgreement = "fiduciary-agreement", Office;
    /// With an organisation that hands coupons out.
    PartnerAgreement = "partner-agreement", Office;
    /// With a merchant.
    MerchantAgreement = "merchant-agreement", Office;
    /// With a market.
    MarketAgreement = "market-agreement", Office;
    /// For households.
    Leaflet = "leaflet", Leaflet;
    /// Where coupons are spent, and when.
    Places = "places", Leaflet;
    /// « Ici, on accepte ».
    StallSign = "stall-sign", Poster;
    /// What coupons buy.
    ProductsSign = "products-sign", Poster;
    /// For a wall.
    Poster = "poster", Poster;
    /// How to hand coupons out.
    TrainingPartner = "training-partner", Sheet;
    /// How to accept coupons.
    TrainingMerchant = "training-merchant", Sheet;
    /// How to hold a market day.
    TrainingMarket = "training-market", Sheet;
    /// How to pay.
    TrainingTreasurer = "training-treasurer", Sheet;
    /// How to keep a season.
    TrainingCoordinator = "training-coordinator", Sheet;
    /// What to say at the first telephone call.
    PhoneScript = "phone-script", Office;
    /// What a merchant hands in with coupons.
    DepositSlip = "deposit-slip", Sheet;
    /// What an organisation notes when it hands coupons out.
    HandoutRegister = "handout-register", Sheet;
    /// Something went wrong.
    IncidentForm = "incident-form", Sheet;
    /// Somebody complains.
    ComplaintForm = "complaint-form", Sheet;
    /// What comes in and what goes out.
    Budget = "budget", Office;
    /// Text to paste into a request for money.
    Grant = "grant", Office;
    /// What to say, where, with which words.
    Communication = "communication", Office;
    /// The dates of the season.
    Calendar = "calendar", Office;
    /// For newspapers and radios.
    PressRelease = "press-release", Office;
    /// What will be measured, by whom.
    Evaluation = "evaluation", Office;
    /// What is known about people, why, and until when.
    Privacy = "privacy", Office;
}

static PIECES: LazyLock<Vec<Vec<Piece>>> = LazyLock::new(|| {
    let read = |document: &Document| {
        piece::read(document.source()).unwrap_or_else(|wrong| panic!("data/toolbox/{}.txt: {wrong}", document.key()))
    };
    Document::EVERY.iter().map(read).collect()
});

/// What every document says at its head.
const HEAD: [&str; 2] = ["programme-name", "territory"];

impl Document {
    /// By its name.
    pub fn named(key: &str) -> Option<Self> {
        Self::EVERY.iter().copied().find(|document| document.key() == key)
    }

    /// Whether it is for everybody to read, and so says whose money it is.
    pub const fn is_public(self) -> bool {
        matches!(self.look(), Look::Leaflet | Look::Poster) || matches!(self, Self::PressRelease)
    }

    /// Whether its headings are numbered: an article that is signed or quoted has a number.
    pub const fn numbered(self) -> bool {
        matches!(
            self,
            Self::Rules
                | Self::Charter
                | Self::FiduciaryAgreement
                | Self::PartnerAgreement
                | Self::MerchantAgreement
                | Self::MarketAgreement
        )
    }

    /// What it is made of, in order.
    pub fn pieces(self) -> &'static [Piece] {
        &PIECES[self as usize]
    }

    /// The decisions that it says something of, or that choose what it says.
    pub fn depends_on(self) -> BTreeSet<&'static str> {
        let mut names = BTreeSet::from(HEAD);
        for piece in self.pieces() {
            piece.depends_on(&mut names);
        }
        names
    }

    /// What of a notebook it may say: nothing that it does not depend on can reach it.
    pub fn part_of(self, notebook: &Notebook) -> Notebook {
        let names = self.depends_on();
        let own = self.shows_own();
        let kept = |name: &str| names.contains(name) || (own && name.starts_with(OWN));
        let decisions = notebook.decisions.iter().filter(|(name, _)| kept(name));
        Notebook { decisions: decisions.map(|(name, decision)| (name.clone(), decision.clone())).collect() }
    }

    /// Whether it also shows the questions that a territory added.
    pub fn shows_own(self) -> bool {
        self.pieces().iter().any(|piece| matches!(piece, Piece::Made(Made::Own)))
    }
}
