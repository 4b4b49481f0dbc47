//! Our rules of days and our calendars, read by programs that we did not write: `dateutil` for the days, `icalendar`
//! for the file and its changes of clock. They must find the very openings that we find.

use domain::hours::{Slot, openings};
use domain::recurrence::Rule;
use exchange::calendar::{Calendar, Event, When, icalendar};
use jiff::ToSpan;
use jiff::civil::{Date, date, time};
use jiff::tz::TimeZone;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

fn oracles() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracles")
}

/// Gives the oracle a question; it fails with what it found wrong.
fn ask(question: &serde_json::Value) {
    let python = oracles().join(".venv/bin/python");
    assert!(python.exists(), "{} is missing: ./test makes it from tests/oracles/requirements.txt", python.display());
    let mut oracle = Command::new(python)
        .arg(oracles().join("calendar_reader.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Python starts");
    oracle.stdin.take().expect("a pipe").write_all(question.to_string().as_bytes()).expect("written");
    let answer = oracle.wait_with_output().expect("an answer");
    let said = String::from_utf8_lossy(&answer.stderr).into_owned();
    assert!(answer.status.success() && answer.stdout.starts_with(b"same"), "{said}");
}

/// Every combination that markets could think of, from several days of the week and the month.
#[test]
fn dateutil_finds_the_same_days() {
    let rules = [
        "FREQ=WEEKLY;BYDAY=SA",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=TU,FR,SU;UNTIL=20260228",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE;COUNT=9",
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=10;COUNT=20",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20251231",
        "FREQ=DAILY;COUNT=1",
        "FREQ=MONTHLY;BYDAY=1SA",
        "FREQ=MONTHLY;BYDAY=-1SU,2WE",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=5FR",
        "FREQ=MONTHLY;BYDAY=-2TH;COUNT=7",
        "FREQ=MONTHLY;BYDAY=TH;UNTIL=20260115",
    ];
    let last = date(2026, 12, 31);
    let mut cases = Vec::new();
    for text in rules {
        let rule = Rule::parse(text).expect("a rule of ours");
        for start in (0..45i64).map(|days| date(2025, 6, 15).checked_add(days.days()).expect("a day")) {
            let days: Vec<String> = rule.dates(start, last).iter().map(ToString::to_string).collect();
            assert!(!days.is_empty(), "{text} {start}");
            cases.push(serde_json::json!({"rule": rule.to_string(), "start": start.to_string(), "days": days}));
        }
    }
    ask(&serde_json::json!({"last": last.to_string(), "rules": cases}));
}

fn slot(starts_on: Date, rule: &str, hours: (i8, i8), except: &[Date], also: &[Date]) -> Slot {
    Slot {
        starts_on,
        rule: Rule::parse(rule).expect("a rule of ours"),
        from: time(hours.0, 30, 0, 0),
        until: time(hours.1, 0, 0, 0),
        except: except.to_vec(),
        also: also.to_vec(),
    }
}

/// In three zones: with changes of clock, with others, with none.
#[test]
fn icalendar_reads_the_same_openings() {
    let slots = [
        slot(date(2025, 7, 1), "FREQ=WEEKLY;BYDAY=SA;UNTIL=20251213", (9, 13), &[date(2025, 8, 30)], &[date(2025, 12, 20)]),
        slot(date(2025, 9, 10), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20260430", (15, 18), &[], &[]),
        slot(date(2025, 7, 1), "FREQ=MONTHLY;BYDAY=-1SU;COUNT=12", (10, 12), &[date(2025, 7, 27)], &[]),
        slot(date(2026, 2, 14), "FREQ=DAILY;COUNT=1", (8, 9), &[], &[]),
        slot(date(2025, 7, 3), "FREQ=DAILY;UNTIL=20251110", (6, 7), &[], &[]),
    ];
    let closed = [date(2025, 7, 12), date(2025, 10, 2), date(2026, 3, 29), date(2025, 7, 3)];
    let (from, to) = (date(2025, 1, 1), date(2027, 1, 1));
    for zone in ["America/Toronto", "Europe/Paris", "America/Blanc-Sablon"] {
        let there = TimeZone::get(zone).expect("bundled zone");
        let mut events = Vec::new();
        let mut expected = Vec::new();
        for (number, slot) in slots.iter().enumerate() {
            let uid = format!("{number}@pcn.example");
            let days = openings(std::slice::from_ref(slot), from, to);
            let open = days.iter().filter(|opening| !closed.contains(&opening.on));
            let instants: Vec<[String; 2]> = open
                .map(|o| [o.begins(&there).expect("an instant").to_string(), o.ends(&there).expect("an instant").to_string()])
                .collect();
            expected.push(
                serde_json::json!({"uid": uid, "summary": format!("Marché; nᵒ {number}, « été »\nici"), "instants": instants}),
            );
            events.push(Event {
                uid,
                summary: format!("Marché; nᵒ {number}, « été »\nici"),
                location: "1, rue de l’Église, Deschambault-Grondines, où le nom est long et se plie sur deux lignes".into(),
                geo: Some("46.65;-72.0205".into()),
                description: "Fruits et légumes".into(),
                when: When::Slot { slot, closed: closed.to_vec() },
            });
        }
        events.push(Event {
            uid: "day@pcn.example".into(),
            summary: "Dernier jour".into(),
            location: String::new(),
            geo: None,
            description: String::new(),
            when: When::Day(date(2025, 10, 13)),
        });
        let made_at = "2025-06-01T12:00:00Z".parse().expect("an instant");
        let text = icalendar(&Calendar { name: "Marchés d’essai", zone, made_at, events });
        ask(
            &serde_json::json!({"ics": text, "zone": zone, "name": "Marchés d’essai", "events": expected, "day": "2025-10-13", "from": from.to_string(), "to": to.to_string()}),
        );
    }
}
