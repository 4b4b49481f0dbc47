// The rules of an organisation's phone and of the camera beside a field, under Node: the same as the program's
// (tests/vectors/desk.json), and an outbox in which payments and hand-outs hold together.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { base64url } from "../../crates/web/assets/phone/bytes.js";
import { parse } from "../../crates/web/assets/phone/code.js";
import { added, written as readAs } from "../../crates/web/assets/phone/eye.js";
import { count, ranges, shown, written } from "../../crates/web/assets/phone/handed.js";
import { acts, append, hashOf, hear, parts, TOGETHER } from "../../crates/web/assets/phone/outbox.js";
import { missed } from "../../crates/web/assets/phone/photo.js";
import { parseSigned } from "../../crates/web/assets/phone/signed.js";
import { bookletOf, finder, joined, judge, mark, readNumbers, unlisted } from "../../crates/web/assets/phone/stock.js";
import { Store } from "../../crates/web/assets/phone/store.js";

const { device, acts: all, programme, marks, numbers } = JSON.parse(await readFile(new URL("../vectors/desk.json", import.meta.url), "utf8"));

test("hand-outs are hashed as the program hashes them", async () => {
  assert.equal(all.length, 4, "two hand-outs, one taken back, a count");
  for (const act of all) assert.equal(await hashOf(device, { vendor: 0, place: 0, lines: [], ...act }), act.hash);
  for (const [text, short] of marks) assert.equal((await mark(programme, parse(text).bits)).toString(16).padStart(4, "0"), short);
});

test("numbers are read as the office pages read them", () => {
  let read = 0;
  for (const { batches, cases } of numbers) {
    for (const [text, said] of cases) {
      const range = readNumbers(text, batches);
      assert.equal(range && written([range]), said, `${JSON.stringify(text)} of ${batches.length}`);
      read += range ? 1 : 0;
    }
  }
  assert.ok(read > 15, read);
});

test("coupons are written, read and shown", () => {
  const two = [{ batch: 5, first: 2, last: 2 }, { batch: 3, first: 9, last: 16 }];
  assert.equal(written(two), "3:9-16;5:2");
  assert.deepEqual(ranges("3:9-16,20;5:2"), [{ batch: 3, first: 9, last: 16 }, { batch: 3, first: 20, last: 20 }, { batch: 5, first: 2, last: 2 }]);
  assert.equal(count(two), 9);
  assert.equal(shown(two), "5-00002, 3-00009 – 3-00016");
});

const DESK = {
  partners: [{ id: 1, name: "Cuisine" }],
  bands: [{ key: "1", label: "1 personne", weekly_cents: 2000 }],
  held: [
    { partner: 1, batch: 3, booklet: 8, class: 1, cost_cents: 500, fund: 1, first: 1, last: 4 },
    { partner: 1, batch: 3, booklet: 8, class: 1, cost_cents: 500, fund: 1, first: 9, last: 16 },
    { partner: 1, batch: 3, booklet: 8, class: 1, cost_cents: 500, fund: null, first: 17, last: 24 },
    { partner: 2, batch: 3, booklet: 8, class: 1, cost_cents: 500, fund: 1, first: 25, last: 32 },
    { partner: 1, batch: 4, booklet: 1, class: 2, cost_cents: 1000, fund: 2, first: 1, last: 9 },
  ],
  marks: "",
  rooms: [{ fund: 1, cents: 5500 }, { fund: 2, cents: 3000 }],
  any_fund: true,
};
const LISTS = { desk: DESK, is_closed: false, classes: [{ id: 1, expires_on: "2025-10-13" }, { id: 2, expires_on: null }] };
const range = (first, last = first, batch = 3) => ({ batch, first, last });
const given = (seq, coupons, more = {}) => ({ seq, state: "unsent", handed: { kind: "hand_out", partner: 1, band: "1", coupons, codes: [] }, ...more });

test("each no has its reason", () => {
  const at = (chosen, more = {}) => {
    const { no, classes } = judge({ ...LISTS, ...more.lists }, { partner: 1, band: "1", chosen, day: "2025-08-02", before: [], ...more });
    return no ? [no.code, no.number ?? no.limit ?? no.on].filter((fact) => fact !== undefined).join(" ") : [...classes].join(" ");
  };
  assert.equal(at([range(1, 4)]), "1,4");
  assert.equal(at([range(9, 24)]), "1,16", "eight of fund 1, eight of any");
  assert.equal(at([range(9, 24)], { before: [given(1, "3:1-3")] }), "over_ceiling 3000", "fund 1 is empty then, and 30 dollars are left in the other");
  assert.equal(at([range(9, 20)]), "1,12");
  assert.equal(at([range(1, 5)]), "not_in_stock 3-00005");
  assert.equal(at([range(25)]), "not_in_stock 3-00025");
  assert.equal(at([range(1, 1, 7)]), "not_in_stock 7-00001");
  assert.equal(at([range(1, 4), range(1, 3, 4)]), "1,4 2,3");
  assert.equal(at([range(1, 4, 4)]), "over_ceiling 3000");
  assert.equal(at([range(1)], { before: [given(1, "3:1-2")] }), "given_here 3-00001");
  assert.equal(at([range(3)], { before: [given(1, "3:1-2,9-16")] }), "1,1");
  assert.equal(at([range(3, 4)], { before: [given(1, "3:1-2,9-16")] }), "over_ceiling 5500", "ten were given, one is left");
  assert.equal(at([range(1)], { day: "2025-10-14" }), "expired_coupon 2025-10-13");
  assert.equal(at([range(1)], { lists: { is_closed: true } }), "season_closed");
  assert.equal(at([range(17)], { lists: { desk: { ...DESK, any_fund: false } } }), "no_fund");
  assert.equal(at([range(1)], { band: "" }), "no_band");
});

test("rows are joined, a booklet is found", () => {
  assert.deepEqual(joined([], range(9)), [range(9)]);
  assert.deepEqual(joined([range(9)], range(16)), [range(9, 16)]);
  assert.deepEqual(joined([range(16)], range(9)), [range(9, 16)]);
  assert.deepEqual(joined([range(9)], range(900)), [range(9), range(900)], "too far for one row");
  assert.deepEqual(joined([range(9, 16)], range(1, 1, 4)), [range(9, 16), range(1, 1, 4)]);
  assert.deepEqual(bookletOf(DESK, 1, { batch: 3, number: 12 }), { booklet: "3-c2", range: range(9, 16) });
  assert.deepEqual(bookletOf(DESK, 1, { batch: 3, number: 2 }), { booklet: "3-c1", range: range(1, 4) }, "what is left of it");
  assert.equal(bookletOf(DESK, 1, { batch: 4, number: 2 }), null);
  assert.equal(bookletOf(DESK, 1, { batch: 3, number: 30 }), null, "another organisation's");
});

test("a code finds its number among those held, and two alike are both said", async () => {
  const one = parse("7K2M4-QXP9H").bits;
  const key = await mark(programme, one);
  const bytes = new Uint8Array(2 * 4);
  bytes.set([key >> 8, key & 255], 2);
  bytes.set([key >> 8, key & 255], 6);
  const held = [{ ...DESK.held[0], last: 3 }, { ...DESK.held[0], class: 2, first: 7, last: 9 }];
  const find = finder(programme, { ...DESK, held, marks: base64url(bytes) });
  assert.deepEqual((await find(one, 1)).map(({ number }) => number), [2, 7], "the fifth mark is not listed");
  assert.deepEqual((await find(one, 1, 2)).map(({ number }) => number), [7], "a signed code says its class");
  assert.deepEqual(await find(one, 2), []);
});

test("what the lists do not know yet is counted, what they know is not", () => {
  const back = (seq, of, more) => ({ seq, state: "unsent", handed: { kind: "take_back", partner: 1, of }, ...more });
  const known = unlisted([given(1, "3:1"), given(2, "3:2"), back(3, 2), given(4, "3:4", { state: "sent", heard_ms: 50 }), given(5, "3:5", { state: "sent", heard_ms: 150 }), given(6, "3:6", { state: "settle" }), given(7, "3:7"), back(8, 7, { state: "settle" })], 100);
  assert.deepEqual(known.map(({ seq }) => seq), [1, 5, 7]);
});

test("payments and hand-outs hold together in one outbox, and a hand-out is settled by an answer without codes", async () => {
  const store = await Store.open("desk", new IDBFactory());
  const what = (handed) => ({ at_ms: 1_754_143_200_000, zone: "America/Toronto", vendor: 0, place: 0, lines: [], handed });
  const first = await append(store, device, what(given(0, "3:1-4").handed), async () => {});
  await assert.rejects(append(store, device, what(given(0, "3:1-4").handed), async (tx) => {
    assert.equal((await tx.all("acts")).length, 1);
    throw new Error("twice");
  }), /twice/);
  const second = await append(store, device, what({ kind: "take_back", partner: 1, of: 1 }), async () => {});
  assert.equal(second.previous, first.hash);
  assert.equal(second.hash, await hashOf(device, second));
  await hear(store, 1, { heard: [] }, 5);
  await hear(store, 2, { heard: [], refusal: { code: "x", title: "Non", detail: "" } }, 5);
  assert.deepEqual((await acts(store)).map(({ state }) => state), ["sent", "settle"]);
});

test("the camera beside a field writes what somebody would type", async () => {
  const { cases } = JSON.parse(await readFile(new URL("../vectors/signed.json", import.meta.url), "utf8"));
  const good = cases.find(({ read }) => read?.verified);
  const by = { parseSigned, show: () => good.read.shown };
  assert.equal(readAs(good.text, good.read.programme, by), good.read.shown);
  assert.equal(readAs(good.text, good.read.programme + 1, by), good.text.trim(), "the server says whose it is");
  assert.equal(readAs("https://example.org", 1, by), null);
  assert.equal(added("12-19", ["A"], { most: 2, between: "\n" }), "A");
  assert.equal(added("A", ["A", "B"], { most: 2, between: "\n" }), "A\nB");
  assert.equal(added("A", ["A", "B"], { most: 1, between: " " }), "B");
  assert.equal(added("A\n", ["B"], { most: 0, between: "\n" }), "A\nB");
});

test("what a photograph shows unread is said once, and not where it was read", () => {
  const square = (x, y, size = 10) => [[x, y], [x + size, y], [x + size, y + size], [x, y + size]];
  assert.deepEqual(missed([square(0, 0)], [square(1, 1), square(50, 0), square(52, 1), square(0, 90), square(7, 7, 0)]), [square(50, 0), square(0, 90)]);
});

test("a pile leaves in acts of a sensible size", () => {
  const lines = Array.from({ length: 2 * TOGETHER + 1 }, (_, at) => at);
  assert.deepEqual(parts(lines).map(({ length }) => length), [TOGETHER, TOGETHER, 1]);
  assert.deepEqual(parts(lines).flat(), lines);
  assert.deepEqual(parts([]), []);
});
