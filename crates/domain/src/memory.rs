//! A programme in memory: the reference world. The simulator checks the database against it, and the
//! audit replays the whole command log into it.

use crate::agreement::Agreement;
use crate::alert::{self, Looked};
use crate::amendment::Amendment;
use crate::batch_void::BatchVoid;
use crate::command::{Envelope, Outcome};
use crate::coupon::{Batch, Coupon, CouponRange, Funding, State, Tally};
use crate::coupon_set::CouponSet;
use crate::dispute::Dispute;
use crate::donation_receipt::DonationReceipt;
use crate::engine;
use crate::fund::{Expense, Fund};
use crate::fund_move::FundMove;
use crate::gift::Gift;
use crate::handout::HandOut;
use crate::ids::{
    BatchId, ClassId, CouponId, DisputeId, FundId, OfferId, OrderId, PartnerId, PaymentId, PlaceId, RunId, VendorId,
};
use crate::ledger::{AccountId, AccountKind, Balance, Transfer};
use crate::market_day::MarketDay;
use crate::offer::Sale;
use crate::order::Order;
use crate::payment_hold::PaymentHold;
use crate::place::Place;
use crate::programme::{Book, Entry};
use crate::redemption::Redemption;
use crate::role::Grant;
use crate::settlement::{BankDetails, Payment, Run};
use crate::signing_key::{KeyAsked, SigningKey};
use crate::take_back::HandedOut;
use crate::world::{Counts, Movement, Step, World};
use jiff::Timestamp;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;

/// Everything a programme is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Memory {
    book: Option<Book>,
    seq: i64,
    now: Timestamp,
    /// Batches and their coupons, in order.
    pub batches: BTreeMap<BatchId, (Batch, Vec<Coupon>)>,
    /// Account totals.
    pub accounts: BTreeMap<AccountId, Balance>,
    /// Redemptions by command.
    pub redemptions: BTreeMap<i64, Redemption>,
    /// Disputes.
    pub disputes: BTreeMap<DisputeId, Dispute>,
    /// Runs.
    pub runs: BTreeMap<RunId, Run>,
    /// Payments.
    pub payments: BTreeMap<PaymentId, Payment>,
    /// Bank-detail changes, the last of each merchant.
    pub bank_details: BTreeMap<VendorId, BankDetails>,
    /// Holds of merchants' payments, by command.
    pub payment_holds: BTreeMap<i64, PaymentHold>,
    /// Batches that somebody asked to cancel.
    pub batch_voids: BTreeMap<BatchId, BatchVoid>,
    /// What somebody said who looked at an alert.
    pub looked: BTreeMap<alert::Key, Looked>,
    /// Money that somebody asked to move out of a fund, by command.
    pub fund_moves: BTreeMap<i64, FundMove>,
    /// Another signing key that somebody asked for.
    pub key_asked: Option<KeyAsked>,
    /// What was spent on operations, by command.
    pub expenses: BTreeMap<i64, Expense>,
    /// Sales of packs, by command.
    pub sales: BTreeMap<i64, Sale>,
    /// Orders.
    pub orders: BTreeMap<OrderId, Order>,
    /// Gifts, by command.
    pub gifts: BTreeMap<i64, Gift>,
    /// Official receipts, by command.
    pub donation_receipts: BTreeMap<i64, DonationReceipt>,
    /// Market days.
    pub market_days: BTreeMap<(PlaceId, Date), MarketDay>,
    /// Hand-outs by command.
    pub hand_outs: BTreeMap<i64, HandedOut>,
    /// What the command being applied has moved.
    moved: Vec<Movement>,
    /// What became payable, when: for cut-offs in the past.
    became_payable: Vec<(Timestamp, AccountId, i64)>,
    /// How many transfers were written.
    pub transfers: u64,
}

impl Memory {
    /// Applies the next command, as the log has it.
    pub fn apply(&mut self, envelope: &Envelope, recorded_at: Timestamp) -> Outcome {
        self.seq += 1;
        self.now = recorded_at;
        self.moved.clear();
        if let Some(book) = &self.book
            && let Cow::Owned(book) = book.on(book.day_of(recorded_at))
        {
            self.book = Some(book);
        }
        match engine::apply(self, envelope, recorded_at) {
            Ok(outcome) => outcome,
            Err(never) => match never {},
        }
    }

    /// The book, once open.
    pub const fn opened(&self) -> Option<&Book> {
        self.book.as_ref()
    }

    /// How many commands were applied.
    pub const fn applied(&self) -> i64 {
        self.seq
    }

    /// All coupons, ascending.
    pub fn all_coupons(&self) -> impl Iterator<Item = &Coupon> {
        self.batches.values().flat_map(|(_, coupons)| coupons)
    }

    fn slice(&self, range: CouponRange) -> &[Coupon] {
        let Some((_, coupons)) = self.batches.get(&range.first.batch()) else { return &[] };
        let first = range.first.number() as usize - 1;
        let last = (range.last.number() as usize).min(coupons.len());
        coupons.get(first.min(last)..last).unwrap_or(&[])
    }

    fn slot(&mut self, id: CouponId) -> Option<&mut Coupon> {
        self.batches.get_mut(&id.batch())?.1.get_mut(id.number() as usize - 1)
    }
}

/// What coupons of one tally share.
type Group = (ClassId, State, Option<PartnerId>, Option<FundId>);

fn tally(coupons: &[Coupon], keep: impl Fn(&Coupon) -> bool) -> Vec<Tally> {
    let mut groups: BTreeMap<Group, (u64, CouponId, CouponId)> = BTreeMap::new();
    for coupon in coupons.iter().filter(|c| keep(c)) {
        let group = groups.entry((coupon.class, coupon.state, coupon.partner, coupon.fund)).or_insert((0, coupon.id, coupon.id));
        group.0 += 1;
        group.2 = coupon.id;
    }
    groups
        .into_iter()
        .map(|((class, state, partner, fund), (count, first, last))| Tally {
            class,
            state,
            partner,
            fund,
            count,
            span: CouponRange { first, last },
        })
        .collect()
}

impl World for Memory {
    type Fault = Infallible;

    fn book(&self) -> &Book {
        self.book.as_ref().expect("the engine asks for the book of an open programme only")
    }

    fn is_open(&self) -> bool {
        self.book.is_some()
    }

    fn seq(&self) -> i64 {
        self.seq
    }

    fn open(&mut self, book: Book) -> Step<(), Self> {
        self.book = Some(book);
        Ok(())
    }

    fn enroll(&mut self, entries: Vec<Entry>) -> Step<(), Self> {
        if let Some(book) = &mut self.book {
            for entry in entries {
                book.add(entry);
            }
        }
        Ok(())
    }

    fn change_place(&mut self, place: Place) -> Step<(), Self> {
        if let Some(book) = &mut self.book {
            book.replace_place(place);
        }
        Ok(())
    }

    fn change_fund(&mut self, fund: Fund) -> Step<(), Self> {
        if let Some(book) = &mut self.book {
            book.replace_fund(fund);
        }
        Ok(())
    }

    fn revoke(&mut self, grant: Grant) -> Step<(), Self> {
        if let Some(book) = &mut self.book {
            book.grants.retain(|g| *g != grant);
        }
        Ok(())
    }

    fn amend(&mut self, amendment: Amendment) -> Step<(), Self> {
        if let Some(book) = &mut self.book {
            book.write_amendment(amendment);
        }
        Ok(())
    }

    fn close(&mut self, at: Timestamp) -> Step<(), Self> {
        if let Some(book) = &mut self.book {
            book.closed_at = Some(at);
        }
        Ok(())
    }

    fn counts(&mut self) -> Step<Counts, Self> {
        let size = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Counts {
            batches: size(self.batches.len()),
            disputes: size(self.disputes.len()),
            runs: size(self.runs.len()),
            payments: size(self.payments.len()),
        })
    }

    fn batch(&mut self, id: BatchId) -> Step<Option<Batch>, Self> {
        Ok(self.batches.get(&id).map(|(batch, _)| batch.clone()))
    }

    fn issue(&mut self, batch: &Batch) -> Step<(), Self> {
        let seq = self.seq;
        let coupons = (1..=batch.count)
            .map(|number| Coupon {
                id: CouponId::new(batch.id, number),
                class: batch.class,
                state: State::Printed,
                partner: None,
                fund: None,
                moved_seq: seq,
            })
            .collect();
        self.batches.insert(batch.id, (batch.clone(), coupons));
        Ok(())
    }

    fn coupons(&mut self, set: &CouponSet) -> Step<Vec<Coupon>, Self> {
        Ok(set.ranges().iter().flat_map(|range| self.slice(*range).to_vec()).collect())
    }

    fn tally(&mut self, range: CouponRange) -> Step<Vec<Tally>, Self> {
        Ok(tally(self.slice(range), |_| true))
    }

    fn held(&mut self, partner: PartnerId, class: ClassId, count: u64) -> Step<CouponSet, Self> {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let is_held = |c: &&Coupon| c.state == State::WithPartner && c.partner == Some(partner) && c.class == class;
        Ok(self.all_coupons().filter(is_held).take(count).map(|c| c.id).collect())
    }

    fn stock(&mut self, class: ClassId, count: u64) -> Step<CouponSet, Self> {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let is_there = |c: &&Coupon| c.state == State::InStock && c.class == class;
        Ok(self.all_coupons().filter(is_there).take(count).map(|c| c.id).collect())
    }

    fn overdue(&mut self, classes: &[ClassId]) -> Step<Vec<Tally>, Self> {
        Ok(self
            .batches
            .values()
            .filter(|(batch, _)| classes.contains(&batch.class))
            .flat_map(|(_, coupons)| tally(coupons, |c| c.state.is_live()))
            .collect())
    }

    fn move_coupons(&mut self, movements: &[Movement]) -> Step<(), Self> {
        let seq = self.seq;
        for movement in movements {
            let mut moved = 0;
            for id in (movement.range.first.0..=movement.range.last.0).map(CouponId) {
                if let Some(coupon) = self.slot(id)
                    && (coupon.state, coupon.partner, coupon.fund) == movement.from
                {
                    (coupon.state, coupon.partner, coupon.fund) = movement.to;
                    coupon.moved_seq = seq;
                    moved += 1;
                }
            }
            assert_eq!(moved, movement.count, "a movement finds exactly the coupons it was planned for");
            self.moved.push(*movement);
        }
        Ok(())
    }

    fn spend(&mut self, coupons: &[(Coupon, FundId)]) -> Step<(), Self> {
        let seq = self.seq;
        for (coupon, fund) in coupons {
            let slot = self.slot(coupon.id).expect("a coupon that was read exists");
            assert!(slot.state.may_become(State::Redeemed, Funding::Granted), "a coupon is spent once");
            slot.state = State::Redeemed;
            slot.fund = Some(*fund);
            slot.moved_seq = seq;
        }
        Ok(())
    }

    fn balance(&mut self, account: AccountId) -> Step<Balance, Self> {
        Ok(self.accounts.get(&account).copied().unwrap_or_default())
    }

    fn post(&mut self, transfers: &[Transfer]) -> Step<(), Self> {
        let mut became: BTreeMap<AccountId, i64> = BTreeMap::new();
        for transfer in transfers {
            let minor = transfer.amount().minor;
            self.accounts.entry(transfer.debit()).or_default().debits += minor;
            self.accounts.entry(transfer.credit()).or_default().credits += minor;
            if transfer.credit().kind() == AccountKind::Payable {
                *became.entry(transfer.credit()).or_default() += minor;
            }
        }
        self.transfers += transfers.len() as u64;
        let now = self.now;
        self.became_payable.extend(became.into_iter().map(|(account, minor)| (now, account, minor)));
        Ok(())
    }

    fn record_redemption(&mut self, redemption: &Redemption) -> Step<(), Self> {
        self.redemptions.insert(redemption.seq, redemption.clone());
        Ok(())
    }

    fn redemption(&mut self, seq: i64) -> Step<Option<Redemption>, Self> {
        Ok(self.redemptions.get(&seq).cloned())
    }

    fn record_hand_out(&mut self, request: &HandOut, _at: Timestamp, _outcome: &Outcome) -> Step<(), Self> {
        let movements = std::mem::take(&mut self.moved);
        let given = HandedOut { partner: request.partner, recorded_at: self.now, taken_back_by: None, movements };
        self.hand_outs.insert(self.seq, given);
        Ok(())
    }

    fn hand_out(&mut self, seq: i64) -> Step<Option<HandedOut>, Self> {
        Ok(self.hand_outs.get(&seq).cloned())
    }

    fn was_handed_out(&mut self, coupon: CouponId) -> Step<bool, Self> {
        let holds = |given: &HandedOut| given.movements.iter().any(|m| m.range.first <= coupon && coupon <= m.range.last);
        Ok(self.hand_outs.values().any(|given| given.taken_back_by.is_none() && holds(given)))
    }

    fn take_back(&mut self, seq: i64) -> Step<(), Self> {
        let by = self.seq;
        if let Some(given) = self.hand_outs.get_mut(&seq) {
            given.taken_back_by = Some(by);
        }
        Ok(())
    }

    fn record_expense(&mut self, expense: &Expense) -> Step<(), Self> {
        self.expenses.insert(self.seq, expense.clone());
        Ok(())
    }

    fn record_sale(&mut self, sale: &Sale) -> Step<(), Self> {
        self.sales.insert(sale.seq, sale.clone());
        Ok(())
    }

    fn offer_bonus(&mut self, offer: OfferId) -> Step<i64, Self> {
        Ok(self.sales.values().filter(|sale| sale.offer == offer).map(|sale| sale.bonus_cents).sum())
    }

    fn record_order(&mut self, order: &Order) -> Step<(), Self> {
        self.orders.insert(order.id, order.clone());
        Ok(())
    }

    fn update_order(&mut self, order: &Order) -> Step<(), Self> {
        self.orders.insert(order.id, order.clone());
        Ok(())
    }

    fn order(&mut self, id: OrderId) -> Step<Option<Order>, Self> {
        Ok(self.orders.get(&id).cloned())
    }

    fn order_named(&mut self, reference: &str) -> Step<Option<OrderId>, Self> {
        Ok(self.orders.values().find(|order| order.reference == reference).map(|order| order.id))
    }

    fn order_count(&mut self) -> Step<u32, Self> {
        Ok(u32::try_from(self.orders.len()).unwrap_or(u32::MAX))
    }

    fn record_gift(&mut self, gift: &Gift) -> Step<(), Self> {
        self.gifts.insert(self.seq, gift.clone());
        Ok(())
    }

    fn gift(&mut self, seq: i64) -> Step<Option<Gift>, Self> {
        Ok(self.gifts.get(&seq).cloned())
    }

    fn donation_receipts(&mut self) -> Step<Vec<DonationReceipt>, Self> {
        Ok(self.donation_receipts.values().cloned().collect())
    }

    fn write_donation_receipt(&mut self, receipt: &DonationReceipt) -> Step<(), Self> {
        self.donation_receipts.insert(receipt.seq, receipt.clone());
        Ok(())
    }

    fn open_disputes(&mut self, disputes: &[Dispute]) -> Step<(), Self> {
        self.disputes.extend(disputes.iter().map(|d| (d.id, d.clone())));
        Ok(())
    }

    fn dispute(&mut self, id: DisputeId) -> Step<Option<Dispute>, Self> {
        Ok(self.disputes.get(&id).cloned())
    }

    fn decide(&mut self, dispute: &Dispute) -> Step<(), Self> {
        self.disputes.insert(dispute.id, dispute.clone());
        Ok(())
    }

    fn open_dispute_count(&mut self) -> Step<u64, Self> {
        Ok(self.disputes.values().filter(|d| d.decision.is_none()).count() as u64)
    }

    fn update_agreement(&mut self, number: u32, agreement: &Agreement) -> Step<(), Self> {
        let slot = self.book.as_mut().and_then(|b| b.agreements.get_mut(number as usize - 1));
        *slot.expect("an agreement that was read exists") = agreement.clone();
        Ok(())
    }

    fn market_day(&mut self, place: PlaceId, on: Date) -> Step<Option<MarketDay>, Self> {
        Ok(self.market_days.get(&(place, on)).cloned())
    }

    fn record_market_day(&mut self, day: &MarketDay) -> Step<(), Self> {
        self.market_days.insert((day.place, day.on), day.clone());
        Ok(())
    }

    fn redemptions_on(&mut self, place: PlaceId, on: Date) -> Step<Vec<Redemption>, Self> {
        let book = self.book.as_ref();
        let is_of = |r: &&Redemption| r.place == place && book.is_some_and(|b| r.market_day(b) == on);
        Ok(self.redemptions.values().filter(is_of).cloned().collect())
    }

    fn owed(&mut self, until: Timestamp) -> Step<Vec<(AccountId, i64)>, Self> {
        let mut owed: BTreeMap<AccountId, i64> = self
            .accounts
            .iter()
            .filter(|(id, _)| id.kind() == AccountKind::Payable)
            .map(|(id, balance)| (*id, balance.of(AccountKind::Payable)))
            .collect();
        for (at, account, minor) in self.became_payable.iter().rev().take_while(|(at, _, _)| *at > until) {
            debug_assert!(*at > until);
            *owed.entry(*account).or_default() -= minor;
        }
        Ok(owed.into_iter().filter(|(_, minor)| *minor > 0).collect())
    }

    fn record_run(&mut self, run: &Run, payments: &[Payment]) -> Step<(), Self> {
        self.runs.insert(run.id, run.clone());
        self.payments.extend(payments.iter().map(|p| (p.id, p.clone())));
        Ok(())
    }

    fn run(&mut self, id: RunId) -> Step<Option<Run>, Self> {
        Ok(self.runs.get(&id).cloned())
    }

    fn payments(&mut self, id: RunId) -> Step<Vec<Payment>, Self> {
        Ok(self.payments.values().filter(|p| p.run == id).cloned().collect())
    }

    fn payment(&mut self, id: PaymentId) -> Step<Option<Payment>, Self> {
        Ok(self.payments.get(&id).cloned())
    }

    fn update_run(&mut self, run: &Run) -> Step<(), Self> {
        self.runs.insert(run.id, run.clone());
        Ok(())
    }

    fn update_payment(&mut self, payment: &Payment) -> Step<(), Self> {
        self.payments.insert(payment.id, payment.clone());
        Ok(())
    }

    fn unfinished(&mut self) -> Step<(i64, u64), Self> {
        let unpaid = self
            .accounts
            .iter()
            .filter(|(id, _)| matches!(id.kind(), AccountKind::Payable | AccountKind::Claimed | AccountKind::InTransit))
            .map(|(id, balance)| balance.of(id.kind()))
            .sum();
        let ends = |class: ClassId| self.book.as_ref().and_then(|b| b.class(class)).is_some_and(|c| c.expires_on.is_some());
        let live = self.all_coupons().filter(|c| c.state.is_live() && ends(c.class)).count() as u64;
        Ok((unpaid, live))
    }

    fn bank_details(&mut self, vendor: VendorId) -> Step<Option<BankDetails>, Self> {
        Ok(self.bank_details.get(&vendor).cloned())
    }

    fn look_at_alert(&mut self, looked: &Looked) -> Step<(), Self> {
        self.looked.insert(looked.key, looked.clone());
        Ok(())
    }

    fn payment_holds(&mut self) -> Step<Vec<PaymentHold>, Self> {
        Ok(self.payment_holds.values().cloned().collect())
    }

    fn write_payment_hold(&mut self, hold: &PaymentHold) -> Step<(), Self> {
        self.payment_holds.insert(hold.seq, hold.clone());
        Ok(())
    }

    fn batch_void(&mut self, batch: BatchId) -> Step<Option<BatchVoid>, Self> {
        Ok(self.batch_voids.get(&batch).cloned())
    }

    fn ask_batch_void(&mut self, asked: &BatchVoid) -> Step<(), Self> {
        self.batch_voids.insert(asked.batch, asked.clone());
        Ok(())
    }

    fn end_batch_void(&mut self, batch: BatchId) -> Step<(), Self> {
        self.batch_voids.remove(&batch);
        Ok(())
    }

    fn fund_move(&mut self, seq: i64) -> Step<Option<FundMove>, Self> {
        Ok(self.fund_moves.get(&seq).cloned())
    }

    fn ask_fund_move(&mut self, asked: &FundMove) -> Step<(), Self> {
        self.fund_moves.insert(asked.seq, asked.clone());
        Ok(())
    }

    fn decide_fund_move(&mut self, decided: &FundMove) -> Step<(), Self> {
        self.fund_moves.insert(decided.seq, decided.clone());
        Ok(())
    }

    fn key_asked(&mut self) -> Step<Option<KeyAsked>, Self> {
        Ok(self.key_asked.clone())
    }

    fn ask_key(&mut self, asked: &KeyAsked) -> Step<(), Self> {
        self.key_asked = Some(asked.clone());
        Ok(())
    }

    fn end_key_asked(&mut self) -> Step<(), Self> {
        self.key_asked = None;
        Ok(())
    }

    fn add_key(&mut self, key: SigningKey) -> Step<(), Self> {
        if let Some(book) = &mut self.book {
            book.signing_keys.push(key);
        }
        Ok(())
    }

    fn update_bank_details(&mut self, details: &BankDetails) -> Step<(), Self> {
        self.bank_details.insert(details.vendor, details.clone());
        Ok(())
    }
}
