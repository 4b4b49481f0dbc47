//! Refusals: all that the program can say no to. Each has a stable code, words in every language (`refusal-<code>` and
//! `refusal-<code>-next` in `text`) and the facts a person needs.
//! A refusal is a normal answer and is recorded. What goes wrong inside (no disk, no database) is a fault, in `store`.

mod amount;
mod codes;
use crate::ids::{CouponId, DisputeId, FundId, PlaceId, VendorId};
pub use amount::MOST_MINOR;
pub use codes::CODES;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A no, with its facts. Amounts are minor units.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// No coupon of this programme has this code.
    UnknownCode,
    /// A symbol that no code contains.
    BadSymbol {
        /// Position of the symbol, from 1.
        position: usize,
        /// What was typed.
        found: String,
    },
    /// Too few or too many symbols.
    BadLength {
        /// How many were typed.
        found: usize,
    },
    /// Good symbols that do not agree: one is wrong or two are exchanged.
    MistypedCode {
        /// The symbol that looks wrong, from 1, when exactly one correction is a coupon of the programme.
        position: Option<usize>,
    },
    /// A QR that is not one of this programme's, or was altered.
    BadSignature,
    /// A coupon of another programme.
    OtherProgramme,
    /// The same coupon twice in one request; it was counted once.
    Repeated,

    // Coupons
    /// Spent already.
    AlreadyRedeemed {
        /// When it arrived.
        at: Timestamp,
        /// Its market day, when it was counted afterwards.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        day: Option<Date>,
        /// Where.
        place: PlaceId,
        /// At whose stall.
        vendor: VendorId,
    },
    /// Cancelled by the programme.
    VoidCoupon,
    /// Reported lost.
    LostCoupon,
    /// Reported stolen.
    StolenCoupon,
    /// Brought back unused.
    ReturnedCoupon,
    /// Past its last day.
    ExpiredCoupon {
        /// Its last day.
        on: Option<Date>,
    },
    /// Not good yet.
    TooEarly {
        /// Its first day.
        from: Date,
    },
    /// A market day outside the season.
    OutOfSeason {
        /// The day, as written.
        day: Date,
        /// The season's first day.
        from: Date,
        /// Its last day.
        until: Date,
    },
    /// Brought in after the last day for it.
    ClaimTooLate {
        /// That last day.
        last: Date,
    },
    /// Given out or printed after its class's last day.
    EndedClass {
        /// The class letter.
        letter: char,
        /// That last day.
        last: Date,
    },
    /// Nobody has received it yet.
    NotHandedOut,
    /// A class this merchant does not accept.
    WrongClass {
        /// The coupon's class letter.
        letter: char,
    },
    /// A class that is not at home at this place.
    WrongPlace {
        /// The coupon's class letter.
        letter: char,
        /// The place.
        place: PlaceId,
    },
    /// The coupon needs a decision; it was noted.
    Disputed {
        /// The dispute opened.
        dispute: DisputeId,
    },
    /// These coupons cannot make this move.
    IllegalMove {
        /// One of them.
        coupon: CouponId,
        /// Where it is.
        from: String,
        /// Where it was to go.
        to: String,
        /// How many are in that case.
        count: u64,
    },
    /// Not in this organisation's hands.
    NotHeld {
        /// One of them.
        coupon: CouponId,
    },
    /// The organisation has fewer coupons than asked.
    NotEnough {
        /// How many it has.
        available: u64,
        /// How many were asked for.
        asked: u64,
    },
    /// The hand-out was taken back before.
    TakenBack,
    /// Too long after the hand-out to take it back.
    TooLateToTakeBack {
        /// How many minutes one has.
        minutes: u64,
    },
    /// This side signed before.
    AlreadySigned,
    /// The text is not the one that the other side signed.
    OtherText,
    /// More than a market may pay on the spot in a day.
    OverSpotLimit {
        /// The limit, cents.
        limit: i64,
        /// Paid already that day.
        spent: i64,
        /// What was asked.
        asked: i64,
    },
    /// The day has no total for this merchant yet.
    DayNotClosed {
        /// Where.
        place: PlaceId,
        /// When.
        day: Date,
    },
    /// The programme does not replace lost coupons, or only through its coordinator.
    NotReplaced,
    /// Numbers that no batch has.
    UnknownCoupons {
        /// As written.
        numbers: String,
    },
    /// Nothing was asked.
    Nothing,
    /// More than one request may carry.
    TooMany {
        /// The limit.
        limit: u64,
    },

    // Who and where
    /// No such programme.
    UnknownProgramme,
    /// No such merchant.
    UnknownVendor {
        /// As written.
        vendor: String,
    },
    /// No such place.
    UnknownPlace {
        /// As written.
        place: String,
    },
    /// No such organisation.
    UnknownPartner {
        /// As written.
        partner: String,
    },
    /// No such offer.
    UnknownOffer {
        /// As written.
        offer: String,
    },
    /// No such order, or one of something else.
    UnknownOrder {
        /// As written.
        order: String,
    },
    /// No such fund.
    UnknownFund {
        /// As written.
        fund: String,
    },
    /// No such class.
    UnknownClass {
        /// As written.
        class: String,
    },
    /// No such batch.
    UnknownBatch {
        /// As written.
        batch: String,
    },
    /// No such household-size band.
    UnknownBand {
        /// As written.
        band: String,
    },
    /// No such unit.
    UnknownUnit {
        /// As written.
        unit: String,
    },
    /// No such run, payment or dispute.
    NotFound,
    /// The merchant has no signed agreement in force there that day.
    NoAgreement {
        /// Merchant.
        vendor: VendorId,
        /// Place.
        place: PlaceId,
        /// Day.
        day: Date,
    },

    // Money
    /// The funds have no room for these coupons.
    OverCeiling {
        /// What may still be promised, minor units.
        available: i64,
        /// What was asked.
        asked: i64,
    },
    /// The contingency or fund holds less than this.
    InsufficientFunds {
        /// What there is.
        available: i64,
        /// What was asked.
        asked: i64,
    },
    /// A fund that may not pay on this day.
    OutsideFundDates {
        /// Which.
        fund: FundId,
        /// The day.
        day: Date,
        /// The first day on which it may.
        from: Option<Date>,
        /// The last one.
        until: Option<Date>,
    },
    /// A fund that its funder keeps for other organisations.
    FundServesOthers {
        /// Which.
        fund: FundId,
    },
    /// The funds that may pay here and today have too little, and others have more.
    FundsKeptForOthers {
        /// How much those that may pay can still promise.
        available: i64,
        /// How much is needed.
        asked: i64,
    },
    /// A fund that pays for food only.
    FoodOnly {
        /// Which.
        fund: FundId,
    },
    /// More for operations than the funder lets.
    OverOperationsShare {
        /// Which fund.
        fund: FundId,
        /// What is left of the share.
        available: i64,
        /// How much was asked.
        asked: i64,
    },
    /// The policy asks for a fund named at allotment.
    NoFundDesignated,
    /// The programme has no fund for what the public pays.
    NoSalesFund,
    /// An amount out of bounds, minor units.
    WrongAmount {
        /// What was asked.
        asked: i64,
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A text that is no amount.
    NotAnAmount {
        /// As written.
        written: String,
    },
    /// What was paid is not the price of the sold coupons, cents.
    WrongPrice {
        /// What was paid.
        paid: i64,
        /// What they cost.
        price: i64,
    },
    /// What the fund of a bonus pays for this offer is used up, cents.
    OverOfferCap {
        /// What is left.
        available: i64,
        /// What was asked.
        asked: i64,
    },
    /// An offer whose price is not what it gives, cents.
    UnevenOffer {
        /// The price.
        price: i64,
        /// What its coupons sold are worth.
        worth: i64,
    },
    /// The stock holds fewer coupons of a class than packs need.
    ShortStock {
        /// The class.
        letter: char,
        /// What there is.
        available: u64,
        /// What the packs need.
        asked: u64,
    },
    /// Coupons that are not what the packs hold.
    WrongPack {
        /// The class at fault.
        letter: char,
        /// How many were named.
        found: u64,
        /// How many the packs hold.
        asked: u64,
    },
    /// No reference, or one that is too long.
    ReferenceNeeded,
    /// Another order has this reference.
    ReferenceTaken {
        /// As written.
        reference: String,
    },
    /// A campaign that did not reach its goal brings nothing.
    CampaignNotReached,
    /// An order that is not where this needs it to be.
    OrderElsewhere {
        /// How far it is.
        state: String,
    },
    /// A coupon that was sold never expires.
    SoldNeverExpires,
    /// A given coupon is not paid back: nobody paid for it.
    GivenNotRefunded {
        /// One of them.
        coupon: CouponId,
    },
    /// More than what the territory pays back for coupons brought back.
    OverRefundLimit {
        /// The most it pays back at once, cents.
        limit: i64,
        /// What these coupons are worth.
        asked: i64,
    },
    /// Nothing is owed up to that moment.
    NothingToPay,
    /// A merchant whose payments are held.
    PaymentsHeld {
        /// Whose.
        vendor: VendorId,
    },
    /// A run that still waits for approvals.
    NotApproved {
        /// Approvals given.
        done: u64,
        /// Approvals needed.
        needed: u64,
    },
    /// An organisation that issues no official receipts.
    NoReceipts,
    /// A gift whose receipt counts.
    ReceiptIssued {
        /// Its serial number.
        number: String,
    },
    /// A run in which nobody is paid by direct deposit.
    NoDeposits,
    /// A description of a bank or of an accounting program that nobody wrote yet.
    ProfileMissing {
        /// The file it goes in.
        file: String,
    },
    /// One that says something else than it should.
    ProfileWrong {
        /// The file.
        file: String,
        /// What is wrong, as its reader says it.
        why: String,
    },
    /// A file that no bank sends, or one that breaks the rules of its format.
    NotABankFile {
        /// Where, from 1.
        line: u64,
        /// What is wrong: a stable name.
        why: String,
        /// A column or a code, where one is meant.
        what: String,
    },
    /// A month that is not over has no closed books.
    MonthNotOver,
    /// A day on which no bank moves money, or one that is past.
    NotADueDate {
        /// The day asked.
        on: Date,
        /// The next one that is good.
        next: Date,
    },
    /// The person prepared it, or approved it already.
    SecondPersonNeeded,
    /// All the keys that a signed code has room for were used.
    NoMoreKeys,
    /// Most of a batch, which nobody cancels alone.
    MostOfBatch {
        /// Which.
        batch: String,
    },
    /// The run or payment is not at that step.
    WrongStep {
        /// Where it is.
        state: String,
    },
    /// A number that no bank account has.
    BadAccountNumber {
        /// `institution`, `transit` or `number`.
        part: String,
    },
    /// A bank-detail change is still waiting.
    CoolingOff {
        /// Until when.
        until: Timestamp,
    },

    // Requests
    /// The same identifier was used before for something else.
    SameIdOtherContent,
    /// A period that ends before it begins.
    WrongDates {
        /// Its first day.
        from: Date,
        /// Its last day.
        until: Date,
    },
    /// A day that has not come yet.
    FutureDay {
        /// The day.
        day: Date,
    },
    /// A day too far from the season to be true.
    ImprobableDay {
        /// The day.
        day: Date,
    },
    /// A text that is no date.
    NotADate {
        /// As written.
        written: String,
    },
    /// A decision of the programme's file that cannot be.
    BadRule {
        /// Which, as named in the file.
        rule: String,
        /// As written.
        written: String,
    },
    /// A text that has no room on a coupon, even in the smallest legible letters.
    TooLongToPrint {
        /// Which; its words are `print-part-<part>`.
        part: String,
    },
    /// A text of a coupon with a sign that cannot be printed.
    NotPrintable {
        /// Which text.
        part: String,
        /// Which sign.
        sign: String,
    },
    /// Something that cannot be undone, asked without saying so.
    Unconfirmed,
    /// The season is closed.
    SeasonClosed,
    /// What is done once the season is closed.
    SeasonNotClosed,
    /// Coupons are still being used, disputed or owed.
    CannotCloseYet {
        /// Open disputes.
        disputes: u64,
        /// Owed and not paid, minor units.
        unpaid: i64,
        /// Coupons that may still be spent and have an end.
        live: u64,
    },
    /// A short name with other signs than a-z, 0-9 and hyphen.
    BadKey {
        /// As written.
        key: String,
    },
    /// A short name or letter in use.
    KeyTaken {
        /// As written.
        key: String,
    },
    /// A file that is neither a picture nor a PDF, or is broken.
    NotAPicture {
        /// Its name.
        file: String,
    },
    /// A file that no logo can be made of.
    LogoUnread {
        /// Its name.
        file: String,
        /// The limit, millions of pixels.
        megapixels: u64,
    },
    /// A picture with more pixels than what is read.
    PictureTooLarge {
        /// Its name.
        file: String,
        /// The limit, millions of pixels.
        megapixels: u64,
    },
    /// A document with more pages than what is read.
    TooManyPages {
        /// Its name.
        file: String,
        /// The limit.
        pages: u64,
    },
    /// A document that asks for a password.
    LockedDocument {
        /// Its name.
        file: String,
    },
    /// A picture in which nothing looks like a coupon's symbol.
    NoCouponSeen,
    /// Too many pictures wait to be read.
    PicturesWait,
    /// A file larger than what is read.
    FileTooLarge {
        /// The limit, megabytes.
        megabytes: u64,
    },
    /// What is wrong at a place of a file; its code is the inner one's.
    InFile {
        /// From 1.
        line: u64,
        /// From 1.
        column: u64,
        /// What is wrong there.
        refusal: Box<Refusal>,
    },
    /// A key that the programme file does not have.
    UnknownKey {
        /// As written.
        key: String,
    },
    /// A key that the programme file must have.
    MissingKey {
        /// Its name.
        key: String,
    },
    /// A file in another encoding than UTF-8.
    NotUtf8,
    /// A file that is no table, or is broken or locked.
    NotATable,
    /// A table with more than is read at once.
    TableTooLarge {
        /// The most rows.
        rows: u64,
        /// The most columns.
        columns: u64,
    },
    /// A table without a column that it needs.
    MissingColumn {
        /// Which; its words are `import-column-<column>`.
        column: String,
    },
    /// An empty cell where something must be written.
    EmptyCell {
        /// Its column; its words are `import-column-<column>`.
        column: String,
    },
    /// A word that is none of those to choose from.
    NoSuchChoice {
        /// As written.
        written: String,
        /// What may be written, in the reader's language.
        choices: String,
    },
    /// A text that is no whole number.
    NotANumber {
        /// As written.
        written: String,
    },
    /// A list from which nothing was chosen.
    NothingChosen,
    /// A class whose last day is beyond the season's.
    BeyondSeason {
        /// The class's last day.
        on: Date,
        /// The last day it may have.
        last: Date,
    },
    /// A line of a file that cannot be read.
    MalformedLine {
        /// From 1.
        line: u64,
        /// From 1.
        column: u64,
        /// Why, in English, from the reader.
        reason: String,
    },

    // Places
    /// A place without a name.
    PlaceNameNeeded,
    /// A text longer than what is kept.
    TooLongText {
        /// The limit, signs.
        limit: u64,
    },
    /// A message without a subject or without a text.
    MessageNeeded,
    /// A last day that has passed already.
    PastDay {
        /// The day.
        day: Date,
    },
    /// A rule of days that is not one of ours.
    UnsupportedRule {
        /// As written.
        rule: String,
    },
    /// Hours that end before they begin.
    WrongHours {
        /// It opens at, `09:00`.
        from: String,
        /// It closes at.
        until: String,
    },
    /// A text that is no time of day.
    NotATime {
        /// As written.
        written: String,
    },
    /// Hours on no day.
    NoDays,
    /// A text that is no point of the Earth.
    NotAPoint {
        /// As written.
        written: String,
    },
    /// A code that no MRC or equivalent territory has.
    UnknownTerritory {
        /// As written.
        territory: String,
    },
    /// A place that was not to be open on a day, or is closed already.
    NotOpenThatDay {
        /// Which.
        place: PlaceId,
        /// The day.
        day: Date,
    },
    /// A place that nobody closed on a day.
    NotClosedThatDay {
        /// Which.
        place: PlaceId,
        /// The day.
        day: Date,
    },

    // People, and signing in
    /// No such person.
    UnknownPerson {
        /// Their number, as written.
        person: String,
    },
    /// A person without a name.
    NameNeeded,
    /// An e-mail that is another person's.
    EmailTaken {
        /// As written.
        email: String,
    },
    /// A text that is no e-mail address.
    BadEmail {
        /// As written.
        email: String,
    },
    /// A password that is too short.
    ShortPassword {
        /// Fewest signs.
        least: u64,
    },
    /// A role the person has already.
    RoleHeld,
    /// A role the person does not have.
    RoleNotHeld,
    /// Two roles that nobody may hold together in a programme.
    RolesConflict {
        /// The one the person has.
        held: String,
        /// The one asked for.
        asked: String,
    },
    /// The only one who runs the programme.
    LastCoordinator,
    /// A sign-in link that would let somebody act as another person whose say is needed beside their own.
    LinkNotYours,
    /// A role that pays or approves is given by somebody who has one, to somebody whom the coordination invited.
    PayersRole,
    /// Nothing is at this address.
    UnknownAddress,
    /// This role may not do that.
    NotPermitted,
    /// Not signed in.
    SignInNeeded,
    /// The link was used or is too old.
    ExpiredLink,
    /// Wrong password, or no such person.
    WrongPassword,
    /// Not the password this person has now.
    WrongCurrentPassword,
    /// A code of an authenticator, or a recovery code, that is wrong, old or used.
    WrongOneTimeCode,
    /// A passkey that is not known here, or an answer that is not for this question.
    PasskeyRefused,
    /// A phone that is not known here, or did not sign what it sent.
    UnknownDevice,
    /// A phone that was taken out of use.
    RevokedDevice,
    /// A text that is no address of a market's hub.
    NotAHubAddress {
        /// As written.
        written: String,
    },
    /// Too many tries; wait.
    TooManyTries {
        /// Seconds to wait.
        seconds: u64,
    },
    /// A household already received it, and it was spent since.
    AlreadyHandedOut {
        /// The coupon.
        coupon: CouponId,
    },
    /// Somebody has that much long work running.
    TooMuchWork {
        /// How much.
        limit: u64,
    },
    /// Something that an old session does not do without its owner there.
    FreshSignInNeeded,
    /// A session that began with a link that somebody else made, where only the owner's own will do.
    SessionByAnother,
    /// What was asked needs a reason, and none was written.
    ReasonNeeded,
    /// What was asked changes nothing that is decided.
    NothingChanges,
    /// An amendment from a day before that of one that is confirmed.
    BeforeAmendment {
        /// The day of that one.
        since: Date,
    },
    /// A size of household that an amendment leaves out of the scale.
    SizeGone {
        /// Its name.
        band: String,
    },
    /// Coupons on which a later last day is printed than an amendment would leave.
    PrintedUntil {
        /// Their class.
        class: String,
        /// The day printed.
        until: Date,
    },
    /// What was written is no answer to a question of a notebook.
    NotAnAnswer {
        /// The question's name.
        question: String,
    },
    /// A notebook from which no programme can be opened yet.
    NotebookNotReady {
        /// Questions that are not decided.
        questions: u64,
        /// Answers that contradict each other.
        contradictions: u64,
    },
    /// A figure of a long-term plan that cannot be.
    ScenarioField {
        /// Which; its words are `scenario-field-<field>`.
        field: String,
    },
}
