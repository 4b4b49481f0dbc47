//! The guide, for everybody: one path a person, the field's words, and nothing that needs a sign-in.

use crate::Web;
use crate::assets;
use crate::failure::{self, render};
use crate::page::Shell;
use crate::visit::{At, Visit};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;
use text::Lang;
use text::guide::{Block, Guide, PEOPLE, guide};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/guide", get(list)).route("/guide/words", get(words)).route("/guide/{person}", get(show))
}

/// Where the guide says how to fill a page that is empty: the key of its words, the path and its part.
const EMPTY: [(&str, &str); 18] = [
    ("agreement-list-empty", "coordinator#first"),
    ("empty-batches", "coordinator#before"),
    ("empty-coupons", "coordinator#before"),
    ("empty-disputes", "coordinator#week"),
    ("empty-alerts", "coordinator#week"),
    ("empty-funds", "treasurer#first"),
    ("empty-handouts", "partner-worker#each"),
    ("empty-messages", "coordinator#week"),
    ("empty-messages-sent", "coordinator#week"),
    ("empty-offers", "coordinator#before"),
    ("empty-partners", "coordinator#first"),
    ("empty-places", "coordinator#first"),
    ("empty-settlements", "treasurer#week"),
    ("empty-vendors", "coordinator#first"),
    ("moves-empty", "coordinator#week"),
    ("phones-none", "market-manager#first"),
    ("place-list-empty", "coordinator#first"),
    ("start-empty", "network#first"),
];

/// The address of the part of the guide that helps on an empty page; the whole guide when none does.
pub(crate) fn for_empty(key: &str) -> String {
    EMPTY.iter().find(|(empty, _)| *empty == key).map_or_else(|| "/guide".to_owned(), |(_, part)| format!("/guide/{part}"))
}

/// A path in the list: its address, whose it is, what they do.
struct Entry {
    person: &'static str,
    name: String,
    hint: String,
}

fn entry(s: &Shell, person: &'static str) -> Entry {
    let (name, hint) = if person == "household" {
        (s.t("guide-household"), s.t("guide-household-hint"))
    } else {
        (s.label("role", person), s.hint("role", person))
    };
    Entry { person, name, hint }
}

/// Whether somebody signed in has this role, in any programme.
fn is_theirs(visit: &Visit, person: &str) -> bool {
    let roles = visit.signed.iter().flat_map(|signed| &signed.roles).flat_map(|(_, roles)| roles);
    roles.into_iter().any(|role| role.key().replace('_', "-") == person)
}

#[derive(Template)]
#[template(path = "guide/list.html")]
struct ListPage {
    s: Shell,
    yours: Vec<Entry>,
    others: Vec<Entry>,
}

async fn list(visit: Visit) -> Response {
    let s = visit.shell("guide-title");
    let (yours, others): (Vec<&str>, Vec<&str>) = PEOPLE.iter().partition(|person| is_theirs(&visit, person));
    let entries = |people: Vec<&'static str>| people.into_iter().map(|person| entry(&s, person)).collect();
    let (yours, others) = (entries(yours), entries(others));
    render(&ListPage { s, yours, others })
}

#[derive(Template)]
#[template(path = "guide/guide.html")]
struct GuidePage {
    s: Shell,
    name: String,
    guide: Guide,
}

impl GuidePage {
    /// A picture of the screen: its address, width and height; nothing before it was taken.
    fn picture(&self, name: &str) -> Option<(String, u32, u32)> {
        let file = format!("{name}.{}.webp", self.s.lang.short());
        let (width, height) = assets::picture_size(&file)?;
        Some((format!("/a/guide/{file}"), width, height))
    }
}

async fn show(visit: Visit, At(person): At<String>) -> Response {
    let (Some(person), Some(guide)) = (PEOPLE.into_iter().find(|p| *p == person), guide(visit.lang, &person)) else {
        return failure::missing(visit.shell("app-not-found"));
    };
    let mut s = visit.shell("guide-title");
    let name = entry(&s, person).name;
    s.title = s.w("guide-of", "name", &name);
    render(&GuidePage { s, name, guide })
}

/// A word of the field, in the language of the page and in another.
struct Word {
    id: String,
    said: String,
    means: String,
    other: String,
}

#[derive(Template)]
#[template(path = "guide/words.html")]
struct WordsPage {
    s: Shell,
    words: Vec<Word>,
    other: Lang,
}

async fn words(visit: Visit) -> Response {
    let s = visit.shell("guide-words");
    let lang = s.lang;
    let other = Lang::ALL.iter().copied().find(|other| *other != lang).unwrap_or(lang);
    let keys = text::keys(Lang::default()).into_iter().filter(|key| key.starts_with("word-") && !key.ends_with("-means"));
    let mut words: Vec<Word> = keys
        .map(|key| Word {
            id: key.trim_start_matches("word-").to_owned(),
            said: s.t(key),
            means: s.t(&format!("{key}-means")),
            other: text::t(other, key),
        })
        .collect();
    words.sort_by(|a, b| text::compare(lang, &a.said, &b.said));
    render(&WordsPage { s, words, other })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_empty_page_leads_to_a_part_that_exists() {
        for (key, part) in EMPTY {
            assert!(text::has(Lang::Fr, key), "{key}");
            let (person, id) = part.split_once('#').expect("a path and its part");
            let path = guide(Lang::Fr, person).expect("a path");
            assert!(path.sections.iter().any(|section| section.id == id), "{part}");
        }
    }

    #[test]
    fn every_empty_page_of_the_templates_is_listed() {
        fn look(folder: &std::path::Path, found: &mut Vec<String>) {
            for entry in std::fs::read_dir(folder).expect("templates").flatten() {
                if entry.path().is_dir() {
                    look(&entry.path(), found);
                    continue;
                }
                let html = std::fs::read_to_string(entry.path()).expect("a template");
                found.extend(html.split("::empty(s, \"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
            }
        }
        let mut found = Vec::new();
        look(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"), &mut found);
        assert!(found.len() > 10);
        for key in found {
            assert!(EMPTY.iter().any(|(empty, _)| *empty == key), "{key}: say where the guide helps");
        }
    }
}
