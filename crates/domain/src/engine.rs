//! The engine: one deterministic function from a command to its outcome. It decides; a [`World`]
//! remembers. `memory::Memory` is the world in memory, for simulation, replay and tests; `store` is the
//! world in SQL, for real. Both run this very code, so that they can only differ in how they remember.
//!
//! Every rule follows one discipline: first read and decide, then write. A refusal after a write is a
//! bug, and the worlds stop the program on it.

use crate::alert;
use crate::command::{Command, Envelope, Outcome};
use crate::coupon::Batch;
use crate::fund_move::FundMove;
use crate::ids::BatchId;
use crate::programme::{Book, Entry};
use crate::refusal::Refusal;
use crate::world::{Step, Stop, World};
use crate::{
    agreement, amendment, batch_void, dispute, donation_receipt, fund, fund_move, gift, handout, market_day, offer, order,
    payment_hold, payment_route, place, redemption, replacement, role, sale, season, settlement, signing_key, stock, take_back,
};
use jiff::Timestamp;

/// Applies one command. `recorded_at` is when it arrived here.
pub fn apply<W: World>(world: &mut W, envelope: &Envelope, recorded_at: Timestamp) -> Result<Outcome, W::Fault> {
    match decide(world, envelope, recorded_at) {
        Ok(outcome) => Ok(outcome),
        Err(Stop::Refused(refusal)) => Ok(Outcome::Refused { refusal }),
        Err(Stop::Fault(fault)) => Err(fault),
    }
}

fn decide<W: World>(world: &mut W, envelope: &Envelope, recorded_at: Timestamp) -> Step<Outcome, W> {
    let actor = envelope.actor;
    match &envelope.command {
        Command::Open { identity, season, rules, units, bands } => {
            if world.is_open() {
                return Err(Refusal::KeyTaken { key: identity.key.clone() }.into());
            }
            let book = Book {
                identity: (**identity).clone(),
                season: *season,
                rules: (**rules).clone(),
                units: units.clone(),
                bands: bands.clone(),
                classes: Vec::new(),
                places: Vec::new(),
                partners: Vec::new(),
                vendors: Vec::new(),
                funds: Vec::new(),
                offers: Vec::new(),
                agreements: Vec::new(),
                grants: Vec::new(),
                signing_keys: Vec::new(),
                amendments: Vec::new(),
                closed_at: None,
            };
            season::open(world, book)
        }
        _ if !world.is_open() => Err(Refusal::UnknownProgramme.into()),
        command if command.reason().is_some_and(|reason| reason.trim().is_empty()) => Err(Refusal::ReasonNeeded.into()),
        Command::Enroll { entries } => enroll(world, entries),
        Command::ChangePlace { place } => place::change(world, place),
        Command::ClosePlace { place, on, why } => place::close_day(world, *place, *on, *why),
        Command::ReopenPlace { place, on } => place::reopen_day(world, *place, *on),
        Command::ReceiveMoney { fund, amount, .. } => fund::receive(world, *fund, *amount),
        Command::SetAside { fund, amount } => fund::set_aside(world, *fund, *amount),
        Command::SpendOnOperations(expense) => fund::spend_on_operations(world, expense),
        Command::ChangeFund { fund, terms } => fund::change(world, *fund, terms),
        Command::AskFundMove { from, to, amount, reason } => {
            let asked = FundMove::asked(world.seq(), (*from, *to), *amount, reason, actor);
            fund_move::ask(world, &asked)
        }
        Command::ConfirmFundMove { asked, reference } => fund_move::confirm(world, *asked, reference, actor),
        Command::DropFundMove { asked } => fund_move::give_up(world, *asked, actor),
        Command::IssueBatch { class, count, booklet, codes_digest } => {
            let (key_slot, codes_digest) = (world.book().key_slot(), codes_digest.clone());
            let batch = Batch { id: BatchId(0), class: *class, count: *count, booklet: *booklet, codes_digest, key_slot };
            stock::issue(world, batch, recorded_at)
        }
        Command::Move { coupons, to, .. } => stock::move_coupons(world, coupons, to),
        Command::HandOut(request) => {
            let outcome = handout::hand_out(world, request, envelope, recorded_at)?;
            world.record_hand_out(request, envelope.claimed_at, &outcome)?;
            Ok(outcome)
        }
        Command::TakeBack { partner, hand_out } => take_back::take_back(world, *partner, *hand_out, recorded_at),
        Command::Replace { lost, with, partner, .. } => replacement::replace(world, lost, with, *partner, recorded_at),
        Command::Sell(request) => sale::sell(world, request, recorded_at),
        Command::Refund(request) => sale::refund(world, request),
        Command::SellOffer(request) => offer::sell(world, request, recorded_at),
        Command::PlaceOrder(request) => order::place(world, request),
        Command::EndOrder { order, how } => order::end(world, *order, *how),
        Command::Give(gift) => gift::give(world, gift),
        Command::IssueReceipt(asked) => {
            let today = world.book().day_of(recorded_at);
            donation_receipt::issue(world, asked, actor, today)
        }
        Command::CancelReceipt { receipt, reason } => donation_receipt::cancel(world, *receipt, reason),
        Command::Redeem(request) => redemption::redeem(world, request, envelope, recorded_at),
        Command::Expire { on } => season::expire(world, *on),
        Command::ResolveDispute { dispute, decision, reason } => dispute::resolve(world, *dispute, *decision, reason),
        Command::LookAtAlert { alert, count, reason } => alert::look(world, *alert, *count, reason, (actor, recorded_at)),
        Command::SignAgreement { agreement, vendor, side, text_digest, .. } => {
            agreement::sign(world, *agreement, (*vendor, *side), text_digest, recorded_at)
        }
        Command::DecideOnTheSpot { place, dispute, reason } => {
            market_day::decide_on_the_spot(world, *place, *dispute, reason, recorded_at)
        }
        Command::NotePresence { place, on, vendors } => market_day::note_presence(world, (*place, *on), vendors, recorded_at),
        Command::CloseDay { place, on } => market_day::close(world, *place, *on, recorded_at),
        Command::AgreeWithDay { place, on, vendor, how } => market_day::agree(world, (*place, *on), *vendor, *how, recorded_at),
        Command::PrepareRun { cutoff } => settlement::prepare(world, *cutoff, actor, recorded_at),
        Command::ApproveRun { run } => settlement::approve(world, *run, actor),
        Command::CancelRun { run, .. } => settlement::cancel(world, *run),
        Command::PayRun { run } => settlement::pay(world, *run),
        Command::ConfirmPayment { payment, reference } => settlement::confirm(world, *payment, reference, recorded_at),
        Command::ReturnPayment { payment, reason } => settlement::bounce(world, *payment, reason),
        Command::HandOver { place, payment } => payment_route::hand_over(world, *place, *payment, recorded_at),
        Command::AcknowledgeShare { vendor, payment } => payment_route::acknowledge(world, *vendor, *payment, recorded_at),
        Command::ProposeBankDetails { vendor, version, .. } => settlement::propose_bank_details(world, *vendor, *version, actor),
        Command::ConfirmBankDetails { vendor, version } => {
            settlement::confirm_bank_details(world, *vendor, *version, actor, recorded_at)
        }
        Command::HoldPayments { vendor, reason } => payment_hold::hold(world, *vendor, reason, (actor, recorded_at)),
        Command::AskPaymentRelease { vendor, reason } => payment_hold::ask_release(world, *vendor, reason, actor),
        Command::ConfirmPaymentRelease { vendor } => payment_hold::release(world, *vendor, actor, recorded_at),
        Command::DropPaymentRelease { vendor } => payment_hold::keep(world, *vendor),
        Command::Close => season::close(world, recorded_at),
        Command::AskBatchVoid { batch, reason } => batch_void::ask(world, *batch, reason, actor),
        Command::ConfirmBatchVoid { batch } => batch_void::confirm(world, *batch, actor),
        Command::DropBatchVoid { batch } => batch_void::give_up(world, *batch),
        Command::AskSigningKey { reason } => signing_key::ask(world, reason, actor),
        Command::ConfirmSigningKey { slot, public_key } => signing_key::confirm(world, *slot, public_key, actor, recorded_at),
        Command::DropSigningKey => signing_key::give_up(world),
        Command::AskAmendment { from, after, reason } => {
            let today = world.book().day_of(recorded_at);
            amendment::ask(world, (*from, after), reason, actor, today)
        }
        Command::ConfirmAmendment { number } => {
            let today = world.book().day_of(recorded_at);
            amendment::confirm(world, *number, actor, today)
        }
        Command::DropAmendment { number } => amendment::give_up(world, *number, actor),
        Command::Grant(grant) => role::grant(world, *grant, actor),
        Command::Revoke(grant) => role::revoke(world, *grant),
    }
}

fn enroll<W: World>(world: &mut W, entries: &[Entry]) -> Step<Outcome, W> {
    let mut book = world.book().clone();
    let mut checked = Vec::with_capacity(entries.len());
    for entry in entries {
        let entry = book.check(entry.clone())?;
        book.add(entry.clone());
        checked.push(entry);
    }
    // Terms may name what comes after them in the same list.
    for entry in &checked {
        if let Entry::Fund(fund) = entry {
            fund.terms.check(fund.id, &book)?;
        }
    }
    world.enroll(checked)?;
    Ok(Outcome::Done)
}
