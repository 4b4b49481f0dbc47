//! A backup of one database is restored in the other and proves itself.

use crate::people::wait;
use crate::support::{P, codes, count, grounds, hand_out, prepare, prove, set, start};
use app::bank_details::{self, Account};
use app::domain::handout::Choice;
use app::domain::redemption::Channel;
use app::sign_in::{Caller, Entered};

#[test]
fn what_was_copied_is_restored_in_the_other_database() {
    let mut copies = Vec::new();
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        count(app, codes(app, 1, 0..4), Channel::Counted);
        app.add_person_wait("Ana", "ana@exemple.ca", Some("une phrase assez longue")).expect("added");
        let r = crate::support::request(app);
        let account = Account::new("815", "20123", "1234567").expect("digits");
        app.act_wait(P, move |cx| bank_details::propose(cx, r, crate::support::FERME, &account)).expect("proposed");
        let person = app.people_wait().expect("people")[0].id;
        let offer = wait(app.offer_authenticator(person, &crate::account::fresh(app, person))).expect("offered");
        let code = crate::account::phone(&offer.secret, app.now().as_second());
        let recovery = wait(app.confirm_authenticator(person, &code)).expect("confirmed");
        let mut copy = Vec::new();
        app.backup_wait(&mut copy, true).expect("copied");
        copies.push((ground.name, copy, prove(app).head, codes(app, 1, 0..3), (offer, recovery)));
    }
    copies.reverse();
    for (ground, (from, copy, head, before, (offer, recovery))) in ground::both(8, start()).into_iter().zip(copies) {
        let app = &ground.app;
        restore(app, &copy).expect("restored");
        assert_eq!(prove(app).head, head, "{from} to {}", ground.name);
        assert_eq!(codes(app, 1, 0..3), before);
        // The second step is asked for as before, and answered as before.
        let enter = || wait(app.sign_in_by_password("ana@exemple.ca", "une phrase assez longue", &Caller::default()));
        ground.clock.set(ground.clock.now() + jiff::SignedDuration::from_secs(60));
        for code in [crate::account::phone(&offer.secret, app.now().as_second()), recovery[0].clone()] {
            let Ok(Entered::SecondStep(begun)) = enter() else { panic!("a code is asked for") };
            wait(app.sign_in_by_code(&begun, &code, &Caller::default())).expect("in");
        }
        assert!(restore(app, &copy).is_err(), "never over other data");
        assert_eq!(count(app, codes(app, 1, 4..5), Channel::Counted).accepted, 1);
        prove(app);
    }
}

fn restore(app: &app::App, copy: &[u8]) -> Result<u64, app::Error> {
    let copy = copy.to_vec();
    app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone())))
}

#[test]
fn a_copy_cut_short_or_changed_leaves_nothing_behind() {
    let [ground, _] = grounds();
    prepare(&ground.app);
    ground.app.add_person_wait("Ana", "ana@exemple.ca", Some("une phrase assez longue")).expect("added");
    let mut copy = Vec::new();
    ground.app.backup_wait(&mut copy, true).expect("copied");
    let text = String::from_utf8(copy.clone()).expect("text");
    let but_last = |n: usize| text.lines().take(text.lines().count() - n).collect::<Vec<_>>().join("\n");
    let changed = text.replace("virement 1", "virement 9");
    assert_ne!(changed, text);
    let without_head = text.lines().filter(|l| !l.contains("\"head\"")).collect::<Vec<_>>().join("\n");
    let bad = [but_last(1), but_last(3), changed, without_head, "not json".to_owned(), String::new()];
    for fresh in ground::both(9, start()) {
        for bad in &bad {
            assert!(restore(&fresh.app, bad.as_bytes()).is_err());
            assert!(fresh.app.keys.read().expect("keys").of(P).is_none(), "a copy that does not fit leaves no secret");
            assert!(fresh.app.programmes_wait().expect("read").is_empty() && fresh.app.people_wait().expect("read").is_empty());
        }
        // And so the good copy still fits.
        restore(&fresh.app, &copy).expect("restored");
        prove(&fresh.app);
    }
}
