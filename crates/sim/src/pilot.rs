//! The programmes that can be played: two real pilots of 2025 as far as they are published, and one
//! shaped after British Columbia's.

use app::domain::refusal::Refusal;
use app::programme_file::ProgrammeFile;

/// A programme to play.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Pilot {
    /// Four MRC of Bas-Saint-Laurent, 2025: played to its end.
    BasSaintLaurent,
    /// The MRC de Portneuf, 2025: left open late in its season, with work waiting.
    Portneuf,
    /// Shaped after British Columbia: many small coupons.
    ColombieBritannique,
}

impl Pilot {
    /// All, in the order in which the demo plays them: the one that is left open comes last, so that the
    /// clock stands where its people left it.
    pub const ALL: [Self; 3] = [Self::BasSaintLaurent, Self::ColombieBritannique, Self::Portneuf];

    /// The short name: its programme's key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::BasSaintLaurent => "bas-saint-laurent-2025",
            Self::Portneuf => "portneuf-2025",
            Self::ColombieBritannique => "colombie-britannique-2025",
        }
    }

    /// By short name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pilot| pilot.key() == key)
    }

    /// Its `programme.toml`.
    pub const fn text(self) -> &'static str {
        match self {
            Self::BasSaintLaurent => include_str!("../programmes/bas-saint-laurent-2025.toml"),
            Self::Portneuf => include_str!("../programmes/portneuf-2025.toml"),
            Self::ColombieBritannique => include_str!("../programmes/colombie-britannique-2025.toml"),
        }
    }

    /// Its `programme.toml`, read.
    pub fn file(self) -> Result<ProgrammeFile, Refusal> {
        ProgrammeFile::parse(self.text())
    }
}
