//! A language at work: its traits, and its messages ready to be said.

use crate::Lang;
use crate::catalogue;
use crate::folder::{FOLDERS, Folder, beside};
use crate::plural::Plurals;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::{parser, serializer};
use std::sync::{Arc, LazyLock};

/// A language.
pub(crate) struct Tongue {
    pub(crate) folder: Folder,
    /// Its own name of itself.
    pub(crate) name: &'static str,
    /// The sign between thousands and the decimal sign.
    pub(crate) signs: (char, char),
    pub(crate) bundle: FluentBundle<FluentResource>,
}

/// Every language: those of this tree, then those of `CABAS_LANGUAGES`.
pub(crate) static TONGUES: LazyLock<Vec<Tongue>> = LazyLock::new(|| {
    let more = std::env::var_os("CABAS_LANGUAGES").map(|folder| beside(folder.as_ref())).unwrap_or_default();
    FOLDERS
        .iter()
        .copied()
        .map(Tongue::compiled_in)
        .chain(more.into_iter().filter_map(|folder| Tongue::of(folder).ok()))
        .collect()
});

/// What Fluent calls to choose a form by a language's own rules.
const FORM: &str = "FORM";

/// The traits of a language, from its `language.txt`.
struct Traits {
    name: &'static str,
    signs: (char, char),
    plurals: Plurals,
}

impl Traits {
    /// Reads lines such as `name: Français`, `thousands: U+00A0` and `plural few: n = 2..4`.
    fn read(folder: &Folder) -> Result<Self, String> {
        let mut traits = Self { name: folder.code, signs: ('\u{a0}', ','), plurals: Plurals::default() };
        for line in folder.traits.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let wrong = || format!("{}/language.txt: {line}", folder.code);
            let (key, value) = line.split_once(':').map(|(key, value)| (key.trim(), value.trim())).ok_or_else(wrong)?;
            let sign = || {
                let code = u32::from_str_radix(value.strip_prefix("U+")?, 16).ok()?;
                char::from_u32(code)
            };
            match key {
                "name" => traits.name = value,
                "thousands" => traits.signs.0 = sign().ok_or_else(wrong)?,
                "decimal" => traits.signs.1 = sign().ok_or_else(wrong)?,
                _ => {
                    let form = key.strip_prefix("plural ").ok_or_else(wrong)?;
                    traits.plurals.add(form, value).ok_or_else(wrong)?;
                }
            }
        }
        Ok(traits)
    }
}

impl Tongue {
    /// The files are part of the program and the tests read every one: a broken file is our own error.
    fn compiled_in(folder: Folder) -> Self {
        Self::of(folder).unwrap_or_else(|wrong| panic!("{wrong}"))
    }

    /// Reads a folder.
    pub(crate) fn of(folder: Folder) -> Result<Self, String> {
        let Traits { name, signs, plurals } = Traits::read(&folder)?;
        let code = folder.code.parse().map_err(|e| format!("{}: {e}", folder.code))?;
        let mut bundle = FluentBundle::new_concurrent(vec![code]);
        // The marks that isolate right-to-left text would end up in PDFs and bank files.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(catalogue::write_number));
        for (subject, text) in folder.messages {
            let wrong = |e: &dyn std::fmt::Debug| format!("{}/{subject}.ftl: {e:?}", folder.code);
            let text = if plurals.is_empty() { (*text).to_owned() } else { with_own_forms(text).map_err(|e| wrong(&e))? };
            let resource = FluentResource::try_new(text).map_err(|(_, e)| wrong(&e))?;
            bundle.add_resource(resource).map_err(|e| wrong(&e))?;
        }
        if !plurals.is_empty() {
            let plurals = Arc::new(plurals);
            bundle.add_function(FORM, move |asked, _: &FluentArgs| form(&plurals, asked)).map_err(|e| format!("{e:?}"))?;
        }
        Ok(Self { folder, name, signs, bundle })
    }
}

/// The form of a number: `n0` when it is one of those that have their own words, else the one its language gives it.
fn form<'a>(plurals: &Plurals, asked: &[FluentValue<'a>]) -> FluentValue<'a> {
    let [FluentValue::Number(FluentNumber { value, .. }), exact @ ..] = asked else { return "other".into() };
    let said = value.to_string();
    if exact.iter().any(|one| matches!(one, FluentValue::String(one) if *one == said)) {
        return format!("n{said}").into();
    }
    // Whole numbers only are passed, see `Arg`; a negative one takes the form of what is missing.
    plurals.form(said.trim_start_matches('-').parse().unwrap_or(u64::MAX)).into()
}

/// Messages whose forms are chosen by `FORM` instead of by the library, which does not know the language.
fn with_own_forms(text: &str) -> Result<String, String> {
    let mut resource = parser::parse(text).map_err(|(_, e)| format!("{e:?}"))?;
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry {
            message.value.iter_mut().for_each(own_forms);
        }
    }
    Ok(serializer::serialize(&resource))
}

fn own_forms(pattern: &mut Pattern<&str>) {
    for element in &mut pattern.elements {
        let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element else { continue };
        let is_form = |key: &VariantKey<&str>| matches!(key, VariantKey::Identifier { name } if ["zero", "one", "two", "few", "many"].contains(name));
        if variants.iter().any(|variant| is_form(&variant.key)) {
            let mut positional = vec![selector.clone()];
            for variant in variants.iter_mut() {
                if let VariantKey::NumberLiteral { value } = variant.key {
                    positional.push(InlineExpression::StringLiteral { value });
                    // A handful of small texts a language, kept as long as the program runs.
                    variant.key = VariantKey::Identifier { name: format!("n{value}").leak() };
                }
            }
            let arguments = CallArguments { positional, named: Vec::new() };
            *selector = InlineExpression::FunctionReference { id: Identifier { name: FORM }, arguments };
        }
        for variant in variants {
            own_forms(&mut variant.value);
        }
    }
}

impl Lang {
    pub(crate) fn tongue(self) -> &'static Tongue {
        // Made only from places in the list.
        &TONGUES[self.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{date, key_label, number, tr};
    use jiff::civil::date as on;

    fn invented(messages: &'static str, traits: &'static str) -> Folder {
        let messages: &'static [(&str, &str)] = vec![("all", messages)].leak();
        Folder { code: "qaa", traits, messages, guide: &[] }
    }

    #[test]
    fn a_folder_beside_brings_its_own_forms_and_months() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/languages");
        let [folder] = beside(&folder)[..] else { panic!("one invented language") };
        let tongue = Tongue::of(folder).expect("a language");
        assert_eq!((folder.code, tongue.name, tongue.signs), ("qaa", "Qaa", ('·', ',')));
        let say = |key: &str, n: u64| {
            let pattern = tongue.bundle.get_message(key).and_then(|m| m.value()).expect("a message");
            let args: FluentArgs = [("count", FluentValue::from(n))].into_iter().collect();
            tongue.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
        };
        let said = [0, 1, 2, 3, 4, 5, 11, 21, 102].map(|n| say("count-coupons", n));
        assert_eq!(said, ["nil", "1 ka", "2 kai", "3 kai", "4 kai", "5 kaum", "11 kaum", "21 ka", "102 kai"]);
        assert_eq!(say("format-month-8", 0), "Lunam");
    }

    #[test]
    fn a_broken_folder_is_refused_with_its_reason() {
        for (messages, traits, why) in [
            ("a = b", "name", "language.txt"),
            ("a = b", "thousands: x", "thousands"),
            ("a = b", "plural few: n > 1", "plural"),
            ("a = { $x", "", "all.ftl"),
            ("a = b\na = c", "", "all.ftl"),
        ] {
            let said = Tongue::of(invented(messages, traits)).err().expect("refused");
            assert!(said.contains(why), "{said}");
        }
    }

    #[test]
    fn the_languages_of_the_tree_are_as_they_were() {
        assert_eq!(Lang::Fr.tongue().folder.code, "fr-CA");
        assert_eq!(Lang::En.tongue().folder.code, "en-CA");
        assert_eq!(date(Lang::Fr, on(2025, 8, 3)), "3 août 2025");
        assert_eq!(number(Lang::En, 1_234), "1,234");
        assert_eq!(tr(Lang::Fr, "count-coupons", &[("count", 1_234u64.into())]), "1\u{a0}234 coupons");
        assert_eq!(key_label(Lang::En, "role", "auditor"), "Auditor");
    }
}
