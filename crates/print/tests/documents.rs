//! Documents set with typst, as other programs see them.

mod support;

use print::document::{
    DisputeLine, Mark, MarketDay, Payment, PaymentList, PaymentListWords, Section, Statement, StatementWords, payment_list,
    statement,
};
use support::{check, run, saved, text, words};

fn relevé(days: u32) -> Statement {
    let day = |number: u32| MarketDay {
        date: format!("{} août 2025", number % 31 + 1),
        place: if number.is_multiple_of(2) { "Marché de Saint-André-Avellin" } else { "Kiosque de la Ferme du Ruisseau" }.into(),
        coupons: vec![format!("{} × 5 $ A Fruits et légumes", number + 3), "2 × 10 $ B Viandes et œufs".into()],
        amount: format!("{},00\u{a0}$", 35 + 5 * number),
    };
    Statement {
        language: "fr-CA".into(),
        programme: "Coupons nourriciers de Papineau".into(),
        fiduciary: vec!["Coopérative Place du Marché".into(), "12, rue Principale".into(), "Ripon (Québec)".into()],
        merchant: vec!["Ferme #du* $Ruisseau".into(), "480, rang Sainte-Julie".into()],
        period: "du 1er au 31 août 2025".into(),
        run: "14".into(),
        paid_on: "5 septembre 2025".into(),
        method: "Chèque".into(),
        reference: "001284".into(),
        days: (0..days).map(day).collect(),
        subtotal: "1\u{a0}234,50\u{a0}$".into(),
        disputes: vec![
            DisputeLine {
                coupon: "12-00345".into(),
                reason: "Reçu après le dernier jour".into(),
                outcome: "Payé".into(),
                amount: "5,00\u{a0}$".into(),
            },
            DisputeLine {
                coupon: "12-00871".into(),
                reason: "Déjà accepté ailleurs".into(),
                outcome: "Refusé".into(),
                amount: "0,00\u{a0}$".into(),
            },
        ],
        total: "1\u{a0}239,50\u{a0}$".into(),
        notes: vec!["Une erreur\u{a0}? Écrivez à la coopérative dans les 30 jours.".into(), "Aucun frais n’est retenu.".into()],
        proof: "Journal : maillon 3f9a2b1c7d04".into(),
        words: StatementWords {
            title: "Relevé de paiement".into(),
            merchant: "Payé à".into(),
            fiduciary: "Payé par".into(),
            period: "Période".into(),
            run: "Règlement n°".into(),
            paid_on: "Date du paiement".into(),
            method: "Mode de paiement".into(),
            reference: "Référence".into(),
            days: "Coupons reçus".into(),
            date: "Date".into(),
            place: "Lieu".into(),
            coupons: "Coupons".into(),
            amount: "Montant".into(),
            subtotal: "Sous-total".into(),
            disputes: "Coupons contestés".into(),
            coupon: "Coupon".into(),
            reason: "Raison".into(),
            outcome: "Décision".into(),
            total: "Total payé".into(),
            page: "Page".into(),
        },
    }
}

fn run_14(payments: u32) -> PaymentList {
    let payment = |number: u32| Payment {
        payee: format!("Ferme numéro {}", number + 1),
        detail: format!("{}, rang du Nord, Ripon (Québec)", 100 + number),
        reference: format!("14-{:03}", number + 1),
        amount: format!("{},25\u{a0}$", 100 + number),
    };
    PaymentList {
        language: "fr-CA".into(),
        programme: "Coupons nourriciers de Papineau".into(),
        fiduciary: "Coopérative Place du Marché".into(),
        run: "14".into(),
        period: "du 1er au 31 août 2025".into(),
        prepared_on: "4 septembre 2025".into(),
        warning: String::new(),
        sections: vec![
            Section {
                title: "Chèques à faire".into(),
                note: String::new(),
                mark: Mark::Blank,
                mark_title: "N° du chèque".into(),
                payments: (0..payments).map(payment).collect(),
                total_label: "Total des chèques".into(),
                total: "2\u{a0}345,00\u{a0}$".into(),
            },
            Section {
                title: "Dépôts directs".into(),
                note: "Déjà dans le fichier pour la banque.".into(),
                mark: Mark::Nothing,
                mark_title: String::new(),
                payments: (0..payments)
                    .map(|number| Payment { reference: format!("14-{:03}", 500 + number), ..payment(number) })
                    .collect(),
                total_label: "Total des dépôts directs".into(),
                total: "1\u{a0}111,75\u{a0}$".into(),
            },
        ],
        proof: "Journal : maillon 3f9a2b1c7d04".into(),
        total: "3\u{a0}456,75\u{a0}$".into(),
        words: PaymentListWords {
            title: "Liste de paiements".into(),
            fiduciary: "Payé par".into(),
            run: "Règlement n°".into(),
            period: "Période".into(),
            prepared_on: "Préparée le".into(),
            payee: "Bénéficiaire".into(),
            reference: "Référence".into(),
            amount: "Montant".into(),
            total: "Total du règlement".into(),
            signatures: ["Première signature".into(), "Deuxième signature".into()],
            date: "Date".into(),
            page: "Page".into(),
        },
    }
}

/// Fails unless the texts are found one after the other.
fn assert_in_order(printed: &str, wanted: &[&str]) {
    let mut rest = printed;
    for text in wanted {
        let at = rest.find(text).unwrap_or_else(|| panic!("{text:?} is not after the others in:\n{printed}"));
        rest = &rest[at + text.len()..];
    }
}

/// The text with every kind of space made plain.
fn printed(pdf: &[u8]) -> String {
    words(pdf, &["-layout"]).replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_statement_says_what_is_paid_and_why() {
    let pdf = statement(&relevé(3)).expect("set");
    check(&pdf);
    let text = printed(&pdf);
    assert_in_order(&text, &["Relevé de paiement", "Ferme #du* $Ruisseau", "Coupons reçus", "1 août 2025", "35,00 $"]);
    assert_in_order(&text, &["40,00 $", "45,00 $", "Sous-total", "1 234,50 $", "12-00345", "Payé", "5,00 $"]);
    assert_in_order(&text, &["12-00871", "Refusé", "Total payé", "1 239,50 $", "Aucun frais", "Page 1 / 1"]);
}

#[test]
fn a_statement_without_disputes_has_no_such_table() {
    let pdf = statement(&Statement { disputes: Vec::new(), ..relevé(1) }).expect("set");
    assert!(!printed(&pdf).contains("contestés"));
}

#[test]
fn a_long_statement_repeats_its_column_titles() {
    let pdf = statement(&relevé(70)).expect("set");
    check(&pdf);
    let text = printed(&pdf);
    let pages = text.matches('\u{c}').count();
    assert!(pages >= 3);
    assert!(text.contains(&format!("Page 2 / {pages}")) && text.contains(&format!("Page {pages} / {pages}")));
    let tables = text.split('\u{c}').filter(|page| page.contains("août 2025  ")).count();
    assert!(tables >= 3 && text.matches("Lieu").count() == tables, "{tables} pages of days");
}

#[test]
fn a_payment_list_is_ready_to_be_signed() {
    let pdf = payment_list(&run_14(3)).expect("set");
    check(&pdf);
    let text = printed(&pdf);
    assert_in_order(&text, &["Liste de paiements", "Chèques à faire", "Ferme numéro 1", "14-001", "100,25 $"]);
    assert_in_order(&text, &["14-003", "Total des chèques", "2 345,00 $", "Dépôts directs", "fichier pour la banque", "14-500"]);
    assert_in_order(
        &text,
        &["Total des dépôts directs", "1 111,75 $", "Total du règlement", "3 456,75 $", "signature", "3f9a2b1c7d04"],
    );
}

#[test]
fn a_list_that_is_not_to_be_paid_says_so_and_has_no_place_to_sign() {
    let warning = "Pas encore approuvé".to_owned();
    let pdf = payment_list(&PaymentList { warning, ..run_14(2) }).expect("set");
    check(&pdf);
    let text = printed(&pdf);
    assert_in_order(&text, &["Liste de paiements", "Pas encore approuvé", "Chèques à faire"]);
    assert!(!text.contains("signature"), "{text}");
}

#[test]
fn a_long_payment_list_takes_several_pages() {
    let pdf = payment_list(&run_14(40)).expect("set");
    check(&pdf);
    let text = printed(&pdf);
    assert!(text.matches('\u{c}').count() >= 3);
    assert!(text.matches("Bénéficiaire").count() >= 3);
    let sections = run_14(1).sections.into_iter().take(1).collect();
    let only_cheques = PaymentList { sections, ..run_14(1) };
    assert!(!printed(&payment_list(&only_cheques).expect("set")).contains("Dépôts"));
}

#[test]
fn documents_are_tagged_titled_and_in_their_language() {
    let (_folder, path) = saved("statement.pdf", &statement(&relevé(2)).expect("set"));
    let information = String::from_utf8(run("pdfinfo", &[text(&path)]).stdout).expect("UTF-8");
    let line = |name: &str| information.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
    assert!(line("Title:").ends_with("Relevé de paiement"), "{information}");
    assert!(line("Tagged:").ends_with("yes") && line("Page size:").contains("letter"), "{information}");
    let json = String::from_utf8(run("qpdf", &["--json", text(&path)]).stdout).expect("UTF-8");
    assert!(json.contains("\"/Lang\": \"u:fr-CA\""));
    let metadata = String::from_utf8(run("pdfinfo", &["-meta", text(&path)]).stdout).expect("UTF-8");
    assert!(metadata.contains("pdfuaid:part"), "PDF/UA: {metadata}");
}

#[test]
fn the_same_data_makes_the_same_bytes() {
    assert_eq!(statement(&relevé(2)).expect("set"), statement(&relevé(2)).expect("set"));
}

#[test]
fn a_name_that_the_fonts_lack_is_still_paid() {
    let merchant = vec!["ᐊᓇᓐ".to_owned()];
    let pdf = statement(&Statement { merchant, ..relevé(1) }).expect("set");
    assert!(printed(&pdf).contains("1 239,50 $"));
}
