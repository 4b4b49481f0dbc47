//! The names that account numbers stand for, made fit for both journal formats.

use super::words;
use domain::amount::Unit;
use domain::ids::{FundId, VendorId};
use domain::programme::Book;
use std::collections::BTreeMap;

/// What a fund or a merchant is called: `part` in an account name, `name` by people.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Party {
    part: String,
    name: String,
}

/// Names of funds, merchants and units.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Chart {
    title: String,
    funds: BTreeMap<FundId, Party>,
    vendors: BTreeMap<VendorId, Party>,
    commodities: BTreeMap<Unit, String>,
    leaves_memo_out: bool,
}

/// Words that beancount reads as something else than a commodity.
const RESERVED: [&str; 4] = ["CAD", "TRUE", "FALSE", "NULL"];

/// Beancount's limit on a commodity's name.
const COMMODITY_MAX: usize = 24;

impl Chart {
    /// An empty chart. `title` names the programme at the head of the file.
    pub fn new(title: &str) -> Self {
        Self { title: words::one_line(title), ..Self::default() }
    }

    /// The names in a programme's book.
    pub fn from_book(book: &Book) -> Self {
        let mut chart = Self::new(&book.identity.name);
        for fund in &book.funds {
            chart.add_fund(fund.id, &fund.key, &fund.name);
        }
        for vendor in &book.vendors {
            chart.add_vendor(vendor.id, &vendor.key, &vendor.name);
        }
        for (unit, private) in (1..).map(Unit).zip(&book.units) {
            chart.add_unit(unit, &private.code);
        }
        chart
    }

    /// The same chart for a journal of dollars only: no promises, no private units.
    #[must_use]
    pub fn without_memo(mut self) -> Self {
        self.leaves_memo_out = true;
        self
    }

    /// Names a fund. A key that cannot be part of an account name, or that another fund has, is replaced
    /// by the fund's number.
    pub fn add_fund(&mut self, id: FundId, key: &str, name: &str) {
        let is_taken = |part: &String| self.funds.values().any(|p| p.part == *part);
        let part = part_of(key).filter(|part| !is_taken(part)).unwrap_or_else(|| fund_number(id));
        self.funds.insert(id, Party { part, name: words::one_line(name) });
    }

    /// Names a merchant, by the same rules.
    pub fn add_vendor(&mut self, id: VendorId, key: &str, name: &str) {
        let is_taken = |part: &String| self.vendors.values().any(|p| p.part == *part);
        let part = part_of(key).filter(|part| !is_taken(part)).unwrap_or_else(|| vendor_number(id));
        self.vendors.insert(id, Party { part, name: words::one_line(name) });
    }

    /// Names a private unit: `x-petite-monnaie` becomes the commodity `XPETITEMONNAIE`. A code that gives
    /// no valid name, or one already taken, is replaced by the unit's number (`U-3`).
    pub fn add_unit(&mut self, unit: Unit, code: &str) {
        let name: String = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        let is_valid = name.starts_with(|c: char| c.is_ascii_uppercase())
            && (2..=COMMODITY_MAX).contains(&name.len())
            && !RESERVED.contains(&name.as_str())
            && !self.commodities.values().any(|taken| *taken == name);
        self.commodities.insert(unit, if is_valid { name } else { unit_number(unit) });
    }

    /// The programme's name.
    pub fn title(&self) -> &str {
        &self.title
    }

    pub(super) fn leaves_memo_out(&self) -> bool {
        self.leaves_memo_out
    }

    /// The commodity of a unit: `CAD`, or a private unit's.
    pub fn commodity(&self, unit: Unit) -> String {
        if unit == Unit::CAD {
            return "CAD".to_owned();
        }
        self.commodities.get(&unit).cloned().unwrap_or_else(|| unit_number(unit))
    }

    pub(super) fn fund_part(&self, id: FundId) -> String {
        self.funds.get(&id).map_or_else(|| fund_number(id), |p| p.part.clone())
    }

    pub(super) fn vendor_part(&self, id: VendorId) -> String {
        self.vendors.get(&id).map_or_else(|| vendor_number(id), |p| p.part.clone())
    }

    pub(super) fn fund_name(&self, id: FundId) -> String {
        self.funds.get(&id).map_or_else(|| id.to_string(), |p| p.name.clone())
    }

    pub(super) fn vendor_name(&self, id: VendorId) -> String {
        self.vendors.get(&id).map_or_else(|| id.to_string(), |p| p.name.clone())
    }
}

/// A key as part of an account name: `portneuf-2026` becomes `Portneuf-2026`. Keys are lower case, so two
/// keys never give one part, and none gives the all-capital parts below.
fn part_of(key: &str) -> Option<String> {
    let (first, rest) = key.split_at_checked(1)?;
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let is_valid = first.bytes().all(is_plain) && rest.bytes().all(|b| is_plain(b) || b == b'-');
    is_valid.then(|| first.to_ascii_uppercase() + rest)
}

fn fund_number(id: FundId) -> String {
    format!("FND{}", id.0)
}

fn vendor_number(id: VendorId) -> String {
    format!("VND{}", id.0)
}

fn unit_number(unit: Unit) -> String {
    format!("U-{}", unit.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_parts_and_bad_ones_numbers() {
        let mut chart = Chart::new("Essai");
        for (id, key) in [(1, "portneuf-2026"), (2, "2026"), (3, "-x"), (4, "É"), (5, ""), (6, "portneuf-2026")] {
            chart.add_fund(FundId(id), key, key);
        }
        let parts: Vec<String> = (1..=7).map(|id| chart.fund_part(FundId(id))).collect();
        assert_eq!(parts, ["Portneuf-2026", "2026", "FND3", "FND4", "FND5", "FND6", "FND7"]);
    }

    #[test]
    fn units_become_commodities() {
        let mut chart = Chart::new("Essai");
        let codes = ["x-petite-monnaie", "X-PETITE-MONNAIE", "cad", "true", "x", "2x", "x-2", "x-aaaaaaaaaaaaaaaaaaaaaaaaaaaa"];
        for (unit, code) in (1..).map(Unit).zip(codes) {
            chart.add_unit(unit, code);
        }
        let names: Vec<String> = (0..=8).map(|unit| chart.commodity(Unit(unit))).collect();
        assert_eq!(names, ["CAD", "XPETITEMONNAIE", "U-2", "U-3", "U-4", "U-5", "U-6", "X2", "U-8"]);
    }
}
