//! Every state, kind and role has its name in every language.

use domain::coupon::{Funding, Medium, State};
use domain::dispute::{Decision, Reason};
use domain::fund::FundPolicy;
use domain::ids::{FundId, PlaceId};
use domain::ledger::{AccountKind, TransferKind};
use domain::place::{Food, PlaceKind, WhyClosed};
use domain::programme::PaymentMethod;
use domain::redemption::Channel;
use domain::role::Role;
use domain::settlement::{PaymentState, Progress};
use text::{Label, Lang, has, key_label, label};

fn named<T: Label>(values: &[T]) {
    for lang in Lang::ALL {
        let mut seen = Vec::new();
        for value in values {
            let said = label(*lang, value);
            assert!(!said.contains('⟦'), "{said}");
            assert!(!seen.contains(&said), "{}: two things called {said}", lang.code());
            let (family, key) = value.family_and_key();
            assert!(has(*lang, &format!("{family}-{}", key.replace('_', "-"))), "{} {family} {key}", lang.code());
            seen.push(said);
        }
    }
}

#[test]
fn everything_has_a_name() {
    named(&State::ALL);
    named(&TransferKind::ALL);
    named(&AccountKind::ALL);
    named(&Progress::ALL);
    named(&PaymentState::ALL);
    named(&Reason::ALL);
    named(&[Funding::Granted, Funding::Sold]);
    named(&[Medium::Paper, Medium::Card, Medium::LocalCurrency]);
    named(&PlaceKind::ALL);
    named(&Food::ALL);
    named(&WhyClosed::ALL);
    named(&[PaymentMethod::Cheque, PaymentMethod::Transfer, PaymentMethod::Deposit, PaymentMethod::LocalCurrency]);
    named(&[Channel::Online, Channel::Offline, Channel::Counted]);
    named(&[Decision::Pay { fund: FundId(1) }, Decision::Refuse]);
    named(&[FundPolicy::Designated, FundPolicy::OldestFirst, FundPolicy::ProRata]);
    let roles = Role::EVERY;
    named(&roles);
    for lang in Lang::ALL {
        for role in roles {
            assert!(has(*lang, &format!("role-{}-hint", role.key().replace('_', "-"))), "{role:?}");
        }
        for state in State::ALL {
            assert!(has(*lang, &format!("state-{}-hint", state.key().replace('_', "-"))), "{state:?}");
        }
    }
}

/// The kinds are read out of the domain's own source: one that is added there fails here.
#[test]
fn every_command_has_a_name() {
    let source = include_str!("../../domain/src/command.rs");
    let body = source.split_once("fn kind(").expect("Command::kind").1;
    let body = body.split_once("\n    }\n").expect("its end").0;
    let kinds: Vec<&str> = body.lines().filter_map(|l| l.split_once("=> \"")?.1.split_once('"')).map(|(kind, _)| kind).collect();
    assert!(kinds.len() >= 21, "{kinds:?}");
    for kind in kinds {
        for lang in Lang::ALL {
            let said = key_label(*lang, "kind", kind);
            assert!(!said.contains('⟦'), "{} {said}", lang.code());
        }
    }
}

#[test]
fn a_few_names() {
    assert_eq!(label(Lang::Fr, &State::HandedOut), "Remis");
    assert_eq!(label(Lang::En, &Role::MarketManager(PlaceId(1))), "Market manager");
    assert_eq!(key_label(Lang::Fr, "kind", "hand_out"), "Coupons remis");
}
