//! What a forecast says, in sentences.

use crate::page::Shell;
use app::domain::forecast::RunsOut;
use app::forecast::{Changed, Outlook, Season};

/// So many chances in a hundred; the ends are said as « less than » and « more than ».
pub(super) fn chance(s: &Shell, bps: u32) -> String {
    match bps {
        0..100 => s.t("forecast-chance-none"),
        9_901.. => s.t("forecast-chance-all"),
        _ => s.n("forecast-chance", &u64::from((bps + 50) / 100)),
    }
}

/// A share, in percent.
pub(super) fn share(s: &Shell, share: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "from 0 to 1")]
    let per_mille = (share * 1_000.0).round() as i64;
    if per_mille % 10 == 0 { text::percent(s.lang, per_mille, 1_000) } else { text::percent_1(s.lang, per_mille, 1_000) }
}

/// More than this is as many as anybody could invite.
const VERY_MANY: u64 = 1_000_000;

/// A number of households.
pub(super) fn households(s: &Shell, count: u64) -> String {
    if count >= VERY_MANY { s.t("forecast-very-many") } else { s.number(&count) }
}

/// The first lines of the page.
pub(super) fn sentence(s: &Shell, season: &Season, outlook: &Outlook) -> Vec<String> {
    let (settled, forecast) = (&outlook.settled, &outlook.forecast);
    let over = || s.w("forecast-says-over", "chance", chance(s, forecast.over_bps));
    if outlook.mondays.is_empty() {
        return vec![s.t("forecast-says-ended")];
    }
    if outlook.input.food_cents() <= 0 {
        return vec![s.t("forecast-says-no-money")];
    }
    let Some(served) = forecast.households else {
        return vec![s.t("forecast-says-no-hand-outs"), over()];
    };
    let facts =
        [("count", served.into()), ("households", households(s, served).into()), ("sure", u64::from(settled.sure).into())];
    let mut says = vec![text::tr(s.lang, "forecast-says", &facts)];
    says.push(if settled.households == 0 {
        s.t("forecast-says-none-planned")
    } else if served >= VERY_MANY {
        s.t("forecast-says-all")
    } else if served > settled.households {
        s.nw("forecast-says-more", &(served - settled.households), "planned", s.number(&settled.households))
    } else if served < settled.households {
        s.nw("forecast-says-fewer", &(settled.households - served), "planned", s.number(&settled.households))
    } else {
        s.t("forecast-says-same")
    });
    if settled.households > 0 {
        says.push(over());
    }
    if season.hand_outs == 0 {
        says.push(s.t("forecast-says-blind"));
    }
    says
}

/// When something runs out.
pub(super) fn runs_out(s: &Shell, outlook: &Outlook, out: &RunsOut) -> String {
    let day = |week: Option<usize>| week.and_then(|week| outlook.mondays.get(week)).map(|monday| text::date(s.lang, *monday));
    let chance = chance(s, out.ever_bps);
    match (day(out.early), day(out.half)) {
        (None, _) => s.t("forecast-out-never"),
        (Some(_), Some(half)) if out.ever_bps > 9_900 && out.early == out.half => s.w("forecast-out-sure", "half", half),
        (Some(early), Some(half)) if early == half => s.ww("forecast-out-on", "chance", chance, "half", half),
        (Some(early), Some(half)) => {
            let facts = [("chance", chance.into()), ("early", early.into()), ("half", half.into())];
            text::tr(s.lang, "forecast-out", &facts)
        }
        (Some(early), None) => s.ww("forecast-out-maybe", "chance", chance, "early", early),
    }
}

/// What the bank must hold.
pub(super) fn bank(s: &Shell, outlook: &Outlook) -> String {
    let until = outlook.forecast.weeks.last().map_or(outlook.input.owed_cents, |week| week.cash_until.p95);
    let facts = [
        ("need", super::dollars(s, until).into()),
        ("bank", super::dollars(s, outlook.input.bank_cents).into()),
        ("chance", chance(s, outlook.forecast.short_bps).into()),
    ];
    text::tr(s.lang, "forecast-bank", &facts)
}

/// What a change changes.
pub(super) fn change(s: &Shell, season: &Season, what: Changed) -> String {
    match what {
        Changed::Nothing => s.t("forecast-change-none"),
        Changed::Scale(scale) => s.w("forecast-change-scale", "scale", text::percent(s.lang, i64::from(scale), 100)),
        Changed::Weeks(weeks) => s.n("forecast-change-weeks", &u64::from(weeks)),
        Changed::Coupon(cents) => s.w("forecast-change-coupon", "worth", text::money_short(s.lang, cents, "CAD")),
        Changed::Closed(place) => {
            let name = season.book.place(place).map_or("", |place| place.name.as_str());
            s.w("forecast-change-closed", "place", name)
        }
    }
}

/// What the season so far says.
pub(super) fn learned(s: &Shell, season: &Season, outlook: &Outlook) -> Vec<String> {
    let learned = &outlook.learned;
    let used = outlook.input.cohorts.iter().map(app::domain::forecast::Cohort::used).sum::<u64>();
    let given = outlook.input.cohorts.iter().map(|cohort| cohort.given).sum::<u64>();
    let mut out = Vec::new();
    if given > 0 {
        out.push(s.ww("forecast-learned-so-far", "part", s.number(&used), "whole", s.number(&given)));
    }
    out.push(s.w("forecast-learned-use", "share", share(s, learned.of_use())));
    out.push(s.w("forecast-learned-speed", "share", share(s, learned.weekly_share())));
    out.push(s.w("forecast-learned-week", "share", share(s, learned.week_spread())));
    out.push(s.w("forecast-learned-until", "on", s.date(&season.today)));
    out
}
