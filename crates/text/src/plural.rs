//! Plural rules that a language brings itself, for those that no library knows. They are written as Unicode writes
//! them: `n = 1`, `n % 10 = 2..4 and n % 100 != 12..14 or n = 0`.

/// The forms that messages may have, as Fluent names them; whatever has no rule is `other`.
const FORMS: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// `n % modulo` is, or is not, in one of the ranges.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Test {
    modulo: Option<u64>,
    is: bool,
    ranges: Vec<(u64, u64)>,
}

/// The rules of a language: a form, and the tests that lead to it: one line of which is wholly true.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Plurals(Vec<(&'static str, Vec<Vec<Test>>)>);

impl Plurals {
    /// Whether the language brings rules.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds the rule of a form; nothing for one that cannot be read.
    pub(crate) fn add(&mut self, form: &str, rule: &str) -> Option<()> {
        let form = FORMS.into_iter().find(|known| *known == form)?;
        let lines = rule.split(" or ").map(|line| line.split(" and ").map(test).collect::<Option<Vec<Test>>>());
        self.0.push((form, lines.collect::<Option<Vec<_>>>()?));
        Some(())
    }

    /// The form for a number.
    pub(crate) fn form(&self, n: u64) -> &'static str {
        let holds = |test: &Test| {
            let left = test.modulo.map_or(n, |modulo| n % modulo);
            test.ranges.iter().any(|(from, to)| (*from..=*to).contains(&left)) == test.is
        };
        self.0.iter().find(|(_, lines)| lines.iter().any(|line| line.iter().all(holds))).map_or("other", |(form, _)| form)
    }
}

/// Reads `n % 10 = 2..4,7` or `n != 1`.
fn test(text: &str) -> Option<Test> {
    let (left, is, right) = match text.split_once("!=") {
        Some((left, right)) => (left, false, right),
        None => text.split_once('=').map(|(left, right)| (left, true, right))?,
    };
    let modulo = match left.trim().strip_prefix('n')?.trim().strip_prefix('%') {
        Some(modulo) => Some(modulo.trim().parse().ok().filter(|modulo| *modulo > 0)?),
        None if left.trim() == "n" => None,
        None => return None,
    };
    let range = |part: &str| {
        let (from, to) = part.split_once("..").unwrap_or((part, part));
        Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
    };
    Some(Test { modulo, is, ranges: right.split(',').map(range).collect::<Option<_>>()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_as_unicode_writes_them() {
        let mut slavic = Plurals::default();
        slavic.add("one", "n % 10 = 1 and n % 100 != 11").expect("a rule");
        slavic.add("few", "n % 10 = 2..4 and n % 100 != 12..14").expect("a rule");
        for (n, form) in [(1, "one"), (21, "one"), (11, "other"), (3, "few"), (13, "other"), (24, "few"), (0, "other")] {
            assert_eq!(slavic.form(n), form, "{n}");
        }
        let mut other = Plurals::default();
        other.add("two", "n = 2 or n = 20,22..23").expect("a rule");
        assert_eq!([2, 20, 21, 22, 23].map(|n| other.form(n)), ["two", "two", "other", "two", "two"]);
    }

    #[test]
    fn what_cannot_be_read_is_no_rule() {
        for (form, rule) in
            [("some", "n = 1"), ("one", "m = 1"), ("one", "n"), ("one", "n % 0 = 1"), ("one", "n = x"), ("one", "nn = 1")]
        {
            assert_eq!(Plurals::default().add(form, rule), None, "{form}: {rule}");
        }
    }
}
