//! Work that nobody wants any more leaves nothing behind, on both databases.

use crate::support::*;
use app::domain::ids::Actor;
use app::progress::Progress;
use app::{Error, Fault, audit, batch};
use std::sync::Arc;

#[test]
fn stopped_work_leaves_nothing() {
    for ground in grounds() {
        leaves_nothing(&ground.app);
    }
}

fn leaves_nothing(app: &app::App) {
    prepare(app);
    let batches = |app: &app::App| app.look_wait(P, |cx| batch::list(cx, Actor::System)).expect("batches").len();
    let before = batches(app);
    let progress = Arc::<Progress>::default();
    let watched = app.watched(progress.clone());
    let asked = request(app);
    progress.stop();
    let no = watched.act_wait(P, move |cx| batch::issue(cx, asked, V, 20, 1));
    assert!(matches!(no, Err(Error::Fault(Fault::Stopped))), "{no:?}");
    assert_eq!(batches(app), before);
    // The same request, wanted after all.
    app.act_wait(P, move |cx| batch::issue(cx, asked, V, 20, 1)).expect("issued");
    assert_eq!(batches(app), before + 1);
    // The audit says how far it is, and that it is all done.
    let progress = Arc::<Progress>::default();
    let report = app.watched(progress.clone()).look_wait(P, audit::audit).expect("a report");
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    let (done, total) = progress.at().expect("a total");
    assert_eq!(done, total);
    assert_eq!(total, report.coupons + u64::try_from(report.commands).expect("commands"));
}
