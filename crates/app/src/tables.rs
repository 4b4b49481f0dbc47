//! The tables of the pages, each made once: for a spreadsheet as CSV, or as XLSX. Whoever may see a page may take its
//! table, and nobody else: each is made by the use case behind its page, which asks. Hashes of pseudonyms are in none.

mod asked;
mod coupons;
mod desks;
mod figures;
mod forecast;
mod money;
mod registers;
mod sales;
mod season_use;

use crate::command::Cx;
use crate::figure::{self, Figure, Filter, Listed};
use crate::fund_report::Days;
use crate::world::Error;
use domain::amount::Unit;
use domain::ids::{Actor, FundId, PartnerId, PlaceId, VendorId};
use domain::programme::Book;
use domain::refusal::Refusal;
use exchange::table::Column;
pub use exchange::table::{Cell, Kind, Style, Table};
use jiff::Timestamp;
use std::sync::Arc;
use store::Fault;
use text::{Lang, Names, t};

/// A table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Name {
    /// Use by organisation.
    PartnersUse,
    /// Use by week.
    Weeks,
    /// Use by place.
    PlacesUse,
    /// Use by class.
    ClassesUse,
    /// Use by fund.
    FundsUse,
    /// What a figure is made of.
    Figure,
    /// All coupons by state.
    States,
    /// Batches.
    Batches,
    /// What organisations hold.
    Stock,
    /// Hand-outs.
    HandOuts,
    /// Disputes.
    Disputes,
    /// Funds.
    Funds,
    /// A funder's report.
    FundReport,
    /// Operating expenses.
    Expenses,
    /// Sales of packs.
    Sales,
    /// Orders to be picked up.
    Orders,
    /// Gifts.
    Gifts,
    /// Official receipts for gifts.
    Receipts,
    /// What is owed to merchants.
    Owed,
    /// What must be in the bank, day by day.
    WorkingCapital,
    /// Settlement runs.
    Runs,
    /// A run's payments.
    Payments,
    /// How long each of the merchants' coupons took to be paid.
    Waits,
    /// A merchant's market days.
    Days,
    /// A merchant's payments.
    VendorPayments,
    /// Shares of what a market was paid for its merchants.
    Shares,
    /// Organisations.
    Partners,
    /// Merchants.
    Vendors,
    /// Places.
    Places,
    /// Their hours.
    Hours,
    /// Agreements.
    Agreements,
    /// Hand-outs by household size.
    Bands,
    /// Who has which role.
    People,
    /// Where merchants are paid, as it may be shown.
    BankAccounts,
    /// Market days that were closed, by merchant.
    MarketDays,
    /// What is out of the ordinary.
    Alerts,
    /// Merchants whose payments were held.
    Holds,
    /// Money that moves from a fund to another, or back.
    FundMoves,
    /// The weeks to come, as the season foresees them.
    Forecast,
    /// Where coupons are, by every view of the proof.
    Proof,
    /// The log.
    Log,
}

impl Name {
    /// All of them.
    pub const ALL: [Self; 41] = [
        Self::PartnersUse,
        Self::Weeks,
        Self::PlacesUse,
        Self::ClassesUse,
        Self::FundsUse,
        Self::Figure,
        Self::States,
        Self::Batches,
        Self::Stock,
        Self::HandOuts,
        Self::Disputes,
        Self::Funds,
        Self::FundReport,
        Self::Expenses,
        Self::Sales,
        Self::Orders,
        Self::Gifts,
        Self::Receipts,
        Self::Owed,
        Self::WorkingCapital,
        Self::Runs,
        Self::Payments,
        Self::Waits,
        Self::Days,
        Self::VendorPayments,
        Self::Shares,
        Self::Partners,
        Self::Vendors,
        Self::Places,
        Self::Hours,
        Self::Agreements,
        Self::Bands,
        Self::People,
        Self::BankAccounts,
        Self::MarketDays,
        Self::Alerts,
        Self::Holds,
        Self::FundMoves,
        Self::Forecast,
        Self::Proof,
        Self::Log,
    ];

    /// The stable name, in addresses and file names; its words are `table-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PartnersUse => "partners-use",
            Self::Weeks => "weeks",
            Self::PlacesUse => "places-use",
            Self::ClassesUse => "classes-use",
            Self::FundsUse => "funds-use",
            Self::Figure => "figure",
            Self::States => "states",
            Self::Batches => "batches",
            Self::Stock => "stock",
            Self::HandOuts => "hand-outs",
            Self::Disputes => "disputes",
            Self::Funds => "funds",
            Self::FundReport => "fund-report",
            Self::Expenses => "expenses",
            Self::Sales => "sales",
            Self::Orders => "orders",
            Self::Gifts => "gifts",
            Self::Receipts => "receipts",
            Self::Owed => "owed",
            Self::WorkingCapital => "working-capital",
            Self::Runs => "runs",
            Self::Payments => "payments",
            Self::Waits => "waits",
            Self::Days => "days",
            Self::VendorPayments => "vendor-payments",
            Self::Shares => "shares",
            Self::Partners => "partners",
            Self::Vendors => "vendors",
            Self::Places => "places",
            Self::Hours => "hours",
            Self::Agreements => "agreements",
            Self::Bands => "bands",
            Self::People => "people",
            Self::BankAccounts => "bank-accounts",
            Self::MarketDays => "market-days",
            Self::Alerts => "alerts",
            Self::Holds => "holds",
            Self::FundMoves => "fund-moves",
            Self::Forecast => "forecast",
            Self::Proof => "proof",
            Self::Log => "log",
        }
    }

    /// Reads [`Self::key`].
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.key() == key)
    }
}

/// The kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Comma- or semicolon-separated values.
    Csv,
    /// Excel's.
    Xlsx,
}

impl Format {
    /// The file's ending.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Reads [`Self::key`].
    pub fn parse(key: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx].into_iter().find(|format| format.key() == key)
    }

    /// As browsers name it.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A table's file, in a language.
pub fn write(table: &Table, lang: Lang, format: Format) -> Result<Vec<u8>, Error> {
    let written = match format {
        Format::Csv => table.to_csv(Style { is_french: lang == Lang::Fr }),
        Format::Xlsx => table.to_xlsx(),
    };
    written.map_err(|e| Fault::Other(e.to_string()).into())
}

/// What a table is about, where it needs to be told.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct About {
    /// A run, a merchant or a fund.
    pub of: Option<u32>,
    /// A figure, and what its list is limited to.
    pub figure: Option<(Figure, Filter)>,
    /// The days of a funder's report.
    pub days: Days,
}

/// A table for somebody.
pub fn table(cx: &mut Cx<'_, '_>, actor: Actor, lang: Lang, name: Name, about: &About) -> Result<Table, Error> {
    let page = Page { lang, book: cx.book()?, now: cx.now(), name };
    let needed = || about.of.ok_or(Error::Refused(Refusal::NotFound));
    match name {
        Name::PartnersUse => season_use::partners(cx, actor, &page),
        Name::Weeks => season_use::weeks(cx, actor, &page),
        Name::PlacesUse => season_use::places(cx, actor, &page),
        Name::ClassesUse => season_use::classes(cx, actor, &page),
        Name::FundsUse => season_use::funds(cx, actor, &page),
        Name::Figure => {
            let (figure, filter) = about.figure.clone().ok_or(Refusal::NotFound)?;
            Ok(figures::table(&page, figure, &figure::list(cx, actor, figure, filter)?))
        }
        Name::States => season_use::states(cx, actor, &page),
        Name::Stock => season_use::stock(cx, actor, &page),
        Name::Batches => coupons::batches(cx, actor, &page),
        Name::HandOuts => coupons::hand_outs(cx, actor, &page),
        Name::Disputes => coupons::disputes(cx, actor, &page),
        Name::Funds => money::funds(cx, actor, &page),
        Name::FundReport => money::fund_report(cx, actor, &page, FundId(needed()?), about.days),
        Name::Expenses => money::expenses(cx, actor, &page),
        Name::Sales => sales::sales(cx, actor, &page),
        Name::Orders => sales::orders(cx, actor, &page),
        Name::Gifts => sales::gifts(cx, actor, &page),
        Name::Receipts => sales::receipts(cx, actor, &page),
        Name::Owed => money::owed(cx, actor, &page),
        Name::WorkingCapital => money::working_capital(cx, actor, &page),
        Name::Runs => money::runs(cx, actor, &page),
        Name::Payments => money::payments(cx, actor, &page, needed()?),
        Name::Waits => money::waits(cx, actor, &page),
        Name::Days => money::days(cx, actor, &page, VendorId(needed()?)),
        Name::VendorPayments => money::vendor_payments(cx, actor, &page, VendorId(needed()?)),
        Name::Shares => money::shares(cx, actor, &page, PlaceId(needed()?)),
        Name::Partners => registers::partners(actor, &page),
        Name::Vendors => registers::vendors(actor, &page),
        Name::Places => registers::places(actor, &page),
        Name::Hours => registers::hours(actor, &page),
        Name::Agreements => registers::agreements(cx, actor, &page),
        Name::Bands => season_use::bands(cx, actor, &page),
        Name::People => desks::people(cx, actor, &page),
        Name::BankAccounts => desks::bank_accounts(cx, actor, &page),
        Name::MarketDays => desks::market_days(cx, actor, &page),
        Name::Alerts => asked::alerts(cx, actor, &page),
        Name::Holds => asked::holds(cx, actor, &page),
        Name::FundMoves => asked::fund_moves(cx, actor, &page),
        Name::Forecast => forecast::weeks(cx, actor, &page),
        Name::Proof => desks::proof(cx, actor, &page),
        Name::Log => registers::log(cx, actor, &page),
    }
}

/// The table of a figure's list, as it is shown and written.
pub fn of_figure(book: Arc<Book>, lang: Lang, now: Timestamp, figure: Figure, listed: &Listed) -> Table {
    figures::table(&Page { lang, book, now, name: Name::Figure }, figure, listed)
}

/// What every table is made with.
struct Page {
    lang: Lang,
    book: Arc<Book>,
    now: Timestamp,
    name: Name,
}

/// A column of words, by the key of its heading.
const fn words(key: &str) -> (&str, Kind) {
    (key, Kind::Text)
}

/// A column of figures or days.
const fn figures(key: &str) -> (&str, Kind) {
    (key, Kind::Value)
}

impl Page {
    fn table(&self, columns: &[(&str, Kind)], rows: Vec<Vec<Cell>>) -> Table {
        let column = |(key, kind): &(&str, Kind)| Column { label: t(self.lang, key), kind: *kind };
        let title = t(self.lang, &format!("table-{}", self.name.key()));
        Table { title, made_on: self.book.day_of(self.now), columns: columns.iter().map(column).collect(), rows }
    }

    fn at(&self, instant: Timestamp) -> Cell {
        Cell::At(instant.to_zoned(self.book.zone()).datetime())
    }

    fn vendor(&self, id: VendorId) -> Cell {
        Cell::text(Names::vendor(&*self.book, id))
    }

    fn place(&self, id: PlaceId) -> Cell {
        Cell::text(Names::place(&*self.book, id))
    }

    fn partner(&self, id: PartnerId) -> Cell {
        Cell::text(Names::partner(&*self.book, id))
    }

    fn unit(&self, unit: Unit) -> Cell {
        Cell::text(self.book.unit_code(unit))
    }
}
