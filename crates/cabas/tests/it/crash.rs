//! `kill -9` in the middle of redemptions over HTTP, fifty times: what was acknowledged is there, once.

use crate::support::grounds;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const KILLS: usize = 50;
const CLIENTS: usize = 4;
const COUPONS: usize = 4_000;

fn send(address: &str, token: &str, id: &str, codes: &[String]) -> Option<Value> {
    let body = json!({ "redemptions": [{
        "id": id, "vendor": "ferme", "place": "marche", "at": "2025-07-05T10:00:00-04:00", "codes": codes,
    }]});
    let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(10))).build();
    let mut answer = ureq::Agent::new_with_config(config)
        .post(format!("{address}/api/v1/redemptions"))
        .header("Authorization", format!("Bearer {token}"))
        .send_json(&body)
        .ok()?;
    let answer: Value = answer.body_mut().read_json().ok()?;
    Some(answer["redemptions"][0].clone())
}

#[test]
fn what_was_acknowledged_survives() {
    // SQLite lives inside the program that is killed; PostgreSQL does not, so fewer kills tell as much.
    for (ground, kills) in grounds().into_iter().zip([KILLS, 6]) {
        let codes = ground.prepare(u32::try_from(COUPONS).expect("small"));
        let (_, token) = ground.token("Ferme", "merchant", "ferme");
        let acknowledged: Mutex<HashMap<usize, Value>> = Mutex::default();
        let chunks: Vec<&[String]> = codes.chunks(4).collect();
        let id = |chunk: usize| format!("0197f000-0000-7000-8000-{chunk:012}");
        for kill in 0..kills {
            let mut server = ground.serve();
            let heard = AtomicUsize::new(0);
            std::thread::scope(|scope| {
                for client in 0..CLIENTS {
                    let (chunks, acknowledged, token, address) = (&chunks, &acknowledged, &token, server.address.clone());
                    let heard = &heard;
                    scope.spawn(move || {
                        for turn in 0.. {
                            // Each client goes on where nobody has been acknowledged yet.
                            let chunk = (kill * 20 + turn * CLIENTS + client) % chunks.len();
                            let Some(answer) = send(&address, token, &id(chunk), chunks[chunk]) else { return };
                            acknowledged.lock().expect("lock").entry(chunk).or_insert(answer);
                            heard.fetch_add(1, Ordering::SeqCst);
                        }
                    });
                }
                // Work is under way; then at any moment, however slow the machine is today.
                let late = Instant::now() + Duration::from_mins(1);
                while heard.load(Ordering::SeqCst) < 2 && Instant::now() < late {
                    std::thread::sleep(Duration::from_millis(1));
                }
                std::thread::sleep(Duration::from_millis((kill as u64 * 7) % 45));
                server.kill();
            });
        }
        let acknowledged = acknowledged.into_inner().expect("lock");
        assert!(acknowledged.len() > kills, "{}: {} acknowledged", ground.name, acknowledged.len());
        ground.audit();
        let server = ground.serve();
        for (chunk, first) in &acknowledged {
            let again = send(&server.address, &token, &id(*chunk), chunks[*chunk]).expect("answered");
            assert_eq!(again["status"], "replayed", "{}: {first}", ground.name);
            assert_eq!(again["codes"], first["codes"]);
            assert_eq!(again["accepted"], 4);
        }
        drop(server);
        ground.audit();
        println!("{}: {kills} kills, {} redemptions acknowledged, all there once", ground.name, acknowledged.len());
    }
}
