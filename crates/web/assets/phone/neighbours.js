// What the other phones of a place accepted today: each shows its own as squares, signed by its key, and the others keep
// it, so that a coupon spent at one stall is refused at the next without a network. Only the short hashes of gone.js
// pass: whoever reads a square learns no code.
import { hex, join, sha256, unbase64url, unhex, utf8 } from "./bytes.js";
import { parse } from "./code.js";
import { shortHash } from "./gone.js";
import { ofDay } from "./outbox.js";

const TAG = "cabas-seen-v1";
const WIDTH = 8;
const DEVICE = 16;
const DAY = 2;
const SIGNATURE = 64;
const HEAD = DEVICE + DAY + SIGNATURE;
const EPOCH_MS = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;
const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const ECDSA = { name: "ECDSA", hash: "SHA-256" };
/** What a neighbour accepted is in the lists long before this, days. */
const KEPT_DAYS = 30;

/**
 * What a phone accepted on a day, as another one keeps it.
 * @typedef {object} Seen
 * @property {string} device
 * @property {string} day
 * @property {Uint8Array<ArrayBuffer>} hashes one after the other, sorted
 */

/**
 * What is signed, as in crates/domain/src/phone.rs; tests/vectors/outbox.json holds the two together.
 * @param {string} programme its short name
 * @param {Seen} seen
 */
export async function seenText(programme, { device, day, hashes }) {
  return utf8(`${TAG}\n${programme}\n${device}\n${day}\n${hashes.length / WIDTH}\n${hex(await sha256(hashes))}`);
}

/**
 * What this phone accepted on a day, signed.
 * @param {import("./store.js").Store} store
 * @param {import("./sync.js").Device} device
 * @param {number} programme its number
 * @param {string} day
 */
export async function mine(store, device, programme, day) {
  const codes = (await ofDay(store, day)).flatMap((act) => act.lines.map(({ code }) => parse(code)));
  const hashes = await Promise.all(codes.map((read) => ("bits" in read ? shortHash(programme, read.bits) : new Uint8Array())));
  const sorted = hashes.map(hex).sort().map(unhex);
  const seen = { device: device.id, day, hashes: join(...sorted) };
  const signature = new Uint8Array(await crypto.subtle.sign(ECDSA, device.key, await seenText(device.programme, seen)));
  const number = new DataView(new ArrayBuffer(DAY));
  number.setUint16(0, Math.round((Date.parse(day) - EPOCH_MS) / DAY_MS));
  return { count: sorted.length, bytes: join(unhex(device.id.replaceAll("-", "")), new Uint8Array(number.buffer), signature, seen.hashes) };
}

/**
 * Reads what another phone shows. `own`: this very phone's. `stranger`: the lists do not know it. `wrong`: nobody signed this.
 * @param {import("./decide.js").Lists} lists
 * @param {string} own this device
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<{ seen: Seen, label: string } | { no: "own" | "stranger" | "wrong" }>}
 */
export async function read(lists, own, bytes) {
  if (bytes.length < HEAD || (bytes.length - HEAD) % WIDTH !== 0) return { no: "wrong" };
  const device = hex(bytes.slice(0, DEVICE)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  if (device === own) return { no: "own" };
  const peer = lists.peers?.find(({ id }) => id === device);
  if (!peer) return { no: "stranger" };
  const days = new DataView(bytes.buffer, DEVICE, DAY).getUint16(0);
  const seen = { device, day: new Date(EPOCH_MS + days * DAY_MS).toISOString().slice(0, 10), hashes: bytes.slice(HEAD) };
  const key = await crypto.subtle.importKey("raw", unbase64url(peer.public), CURVE, false, ["verify"]);
  const good = await crypto.subtle.verify(ECDSA, key, bytes.slice(DEVICE + DAY, HEAD), await seenText(lists.key, seen));
  return good ? { seen, label: peer.label } : { no: "wrong" };
}

/**
 * Keeps it; what the same phone showed of the same day before is part of it.
 * @param {import("./store.js").Store} store
 * @param {Seen} seen
 * @param {string} label whose stall
 * @param {number} now_ms
 */
export function keep(store, { device, day, hashes }, label, now_ms) {
  const key = `${device}/${day}`;
  return store.run("readwrite", async (tx) => {
    const known = await tx.get("neighbours", key);
    if (known && known.hashes.length >= hashes.length) return;
    await tx.put("neighbours", { key, device, day, hashes, label, read_ms: now_ms });
    const first = new Date(now_ms - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
    for (const old of await tx.all("neighbours")) if (old.day < first) await tx.remove("neighbours", old.key);
  });
}

/** @typedef {{ label: string, day: string }} Elsewhere where a coupon was accepted, and when */

/**
 * Reads all that is kept once; the answer finds where a coupon was accepted, if it was.
 * @param {import("./store.js").Store} store
 * @param {number} programme its number
 */
export async function elsewhere(store, programme) {
  /** @type {(Seen & { label: string })[]} */
  const kept = await store.run("readonly", (tx) => tx.all("neighbours"));
  /** @type {Map<string, Elsewhere>} */
  const where = new Map();
  for (const { hashes, label, day } of kept) {
    for (let at = 0; at < hashes.length; at += WIDTH) where.set(hex(hashes.subarray(at, at + WIDTH)), { label, day });
  }
  return async (/** @type {bigint} */ bits) => where.get(hex(await shortHash(programme, bits))) ?? null;
}
