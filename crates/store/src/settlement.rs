//! Runs, payments and bank details.

use crate::fault::Fault;
use crate::row::{Arg, Row};
use crate::tx::Tx;
use crate::world::SqlWorld;
use domain::amount::Unit;
use domain::ids::{Actor, FundId, PaymentId, PersonId, ProgrammeId, RunId, VendorId};
use domain::programme::PaymentMethod;
use domain::settlement::{BankDetails, Payment, PaymentState, Run, RunState};

/// A merchant's account as kept: what may be shown, and the rest sealed.
#[derive(Clone, Debug)]
pub struct BankAccount {
    /// Institution and last digits.
    pub masked: String,
    /// Everything, sealed with the programme's secret.
    pub sealed: Vec<u8>,
}

fn actor(text: &str) -> Result<Actor, Fault> {
    Actor::parse(text).ok_or_else(|| Fault::Inconsistent(format!("actor {text}")))
}

fn approvals_text(approvals: &[PersonId]) -> String {
    approvals.iter().map(|p| p.0.to_string()).collect::<Vec<_>>().join(",")
}

/// Writes a run and its payments.
pub(crate) fn record_run(world: &mut SqlWorld<'_, '_>, run: &Run, payments: &[Payment]) -> Result<(), Fault> {
    let programme = world.programme;
    world.tx.run(
        "INSERT INTO run (programme, id, cutoff, prepared_by, prepared_at, state, approvals) VALUES ($1, $2, $3, $4, $5, $6, '')",
        &[
            programme.into(),
            run.id.0.into(),
            run.cutoff.as_microsecond().into(),
            (&run.prepared_by.to_string()).into(),
            run.prepared_at.as_microsecond().into(),
            run.state.key().into(),
        ],
    )?;
    for payment in payments {
        world.tx.run(
            "INSERT INTO payment (programme, id, run, vendor, method, unit, state, reference, through)
             VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8)",
            &[
                programme.into(),
                payment.id.0.into(),
                payment.run.0.into(),
                payment.vendor.0.into(),
                payment.method.key().into(),
                i64::from(payment.unit.0).into(),
                payment.state.key().into(),
                Arg::OptI(payment.through.map(|vendor| i64::from(vendor.0))),
            ],
        )?;
        for (fund, minor) in &payment.shares {
            world.tx.run(
                "INSERT INTO payment_share (programme, payment, fund, amount) VALUES ($1, $2, $3, $4)",
                &[programme.into(), payment.id.0.into(), fund.0.into(), (*minor).into()],
            )?;
        }
    }
    if let Some(head) = world.tx.heads.get_mut(&programme) {
        head.counts.runs += 1;
        head.counts.payments += u32::try_from(payments.len()).unwrap_or(0);
    }
    Ok(())
}

fn read_run(r: &Row<'_>) -> Result<Run, Fault> {
    let state = r.t(4)?;
    let approvals = r.t(5)?;
    Ok(Run {
        id: RunId(r.u(0)?),
        cutoff: r.at(1)?,
        prepared_by: actor(&r.t(2)?)?,
        prepared_at: r.at(3)?,
        state: RunState::ALL
            .into_iter()
            .find(|s| s.key() == state)
            .ok_or_else(|| Fault::Inconsistent(format!("run state {state}")))?,
        approvals: approvals.split(',').filter_map(|n| n.parse().ok()).map(PersonId).collect(),
    })
}

/// One run.
pub(crate) fn run(tx: &mut Tx<'_>, programme: ProgrammeId, id: RunId) -> Result<Option<Run>, Fault> {
    tx.first(
        "SELECT id, cutoff, prepared_by, prepared_at, state, approvals FROM run WHERE programme = $1 AND id = $2",
        &[programme.into(), id.0.into()],
        read_run,
    )
}

/// Writes a run's new step.
pub(crate) fn update_run(tx: &mut Tx<'_>, programme: ProgrammeId, run: &Run) -> Result<(), Fault> {
    tx.run(
        "UPDATE run SET state = $3, approvals = $4 WHERE programme = $1 AND id = $2",
        &[programme.into(), run.id.0.into(), run.state.key().into(), (&approvals_text(&run.approvals)).into()],
    )
    .map(drop)
}

fn read_payment(r: &Row<'_>) -> Result<Payment, Fault> {
    let (method, state) = (r.t(3)?, r.t(5)?);
    let methods = [PaymentMethod::Cheque, PaymentMethod::Transfer, PaymentMethod::Deposit, PaymentMethod::LocalCurrency];
    Ok(Payment {
        id: PaymentId(r.u(0)?),
        run: RunId(r.u(1)?),
        vendor: VendorId(r.u(2)?),
        method: methods
            .into_iter()
            .find(|m| m.key() == method)
            .ok_or_else(|| Fault::Inconsistent(format!("payment method {method}")))?,
        unit: Unit(u8::try_from(r.i(4)?).map_err(|e| Fault::Inconsistent(e.to_string()))?),
        shares: Vec::new(),
        state: PaymentState::ALL
            .into_iter()
            .find(|s| s.key() == state)
            .ok_or_else(|| Fault::Inconsistent(format!("payment state {state}")))?,
        reference: r.t(6)?,
        confirmed_at: r.opt_at(7)?,
        through: r.opt_i(8)?.and_then(|id| u32::try_from(id).ok()).map(VendorId),
        acknowledged_at: r.opt_at(9)?,
    })
}

fn with_shares(tx: &mut Tx<'_>, programme: ProgrammeId, mut payments: Vec<Payment>) -> Result<Vec<Payment>, Fault> {
    for payment in &mut payments {
        payment.shares = tx.all(
            "SELECT fund, amount FROM payment_share WHERE programme = $1 AND payment = $2 ORDER BY fund",
            &[programme.into(), payment.id.0.into()],
            |r| Ok((FundId(r.u(0)?), r.i(1)?)),
        )?;
    }
    Ok(payments)
}

/// A run's payments.
pub(crate) fn payments_of(tx: &mut Tx<'_>, programme: ProgrammeId, run: RunId) -> Result<Vec<Payment>, Fault> {
    let payments = tx.all(
        "SELECT id, run, vendor, method, unit, state, reference, confirmed_at, through, acknowledged_at FROM payment WHERE programme = $1 AND run = $2 ORDER BY id",
        &[programme.into(), run.0.into()],
        read_payment,
    )?;
    with_shares(tx, programme, payments)
}

/// One payment.
pub(crate) fn payment(tx: &mut Tx<'_>, programme: ProgrammeId, id: PaymentId) -> Result<Option<Payment>, Fault> {
    let found = tx.all(
        "SELECT id, run, vendor, method, unit, state, reference, confirmed_at, through, acknowledged_at FROM payment WHERE programme = $1 AND id = $2",
        &[programme.into(), id.0.into()],
        read_payment,
    )?;
    Ok(with_shares(tx, programme, found)?.pop())
}

/// Writes a payment's new step.
pub(crate) fn update_payment(tx: &mut Tx<'_>, programme: ProgrammeId, payment: &Payment) -> Result<(), Fault> {
    tx.run(
        "UPDATE payment SET state = $3, reference = $4, confirmed_at = $5, acknowledged_at = $6 WHERE programme = $1 AND id = $2",
        &[
            programme.into(),
            payment.id.0.into(),
            payment.state.key().into(),
            (&payment.reference).into(),
            Arg::OptI(payment.confirmed_at.map(jiff::Timestamp::as_microsecond)),
            Arg::OptI(payment.acknowledged_at.map(jiff::Timestamp::as_microsecond)),
        ],
    )
    .map(drop)
}

/// A merchant's last bank-detail change.
pub(crate) fn bank_details(tx: &mut Tx<'_>, programme: ProgrammeId, vendor: VendorId) -> Result<Option<BankDetails>, Fault> {
    tx.first(
        "SELECT vendor, version, proposed_by, confirmed_by, effective_at FROM bank_details
         WHERE programme = $1 AND vendor = $2 ORDER BY version DESC LIMIT 1",
        &[programme.into(), vendor.0.into()],
        read_bank_details,
    )
}

fn read_bank_details(r: &Row<'_>) -> Result<BankDetails, Fault> {
    let confirmed = r.t(3)?;
    Ok(BankDetails {
        vendor: VendorId(r.u(0)?),
        version: r.u(1)?,
        proposed_by: actor(&r.t(2)?)?,
        confirmed_by: if confirmed.is_empty() { None } else { Some(actor(&confirmed)?) },
        effective_at: r.opt_at(4)?,
    })
}

/// Writes bank details' new step. A proposal brings its sealed account.
pub(crate) fn update_bank_details(world: &mut SqlWorld<'_, '_>, details: &BankDetails) -> Result<(), Fault> {
    let confirmed = details.confirmed_by.map(|a| a.to_string()).unwrap_or_default();
    let effective = Arg::OptI(details.effective_at.map(jiff::Timestamp::as_microsecond));
    let key = [world.programme.into(), details.vendor.0.into(), details.version.into()];
    let [programme, vendor, version] = key;
    if details.confirmed_by.is_some() {
        let sql =
            "UPDATE bank_details SET confirmed_by = $4, effective_at = $5 WHERE programme = $1 AND vendor = $2 AND version = $3";
        return world.tx.run(sql, &[programme, vendor, version, (&confirmed).into(), effective]).map(drop);
    }
    let account = world.bank_account.take().ok_or_else(|| Fault::Other("a proposal needs its account".to_owned()))?;
    world
        .tx
        .run(
            "INSERT INTO bank_details (programme, vendor, version, proposed_by, confirmed_by, masked, sealed)
             VALUES ($1, $2, $3, $4, '', $5, $6)",
            &[
                programme,
                vendor,
                version,
                (&details.proposed_by.to_string()).into(),
                (&account.masked).into(),
                account.sealed.as_slice().into(),
            ],
        )
        .map(drop)
}

impl Tx<'_> {
    /// A programme's runs, newest first.
    pub fn runs(&mut self, programme: ProgrammeId) -> Result<Vec<Run>, Fault> {
        self.all(
            "SELECT id, cutoff, prepared_by, prepared_at, state, approvals FROM run WHERE programme = $1 ORDER BY id DESC",
            &[programme.into()],
            read_run,
        )
    }

    /// One run.
    pub fn run_of(&mut self, programme: ProgrammeId, id: RunId) -> Result<Option<Run>, Fault> {
        run(self, programme, id)
    }

    /// A run's payments.
    pub fn payments(&mut self, programme: ProgrammeId, id: RunId) -> Result<Vec<Payment>, Fault> {
        payments_of(self, programme, id)
    }

    /// One payment.
    pub fn payment_of(&mut self, programme: ProgrammeId, id: PaymentId) -> Result<Option<Payment>, Fault> {
        payment(self, programme, id)
    }

    /// All payments, in order.
    pub fn all_payments(&mut self, programme: ProgrammeId) -> Result<Vec<Payment>, Fault> {
        let payments = self.all(
            "SELECT id, run, vendor, method, unit, state, reference, confirmed_at, through, acknowledged_at FROM payment WHERE programme = $1 ORDER BY id",
            &[programme.into()],
            read_payment,
        )?;
        with_shares(self, programme, payments)
    }

    /// The last bank details of a merchant.
    pub fn bank_details_of(&mut self, programme: ProgrammeId, vendor: VendorId) -> Result<Option<BankDetails>, Fault> {
        bank_details(self, programme, vendor)
    }

    /// All bank details ever proposed, by merchant and version, with what may be shown.
    pub fn bank_details_shown(&mut self, programme: ProgrammeId) -> Result<Vec<(BankDetails, String)>, Fault> {
        self.all(
            "SELECT vendor, version, proposed_by, confirmed_by, effective_at, masked FROM bank_details
             WHERE programme = $1 ORDER BY vendor, version",
            &[programme.into()],
            |r| Ok((read_bank_details(r)?, r.t(5)?)),
        )
    }

    /// The sealed account of the last confirmed details in use at an instant.
    pub fn bank_account(
        &mut self,
        programme: ProgrammeId,
        vendor: VendorId,
        at: jiff::Timestamp,
    ) -> Result<Option<BankAccount>, Fault> {
        self.first(
            "SELECT masked, sealed FROM bank_details WHERE programme = $1 AND vendor = $2 AND confirmed_by <> '' AND effective_at <= $3
             ORDER BY version DESC LIMIT 1",
            &[programme.into(), vendor.0.into(), at.as_microsecond().into()],
            |r| Ok(BankAccount { masked: r.t(0)?, sealed: r.b(1)? }),
        )
    }

    /// All bank details ever proposed, for a backup.
    pub fn all_bank_accounts(&mut self, programme: ProgrammeId) -> Result<Vec<(VendorId, u32, BankAccount)>, Fault> {
        self.all(
            "SELECT vendor, version, masked, sealed FROM bank_details WHERE programme = $1 ORDER BY vendor, version",
            &[programme.into()],
            |r| Ok((VendorId(r.u(0)?), r.u(1)?, BankAccount { masked: r.t(2)?, sealed: r.b(3)? })),
        )
    }
}
