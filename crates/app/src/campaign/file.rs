//! A platform's file: which column is which, and each contribution.

use super::Row;
use crate::programme_file::Dollars;
use domain::refusal::{MOST_MINOR, Refusal};
use std::collections::BTreeSet;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Column {
    /// The contribution's number.
    Reference,
    /// What was paid.
    Amount,
    /// The counterpart's title.
    Reward,
    /// How many of it.
    Packs,
    /// Whether it was paid.
    Status,
}

impl Column {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 5] = [Self::Reference, Self::Amount, Self::Reward, Self::Packs, Self::Status];

    /// The stable name; its words are `campaign-column-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Amount => "amount",
            Self::Reward => "reward",
            Self::Packs => "packs",
            Self::Status => "status",
        }
    }

    /// Without it nothing can be read.
    pub const fn is_needed(self) -> bool {
        matches!(self, Self::Reference | Self::Amount)
    }

    /// What platforms call it, folded: the first that a heading begins with is taken.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Reference => &["reference", "numero", "no", "id", "order", "commande", "contributionid", "pledgeid"],
            Self::Amount => &["montant", "amount", "total", "contributiontotale", "somme"],
            Self::Reward => &["contrepartie", "recompense", "reward", "perk", "tier", "produit", "product"],
            Self::Packs => &["quantite", "quantity", "qte", "qty", "nombre"],
            Self::Status => &["statut", "status", "etat", "state"],
        }
    }
}

/// Which column of the file holds what, from 0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mapping {
    /// Each known column's place.
    places: Vec<(Column, usize)>,
}

impl Mapping {
    /// Says where a column is; a second time changes it.
    pub fn set(&mut self, column: Column, place: Option<usize>) {
        self.places.retain(|(known, _)| *known != column);
        self.places.extend(place.map(|place| (column, place)));
    }

    /// Where a column is.
    pub fn get(&self, column: Column) -> Option<usize> {
        self.places.iter().find(|(known, _)| *known == column).map(|(_, place)| *place)
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.get(column).and_then(|place| row.cells.get(place)).map_or("", |cell| cell.trim())
    }
}

/// A text without capitals, accents, blanks or signs.
fn bare(text: &str) -> String {
    let folded = exchange::bank_text::fold(text).unwrap_or_else(|_| text.to_owned());
    folded.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The file's headings.
pub fn headings(rows: &[Row]) -> Vec<String> {
    rows.first().map(|row| row.cells.clone()).unwrap_or_default()
}

/// What its headings say by themselves: exactly a name first, then one that begins with it.
pub fn guess(rows: &[Row]) -> Mapping {
    let heads: Vec<String> = headings(rows).iter().map(|head| bare(head)).collect();
    let mut mapping = Mapping::default();
    for column in Column::ALL {
        let free = |place: &usize| !mapping.places.iter().any(|(_, taken)| taken == place);
        let exact = |name: &&&str| heads.iter().position(|head| head == **name).filter(free);
        let begins = |name: &&&str| heads.iter().position(|head| head.starts_with(**name)).filter(free);
        let names = column.names();
        let place = names.iter().find_map(|name| exact(&name)).or_else(|| {
            // Two letters begin too many words.
            names.iter().filter(|name| name.len() > 3).find_map(|name| begins(&name))
        });
        mapping.set(column, place);
    }
    mapping
}

/// Each different counterpart, in the order of the alphabet.
pub fn titles(rows: &[Row], mapping: &Mapping) -> Vec<String> {
    let all: BTreeSet<&str> = rows.iter().skip(1).map(|row| mapping.cell(row, Column::Reward)).collect();
    all.into_iter().filter(|title| !title.is_empty()).map(str::to_owned).collect()
}

/// A paid contribution.
pub(super) struct Contribution {
    pub(super) cents: i64,
    pub(super) reward: String,
    pub(super) packs: Option<u32>,
}

/// A line of the file: a contribution, one that was not paid, or what cannot be read.
pub(super) struct Line {
    pub(super) number: u64,
    pub(super) reference: String,
    pub(super) contribution: Result<Option<Contribution>, Refusal>,
}

/// What platforms say, folded, of a contribution that nobody paid.
const UNPAID: [&str; 10] = ["annul", "rembours", "echou", "echec", "refus", "cancel", "refund", "fail", "declin", "drop"];

/// Reads the lines below the headings.
pub(super) fn contributions(rows: &[Row], mapping: &Mapping) -> Result<Vec<Line>, Refusal> {
    for column in Column::ALL {
        let width = rows.first().map_or(0, |row| row.cells.len());
        if column.is_needed() && mapping.get(column).is_none_or(|place| place >= width) {
            return Err(Refusal::MissingColumn { column: column.key().to_owned() });
        }
    }
    let mut seen = BTreeSet::new();
    let lines: Vec<Line> = rows
        .iter()
        .skip(1)
        .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
        .map(|row| {
            let reference = mapping.cell(row, Column::Reference).to_owned();
            let mut contribution = contribution(row, mapping);
            if matches!(contribution, Ok(Some(_))) && !seen.insert(reference.clone()) {
                contribution = Err(Refusal::ReferenceTaken { reference: reference.clone() });
            }
            Line { number: row.line, reference, contribution }
        })
        .collect();
    if lines.is_empty() { Err(Refusal::Nothing) } else { Ok(lines) }
}

fn contribution(row: &Row, mapping: &Mapping) -> Result<Option<Contribution>, Refusal> {
    let status = bare(mapping.cell(row, Column::Status));
    if UNPAID.iter().any(|word| status.contains(word)) {
        return Ok(None);
    }
    if mapping.cell(row, Column::Reference).is_empty() {
        return Err(Refusal::EmptyCell { column: Column::Reference.key().to_owned() });
    }
    let written = mapping.cell(row, Column::Amount);
    // « 20,00 $ CA », « CAD 20.00 ».
    let digits: String = written.chars().filter(|c| !c.is_alphabetic()).collect();
    let cents = Dollars::parse(&digits).ok_or_else(|| Refusal::NotAnAmount { written: written.to_owned() })?.0;
    if !(1..=MOST_MINOR).contains(&cents) {
        return Err(Refusal::WrongAmount { asked: cents, least: 1, most: MOST_MINOR });
    }
    let packs = match mapping.cell(row, Column::Packs) {
        "" => None,
        text => Some(text.parse().map_err(|_| Refusal::NotANumber { written: text.to_owned() })?),
    };
    Ok(Some(Contribution { cents, reward: mapping.cell(row, Column::Reward).to_owned(), packs }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&[&str]]) -> Vec<Row> {
        let row = |(number, cells): (u64, &&[&str])| Row { line: number, cells: cells.iter().map(|c| (*c).to_owned()).collect() };
        (1..).zip(lines).map(row).collect()
    }

    #[test]
    fn headings_of_two_platforms_are_known() {
        let ruche = rows(&[&[
            "No de contribution",
            "Nom",
            "Courriel",
            "Contrepartie",
            "Quantité",
            "Montant total",
            "Statut du paiement",
        ]]);
        let places: Vec<_> = Column::ALL.map(|c| guess(&ruche).get(c)).into();
        assert_eq!(places, [None, Some(5), Some(3), Some(4), Some(6)], "a number that only begins with two letters is asked");
        let ulule = rows(&[&["Order ID", "User", "Reward", "Quantity", "Amount (CAD)", "Status"]]);
        let places: Vec<_> = Column::ALL.map(|c| guess(&ulule).get(c)).into();
        assert_eq!(places, [Some(0), Some(4), Some(2), Some(3), Some(5)]);
    }

    #[test]
    fn each_line_is_read_or_says_why_not() {
        let rows = rows(&[
            &["id", "montant", "statut"],
            &["1", "20,00 $ CA", "payé"],
            &["2", "CAD 40.50", ""],
            &["3", "20", "Annulée"],
            &["4", "vingt", ""],
            &["1", "20", ""],
            &["", "20", ""],
            &["", "", ""],
            &["5", "0", ""],
        ]);
        let lines = contributions(&rows, &guess(&rows)).expect("read");
        let cents: Vec<_> = lines.iter().filter_map(|l| l.contribution.as_ref().ok()?.as_ref().map(|c| c.cents)).collect();
        assert_eq!(cents, [2_000, 4_050]);
        assert!(matches!(lines[2].contribution, Ok(None)));
        assert!(matches!(lines[3].contribution, Err(Refusal::NotAnAmount { .. })));
        assert!(matches!(lines[4].contribution, Err(Refusal::ReferenceTaken { .. })));
        assert!(matches!(lines[5].contribution, Err(Refusal::EmptyCell { .. })));
        assert!(matches!(lines[6].contribution, Err(Refusal::WrongAmount { .. })));
        assert_eq!(lines.len(), 7, "an empty line is none");
    }
}
