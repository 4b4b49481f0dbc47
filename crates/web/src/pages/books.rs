//! The books for an accountant: every month, closed once it is over, in the format of their program.

use crate::Web;
use crate::failure::render;
use crate::form;
use crate::page::Shell;
use crate::read::Query;
use crate::visit::Desk;
use crate::work::{File, Product};
use app::App;
use app::books::{self, Format};
use app::domain::chain::hex;
use app::domain::fund::Period;
use app::domain::refusal::Refusal;
use app::year_end;
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/books", get(show))
        .route("/p/{programme}/books/journal", get(journal))
        .route("/p/{programme}/books/accounts.csv", get(accounts))
        .route("/p/{programme}/books/year-end.zip", get(year_end))
}

/// A month.
struct MonthRow {
    key: String,
    name: String,
    entries: u64,
    /// The beginning of the log's link at its end; nothing while it is open.
    link: String,
}

#[derive(Template)]
#[template(path = "books/books.html")]
struct BooksPage {
    s: Shell,
    months: Vec<MonthRow>,
    formats: [&'static str; 6],
    file: String,
}

impl BooksPage {
    fn closed(&self) -> impl Iterator<Item = &MonthRow> {
        self.months.iter().filter(|month| !month.link.is_empty())
    }
}

async fn show(desk: Desk) -> Response {
    let actor = desk.actor();
    let months = match desk.app().look(desk.programme(), move |cx| books::months(cx, actor)).await {
        Ok(months) => months,
        Err(error) => return desk.failure(&error),
    };
    let s = desk.shell("books-title");
    let months = months
        .iter()
        .map(|month| MonthRow {
            key: month.first.strftime("%Y-%m").to_string(),
            name: text::month_year(desk.lang(), month.first),
            entries: month.entries,
            link: month.link.map_or_else(String::new, |link| hex(&link)[..16].to_owned()),
        })
        .collect();
    render(&BooksPage { months, formats: Format::ALL.map(Format::key), file: app::profiles::plan_file(&desk.book), s })
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    format: String,
    /// `2026-07`; everything when empty.
    #[serde(default)]
    month: String,
}

async fn journal(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let month = if asked.month.is_empty() { Some(None) } else { books::parse_month(&asked.month).map(Some) };
    let (Some(format), Some(month)) = (Format::parse(&asked.format), month) else {
        return desk.failure(&Refusal::UnknownAddress.into());
    };
    let (actor, lang, programme) = (desk.actor(), desk.lang(), desk.programme());
    let make = move |app: App| async move {
        app.look(programme, move |cx| {
            let mut bytes = Vec::new();
            books::write(cx, actor, lang, format, month, &mut bytes)?;
            Ok(bytes)
        })
        .await
    };
    let of = month.map_or_else(String::new, |first| format!("-{}", first.strftime("%Y-%m")));
    let name = format!("{}{of}-{}.{}", desk.book.identity.key, format.key(), format.ending());
    let kind = if format.ending() == "csv" { "text/csv; charset=utf-8" } else { "text/plain; charset=utf-8" };
    let leave = move |bytes| Product::File(File { name, kind, bytes });
    desk.long(("work-export", "/books"), make, leave).await.unwrap_or_else(|error| desk.failure(&error))
}

async fn accounts(desk: Desk) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    match desk.app().look(desk.programme(), move |cx| books::plan_table(cx, actor, lang)).await {
        Ok(bytes) => {
            let disposition = format!("attachment; filename=\"{}\"", app::profiles::plan_file(&desk.book));
            ([(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
                .into_response()
        }
        Err(error) => desk.failure(&error),
    }
}

#[derive(Deserialize, Default)]
struct Year {
    #[serde(default)]
    since: String,
    #[serde(default)]
    until: String,
}

/// The days asked for: both, or none for everything until now.
fn days(asked: &Year) -> Result<Option<Period>, Refusal> {
    if asked.since.trim().is_empty() && asked.until.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some(Period { since: form::day(&asked.since)?, until: form::day(&asked.until)? }))
}

async fn year_end(desk: Desk, Query(asked): Query<Year>) -> Response {
    let period = match days(&asked) {
        Ok(period) => period,
        Err(refusal) => return desk.failure(&refusal.into()),
    };
    let (actor, lang, programme) = (desk.actor(), desk.lang(), desk.programme());
    let make = move |app: App| async move { app.look(programme, move |cx| year_end::write(cx, actor, lang, period)).await };
    let name = year_end::file_name(&desk.book.identity.key, period);
    let leave = move |bytes| Product::File(File { name, kind: "application/zip", bytes });
    desk.long(("work-export", "/books"), make, leave).await.unwrap_or_else(|error| desk.failure(&error))
}
