//! The approach holds together: every name exists, every question is settled once, the calendar follows the weeks, and
//! the score says what is missing.

use jiff::civil::{Date, date};
use notebook::answer::Answer;
use notebook::approach::{
    Approach, From, Missing, Needed, Planned, Season, Seated, Sits, Standing, Work, agenda, cards, confirms, course, overall,
    plan, readiness, voices,
};
use notebook::{Decision, Notebook, State, catalogue};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn unique<'a>(names: impl Iterator<Item = &'a String>) {
    let names: Vec<&String> = names.collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
}

fn chosen(option: &str) -> Decision {
    Decision { answer: Some(Answer::Choice(option.to_owned())), ..Decision::default() }
}

#[test]
fn names_are_unique_and_exist() {
    let course = course();
    unique(course.step.iter().map(|step| &step.key));
    unique(course.step.iter().flat_map(|step| step.task.iter().map(|task| &task.key)));
    unique(course.seat.iter().map(|seat| &seat.key));
    unique(course.workshop.iter().map(|workshop| &workshop.key));
    unique(course.step.iter().flat_map(|step| &step.ready));
    for step in &course.step {
        assert!(course.phases.contains(&step.phase), "{}: no phase {}", step.key, step.phase);
        assert!(
            !step.source.fr.is_empty() && !step.source.en.is_empty() && !step.ready.is_empty() && !step.task.is_empty(),
            "{}",
            step.key
        );
    }
    for phase in &course.phases {
        assert!(course.step.iter().any(|step| step.phase == *phase), "{phase} has no step");
    }
    let conditions = course.seat.iter().flat_map(|seat| &seat.when);
    let conditions = conditions.chain(course.step.iter().flat_map(|step| step.task.iter().flat_map(|task| &task.when)));
    for when in conditions {
        let question = catalogue().question(&when.question).unwrap_or_else(|| panic!("no question {}", when.question));
        assert!(when.is.is_empty() != when.is_not.is_empty(), "{}: one of the two", when.question);
        for option in when.is.iter().chain(&when.is_not) {
            assert!(question.options.contains(option), "{}: no option {option}", when.question);
        }
    }
    assert_eq!(course.step.iter().filter(|step| step.seats).count(), 1);
    for seat in &course.seat {
        assert!(seat.least > 0 && !seat.source.fr.is_empty() && !seat.source.en.is_empty(), "{}", seat.key);
        assert_eq!(seat.needed == Needed::Asked, !seat.when.is_empty(), "{}", seat.key);
    }
    for question in &catalogue().questions {
        assert!(!Approach::is_entry(&question.key), "{} looks like an entry of the approach", question.key);
    }
}

/// A question that no step settles would never be missed; one that no workshop takes up would never be discussed.
#[test]
fn every_question_is_settled_in_one_step_and_discussed_in_one_workshop() {
    let asked: BTreeSet<&str> = catalogue().questions.iter().map(|question| question.key.as_str()).collect();
    let settled: Vec<&str> = course().step.iter().flat_map(|step| step.settles.iter().map(String::as_str)).collect();
    let discussed: Vec<&str> =
        course().workshop.iter().flat_map(|shop| shop.votes.iter().chain(&shop.confirms).map(String::as_str)).collect();
    for once in [settled, discussed] {
        let set: BTreeSet<&str> = once.iter().copied().collect();
        assert_eq!(set.len(), once.len(), "twice: {:?}", once.iter().filter(|q| once.iter().filter(|o| o == q).count() > 1));
        assert_eq!(asked.difference(&set).collect::<Vec<_>>(), Vec::<&&str>::new(), "forgotten");
        assert_eq!(set.difference(&asked).collect::<Vec<_>>(), Vec::<&&str>::new(), "unknown");
    }
}

#[test]
fn workshops_fit_in_half_a_day_and_come_in_order() {
    let course = course();
    let mut before = i16::MAX;
    for workshop in &course.workshop {
        let (timed, minutes) = agenda(workshop);
        assert!((120..=210).contains(&minutes), "{}: {minutes} minutes", workshop.key);
        assert_eq!(timed.last().map(|last| last.from + last.activity.minutes), Some(minutes));
        assert_eq!(timed.windows(2).filter(|pair| pair[0].from >= pair[1].from).count(), 0);
        let (_, task) = course.task(&workshop.task).unwrap_or_else(|| panic!("no task {}", workshop.task));
        assert!(task.weeks < before, "{} is held too early", workshop.key);
        before = task.weeks;
        for seat in &workshop.seats {
            assert!(course.seat(seat).is_some(), "{}: no seat {seat}", workshop.key);
        }
        assert!(!workshop.objectives.is_empty() && !workshop.materials.is_empty(), "{}", workshop.key);
        let slot = |key: &str| timed.iter().find(|timed| timed.activity.key == key).map(|timed| timed.activity.minutes);
        let (votes, _) = (slot("votes"), slot("read-aloud"));
        let count = u16::try_from(workshop.votes.len()).expect("few");
        assert!(workshop.closes || votes.is_some_and(|minutes| minutes >= count * 7), "{}: seven minutes a card", workshop.key);
    }
    assert_eq!(course.workshop.iter().filter(|workshop| workshop.closes).count(), 1);
}

#[test]
fn steps_come_in_order_and_their_tasks_are_done_by_then() {
    let order = |from: From, weeks: i16| (from == From::LastDay, -weeks);
    let steps = &course().step;
    for pair in steps.windows(2) {
        assert!(order(pair[0].from, pair[0].weeks) < order(pair[1].from, pair[1].weeks), "{} and {}", pair[0].key, pair[1].key);
    }
    for step in steps {
        let mut last = (false, i16::MIN);
        for task in &step.task {
            let from = task.from.unwrap_or(step.from);
            assert!(order(from, task.weeks) <= order(step.from, step.weeks), "{} is after {}", task.key, step.key);
            assert!(last <= order(from, task.weeks), "{} comes too late in {}", task.key, step.key);
            last = order(from, task.weeks);
        }
    }
}

#[test]
fn the_calendar_is_planned_back_from_the_first_market_day() {
    let notebook = Notebook::start(catalogue(), "portneuf").expect("a model");
    let season = Season { first: Some(date(2027, 7, 1)), last: Some(date(2027, 9, 30)), short: None };
    let mut approach = Approach::default();
    approach.tasks.insert("print-coupons".to_owned(), Work { due: Some(date(2027, 5, 20)), ..Work::default() });
    approach.tasks.insert("thank".to_owned(), Work { dropped: true, ..Work::default() });
    approach.tasks.insert("own-1".to_owned(), Work { named: "Louer la salle".to_owned(), ..Work::default() });
    let tasks = plan(course(), &notebook, &approach, season);
    let task = |key: &str| tasks.iter().find(|task| task.task == key);
    assert_eq!(task("print-papers").and_then(|task| task.due), Some(date(2027, 6, 3)));
    let moved = task("print-coupons").expect("there");
    assert_eq!((moved.due, moved.usual), (Some(date(2027, 5, 20)), Some(date(2027, 6, 3))));
    assert_eq!(task("close-books").and_then(|task| task.due), Some(date(2027, 11, 4)));
    assert_eq!(task("first-payment").and_then(|task| task.due), Some(date(2027, 7, 8)));
    assert!(task("thank").is_none(), "dropped");
    assert_eq!(tasks.last().map(|task| task.task), Some("own-1"), "what has no day comes last");
    assert!(moved.is_late(date(2027, 5, 21)) && !moved.is_late(date(2027, 5, 20)));
    assert_eq!(Season::of(&notebook).first, notebook.date("starts-on"));
}

#[test]
fn who_begins_late_has_the_same_steps_in_less_time() {
    let notebook = Notebook::start(catalogue(), "portneuf").expect("a model");
    let season = Season { first: Some(date(2027, 7, 1)), last: Some(date(2027, 9, 30)), short: None };
    let approach = Approach::default();
    assert_eq!(season.begun(date(2026, 7, 1), course()), season, "a year before: as usual");
    assert_eq!(season.begun(date(2027, 7, 2), course()), season, "too late: nothing to bring closer");
    let begun = date(2027, 3, 3);
    let late = season.begun(begun, course());
    let (usual, squeezed) = (plan(course(), &notebook, &approach, season), plan(course(), &notebook, &approach, late));
    assert!(usual.iter().any(|task| task.is_late(begun)) && !squeezed.iter().any(|task| task.is_late(begun)));
    // In the same order, and what comes after the first day is as it was.
    let keys = |tasks: &[Planned<'_>]| tasks.iter().map(|task| task.task.to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(keys(&usual), keys(&squeezed));
    for task in &usual {
        let now = squeezed.iter().find(|other| other.task == task.task).expect("there");
        if task.due >= season.first {
            assert_eq!(now.due, task.due, "{}", task.task);
        } else {
            assert!(now.due >= task.due && now.due <= season.first, "{}", task.task);
        }
    }
}

#[test]
fn the_voices_that_are_missing() {
    let mut notebook = Notebook::default();
    let keys = |notebook: &Notebook, approach: &Approach| -> Vec<String> {
        voices(course(), notebook, approach).iter().map(|voice| voice.seat.to_owned()).collect()
    };
    let mut approach = Approach::default();
    // Nobody said that no community takes part: somebody asks it.
    assert!(keys(&notebook, &approach).contains(&"community".to_owned()));
    notebook.decisions.insert("community-data".to_owned(), chosen("not-concerned"));
    assert!(!keys(&notebook, &approach).contains(&"community".to_owned()));
    notebook.decisions.insert("territory-unit".to_owned(), chosen("first-nation"));
    assert!(keys(&notebook, &approach).contains(&"community".to_owned()));
    assert!(!keys(&notebook, &approach).contains(&"research".to_owned()));

    let sits = |seat: &str, people, sits| Seated { seat: seat.to_owned(), people, sits, ..Seated::default() };
    approach.seats.insert("seat-1".to_owned(), sits("participants", 1, Sits::Here));
    let voice = voices(course(), &notebook, &approach)[0];
    assert_eq!((voice.seat, voice.people, voice.needed), ("participants", 1, Needed::Always));
    approach.seats.insert("seat-2".to_owned(), sits("participants", 1, Sits::Here));
    assert!(!keys(&notebook, &approach).contains(&"participants".to_owned()));
    approach.seats.insert("seat-2".to_owned(), sits("participants", 1, Sits::Left));
    assert!(keys(&notebook, &approach).contains(&"participants".to_owned()));
    approach.seats.insert("seat-3".to_owned(), sits("health", 1, Sits::Without));
    assert!(!keys(&notebook, &approach).contains(&"health".to_owned()));
    assert_eq!(approach.next_seat(), "seat-4");
}

#[test]
fn entries_are_written_and_read_again() {
    let mut approach = Approach::default();
    let seated = Seated { seat: "market".to_owned(), name: "Maude".to_owned(), people: 1, ..Seated::default() };
    approach.take("seat-1", &serde_json::to_string(&seated).expect("plain")).expect("reads");
    approach.take("seat-2", r#"{"seat":"market"}"#).expect("reads");
    approach.take("task-own-1", r#"{"named":"Louer la salle","done_on":"2027-02-01"}"#).expect("reads");
    approach.take("meeting-1", r#"{"name":"Rencontre 1","on":"2027-02-01","decided":["weeks"]}"#).expect("reads");
    approach.take("weeks", "{").expect("another matter");
    assert!(approach.take("seat-3", "{").is_err());
    assert_eq!(approach.people("market"), Some(2));
    assert_eq!(approach.tasks["own-1"].done_on, Some(date(2027, 2, 1)));
    assert_eq!((approach.next_task(), approach.next_meeting()), ("own-2".to_owned(), "meeting-2".to_owned()));
    assert!(Approach::is_entry("task-own-1") && !Approach::is_entry("own-1") && !Approach::is_entry("weeks"));
    let again: Approach = serde_json::from_str(&serde_json::to_string(&approach).expect("plain")).expect("plain");
    assert_eq!(again, approach);
}

#[test]
fn cards_come_from_the_questions() {
    let notebook = Notebook::start(catalogue(), "bas-saint-laurent").expect("a model");
    for workshop in &course().workshop {
        let cards = cards(course(), catalogue(), &notebook, workshop);
        assert!(workshop.closes || !cards.is_empty(), "{}", workshop.key);
        for card in &cards {
            assert!(card.choices.len() >= card.question.options.len());
        }
    }
    // What is decided in the other workshops is not taken up again.
    let closing = course().workshop("closing").expect("a workshop");
    let open = cards(course(), catalogue(), &notebook, closing).len();
    let mut decided = notebook.clone();
    decided.decisions.get_mut("cadence").expect("answered").state = State::Decided;
    assert_eq!(cards(course(), catalogue(), &decided, closing).len(), open - 1);
    decided.decisions.insert("own-1".to_owned(), Decision { renamed: "Et la pluie?".to_owned(), ..Decision::default() });
    assert!(confirms(course(), &decided, closing).contains(&"own-1"));
}

#[test]
fn what_concerns_nobody_is_not_missing() {
    let mut notebook = Notebook::start(catalogue(), "portneuf").expect("a model");
    notebook.decisions.insert("public-sale".to_owned(), chosen("no"));
    notebook.decisions.insert("medium".to_owned(), chosen("paper"));
    let approach = Approach::default();
    let missing: Vec<String> = readiness(course(), &notebook, &approach, Season::default())
        .iter()
        .flat_map(|score| &score.missing)
        .filter_map(|missing| match missing {
            Missing::Question { question, .. } => Some((*question).to_owned()),
            Missing::Task { task, .. } => Some((*task).to_owned()),
            _ => None,
        })
        .collect();
    for idle in ["sale-bonus", "sale-cap", "refund", "currency-name", "prepare-sale"] {
        assert!(!missing.iter().any(|key| key == idle), "{idle}");
    }
    assert!(missing.iter().any(|key| key == "weeks"));
}

/// Everything decided, everybody there, everything done.
fn complete(model: &str) -> (Notebook, Approach) {
    let mut notebook = Notebook::start(catalogue(), model).expect("a model");
    for question in &catalogue().questions {
        notebook.decisions.entry(question.key.clone()).or_default().state = State::Decided;
    }
    let mut approach = Approach::default();
    for seat in &course().seat {
        let seated = Seated { seat: seat.key.clone(), people: seat.least, ..Seated::default() };
        approach.seats.insert(approach.next_seat(), seated);
    }
    for task in course().step.iter().flat_map(|step| &step.task) {
        approach.tasks.insert(task.key.clone(), Work { done_on: Some(date(2027, 1, 1)), ..Work::default() });
    }
    (notebook, approach)
}

#[test]
fn a_territory_that_did_everything_is_ready() {
    for known in catalogue().known.iter().filter(|known| known.model) {
        let (notebook, approach) = complete(&known.key);
        for score in readiness(course(), &notebook, &approach, Season::default()) {
            assert_eq!((score.percent(), score.missing.len()), (100, 0), "{} {}: {:?}", known.key, score.step, score.missing);
        }
        let all = overall(course(), &notebook, &approach, Season::default(), date(2027, 1, 1));
        assert_eq!((all.percent, all.step, all.missing, all.late), (100, None, 0, 0));
    }
    let empty = Notebook::default();
    let nothing = readiness(course(), &empty, &Approach::default(), Season::default());
    assert!(nothing.iter().all(|score| score.percent() == 0), "nothing done yet");
}

#[test]
fn a_contradiction_is_missing_from_the_step_of_its_question() {
    let (mut notebook, approach) = complete("portneuf");
    for (question, option) in [("territory-unit", "first-nation"), ("community-data", "not-concerned")] {
        notebook.decisions.insert(question.to_owned(), Decision { state: State::Decided, ..chosen(option) });
    }
    let scores = readiness(course(), &notebook, &approach, Season::default());
    assert_eq!(scores[0].missing, [Missing::Contradiction { finding: "community-asked", question: "territory-unit" }]);
    assert!(scores[0].percent() < 100);
}

#[test]
fn a_borrowed_answer_counts_for_less_than_a_proposed_one() {
    let notebook = Notebook::start(catalogue(), "portneuf").expect("a model");
    let approach = Approach::default();
    let standing = |notebook: &Notebook| {
        readiness(course(), notebook, &approach, Season::default()).iter().flat_map(|score| score.missing.clone()).find_map(|m| {
            match m {
                Missing::Question { question: "weeks", standing } => Some(standing),
                _ => None,
            }
        })
    };
    assert_eq!(standing(&notebook), Some(Standing::Borrowed));
    let mut proposed = notebook.clone();
    proposed.decisions.get_mut("weeks").expect("answered").state = State::Proposed;
    assert_eq!(standing(&proposed), Some(Standing::Proposed));
    let points = |notebook: &Notebook| readiness(course(), notebook, &approach, Season::default())[3].points.0;
    assert_eq!(points(&proposed), points(&notebook) + 1);
}

/// A state that is at least as far, by what it is worth.
fn further(state: State) -> State {
    match state {
        State::ToDiscuss => State::Proposed,
        State::Proposed | State::Revisited | State::Decided => State::Decided,
    }
}

fn state() -> impl Strategy<Value = State> {
    prop::sample::select(State::EVERY.to_vec())
}

fn territory() -> impl Strategy<Value = (Notebook, Approach)> {
    let questions = catalogue().questions.len();
    let tasks: Vec<String> = course().step.iter().flat_map(|step| step.task.iter().map(|task| task.key.clone())).collect();
    let models: Vec<String> = catalogue().known.iter().filter(|known| known.model).map(|known| known.key.clone()).collect();
    let count = tasks.len();
    (
        prop::sample::select(models),
        prop::collection::vec((state(), any::<bool>(), any::<bool>()), questions),
        prop::collection::vec(any::<bool>(), count),
        prop::collection::vec((0..course().seat.len(), 0_u8..4), 0..8),
    )
        .prop_map(move |(model, states, done, seats)| {
            let mut notebook = Notebook::start(catalogue(), &model).expect("a model");
            for (question, (state, answered, withdrawn)) in catalogue().questions.iter().zip(states) {
                let decision = notebook.decisions.entry(question.key.clone()).or_default();
                decision.state = state;
                decision.withdrawn = withdrawn && !question.required;
                if !answered {
                    decision.answer = None;
                }
            }
            let mut approach = Approach::default();
            for (task, _) in tasks.iter().zip(done).filter(|(_, done)| *done) {
                approach.tasks.insert(task.clone(), Work { done_on: Some(date(2027, 1, 1)), ..Work::default() });
            }
            for (seat, people) in seats {
                let seated = Seated { seat: course().seat[seat].key.clone(), people, ..Seated::default() };
                approach.seats.insert(approach.next_seat(), seated);
            }
            (notebook, approach)
        })
}

fn day() -> impl Strategy<Value = Date> {
    (-9999_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn ready_means_that_nothing_is_missing((notebook, approach) in territory(), today in day()) {
        let season = Season::of(&notebook);
        for score in readiness(course(), &notebook, &approach, season) {
            prop_assert_eq!(score.percent() == 100, score.missing.is_empty(), "{}: {:?}", score.step, score.missing);
        }
        let all = overall(course(), &notebook, &approach, season, today);
        prop_assert_eq!(all.percent == 100, all.missing == 0);
        prop_assert_eq!(all.step.is_none(), all.missing == 0);
    }

    #[test]
    fn going_on_never_lowers_a_score((notebook, approach) in territory(), at in any::<prop::sample::Index>(), which in 0..3) {
        let before = readiness(course(), &notebook, &approach, Season::default());
        let (mut then, mut on) = (notebook.clone(), approach.clone());
        match which {
            0 => {
                let keys: Vec<String> = then.decisions.keys().cloned().collect();
                let decision = then.decisions.get_mut(at.get(&keys)).expect("there");
                decision.state = further(decision.state);
            }
            1 => {
                let seated = Seated { seat: course().seat[at.index(course().seat.len())].key.clone(), people: 1, ..Seated::default() };
                on.seats.insert(on.next_seat(), seated);
            }
            _ => {
                let tasks: Vec<&String> = course().step.iter().flat_map(|step| step.task.iter().map(|task| &task.key)).collect();
                on.tasks.insert((*at.get(&tasks)).clone(), Work { done_on: Some(date(2027, 1, 1)), ..Work::default() });
            }
        }
        for (before, after) in before.iter().zip(readiness(course(), &then, &on, Season::default())) {
            prop_assert!(before.percent() <= after.percent() && before.missing.len() >= after.missing.len(), "{}", before.step);
        }
    }

    #[test]
    fn due_dates_follow_the_weeks_on_any_day((notebook, approach) in territory(), first in day(), last in day()) {
        let season = Season { first: Some(first), last: Some(last), short: None };
        let tasks = plan(course(), &notebook, &approach, season);
        prop_assert!(tasks.windows(2).all(|pair| pair[0].due <= pair[1].due));
        for step in &course().step {
            let of_step = |key: &str| tasks.iter().find(|planned| planned.task == key).and_then(|planned| planned.due);
            for pair in step.task.windows(2) {
                let same = pair[0].from.unwrap_or(step.from) == pair[1].from.unwrap_or(step.from);
                if let (true, Some(one), Some(other)) = (same, of_step(&pair[0].key), of_step(&pair[1].key)) {
                    prop_assert!(one <= other);
                    prop_assert!(pair[0].weeks <= pair[1].weeks || one < other || one == Date::MIN || other == Date::MAX);
                }
            }
        }
        prop_assert!(season.due(From::FirstDay, i16::MAX).is_some() && season.due(From::LastDay, i16::MIN).is_some());
    }
}
