//! What people have in a spreadsheet, brought in: organisations, merchants, places and
//! their hours, agreements, hand-outs, redemptions. Each row goes through the same command as a person's own, so a preview is the import itself, undone:
//! what it says of each row is what the rules say, in the order of the rows.

mod columns;
mod hand_outs;
mod hours;
mod inscriptions;
mod redemptions;
mod sheet;
mod words;

use crate::command::{Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
pub use columns::{Kind, template};
use domain::amount::Amount;
use domain::hours::Slot;
use domain::ids::{Actor, PartnerId, PlaceId, VendorId};
use domain::programme::Book;
use domain::refusal::Refusal;
pub use exchange::table::Row;
use exchange::table::{MAX_COLUMNS, MAX_ROWS, TableProblem};
pub(crate) use hours::days_said;
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use sheet::{Line, Sheet};
use text::Lang;
use uuid::Uuid;
pub use words::say;

/// What becomes of the rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Nothing is kept: to see what would be.
    Preview,
    /// Good rows are kept, whatever the others are.
    KeepGood,
    /// All rows are kept, or none.
    AllOrNone,
}

/// What a good row does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Deed {
    /// Adds something to the book.
    Added {
        /// Its name.
        name: String,
        /// Its short name.
        key: String,
    },
    /// Adds an agreement.
    Agreed {
        /// With whom.
        vendor: VendorId,
        /// Where.
        place: PlaceId,
        /// From when.
        from: Date,
        /// Until when.
        until: Date,
    },
    /// Adds hours to a place.
    Opens {
        /// Which.
        place: PlaceId,
        /// When.
        slot: Slot,
    },
    /// Hands coupons out.
    HandedOut {
        /// By whom.
        partner: PartnerId,
        /// How many.
        count: u64,
        /// Their cost.
        amount: Amount,
    },
    /// Accepts a coupon.
    Accepted {
        /// What is owed for it.
        amount: Option<Amount>,
    },
}

/// What is said of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// What it does.
    Good(Deed),
    /// It is in the programme already; nothing changes.
    Already,
    /// Why not, and the column at fault: its words are `import-column-<column>`.
    Bad {
        /// Which column.
        column: &'static str,
        /// Why.
        refusal: Refusal,
    },
}

/// A row and what is said of it; a row of several coupons has one of these for each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judged {
    /// As the spreadsheet numbers it.
    pub line: u64,
    /// What it says, to recognise it.
    pub text: String,
    /// What is said of it.
    pub verdict: Verdict,
}

/// What is said of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// What it holds.
    pub kind: Kind,
    /// Each row.
    pub lines: Vec<Judged>,
    /// Columns that nobody reads, as written.
    pub unknown: Vec<String>,
    /// Whether the good rows were kept.
    pub kept: bool,
}

impl Report {
    fn count(&self, counted: impl Fn(&Verdict) -> bool) -> u64 {
        self.lines.iter().filter(|line| counted(&line.verdict)).count() as u64
    }

    /// Rows that do something.
    pub fn good(&self) -> u64 {
        self.count(|verdict| matches!(verdict, Verdict::Good(_)))
    }

    /// Rows that change nothing.
    pub fn already(&self) -> u64 {
        self.count(|verdict| matches!(verdict, Verdict::Already))
    }

    /// Rows that are refused.
    pub fn bad(&self) -> u64 {
        self.count(|verdict| matches!(verdict, Verdict::Bad { .. }))
    }
}

/// The rows of a file.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, Refusal> {
    exchange::table::read(bytes).map_err(|problem| match problem {
        TableProblem::NotATable => Refusal::NotATable,
        TableProblem::TooLarge | TableProblem::TooManyRows | TableProblem::TooManyColumns => {
            Refusal::TableTooLarge { rows: MAX_ROWS as u64, columns: MAX_COLUMNS as u64 }
        }
    })
}

/// Whether somebody may bring in anything of a kind. Each row asks again for what it does.
pub fn may(book: &Book, actor: Actor, kind: Kind) -> bool {
    let may = |action| ask(Some(book), actor, action).is_ok();
    match kind {
        Kind::Partners | Kind::Vendors | Kind::Places | Kind::Hours | Kind::Agreements => may(Action::Configure),
        Kind::HandOuts => may(Action::RunSeason) || book.partners.iter().any(|p| may(Action::HandOut(Some(p.id)))),
        Kind::Redemptions => {
            let redeems = |v: &domain::programme::Vendor, p: &domain::place::Place| may(Action::Redeem(v.id, p.id));
            book.vendors.iter().any(|v| book.places.iter().any(|p| redeems(v, p)))
        }
    }
}

/// Brings rows in, or says what would come of it. Sent again, what was kept is not done twice: each row's request is
/// made from the whole table and the row's number.
pub fn run(cx: &mut Cx<'_, '_>, actor: Actor, lang: Lang, kind: Kind, rows: &[Row], mode: Mode) -> Result<Report, Error> {
    let book = cx.book()?;
    if !may(&book, actor, kind) {
        return Err(Refusal::NotPermitted.into());
    }
    let sheet = Sheet::of(kind, rows)?;
    let sender = Sender { actor, lang, digest: digest(cx, kind, rows), now: cx.now() };
    cx.app.progress.begin(sheet.lines.len() as u64);
    cx.undoable(|cx| {
        let mut lines = Vec::with_capacity(sheet.lines.len());
        if kind == Kind::Redemptions {
            lines = redemptions::bring_in(cx, &sender, &sheet)?;
        } else {
            for line in &sheet.lines {
                cx.app.progress.step()?;
                let verdict = one(cx, &sender, kind, line)?;
                lines.push(Judged { line: line.number, text: line.shown(), verdict });
            }
        }
        let all_good = lines.iter().all(|line| !matches!(line.verdict, Verdict::Bad { .. }));
        let kept = match mode {
            Mode::Preview => false,
            Mode::KeepGood => true,
            Mode::AllOrNone => all_good,
        };
        Ok((Report { kind, lines, unknown: sheet.unknown.clone(), kept }, kept))
    })
}

/// Who sends a table, and when.
struct Sender {
    actor: Actor,
    lang: Lang,
    digest: [u8; 32],
    now: Timestamp,
}

impl Sender {
    /// The request of a row.
    fn request(&self, line: u64, claimed_at: Timestamp) -> Request {
        let hash = Sha256::new().chain_update(self.digest).chain_update(line.to_be_bytes()).finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash[..16]);
        let id: Uuid = uuid::Builder::from_custom_bytes(bytes).into_uuid();
        Request { actor: self.actor, id, device: None, claimed_at }
    }
}

fn digest(cx: &Cx<'_, '_>, kind: Kind, rows: &[Row]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    // Every text is preceded by its length, so that no two tables read alike.
    let mut field = |text: &str| {
        hasher.update((text.len() as u64).to_be_bytes());
        hasher.update(text.as_bytes());
    };
    field("cabas-import-v1");
    field(&cx.programme.to_string());
    field(kind.key());
    for row in rows {
        field(&row.line.to_string());
        field(&row.cells.len().to_string());
        row.cells.iter().for_each(|cell| field(cell));
    }
    hasher.finalize().into()
}

/// A no to a row, and its column.
struct No {
    column: &'static str,
    error: Error,
}

fn no(column: &'static str) -> impl Fn(Refusal) -> No {
    move |refusal| No { column, error: refusal.into() }
}

/// One row, by itself: a bad one leaves no trace.
fn one(cx: &mut Cx<'_, '_>, sender: &Sender, kind: Kind, line: &Line<'_>) -> Result<Verdict, Error> {
    cx.undoable(|cx| {
        let done = match kind {
            Kind::HandOuts => hand_outs::bring_in(cx, sender, line),
            Kind::Hours => hours::bring_in(cx, sender, line),
            _ => inscriptions::bring_in(cx, sender, kind, line),
        };
        match done {
            Ok(verdict) => Ok((verdict, true)),
            Err(No { column, error: Error::Refused(refusal) }) => Ok((Verdict::Bad { column, refusal }, false)),
            Err(No { error: fault, .. }) => Err(fault),
        }
    })
}
