//! People from the command line: who they are, what they may do, and how they come in.

use crate::support::grounds;

#[test]
fn a_person_is_added_granted_and_invited_or_told_why_not() {
    for ground in grounds() {
        let file = ground.path().join("programme.toml");
        std::fs::write(&file, ground::programme_of_today()).expect("written");
        ground.run(&format!("programme open {}", file.display()));
        assert_eq!(ground.run("people add --name Ana --email Ana@pcn.example"), "1");
        ground.refused("people add --name Bob --email ana@pcn.example", "email_taken");
        for nameless in ["", "  "] {
            let output = ground.command().args(["people", "add", "--name", nameless]).output().expect("it starts");
            assert!(String::from_utf8_lossy(&output.stderr).contains("[name_needed]"));
        }
        let secret = ground.path().join("mot-de-passe");
        std::fs::write(&secret, "trop court").expect("written");
        ground.refused(&format!("people add --name Bob --password-file {}", secret.display()), "short_password");
        ground.refused("people grant --person 999 --role coordinator", "unknown_person");
        ground.refused("people invite --person 999", "unknown_person");
        ground.refused("people token --person 999", "unknown_person");
        ground.run("people grant --person 1 --role coordinator");
        assert_eq!(ground.run("people list"), "1\tAna\tana@pcn.example\tCoordination (essai)");
        assert!(ground.run("people invite --person 1 --site https://pcn.example").starts_with("https://pcn.example/l/"));
    }
}

#[test]
fn selling_twice_says_that_it_was_done() {
    let [ground, _] = grounds();
    let file = ground.path().join("programme.toml");
    std::fs::write(&file, ground::programme_of_today()).expect("written");
    ground.run(&format!("programme open {}", file.display()));
    ground.run("coupons issue --class V --count 5");
    ground.run("stock take-in 1:1-5");
    assert!(ground.run("stock sell 1-00001,1-00002 --paid 10 --reference r1").starts_with("2 coupons"));
    let again = ground.try_run("stock sell 1:1 --paid 5 --reference r2");
    let said = String::from_utf8_lossy(&again.stderr);
    assert!(said.contains("a déjà été remis ou vendu") && said.contains("[illegal_move]"), "{said}");
}
