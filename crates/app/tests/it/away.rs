//! A database that goes away, is full or is held by somebody else: what was answered is true, nothing is
//! lost, and the program goes on by itself.

use crate::support::{P, grounds, open, prepare, prove, request, start};
use app::command::{Answer, Request};
use app::domain::amount::Amount;
use app::domain::ids::FundId;
use app::{App, Db, Error, Fault, Limits, Place, fund};
use ground::{Cut, Ground, Wire};
use jiff::civil::date;
use std::net::TcpListener;
use std::time::Duration;
use store::Tx;

/// One dollar received, under a request of its own.
fn receive(app: &App, request: Request) -> Result<Answer, Error> {
    app.act_wait(P, move |cx| fund::receive(cx, request, FundId(1), Amount::cad(100), "don", date(2025, 6, 3)))
}

/// What the first fund has received, cents.
fn received(app: &App) -> i64 {
    let statuses = app.look_wait(P, |cx| fund::statuses(cx, app::domain::ids::Actor::System)).expect("read");
    statuses.iter().find(|s| s.fund.id == FundId(1)).expect("the fund").received_cents
}

fn wired() -> (Ground, Wire) {
    let (ground, wire) = ground::wired(7, start());
    open(&ground.app);
    prepare(&ground.app);
    (ground, wire)
}

#[test]
fn a_connection_lost_before_anything_was_kept_is_opened_again() {
    let (ground, wire) = wired();
    let before = received(&ground.app);
    wire.cut(Cut::AfterBegin);
    assert_eq!(received(&ground.app), before, "reading");
    assert!(wire.was_cut());
    wire.cut(Cut::AfterBegin);
    let answer = receive(&ground.app, request(&ground.app)).expect("kept on the new connection");
    assert!(wire.was_cut() && !answer.replayed);
    assert_eq!(received(&ground.app), before + 100);
    prove(&ground.app);
}

#[test]
fn a_commit_nobody_heard_of_is_unknown_and_may_be_sent_again() {
    for (cut, kept) in [(Cut::BeforeCommit, false), (Cut::AfterCommit, true)] {
        let (ground, wire) = wired();
        let (before, request) = (received(&ground.app), request(&ground.app));
        wire.cut(cut);
        let answer = receive(&ground.app, request);
        assert!(matches!(answer, Err(Error::Fault(Fault::Unknown(_)))), "{cut:?}: {answer:?}");
        let again = receive(&ground.app, request).expect("sent again");
        assert_eq!(again.replayed, kept, "{cut:?}");
        assert_eq!(received(&ground.app), before + 100, "{cut:?}");
        prove(&ground.app);
    }
}

#[test]
fn a_server_that_is_away_is_said_and_found_again() {
    let server = ground::Server::start();
    let ground = ground::on(Place::Postgres(server.url()), 7, start());
    open(&ground.app);
    prepare(&ground.app);
    for _ in 0..2 {
        let (before, request) = (received(&ground.app), request(&ground.app));
        server.kill();
        for _ in 0..3 {
            let read = ground.app.look_wait(P, |cx| cx.book().map(|_| ()));
            assert!(matches!(read, Err(Error::Fault(Fault::Away(_)))), "{read:?}");
            let written = receive(&ground.app, request);
            assert!(matches!(written, Err(Error::Fault(Fault::Away(_)))), "{written:?}");
        }
        server.start_again();
        // The pause after a connection that failed is half a second.
        std::thread::sleep(std::time::Duration::from_millis(600));
        assert_eq!(received(&ground.app), before);
        assert!(!receive(&ground.app, request).expect("kept").replayed);
        assert_eq!(received(&ground.app), before + 100);
    }
    prove(&ground.app);
}

#[test]
fn a_server_that_accepts_and_never_answers_is_away() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let mut held = Vec::new();
    std::thread::spawn(move || listener.incoming().for_each(|caller| held.push(caller)));
    let opened = Db::open(Place::Postgres(format!("postgres://cabas@127.0.0.1:{port}/postgres")), &Limits::default());
    assert!(matches!(opened.map(drop), Err(Fault::Away(_))));
}

#[test]
fn no_statement_lock_or_pause_lasts_for_ever() {
    let [_, ground] = grounds();
    let shown = |tx: &mut Tx<'_>| {
        let names = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];
        names.iter().map(|name| tx.first("SELECT current_setting($1)", &[(*name).into()], |row| row.t(0))).collect()
    };
    let limits: Vec<Option<String>> = ground.app.db.read_wait(shown).expect("read");
    assert_eq!(limits, ["2min", "5s", "1min"].map(|limit| Some(limit.to_owned())));
    assert_eq!(ground.app.db.write_wait(P, shown).expect("read"), limits);
}

#[test]
fn whoever_waits_longer_than_we_wait_is_told() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let [file, server] = [Place::File(folder.path().join("cabas.sqlite")), Place::Postgres(ground::postgres_url())];
    for place in [file, server] {
        let limits = Limits { readers: 1, writers: 1, patience: Duration::from_millis(200), ..Limits::default() };
        let db = Db::open(place, &limits).expect("opened");
        let slow = |_: &mut Tx<'_>| {
            std::thread::sleep(Duration::from_secs(1));
            Ok(())
        };
        let read = runtime.block_on(db.read(slow));
        assert!(matches!(read, Err(Fault::Away(_))), "{read:?}");
        let written = runtime.block_on(db.write(P, slow));
        assert!(matches!(written, Err(Fault::Unknown(_))), "{written:?}");
        // The next are told at once, and nothing of theirs is kept.
        let written = runtime.block_on(db.write(P, |_| -> Result<(), Fault> { panic!("not run") }));
        assert!(matches!(written, Err(Fault::Away(_))), "{written:?}");
        // A caller with a thread of its own waits; once it is answered, so is everybody.
        db.read_wait(|_| Ok(())).expect("read");
        db.write_wait(P, |_| Ok(())).expect("written");
        runtime.block_on(db.read(|_| Ok(()))).expect("read");
        runtime.block_on(db.write(P, |_| Ok(()))).expect("written");
    }
}

#[test]
fn a_full_disk_refuses_writing_and_loses_nothing() {
    let [ground, _] = grounds();
    prepare(&ground.app);
    let mut cents = received(&ground.app);
    ground.room.none();
    // There is a little room in the last pages.
    let refused = (0..1_000).find_map(|_| {
        let request = request(&ground.app);
        match receive(&ground.app, request) {
            Ok(_) => {
                cents += 100;
                None
            }
            Err(Error::Fault(Fault::Full(_))) => Some(request),
            Err(other) => panic!("{other:?}"),
        }
    });
    let refused = refused.expect("the disk is full at last");
    assert_eq!(received(&ground.app), cents, "reading goes on");
    assert!(matches!(receive(&ground.app, refused), Err(Error::Fault(Fault::Full(_)))), "still full");
    prove(&ground.app);
    ground.room.plenty();
    assert!(!receive(&ground.app, refused).expect("there is room again").replayed);
    assert_eq!(received(&ground.app), cents + 100);
    prove(&ground.app);
}

#[test]
fn a_database_held_by_another_program_is_said_once_the_wait_is_over() {
    let [ground, _] = grounds();
    prepare(&ground.app);
    let before = received(&ground.app);
    let Place::File(path) = &ground.place else { panic!("a file") };
    let other = rusqlite::Connection::open(path).expect("opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    // Several wait together, and are told together.
    let requests: Vec<Request> = (0..6).map(|_| request(&ground.app)).collect();
    std::thread::scope(|scope| {
        for request in &requests {
            let app = &ground.app;
            scope.spawn(move || {
                let answer = receive(app, *request);
                assert!(matches!(answer, Err(Error::Fault(Fault::Locked(_)))), "{answer:?}");
            });
        }
        assert_eq!(received(&ground.app), before, "reading goes on");
    });
    other.execute_batch("ROLLBACK").expect("let go");
    for request in requests {
        assert!(!receive(&ground.app, request).expect("kept").replayed);
    }
    assert_eq!(received(&ground.app), before + 600);
    prove(&ground.app);
}

#[test]
fn a_panic_in_a_use_case_stops_nobody_else() {
    for ground in grounds() {
        let panicked = ground.app.act_wait(P, |cx| -> Result<(), Error> {
            fund::receive(cx, request(cx.app), FundId(1), Amount::cad(100), "don", date(2025, 6, 3))?;
            panic!("on purpose, in a test")
        });
        assert!(matches!(panicked, Err(Error::Fault(Fault::Other(_)))), "{}: {panicked:?}", ground.name);
        let read = ground.app.look_wait(P, |_| -> Result<(), Error> { panic!("on purpose, in a test") });
        assert!(matches!(read, Err(Error::Fault(Fault::Other(_)))), "{}: {read:?}", ground.name);
        assert_eq!(received(&ground.app), 0, "{}", ground.name);
        receive(&ground.app, request(&ground.app)).expect("kept");
        assert_eq!(received(&ground.app), 100, "{}", ground.name);
        prove(&ground.app);
    }
}
