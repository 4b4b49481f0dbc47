//! The navigation of a programme: the pages a person may use, by subject.

use crate::visit::Desk;
use app::domain::role::Role;
use app::permit::Action;
use text::Lang;

/// A link of the navigation.
pub(crate) struct NavLink {
    /// The key of its words; `<key>-hint` says what the page is for.
    pub(crate) key: &'static str,
    /// The key of its subject's words; empty for the home page.
    subject: &'static str,
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) current: bool,
}

/// Links under one heading.
pub(crate) struct NavGroup<'a> {
    /// Its key, for its identifier on the page; empty when it has no heading.
    pub(crate) key: &'static str,
    pub(crate) heading: String,
    pub(crate) links: Vec<&'a NavLink>,
}

/// With this many links or fewer, headings are more to read than the links.
const FEW: usize = 8;

/// The pages this person may use, in the order of a programme's life.
pub(crate) fn links(desk: &Desk) -> Vec<NavLink> {
    let base = format!("/p/{}", desk.book.identity.key);
    let has = |wanted: fn(&Role) -> bool| desk.roles.iter().any(wanted);
    let all = desk.may(Action::SeeAll);
    let hands_out = all || has(|role| matches!(role, Role::PartnerWorker(_)));
    let counts = has(|role| matches!(role, Role::Coordinator | Role::MarketManager(_) | Role::Merchant(_)));
    let sells = has(|role| matches!(role, Role::Merchant(_)));
    let market = desk.book.places.iter().any(|place| desk.may(Action::SeePlace(place.id)));
    let items = [
        ("", "", "nav-home", true),
        ("nav-coupons", "/batches", "nav-batches", all),
        ("nav-coupons", "/stock", "nav-stock", desk.may(Action::RunSeason)),
        ("nav-coupons", "/handouts", "nav-handouts", hands_out),
        ("nav-coupons", "/sale", "nav-sale", !desk.book.offers.is_empty() && (all || desk.may(Action::Sell))),
        ("nav-coupons", "/bands", "nav-bands", desk.may(Action::SeeUse)),
        ("nav-coupons", "/coupon", "nav-coupon", all),
        ("nav-markets", "/market", "nav-market", market),
        ("nav-markets", "/count", "nav-count", counts),
        ("nav-markets", "/phones", "nav-phones", crate::pages::phones::may_see(desk)),
        ("nav-markets", "/disputes", "nav-disputes", all),
        ("nav-markets", "/alerts", "nav-alerts", all),
        ("nav-markets", "/places", "nav-places", true),
        ("nav-markets", "/calendar", "nav-calendar", true),
        ("nav-money", "/settlement", "nav-settlement", desk.may(Action::SeePayments)),
        ("nav-money", "/vendor", "nav-vendor", sells),
        ("nav-money", "/agreements", "nav-agreements", all || sells),
        ("nav-money", "/bank-details", "nav-bank-details", sells || desk.may(Action::SeeBankDetails)),
        ("nav-money", "/funds", "nav-funds", all || has(|role| matches!(role, Role::Funder(_)))),
        ("nav-money", "/forecast", "nav-forecast", all),
        ("nav-programme", "/season", "nav-season", desk.may(Action::SeeProof)),
        ("nav-programme", "/people", "nav-people", desk.may(Action::SeePeople) || desk.may(Action::StaffMoney)),
        // Whoever is only written to finds their messages on their home.
        ("nav-programme", "/messages", "nav-messages", desk.may(Action::SeePeople)),
        ("nav-programme", "/import", "nav-import", !crate::pages::import::kinds(desk).is_empty()),
        ("nav-programme", "/audit", "nav-audit", desk.may(Action::SeeProof)),
        ("nav-programme", "/amendments", "nav-amendments", desk.may(Action::SeeTotals)),
        ("nav-programme", "/signing-keys", "nav-signing-keys", desk.may(Action::SeeProof)),
    ];
    let open = ("nav-programme", "/open".to_owned(), "nav-open", desk.may(Action::OpenAnother));
    let decides = desk.may(Action::OpenAnother) || desk.may(Action::Configure);
    let plans = all || desk.may(Action::Plan) || desk.may(Action::PlanProvince);
    let scenarios = ("nav-programme", "/scenarios".to_owned(), "nav-scenarios", plans);
    let together = ("nav-programme", "/programmes".to_owned(), "nav-together", desk.may(Action::PlanProvince));
    let notebooks = ("nav-programme", "/notebooks".to_owned(), "nav-notebooks", decides);
    let mut links: Vec<NavLink> = items
        .into_iter()
        .map(|(subject, path, key, shown)| (subject, format!("{base}{path}"), key, shown))
        .chain([together, notebooks, scenarios, open])
        .filter(|(.., shown)| *shown)
        .map(|(subject, href, key, _)| {
            let current = desk.visit.path == href || (href != base && desk.visit.path.starts_with(&format!("{href}/")));
            NavLink { key, subject, href, label: text::t(desk.lang(), key), current }
        })
        .collect();
    // At a small desk one's own work comes first, and what everybody has comes last.
    if links.len() <= FEW {
        links.sort_by_key(|link| matches!(link.key, "nav-places" | "nav-calendar" | "nav-import"));
    }
    links
}

/// Links by subject, each under its heading; all in one group when they are few.
pub(crate) fn groups(lang: Lang, links: &[NavLink]) -> Vec<NavGroup<'_>> {
    if links.len() <= FEW {
        return vec![NavGroup { key: "", heading: String::new(), links: links.iter().collect() }];
    }
    links
        .chunk_by(|one, next| one.subject == next.subject)
        .map(|links| {
            let key = links[0].subject;
            let heading = if key.is_empty() { String::new() } else { text::t(lang, key) };
            NavGroup { key, heading, links: links.iter().collect() }
        })
        .collect()
}
