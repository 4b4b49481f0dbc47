//! Two notebooks side by side, or one at two moments.

use super::{Tabs, seen, shell, tabs};
use crate::Web;
use crate::failure::render;
use crate::page::Shell;
use crate::read::Query;
use crate::visit::{At, Owner};
use app::notebook::{self as notebooks, Notebook, catalogue};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/notebooks/{notebook}/compare", get(show))
}

/// A question, as both answer it.
struct Row {
    /// Its question's short name.
    question: String,
    words: String,
    this: String,
    other: String,
    same: bool,
}

#[derive(Template)]
#[template(path = "notebook/compare.html")]
struct ComparePage {
    s: Shell,
    tabs: Tabs,
    /// What this one may be compared with: value and name.
    others: Vec<(String, String)>,
    asked: Asked,
    versions: u32,
    /// Name of what it is compared with, and the rows.
    found: Option<(String, Vec<Row>)>,
    same: u64,
    differ: u64,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Asked {
    /// `model:portneuf`, or another notebook's short name.
    with: String,
    /// A version of this notebook, instead.
    version: String,
    /// `on`: differences only.
    only: String,
}

async fn show(owner: Owner, At(key): At<String>, Query(asked): Query<Asked>) -> Response {
    let this = match seen(&owner, &key, None).await {
        Ok(seen) => seen,
        Err(error) => return owner.visit.failure(&error),
    };
    let s = shell(&owner, "notebook-compare");
    let mine = match owner.visit.app().notebooks(owner.signed.person.id).await {
        Ok(mine) => mine,
        Err(error) => return owner.visit.failure(&error),
    };
    let mut others: Vec<(String, String)> =
        mine.iter().filter(|seen| seen.cover.key != key).map(|seen| (seen.cover.key.clone(), seen.cover.name.clone())).collect();
    others.extend(catalogue().known.iter().filter(|known| known.model).map(|known| {
        let name = super::name_of(s.lang, known).0;
        (format!("model:{}", known.key), name)
    }));
    let version = asked.version.trim().parse::<u32>().ok().filter(|version| (1..this.version).contains(version));
    let found: Option<(String, Notebook)> = match (asked.with.as_str(), version) {
        ("", Some(version)) => match seen(&owner, &key, Some(version)).await {
            Ok(seen) => Some((s.w("notebook-past-version", "number", version.to_string()), seen.notebook)),
            Err(error) => return owner.visit.failure(&error),
        },
        ("", None) => None,
        (with, _) => match with.strip_prefix("model:") {
            Some(model) => Notebook::start(catalogue(), model).map(|notebook| (notebooks::model(s.lang, model), notebook)),
            None => match seen(&owner, with, None).await {
                Ok(seen) => Some((seen.cover.name, seen.notebook)),
                Err(error) => return owner.visit.failure(&error),
            },
        },
    };
    let (mut same, mut differ) = (0, 0);
    let found = found.map(|(name, other)| {
        let rows = notebooks::side_by_side(catalogue(), &[&this.notebook, &other]);
        let mut shown = Vec::new();
        for row in rows {
            if row.same {
                same += 1;
            } else {
                differ += 1;
            }
            if row.same && asked.only == "on" {
                continue;
            }
            let words = |at: usize| {
                let answer = row.answers.get(at).copied().flatten();
                answer.map_or_else(|| s.t("notebook-no-answer"), |answer| notebooks::said(s.lang, row.question, answer))
            };
            let decision = this.notebook.decision(row.question).or_else(|| other.decision(row.question));
            shown.push(Row {
                question: row.question.to_owned(),
                words: notebooks::in_short(s.lang, row.question, decision),
                this: words(0),
                other: words(1),
                same: row.same,
            });
        }
        (name, shown)
    });
    render(&ComparePage { tabs: tabs(&s, &this, "/compare"), others, asked, versions: this.version, found, same, differ, s })
}
