//! Amendments: what a running season decides anew, from which day on. Asked for by one person, out of a changed programme
//! file or out of the notebook, and confirmed by another.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::programme_file::ProgrammeFile;
use crate::world::Error;
use domain::amendment::Decided;
use domain::command::Command;
use domain::ids::Actor;
use domain::programme::{Book, Offline, Rules};
use domain::refusal::Refusal;
use jiff::civil::Date;
use std::sync::Arc;

/// What a programme's file decides: all of it, with the usual answer where it is silent.
pub fn of_file(book: &Book, bytes: &[u8]) -> Result<Decided, Refusal> {
    let file = ProgrammeFile::read(bytes)?;
    if file.programme.key != book.identity.key {
        // Another territory's file would change everything at once.
        return Err(Refusal::BadRule { rule: "key".to_owned(), written: file.programme.key });
    }
    Ok(Decided { season: file.season, rules: file.rules(), bands: file.bands() })
}

/// What a file decides where it speaks, and what is decided now where it does not: a notebook does not ask everything.
pub(crate) fn over(now: &Decided, file: &ProgrammeFile, spoken: &toml::Table) -> Decided {
    let rules = file.rules();
    let says = |rule: &str| spoken.contains_key(rule);
    macro_rules! spoken {
        ($($field:ident: $rule:literal),*) => {
            Rules {
                $($field: if says($rule) { rules.$field } else { now.rules.$field },)*
                offline: Offline {
                    value_cents: if says("offline") { rules.offline.value_cents } else { now.rules.offline.value_cents },
                    lists_hours: now.rules.offline.lists_hours,
                },
            }
        };
    }
    Decided {
        season: file.season,
        rules: spoken! {
            accept_with_partner: "accept_with_partner",
            fund_policy: "fund_policy",
            overcommitment: "overcommitment_percent",
            approvals: "approvals",
            minimum_payment_cents: "minimum_payment",
            payment_target_days: "payment_target_days",
            cooling_off_days: "cooling_off_days",
            refund_limit_cents: "refund_limit",
            replacement: "replacement",
            on_the_spot_cents: "on_the_spot_limit",
            gives_change: "gives_change"
        },
        bands: if file.band.is_empty() { now.bands.clone() } else { file.bands() },
    }
}

/// The book, for whoever may know what is decided.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Arc<Book>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeTotals)?;
    Ok(book)
}

/// Asks that something else be decided from a day on.
pub fn ask_for(cx: &mut Cx<'_, '_>, request: Request, from: Date, after: Decided, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::AskAmendment { from, after: Box::new(after), reason: reason.trim().to_owned() })
}

/// Confirms it.
pub fn confirm(cx: &mut Cx<'_, '_>, request: Request, number: u32) -> Result<Answer, Error> {
    cx.run(request, Command::ConfirmAmendment { number })
}

/// Gives it up.
pub fn give_up(cx: &mut Cx<'_, '_>, request: Request, number: u32) -> Result<Answer, Error> {
    cx.run(request, Command::DropAmendment { number })
}
