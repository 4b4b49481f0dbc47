//! A territory's approach on one page: how ready each step is and what is missing, the committee, the workshops, the
//! calendar, the meetings.

use super::{Tabs, day_in_quebec, request, seen, shell, tabs, today};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{Done, day, done, number};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Owner};
use app::Error;
use app::notebook::way::{self, Missing, Needed, Planned, Season, Seated, Sits, Work, course};
use app::notebook::{self as notebooks, Seen};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::Arc;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/notebooks/{notebook}/approach", get(show).post(write))
}

/// What a step lacks.
struct Lack {
    words: String,
    href: String,
    badge: String,
    /// The badge's class: empty, `wait`, `void`.
    class: &'static str,
}

/// A step as the page shows it.
struct StepView {
    key: String,
    words: String,
    about: String,
    phase: String,
    percent: u8,
    share: String,
    due: String,
    /// Why it is due then.
    source: String,
    is_late: bool,
    ready: Vec<String>,
    missing: Vec<Lack>,
    is_open: bool,
}

/// A voice that is missing.
struct VoiceView {
    words: String,
    why: String,
    /// Who sat so elsewhere.
    source: String,
    badge: String,
    is_needed: bool,
}

/// Somebody at the committee.
struct SeatView {
    entry: String,
    seat: String,
    seat_key: String,
    name: String,
    people: String,
    note: String,
    is_here: bool,
}

/// A workshop in the list.
struct ShopView {
    href: String,
    words: String,
    about: String,
    when: String,
    held: bool,
}

/// A task in the calendar.
pub(super) struct TaskView {
    pub(super) href: String,
    pub(super) words: String,
    who: String,
    due: String,
    done: String,
    is_late: bool,
}

/// A meeting that was held.
struct MeetingView {
    words: String,
    present: String,
    notes: String,
    decided: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "notebook/approach.html")]
struct ApproachPage {
    s: Shell,
    tabs: Tabs,
    percent: String,
    missing: u64,
    late: u64,
    next: String,
    first_day: String,
    /// Weeks that are left and weeks that the approach takes, when a late start brings the dates closer.
    short: Option<(u64, u64)>,
    starts_on: String,
    steps: Vec<StepView>,
    voices: Vec<VoiceView>,
    here: Vec<SeatView>,
    chairs: Vec<(String, String)>,
    shops: Vec<ShopView>,
    /// Late, to come, done: each with its heading.
    tasks: Vec<(&'static str, Vec<TaskView>)>,
    meetings: Vec<MeetingView>,
    form: ApproachForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct ApproachForm {
    id: String,
    /// `seat`, `without`, `left`, `task`.
    act: String,
    entry: String,
    seat: String,
    name: String,
    people: String,
    note: String,
    named: String,
    owner: String,
    due: String,
}

/// A task in words: the territory's own, else the program's.
pub(super) fn task_words(s: &Shell, task: &Planned<'_>) -> String {
    match task.work {
        Some(work) if !work.named.is_empty() => work.named.clone(),
        _ => s.t(&format!("approach-task-{}", task.task)),
    }
}

pub(super) fn by_when(s: &Shell, due: Option<Date>) -> String {
    due.map_or_else(|| s.t("approach-no-date"), |day| s.w("approach-by", "day", s.date(&day)))
}

fn task_view(s: &Shell, base: &str, task: &Planned<'_>, today: Date) -> TaskView {
    let owner = task.work.map_or("", |work| work.owner.as_str());
    let role = task.by.map(|role| s.t(&format!("approach-role-{}", role.key())));
    TaskView {
        href: format!("{base}/tasks/{}", task.task),
        words: task_words(s, task),
        who: if owner.is_empty() { role.unwrap_or_default() } else { owner.to_owned() },
        due: by_when(s, task.due),
        done: task.done_on().map_or_else(String::new, |day| s.w("approach-done-on", "day", s.date(&day))),
        is_late: task.is_late(today),
    }
}

fn in_lang(s: &Shell, said: &app::notebook::fact::Said) -> String {
    if s.lang == text::Lang::Fr { said.fr.clone() } else { said.en.clone() }
}

fn lack(s: &Shell, seen: &Seen, base: &str, missing: &Missing<'_>, today: Date) -> Lack {
    match missing {
        Missing::Contradiction { finding, question } => Lack {
            words: s.t(&format!("finding-{finding}")),
            href: format!("{base}/q/{question}"),
            badge: s.t("notebook-contradiction"),
            class: "void",
        },
        Missing::Question { question, standing } => Lack {
            words: notebooks::in_short(s.lang, question, seen.notebook.decision(question)),
            href: format!("{base}/q/{question}"),
            badge: s.t(&format!("approach-standing-{}", standing.key())),
            class: "later",
        },
        Missing::Seat { seat, people } => Lack {
            words: s.t(&format!("approach-seat-{seat}")),
            href: "#committee".to_owned(),
            badge: s.nw("approach-more-people", &u64::from(*people), "number", s.number(&u64::from(*people))),
            class: "wait",
        },
        Missing::Task { task, due } => Lack {
            words: s.t(&format!("approach-task-{task}")),
            href: format!("{base}/tasks/{task}"),
            badge: by_when(s, *due),
            class: if due.is_some_and(|due| due < today) { "void" } else { "later" },
        },
    }
}

fn steps(s: &Shell, seen: &Seen, base: &str, season: Season, today: Date) -> Vec<StepView> {
    let scores = way::readiness(course(), &seen.notebook, &seen.approach, season);
    let next = scores.iter().position(|score| !score.missing.is_empty());
    let step = |(at, score): (usize, &way::Score<'_>)| {
        let known = &course().step[at];
        StepView {
            key: score.step.to_owned(),
            words: s.t(&format!("approach-step-{}", score.step)),
            about: s.t(&format!("approach-step-{}-about", score.step)),
            phase: s.t(&format!("approach-phase-{}", score.phase)),
            percent: score.percent(),
            share: s.percent(&u64::from(score.percent()), &100),
            due: by_when(s, score.due),
            source: in_lang(s, &known.source),
            is_late: !score.missing.is_empty() && score.due.is_some_and(|due| due < today),
            ready: known.ready.iter().map(|key| s.t(&format!("approach-ready-{key}"))).collect(),
            missing: score.missing.iter().map(|missing| lack(s, seen, base, missing, today)).collect(),
            is_open: next == Some(at),
        }
    };
    scores.iter().enumerate().map(step).collect()
}

fn page(owner: &Owner, s: Shell, seen: &Seen, form: ApproachForm) -> Response {
    let (base, today, season) = (format!("/notebooks/{}", seen.cover.key), today(owner), season(seen));
    let overall = overall(seen, today);
    let voices = way::voices(course(), &seen.notebook, &seen.approach).into_iter().map(|voice| VoiceView {
        words: s.t(&format!("approach-seat-{}", voice.seat)),
        why: s.t(&format!("approach-seat-{}-why", voice.seat)),
        source: course().seat(voice.seat).map_or_else(String::new, |seat| in_lang(&s, &seat.source)),
        badge: s.nw("approach-more-people", &u64::from(voice.people), "number", s.number(&u64::from(voice.people))),
        is_needed: voice.needed != Needed::Wanted,
    });
    let here = seen.approach.seats.iter().filter(|(_, seated)| seated.sits != Sits::Left).map(|(entry, seated)| SeatView {
        entry: entry.clone(),
        seat: s.t(&format!("approach-seat-{}", seated.seat)),
        seat_key: seated.seat.clone(),
        name: seated.name.clone(),
        people: seated.people.to_string(),
        note: seated.note.clone(),
        is_here: seated.sits == Sits::Here,
    });
    let plan = way::plan(course(), &seen.notebook, &seen.approach, season);
    let shops = course().workshop.iter().map(|shop| {
        let task = plan.iter().find(|task| task.task == shop.task);
        let done = task.and_then(Planned::done_on);
        ShopView {
            href: format!("{base}/workshops/{}", shop.key),
            words: s.t(&format!("approach-workshop-{}", shop.key)),
            about: s.t(&format!("approach-workshop-{}-about", shop.key)),
            when: done
                .map_or_else(|| by_when(&s, task.and_then(|task| task.due)), |day| s.w("approach-done-on", "day", s.date(&day))),
            held: done.is_some(),
        }
    });
    // Late, next, done: each task is one of the three.
    let stands = |task: &Planned<'_>| (task.is_late(today), task.done_on().is_some());
    let only = |wanted: (bool, bool)| {
        plan.iter().filter(|task| stands(task) == wanted).map(|task| task_view(&s, &base, task, today)).collect::<Vec<_>>()
    };
    let tasks = vec![
        ("approach-tasks-late", only((true, false))),
        ("approach-tasks-next", only((false, false))),
        ("approach-tasks-done", only((false, true))),
    ];
    let mut held: Vec<&way::Meeting> = seen.approach.meetings.values().collect();
    held.sort_by_key(|meeting| std::cmp::Reverse(meeting.on));
    let meetings = held.into_iter().map(|meeting| MeetingView {
        words: format!("{} · {}", meeting.name, meeting.on.map_or_else(String::new, |day| s.date(&day))),
        present: meeting.present.clone(),
        notes: meeting.notes.clone(),
        decided: meeting
            .decided
            .iter()
            .map(|q| (notebooks::in_short(s.lang, q, seen.notebook.decision(q)), format!("{base}/q/{q}")))
            .collect(),
    });
    render(&ApproachPage {
        tabs: tabs(&s, seen, "/approach"),
        percent: s.percent(&u64::from(overall.percent), &100),
        missing: u64::from(overall.missing),
        late: u64::from(overall.late),
        next: overall.step.map_or_else(|| s.t("approach-all-ready"), |step| s.t(&format!("approach-step-{step}"))),
        short: season.short.map(|(has, takes)| (has.unsigned_abs() / 7, takes.unsigned_abs() / 7)),
        first_day: season.first.map_or_else(|| s.t("approach-no-first-day"), |day| s.date(&day)),
        starts_on: format!("{base}/q/starts-on"),
        steps: steps(&s, seen, &base, season, today),
        voices: voices.collect(),
        here: here.collect(),
        chairs: course().seat.iter().map(|seat| (seat.key.clone(), s.t(&format!("approach-seat-{}", seat.key)))).collect(),
        shops: shops.collect(),
        tasks: tasks.into_iter().filter(|(_, tasks)| !tasks.is_empty()).collect(),
        meetings: meetings.collect(),
        form,
        s,
    })
}

async fn show(owner: Owner, At(key): At<String>, Query(was): Query<Done>) -> Response {
    let mut s = shell(&owner, "notebook-approach");
    s.done = was.message(s.lang);
    match seen(&owner, &key, None).await {
        Ok(seen) => page(&owner, s, &seen, ApproachForm::default()),
        Err(error) => owner.visit.failure(&error),
    }
}

async fn write(owner: Owner, At(key): At<String>, Form(form): Form<ApproachForm>) -> Response {
    match apply(&owner, &key, &form).await {
        Ok(()) => done(&format!("/notebooks/{key}/approach"), "done-approach"),
        Err(error) => match seen(&owner, &key, None).await {
            Ok(seen) => {
                let mut s = shell(&owner, "notebook-approach");
                let status = s.say_no(&error, &Nobody, &form.id);
                status.with(page(&owner, s, &seen, form))
            }
            Err(error) => owner.visit.failure(&error),
        },
    }
}

async fn apply(owner: &Owner, key: &str, form: &ApproachForm) -> Result<(), Error> {
    let (app, me, id) = (owner.visit.app(), owner.signed.person.id, request(owner, &form.id));
    if form.act == "task" {
        let due = if form.due.trim().is_empty() { None } else { Some(day(&form.due)?) };
        let work = Work { named: form.named.clone(), owner: form.owner.clone(), due, ..Work::default() };
        return app.work_task(me, id, key, None, work).await;
    }
    let sits = match form.act.as_str() {
        "left" => Sits::Left,
        "without" => Sits::Without,
        _ => Sits::Here,
    };
    let seated = Seated {
        seat: form.seat.clone(),
        name: form.name.clone(),
        people: number(&form.people).and_then(|people| u8::try_from(people).ok()).unwrap_or(1),
        sits,
        note: form.note.clone(),
    };
    let entry = Some(form.entry.trim().to_owned()).filter(|entry| !entry.is_empty());
    app.seat_voice(me, id, key, entry, seated).await
}

/// The days that a notebook's calendar is counted from; begun late, it is closer.
pub(super) fn season(seen: &Seen) -> Season {
    Season::of(&seen.notebook).begun(day_in_quebec(seen.cover.begun_at), course())
}

fn overall(seen: &Seen, today: Date) -> way::Overall<'_> {
    way::overall(course(), &seen.notebook, &seen.approach, season(seen), today)
}

/// How ready a territory is, in a line of a list of territories.
pub(super) fn in_a_line(s: &Shell, seen: &Seen, today: Date) -> String {
    let overall = overall(seen, today);
    let ready = s.percent(&u64::from(overall.percent), &100);
    match overall.step {
        None => s.w("approach-line-ready", "ready", ready),
        Some(step) => {
            let step = s.t(&format!("approach-step-{step}"));
            let due = by_when(s, overall.due);
            text::tr(s.lang, "approach-line", &[("ready", ready.into()), ("step", step.into()), ("due", due.into())])
        }
    }
}

/// How many of its tasks are late.
pub(super) fn late(seen: &Seen, today: Date) -> u64 {
    u64::from(overall(seen, today).late)
}
