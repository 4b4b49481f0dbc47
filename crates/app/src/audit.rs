//! The proof: replays the whole command log in memory, compares it with every table, and checks what must
//! be true. One transaction, one consistent view; nothing is changed.

mod coupons;
mod ledger;

use crate::command::Cx;
use crate::world::Error;
use coupons::check_coupons;
use domain::chain::{GENESIS, hex, link, request_hash};
use domain::command::{Command, Envelope, Outcome};
use domain::memory::Memory;
use domain::programme::Book;
use domain::proof::{Disposition, Finding};
use ledger::{check_accounts, check_sales, check_sold, check_transfers};
use serde::Serialize;
use std::collections::BTreeMap;

/// What the audit found.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Programme's short name.
    pub programme: String,
    /// Commands replayed.
    pub commands: i64,
    /// The last link of the log, hexadecimal: compare it with the one published.
    pub head: String,
    /// When it was recorded.
    pub head_at: Option<jiff::Timestamp>,
    /// Coupons counted.
    pub coupons: u64,
    /// Transfers counted.
    pub transfers: u64,
    /// The disposition equation in total.
    pub total: Disposition,
    /// By batch, class, organisation, fund, place and merchant.
    pub parts: BTreeMap<&'static str, BTreeMap<String, Disposition>>,
    /// What is not as it must be; empty is the proof.
    pub findings: Vec<Finding>,
}

/// The name behind a short name of a report's `by` part; the short name itself where there is none.
pub fn name(book: &Book, by: &str, key: &str) -> String {
    let found = match by {
        "partner" => book.partner_by_key(key).map(|p| &p.name),
        "fund" => book.fund_by_key(key).map(|f| &f.name),
        "vendor" => book.vendor_by_key(key).map(|v| &v.name),
        "place" => book.place_by_key(key).map(|p| &p.name),
        _ => None,
    };
    found.cloned().unwrap_or_else(|| key.to_owned())
}

/// At most this many findings of one kind are listed.
const LISTED: usize = 20;

/// Findings, bounded by kind.
#[derive(Default)]
struct Findings {
    rows: Vec<Finding>,
    counts: BTreeMap<&'static str, usize>,
}

impl Findings {
    fn add(&mut self, check: &'static str, detail: impl FnOnce() -> String) {
        let count = self.counts.entry(check).or_default();
        *count += 1;
        if *count <= LISTED {
            self.rows.push(Finding::new(check, detail()));
        }
    }

    fn expect(&mut self, holds: bool, check: &'static str, detail: impl FnOnce() -> String) {
        if !holds {
            self.add(check, detail);
        }
    }

    fn finish(mut self) -> Vec<Finding> {
        for (check, count) in self.counts.iter().filter(|(_, count)| **count > LISTED) {
            self.rows.push(Finding::new(check, format!("… and {} more", count - LISTED)));
        }
        self.rows
    }
}

/// Audits the programme.
pub fn audit(cx: &mut Cx<'_, '_>) -> Result<Report, Error> {
    let mut findings = Findings::default();
    let coupons: u64 = cx.tx.batches(cx.programme)?.iter().map(|batch| u64::from(batch.count)).sum();
    let commands = cx.tx.peek_head(cx.programme)?.map_or(0, |head| head.seq);
    cx.app.progress.begin(coupons + u64::try_from(commands).unwrap_or(0));
    let (memory, head) = replay(cx, &mut findings)?;
    let book = cx.book()?;
    let today = book.day_of(cx.now());
    let replayed = memory.opened().map(|replayed| replayed.on(today));
    findings.expect(replayed.as_deref() == Some(&*book), "book_replays", || "the book's tables differ from the log".to_owned());
    let spent = check_transfers(cx, &mut findings)?;
    let (coupons, total, parts) = check_coupons(cx, &memory, &book, &spent, &mut findings)?;
    check_accounts(cx, &memory, &spent, &mut findings)?;
    check_sold(&memory, &book, &mut findings);
    check_sales(&memory, &book, &spent, &mut findings);
    check_tables(cx, &memory, &mut findings)?;
    findings.expect(total.holds(), "disposition", || "printed is not the sum of where coupons are".to_owned());
    for (by, part) in &parts {
        for (name, disposition) in part {
            findings.expect(disposition.holds(), "disposition", || format!("{by} {name}"));
        }
    }
    Ok(Report {
        programme: book.identity.key.clone(),
        commands: memory.applied(),
        head: hex(&head),
        head_at: cx.tx.peek_head(cx.programme)?.map(|head| head.recorded_at),
        coupons,
        transfers: spent.rows,
        total,
        parts,
        findings: findings.finish(),
    })
}

/// Where in the log a link printed on a paper is: the command's number, and when it was recorded. The audit proves
/// the chain; this only looks in it.
pub fn find_link(cx: &mut Cx<'_, '_>, beginning: &str) -> Result<Option<(i64, jiff::Timestamp)>, Error> {
    let mut found = None;
    cx.tx.replay(cx.programme, 0, |row, stored| {
        if found.is_none() && hex(&stored).starts_with(beginning) {
            found = Some((row.seq, row.recorded_at));
        }
        Ok(())
    })?;
    Ok(found)
}

/// Replays the log: chain, gaps, request hashes, outcomes.
fn replay(cx: &mut Cx<'_, '_>, findings: &mut Findings) -> Result<(Memory, domain::chain::Hash), Error> {
    let mut memory = Memory::default();
    let mut chain = GENESIS;
    let mut last_time = jiff::Timestamp::UNIX_EPOCH;
    let progress = &cx.app.progress;
    cx.tx.replay(cx.programme, 0, |row, stored| {
        progress.step()?;
        let expected = memory.applied() + 1;
        findings.expect(row.seq == expected, "log_gap", || format!("command {} where {expected} was expected", row.seq));
        findings.expect(link(&chain, &row) == stored, "chain", || format!("command {}", row.seq));
        findings.expect(request_hash(&row.body) == row.request_hash, "request_hash", || format!("command {}", row.seq));
        findings.expect(row.recorded_at >= last_time, "log_time", || format!("command {}", row.seq));
        chain = stored;
        last_time = row.recorded_at;
        let Ok(command) = serde_json::from_str::<Command>(&row.body) else {
            findings.add("log_body", || format!("command {}", row.seq));
            return Ok(());
        };
        let envelope = Envelope { id: row.id, actor: row.actor, device: row.device, claimed_at: row.claimed_at, command };
        let replayed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| memory.apply(&envelope, row.recorded_at)));
        let recorded = serde_json::from_str::<Outcome>(&row.outcome);
        let same = matches!((&replayed, &recorded), (Ok(a), Ok(b)) if a == b);
        findings.expect(same, "replay", || format!("command {}: the rules answer otherwise than was recorded", row.seq));
        Ok(())
    })?;
    let head = cx.tx.peek_head(cx.programme)?.ok_or(domain::refusal::Refusal::UnknownProgramme)?;
    findings.expect(head.seq == memory.applied(), "log_gap", || format!("head {} after {} commands", head.seq, memory.applied()));
    findings.expect(head.chain == chain, "chain", || "the head is not the last link".to_owned());
    Ok((memory, chain))
}

/// Redemptions, disputes, runs, payments and bank-detail steps against the replay.
fn check_tables(cx: &mut Cx<'_, '_>, memory: &Memory, findings: &mut Findings) -> Result<(), Error> {
    let redemptions = cx.tx.redemptions(cx.programme)?;
    findings
        .expect(redemptions.iter().eq(memory.redemptions.values()), "redemption_replays", || "table and log differ".to_owned());
    let mut disputes = cx.tx.disputes(cx.programme)?;
    disputes.reverse();
    findings.expect(disputes.iter().eq(memory.disputes.values()), "dispute_replays", || "table and log differ".to_owned());
    let mut runs = cx.tx.runs(cx.programme)?;
    runs.reverse();
    findings.expect(runs.iter().eq(memory.runs.values()), "run_replays", || "table and log differ".to_owned());
    let payments = cx.tx.all_payments(cx.programme)?;
    findings.expect(payments.iter().eq(memory.payments.values()), "payment_replays", || "table and log differ".to_owned());
    let mut hand_outs = cx.tx.hand_outs(cx.programme)?;
    hand_outs.reverse();
    let stored = hand_outs.iter().map(|row| (row.seq, row.partner, row.taken_back_by));
    let replayed = memory.hand_outs.iter().map(|(seq, given)| (*seq, given.partner, given.taken_back_by));
    findings.expect(stored.eq(replayed), "handout_replays", || {
        format!("{} rows, {} by the log", hand_outs.len(), memory.hand_outs.len())
    });
    let days = cx.tx.market_days(cx.programme)?;
    let known: Vec<_> = days.iter().map(|day| ((day.place, day.on), day)).collect();
    findings.expect(known.iter().map(|(k, d)| (k, *d)).eq(&memory.market_days), "market_day_replays", || {
        "table and log differ".to_owned()
    });
    let looked = cx.tx.alerts_looked_at(cx.programme)?;
    let mut said: Vec<_> = memory.looked.values().collect();
    said.sort_by_key(|l| (l.key.on, l.key.place, l.key.vendor, l.key.kind.key()));
    findings.expect(looked.iter().eq(said), "alert_replays", || "table and log differ".to_owned());
    let holds = cx.tx.payment_holds(cx.programme)?;
    findings.expect(holds.iter().eq(memory.payment_holds.values()), "payment_hold_replays", || "table and log differ".to_owned());
    let voids = cx.tx.batch_voids(cx.programme)?;
    findings.expect(voids.iter().eq(memory.batch_voids.values()), "batch_void_replays", || "table and log differ".to_owned());
    let moves = cx.tx.fund_moves(cx.programme)?;
    findings.expect(moves.iter().eq(memory.fund_moves.values()), "fund_move_replays", || "table and log differ".to_owned());
    // A key that this programme's secret does not give signs what nobody here printed. A copy without its secrets
    // cannot tell.
    if let Ok(keys) = cx.app.keys_of(cx.programme) {
        for key in &cx.book()?.signing_keys {
            findings.expect(keys.public_key(key.slot) == key.public_key, "signing_key", || format!("slot {}", key.slot));
        }
    }
    let asked = cx.tx.key_asked(cx.programme)?;
    findings.expect(asked == memory.key_asked, "signing_key_replays", || "table and log differ".to_owned());
    let expenses = cx.tx.expenses(cx.programme)?;
    let same = expenses.iter().map(|(seq, e)| (seq, e)).eq(&memory.expenses);
    findings.expect(same, "expense_replays", || "table and log differ".to_owned());
    let sales = cx.tx.sales(cx.programme)?;
    findings.expect(sales.iter().eq(memory.sales.values()), "sale_replays", || "table and log differ".to_owned());
    let orders = cx.tx.orders(cx.programme)?;
    findings.expect(orders.iter().eq(memory.orders.values()), "order_replays", || "table and log differ".to_owned());
    let gifts = cx.tx.gifts(cx.programme)?;
    let same = gifts.iter().map(|(seq, gift)| (seq, gift)).eq(&memory.gifts);
    findings.expect(same, "gift_replays", || "table and log differ".to_owned());
    let receipts = cx.tx.donation_receipts(cx.programme)?;
    let same = receipts.iter().eq(memory.donation_receipts.values());
    findings.expect(same, "receipt_replays", || "table and log differ".to_owned());
    for serial in crate::donation_receipt::wrong_donors(cx)? {
        findings.add("receipt_donor", || serial);
    }
    for (vendor, expected) in &memory.bank_details {
        let stored = cx.tx.bank_details_of(cx.programme, *vendor)?;
        findings.expect(stored.as_ref() == Some(expected), "bank_details_replay", || vendor.to_string());
    }
    Ok(())
}
