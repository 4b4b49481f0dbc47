//! `cabas demo`.

use crate::out::say;
use crate::serve::serve;
use crate::{Data, Done, Failure, open};
use app::domain::ids::PersonId;
use app::domain::role::Role;
use app::mail::Mail;
use app::notebook::Beginning;
use app::simulated::Clock;
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use sim::{Pilot, play};
use std::io::{IsTerminal, Write};
use std::net::SocketAddr;

#[derive(Args)]
pub(crate) struct Demo {
    /// Seed: the same seed gives the same season.
    #[arg(long, default_value_t = 2025)]
    seed: u64,
    /// Multiplies households, money and coupons.
    #[arg(long, default_value_t = 1)]
    scale: u32,
    /// Only make the data.
    #[arg(long)]
    no_serve: bool,
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

/// A bank that does not exist, for the demo's deposit files.
const SIMULATED_BANK: &str = "# Simulated: no bank has these numbers. See docs/payments.md.
originator_id = \"9999999999\"
originator_short_name = \"PCN SIMULE\"
originator_long_name = \"FIDUCIAIRE SIMULE\"
data_centre = \"99910\"
";

/// Someone to be in the demo.
struct Guest {
    programme: String,
    role: String,
    name: String,
    person: PersonId,
}

impl Demo {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let clock = Clock::at(Timestamp::UNIX_EPOCH);
        let app = open::simulated(data, &clock, self.seed)?;
        let (note, played) = (data.folder.join("demo.txt"), format!("seed {}, scale {}", self.seed, self.scale));
        if app.programmes_wait()?.is_empty() {
            for pilot in Pilot::ALL {
                let mut show = |what: &str, percent: u32| progress(what, percent);
                play(&app, &clock, pilot, self.seed, self.scale, &mut show)?;
            }
            for pilot in Pilot::ALL {
                begin_notebook(&app, pilot)?;
            }
            for book in app.programmes_wait()? {
                std::fs::write(open::bank_file(data, &book.identity.key), SIMULATED_BANK)?;
            }
            std::fs::write(&note, played)?;
        } else if let Some(before) = std::fs::read_to_string(&note).ok().filter(|before| *before != played) {
            return Err(Failure::Said("cli-other-demo", ("played", before)));
        }
        drop(app);
        if self.no_serve {
            return Ok(());
        }
        // Its season is over by the real clock: people practise where it was left, and go on from there.
        let left = open::app(data)?.last_act_wait()?.unwrap_or_else(|| clock.now());
        let letters = data.folder.join("letters");
        let mail = Mail::new(&format!("folder:{}", letters.display()), "Cabas <cabas@demo.example>");
        let mail = mail.map_err(|e| anyhow::anyhow!("{e}"))?;
        let app = open::practice(data, left)?.with_mail(Some(mail));
        let guests = guests(&app)?;
        let links: Vec<(Guest, String)> = guests
            .into_iter()
            .map(|guest| {
                let token = app.invite_wait(guest.person, SignedDuration::from_hours(24 * 7))?;
                Ok((guest, token))
            })
            .collect::<Result<_, app::Error>>()?;
        serve(app, self.listen, web::Options { practice: true, ..web::Options::default() }, |address| {
            say!("\nCabas: http://{address}\n");
            let mut programme = String::new();
            for (guest, token) in links {
                if guest.programme != programme {
                    programme.clone_from(&guest.programme);
                    say!("{programme}");
                }
                say!("  {:<16} {:<28} http://{address}/l/{token}", guest.role, guest.name);
            }
            say!("\nChaque lien sert une fois. Each link works once. Ctrl-C : arrêter / stop.");
            say!("Courriels, jamais envoyés / letters, never sent : {}", letters.display());
        })?;
        Ok(())
    }
}

/// Each programme has its notebook: what it does, decided, and what its model chose for the rest.
fn begin_notebook(app: &app::App, pilot: Pilot) -> Result<(), app::Error> {
    let programme = pilot.file()?.programme;
    let book = app.programme_wait(&programme.key)?;
    let coordinator = book.grants.iter().find(|grant| grant.role == Role::Coordinator).map(|grant| grant.person);
    let model = match pilot {
        Pilot::BasSaintLaurent => "bas-saint-laurent",
        Pilot::Portneuf => "portneuf",
        Pilot::ColombieBritannique => "british-columbia",
    };
    let name = programme.territory;
    let beginning = Beginning { name, model: model.to_owned(), programme: Some(programme.key) };
    if let Some(person) = coordinator {
        app.begin_notebook_wait(person, beginning)?;
    }
    Ok(())
}

/// One person of each role in each programme.
fn guests(app: &app::App) -> Result<Vec<Guest>, app::Error> {
    let people = app.people_wait()?;
    let mut guests = Vec::new();
    for book in app.programmes_wait()? {
        let mut seen = std::collections::BTreeSet::new();
        for grant in &book.grants {
            let once = grant.role.key() != "approver";
            if once && !seen.insert(grant.role.key()) {
                continue;
            }
            let name = people.iter().find(|p| p.id == grant.person).map_or_else(String::new, |p| p.name.clone());
            guests.push(Guest {
                programme: book.identity.name.clone(),
                role: grant.role.key().to_owned(),
                name,
                person: grant.person,
            });
        }
    }
    Ok(guests)
}

fn progress(what: &str, percent: u32) {
    let mut out = std::io::stderr();
    if out.is_terminal() {
        let _ = write!(out, "\r{what:<50} {percent:>3} %");
        if percent >= 100 {
            let _ = writeln!(out);
        }
    } else if percent >= 100 {
        let _ = writeln!(out, "{what}");
    }
    let _ = out.flush();
}
