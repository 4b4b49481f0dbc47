// What passes from one phone to another by squares, under Node: cut and joined in any order, carried unchanged, answered
// for by the platform only, and never taken from somebody else. Needs nothing but Node.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { base45, unbase45 } from "../../crates/web/assets/phone/base45.js";
import { base64url, hex, unhex, utf8 } from "../../crates/web/assets/phone/bytes.js";
import { answered, carried, deliver, dropSquares, keep, keepSquare, receipts } from "../../crates/web/assets/phone/carried.js";
import { show } from "../../crates/web/assets/phone/code.js";
import { pack, unpack } from "../../crates/web/assets/phone/deflate.js";
import { answerText } from "../../crates/web/assets/phone/hub.js";
import { browserOf } from "../../crates/web/assets/phone/install.js";
import { makeKey, requestText } from "../../crates/web/assets/phone/keys.js";
import * as neighbours from "../../crates/web/assets/phone/neighbours.js";
import { accept, acts, current, hear, unsent } from "../../crates/web/assets/phone/outbox.js";
import { outbox, takeReceipt } from "../../crates/web/assets/phone/parcel.js";
import { cut, readSquare, whole } from "../../crates/web/assets/phone/squares.js";
import { Store } from "../../crates/web/assets/phone/store.js";
import { encode } from "../../crates/web/assets/vendor/uqr-0.1.3/index.mjs";

const DEVICE = "01951111-2222-7333-8444-555566667777";
const OTHER = "01951111-2222-7333-8444-555566668888";
const DAY = "2025-08-02";
const NOW = 1_754_143_200_000;
const ECDSA = { name: "ECDSA", hash: "SHA-256" };
const CURVE = { name: "ECDSA", namedCurve: "P-256" };
let fate = 11;
const random = () => (fate = (fate * 48271) % 2147483647) / 2147483647;
const shuffled = (all) => all.map((one) => [random(), one]).sort(([a], [b]) => a - b).map(([, one]) => one);
/** As long as a scanned coupon's text, and no smaller when packed. */
const signedText = () => Array.from({ length: 127 }, () => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Math.floor(random() * 32)]).join("");
const line = (n) => ({ code: show(BigInt(n)), text: n % 2 ? signedText() : show(BigInt(n)), minor: 500, unit: "CAD", letter: "A", doubt: false });
const phone = async (id = DEVICE) => ({ store: await Store.open("t", new IDBFactory()), device: { ...(await makeKey()), programme: "essai", id } });
const pay = ({ store, device }, lines) => accept(store, device.id, { at_ms: NOW, zone: "America/Toronto", vendor: 1, place: 1, lines });

test("base45 is the one everybody reads", () => {
  for (const [plain, coded] of [["AB", "BB8"], ["Hello!!", "%69 VD92EX0"], ["base-45", "UJCLQE7W581"], ["ietf!", "QED8WEX0"]]) {
    assert.equal(base45(utf8(plain)), coded);
    assert.deepEqual(unbase45(coded), utf8(plain));
  }
  for (const bad of ["A", "ab", "GGW", "::", "é  "]) assert.equal(unbase45(bad), null, bad);
});

test("what is packed comes back, with or without a way to make it smaller", async () => {
  const text = utf8("acts ".repeat(300));
  const small = await pack(text);
  assert.ok(small.length < 100);
  assert.deepEqual(await unpack(small), text);
  const { CompressionStream } = globalThis;
  delete globalThis.CompressionStream;
  const plain = await pack(text);
  globalThis.CompressionStream = CompressionStream;
  assert.equal(plain.length, text.length + 1);
  assert.deepEqual(await unpack(plain), text);
  await assert.rejects(unpack(await pack(new Uint8Array(5_000_000))), RangeError, "a few squares do not fill a memory");
});

test("squares are read in any order, a damaged one is noticed, and each is comfortable", async () => {
  const wholes = [1, 379, 380, 381, 2000].map((length) => Uint8Array.from({ length }, () => Math.floor(random() * 256)));
  const texts = await cut("E", wholes);
  assert.equal(texts.length, 1 + 1 + 1 + 2 + 6);
  for (const text of texts) {
    const { version } = encode(text, { ecc: "L", boostEcc: true });
    assert.ok(version <= 13, `69 modules at most: ${version}`);
  }
  const read = shuffled(texts).map(readSquare);
  const found = await Promise.all([...new Set(read.map((square) => square.whole))].map((one) => whole(read.filter((square) => square.whole === one))));
  assert.deepEqual(found.map(hex).sort(), wholes.map(hex).sort());
  const [first, second] = (await cut("S", [wholes[4]])).map(readSquare);
  assert.equal(await whole([first, second]), null, "not all of it");
  const damaged = (await cut("S", [wholes[3]])).map(readSquare);
  damaged[1].data[0] ^= 1;
  assert.equal(await whole(damaged), null);
  for (const other of ["", "CABAS1/E/", texts[0].replace("CABAS1", "CABAS2"), texts[0].replace(/\/1\/11\//, "/12/11/"), texts[0].toLowerCase(), signedText()]) assert.equal(readSquare(other), null, other);
});

/** Shows everything of one phone and reads it on another, square by square, in a random order. */
async function carryTo(from, carrier, now = NOW) {
  const texts = await cut("E", await outbox(from.store, from.device));
  for (const text of shuffled(texts)) {
    const square = readSquare(text);
    const { show: seen, parts } = await keepSquare(carrier.store, square, now);
    if (new Set(parts.map(({ part }) => part)).size === square.parts) await keep(carrier.store, await whole(parts), now, carrier.device.id);
    if (seen.length === square.squares) await dropSquares(carrier.store, seen);
  }
  return texts.length;
}

/** A platform that checks a device's signature and signs its answers. */
async function platform(devices, { status = () => 200 } = {}) {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
  const keys = [{ slot: 3, public: hex(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))) }];
  const taken = [];
  const send = async (path, { method, headers, body }) => {
    const code = status(taken.length);
    if (code === 0) throw new TypeError("no network");
    if (code !== 200) return Response.json({ code: "revoked_device", title: "T", detail: "D" }, { status: code });
    const [, id, signature] = headers.authorization.match(/^Cabas-Device essai (\S+) (\S+)$/);
    const theirs = await crypto.subtle.importKey("raw", unhex(devices.find((one) => one.id === id).public), CURVE, false, ["verify"]);
    assert.ok(await crypto.subtle.verify(ECDSA, theirs, Buffer.from(signature, "base64url"), await requestText(method, path, body)), "the very request that the phone signed");
    const { acts: sent } = JSON.parse(body);
    taken.push(...sent.map(({ seq }) => `${id}/${seq}`));
    const answer = JSON.stringify({ acts: sent.map(({ seq, codes }) => ({ seq, status: "recorded", codes: codes.map((_, at) => (seq === 3 && at === 0 ? { status: "dispute", code: "disputed", title: "é", detail: "" } : { status: "accepted" })) })) });
    const proof = new Uint8Array(await crypto.subtle.sign(ECDSA, pair.privateKey, await answerText(id, body, answer)));
    return new Response(answer, { headers: { "cabas-answer": `3.${base64url(proof)}`, "content-type": "application/json" } });
  };
  return { keys, taken, send };
}

test("an outbox is carried, posted unchanged, and answered for by the platform only", async () => {
  const [stall, manager] = [await phone(), await phone(OTHER)];
  for (let n = 0; n < 20; n += 1) await pay(stall, [line(5 * n), line(5 * n + 1), line(5 * n + 2)]);
  const squares = await carryTo(stall, manager);
  console.log(`20 payments of 3 coupons: ${squares} squares`);
  await carryTo(stall, manager);
  const kept = await carried(manager.store);
  assert.equal(kept.reduce((sum, { count }) => sum + count, 0), 20, "read twice, carried once");
  assert.equal((await manager.store.run("readonly", (tx) => tx.all("squares"))).length, 0, "nothing is left of a show that was read");
  let open = false;
  const { keys, taken, send } = await platform([stall.device], { status: () => (open ? 200 : 0) });
  await assert.rejects(deliver(manager.store, send), TypeError);
  open = true;
  assert.equal(await deliver(manager.store, send), 0);
  assert.equal(await deliver(manager.store, send), 0);
  assert.equal(taken.length, 20, "each posted once");
  assert.ok((await acts(stall.store)).every(({ state }) => state === "unsent"), "the stall has heard nothing yet");
  const back = await receipts(await carried(manager.store));
  // A receipt that somebody made, or changed, or that is somebody else's, says nothing.
  const forged = await pack(utf8(new TextDecoder().decode(await unpack(back[0])).replace("accepted", "refused")));
  assert.equal(await takeReceipt(stall.store, stall.device, keys, forged, NOW), null);
  assert.equal(await takeReceipt(stall.store, { ...stall.device, id: OTHER }, keys, back[0], NOW), null);
  assert.equal(await takeReceipt(stall.store, stall.device, [], back[0], NOW), null);
  assert.ok((await acts(stall.store)).every(({ state }) => state === "unsent"));
  for (const one of shuffled(back)) assert.ok(await takeReceipt(stall.store, stall.device, keys, one, NOW));
  const all = await acts(stall.store);
  assert.deepEqual(all.filter(({ state }) => state === "settle").map(({ seq }) => seq), [3]);
  assert.equal(all.filter(({ state }) => state === "sent").length, 19);
  const tally = (await carried(manager.store)).map(answered);
  assert.deepEqual([tally.reduce((sum, { good }) => sum + good, 0), tally.reduce((sum, { odd }) => sum + odd, 0)], [59, 1]);
});

test("what the platform refuses is said and does not hold up the others; a fault is tried again", async () => {
  const [one, two, manager] = [await phone(), await phone(OTHER), await phone("01951111-2222-7333-8444-555566669999")];
  await pay(one, [line(1)]);
  await pay(two, [line(2)]);
  await carryTo(one, manager);
  await carryTo(two, manager, NOW + 1);
  const statuses = [503, 401, 200];
  const { send } = await platform([one.device, two.device], { status: () => statuses.shift() });
  assert.equal(await deliver(manager.store, send), 1);
  assert.deepEqual((await carried(manager.store)).map(({ state }) => state), ["waiting", "refused"]);
  assert.equal(await deliver(manager.store, send), 0);
  assert.deepEqual((await carried(manager.store)).map(({ state, title }) => [state, title]), [["sent", undefined], ["refused", "T"]]);
  // A page to sign in to the Wi-Fi is no answer.
  await pay(one, [line(3)]);
  await carryTo(one, manager, NOW + 2);
  assert.equal(await deliver(manager.store, async () => new Response("<html>")), 1);
  assert.equal(await keep(manager.store, await pack(utf8("Cabas-Device x\n{}")), NOW, ""), null);
  assert.equal(await keep(manager.store, Uint8Array.of(9, 9), NOW, ""), null);
  assert.equal((await keep(manager.store, (await outbox(one.store, one.device))[0], NOW, DEVICE)).state, "own");
});

test("a payment of a hundred coupons fits in squares", async () => {
  const [stall, manager] = [await phone(), await phone(OTHER)];
  await pay(stall, Array.from({ length: 100 }, (_, n) => line(2 * n + 1)));
  const squares = await carryTo(stall, manager);
  assert.ok(squares > 10 && squares < 40, squares);
  assert.equal((await carried(manager.store)).length, 1);
});

test("what a neighbour accepted is signed, kept, and refused here", async () => {
  const [one, two] = [await phone(), await phone(OTHER)];
  const peer = { id: DEVICE, public: base64url(unhex(one.device.public)), label: "Ferme" };
  const lists = { programme: 7, key: "essai", peers: [peer] };
  await pay(one, [line(2), line(4)]);
  const { bytes, count } = await neighbours.mine(one.store, one.device, 7, DAY);
  assert.equal(count, 2);
  assert.deepEqual(await neighbours.read(lists, DEVICE, bytes), { no: "own" });
  assert.deepEqual(await neighbours.read({ ...lists, peers: [] }, OTHER, bytes), { no: "stranger" });
  assert.deepEqual(await neighbours.read({ ...lists, key: "autre" }, OTHER, bytes), { no: "wrong" }, "of another programme");
  for (const at of [17, 40, 90]) {
    const changed = bytes.slice();
    changed[at] ^= 1;
    assert.deepEqual(await neighbours.read(lists, OTHER, changed), { no: "wrong" });
  }
  assert.deepEqual(await neighbours.read(lists, OTHER, bytes.slice(0, -8)), { no: "wrong" }, "one left out");
  const read = await neighbours.read(lists, OTHER, bytes);
  assert.deepEqual([read.seen.day, read.label], [DAY, "Ferme"]);
  await neighbours.keep(two.store, read.seen, read.label, NOW);
  const where = await neighbours.elsewhere(two.store, 7);
  assert.deepEqual(await where(2n), { label: "Ferme", day: DAY });
  assert.equal(await where(3n), null);
  // More of the same day is added; less changes nothing.
  await pay(one, [line(6)]);
  const more = await neighbours.read(lists, OTHER, (await neighbours.mine(one.store, one.device, 7, DAY)).bytes);
  await neighbours.keep(two.store, more.seen, more.label, NOW);
  await neighbours.keep(two.store, read.seen, read.label, NOW);
  assert.deepEqual(await (await neighbours.elsewhere(two.store, 7))(6n), { label: "Ferme", day: DAY });
  // Long after, it goes.
  await neighbours.keep(two.store, { ...more.seen, device: OTHER, day: "2025-10-01" }, "x", Date.parse("2025-10-01"));
  assert.equal((await two.store.run("readonly", (tx) => tx.all("neighbours"))).length, 1);
});

test("what is signed is what the program says", async () => {
  const { device, shown, answer } = JSON.parse(await readFile(new URL("../vectors/outbox.json", import.meta.url), "utf8"));
  assert.equal(shown.length, 3);
  for (const { programme, day, hashes, text } of shown) assert.equal(new TextDecoder().decode(await neighbours.seenText(programme, { device, day, hashes: unhex(hashes) })), text);
  assert.equal(new TextDecoder().decode(await answerText(device, answer.asked, answer.answered)), answer.text);
});

test("a phone that had the version before keeps what it has", async () => {
  const disk = new IDBFactory();
  await new Promise((resolve) => {
    const request = disk.open("t", 1);
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of [["meta", "key"], ["acts", "seq"], ["coupons", "code"]]) request.result.createObjectStore(store, { keyPath });
    };
    request.onsuccess = () => {
      const tx = request.result.transaction("meta", "readwrite");
      tx.objectStore("meta").put({ key: "stall", value: { vendor: 1, place: 2 } });
      tx.oncomplete = () => (request.result.close(), resolve());
    };
  });
  const store = await Store.open("t", disk);
  assert.deepEqual(await store.meta("stall"), { vendor: 1, place: 2 });
  assert.deepEqual(await carried(store), []);
});

test("each browser is told its own way to the home screen", () => {
  for (const [agent, browser] of [
    ["Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36", "android"],
    ["Mozilla/5.0 (Linux; Android 13; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0 Mobile Safari/537.36", "samsung"],
    ["Mozilla/5.0 (Android 14; Mobile; rv:125.0) Gecko/125.0 Firefox/125.0", "firefox"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1", "ios"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/124.0 Mobile/15E148 Safari/604.1", "ios-other"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/460.0]", "inside"],
    ["Mozilla/5.0 (Linux; Android 13; Pixel 7; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0 Mobile Safari/537.36", "inside"],
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Safari/537.36", "desk"],
  ]) assert.equal(browserOf(agent), browser, agent);
});

test("a season is not read whole to show what matters today", async () => {
  const one = await phone();
  globalThis.IDBKeyRange ??= IDBKeyRange;
  for (let n = 0; n < 60; n += 1) await accept(one.store, one.device.id, { at_ms: NOW + Math.trunc(n / 10) * 86_400_000, zone: "America/Toronto", vendor: 1, place: 1, lines: [line(n)] });
  for (const seq of [1, 2, 3]) await hear(one.store, seq, { heard: [{ status: seq === 2 ? "dispute" : "accepted" }] }, NOW);
  for (let seq = 4; seq < 50; seq += 1) await hear(one.store, seq, { heard: [{ status: "accepted" }] }, NOW);
  const shown = (await current(one.store, DAY)).map(({ seq }) => seq);
  assert.deepEqual(shown, [...Array.from({ length: 10 }, (_, n) => n + 1), ...Array.from({ length: 21 }, (_, n) => n + 40)], "that day, what needs somebody, what waits, the latest");
  assert.deepEqual((await unsent(one.store)).map(({ seq }) => seq), Array.from({ length: 11 }, (_, n) => n + 50));
});
