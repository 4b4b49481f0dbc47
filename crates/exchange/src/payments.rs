//! The payments of a run as a table: to keep, to import elsewhere, or to type one by one in the bank's site.
//!
//! One line a payment, with these columns:
//!
//! | column | meaning |
//! |---|---|
//! | `order` | 1, 2, 3… in this file |
//! | `payment` | our number, such as `pay_12` |
//! | `method` | cheque, transfer, deposit or local currency, in the reader's language |
//! | `payee` | name on the cheque or the account |
//! | `institution`, `transit`, `account` | digits as text (leading zeros matter: import these columns as text); empty when the method needs none |
//! | `amount` | two decimals, no thousands separator |
//! | `unit` | `CAD` or a private unit's code |
//! | `reference` | what to write on the payment |
//! | `note` | anything else |

use crate::amount_text::{with_comma, with_point};
use crate::bank_text::fold;
use crate::csv_cell;
use crate::payment_file::Account;
use domain::ids::PaymentId;
use domain::programme::PaymentMethod;
use std::io::{self, Write};

/// One payment of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaymentLine {
    /// Our number.
    pub payment: PaymentId,
    /// How it is paid.
    pub method: PaymentMethod,
    /// To whom.
    pub payee_name: String,
    /// Where, if the method needs it.
    pub account: Option<Account>,
    /// Minor units.
    pub amount_minor: i64,
    /// Their code: `CAD`, `x-petite-monnaie`.
    pub unit: String,
    /// What to write on the payment.
    pub reference: String,
    /// Anything else.
    pub note: String,
}

/// The order of the lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// By payment number.
    #[default]
    Number,
    /// As a person works through them: what is typed in the bank's site first, by payee as the site lists
    /// them (accents and case aside); then deposits, cheques and local currency.
    Typed,
}

/// For whom the file is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Style {
    /// Begins with a byte-order mark, for Excel.
    pub with_bom: bool,
    /// Semicolons and decimal commas, for a spreadsheet set to French; else commas and points.
    pub is_french: bool,
}

/// The columns, by stable name: how they are headed is the reader's language.
pub const COLUMNS: [&str; 11] =
    ["order", "payment", "method", "payee", "institution", "transit", "account", "amount", "unit", "reference", "note"];

/// Writes the table, UTF-8, RFC 4180 line ends. `heading` says a column's name, `method` how a payment is made.
pub fn write(
    out: &mut impl Write,
    lines: &[PaymentLine],
    order: Order,
    style: Style,
    heading: impl Fn(&str) -> String,
    method: impl Fn(PaymentMethod) -> String,
) -> io::Result<()> {
    if style.with_bom {
        out.write_all(csv_cell::BOM)?;
    }
    let delimiter = if style.is_french { b';' } else { b',' };
    let mut table = csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS.map(heading))?;
    for (number, line) in (1..).zip(sorted(lines, order)) {
        write_line(&mut table, (number, &method(line.method)), line, style)?;
    }
    table.flush()
}

fn write_line(
    table: &mut csv::Writer<impl Write>,
    (number, method): (u64, &str),
    line: &PaymentLine,
    style: Style,
) -> io::Result<()> {
    let minor = i128::from(line.amount_minor);
    let amount = if style.is_french { with_comma(minor) } else { with_point(minor) };
    let account = |part: fn(&Account) -> &str| line.account.as_ref().map_or("", part);
    table.write_record([
        number.to_string().as_str(),
        &line.payment.to_string(),
        method,
        &csv_cell::text(&line.payee_name),
        &csv_cell::text(account(|a| &a.institution)),
        &csv_cell::text(account(|a| &a.transit)),
        &csv_cell::text(account(|a| &a.number)),
        &amount,
        &csv_cell::text(&line.unit),
        &csv_cell::text(&line.reference),
        &csv_cell::text(&line.note),
    ])?;
    Ok(())
}

/// What a column of a bank's own table of transfers may hold (`columns-PROGRAMME.toml`, `[transfers]`).
pub const TRANSFER_COLUMNS: [&str; 13] = [
    "order",
    "payment",
    "payee",
    "email",
    "language",
    "amount",
    "currency",
    "reference",
    "note",
    "institution",
    "transit",
    "account",
    "date",
];

/// What such a table needs.
pub const TRANSFERS_NEED: [&str; 2] = ["payee", "amount"];

/// A payment of a bank's own table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Transfer {
    /// The payment.
    pub line: PaymentLine,
    /// Where the notice goes; empty when nobody gave one.
    pub email: String,
    /// Theirs, `fr` or `en`.
    pub language: String,
    /// When it is due.
    pub due: jiff::civil::Date,
}

/// Writes payments as a bank takes them in bulk: Interac e-Transfers, or transfers to accounts.
pub fn write_transfers(out: &mut impl Write, shape: &crate::columns::Shape, transfers: &[Transfer]) -> io::Result<()> {
    let rows = (1u64..).zip(transfers);
    shape.write(out, rows, |(order, transfer), value| {
        let line = &transfer.line;
        let account = |part: fn(&Account) -> &str| line.account.as_ref().map_or("", part).to_owned();
        match value {
            "order" => order.to_string(),
            "payment" => line.payment.to_string(),
            "payee" => csv_cell::text(&line.payee_name).into_owned(),
            "email" => csv_cell::text(&transfer.email).into_owned(),
            "language" => transfer.language.clone(),
            "amount" => shape.decimal.write(line.amount_minor.into()),
            "currency" => line.unit.clone(),
            "reference" => line.reference.clone(),
            "note" => csv_cell::text(&line.note).into_owned(),
            "institution" => account(|a| &a.institution),
            "transit" => account(|a| &a.transit),
            "account" => account(|a| &a.number),
            "date" => shape.day(transfer.due),
            _ => String::new(),
        }
    })
}

fn sorted(lines: &[PaymentLine], order: Order) -> Vec<&PaymentLine> {
    let mut sorted: Vec<&PaymentLine> = lines.iter().collect();
    match order {
        Order::Number => sorted.sort_by_key(|line| line.payment),
        Order::Typed => sorted.sort_by_cached_key(|line| {
            // A name that has no ASCII form comes after the others, as itself.
            let name = fold(&line.payee_name).map_err(|_| line.payee_name.clone());
            (rank(line.method), name.is_err(), name.unwrap_or_else(|itself| itself), line.payment)
        }),
    }
    sorted
}

const fn rank(method: PaymentMethod) -> u8 {
    match method {
        PaymentMethod::Transfer => 0,
        PaymentMethod::Deposit => 1,
        PaymentMethod::Cheque => 2,
        PaymentMethod::LocalCurrency => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(payment: u32, method: PaymentMethod, payee_name: &str) -> PaymentLine {
        let account = Account { institution: "815".to_owned(), transit: "00123".to_owned(), number: "0012345".to_owned() };
        PaymentLine {
            payment: PaymentId(payment),
            method,
            payee_name: payee_name.to_owned(),
            account: (method == PaymentMethod::Transfer).then_some(account),
            amount_minor: 123_450,
            unit: "CAD".to_owned(),
            reference: format!("R-{payment}"),
            note: "pain; \"lait\"\nœufs".to_owned(),
        }
    }

    fn lines() -> Vec<PaymentLine> {
        use PaymentMethod::{Cheque, Transfer};
        vec![line(3, Cheque, "Abeille"), line(1, Transfer, "Étable"), line(2, Transfer, "=Zoé"), line(4, Transfer, "ferme")]
    }

    fn payees(order: Order, style: Style) -> Vec<String> {
        let mut bytes = Vec::new();
        write(&mut bytes, &lines(), order, style, str::to_owned, |m| m.key().to_owned()).expect("in memory");
        let body = bytes.strip_prefix(csv_cell::BOM).unwrap_or(&bytes);
        let delimiter = if style.is_french { b';' } else { b',' };
        let mut table = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(body);
        table.records().map(|row| row.expect("a row")[3].to_owned()).collect()
    }

    #[test]
    fn the_table_as_it_is() {
        let mut bytes = Vec::new();
        let style = Style { with_bom: true, is_french: true };
        write(&mut bytes, &[line(1, PaymentMethod::Transfer, "L'Étable")], Order::Number, style, str::to_owned, |m| {
            m.key().to_owned()
        })
        .expect("in memory");
        let expected = "\u{FEFF}order;payment;method;payee;institution;transit;account;amount;unit;reference;note\r\n\
            1;pay_1;transfer;L'Étable;815;00123;0012345;1234,50;CAD;R-1;\"pain; \"\"lait\"\"\nœufs\"\r\n";
        assert_eq!(String::from_utf8(bytes).expect("UTF-8"), expected);
    }

    #[test]
    fn typed_transfers_come_first_by_name() {
        let plain = Style::default();
        assert_eq!(payees(Order::Number, plain), ["Étable", "'=Zoé", "Abeille", "ferme"]);
        assert_eq!(payees(Order::Typed, plain), ["'=Zoé", "Étable", "ferme", "Abeille"]);
        assert_eq!(payees(Order::Typed, Style { with_bom: true, is_french: true }).len(), 4);
    }
}
