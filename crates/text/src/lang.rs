//! The languages.

use crate::folder::FOLDERS;
use crate::tongue::TONGUES;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A language of the program: a folder of words. French is the default, and never poorer than another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Lang(u8);

#[expect(non_upper_case_globals, reason = "they read as the variants they are")]
#[allow(clippy::cast_possible_truncation, reason = "there are fewer than 255 folders")]
impl Lang {
    /// French of Canada: the first folder, see `build.rs`.
    pub const Fr: Self = Self(0);
    /// English of Canada.
    pub const En: Self = Self(1);
    /// The languages of this tree, the default first: each is whole, the tests see to it.
    pub const ALL: &'static [Self] = &{
        let mut all = [Self(0); FOLDERS.len()];
        let mut index = 0;
        while index < all.len() {
            all[index] = Self(index as u8);
            index += 1;
        }
        all
    };

    /// Every language, those beside the tree last: they may not be whole.
    pub fn spoken() -> impl Iterator<Item = Self> {
        (0..TONGUES.len()).map(|index| Self(index as u8))
    }
}

impl Lang {
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// The code for `lang` attributes and HTTP, such as `fr-CA`.
    pub fn code(self) -> &'static str {
        self.tongue().folder.code
    }

    /// Its own name of itself, such as `Français`.
    pub fn name(self) -> &'static str {
        self.tongue().name
    }

    /// The sign between thousands and the decimal sign.
    pub(crate) fn signs(self) -> (char, char) {
        self.tongue().signs
    }

    /// Whether it says everything. Those of this tree do; one that a community is working on is shown on the pages
    /// that it says wholly.
    pub fn is_whole(self) -> bool {
        static WHOLE: LazyLock<BTreeSet<Lang>> = LazyLock::new(|| {
            let needed = crate::keys(Lang::default());
            let says_all = |lang: &Lang| {
                needed.iter().all(|key| crate::has(*lang, key))
                    && crate::guide::PEOPLE.iter().all(|p| crate::guide::has(*lang, p))
            };
            Lang::spoken().filter(says_all).collect()
        });
        WHOLE.contains(&self)
    }

    /// The short code, as kept in files and addresses: `fr`, `en`.
    pub fn short(self) -> &'static str {
        self.code().split('-').next().unwrap_or_default()
    }

    /// Reads `fr`, `fr-CA`, `FR_ca`, `fr-FR`…; `None` for a language we do not speak.
    pub fn parse(text: &str) -> Option<Self> {
        let first = text.trim().split(['-', '_']).next()?;
        Self::spoken().find(|lang| lang.short().eq_ignore_ascii_case(first))
    }

    /// The language a browser asks for; French when it asks for none of ours.
    pub fn from_accept_language(header: &str) -> Self {
        let mut best = (Self::default(), 0.0);
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let Some(lang) = pieces.next().and_then(Self::parse) else { continue };
            let weight = pieces.find_map(|p| p.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
            if weight > best.1 {
                best = (lang, weight);
            }
        }
        best.0
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn reads_codes() {
        for text in ["fr", "fr-CA", "FR_ca", " fr-FR "] {
            assert_eq!(Lang::parse(text), Some(Lang::Fr), "{text}");
        }
        assert_eq!(Lang::parse("en-US"), Some(Lang::En));
        assert_eq!(Lang::parse("frr"), None);
        assert_eq!(Lang::parse(""), None);
        for lang in Lang::ALL {
            assert_eq!(Lang::parse(lang.code()), Some(*lang));
            assert_eq!(Lang::parse(lang.short()), Some(*lang));
        }
    }

    #[test]
    fn reads_what_browsers_send() {
        for (header, lang) in [
            ("", Lang::Fr),
            ("de-DE,de;q=0.9", Lang::Fr),
            ("en-CA,en;q=0.9,fr;q=0.8", Lang::En),
            ("fr-CA,fr;q=0.9,en;q=0.8", Lang::Fr),
            ("en;q=0.5,fr;q=0.9", Lang::Fr),
            ("es, en;q=0.3", Lang::En),
            ("en;q=0", Lang::Fr),
            ("*", Lang::Fr),
            ("en;q=NaN, ;;,,q=", Lang::Fr),
        ] {
            assert_eq!(Lang::from_accept_language(header), lang, "{header}");
        }
    }
}
