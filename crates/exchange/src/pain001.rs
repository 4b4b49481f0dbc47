//! ISO 20022 credit transfers (pain.001), for the banks that take them: the same payments as the other formats, in the
//! version the bank names. Canadian habits: `CACPA` and nine digits name an institution, accounts have no IBAN, the
//! service is not urgent. Element set and sources: reference/standards.md §1.4; both versions are validated against
//! their published schemas (`tests/pain001.rs`).

use crate::amount_text::with_point;
use crate::bank_text::fold;
use crate::payment_file::{Account, Field, Limits, Mistake, PaymentFile, Problem};
use quick_xml::escape::escape;
use std::fmt::Write;

/// The version of the message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Version {
    /// `pain.001.001.03`.
    V03,
    /// `pain.001.001.09`: the day is one choice among two.
    V09,
}

impl Version {
    /// The message's name, which ends its namespace.
    pub const fn message(self) -> &'static str {
        match self {
            Self::V03 => "pain.001.001.03",
            Self::V09 => "pain.001.001.09",
        }
    }
}

/// A name has 70 characters in the older version; the number of payments has fifteen digits.
pub const LIMITS: Limits = Limits { payee_name: 70, payments: 99_999_999 };

/// The file of these payments, or everything that is wrong with them. The profile must say where returns come back:
/// that account is the one that pays.
pub fn write(file: &PaymentFile, version: Version) -> Result<String, Vec<Problem>> {
    let mut problems = file.check(LIMITS);
    let Some(payer) = &file.profile.returns_to else {
        problems.push(Problem { payment: None, field: Field::ReturnAccount, mistake: Mistake::Missing });
        return Err(problems);
    };
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(document(file, payer, version))
}

/// What names the file, the same each time it is made again.
fn name(file: &PaymentFile) -> String {
    format!("{}-{:04}-{}", ascii(&file.profile.originator_id), file.creation_number, file.creation_date.strftime("%Y%m%d"))
}

fn document(file: &PaymentFile, payer: &Account, version: Version) -> String {
    let profile = &file.profile;
    let (name, count, sum) = (name(file), file.payments.len(), with_point(file.total_cents()));
    let (originator, originator_id) = (ascii(&profile.originator_long_name), ascii(&profile.originator_id));
    let (currency, message) = (profile.currency.code(), version.message());
    let due = match version {
        Version::V03 => file.due_date.to_string(),
        Version::V09 => format!("<Dt>{}</Dt>", file.due_date),
    };
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:{message}\">\n<CstmrCdtTrfInitn>\n\
         <GrpHdr><MsgId>{name}</MsgId><CreDtTm>{created}T00:00:00</CreDtTm><NbOfTxs>{count}</NbOfTxs><CtrlSum>{sum}</CtrlSum>\
         <InitgPty><Nm>{originator}</Nm><Id><OrgId><Othr><Id>{originator_id}</Id></Othr></OrgId></Id></InitgPty></GrpHdr>\n\
         <PmtInf><PmtInfId>{name}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg><NbOfTxs>{count}</NbOfTxs><CtrlSum>{sum}</CtrlSum>\
         <PmtTpInf><SvcLvl><Cd>NURG</Cd></SvcLvl><CtgyPurp><Cd>SUPP</Cd></CtgyPurp></PmtTpInf>\
         <ReqdExctnDt>{due}</ReqdExctnDt><Dbtr><Nm>{originator}</Nm><PstlAdr><Ctry>CA</Ctry></PstlAdr></Dbtr>\
         <DbtrAcct><Id><Othr><Id>{number}</Id></Othr></Id><Ccy>{currency}</Ccy></DbtrAcct><DbtrAgt>{agent}</DbtrAgt><ChrgBr>SHAR</ChrgBr>\n",
        created = file.creation_date,
        number = payer.number,
        agent = agent(payer),
    );
    for payment in &file.payments {
        let reference = ascii(&payment.reference);
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "<CdtTrfTxInf><PmtId><InstrId>{reference}</InstrId><EndToEndId>{reference}</EndToEndId></PmtId>\
             <Amt><InstdAmt Ccy=\"{currency}\">{amount}</InstdAmt></Amt><CdtrAgt>{agent}</CdtrAgt>\
             <Cdtr><Nm>{payee}</Nm><PstlAdr><Ctry>CA</Ctry></PstlAdr></Cdtr><CdtrAcct><Id><Othr><Id>{number}</Id></Othr></Id></CdtrAcct>\
             <RmtInf><Ustrd>{reference}</Ustrd></RmtInf></CdtTrfTxInf>",
            amount = with_point(payment.amount_cents.into()),
            agent = agent(&payment.account),
            payee = ascii(&payment.payee_name),
            number = payment.account.number,
        );
    }
    out.push_str("</PmtInf>\n</CstmrCdtTrfInitn>\n</Document>\n");
    out
}

/// An institution and its transit.
fn agent(account: &Account) -> String {
    format!(
        "<FinInstnId><ClrSysMmbId><ClrSysId><Cd>CACPA</Cd></ClrSysId><MmbId>0{}{}</MmbId></ClrSysMmbId><PstlAdr><Ctry>CA</Ctry></PstlAdr></FinInstnId>",
        account.institution, account.transit
    )
}

/// Capitals without accents, with `&` and `<` as XML writes them. The file was checked: nothing is left out.
fn ascii(value: &str) -> String {
    escape(fold(value).unwrap_or_default()).into_owned()
}
