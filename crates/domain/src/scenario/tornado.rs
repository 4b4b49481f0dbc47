//! What matters most: a plan again with one thing at its least and at its most, everything else as it is.

use super::{Certainty, Input, Scenario, outlook};

/// What is varied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Varied {
    /// A figure over its range.
    Input(Input),
    /// Territories that have not begun begin a year later.
    Later,
    /// A source that is not promised does not come.
    Without(usize),
}

/// The plan at one end of a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct End {
    /// The figure there, for one that has a range.
    pub at: Option<i64>,
    /// What it costs in all, cents.
    pub cost_cents: i64,
    /// What is missing in all, less what is left at the end, cents.
    pub short_cents: i64,
}

/// Something varied, and what it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bar {
    /// What.
    pub what: Varied,
    /// At its least; none when no least was written.
    pub low: Option<End>,
    /// At its most; none when no most was written.
    pub high: Option<End>,
}

impl Bar {
    /// The ends that were written.
    pub fn ends(&self) -> impl Iterator<Item = End> {
        self.low.into_iter().chain(self.high)
    }

    /// From the least to the most that is short, the plan itself among them, cents.
    fn swing(&self, base: i64) -> i64 {
        let all = || self.ends().map(|end| end.short_cents).chain([base]);
        all().max().unwrap_or(base) - all().min().unwrap_or(base)
    }
}

fn end(scenario: &Scenario, at: Option<i64>) -> End {
    let all = outlook(scenario);
    End { at, cost_cents: all.total.cost_cents(), short_cents: all.short_cents() }
}

/// Everything that can vary and moves the plan's money, what moves it most first.
pub fn tornado(scenario: &Scenario) -> Vec<Bar> {
    let base = outlook(scenario).short_cents();
    let mut bars = Vec::new();
    for input in Input::EVERY {
        let Some(assumed) = scenario.inputs.get(&input) else { continue };
        let at = |value: Option<i64>| value.map(|value| end(&scenario.with(input, value), Some(value)));
        bars.push(Bar { what: Varied::Input(input), low: at(assumed.low), high: at(assumed.high) });
    }
    if scenario.waves.iter().any(|wave| wave.joins > scenario.first_year) {
        let mut later = scenario.clone();
        for wave in later.waves.iter_mut().filter(|wave| wave.joins > scenario.first_year) {
            wave.joins += 1;
        }
        bars.push(Bar { what: Varied::Later, low: Some(end(&later, None)), high: None });
    }
    for (index, source) in scenario.sources.iter().enumerate() {
        if source.certainty != Certainty::Promised {
            let mut without = scenario.clone();
            without.sources.remove(index);
            bars.push(Bar { what: Varied::Without(index), low: None, high: Some(end(&without, None)) });
        }
    }
    bars.retain(|bar| bar.swing(base) > 0);
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.swing(base)));
    bars
}

#[cfg(test)]
mod tests {
    use super::super::samples::{any_scenario, plain, source, wave};
    use super::*;
    use crate::scenario::Assumed;
    use proptest::prelude::*;

    #[test]
    fn what_matters_most_comes_first() {
        let mut plan = plain(2027, 3, vec![wave(2027, 100, 6_000, 10), wave(2028, 10, 1_000, 10)]);
        let range = |low, likely, high| Assumed { low: Some(low), likely: Some(likely), high: Some(high), ..Assumed::default() };
        plan.inputs.insert(Input::Use, range(7_000, 7_800, 8_600));
        plan.inputs.insert(Input::Share, range(2_500, 2_500, 2_600));
        // It moves no money that anybody must find.
        plan.inputs.insert(Input::Impact, range(100, 150, 180));
        plan.sources = vec![source(100_000, 10_000)];
        let bars = tornado(&plan);
        let named: Vec<Varied> = bars.iter().map(|bar| bar.what).collect();
        assert_eq!(named, [Varied::Input(Input::Use), Varied::Without(0), Varied::Input(Input::Share), Varied::Later]);
        assert!(bars[3].low.expect("an end").cost_cents < outlook(&plan).total.cost_cents(), "later costs less");
    }

    proptest! {
        #[test]
        fn each_bar_holds_the_plan(plan in any_scenario()) {
            prop_assume!(plan.check().is_ok());
            let base = outlook(&plan).total.cost_cents();
            for bar in tornado(&plan) {
                let (low, high) = (bar.low.map(|end| end.cost_cents), bar.high.map(|end| end.cost_cents));
                match bar.what {
                    // The dearer a coupon, the fewer there are to print.
                    Varied::Input(Input::CouponWorth) => {
                        prop_assert!(low.is_none_or(|low| low >= base) && high.is_none_or(|high| high <= base));
                    }
                    Varied::Input(_) => {
                        prop_assert!(low.is_none_or(|low| low <= base) && high.is_none_or(|high| high >= base));
                    }
                    Varied::Later => prop_assert!(low.is_some() && high.is_none()),
                    // Without money, it costs as much.
                    Varied::Without(_) => prop_assert_eq!(high, Some(base)),
                }
            }
        }
    }
}
