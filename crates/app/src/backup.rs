//! Backup: everything in one open file, and back again, on either database.
//!
//! The file is JSON, one object a line: the command log, which is the truth, and what the log must not hold
//! (people, the salts of codes, sealed accounts, and the programmes' secrets unless left out). Restoring
//! replays the log through the same rules into an empty database and compares every answer and every link.

mod advices;
mod bank_files;
mod donors;
mod logos;
mod notebooks;
mod phones;
mod scenarios;

use crate::keys::Keys;
use crate::world::{App, Error};
use domain::chain::{LogRow, hex, unhex};
use domain::command::{Command, Envelope, Outcome};
use domain::ids::{Actor, MessageId, PersonId, ProgrammeId, VendorId};
use domain::message::{Draft, Message, To};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::sync::PoisonError;
use store::{Authenticator, BankAccount, Fault, Letter, NewCodes, Passkey, Person, Receipt};
use uuid::Uuid;

/// The version of the file's form.
const VERSION: u32 = 1;

/// One line of the file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Cabas {
        version: u32,
    },
    Person {
        id: u32,
        name: String,
        email: String,
        password: String,
        #[serde(default)]
        language: String,
    },
    /// How somebody comes in, besides a password.
    WaysIn(Box<WaysIn>),
    Secret {
        programme: u16,
        secret: String,
    },
    Salt {
        programme: u16,
        batch: u32,
        salt: String,
    },
    Account {
        programme: u16,
        vendor: u32,
        version: u32,
        masked: String,
        sealed: String,
    },
    Phone(Box<phones::PhoneLine>),
    Notebook(Box<notebooks::NotebookLine>),
    Fact(Box<notebooks::FactLine>),
    Scenario(Box<scenarios::ScenarioLine>),
    Logo(Box<logos::LogoLine>),
    BankFile(Box<bank_files::BankFileLine>),
    Advice(advices::AdviceLine),
    Donor(donors::DonorLine),
    Command(Box<CommandLine>),
    /// A message to a programme's people.
    Message(Box<MessageLine>),
    /// What became of it with one of them.
    Receipt {
        programme: u16,
        message: u32,
        person: u32,
        read_at: Option<i64>,
        letter: Letter,
        letter_at: Option<i64>,
    },
    Head {
        programme: u16,
        seq: i64,
        chain: String,
    },
}

#[derive(Serialize, Deserialize)]
struct WaysIn {
    person: u32,
    /// Who made the link that their password began with, when somebody else did.
    #[serde(default)]
    password_by: Option<u32>,
    authenticator: Option<SealedSecret>,
    recovery_codes: Vec<String>,
    passkeys: Vec<PasskeyLine>,
}

#[derive(Serialize, Deserialize)]
struct SealedSecret {
    sealed: String,
    confirmed_at: Option<i64>,
    last_step: i64,
}

#[derive(Serialize, Deserialize)]
struct PasskeyLine {
    id: String,
    name: String,
    detail: String,
    added_at: i64,
    used_at: Option<i64>,
    #[serde(default)]
    made_by: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct CommandLine {
    programme: u16,
    seq: i64,
    id: Uuid,
    request_hash: String,
    kind: String,
    actor: String,
    device: Option<Uuid>,
    claimed_at: i64,
    recorded_at: i64,
    body: String,
    outcome: String,
}

#[derive(Serialize, Deserialize)]
struct MessageLine {
    programme: u16,
    id: u32,
    request: Uuid,
    author: Option<u32>,
    to: String,
    subject: String,
    text: String,
    until: Option<Date>,
    written_at: i64,
    withdrawn_at: Option<i64>,
}

fn broken(what: impl Into<String>) -> Error {
    Fault::Inconsistent(what.into()).into()
}

#[expect(clippy::needless_pass_by_value, reason = "used as a function in map_err")]
fn io(error: std::io::Error) -> Error {
    if error.kind() == std::io::ErrorKind::StorageFull {
        Fault::Full(error.to_string()).into()
    } else {
        Fault::Other(error.to_string()).into()
    }
}

fn write_line(out: &mut dyn Write, line: &Line) -> Result<(), Error> {
    serde_json::to_writer(&mut *out, line).map_err(|e| Fault::Other(e.to_string()))?;
    out.write_all(b"\n").map_err(io)
}

impl App {
    /// Writes everything. With the secrets, whoever has the file can print coupons.
    pub fn backup_wait(&self, out: &mut (dyn Write + Send), with_secrets: bool) -> Result<(), Error> {
        write_line(out, &Line::Cabas { version: VERSION })?;
        let people = self.look_wait(ProgrammeId(0), |cx| Ok(cx.tx.people()?))?;
        for p in people {
            let (id, language) = (p.id.0, p.language);
            write_line(out, &Line::Person { id, name: p.name, email: p.email, password: p.password, language })?;
            if let Some(ways) = self.ways_in(p.id)? {
                write_line(out, &Line::WaysIn(Box::new(ways)))?;
            }
        }
        let own = self.keys.read().unwrap_or_else(PoisonError::into_inner).of(ProgrammeId(0)).map(Keys::secret_hex);
        if let (true, Some(secret)) = (with_secrets, own) {
            write_line(out, &Line::Secret { programme: 0, secret })?;
        }
        for line in self.look_wait(ProgrammeId(0), notebooks::copy)? {
            write_line(out, &line)?;
        }
        for line in self.look_wait(ProgrammeId(0), scenarios::copy)? {
            write_line(out, &line)?;
        }
        for line in self.look_wait(ProgrammeId(0), logos::copy)? {
            write_line(out, &line)?;
        }
        for book in self.programmes_wait()? {
            let id = book.identity.id;
            if with_secrets {
                let ring = self.keys.read().unwrap_or_else(PoisonError::into_inner);
                let secret = ring.of(id).map(Keys::secret_hex).ok_or_else(|| broken(format!("no secret of {id}")))?;
                write_line(out, &Line::Secret { programme: id.0, secret })?;
            }
            for line in self.beside_the_log(id)? {
                write_line(out, &line)?;
            }
            let mut after = 0;
            loop {
                let rows = self.look_wait(id, move |cx| Ok(cx.tx.log_rows(id, after, 1_000)?))?;
                let Some(last) = rows.last() else { break };
                after = last.seq;
                for row in rows {
                    write_line(out, &Line::Command(Box::new(command_line(row))))?;
                }
            }
            let head = self.look_wait(id, move |cx| Ok(cx.tx.peek_head(id)?))?.ok_or_else(|| broken("no head"))?;
            if head.seq != after {
                return Err(Fault::Busy("the programme changed while it was copied: run the backup again".to_owned()).into());
            }
            write_line(out, &Line::Head { programme: id.0, seq: head.seq, chain: hex(&head.chain) })?;
        }
        out.flush().map_err(io)
    }

    fn ways_in(&self, person: PersonId) -> Result<Option<WaysIn>, Error> {
        self.look_wait(ProgrammeId(0), move |cx| {
            let authenticator = cx.tx.authenticator(person)?.map(|a| SealedSecret {
                sealed: hex(&a.sealed),
                confirmed_at: a.confirmed_at.map(Timestamp::as_microsecond),
                last_step: a.last_step,
            });
            let recovery_codes = cx.tx.recovery_codes(person)?.iter().map(|code| hex(code)).collect();
            let passkeys: Vec<PasskeyLine> = cx
                .tx
                .passkeys_of(person)?
                .into_iter()
                .map(|key| PasskeyLine {
                    id: hex(&key.id),
                    name: key.name,
                    detail: key.detail,
                    added_at: key.added_at.as_microsecond(),
                    used_at: key.used_at.map(Timestamp::as_microsecond),
                    made_by: key.made_by.map(|by| by.0),
                })
                .collect();
            let password_by = cx.tx.password_by(person)?.map(|by| by.0);
            let none = authenticator.is_none() && passkeys.is_empty() && password_by.is_none();
            Ok((!none).then_some(WaysIn { person: person.0, password_by, authenticator, recovery_codes, passkeys }))
        })
    }

    fn beside_the_log(&self, id: ProgrammeId) -> Result<Vec<Line>, Error> {
        self.look_wait(id, move |cx| {
            let mut lines = Vec::new();
            for batch in cx.tx.batches(id)? {
                if let Some((_, salt)) = cx.tx.batch_with_salt(id, batch.id)? {
                    lines.push(Line::Salt { programme: id.0, batch: batch.id.0, salt: hex(&salt) });
                }
            }
            for (vendor, version, account) in cx.tx.all_bank_accounts(id)? {
                lines.push(Line::Account {
                    programme: id.0,
                    vendor: vendor.0,
                    version,
                    masked: account.masked,
                    sealed: hex(&account.sealed),
                });
            }
            let requests = cx.tx.message_requests(id)?;
            for message in cx.tx.messages(id)?.into_iter().rev() {
                let request = *requests.get(&message.id).ok_or_else(|| broken("a message's request"))?;
                lines.push(Line::Message(Box::new(message_line(id, request, &message))));
                for (person, receipt) in cx.tx.receipts(id, message.id)? {
                    lines.push(Line::Receipt {
                        programme: id.0,
                        message: message.id.0,
                        person: person.0,
                        read_at: receipt.read_at.map(Timestamp::as_microsecond),
                        letter: receipt.letter,
                        letter_at: receipt.letter_at.map(Timestamp::as_microsecond),
                    });
                }
            }
            lines.extend(phones::copy(cx)?);
            lines.extend(bank_files::copy(cx)?);
            lines.extend(advices::copy(cx)?);
            lines.extend(donors::copy(cx)?);
            Ok(lines)
        })
    }

    /// Restores a backup into an empty database, whole or not at all. The copy is read twice: once to check
    /// it to its end and to learn its secrets, once to replay it in a single transaction.
    pub fn restore_wait<R: BufRead>(&self, open: impl Fn() -> std::io::Result<R> + Send + 'static) -> Result<u64, Error> {
        if !self.programmes_wait()?.is_empty() || !self.people_wait()?.is_empty() {
            return Err(Fault::Conflict("the database is not empty".to_owned()).into());
        }
        let mut secrets = Vec::new();
        let mut ended = Ended::default();
        each_line(open().map_err(io)?, |line| {
            ended.see(&line)?;
            if let Line::Secret { programme, secret } = line {
                let bytes = unhex(&secret).and_then(|b| b.try_into().ok()).ok_or_else(|| broken("a secret is 64 digits"))?;
                secrets.push((ProgrammeId(programme), bytes));
            }
            Ok(())
        })?;
        ended.finish()?;
        // Replaying needs the secrets; one that fails leaves none behind. Whether they are kept is known but when nobody
        // heard the end of the commit.
        let mut learned = Vec::new();
        let mut restored = Ok(0);
        for (programme, secret) in secrets {
            let mut keys = self.keys.write().unwrap_or_else(PoisonError::into_inner);
            if keys.of(programme).is_none() {
                learned.push(programme);
                restored = restored.and(keys.add(programme, secret).map(|()| 0).map_err(io));
            }
        }
        let restored = restored.and_then(|_| self.replay(open));
        if restored.as_ref().is_err_and(|error| !matches!(error, Error::Fault(Fault::Unknown(_)))) {
            self.keys.write().unwrap_or_else(PoisonError::into_inner).forget(&learned).map_err(io)?;
        }
        restored
    }

    /// Replays a copy that was checked, in a single transaction.
    fn replay<R: BufRead>(&self, open: impl Fn() -> std::io::Result<R> + Send + 'static) -> Result<u64, Error> {
        self.act_wait(ProgrammeId(0), move |cx| {
            let mut beside = Beside::default();
            let mut restored = 0;
            each_line(open().map_err(io)?, |line| {
                restored += u64::from(matches!(line, Line::Command(_)));
                replay_line(cx, line, &mut beside)
            })?;
            Ok(restored)
        })
    }
}

/// Reads a copy, line by line; a line that is not one is told by its number.
fn each_line(input: impl BufRead, mut see: impl FnMut(Line) -> Result<(), Error>) -> Result<(), Error> {
    for (number, line) in (1..).zip(input.lines()) {
        let text = line.map_err(io)?;
        see(serde_json::from_str(&text).map_err(|e| broken(format!("line {number}: {e}")))?)?;
    }
    Ok(())
}

/// Whether a copy is whole: it says its version, and each programme's last command.
#[derive(Default)]
struct Ended {
    is_ours: bool,
    last: BTreeMap<u16, i64>,
}

impl Ended {
    fn see(&mut self, line: &Line) -> Result<(), Error> {
        match line {
            Line::Cabas { version } if *version == VERSION => self.is_ours = true,
            Line::Cabas { version } => return Err(broken(format!("version {version} of the copy is not known"))),
            Line::Command(line) => {
                let before = self.last.insert(line.programme, line.seq).unwrap_or(0);
                if line.seq != before + 1 {
                    return Err(broken(format!("command {} after command {before}: the copy is not whole", line.seq)));
                }
            }
            Line::Head { programme, seq, .. } if self.last.remove(programme) == Some(*seq) => {}
            Line::Head { seq, .. } => return Err(broken(format!("the copy lacks commands before {seq}"))),
            _ => {}
        }
        Ok(())
    }

    fn finish(self) -> Result<(), Error> {
        if self.is_ours && self.last.is_empty() { Ok(()) } else { Err(broken("the copy is cut short")) }
    }
}

fn restore_ways_in(cx: &mut crate::Cx<'_, '_>, ways: WaysIn) -> Result<(), Error> {
    let instant = |us| Timestamp::from_microsecond(us).map_err(|e| broken(e.to_string()));
    let bytes = |text: &str| unhex(text).ok_or_else(|| broken("bytes"));
    let person = PersonId(ways.person);
    cx.tx.set_password_by(person, ways.password_by.map(PersonId))?;
    if let Some(secret) = ways.authenticator {
        let confirmed_at = secret.confirmed_at.map(instant).transpose()?;
        let authenticator = Authenticator { sealed: bytes(&secret.sealed)?, confirmed_at, last_step: secret.last_step };
        cx.tx.restore_authenticator(person, &authenticator)?;
    }
    let code = |text: &String| bytes(text)?.try_into().map_err(|_| broken("a recovery code"));
    let codes: Vec<domain::chain::Hash> = ways.recovery_codes.iter().map(code).collect::<Result<_, Error>>()?;
    cx.tx.set_recovery_codes(person, &codes)?;
    for key in ways.passkeys {
        let (id, added_at) = (bytes(&key.id)?, instant(key.added_at)?);
        let used_at = key.used_at.map(instant).transpose()?;
        let made_by = key.made_by.map(PersonId);
        cx.tx.add_passkey(&Passkey { id, person, name: key.name, detail: key.detail, added_at, used_at, made_by })?;
    }
    Ok(())
}

fn replay_line(cx: &mut crate::Cx<'_, '_>, line: Line, beside: &mut Beside) -> Result<(), Error> {
    match line {
        Line::Cabas { .. } | Line::Secret { .. } => Ok(()),
        Line::Person { id, name, email, password, language } => {
            Ok(cx.tx.restore_person(&Person { id: PersonId(id), name, email, password, language })?)
        }
        Line::WaysIn(ways) => restore_ways_in(cx, *ways),
        Line::Salt { programme, batch, salt } => {
            let salt = unhex(&salt).and_then(|b| b.try_into().ok()).ok_or_else(|| broken("salt"))?;
            beside.salts.insert((programme, batch), salt);
            Ok(())
        }
        Line::Account { programme, vendor, version, masked, sealed } => {
            let sealed = unhex(&sealed).ok_or_else(|| broken("account"))?;
            beside.accounts.insert((programme, VendorId(vendor), version), BankAccount { masked, sealed });
            Ok(())
        }
        Line::Message(line) => restore_message(cx, *line),
        Line::Receipt { programme, message, person, read_at, letter, letter_at } => {
            let instant = |us| Timestamp::from_microsecond(us).map_err(|e| broken(e.to_string()));
            let receipt =
                Receipt { read_at: read_at.map(instant).transpose()?, letter, letter_at: letter_at.map(instant).transpose()? };
            Ok(cx.tx.restore_receipt(ProgrammeId(programme), MessageId(message), PersonId(person), &receipt)?)
        }
        Line::Phone(line) => phones::restore(cx, *line),
        Line::Notebook(line) => notebooks::restore(cx, *line),
        Line::Fact(line) => notebooks::restore_fact(cx, *line),
        Line::Scenario(line) => scenarios::restore(cx, *line),
        Line::Logo(line) => logos::restore(cx, *line),
        Line::BankFile(line) => bank_files::restore(cx, *line),
        Line::Advice(line) => advices::restore(cx, &line),
        Line::Donor(line) => donors::restore(cx, &line),
        Line::Command(line) => replay_row(cx, &log_row(*line)?, beside),
        Line::Head { programme, seq, chain } => {
            let id = ProgrammeId(programme);
            let head = cx.tx.head_so_far(id)?.ok_or_else(|| broken("no head"))?;
            if head.seq == seq && hex(&head.chain) == chain {
                return Ok(());
            }
            Err(broken(format!("{id}: the restored log ends otherwise than the copied one")))
        }
    }
}

/// What stands beside the log.
#[derive(Default)]
struct Beside {
    salts: BTreeMap<(u16, u32), [u8; 16]>,
    accounts: BTreeMap<(u16, VendorId, u32), BankAccount>,
}

fn replay_row(cx: &mut crate::Cx<'_, '_>, row: &LogRow, beside: &Beside) -> Result<(), Error> {
    let command: Command = serde_json::from_str(&row.body).map_err(|e| broken(format!("command {}: {e}", row.seq)))?;
    let outcome: Outcome = serde_json::from_str(&row.outcome).map_err(|e| broken(format!("command {}: {e}", row.seq)))?;
    let codes = match (&command, &outcome) {
        (Command::IssueBatch { count, .. }, Outcome::Issued { batch }) => {
            let salt =
                *beside.salts.get(&(row.programme.0, batch.0)).ok_or_else(|| broken(format!("no salt of batch {}", batch.0)))?;
            let keys = cx.app.keys_of(row.programme)?;
            Some(NewCodes { salt, hashes: (1..=*count).map(|n| keys.hash(keys.code(&salt, n))).collect() })
        }
        _ => None,
    };
    let account = match &command {
        Command::ProposeBankDetails { vendor, version, .. } => {
            beside.accounts.get(&(row.programme.0, *vendor, *version)).cloned()
        }
        _ => None,
    };
    let mut world = cx.tx.world(row.programme, row.recorded_at)?;
    world.codes = codes;
    world.bank_account = account;
    let envelope = Envelope { id: row.id, actor: row.actor, device: row.device, claimed_at: row.claimed_at, command };
    let replayed = domain::engine::apply(&mut world, &envelope, row.recorded_at)?;
    if replayed != outcome {
        return Err(broken(format!("command {}: the rules answer otherwise than was recorded", row.seq)));
    }
    Ok(world.tx().append(row)?)
}

fn message_line(programme: ProgrammeId, request: Uuid, message: &Message) -> MessageLine {
    let Draft { to, subject, text, until } = message.draft.clone();
    MessageLine {
        programme: programme.0,
        id: message.id.0,
        request,
        author: message.author.map(|author| author.0),
        to: to.to_string(),
        subject,
        text,
        until,
        written_at: message.written_at.as_microsecond(),
        withdrawn_at: message.withdrawn_at.map(Timestamp::as_microsecond),
    }
}

fn restore_message(cx: &mut crate::Cx<'_, '_>, line: MessageLine) -> Result<(), Error> {
    let instant = |us| Timestamp::from_microsecond(us).map_err(|e| broken(e.to_string()));
    let to = To::parse(&line.to).ok_or_else(|| broken("whom a message is for"))?;
    let message = Message {
        id: MessageId(line.id),
        author: line.author.map(PersonId),
        draft: Draft { to, subject: line.subject, text: line.text, until: line.until },
        written_at: instant(line.written_at)?,
        withdrawn_at: line.withdrawn_at.map(instant).transpose()?,
    };
    Ok(cx.tx.restore_message(ProgrammeId(line.programme), line.request, &message)?)
}

fn command_line(row: LogRow) -> CommandLine {
    CommandLine {
        programme: row.programme.0,
        seq: row.seq,
        id: row.id,
        request_hash: hex(&row.request_hash),
        kind: row.kind,
        actor: row.actor.to_string(),
        device: row.device,
        claimed_at: row.claimed_at.as_microsecond(),
        recorded_at: row.recorded_at.as_microsecond(),
        body: row.body,
        outcome: row.outcome,
    }
}

fn log_row(line: CommandLine) -> Result<LogRow, Error> {
    let instant = |us| Timestamp::from_microsecond(us).map_err(|e| broken(e.to_string()));
    Ok(LogRow {
        programme: ProgrammeId(line.programme),
        seq: line.seq,
        id: line.id,
        request_hash: unhex(&line.request_hash).and_then(|b| b.try_into().ok()).ok_or_else(|| broken("request hash"))?,
        kind: line.kind,
        actor: Actor::parse(&line.actor).ok_or_else(|| broken("actor"))?,
        device: line.device,
        claimed_at: instant(line.claimed_at)?,
        recorded_at: instant(line.recorded_at)?,
        body: line.body,
        outcome: line.outcome,
    })
}
