//! Passkeys, with a device written here as the standard describes it: what is right lets in, and each thing that may
//! be wrong keeps out.

use crate::account::fresh;
use crate::people::wait;
use crate::support::{grounds, refused};
use app::App;
use app::domain::ids::PersonId;
use app::domain::refusal::Refusal;
use app::passkey::{Answered, Site, encode, user};
use app::sign_in::Caller;
use jiff::SignedDuration;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use sha2::{Digest, Sha256};

const HOST: &str = "pcn.example";
/// Its owner is there and unlocked it.
const UNLOCKED: u8 = 0x05;
const ATTACHED: u8 = 0x40;

struct Device {
    key: SigningKey,
    name: &'static [u8],
    owner: PersonId,
}

/// What a device says when it is asked to answer; a test changes one thing of it.
struct Saying<'a> {
    name: &'a [u8],
    user: Vec<u8>,
    kind: &'a str,
    challenge: Vec<u8>,
    origin: &'a str,
    more: &'a str,
    host: &'a str,
    flags: u8,
    counter: u32,
}

/// Makes one thing of it wrong.
type Spoil = fn(&mut Saying<'_>);

fn site(origin: &str) -> Site {
    Site { origin: origin.to_owned() }
}

fn ours() -> Site {
    site("https://pcn.example")
}

fn client_data(kind: &str, challenge: &[u8], origin: &str, more: &str) -> Vec<u8> {
    format!(r#"{{"type":"{kind}","challenge":"{}","origin":"{origin}"{more}}}"#, encode(challenge)).into_bytes()
}

impl Device {
    fn new(owner: PersonId, name: &'static [u8]) -> Self {
        Self { key: SigningKey::from_slice(&[7; 32]).expect("a key"), name, owner }
    }

    fn data(host: &str, flags: u8, counter: u32, attached: &[u8]) -> Vec<u8> {
        [Sha256::digest(host).as_slice(), &[flags], &counter.to_be_bytes(), attached].concat()
    }

    fn attestation(&self, host: &str, flags: u8) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        let cose = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20], x, &[0x22, 0x58, 0x20], y].concat();
        let length = u8::try_from(self.name.len()).expect("short");
        let data = Self::data(host, flags, 0, &[[0; 16].as_slice(), &[0, length], self.name, &cose].concat());
        let head = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58";
        [head.as_slice(), &[u8::try_from(data.len()).expect("short")], &data].concat()
    }

    fn add(&self, app: &App, flags: u8) -> Result<(), app::Error> {
        let asked = wait(app.begin_passkey(self.owner, &fresh(app, self.owner))).expect("asked");
        let client = client_data("webauthn.create", &asked.challenge, &ours().origin, "");
        wait(app.add_passkey(self.owner, &fresh(app, self.owner), &ours(), "essai", &client, &self.attestation(HOST, flags)))
    }

    /// What it would say if everything is right.
    fn good(&self, app: &App, counter: u32) -> Saying<'_> {
        let challenge = wait(app.ask_passkey(&Caller::default())).expect("asked");
        let (kind, origin) = ("webauthn.get", "https://pcn.example");
        Saying {
            name: self.name,
            user: user(self.owner),
            kind,
            challenge,
            origin,
            more: "",
            host: HOST,
            flags: UNLOCKED,
            counter,
        }
    }

    fn answer(&self, saying: &Saying<'_>) -> Answered {
        let client_data = client_data(saying.kind, &saying.challenge, saying.origin, saying.more);
        let data = Self::data(saying.host, saying.flags, saying.counter, &[]);
        let signature: Signature = self.key.sign(&[data.as_slice(), Sha256::digest(&client_data).as_slice()].concat());
        let signature = signature.to_der().as_bytes().to_vec();
        Answered { id: saying.name.to_vec(), user: saying.user.clone(), client_data, data, signature }
    }
}

fn enter(app: &App, at: &Site, answered: Answered) -> Result<String, app::Error> {
    wait(app.sign_in_by_passkey(at, answered, &Caller::default()))
}

#[test]
fn a_device_lets_its_owner_in_and_nothing_else_does() {
    for ground in grounds() {
        let app = &ground.app;
        let ana = app.add_person_wait("Ana", "", None).expect("added");
        let other = app.add_person_wait("Ben", "", None).expect("added");
        let device = Device::new(ana, b"telephone");
        device.add(app, UNLOCKED | ATTACHED).expect("added");
        let token = enter(app, &ours(), device.answer(&device.good(app, 1))).expect("in");
        assert_eq!(wait(app.signed_in(&token)).expect("in").person.id, ana);

        // One thing wrong at a time.
        let wrong: [(&str, Spoil); 12] = [
            ("an unknown key", |s| s.name = b"tablet"),
            ("no owner", |s| s.user = Vec::new()),
            ("made for making a key", |s| s.kind = "webauthn.create"),
            ("another site's page", |s| s.origin = "https://evil.example"),
            ("inside another site's page", |s| s.more = r#","crossOrigin":true"#),
            ("under another site's page", |s| s.more = r#","topOrigin":"https://evil.example""#),
            ("another host", |s| s.host = "evil.example"),
            ("nobody there", |s| s.flags = 0x04),
            ("not unlocked", |s| s.flags = 0x01),
            ("kept where it cannot be", |s| s.flags = UNLOCKED | 0x10),
            ("suddenly able to be kept elsewhere", |s| s.flags = UNLOCKED | 0x08),
            ("a question nobody asked", |s| s.challenge = vec![1; 32]),
        ];
        for (what, spoil) in wrong {
            let mut saying = device.good(app, 2);
            spoil(&mut saying);
            assert_eq!(refused(enter(app, &ours(), device.answer(&saying))), Refusal::PasskeyRefused, "{what}");
        }
        let saying = Saying { user: user(other), ..device.good(app, 2) };
        assert_eq!(refused(enter(app, &ours(), device.answer(&saying))), Refusal::PasskeyRefused, "somebody else's");
        for counter in [0, 1] {
            let answered = device.answer(&device.good(app, counter));
            assert_eq!(refused(enter(app, &ours(), answered)), Refusal::PasskeyRefused, "a copy: {counter}");
        }
        let stranger = Device { key: SigningKey::from_slice(&[8; 32]).expect("a key"), ..Device::new(ana, b"telephone") };
        assert_eq!(refused(enter(app, &ours(), stranger.answer(&stranger.good(app, 2)))), Refusal::PasskeyRefused, "another key");

        // A host below ours may ask a browser for our keys: what it gets is of no use here.
        let below = site("https://evil.pcn.example");
        let saying = Saying { origin: "https://evil.pcn.example", ..device.good(app, 2) };
        assert_eq!(refused(enter(app, &below, device.answer(&saying))), Refusal::PasskeyRefused);

        // A question is answered once, and not for ever.
        let saying = device.good(app, 2);
        enter(app, &ours(), device.answer(&saying)).expect("in");
        let again = Saying { counter: 3, ..saying };
        assert_eq!(refused(enter(app, &ours(), device.answer(&again))), Refusal::PasskeyRefused);
        let late = device.good(app, 4);
        ground.clock.set(app.now() + SignedDuration::from_mins(6));
        assert_eq!(refused(enter(app, &ours(), device.answer(&late))), Refusal::PasskeyRefused);
        enter(app, &ours(), device.answer(&device.good(app, 5))).expect("still in");
    }
}

#[test]
fn a_key_is_made_by_whoever_was_asked_and_is_nobody_elses() {
    for ground in grounds() {
        let app = &ground.app;
        let ana = app.add_person_wait("Ana", "", None).expect("added");
        let ben = app.add_person_wait("Ben", "", None).expect("added");
        let device = Device::new(ana, b"telephone");
        for flags in [ATTACHED | 0x04, ATTACHED | 0x01, UNLOCKED, UNLOCKED | ATTACHED | 0x10] {
            assert_eq!(refused(device.add(app, flags)), Refusal::PasskeyRefused, "{flags:x}");
        }
        let add = |person, kind: &str, challenge: &[u8], origin: &str, more: &str, host: &str| {
            let client = client_data(kind, challenge, origin, more);
            wait(app.add_passkey(
                person,
                &fresh(app, person),
                &ours(),
                "essai",
                &client,
                &device.attestation(host, UNLOCKED | ATTACHED),
            ))
        };
        let asked = || wait(app.begin_passkey(ana, &fresh(app, ana))).expect("asked").challenge;
        let (make, origin) = ("webauthn.create", "https://pcn.example");
        let wrong = [
            ("somebody else's question", add(ben, make, &asked(), origin, "", HOST)),
            ("made for answering", add(ana, "webauthn.get", &asked(), origin, "", HOST)),
            ("another site's page", add(ana, make, &asked(), "https://evil.example", "", HOST)),
            ("inside another site's page", add(ana, make, &asked(), origin, r#","crossOrigin":true"#, HOST)),
            ("another host", add(ana, make, &asked(), origin, "", "evil.example")),
            ("a question nobody asked", add(ana, make, &[1; 32], origin, "", HOST)),
            (
                "the question of signing in",
                add(ana, make, &wait(app.ask_passkey(&Caller::default())).expect("asked"), origin, "", HOST),
            ),
        ];
        for (what, answer) in wrong {
            assert_eq!(refused(answer), Refusal::PasskeyRefused, "{what}");
        }
        device.add(app, UNLOCKED | ATTACHED | 0x08).expect("added");
        // Browsers are told which keys there are, and a name that is taken stays with whom it is.
        assert_eq!(wait(app.begin_passkey(ana, &fresh(app, ana))).expect("asked").known, [b"telephone".to_vec()]);
        assert_eq!(refused(device.add(app, UNLOCKED | ATTACHED)), Refusal::PasskeyRefused);
        assert_eq!(refused(Device::new(ben, b"telephone").add(app, UNLOCKED | ATTACHED)), Refusal::PasskeyRefused);
        // It was eligible from the start, and stays so; once removed, it lets nobody in.
        let saying = Saying { flags: UNLOCKED | 0x18, ..device.good(app, 1) };
        enter(app, &ours(), device.answer(&saying)).expect("in");
        let saying = device.good(app, 2);
        assert_eq!(refused(enter(app, &ours(), device.answer(&saying))), Refusal::PasskeyRefused);
        wait(app.remove_passkey(ana, &encode(b"telephone"))).expect("removed");
        let saying = Saying { flags: UNLOCKED | 0x18, ..device.good(app, 3) };
        assert_eq!(refused(enter(app, &ours(), device.answer(&saying))), Refusal::PasskeyRefused);
    }
}
