//! Québec's 104 MRC and equivalent territories, each with its region and its cell on the project's hexagon map.
//!
//! Names and codes: Institut de la statistique du Québec, Système du code géographique du Québec (87 MRC and 17
//! equivalent territories, 17 administrative regions as they are since July 2021). Cells are our own work: placed by
//! hand to look like Québec, one hexagon for each, so that a small MRC is as easy to see as a huge one.

use std::sync::LazyLock;

/// An MRC or equivalent territory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Territory {
    /// Three digits.
    pub code: &'static str,
    /// Its name, without « MRC de ».
    pub name: &'static str,
    /// Its administrative region, 1 to 17.
    pub region: u8,
    /// Its cell's column, from the west.
    pub column: u8,
    /// Its cell's row, from the north. Cells of odd rows stand half a cell to the east.
    pub row: u8,
}

/// The administrative regions, in order.
pub const REGIONS: [&str; 17] = [
    "Bas-Saint-Laurent",
    "Saguenay–Lac-Saint-Jean",
    "Capitale-Nationale",
    "Mauricie",
    "Estrie",
    "Montréal",
    "Outaouais",
    "Abitibi-Témiscamingue",
    "Côte-Nord",
    "Nord-du-Québec",
    "Gaspésie–Îles-de-la-Madeleine",
    "Chaudière-Appalaches",
    "Laval",
    "Lanaudière",
    "Laurentides",
    "Montérégie",
    "Centre-du-Québec",
];

static ALL: LazyLock<Vec<Territory>> = LazyLock::new(|| {
    let lines = include_str!("../data/territories.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(read).collect()
});

/// A line: code, region, column, row, name.
fn read(line: &'static str) -> Option<Territory> {
    let mut parts = line.splitn(5, ' ');
    let code = parts.next()?;
    let mut number = || parts.next()?.parse().ok();
    let (region, column, row) = (number()?, number()?, number()?);
    Some(Territory { code, name: parts.next()?, region, column, row })
}

/// All of them, by region and code.
pub fn all() -> &'static [Territory] {
    &ALL
}

/// One by its code.
pub fn by_code(code: &str) -> Option<&'static Territory> {
    ALL.iter().find(|territory| territory.code == code)
}

impl Territory {
    /// The name of its region.
    pub fn region_name(&self) -> &'static str {
        REGIONS.get(usize::from(self.region).wrapping_sub(1)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// What the Institut de la statistique du Québec counts in each region, in order of regions.
    const COUNTS: [usize; 17] = [8, 5, 7, 6, 9, 1, 5, 5, 6, 3, 6, 10, 1, 6, 8, 13, 5];

    /// The first two digits of the codes of each region's municipalities, from the census subdivisions of 2021: those
    /// of an MRC begin its own code.
    const CENSUS: [&str; 17] = [
        "07 08 09 10 11 12 13 14",
        "91 92 93 94",
        "15 16 20 21 22 23 34",
        "35 36 37 51 90",
        "30 40 41 42 43 44 45 46 47",
        "66",
        "80 81 82 83 84",
        "85 86 87 88 89",
        "95 96 97 98",
        "99",
        "01 02 03 04 05 06",
        "17 18 19 25 26 27 28 29 31 33",
        "65",
        "52 60 61 62 63 64",
        "72 73 74 75 76 77 78 79",
        "48 53 54 55 56 57 58 59 67 68 69 70 71",
        "32 38 39 49 50",
    ];

    fn neighbours(t: &Territory) -> [(i16, i16); 6] {
        let (x, y) = (i16::from(t.column), i16::from(t.row));
        let east = i16::from(t.row % 2);
        let west = east - 1;
        [(x - 1, y), (x + 1, y), (x + west, y - 1), (x + east, y - 1), (x + west, y + 1), (x + east, y + 1)]
    }

    #[test]
    fn every_territory_is_there_once() {
        let lines = include_str!("../data/territories.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')).count();
        assert_eq!((all().len(), lines), (104, 104));
        assert_eq!(all().iter().map(|t| t.code).collect::<BTreeSet<_>>().len(), 104);
        assert_eq!(all().iter().map(|t| t.name).collect::<BTreeSet<_>>().len(), 104);
        assert!(all().iter().all(|t| t.code.len() == 3 && t.code.bytes().all(|b| b.is_ascii_digit())));
        assert_eq!(by_code("340").map(|t| (t.name, t.region_name())), Some(("Portneuf", "Capitale-Nationale")));
    }

    #[test]
    fn every_region_has_its_own() {
        for (region, (count, census)) in (1u8..).zip(COUNTS.iter().zip(CENSUS)) {
            let here: Vec<&str> = all().iter().filter(|t| t.region == region).map(|t| t.code).collect();
            assert_eq!(here.len(), *count, "{region} {here:?}");
            let beginnings: BTreeSet<&str> = here.iter().map(|code| &code[..2]).collect();
            assert_eq!(beginnings, census.split(' ').collect::<BTreeSet<_>>(), "{region}");
        }
    }

    #[test]
    fn no_two_stand_on_the_same_cell() {
        assert_eq!(all().iter().map(|t| (t.column, t.row)).collect::<BTreeSet<_>>().len(), 104);
    }

    /// A region is one piece, but for islands: each territory is reached from any other of its region.
    #[test]
    fn regions_hold_together() {
        for region in 1..=17u8 {
            let mut left: BTreeMap<(i16, i16), &Territory> = all()
                .iter()
                .filter(|t| t.region == region && t.code != "010")
                .map(|t| ((i16::from(t.column), i16::from(t.row)), t))
                .collect();
            let Some((_, first)) = left.pop_first() else { panic!("{region} is empty") };
            let mut reached = vec![first];
            while let Some(here) = reached.pop() {
                reached.extend(neighbours(here).iter().filter_map(|cell| left.remove(cell)));
            }
            assert!(left.is_empty(), "{region}: {:?} stand apart", left.values().map(|t| t.name).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_map_looks_like_quebec() {
        let cell = |code: &str| by_code(code).map(|t| (t.column, t.row)).expect("a territory");
        // Nothing is further north than Kativik; Gaspé is east of Rimouski, which is east of Québec, which is east of Montréal.
        assert!(all().iter().all(|t| t.row >= cell("992").1));
        let columns = ["850", "660", "230", "100", "030"].map(|code| cell(code).0);
        assert!(columns.windows(2).all(|w| w[0] < w[1]), "{columns:?}");
        // The south shore is south.
        assert!(cell("251").1 > cell("230").1 && cell("580").1 > cell("640").1 && cell("440").1 > cell("371").1);
    }
}
