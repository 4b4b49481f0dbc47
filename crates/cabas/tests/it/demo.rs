//! A demonstration is never played over another.

use crate::support::grounds;

#[test]
fn another_seed_on_the_same_folder_is_said_and_does_nothing() {
    let [ground, _] = grounds();
    ground.prepare(10);
    let before = ground.run("audit --json");
    // The same again is found there.
    std::fs::write(ground.path().join("demo.txt"), "seed 7, scale 1").expect("written");
    ground.run("demo --no-serve --seed 7");
    for other in ["demo --no-serve --seed 8", "demo --no-serve --seed 7 --scale 2", "demo --seed 8"] {
        ground.refused(other, "other_demo");
    }
    assert_eq!(ground.run("audit --json"), before);
}
