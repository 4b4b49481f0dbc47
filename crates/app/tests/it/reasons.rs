//! What goes back on something asks for a reason; an empty one is refused, and says nothing else.

use crate::support::{P, grounds, prepare, prove, refused, request, set};
use app::command::{Answer, Request};
use app::domain::command::Placement;
use app::domain::dispute::Decision;
use app::domain::ids::{DisputeId, PaymentId, PlaceId, RunId};
use app::domain::refusal::Refusal;
use app::{Cx, Error, allotment, dispute, handout, market_day, settlement};

/// Something that asks for a reason.
type Deed = fn(&mut Cx<'_, '_>, Request, &str) -> Result<Answer, Error>;

const DEEDS: [Deed; 9] = [
    |cx, r, why| allotment::withdraw(cx, r, set(1, 1, 1), Placement::Void, why),
    |cx, r, why| allotment::withdraw(cx, r, set(1, 1, 1), Placement::Lost, why),
    |cx, r, why| allotment::withdraw(cx, r, set(1, 1, 1), Placement::Stolen, why),
    |cx, r, why| allotment::withdraw(cx, r, set(1, 1, 1), Placement::Returned, why),
    |cx, r, why| handout::replace(cx, r, None, set(1, 1, 1), set(1, 2, 2), why),
    |cx, r, why| dispute::resolve(cx, r, DisputeId(1), Decision::Refuse, why),
    |cx, r, why| market_day::decide(cx, r, PlaceId(1), DisputeId(1), why),
    |cx, r, why| settlement::cancel(cx, r, RunId(1), why),
    |cx, r, why| settlement::bounce(cx, r, PaymentId(1), why),
];

#[test]
fn a_reason_is_never_empty() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        for deed in DEEDS {
            for why in ["", "  \u{a0}\n"] {
                let r = request(app);
                assert_eq!(refused(app.act_wait(P, move |cx| deed(cx, r, why))), Refusal::ReasonNeeded, "{}", ground.name);
            }
            let r = request(app);
            let done = app.act_wait(P, move |cx| deed(cx, r, "abîmé"));
            assert!(!matches!(done, Err(Error::Refused(Refusal::ReasonNeeded))), "{}: {done:?}", ground.name);
        }
        prove(app);
    }
}
