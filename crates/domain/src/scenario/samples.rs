//! Plans to test with.

use super::{Assumed, Certainty, Input, Scenario, Source, Wave};
use proptest::prelude::*;
use std::collections::BTreeMap;

pub(crate) fn wave(joins: i16, households: i64, weekly_cents: i64, weeks: i64) -> Wave {
    Wave { name: "MRC".into(), territories: 1, joins, households, weekly_cents, weeks, why: String::new() }
}

pub(crate) fn source(yearly_cents: i64, upfront: i64) -> Source {
    Source {
        name: "Fonds".into(),
        yearly_cents: Some(yearly_cents),
        share: None,
        from: 2_000,
        until: 2_200,
        upfront,
        certainty: Certainty::Asked,
        why: String::new(),
    }
}

pub(crate) fn plain(first_year: i16, years: i16, waves: Vec<Wave>) -> Scenario {
    Scenario { name: "Essai".into(), first_year, years, waves, sources: Vec::new(), inputs: BTreeMap::new() }
}

fn any_wave() -> impl Strategy<Value = Wave> {
    (0_i16..10, 1_i64..=104, 0_i64..3_000, 0_i64..=20_000, 0_i64..=53).prop_map(
        |(joins, territories, households, weekly, weeks)| Wave { territories, ..wave(2_027 + joins, households, weekly, weeks) },
    )
}

fn any_source() -> impl Strategy<Value = Source> {
    (prop::option::of(0_i64..100_000_000), 0_i64..=10_000, 2_025_i16..2_038, 0_i16..10, 0_i64..=10_000).prop_map(
        |(yearly_cents, share, from, lasts, upfront)| Source {
            yearly_cents,
            share: yearly_cents.is_none().then_some(share),
            from,
            until: from + lasts,
            ..source(0, upfront)
        },
    )
}

fn any_assumed() -> impl Strategy<Value = (Input, Assumed)> {
    let input = (0..Input::EVERY.len()).prop_map(|index| Input::EVERY[index]);
    input.prop_flat_map(|input| {
        let (least, most) = input.limits();
        prop::collection::vec(least..=most, 3).prop_map(move |mut values| {
            values.sort_unstable();
            let (low, likely, high) = (Some(values[0]), Some(values[1]), Some(values[2]));
            (input, Assumed { low, likely, high, ..Assumed::default() })
        })
    })
}

/// Any plan; `check` says which of them can be.
pub(crate) fn any_scenario() -> impl Strategy<Value = Scenario> {
    (
        10_i16..=10,
        prop::collection::vec(any_wave(), 0..5),
        prop::collection::vec(any_source(), 0..4),
        prop::collection::vec(any_assumed(), 0..8),
    )
        .prop_map(|(years, waves, sources, inputs)| Scenario {
            sources,
            inputs: inputs.into_iter().collect(),
            ..plain(2_027, years, waves)
        })
}
