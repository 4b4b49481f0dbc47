//! Every coupon: as the log says, where it is, and paid for once if it was spent.

use super::Findings;
use super::ledger::Spent;
use crate::batch;
use crate::command::Cx;
use crate::keys::CodeHash;
use crate::world::Error;
use domain::coupon::{Coupon, State};
use domain::memory::Memory;
use domain::programme::Book;
use domain::proof::Disposition;
use std::collections::BTreeMap;

pub(super) type Parts = BTreeMap<&'static str, BTreeMap<String, Disposition>>;

pub(super) fn check_coupons(
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
    let progress = &cx.app.progress;
    cx.tx.each_coupon(cx.programme, |coupon, hash| {
        progress.step()?;
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
