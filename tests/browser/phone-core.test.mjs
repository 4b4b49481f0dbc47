// The phone's rules under Node, without a browser: the same answers as the program (tests/vectors), and an outbox that
// loses nothing. Needs nothing but Node.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { hex } from "../../crates/web/assets/phone/bytes.js";
import { parse, show } from "../../crates/web/assets/phone/code.js";
import { decide } from "../../crates/web/assets/phone/decide.js";
import { gone, shortHash } from "../../crates/web/assets/phone/gone.js";
import { authorization, makeKey, requestText } from "../../crates/web/assets/phone/keys.js";
import { accept, acts, AlreadyAccepted, hashOf, hear, isAccepted, summary } from "../../crates/web/assets/phone/outbox.js";
import { carryBy, hubOf } from "../../crates/web/assets/phone/hub.js";
import { parseSigned, verify } from "../../crates/web/assets/phone/signed.js";
import { Store } from "../../crates/web/assets/phone/store.js";
import { fetchLists, patience, push, Refused } from "../../crates/web/assets/phone/sync.js";

const vectors = async (name) => JSON.parse(await readFile(new URL(`../vectors/${name}.json`, import.meta.url), "utf8"));

test("codes are read as the program reads them", async () => {
  const { cases } = await vectors("codes");
  assert.ok(cases.length > 150);
  for (const { text, read } of cases) {
    const ours = parse(text);
    const said = "bits" in ours ? { bits: String(ours.bits), shown: show(ours.bits) } : ours;
    assert.deepEqual(said, read, JSON.stringify(text));
  }
});

test("signed codes are read and verified as the program does", async () => {
  const { keys, cases } = await vectors("signed");
  for (const { text, read } of cases) {
    const signed = parseSigned(text);
    if (!signed || !read) {
      assert.equal(signed, read, text);
      continue;
    }
    const { slot, programme, class: id, face_minor, expires_on, bits } = signed;
    const verified = await verify(signed, keys);
    assert.deepEqual({ slot, programme, class: id, face_minor, expires_on, shown: show(bits), verified }, read, text);
  }
});

test("the phone decides as the program does", async () => {
  let count = 0;
  const seen = new Set();
  for (const { lists, cases } of await vectors("decide")) {
    for (const [situation, answer] of cases) {
      const ours = decide(lists, situation);
      assert.deepEqual(ours, answer, JSON.stringify(situation));
      seen.add(ours.verdict === "refuse" ? ours.no.code : ours.verdict);
      count += 1;
    }
  }
  assert.ok(count > 3000, count);
  assert.deepEqual([...seen].sort(), [
    "accept", "accepted_elsewhere", "already_redeemed", "bad_signature", "claim_too_late", "doubt", "expired_coupon", "lost_coupon", "no_agreement", "old_lists", "other_programme",
    "over_phone_limit", "repeated", "returned_coupon", "season_closed", "stolen_coupon", "too_early", "unknown_class", "void_coupon", "wrong_class",
  ]);
});

test("acts are chained, and dead coupons named, as the program does", async () => {
  const { device, acts: all, programme, gone: named } = await vectors("outbox");
  for (const act of all) assert.equal(await hashOf(device, act), act.hash);
  for (const [code, hash] of named) assert.equal(hex(await shortHash(programme, parse(code).bits)), hash);
});

test("a dead coupon is found among many, a good one is not", async () => {
  const bits = Array.from({ length: 300 }, (_, n) => BigInt(n) * 7919n);
  const hashes = await Promise.all(bits.map((b) => shortHash(7, b)));
  const packed = (list) => Buffer.concat(list.sort(Buffer.compare).map((h) => Buffer.from(h))).toString("base64url");
  const stateOf = gone({ programme: 7, gone: { redeemed: packed(hashes.slice(0, 250)), stolen: packed(hashes.slice(250)) } });
  for (const [at, b] of bits.entries()) assert.equal(await stateOf(b), at < 250 ? "redeemed" : "stolen");
  assert.equal(await stateOf(5n), null);
});

const DEVICE = "01951111-2222-7333-8444-555566667777";
const line = (n, minor = 500) => ({ code: show(BigInt(n)), text: show(BigInt(n)), minor, unit: "CAD", letter: "A", doubt: false });
const pay = (store, lines, at_ms = 1_754_143_200_000) => accept(store, DEVICE, { at_ms, zone: "America/Toronto", vendor: 1, place: 1, lines });
const fresh = () => new IDBFactory();

test("a payment is on the disk before it is shown, each coupon once, and a closed page loses nothing", async () => {
  const disk = fresh();
  let store = await Store.open("t", disk);
  await pay(store, [line(1), line(2)]);
  await assert.rejects(pay(store, [line(3), line(2)]), AlreadyAccepted);
  assert.equal(await isAccepted(store, line(3).code), false, "all of a payment or nothing");
  await pay(store, [line(3)]);
  store.db.close();
  store = await Store.open("t", disk);
  const all = await acts(store);
  assert.deepEqual(all.map(({ seq, state }) => [seq, state]), [[1, "unsent"], [2, "unsent"]]);
  assert.equal(all[1].previous, all[0].hash);
  assert.equal(all[0].hash, await hashOf(DEVICE, all[0]));
  assert.deepEqual({ ...summary(all, "2025-08-02"), settle: [] }, { unsent: 2, unsent_since_ms: 1_754_143_200_000, unheard_minor: 1500, today_count: 3, today_minor: 1500, settle: [] });
});

test("two windows at once write one chain", async () => {
  const disk = fresh();
  const stores = await Promise.all([Store.open("t", disk), Store.open("t", disk)]);
  const done = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => pay(stores[n % 2], [line(n >> 1)])));
  assert.equal(done.filter(({ status }) => status === "fulfilled").length, 10, "each coupon once, in whichever window");
  const all = await acts(stores[0]);
  assert.deepEqual(all.map(({ seq }) => seq), Array.from({ length: 10 }, (_, n) => n + 1));
  for (const [at, act] of all.entries()) assert.equal(act.previous, at ? all[at - 1].hash : "0".repeat(64));
});

test("a disk that is full accepts nothing and says so", async () => {
  const store = await Store.open("t", fresh());
  const run = store.run.bind(store);
  store.run = (mode, work) => run(mode, async (tx) => work({ ...tx, add: () => Promise.reject(new DOMException("no room", "QuotaExceededError")) }));
  await assert.rejects(pay(store, [line(1)]), { name: "QuotaExceededError" });
  store.run = run;
  assert.equal(await isAccepted(store, line(1).code), false);
  assert.deepEqual(await acts(store), []);
});

/** A server with no memory but of what it was sent, that fails when it is told to. */
function server({ fails = () => false } = {}) {
  const taken = new Map();
  let calls = 0;
  const send = async (path, { body }) => {
    calls += 1;
    const before = fails(calls, "before");
    if (before) throw new TypeError("no network");
    const { acts: sent } = JSON.parse(body);
    const answers = sent.map((act) => {
      const known = taken.has(act.seq);
      taken.set(act.seq, act);
      if (act.codes.includes(line(13).code)) return { seq: act.seq, status: "recorded", codes: act.codes.map((c) => (c === line(13).code ? { status: "dispute", code: "disputed", title: "t", detail: "d" } : { status: "accepted" })) };
      if (act.codes.includes(line(17).code)) return { seq: act.seq, status: "refused", codes: [], refusal: { code: "no_agreement", title: "t", detail: "d" } };
      return { seq: act.seq, status: known ? "replayed" : "recorded", codes: act.codes.map(() => ({ status: "accepted" })) };
    });
    // What was heard by the server and not by the phone.
    if (fails(calls, "after")) throw new TypeError("no network");
    return Response.json({ acts: answers.filter((_, at) => !fails(calls, `answer ${at}`)) });
  };
  return { taken, send };
}

test("the outbox goes in any order, is cut anywhere, and every act is settled once", async () => {
  const store = await Store.open("t", fresh());
  const device = { ...(await makeKey()), programme: "essai", id: DEVICE };
  for (let n = 1; n <= 120; n += 1) await pay(store, [line(n)]);
  let fate = 7;
  const random = () => (fate = (fate * 48271) % 2147483647) / 2147483647;
  const { taken, send } = server({ fails: (_, when) => random() < (when.startsWith("answer") ? 0.2 : 0.3) });
  const order = (all) => all.map((act) => [random(), act]).sort(([a], [b]) => a - b).map(([, act]) => act);
  let left = 120;
  for (let turn = 0; left > 0; turn += 1) {
    assert.ok(turn < 200);
    left = await push(store, device, { send, order }).catch(() => left);
  }
  const all = await acts(store);
  assert.equal(taken.size, 120);
  assert.deepEqual(all.filter(({ state }) => state === "settle").map(({ seq }) => seq), [13, 17], "disputed or refused: somebody must see it");
  assert.equal(all.filter(({ state }) => state === "sent").length, 118);
  for (const act of all) assert.equal(taken.get(act.seq).hash, act.hash);
  // Said again, nothing changes.
  const before = JSON.stringify(all);
  await push(store, device, { send });
  await hear(store, 999, { heard: [] }, 0);
  assert.equal(JSON.stringify(await acts(store)), before);
});

test("what the server says no to as a whole leaves everything where it is", async () => {
  const store = await Store.open("t", fresh());
  const device = { ...(await makeKey()), programme: "essai", id: DEVICE };
  await pay(store, [line(1)]);
  const send = async () => Response.json({ code: "revoked_device", title: "T", detail: "D" }, { status: 401 });
  await assert.rejects(push(store, device, { send }), (error) => error instanceof Refused && error.code === "revoked_device" && error.detail === "D");
  const later = async () => Response.json({ acts: [{ seq: 1, status: "later", codes: [] }] });
  assert.equal(await push(store, device, { send: later }), 1);
});

test("a hub is told of each payment once, and its word is the programme's signature", async () => {
  const store = await Store.open("t", fresh());
  const device = { ...(await makeKey()), programme: "essai", id: DEVICE };
  const programme = await makeKey();
  const lists = { keys: [{ slot: 0, public: programme.public }] };
  const now = () => 1_754_143_200_000;
  for (const n of [1, 2, 3]) await pay(store, [line(n)]);
  const heard = [];
  /** What the hub has, and what it says the platform answered. */
  let returned = async () => undefined;
  const send = async (path, { body }) => {
    assert.equal(path, "https://relais.ca/api/v1/phone/acts");
    const [{ seq }] = JSON.parse(body).acts;
    heard.push(seq);
    return Response.json({ acts: [{ seq, status: "carried" }], returned: await returned(seq, body) });
  };
  const round = () => carryBy(store, device, lists, "https://relais.ca", { send, now });
  const states = async () => (await acts(store)).map(({ state, carried_ms }) => (carried_ms ? `${state}, carried` : state));
  await round();
  assert.deepEqual(heard.splice(0), [1, 2, 3]);
  assert.deepEqual(await states(), ["unsent, carried", "unsent, carried", "unsent, carried"], "not sent until the platform has answered");
  await round();
  assert.deepEqual(heard.splice(0), [1], "the first that waits is asked about, and no other");
  const hash = async (text) => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
  const sign = async (key, seq, body, id = DEVICE) => {
    const answer = JSON.stringify({ acts: [{ seq, status: "recorded", codes: [{ status: seq === 2 ? "dispute" : "accepted" }] }] });
    const text = new TextEncoder().encode(`cabas-answer-v1\n${id}\n${await hash(body)}\n${await hash(answer)}`);
    const signature = Buffer.from(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, text)).toString("base64url");
    return { answer, signature: `0.${signature}` };
  };
  const { key: other } = await makeKey();
  for (const lie of [
    (seq, body) => sign(other, seq, body),
    (seq, body) => sign(programme.key, seq, body, "another"),
    (seq) => sign(programme.key, seq, "another body"),
    async (seq, body) => ({ ...(await sign(programme.key, seq, body)), signature: "9.AAAA" }),
    async (seq, body) => ({ ...(await sign(programme.key, seq, body)), answer: "{}" }),
  ]) {
    returned = lie;
    await round();
    assert.equal((await acts(store))[0].state, "unsent", "nobody has to believe a hub");
  }
  heard.length = 0;
  returned = (seq, body) => sign(programme.key, seq, body);
  await round();
  assert.deepEqual(heard, [1, 2, 3]);
  assert.deepEqual(await states(), ["sent, carried", "settle, carried", "sent, carried"]);
});

test("a phone asks the hub of its place", () => {
  const peer = (hub, place) => ({ id: "", public: "", label: "", ...(hub && { hub }), ...(place && { place }) });
  const of = (...peers) => hubOf({ peers }, { place: 1 });
  assert.equal(hubOf(null, null), "");
  assert.equal(hubOf({}, { place: 1 }), "", "lists of an older version");
  assert.equal(of(peer("", 1), peer("https://other", 2)), "");
  assert.equal(of(peer("https://any"), peer("https://here", 1)), "https://here");
  assert.equal(of(peer("https://any"), peer("https://other", 2)), "https://any");
});

test("a request is signed by a key that nobody can take", async () => {
  const { key, public: raw } = await makeKey();
  assert.equal(key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey("pkcs8", key));
  const header = await authorization({ key, programme: "essai", id: DEVICE }, "POST", "/api/v1/phone/acts", "{}");
  const [, signature] = header.match(/^Cabas-Device essai [0-9a-f-]{36} ([\w-]{86})$/);
  const theirs = await crypto.subtle.importKey("raw", Buffer.from(raw, "hex"), { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  const verified = async (text) => crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, theirs, Buffer.from(signature, "base64url"), text);
  assert.ok(await verified(await requestText("POST", "/api/v1/phone/acts", "{}")));
  assert.ok(!(await verified(await requestText("POST", "/api/v1/phone/acts", "{ }"))));
});

test("a request that takes too long ends, in browsers without AbortSignal.timeout too", async () => {
  const { timeout } = AbortSignal;
  try {
    delete AbortSignal.timeout;
    assert.equal(AbortSignal.timeout, undefined);
    const signal = patience(10);
    assert.equal(signal.aborted, false);
    await assert.rejects(new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))), { name: "AbortError" });
  } finally {
    AbortSignal.timeout = timeout;
  }
  assert.equal(patience(10_000).aborted, false);
});

test("the lists teach the phone the right time", async () => {
  const store = await Store.open("t", fresh());
  const device = { ...(await makeKey()), programme: "essai", id: DEVICE };
  await fetchLists(store, device, { send: async () => Response.json({ made_at: "2025-08-02T14:00:00.123456Z" }), now: () => Date.parse("2025-08-01T14:00:00Z") });
  assert.equal(await store.meta("skew"), 86_400_123);
});
