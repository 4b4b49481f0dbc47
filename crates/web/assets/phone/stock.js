// What an organisation holds, as its phone knows it: which number a coupon in hand has, what somebody wrote, and whether
// coupons may be handed out. The server decides again when the hand-out arrives.
import { join, sha256, unbase64url, utf8 } from "./bytes.js";
import { overlap, printed, ranges } from "./handed.js";

/**
 * As in crates/domain/src/phone/desk.rs, which says why a mark is two bytes and no more.
 * @typedef {object} Desk
 * @property {{ id: number, name: string }[]} partners
 * @property {{ key: string, label: string, weekly_cents: number }[]} bands
 * @property {Held[]} held
 * @property {string} marks
 * @property {{ fund: number, cents: number }[]} rooms
 * @property {boolean} any_fund
 *
 * @typedef {{ partner: number, batch: number, booklet: number, class: number, cost_cents: number, fund: number | null, first: number, last: number }} Held
 * @typedef {import("./handed.js").Range} Range
 * @typedef {{ batch: number, number: number, class: number, booklet: number }} Found
 */

const TAG = utf8("cabas-mark-v1");
/** More coupons in one row than this are surely a mistake of the camera or of a finger. */
const MOST_IN_A_ROW = 200;

/**
 * The mark of a code, two bytes as a number.
 * @param {number} programme
 * @param {bigint} bits
 */
export async function mark(programme, bits) {
  const number = new Uint8Array(8);
  const view = new DataView(number.buffer);
  view.setUint16(0, programme);
  view.setUint16(2, Number(bits >> 32n));
  view.setUint32(4, Number(bits & 0xffffffffn));
  const digest = await sha256(join(TAG, number));
  return (digest[0] << 8) | digest[1];
}

/**
 * The coupons that a code may be, of those that an organisation holds: mostly one.
 * @param {number} programme
 * @param {Desk} desk
 */
export function finder(programme, desk) {
  const marks = unbase64url(desk.marks);
  /** @type {Map<number, (Found & { partner: number })[]>} */
  const by = new Map();
  let at = 0;
  for (const row of desk.held) {
    for (let number = row.first; number <= row.last && at + 1 < marks.length; number += 1, at += 2) {
      const key = (marks[at] << 8) | marks[at + 1];
      const found = { partner: row.partner, batch: row.batch, number, class: row.class, booklet: row.booklet };
      const others = by.get(key);
      if (others) others.push(found);
      else by.set(key, [found]);
    }
  }
  /**
   * @param {bigint} bits
   * @param {number} partner
   * @param {number} [ofClass] what a signed code says
   */
  return async (bits, partner, ofClass) => (by.get(await mark(programme, bits)) ?? []).filter((one) => one.partner === partner && (ofClass === undefined || one.class === ofClass));
}

/** The coupons of the booklet that a coupon is in, as far as they are held. @param {Desk} desk @param {number} partner @param {{ batch: number, number: number }} of */
export function bookletOf(desk, partner, { batch, number }) {
  const row = desk.held.find((one) => one.partner === partner && one.batch === batch && one.first <= number && number <= one.last);
  if (!row || row.booklet < 2) return null;
  const booklet = Math.ceil(number / row.booklet);
  const first = Math.max(row.first, (booklet - 1) * row.booklet + 1);
  const last = Math.min(row.last, booklet * row.booklet);
  return { booklet: `${batch}-c${booklet}`, range: { batch, first, last } };
}

/**
 * Coupons as somebody writes them: `3-00012`, `3-00012 à 3-00019`, `3-c2`, and without a batch when there is one only.
 * The same ways as on the office pages: crates/app/src/coupon_numbers.rs.
 * @param {string} text
 * @param {{ batch: number, booklet: number }[]} batches
 * @returns {Range | null}
 */
export function readNumbers(text, batches) {
  const parts = text.trim().split(/\s+(?:à|a|to)\s+|\s*[–—]\s*/i);
  if (parts.length > 2) return null;
  const one = (/** @type {string} */ part, /** @type {number | undefined} */ within) => {
    const found = part.trim().match(/^(?:(\d+)\s*-\s*)?([cb])?\s*(\d+)$/i);
    if (!found) return null;
    const [, batch, booklet, digits] = found;
    const only = batches.length === 1 ? batches[0].batch : undefined;
    const of = batches.find((known) => known.batch === (batch === undefined ? (within ?? only) : Number(batch)));
    const number = Number(digits);
    if (!of || number < 1) return null;
    // `12-19` without a batch is two numbers, `3-00012` has one before its hyphen.
    if (batch !== undefined && !booklet && digits.length < 5) return null;
    return booklet ? { batch: of.batch, first: (number - 1) * of.booklet + 1, last: number * of.booklet } : { batch: of.batch, first: number, last: number };
  };
  const first = one(parts[0], undefined);
  if (parts.length === 1) {
    if (first) return first;
    // `4-c1` is a booklet of a batch that is not here, not « from 4 to booklet 1 ».
    const pair = text.trim().match(/^(\d+)\s*-\s*(\d+)$/) ?? text.trim().match(/^([cb]\d+)\s*-\s*([cb]?\d+)$/i);
    const [from, to] = pair ? [one(pair[1], undefined), one(pair[2], undefined)] : [null, null];
    return from && to && from.first <= to.last ? { batch: from.batch, first: from.first, last: to.last } : null;
  }
  const last = first && one(parts[1], first.batch);
  return first && last && last.batch === first.batch && first.first <= last.last ? { batch: first.batch, first: first.first, last: last.last } : null;
}

/** Adds coupons to those chosen: a second coupon of a row makes a row of the two. @param {Range[]} chosen @param {Range} more */
export function joined(chosen, more) {
  const last = chosen.at(-1);
  if (last && last.batch === more.batch) {
    const row = { batch: more.batch, first: Math.min(last.first, more.first), last: Math.max(last.last, more.last) };
    if (row.last - row.first < MOST_IN_A_ROW) return [...chosen.slice(0, -1).filter((other) => !overlap(other, row)), row];
  }
  return [...chosen, more];
}

/**
 * Hand-outs of this phone that its lists do not know yet, and that were not taken back or refused.
 * @param {import("./outbox.js").Act[]} acts
 * @param {number} made_ms when the lists were made, by this phone's clock
 */
export function unlisted(acts, made_ms) {
  const back = new Set(acts.flatMap(({ handed, state }) => (handed?.kind === "take_back" && state !== "settle" ? [handed.of] : [])));
  return acts.filter((act) => act.handed?.kind === "hand_out" && act.state !== "settle" && !back.has(act.seq) && (act.state === "unsent" || (act.heard_ms ?? 0) >= made_ms));
}

/**
 * Whether coupons may be handed out; what they are worth by class, and what they cost.
 * @param {import("./decide.js").Lists & { desk: Desk }} lists
 * @param {{ partner: number, band: string, chosen: Range[], day: string, before: import("./outbox.js").Act[] }} at
 * @returns {{ no: import("./decide.js").No } | { classes: Map<number, number> }}
 */
export function judge({ desk, classes, is_closed }, { partner, band, chosen, day, before }) {
  if (is_closed) return { no: { code: "season_closed" } };
  const given = before.flatMap(({ handed }) => (handed?.kind === "hand_out" ? ranges(handed.coupons) : []));
  /** @type {Map<number, number>} */
  const found = new Map();
  /** Cents asked of each fund; of any fund under 0. @type {Map<number, number>} */
  const asked = new Map();
  const ask = (/** @type {Range[]} */ wanted, /** @type {boolean} */ isNew) => {
    for (const { batch, first, last } of wanted) {
      let next = first;
      for (const row of desk.held) {
        if (row.partner !== partner || row.batch !== batch || row.last < next || row.first > next) continue;
        const until = Math.min(last, row.last);
        if (isNew) found.set(row.class, (found.get(row.class) ?? 0) + until - next + 1);
        asked.set(row.fund ?? 0, (asked.get(row.fund ?? 0) ?? 0) + row.cost_cents * (until - next + 1));
        next = until + 1;
        if (next > last) break;
      }
      if (isNew && next <= last) return { code: "not_in_stock", number: printed(batch, next) };
    }
    return null;
  };
  ask(given, false);
  const missing = ask(chosen, true);
  if (missing) return { no: missing };
  for (const range of chosen) {
    const twice = given.find((other) => overlap(other, range));
    if (twice) return { no: { code: "given_here", number: printed(range.batch, Math.max(range.first, twice.first)) } };
  }
  for (const id of found.keys()) {
    const last = classes.find((one) => one.id === id)?.expires_on ?? null;
    if (last !== null && day > last) return { no: { code: "expired_coupon", on: last } };
  }
  const rooms = new Map(desk.rooms.map(({ fund, cents }) => [fund, cents]));
  for (const [fund, cents] of asked) {
    if (fund === 0) continue;
    const room = rooms.get(fund) ?? 0;
    if (cents > room) return { no: { code: "over_ceiling", limit: Math.max(0, room) } };
    rooms.set(fund, room - cents);
  }
  const open = asked.get(0) ?? 0;
  if (open > 0 && !desk.any_fund) return { no: { code: "no_fund" } };
  const left = [...rooms.values()].reduce((sum, cents) => sum + Math.max(0, cents), 0);
  if (open > left) return { no: { code: "over_ceiling", limit: left } };
  if (!desk.bands.some(({ key }) => key === band)) return { no: { code: "no_band" } };
  return { classes: found };
}
