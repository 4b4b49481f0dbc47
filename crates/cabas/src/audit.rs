//! `cabas audit`.

use crate::{Data, Done, Failure, open};
use app::audit::{Report, audit};
use clap::Args;

#[derive(Args)]
pub(crate) struct Audit {
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Audit {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let app = open::app(data)?;
        let books = match &data.programme {
            Some(name) => vec![app.programme_wait(name)?],
            None => app.programmes_wait()?,
        };
        let mut reports = Vec::with_capacity(books.len());
        for book in books {
            reports.push(app.look_wait(book.identity.id, audit)?);
        }
        if self.json {
            println!("{}", serde_json::to_string_pretty(&reports).map_err(anyhow::Error::from)?);
        } else {
            reports.iter().for_each(print);
        }
        if reports.iter().all(|r| r.findings.is_empty()) { Ok(()) } else { Err(Failure::Findings) }
    }
}

fn dollars(minor: i64) -> String {
    format!("{}{}.{:02}", if minor < 0 { "-" } else { "" }, minor.abs() / 100, minor.abs() % 100)
}

fn print(report: &Report) {
    println!("{}: {} commands, {} coupons, {} transfers", report.programme, report.commands, report.coupons, report.transfers);
    println!("  head {}", report.head);
    println!("  printed {} ({})", report.total.printed, dollars(report.total.printed_minor));
    for (state, (count, minor)) in &report.total.by_state {
        println!("    = {state:<13} {count:>9} {:>15}", dollars(*minor));
    }
    for (by, part) in &report.parts {
        println!("  by {by}:");
        for (name, disposition) in part {
            let states: Vec<String> =
                disposition.by_state.iter().map(|(s, (n, m))| format!("{s} {n} ({})", dollars(*m))).collect();
            println!("    {name}: {} ({}) = {}", disposition.printed, dollars(disposition.printed_minor), states.join(" + "));
        }
    }
    if report.findings.is_empty() {
        println!("  proved: nothing is off");
    }
    for finding in &report.findings {
        println!("  OFF {}: {}", finding.check, finding.detail);
    }
}
