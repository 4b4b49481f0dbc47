//! What a plan gives, year by year.

use super::{Input, Scenario, Source, WHOLE, Wave, part};

/// A year, or the sum of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Year {
    /// Which; the last one for a sum.
    pub year: i16,
    /// Territories that have begun.
    pub territories: i64,
    /// Households in all of them.
    pub households: i64,
    /// Value handed out, cents: what it would cost if everything were spent.
    pub given_cents: i64,
    /// Value spent on food, cents: what funders pay.
    pub spent_cents: i64,
    /// Coupons handed out; none when nobody said what one is worth.
    pub coupons: i64,
    /// Hours of coordination.
    pub hours: i64,
    /// What it costs to run, without preparing territories, cents.
    pub operations_cents: i64,
    /// What it costs to prepare those that begin, cents.
    pub setup_cents: i64,
    /// What is left from the year before, cents.
    pub carried_in_cents: i64,
    /// What each source gives, cents.
    pub received_cents: Vec<i64>,
    /// What of it pays for this year, in the order of the sources, cents.
    pub used_cents: Vec<i64>,
    /// What nobody pays yet, cents.
    pub missing_cents: i64,
    /// What is left for the year after, cents.
    pub carried_out_cents: i64,
    /// What must be advanced until money that is expected later comes, cents.
    pub float_cents: i64,
    /// Activity in the local economy, cents; none without a multiplier.
    pub impact_cents: Option<i64>,
    /// Households' own money spent beside, cents; none when nobody said how much.
    pub own_cents: Option<i64>,
}

impl Year {
    /// What it costs in all, cents.
    pub const fn cost_cents(&self) -> i64 {
        self.spent_cents + self.operations_cents + self.setup_cents
    }

    /// What of the year before pays for this one, cents.
    pub fn used_carried_cents(&self) -> i64 {
        self.carried_in_cents.min(self.cost_cents())
    }
}

/// A plan worked out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outlook {
    /// Its years, in order.
    pub years: Vec<Year>,
    /// All of them together: territories, households and what is left are those of the last year, and the float is the
    /// most of any year.
    pub total: Year,
}

impl Outlook {
    /// What is missing over all years, less what is left at the end, cents.
    pub fn short_cents(&self) -> i64 {
        self.total.missing_cents - self.total.carried_out_cents
    }
}

/// A plan, year by year.
pub fn outlook(scenario: &Scenario) -> Outlook {
    let mut years = Vec::new();
    let mut carried = 0;
    for year in scenario.first_year..=scenario.last_year() {
        let mut line = costs(scenario, year);
        pay(scenario, &mut line, carried);
        carried = line.carried_out_cents;
        years.push(line);
    }
    let total = total(scenario, &years);
    Outlook { years, total }
}

/// Something that grows at a rate, after some years, rounded each year.
fn grown(value: i64, rate: i64, years: i16) -> i64 {
    (0..years).fold(value, |value, _| part(value, WHOLE + rate, WHOLE))
}

fn costs(scenario: &Scenario, year: i16) -> Year {
    let value = |input| scenario.value(input);
    let rise = year - scenario.first_year;
    let dear = |cents: i64| grown(cents, value(Input::Prices), rise);
    let mut line = Year { year, ..Year::default() };
    for wave in scenario.waves.iter().filter(|wave| wave.joins <= year) {
        let of = one(scenario, wave, year);
        line.territories += wave.territories;
        line.households += of.households;
        line.given_cents += of.given_cents;
        line.spent_cents += of.spent_cents;
        line.coupons += of.coupons;
        line.hours += wave.territories * value(Input::Hours);
        if wave.joins == year {
            line.setup_cents += wave.territories * dear(value(Input::Setup));
        }
    }
    line.operations_cents = if scenario.has_detailed_costs() {
        let coupons = line.coupons * dear(value(Input::PerCoupon));
        let hours = line.hours * dear(value(Input::HourCost));
        coupons + hours + line.territories * dear(value(Input::Fixed))
    } else {
        // A share of all money, not of the food: 25 % of all is a third of the food.
        let share = value(Input::Share);
        part(line.spent_cents, share, WHOLE - share)
    };
    line.impact_cents = scenario.likely(Input::Impact).map(|times| part(line.spent_cents, times, 100));
    line.own_cents = scenario.likely(Input::OwnMoney).map(|times| part(line.spent_cents, times, 100));
    line
}

struct One {
    households: i64,
    given_cents: i64,
    spent_cents: i64,
    coupons: i64,
}

/// What territories that began together hand out in a year.
fn one(scenario: &Scenario, wave: &Wave, year: i16) -> One {
    let value = |input| scenario.value(input);
    let begun = part(wave.households, value(Input::Households), WHOLE);
    let households = wave.territories * grown(begun, value(Input::Growth), year - wave.joins);
    let weekly = part(wave.weekly_cents, value(Input::Weekly), WHOLE);
    let weekly = grown(weekly, value(Input::Prices), year - scenario.first_year);
    let given_cents = households * wave.weeks * weekly;
    let worth = value(Input::CouponWorth);
    let coupons = if worth > 0 { (given_cents + worth - 1) / worth } else { 0 };
    One { households, given_cents, spent_cents: part(given_cents, value(Input::Use), WHOLE), coupons }
}

impl Source {
    /// What it gives in a year that costs so much.
    fn gives(&self, year: i16, cost_cents: i64) -> i64 {
        if !(self.from..=self.until).contains(&year) {
            return 0;
        }
        self.yearly_cents.unwrap_or(0) + part(cost_cents, self.share.unwrap_or(0), WHOLE)
    }
}

fn pay(scenario: &Scenario, line: &mut Year, carried: i64) {
    let cost = line.cost_cents();
    line.carried_in_cents = carried;
    let mut to_pay = cost - line.used_carried_cents();
    let mut early = 0;
    for source in &scenario.sources {
        let received = source.gives(line.year, cost);
        let used = received.min(to_pay);
        to_pay -= used;
        early += part(received, source.upfront, WHOLE);
        line.received_cents.push(received);
        line.used_cents.push(used);
    }
    let received: i64 = line.received_cents.iter().sum();
    line.missing_cents = to_pay;
    line.carried_out_cents = carried + received + to_pay - cost;
    // What is missing is not advanced: nobody would pay it back.
    line.float_cents = (cost - carried - early).clamp(0, received - early);
}

fn total(scenario: &Scenario, years: &[Year]) -> Year {
    let sum = |of: &dyn Fn(&Year) -> i64| years.iter().map(of).sum::<i64>();
    let by_source = |of: &dyn Fn(&Year) -> &Vec<i64>| {
        (0..scenario.sources.len()).map(|index| years.iter().map(|year| of(year)[index]).sum()).collect()
    };
    let last = years.last().cloned().unwrap_or_default();
    Year {
        year: last.year,
        territories: last.territories,
        households: last.households,
        given_cents: sum(&|y| y.given_cents),
        spent_cents: sum(&|y| y.spent_cents),
        coupons: sum(&|y| y.coupons),
        hours: sum(&|y| y.hours),
        operations_cents: sum(&|y| y.operations_cents),
        setup_cents: sum(&|y| y.setup_cents),
        carried_in_cents: 0,
        received_cents: by_source(&|y| &y.received_cents),
        used_cents: by_source(&|y| &y.used_cents),
        missing_cents: sum(&|y| y.missing_cents),
        carried_out_cents: last.carried_out_cents,
        float_cents: years.iter().map(|y| y.float_cents).max().unwrap_or(0),
        impact_cents: years.iter().map(|y| y.impact_cents).sum(),
        own_cents: years.iter().map(|y| y.own_cents).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{any_scenario, plain, source, wave};
    use super::*;
    use crate::scenario::Assumed;
    use proptest::prelude::*;

    fn set(scenario: &mut Scenario, input: Input, likely: i64) {
        scenario.inputs.insert(input, Assumed { likely: Some(likely), ..Assumed::default() });
    }

    #[test]
    fn a_plan_on_paper() {
        // 100 households × 12 weeks × 60 $ = 72 000 $, of which 78 % is spent; a quarter of all runs the programme.
        let mut plan = plain(2027, 2, vec![wave(2027, 100, 6_000, 12), wave(2028, 50, 4_000, 10)]);
        set(&mut plan, Input::Use, 7_800);
        set(&mut plan, Input::Share, 2_500);
        set(&mut plan, Input::Impact, 150);
        plan.sources = vec![source(5_000_000, 5_000), source(3_000_000, 0)];
        assert_eq!(plan.check(), Ok(()));
        let [first, second] = &outlook(&plan).years[..] else { panic!("two years") };
        assert_eq!((first.given_cents, first.spent_cents, first.operations_cents), (7_200_000, 5_616_000, 1_872_000));
        assert_eq!(first.cost_cents(), 7_488_000);
        assert_eq!((first.used_cents.clone(), first.missing_cents), (vec![5_000_000, 2_488_000], 0));
        assert_eq!(first.carried_out_cents, 512_000);
        // Half of the first source is there: the rest of the cost is advanced.
        assert_eq!(first.float_cents, 7_488_000 - 2_500_000);
        assert_eq!(first.impact_cents, Some(8_424_000));
        assert_eq!(second.given_cents, 7_200_000 + 2_000_000);
        assert_eq!(second.carried_in_cents, 512_000);
        assert_eq!(second.missing_cents, second.cost_cents() - 512_000 - 8_000_000);
    }

    #[test]
    fn costs_written_one_by_one_replace_the_share() {
        let mut plan = plain(2027, 1, vec![wave(2027, 100, 6_000, 10)]);
        set(&mut plan, Input::Share, 2_500);
        set(&mut plan, Input::CouponWorth, 500);
        set(&mut plan, Input::PerCoupon, 20);
        set(&mut plan, Input::Hours, 300);
        set(&mut plan, Input::HourCost, 3_000);
        set(&mut plan, Input::Setup, 100_000);
        let year = outlook(&plan).total;
        assert_eq!((year.coupons, year.hours), (12_000, 300));
        assert_eq!(year.operations_cents, 12_000 * 20 + 300 * 3_000);
        assert_eq!(year.setup_cents, 100_000);
        assert_eq!(year.impact_cents, None, "no multiplier is hidden");
    }

    #[test]
    fn the_largest_plan_that_passes_still_fits() {
        let wave = Wave { territories: 104, ..wave(2_027, 4_000_000 / 104, 100_000, 53) };
        let mut plan = plain(2_027, 10, vec![wave]);
        for input in Input::EVERY {
            let (least, most) = input.limits();
            set(&mut plan, input, if input == Input::CouponWorth { least } else { most });
        }
        let whole = Source { yearly_cents: None, share: Some(WHOLE), ..source(0, WHOLE) };
        plan.sources = vec![whole; super::super::MOST_SOURCES];
        assert_eq!(plan.check(), Ok(()));
        let all = outlook(&plan);
        assert!(all.total.cost_cents() > 0 && all.total.carried_out_cents > all.total.cost_cents());
        plan.inputs.retain(|input, _| ![Input::PerCoupon, Input::Hours, Input::Fixed].contains(input));
        assert!(outlook(&plan).total.cost_cents() > 0, "a share of all money fits too");
    }

    proptest! {
        #[test]
        fn every_sum_is_exact(plan in any_scenario()) {
            prop_assume!(plan.check().is_ok());
            let all = outlook(&plan);
            let mut carried = 0;
            for year in &all.years {
                let received: i64 = year.received_cents.iter().sum();
                let used: i64 = year.used_cents.iter().sum();
                prop_assert_eq!(year.carried_in_cents, carried);
                prop_assert_eq!(year.cost_cents() + year.carried_out_cents, carried + received + year.missing_cents);
                prop_assert_eq!(year.used_carried_cents() + used + year.missing_cents, year.cost_cents());
                prop_assert!(year.missing_cents == 0 || year.carried_out_cents == 0);
                prop_assert!(year.spent_cents <= year.given_cents);
                prop_assert!(0 <= year.float_cents && year.float_cents <= received.min(year.cost_cents()));
                carried = year.carried_out_cents;
            }
            let sum = |of: fn(&Year) -> i64| all.years.iter().map(of).sum::<i64>();
            prop_assert_eq!(all.total.cost_cents(), sum(Year::cost_cents));
            prop_assert_eq!(all.total.received_cents.iter().sum::<i64>(), sum(|y| y.received_cents.iter().sum()));
            let received: i64 = all.total.received_cents.iter().sum();
            prop_assert_eq!(all.short_cents(), all.total.cost_cents() - received);
        }

        #[test]
        fn a_plan_is_the_sum_of_its_territories(plan in any_scenario()) {
            prop_assume!(plan.check().is_ok());
            let whole = outlook(&plan).total;
            let alone = |wave: &Wave| outlook(&Scenario { waves: vec![wave.clone()], ..plan.clone() }).total;
            let parts: Vec<Year> = plan.waves.iter().map(alone).collect();
            prop_assert_eq!(whole.given_cents, parts.iter().map(|p| p.given_cents).sum::<i64>());
            prop_assert_eq!(whole.spent_cents, parts.iter().map(|p| p.spent_cents).sum::<i64>());
            prop_assert_eq!(whole.setup_cents, parts.iter().map(|p| p.setup_cents).sum::<i64>());
        }

        #[test]
        fn more_use_never_costs_less(plan in any_scenario(), one in 0_i64..=10_000, other in 0_i64..=10_000) {
            prop_assume!(plan.check().is_ok());
            let at = |value| outlook(&plan.with(Input::Use, value)).total;
            let (less, more) = (at(one.min(other)), at(one.max(other)));
            prop_assert!(less.cost_cents() <= more.cost_cents());
            prop_assert!(less.given_cents == more.given_cents);
        }

        #[test]
        fn more_money_never_leaves_more_missing(plan in any_scenario(), more in 0_i64..10_000_000) {
            prop_assume!(plan.check().is_ok() && !plan.sources.is_empty());
            let mut richer = plan.clone();
            let first = &mut richer.sources[0];
            prop_assume!(first.yearly_cents.is_some());
            first.yearly_cents = first.yearly_cents.map(|cents| cents + more);
            prop_assert!(outlook(&richer).total.missing_cents <= outlook(&plan).total.missing_cents);
        }

        #[test]
        fn a_territory_costs_nothing_before_it_joins(plan in any_scenario(), later in 0_i16..10) {
            prop_assume!(plan.check().is_ok() && !plan.waves.is_empty());
            let without = Scenario { waves: plan.waves[1..].to_vec(), ..plan.clone() };
            let mut with = plan;
            with.waves[0].joins = (with.waves[0].joins + later).min(with.last_year());
            let joins = with.waves[0].joins;
            for (with, without) in outlook(&with).years.iter().zip(&outlook(&without).years) {
                if with.year < joins {
                    prop_assert_eq!(with, without);
                }
                prop_assert!(with.given_cents >= without.given_cents && with.cost_cents() + 1 >= without.cost_cents());
            }
        }
    }
}
