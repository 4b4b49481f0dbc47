//! Opening a programme from the pages: the network does, and nobody else; the coordinator comes in by the card.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Page, Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const PATH: &str = "/open";
const DOCUMENTED: &str = include_str!("../../../../docs/programme.md");

fn example() -> &'static str {
    DOCUMENTED.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example")
}

fn open(site: &Site, who: Who, text: &str, id: &str, name: &str) -> Page {
    site.post(who, Lang::Fr, PATH, &[("act", "open"), ("id", id), ("text", text), ("name", name), ("language", "fr")])
}

fn the_network_opens_and_nobody_else(site: &Site) {
    let id = "0198e5a0-0000-7000-8000-0000000000aa";
    for who in Who::ALL {
        let (shown, sent) = (site.get(who, Lang::Fr, PATH), open(site, who, example(), id, "Claude"));
        if who == Who::Network {
            assert_eq!((shown.status, sent.status), (StatusCode::OK, StatusCode::OK), "{}", sent.html);
        } else {
            assert_eq!((shown.status, sent.status), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN), "{who:?}");
        }
    }
}

/// Neither the short name nor the number of a programme that is there lets anybody in.
fn another_programme_is_out_of_reach(site: &Site) {
    let id = "0198e5a0-0000-7000-8000-0000000000ad";
    let before = site.get(Who::Auditor, Lang::Fr, "/p/essai/people").html.matches("<details>").count();
    let number = site.ground.app.programme_wait("essai").expect("there").identity.id.0;
    for text in
        [example().replace("# number = 1 ", &format!("number = {number} # ")), example().replace("mon-territoire", "essai")]
    {
        for act in ["look", "open"] {
            let fields = [("act", act), ("id", id), ("text", text.as_str()), ("name", "Claude")];
            let page = site.post(Who::Network, Lang::Fr, PATH, &fields);
            assert!(page.html.contains(&t(Lang::Fr, "refusal-key-taken-next")), "{}", page.html);
        }
    }
    let after = site.get(Who::Auditor, Lang::Fr, "/p/essai/people").html.matches("<details>").count();
    assert_eq!(before, after);
    assert!(before > 5, "the page lists people");
}

fn from_a_file_to_its_coordinator(site: &Site) {
    for lang in Lang::ALL {
        let page = site.get(Who::Network, *lang, PATH);
        sound(&page, *lang, "open");
        assert!(page.html.contains("mon-territoire"), "an example to start from");
        let found = site.post_file(Who::Network, *lang, PATH, &[("act", "look")], example().as_bytes());
        assert_eq!(found.status, StatusCode::OK, "{}", found.html);
        sound(&found, *lang, "found");
        assert!(found.html.contains("Coupons nourriciers de mon territoire") && found.html.contains(&t(*lang, "open-button")));
    }
    let id = "0198e5a0-0000-7000-8000-0000000000ab";
    // Looking opened nothing; a mistake says its line, and opens nothing either.
    let wrong = example().replace("face = \"5,00\"", "face = \"cinq\"");
    let page = open(site, Who::Network, &wrong, id, "Claude");
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html.contains("role=\"alert\"") && page.html.contains("cinq"), "what was written is still there");
    says(&open(site, Who::Network, example(), id, " "), Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-name-needed");
    let card = open(site, Who::Network, example(), id, "Claude");
    assert_eq!(card.status, StatusCode::OK, "{}", card.html);
    sound(&card, Lang::Fr, "card");
    // The answer was lost and the form sent again: the same programme, a fresh card.
    let card = open(site, Who::Network, example(), id, "Claude");
    let at = card.html.find("http://pcn.example/l/").expect("a link on the card");
    let link = card.html[at + "http://pcn.example".len()..].split('<').next().expect("its end");
    assert_eq!(site.post(None, Lang::Fr, link, &[]).to, "/");
    // Under another identifier it is another programme of the same short name.
    let other = open(site, Who::Network, example(), "0198e5a0-0000-7000-8000-0000000000ac", "Claude");
    assert!(
        other.status == StatusCode::CONFLICT && other.html.contains(&t(Lang::Fr, "refusal-key-taken-next")),
        "{}",
        other.html
    );
    assert_eq!(site.get(Who::Network, Lang::Fr, "/p/mon-territoire").status, StatusCode::OK, "and looks on");
    assert_eq!(
        site.get(Who::Network, Lang::Fr, "/p/mon-territoire/people").status,
        StatusCode::FORBIDDEN,
        "without a hand in it"
    );
}

on_both!(another_programme_is_out_of_reach, the_network_opens_and_nobody_else, from_a_file_to_its_coordinator);
