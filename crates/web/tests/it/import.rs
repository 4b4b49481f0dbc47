//! Tables in and out, as people meet them.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Page, Site, on_both};
use app::tables::Name;
use axum::http::StatusCode;
use text::{Lang, t};

const PAGE: &str = "/p/essai/import";

/// What a page carries from the preview to the yes.
fn carried(page: &Page) -> String {
    let start = page.html.find("name=\"rows\" value=\"").expect("rows") + "name=\"rows\" value=\"".len();
    let value = page.html[start..].split('"').next().expect("a value");
    value.replace("&#34;", "\"").replace("&#60;", "<").replace("&#62;", ">").replace("&#39;", "'").replace("&#38;", "&")
}

fn a_file_is_seen_then_kept(site: &Site) {
    for (lang, name) in [(Lang::Fr, "Maison <neuve>"), (Lang::En, "Other House")] {
        let file = format!("nom;âge\n{name};3\n;4\nCuisine collective du Sentier;5\n");
        let seen = site.post_file(Who::Coordinator, lang, PAGE, &[("kind", "partners")], file.as_bytes());
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.html);
        sound(&seen, lang, "preview");
        assert!(seen.html.contains(&t(lang, "import-previewed")) && seen.html.contains("âge"), "{}", seen.html);
        assert!(seen.html.contains(&t(lang, "import-bad")), "{}", seen.html);
        let rows = carried(&seen);
        let none = site.post(Who::Coordinator, lang, PAGE, &[("kind", "partners"), ("rows", &rows), ("if_bad", "none")]);
        assert!(none.html.contains(&t(lang, "import-none-kept")), "{}", none.html);
        sound(&none, lang, "none kept");
        let kept = site.post(Who::Coordinator, lang, PAGE, &[("kind", "partners"), ("rows", &rows), ("if_bad", "good")]);
        assert!(kept.html.contains(&t(lang, "import-kept-next")), "{}", kept.html);
        sound(&kept, lang, "kept");
        let book = site.ground.app.programme_wait("essai").expect("the book");
        assert!(book.partners.iter().any(|p| p.name == name), "{name}");
    }
}

fn what_cannot_be_read_is_said(site: &Site) {
    for lang in Lang::ALL {
        let send = |kind: &str, file: &[u8]| site.post_file(Who::Coordinator, *lang, PAGE, &[("kind", kind)], file);
        says(&send("vendors", b"PK\x03\x04zut"), *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-not-a-table");
        says(&send("vendors", "x\n".repeat(6_000).as_bytes()), *lang, StatusCode::PAYLOAD_TOO_LARGE, "refusal-table-too-large");
        says(&send("vendors", b"a;b\n1;2\n"), *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-missing-column");
        says(&send("vendors", b""), *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-not-a-table");
        says(&send("zut", b"nom\nx\n"), *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-nothing");
        let rows = [("kind", "vendors"), ("rows", "[[1,[2]]]")];
        let page = site.post(Who::Coordinator, *lang, PAGE, &rows);
        says(&page, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-not-a-table");
    }
}

fn everybody_brings_in_their_own(site: &Site) {
    let lang = Lang::Fr;
    for who in [Who::Treasurer, Who::Approver, Who::Funder, Who::Auditor] {
        assert_eq!(site.get(who, lang, PAGE).status, StatusCode::FORBIDDEN, "{who:?}");
        assert_eq!(site.get(who, lang, "/p/essai/import/vendors.csv").status, StatusCode::FORBIDDEN, "{who:?}");
        let sent = site.post_file(who, lang, PAGE, &[("kind", "partners")], b"nom\nx\n");
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{who:?}");
    }
    for (who, own, not) in [
        (Who::Worker, "hand-outs", "redemptions"),
        (Who::Market, "redemptions", "hand-outs"),
        (Who::Merchant, "redemptions", "vendors"),
    ] {
        let page = site.get(who, lang, PAGE);
        assert_eq!(page.status, StatusCode::OK, "{who:?}");
        sound(&page, lang, "own");
        assert!(page.html.contains(own) && !page.html.contains(&format!("value=\"{not}\"")), "{}", page.html);
        assert_eq!(site.get(who, lang, &format!("/p/essai/import/{own}.xlsx")).status, StatusCode::OK);
        assert_eq!(site.get(who, lang, &format!("/p/essai/import/{not}.xlsx")).status, StatusCode::FORBIDDEN);
        let sent = site.post_file(who, lang, PAGE, &[("kind", not)], b"nom\nx\n");
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{who:?}");
    }
    // For one's own organisation without saying which; never for another.
    let file = "jour;ménage;catégorie;nombre;organisme\n2025-08-26;1;A;2;\n2025-08-26;1;A;2;maison\n";
    let page = site.post_file(Who::Worker, lang, PAGE, &[("kind", "hand-outs")], file.as_bytes());
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    assert!(page.html.contains("Cuisine collective du Sentier remet 2 coupons"), "{}", page.html);
    assert!(page.html.contains(&t(lang, "refusal-not-permitted")), "{}", page.html);
}

/// Each table, for whoever may see its page; and no hash of a pseudonym in any.
fn tables_are_for_those_who_see_the_page(site: &Site) {
    for name in Name::ALL {
        for ending in ["csv", "xlsx"] {
            // A figure is named by its key, the rest by a number.
            let of = if name == Name::Figure { "used" } else { "1" };
            let path = format!("/p/essai/export/{}.{ending}?of={of}", name.key());
            for lang in Lang::ALL {
                for who in [Who::Coordinator, Who::Auditor] {
                    let file = site.get(who, *lang, &path);
                    assert_eq!(file.status, StatusCode::OK, "{who:?} {path}");
                    assert!(file.kind.contains(if ending == "csv" { "text/csv" } else { "spreadsheetml" }), "{}", file.kind);
                    let is_hash = |word: &str| word.len() >= 32 && word.bytes().all(|b| b.is_ascii_hexdigit());
                    let words = file.html.split(|c: char| !c.is_alphanumeric()).any(is_hash);
                    assert!(ending == "xlsx" || !words, "{path}: {}", file.html);
                }
            }
            let status = |who: Who| site.get(who, Lang::Fr, &path).status;
            let yes = |seen| if seen { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(status(Who::Worker), yes(name == Name::HandOuts), "{path}");
            let own = [Name::Days, Name::VendorPayments, Name::Agreements, Name::BankAccounts];
            assert_eq!(status(Who::Merchant), yes(own.contains(&name)), "{path}");
            assert_eq!(status(Who::Funder), yes([Name::Funds, Name::FundReport, Name::Expenses].contains(&name)), "{path}");
            assert_eq!(
                status(Who::Market),
                yes([Name::MarketDays, Name::Shares, Name::Sales, Name::Orders].contains(&name)),
                "{path}"
            );
        }
    }
    let own = site.get(Who::Worker, Lang::Fr, "/p/essai/export/hand-outs.csv").html;
    assert!(own.contains("Cuisine collective") && !own.contains("Maison de la famille"), "{own}");
    let own = site.get(Who::Funder, Lang::Fr, "/p/essai/export/funds.csv").html;
    assert!(own.contains("développement du milieu") && !own.contains("Fonds de la MRC"), "{own}");
    assert_eq!(site.get(Who::Merchant, Lang::Fr, "/p/essai/export/days.csv?of=2").status, StatusCode::FORBIDDEN);
    for path in ["zut.csv", "weeks.pdf", "weeks", "payments.csv", "payments.csv?of=99"] {
        let page = site.get(Who::Coordinator, Lang::En, &format!("/p/essai/export/{path}"));
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(site.get(Who::Coordinator, Lang::En, "/p/essai/import/zut.csv").status, StatusCode::NOT_FOUND);
}

on_both!(
    a_file_is_seen_then_kept,
    what_cannot_be_read_is_said,
    everybody_brings_in_their_own,
    tables_are_for_those_who_see_the_page
);
