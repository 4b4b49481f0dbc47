//! What the rules say about one coupon that was presented.

use super::{Channel, Redemption};
use crate::coupon::{Class, Coupon, Funding, State};
use crate::dispute::Reason;
use crate::ids::PlaceId;
use crate::programme::{Book, Season, Vendor};
use crate::refusal::Refusal;
use jiff::civil::Date;

/// What the rules say about one coupon.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Accept it.
    Accept,
    /// Say no.
    Refuse(Refusal),
    /// Note it for a person to decide.
    Dispute(Reason),
}

/// What a verdict depends on besides the coupon.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// The merchant.
    pub vendor: &'a Vendor,
    /// The place.
    pub place: PlaceId,
    /// How.
    pub channel: Channel,
    /// The day of use.
    pub day: Date,
    /// The day it arrived: a slow clock must not make a good coupon too early.
    pub arrived_on: Date,
    /// Accept coupons whose hand-out has not been reported.
    pub accept_with_partner: bool,
    /// The programme's dates.
    pub season: Season,
    /// Whether the season was closed: only sold coupons are still good.
    pub is_closed: bool,
}

/// Judges one coupon. `spent` is the redemption that spent it, if it is spent.
pub fn judge(coupon: &Coupon, class: &Class, act: Act<'_>, spent: Option<&Spent>) -> Verdict {
    let verdict = judge_state(coupon, class, act, spent);
    match (&verdict, too_late(class, act)) {
        // Accepted by the phone's rules and late only in arriving: a person decides.
        (Verdict::Accept, Some(_)) if act.channel == Channel::Offline => Verdict::Dispute(Reason::Late),
        (Verdict::Accept, Some(refusal)) => Verdict::Refuse(refusal),
        (Verdict::Dispute(Reason::Expired), Some(refusal)) if act.channel == Channel::Counted => Verdict::Refuse(refusal),
        _ => verdict,
    }
}

/// Why a given coupon comes after everything is over. A sold one is never too late.
fn too_late(class: &Class, act: Act<'_>) -> Option<Refusal> {
    let last = act.season.last_claim_on;
    if class.funding == Funding::Sold {
        None
    } else if act.is_closed {
        Some(Refusal::SeasonClosed)
    } else {
        (act.arrived_on > last).then_some(Refusal::ClaimTooLate { last })
    }
}

fn judge_state(coupon: &Coupon, class: &Class, act: Act<'_>, spent: Option<&Spent>) -> Verdict {
    let in_good_faith = act.channel != Channel::Online;
    match coupon.state {
        State::Redeemed => match spent {
            // The same stall counting the same pile again is a slip, not a quarrel.
            Some(first) if act.channel == Channel::Counted && first.redemption.vendor == act.vendor.id => {
                Verdict::Refuse(first.refusal())
            }
            Some(first) if !in_good_faith => Verdict::Refuse(first.refusal()),
            _ => Verdict::Dispute(Reason::AlreadyRedeemed),
        },
        State::Void => Verdict::Dispute(Reason::Void),
        State::Lost => Verdict::Dispute(Reason::Lost),
        State::Stolen => Verdict::Dispute(Reason::Stolen),
        State::Returned => Verdict::Dispute(Reason::Returned),
        State::Expired => {
            if in_good_faith && class.expires_on.is_none_or(|last| act.day <= last) {
                Verdict::Dispute(Reason::Expired)
            } else {
                Verdict::Refuse(Refusal::ExpiredCoupon { on: class.expires_on })
            }
        }
        State::Printed | State::InStock => Verdict::Refuse(Refusal::NotHandedOut),
        State::WithPartner if !act.accept_with_partner || class.funding == Funding::Sold => {
            Verdict::Refuse(Refusal::NotHandedOut)
        }
        State::WithPartner | State::HandedOut => judge_dates(class, act),
    }
}

fn judge_dates(class: &Class, act: Act<'_>) -> Verdict {
    if !act.vendor.classes.is_empty() && !act.vendor.classes.contains(&class.id) {
        return Verdict::Refuse(Refusal::WrongClass { letter: class.letter });
    }
    if !class.is_good_at(act.place) {
        return Verdict::Refuse(Refusal::WrongPlace { letter: class.letter, place: act.place });
    }
    let Season { starts_on, ends_on, .. } = act.season;
    if act.channel == Channel::Counted && is_out_of_season(class, act) {
        return Verdict::Refuse(Refusal::OutOfSeason { day: act.day, from: starts_on, until: ends_on });
    }
    // A slow clock must not make a good coupon too early; a day written by a person is that day.
    let began_by = if act.channel == Channel::Counted { act.day } else { act.day.max(act.arrived_on) };
    match (class.starts_on, class.expires_on) {
        (Some(from), _) if began_by < from => Verdict::Refuse(Refusal::TooEarly { from }),
        (_, Some(last)) if act.day > last => Verdict::Refuse(Refusal::ExpiredCoupon { on: Some(last) }),
        _ => Verdict::Accept,
    }
}

/// A day that a person wrote must be one of the season, unless the class's own dates go further. A sold coupon
/// has no last day.
fn is_out_of_season(class: &Class, act: Act<'_>) -> bool {
    let early = act.day < act.season.starts_on && class.starts_on.is_none_or(|first| act.day < first);
    let late = act.day > act.season.ends_on && class.expires_on.is_none_or(|last| act.day > last);
    early || (late && class.funding == Funding::Granted)
}

/// The redemption that spent a coupon, with its market day when the pile was counted afterwards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spent {
    /// The redemption.
    pub redemption: Redemption,
    /// The day a person wrote; nobody wrote an hour.
    pub day: Option<Date>,
}

impl Spent {
    pub(super) fn of(book: &Book, redemption: Redemption) -> Self {
        let day = (redemption.channel == Channel::Counted).then(|| book.day_of(redemption.claimed_at));
        Self { redemption, day }
    }

    fn refusal(&self) -> Refusal {
        let Redemption { recorded_at, place, vendor, .. } = self.redemption;
        Refusal::AlreadyRedeemed { at: recorded_at, day: self.day, place, vendor }
    }
}
