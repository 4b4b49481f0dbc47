//! A merchant whose payments are held: somebody called, an account looks wrong. One person holds, at once, because it
//! must be quick; two let go. What is owed stays owed and accepted coupons are accepted: only runs leave the merchant out.

use crate::command::Outcome;
use crate::ids::{Actor, VendorId};
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::Timestamp;

/// Most signs of a reason.
const LONGEST_TEXT: usize = 300;

/// Where a hold stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HoldState {
    /// Nothing is paid.
    Held,
    /// Somebody asked to let go; another person confirms.
    Asked,
    /// The next run pays again.
    Lifted,
}

impl HoldState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Held, Self::Asked, Self::Lifted];

    /// The stable name used in the database and in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Asked => "release_asked",
            Self::Lifted => "lifted",
        }
    }

    /// Reads [`Self::key`].
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// A merchant's payments held, and what came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaymentHold {
    /// The command that held them.
    pub seq: i64,
    /// Whose.
    pub vendor: VendorId,
    /// Why; told to those who pay, never to the merchant.
    pub reason: String,
    /// Who held them.
    pub held_by: Actor,
    /// When.
    pub held_at: Timestamp,
    /// Where it stands.
    pub state: HoldState,
    /// Who asked last to let go.
    pub asked_by: Option<Actor>,
    /// What they found.
    pub found: String,
    /// Who confirmed.
    pub lifted_by: Option<Actor>,
    /// When.
    pub lifted_at: Option<Timestamp>,
}

impl PaymentHold {
    /// Whether runs leave the merchant out.
    pub fn is_live(&self) -> bool {
        self.state != HoldState::Lifted
    }

    /// Whether a run prepared at an instant left the merchant out.
    pub fn was_live(&self, at: Timestamp) -> bool {
        self.held_at <= at && self.lifted_at.is_none_or(|lifted| at < lifted)
    }
}

fn short(text: &str) -> Result<(), Refusal> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(Refusal::TooLongText { limit: LONGEST_TEXT as u64 });
    }
    Ok(())
}

fn live<W: World>(world: &mut W, vendor: VendorId) -> Step<Option<PaymentHold>, W> {
    Ok(world.payment_holds()?.into_iter().find(|hold| hold.vendor == vendor && hold.is_live()))
}

/// Holds a merchant's payments.
pub(crate) fn hold<W: World>(
    world: &mut W,
    vendor: VendorId,
    reason: &str,
    (held_by, held_at): (Actor, Timestamp),
) -> Step<Outcome, W> {
    short(reason)?;
    world.book().vendor(vendor).ok_or(Refusal::UnknownVendor { vendor: vendor.to_string() })?;
    if live(world, vendor)?.is_some() {
        return Err(Refusal::PaymentsHeld { vendor }.into());
    }
    let seq = world.seq();
    let (state, reason) = (HoldState::Held, reason.to_owned());
    let (asked_by, found, lifted_by, lifted_at) = (None, String::new(), None, None);
    let hold = PaymentHold { seq, vendor, reason, held_by, held_at, state, asked_by, found, lifted_by, lifted_at };
    world.write_payment_hold(&hold)?;
    Ok(Outcome::Done)
}

/// The merchant's hold, in the state that the step begins from.
fn at<W: World>(world: &mut W, vendor: VendorId, state: HoldState) -> Step<PaymentHold, W> {
    let found = live(world, vendor)?.ok_or(Refusal::NotFound)?;
    if found.state != state {
        return Err(Refusal::WrongStep { state: found.state.key().to_owned() }.into());
    }
    Ok(found)
}

/// Asks to let go, with what was found. Nothing is paid until another person confirms.
pub(crate) fn ask_release<W: World>(world: &mut W, vendor: VendorId, found: &str, actor: Actor) -> Step<Outcome, W> {
    short(found)?;
    let hold = at(world, vendor, HoldState::Held)?;
    let found = found.to_owned();
    world.write_payment_hold(&PaymentHold { state: HoldState::Asked, asked_by: Some(actor), found, ..hold })?;
    Ok(Outcome::Done)
}

/// Lets go: the next run pays again.
pub(crate) fn release<W: World>(world: &mut W, vendor: VendorId, actor: Actor, now: Timestamp) -> Step<Outcome, W> {
    let hold = at(world, vendor, HoldState::Asked)?;
    if hold.asked_by == Some(actor) {
        return Err(Refusal::SecondPersonNeeded.into());
    }
    let (lifted_by, lifted_at) = (Some(actor), Some(now));
    world.write_payment_hold(&PaymentHold { state: HoldState::Lifted, lifted_by, lifted_at, ..hold })?;
    Ok(Outcome::Done)
}

/// Keeps the hold: whoever asked changed their mind, or the second person says no.
pub(crate) fn keep<W: World>(world: &mut W, vendor: VendorId) -> Step<Outcome, W> {
    let hold = at(world, vendor, HoldState::Asked)?;
    world.write_payment_hold(&PaymentHold { state: HoldState::Held, ..hold })?;
    Ok(Outcome::Done)
}

/// Merchants whom runs leave out.
pub(crate) fn held<W: World>(world: &mut W) -> Step<std::collections::BTreeSet<VendorId>, W> {
    Ok(world.payment_holds()?.into_iter().filter(PaymentHold::is_live).map(|hold| hold.vendor).collect())
}
