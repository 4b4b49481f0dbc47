//! Files for the bank, what it sends back, and the month that is closed.

use crate::support::{A, MARCHE, P, codes, grounds, hand_out, prepare, prove, refused, request, start};
use app::bank_answer::{self, Deed, Look};
use app::bank_details::{self, Account};
use app::bank_file::{self, Format};
use app::books;
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, FundId, PaymentId, PersonId, RunId, VendorId};
use app::domain::reconciliation::Finding;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::domain::settlement::{Payment, PaymentState};
use app::redemption::{self, CountIn};
use app::{App, fund, programme, settlement};
use ground::Ground;
use jiff::SignedDuration;
use jiff::civil::date;
use text::Lang;

/// The merchant who is paid by direct deposit.
const MIEL: VendorId = VendorId(2);

const BANK: &str = "originator_id = \"1234567890\"\noriginator_short_name = \"PCN ESSAI\"\noriginator_long_name = \"FIDUCIAIRE\"\n\
    data_centre = \"81510\"\nfirst_creation_number = 9999\n[returns_to]\ninstitution = \"815\"\ntransit = \"20123\"\nnumber = \"7654321\"\n";

fn days(count: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * count)
}

/// Coupons counted, an account that waited, people who approve; and what the bank asked for. 21 July 2025, a Monday.
fn ready(ground: &Ground, folder: &std::path::Path) -> (App, Vec<PersonId>) {
    std::fs::write(folder.join("bank-essai.toml"), BANK).expect("written");
    let app = ground.app.clone().with_profiles(folder.to_owned());
    prepare(&app);
    hand_out(&app, Choice::Count { class: A, count: 8 }).expect("handed out");
    let people: Vec<PersonId> = ["Ana", "Bob"].iter().map(|n| app.add_person_wait(n, "", None).expect("added")).collect();
    let (r, grants): (Vec<Request>, Vec<Request>) =
        ((0..2).map(|_| request(&app)).collect(), people.iter().map(|_| request(&app)).collect());
    let (ana, granted) = (Request::now(&app, Actor::Person(people[0])), people.clone());
    let account = Account::new("815", "20123", "1234567").expect("digits");
    app.act_wait(P, move |cx| {
        for (request, person) in grants.iter().zip(&granted) {
            programme::grant(cx, *request, *person, Role::Treasurer)?;
        }
        bank_details::propose(cx, r[0], MIEL, &account)?;
        bank_details::confirm(cx, ana, MIEL, 1)
    })
    .expect("an account");
    ground.clock.set(start().checked_add(days(20)).expect("a day"));
    (app, people)
}

fn count(app: &App, indexes: std::ops::Range<u32>) {
    let (request, codes) = (request(app), codes(app, 1, indexes));
    let count = CountIn { vendor: MIEL, place: MARCHE, channel: Channel::Counted, codes };
    app.act_wait(P, move |cx| redemption::count_in(cx, request, &count)).expect("counted");
}

/// A run that two people approved.
fn approved(app: &App, people: &[PersonId]) -> RunId {
    let (one, now) = (request(app), app.now());
    let by: Vec<Request> = people.iter().map(|person| Request::now(app, Actor::Person(*person))).collect();
    app.act_wait(P, move |cx| {
        let run = settlement::prepare(cx, one, now)?;
        for request in &by {
            settlement::approve(cx, *request, run)?;
        }
        Ok(run)
    })
    .expect("approved")
}

fn pay(app: &App, run: RunId) {
    let r = request(app);
    app.act_wait(P, move |cx| settlement::pay(cx, r, run)).expect("sent");
}

fn make(app: &App, run: RunId, format: Format, due: Option<jiff::civil::Date>) -> Result<bank_file::Made, app::Error> {
    let book = app.programme_wait("essai").expect("there");
    let profile = app.bank_profile(&book).expect("a profile");
    app.act_wait(P, move |cx| bank_file::make(cx, Actor::System, run, &profile, format, due))
        .map(|made| made.unwrap_or_else(|problems| panic!("{problems:?}")))
}

fn look(app: &App, bytes: &[u8]) -> Result<Look, app::Error> {
    let bytes = bytes.to_vec();
    app.look_wait(P, move |cx| bank_answer::look(cx, Actor::System, &bytes))
}

fn write(app: &App, look: &Look) -> u64 {
    let deeds: Vec<Deed> = look.lines.iter().filter_map(|(line, finding)| bank_answer::deed(line, finding)).collect();
    let r = request(app);
    app.act_wait(P, move |cx| bank_answer::apply(cx, r, &deeds)).expect("written")
}

fn payment(app: &App, run: RunId) -> Payment {
    app.look_wait(P, move |cx| settlement::run(cx, Actor::System, run)).expect("there").1.remove(0)
}

#[test]
fn numbers_have_no_gap_and_what_comes_back_is_owed_again() {
    for ground in grounds() {
        let folder = tempfile::tempdir().expect("a folder");
        let (app, people) = ready(&ground, folder.path());
        count(&app, 0..3);
        let run = approved(&app, &people);
        let first = make(&app, run, Format::Cpa005, None).expect("a file");
        assert_eq!(first.number, 9999, "as the profile says");
        assert!(first.text.contains("025203"), "22 July, the next business day");
        assert_eq!(make(&app, run, Format::Cpa005, None).expect("a file"), first, "the same bytes");
        let other = make(&app, run, Format::Pain00109, None).expect("a file");
        assert!(other.number == 9999 && other.text.contains("<EndToEndId>R1P1</EndToEndId>"));
        let made = app.look_wait(P, move |cx| bank_file::list(cx, Actor::System, run)).expect("read");
        assert_eq!(
            made.iter().map(|f| (f.making, f.number, f.format.as_str())).collect::<Vec<_>>(),
            [(1, 9999, "cpa005"), (2, 9999, "pain001-09")]
        );
        let closed = refused(make(&app, run, Format::Cpa005, Some(date(2025, 7, 26))));
        assert_eq!(closed, Refusal::NotADueDate { on: date(2025, 7, 26), next: date(2025, 7, 28) });
        pay(&app, run);

        // The bank returns it: the same record, of another type, with its reason.
        let returned = first.text.replacen("\r\nC", "\r\nI", 1).replacen("0460", "0905", 1).replacen("999460", "999905", 1);
        let seen = look(&app, returned.as_bytes()).expect("a file of returns");
        let [(line, finding)] = seen.lines.as_slice() else { panic!("{seen:?}") };
        assert_eq!((line.amount_cents, finding), (Some(1_500), &Finding::Return(PaymentId(1))), "{}", ground.name);
        assert_eq!(bank_answer::said(Lang::Fr, line).split(" · ").next(), Some("905"));
        assert_eq!(write(&app, &seen), 1);
        let back = payment(&app, run);
        assert_eq!((back.state, back.reference.as_str()), (PaymentState::Returned, "905 · compte fermé / account closed"));
        assert_eq!(look(&app, returned.as_bytes()).expect("again").lines[0].1, Finding::Known(vec![PaymentId(1)]));

        // It is owed again, in the next run, whose file has the next number: after 9999 comes 1.
        count(&app, 3..4);
        let again = approved(&app, &people);
        assert_eq!(make(&app, again, Format::Cpa005, None).expect("a file").number, 1);
        assert_eq!(make(&app, run, Format::Cpa005, None).expect("a file").number, 9999, "its own, still");
        pay(&app, again);
        let ofx = |cents: &str| {
            format!(
                "OFXHEADER:100\n\n<OFX><STMTTRN><DTPOSTED>20250722<TRNAMT>{cents}<FITID>1<NAME>DEPOTS DIRECTS</STMTTRN></OFX>"
            )
        };
        let strange = look(&app, ofx("-3.00").as_bytes()).expect("a statement");
        assert_eq!((&strange.lines[0].1, strange.unseen.len()), (&Finding::Unknown, 1));
        let received = look(&app, ofx("200.00").as_bytes()).expect("a statement");
        assert_eq!(received.lines[0].1, Finding::Unknown, "received long before");
        let seen = look(&app, ofx("-20.00").as_bytes()).expect("a statement");
        assert_eq!(seen.lines[0].1, Finding::Confirm { payments: vec![PaymentId(2)], named: false });
        assert!(seen.unseen.is_empty());
        assert_eq!(write(&app, &seen), 1);
        assert_eq!(
            (payment(&app, again).state, payment(&app, again).reference.as_str()),
            (PaymentState::Confirmed, "2025-07-22 DEPOTS DIRECTS")
        );
        let unread = refused(look(&app, b"Date;Montant\n"));
        assert!(matches!(unread, Refusal::NotABankFile { line: 1, ref why, .. } if why == "no-shape"), "{unread:?}");
        prove(&app);

        // A copy keeps the numbers.
        let mut copy = Vec::new();
        app.backup_wait(&mut copy, true).expect("copied");
        let other = ground::sqlite(8, start(), app::Sabotage::default());
        other.app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone()))).expect("restored");
        let kept = other.app.look_wait(P, move |cx| bank_file::list(cx, Actor::System, run)).expect("read");
        assert_eq!(kept, app.look_wait(P, move |cx| bank_file::list(cx, Actor::System, run)).expect("read"));
    }
}

fn month(app: &App, format: books::Format, first: Option<jiff::civil::Date>) -> Result<Vec<u8>, app::Error> {
    app.look_wait(P, move |cx| {
        let mut bytes = Vec::new();
        books::write(cx, Actor::System, Lang::Fr, format, first, &mut bytes)?;
        Ok(bytes)
    })
}

#[test]
fn a_month_that_is_over_never_changes() {
    for ground in grounds() {
        let folder = tempfile::tempdir().expect("a folder");
        let (app, _) = ready(&ground, folder.path());
        count(&app, 0..3);
        let july = Some(date(2025, 7, 1));
        assert_eq!(refused(month(&app, books::Format::Quickbooks, july)), Refusal::MonthNotOver);
        ground.clock.set(start().checked_add(days(40)).expect("a day"));
        let before: Vec<Vec<u8>> =
            books::Format::ALL.iter().filter(|f| f.key() != "mapped").map(|f| month(&app, *f, july).expect("a month")).collect();
        let link = app.look_wait(P, |cx| books::months(cx, Actor::System)).expect("months")[0].link;
        assert!(link.is_some());
        let r = request(&app);
        app.act_wait(P, move |cx| fund::receive(cx, r, FundId(1), Amount::cad(5_000), "virement 3", date(2025, 7, 30)))
            .expect("received");
        let after: Vec<Vec<u8>> =
            books::Format::ALL.iter().filter(|f| f.key() != "mapped").map(|f| month(&app, *f, july).expect("a month")).collect();
        assert!(before == after, "{}", ground.name);
        let months = app.look_wait(P, |cx| books::months(cx, Actor::System)).expect("months");
        assert_eq!(
            months.iter().map(|m| (m.first, m.link.is_some())).collect::<Vec<_>>(),
            [(date(2025, 8, 1), false), (date(2025, 7, 1), true)]
        );
        assert_eq!(months[1].link, link);
        // Nobody described another program's columns; then somebody did, and wrongly; then rightly.
        assert!(matches!(refused(month(&app, books::Format::Mapped, july)), Refusal::ProfileMissing { .. }));
        let columns = |text: &str| std::fs::write(folder.path().join("columns-essai.toml"), text).expect("written");
        columns("[journal]\ncolumns = [{ title = \"Jour\", value = \"day\" }]\n");
        assert!(
            matches!(refused(month(&app, books::Format::Mapped, july)), Refusal::ProfileWrong { ref why, .. } if why.contains("[journal]"))
        );
        columns(
            "[journal]\ncolumns = [{ title = \"Date\", value = \"date\" }, { title = \"No\", value = \"entry\" }, { title = \"Montant\", value = \"amount\" }]\n",
        );
        assert!(month(&app, books::Format::Mapped, july).expect("a month").starts_with(b"Date,No,Montant\r\n"));
        // An accountant's own number.
        let plan = app.look_wait(P, |cx| books::plan_table(cx, Actor::System, Lang::Fr)).expect("a plan");
        let plan = String::from_utf8(plan).expect("text").replace("bank;;1060;", "bank;;1099;");
        std::fs::write(folder.path().join("accounts-essai.csv"), plan).expect("written");
        let sage = String::from_utf8_lossy(&month(&app, books::Format::Sage50, None).expect("all")).into_owned();
        assert!(sage.contains("\r\n1099,200.00,") && !sage.contains("\r\n1060,"), "{sage}");
    }
}

#[test]
fn everything_the_bank_and_the_books_say_has_words() {
    use app::bank_answer::{CPA_REASONS, ISO_REASONS, Kind, ReadMistake};
    use app::books::Heading;
    let mut keys: Vec<String> = CPA_REASONS.iter().map(|code| format!("return-cpa-{code}")).collect();
    keys.extend(ISO_REASONS.iter().map(|code| format!("return-iso-{code}")));
    keys.extend(Finding::KEYS.iter().flat_map(|key| [format!("bank-finding-{key}"), format!("bank-finding-{key}-hint")]));
    keys.extend(Kind::ALL.iter().map(|kind| format!("bank-answer-kind-{}", kind.key())));
    keys.extend(ReadMistake::CODES.iter().map(|code| format!("bank-file-{code}")));
    keys.extend(Format::ALL.iter().flat_map(|f| [format!("bank-format-{}", f.key()), format!("bank-format-{}-hint", f.key())]));
    keys.extend(
        books::Format::ALL.iter().flat_map(|f| [format!("books-format-{}", f.key()), format!("books-format-{}-hint", f.key())]),
    );
    keys.extend(Heading::ALL.iter().map(|heading| format!("books-account-{}", heading.key())));
    for lang in Lang::ALL {
        for key in &keys {
            assert!(text::has(*lang, key), "{key}");
        }
    }
}
