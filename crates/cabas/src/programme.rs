//! `cabas programme`.

use crate::out::say;
use crate::{Data, Done, open};
use anyhow::Context;
use app::command::Request;
use app::domain::amendment::Value;
use app::domain::amount::Amount;
use app::domain::fund::Expense;
use app::domain::ids::{Actor, PersonId};
use app::domain::refusal::Refusal;
use app::programme_file::{Dollars, ProgrammeFile};
use app::{amendment, fund, names};
use clap::Subcommand;
use jiff::civil::Date;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Programme {
    /// Opens a programme from its file.
    Open {
        /// `programme.toml`.
        file: PathBuf,
    },
    /// Lists programmes, or one's places, merchants, organisations, funds and classes.
    Show,
    /// Asks that a running season follow a changed file from a day on; another person confirms.
    Amend {
        /// The changed `programme.toml`.
        file: PathBuf,
        /// The first day.
        #[arg(long)]
        from: Date,
        /// Why, and who decided.
        #[arg(long)]
        reason: String,
        /// The person who asks.
        #[arg(long)]
        by: u32,
    },
    /// Confirms an amendment that another person asked for.
    ConfirmAmendment {
        /// Its number.
        number: u32,
        /// The person who confirms.
        #[arg(long)]
        by: u32,
    },
    /// Writes down money received in a fund.
    Receive {
        /// The fund.
        #[arg(long)]
        fund: String,
        /// Dollars, such as 1250,00.
        #[arg(long)]
        amount: String,
        /// The bank's or the funder's reference.
        #[arg(long)]
        reference: String,
        /// Value date.
        #[arg(long)]
        on: Date,
    },
    /// Spends a fund's money on operations.
    Spend {
        /// The fund.
        #[arg(long)]
        fund: String,
        /// Dollars.
        #[arg(long)]
        amount: String,
        /// On what.
        #[arg(long)]
        what: String,
        /// The invoice's, cheque's or transfer's number.
        #[arg(long)]
        reference: String,
        /// The day it left the bank.
        #[arg(long)]
        on: Date,
    },
    /// Sets money aside for good-faith losses.
    SetAside {
        /// The fund.
        #[arg(long)]
        fund: String,
        /// Dollars.
        #[arg(long)]
        amount: String,
    },
}

fn amount(text: &str) -> Result<Amount, Refusal> {
    Dollars::parse(text).map(|d| Amount::cad(d.0)).ok_or_else(|| Refusal::NotAnAmount { written: text.to_owned() })
}

impl Programme {
    pub(crate) fn run(&self, data: &Data) -> Done {
        match self {
            Self::Open { file } => {
                let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
                let parsed = ProgrammeFile::read(&bytes)?;
                let id = open::app(data)?.open_programme_wait(&parsed)?;
                say!("{} {id}", parsed.programme.key);
            }
            Self::Amend { file, from, reason, by } => {
                let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
                let (app, book) = open::programme(data)?;
                let after = amendment::of_file(&book, &bytes)?;
                let request = Request::now(&app, Actor::Person(PersonId(*by)));
                let (from, reason) = (*from, reason.clone());
                let book = app.act_wait(book.identity.id, move |cx| {
                    amendment::ask_for(cx, request, from, after.clone(), &reason)?;
                    cx.book()
                })?;
                if let Some(asked) = book.amendment_asked() {
                    say!("{}\t{}", asked.number, asked.from);
                    for change in asked.changes() {
                        let value = |value: Value| text::decided(data.lang, &change.what, value);
                        say!("{}\t{}\t{}", change.what, change.before.map_or_else(String::new, value), value(change.after));
                    }
                }
            }
            Self::ConfirmAmendment { number, by } => {
                let (app, book) = open::programme(data)?;
                let (request, number) = (Request::now(&app, Actor::Person(PersonId(*by))), *number);
                app.act_wait(book.identity.id, move |cx| amendment::confirm(cx, request, number).map(drop))?;
            }
            Self::Show => show(data)?,
            Self::Receive { fund: name, amount: text, reference, on } => {
                let (app, book) = open::programme(data)?;
                let (id, amount, on) = (names::fund(&book, name)?, amount(text)?, *on);
                let (request, reference) = (Request::now(&app, Actor::System), reference.clone());
                app.act_wait(book.identity.id, move |cx| fund::receive(cx, request, id, amount, &reference, on))?;
            }
            Self::Spend { fund: name, amount: text, what, reference, on } => {
                let (app, book) = open::programme(data)?;
                let expense = Expense {
                    fund: names::fund(&book, name)?,
                    amount: amount(text)?,
                    what: what.clone(),
                    reference: reference.clone(),
                    on: *on,
                };
                let request = Request::now(&app, Actor::System);
                app.act_wait(book.identity.id, move |cx| fund::spend_on_operations(cx, request, expense.clone()))?;
            }
            Self::SetAside { fund: name, amount: text } => {
                let (app, book) = open::programme(data)?;
                let (id, amount) = (names::fund(&book, name)?, amount(text)?);
                let request = Request::now(&app, Actor::System);
                app.act_wait(book.identity.id, move |cx| fund::set_aside(cx, request, id, amount))?;
            }
        }
        Ok(())
    }
}

fn show(data: &Data) -> Done {
    if data.programme.is_none() {
        for book in open::existing(data)?.programmes_wait()? {
            say!("{}\t{}\t{}", book.identity.id.0, book.identity.key, book.identity.name);
        }
        return Ok(());
    }
    let (_, book) = open::programme(data)?;
    for c in &book.classes {
        say!("class\t{}\t{}\t{} {}", c.letter, c.name, c.face.minor, book.unit_code(c.face.unit));
    }
    book.places.iter().for_each(|p| say!("place\t{}\t{}\t{}", p.id.0, p.key, p.name));
    book.partners.iter().for_each(|p| say!("partner\t{}\t{}\t{}", p.id.0, p.key, p.name));
    book.vendors.iter().for_each(|v| say!("vendor\t{}\t{}\t{}", v.id.0, v.key, v.name));
    book.funds.iter().for_each(|f| say!("fund\t{}\t{}\t{}", f.id.0, f.key, f.name));
    Ok(())
}
