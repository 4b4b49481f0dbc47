//! Words that people typed, made harmless for line-based formats.

/// One line: control characters and runs of blanks become one space, ends trimmed.
pub(super) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An hledger description: a semicolon would begin a comment.
pub(super) fn hledger_description(text: &str) -> String {
    one_line(text).replace(';', ",")
}

/// A comment: a colon would make it a tag, and `type:` or `date:` a tag with consequences.
pub(super) fn comment(text: &str) -> String {
    one_line(&text.replace(':', " "))
}

/// A beancount string, with its quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}

/// « 12 coupons », the same in French and in English; nothing for none.
pub(super) fn coupons(count: u64) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 coupon".to_owned()),
        many => Some(format!("{many} coupons")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_breaks_a_line() {
        assert_eq!(one_line(" Ferme\n\tdu  lac\u{0} "), "Ferme du lac");
        assert_eq!(hledger_description("pain; lait"), "pain, lait");
        assert_eq!(comment("type:X  date: 2020"), "type X date 2020");
        assert_eq!(quoted("a \"b\" \\ c"), "\"a \\\"b\\\" \\\\ c\"");
    }
}
