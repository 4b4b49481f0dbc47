//! Thirty-two clients over HTTP with the same thousand coupons: the recurring bug of this sector.

use crate::support::grounds;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

const CLIENTS: usize = 32;
const COUPONS: usize = 1_000;

#[test]
fn a_thousand_coupons_are_accepted_a_thousand_times() {
    for ground in grounds() {
        let codes = ground.prepare(u32::try_from(COUPONS).expect("small"));
        let (_, token) = ground.token("Ferme", "merchant", "ferme");
        let server = ground.serve();
        let (accepted, told) = (AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for client in 0..CLIENTS {
                let (codes, token, address) = (&codes, &token, &server.address);
                let (accepted, told) = (&accepted, &told);
                scope.spawn(move || {
                    for turn in 0..COUPONS / 8 {
                        // Everybody goes through all the coupons, each from another place.
                        let start = (client * 31 + turn) % (COUPONS / 8) * 8;
                        let body = json!({ "redemptions": [{
                            "id": format!("0197f000-0000-7000-8000-{client:06}{turn:06}"),
                            "vendor": "ferme", "place": "marche", "at": "2025-07-05T10:00:00-04:00",
                            "codes": codes[start..start + 8],
                        }]});
                        let mut answer = ureq::post(format!("{address}/api/v1/redemptions"))
                            .header("Authorization", format!("Bearer {token}"))
                            .send_json(&body)
                            .expect("an answer, and never a 500");
                        let answer: Value = answer.body_mut().read_json().expect("JSON");
                        for code in answer["redemptions"][0]["codes"].as_array().expect("codes") {
                            if code["accepted"] == true {
                                accepted.fetch_add(1, Ordering::Relaxed);
                            } else {
                                assert_eq!(code["refusal"]["code"], "already_redeemed", "{code}");
                                let sentence = code["refusal"]["title"].as_str().expect("a sentence");
                                assert!(sentence.contains("Marché public de l’Anse-aux-Sauges"), "{sentence}");
                                told.fetch_add(1, Ordering::Relaxed);
                            }
                        }
                    }
                });
            }
        });
        assert_eq!(accepted.load(Ordering::Relaxed), COUPONS as u64, "{}", ground.name);
        assert_eq!(told.load(Ordering::Relaxed), (COUPONS * (CLIENTS - 1)) as u64, "{}", ground.name);
        drop(server);
        ground.audit();
    }
}
