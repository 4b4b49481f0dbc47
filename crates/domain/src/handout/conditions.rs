//! Which fund pays for what is handed out, when funders have conditions: laws over funds, dates, organisations and
//! money of every kind, through the engine.

use super::{charge, existing};
use crate::amount::Amount;
use crate::command::{Command, Placement};
use crate::coupon::{CouponRange, Funding};
use crate::coupon_set::CouponSet;
use crate::fund::{Fund, FundPolicy, Terms};
use crate::ids::{BatchId, ClassId, FundId, PartnerId};
use crate::memory::Memory;
use crate::offer::played::{class, done, fund, opened};
use crate::programme::{Entry, Partner, Rules};
use crate::refusal::Refusal;
use crate::world::Stop;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What a coupon of this book costs, cents.
const COST: i64 = 500;

/// A fund's conditions and its money, cents.
#[derive(Clone, Debug)]
struct Given {
    from: Option<Date>,
    until: Option<Date>,
    partners: Vec<PartnerId>,
    cents: i64,
}

impl Given {
    /// The conditions, said again in a line: what the engine is held to.
    fn may_pay(&self, partner: Option<PartnerId>, today: Date) -> bool {
        self.from.is_none_or(|from| from <= today)
            && self.until.is_none_or(|until| today <= until)
            && (self.partners.is_empty() || partner.is_some_and(|partner| self.partners.contains(&partner)))
    }
}

fn given() -> impl Strategy<Value = Given> {
    let day = || prop::option::of((1i8..=28).prop_map(|day| date(2025, 7, day)));
    let partners = prop::collection::vec((1u32..=3).prop_map(PartnerId), 0..3);
    (day(), day(), partners, 0i64..6_000).prop_map(|(one, other, partners, cents)| {
        // Dates in their order, when there are two.
        let (from, until) = match (one, other) {
            (Some(_), Some(_)) => (one.min(other), one.max(other)),
            both => both,
        };
        Given { from, until, partners, cents }
    })
}

/// A programme with these funds, three organisations, and thirty coupons in stock.
fn programme(policy: FundPolicy, funds: &[Given]) -> Memory {
    let mut world = opened(Rules { fund_policy: policy, ..Rules::default() });
    let partner = |key: u32| Entry::Partner(Partner { id: PartnerId(0), key: format!("p{key}"), name: format!("P{key}") });
    let mut entries: Vec<Entry> = (1..=3).map(partner).collect();
    for (number, given) in funds.iter().enumerate() {
        let Entry::Fund(plain) = fund(&format!("f{number}"), false) else { unreachable!("a fund") };
        let partners = given.partners.iter().copied().collect();
        let terms = Terms { pays_from: given.from, pays_until: given.until, partners, ..Terms::default() };
        entries.push(Entry::Fund(Fund { terms, ..plain }));
    }
    entries.push(class('A', Funding::Granted));
    done(&mut world, Command::Enroll { entries });
    for (id, given) in (1..).zip(funds).filter(|(_, given)| given.cents > 0) {
        let (amount, reference) = (Amount::cad(given.cents), "virement".to_owned());
        done(&mut world, Command::ReceiveMoney { fund: FundId(id), amount, reference, on: date(2025, 6, 1) });
    }
    done(&mut world, Command::IssueBatch { class: ClassId(1), count: 30, booklet: 1, codes_digest: "x".into() });
    let coupons: CouponSet = CouponRange::new(BatchId(1), 1, 30).expect("a range").into();
    done(&mut world, Command::Move { coupons, to: Placement::Stock, reason: String::new() });
    world
}

proptest! {
    /// Each coupon is paid once, by a fund that may pay that day for that organisation and has the money; and whoever
    /// is refused is refused because those funds together have not enough.
    #[test]
    fn only_funds_that_may_pay_do_and_nobody_is_refused_who_could_be_paid(
        funds in prop::collection::vec(given(), 1..5),
        pro_rata in any::<bool>(),
        count in 1u32..=30,
        partner in prop::option::of((1u32..=3).prop_map(PartnerId)),
        day in 1i8..=28,
    ) {
        let policy = if pro_rata { FundPolicy::ProRata } else { FundPolicy::OldestFirst };
        let mut world = programme(policy, &funds);
        let today = date(2025, 7, day);
        let set: CouponSet = CouponRange::new(BatchId(1), 1, count).expect("a range").into();
        let coupons = existing(&mut world, &set).expect("they exist");
        let room: i64 = funds.iter().filter(|fund| fund.may_pay(partner, today)).map(|fund| fund.cents / COST).sum();
        match charge(&mut world, &coupons, partner, today) {
            Ok(charged) => {
                let paid: Vec<_> = charged.iter().map(|(coupon, ..)| coupon.id).collect();
                prop_assert_eq!(paid, coupons.iter().map(|coupon| coupon.id).collect::<Vec<_>>());
                let mut spent: BTreeMap<FundId, i64> = BTreeMap::new();
                for (_, _, fund) in &charged {
                    *spent.entry(*fund).or_default() += COST;
                }
                for (fund, cents) in spent {
                    let given = &funds[fund.0 as usize - 1];
                    prop_assert!(given.may_pay(partner, today), "{:?} pays against its conditions", fund);
                    prop_assert!(cents <= given.cents, "{:?} pays more than it has", fund);
                }
            }
            Err(Stop::Refused(Refusal::OverCeiling { asked, .. })) => {
                prop_assert!(room < i64::from(count));
                prop_assert_eq!(asked, i64::from(count) * COST);
            }
            Err(Stop::Refused(Refusal::FundsKeptForOthers { .. })) => {
                prop_assert!(room < i64::from(count));
                let kept = funds.iter().any(|fund| fund.cents > 0 && !fund.may_pay(partner, today));
                prop_assert!(kept, "no fund is kept for others");
            }
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }
}
