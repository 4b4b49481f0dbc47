//! Decisions as people read them: what each is about, and what it says.

use crate::{Lang, date, key_label, label, money, percent, t, tr};
use domain::amendment::Value;
use domain::programme::Band;
use domain::replacement::Replacement;

/// What a decision is about: « Jours ouvrables pour payer les marchands », or a size of household of the scale.
pub fn decision(lang: Lang, what: &str, bands: &[Band]) -> String {
    match what.strip_prefix("band-") {
        Some(key) => {
            let name = bands.iter().find(|band| band.key == key).map_or(key, |band| band.label.as_str());
            tr(lang, "decided-band", &[("band", name.into())])
        }
        None => key_label(lang, "decided", what),
    }
}

/// What it says: « 5 jours », « 20,00 $ ».
pub fn decided(lang: Lang, what: &str, value: Value) -> String {
    match value {
        Value::Money(cents) => money(lang, cents, "CAD"),
        Value::Share(share) => percent(lang, i64::from(share.0), 10_000),
        // As on the page of telephones: two weeks, rather than 336 hours.
        Value::Count(hours) if what == "lists_hours" && hours > 48 && hours.is_multiple_of(24) => {
            tr(lang, "decided-days", &[("count", u64::from(hours / 24).into())])
        }
        Value::Count(count) => {
            let unit = match what {
                "approvals" => "decided-people",
                "lists_hours" | "hours_away" => "decided-hours",
                "household_coupons" | "run_coupons" | "minute_coupons" => "count-coupons",
                "peers_times" => "decided-times",
                _ => "decided-days",
            };
            tr(lang, unit, &[("count", u64::from(count).into())])
        }
        Value::Choice(true) => t(lang, "decided-yes"),
        Value::Choice(false) => t(lang, "decided-no"),
        Value::Day(day) => date(lang, day),
        Value::FundPolicy(policy) => label(lang, &policy),
        Value::PaymentRoute(route) => key_label(lang, "decided-payment-route", route.key()),
        Value::PaymentEvery(every) => key_label(lang, "decided-payment-every", every.key()),
        Value::Replacement(Replacement::Never) => t(lang, "decided-replacement-never"),
        Value::Replacement(Replacement::Coordinator) => t(lang, "decided-replacement-coordinator"),
        Value::Replacement(Replacement::Partner) => t(lang, "decided-replacement-partner"),
    }
}
