//! Writes a print run to a file and says how long it took: `coupons COUNT FILE`.

use print::Colour;
use print::coupon_sheet::{Design, Face, Words, write_sheets};
use std::convert::Infallible;
use std::fs::File;
use std::io::BufWriter;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(count), Some(path)) = (arguments.next(), arguments.next()) else {
        return Err("usage: coupons COUNT FILE".into());
    };
    let mut out = BufWriter::new(File::create(path)?);
    let start = Instant::now();
    let report = write_sheets(&mut out, &design(), count.parse()?, 10, |index| Ok::<_, Infallible>(face(index)))?;
    println!("{report:?} in {:?}", start.elapsed());
    Ok(())
}

fn design() -> Design {
    Design {
        language: "fr-CA".into(),
        programme: "Programme de coupons nourriciers".into(),
        territory: "MRC de Papineau".into(),
        class_letter: 'A',
        class_name: "Fruits et légumes".into(),
        colour: Colour::new(0x2e, 0x6f, 0x40),
        face: "5 $".into(),
        dates: "Du 1er juillet au 12 octobre 2025".into(),
        conditions: "Échangeable contre des fruits, des légumes et des fines herbes aux kiosques participants. \
                     Le marchand ne rend pas la monnaie. Non remboursable."
            .into(),
        check_at: "pcn.example/c".into(),
        words: Words {
            coupon: "COUPON NOURRICIER".into(),
            not_legal_tender: "N’a pas cours légal".into(),
            number: "N°".into(),
            check: "Vérifier :".into(),
            booklet: "Carnet".into(),
            sheet: "Feuille".into(),
        },
    }
}

/// Text as dense as a real signature: a simple generator, the same at every run.
fn face(index: u32) -> Face {
    let mut state = u64::from(index).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut symbol = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let value = usize::try_from(state >> 59).unwrap_or(0);
        char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[value])
    };
    let signed: String = (0..127).map(|_| symbol()).collect();
    Face {
        code: format!("{}-{}", &signed[..5], &signed[5..10]),
        url: format!("HTTPS://PCN.EXAMPLE/C/{signed}"),
        number: format!("12-{:05}", index + 1),
    }
}
