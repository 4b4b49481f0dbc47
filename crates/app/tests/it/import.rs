//! Tables brought in: what a preview says is what happens, a bad row leaves no trace, the same table counts once.

use crate::support::{P, codes, grounds, prepare, prove, refused, set};
use app::App;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, VendorId};
use app::domain::programme::PaymentMethod;
use app::domain::refusal::Refusal;
use app::figure::{Figure, Filter};
use app::import::{self, Deed, Kind, Mode, Report, Row, Verdict};
use app::tables::{self, Format, Name};
use text::Lang;

fn rows(text: &str) -> Vec<Row> {
    import::read(text.as_bytes()).expect("a table")
}

fn run(app: &App, kind: Kind, rows: &[Row], mode: Mode) -> Report {
    let rows = rows.to_vec();
    app.act_wait(P, move |cx| import::run(cx, Actor::System, Lang::Fr, kind, &rows, mode)).expect("answered")
}

/// Good, already there, refused.
fn counts(report: &Report) -> (u64, u64, u64) {
    (report.good(), report.already(), report.bad())
}

fn bad(report: &Report, line: u64) -> (&'static str, Refusal) {
    let found = report.lines.iter().find(|l| l.line == line).expect("the line");
    match &found.verdict {
        Verdict::Bad { column, refusal } => (column, refusal.clone()),
        other => panic!("{other:?}"),
    }
}

fn logged(app: &App) -> i64 {
    prove(app).commands
}

const VENDORS: &str = "Couleur préférée;PAIEMENT;Nom du marchand;clé;Catégories acceptées\n\
    rouge;Virement;Ferme de l’Été;;A, V\n\
    bleu;Or;Ferme dorée;;\n\
    ;;Ferme du Ruisseau-Clair;;\n\
    ;local currency;Boulangerie du Coin;boulangerie;\n\
    ;;Autre boulangerie;boulangerie;\n\
    ;;Mauvaise clé;Une Clé;\n\
    ;;Mauvaise classe;;Z\n";

#[test]
fn merchants_one_by_one() {
    for ground in grounds() {
        let app = &ground.app;
        let (table, before) = (rows(VENDORS), logged(app));
        let seen = run(app, Kind::Vendors, &table, Mode::Preview);
        assert_eq!((counts(&seen), seen.kept, logged(app)), ((2, 1, 4), false, before), "{}: {seen:#?}", ground.name);
        assert_eq!(seen.unknown, ["Couleur préférée"]);
        assert!(matches!(bad(&seen, 3), ("method", Refusal::NoSuchChoice { written, .. }) if written == "Or"));
        assert!(matches!(bad(&seen, 6), ("key", Refusal::KeyTaken { .. })));
        assert!(matches!(bad(&seen, 7), ("key", Refusal::BadKey { .. })));
        assert!(matches!(bad(&seen, 8), ("classes", Refusal::UnknownClass { .. })));
        let none = run(app, Kind::Vendors, &table, Mode::AllOrNone);
        assert_eq!((none.kept, logged(app)), (false, before), "{}", ground.name);
        let kept = run(app, Kind::Vendors, &table, Mode::KeepGood);
        assert_eq!((&kept.lines, kept.kept, logged(app)), (&seen.lines, true, before + 2), "{}", ground.name);
        let book = app.programme_wait("essai").expect("the book");
        let farm = book.vendor_by_key("ferme-de-l-ete").expect("added");
        assert_eq!((farm.payment_method, farm.classes.len()), (PaymentMethod::Transfer, 2));
        assert_eq!(book.vendor_by_key("boulangerie").expect("added").payment_method, PaymentMethod::LocalCurrency);
        let again = run(app, Kind::Vendors, &table, Mode::KeepGood);
        assert_eq!((counts(&again), logged(app)), ((0, 3, 4), before + 2), "{}", ground.name);
        prove(app);
    }
}

#[test]
fn organisations_places_and_agreements() {
    let ground = &grounds()[0];
    let app = &ground.app;
    let kept = run(app, Kind::Partners, &rows("Organisation\nMaison Été\nMaison  ete\nMAISON-ÉTÉ!\n漢字\n"), Mode::KeepGood);
    assert_eq!(counts(&kept), (2, 2, 0), "{kept:#?}");
    assert_eq!(kept.lines[3].verdict, Verdict::Good(Deed::Added { name: "漢字".into(), key: "x".into() }));
    let kept = run(app, Kind::Places, &rows("nom,type,ville\nMarché neuf,Kiosque à la ferme,Saint-Basile\n"), Mode::AllOrNone);
    assert!(kept.kept && kept.good() == 1);
    let table = rows(
        "Lieu;Jours;Ouvre;Ferme;Début;Fin;Sauf\n\
         Marché neuf;samedi et dim.;9 h;13:00;;;\n\
         Marché neuf;samedi et dim.;9:00;13 h;;;\n\
         marche-neuf;\"FREQ=MONTHLY;BYDAY=1WE\";14:00;18:00;2025-07-01;2025-09-30;2025-08-06\n\
         Marché neuf;samdi;9:00;13:00;;;\n\
         Marché neuf;mardi;13:00;9:00;;;\n\
         Marché neuf;mardi;midi;13:00;;;\n\
         Ailleurs;mardi;9:00;13:00;;;\n",
    );
    let kept = run(app, Kind::Hours, &table, Mode::KeepGood);
    assert!(matches!(bad(&kept, 5), ("days", Refusal::NoSuchChoice { .. })), "{kept:#?}");
    assert!(matches!(bad(&kept, 6), ("closes", Refusal::WrongHours { .. })), "{kept:#?}");
    assert!(matches!(bad(&kept, 7), ("opens", Refusal::NotATime { .. })), "{kept:#?}");
    assert!(matches!(bad(&kept, 8), ("place", Refusal::UnknownPlace { .. })), "{kept:#?}");
    assert_eq!(kept.already(), 1, "{kept:#?}");
    let table = rows(
        "Marchand\tLieu\tDébut\tFin\tSignée par le marchand\n\
         Sans entente\tMarché neuf\t\t\t2025-06-15\n\
         sans-entente\tmarche\t2025/07/05\t2025-07-01\t\n\
         Personne\tmarche\n\
         sans-entente\tmarche-neuf\t2025-07-01 00:00\t2025-10-13\t\n",
    );
    let kept = run(app, Kind::Agreements, &table, Mode::KeepGood);
    assert_eq!(counts(&kept), (1, 1, 2), "{kept:#?}");
    assert!(matches!(bad(&kept, 3), ("until", Refusal::WrongDates { .. })));
    assert!(matches!(bad(&kept, 4), ("vendor", Refusal::UnknownVendor { .. })));
    prove(app);
}

#[test]
fn hand_outs_see_the_ones_before_them() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let table = rows(
            "Remises de juillet\n\nDate;Organisme;Taille du ménage;Catégorie;Nombre;Lot;Numéros;Pseudonyme\n\
             2025-07-01;Cuisine collective du Sentier;2 ou 3 personnes;A;4;;;secret-12\n\
             2025-07-01;cuisine;1;;;1;1-4;\n\
             2025-07-01;cuisine;4+;A;57;;;\n\
             2025-07-01;cuisine;4+;;;1;c2;\n\
             2025-07-01;cuisine;beaucoup;A;1;;;\n\
             2025-07-01;cuisine;1;A;deux;;;\n\
             hier;cuisine;1;A;1;;;\n\
             2025-07-01;cuisine;1;;;9;1;\n\
             2025-07-01;;1;A;1;;;\n",
        );
        let seen = run(app, Kind::HandOuts, &table, Mode::Preview);
        assert_eq!(counts(&seen), (2, 0, 7), "{}: {seen:#?}", ground.name);
        // The first four are gone when the second row is read.
        assert!(matches!(bad(&seen, 5), ("coupons", Refusal::IllegalMove { .. })));
        assert!(matches!(bad(&seen, 6), ("count", Refusal::NotEnough { available: 56, asked: 57 })));
        assert!(matches!(bad(&seen, 8), ("band", Refusal::UnknownBand { .. })));
        assert!(matches!(bad(&seen, 9), ("count", Refusal::NotANumber { .. })));
        assert!(matches!(bad(&seen, 10), ("day", Refusal::NotADate { .. })));
        assert!(matches!(bad(&seen, 11), ("batch", Refusal::UnknownBatch { .. })));
        assert!(matches!(bad(&seen, 12), ("partner", Refusal::EmptyCell { .. })));
        assert!(seen.lines.iter().all(|line| !line.text.contains("secret")), "a pseudonym is not shown again");
        let before = logged(app);
        let kept = run(app, Kind::HandOuts, &table, Mode::KeepGood);
        assert_eq!((kept.good(), logged(app)), (2, before + 2), "{}", ground.name);
        let again = run(app, Kind::HandOuts, &table, Mode::KeepGood);
        assert_eq!((again.good(), again.already(), logged(app)), (0, 2, before + 2), "{}", ground.name);
        prove(app);
    }
}

#[test]
fn coupons_of_a_market_are_counted_together() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        crate::support::hand_out(app, Choice::Coupons(set(1, 1, 10))).expect("handed out");
        let codes = codes(app, 1, 0..4);
        let table = rows(&format!(
            "code,jour,marchand,lieu\n{},2025-07-01,ferme,marche\n{} {},2025-07-01,Ferme du Ruisseau-Clair,Marché public de l’Anse-aux-Sauges\n\
             {},2025-07-01,ferme,marche\n{},2025-07-01,sans-entente,marche\n,2025-07-01,ferme,marche\n",
            codes[0], codes[1], codes[2], codes[0], codes[3]
        ));
        let seen = run(app, Kind::Redemptions, &table, Mode::Preview);
        assert_eq!(counts(&seen), (3, 0, 3), "{}: {seen:#?}", ground.name);
        assert!(matches!(bad(&seen, 4), ("code", Refusal::Repeated)));
        assert!(matches!(bad(&seen, 5), ("vendor", Refusal::NoAgreement { vendor: VendorId(3), .. })));
        assert!(matches!(bad(&seen, 6), ("code", Refusal::EmptyCell { .. })));
        let before = logged(app);
        let none = run(app, Kind::Redemptions, &table, Mode::AllOrNone);
        assert_eq!((none.kept, logged(app)), (false, before), "{}", ground.name);
        let kept = run(app, Kind::Redemptions, &table, Mode::KeepGood);
        assert_eq!((kept.good(), logged(app)), (3, before + 1), "{}: one redemption", ground.name);
        let again = run(app, Kind::Redemptions, &table, Mode::KeepGood);
        assert_eq!((again.good(), again.already(), logged(app)), (0, 3, before + 1), "{}", ground.name);
        prove(app);
    }
}

#[test]
fn what_is_no_table_of_that_kind_is_refused_whole() {
    let ground = &grounds()[0];
    let app = &ground.app;
    let asked = |kind, text: &'static str| {
        app.act_wait(P, move |cx| import::run(cx, Actor::System, Lang::En, kind, &rows(text), Mode::KeepGood))
    };
    assert_eq!(refused(asked(Kind::Partners, "Adresse;Ville\nrue A;Québec\n")), Refusal::MissingColumn { column: "name".into() });
    assert_eq!(refused(asked(Kind::Partners, "Nom\n")), Refusal::Nothing);
    assert_eq!(refused(asked(Kind::Partners, "")), Refusal::Nothing);
    assert_eq!(import::read(b"PK\x03\x04 not a zip"), Err(Refusal::NotATable));
}

/// A template that nobody filled in is understood, in each language and each format.
#[test]
fn templates_are_read_back() {
    let ground = &grounds()[0];
    let app = &ground.app;
    prepare(app);
    let book = app.programme_wait("essai").expect("the book");
    let today = book.day_of(app.now());
    for lang in Lang::ALL {
        for kind in Kind::ALL {
            for format in [Format::Csv, Format::Xlsx] {
                let bytes = tables::write(&import::template(&book, *lang, kind, today), *lang, format).expect("written");
                let rows = import::read(&bytes).expect("read");
                let report = run(app, kind, &rows, Mode::Preview);
                assert!(report.unknown.is_empty() && report.lines.len() == 1, "{lang:?} {kind:?} {format:?}: {report:#?}");
                // The example's code is no coupon; everything else would do.
                assert_eq!(report.bad(), u64::from(kind == Kind::Redemptions), "{lang:?} {kind:?} {format:?}: {report:#?}");
            }
        }
    }
}

#[test]
fn every_table_is_made_and_registers_come_back() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        crate::support::hand_out(app, Choice::Coupons(set(1, 1, 10))).expect("handed out");
        for lang in Lang::ALL {
            let about =
                tables::About { of: Some(1), figure: Some((Figure::HandOuts, Filter::default())), ..tables::About::default() };
            for name in Name::ALL.into_iter().filter(|name| *name != Name::Payments) {
                let about = about.clone();
                for format in [Format::Csv, Format::Xlsx] {
                    let about = about.clone();
                    let made = app.look_wait(P, move |cx| {
                        tables::write(&tables::table(cx, Actor::System, *lang, name, &about)?, *lang, format)
                    });
                    let rows = import::read(&made.expect("made")).expect("read back");
                    assert!(rows[0].cells.iter().all(|cell| !cell.contains('⟦')), "{name:?}: {rows:?}");
                    let text: String = rows.iter().flat_map(|row| row.cells.clone()).collect();
                    assert!(!text.contains("Famille 12"), "{name:?}");
                    let kind = match name {
                        Name::Partners => Kind::Partners,
                        Name::Vendors => Kind::Vendors,
                        Name::Places => Kind::Places,
                        Name::Hours => Kind::Hours,
                        Name::Agreements => Kind::Agreements,
                        _ => continue,
                    };
                    let report = run(app, kind, &rows, Mode::AllOrNone);
                    assert_eq!(counts(&report), (0, rows.len() as u64 - 1, 0), "{name:?}: {report:#?}");
                }
            }
        }
        let missing =
            app.look_wait(P, |cx| tables::table(cx, Actor::System, Lang::Fr, Name::Payments, &tables::About::default()));
        assert_eq!(refused(missing), Refusal::NotFound, "{}", ground.name);
    }
}
