//! Serves the tests' season on 127.0.0.1:8089, to look at the pages: `cargo run -p web --example look`.

#[expect(dead_code, reason = "shared with the tests")]
#[path = "../tests/it/season.rs"]
mod season;

fn main() {
    let ground = ground::sqlite(7, season::start(), app::Sabotage::default());
    let people = season::play(&ground.app, &ground.clock);
    for (who, person) in season::Who::ALL.iter().zip(people) {
        let token = ground.app.invite_wait(person, jiff::SignedDuration::from_hours(48)).expect("a link");
        println!("{who:?} /l/{token}");
    }
    println!("codes {:?}", season::codes(&ground.app, 1, 26..=30));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:8089").await.expect("a free port");
        axum::serve(listener, web::router(ground.app.clone(), web::Options::default())).await.expect("served");
    });
}
