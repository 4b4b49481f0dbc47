//! `cabas people`.

use crate::out::say;
use crate::{Data, Done, open};
use app::command::Request;
use app::domain::ids::{Actor, PersonId};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::{names, programme};
use clap::{Subcommand, ValueEnum};
use jiff::SignedDuration;

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    Coordinator,
    PartnerWorker,
    MarketManager,
    Merchant,
    Treasurer,
    Approver,
    Funder,
    Auditor,
    Network,
    Evaluator,
}

impl Kind {
    /// The role, limited to what is named.
    fn of(self, book: &Book, name: &str) -> Result<Role, Refusal> {
        Ok(match self {
            Self::Coordinator => Role::Coordinator,
            Self::PartnerWorker => Role::PartnerWorker(names::partner(book, name)?),
            Self::MarketManager => Role::MarketManager(names::place(book, name)?),
            Self::Merchant => Role::Merchant(names::vendor(book, name)?),
            Self::Treasurer => Role::Treasurer,
            Self::Approver => Role::Approver,
            Self::Funder => Role::Funder(names::fund(book, name)?),
            Self::Auditor => Role::Auditor,
            Self::Network => Role::Network,
            Self::Evaluator => Role::Evaluator,
        })
    }
}

#[derive(Subcommand)]
pub(crate) enum People {
    /// Adds a person; prints their number.
    Add {
        /// Name.
        #[arg(long)]
        name: String,
        /// E-mail.
        #[arg(long, default_value = "")]
        email: String,
        /// A file that holds their password on its first line.
        #[arg(long)]
        password_file: Option<std::path::PathBuf>,
    },
    /// Lists people: number, name, e-mail, roles.
    List,
    /// Gives a person a role.
    Grant {
        /// Person's number.
        #[arg(long)]
        person: u32,
        /// Role.
        #[arg(long, value_enum)]
        role: Kind,
        /// What it is limited to: an organisation, a place, a merchant or a fund.
        #[arg(long, default_value = "")]
        of: String,
    },
    /// Takes a role from a person.
    Revoke {
        /// Person's number.
        #[arg(long)]
        person: u32,
        /// Role.
        #[arg(long, value_enum)]
        role: Kind,
        /// What it is limited to: an organisation, a place, a merchant or a fund.
        #[arg(long, default_value = "")]
        of: String,
    },
    /// The table of who may do what, as in docs/roles.md.
    Roles,
    /// A one-time sign-in link.
    Invite {
        /// Person's number.
        #[arg(long)]
        person: u32,
        /// How long it lasts, hours.
        #[arg(long, default_value_t = 48)]
        hours: i64,
        /// Address of the site.
        #[arg(long, default_value = "http://127.0.0.1:8080")]
        site: String,
    },
    /// No longer asks a person for a code: they lost their phone and their recovery codes.
    ForgetCode {
        /// Person's number.
        #[arg(long)]
        person: u32,
    },
    /// A session's token for programs: `Authorization: Bearer …`.
    Token {
        /// Person's number.
        #[arg(long)]
        person: u32,
    },
}

impl People {
    pub(crate) fn run(&self, data: &Data) -> Done {
        match self {
            Self::Add { name, email, password_file } => {
                let password = match password_file {
                    Some(file) => Some(std::fs::read_to_string(file)?.lines().next().unwrap_or_default().to_owned()),
                    None => None,
                };
                say!("{}", open::app(data)?.add_person_wait(name, email, password.as_deref())?.0);
            }
            Self::List => list(data)?,
            Self::Grant { person, role, of } => {
                let (app, book) = open::programme(data)?;
                let role = role.of(&book, of)?;
                let (request, person) = (Request::now(&app, Actor::System), PersonId(*person));
                app.act_wait(book.identity.id, move |cx| programme::grant(cx, request, person, role))?;
            }
            Self::Revoke { person, role, of } => {
                let (app, book) = open::programme(data)?;
                let role = role.of(&book, of)?;
                let (request, person) = (Request::now(&app, Actor::System), PersonId(*person));
                app.act_wait(book.identity.id, move |cx| programme::revoke(cx, request, person, role))?;
            }
            Self::Roles => say!("{}", app::role_table::markdown(data.lang).trim_end()),
            Self::Invite { person, hours, site } => {
                let token = open::existing(data)?.invite_wait(PersonId(*person), SignedDuration::from_hours(*hours))?;
                say!("{site}/l/{token}");
            }
            Self::ForgetCode { person } => open::existing(data)?.forget_authenticator_wait(PersonId(*person))?,
            Self::Token { person } => say!("{}", open::existing(data)?.open_session_wait(PersonId(*person))?),
        }
        Ok(())
    }
}

fn list(data: &Data) -> Done {
    let app = open::existing(data)?;
    let books = app.programmes_wait()?;
    for person in app.people_wait()? {
        let roles: Vec<String> = books
            .iter()
            .flat_map(|book| book.grants.iter().filter(|g| g.person == person.id).map(move |g| (book, g.role)))
            .map(|(book, role)| format!("{} ({})", text::label(data.lang, &role), book.identity.key))
            .collect();
        say!("{}\t{}\t{}\t{}", person.id.0, person.name, person.email, roles.join(", "));
    }
    Ok(())
}
