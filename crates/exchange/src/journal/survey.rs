//! The first pass: which accounts the entries touch, since when, and what they will sum to.

use super::{Account, Chart, Entry};
use domain::amount::Unit;
use jiff::civil::Date;
use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

/// What a journal of some entries declares at its head. Its size depends on the number of accounts, not on
/// the number of entries.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Survey {
    balances: BTreeMap<Account, i128>,
    first_on: Option<Date>,
}

impl Survey {
    /// Surveys entries.
    pub fn of<E: Borrow<Entry>>(chart: &Chart, entries: impl IntoIterator<Item = E>) -> Self {
        let mut survey = Self::default();
        for entry in entries {
            survey.add(chart, entry.borrow());
        }
        survey
    }

    /// Takes one entry into account.
    pub fn add(&mut self, chart: &Chart, entry: &Entry) {
        for posting in entry.postings(chart) {
            *self.balances.entry(posting.debit).or_default() += posting.minor;
            *self.balances.entry(posting.credit).or_default() -= posting.minor;
            self.first_on = Some(self.first_on.map_or(entry.date, |first| first.min(entry.date)));
        }
    }

    /// The day of the first entry; none if nothing was posted.
    pub fn first_on(&self) -> Option<Date> {
        self.first_on
    }

    /// The accounts, in order.
    pub fn accounts(&self) -> impl Iterator<Item = Account> {
        self.balances.keys().copied()
    }

    /// The units, dollars first.
    pub fn units(&self) -> BTreeSet<Unit> {
        self.accounts().map(Account::unit).collect()
    }

    pub(super) fn knows(&self, account: Account) -> bool {
        self.balances.contains_key(&account)
    }

    /// What each account will sum to, by its name: debits less credits, minor units. Accounts that come
    /// back to zero are there too.
    pub fn balances(&self, chart: &Chart) -> BTreeMap<String, (i128, Unit)> {
        self.balances.iter().map(|(account, minor)| (account.name(chart), (*minor, account.unit()))).collect()
    }
}

/// What another program must find, account by account, in the journal of these entries: debits less
/// credits, minor units.
pub fn expected_balances<E: Borrow<Entry>>(
    chart: &Chart,
    entries: impl IntoIterator<Item = E>,
) -> BTreeMap<String, (i128, Unit)> {
    Survey::of(chart, entries).balances(chart)
}
