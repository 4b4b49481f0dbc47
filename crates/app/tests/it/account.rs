//! Passwords, second steps and sessions; and that whoever guesses shuts only themself out.

use crate::people::wait;
use crate::support::{grounds, refused};
use app::domain::ids::PersonId;
use app::domain::refusal::Refusal;
use app::sign_in::{Caller, Entered};
use app::{App, Error};
use jiff::SignedDuration;

const PASSWORD: &str = "cheval agrafe pile";

fn from(address: &str) -> Caller {
    Caller { from: address.to_owned(), device: "Firefox · Linux".to_owned() }
}

fn enter(app: &App, password: &str, address: &str) -> Result<Entered, Error> {
    wait(app.sign_in_by_password("ana@pcn.example", password, &from(address)))
}

fn session(entered: Result<Entered, Error>) -> String {
    match entered.expect("in") {
        Entered::Session(token) => token,
        Entered::SecondStep(_) => panic!("no second step was asked for"),
    }
}

fn ana(app: &App) -> PersonId {
    app.add_person_wait("Ana", "ana@pcn.example", Some(PASSWORD)).expect("added")
}

#[test]
fn whoever_guesses_shuts_only_themself_out() {
    for ground in grounds() {
        let app = &ground.app;
        let ana = ana(app);
        session(enter(app, PASSWORD, "her kitchen"));
        for _ in 0..10 {
            assert_eq!(refused(enter(app, "autre chose", "a café")), Refusal::WrongPassword);
        }
        // There even the right one waits, and elsewhere it does not.
        assert_eq!(refused(enter(app, PASSWORD, "a café")).code(), "too_many_tries");
        session(enter(app, PASSWORD, "a library"));
        // Hundreds of addresses: strangers wait, she does not where she has been before.
        let mut waits = false;
        for n in 0..40 {
            for _ in 0..9 {
                waits |= refused(enter(app, "autre chose", &format!("robot {n}"))).code() == "too_many_tries";
            }
        }
        assert!(waits);
        assert_eq!(refused(enter(app, PASSWORD, "a new place")).code(), "too_many_tries");
        session(enter(app, PASSWORD, "her kitchen"));
        session(enter(app, PASSWORD, "a library"));
        // And a link lets her in anywhere.
        let link = app.invite_wait(ana, SignedDuration::from_hours(1)).expect("a link");
        wait(app.sign_in_by_link(&link, &from("a new place"))).expect("in");
        // Nobody's own account is treated the same: it is not told whether it exists.
        for n in 0..40 {
            for _ in 0..9 {
                let _ = wait(app.sign_in_by_password("nobody@pcn.example", "autre chose", &from(&format!("bee {n}"))));
            }
        }
        let no = wait(app.sign_in_by_password("nobody@pcn.example", PASSWORD, &from("a new place")));
        assert_eq!(refused(no).code(), "too_many_tries");
        let later = ground.clock.now() + SignedDuration::from_mins(10);
        ground.clock.set(later);
        session(enter(app, PASSWORD, "a café"));
    }
}

/// The code a phone would show now, from the secret it was given.
pub fn phone(secret: &str, second: i64) -> String {
    let value = |sign| "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(sign).expect("base 32");
    let bits =
        secret.chars().filter(|c| !c.is_whitespace()).fold(String::new(), |out, sign| out + &format!("{:05b}", value(sign)));
    let key: Vec<u8> = (0..bits.len() / 8).map(|n| u8::from_str_radix(&bits[n * 8..n * 8 + 8], 2).expect("eight bits")).collect();
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &key);
    let tag = ring::hmac::sign(&key, &(second / 30).to_be_bytes());
    let at = usize::from(tag.as_ref()[19] & 15);
    let word = u32::from_be_bytes(tag.as_ref()[at..at + 4].try_into().expect("four bytes"));
    format!("{:06}", (word & 0x7fff_ffff) % 1_000_000)
}

#[test]
fn a_second_step_asks_for_a_code_that_serves_once() {
    for ground in grounds() {
        let (app, clock) = (&ground.app, &ground.clock);
        let ana = ana(app);
        let offer = wait(app.offer_authenticator(ana)).expect("offered");
        assert!(offer.uri.starts_with("otpauth://totp/Cabas:ana%40pcn.example?secret="), "{}", offer.uri);
        // Only offered: nothing is asked for yet, and a wrong code changes nothing.
        session(enter(app, PASSWORD, "here"));
        assert_eq!(refused(wait(app.confirm_authenticator(ana, "000000"))), Refusal::WrongOneTimeCode);
        let offer = wait(app.offer_authenticator(ana)).expect("offered again");
        let code = phone(&offer.secret, clock.now().as_second());
        let recovery = wait(app.confirm_authenticator(ana, &code)).expect("confirmed");
        assert_eq!(recovery.len(), 10);
        assert!(wait(app.account(ana)).is_ok_and(|a| a.second_step && a.recovery_codes == 10));
        assert_eq!(refused(wait(app.offer_authenticator(ana))).code(), "wrong_step");
        let Ok(Entered::SecondStep(begun)) = enter(app, PASSWORD, "here") else { panic!("a code is asked for") };
        // Half in is not in.
        assert_eq!(refused(wait(app.signed_in(&begun)).map(drop)), Refusal::SignInNeeded);
        let by = |code: &str| wait(app.sign_in_by_code(&begun, code, &from("here")));
        assert_eq!(refused(by(&code)), Refusal::WrongOneTimeCode, "the code that was used");
        clock.set(clock.now() + SignedDuration::from_secs(30));
        let code = phone(&offer.secret, clock.now().as_second());
        let token = by(&code).expect("in");
        assert_eq!(wait(app.signed_in(&token)).expect("signed in").person.id, ana);
        assert_eq!(refused(by(&recovery[0])), Refusal::ExpiredLink, "what was begun is over");
        // A recovery code, once, however it is typed.
        for (typed, good) in [(recovery[0].to_lowercase().replace('-', " "), true), (recovery[0].clone(), false)] {
            let Ok(Entered::SecondStep(begun)) = enter(app, PASSWORD, "here") else { panic!("a code is asked for") };
            assert_eq!(wait(app.sign_in_by_code(&begun, &typed, &from("here"))).is_ok(), good, "{typed}");
        }
        assert!(wait(app.account(ana)).is_ok_and(|a| a.recovery_codes == 9));
        // What was begun waits ten minutes.
        let Ok(Entered::SecondStep(begun)) = enter(app, PASSWORD, "here") else { panic!("a code is asked for") };
        clock.set(clock.now() + SignedDuration::from_mins(11));
        assert_eq!(refused(wait(app.sign_in_by_code(&begun, &recovery[1], &from("here")))), Refusal::ExpiredLink);
        // Guessing is slowed, and does not touch links.
        let Ok(Entered::SecondStep(begun)) = enter(app, PASSWORD, "here") else { panic!("a code is asked for") };
        for _ in 0..20 {
            assert_eq!(refused(wait(app.sign_in_by_code(&begun, "000000", &from("here")))), Refusal::WrongOneTimeCode);
        }
        assert_eq!(refused(wait(app.sign_in_by_code(&begun, &recovery[1], &from("here")))).code(), "too_many_tries");
        let link = app.invite_wait(ana, SignedDuration::from_hours(1)).expect("a link");
        wait(app.sign_in_by_link(&link, &from("here"))).expect("in");
        clock.set(clock.now() + SignedDuration::from_mins(10));
        let other = wait(app.confirm_authenticator(ana, &recovery[1])).expect("other codes");
        assert!(
            refused(wait(app.drop_authenticator(ana, &recovery[2]))) == Refusal::WrongOneTimeCode,
            "those of before are over"
        );
        wait(app.drop_authenticator(ana, &other[0])).expect("no longer asked for");
        session(enter(app, PASSWORD, "here"));
    }
}

#[test]
fn an_account_is_its_owners() {
    for ground in grounds() {
        let app = &ground.app;
        let ana = ana(app);
        app.add_person_wait("Béa", "bea@pcn.example", None).expect("added");
        let (old, new) = (session(enter(app, PASSWORD, "here")), session(enter(app, PASSWORD, "here")));
        let this = wait(app.signed_in(&new)).expect("in").session;
        let change = |name: &str, email: &str, password: &str| wait(app.change_account(ana, name, email, "en", password));
        assert_eq!(refused(change("Ana", "bea@pcn.example", PASSWORD)), Refusal::EmailTaken { email: "bea@pcn.example".into() });
        assert_eq!(refused(change("Ana", "ana2@pcn.example", "autre chose")), Refusal::WrongCurrentPassword);
        assert_eq!(refused(change(" ", "ana@pcn.example", "")), Refusal::NameNeeded);
        change("Ana B.", "ana@pcn.example", "").expect("a name needs no password");
        change("Ana B.", "Ana2@PCN.example", PASSWORD).expect("changed");
        let account = wait(app.account(ana)).expect("read");
        assert_eq!((account.person.name.as_str(), account.person.email.as_str()), ("Ana B.", "ana2@pcn.example"));
        assert_eq!(account.sessions.len(), 2);
        assert!(account.sessions.iter().all(|s| s.device == "Firefox · Linux"));
        let password = |before: &str, after: &str| wait(app.change_password(ana, before, after, this));
        assert_eq!(refused(password("autre chose", "une phrase bien longue")), Refusal::WrongCurrentPassword);
        assert_eq!(refused(password(PASSWORD, "court")), Refusal::ShortPassword { least: 12 });
        password(PASSWORD, "une phrase bien longue").expect("changed");
        assert_eq!(refused(wait(app.signed_in(&old)).map(drop)), Refusal::SignInNeeded, "others are out");
        wait(app.signed_in(&new)).expect("this one stays");
        // Sessions end one by one, and nobody ends another's.
        let again = wait(app.sign_in_by_password("ana2@pcn.example", "une phrase bien longue", &from("x"))).expect("in");
        let Entered::Session(again) = again else { panic!("no second step") };
        let name = app::account::session_name(&wait(app.signed_in(&again)).expect("in").session);
        wait(app.end_own_session(PersonId(2), &name)).expect("not theirs");
        wait(app.signed_in(&again)).expect("still open");
        wait(app.end_own_session(ana, &name)).expect("ended");
        assert_eq!(refused(wait(app.signed_in(&again)).map(drop)), Refusal::SignInNeeded);
        // The day it was last used is kept.
        let later = ground.clock.now() + SignedDuration::from_hours(49);
        ground.clock.set(later);
        wait(app.signed_in(&new)).expect("open");
        assert_eq!(wait(app.account(ana)).expect("read").sessions[0].seen_at, later);
    }
}

/// The letters in a folder, the oldest first, once there are so many.
fn letters(folder: &std::path::Path, count: usize) -> Vec<String> {
    for _ in 0..400 {
        let mut files: Vec<_> = std::fs::read_dir(folder).expect("the folder").map(|f| f.expect("a file").path()).collect();
        if files.len() >= count {
            files.sort();
            return files.iter().map(|f| std::fs::read_to_string(f).expect("a letter")).collect();
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    panic!("fewer than {count} letters came");
}

#[test]
fn a_link_is_sent_to_whoever_has_the_address_and_nobody_is_told() {
    use app::mail::Mail;
    use text::Lang;
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for ground in grounds() {
        ana(&ground.app);
        let none =
            runtime.block_on(async { ground.app.send_link("ana@pcn.example", "https://pcn.example", Lang::Fr, &from("here")) });
        assert_eq!(refused(none), Refusal::UnknownAddress, "without settings");
        let folder = tempfile::tempdir().expect("a folder");
        let mail = Mail::new(&format!("folder:{}", folder.path().display()), "Cabas <cabas@pcn.example>").expect("settings");
        let app = &ground.app.clone().with_mail(Some(mail));
        let send = |email: &str, from_where: &str| {
            runtime.block_on(async { app.send_link(email, "https://pcn.example", Lang::Fr, &from(from_where)) })
        };
        let known = send(" Ana@PCN.example", "here").expect("sent");
        assert_eq!(send("nobody@pcn.example", "here").expect("the same answer"), known);
        assert_eq!(refused(send("nobody", "here")).code(), "bad_email");
        assert_eq!(refused(send("", "here")).code(), "bad_email");
        let letter = letters(folder.path(), 1).remove(0).replace("=\r\n", "");
        assert!(letter.contains("To: ana@pcn.example") && letter.contains("Subject: Votre lien de connexion"), "{letter}");
        let token = letter.split("https://pcn.example/l/").nth(1).expect("a link")[..64].to_owned();
        wait(app.sign_in_by_link(&token, &from("here"))).expect("in");
        // However often it is asked for, a box is not filled; and who asks too often waits.
        for n in 0..12 {
            send("ana@pcn.example", &format!("robot {n}")).expect("the same answer");
        }
        letters(folder.path(), 5);
        std::thread::sleep(std::time::Duration::from_millis(200));
        assert_eq!(letters(folder.path(), 5).len(), 5);
        let mut last = Ok(known);
        for n in 0..10 {
            last = send(&format!("a{n}@pcn.example"), "one place");
        }
        last.expect("ten are answered");
        assert_eq!(refused(send("b@pcn.example", "one place")).code(), "too_many_tries");
        for wrong in ["ftp://x", "smtp//", "folder:/dev/null/x"] {
            assert!(Mail::new(wrong, "cabas@pcn.example").is_err(), "{wrong}");
        }
        assert!(Mail::new("smtps://u:p@pcn.example", "no address").is_err());
        assert!(Mail::new("smtps://u:p@pcn.example", "cabas@pcn.example").is_ok());
    }
}
