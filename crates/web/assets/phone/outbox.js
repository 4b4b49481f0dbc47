// The outbox: every accepted payment and every hand-out is written here before anybody sees it accepted, and stays until the server has
// said what it did with it. Each act's hash covers the one before, so that none can be changed or left out unseen.
import { hex, join, sha256, unhex, utf8 } from "./bytes.js";
import { dayOf } from "./decide.js";

import { handedText } from "./handed.js";

/**
 * A coupon of a payment.
 * @typedef {object} Line
 * @property {string} code its human code
 * @property {string} text as typed or scanned
 * @property {number} minor
 * @property {string} unit
 * @property {string} letter
 * @property {boolean} doubt
 *
 * What the server said of one coupon.
 * @typedef {object} Heard
 * @property {string} status `accepted`, `dispute` or `refused`
 * @property {string} [code]
 * @property {string} [title]
 * @property {string} [detail]
 *
 * A payment, a hand-out or a hand-out taken back. `unsent` until the server has answered for it; then `sent`, or `settle` when a coupon needs somebody.
 * @typedef {object} Act
 * @property {number} seq
 * @property {number} at_ms
 * @property {string} day
 * @property {number} vendor
 * @property {number} place
 * @property {Line[]} lines none but in a payment
 * @property {true} [counted] accepted on paper before, counted by this phone
 * @property {import("./handed.js").Handed} [handed] what it is, when it is no payment
 * @property {string} previous
 * @property {string} hash
 * @property {"unsent" | "sent" | "settle"} state
 * @property {Heard[]} [heard] one a line
 * @property {{ code: string, title: string, detail: string }} [refusal] of the whole payment
 * @property {number} [heard_ms]
 * @property {number} [carried_ms] when a market's hub said that it keeps it, to carry it
 */

const START = "0".repeat(64);

/**
 * @param {string} device
 * @param {{ seq: number, at_ms: number, vendor: number, place: number, lines: { text: string }[], counted?: true, handed?: import("./handed.js").Handed, previous: string }} act
 */
export async function hashOf(device, act) {
  const codes = act.lines.map(({ text }) => text).join("\n");
  const payment = `cabas-${act.counted ? "count" : "act"}-v1\n${device}\n${act.seq}\n${act.at_ms}\n${act.vendor}\n${act.place}\n${codes}`;
  const text = act.handed ? handedText(device, act.seq, act.at_ms, act.handed) : payment;
  return hex(await sha256(join(unhex(act.previous), utf8(text))));
}

/** A coupon that this phone accepted before, perhaps in another window a moment ago. */
export class AlreadyAccepted extends Error {
  /** @param {string} code */
  constructor(code) {
    super(`accepted before: ${code}`);
    this.code = code;
  }
}

/**
 * Writes a payment. Answers once it is on the disk, or throws and nothing is written.
 * @param {import("./store.js").Store} store
 * @param {string} device
 * @param {{ at_ms: number, zone: string, vendor: number, place: number, lines: Line[], counted?: true }} payment
 * @returns {Promise<Act>}
 */
export function accept(store, device, payment) {
  return append(store, device, payment, async (tx, { seq, lines }) => {
    for (const { code } of lines) {
      if (await tx.get("coupons", code)) throw new AlreadyAccepted(code);
      await tx.put("coupons", { code, seq });
    }
  });
}

/**
 * Writes an act after the last one. What `also` throws undoes it.
 * @param {import("./store.js").Store} store
 * @param {string} device
 * @param {{ at_ms: number, zone: string, vendor: number, place: number, lines: Line[], counted?: true, handed?: import("./handed.js").Handed }} what
 * @param {(tx: import("./store.js").Tx, act: Act) => Promise<void>} also what is written or looked at in the same transaction
 * @returns {Promise<Act>}
 */
export async function append(store, device, what, also) {
  const { zone, ...rest } = what;
  for (;;) {
    const last = await store.run("readonly", (tx) => tx.last("acts"));
    const seq = (last?.seq ?? 0) + 1;
    const draft = { ...rest, seq, day: dayOf(what.at_ms, zone), previous: last?.hash ?? START };
    /** @type {Act} */
    const act = { ...draft, hash: await hashOf(device, draft), state: "unsent" };
    // A transaction does not wait for a hash: another window may have written meanwhile, and then we begin again.
    const written = await store.run("readwrite", async (tx) => {
      if (((await tx.last("acts"))?.hash ?? START) !== act.previous) return false;
      await also(tx, act);
      await tx.add("acts", act);
      return true;
    });
    if (written) return act;
  }
}

/**
 * Whether this phone accepted a coupon before.
 * @param {import("./store.js").Store} store
 * @param {string} code
 */
export const isAccepted = (store, code) => store.run("readonly", async (tx) => (await tx.get("coupons", code)) !== undefined);

/**
 * All payments, the oldest first.
 * @param {import("./store.js").Store} store
 * @returns {Promise<Act[]>}
 */
export const acts = (store) => store.run("readonly", (tx) => tx.all("acts"));

/** Payments that the server has not answered for. @param {import("./store.js").Store} store @returns {Promise<Act[]>} */
export const unsent = (store) => store.run("readonly", (tx) => tx.by("acts", "state", "unsent"));

/** Payments of a day. @param {import("./store.js").Store} store @param {string} day @returns {Promise<Act[]>} */
export const ofDay = (store, day) => store.run("readonly", (tx) => tx.by("acts", "day", day));

/** Payments that are shown though nothing is to be done about them. */
const LATEST = 20;

/**
 * All that the pages show of a whole season: what waits, what needs somebody, today, the latest.
 * @param {import("./store.js").Store} store
 * @param {string} day
 * @returns {Promise<Act[]>}
 */
export function current(store, day) {
  return store.run("readonly", async (tx) => {
    const last = (await tx.last("acts"))?.seq ?? 0;
    const parts = [await tx.by("acts", "state", "unsent"), await tx.by("acts", "state", "settle"), await tx.by("acts", "day", day), await tx.from("acts", last - LATEST)];
    const all = new Map(parts.flat().map((act) => [act.seq, act]));
    return [...all.values()].sort((a, b) => a.seq - b.seq);
  });
}

/**
 * What the pages show: how many wait, since when, what they are worth by day, what needs somebody.
 * @param {Act[]} all
 * @param {string} day
 */
export function summary(all, day) {
  const unsent = all.filter((act) => act.state === "unsent");
  const worth = (/** @type {Act[]} */ list) => list.reduce((sum, act) => sum + act.lines.reduce((part, line) => part + line.minor, 0), 0);
  const today = all.filter((act) => act.day === day);
  return {
    unsent: unsent.length,
    unsent_since_ms: unsent[0]?.at_ms ?? null,
    // What is counted was accepted on paper: no food is given on this phone's word.
    unheard_minor: worth(unsent.filter((act) => act.day === day && !act.counted)),
    today_count: today.reduce((sum, act) => sum + act.lines.length, 0),
    today_minor: worth(today),
    settle: all.filter((act) => act.state === "settle"),
  };
}

/**
 * Writes that a hub keeps a payment. It stays unsent until the server itself has answered for it.
 * @param {import("./store.js").Store} store
 * @param {number} seq
 * @param {number} now_ms
 */
export function carried(store, seq, now_ms) {
  return store.run("readwrite", async (tx) => {
    /** @type {Act | undefined} */
    const act = await tx.get("acts", seq);
    if (act) await tx.put("acts", { ...act, carried_ms: now_ms });
  });
}

/**
 * Writes what the server said of a payment. Said twice is said once.
 * @param {import("./store.js").Store} store
 * @param {number} seq
 * @param {{ heard: Heard[], refusal?: Act["refusal"] }} said
 * @param {number} now_ms
 */
export function hear(store, seq, said, now_ms) {
  return store.run("readwrite", async (tx) => {
    /** @type {Act | undefined} */
    const act = await tx.get("acts", seq);
    if (!act) return;
    const good = !said.refusal && said.heard.length === act.lines.length && said.heard.every(({ status }) => status === "accepted");
    await tx.put("acts", { ...act, ...said, heard_ms: now_ms, state: good ? "sent" : "settle" });
  });
}

/** Coupons in one act: a request that a bad network lets through. */
export const TOGETHER = 100;

/**
 * Lines in acts of a sensible size.
 * @template T
 * @param {T[]} lines
 */
export function parts(lines) {
  const out = [];
  for (let at = 0; at < lines.length; at += TOGETHER) out.push(lines.slice(at, at + TOGETHER));
  return out;
}
