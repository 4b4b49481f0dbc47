//! The phone's rules, held to the program's by tests/vectors/*.json: written by this test (`CABAS_WRITE=1`), compared
//! by it otherwise, and read by tests/browser/phone-core.test.mjs.

use app::domain::code::{Code, CodeError};
use app::domain::coupon::{Funding, State};
use app::domain::ids::{BatchId, ClassId, CouponId, PlaceId, ProgrammeId, VendorId};
use app::domain::phone::{self, Act, Answer, Key, Lists, Presented, Seen, Situation};
use app::domain::programme::{Book, Offline};
use app::domain::redemption::{self, Channel, Verdict, judge};
use app::domain::signed_code::{Fields, SignedCode};
use app::keys::Keys;
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::{Value, json};
use std::path::PathBuf;

fn writes() -> bool {
    std::env::var_os("CABAS_WRITE").is_some()
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors").join(name)
}

/// Writes the file, or compares it.
fn hold(name: &str, value: &Value) {
    let path = file(name);
    let text = format!("{}\n", serde_json::to_string_pretty(value).expect("JSON"));
    if writes() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, &text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).expect("CABAS_WRITE=1 writes it");
    assert!(kept == text, "{name} is not what the program says now: CABAS_WRITE=1 writes it again");
}

fn read_code(text: &str) -> Value {
    match Code::parse(text) {
        Ok(code) => json!({ "shown": code.to_string(), "bits": code.bits().to_string() }),
        Err(CodeError::NotASymbol { position, found }) => {
            json!({ "code": "bad_symbol", "position": position, "found": found.to_string() })
        }
        Err(CodeError::WrongLength { found }) => json!({ "code": "bad_length", "found": found }),
        Err(CodeError::WrongCheck) => json!({ "code": "mistyped_code" }),
    }
}

#[test]
fn vectors_of_codes() {
    let mut texts: Vec<String> = [
        "7K2M4-QXP9H",
        "7k2m4 qxp9h",
        " 7K2M4QXP9H ",
        "7K2M4\u{2013}QXP9H",
        "7K2M4-QXP9",
        "",
        "-",
        "7K2M4-QX?9H",
        "U",
        "7K2M4-QXP9HH",
        "7K2M4\u{a0}QXP9H",
        "é",
        "7K2M4-QXP8H",
        "OOOOO-OOOOO",
        "lllll-lllll",
        "\u{1F34E}",
        "7K2M4\u{85}QXP9H",
        "7K2M4\u{feff}QXP9H",
        "ı",
        "7K2M4\u{2011}QXP9H",
        "ſ0000-00000",
        &"0".repeat(70),
        &"00000-0000U".repeat(7),
    ]
    .map(str::to_owned)
    .into();
    let keys = Keys::new([3; 32]);
    for number in 1..=40 {
        let good = keys.code(b"vectors", number).to_string();
        let mut typed: Vec<char> = good.chars().collect();
        let at = number as usize % 4;
        typed.swap(at, at + 1);
        texts.push(good.clone());
        texts.push(typed.into_iter().collect());
        texts.push(good.to_lowercase().replace('0', "o").replace('1', "l"));
        texts.push(good.replacen('-', "", 1).chars().rev().collect());
    }
    let cases: Vec<Value> = texts.iter().map(|text| json!({ "text": text, "read": read_code(text) })).collect();
    hold("codes.json", &json!({ "cases": cases }));
}

/// What a scanned text says and whether `keys` signed it; nothing for what is no signed code.
fn read_signed(keys: &Keys, text: &str) -> Value {
    SignedCode::parse(text).map_or(Value::Null, |signed| {
        let f = signed.fields;
        json!({
            "slot": f.key_slot, "programme": f.programme, "class": f.class, "face_minor": f.face_minor, "expires_on": f.expires_on,
            "shown": f.code.to_string(), "verified": keys.verify(&signed, 0),
        })
    })
}

#[test]
fn vectors_of_signed_codes() {
    let (ours, theirs) = (Keys::new([4; 32]), Keys::new([5; 32]));
    let path = file("signed.json");
    if writes() {
        let mut texts =
            vec!["HTTPS://PCN.EXAMPLE/C/".to_owned(), "0".repeat(127), "Z".repeat(127), "U".repeat(127), "0".repeat(400)];
        for number in 1..=12u32 {
            let fields = Fields {
                key_slot: u8::from(number % 6 == 0),
                programme: ProgrammeId(if number % 5 == 0 { 65_535 } else { 7 }),
                class: ClassId(if number % 4 == 0 { 255 } else { 2 }),
                face_minor: [500, 1000, (1 << 24) - 1][number as usize % 3],
                expires_on: (number % 2 == 0).then_some(date(2026, 10, 12)),
                code: ours.code(b"vectors", number),
            };
            let good = ours.sign(fields).expect("in range");
            let text = good.to_base32().expect("in range");
            texts.push(good.to_url("pcn.example").expect("in range"));
            texts.push(format!(" {} ", text.to_lowercase()));
            texts.push(text[..126].to_owned());
            texts.push(format!("{}1", &text[..126]));
            texts.push(theirs.sign(fields).expect("in range").to_url("pcn.example").expect("in range"));
            let richer = SignedCode { fields: Fields { face_minor: 5_000, ..fields }, ..good };
            texts.push(richer.to_base32().expect("in range"));
            let mut broken = good;
            broken.signature[number as usize * 5] ^= 1;
            texts.push(broken.to_base32().expect("in range"));
            // The same signature with the other s: WebCrypto takes it, the format does not.
            let mut high = good;
            high.signature[32..].copy_from_slice(&negated(&good.signature[32..]));
            texts.push(high.to_base32().expect("in range"));
        }
        let cases: Vec<Value> = texts.iter().map(|text| json!({ "text": text, "read": read_signed(&ours, text) })).collect();
        hold("signed.json", &json!({ "keys": [{ "slot": 0, "public": ours.public_key(0) }], "cases": cases }));
    }
    // A signature is another each time: what is compared is what the program says of those kept.
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("CABAS_WRITE=1 writes it")).expect("JSON");
    assert_eq!(kept["keys"][0]["public"], json!(ours.public_key(0)));
    let cases = kept["cases"].as_array().expect("cases");
    let verified = cases.iter().filter(|case| case["read"]["verified"] == json!(true)).count();
    assert!(cases.len() > 90 && verified > 15, "{verified} of {}", cases.len());
    for case in cases {
        let text = case["text"].as_str().expect("a text");
        assert_eq!(case["read"], read_signed(&ours, text), "{text}");
    }
}

/// The order of P-256 less `s`, big-endian.
fn negated(s: &[u8]) -> [u8; 32] {
    const ORDER: &str = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    let order = app::domain::chain::unhex(ORDER).expect("hexadecimal");
    let (mut out, mut borrow) = ([0; 32], 0i16);
    for at in (0..32).rev() {
        let left = i16::from(order[at]) - i16::from(s[at]) - borrow;
        borrow = i16::from(left < 0);
        out[at] = u8::try_from(left.rem_euclid(256)).expect("a byte");
    }
    out
}

fn book() -> Book {
    let file = app::programme_file::ProgrammeFile::read(ground::PROGRAMME.as_bytes()).expect("a good file");
    let ground = ground::sqlite(9, "2025-06-20T12:00:00Z".parse().expect("instant"), app::Sabotage::default());
    ground.app.open_programme_wait(&file).expect("opened");
    let books = ground.app.programmes_wait().expect("books");
    let mut book = Book::clone(books.first().expect("ours"));
    book.rules.offline = Offline { value_cents: 10_000, lists_hours: 48 };
    book
}

const MOMENTS: [&str; 11] = [
    "2025-06-30T23:00:00-04:00",
    "2025-07-01T00:30:00-04:00",
    "2025-08-02T10:00:00-04:00",
    "2025-08-02T23:30:00-04:00",
    "2025-09-14T12:00:00-04:00",
    "2025-09-15T00:00:00-04:00",
    "2025-10-13T23:59:59-04:00",
    "2025-10-14T00:00:00-04:00",
    "2025-10-31T23:00:00-04:00",
    "2025-11-01T00:00:00-04:00",
    "2026-01-05T12:00:00-05:00",
];

fn lists(book: &Book, made_at: Timestamp) -> Lists {
    let mut lists = Lists::of(book, made_at, None, None);
    lists.keys.push(Key { slot: 0, public: Keys::new([4; 32]).public_key(0) });
    lists
}

/// Merchants and places: with an agreement, without one, of nobody.
const STALLS: [(u32, u32); 6] = [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (9, 9)];

/// Every situation that the rule tells apart, and a few that it does not.
fn grid(lists: &Lists, stalls: &[(u32, u32)]) -> Vec<Situation> {
    let mut all = Vec::new();
    for moment in MOMENTS {
        let now: Timestamp = moment.parse().expect("instant");
        for (vendor, place) in stalls.iter().copied() {
            for class in [1u8, 2, 3, 4, 9] {
                let of = |verified, programme| Presented::Signed {
                    programme: ProgrammeId(programme),
                    class: ClassId(class),
                    face_minor: 700,
                    expires_on: (class != 2).then_some(date(2025, 10, 13)),
                    verified,
                };
                let programme = lists.programme.0;
                let base = Situation {
                    now,
                    vendor: VendorId(vendor),
                    place: PlaceId(place),
                    presented: of(true, programme),
                    gone: None,
                    seen: Seen::No,
                    unheard_minor: 0,
                };
                all.extend([base, Situation { presented: Presented::Typed { class: ClassId(class) }, ..base }]);
                if (vendor, place) == (1, 1) {
                    all.extend([
                        Situation { presented: of(false, programme), ..base },
                        Situation { presented: of(true, programme + 1), ..base },
                        Situation { seen: Seen::InPayment, ..base },
                        Situation { seen: Seen::Accepted, ..base },
                        Situation { seen: Seen::Elsewhere, ..base },
                        Situation { unheard_minor: 9_500, ..base },
                        Situation { unheard_minor: 9_501, ..base },
                    ]);
                    all.extend(
                        State::ALL
                            .into_iter()
                            .filter(|s| phone::is_gone(*s))
                            .map(|state| Situation { gone: Some(state), ..base }),
                    );
                }
            }
        }
    }
    all
}

#[test]
fn vectors_of_decisions() {
    let open = book();
    let mut closed = open.clone();
    closed.closed_at = Some("2025-09-20T12:00:00Z".parse().expect("instant"));
    let mut free = open.clone();
    free.rules.offline = Offline { value_cents: 0, lists_hours: 0 };
    let made = |text: &str| text.parse::<Timestamp>().expect("instant");
    let mut sets = Vec::new();
    // After the season, with a class and agreements that outlive it.
    let mut long = open.clone();
    long.classes[0].expires_on = None;
    for agreement in &mut long.agreements {
        agreement.until = date(2026, 12, 31);
    }
    // A class at home at the second place only.
    let mut home = open.clone();
    home.classes[0].places = vec![PlaceId(2)];
    for (book, made_at, stalls) in [
        (&open, "2025-08-01T14:00:00Z", STALLS.as_slice()),
        (&open, "2025-10-13T12:00:00Z", &STALLS[..1]),
        (&closed, "2025-10-13T12:00:00Z", &STALLS[..1]),
        (&free, "2025-07-01T12:00:00Z", &STALLS[..1]),
        (&long, "2025-10-31T12:00:00Z", &STALLS[..1]),
        (&home, "2025-08-01T14:00:00Z", &STALLS[1..3]),
    ] {
        let lists = lists(book, made(made_at));
        let cases: Vec<Value> = grid(&lists, stalls).iter().map(|at| json!([at, phone::decide(&lists, at)])).collect();
        sets.push(json!({ "lists": lists, "cases": cases }));
    }
    // One line a case: the file is read by people too.
    let mut text = String::from("[");
    for (index, set) in sets.iter().enumerate() {
        let lines: Vec<String> = set["cases"].as_array().expect("cases").iter().map(Value::to_string).collect();
        text.extend([
            if index > 0 { "," } else { "" },
            "\n{\"lists\":",
            &set["lists"].to_string(),
            ",\"cases\":[\n",
            &lines.join(",\n"),
            "\n]}",
        ]);
    }
    text.push_str("\n]\n");
    let path = file("decide.json");
    if writes() {
        std::fs::write(&path, &text).expect("written");
    }
    assert!(
        std::fs::read_to_string(path).expect("CABAS_WRITE=1 writes it") == text,
        "decide.json: CABAS_WRITE=1 writes it again"
    );
}

#[test]
fn vectors_of_the_outbox() {
    let device = uuid::Uuid::from_u128(0x0195_1111_2222_7333_8444_5555_6666_7777);
    let programme = ProgrammeId(7);
    let mut previous = [0; 32];
    let mut acts = Vec::new();
    for seq in 1..=5 {
        let codes: Vec<String> = (0..seq).map(|n| format!("CODE{n} é")).collect();
        let act = Act { device, seq, at_ms: 1_754_143_200_000 + seq, vendor: VendorId(2), place: PlaceId(3), codes: &codes };
        let hash = act.hash(&previous);
        acts.push(json!({
            "seq": seq, "at_ms": act.at_ms, "vendor": 2, "place": 3, "lines": codes.iter().map(|c| json!({ "text": c })).collect::<Vec<_>>(),
            "previous": app::domain::chain::hex(&previous), "hash": app::domain::chain::hex(&hash),
        }));
        previous = hash;
    }
    let codes = ["7K2M4-QXP9H", "00000-00000"].map(|text| Code::parse(text).expect("a code"));
    let gone: Vec<Value> =
        codes.iter().map(|c| json!([c.to_string(), app::domain::chain::hex(&app::phone::short_hash(programme, *c))])).collect();
    let day = date(2025, 8, 2);
    let mut hashes = codes.map(|code| app::phone::short_hash(programme, code));
    hashes.sort_unstable();
    let shown: Vec<Value> = (0..=hashes.len())
        .map(|count| {
            let text = phone::Accepted { programme: "essai", device, day, hashes: &hashes[..count] }.text();
            json!({ "programme": "essai", "day": day, "hashes": app::domain::chain::hex(&hashes[..count].concat()), "text": text })
        })
        .collect();
    // What the programme signs of an answer, so that whoever carried the payments can bring it back.
    let (asked, answered) = ("{\"acts\":[]}", "{\"acts\":[]} é");
    let text = app::phone::answer_text(device, asked.as_bytes(), answered.as_bytes());
    let answer = json!({ "asked": asked, "answered": answered, "text": String::from_utf8(text).expect("text") });
    let all = json!({ "device": device, "acts": acts, "programme": programme, "gone": gone, "shown": shown, "answer": answer });
    hold("outbox.json", &all);
}

#[test]
fn vectors_of_the_desk() {
    use app::domain::coupon::Batch;
    use app::domain::ids::PartnerId;
    use app::domain::phone::desk::{Given, TakenBack, mark};
    let device = uuid::Uuid::from_u128(0x0195_1111_2222_7333_8444_5555_6666_7777);
    let hex = app::domain::chain::hex;
    let (at_ms, partner) = (1_754_143_200_000, PartnerId(4));
    let codes = ["7K2M4-QXP9H".to_owned(), "00000-00000".to_owned()];
    let mut previous = [0; 32];
    let mut acts = Vec::new();
    for (seq, band, coupons, codes) in [(1, "2-3", "3:9-16", &codes[..]), (2, "1", "3:1,4-8;5:2", &[])] {
        let hash = Given { device, seq, at_ms, partner, band, coupons, codes }.hash(&previous);
        let handed = json!({ "kind": "hand_out", "partner": 4, "band": band, "coupons": coupons, "codes": codes });
        acts.push(json!({ "seq": seq, "at_ms": at_ms, "handed": handed, "previous": hex(&previous), "hash": hex(&hash) }));
        previous = hash;
    }
    let hash = TakenBack { device, seq: 3, at_ms, partner, of: 1 }.hash(&previous);
    let handed = json!({ "kind": "take_back", "partner": 4, "of": 1 });
    acts.push(json!({ "seq": 3, "at_ms": at_ms, "handed": handed, "previous": hex(&previous), "hash": hex(&hash) }));
    previous = hash;
    let hash = Act { device, seq: 4, at_ms, vendor: VendorId(2), place: PlaceId(3), codes: &codes }.counted_hash(&previous);
    let lines: Vec<Value> = codes.iter().map(|code| json!({ "text": code })).collect();
    acts.push(json!({ "seq": 4, "at_ms": at_ms, "counted": true, "vendor": 2, "place": 3, "lines": lines, "previous": hex(&previous), "hash": hex(&hash) }));
    let programme = ProgrammeId(7);
    let marks: Vec<Value> = ["7K2M4-QXP9H", "00000-00000"]
        .iter()
        .map(|text| json!([text, hex(&mark(programme, Code::parse(text).expect("a code")))]))
        .collect();
    let batch = |id: u32, booklet| Batch {
        id: BatchId(id),
        class: ClassId(1),
        count: 200,
        booklet,
        codes_digest: String::new(),
        key_slot: 0,
    };
    let texts = [
        "3-00012",
        "3-00012 à 3-00019",
        " 3-00012 – 3-00019 ",
        "3-00012 to 3-00019",
        "3-c2",
        "3-C2",
        "c2",
        "b2",
        "c2-c3",
        "C2 à c3",
        "12",
        "12-19",
        "12 à 19",
        "",
        "x",
        "0",
        "c0",
        "19-12",
        "4-c1",
        "3-00019 à 3-00012",
        "3-x",
        "-",
        "12-",
        "3-00012 à 4-00013",
    ];
    let [ground, _] = ground::both(1, crate::support::start());
    let mut numbers = Vec::new();
    for batches in [vec![batch(3, 8)], vec![batch(3, 8), batch(4, 10)]] {
        let cases: Vec<Value> = ground
            .app
            .look_wait(crate::support::P, {
                let batches = batches.clone();
                move |cx| {
                    Ok(texts
                        .iter()
                        .map(|text| {
                            let set = app::coupon_numbers::read(cx, text, &batches).ok();
                            json!([text, set.map(|set| set.to_string())])
                        })
                        .collect())
                }
            })
            .expect("read");
        let batches: Vec<Value> = batches.iter().map(|b| json!({ "batch": b.id, "booklet": b.booklet })).collect();
        numbers.push(json!({ "batches": batches, "cases": cases }));
    }
    hold("desk.json", &json!({ "device": device, "acts": acts, "programme": programme, "marks": marks, "numbers": numbers }));
}

/// A merchant never loses a sale that the phone accepted: the server takes it, or opens a dispute. Only a coupon
/// that nobody received yet is refused afterwards.
#[test]
fn what_the_phone_accepts_is_never_simply_refused() {
    let mut book = book();
    book.classes[2].places = vec![PlaceId(2)];
    let mut accepted = 0;
    for made_at in ["2025-07-01T12:00:00Z", "2025-10-13T12:00:00Z"] {
        let lists = lists(&book, made_at.parse().expect("instant"));
        for at in grid(&lists, &STALLS) {
            let Presented::Signed { class, .. } = at.presented else { continue };
            if matches!(phone::decide(&lists, &at), Answer::Refuse { .. }) {
                continue;
            }
            let (Some(class), Some(vendor)) = (book.class(class), book.vendor(at.vendor)) else { continue };
            accepted += 1;
            assert!(book.has_agreement(at.vendor, at.place, book.day_of(at.now)));
            for state in State::ALL.into_iter().filter(|s| !matches!(s, State::Printed | State::InStock)) {
                if class.funding == Funding::Sold && matches!(state, State::WithPartner | State::Expired) {
                    continue;
                }
                for days_later in [0, 1, 20, 200] {
                    let arrived = at.now + jiff::SignedDuration::from_hours(24 * days_later);
                    let act = redemption::Act {
                        vendor,
                        place: at.place,
                        channel: Channel::Offline,
                        day: book.day_of(at.now),
                        arrived_on: book.day_of(arrived),
                        accept_with_partner: true,
                        season: book.season,
                        is_closed: days_later == 200,
                    };
                    let coupon = app::domain::coupon::Coupon {
                        id: CouponId::new(BatchId(1), 1),
                        class: class.id,
                        state,
                        partner: None,
                        fund: None,
                        moved_seq: 1,
                    };
                    let verdict = judge(&coupon, class, act, None);
                    assert!(!matches!(verdict, Verdict::Refuse(_)), "{at:?} {state:?} {days_later}: {verdict:?}");
                }
            }
        }
    }
    assert!(accepted > 30, "{accepted}");
}
