//! Batches: coupons issued, listed and printed.

use crate::command::{Answer, Aside, Cx, Request};
use crate::keys::{CodeHash, Keys};
use crate::permit::{Action, ask};
use crate::progress::Progress;
use crate::world::{App, Error};
use domain::batch_void::BatchVoid;
use domain::chain::hex;
use domain::command::{Command, Outcome};
use domain::coupon::{Batch, Class};
use domain::ids::{Actor, BatchId, ClassId, CouponId, ProgrammeId};
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::signed_code::Fields;
use sha2::{Digest, Sha256};
use std::sync::{Arc, PoisonError};
use store::{Fault, NewCodes};

/// How often a new salt is tried when two codes of a batch, or of two batches, happen to be the same.
const TRIES: u32 = 20;

impl App {
    /// A programme's keys.
    pub fn keys_of(&self, programme: ProgrammeId) -> Result<Keys, Error> {
        let ring = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        ring.of(programme)
            .cloned()
            .ok_or_else(|| Fault::Other(format!("the secret of {programme} is not in this machine's key file")).into())
    }
}

impl App {
    /// How many coupons a batch's booklets have.
    pub async fn booklet_size(&self, programme: ProgrammeId, batch: BatchId) -> Result<u32, Error> {
        self.look(programme, move |cx| {
            let found = cx.tx.batches(programme)?.into_iter().find(|b| b.id == batch);
            Ok(found.ok_or(Refusal::UnknownBatch { batch: batch.0.to_string() })?.booklet)
        })
        .await
    }
}

/// Issues a batch. The codes are derived here and only their hashes are stored.
pub fn issue(cx: &mut Cx<'_, '_>, request: Request, class: ClassId, count: u32, booklet: u32) -> Result<BatchId, Error> {
    let keys = cx.app.keys_of(cx.programme)?;
    if count == 0 || count > domain::ids::MAX_BATCH {
        // The engine says why, before any code is derived.
        let command = Command::IssueBatch { class, count, booklet, codes_digest: String::new() };
        cx.run(request, command)?;
        return Err(Fault::Inconsistent("an impossible batch was issued".to_owned()).into());
    }
    for turn in 0..TRIES {
        let salt = salt(&keys, request, turn);
        let hashes: Vec<CodeHash> = (1..=count).map(|n| keys.hash(keys.code(&salt, n))).collect();
        if has_repeats(&hashes) || (turn_is_new(cx, request)? && any_known(cx, &hashes)?) {
            continue;
        }
        let codes_digest = digest(&hashes);
        let command = Command::IssueBatch { class, count, booklet, codes_digest };
        let aside = Aside { codes: Some(NewCodes { salt, hashes }), ..Aside::default() };
        return match cx.run_with(request, command, aside)?.outcome {
            Outcome::Issued { batch } => Ok(batch),
            other => Err(Fault::Inconsistent(format!("{other:?}")).into()),
        };
    }
    Err(Fault::Busy("no salt gave distinct codes".to_owned()).into())
}

/// The salt: derived from the request, so that the same request sent again asks for the same codes and
/// is recognised.
fn salt(keys: &Keys, request: Request, turn: u32) -> [u8; 16] {
    let parts = [request.id.as_bytes().as_slice(), keys.public_key(0).as_bytes(), &turn.to_be_bytes()].concat();
    let mut salt = [0; 16];
    salt.copy_from_slice(&Sha256::digest(parts)[..16]);
    salt
}

fn has_repeats(hashes: &[CodeHash]) -> bool {
    let mut sorted = hashes.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).any(|pair| pair[0] == pair[1])
}

/// Whether this request was never answered: one that was finds its own codes in the database.
fn turn_is_new(cx: &mut Cx<'_, '_>, request: Request) -> Result<bool, Error> {
    Ok(cx.tx.answered(cx.programme, request.id)?.is_none())
}

fn any_known(cx: &mut Cx<'_, '_>, hashes: &[CodeHash]) -> Result<bool, Error> {
    Ok(cx.tx.coupons_by_code(cx.programme, hashes)?.iter().any(Option::is_some))
}

/// SHA-256 over the code hashes in order.
pub(crate) fn digest(hashes: &[CodeHash]) -> String {
    let mut hasher = Sha256::new();
    for hash in hashes {
        hasher.update(hash);
    }
    hex(&hasher.finalize())
}

/// A batch with everything needed to print it.
pub struct Printable {
    /// The batch.
    pub batch: Batch,
    /// Its class.
    pub class: Class,
    /// The programme.
    pub book: Arc<Book>,
    keys: Keys,
    salt: Vec<u8>,
    /// Whoever waits for the paper.
    pub(crate) progress: Arc<Progress>,
}

/// One coupon as printed.
pub struct PrintedCoupon {
    /// Inventory number.
    pub id: CouponId,
    /// Human code.
    pub code: String,
    /// Text of the QR.
    pub url: String,
}

impl Printable {
    /// The `index`-th coupon, from 0.
    pub fn coupon(&self, index: u32) -> Result<PrintedCoupon, Error> {
        let number = index + 1;
        let code = self.keys.code(&self.salt, number);
        let fields = Fields {
            key_slot: self.batch.key_slot,
            programme: self.book.identity.id,
            class: self.class.id,
            face_minor: u32::try_from(self.class.face.minor).map_err(|e| Fault::Inconsistent(e.to_string()))?,
            expires_on: self.class.expires_on,
            code,
        };
        let signed = self.keys.sign(fields).map_err(|e| Fault::Other(e.to_string()))?;
        let url = signed.to_url(&self.book.identity.host).map_err(|e| Fault::Other(e.to_string()))?;
        Ok(PrintedCoupon { id: CouponId::new(self.batch.id, number), code: code.to_string(), url })
    }

    /// The human code of the `index`-th coupon, from 0, without the cost of a signature.
    pub fn code(&self, index: u32) -> String {
        self.keys.code(&self.salt, index + 1).to_string()
    }
}

/// A batch to print. Whoever prints holds the coupons: only those who run the season may.
pub fn printable(cx: &mut Cx<'_, '_>, actor: Actor, id: BatchId) -> Result<Printable, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::RunSeason)?;
    let (batch, salt) =
        cx.tx.batch_with_salt(cx.programme, id)?.ok_or_else(|| Refusal::UnknownBatch { batch: id.0.to_string() })?;
    let class = book.class(batch.class).cloned().ok_or_else(|| Refusal::UnknownClass { class: batch.class.to_string() })?;
    let (keys, progress) = (cx.app.keys_of(cx.programme)?, cx.app.progress.clone());
    Ok(Printable { batch, class, book, keys, salt, progress })
}

/// A programme's batches.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Batch>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    Ok(cx.tx.batches(cx.programme)?)
}

/// Asks to cancel a whole batch: nothing changes until another person confirms.
pub fn ask_void(cx: &mut Cx<'_, '_>, request: Request, batch: BatchId, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::AskBatchVoid { batch, reason: reason.to_owned() })
}

/// Confirms that a batch is cancelled.
pub fn confirm_void(cx: &mut Cx<'_, '_>, request: Request, batch: BatchId) -> Result<Answer, Error> {
    cx.run(request, Command::ConfirmBatchVoid { batch })
}

/// Gives up cancelling a batch.
pub fn drop_void(cx: &mut Cx<'_, '_>, request: Request, batch: BatchId) -> Result<Answer, Error> {
    cx.run(request, Command::DropBatchVoid { batch })
}

/// Batches that wait for a second person to cancel them.
pub fn voids_asked(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<BatchVoid>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    Ok(cx.tx.batch_voids(cx.programme)?)
}
