//! Settlement: runs, approvals, payments, bank details.

use crate::command::{Answer, Aside, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::{Error, whole_microseconds};
use domain::command::{Command, Outcome};
use domain::ids::{Actor, PaymentId, RunId, VendorId};
use domain::refusal::Refusal;
use domain::settlement::{Payment, Run};
use jiff::Timestamp;
use store::{BankAccount, Fault};

/// Prepares a run of everything that arrived up to `cutoff`.
pub fn prepare(cx: &mut Cx<'_, '_>, request: Request, cutoff: Timestamp) -> Result<RunId, Error> {
    let cutoff = whole_microseconds(cutoff);
    match cx.run(request, Command::PrepareRun { cutoff })?.outcome {
        Outcome::Prepared { run, .. } => Ok(run),
        other => Err(Fault::Inconsistent(format!("{other:?}")).into()),
    }
}

/// Approves a run.
pub fn approve(cx: &mut Cx<'_, '_>, request: Request, run: RunId) -> Result<Answer, Error> {
    cx.run(request, Command::ApproveRun { run })
}

/// Gives a run up.
pub fn cancel(cx: &mut Cx<'_, '_>, request: Request, run: RunId, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::CancelRun { run, reason: reason.to_owned() })
}

/// Sends an approved run.
pub fn pay(cx: &mut Cx<'_, '_>, request: Request, run: RunId) -> Result<Answer, Error> {
    cx.run(request, Command::PayRun { run })
}

/// Confirms a payment with its cheque or confirmation number.
pub fn confirm(cx: &mut Cx<'_, '_>, request: Request, payment: PaymentId, reference: &str) -> Result<Answer, Error> {
    cx.run(request, Command::ConfirmPayment { payment, reference: reference.to_owned() })
}

/// Writes a returned payment down.
pub fn bounce(cx: &mut Cx<'_, '_>, request: Request, payment: PaymentId, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::ReturnPayment { payment, reason: reason.to_owned() })
}

/// Runs and their payments, newest first.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<(Run, Vec<Payment>)>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    let runs = cx.tx.runs(cx.programme)?;
    let mut out = Vec::with_capacity(runs.len());
    for run in runs {
        let payments = cx.tx.payments(cx.programme, run.id)?;
        out.push((run, payments));
    }
    Ok(out)
}

/// One run and its payments.
pub fn run(cx: &mut Cx<'_, '_>, actor: Actor, id: RunId) -> Result<(Run, Vec<Payment>), Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    let run = cx.tx.run_of(cx.programme, id)?.ok_or(Refusal::NotFound)?;
    let payments = cx.tx.payments(cx.programme, id)?;
    Ok((run, payments))
}

/// A merchant's account: institution, transit, account number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// Three digits.
    pub institution: String,
    /// Five digits.
    pub transit: String,
    /// Seven to twelve digits.
    pub number: String,
}

impl Account {
    /// Reads an account, checking the digits.
    pub fn new(institution: &str, transit: &str, number: &str) -> Result<Self, Refusal> {
        let digits = |text: &str, low: usize, high: usize| {
            let clean: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
            let good = (low..=high).contains(&clean.len()) && clean.bytes().all(|b| b.is_ascii_digit());
            good.then_some(clean).ok_or(Refusal::WrongAmount)
        };
        Ok(Self { institution: digits(institution, 3, 3)?, transit: digits(transit, 5, 5)?, number: digits(number, 7, 12)? })
    }

    /// What may be shown.
    pub fn masked(&self) -> String {
        format!("{} ••••{}", self.institution, &self.number[self.number.len() - 3..])
    }
}

/// Asks to change where a merchant is paid. The account is sealed; the log sees only its mask.
pub fn propose_bank_details(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId, account: &Account) -> Result<Answer, Error> {
    let version = version_asked(cx, request, vendor)?;
    let keys = cx.app.keys_of(cx.programme)?;
    let plain = format!("{} {} {}", account.institution, account.transit, account.number);
    let sealed = keys.seal(cx.app.surroundings.bytes(), plain.as_bytes());
    let masked = account.masked();
    let aside = Aside { bank_account: Some(BankAccount { masked: masked.clone(), sealed }), ..Aside::default() };
    cx.run_with(request, Command::ProposeBankDetails { vendor, version, masked }, aside)
}

/// The next version; for a request sent again, the one it asked for the first time.
fn version_asked(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId) -> Result<u32, Error> {
    if let Some((seq, _, _)) = cx.tx.answered(cx.programme, request.id)?
        && let Some(row) = cx.tx.command(cx.programme, seq)?
        && let Ok(Command::ProposeBankDetails { version, .. }) = serde_json::from_str(&row.body)
    {
        return Ok(version);
    }
    Ok(cx.tx.bank_details_of(cx.programme, vendor)?.map_or(0, |d| d.version) + 1)
}

/// A second person confirms the change.
pub fn confirm_bank_details(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId, version: u32) -> Result<Answer, Error> {
    cx.run(request, Command::ConfirmBankDetails { vendor, version })
}

/// The account in use for a merchant now, opened.
pub(crate) fn account_in_use(cx: &mut Cx<'_, '_>, vendor: VendorId) -> Result<Option<Account>, Error> {
    let Some(stored) = cx.tx.bank_account(cx.programme, vendor, cx.now())? else { return Ok(None) };
    let wrong = || Fault::Inconsistent(format!("the account of {vendor} does not open"));
    let plain = cx.app.keys_of(cx.programme)?.open(&stored.sealed).ok_or_else(wrong)?;
    let text = String::from_utf8(plain).map_err(|_| wrong())?;
    let parts: Vec<&str> = text.split(' ').collect();
    let [institution, transit, number] = parts.as_slice() else { return Err(wrong().into()) };
    Ok(Some(Account::new(institution, transit, number)?))
}

/// What is owed to each merchant now and in no run yet.
pub fn owed(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<(VendorId, domain::amount::Amount)>, Error> {
    use domain::amount::{Amount, Unit};
    use domain::ledger::AccountKind;
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    let mut owed: std::collections::BTreeMap<(VendorId, Unit), i64> = std::collections::BTreeMap::new();
    for (account, balance) in cx.tx.accounts(cx.programme)? {
        if let (AccountKind::Payable, Some(vendor)) = (account.kind(), account.vendor()) {
            *owed.entry((vendor, account.unit())).or_default() += balance.of(AccountKind::Payable);
        }
    }
    let rows = owed.into_iter().filter(|(_, minor)| *minor > 0);
    Ok(rows.map(|((vendor, unit), minor)| (vendor, Amount { minor, unit })).collect())
}
