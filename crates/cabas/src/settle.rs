//! `cabas settle`.

use crate::out::say;
use crate::{Data, Done, open};
use anyhow::Context;
use app::command::Request;
use app::domain::ids::{Actor, PaymentId, PersonId, RunId};
use app::domain::payment_route::as_the_bank_sees;
use app::domain::programme::Book;
use app::domain::reconciliation::Finding;
use app::domain::settlement::{Payment, Run};
use app::{bank_answer, market_payments, names, settlement};
use clap::Subcommand;
use jiff::Timestamp;
use std::path::PathBuf;
use text::{Lang, amount, key_label, label, tr};

#[derive(Subcommand)]
pub(crate) enum Settle {
    /// Gathers what is owed up to a cut-off into a run.
    Prepare {
        /// Instant (RFC 3339); now when left out.
        #[arg(long)]
        cutoff: Option<Timestamp>,
        /// Who prepares it: a person's number; the system when left out.
        /// Recorded in the log as acting for this person, who must have the role. This is no sign-in: whoever can run this
        /// command on this machine can do everything.
        #[arg(long)]
        by: Option<u32>,
    },
    /// Approves a run. Two different people must.
    Approve {
        /// Run number.
        #[arg(long)]
        run: u32,
        /// Who approves: a person's number.
        /// Recorded in the log as acting for this person, who must have the role. This is no sign-in: whoever can run this
        /// command on this machine can do everything.
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
    /// A market handed merchants their shares of what it was paid: those named, or all that wait there.
    HandOver {
        /// The market.
        #[arg(long)]
        place: String,
        /// Payment numbers; all that wait at that market when left out.
        #[arg(long)]
        payment: Vec<u32>,
    },
    /// Reads what the bank sent back: returns (CPA-005, pain.002, pacs.004) or a statement (OFX, or CSV with
    /// columns-PROGRAMME.toml). Says what each line is; writes nothing without --write.
    Read {
        /// The file.
        #[arg(long)]
        file: PathBuf,
        /// Writes down what the references prove: payments that came back, payments that were paid.
        #[arg(long)]
        write: bool,
        /// The same for payments that only their amount gives away.
        #[arg(long, requires = "write")]
        likely: bool,
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
                say!("{}", run.0);
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
                        // A market's sum is confirmed once, with all its shares.
                        as_the_bank_sees(&list).iter().filter(|p| p.state.key() == "sent").map(|p| p.id).collect()
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
            Self::HandOver { place, payment } => {
                let (r, place) = (by(None), names::place(&book, place)?);
                let mut payments: Vec<PaymentId> = payment.iter().copied().map(PaymentId).collect();
                if payments.is_empty() {
                    let shares = app.look_wait(id, move |cx| market_payments::shares(cx, Actor::System, place))?;
                    payments.extend(shares.iter().filter(|s| s.payment.state.key() == "at_market").map(|s| s.payment.id));
                }
                let count = app.act_wait(id, move |cx| market_payments::hand_all_over(cx, r, place, &payments))?;
                say!("{count}");
            }
            Self::Read { file, write, likely } => {
                let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
                let look = app.look_wait(id, move |cx| bank_answer::look(cx, Actor::System, &bytes))?;
                let mut deeds = Vec::new();
                for (line, finding) in &look.lines {
                    let payments: Vec<String> = finding.payments().iter().map(|p| p.0.to_string()).collect();
                    let found = key_label(data.lang, "bank-finding", finding.key());
                    let sum = line.amount_cents.map(|cents| text::money(data.lang, cents, "CAD")).unwrap_or_default();
                    let said = bank_answer::said(data.lang, line);
                    say!("{} · {sum} · {said} · {found} {}", line.place, payments.join(", "));
                    let is_sure = !matches!(finding, Finding::Confirm { named: false, .. });
                    deeds.extend(bank_answer::deed(line, finding).filter(|_| is_sure || *likely));
                }
                if *write && !deeds.is_empty() {
                    let r = by(None);
                    app.act_wait(id, move |cx| bank_answer::apply(cx, r, &deeds))?;
                }
            }
            Self::List => {
                let runs = app.look_wait(id, |cx| settlement::list(cx, Actor::System))?;
                for (run, payments) in runs {
                    tell(data.lang, &book, &run, &payments);
                }
            }
        }
        Ok(())
    }
}

/// A run and its payments: names, dollars, local time.
fn tell(lang: Lang, book: &Book, run: &Run, payments: &[Payment]) {
    let cutoff = text::date_time(lang, run.cutoff, &book.zone());
    let approvals = [("done", run.approvals.len().into()), ("needed", u64::from(book.rules.approvals).into())];
    say!(
        "{} · {} · {} · {}",
        tr(lang, "settlement-run", &[("run", run.id.0.to_string().into())]),
        label(lang, &run.progress(payments)),
        tr(lang, "settlement-approvals", &approvals),
        tr(lang, "settlement-cutoff", &[("when", cutoff.into())])
    );
    for p in payments {
        let through = p.through.map_or_else(String::new, |market| {
            let market = text::Names::vendor(book, market);
            format!(" · {}", tr(lang, "paper-through", &[("market", market.into())]))
        });
        let reference = if p.reference.is_empty() { String::new() } else { format!(" · {}", p.reference) };
        say!(
            "  {} · {} · {} · {} · {}{through}{reference}",
            tr(lang, "settlement-payment", &[("payment", p.id.0.to_string().into())]),
            text::Names::vendor(book, p.vendor),
            label(lang, &p.method),
            amount(lang, p.amount(), book),
            label(lang, &p.state)
        );
    }
}
