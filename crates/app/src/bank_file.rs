//! Files of deposits for the bank: who made which, under which number, when. Numbers follow each other without a gap; a
//! run has one number, and its file made again keeps it.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use crate::{bank_details, export, settlement};
use domain::business_day;
use domain::chain::hex;
use domain::ids::{Actor, RunId};
use domain::payment_route::as_the_bank_sees;
use domain::programme::PaymentMethod;
use domain::refusal::Refusal;
use domain::settlement::PaymentState;
use exchange::pain001::{self, Version};
use exchange::payment_file::{self, BankProfile, Deposit, PaymentFile, Problem};
use exchange::{cpa005, hdt80};
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use store::BankFile;
use text::Lang;

/// The format of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// CPA Standard 005, 1464 characters.
    Cpa005,
    /// 80 characters.
    Hdt80,
    /// ISO 20022, `pain.001.001.03`.
    Pain00103,
    /// ISO 20022, `pain.001.001.09`.
    Pain00109,
}

impl Format {
    /// All, the most common first.
    pub const ALL: [Self; 4] = [Self::Cpa005, Self::Hdt80, Self::Pain00103, Self::Pain00109];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cpa005 => "cpa005",
            Self::Hdt80 => "hdt80",
            Self::Pain00103 => "pain001-03",
            Self::Pain00109 => "pain001-09",
        }
    }

    /// Reads a stable name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == text)
    }

    /// How the file's name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Cpa005 | Self::Hdt80 => "txt",
            Self::Pain00103 | Self::Pain00109 => "xml",
        }
    }

    fn write(self, file: &PaymentFile) -> Result<String, Vec<Problem>> {
        match self {
            Self::Cpa005 => cpa005::write(file),
            Self::Hdt80 => hdt80::write(file),
            Self::Pain00103 => pain001::write(file, Version::V03),
            Self::Pain00109 => pain001::write(file, Version::V09),
        }
    }
}

/// A file, and its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Made {
    /// What the bank reads.
    pub text: String,
    /// Its creation number.
    pub number: u16,
}

/// The day payees may have the money when nobody says: the next one on which banks work.
pub fn proposed_due(today: Date) -> Date {
    business_day::after(today, 1)
}

/// The files made of a run, the first first.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId) -> Result<Vec<BankFile>, Error> {
    ask(Some(&*cx.book()?), actor, Action::SeePayments)?;
    let files = cx.tx.bank_files(cx.programme)?;
    Ok(files.into_iter().filter(|file| file.run == run).collect())
}

/// Makes the file of a run's direct deposits. Payments by other methods are not in it; a deposit without a confirmed
/// account stops it. The inner result is what is wrong in the file's data. The same file again is the same bytes, and
/// nothing more is written down.
pub fn make(
    cx: &mut Cx<'_, '_>,
    actor: Actor,
    run: RunId,
    profile: &BankProfile,
    format: Format,
    due: Option<Date>,
) -> Result<Result<Made, Vec<Problem>>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::Pay)?;
    let (whole, list) = settlement::run(cx, actor, run)?;
    let list = as_the_bank_sees(&list);
    export::approved(&book, &whole)?;
    let made = cx.tx.bank_files(cx.programme)?;
    let before = made.iter().rfind(|file| file.run == run);
    let today = book.day_of(cx.now());
    let due_on = due.or(before.map(|file| file.due_on)).unwrap_or_else(|| proposed_due(today));
    // The very file that was made is dated as it was; another due date is another day's file, under the same number.
    let same = made.iter().find(|file| file.run == run && file.format == format.key() && file.due_on == due_on);
    let made_on = same.map_or(today, |file| file.made_on);
    if same.is_none() && (!business_day::is_business_day(due_on) || due_on < today) {
        return Err(Refusal::NotADueDate { on: due_on, next: proposed_due(due_on.max(today)) }.into());
    }
    let mut payments = Vec::new();
    for payment in list.iter().filter(|p| p.method == PaymentMethod::Deposit && p.state != PaymentState::Cancelled) {
        let account = bank_details::account_in_use(cx, payment.vendor)?;
        let account = account.ok_or(Error::Refused(Refusal::CoolingOff { until: cx.now() }))?;
        payments.push(Deposit {
            payee_name: book.vendor(payment.vendor).map_or_else(String::new, |v| v.name.clone()),
            account: payment_file::Account { institution: account.institution, transit: account.transit, number: account.number },
            amount_cents: payment.amount().minor,
            reference: format!("R{}P{}", run.0, payment.id.0),
        });
    }
    if payments.is_empty() {
        return Err(Refusal::NoDeposits.into());
    }
    let number = before.map_or_else(|| next_number(&made, profile), |file| file.number);
    let file =
        PaymentFile { profile: profile.clone(), creation_number: number, creation_date: made_on, due_date: due_on, payments };
    let text = match format.write(&file) {
        Ok(text) => text,
        Err(problems) => return Ok(Err(problems)),
    };
    let digest = hex(&Sha256::digest(text.as_bytes()));
    if same.is_none_or(|file| file.digest != digest) {
        let making = made.last().map_or(0, |file| file.making) + 1;
        let (made_by, made_at) = (actor, cx.now());
        let row = BankFile { making, number, run, format: format.key().to_owned(), due_on, made_on, digest, made_by, made_at };
        cx.tx.add_bank_file(cx.programme, &row)?;
    }
    Ok(Ok(Made { text, number }))
}

/// What is wrong in a file's data, in words.
pub fn say(lang: Lang, problem: &Problem) -> String {
    let mistake = text::key_label(lang, "cli-bank", problem.mistake.code());
    let mut facts = vec![("field", problem.field.key().into()), ("mistake", mistake.into())];
    match problem.payment {
        Some(place) => {
            facts.push(("place", (place + 1).into()));
            text::tr(lang, "cli-bank-payment", &facts)
        }
        None => text::tr(lang, "cli-bank-profile", &facts),
    }
}

/// The number after the last run's, in the order in which they got one.
fn next_number(made: &[BankFile], profile: &BankProfile) -> u16 {
    let first_of_run = |at: &usize| !made[..*at].iter().any(|before| before.run == made[*at].run);
    match (0..made.len()).rfind(first_of_run) {
        Some(last) => payment_file::next_creation_number(made[last].number),
        None => profile.first_creation_number.unwrap_or(1),
    }
}
