//! The languages.

/// Declares the languages: variant, code (which is also the folder), sign between thousands, decimal sign.
macro_rules! languages {
    ($($(#[$doc:meta])* $name:ident, $code:literal, $group:literal, $decimal:literal;)+) => {
        /// A language of the program. The first is the default, and never poorer than another.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
        pub enum Lang {
            $($(#[$doc])* $name,)+
        }

        impl Lang {
            /// All languages, the default first.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code for `lang` attributes and HTTP, such as `fr-CA`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The sign between thousands and the decimal sign.
            pub(crate) const fn signs(self) -> (char, char) {
                match self { $(Self::$name => ($group, $decimal),)+ }
            }

            /// How a number is written inside a message.
            pub(crate) fn number_writer(self) -> crate::catalogue::NumberWriter {
                match self { $(Self::$name => |value, _| crate::catalogue::write_number(Lang::$name, value),)+ }
            }
        }
    };
}

languages! {
    /// French of Canada.
    #[default] Fr, "fr-CA", '\u{a0}', ',';
    /// English of Canada.
    En, "en-CA", ',', '.';
}

impl Lang {
    /// The short code, as kept in files and addresses: `fr`, `en`.
    pub fn short(self) -> &'static str {
        self.code().split('-').next().unwrap_or_default()
    }

    /// Reads `fr`, `fr-CA`, `FR_ca`, `fr-FR`…; `None` for a language we do not speak.
    pub fn parse(text: &str) -> Option<Self> {
        let first = text.trim().split(['-', '_']).next()?;
        Self::ALL.iter().copied().find(|lang| lang.short().eq_ignore_ascii_case(first))
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
