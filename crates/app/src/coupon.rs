//! One coupon: its whole story for those who run the programme, and what anybody may know of it.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::{App, Error};
use domain::code::{Code, CodeError};
use domain::coupon::{Class, Coupon, State};
use domain::dispute::Dispute;
use domain::ids::{Actor, CouponId};
use domain::programme::{Book, Place};
use domain::redemption::Redemption;
use domain::refusal::Refusal;
use domain::signed_code::SignedCode;
use std::sync::Arc;
use store::MovementRow;

/// A coupon's whole story.
pub struct Story {
    /// The coupon.
    pub coupon: Coupon,
    /// Its class.
    pub class: Class,
    /// Where it went, in order.
    pub movements: Vec<MovementRow>,
    /// Where it was spent.
    pub redemption: Option<Redemption>,
    /// What was disputed.
    pub disputes: Vec<Dispute>,
    /// The programme.
    pub book: Arc<Book>,
}

/// Finds a coupon by its code, typed or scanned, or by its inventory number (`12-00345`).
pub fn find(cx: &mut Cx<'_, '_>, text: &str) -> Result<Coupon, Error> {
    let id = if let Some(id) = inventory_number(text) {
        Some(id)
    } else {
        let code = code_of(cx, text)?;
        let hash = cx.app.keys_of(cx.programme)?.hash(code);
        cx.tx.coupons_by_code(cx.programme, &[hash])?.pop().flatten()
    };
    let id = id.ok_or(Refusal::UnknownCode)?;
    cx.tx.coupon(cx.programme, id)?.ok_or_else(|| Refusal::UnknownCode.into())
}

pub(crate) fn inventory_number(text: &str) -> Option<CouponId> {
    let (batch, number) = text.trim().split_once('-')?;
    if number.len() < 5
        || !number.bytes().all(|b| b.is_ascii_digit())
        || !batch.bytes().all(|b| b.is_ascii_digit())
        || batch.len() == 5
    {
        return None;
    }
    let number = number.parse().ok().filter(|n| (1..=domain::ids::MAX_BATCH).contains(n))?;
    Some(CouponId::new(domain::ids::BatchId(batch.parse().ok()?), number))
}

pub(crate) fn code_of(cx: &Cx<'_, '_>, text: &str) -> Result<Code, Refusal> {
    if SignedCode::looks_like(text) {
        let signed = SignedCode::parse(text).map_err(|_| Refusal::BadSignature)?;
        return if signed.fields.programme == cx.programme { Ok(signed.fields.code) } else { Err(Refusal::OtherProgramme) };
    }
    Code::parse(text).map_err(|error| match error {
        CodeError::NotASymbol { position, found } => Refusal::BadSymbol { position, found: found.to_string() },
        CodeError::WrongLength { found } => Refusal::BadLength { found },
        CodeError::WrongCheck => Refusal::MistypedCode { position: None },
    })
}

/// Tells a coupon's whole story.
pub fn story(cx: &mut Cx<'_, '_>, actor: Actor, text: &str) -> Result<Story, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    let coupon = find(cx, text)?;
    let class = book.class(coupon.class).cloned().ok_or_else(|| Refusal::UnknownClass { class: coupon.class.to_string() })?;
    let redemption = if coupon.state == State::Redeemed { cx.tx.redemption(cx.programme, coupon.moved_seq)? } else { None };
    Ok(Story {
        movements: cx.tx.movements_of(cx.programme, coupon.id)?,
        disputes: cx.tx.disputes_of(cx.programme, coupon.id)?,
        redemption,
        coupon,
        class,
        book,
    })
}

/// What the page behind the QR may say: whether it is good, and where to spend it. Never who holds it,
/// where it was handed out, or where it was spent.
pub struct PublicCoupon {
    /// The programme.
    pub book: Arc<Book>,
    /// The class, when the coupon is known.
    pub class: Option<Class>,
    /// What may be said of it.
    pub standing: PublicStanding,
    /// Where it is, for a market's desk. Not for the page behind the QR: whoever reads that may be anybody.
    pub state: Option<State>,
    /// Public places of the programme.
    pub places: Vec<Place>,
}

/// What may be said of a coupon to anybody who holds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PublicStanding {
    /// It can be spent.
    Good,
    /// It can be spent from a later day on.
    NotYet,
    /// It was spent.
    Spent,
    /// Its last day has passed.
    Ended,
    /// It cannot be spent: ask the programme.
    NotGood,
    /// The programme has no such coupon.
    Unknown,
}

impl PublicStanding {
    /// The stable name used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::NotYet => "not-yet",
            Self::Spent => "spent",
            Self::Ended => "ended",
            Self::NotGood => "not-good",
            Self::Unknown => "unknown",
        }
    }
}

/// Codes that are no coupon, from one address in ten minutes. A library or a telephone network is one address.
const WRONG_FROM_ONE: u32 = 60;
/// The same from everywhere, for one programme. Against 45 bits of code, a guess would succeed once in centuries.
const WRONG_FROM_ALL: u32 = 3_000;

impl App {
    /// What the page behind a coupon's QR says to somebody at an address, within the limits on guessing; nothing
    /// when no programme has it. A signed code names its programme; a short one is looked for in each.
    pub async fn public_coupon(&self, text: &str, from: &str) -> Result<Option<PublicCoupon>, Error> {
        let mut books = self.programmes().await?;
        let signed = SignedCode::parse(text).ok();
        if let Some(signed) = &signed {
            books.retain(|book| book.identity.id == signed.fields.programme);
        }
        // What we signed ourselves cannot be guessed: it is answered whatever others try.
        let genuine = match (&signed, books.as_slice()) {
            (Some(signed), [book]) => self.keys_of(book.identity.id)?.verify(signed, book.key_slot()),
            _ => false,
        };
        let one = format!("public/{from}");
        let all: Vec<String> = books.iter().map(|book| format!("public-of/{}", book.identity.id)).collect();
        if !genuine {
            self.throttle.check(&one, WRONG_FROM_ONE, self.now())?;
            all.iter().try_for_each(|key| self.throttle.check(key, WRONG_FROM_ALL, self.now()))?;
        }
        let mut shown = None;
        for book in &books {
            let asked = text.to_owned();
            let found = self.look(book.identity.id, move |cx| public(cx, &asked)).await?;
            if found.standing != PublicStanding::Unknown {
                return Ok(Some(found));
            }
            // A page about one programme says which; one about several cannot.
            shown = (books.len() == 1).then_some(found);
        }
        if !genuine {
            self.throttle.count(&one, 1, self.now());
            for key in &all {
                self.throttle.count(key, 1, self.now());
            }
        }
        Ok(shown)
    }
}

/// What the page behind a coupon's QR says.
pub fn public(cx: &mut Cx<'_, '_>, text: &str) -> Result<PublicCoupon, Error> {
    let book = cx.book()?;
    let today = book.day_of(cx.now());
    let places = book.places.iter().filter(|p| p.public).cloned().collect();
    let coupon = match find(cx, text) {
        Ok(coupon) => coupon,
        Err(Error::Refused(_)) => {
            return Ok(PublicCoupon { book, class: None, standing: PublicStanding::Unknown, state: None, places });
        }
        Err(fault) => return Err(fault),
    };
    let class = book.class(coupon.class).cloned();
    let starts = class.as_ref().and_then(|c| c.starts_on);
    let ends = class.as_ref().and_then(|c| c.expires_on);
    let standing = match coupon.state {
        State::Redeemed => PublicStanding::Spent,
        State::Expired => PublicStanding::Ended,
        State::WithPartner | State::HandedOut if ends.is_some_and(|d| d < today) => PublicStanding::Ended,
        State::WithPartner | State::HandedOut if starts.is_some_and(|d| d > today) => PublicStanding::NotYet,
        State::WithPartner | State::HandedOut => PublicStanding::Good,
        _ => PublicStanding::NotGood,
    };
    Ok(PublicCoupon { book, class, standing, state: Some(coupon.state), places })
}
