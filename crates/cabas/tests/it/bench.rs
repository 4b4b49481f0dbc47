//! The benchmark runs to its end and prints each line; how fast is not a test.

use crate::support::grounds;

const LINES: [&str; 17] = [
    "append 4 KB and fdatasync",
    "append 256 KB and fdatasync",
    "issue 20 000 coupons",
    "take in, allot and hand out all of them",
    "print 10 000 signed coupons to PDF",
    "to the use case, 1 waiting",
    "to the use case, 4 waiting",
    "redeem over HTTP, 1 clients",
    "redeem over HTTP, 8 clients",
    "redeem over HTTP, 32 clients",
    "the same at 1 000 coupons/s",
    "the same at 3 700 coupons/s",
    "over HTTP, 1 devices",
    "over HTTP, 4 devices",
    "memory of the server",
    "audit of that season",
    "| measure | result | detail |",
];

#[test]
fn every_line_is_measured() {
    let [ground, _] = grounds();
    let table = ground.run("bench --coupons 20000 --seconds 1");
    for line in LINES {
        assert_eq!(table.matches(line).count(), 1, "{line}\n{table}");
    }
    assert!(!ground.path().join("bench").exists(), "nothing is left behind");
}
