//! What a running programme decided, as its file would say it: to begin its notebook from, or the next season's file.
//! Places, merchants and organisations have their own tables; they are not decisions, nor is which class is whose.

use domain::amount::Unit;
use domain::coupon::{Class, Funding, Medium};
use domain::fund::FundPolicy;
use domain::programme::{Book, Rules};
use domain::replacement::Replacement;
use toml::{Table, Value};

fn table<const N: usize>(pairs: [(&str, Value); N]) -> Table {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn text(text: &(impl ToString + ?Sized)) -> Value {
    Value::String(text.to_string())
}

fn dollars(cents: i64) -> Value {
    text(&format_args!("{},{:02}", cents / 100, cents % 100))
}

fn number(number: impl Into<i64>) -> Value {
    Value::Integer(number.into())
}

fn rules(rules: &Rules) -> Table {
    table([
        ("accept_with_partner", Value::Boolean(rules.accept_with_partner)),
        (
            "fund_policy",
            text(match rules.fund_policy {
                FundPolicy::Designated => "designated",
                FundPolicy::OldestFirst => "oldest_first",
                FundPolicy::ProRata => "pro_rata",
            }),
        ),
        ("overcommitment_percent", number(rules.overcommitment.0 / 100)),
        ("approvals", number(rules.approvals)),
        ("minimum_payment", dollars(rules.minimum_payment_cents)),
        ("payment_target_days", number(rules.payment_target_days)),
        ("payment_every", text(rules.payment_every.key())),
        ("payment_route", text(rules.payment_route.key())),
        ("cooling_off_days", number(rules.cooling_off_days)),
        ("refund_limit", dollars(rules.refund_limit_cents)),
        (
            "replacement",
            text(match rules.replacement {
                Replacement::Never => "never",
                Replacement::Coordinator => "coordinator",
                Replacement::Partner => "partner",
            }),
        ),
        ("on_the_spot_limit", dollars(rules.on_the_spot_cents)),
        ("gives_change", Value::Boolean(rules.gives_change)),
        (
            "offline",
            Value::Table(table([
                ("value_by_day", dollars(rules.offline.value_cents)),
                ("lists_hours", number(rules.offline.lists_hours)),
            ])),
        ),
        (
            "alerts",
            Value::Table(table([
                ("household_coupons", number(rules.alerts.household_coupons)),
                ("run_coupons", number(rules.alerts.run_coupons)),
                ("peers_times", number(rules.alerts.peers_times)),
                ("minute_coupons", number(rules.alerts.minute_coupons)),
                ("hours_away", number(rules.alerts.hours_away)),
            ])),
        ),
    ])
}

fn class(book: &Book, class: &Class) -> Table {
    let mut written = table([
        ("letter", text(&class.letter)),
        ("name", text(&class.name)),
        ("face", dollars(class.face.minor)),
        ("funding", text(if class.funding == Funding::Sold { "sold" } else { "granted" })),
        (
            "medium",
            text(match class.medium {
                Medium::Paper => "paper",
                Medium::Card => "card",
                Medium::LocalCurrency => "local_currency",
            }),
        ),
        ("colour", text(&class.colour)),
    ]);
    let mut put = |key: &str, value: Value| drop(written.insert(key.to_owned(), value));
    if class.face.unit != Unit::CAD {
        put("unit", text(book.unit_code(class.face.unit)));
    }
    if let Some(fund) = class.bonus_fund.and_then(|fund| book.fund(fund)) {
        put("bonus_percent", number(class.bonus.0 / 100));
        put("bonus_fund", text(&fund.key));
    }
    for (key, day) in [("starts_on", class.starts_on), ("expires_on", class.expires_on)] {
        if let Some(day) = day {
            put(key, text(&day));
        }
    }
    written
}

/// The file of what a book decided.
pub fn written(book: &Book) -> String {
    let (identity, season) = (&book.identity, &book.season);
    let programme = table([
        ("key", text(&identity.key)),
        ("name", text(&identity.name)),
        ("territory", text(&identity.territory)),
        ("carrier", text(&identity.carrier)),
        ("fiduciary", text(&identity.fiduciary)),
        ("time_zone", text(&identity.time_zone)),
        ("language", text(&identity.language)),
        ("host", text(&identity.host)),
        ("territories", Value::Array(identity.territories.iter().map(text).collect())),
        ("simulated", Value::Boolean(identity.simulated)),
        ("published_figures", Value::Boolean(identity.published_figures)),
        ("conditions", text(&identity.conditions)),
    ]);
    let season = table([
        ("starts_on", text(&season.starts_on)),
        ("ends_on", text(&season.ends_on)),
        ("last_claim_on", text(&season.last_claim_on)),
    ]);
    let receipts = identity.receipts.as_ref().map(|charity| {
        table([
            ("name", text(&charity.name)),
            ("address", text(&charity.address)),
            ("number", text(&charity.number)),
            ("place", text(&charity.place)),
            ("signed_by", text(&charity.signed_by)),
        ])
    });
    let mut file = table([
        ("programme", Value::Table(programme)),
        ("season", Value::Table(season)),
        ("rules", Value::Table(rules(&book.rules))),
    ]);
    if let Some(receipts) = receipts {
        file.insert("receipts".to_owned(), Value::Table(receipts));
    }
    let mut many = |name: &str, tables: Vec<Table>| {
        if !tables.is_empty() {
            file.insert(name.to_owned(), Value::Array(tables.into_iter().map(Value::Table).collect()));
        }
    };
    let units = book.units.iter().map(|unit| table([("code", text(&unit.code)), ("name", text(&unit.name))]));
    many("unit", units.collect());
    let bands = book
        .bands
        .iter()
        .map(|band| table([("key", text(&band.key)), ("label", text(&band.label)), ("weekly", dollars(band.weekly_cents))]));
    many("band", bands.collect());
    let funds = book.funds.iter().map(|fund| {
        table([
            ("key", text(&fund.key)),
            ("name", text(&fund.name)),
            ("funder", text(&fund.funder)),
            ("is_sales", Value::Boolean(fund.is_sales)),
        ])
    });
    many("fund", funds.collect());
    many("class", book.classes.iter().map(|one| class(book, one)).collect());
    toml::to_string(&file).expect("a table of plain values")
}
