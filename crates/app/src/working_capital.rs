//! The working capital: what must be in the bank on which day, from what is owed, the weeks that the forecast sees and
//! what funders promised. Like the forecast, nothing is written and no rule reads it.

use crate::command::Cx;
use crate::forecast::{self, Asked, Season};
use crate::fund;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::business_day::{after, is_business_day};
use domain::fund::Arrival;
use domain::ids::Actor;
use domain::ledger::AccountKind;
use domain::programme::Book;
use domain::working_capital::{Expected, Plan, Why, plan};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use text::{Lang, Names, t, tr};

/// What the book says: what the days to come are worked out from.
#[derive(Clone, Debug)]
pub struct Standing {
    season: Season,
    bank_cents: i64,
    late_cents: i64,
    expected: Vec<Expected>,
}

/// The days to come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outlook {
    /// In the bank today, by the books.
    pub bank_cents: i64,
    /// What must be there today.
    pub needed_cents: i64,
    /// Instalments whose day has passed: nobody counts on them.
    pub late_cents: i64,
    /// Day by day.
    pub plan: Plan,
}

/// The day itself, or the next on which a bank moves money.
fn banking(day: Date) -> Date {
    if is_business_day(day) { day } else { after(day, 1) }
}

/// Reads where the money stands, for those who see the whole programme and its payments.
pub fn gather(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Standing, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePayments)?;
    let season = forecast::gather(cx, actor)?;
    let today = season.today;
    let promised = after(today, u64::from(book.rules.payment_target_days));
    // Local currency is paid for in dollars put aside, at par: it leaves the bank too.
    let mut owed: BTreeMap<Why, i64> = BTreeMap::new();
    for (id, balance) in cx.tx.accounts(cx.programme)? {
        let why = match id.kind() {
            AccountKind::Payable => Why::Owed,
            AccountKind::Claimed => Why::Claimed,
            AccountKind::InTransit => Why::Sent,
            // It left the bank already.
            AccountKind::AtMarket => {
                *owed.entry(Why::Sent).or_default() -= balance.of(id.kind());
                continue;
            }
            _ => continue,
        };
        *owed.entry(why).or_default() += balance.of(id.kind());
    }
    let due = |why: Why| match why {
        Why::Owed => promised,
        Why::Claimed => banking(today),
        _ => today,
    };
    let mut expected: Vec<Expected> = owed.into_iter().map(|(why, cents)| Expected { on: due(why), why, cents }).collect();
    let (mut bank_cents, mut late_cents) = (0, 0);
    for status in fund::statuses(cx, actor)? {
        bank_cents += status.bank_cents;
        for (instalment, came, arrival) in status.fund.terms.arrivals(status.received_cents, today) {
            let cents = instalment.cents - came;
            match arrival {
                Arrival::Received => {}
                Arrival::Late => late_cents += cents,
                Arrival::Awaited => {
                    expected.push(Expected { on: banking(instalment.due_on), why: Why::Instalment(status.fund.id), cents });
                }
            }
        }
    }
    Ok(Standing { season, bank_cents, late_cents, expected })
}

impl Standing {
    /// Works the days out: tens of milliseconds of a processor, and nothing of the database. What weeks will cost is
    /// the careful forecast, added up so that its sum is exceeded in one season out of twenty.
    pub fn outlook(&self) -> Outlook {
        let drawn = self.season.foresee(&Asked::default());
        let target = u64::from(self.season.book.rules.payment_target_days);
        let mut expected = self.expected.clone();
        let mut before = drawn.input.owed_cents;
        for (monday, week) in drawn.mondays.iter().zip(&drawn.forecast.weeks) {
            let until = week.cash_until.p95.max(before);
            let sunday = monday.checked_add(6.days()).unwrap_or(*monday);
            expected.push(Expected { on: after(sunday, target), why: Why::Week(*monday), cents: until - before });
            before = until;
        }
        let plan = plan(self.bank_cents, &expected);
        let needed_cents = plan.days.first().map_or(0, |day| day.needed_cents);
        Outlook { bank_cents: self.bank_cents, needed_cents, late_cents: self.late_cents, plan }
    }
}

/// Why money moves, in words.
pub fn words(lang: Lang, book: &Book, why: Why) -> String {
    let key = format!("cash-why-{}", why.key());
    match why {
        Why::Sent | Why::Claimed | Why::Owed => t(lang, &key),
        Why::Week(monday) => tr(lang, &key, &[("day", text::short_day(lang, monday).into())]),
        Why::Instalment(fund) => tr(lang, &key, &[("fund", Names::fund(book, fund).into())]),
    }
}
