//! The accountant's own accounts: which number and name each of ours has in their program, by fund where they want it
//! apart. A table that anybody edits; what it does not say keeps what is proposed.

use super::{Account, Chart, Entry};
use crate::table::Row;
use domain::ids::FundId;
use domain::ledger::AccountKind;
use std::collections::BTreeMap;
use thiserror::Error;

/// What an account is, whichever its fund and its merchant: accountants keep one payable, not one a merchant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Heading {
    /// Money in the bank.
    Bank,
    /// Given to markets for their merchants, who do not have it yet.
    AtMarkets,
    /// Received and not yet used.
    Deferred,
    /// Sold coupons that nobody used yet.
    Sold,
    /// Owed to merchants.
    Payable,
    /// The same, in a settlement that is not sent.
    Claimed,
    /// Sent, not yet confirmed.
    InTransit,
    /// Set aside for good-faith losses.
    Contingency,
    /// What covers a local currency.
    Cover,
    /// Operating costs to pay: always zero.
    OperationsPayable,
    /// Between two funds: always zero.
    BetweenFunds,
    /// Owed back to a funder: always zero.
    GivenBack,
    /// Food bought.
    Food,
    /// Good-faith losses.
    GoodFaith,
    /// Operating costs.
    Operations,
    /// Contributions used.
    Contributions,
}

impl Heading {
    /// All, in the order of a chart of accounts.
    pub const ALL: [Self; 16] = [
        Self::Bank,
        Self::AtMarkets,
        Self::Payable,
        Self::Claimed,
        Self::InTransit,
        Self::OperationsPayable,
        Self::BetweenFunds,
        Self::GivenBack,
        Self::Deferred,
        Self::Sold,
        Self::Contingency,
        Self::Cover,
        Self::Contributions,
        Self::Food,
        Self::GoodFaith,
        Self::Operations,
    ];

    /// The stable name in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::AtMarkets => "at-markets",
            Self::Deferred => "deferred",
            Self::Sold => "sold",
            Self::Payable => "payable",
            Self::Claimed => "claimed",
            Self::InTransit => "in-transit",
            Self::Contingency => "contingency",
            Self::Cover => "cover",
            Self::OperationsPayable => "operations-payable",
            Self::BetweenFunds => "between-funds",
            Self::GivenBack => "given-back",
            Self::Food => "food",
            Self::GoodFaith => "good-faith",
            Self::Operations => "operations",
            Self::Contributions => "contributions",
        }
    }

    /// A number of the kind that small organisations use: assets from 1000, debts from 2000, revenue from 4000, costs
    /// from 5000.
    pub const fn proposed(self) -> &'static str {
        match self {
            Self::Bank => "1060",
            Self::AtMarkets => "1210",
            Self::Payable => "2100",
            Self::Claimed => "2110",
            Self::InTransit => "2120",
            Self::OperationsPayable => "2130",
            Self::BetweenFunds => "2140",
            Self::GivenBack => "2150",
            Self::Deferred => "2400",
            Self::Sold => "2410",
            Self::Contingency => "2420",
            Self::Cover => "2430",
            Self::Contributions => "4100",
            Self::Food => "5100",
            Self::GoodFaith => "5110",
            Self::Operations => "5200",
        }
    }

    /// What an account is; nothing for what is only counted (promises, private units).
    pub fn of(account: Account) -> Option<Self> {
        if account.is_memo() {
            return None;
        }
        Some(match account {
            Account::Food(_) => Self::Food,
            Account::GoodFaithLosses(_) => Self::GoodFaith,
            Account::Operations(_) => Self::Operations,
            Account::ContributionsRecognised(_) => Self::Contributions,
            Account::Internal(id) => match id.kind() {
                AccountKind::Bank => Self::Bank,
                AccountKind::AtMarket => Self::AtMarkets,
                AccountKind::Fund => Self::Deferred,
                AccountKind::SoldOutstanding => Self::Sold,
                AccountKind::Payable => Self::Payable,
                AccountKind::Claimed => Self::Claimed,
                AccountKind::InTransit => Self::InTransit,
                AccountKind::Contingency => Self::Contingency,
                AccountKind::Cover => Self::Cover,
                AccountKind::Operations => Self::OperationsPayable,
                AccountKind::MovedOut | AccountKind::MovedIn => Self::BetweenFunds,
                AccountKind::GivenBack => Self::GivenBack,
                AccountKind::Committed
                | AccountKind::CommittedOffset
                | AccountKind::UnitsOutstanding
                | AccountKind::UnitsIssued => return None,
            },
        })
    }
}

/// An account in the accountant's program.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Theirs {
    /// Its number.
    pub number: String,
    /// Its name.
    pub name: String,
}

/// Which account of theirs each of ours is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    whole: BTreeMap<Heading, Theirs>,
    by_fund: BTreeMap<(Heading, FundId), Theirs>,
}

/// What is wrong with the table of a plan, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("line {line}: {mistake}")]
pub struct PlanProblem {
    /// As the spreadsheet numbers it.
    pub line: u64,
    /// What is wrong.
    pub mistake: PlanMistake,
}

/// What is wrong with a line of a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum PlanMistake {
    /// No account of ours.
    #[error("unknown account")]
    UnknownAccount,
    /// No fund of the programme.
    #[error("unknown fund")]
    UnknownFund,
    /// No number and no name.
    #[error("nothing to post to")]
    Empty,
    /// The same account and fund as another line.
    #[error("twice")]
    Twice,
}

impl PlanMistake {
    /// The stable name in message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownAccount => "unknown-account",
            Self::UnknownFund => "unknown-fund",
            Self::Empty => "empty",
            Self::Twice => "twice",
        }
    }
}

/// What an entry adds to one account of theirs, for one fund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Posted {
    /// The account.
    pub to: Theirs,
    /// Whose money.
    pub fund: FundId,
    /// Debit above zero, credit below; never zero.
    pub minor: i128,
}

impl Plan {
    /// What is proposed; `name` says what an account is called.
    pub fn proposed(name: impl Fn(Heading) -> String) -> Self {
        let theirs = |heading: Heading| Theirs { number: heading.proposed().to_owned(), name: name(heading) };
        Self { whole: Heading::ALL.map(|heading| (heading, theirs(heading))).into(), by_fund: BTreeMap::new() }
    }

    /// The same, with the lines of a table: account, fund's key (nothing for all funds), number, name. A first line that
    /// names no account is its heading.
    pub fn read(mut self, rows: &[Row], fund: impl Fn(&str) -> Option<FundId>) -> Result<Self, PlanProblem> {
        let mut seen = std::collections::BTreeSet::new();
        for (at, row) in rows.iter().enumerate() {
            let cell = |place: usize| row.cells.get(place).map_or("", String::as_str);
            let wrong = |mistake| PlanProblem { line: row.line, mistake };
            let Some(heading) = Heading::ALL.into_iter().find(|heading| heading.key() == cell(0)) else {
                if at == 0 {
                    continue;
                }
                return Err(wrong(PlanMistake::UnknownAccount));
            };
            let whose = match cell(1) {
                "" => None,
                key => Some(fund(key).ok_or(wrong(PlanMistake::UnknownFund))?),
            };
            let theirs = Theirs { number: cell(2).to_owned(), name: cell(3).to_owned() };
            if theirs.number.is_empty() && theirs.name.is_empty() {
                return Err(wrong(PlanMistake::Empty));
            }
            if !seen.insert((heading, whose)) {
                return Err(wrong(PlanMistake::Twice));
            }
            match whose {
                None => self.whole.insert(heading, theirs),
                Some(fund) => self.by_fund.insert((heading, fund), theirs),
            };
        }
        Ok(self)
    }

    /// Its lines, to edit: account, fund, account of theirs.
    pub fn lines(&self) -> Vec<(Heading, Option<FundId>, &Theirs)> {
        let mut lines: Vec<_> = Vec::with_capacity(self.whole.len() + self.by_fund.len());
        for heading in Heading::ALL {
            lines.extend(self.whole.get(&heading).map(|theirs| (heading, None, theirs)));
            let own = self.by_fund.iter().filter(|((of, _), _)| *of == heading);
            lines.extend(own.map(|((_, fund), theirs)| (heading, Some(*fund), theirs)));
        }
        lines
    }

    fn theirs(&self, heading: Heading, fund: FundId) -> Theirs {
        let found = self.by_fund.get(&(heading, fund)).or_else(|| self.whole.get(&heading));
        found.cloned().unwrap_or_else(|| Theirs { number: heading.proposed().to_owned(), name: heading.key().to_owned() })
    }

    /// What an entry adds to their accounts, in dollars: debits, then credits; nothing that comes back to zero. It sums
    /// to zero.
    pub fn posted(&self, chart: &Chart, entry: &Entry) -> Vec<Posted> {
        let mut sums: BTreeMap<(Theirs, FundId), i128> = BTreeMap::new();
        for posting in entry.postings(chart) {
            for (account, minor) in [(posting.debit, posting.minor), (posting.credit, -posting.minor)] {
                if let Some(heading) = Heading::of(account) {
                    let fund = account.fund();
                    *sums.entry((self.theirs(heading, fund), fund)).or_default() += minor;
                }
            }
        }
        let mut posted: Vec<Posted> = sums.into_iter().map(|((to, fund), minor)| Posted { to, fund, minor }).collect();
        posted.retain(|line| line.minor != 0);
        posted.sort_by_key(|line| line.minor < 0);
        posted
    }
}
