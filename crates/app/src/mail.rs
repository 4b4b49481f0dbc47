//! Letters: what is sent by e-mail, and how. Without settings nothing is sent, and pages do not offer it.

use jiff::SignedDuration;
use lettre::message::Mailbox;
use lettre::{Message, SmtpTransport, Transport};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How long a mail server may take over each of its answers. Nobody waits for it: letters are sent after the answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// A mail server that does not take so many letters in a row is away: the others are not tried.
const FAILURES_IN_A_ROW: u32 = 3;
/// A letter that waits longer was left behind by a program that stopped.
pub(crate) const LEFT_BEHIND: SignedDuration = SignedDuration::from_mins(15);

/// A way to send letters.
pub struct Mail {
    from: Mailbox,
    way: Way,
}

enum Way {
    /// A mail server.
    Server(SmtpTransport),
    /// A folder that receives one file a letter: for the demo and for tests.
    Folder(PathBuf),
}

/// A letter to one person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// To whom.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// Its text.
    pub text: String,
}

impl Mail {
    /// Letters from an address, through a server (`smtps://user:password@host`, or `smtp://host?tls=required`) or into a
    /// folder (`folder:PATH`). What is wrong is said in English, to whoever starts the server.
    pub fn new(through: &str, from: &str) -> Result<Self, String> {
        let from = from.parse().map_err(|e| format!("{from}: {e}"))?;
        let way = if let Some(folder) = through.strip_prefix("folder:") {
            std::fs::create_dir_all(folder).map_err(|e| format!("{folder}: {e}"))?;
            Way::Folder(Path::new(folder).to_owned())
        } else {
            // The address may hold a password: it is not repeated.
            let server = SmtpTransport::from_url(through).map_err(|e| format!("the address of the mail server: {e}"))?;
            Way::Server(server.timeout(Some(PATIENCE)).build())
        };
        Ok(Self { from, way })
    }

    /// Sends a letter; blocks until the server has it. `name` makes the file's name in a folder.
    pub(crate) fn send(&self, letter: &Letter, name: &str) -> Result<(), String> {
        let to = letter.to.parse().map_err(|e| format!("{e}"))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&letter.subject)
            .body(letter.text.clone())
            .map_err(|e| e.to_string())?;
        match &self.way {
            Way::Server(server) => server.send(&message).map(drop).map_err(|e| e.to_string()),
            Way::Folder(folder) => {
                std::fs::write(folder.join(format!("{name}.eml")), message.formatted()).map_err(|e| e.to_string())
            }
        }
    }
}

/// Letters sent one after the other, until the server is found to be away.
pub(crate) struct Round {
    mail: Arc<Mail>,
    failures: u32,
}

impl Round {
    pub(crate) fn new(mail: Arc<Mail>) -> Self {
        Self { mail, failures: 0 }
    }

    /// Sends one, or says why not.
    pub(crate) async fn send(&mut self, letter: Letter, name: String) -> Result<(), String> {
        if self.failures >= FAILURES_IN_A_ROW {
            return Err("the mail server is away".to_owned());
        }
        let mail = self.mail.clone();
        let taken = tokio::task::spawn_blocking(move || mail.send(&letter, &name)).await;
        let taken = taken.unwrap_or_else(|e| Err(e.to_string()));
        self.failures = if taken.is_ok() { 0 } else { self.failures + 1 };
        taken
    }
}
