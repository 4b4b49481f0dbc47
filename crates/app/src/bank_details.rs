//! Where merchants are paid: asked by one person, confirmed by another, used after the cooling-off period.

use crate::command::{Answer, Aside, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::ids::{Actor, VendorId};
use domain::refusal::Refusal;
use jiff::Timestamp;
use store::{BankAccount, Fault};

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
        let digits = |part: &str, text: &str, low: usize, high: usize| {
            let clean: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
            let good = (low..=high).contains(&clean.len()) && clean.bytes().all(|b| b.is_ascii_digit());
            good.then_some(clean).ok_or_else(|| Refusal::BadAccountNumber { part: part.to_owned() })
        };
        Ok(Self {
            institution: digits("institution", institution, 3, 3)?,
            transit: digits("transit", transit, 5, 5)?,
            number: digits("number", number, 7, 12)?,
        })
    }

    /// What may be shown.
    pub fn masked(&self) -> String {
        format!("{} ••••{}", self.institution, &self.number[self.number.len() - 3..])
    }
}

/// Asks to change where a merchant is paid. The account is sealed; the log sees only its mask.
pub fn propose(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId, account: &Account) -> Result<Answer, Error> {
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
pub fn confirm(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId, version: u32) -> Result<Answer, Error> {
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

/// Where a merchant is paid, as it may be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// Whose.
    pub vendor: VendorId,
    /// The account used now.
    pub in_use: Option<String>,
    /// A confirmed one that will be used later, and from when.
    pub cooling: Option<(String, Timestamp)>,
    /// One that waits for a second person.
    pub asked: Option<Asked>,
}

/// A change that waits for a second person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// Version, to confirm it.
    pub version: u32,
    /// What may be shown of it.
    pub masked: String,
    /// Who asked: somebody else confirms.
    pub by: Actor,
}

/// Where the merchants this person may see are paid.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Shown>, Error> {
    let book = cx.book()?;
    let now = cx.now();
    let may = |v: &VendorId| {
        [Action::SeeBankDetails, Action::ProposeBank(*v)].into_iter().any(|action| ask(Some(&book), actor, action).is_ok())
    };
    let seen: Vec<VendorId> = book.vendors.iter().map(|v| v.id).filter(may).collect();
    if seen.is_empty() {
        ask(Some(&book), actor, Action::SeeBankDetails)?;
    }
    let rows = cx.tx.bank_details_shown(cx.programme)?;
    let shown = |vendor: VendorId| {
        let mut shown = Shown { vendor, in_use: None, cooling: None, asked: None };
        // In the order of versions: a later change replaces what an earlier one left waiting.
        for (details, masked) in rows.iter().filter(|(d, _)| d.vendor == vendor) {
            shown.asked = None;
            match (details.confirmed_by, details.effective_at) {
                (Some(_), Some(at)) if at <= now => (shown.in_use, shown.cooling) = (Some(masked.clone()), None),
                (Some(_), Some(at)) => shown.cooling = Some((masked.clone(), at)),
                _ => shown.asked = Some(Asked { version: details.version, masked: masked.clone(), by: details.proposed_by }),
            }
        }
        shown
    };
    Ok(seen.into_iter().map(shown).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_number_says_which() {
        let account = Account::new("815", "20-123", "123 4567").expect("digits");
        assert_eq!(account.masked(), "815 ••••567");
        for (institution, transit, number, part) in [
            ("81", "20123", "1234567", "institution"),
            ("815", "", "1234567", "transit"),
            ("815", "20123", "1234567890123", "number"),
            ("815", "20123", "12é4567", "number"),
        ] {
            let refused = Account::new(institution, transit, number);
            assert_eq!(refused, Err(Refusal::BadAccountNumber { part: part.to_owned() }), "{institution} {transit} {number}");
        }
    }
}
