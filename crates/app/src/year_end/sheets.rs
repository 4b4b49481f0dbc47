//! The tables of the pack: from balances down to coupons and where they were accepted, each line with the number of its
//! entry.

use super::gather::Gathered;
use crate::command::Cx;
use crate::world::Error;
use domain::amount::Unit;
use domain::chain::hex;
use domain::ids::{CouponId, FundId, PartnerId, PlaceId, VendorId};
use domain::programme::Book;
use domain::world::Standing;
use exchange::journal::Account;
use exchange::table::{Cell, Column, Kind, Table};
use jiff::Timestamp;
use jiff::civil::Date;
use store::Fault;
use text::{Lang, Names, key_label, label, t};

/// A table of the pack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sheet {
    Balances,
    Lines,
    Entries,
    Coupons,
    Scans,
    HandOuts,
    Movements,
    Payments,
    Disputes,
}

impl Sheet {
    pub(super) const ALL: [Self; 9] = [
        Self::Balances,
        Self::Lines,
        Self::Entries,
        Self::Coupons,
        Self::Scans,
        Self::HandOuts,
        Self::Movements,
        Self::Payments,
        Self::Disputes,
    ];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Balances => "balances",
            Self::Lines => "lines",
            Self::Entries => "entries",
            Self::Coupons => "coupons",
            Self::Scans => "scans",
            Self::HandOuts => "hand-outs",
            Self::Movements => "movements",
            Self::Payments => "payments",
            Self::Disputes => "disputes",
        }
    }

    /// Its file's name, in the reader's language.
    pub(super) fn file(self, lang: Lang) -> String {
        format!("{}-{}.csv", self as u8 + 1, t(lang, &format!("year-end-file-{}", self.key())))
    }

    /// The column that names each row once.
    pub(super) const fn row_key(self) -> Option<usize> {
        match self {
            Self::Balances | Self::Entries | Self::Scans | Self::HandOuts | Self::Disputes => Some(0),
            Self::Coupons => Some(1),
            Self::Lines | Self::Movements | Self::Payments => None,
        }
    }

    /// Which columns lead to which table.
    pub(super) const fn links(self) -> &'static [(usize, &'static str)] {
        match self {
            Self::Balances | Self::Entries | Self::Payments | Self::Disputes => &[],
            Self::Lines => &[(0, "entries"), (2, "balances")],
            Self::Coupons => &[(0, "scans"), (4, "balances"), (5, "balances")],
            Self::Scans | Self::HandOuts | Self::Movements => &[(0, "entries")],
        }
    }

    const fn columns(self) -> &'static [(&'static str, Kind)] {
        use Kind::{Text, Value};
        match self {
            Self::Balances => &[
                ("year-end-account", Text),
                ("head-what", Text),
                ("head-fund", Text),
                ("head-vendor", Text),
                ("table-unit", Text),
                ("year-end-opening", Value),
                ("year-end-debits", Value),
                ("year-end-credits", Value),
                ("year-end-closing", Value),
            ],
            Self::Lines => &[
                ("year-end-entry", Text),
                ("head-date", Value),
                ("year-end-account", Text),
                ("year-end-debit", Value),
                ("year-end-credit", Value),
                ("table-unit", Text),
                ("year-end-spent", Value),
            ],
            Self::Entries => &[
                ("year-end-entry", Text),
                ("year-end-recorded", Value),
                ("year-end-value-date", Value),
                ("head-what", Text),
                ("head-who", Text),
                ("year-end-device", Text),
                ("table-refused", Text),
                ("year-end-words", Text),
                ("year-end-run", Text),
                ("year-end-payment", Text),
                ("books-link", Text),
            ],
            Self::Coupons => &[
                ("year-end-entry", Text),
                ("head-coupon", Text),
                ("head-class", Text),
                ("head-vendor", Text),
                ("year-end-debit-account", Text),
                ("year-end-credit-account", Text),
                ("head-amount", Value),
                ("table-unit", Text),
            ],
            Self::Scans => &[
                ("year-end-entry", Text),
                ("year-end-claimed", Value),
                ("year-end-recorded", Value),
                ("head-vendor", Text),
                ("head-place", Text),
                ("year-end-channel", Text),
                ("head-who", Text),
                ("year-end-device", Text),
                ("head-count", Value),
                ("head-amount", Value),
            ],
            Self::HandOuts => &[
                ("year-end-entry", Text),
                ("year-end-claimed", Value),
                ("head-partner", Text),
                ("handout-band", Text),
                ("head-count", Value),
                ("head-amount", Value),
                ("year-end-taken-back", Text),
            ],
            Self::Movements => &[
                ("year-end-entry", Text),
                ("year-end-first", Text),
                ("year-end-last-coupon", Text),
                ("head-count", Value),
                ("year-end-from-state", Text),
                ("year-end-from-partner", Text),
                ("year-end-from-fund", Text),
                ("year-end-to-state", Text),
                ("year-end-to-partner", Text),
                ("year-end-to-fund", Text),
            ],
            Self::Payments => &[
                ("year-end-payment", Text),
                ("year-end-run", Text),
                ("head-vendor", Text),
                ("head-method", Text),
                ("head-fund", Text),
                ("head-amount", Value),
                ("table-unit", Text),
                ("year-end-state", Text),
            ],
            Self::Disputes => &[
                ("table-number", Text),
                ("year-end-entry", Text),
                ("head-coupon", Text),
                ("head-reason", Text),
                ("head-vendor", Text),
                ("head-place", Text),
                ("head-amount", Value),
                ("table-decision", Text),
                ("year-end-decided", Text),
                ("dispute-note", Text),
            ],
        }
    }
}

/// What every table is made with.
pub(super) struct Page<'a> {
    pub(super) lang: Lang,
    pub(super) book: &'a Book,
    pub(super) gathered: &'a Gathered,
    pub(super) until: Option<Date>,
}

fn number(seq: impl ToString + Copy) -> Cell {
    Cell::Text(seq.to_string())
}

fn some<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell) -> Cell {
    value.map_or(Cell::Nothing, cell)
}

/// Cents of one account; no sum of ours comes near the end of an i64.
fn cents(minor: i128) -> Cell {
    Cell::Amount(i64::try_from(minor).unwrap_or(i64::MAX))
}

impl Page<'_> {
    pub(super) fn table(&self, cx: &mut Cx<'_, '_>, sheet: Sheet) -> Result<Table, Error> {
        let rows = match sheet {
            Sheet::Balances => self.balances(),
            Sheet::Lines => self.lines(),
            Sheet::Entries => self.entries(),
            Sheet::Coupons => self.coupons(),
            Sheet::Scans => self.scans(cx)?,
            Sheet::HandOuts => self.hand_outs(cx)?,
            Sheet::Movements => self.movements(cx)?,
            Sheet::Payments => self.payments(cx)?,
            Sheet::Disputes => self.disputes(cx)?,
        };
        let column = |(key, kind): &(&str, Kind)| Column { label: t(self.lang, key), kind: *kind };
        Ok(Table {
            title: t(self.lang, &format!("year-end-file-{}", sheet.key())),
            made_on: self.until.unwrap_or_else(|| self.book.day_of(cx.now())),
            columns: sheet.columns().iter().map(column).collect(),
            rows,
        })
    }

    fn at(&self, instant: Timestamp) -> Cell {
        Cell::At(instant.to_zoned(self.book.zone()).datetime())
    }

    fn vendor(&self, id: VendorId) -> Cell {
        Cell::text(Names::vendor(self.book, id))
    }

    fn place(&self, id: PlaceId) -> Cell {
        Cell::text(Names::place(self.book, id))
    }

    fn partner(&self, id: PartnerId) -> Cell {
        Cell::text(Names::partner(self.book, id))
    }

    fn fund(&self, id: FundId) -> Cell {
        Cell::text(Names::fund(self.book, id))
    }

    fn unit(&self, unit: Unit) -> Cell {
        Cell::text(self.book.unit_code(unit))
    }

    fn account(&self, account: Account) -> Cell {
        Cell::text(account.name(&self.gathered.chart))
    }

    fn what(&self, account: Account) -> String {
        match account {
            Account::Internal(id) => label(self.lang, &id.kind()),
            Account::Food(_) => t(self.lang, "books-account-food"),
            Account::GoodFaithLosses(_) => t(self.lang, "books-account-good-faith"),
            Account::Operations(_) => t(self.lang, "books-account-operations"),
            Account::ContributionsRecognised(_) => t(self.lang, "books-account-contributions"),
        }
    }

    fn balances(&self) -> Vec<Vec<Cell>> {
        let row = |(account, (opening, debits, credits)): (Account, (i128, i128, i128))| {
            let vendor = if let Account::Internal(id) = account { id.vendor() } else { None };
            vec![
                self.account(account),
                Cell::text(self.what(account)),
                self.fund(account.fund()),
                some(vendor, |id| self.vendor(id)),
                self.unit(account.unit()),
                cents(opening),
                cents(debits),
                cents(credits),
                cents(opening + debits - credits),
            ]
        };
        self.gathered.balances().into_iter().map(row).collect()
    }

    fn lines(&self) -> Vec<Vec<Cell>> {
        let mut rows = Vec::new();
        let within = |day: Date| self.gathered.period.is_none_or(|p| p.since <= day);
        for entry in self.gathered.entries.iter().filter(|entry| within(entry.date)) {
            for posting in entry.postings(&self.gathered.chart) {
                for (account, is_debit) in [(posting.debit, true), (posting.credit, false)] {
                    let side = |is_ours: bool| if is_ours { cents(posting.minor) } else { Cell::Nothing };
                    rows.push(vec![
                        number(entry.seq),
                        Cell::Day(entry.date),
                        self.account(account),
                        side(is_debit),
                        side(!is_debit),
                        self.unit(account.unit()),
                        if posting.coupons > 0 { Cell::count(posting.coupons) } else { Cell::Nothing },
                    ]);
                }
            }
        }
        rows
    }

    fn entries(&self) -> Vec<Vec<Cell>> {
        let within = self.gathered.acts.iter().filter(|act| act.is_within);
        let row = |act: &super::gather::Act| {
            vec![
                number(act.seq),
                self.at(act.recorded_at),
                some(act.on, Cell::Day),
                Cell::text(key_label(self.lang, "kind", &act.kind)),
                number(act.actor),
                some(act.device, number),
                if act.is_refused { Cell::text(t(self.lang, "app-yes")) } else { Cell::Nothing },
                Cell::text(act.words.as_str()),
                some(act.run, |run| number(run.0)),
                some(act.payment, |payment| number(payment.0)),
                Cell::text(hex(&act.link)),
            ]
        };
        within.map(row).collect()
    }

    fn coupons(&self) -> Vec<Vec<Cell>> {
        let letter = |id: CouponId| some(self.gathered.letters.get(&id.batch().0), |letter| Cell::text(*letter));
        let row = |spent: &super::gather::Spent| {
            vec![
                number(spent.seq),
                number(spent.coupon),
                letter(spent.coupon),
                some(spent.credit.vendor(), |id| self.vendor(id)),
                self.account(Account::Internal(spent.debit)),
                self.account(Account::Internal(spent.credit)),
                Cell::Amount(spent.minor),
                self.unit(spent.credit.unit()),
            ]
        };
        self.gathered.spent.iter().map(row).collect()
    }

    fn scans(&self, cx: &mut Cx<'_, '_>) -> Result<Vec<Vec<Cell>>, Fault> {
        let mut acts = self.gathered.acts.iter().filter(|act| act.is_within).peekable();
        let mut rows = Vec::new();
        for scan in cx.tx.redemptions(cx.programme)?.into_iter().filter(|r| self.gathered.has(r.seq)) {
            while acts.next_if(|act| act.seq < scan.seq).is_some() {}
            let act = acts.peek().filter(|act| act.seq == scan.seq);
            rows.push(vec![
                number(scan.seq),
                self.at(scan.claimed_at),
                self.at(scan.recorded_at),
                self.vendor(scan.vendor),
                self.place(scan.place),
                Cell::text(label(self.lang, &scan.channel)),
                some(act, |act| number(act.actor)),
                some(act.and_then(|act| act.device), number),
                Cell::count(u64::from(scan.count)),
                Cell::Amount(scan.amount_cents),
            ]);
        }
        Ok(rows)
    }

    fn hand_outs(&self, cx: &mut Cx<'_, '_>) -> Result<Vec<Vec<Cell>>, Fault> {
        let band = |key: &str| self.book.bands.iter().find(|b| b.key == key).map_or_else(|| key.to_owned(), |b| b.label.clone());
        let mut given = cx.tx.hand_outs(cx.programme)?;
        given.retain(|row| self.gathered.has(row.seq));
        given.reverse();
        let row = |given: store::HandOutRow| {
            vec![
                number(given.seq),
                self.at(given.claimed_at),
                self.partner(given.partner),
                Cell::text(band(&given.band)),
                Cell::count(given.count),
                Cell::Amount(given.amount_cents),
                some(given.taken_back_by.filter(|seq| self.gathered.reaches(*seq)), number),
            ]
        };
        Ok(given.into_iter().map(row).collect())
    }

    fn movements(&self, cx: &mut Cx<'_, '_>) -> Result<Vec<Vec<Cell>>, Fault> {
        let mut moved = cx.tx.movements(cx.programme, i64::MAX)?;
        moved.retain(|row| self.gathered.has(row.seq));
        moved.reverse();
        let standing = |(state, partner, fund): Standing| {
            [Cell::text(label(self.lang, &state)), some(partner, |id| self.partner(id)), some(fund, |id| self.fund(id))]
        };
        let row = |moved: store::MovementRow| {
            let range = [number(moved.seq), number(moved.first), number(moved.last), Cell::count(moved.count)];
            range.into_iter().chain(standing(moved.from)).chain(standing(moved.to)).collect()
        };
        Ok(moved.into_iter().map(row).collect())
    }

    /// A line for each fund's share of a payment; those of runs that were prepared before the period too, because what
    /// became of them may be in it.
    fn payments(&self, cx: &mut Cx<'_, '_>) -> Result<Vec<Vec<Cell>>, Fault> {
        let mut rows = Vec::new();
        for payment in cx.tx.all_payments(cx.programme)? {
            let Some(state) = self.gathered.payments.get(&payment.id) else { continue };
            for (fund, minor) in &payment.shares {
                rows.push(vec![
                    number(payment.id.0),
                    number(payment.run.0),
                    self.vendor(payment.vendor),
                    Cell::text(label(self.lang, &payment.method)),
                    self.fund(*fund),
                    Cell::Amount(*minor),
                    self.unit(payment.unit),
                    Cell::text(label(self.lang, state)),
                ]);
            }
        }
        Ok(rows)
    }

    fn disputes(&self, cx: &mut Cx<'_, '_>) -> Result<Vec<Vec<Cell>>, Fault> {
        let mut disputes = cx.tx.disputes(cx.programme)?;
        disputes.retain(|d| self.gathered.reaches(d.seq));
        disputes.reverse();
        let row = |dispute: domain::dispute::Dispute| {
            let decided = dispute.decided_seq.filter(|seq| self.gathered.reaches(*seq));
            vec![
                number(dispute.id.0),
                number(dispute.seq),
                number(dispute.coupon),
                Cell::text(label(self.lang, &dispute.reason)),
                self.vendor(dispute.vendor),
                self.place(dispute.place),
                Cell::Amount(dispute.amount.minor),
                some(dispute.decision.filter(|_| decided.is_some()), |decision| Cell::text(label(self.lang, &decision))),
                some(decided, number),
                if decided.is_some() { Cell::text(dispute.note) } else { Cell::Nothing },
            ]
        };
        Ok(disputes.into_iter().map(row).collect())
    }
}
