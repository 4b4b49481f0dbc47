//! A refusal in words: what is wrong, with its facts, and one next step.

use crate::{Arg, Lang, Names, date, date_time, duration, has, key_label, list, money, tr};
use domain::refusal::Refusal;

/// A refusal as people read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// The stable code, as in the API and the log.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do now.
    pub next: String,
}

/// Says a refusal. The messages are `refusal-<code>` and `refusal-<code>-next`; both have all the facts.
pub fn refusal(lang: Lang, refusal: &Refusal, names: &dyn Names) -> Sentence {
    let code = refusal.code();
    if let Refusal::InFile { line, column, refusal: inner } = refusal {
        let inner = self::refusal(lang, inner, names);
        let facts = [("line", (*line).into()), ("column", (*column).into()), ("what", inner.message.into())];
        return Sentence { code, message: tr(lang, "refusal-part-in-file", &facts), next: inner.next };
    }
    let key = format!("refusal-{}", code.replace('_', "-"));
    let facts = facts(lang, refusal, names);
    Sentence { message: tr(lang, &key, &facts), next: tr(lang, &format!("{key}-next"), &facts), code }
}

/// Says what broke inside, by its stable code: with the number a person can quote, or without one for who is
/// at the terminal and sees the cause.
pub fn fault(lang: Lang, code: &str, number: Option<&str>) -> Sentence {
    let known = format!("fault-{}", code.replace('_', "-"));
    let key = if has(lang, &known) { known } else { "fault-other".to_owned() };
    let next = match number {
        Some(number) => tr(lang, &format!("{key}-next"), &[("number", number.into())]),
        None => tr(lang, &format!("{key}-cli"), &[]),
    };
    Sentence { code: code.to_owned(), message: tr(lang, &key, &[]), next }
}

type Facts = Vec<(&'static str, Arg)>;

fn facts(lang: Lang, refusal: &Refusal, names: &dyn Names) -> Facts {
    let dollars = |minor: i64| Arg::from(money(lang, minor, "CAD"));
    match refusal {
        Refusal::BadSymbol { position, found } => vec![("position", (*position).into()), ("found", short(found))],
        Refusal::BadLength { found } => vec![("found", (*found).into())],
        // Zero: nobody knows which symbol.
        Refusal::MistypedCode { position } => vec![("position", position.unwrap_or(0).into())],
        Refusal::AlreadyRedeemed { at, day, place, vendor } => vec![
            // Of a counted pile only the market day is known; the hour is that of the counting.
            ("when", day.map_or_else(|| date_time(lang, *at, &names.zone()), |day| date(lang, day)).into()),
            ("place", names.place(*place).into()),
            ("vendor", names.vendor(*vendor).into()),
        ],
        Refusal::ExpiredCoupon { on } => vec![
            ("known", if on.is_some() { "yes" } else { "no" }.into()),
            ("on", on.map_or_else(String::new, |on| date(lang, on)).into()),
        ],
        Refusal::TooEarly { from } => vec![("from", date(lang, *from).into())],
        Refusal::OutOfSeason { day, from, until } => {
            vec![("day", date(lang, *day).into()), ("from", date(lang, *from).into()), ("until", date(lang, *until).into())]
        }
        Refusal::ClaimTooLate { last } => vec![("last", date(lang, *last).into())],
        Refusal::EndedClass { letter, last } => {
            vec![("letter", letter.to_string().into()), ("last", date(lang, *last).into())]
        }
        Refusal::FutureDay { day } | Refusal::ImprobableDay { day } | Refusal::PastDay { day } => {
            vec![("day", date(lang, *day).into())]
        }
        Refusal::WrongClass { letter } => vec![("letter", letter.to_string().into())],
        Refusal::WrongPlace { letter, place } => {
            vec![("letter", letter.to_string().into()), ("place", names.place(*place).into())]
        }
        // An identifier is a name, not a quantity: no thousands separator.
        Refusal::Disputed { dispute } => vec![("dispute", dispute.0.to_string().into())],
        Refusal::IllegalMove { coupon, from, to, count } => vec![
            ("coupon", coupon.to_string().into()),
            ("from", named(lang, "state", from).into()),
            ("to", named(lang, "state", to).into()),
            (
                "already",
                match (from == to, to.as_str()) {
                    (true, "handed_out") => "out",
                    (true, _) => "yes",
                    (false, _) => "no",
                }
                .into(),
            ),
            ("count", (*count).into()),
        ],
        Refusal::OverRefundLimit { limit, asked } => vec![("limit", dollars(*limit)), ("asked", dollars(*asked))],
        Refusal::NotOpenThatDay { place, day }
        | Refusal::NotClosedThatDay { place, day }
        | Refusal::DayNotClosed { place, day } => {
            vec![("place", names.place(*place).into()), ("day", date(lang, *day).into())]
        }
        Refusal::WrongHours { from, until } => vec![("from", hour(lang, from)), ("until", hour(lang, until))],
        Refusal::UnsupportedRule { rule } => vec![("rule", short(rule))],
        Refusal::NotHeld { coupon } | Refusal::AlreadyHandedOut { coupon } | Refusal::GivenNotRefunded { coupon } => {
            vec![("coupon", coupon.to_string().into())]
        }
        Refusal::NotEnough { available, asked } => vec![("available", (*available).into()), ("asked", (*asked).into())],
        Refusal::UnknownCoupons { numbers } => vec![("numbers", short(numbers))],
        Refusal::TooMany { limit } | Refusal::TooLongText { limit } | Refusal::TooMuchWork { limit } => {
            vec![("limit", (*limit).into())]
        }
        Refusal::UnknownVendor { vendor: name }
        | Refusal::UnknownPlace { place: name }
        | Refusal::UnknownPartner { partner: name }
        | Refusal::UnknownFund { fund: name }
        | Refusal::UnknownOffer { offer: name }
        | Refusal::UnknownOrder { order: name }
        | Refusal::ReferenceTaken { reference: name }
        | Refusal::UnknownClass { class: name }
        | Refusal::UnknownBatch { batch: name }
        | Refusal::UnknownBand { band: name }
        | Refusal::UnknownUnit { unit: name }
        | Refusal::UnknownPerson { person: name }
        | Refusal::EmailTaken { email: name }
        | Refusal::BadEmail { email: name }
        | Refusal::UnknownKey { key: name }
        | Refusal::MissingKey { key: name }
        | Refusal::UnknownTerritory { territory: name }
        | Refusal::BadKey { key: name }
        | Refusal::KeyTaken { key: name } => vec![("name", short(name))],
        Refusal::ReceiptIssued { number } => vec![("number", short(number))],
        Refusal::NoAgreement { vendor, place, day } => vec![
            ("vendor", names.vendor(*vendor).into()),
            ("place", names.place(*place).into()),
            ("day", date(lang, *day).into()),
        ],
        Refusal::OverCeiling { available, asked }
        | Refusal::InsufficientFunds { available, asked }
        | Refusal::OverOfferCap { available, asked }
        | Refusal::FundsKeptForOthers { available, asked } => {
            vec![("available", dollars(*available)), ("asked", dollars(*asked))]
        }
        Refusal::OutsideFundDates { fund, day, from, until } => {
            let known = match (from, until) {
                (Some(_), Some(_)) => "both",
                (Some(_), None) => "from",
                _ => "until",
            };
            let told = |day: &Option<jiff::civil::Date>| day.map_or_else(String::new, |day| date(lang, day));
            vec![
                ("fund", names.fund(*fund).into()),
                ("day", date(lang, *day).into()),
                ("known", known.into()),
                ("from", told(from).into()),
                ("until", told(until).into()),
            ]
        }
        Refusal::FundServesOthers { fund } | Refusal::FoodOnly { fund } => vec![("fund", names.fund(*fund).into())],
        Refusal::OverOperationsShare { fund, available, asked } => {
            vec![("fund", names.fund(*fund).into()), ("available", dollars(*available)), ("asked", dollars(*asked))]
        }
        Refusal::BeforeAmendment { since } => vec![("since", date(lang, *since).into())],
        Refusal::SizeGone { band } => vec![("name", short(band))],
        Refusal::PrintedUntil { class, until } => vec![("name", short(class)), ("until", date(lang, *until).into())],
        Refusal::ScenarioField { field } => vec![("field", crate::key_label(lang, "scenario-field", field).into())],
        Refusal::NotAnAnswer { question } => vec![("question", asked(lang, question))],
        Refusal::NotebookNotReady { questions, contradictions } => {
            vec![("questions", (*questions).into()), ("contradictions", (*contradictions).into())]
        }
        Refusal::PaymentsHeld { vendor } => vec![("vendor", names.vendor(*vendor).into())],
        Refusal::NotApproved { done, needed } => vec![("done", (*done).into()), ("needed", (*needed).into())],
        Refusal::BeyondSeason { on, last } => vec![("on", date(lang, *on).into()), ("last", date(lang, *last).into())],
        Refusal::RolesConflict { held, asked } => {
            vec![("held", named(lang, "role", held).into()), ("asked", named(lang, "role", asked).into())]
        }
        Refusal::ShortPassword { least } => vec![("least", (*least).into())],
        Refusal::MostOfBatch { batch } => vec![("batch", short(batch))],
        Refusal::WrongStep { state } => vec![("state", step(lang, state))],
        Refusal::BadAccountNumber { part } => vec![("part", part.as_str().into())],
        Refusal::CoolingOff { until } => vec![("until", date_time(lang, *until, &names.zone()).into())],
        Refusal::CannotCloseYet { disputes, unpaid, live } => vec![("what", obstacles(lang, *disputes, *unpaid, *live))],
        Refusal::MalformedLine { line, column, reason } => {
            vec![("line", (*line).into()), ("column", (*column).into()), ("reason", short(reason))]
        }
        Refusal::WrongAmount { asked, least, most } => {
            vec![("asked", dollars(*asked)), ("least", dollars(*least)), ("most", dollars(*most))]
        }
        Refusal::UnevenOffer { price, worth } => vec![("price", dollars(*price)), ("worth", dollars(*worth))],
        Refusal::ShortStock { letter, available, asked } => {
            vec![("letter", letter.to_string().into()), ("available", (*available).into()), ("asked", (*asked).into())]
        }
        Refusal::WrongPack { letter, found, asked } => {
            vec![("letter", letter.to_string().into()), ("found", (*found).into()), ("asked", (*asked).into())]
        }
        Refusal::OrderElsewhere { state } => vec![("state", named(lang, "order-state", state).into())],
        Refusal::WrongPrice { paid, price } => vec![("paid", dollars(*paid)), ("price", dollars(*price))],
        Refusal::NotAnAmount { written }
        | Refusal::NotADate { written }
        | Refusal::NotATime { written }
        | Refusal::NotAHubAddress { written }
        | Refusal::NotAPoint { written } => {
            // Nothing at all is said otherwise than something else.
            vec![("known", if written.is_empty() { "no" } else { "yes" }.into()), ("written", short(written))]
        }
        Refusal::WrongDates { from, until } => vec![("from", date(lang, *from).into()), ("until", date(lang, *until).into())],
        Refusal::BadRule { rule, written } => vec![("rule", short(rule)), ("written", short(written))],
        Refusal::TooLongToPrint { part } => vec![("part", named(lang, "print-part", part).into())],
        Refusal::NotPrintable { part, sign } => vec![("part", named(lang, "print-part", part).into()), ("sign", short(sign))],
        Refusal::TableTooLarge { rows, columns } => vec![("rows", (*rows).into()), ("columns", (*columns).into())],
        Refusal::MissingColumn { column } | Refusal::EmptyCell { column } => {
            // A platform's file has columns of its own.
            let own = has(lang, &format!("campaign-column-{column}"));
            vec![("column", named(lang, if own { "campaign-column" } else { "import-column" }, column).into())]
        }
        Refusal::NoSuchChoice { written, choices } => vec![("written", short(written)), ("choices", choices.as_str().into())],
        Refusal::ProfileWrong { file, why } => vec![("file", short(file)), ("why", short(why))],
        Refusal::NotABankFile { line, why, what } => {
            let reason = tr(lang, &format!("bank-file-{}", why.replace('_', "-")), &[("what", short(what))]);
            vec![("line", (*line).into()), ("why", reason.into())]
        }
        Refusal::NotADueDate { on, next } => vec![("on", date(lang, *on).into()), ("next", date(lang, *next).into())],
        Refusal::NotANumber { written } => vec![("written", short(written))],
        Refusal::NotAPicture { file } | Refusal::LockedDocument { file } | Refusal::ProfileMissing { file } => {
            vec![("file", short(file))]
        }
        Refusal::PictureTooLarge { file, megapixels } | Refusal::LogoUnread { file, megapixels } => {
            vec![("file", short(file)), ("megapixels", (*megapixels).into())]
        }
        Refusal::TooManyPages { file, pages } => vec![("file", short(file)), ("pages", (*pages).into())],
        Refusal::FileTooLarge { megabytes } => vec![("megabytes", (*megabytes).into())],
        Refusal::OverSpotLimit { limit, spent, asked } => {
            vec![("limit", dollars(*limit)), ("spent", dollars(*spent)), ("asked", dollars(*asked))]
        }
        Refusal::TooLateToTakeBack { minutes } => vec![("minutes", (*minutes).into())],
        Refusal::TooManyTries { seconds } => vec![("wait", duration(lang, *seconds).into())],
        Refusal::UnknownCode
        | Refusal::BadSignature
        | Refusal::NoCouponSeen
        | Refusal::PicturesWait
        | Refusal::OtherProgramme
        | Refusal::Repeated
        | Refusal::VoidCoupon
        | Refusal::LostCoupon
        | Refusal::StolenCoupon
        | Refusal::ReturnedCoupon
        | Refusal::NotHandedOut
        | Refusal::TakenBack
        | Refusal::AlreadySigned
        | Refusal::OtherText
        | Refusal::NotReplaced
        | Refusal::Nothing
        | Refusal::NothingChanges
        | Refusal::UnknownProgramme
        | Refusal::NotFound
        | Refusal::NoFundDesignated
        | Refusal::NoSalesFund
        | Refusal::ReferenceNeeded
        | Refusal::CampaignNotReached
        | Refusal::SoldNeverExpires
        | Refusal::NothingToPay
        | Refusal::NoReceipts
        | Refusal::NoDeposits
        | Refusal::MonthNotOver
        | Refusal::NotUtf8
        | Refusal::NotATable
        | Refusal::NameNeeded
        | Refusal::PlaceNameNeeded
        | Refusal::NoDays
        | Refusal::UnknownAddress
        | Refusal::InFile { .. }
        | Refusal::SecondPersonNeeded
        | Refusal::NoMoreKeys
        | Refusal::MessageNeeded
        | Refusal::FreshSignInNeeded
        | Refusal::SessionByAnother
        | Refusal::SameIdOtherContent
        | Refusal::Unconfirmed
        | Refusal::SeasonClosed
        | Refusal::SeasonNotClosed
        | Refusal::NotPermitted
        | Refusal::SignInNeeded
        | Refusal::ExpiredLink
        | Refusal::WrongPassword
        | Refusal::WrongCurrentPassword
        | Refusal::WrongOneTimeCode
        | Refusal::PasskeyRefused
        | Refusal::RoleHeld
        | Refusal::RoleNotHeld
        | Refusal::LastCoordinator
        | Refusal::LinkNotYours
        | Refusal::PayersRole
        | Refusal::UnknownDevice
        | Refusal::RevokedDevice
        | Refusal::NothingChosen
        | Refusal::ReasonNeeded => Vec::new(),
    }
}

/// What was typed or read may be as long as a file: its beginning is enough to recognise it.
fn short(text: &str) -> Arg {
    const LIMIT: usize = 80;
    match text.char_indices().nth(LIMIT) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

/// A question of a notebook in a few words; a territory's own by its short name.
fn asked(lang: Lang, question: &str) -> Arg {
    let key = format!("decision-{question}-short");
    if crate::has(lang, &key) { crate::t(lang, &key).into() } else { short(question) }
}

/// An hour of the clock, as people say it.
fn hour(lang: Lang, clock: &str) -> Arg {
    domain::hours::read_clock(clock).map_or_else(|| short(clock), |time| crate::clock(lang, time).into())
}

/// The label of a key, or the key itself when it has none.
fn named(lang: Lang, family: &str, key: &str) -> String {
    if has(lang, &format!("{family}-{}", key.replace('_', "-"))) { key_label(lang, family, key) } else { key.to_owned() }
}

/// Where a run, a payment or a dispute is; for bank details, which version.
fn step(lang: Lang, state: &str) -> Arg {
    if state.bytes().all(|b| b.is_ascii_digit()) {
        return tr(lang, "step-version", &[("version", state.into())]).into();
    }
    named(lang, "step", state).into()
}

/// What keeps a season open: only what there is.
fn obstacles(lang: Lang, disputes: u64, unpaid: i64, live: u64) -> Arg {
    let mut parts = Vec::new();
    if disputes > 0 {
        parts.push(tr(lang, "refusal-part-disputes", &[("count", disputes.into())]));
    }
    if unpaid != 0 {
        parts.push(tr(lang, "refusal-part-unpaid", &[("amount", money(lang, unpaid, "CAD").into())]));
    }
    if live > 0 {
        parts.push(tr(lang, "refusal-part-live", &[("count", live.into())]));
    }
    list(lang, &parts).into()
}
