//! Every refusal is said in every language, with its facts and one next step.

use domain::ids::{BatchId, CouponId, DisputeId, FundId, PartnerId, PlaceId, VendorId};
use domain::refusal::{CODES, Refusal};
use jiff::civil::date;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use text::{Lang, Names, refusal};

struct Village;

impl Names for Village {
    fn vendor(&self, _: VendorId) -> String {
        "Ferme du Rang 3".into()
    }
    fn place(&self, _: PlaceId) -> String {
        "Marché de Deschambault".into()
    }
    fn fund(&self, _: FundId) -> String {
        "Fonds de la MRC".into()
    }
    fn partner(&self, _: PartnerId) -> String {
        "Carrefour".into()
    }
    fn unit_name(&self, _: domain::amount::Unit) -> String {
        "CAD".into()
    }
    fn zone(&self) -> TimeZone {
        TimeZone::get("America/Toronto").expect("bundled zone")
    }
}

fn one_of_each() -> Vec<Refusal> {
    let at = "2025-10-12T18:05:00Z".parse().expect("instant");
    let coupon = CouponId::new(BatchId(3), 12);
    let name = || "marché-x".to_owned();
    vec![
        Refusal::UnknownCode,
        Refusal::BadSymbol { position: 3, found: "U".into() },
        Refusal::BadLength { found: 9 },
        Refusal::MistypedCode { position: Some(4) },
        Refusal::MistypedCode { position: None },
        Refusal::BadSignature,
        Refusal::OtherProgramme,
        Refusal::Repeated,
        Refusal::AlreadyRedeemed { at, day: None, place: PlaceId(1), vendor: VendorId(2) },
        Refusal::AlreadyRedeemed { at, day: Some(date(2025, 8, 2)), place: PlaceId(1), vendor: VendorId(2) },
        Refusal::VoidCoupon,
        Refusal::LostCoupon,
        Refusal::StolenCoupon,
        Refusal::ReturnedCoupon,
        Refusal::ExpiredCoupon { on: Some(date(2025, 10, 1)) },
        Refusal::ExpiredCoupon { on: None },
        Refusal::TooEarly { from: date(2025, 7, 1) },
        Refusal::OutOfSeason { day: date(2025, 3, 2), from: date(2025, 7, 1), until: date(2025, 10, 13) },
        Refusal::ClaimTooLate { last: date(2025, 10, 31) },
        Refusal::EndedClass { letter: 'A', last: date(2025, 10, 13) },
        Refusal::NotHandedOut,
        Refusal::WrongClass { letter: 'A' },
        Refusal::WrongPlace { letter: 'A', place: PlaceId(1) },
        Refusal::Disputed { dispute: DisputeId(1234) },
        Refusal::IllegalMove { coupon, from: "handed_out".into(), to: "in_stock".into(), count: 1 },
        Refusal::IllegalMove { coupon, from: "elsewhere".into(), to: "in_stock".into(), count: 12 },
        Refusal::NotHeld { coupon },
        Refusal::NotEnough { available: 0, asked: 1200 },
        Refusal::UnknownCoupons { numbers: "3-1..3-9,".repeat(1000) },
        Refusal::Nothing,
        Refusal::TooMany { limit: 5000 },
        Refusal::UnknownProgramme,
        Refusal::UnknownVendor { vendor: name() },
        Refusal::UnknownPlace { place: name() },
        Refusal::UnknownPartner { partner: name() },
        Refusal::UnknownFund { fund: name() },
        Refusal::UnknownClass { class: name() },
        Refusal::UnknownBatch { batch: name() },
        Refusal::UnknownBand { band: name() },
        Refusal::UnknownUnit { unit: name() },
        Refusal::NotFound,
        Refusal::NoAgreement { vendor: VendorId(2), place: PlaceId(1), day: date(2025, 8, 2) },
        Refusal::OverCeiling { available: -5, asked: 123_450 },
        Refusal::InsufficientFunds { available: 0, asked: 500 },
        Refusal::OutsideFundDates { fund: FundId(1), day: date(2025, 7, 2), from: Some(date(2025, 4, 1)), until: None },
        Refusal::OutsideFundDates { fund: FundId(1), day: date(2025, 7, 2), from: None, until: Some(date(2025, 6, 30)) },
        Refusal::OutsideFundDates {
            fund: FundId(1),
            day: date(2025, 7, 2),
            from: Some(date(2025, 4, 1)),
            until: Some(date(2025, 6, 30)),
        },
        Refusal::FundServesOthers { fund: FundId(1) },
        Refusal::FundsKeptForOthers { available: 1_000, asked: 4_000 },
        Refusal::FoodOnly { fund: FundId(1) },
        Refusal::OverOperationsShare { fund: FundId(1), available: 1_000, asked: 4_000 },
        Refusal::NoFundDesignated,
        Refusal::NoSalesFund,
        Refusal::WrongAmount { asked: 0, least: 1, most: 1_000_000_000_000 },
        Refusal::NotAnAmount { written: "beaucoup".into() },
        Refusal::NotAnAmount { written: String::new() },
        Refusal::WrongPrice { paid: 1_500, price: 2_000 },
        Refusal::UnknownOffer { offer: name() },
        Refusal::UnknownOrder { order: name() },
        Refusal::OverOfferCap { available: 0, asked: 1_000 },
        Refusal::UnevenOffer { price: 2_000, worth: 2_500 },
        Refusal::ShortStock { letter: 'V', available: 3, asked: 4 },
        Refusal::ShortStock { letter: 'V', available: 0, asked: 1 },
        Refusal::WrongPack { letter: 'V', found: 3, asked: 4 },
        Refusal::WrongPack { letter: 'A', found: 1, asked: 0 },
        Refusal::ReferenceNeeded,
        Refusal::CampaignNotReached,
        Refusal::ReferenceTaken { reference: name() },
        Refusal::OrderElsewhere { state: "picked_up".into() },
        Refusal::SoldNeverExpires,
        Refusal::GivenNotRefunded { coupon },
        Refusal::OverRefundLimit { limit: 500, asked: 2_000 },
        Refusal::NothingToPay,
        Refusal::PaymentsHeld { vendor: VendorId(1) },
        Refusal::NotApproved { done: 1, needed: 2 },
        Refusal::NoReceipts,
        Refusal::ReceiptIssued { number: "1-2026-0001".into() },
        Refusal::NoDeposits,
        Refusal::ProfileMissing { file: "bank-essai.toml".into() },
        Refusal::ProfileWrong { file: "bank-essai.toml".into(), why: "data_centre: 5 digits".into() },
        Refusal::NotABankFile { line: 12, why: "not-an-amount".into(), what: String::new() },
        Refusal::NotABankFile { line: 1, why: "no-column".into(), what: "Retrait".into() },
        Refusal::MonthNotOver,
        Refusal::NotADueDate { on: date(2026, 7, 18), next: date(2026, 7, 20) },
        Refusal::InFile { line: 12, column: 3, refusal: Box::new(Refusal::UnknownKey { key: "couleur".into() }) },
        Refusal::MissingKey { key: "host".into() },
        Refusal::NotUtf8,
        Refusal::NotATable,
        Refusal::TableTooLarge { rows: 5000, columns: 64 },
        Refusal::MissingColumn { column: "name".into() },
        Refusal::EmptyCell { column: "day".into() },
        Refusal::NoSuchChoice { written: "or".into(), choices: "Chèque, Virement".into() },
        Refusal::NotANumber { written: "deux".into() },
        Refusal::NothingChosen,
        Refusal::BeyondSeason { on: date(2025, 11, 1), last: date(2025, 10, 12) },
        Refusal::UnknownPerson { person: "999".into() },
        Refusal::NameNeeded,
        Refusal::EmailTaken { email: "ana@pcn.example".into() },
        Refusal::BadEmail { email: "ana".into() },
        Refusal::ShortPassword { least: 12 },
        Refusal::RoleHeld,
        Refusal::RoleNotHeld,
        Refusal::RolesConflict { held: "coordinator".into(), asked: "treasurer".into() },
        Refusal::LastCoordinator,
        Refusal::LinkNotYours,
        Refusal::PayersRole,
        Refusal::WrongCurrentPassword,
        Refusal::WrongOneTimeCode,
        Refusal::PasskeyRefused,
        Refusal::UnknownAddress,
        Refusal::IllegalMove { coupon, from: "handed_out".into(), to: "handed_out".into(), count: 1 },
        Refusal::IllegalMove { coupon, from: "in_stock".into(), to: "in_stock".into(), count: 2 },
        Refusal::SecondPersonNeeded,
        Refusal::NoMoreKeys,
        Refusal::MessageNeeded,
        Refusal::PastDay { day: date(2025, 7, 1) },
        Refusal::FreshSignInNeeded,
        Refusal::SessionByAnother,
        Refusal::MostOfBatch { batch: "3".into() },
        Refusal::WrongStep { state: "cancelled".into() },
        Refusal::WrongStep { state: "2".into() },
        Refusal::BadAccountNumber { part: "institution".into() },
        Refusal::BadAccountNumber { part: "transit".into() },
        Refusal::BadAccountNumber { part: "number".into() },
        Refusal::CoolingOff { until: at },
        Refusal::SameIdOtherContent,
        Refusal::WrongDates { from: date(2025, 10, 1), until: date(2025, 7, 1) },
        Refusal::FutureDay { day: date(2026, 8, 2) },
        Refusal::ImprobableDay { day: date(1, 1, 1) },
        Refusal::NotADate { written: "2025-13-01".into() },
        Refusal::BadRule { rule: "approvals".into(), written: "1".into() },
        Refusal::TooLongToPrint { part: "conditions".into() },
        Refusal::NotPrintable { part: "programme".into(), sign: "漢".into() },
        Refusal::PlaceNameNeeded,
        Refusal::TooLongText { limit: 300 },
        Refusal::UnsupportedRule { rule: "FREQ=YEARLY".into() },
        Refusal::WrongHours { from: "13:00".into(), until: "09:00".into() },
        Refusal::NotATime { written: "midi".into() },
        Refusal::NoDays,
        Refusal::NotAPoint { written: "ici".into() },
        Refusal::UnknownTerritory { territory: "999".into() },
        Refusal::NotOpenThatDay { place: PlaceId(1), day: date(2025, 8, 2) },
        Refusal::NotClosedThatDay { place: PlaceId(1), day: date(2025, 8, 2) },
        Refusal::Unconfirmed,
        Refusal::SeasonClosed,
        Refusal::SeasonNotClosed,
        Refusal::TakenBack,
        Refusal::AlreadySigned,
        Refusal::OtherText,
        Refusal::OverSpotLimit { limit: 2_000, spent: 1_500, asked: 1_000 },
        Refusal::DayNotClosed { place: PlaceId(1), day: date(2025, 7, 5) },
        Refusal::TooLateToTakeBack { minutes: 10 },
        Refusal::NotReplaced,
        Refusal::CannotCloseYet { disputes: 1, unpaid: 6_000, live: 0 },
        Refusal::CannotCloseYet { disputes: 0, unpaid: 0, live: 12 },
        Refusal::BadKey { key: name() },
        Refusal::KeyTaken { key: name() },
        Refusal::NotAPicture { file: "IMG_0042.MOV".into() },
        Refusal::LogoUnread { file: "logo.svg".into(), megapixels: 16 },
        Refusal::PictureTooLarge { file: "IMG_0042.JPG".into(), megapixels: 30 },
        Refusal::TooManyPages { file: "scan.pdf".into(), pages: 50 },
        Refusal::LockedDocument { file: "scan.pdf".into() },
        Refusal::NoCouponSeen,
        Refusal::PicturesWait,
        Refusal::FileTooLarge { megabytes: 4 },
        Refusal::MalformedLine { line: 1200, column: 3, reason: "expected a number".into() },
        Refusal::NotPermitted,
        Refusal::SignInNeeded,
        Refusal::ExpiredLink,
        Refusal::WrongPassword,
        Refusal::ReasonNeeded,
        Refusal::NothingChanges,
        Refusal::BeforeAmendment { since: date(2025, 8, 15) },
        Refusal::SizeGone { band: "1 personne".into() },
        Refusal::PrintedUntil { class: "Coupon solidaire".into(), until: date(2025, 10, 13) },
        Refusal::NotAnAnswer { question: "households".into() },
        Refusal::ScenarioField { field: "weeks".into() },
        Refusal::NotebookNotReady { questions: 3, contradictions: 1 },
        Refusal::UnknownDevice,
        Refusal::RevokedDevice,
        Refusal::NotAHubAddress { written: "marche".into() },
        Refusal::TooManyTries { seconds: 200 },
        Refusal::AlreadyHandedOut { coupon },
        Refusal::TooMuchWork { limit: 3 },
    ]
}

#[test]
fn the_list_of_codes_is_whole() {
    let built: BTreeSet<String> = one_of_each().iter().map(Refusal::code).collect();
    let listed: BTreeSet<String> = CODES.iter().map(ToString::to_string).collect();
    assert_eq!(built, listed);
}

#[test]
fn every_code_has_a_message_and_a_next_step() {
    for lang in Lang::ALL {
        for code in CODES {
            let key = format!("refusal-{}", code.replace('_', "-"));
            assert!(text::has(*lang, &key), "{} {key}", lang.code());
            assert!(text::has(*lang, &format!("{key}-next")), "{} {key}-next", lang.code());
        }
    }
}

#[test]
fn every_refusal_is_said() {
    for lang in Lang::ALL {
        for one in one_of_each() {
            let said = refusal(*lang, &one, &Village);
            assert_eq!(said.code, one.code());
            for text in [&said.message, &said.next] {
                assert!(!text.contains(['⟦', '{', '}']), "{text}");
                assert!(text.chars().count() < 260, "{text}");
            }
            assert!(said.next.ends_with('.'), "{}", said.next);
            assert_ne!(said.message, said.next);
        }
    }
}

fn fr(one: &Refusal) -> String {
    refusal(Lang::Fr, one, &Village).message
}

#[test]
fn the_facts_are_in_the_sentence() {
    let at = "2025-10-12T18:05:00Z".parse().expect("instant");
    let spent = Refusal::AlreadyRedeemed { at, day: None, place: PlaceId(1), vendor: VendorId(2) };
    assert_eq!(
        fr(&spent),
        "Ce coupon a déjà été utilisé\u{a0}: 12 octobre 2025 à 14\u{a0}h\u{a0}05, Marché de Deschambault, chez Ferme du Rang 3."
    );
    assert_eq!(
        refusal(Lang::En, &spent, &Village).message,
        "This coupon was already used: October 12, 2025, 2:05\u{a0}pm, Marché de Deschambault, at Ferme du Rang 3."
    );
    assert_eq!(
        fr(&Refusal::OverCeiling { available: 5_000, asked: 123_450 }),
        "Les fonds ne suffisent pas. Ces coupons demandent 1\u{a0}234,50\u{a0}$ et il reste 50,00\u{a0}$ à promettre."
    );
    assert_eq!(
        fr(&Refusal::IllegalMove {
            coupon: CouponId::new(BatchId(3), 12),
            from: "handed_out".into(),
            to: "in_stock".into(),
            count: 2
        }),
        "2 coupons, dont le 3-00012, ne peuvent pas passer de «\u{a0}Remis\u{a0}» à «\u{a0}En réserve\u{a0}»."
    );
    assert_eq!(
        fr(&Refusal::CannotCloseYet { disputes: 1, unpaid: 6_000, live: 12 }),
        "La saison ne peut pas encore fermer. Il reste\u{a0}: 1 litige ouvert, 60,00\u{a0}$ à payer aux marchands \
         et 12 coupons encore bons."
    );
    assert_eq!(fr(&Refusal::TooEarly { from: date(2025, 7, 1) }), "Ce coupon sera bon à partir du 1er juillet 2025.");
    assert_eq!(
        fr(&Refusal::WrongStep { state: "2".into() }),
        "Ce n’est pas possible à cette étape. État actuel\u{a0}: version 2."
    );
    assert_eq!(fr(&Refusal::NotEnough { available: 0, asked: 3 }), "Il y a 0 coupon disponible et vous en demandez 3.");
}

/// Steps that a refusal may name all have their word.
#[test]
fn steps_have_words() {
    use domain::settlement::{PaymentState, RunState};
    let runs = RunState::ALL.iter().map(|s| s.key());
    let payments = PaymentState::ALL.iter().map(|s| s.key());
    for key in runs.chain(payments).chain(["refused", "paid"]) {
        let key = key.replace('_', "-");
        for lang in Lang::ALL {
            assert!(text::has(*lang, &format!("step-{key}")), "{} step-{key}", lang.code());
        }
    }
}
