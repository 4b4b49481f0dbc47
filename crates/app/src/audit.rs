//! The proof: replays the whole command log in memory, compares it with every table, and checks what must
//! be true. One transaction, one consistent view; nothing is changed.

use crate::batch;
use crate::command::Cx;
use crate::keys::CodeHash;
use crate::world::Error;
use domain::chain::{GENESIS, hex, link, request_hash};
use domain::command::{Command, Envelope, Outcome};
use domain::coupon::{Coupon, Funding, State};
use domain::ledger::{AccountId, AccountKind, Balance, TransferKind};
use domain::memory::Memory;
use domain::programme::Book;
use domain::proof::{Disposition, Finding, check_balances, check_cover};
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
    let (memory, head) = replay(cx, &mut findings)?;
    let book = cx.book()?;
    findings.expect(memory.opened() == Some(&*book), "book_replays", || "the book's tables differ from the log".to_owned());
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
    cx.tx.replay(cx.programme, 0, |row, stored| {
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

/// What the ledger's rows say.
#[derive(Default)]
struct Spent {
    rows: u64,
    by_coupon: Vec<(i64, i64)>,
    accounts: BTreeMap<AccountId, Balance>,
    payable_in: i64,
    /// Of the sold coupons: what was paid for them, spent of them, and paid back.
    sold: i64,
    sold_used: i64,
    refunded: i64,
}

fn check_transfers(cx: &mut Cx<'_, '_>, findings: &mut Findings) -> Result<Spent, Error> {
    let mut spent = Spent::default();
    cx.tx.each_transfer(cx.programme, |row| {
        spent.rows += 1;
        findings.expect(row.minor > 0, "transfer", || format!("command {}: {}", row.seq, row.minor));
        findings.expect(row.debit.unit() == row.credit.unit(), "transfer", || format!("command {}: two units", row.seq));
        spent.accounts.entry(row.debit).or_default().debits += row.minor;
        spent.accounts.entry(row.credit).or_default().credits += row.minor;
        if let (TransferKind::Redeem, Some(coupon)) = (row.kind, row.coupon) {
            spent.by_coupon.push((coupon.0, row.seq));
            spent.payable_in += row.minor;
        }
        match row.kind {
            TransferKind::Sell => spent.sold += row.minor,
            TransferKind::Refund => spent.refunded += row.minor,
            TransferKind::Redeem if row.debit.kind() == AccountKind::SoldOutstanding => spent.sold_used += row.minor,
            _ => {}
        }
        Ok(())
    })?;
    spent.by_coupon.sort_unstable();
    for pair in spent.by_coupon.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        findings.add("redeemed_twice", || {
            format!("coupon {}: commands {} and {}", domain::ids::CouponId(pair[0].0), pair[0].1, pair[1].1)
        });
    }
    Ok(spent)
}

type Parts = BTreeMap<&'static str, BTreeMap<String, Disposition>>;

fn check_coupons(
    cx: &mut Cx<'_, '_>,
    memory: &Memory,
    book: &Book,
    spent: &Spent,
    findings: &mut Findings,
) -> Result<(u64, Disposition, Parts), Error> {
    let mut expected = memory.all_coupons();
    let mut transfers = spent.by_coupon.iter().peekable();
    let mut hashes: BTreeMap<u32, Vec<CodeHash>> = BTreeMap::new();
    let mut groups: BTreeMap<(u32, u8, State, u32, u32, i64), u64> = BTreeMap::new();
    let mut count = 0;
    cx.tx.each_coupon(cx.programme, |coupon, hash| {
        count += 1;
        let same = expected.next() == Some(&coupon);
        findings.expect(same, "coupon_replays", || format!("coupon {}", coupon.id));
        while transfers.peek().is_some_and(|(id, _)| *id < coupon.id.0) {
            findings.add("transfer_without_coupon", || format!("{:?}", transfers.peek()));
            transfers.next();
        }
        let paid = transfers.next_if(|(id, _)| *id == coupon.id.0).map(|(_, seq)| *seq);
        let right = if coupon.state == State::Redeemed { paid == Some(coupon.moved_seq) } else { paid.is_none() };
        findings.expect(right, "redeemed_is_paid", || format!("coupon {} is {}", coupon.id, coupon.state.key()));
        hashes.entry(coupon.id.batch().0).or_default().push(hash.try_into().unwrap_or([0; 16]));
        let spent_in = if coupon.state == State::Redeemed { coupon.moved_seq } else { 0 };
        *groups.entry(group(&coupon, spent_in)).or_default() += 1;
        Ok(())
    })?;
    findings.expect(expected.next().is_none(), "coupon_replays", || "coupons are missing".to_owned());
    for batch in cx.tx.batches(cx.programme)? {
        let digest = batch::digest(hashes.get(&batch.id.0).map_or(&[], Vec::as_slice));
        findings.expect(digest == batch.codes_digest, "codes_digest", || format!("batch {}", batch.id.0));
        let known = memory.batches.get(&batch.id).map(|(b, _)| b);
        findings.expect(known == Some(&batch), "batch_replays", || format!("batch {}", batch.id.0));
    }
    let (total, parts) = dispositions(memory, book, &groups);
    Ok((count, total, parts))
}

fn group(coupon: &Coupon, spent_in: i64) -> (u32, u8, State, u32, u32, i64) {
    (
        coupon.id.batch().0,
        coupon.class.0,
        coupon.state,
        coupon.partner.map_or(0, |p| p.0),
        coupon.fund.map_or(0, |f| f.0),
        spent_in,
    )
}

/// The equation in total and by every view. What was printed comes from the log's batches for the total,
/// the batches and the classes; for the other views a coupon counts where it is.
fn dispositions(memory: &Memory, book: &Book, groups: &BTreeMap<(u32, u8, State, u32, u32, i64), u64>) -> (Disposition, Parts) {
    let mut total = Disposition::default();
    let mut parts: Parts = BTreeMap::new();
    let face = |class: u8| book.class(domain::ids::ClassId(class)).map_or(0, |c| c.face.minor);
    for (batch, _) in memory.batches.values() {
        let count = u64::from(batch.count);
        let minor = face(batch.class.0) * i64::from(batch.count);
        let letter = book.class(batch.class).map_or_else(String::new, |c| c.letter.to_string());
        for part in [&mut total, parts.entry("batch").or_default().entry(batch.id.0.to_string()).or_default()] {
            part.printed += count;
            part.printed_minor += minor;
        }
        let class = parts.entry("class").or_default().entry(letter).or_default();
        class.printed += count;
        class.printed_minor += minor;
    }
    for ((batch, class, state, partner, fund, spent_in), count) in groups {
        let minor = face(*class) * i64::try_from(*count).unwrap_or(0);
        total.add(*state, *count, minor);
        parts.entry("batch").or_default().entry(batch.to_string()).or_default().add(*state, *count, minor);
        let letter = book.class(domain::ids::ClassId(*class)).map_or_else(String::new, |c| c.letter.to_string());
        parts.entry("class").or_default().entry(letter).or_default().add(*state, *count, minor);
        let redemption = memory.redemptions.get(spent_in);
        let views = [
            ("partner", book.partner(domain::ids::PartnerId(*partner)).map(|p| p.key.clone())),
            ("fund", book.fund(domain::ids::FundId(*fund)).map(|f| f.key.clone())),
            ("vendor", redemption.and_then(|r| book.vendor(r.vendor)).map(|v| v.key.clone())),
            ("place", redemption.and_then(|r| book.place(r.place)).map(|p| p.key.clone())),
        ];
        for (by, name) in views {
            if let Some(name) = name {
                let part = parts.entry(by).or_default().entry(name).or_default();
                part.printed += count;
                part.printed_minor += minor;
                part.add(*state, *count, minor);
            }
        }
    }
    (total, parts)
}

fn check_accounts(cx: &mut Cx<'_, '_>, memory: &Memory, spent: &Spent, findings: &mut Findings) -> Result<(), Error> {
    let stored = cx.tx.accounts(cx.programme)?;
    let all: std::collections::BTreeSet<_> = stored.keys().chain(spent.accounts.keys()).chain(memory.accounts.keys()).collect();
    for id in all {
        let (table, rows, log) = (stored.get(id), spent.accounts.get(id), memory.accounts.get(id));
        findings.expect(table == rows, "balance_is_sum", || format!("{id}: table {table:?}, entries {rows:?}"));
        findings.expect(table == log, "account_replays", || format!("{id}: table {table:?}, log {log:?}"));
    }
    for finding in check_balances(&stored).into_iter().chain(check_cover(&stored)) {
        findings.add(finding.check, || finding.detail);
    }
    // What is spent on operations is paid at once, and each fund's sum is its expenses.
    let mut operations: BTreeMap<AccountId, i64> = BTreeMap::new();
    for expense in memory.expenses.values() {
        let account = AccountId::of_fund(AccountKind::Operations, expense.fund, domain::amount::Unit::CAD);
        *operations.entry(account).or_default() += expense.amount.minor;
    }
    for (id, balance) in stored.iter().filter(|(id, _)| id.kind() == AccountKind::Operations) {
        let expected = operations.remove(id).unwrap_or(0);
        findings.expect(*balance == Balance { debits: expected, credits: expected }, "expenses_are_paid", || {
            format!("{id}: {balance:?}, expenses {expected}")
        });
    }
    findings.expect(operations.is_empty(), "expenses_are_paid", || format!("no account: {operations:?}"));
    findings.expect(memory.transfers == spent.rows, "transfer_replays", || {
        format!("{} rows, {} by the log", spent.rows, memory.transfers)
    });
    // What was ever owed for coupons is what redemptions and disputes say.
    let by_redemptions: i64 = memory.redemptions.values().map(|r| r.amount_cents).sum();
    let cad: i64 = spent
        .accounts
        .iter()
        .filter(|(id, _)| id.unit() == domain::amount::Unit::CAD && id.kind() == AccountKind::Payable)
        .map(|(_, b)| b.of(AccountKind::Payable))
        .sum();
    let paid: i64 = memory
        .payments
        .values()
        .filter(|p| p.unit == domain::amount::Unit::CAD)
        .filter(|p| !matches!(p.state, domain::settlement::PaymentState::Returned | domain::settlement::PaymentState::Cancelled))
        .map(|p| p.amount().minor)
        .sum();
    let compensated: i64 = memory
        .disputes
        .values()
        .filter(|d| matches!(d.decision, Some(domain::dispute::Decision::Pay { .. })))
        .map(|d| d.amount.minor)
        .sum();
    findings.expect(cad == by_redemptions + compensated - paid, "payables_equal_unpaid", || {
        format!("payable {cad}, redeemed {by_redemptions}, compensated {compensated}, gathered {paid}")
    });
    Ok(())
}

/// Sold coupons outstanding are the sold coupons not spent; commitments are the given ones not spent.
fn check_sold(memory: &Memory, book: &Book, findings: &mut Findings) {
    let mut expected: BTreeMap<AccountId, i64> = BTreeMap::new();
    for coupon in memory.all_coupons().filter(|c| c.state == State::HandedOut) {
        let (Some(class), Some(fund)) = (book.class(coupon.class), coupon.fund) else { continue };
        let kind = match (class.funding, class.face.unit == domain::amount::Unit::CAD) {
            (Funding::Sold, _) => AccountKind::SoldOutstanding,
            (Funding::Granted, true) => AccountKind::Committed,
            (Funding::Granted, false) => AccountKind::UnitsOutstanding,
        };
        *expected.entry(AccountId::of_fund(kind, fund, class.face.unit)).or_default() += class.face.minor;
    }
    let kinds = [AccountKind::SoldOutstanding, AccountKind::Committed, AccountKind::UnitsOutstanding];
    for (id, balance) in memory.accounts.iter().filter(|(id, _)| kinds.contains(&id.kind())) {
        let coupons = expected.remove(id).unwrap_or(0);
        let account = balance.of(id.kind());
        findings
            .expect(coupons == account, "outstanding_equals_coupons", || format!("{id}: account {account}, coupons {coupons}"));
    }
    for (id, coupons) in expected.into_iter().filter(|(_, minor)| *minor != 0) {
        findings.add("outstanding_equals_coupons", || format!("{id}: no account, coupons {coupons}"));
    }
}

/// What is owed to buyers is what was sold, less what was spent and what was paid back; and what was paid
/// back is what came back.
fn check_sales(memory: &Memory, book: &Book, spent: &Spent, findings: &mut Findings) {
    let Some(sales) = book.sales_fund().map(|f| f.id) else { return };
    let face = |state: State| -> i64 {
        let theirs = memory.all_coupons().filter(|c| c.state == state && c.fund == Some(sales));
        theirs.filter_map(|c| book.class(c.class)).filter(|c| c.funding == Funding::Sold).map(|c| c.face.minor).sum()
    };
    let (out, back) = (face(State::HandedOut), face(State::Returned));
    findings.expect(spent.sold - spent.sold_used - spent.refunded == out, "sold_equation", || {
        format!("sold {}, spent {}, paid back {}, coupons out {out}", spent.sold, spent.sold_used, spent.refunded)
    });
    findings.expect(spent.refunded == back, "refunds_equal_coupons", || {
        format!("paid back {}, coupons that came back {back}", spent.refunded)
    });
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
    let hand_outs = cx.tx.hand_outs(cx.programme)?.len() as u64;
    findings.expect(hand_outs == memory.hand_outs, "handout_replays", || {
        format!("{hand_outs} rows, {} by the log", memory.hand_outs)
    });
    let voids = cx.tx.batch_voids(cx.programme)?;
    findings.expect(voids.iter().eq(memory.batch_voids.values()), "batch_void_replays", || "table and log differ".to_owned());
    let expenses = cx.tx.expenses(cx.programme)?;
    let same = expenses.iter().map(|(seq, e)| (seq, e)).eq(&memory.expenses);
    findings.expect(same, "expense_replays", || "table and log differ".to_owned());
    for (vendor, expected) in &memory.bank_details {
        let stored = cx.tx.bank_details_of(cx.programme, *vendor)?;
        findings.expect(stored.as_ref() == Some(expected), "bank_details_replay", || vendor.to_string());
    }
    Ok(())
}
