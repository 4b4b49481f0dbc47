//! `cabas export`.

use crate::out::complain;
use crate::{Data, Done, Failure, open};
use anyhow::Context;
use app::domain::ids::{Actor, PaymentId, RunId};
use app::export::{self, LedgerFormat};
use app::paper;
use app::tables::{self, Format, Name};
use clap::{Subcommand, ValueEnum};
use exchange::payment_file::BankProfile;
use jiff::civil::Date;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Ledger {
    Hledger,
    Beancount,
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Payments {
    List,
    Cpa005,
}

fn table_name(text: &str) -> Result<Name, String> {
    Name::parse(text).ok_or_else(|| Name::ALL.map(Name::key).join(", "))
}

fn table_format(text: &str) -> Result<Format, String> {
    Format::parse(text).ok_or_else(|| "csv, xlsx".to_owned())
}

#[derive(Subcommand)]
pub(crate) enum Export {
    /// The ledger for accountants.
    Ledger {
        /// Format.
        #[arg(long, value_enum)]
        format: Ledger,
        /// File to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// A table of the pages, in the language of --lang.
    Table {
        /// Its name, such as hand-outs, weeks, funds, partners, log.
        #[arg(value_parser = table_name)]
        name: Name,
        /// Format.
        #[arg(long, value_parser = table_format, default_value = "csv")]
        format: Format,
        /// The run or the merchant it is about, by number, where it needs one.
        #[arg(long)]
        of: Option<u32>,
        /// File to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// A run's payments.
    Payments {
        /// Run number.
        #[arg(long)]
        run: u32,
        /// A list to type in (CSV, in the language of --lang), or a CPA-005 deposit file.
        #[arg(long, value_enum)]
        format: Payments,
        /// File to write.
        #[arg(long)]
        out: PathBuf,
        /// The fiduciary's bank profile, for CPA-005; bank-PROGRAMME.toml in the --data folder when left out.
        #[arg(long)]
        profile: Option<PathBuf>,
        /// File creation number, for CPA-005: one more than the last file's; the run's number when left out.
        #[arg(long)]
        number: Option<u16>,
        /// Day the money is due, for CPA-005; today when left out.
        #[arg(long)]
        due: Option<Date>,
    },
    /// A payment's statement for its merchant (PDF), in the language of --lang.
    Statement {
        /// Payment number.
        #[arg(long)]
        payment: u32,
        /// File to write.
        #[arg(long)]
        out: PathBuf,
    },
}

impl Export {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let (app, book) = open::programme(data)?;
        let id = book.identity.id;
        match self {
            Self::Ledger { format, out } => {
                let format = match format {
                    Ledger::Hledger => LedgerFormat::Hledger,
                    Ledger::Beancount => LedgerFormat::Beancount,
                    Ledger::Csv => LedgerFormat::Csv,
                };
                let path = out.clone();
                let file = File::create(&path).with_context(|| path.display().to_string())?;
                let mut file = BufWriter::new(file);
                app.look_wait(id, move |cx| {
                    export::ledger(cx, Actor::System, format, &mut file)?;
                    file.flush().map_err(|e| app::Fault::Other(e.to_string()).into())
                })?;
            }
            Self::Table { name, format, of, out } => {
                let (name, format, of, lang) = (*name, *format, *of, data.lang);
                let bytes = app.look_wait(id, move |cx| {
                    let table = tables::table(cx, Actor::System, lang, name, &tables::About { of, ..tables::About::default() })?;
                    tables::write(&table, lang, format)
                })?;
                std::fs::write(out, bytes)?;
            }
            Self::Payments { run, format: Payments::List, out, .. } => {
                let (run, lang) = (RunId(*run), data.lang);
                let bytes = app.look_wait(id, move |cx| export::payment_csv(cx, Actor::System, run, lang))?;
                std::fs::write(out, bytes)?;
            }
            Self::Statement { payment, out } => {
                let (payment, lang) = (PaymentId(*payment), data.lang);
                let bytes = app.look_wait(id, move |cx| paper::statement(cx, Actor::System, payment, lang))?;
                std::fs::write(out, bytes)?;
            }
            Self::Payments { run, format: Payments::Cpa005, out, profile, number, due } => {
                let path = profile.clone().unwrap_or_else(|| open::bank_file(data, &book.identity.key));
                if !path.exists() {
                    return Err(Failure::Said("cli-no-bank-profile", ("file", path.display().to_string())));
                }
                let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
                let profile: BankProfile = toml::from_str(&text).with_context(|| path.display().to_string())?;
                // Creation numbers go from 1 to 9999 and begin again.
                let number = number.unwrap_or_else(|| u16::try_from((run - 1) % 9_999 + 1).unwrap_or(1));
                let run = RunId(*run);
                let due = due.unwrap_or_else(|| book.day_of(app.now()));
                let made = app.look_wait(id, move |cx| export::deposit_file(cx, Actor::System, run, &profile, number, due))?;
                match made {
                    Ok(text) => std::fs::write(out, text)?,
                    Err(problems) => {
                        for p in &problems {
                            let mistake = text::key_label(data.lang, "cli-bank", p.mistake.code());
                            let mut facts = vec![("field", p.field.key().into()), ("mistake", mistake.into())];
                            let key = if let Some(place) = p.payment {
                                facts.push(("place", (place + 1).into()));
                                "cli-bank-payment"
                            } else {
                                "cli-bank-profile"
                            };
                            complain!("{}", text::tr(data.lang, key, &facts));
                        }
                        return Err(Failure::Said("cli-bank-problems", ("file", path.display().to_string())));
                    }
                }
            }
        }
        Ok(())
    }
}
