//! Official receipts for gifts, and beside the log who gave, sealed.

use crate::fault::Fault;
use crate::programme::{from_json, to_json};
use crate::tx::Tx;
use domain::donation_receipt::DonationReceipt;
use domain::ids::ProgrammeId;

impl Tx<'_> {
    /// Every receipt, in order.
    pub fn donation_receipts(&mut self, programme: ProgrammeId) -> Result<Vec<DonationReceipt>, Fault> {
        let details =
            self.all("SELECT detail FROM donation_receipt WHERE programme = $1 ORDER BY seq", &[programme.into()], |r| r.t(0))?;
        details.iter().map(|detail| from_json(detail)).collect()
    }

    pub(crate) fn write_donation_receipt(&mut self, programme: ProgrammeId, receipt: &DonationReceipt) -> Result<(), Fault> {
        self.run(
            "INSERT INTO donation_receipt (programme, seq, year, number, detail) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (programme, seq) DO UPDATE SET detail = excluded.detail",
            &[
                programme.into(),
                receipt.seq.into(),
                i64::from(receipt.year).into(),
                receipt.number.into(),
                (&to_json(receipt)?).into(),
            ],
        )
        .map(drop)
    }

    /// Keeps who a receipt is made out to, sealed.
    pub fn put_donor(&mut self, programme: ProgrammeId, receipt: i64, sealed: &[u8]) -> Result<(), Fault> {
        self.run(
            "INSERT INTO donor (programme, receipt, sealed) VALUES ($1, $2, $3)
             ON CONFLICT (programme, receipt) DO UPDATE SET sealed = excluded.sealed",
            &[programme.into(), receipt.into(), sealed.into()],
        )
        .map(drop)
    }

    /// Who each receipt is made out to, sealed, by receipt.
    pub fn donors(&mut self, programme: ProgrammeId) -> Result<Vec<(i64, Vec<u8>)>, Fault> {
        self.all("SELECT receipt, sealed FROM donor WHERE programme = $1 ORDER BY receipt", &[programme.into()], |r| {
            Ok((r.i(0)?, r.b(1)?))
        })
    }
}
