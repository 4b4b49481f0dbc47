//! Lines put together, for whoever does not see each act.

use super::{Act, Grain, Line};
use crate::live_use::monday;
use domain::disclosure;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Lines as fine as somebody may see them, and whether they are too few to be told at all.
pub(super) fn join(lines: Vec<Line>, grain: Grain) -> (Vec<Line>, bool) {
    match grain {
        Grain::Act => (lines, false),
        Grain::Day => (days(lines), false),
        Grain::Weeks => weeks(&lines),
    }
}

/// A line a day, reason and place, without merchants.
fn days(lines: Vec<Line>) -> Vec<Line> {
    let mut joined = BTreeMap::new();
    let mut rest = Vec::new();
    for line in lines {
        let Act::Transfer(kind) = line.act else {
            rest.push(line);
            continue;
        };
        let empty =
            || Line { from: line.from, place: line.place, fund: line.fund, unit: line.unit, ..Line::of(line.act.clone()) };
        let sum = joined.entry((line.from, kind, line.place, line.unit)).or_insert_with(empty);
        sum.count += line.count;
        sum.minor += line.minor;
    }
    joined.into_values().chain(rest).collect()
}

/// Weeks, as many together as it takes.
fn weeks(lines: &[Line]) -> (Vec<Line>, bool) {
    let mut weeks: BTreeMap<Date, Line> = BTreeMap::new();
    for line in lines {
        let Some(day) = line.from else { continue };
        let week = weeks.entry(monday(day)).or_insert_with(|| Line { size: 0, ..Line::of(Act::Several) });
        add(week, line);
    }
    let sizes: Vec<u64> = weeks.values().map(|week| week.size).collect();
    let groups = disclosure::groups(&sizes);
    let is_small = groups.is_empty() && !lines.is_empty();
    let weeks: Vec<(Date, Line)> = weeks.into_iter().collect();
    let joined = groups.into_iter().map(|group| {
        let mut sum = Line { size: 0, ..Line::of(Act::Several) };
        let group = &weeks[group];
        for (_, week) in group {
            add(&mut sum, week);
        }
        sum.from = group.first().map(|(monday, _)| *monday);
        sum.until = group.last().and_then(|(monday, _)| monday.checked_add(6.days()).ok());
        sum
    });
    (joined.collect(), is_small)
}

fn add(sum: &mut Line, line: &Line) {
    sum.hand_outs += line.hand_outs;
    sum.count += line.count;
    sum.minor += line.minor;
    sum.size += line.size;
}
