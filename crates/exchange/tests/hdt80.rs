//! The 80-byte bank file: every field at its position.

mod common;

use common::payment_file;
use exchange::bank_text::fold;
use exchange::hdt80;
use proptest::prelude::*;

proptest! {
    #[test]
    fn every_field_is_in_its_place(file in payment_file(23)) {
        let text = hdt80::write(&file).expect("no problem");
        prop_assert!(text.ends_with("\r\n"));
        let records: Vec<&str> = text.lines().collect();
        prop_assert_eq!(records.len(), file.payments.len() + 2);
        prop_assert!(records.iter().all(|r| r.len() == 80 && r.is_ascii()));
        let due = file.due_date.strftime("%d%m%y").to_string();
        let (header, trailer) = (records[0], records[records.len() - 1]);
        let returns_to = file.profile.returns_to.as_ref().expect("always drawn");
        prop_assert_eq!(&header[0..1], "H");
        prop_assert_eq!(header[1..11].trim_end(), &file.profile.originator_id);
        prop_assert_eq!(&header[11..15], format!("C{}", file.profile.transaction_code));
        prop_assert_eq!(&header[15..21], &due);
        prop_assert_eq!(header[36..45].strip_prefix('0'), Some(&*(returns_to.institution.clone() + &returns_to.transit)));
        prop_assert_eq!(header[45..57].trim_end(), &returns_to.number);
        prop_assert_eq!(header[57..61].parse(), Ok(file.creation_number));
        for (record, payment) in records[1..].iter().zip(&file.payments) {
            prop_assert_eq!(&record[0..1], "D");
            prop_assert_eq!(Ok(record[1..24].trim_end().to_owned()), fold(&payment.payee_name));
            prop_assert_eq!(&record[24..30], &due);
            prop_assert_eq!(record[30..49].trim_end(), &payment.reference);
            prop_assert_eq!(&record[50..58], payment.account.institution.clone() + &payment.account.transit);
            prop_assert_eq!(record[58..70].trim_end(), &payment.account.number);
            prop_assert_eq!(record[70..80].parse(), Ok(payment.amount_cents));
        }
        prop_assert_eq!(&trailer[0..1], "T");
        prop_assert_eq!(trailer[1..9].parse(), Ok(file.payments.len()));
        prop_assert_eq!(trailer[9..23].parse(), Ok(file.total_cents()));
        prop_assert_eq!(trailer[23..80].trim(), "");
    }
}
