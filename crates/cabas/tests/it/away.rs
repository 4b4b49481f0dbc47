//! PostgreSQL is killed and started again under `cabas serve`: pages and the API say so, nothing is lost,
//! and the program goes on by itself.

use crate::support::{Ground, Server};
use serde_json::{Value, json};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

fn id(number: usize) -> String {
    format!("0197f000-0000-7000-8000-{number:012}")
}

/// Status, `Retry-After`, kind and text of an answer; statuses are never errors here.
struct Answer {
    status: u16,
    wait: Option<String>,
    kind: String,
    text: String,
}

fn ask(request: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer {
    let mut response = request.expect("the program answers, whatever its database does");
    let header = |name: &str| response.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let (wait, kind) = (header("retry-after"), header("content-type").unwrap_or_default());
    Answer { status: response.status().as_u16(), wait, kind, text: response.body_mut().read_to_string().expect("text") }
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(20)));
    ureq::Agent::new_with_config(config.build())
}

fn redeem(server: &Server, token: &str, number: usize, codes: &[String]) -> Answer {
    let body = json!({ "redemptions": [{
        "id": id(number), "vendor": "ferme", "place": "marche", "at": "2025-07-05T10:00:00-04:00", "codes": codes,
    }]});
    let address = format!("{}/api/v1/redemptions", server.address);
    ask(agent().post(address).header("Authorization", format!("Bearer {token}")).send_json(&body))
}

fn page(server: &Server, token: &str, lang: &str) -> Answer {
    let address = format!("{}/p/essai/batches", server.address);
    ask(agent().get(address).header("Cookie", format!("lang={lang}; cabas={token}")).call())
}

#[test]
fn the_database_comes_back_under_a_running_program() {
    let database = ground::Server::start();
    let ground = Ground::on(database.url());
    let codes = ground.prepare(200);
    let (_, merchant) = ground.token("Ferme", "merchant", "ferme");
    let (_, coordinator) = ground.token("Ana", "coordinator", "");
    let server = ground.serve();
    assert_eq!(page(&server, &coordinator, "fr").status, 200);
    assert_eq!(redeem(&server, &merchant, 1, &codes[..4]).status, 200);
    for round in 0..2 {
        database.kill();
        for (lang, words) in [("fr", "La base de données ne répond pas."), ("en", "The database does not answer.")] {
            let page = page(&server, &coordinator, lang);
            assert_eq!(page.status, 503, "{}", page.text);
            assert!(page.text.contains(words) && page.text.contains("role=\"alert\""), "{}", page.text);
            let number =
                page.text.split("coordination").nth(1).expect("the next step").chars().filter(char::is_ascii_digit).count();
            assert!(number >= 6, "a number: {}", page.text);
            assert!(page.wait.is_some());
        }
        let problem = redeem(&server, &merchant, 10 + round, &codes[4 + 4 * round..8 + 4 * round]);
        assert_eq!((problem.status, problem.kind.as_str()), (503, "application/problem+json"), "{}", problem.text);
        let said: Value = serde_json::from_str(&problem.text).expect("JSON");
        assert_eq!(said["code"], "database_away");
        ground.refused("audit", "database_away");
        database.start_again();
        let mut answer = problem;
        for _ in 0..50 {
            if answer.status == 200 {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
            answer = redeem(&server, &merchant, 10 + round, &codes[4 + 4 * round..8 + 4 * round]);
        }
        let said: Value = serde_json::from_str(&answer.text).expect("JSON");
        assert_eq!(said["redemptions"][0]["status"], "recorded", "{}", answer.text);
        assert_eq!(page(&server, &coordinator, "fr").status, 200);
    }
    ground.audit();
    under_way(&database, &ground, &server, &merchant, &codes[20..]);
    ground.audit();
}

/// The database dies again and again while clients send; what was acknowledged is there, once.
fn under_way(database: &ground::Server, ground: &Ground, server: &Server, token: &str, codes: &[String]) {
    let (acknowledged, over) = (Mutex::new(vec![false; codes.len() / 4]), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for client in 0..3 {
            let (acknowledged, over) = (&acknowledged, &over);
            scope.spawn(move || {
                for turn in 0.. {
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                    let chunk = (turn * 3 + client) % (codes.len() / 4);
                    let answer = redeem(server, token, 100 + chunk, &codes[chunk * 4..chunk * 4 + 4]);
                    match answer.status {
                        200 => {
                            let said: Value = serde_json::from_str(&answer.text).expect("JSON");
                            assert_eq!(said["redemptions"][0]["accepted"], 4, "{}", answer.text);
                            acknowledged.lock().expect("lock")[chunk] = true;
                        }
                        503 => assert_eq!(answer.kind, "application/problem+json", "{}", answer.text),
                        other => panic!("{other}: {}", answer.text),
                    }
                    std::thread::sleep(Duration::from_millis(5));
                }
            });
        }
        for _ in 0..3 {
            std::thread::sleep(Duration::from_millis(300));
            database.kill();
            std::thread::sleep(Duration::from_millis(200));
            database.start_again();
            std::thread::sleep(Duration::from_millis(900));
        }
        over.store(true, Ordering::Relaxed);
    });
    let acknowledged = acknowledged.into_inner().expect("lock");
    assert!(acknowledged.iter().any(|a| *a), "{}", ground.name);
    for (chunk, _) in acknowledged.iter().enumerate().filter(|(_, acknowledged)| **acknowledged) {
        let again = redeem(server, token, 100 + chunk, &codes[chunk * 4..chunk * 4 + 4]);
        let said: Value = serde_json::from_str(&again.text).expect("JSON");
        assert_eq!(said["redemptions"][0]["status"], "replayed", "{}", again.text);
    }
}
