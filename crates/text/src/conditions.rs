//! Conditions of use, as printed on a coupon and shown on its public page. What consumer law wants said
//! before a coupon is sold is said on every coupon: where, until when, what it costs, how to check it.

use crate::{Lang, date, date_range, money_short, t, tr};
use domain::coupon::{Class, Funding};
use domain::programme::Rules;
use jiff::civil::Date;

/// What the conditions depend on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conditions {
    /// Given or sold.
    pub funding: Funding,
    /// First day of use.
    pub starts_on: Option<Date>,
    /// Last day of use.
    pub expires_on: Option<Date>,
    /// Whether merchants give change: each territory decides.
    pub gives_change: bool,
    /// The most that is paid back for sold coupons brought back, cents; 0 pays nothing back.
    pub refund_limit_cents: i64,
    /// Where anyone can check a coupon, such as `coupons.exemple.ca`.
    pub check_address: String,
}

impl Conditions {
    /// The conditions of a class.
    pub fn of(class: &Class, rules: &Rules, check_address: impl Into<String>) -> Self {
        Self {
            funding: class.funding,
            starts_on: class.starts_on,
            expires_on: class.expires_on,
            gives_change: rules.gives_change,
            refund_limit_cents: rules.refund_limit_cents,
            check_address: check_address.into(),
        }
    }

    /// The essential, for a card that has little room; the page behind its QR says the rest.
    pub fn on_card(&self, lang: Lang) -> String {
        let word = |yes| if yes { "yes" } else { "no" };
        if self.funding == Funding::Sold {
            let limit = money_short(lang, self.refund_limit_cents, "CAD");
            let refunds = word(self.refund_limit_cents > 0);
            return tr(lang, "paper-conditions-sold", &[("refunds", refunds.into()), ("limit", limit.into())]);
        }
        tr(lang, "paper-conditions-granted", &[("change", word(self.gives_change).into())])
    }
}

/// One sentence a line, in the order they are printed. Never the programme's own text
/// (`Identity::conditions`): print that after.
pub fn conditions(lang: Lang, c: &Conditions) -> Vec<String> {
    let sold = c.funding == Funding::Sold;
    vec![
        t(lang, "print-condition-where"),
        validity(lang, c.funding, c.starts_on, c.expires_on),
        t(lang, if c.gives_change { "print-condition-change-given" } else { "print-condition-no-change" }),
        if sold && c.refund_limit_cents > 0 {
            let limit = money_short(lang, c.refund_limit_cents, "CAD");
            tr(lang, "print-condition-refund", &[("limit", limit.into())])
        } else {
            t(lang, "print-condition-no-cash")
        },
        t(lang, "print-condition-no-fee"),
        t(lang, if sold { "print-condition-lost-sold" } else { "print-condition-lost-granted" }),
        tr(lang, "print-condition-check", &[("address", c.check_address.as_str().into())]),
    ]
}

/// Where a coupon that is not good everywhere may be spent.
pub fn good_only_at(lang: Lang, places: &[String]) -> String {
    tr(lang, "print-condition-home", &[("places", crate::list(lang, places).into())])
}

/// When a coupon is good: « Valable du 1er juillet au 31 octobre 2025. », « N’expire pas. »
pub fn validity(lang: Lang, funding: Funding, starts_on: Option<Date>, expires_on: Option<Date>) -> String {
    // A sold coupon never expires, whatever else is written about it.
    let expires_on = if funding == Funding::Sold { None } else { expires_on };
    match (starts_on, expires_on) {
        (None, None) => t(lang, "print-never-expires"),
        (Some(from), None) => tr(lang, "print-valid-from", &[("from", date(lang, from).into())]),
        (None, Some(until)) => tr(lang, "print-valid-until", &[("until", date(lang, until).into())]),
        (Some(from), Some(until)) => tr(lang, "print-valid-range", &[("range", date_range(lang, from, until).into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as on;

    #[test]
    fn a_sold_coupon_never_expires() {
        let expiry = Some(on(2025, 10, 31));
        assert_eq!(validity(Lang::Fr, Funding::Sold, None, expiry), "N’expire pas.");
        assert_eq!(validity(Lang::Fr, Funding::Granted, None, expiry), "Valable jusqu’au 31 octobre 2025.");
        assert_eq!(
            validity(Lang::Fr, Funding::Granted, Some(on(2025, 7, 1)), expiry),
            "Valable du 1er juillet au 31 octobre 2025."
        );
        assert_eq!(validity(Lang::En, Funding::Sold, Some(on(2025, 7, 1)), None), "Good from July 1, 2025. Never expires.");
    }

    #[test]
    fn what_a_territory_decided_is_what_is_said() {
        let mut c = Conditions {
            funding: Funding::Granted,
            starts_on: None,
            expires_on: None,
            gives_change: false,
            refund_limit_cents: 1_000,
            check_address: String::new(),
        };
        assert!(c.on_card(Lang::Fr).contains("La monnaie n’est pas rendue."));
        c.gives_change = true;
        assert!(c.on_card(Lang::Fr).contains("La monnaie est rendue."));
        c.funding = Funding::Sold;
        assert!(c.on_card(Lang::Fr).contains("10\u{a0}$ ou moins"), "{}", c.on_card(Lang::Fr));
        assert!(conditions(Lang::En, &c).iter().any(|l| l.contains("$10 or less")), "{:?}", conditions(Lang::En, &c));
        c.refund_limit_cents = 0;
        assert!(conditions(Lang::Fr, &c).iter().all(|l| !l.contains("rembourse")));
        assert!(!c.on_card(Lang::Fr).contains("0\u{a0}$"));
    }

    #[test]
    fn each_regime_and_each_choice_has_its_words() {
        for lang in Lang::ALL {
            let mut seen = Vec::new();
            for funding in [Funding::Granted, Funding::Sold] {
                for gives_change in [true, false] {
                    let c = Conditions {
                        funding,
                        starts_on: None,
                        expires_on: None,
                        gives_change,
                        refund_limit_cents: 500,
                        check_address: "c.test".into(),
                    };
                    let lines = conditions(*lang, &c);
                    assert!(lines.iter().all(|l| !l.contains(['⟦', '{'])), "{lines:?}");
                    assert!(lines.iter().any(|l| l.contains("c.test")));
                    assert!(!seen.contains(&lines));
                    seen.push(lines);
                }
            }
        }
    }
}
