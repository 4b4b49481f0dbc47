//! `cabas settle`.

use crate::{Data, Done, open};
use app::command::Request;
use app::domain::ids::{Actor, PaymentId, PersonId, RunId};
use app::settlement;
use clap::Subcommand;
use jiff::Timestamp;

#[derive(Subcommand)]
pub(crate) enum Settle {
    /// Gathers what is owed up to a cut-off into a run.
    Prepare {
        /// Instant (RFC 3339); now when left out.
        #[arg(long)]
        cutoff: Option<Timestamp>,
        /// Who prepares it: a person's number; the system when left out.
        #[arg(long)]
        by: Option<u32>,
    },
    /// Approves a run. Two different people must.
    Approve {
        /// Run number.
        #[arg(long)]
        run: u32,
        /// Who approves: a person's number.
        #[arg(long)]
        by: u32,
    },
    /// Gives a run up.
    Cancel {
        /// Run number.
        #[arg(long)]
        run: u32,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Sends an approved run.
    Pay {
        /// Run number.
        #[arg(long)]
        run: u32,
    },
    /// Confirms a payment; all payments of a run when --run is given.
    Confirm {
        /// Payment number.
        #[arg(long)]
        payment: Option<u32>,
        /// Run number.
        #[arg(long)]
        run: Option<u32>,
        /// Cheque or confirmation number.
        #[arg(long, default_value = "")]
        reference: String,
    },
    /// Writes a returned payment down: it is owed again.
    Return {
        /// Payment number.
        #[arg(long)]
        payment: u32,
        /// Why, in the bank's words or code.
        #[arg(long)]
        reason: String,
    },
    /// Lists runs and payments.
    List,
}

impl Settle {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let (app, book) = open::programme(data)?;
        let id = book.identity.id;
        let by = |person: Option<u32>| Request::now(&app, person.map_or(Actor::System, |n| Actor::Person(PersonId(n))));
        match self {
            Self::Prepare { cutoff, by: person } => {
                let (r, cutoff) = (by(*person), cutoff.unwrap_or_else(|| app.now()));
                let run = app.act_wait(id, move |cx| settlement::prepare(cx, r, cutoff))?;
                println!("{}", run.0);
            }
            Self::Approve { run, by: person } => {
                let (r, run) = (by(Some(*person)), RunId(*run));
                app.act_wait(id, move |cx| settlement::approve(cx, r, run))?;
            }
            Self::Cancel { run, reason } => {
                let (r, run, reason) = (by(None), RunId(*run), reason.clone());
                app.act_wait(id, move |cx| settlement::cancel(cx, r, run, &reason))?;
            }
            Self::Pay { run } => {
                let (r, run) = (by(None), RunId(*run));
                app.act_wait(id, move |cx| settlement::pay(cx, r, run))?;
            }
            Self::Confirm { payment, run, reference } => {
                let payments: Vec<PaymentId> = match (payment, run) {
                    (Some(payment), _) => vec![PaymentId(*payment)],
                    (None, Some(run)) => {
                        let run = RunId(*run);
                        let (_, list) = app.look_wait(id, move |cx| settlement::run(cx, Actor::System, run))?;
                        list.iter().filter(|p| p.state.key() == "sent").map(|p| p.id).collect()
                    }
                    (None, None) => return Err(anyhow::anyhow!("--payment or --run").into()),
                };
                for payment in payments {
                    let (r, reference) = (by(None), reference.clone());
                    app.act_wait(id, move |cx| settlement::confirm(cx, r, payment, &reference))?;
                }
            }
            Self::Return { payment, reason } => {
                let (r, payment, reason) = (by(None), PaymentId(*payment), reason.clone());
                app.act_wait(id, move |cx| settlement::bounce(cx, r, payment, &reason))?;
            }
            Self::List => {
                let runs = app.look_wait(id, |cx| settlement::list(cx, Actor::System))?;
                for (run, payments) in runs {
                    println!("run\t{}\t{}\t{}", run.id.0, run.state.key(), run.cutoff);
                    for p in payments {
                        let name = book.vendor(p.vendor).map_or("", |v| v.key.as_str());
                        let amount = p.amount();
                        println!(
                            "payment\t{}\t{name}\t{}\t{}\t{}",
                            p.id.0,
                            amount.minor,
                            book.unit_code(amount.unit),
                            p.state.key()
                        );
                    }
                }
            }
        }
        Ok(())
    }
}
