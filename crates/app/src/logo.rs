//! Logos: a territory's at its notebook, a funder's at its fund. Documents carry them, and no rule depends on them.

use crate::command::Cx;
use crate::notebook;
use crate::permit::{Action, ask};
use crate::photo::Sent;
use crate::sign_in::NO_PROGRAMME;
use crate::world::{App, Error};
use domain::ids::{Actor, FundId, PersonId, ProgrammeId};
use domain::programme::Book;
use domain::refusal::Refusal;
use print::document::{Logo, MOST_PIXELS, NoLogo};
use std::panic::catch_unwind;
use store::{Fault, LogoOf, LogoRow, Seat};

/// The most letters of what a logo shows.
pub const LONGEST: usize = 150;

/// Whose logo somebody means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Whose {
    /// A territory's: its notebook's short name.
    Notebook(String),
    /// A funder's.
    Fund(ProgrammeId, FundId),
}

/// A logo as somebody sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The notebook's name, or the fund's.
    pub name: String,
    /// What the logo is likely to be called: the territory's notebook, or the funder.
    pub owner: String,
    /// What it shows, if there is one.
    pub alt: Option<String>,
    /// Whether they may change it.
    pub may_change: bool,
}

/// A logo as documents carry it.
pub(crate) fn of(cx: &mut Cx<'_, '_>, of: LogoOf) -> Result<Option<Logo>, Error> {
    let drawn = |row: LogoRow| Logo { alt: row.alt, png: row.png, width: row.width, height: row.height };
    Ok(cx.tx.logo(of)?.map(drawn))
}

/// The logo of the territory that a programme serves: that of the notebook it came of.
pub(crate) fn of_territory(cx: &mut Cx<'_, '_>, programme: ProgrammeId) -> Result<Option<Logo>, Error> {
    let came_of = cx.tx.notebooks()?.into_iter().find(|cover| cover.programme == Some(programme));
    came_of.map_or(Ok(None), |cover| of(cx, LogoOf::Notebook(cover.id)))
}

/// The logos of a programme's funders, in the order of its funds.
pub(crate) fn of_funders(cx: &mut Cx<'_, '_>, book: &Book) -> Result<Vec<Logo>, Error> {
    let mut logos = Vec::new();
    for fund in book.funds.iter().filter(|fund| !fund.is_sales) {
        logos.extend(of(cx, LogoOf::Fund(book.identity.id, fund.id))?);
    }
    // A funder with two funds is thanked once.
    let mut seen: Vec<Vec<u8>> = Vec::new();
    logos.retain(|logo| {
        let is_new = !seen.contains(&logo.png);
        seen.push(logo.png.clone());
        is_new
    });
    Ok(logos)
}

/// Which logo is meant, and what somebody sees of it without the picture.
fn meant(cx: &mut Cx<'_, '_>, person: PersonId, whose: &Whose) -> Result<(LogoOf, Shown), Error> {
    let (of, name, owner, may_change) = match whose {
        Whose::Notebook(key) => {
            let (cover, seat) = notebook::open_at(cx, person, key, Seat::Reader)?;
            (LogoOf::Notebook(cover.id), cover.name.clone(), cover.name, seat >= Seat::Member)
        }
        Whose::Fund(programme, fund) => {
            let book = cx.tx.book(*programme)?.ok_or(Refusal::NotFound)?;
            let may = |action| ask(Some(&book), Actor::Person(person), action);
            may(Action::SeeAll).or_else(|_| may(Action::SeeFund(*fund)))?;
            let known = book.fund(*fund).filter(|fund| !fund.is_sales).ok_or(Refusal::NotFound)?;
            (LogoOf::Fund(*programme, *fund), known.name.clone(), known.funder.clone(), may(Action::Configure).is_ok())
        }
    };
    let alt = cx.tx.logo(of)?.map(|logo| logo.alt);
    Ok((of, Shown { name, owner, alt, may_change }))
}

/// Which logo is meant, for somebody who may change it.
fn to_change(cx: &mut Cx<'_, '_>, person: PersonId, whose: &Whose) -> Result<LogoOf, Error> {
    match meant(cx, person, whose)? {
        (of, shown) if shown.may_change => Ok(of),
        _ => Err(Refusal::NotPermitted.into()),
    }
}

fn read(file: &Sent, alt: String) -> Result<Logo, Refusal> {
    // A parser of other people's files may have a fault of its own: it is then a file that we cannot read.
    let made = catch_unwind(|| Logo::read(&file.bytes, alt)).unwrap_or(Err(NoLogo::NotAPicture));
    made.map_err(|_| Refusal::LogoUnread { file: file.name.clone(), megapixels: MOST_PIXELS / 1_000_000 })
}

impl App {
    /// What somebody sees of a logo.
    pub async fn logo(&self, person: PersonId, whose: Whose) -> Result<Shown, Error> {
        self.look(NO_PROGRAMME, move |cx| Ok(meant(cx, person, &whose)?.1)).await
    }

    /// The picture, PNG.
    pub async fn logo_file(&self, person: PersonId, whose: Whose) -> Result<Vec<u8>, Error> {
        self.look(NO_PROGRAMME, move |cx| {
            let (of, _) = meant(cx, person, &whose)?;
            Ok(cx.tx.logo(of)?.ok_or(Refusal::NotFound)?.png)
        })
        .await
    }

    /// Puts a logo in the place of the one that there was. Without a file, only what it shows is written again.
    pub async fn put_logo(&self, person: PersonId, whose: Whose, file: Option<Sent>, alt: &str) -> Result<(), Error> {
        let alt = alt.trim().to_owned();
        // Whether they may is said before anything of what they sent.
        let asked = whose.clone();
        self.look(NO_PROGRAMME, move |cx| to_change(cx, person, &asked).map(drop)).await?;
        if alt.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        if alt.chars().count() > LONGEST {
            return Err(Refusal::TooLongText { limit: LONGEST as u64 }.into());
        }
        let words = alt.clone();
        let made = match file {
            // Unpacking takes a part of a second: on a thread that may block.
            Some(file) => {
                let read = tokio::task::spawn_blocking(move || read(&file, words)).await;
                Some(read.map_err(|e| Fault::Other(e.to_string()))??)
            }
            None => None,
        };
        self.act(NO_PROGRAMME, move |cx| {
            let of = to_change(cx, person, &whose)?;
            let row = match (&made, cx.tx.logo(of)?) {
                (Some(Logo { png, width, height, .. }), _) => {
                    let (png, author, put_at) = (png.clone(), person, cx.now());
                    LogoRow { alt: alt.clone(), png, width: *width, height: *height, author, put_at }
                }
                (None, Some(kept)) => LogoRow { alt: alt.clone(), ..kept },
                (None, None) => return Err(Refusal::Nothing.into()),
            };
            Ok(cx.tx.put_logo(of, &row)?)
        })
        .await
    }

    /// Takes a logo off. Documents made before keep it.
    pub async fn take_logo_off(&self, person: PersonId, whose: Whose) -> Result<(), Error> {
        self.act(NO_PROGRAMME, move |cx| {
            let of = to_change(cx, person, &whose)?;
            Ok(cx.tx.take_logo_off(of)?)
        })
        .await
    }
}
