//! What a figure is made of: each number that a page tells, with the list of acts behind it, limited to what somebody
//! may see. The figure is the sum of its list, never something else.

mod coupons;
mod joined;
pub(crate) mod money;

use crate::command::Cx;
use crate::live_use::live_use;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::amount::Unit;
use domain::coupon::State;
use domain::ids::{Actor, ClassId, FundId, PartnerId, PlaceId, VendorId};
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
    /// All coupons in a state.
    InState(State),
    /// Organisations' coupons, wherever they are now.
    Allotted,
    /// Those that reached households.
    HandedOut,
    /// Those of them that were spent.
    Used,
    /// Those that wait with organisations.
    InHand,
    /// Given coupons that may still be used and have a last day.
    Live,
    /// Those of them whose last day has passed.
    Overdue,
    /// Sold and not used yet.
    Sold,
    /// Hand-outs, each with its coupons.
    HandOuts,
    /// A fund's money received.
    Received,
    /// Spent on food.
    Spent,
    /// Paid to merchants, and confirmed.
    Paid,
    /// Spent on the programme's operations.
    Operations,
    /// Come from other funds.
    MovedIn,
    /// Gone to other funds.
    MovedOut,
    /// Gone back to the funder.
    GivenBack,
    /// Paid back to buyers.
    Refunded,
    /// Handed out and not spent.
    Promised,
    /// Set aside and not used.
    SetAside,
    /// Sold and not spent.
    SoldLeft,
    /// What may still be promised.
    Left,
    /// Of the money received, what is neither used, kept nor promised.
    Remains,
    /// Owed to merchants at any stage of payment.
    Owed,
    /// In the bank.
    Bank,
    /// Owed to merchants and in no run yet.
    ToPay,
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 34] = [
        Self::InState(State::Printed),
        Self::InState(State::InStock),
        Self::InState(State::WithPartner),
        Self::InState(State::HandedOut),
        Self::InState(State::Redeemed),
        Self::InState(State::Void),
        Self::InState(State::Lost),
        Self::InState(State::Stolen),
        Self::InState(State::Returned),
        Self::InState(State::Expired),
        Self::Allotted,
        Self::HandedOut,
        Self::Used,
        Self::InHand,
        Self::Live,
        Self::Overdue,
        Self::Sold,
        Self::HandOuts,
        Self::Received,
        Self::Spent,
        Self::Paid,
        Self::Operations,
        Self::MovedIn,
        Self::MovedOut,
        Self::GivenBack,
        Self::Refunded,
        Self::Promised,
        Self::SetAside,
        Self::SoldLeft,
        Self::Left,
        Self::Remains,
        Self::Owed,
        Self::Bank,
        Self::ToPay,
    ];

    /// The stable name, in addresses; its words are `figure-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::InState(state) => state.key(),
            Self::Allotted => "ever_allotted",
            Self::HandedOut => "ever_handed_out",
            Self::Used => "used",
            Self::InHand => "in_hand",
            Self::Live => "live",
            Self::Overdue => "overdue",
            Self::Sold => "sold",
            Self::HandOuts => "hand_outs",
            Self::Received => "received",
            Self::Spent => "spent",
            Self::Paid => "paid",
            Self::Operations => "operations",
            Self::MovedIn => "moved_in",
            Self::MovedOut => "moved_out",
            Self::GivenBack => "given_back",
            Self::Refunded => "refunded",
            Self::Promised => "promised",
            Self::SetAside => "set_aside",
            Self::SoldLeft => "sold_left",
            Self::Left => "left",
            Self::Remains => "remains",
            Self::Owed => "owed",
            Self::Bank => "bank",
            Self::ToPay => "to_pay",
        }
    }

    /// Reads [`Self::key`].
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.key() == key)
    }

    /// Whether it is money, rather than coupons.
    pub const fn is_money(self) -> bool {
        matches!(
            self,
            Self::Received
                | Self::Spent
                | Self::Paid
                | Self::Operations
                | Self::MovedIn
                | Self::MovedOut
                | Self::GivenBack
                | Self::Refunded
                | Self::Promised
                | Self::SetAside
                | Self::SoldLeft
                | Self::Left
                | Self::Remains
                | Self::Owed
                | Self::Bank
                | Self::ToPay
        )
    }

    /// Whether it says where and when coupons were spent.
    pub const fn is_spending(self) -> bool {
        matches!(self, Self::Used | Self::InState(State::Redeemed))
    }
}

/// What a list is limited to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Coupons of one class.
    pub class: Option<ClassId>,
    /// Of one fund.
    pub fund: Option<FundId>,
    /// Of one organisation.
    pub partner: Option<PartnerId>,
    /// Spent at one place.
    pub place: Option<PlaceId>,
    /// Spent at, or owed to, one merchant.
    pub vendor: Option<VendorId>,
    /// In one week, by its Monday.
    pub week: Option<Date>,
    /// On one day.
    pub day: Option<Date>,
    /// From this day on.
    pub since: Option<Date>,
    /// Up to this day, itself included.
    pub until: Option<Date>,
    /// To households of one size.
    pub band: Option<String>,
}

impl Filter {
    /// How many limits it has.
    fn len(&self) -> usize {
        let Self { class, fund, partner, place, vendor, week, day, since, until, band } = self;
        [
            class.is_some(),
            fund.is_some(),
            partner.is_some(),
            place.is_some(),
            vendor.is_some(),
            week.is_some(),
            day.is_some(),
            since.is_some(),
            until.is_some(),
            band.is_some(),
        ]
        .into_iter()
        .filter(|is_some| *is_some)
        .count()
    }

    /// Whether a day is within it.
    fn has_day(&self, on: Date) -> bool {
        self.day.is_none_or(|day| day == on)
            && self.week.is_none_or(|week| week == crate::live_use::monday(on))
            && self.since.is_none_or(|since| since <= on)
            && self.until.is_none_or(|until| on <= until)
    }

    /// Whether it is limited to some days.
    fn has_days(&self) -> bool {
        self.day.is_some() || self.week.is_some() || self.has_period()
    }

    /// Whether somebody chose where it begins or ends.
    fn has_period(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Everything it names must be in the programme.
    fn check(&self, book: &Book) -> Result<(), Refusal> {
        let known = self.class.is_none_or(|id| book.class(id).is_some())
            && self.fund.is_none_or(|id| book.fund(id).is_some())
            && self.partner.is_none_or(|id| book.partner(id).is_some())
            && self.place.is_none_or(|id| book.place(id).is_some())
            && self.vendor.is_none_or(|id| book.vendor(id).is_some());
        if known { Ok(()) } else { Err(Refusal::NotFound) }
    }

    /// Without what says nothing about a figure.
    #[must_use]
    fn about(mut self, figure: Figure) -> Self {
        let is_hand_out = figure == Figure::HandOuts;
        if figure.is_money() || is_hand_out {
            self.class = None;
        }
        if figure.is_money() {
            (self.partner, self.place) = (None, None);
            if !matches!(figure, Figure::Owed | Figure::ToPay) {
                self.vendor = None;
            }
        } else if !figure.is_spending() {
            (self.place, self.vendor) = (None, None);
        }
        if !is_hand_out {
            self.band = None;
        }
        self
    }
}

/// What happened, in a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Act {
    /// A command, by its kind.
    Command(String),
    /// A movement of money, by its kind.
    Transfer(&'static str),
    /// What may be promised beyond what was received: the programme's decision.
    Overcommitment,
    /// Several acts together.
    Several,
}

/// A line of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The day, or the first of several; none for what has no day.
    pub from: Option<Date>,
    /// The last day, when there are several.
    pub until: Option<Date>,
    /// What happened.
    pub act: Act,
    /// Of which class.
    pub class: Option<ClassId>,
    /// Through which organisation.
    pub partner: Option<PartnerId>,
    /// Where.
    pub place: Option<PlaceId>,
    /// With which merchant.
    pub vendor: Option<VendorId>,
    /// Of which fund.
    pub fund: Option<FundId>,
    /// To households of which size.
    pub band: Option<String>,
    /// Where the coupons are now.
    pub state: Option<State>,
    /// Hand-outs.
    pub hand_outs: u64,
    /// Coupons.
    pub count: u64,
    /// Minor units: what the coupons cost, or the money, less than nothing when it takes away.
    pub minor: i64,
    /// In what unit.
    pub unit: Unit,
    /// How many acts, as far as people could be recognised by them.
    size: u64,
}

impl Line {
    fn of(act: Act) -> Self {
        Self {
            from: None,
            until: None,
            act,
            class: None,
            partner: None,
            place: None,
            vendor: None,
            fund: None,
            band: None,
            state: None,
            hand_outs: 0,
            count: 0,
            minor: 0,
            unit: Unit::CAD,
            size: 1,
        }
    }
}

/// A figure with its list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// What was asked, less what says nothing about this figure.
    pub filter: Filter,
    /// Newest first.
    pub lines: Vec<Line>,
    /// How fine the lines are.
    pub grain: Grain,
    /// Too little to be told: there are no lines.
    pub is_small: bool,
}

impl Listed {
    /// Hand-outs, all lines together.
    pub fn hand_outs(&self) -> u64 {
        self.lines.iter().map(|line| line.hand_outs).sum()
    }

    /// Coupons.
    pub fn count(&self) -> u64 {
        self.lines.iter().map(|line| line.count).sum()
    }

    /// Minor units, each unit apart; dollars are always there.
    pub fn amounts(&self) -> BTreeMap<Unit, i64> {
        let mut sums = BTreeMap::from([(Unit::CAD, 0)]);
        for line in &self.lines {
            *sums.entry(line.unit).or_default() += line.minor;
        }
        sums
    }
}

/// How fine the lines of a list are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grain {
    /// A line an act, for who sees everything.
    Act,
    /// A line a day and place, for a funder.
    Day,
    /// Weeks, as many together as it takes that nobody can be recognised.
    Weeks,
}

/// How fine a list may be for somebody.
fn grain(book: &Book, actor: Actor, figure: Figure, filter: &Filter) -> Result<Grain, Error> {
    let may = |action| ask(Some(book), actor, action).is_ok();
    if may(Action::SeeAll) {
        return Ok(Grain::Act);
    }
    let own = |fund: &FundId| may(Action::SeeFund(*fund));
    let grain = if figure.is_money() {
        (filter.vendor.is_none() && filter.fund.as_ref().is_some_and(own)).then_some(Grain::Day)
    } else {
        // With a beginning and an end of one's own choice, one list less another would tell a single act.
        let asked = filter.vendor.is_none() && filter.day.is_none() && !filter.has_period() && filter.len() <= 1;
        (asked && may(Action::SeeUse)).then_some(Grain::Weeks)
    };
    grain.ok_or_else(|| Refusal::NotPermitted.into())
}

/// A figure's list for somebody.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor, figure: Figure, filter: Filter) -> Result<Listed, Error> {
    let book = cx.book()?;
    let filter = filter.about(figure);
    let grain = grain(&book, actor, figure, &filter)?;
    filter.check(&book)?;
    if grain == Grain::Weeks && is_left_out(cx, actor, figure, &filter)? {
        return Ok(Listed { filter, lines: Vec::new(), grain, is_small: true });
    }
    let lines = match figure {
        Figure::HandOuts => coupons::hand_outs(cx, &book, &filter)?,
        money if money.is_money() => money::lines(cx, &book, money, &filter)?,
        coupons => coupons::lines(cx, &book, coupons, &filter)?,
    };
    let (mut lines, is_small) = joined::join(lines, grain);
    lines.sort_by_key(|line| std::cmp::Reverse(line.from));
    Ok(Listed { filter, lines, grain, is_small })
}

/// Whether the page that tells the figure leaves it out for somebody: its list does then too.
fn is_left_out(cx: &mut Cx<'_, '_>, actor: Actor, figure: Figure, filter: &Filter) -> Result<bool, Error> {
    if filter.len() == 0 {
        return Ok(false);
    }
    if let Some(band) = &filter.band {
        return Ok(crate::handout::by_band(cx, actor)?.iter().any(|b| b.band == *band && b.is_small));
    }
    let live = live_use(cx, actor)?;
    let part = |found: Option<&crate::live_use::PartUse>| found.is_some_and(|part| part.is_small);
    Ok(part(filter.partner.and_then(|id| live.by_partner.get(&id.0)))
        || part(filter.class.and_then(|id| live.by_class.get(&id.0)))
        || part(filter.fund.and_then(|id| live.by_fund.get(&id.0)))
        || filter.place.is_some_and(|id| live.small_places.contains(&id.0))
        || filter.week.is_some_and(|week| {
            let small = if figure.is_spending() { &live.small_weeks } else { &live.small_weeks_handed_out };
            small.contains(&week)
        }))
}
