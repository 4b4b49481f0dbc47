//! The merchant's agreement in words: what the territory decided, said to whoever signs it.

use crate::{Lang, conditions::validity, date, date_range, money, t, tr};
use domain::agreement::Agreement;
use domain::programme::Book;

/// A part of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Its heading.
    pub title: String,
    /// Its sentences, in order.
    pub sentences: Vec<String>,
}

/// The agreement of a merchant for a place, from the programme's own decisions.
pub fn agreement(lang: Lang, book: &Book, agreement: &Agreement) -> Vec<Part> {
    let part = |key: &str, sentences: Vec<String>| Part { title: t(lang, key), sentences };
    let vendor = book.vendor(agreement.vendor).map_or("", |v| v.name.as_str());
    let place = book.place(agreement.place).map_or("", |p| p.name.as_str());
    let rules = &book.rules;
    let own = |class: &&domain::coupon::Class| {
        book.vendor(agreement.vendor).is_some_and(|v| v.classes.is_empty() || v.classes.contains(&class.id))
    };
    let classes = book.classes.iter().filter(own).map(|class| {
        let facts = [
            ("letter", class.letter.to_string().into()),
            ("name", class.name.as_str().into()),
            ("face", money(lang, class.face.minor, book.unit_name(class.face.unit)).into()),
            ("validity", validity(lang, class.funding, class.starts_on, class.expires_on).into()),
        ];
        tr(lang, "agreement-class", &facts)
    });
    let parties = [
        ("carrier", book.identity.carrier.as_str().into()),
        ("programme", book.identity.name.as_str().into()),
        ("vendor", vendor.into()),
        ("place", place.into()),
        ("dates", date_range(lang, agreement.from, agreement.until).into()),
    ];
    let mut doubt = vec![t(lang, "agreement-doubt-decided")];
    if rules.on_the_spot_cents > 0 {
        doubt.push(tr(lang, "agreement-doubt-spot", &[("limit", money(lang, rules.on_the_spot_cents, "CAD").into())]));
    }
    doubt.push(t(lang, "agreement-doubt-good-faith"));
    let mut payment = vec![
        tr(
            lang,
            "agreement-pay-target",
            &[("days", u64::from(rules.payment_target_days).into()), ("fiduciary", book.identity.fiduciary.as_str().into())],
        ),
        t(lang, "agreement-pay-no-fee"),
    ];
    if rules.minimum_payment_cents > 0 {
        payment.push(tr(lang, "agreement-pay-minimum", &[("least", money(lang, rules.minimum_payment_cents, "CAD").into())]));
    }
    vec![
        part("agreement-parties", vec![tr(lang, "agreement-between", &parties), tr(lang, "agreement-where", &parties)]),
        part("agreement-coupons", std::iter::once(t(lang, "agreement-coupons-list")).chain(classes).collect()),
        part(
            "agreement-stall",
            vec![
                t(lang, "agreement-stall-food"),
                t(lang, "agreement-stall-same"),
                t(lang, if rules.gives_change { "agreement-stall-change" } else { "agreement-stall-no-change" }),
                t(lang, "agreement-stall-names"),
            ],
        ),
        part(
            "agreement-bring",
            vec![
                t(lang, "agreement-bring-how"),
                tr(lang, "agreement-bring-last", &[("last", date(lang, book.season.last_claim_on).into())]),
            ],
        ),
        part("agreement-pay", payment),
        part("agreement-doubt", doubt),
        part("agreement-end", vec![t(lang, "agreement-end-notice"), t(lang, "agreement-end-paid")]),
    ]
}
