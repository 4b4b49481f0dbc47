//! Counting coupons in: from typed codes, scanned QR, pasted lists or a phone's outbox.

use crate::command::{Cx, Request};
use crate::world::Error;
use domain::amount::Amount;
use domain::code::{Code, CodeError};
use domain::command::{Command, Outcome};
use domain::ids::{Actor, CouponId, PlaceId, VendorId};
use domain::redemption::{Channel, MAX_COUPONS, Redeem, Redeemed};
use domain::refusal::Refusal;
use domain::signed_code::SignedCode;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

/// Wrong codes one person may try in ten minutes.
const WRONG_BY_PERSON: u32 = 200;
/// Wrong codes tried on one device in ten minutes, whoever holds it.
const WRONG_ON_DEVICE: u32 = 100;

/// Coupons brought in.
#[derive(Clone, Debug)]
pub struct CountIn {
    /// For whom.
    pub vendor: VendorId,
    /// Where they were accepted.
    pub place: PlaceId,
    /// How.
    pub channel: Channel,
    /// Codes as typed or scanned.
    pub codes: Vec<String>,
}

/// The answer about one code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CodeAnswer {
    /// The coupon, when the code is one.
    pub coupon: Option<CouponId>,
    /// Accepted or not.
    pub accepted: bool,
    /// What is owed for it.
    pub amount: Option<Amount>,
    /// Why not.
    pub refusal: Option<Refusal>,
}

/// The answer to a count-in: one for each code, in order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CountInAnswer {
    /// One a code.
    pub codes: Vec<CodeAnswer>,
    /// How many were accepted.
    pub accepted: u64,
    /// What is owed for them, by unit.
    pub amounts: Vec<Amount>,
    /// The same request had been answered before; nothing changed.
    pub replayed: bool,
    /// The device's clock is off by more than a day, seconds.
    pub clock_skew_seconds: Option<i64>,
}

impl CountInAnswer {
    /// Whether every code was accepted, or all this was answered before.
    fn is_good(&self) -> bool {
        self.replayed || self.codes.iter().all(|code| code.accepted)
    }
}

pub use exchange::redemption_lines::{Item, LineProblem};

/// What a text turned out to be.
enum Read {
    Code(Code),
    Wrong(Refusal),
}

/// A list of codes as typed, scanned, pasted or sent: one item a code, with its line.
pub fn read_list(bytes: &[u8]) -> Vec<Item> {
    exchange::redemption_lines::read(bytes)
}

/// What was asked for in each line, or why a line could not be read.
pub type Asked = Result<(Request, CountIn), Refusal>;

/// The answers to many lines, in order, and whether they were kept.
#[derive(Clone, Debug)]
pub struct Counted {
    /// One a line.
    pub lines: Vec<Result<CountInAnswer, Refusal>>,
    /// Whether the good ones were counted.
    pub kept: bool,
}

impl Counted {
    /// The answer to the only line.
    pub fn only(mut self) -> Result<(CountInAnswer, bool), Error> {
        let answer = self.lines.pop().unwrap_or(Err(Refusal::Nothing))?;
        Ok((answer, self.kept))
    }
}

/// Counts many lines in, each under a request of its own. With `only_if_all`, one bad line or one bad coupon
/// keeps all of them out, and the answers say which. What was answered before stays as it was answered.
pub fn count_all(cx: &mut Cx<'_, '_>, asked: &[Asked], only_if_all: bool) -> Result<Counted, Error> {
    cx.undoable(|cx| {
        let mut lines = Vec::with_capacity(asked.len());
        for line in asked {
            let answer = match line {
                Ok((request, count)) => count_in(cx, *request, count),
                Err(refusal) => Err(refusal.clone().into()),
            };
            lines.push(match answer {
                Ok(answer) => Ok(answer),
                Err(Error::Refused(refusal)) => Err(refusal),
                Err(fault) => return Err(fault),
            });
        }
        let kept = !only_if_all || lines.iter().all(|line| line.as_ref().is_ok_and(CountInAnswer::is_good));
        Ok((Counted { lines, kept }, kept))
    })
}

/// Codes read and looked up.
struct Presented {
    read: Vec<Read>,
    found: Vec<Option<CouponId>>,
    unknown: Vec<String>,
}

impl Presented {
    fn body(&self, count: &CountIn) -> Redeem {
        Redeem {
            vendor: count.vendor,
            place: count.place,
            channel: count.channel,
            coupons: self.found.iter().flatten().copied().collect(),
            unknown: self.unknown.clone(),
        }
    }
}

/// Reads and looks up codes, within the limits on guessing.
fn present(cx: &mut Cx<'_, '_>, request: Request, count: &CountIn) -> Result<Presented, Error> {
    if count.codes.len() as u64 > MAX_COUPONS {
        return Err(Refusal::TooMany { limit: MAX_COUPONS }.into());
    }
    if count.codes.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let limits = limits(request.actor, request.device);
    let now = cx.now();
    // Sending again what was answered is no guess: a phone does it until it hears the answer.
    if let Some(refusal) = limits.iter().find_map(|(key, limit)| cx.app.throttle.check(key, *limit, now).err())
        && cx.tx.answered(cx.programme, request.id)?.is_none()
    {
        return Err(refusal.into());
    }
    let keys = cx.app.keys_of(cx.programme)?;
    let read: Vec<Read> = count.codes.iter().map(|text| read(cx, &keys, text)).collect::<Result<_, _>>()?;
    let hashes: Vec<_> =
        read.iter().filter_map(|r| if let Read::Code(code) = r { Some(keys.hash(*code)) } else { None }).collect();
    let found = cx.tx.coupons_by_code(cx.programme, &hashes)?;
    let unknown: Vec<String> =
        found.iter().zip(&hashes).filter(|(id, _)| id.is_none()).map(|(_, hash)| domain::chain::hex(hash)).collect();
    let wrong = read.len() - found.iter().flatten().count();
    if wrong > 0 && cx.tx.answered(cx.programme, request.id)?.is_none() {
        let wrong = u32::try_from(wrong).unwrap_or(u32::MAX);
        for (key, _) in &limits {
            cx.app.throttle.count(key, wrong, now);
        }
    }
    Ok(Presented { read, found, unknown })
}

/// Counts coupons in. Every code gets its answer; the good ones are spent whatever the others are.
pub fn count_in(cx: &mut Cx<'_, '_>, request: Request, count: &CountIn) -> Result<CountInAnswer, Error> {
    let presented = present(cx, request, count)?;
    let body = presented.body(count);
    let (redeemed, replayed) = if body.coupons.is_empty() && body.unknown.is_empty() {
        (Redeemed::default(), false)
    } else {
        let answer = cx.run(request, Command::Redeem(body))?;
        match answer.outcome {
            Outcome::Redeemed(redeemed) => (redeemed, answer.replayed),
            other => return Err(store::Fault::Inconsistent(format!("{other:?}")).into()),
        }
    };
    let amounts = faces(cx, &redeemed)?;
    Ok(assemble(&presented, redeemed, replayed, &amounts))
}

/// Whose tries are counted, and how many wrong ones they have.
pub(crate) fn limits(actor: Actor, device: Option<Uuid>) -> Vec<(String, u32)> {
    let Actor::Person(person) = actor else { return Vec::new() };
    let device = device.map(|device| (format!("code-on/{device}"), WRONG_ON_DEVICE));
    std::iter::once((format!("code/{person}"), WRONG_BY_PERSON)).chain(device).collect()
}

/// Reads one code. A scanned one that the database does not know is checked by its signature, to say
/// whether it was altered or belongs elsewhere.
fn read(cx: &mut Cx<'_, '_>, keys: &crate::keys::Keys, text: &str) -> Result<Read, Error> {
    if SignedCode::looks_like(text) {
        return Ok(match SignedCode::parse(text) {
            Ok(signed) if signed.fields.programme != cx.programme => Read::Wrong(Refusal::OtherProgramme),
            Ok(signed) => Read::Code(signed.fields.code),
            Err(_) => Read::Wrong(Refusal::BadSignature),
        });
    }
    Ok(match Code::parse(text) {
        Ok(code) => Read::Code(code),
        Err(CodeError::NotASymbol { position, found }) => Read::Wrong(Refusal::BadSymbol { position, found: found.to_string() }),
        Err(CodeError::WrongLength { found }) => Read::Wrong(Refusal::BadLength { found }),
        Err(CodeError::WrongCheck) => Read::Wrong(Refusal::MistypedCode { position: suspect(cx, keys, text)? }),
    })
}

/// The symbol that looks wrong: the only one whose correction gives a coupon of this programme.
fn suspect(cx: &mut Cx<'_, '_>, keys: &crate::keys::Keys, text: &str) -> Result<Option<usize>, Error> {
    let suspects = Code::suspects(text);
    let hashes: Vec<_> = suspects.iter().map(|(_, code)| keys.hash(*code)).collect();
    let known = cx.tx.coupons_by_code(cx.programme, &hashes)?;
    let mut positions: Vec<usize> = suspects.iter().zip(known).filter(|(_, id)| id.is_some()).map(|((at, _), _)| *at).collect();
    positions.dedup();
    Ok(match positions.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

/// What each accepted coupon is worth, by batch: all coupons of a batch have one face.
fn faces(cx: &mut Cx<'_, '_>, redeemed: &Redeemed) -> Result<BTreeMap<u32, Amount>, Error> {
    if redeemed.accepted.is_empty() {
        return Ok(BTreeMap::new());
    }
    let book = cx.book()?;
    let batches = cx.tx.batches(cx.programme)?;
    Ok(batches.iter().filter_map(|b| book.class(b.class).map(|c| (b.id.0, c.face))).collect())
}

fn assemble(presented: &Presented, redeemed: Redeemed, replayed: bool, faces: &BTreeMap<u32, Amount>) -> CountInAnswer {
    let refusals: BTreeMap<CouponId, Refusal> = redeemed.refused.into_iter().collect();
    let mut seen = HashSet::new();
    let mut found = presented.found.iter();
    let no = |coupon, refusal| CodeAnswer { coupon, accepted: false, amount: None, refusal: Some(refusal) };
    let codes = presented
        .read
        .iter()
        .map(|code| match code {
            Read::Wrong(refusal) => no(None, refusal.clone()),
            Read::Code(_) => match found.next().copied().flatten() {
                None => no(None, Refusal::UnknownCode),
                Some(id) if !seen.insert(id) => no(Some(id), Refusal::Repeated),
                Some(id) => match refusals.get(&id) {
                    Some(refusal) => no(Some(id), refusal.clone()),
                    None => {
                        CodeAnswer { coupon: Some(id), accepted: true, amount: faces.get(&id.batch().0).copied(), refusal: None }
                    }
                },
            },
        })
        .collect();
    CountInAnswer {
        codes,
        accepted: redeemed.accepted.len(),
        amounts: redeemed.amounts,
        replayed,
        clock_skew_seconds: redeemed.clock_skew_seconds,
    }
}
