//! A market's own hub: a computer on the market's network that decides in one order which phone has a coupon, and
//! carries what phones signed to the platform. Nobody has to believe it: it changes nothing of what it carries, neither
//! on the way there nor on the way back.

use crate::phone::{Signed, is_signed_by, request_text, short_hash};
use crate::world::{Error, Surroundings};
use domain::code::Code;
use domain::coupon::State;
use domain::ids::{PlaceId, ProgrammeId};
use domain::phone::{GONE_BYTES, Lists, No, Peer, Standing};
use domain::refusal::Refusal;
use domain::signed_code::SignedCode;
use jiff::{SignedDuration, Timestamp};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use store::{Claim, Fault, HubFile, Mark};
pub use store::{Envelope, Returned};
use uuid::Uuid;

/// How long a coupon is held for the phone that asked about it.
pub const HOLD: SignedDuration = SignedDuration::from_mins(10);
/// After how long an envelope that the platform would not take is tried again.
const AGAIN: SignedDuration = SignedDuration::from_mins(10);
/// The key's file, in the hub's folder.
const KEY_FILE: &str = "hub.key";

/// What a hub is: a device of a programme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Me {
    /// The platform's address, such as `https://cabas.example.ca`.
    pub origin: String,
    /// The programme's short name.
    pub programme: String,
    /// The device.
    pub device: Uuid,
}

/// The lists, ready to be asked.
struct Known {
    lists: Lists,
    gone: HashMap<[u8; GONE_BYTES], State>,
}

impl Known {
    fn read(text: &str) -> Option<Self> {
        let lists: Lists = serde_json::from_str(text).ok()?;
        let mut gone = HashMap::new();
        for (state, table) in &lists.gone {
            let table = crate::passkey::decode(table)?;
            gone.extend(
                table.chunks_exact(GONE_BYTES).filter_map(|hash| Some((<[u8; GONE_BYTES]>::try_from(hash).ok()?, *state))),
            );
        }
        Some(Self { lists, gone })
    }
}

/// How a hub is doing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HubState {
    /// The places it serves.
    pub places: Vec<String>,
    /// Phones it knows.
    pub phones: usize,
    /// When its lists were made.
    pub lists_of: Option<Timestamp>,
    /// The programme's time zone.
    pub zone: String,
    /// Envelopes that wait for the platform.
    pub waiting: u64,
    /// Envelopes that it answered.
    pub answered: u64,
}

/// A hub, open.
pub struct Hub {
    me: Me,
    key: EcdsaKeyPair,
    file: Mutex<HubFile>,
    known: RwLock<Option<Arc<Known>>>,
    surroundings: Surroundings,
}

/// The file of a hub's folder.
fn open_file(folder: &Path) -> Result<HubFile, Fault> {
    std::fs::create_dir_all(folder).map_err(|e| Fault::Away(format!("{}: {e}", folder.display())))?;
    HubFile::open(&folder.join("hub.sqlite"))
}

fn away(path: &Path, error: &impl ToString) -> Error {
    Fault::Away(format!("{}: {}", path.display(), error.to_string())).into()
}

/// The hub's own key, made when there is none: kept before it is sent, so that a hub that dies in between tries again
/// with the same one. Answers its public half, uncompressed SEC1 bytes.
pub fn make_key(folder: &Path) -> Result<Vec<u8>, Error> {
    let path = folder.join(KEY_FILE);
    if !path.exists() {
        std::fs::create_dir_all(folder).map_err(|e| away(folder, &e))?;
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
        let pkcs8 = pkcs8.map_err(|e| away(&path, &e))?;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let draft = path.with_extension("new");
        let _ = std::fs::remove_file(&draft);
        let mut out = options.open(&draft).map_err(|e| away(&draft, &e))?;
        out.write_all(pkcs8.as_ref()).and_then(|()| out.sync_all()).map_err(|e| away(&draft, &e))?;
        std::fs::rename(&draft, &path).map_err(|e| away(&path, &e))?;
    }
    Ok(read_key(folder)?.public_key().as_ref().to_vec())
}

fn read_key(folder: &Path) -> Result<EcdsaKeyPair, Error> {
    let path = folder.join(KEY_FILE);
    let bytes = std::fs::read(&path).map_err(|e| away(&path, &e))?;
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &bytes, &SystemRandom::new()).map_err(|e| away(&path, &e))
}

/// Writes down what a hub became when it followed its link.
pub fn enrolled(folder: &Path, me: &Me) -> Result<(), Error> {
    let device = me.device.to_string();
    let facts = [("origin", me.origin.as_str()), ("programme", &me.programme), ("device", &device)];
    Ok(open_file(folder)?.set_facts(&facts)?)
}

/// How a coupon is named in the hub's file.
fn mark(programme: ProgrammeId, code: Code) -> Mark {
    let digest = Sha256::new()
        .chain_update(b"cabas-hub-v1")
        .chain_update(programme.0.to_be_bytes())
        .chain_update(code.bits().to_be_bytes())
        .finalize();
    let mut mark = [0; 16];
    mark.copy_from_slice(&digest[..16]);
    mark
}

/// The code of a text, typed or scanned.
fn read_code(programme: ProgrammeId, text: &str) -> Result<Code, No> {
    if SignedCode::looks_like(text) {
        let signed = SignedCode::parse(text).map_err(|_| No::BadSignature)?;
        return if signed.fields.programme == programme { Ok(signed.fields.code) } else { Err(No::OtherProgramme) };
    }
    Code::parse(text).map_err(|_| No::UnknownCode)
}

impl Hub {
    /// Opens the hub of a folder; nothing when there is none.
    pub fn open(folder: &Path, surroundings: Surroundings) -> Result<Option<Self>, Error> {
        if !folder.join("hub.sqlite").exists() {
            return Ok(None);
        }
        let file = open_file(folder)?;
        let (Some(origin), Some(programme), Some(device)) = (file.fact("origin")?, file.fact("programme")?, file.fact("device")?)
        else {
            return Ok(None);
        };
        let device = Uuid::parse_str(&device).map_err(|e| Fault::Inconsistent(e.to_string()))?;
        let known = file.fact("lists")?.as_deref().and_then(Known::read).map(Arc::new);
        let key = read_key(folder)?;
        let me = Me { origin, programme, device };
        Ok(Some(Self { me, key, file: Mutex::new(file), known: RwLock::new(known), surroundings }))
    }

    /// What it is.
    pub fn me(&self) -> &Me {
        &self.me
    }

    /// Now, by this computer's clock.
    pub fn now(&self) -> Timestamp {
        self.surroundings.now()
    }

    fn file(&self) -> MutexGuard<'_, HubFile> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self) -> Option<Arc<Known>> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The `Authorization` header of a request of the hub's own.
    pub fn authorization(&self, method: &str, path: &str, body: &[u8]) -> Result<String, Error> {
        let signature = self.key.sign(&SystemRandom::new(), &request_text(method, path, body));
        let signature = signature.map_err(|e| Fault::Other(e.to_string()))?;
        Ok(format!("Cabas-Device {} {} {}", self.me.programme, self.me.device, crate::passkey::encode(signature.as_ref())))
    }

    /// Takes lists that the platform gave.
    pub fn learn(&self, lists: &str) -> Result<(), Error> {
        let known = Known::read(lists).ok_or_else(|| Fault::Other("lists that cannot be read".to_owned()))?;
        self.file().set_facts(&[("lists", lists)])?;
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(known));
        Ok(())
    }

    /// The phone that signed a request: one that accepts coupons where this hub stands.
    pub fn phone(&self, programme: &str, signed: &Signed) -> Result<Peer, Refusal> {
        let known = self.known().filter(|_| programme == self.me.programme).ok_or(Refusal::UnknownDevice)?;
        let peer = known.lists.peers.iter().find(|peer| peer.id == signed.device).ok_or(Refusal::UnknownDevice)?;
        let key = crate::passkey::decode(&peer.public).ok_or(Refusal::UnknownDevice)?;
        if is_signed_by(&key, signed) { Ok(peer.clone()) } else { Err(Refusal::UnknownDevice) }
    }

    /// Says of each coupon whether it is free, and then holds it for the phone that asks; gives up those that it no
    /// longer wants. Another place's coupons are another hub's.
    pub fn check(&self, phone: &Peer, place: PlaceId, codes: &[String], dropped: &[String]) -> Result<Vec<Standing>, Error> {
        if codes.len().max(dropped.len()) > crate::phone::MAX_CODES {
            return Err(Refusal::TooMany { limit: crate::phone::MAX_CODES as u64 }.into());
        }
        let known = self.known().ok_or(Refusal::UnknownDevice)?;
        if !known.lists.places.iter().any(|p| p.id == place) || phone.place.is_some_and(|own| own != place) {
            return Err(Refusal::NotPermitted.into());
        }
        let programme = known.lists.programme;
        let judged: Vec<Result<Mark, No>> = codes
            .iter()
            .map(|text| {
                let code = read_code(programme, text)?;
                match known.gone.get(&short_hash(programme, code)) {
                    Some(state) => Err(No::of_dead(*state, None)),
                    None => Ok(mark(programme, code)),
                }
            })
            .collect();
        let wanted: Vec<Mark> = judged.iter().flatten().copied().collect();
        let dropped: Vec<Mark> =
            dropped.iter().flat_map(|text| read_code(programme, text)).map(|code| mark(programme, code)).collect();
        let now = self.now();
        let until = now.checked_add(HOLD).unwrap_or(Timestamp::MAX);
        let mut claims = self.file().hold(phone.id, &wanted, &dropped, now, until)?.into_iter();
        let standing = |judged| match judged {
            Err(no) => Standing::Gone { no },
            Ok(_) => match claims.next() {
                Some(Claim::Yours) => Standing::Free,
                Some(Claim::Held) => Standing::Held,
                Some(Claim::Taken) | None => Standing::Gone { no: No::AcceptedElsewhere },
            },
        };
        Ok(judged.into_iter().map(standing).collect())
    }

    /// Keeps payments to carry, exactly as the phone signed them, before anybody hears that they are kept; their coupons
    /// are this phone's from now on. Answers what the platform said of the same payments, once it has.
    pub fn take_in(&self, phone: &Peer, header: &str, body: &[u8], codes: &[String]) -> Result<Option<Returned>, Error> {
        let known = self.known().ok_or(Refusal::UnknownDevice)?;
        let programme = known.lists.programme;
        let marks: Vec<Mark> =
            codes.iter().flat_map(|text| read_code(programme, text)).map(|code| mark(programme, code)).collect();
        let now = self.now();
        Ok(self.file().keep(phone.id, &Sha256::digest(body).into(), (header, body), &marks, now)?)
    }

    /// What waits to be carried, the oldest first.
    pub fn waiting(&self, limit: usize) -> Result<Vec<Envelope>, Error> {
        let now = self.now();
        Ok(self.file().waiting(now, limit)?)
    }

    /// The platform answered an envelope for good.
    pub fn answered(&self, id: i64, returned: &Returned) -> Result<(), Error> {
        let now = self.now();
        Ok(self.file().answered(id, returned, now)?)
    }

    /// The platform would not take an envelope now: it is kept, and tried again.
    pub fn put_off(&self, id: i64) -> Result<(), Error> {
        let again = self.now().checked_add(AGAIN).unwrap_or(Timestamp::MAX);
        Ok(self.file().put_off(id, again)?)
    }

    /// How it is doing.
    pub fn state(&self) -> Result<HubState, Error> {
        let known = self.known();
        let (waiting, answered) = self.file().counts()?;
        let lists = known.as_ref().map(|known| &known.lists);
        Ok(HubState {
            places: lists.map_or_else(Vec::new, |lists| lists.places.iter().map(|p| p.name.clone()).collect()),
            phones: lists.map_or(0, |lists| lists.peers.len()),
            lists_of: lists.map(|lists| lists.made_at),
            zone: lists.map_or_else(String::new, |lists| lists.zone.clone()),
            waiting,
            answered,
        })
    }
}
