//! Names of states, kinds and roles: a family and the stable key, `state-handed-out`.

use crate::{Lang, t};
use domain::command::Command;
use domain::coupon::{Funding, Medium, State};
use domain::dispute::{Decision, Reason};
use domain::fund::FundPolicy;
use domain::ledger::{AccountKind, TransferKind};
use domain::order::{OrderState, Source};
use domain::place::{Food, PlaceKind, WhyClosed};
use domain::programme::PaymentMethod;
use domain::redemption::Channel;
use domain::role::Role;
use domain::settlement::{PaymentState, Progress};

/// A value that people read by a name of ours.
pub trait Label {
    /// Its family of messages, and its stable key.
    fn family_and_key(&self) -> (&'static str, &'static str);
}

/// The name of a value, such as « Remis ».
pub fn label(lang: Lang, value: &impl Label) -> String {
    let (family, key) = value.family_and_key();
    key_label(lang, family, key)
}

/// The same from a stable key read in a file or a database: `key_label(lang, "kind", "hand_out")`.
pub fn key_label(lang: Lang, family: &str, key: &str) -> String {
    t(lang, &format!("{family}-{}", key.replace('_', "-")))
}

macro_rules! labels {
    ($($kind:ty, $family:literal, $key:expr;)+) => {
        $(impl Label for $kind {
            fn family_and_key(&self) -> (&'static str, &'static str) {
                let key: fn(&Self) -> &'static str = $key;
                ($family, key(self))
            }
        })+
    };
}

labels! {
    State, "state", |s| s.key();
    TransferKind, "transfer", |k| k.key();
    AccountKind, "account", |k| k.key();
    Role, "role", |r| r.key();
    PaymentMethod, "method", |m| m.key();
    Progress, "run-state", |s| s.key();
    PaymentState, "payment-state", |s| s.key();
    Reason, "dispute-reason", |r| r.key();
    Command, "kind", |c| c.kind();
    Funding, "funding", |f| match f {
        Funding::Granted => "granted",
        Funding::Sold => "sold",
    };
    Medium, "medium", |m| match m {
        Medium::Paper => "paper",
        Medium::Card => "card",
        Medium::LocalCurrency => "local_currency",
    };
    OrderState, "order-state", |s| s.key();
    Source, "order-source", |s| s.key();
    PlaceKind, "place-kind", |k| k.key();
    Food, "food", |f| f.key();
    WhyClosed, "why-closed", |w| w.key();
    Channel, "channel", |c| match c {
        Channel::Online => "online",
        Channel::Offline => "offline",
        Channel::Counted => "counted",
    };
    Decision, "decision", |d| match d {
        Decision::Pay { .. } => "pay",
        Decision::Refuse => "refuse",
    };
    FundPolicy, "fund-policy", |p| match p {
        FundPolicy::Designated => "designated",
        FundPolicy::OldestFirst => "oldest_first",
        FundPolicy::ProRata => "pro_rata",
    };
}
