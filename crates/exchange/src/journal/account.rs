//! The accounts an accountant sees: one for each internal account, and those of the year's results.

use super::Chart;
use domain::amount::Unit;
use domain::ids::FundId;
use domain::ledger::{AccountId, AccountKind};

/// One account of the exported journal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Account {
    /// An account of our ledger.
    Internal(AccountId),
    /// Food bought with a fund's coupons (expense).
    Food(FundId),
    /// Coupons paid twice, or paid though void, because the merchant acted in good faith (expense).
    GoodFaithLosses(FundId),
    /// The programme's own costs: printing, travel, wages (expense).
    Operations(FundId),
    /// A funder's money, recognised as it is spent (revenue).
    ContributionsRecognised(FundId),
}

impl Account {
    /// What it is counted in. The year's results are in dollars.
    pub fn unit(self) -> Unit {
        match self {
            Self::Internal(id) => id.unit(),
            _ => Unit::CAD,
        }
    }

    /// Whose money.
    pub fn fund(self) -> FundId {
        match self {
            Self::Internal(id) => id.fund(),
            Self::Food(fund) | Self::GoodFaithLosses(fund) | Self::Operations(fund) | Self::ContributionsRecognised(fund) => fund,
        }
    }

    /// Whether it counts promises or private units rather than dollars.
    pub fn is_memo(self) -> bool {
        matches!(self, Self::Internal(id) if id.kind().is_memo() || id.unit() != Unit::CAD)
    }

    /// Its full name: first part one of beancount's five, each other part a capital or a digit and then
    /// ASCII letters, digits and hyphens. The same ledger and chart always give the same names.
    pub fn name(self, chart: &Chart) -> String {
        match self {
            Self::Food(fund) => format!("Expenses:Food:{}", chart.fund_part(fund)),
            Self::GoodFaithLosses(fund) => format!("Expenses:GoodFaithLosses:{}", chart.fund_part(fund)),
            Self::Operations(fund) => format!("Expenses:Operations:{}", chart.fund_part(fund)),
            Self::ContributionsRecognised(fund) => format!("Income:ContributionsRecognised:{}", chart.fund_part(fund)),
            Self::Internal(id) => {
                let head = if self.is_memo() {
                    format!("Equity:Memo:{}:{}", chart.commodity(id.unit()), memo_part(id.kind()))
                } else {
                    money_part(id.kind()).to_owned()
                };
                let fund = chart.fund_part(id.fund());
                match id.vendor() {
                    Some(vendor) => format!("{head}:{}:{fund}", chart.vendor_part(vendor)),
                    None => format!("{head}:{fund}"),
                }
            }
        }
    }

    /// What it is, in French, with the names people use.
    pub fn label(self, chart: &Chart) -> String {
        match self {
            Self::Food(fund) => format!("Achats d'aliments, {}", chart.fund_name(fund)),
            Self::GoodFaithLosses(fund) => format!("Pertes de bonne foi, {}", chart.fund_name(fund)),
            Self::Operations(fund) => format!("Frais de fonctionnement, {}", chart.fund_name(fund)),
            Self::ContributionsRecognised(fund) => format!("Apports constatés, {}", chart.fund_name(fund)),
            Self::Internal(id) => {
                let kind = kind_label(id.kind());
                let fund = chart.fund_name(id.fund());
                match id.vendor() {
                    Some(vendor) => format!("{kind}, {}, {fund}", chart.vendor_name(vendor)),
                    None => format!("{kind}, {fund}"),
                }
            }
        }
    }
}

/// Dollar accounts. Memo kinds never come here.
const fn money_part(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Bank => "Assets:Bank",
        AccountKind::Fund => "Liabilities:DeferredContributions",
        AccountKind::SoldOutstanding => "Liabilities:SoldCoupons",
        AccountKind::Payable => "Liabilities:Payable",
        AccountKind::Claimed => "Liabilities:Claimed",
        AccountKind::InTransit => "Liabilities:InTransit",
        AccountKind::Contingency => "Liabilities:Contingency",
        AccountKind::Cover => "Liabilities:CurrencyCover",
        AccountKind::Operations => "Liabilities:OperationsPayable",
        AccountKind::MovedOut => "Liabilities:DueToOtherFunds",
        AccountKind::MovedIn => "Liabilities:FromOtherFunds",
        AccountKind::GivenBack => "Liabilities:DueToFunder",
        AccountKind::AtMarket => "Assets:AtMarkets",
        AccountKind::Committed | AccountKind::CommittedOffset | AccountKind::UnitsOutstanding | AccountKind::UnitsIssued => {
            "Equity:Memo"
        }
    }
}

const fn memo_part(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Bank => "Bank",
        AccountKind::Fund => "Fund",
        AccountKind::SoldOutstanding => "SoldCoupons",
        AccountKind::Payable => "Payable",
        AccountKind::Claimed => "Claimed",
        AccountKind::InTransit => "InTransit",
        AccountKind::Contingency => "Contingency",
        AccountKind::Committed => "Committed",
        AccountKind::CommittedOffset => "CommittedOffset",
        AccountKind::Cover => "CurrencyCover",
        AccountKind::UnitsOutstanding => "UnitsOutstanding",
        AccountKind::UnitsIssued => "UnitsIssued",
        AccountKind::Operations => "OperationsPayable",
        AccountKind::MovedOut => "DueToOtherFunds",
        AccountKind::MovedIn => "FromOtherFunds",
        AccountKind::GivenBack => "DueToFunder",
        AccountKind::AtMarket => "AtMarkets",
    }
}

const fn kind_label(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Bank => "Encaisse",
        AccountKind::Fund => "Apports reportés",
        AccountKind::SoldOutstanding => "Coupons vendus non utilisés",
        AccountKind::Payable => "À payer",
        AccountKind::Claimed => "À payer, dans un règlement",
        AccountKind::InTransit => "Paiements en circulation",
        AccountKind::Contingency => "Réserve pour pertes de bonne foi",
        AccountKind::Committed => "Engagements",
        AccountKind::CommittedOffset => "Contrepartie des engagements",
        AccountKind::Cover => "Couverture de la monnaie locale",
        AccountKind::UnitsOutstanding => "Unités en circulation",
        AccountKind::UnitsIssued => "Unités émises",
        AccountKind::Operations => "Frais de fonctionnement à payer",
        AccountKind::MovedOut => "À verser à un autre fonds",
        AccountKind::MovedIn => "Reçu d'un autre fonds",
        AccountKind::GivenBack => "À rendre au bailleur de fonds",
        AccountKind::AtMarket => "Remis à un marché pour ses marchands",
    }
}
