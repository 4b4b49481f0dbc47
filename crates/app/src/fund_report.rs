//! A funder's report in its own calendar: what came in, what became of it, who was reached, what is left. Each figure is
//! the sum of a list of `crate::figure`, under the same days.

pub mod paper;

use crate::command::Cx;
use crate::figure::money::{Dated, dated};
use crate::figure::{Figure, Filter};
use crate::live_use::Reached;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::disclosure;
use domain::fund::{Arrival, Fund, Instalment, Period};
use domain::ids::{Actor, FundId, PartnerId};
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Years that are offered to choose from, the last ones.
const MOST_YEARS: usize = 12;

/// What the report says of the days it is about: what moved in them.
pub const FLOWS: [Figure; 7] =
    [Figure::Received, Figure::MovedIn, Figure::Spent, Figure::Operations, Figure::MovedOut, Figure::GivenBack, Figure::Paid];
/// What it says of their last day: where the money stands.
pub const STANDS: [Figure; 5] = [Figure::Remains, Figure::Promised, Figure::SetAside, Figure::Owed, Figure::Bank];

/// A figure of the report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// Which.
    pub figure: Figure,
    /// Cents.
    pub cents: i64,
    /// What its list is limited to.
    pub filter: Filter,
}

/// Who was reached with what the fund pays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Households {
    /// So many.
    Known(Reached),
    /// Too few to be told, here or beside it.
    Small,
    /// Days that are no year nor quarter of the funder's: one list less another would tell a single hand-out.
    OtherDays,
}

/// Days that the report may be about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Choice {
    /// The days.
    pub period: Period,
    /// The quarter, from 1, when it is one.
    pub quarter: Option<u8>,
}

/// A fund's report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// The fund, with its terms.
    pub fund: Fund,
    /// Its days; none for everything so far.
    pub period: Option<Period>,
    /// What was left the day before the first, cents.
    pub opening_cents: i64,
    /// What moved in these days.
    pub flows: Vec<Told>,
    /// Where the money stands at their end.
    pub stands: Vec<Told>,
    /// Pledged and not received by then, cents.
    pub awaited_cents: i64,
    /// What the other fund had received by then, when this one matches it.
    pub matched_cents: Option<i64>,
    /// Instalments, each with what had come of it by then.
    pub instalments: Vec<(Instalment, i64, Arrival)>,
    /// Who was reached.
    pub households: Households,
    /// The years and quarters to choose from, newest first.
    pub choices: Vec<Choice>,
}

impl Report {
    /// A figure of it, cents.
    pub fn cents(&self, figure: Figure) -> i64 {
        self.flows.iter().chain(&self.stands).find(|told| told.figure == figure).map_or(0, |told| told.cents)
    }
}

/// What days somebody asks about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Days {
    /// The funder's year that we are in.
    #[default]
    ThisYear,
    /// Everything so far.
    All,
    /// These.
    Of(Period),
}

/// A fund's report, for those who may see the fund.
pub fn report(cx: &mut Cx<'_, '_>, actor: Actor, fund: FundId, days: Days) -> Result<Report, Error> {
    let book = cx.book()?;
    // Whether a fund is there is said to those who may see all of them, and to nobody else.
    ask(Some(&book), actor, Action::SeeAll).or_else(|_| ask(Some(&book), actor, Action::SeeFund(fund)))?;
    let known = book.fund(fund).filter(|f| !f.is_sales).ok_or(Refusal::NotFound)?.clone();
    let today = book.day_of(cx.now());
    let year_start = known.terms.year_start;
    let period = match days {
        Days::ThisYear => Some(year_start.year_of(today)),
        Days::All => None,
        Days::Of(period) if period.since > period.until => {
            return Err(Refusal::WrongDates { from: period.since, until: period.until }.into());
        }
        Days::Of(period) => Some(period),
    };
    let rows = dated(cx, &book)?;
    let (since, until) = (period.map(|p| p.since), period.map(|p| p.until));
    let told = |figure: Figure, filter: Filter| Told { figure, cents: sum(&rows, figure, &filter), filter };
    let of = |id| Filter { fund: Some(id), ..Filter::default() };
    let in_days = Filter { since, until, ..of(fund) };
    let at_end = Filter { until, ..of(fund) };
    let received = sum(&rows, Figure::Received, &at_end);
    let matching = known.terms.matching;
    let matched_cents = matching.map(|m| sum(&rows, Figure::Received, &Filter { until, ..of(m.fund) }));
    let opening = since.and_then(|day| day.yesterday().ok());
    let given = given(cx, &book, fund)?;
    let first = rows.iter().map(|row| row.on).chain(given.iter().map(|g| g.on)).min().unwrap_or(today);
    let last = rows.iter().map(|row| row.on).chain(given.iter().map(|g| g.on)).max().unwrap_or(today).max(today);
    let years = year_start.years(first.min(today), last);
    Ok(Report {
        period,
        opening_cents: opening.map_or(0, |day| sum(&rows, Figure::Remains, &Filter { until: Some(day), ..of(fund) })),
        flows: FLOWS.into_iter().map(|figure| told(figure, in_days.clone())).collect(),
        stands: STANDS.into_iter().map(|figure| told(figure, at_end.clone())).collect(),
        awaited_cents: known.terms.awaited(received, matched_cents.unwrap_or(0)),
        matched_cents,
        instalments: known.terms.arrivals(received, until.map_or(today, |until| until.min(today))),
        households: households(&given, period, &years),
        choices: choices(&years),
        fund: known,
    })
}

fn sum(rows: &[Dated], figure: Figure, filter: &Filter) -> i64 {
    rows.iter().map(|row| row.part(figure, filter)).sum()
}

/// The last years, each followed by its quarters, newest first.
fn choices(years: &[Period]) -> Vec<Choice> {
    let mut choices = Vec::new();
    for year in years.iter().rev().take(MOST_YEARS) {
        choices.push(Choice { period: *year, quarter: None });
        choices.extend((1..).zip(year.quarters()).map(|(number, period)| Choice { period, quarter: Some(number) }));
    }
    choices
}

/// A hand-out that the fund pays, or a part of it.
struct Given {
    on: Date,
    partner: PartnerId,
    mark: String,
}

fn given(cx: &mut Cx<'_, '_>, book: &Book, fund: FundId) -> Result<Vec<Given>, Error> {
    let parts = cx.tx.hand_out_parts(cx.programme)?;
    let ours: BTreeSet<i64> = parts.iter().filter(|part| part.fund == Some(fund)).map(|part| part.seq).collect();
    let rows = cx.tx.hand_outs(cx.programme)?.into_iter().filter(|h| h.taken_back_by.is_none() && ours.contains(&h.seq));
    Ok(rows.map(|h| Given { on: book.day_of(h.claimed_at), partner: h.partner, mark: h.pseudonym }).collect())
}

fn reached(given: &[Given], period: Option<Period>) -> Reached {
    let mut marks: BTreeSet<(PartnerId, &str)> = BTreeSet::new();
    let mut reached = Reached::default();
    for one in given.iter().filter(|one| period.is_none_or(|period| period.has(one.on))) {
        reached.hand_outs += 1;
        if !one.mark.is_empty() {
            reached.marked += 1;
            marks.insert((one.partner, &one.mark));
        }
    }
    reached.marks = marks.len() as u64;
    reached
}

/// By how much people could be recognised.
fn size(reached: Reached) -> u64 {
    reached.households().unwrap_or(reached.hand_outs)
}

/// Who was reached, as far as it can be told. Years are told beside the whole, so that none can be worked out; quarters
/// only where no quarter of their year is small, because their sum is told too.
fn households(given: &[Given], period: Option<Period>, years: &[Period]) -> Households {
    let here = reached(given, period);
    let is_small = |period: &Period| disclosure::is_small(size(reached(given, Some(*period))));
    let is_out = match period {
        None => disclosure::is_small(size(here)),
        Some(asked) => {
            let hidden = disclosure::hidden(&years.iter().map(|year| size(reached(given, Some(*year)))).collect::<Vec<_>>());
            let of_year = years.iter().zip(hidden).find(|(year, _)| year.since <= asked.since && asked.until <= year.until);
            match of_year {
                Some((year, is_hidden)) if *year == asked => is_hidden,
                Some((year, is_hidden)) if year.quarters().contains(&asked) => is_hidden || year.quarters().iter().any(is_small),
                // A year in which nothing has moved yet has nobody in it.
                None if size(here) == 0 => false,
                _ => return Households::OtherDays,
            }
        }
    };
    if is_out { Households::Small } else { Households::Known(here) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::fund::YearStart;
    use jiff::civil::date;

    fn on(days: &[(i16, i8, i8, u32)]) -> Vec<Given> {
        let many = |(year, month, day, count): &(i16, i8, i8, u32)| {
            let on = date(*year, *month, *day);
            (0..*count).map(move |_| Given { on, partner: PartnerId(1), mark: String::new() }).collect::<Vec<_>>()
        };
        days.iter().flat_map(many).collect()
    }

    fn hand_outs(told: Households) -> Option<u64> {
        match told {
            Households::Known(reached) => Some(reached.hand_outs),
            Households::Small | Households::OtherDays => None,
        }
    }

    #[test]
    fn a_small_quarter_hides_its_year_s_quarters_and_not_the_year() {
        let years = YearStart::default().years(date(2025, 1, 1), date(2026, 12, 31));
        let given = on(&[(2025, 7, 5, 9), (2025, 11, 5, 2), (2026, 7, 5, 6), (2026, 2, 1, 7)]);
        let told = |period| hand_outs(households(&given, period, &years));
        assert_eq!(told(None), Some(24));
        assert_eq!(told(Some(years[0])), Some(11));
        assert!(years[0].quarters().iter().all(|quarter| told(Some(*quarter)).is_none()), "nine less eleven is two");
        assert_eq!(told(Some(years[1].quarters()[2])), Some(6));
        let some = Period { since: date(2026, 7, 1), until: date(2026, 7, 31) };
        assert_eq!(households(&given, Some(some), &years), Households::OtherDays);
    }

    #[test]
    fn a_small_year_takes_another_with_it() {
        let years = YearStart::default().years(date(2025, 1, 1), date(2026, 12, 31));
        let given = on(&[(2025, 7, 5, 9), (2026, 7, 5, 2)]);
        assert_eq!(years.iter().filter(|year| households(&given, Some(**year), &years) == Households::Small).count(), 2);
        assert_eq!(hand_outs(households(&given, None, &years)), Some(11));
        assert_eq!(households(&on(&[(2026, 7, 5, 4)]), None, &years), Households::Small);
    }
}
