//! The frame of every page: language, title, navigation, who is signed in, and the words and figures that
//! templates ask for.

use crate::failure::{self, Status};
use crate::nav::{self, NavGroup, NavLink};
use crate::visit::Desk;
use app::Error;
use app::domain::amount::Unit;
use app::domain::coupon_set::CouponSet;
use app::domain::programme::Book;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use text::{Lang, Names, Sentence};
use uuid::Uuid;

/// The frame of a page.
pub(crate) struct Shell {
    pub(crate) lang: Lang,
    pub(crate) title: String,
    pub(crate) path: String,
    pub(crate) person: Option<String>,
    pub(crate) book: Option<Arc<Book>>,
    pub(crate) nav: Vec<NavLink>,
    /// The identifier of the forms on this page: one that is sent twice counts once.
    pub(crate) once: String,
    /// The script that reads a code with the camera, for pages that have a field for one.
    pub(crate) eye: String,
    /// The day, when it is not the real one.
    pub(crate) practice: Option<String>,
    /// What was just done, said once.
    pub(crate) done: Option<String>,
    /// What was just refused.
    pub(crate) problem: Option<Sentence>,
    /// The language asked for, when it does not say all of this page yet.
    pub(crate) not_yet: Option<Lang>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
impl Shell {
    pub(crate) fn outside(lang: Lang, title: &str, path: &str, person: Option<String>) -> Self {
        Self {
            lang,
            title: text::t(lang, title),
            path: path.to_owned(),
            person,
            book: None,
            nav: Vec::new(),
            once: String::new(),
            eye: String::new(),
            practice: None,
            done: None,
            problem: None,
            not_yet: None,
        }
    }

    pub(crate) fn inside(desk: &Desk, title: &str) -> Self {
        let lang = desk.lang();
        Self {
            book: Some(desk.book.clone()),
            nav: nav::links(desk),
            once: desk.app().surroundings.uuid().to_string(),
            not_yet: desk.visit.not_yet,
            eye: desk.visit.web.phone.address("eye.js"),
            practice: desk.visit.web.options.practice.then(|| text::date(lang, desk.book.day_of(desk.app().now()))),
            ..Self::outside(lang, title, &desk.visit.here, Some(desk.signed.person.name.clone()))
        }
    }

    /// Says no above a form that was sent. After a fault the form keeps its identifier, because what it asked may
    /// have been kept; after a refusal it is corrected, and so another request.
    pub(crate) fn say_no(&mut self, error: &Error, names: &dyn Names, id: &str) -> Status {
        let (status, sentence) = failure::sentence(self.lang, error, names);
        if let (Error::Fault(_), Ok(id)) = (error, Uuid::parse_str(id.trim())) {
            self.once = id.to_string();
        }
        self.problem = Some(sentence);
        status
    }

    /// Words.
    pub(crate) fn t(&self, key: &str) -> String {
        text::t(self.lang, key)
    }

    /// Words with a number.
    pub(crate) fn n(&self, key: &str, count: &u64) -> String {
        text::tr(self.lang, key, &[("count", (*count).into())])
    }

    /// Words with a text.
    pub(crate) fn w(&self, key: &str, name: &str, value: impl AsRef<str>) -> String {
        text::tr(self.lang, key, &[(name, value.as_ref().into())])
    }

    /// Words with two texts.
    pub(crate) fn ww(&self, key: &str, first: &str, this: impl AsRef<str>, second: &str, that: impl AsRef<str>) -> String {
        text::tr(self.lang, key, &[(first, this.as_ref().into()), (second, that.as_ref().into())])
    }

    /// Words with a number and a text.
    pub(crate) fn nw(&self, key: &str, count: &u64, name: &str, value: impl AsRef<str>) -> String {
        text::tr(self.lang, key, &[("count", (*count).into()), (name, value.as_ref().into())])
    }

    /// Dollars.
    pub(crate) fn money(&self, cents: &i64) -> String {
        text::money(self.lang, *cents, "CAD")
    }

    /// An amount in one of the programme's units.
    pub(crate) fn amount(&self, minor: &i64, unit: &Unit) -> String {
        let name = match (&self.book, *unit) {
            (_, Unit::CAD) | (None, _) => "CAD",
            (Some(book), unit) => book.units.get(usize::from(unit.0) - 1).map_or("?", |u| u.name.as_str()),
        };
        text::money(self.lang, *minor, name)
    }

    /// A whole number.
    pub(crate) fn number(&self, value: &u64) -> String {
        text::number(self.lang, i64::try_from(*value).unwrap_or(i64::MAX))
    }

    /// A share.
    pub(crate) fn percent(&self, part: &u64, whole: &u64) -> String {
        let int = |v: u64| i64::try_from(v).unwrap_or(i64::MAX);
        text::percent(self.lang, int(*part), int(*whole))
    }

    /// Coupons as people write them: « coupons 9 à 12 du lot 1 ».
    pub(crate) fn coupons(&self, set: &CouponSet) -> String {
        let mut by_batch: BTreeMap<u32, (u64, Vec<String>)> = BTreeMap::new();
        for range in set.ranges() {
            let (first, last) = (range.first.number().to_string(), range.last.number().to_string());
            let (count, parts) = by_batch.entry(range.first.batch().0).or_default();
            *count += range.len();
            parts.push(if first == last { first } else { self.ww("coupons-range", "first", first, "last", last) });
        }
        let parts: Vec<String> = by_batch
            .into_iter()
            .map(|(batch, (count, parts))| {
                let numbers = text::list(self.lang, &parts);
                let facts = [("count", count.into()), ("numbers", numbers.into()), ("batch", batch.to_string().into())];
                text::tr(self.lang, "coupons-of-batch", &facts)
            })
            .collect();
        text::list(self.lang, &parts)
    }

    /// A day.
    pub(crate) fn date(&self, day: &Date) -> String {
        text::date(self.lang, *day)
    }

    /// An instant, where the programme lives.
    pub(crate) fn at(&self, instant: &Timestamp) -> String {
        let zone = self.book.as_ref().map_or(jiff::tz::TimeZone::UTC, |b| b.zone());
        text::date_time(self.lang, *instant, &zone)
    }

    /// When somebody says that something happened: a counted pile has a day and no hour, and is written down as of noon.
    pub(crate) fn moment(&self, instant: &Timestamp) -> String {
        let zone = self.book.as_ref().map_or(jiff::tz::TimeZone::UTC, |b| b.zone());
        let there = instant.to_zoned(zone).datetime();
        if there.time() == jiff::civil::time(12, 0, 0, 0) { self.date(&there.date()) } else { self.at(instant) }
    }

    /// A label of a family: `("state", "handed_out")`.
    pub(crate) fn label(&self, family: &str, key: &str) -> String {
        text::key_label(self.lang, family, key)
    }

    /// The sentence that explains a label: `("state", "handed_out")`, or a link's key and nothing.
    pub(crate) fn hint(&self, family: &str, key: &str) -> String {
        let key = if key.is_empty() { "hint".to_owned() } else { format!("{key}-hint") };
        text::key_label(self.lang, family, &key)
    }

    /// What to do next, after a label.
    pub(crate) fn then(&self, family: &str, key: &str) -> String {
        text::key_label(self.lang, family, &format!("{key}-next"))
    }

    /// Whether the navigation has a page: only those this person may use are in it.
    pub(crate) fn links_to(&self, key: &str) -> bool {
        self.nav.iter().any(|link| link.key == key)
    }

    /// The navigation by subject; one group without a heading when there are few links.
    pub(crate) fn nav_groups(&self) -> Vec<NavGroup<'_>> {
        nav::groups(self.lang, &self.nav)
    }

    /// The base path of the programme's pages.
    pub(crate) fn base(&self) -> String {
        self.book.as_ref().map_or_else(String::new, |b| format!("/p/{}", b.identity.key))
    }

    /// The other languages: short code and name.
    pub(crate) fn other_langs(&self) -> Vec<(&'static str, &'static str)> {
        Lang::spoken().filter(|lang| *lang != self.lang).map(|lang| (lang.short(), lang.name())).collect()
    }

    /// Every language: short code, name, whether it is this page's.
    pub(crate) fn langs(&self) -> Vec<(&'static str, &'static str, bool)> {
        Lang::spoken().map(|lang| (lang.short(), lang.name(), lang == self.lang)).collect()
    }

    /// `lang` attribute.
    pub(crate) fn lang_code(&self) -> &'static str {
        self.lang.code()
    }
}
