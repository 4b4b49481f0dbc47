//! The steps of a season, each worked out from what is there: done, to do, or not yet time.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use crate::{allotment, season};
use domain::coupon::State;
use domain::ids::{Actor, PartnerId};
use domain::ledger::AccountKind;
use domain::programme::Book;
use domain::role::Role;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A step.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Step {
    /// Money of a funder arrived.
    Funds,
    /// Every merchant has an agreement, and each is signed by both.
    Agreements,
    /// Coupons are printed and counted into stock.
    Print,
    /// Every organisation has coupons.
    Stock,
    /// Every organisation has somebody who hands out, and there are enough people to approve.
    People,
    /// Every place says when it is open.
    Places,
    /// Coupons were handed out.
    FirstHandOut,
    /// Halfway: no coupon waits where it will not be needed.
    Midway,
    /// Everybody is told the last day.
    LastDay,
    /// No given coupon is left with an organisation.
    Unspent,
    /// Nothing more can be claimed, and every doubt is decided.
    Claims,
    /// Every merchant is paid.
    Paid,
    /// Closed, with its proof.
    Close,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 13] = [
        Self::Funds,
        Self::Agreements,
        Self::Print,
        Self::Stock,
        Self::People,
        Self::Places,
        Self::FirstHandOut,
        Self::Midway,
        Self::LastDay,
        Self::Unspent,
        Self::Claims,
        Self::Paid,
        Self::Close,
    ];

    /// The stable name; its words are `step-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Funds => "funds",
            Self::Agreements => "agreements",
            Self::Print => "print",
            Self::Stock => "stock",
            Self::People => "people",
            Self::Places => "places",
            Self::FirstHandOut => "first-hand-out",
            Self::Midway => "midway",
            Self::LastDay => "last-day",
            Self::Unspent => "unspent",
            Self::Claims => "claims",
            Self::Paid => "paid",
            Self::Close => "close",
        }
    }
}

/// Where a step is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// Nothing left to do.
    Done,
    /// To do now.
    ToDo,
    /// Not yet time.
    Later,
}

/// Days before the end from which everybody is told the last day.
const TOLD: i64 = 28;

/// The steps of the season, in order.
pub fn checklist(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<(Step, Progress)>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeProof)?;
    let today = book.day_of(cx.now());
    let left = season::left(cx, actor, today)?;
    let has_money = cx.tx.accounts(cx.programme)?.iter().any(|(id, b)| id.kind() == AccountKind::Fund && b.credits > 0);
    let (mut printed, mut issued, mut in_hand) = (0, 0, 0);
    let mut stocked: BTreeSet<PartnerId> = BTreeSet::new();
    for row in cx.tx.state_counts(cx.programme)? {
        issued += row.count;
        printed += if row.state == State::Printed { row.count } else { 0 };
        in_hand += if row.state == State::WithPartner { row.count } else { 0 };
        stocked.extend(row.partner);
    }
    let has_handed_out = cx.tx.hand_outs(cx.programme)?.iter().any(|h| h.taken_back_by.is_none());
    let moves = allotment::suggestions_of(cx, &book)?.len();
    let (starts, ends, last_claim) = (book.season.starts_on, book.season.ends_on, book.season.last_claim_on);
    let halfway =
        starts.checked_add((starts.until(ends).map_or(0, |span| i64::from(span.get_days())) / 2).days()).unwrap_or(ends);
    let told = ends.checked_sub(TOLD.days()).unwrap_or(ends);
    let from = |day: Date, is_done: bool| match (today < day, is_done) {
        (true, _) => Progress::Later,
        (false, true) => Progress::Done,
        (false, false) => Progress::ToDo,
    };
    let now = |is_done: bool| if is_done { Progress::Done } else { Progress::ToDo };
    let over = ends.tomorrow().unwrap_or(ends);
    let progress = |step: Step| match step {
        _ if book.closed_at.is_some() => Progress::Done,
        Step::Funds => now(has_money),
        Step::Agreements => now(are_agreements_signed(&book)),
        Step::Print => now(issued > 0 && printed == 0),
        Step::Stock => now(!book.partners.is_empty() && book.partners.iter().all(|p| stocked.contains(&p.id))),
        Step::People => now(are_people_there(&book)),
        Step::Places => now(!book.places.is_empty() && book.places.iter().all(|p| !p.opens.is_empty() || !p.hours.is_empty())),
        Step::FirstHandOut => from(starts, has_handed_out),
        Step::Midway => from(halfway, moves == 0),
        Step::LastDay => from(told, today > ends),
        Step::Unspent => from(over, in_hand == 0),
        Step::Claims => from(last_claim.tomorrow().unwrap_or(last_claim), left.disputes == 0),
        Step::Paid => from(over, left.unpaid == 0),
        Step::Close => from(last_claim.tomorrow().unwrap_or(last_claim), false),
    };
    Ok(Step::ALL.into_iter().map(|step| (step, progress(step))).collect())
}

fn are_agreements_signed(book: &Book) -> bool {
    let signed = |a: &domain::agreement::Agreement| a.vendor_signed_on.is_some() && a.programme_signed_on.is_some();
    let has_one = |vendor: &domain::programme::Vendor| book.agreements.iter().any(|a| a.vendor == vendor.id);
    !book.vendors.is_empty() && book.vendors.iter().all(has_one) && book.agreements.iter().all(signed)
}

fn are_people_there(book: &Book) -> bool {
    let hands_out = |id: PartnerId| book.grants.iter().any(|g| g.role == Role::PartnerWorker(id));
    let approve: BTreeSet<_> =
        book.grants.iter().filter(|g| matches!(g.role, Role::Treasurer | Role::Approver)).map(|g| g.person).collect();
    book.partners.iter().all(|p| hands_out(p.id)) && approve.len() >= usize::from(book.rules.approvals)
}
