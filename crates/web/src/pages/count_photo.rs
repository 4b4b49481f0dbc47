//! What was read in pictures of coupons, before anything is counted: each symbol outlined where it is, a field for
//! each that could not be read, one button that counts all. The pictures are in the page and nowhere else.

use super::count::CountForm;
use crate::failure::render;
use crate::page::Shell;
use crate::visit::Desk;
use app::Error;
use app::domain::refusal::Refusal;
use app::photo::{self, Kind, Pile, Sent};
use askama::Template;
use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// How long a sending waits for those before it, and for its own reading.
const PATIENCE: Duration = Duration::from_secs(90);

/// An outline on a picture.
struct Outline {
    points: String,
    class: &'static str,
    /// The mark's number, and where it is written; for a symbol that could not be read.
    number: Option<(u32, i64, i64)>,
}

struct Shown {
    width: usize,
    height: usize,
    data: String,
    outlines: Vec<Outline>,
    /// The height of a mark's number.
    letter: usize,
    unread: u64,
}

/// A symbol that could not be read, seen from near.
struct Mark {
    number: u32,
    data: String,
}

#[derive(Template)]
#[template(path = "redemption/photo.html")]
struct PhotoPage {
    s: Shell,
    form: CountForm,
    vendor: String,
    place: String,
    read: String,
    coupons: u64,
    total: String,
    pictures: Vec<Shown>,
    marks: Vec<Mark>,
    repeats: u64,
    others: u64,
    left: u64,
    written: u64,
}

/// Reads the pictures and shows what they say.
pub(super) async fn show(desk: &Desk, form: CountForm, sent: Vec<Sent>) -> Result<Response, Error> {
    let pile = read(desk, sent).await?;
    let s = desk.shell("nav-count");
    let name = |list: Vec<(u32, String)>, id: &str| {
        list.into_iter().find(|(known, _)| known.to_string() == id.trim()).map(|(_, name)| name).unwrap_or_default()
    };
    let faces = pile.faces(&desk.book);
    let page = PhotoPage {
        vendor: name(crate::form::vendors(&desk.book), &form.vendor),
        place: name(crate::form::places(&desk.book), &form.place),
        total: faces.iter().map(|a| s.amount(&a.minor, &a.unit)).collect::<Vec<_>>().join(" + "),
        coupons: pile.codes.len() as u64,
        read: pile.codes.join("\n"),
        marks: pile.pictures.iter().flat_map(|p| &p.marks).filter_map(mark).collect(),
        pictures: pile.pictures.iter().map(shown).collect(),
        repeats: pile.repeats,
        others: pile.others,
        left: pile.left,
        written: form.codes.lines().filter(|line| !line.trim().is_empty()).count() as u64,
        form,
        s,
    };
    Ok(render(&page))
}

/// On a thread of its own, when those before have ended. A reading that does not end keeps its turn, so that no
/// more than one processor is ever lost to a file made for that.
async fn read(desk: &Desk, sent: Vec<Sent>) -> Result<Pile, Error> {
    let eyes = desk.visit.web.eyes.clone();
    let turn = timeout(PATIENCE, Arc::clone(&eyes).acquire_owned()).await;
    let Ok(Ok(turn)) = turn else { return Err(Refusal::PicturesWait.into()) };
    let name = sent.first().map(|sent| sent.name.clone()).unwrap_or_default();
    let reading = tokio::task::spawn_blocking(move || {
        let pile = photo::read(&sent);
        drop(turn);
        pile
    });
    match timeout(PATIENCE, reading).await {
        Ok(Ok(pile)) => Ok(pile?),
        Ok(Err(_)) | Err(_) => Err(Refusal::NotAPicture { file: name }.into()),
    }
}

fn data(jpeg: &[u8]) -> String {
    format!("data:image/jpeg;base64,{}", BASE64_STANDARD.encode(jpeg))
}

fn mark(mark: &photo::Mark) -> Option<Mark> {
    match &mark.kind {
        Kind::Unread { number, close } => Some(Mark { number: *number, data: data(close) }),
        _ => None,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "pixels")]
fn shown(picture: &photo::Picture) -> Shown {
    let outlines: Vec<Outline> = picture
        .marks
        .iter()
        .map(|mark| {
            let mut points = String::new();
            for (x, y) in mark.corners {
                let _ = write!(points, "{x:.0},{y:.0} ");
            }
            let middle = |of: fn(&(f32, f32)) -> f32| (mark.corners.iter().map(of).sum::<f32>() / 4.0) as i64;
            let (class, number) = match &mark.kind {
                Kind::Coupon => ("read", None),
                Kind::Again => ("again", None),
                Kind::Other => ("other", None),
                Kind::Unread { number, .. } => ("unread", Some((*number, middle(|c| c.0), middle(|c| c.1)))),
            };
            Outline { points: points.trim_end().to_owned(), class, number }
        })
        .collect();
    let unread = outlines.iter().filter(|outline| outline.number.is_some()).count() as u64;
    let letter = picture.width.max(picture.height) / 25;
    Shown { width: picture.width, height: picture.height, data: data(&picture.jpeg), outlines, letter, unread }
}
