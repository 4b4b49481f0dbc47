//! Coupons counted from pictures: what was read, what was seen and not read, and where, for somebody to look at
//! before anything is counted. Nothing of a picture is kept.

use ::photo::file::{self, MOST_BYTES, MOST_PAGES, MOST_PIXELS, Unopened};
use ::photo::{Grey, Point};
use domain::amount::Amount;
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::signed_code::SignedCode;
use std::collections::{BTreeMap, HashSet};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// Bytes that one sending may have.
pub const MAX_BYTES: usize = MOST_BYTES;
/// Pictures looked at in one sending, pages included.
const MAX_PICTURES: usize = MOST_PAGES;
/// After so long, the pictures that are left are not looked at, and the answer says so.
const PATIENCE: Duration = Duration::from_mins(1);
/// The longest side of a picture that is shown again, pixels.
const SHOWN: usize = 1400;
const QUALITY: u8 = 60;

/// A file as it was sent.
pub struct Sent {
    /// Its name, for refusals.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What was read in the pictures of one pile.
#[derive(Default)]
pub struct Pile {
    /// One a photograph or a page.
    pub pictures: Vec<Picture>,
    /// The coupons that were read, each once: what their symbols say.
    pub codes: Vec<String>,
    /// Symbols that say what another one said already.
    pub repeats: u64,
    /// Symbols that are no coupon's.
    pub others: u64,
    /// Symbols that could not be read.
    pub unread: u32,
    /// Pictures that were not looked at, for lack of time.
    pub left: u64,
}

/// A picture to show again, small.
pub struct Picture {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// What was seen, where.
    pub marks: Vec<Mark>,
}

/// Something seen.
pub struct Mark {
    /// Its corners, in pixels of the picture that is shown.
    pub corners: [Point; 4],
    /// What it is.
    pub kind: Kind,
}

/// What was seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A coupon.
    Coupon,
    /// A coupon seen before.
    Again,
    /// Another symbol than a coupon's.
    Other,
    /// A symbol that could not be read, numbered from 1 in the whole pile.
    Unread {
        /// From 1.
        number: u32,
        /// What is around it, large enough to read a code.
        close: Vec<u8>,
    },
}

/// Reads pictures, one after the other. It takes seconds: not to be called where others wait.
pub fn read(sent: &[Sent]) -> Result<Pile, Refusal> {
    let started = Instant::now();
    let mut pile = Pile::default();
    let mut seen = HashSet::new();
    for file in sent {
        let before = pile.pictures.len();
        let mut each = |picture: Grey| {
            if started.elapsed() > PATIENCE || pile.pictures.len() >= MAX_PICTURES {
                return ControlFlow::Break(());
            }
            pile.add(&picture, &mut seen);
            ControlFlow::Continue(())
        };
        // A parser of other people's files may have a fault of its own: it is then a file that we cannot read.
        let opened =
            catch_unwind(AssertUnwindSafe(|| file::pictures(&file.bytes, &mut each))).unwrap_or(Err(Unopened::NotAPicture));
        let all = opened.map_err(|why| refusal(why, &file.name))?;
        pile.left += (all - (pile.pictures.len() - before).min(all)) as u64;
    }
    if pile.codes.is_empty() && pile.unread == 0 && pile.left == 0 {
        return Err(Refusal::NoCouponSeen);
    }
    Ok(pile)
}

fn refusal(why: Unopened, name: &str) -> Refusal {
    let file = name.to_owned();
    match why {
        Unopened::NotAPicture => Refusal::NotAPicture { file },
        Unopened::TooManyBytes => Refusal::FileTooLarge { megabytes: MOST_BYTES as u64 / 1024 / 1024 },
        Unopened::TooManyPixels => Refusal::PictureTooLarge { file, megapixels: MOST_PIXELS / 1_000_000 },
        Unopened::TooManyPages => Refusal::TooManyPages { file, pages: MOST_PAGES as u64 },
        Unopened::Locked => Refusal::LockedDocument { file },
    }
}

impl Pile {
    fn add(&mut self, picture: &Grey, seen: &mut HashSet<String>) {
        let reading = ::photo::read(picture);
        let shown = picture.shown(SHOWN);
        #[expect(clippy::cast_precision_loss, reason = "pixels")]
        let ratio = shown.width() as f32 / picture.width() as f32;
        let small = |corners: [Point; 4]| corners.map(|(x, y)| (x * ratio, y * ratio));
        let mut marks = Vec::new();
        for found in reading.found {
            let kind = match coupon(&found.text) {
                None => {
                    self.others += 1;
                    Kind::Other
                }
                Some(code) if seen.insert(code.clone()) => {
                    self.codes.push(found.text);
                    Kind::Coupon
                }
                Some(_) => {
                    self.repeats += 1;
                    Kind::Again
                }
            };
            marks.push(Mark { corners: small(found.corners), kind });
        }
        for corners in reading.unread {
            self.unread += 1;
            let kind = Kind::Unread { number: self.unread, close: close(picture, &corners) };
            marks.push(Mark { corners: small(corners), kind });
        }
        self.pictures.push(Picture { jpeg: shown.jpeg(QUALITY), width: shown.width(), height: shown.height(), marks });
    }

    /// What the coupons that were read say that they are worth, by unit. Only counting tells what is owed.
    pub fn faces(&self, book: &Book) -> Vec<Amount> {
        let mut sums = BTreeMap::new();
        for code in &self.codes {
            let Ok(signed) = SignedCode::parse(code) else { continue };
            if signed.fields.programme != book.identity.id {
                continue;
            }
            if let Some(class) = book.class(signed.fields.class) {
                *sums.entry(class.face.unit).or_insert(0i64) += i64::from(signed.fields.face_minor);
            }
        }
        sums.into_iter().map(|(unit, minor)| Amount { minor, unit }).collect()
    }
}

/// The code of a coupon in a symbol's text, however it is written there.
fn coupon(text: &str) -> Option<String> {
    if SignedCode::looks_like(text) {
        return SignedCode::parse(text).ok().map(|signed| signed.fields.code.to_string());
    }
    let mut items = exchange::redemption_lines::read(text.as_bytes());
    items
        .pop()
        .filter(|_| items.is_empty())?
        .code
        .ok()
        .and_then(|code| domain::code::Code::parse(&code).ok())
        .map(|c| c.to_string())
}

/// The card around a symbol: its code is written beside it, within three times its side.
fn close(picture: &Grey, corners: &[Point; 4]) -> Vec<u8> {
    let side = (corners[1].0 - corners[0].0).hypot(corners[1].1 - corners[0].1).max(8.0);
    let middle = |of: fn(&Point) -> f32| corners.iter().map(of).sum::<f32>() / 4.0;
    let (x, y) = (middle(|c| c.0), middle(|c| c.1));
    let reach = side * 3.6;
    picture.part(x - reach, y - reach * 0.6, reach * 2.0, reach * 1.2).shown(1000).jpeg(QUALITY)
}
