//! A territory's approach on both databases: who sits at its committee, what is done, minutes that settle several
//! questions at once; and every word that it needs.

use crate::notebook::{begin, id, person};
use crate::people::wait;
use crate::support::{grounds, refused};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::notebook::way::{How, Meeting, Needed, Role as Does, Seated, Sits, Standing, Work, course, voices};
use app::notebook::{Approach, Guest, Minutes, Seat, State};
use jiff::civil::{Date, date};
use text::Lang;

fn seated(seat: &str, name: &str) -> Seated {
    Seated { seat: seat.into(), name: name.into(), people: 2, ..Seated::default() }
}

fn minutes(on: Option<Date>, decided: &[&str]) -> Minutes {
    let decided = decided.iter().map(|question| (*question).to_owned()).collect();
    let meeting = Meeting { name: "Rencontre 3".into(), on, workshop: "who".into(), decided, ..Meeting::default() };
    Minutes { meeting, by: "Le comité".into(), state: State::Decided }
}

#[test]
fn a_committee_its_tasks_and_its_minutes() {
    for ground in grounds() {
        let app = &ground.app;
        let (net, ana) = (person(app, "Net", Some(Role::Network)), person(app, "Ana", Some(Role::Coordinator)));
        let key = begin(app, net);
        let seen = || wait(app.notebook(net, &key, None)).expect("seen");
        let fresh = || app.surroundings.uuid();
        assert_eq!(seen().approach, Approach::default());

        for _ in 0..2 {
            wait(app.seat_voice(net, id(3), &key, None, seated("participants", "Deux parents"))).expect("seated");
        }
        assert_eq!(seen().approach.seats.len(), 1, "the same form twice is one line");
        let missing = |seat: &str| voices(course(), &seen().notebook, &seen().approach).iter().any(|voice| voice.seat == seat);
        assert!(!missing("participants") && missing("producers") && missing("health"));
        let why = Seated { seat: "health".into(), sits: Sits::Without, ..Seated::default() };
        assert_eq!(refused(wait(app.seat_voice(net, fresh(), &key, None, why.clone()))), Refusal::ReasonNeeded);
        let why = Seated { note: "Le CLSC est trop loin".into(), ..why };
        wait(app.seat_voice(net, fresh(), &key, None, why)).expect("without");
        assert!(!missing("health"));
        let left = Seated { sits: Sits::Left, ..seated("participants", "") };
        wait(app.seat_voice(net, fresh(), &key, Some("seat-1".into()), left)).expect("left");
        assert!(missing("participants"));
        assert_eq!(refused(wait(app.seat_voice(net, fresh(), &key, None, seated("market", " ")))), Refusal::NameNeeded);
        assert_eq!(refused(wait(app.seat_voice(net, fresh(), &key, None, seated("king", "Moi")))), Refusal::NotFound);
        let nobody = wait(app.seat_voice(net, fresh(), &key, Some("seat-9".into()), seated("market", "Lou")));
        assert_eq!(refused(nobody), Refusal::NotFound);

        let work =
            |named: &str| Work { named: named.into(), owner: "Lou".into(), due: Some(date(2027, 3, 1)), ..Work::default() };
        wait(app.work_task(net, fresh(), &key, Some("print-coupons".into()), work("Autre nom"))).expect("owned");
        wait(app.work_task(net, fresh(), &key, None, work("Louer la salle"))).expect("added");
        let done = Work { done_on: Some(date(2027, 2, 1)), ..work("Louer la salle") };
        wait(app.work_task(net, fresh(), &key, Some("own-1".into()), done)).expect("done");
        let tasks = seen().approach.tasks;
        assert_eq!((tasks["print-coupons"].named.as_str(), tasks["print-coupons"].owner.as_str()), ("", "Lou"));
        assert_eq!(tasks["own-1"].done_on, Some(date(2027, 2, 1)));
        assert_eq!(refused(wait(app.work_task(net, fresh(), &key, None, Work::default()))), Refusal::NameNeeded);
        assert_eq!(refused(wait(app.work_task(net, fresh(), &key, Some("nothing".into()), work("Rien")))), Refusal::NotFound);

        let day = Some(date(2027, 2, 3));
        let before = seen().notebook.decision("cadence").cloned().expect("borrowed");
        assert!(before.borrowed.is_some());
        let no = refused(wait(app.hold_meeting(net, fresh(), &key, minutes(day, &["cadence", "carrier"]))));
        assert_eq!(no, Refusal::NotAnAnswer { question: "carrier".into() }, "without an answer nothing is decided");
        assert!(seen().approach.meetings.is_empty(), "all or nothing");
        assert_eq!(refused(wait(app.hold_meeting(net, fresh(), &key, minutes(day, &["nothing"])))), Refusal::NotFound);
        assert!(matches!(refused(wait(app.hold_meeting(net, fresh(), &key, minutes(None, &[])))), Refusal::NotADate { .. }));
        for _ in 0..2 {
            wait(app.hold_meeting(net, id(4), &key, minutes(day, &["cadence", "weeks"]))).expect("held");
        }
        for question in ["cadence", "weeks"] {
            let now = seen().notebook.decision(question).cloned().expect("there");
            assert_eq!(
                (now.state, now.by.as_str(), now.meeting.as_str(), now.on),
                (State::Decided, "Le comité", "Rencontre 3", day)
            );
            assert_eq!(now.borrowed, None);
        }
        assert_eq!(seen().notebook.decision("cadence").and_then(|now| now.answer.clone()), before.answer);
        assert_eq!((seen().approach.meetings.len(), seen().approach.tasks["hold-who"].done_on), (1, day));
        // The history of questions stays what it was: the approach is not a question.
        let past = wait(app.notebook_past(net, &key, None)).expect("past");
        assert!(past.iter().all(|past| !Approach::is_entry(&past.question)));
        let (then, version) = (wait(app.notebook(net, &key, Some(1))).expect("then"), seen().version);
        assert!(then.approach == Approach::default() && version > then.version);

        assert_eq!(refused(wait(app.seat_voice(ana, fresh(), &key, None, seated("market", "Ana")))), Refusal::NotFound);
        let guest = Guest { name: "Max".into(), email: String::new(), language: "fr".into(), seat: Seat::Reader };
        let (max, _) = wait(app.invite_to_notebook(net, id(5), &key, guest)).expect("invited");
        assert_eq!(refused(wait(app.hold_meeting(max, fresh(), &key, minutes(day, &["weeks"])))), Refusal::NotPermitted);
    }
}

#[test]
fn the_file_carries_the_approach_to_another_notebook() {
    for ground in grounds() {
        let app = &ground.app;
        let net = person(app, "Net", Some(Role::Network));
        let key = begin(app, net);
        wait(app.seat_voice(net, id(3), &key, None, seated("market", "Lou"))).expect("seated");
        wait(app.hold_meeting(net, id(4), &key, minutes(Some(date(2027, 2, 3)), &["weeks"]))).expect("held");
        let one = wait(app.notebook(net, &key, None)).expect("seen");
        let same = wait(app.bring_notebook(net, id(5), &key, one.file().expect("a file").as_bytes(), true)).expect("read");
        assert_eq!(same, Vec::<String>::new(), "what it wrote it reads");
        let other = wait(app.begin_notebook(net, id(6), "Ailleurs", "amos")).expect("begun");
        wait(app.bring_notebook(net, id(7), &other, one.file().expect("a file").as_bytes(), true)).expect("kept");
        assert_eq!(wait(app.notebook(net, &other, None)).expect("seen").approach, one.approach);
        // A decision cannot pass for an entry of the approach: nobody could open the notebook again.
        let odd = b"[notebook.seat-1]\nanswer = \"x\"\nstate = \"proposed\"\n";
        let no = refused(wait(app.bring_notebook(net, id(8), &other, odd, true)));
        assert_eq!(no, Refusal::NotAnAnswer { question: "seat-1".into() });
        let odd = b"[approach.seats.weeks]\nseat = \"market\"\n";
        assert_eq!(refused(wait(app.bring_notebook(net, id(9), &other, odd, true))), Refusal::NothingChanges);
    }
}

#[test]
fn everything_of_the_approach_has_its_words() {
    let course = course();
    let mut keys: Vec<String> = Vec::new();
    let mut say = |family: &str, key: &str, more: &[&str]| {
        keys.push(format!("approach-{family}-{key}"));
        keys.extend(more.iter().map(|more| format!("approach-{family}-{key}-{more}")));
    };
    course.phases.iter().for_each(|phase| say("phase", phase, &["about"]));
    for step in &course.step {
        say("step", &step.key, &["about"]);
        step.ready.iter().for_each(|ready| say("ready", ready, &[]));
        step.task.iter().for_each(|task| say("task", &task.key, &[]));
    }
    course.seat.iter().for_each(|seat| say("seat", &seat.key, &["why"]));
    for workshop in &course.workshop {
        say("workshop", &workshop.key, &["about"]);
        workshop.objectives.iter().for_each(|objective| say("objective", objective, &[]));
        workshop.materials.iter().for_each(|material| say("material", material, &[]));
        workshop.activities.iter().for_each(|activity| say("activity", &activity.key, &["how"]));
    }
    for how in [How::Vote, How::Dots, How::Write] {
        say("how", how.key(), &[]);
    }
    for standing in [Standing::Unanswered, Standing::Borrowed, Standing::Proposed, Standing::Reopened] {
        say("standing", standing.key(), &[]);
    }
    for role in
        [Does::Facilitator, Does::Carrier, Does::Coordinator, Does::Committee, Does::Fiduciary, Does::Partners, Does::Vendors]
    {
        say("role", role.key(), &[]);
    }
    assert!(course.seat.iter().any(|seat| seat.needed == Needed::Wanted));
    for lang in Lang::ALL {
        for key in &keys {
            assert!(text::has(*lang, key), "{} {key}", lang.code());
        }
    }
}
