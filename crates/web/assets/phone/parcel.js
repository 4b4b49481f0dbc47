// Payments that another phone carries: the exact request, as this phone signs it, in parcels that fit a few squares.
// There is no date in a signature and sending twice changes nothing, so whoever posts it, and whenever, counts it once.
import { hex, sha256, utf8 } from "./bytes.js";
import { pack, unpack } from "./deflate.js";
import { isAnswer } from "./hub.js";
import { authorization } from "./keys.js";
import { acts, unsent } from "./outbox.js";
import { ACTS, hearAll, sentForm } from "./sync.js";

/** A parcel holds no more payments than this, nor more text, so that one square that is not read holds up little. */
const MOST_ACTS = 8;
const MOST_TEXT = 2_400;
const AUTHORIZATION = /^Cabas-Device ([a-z0-9-]{1,64}) ([0-9a-f-]{36}) ([\w-]{86})$/;

/**
 * What is carried: a request, unchanged.
 * @typedef {{ authorization: string, body: string }} Parcel
 */

const text = (/** @type {Uint8Array} */ bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** Signed in this window: asked again, the squares are the same. @type {Map<string, string>} */
const signed = new Map();

/**
 * Payments that were not answered for, the oldest first, in parcels.
 * @param {import("./outbox.js").Act[]} waiting
 */
export function parcels(waiting) {
  /** @type {import("./outbox.js").Act[][]} */
  const all = [];
  for (const act of waiting) {
    const open = all.at(-1);
    const fits = open && open.length < MOST_ACTS && JSON.stringify(sentForm([...open, act])).length <= MOST_TEXT;
    if (fits) open.push(act);
    else all.push([act]);
  }
  return all;
}

/**
 * What one phone shows: each parcel signed and packed.
 * @param {import("./store.js").Store} store
 * @param {import("./sync.js").Device} device
 */
export async function outbox(store, device) {
  const waiting = await unsent(store);
  const shown = [];
  for (const part of parcels(waiting)) {
    const body = JSON.stringify(sentForm(part));
    const by = signed.get(body) ?? (await authorization(device, "POST", ACTS, body));
    signed.set(body, by);
    shown.push(await pack(utf8(`${by}\n${body}`)));
  }
  return shown;
}

/**
 * Reads a parcel; nothing when it is none.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<(Parcel & { programme: string, device: string, count: number, id: string }) | null>}
 */
export async function open(bytes) {
  const whole = text(await unpack(bytes));
  const end = whole.indexOf("\n");
  const [by, body] = [whole.slice(0, end), whole.slice(end + 1)];
  const [, programme, device] = by.match(AUTHORIZATION) ?? [];
  if (!device) return null;
  const { acts: inside } = JSON.parse(body);
  if (!Array.isArray(inside)) return null;
  // The same payments signed again are the same parcel.
  return { authorization: by, body, programme, device, count: inside.length, id: `${device}/${hex(await sha256(utf8(body)))}` };
}

/**
 * The receipt of a parcel: the platform's answer and its signature under it, for the phone whose payments they are.
 * @param {{ device: string, answer: string, signature: string }} sent
 */
export const receipt = ({ device, answer, signature }) => pack(utf8(`${device}\n${signature}\n${answer}`));

/**
 * Takes a receipt in. Only what the platform signed counts as its answer, whoever brings it back: the payments are
 * found again by their numbers, and the request made of them must be the one that was answered.
 * @param {import("./store.js").Store} store
 * @param {import("./sync.js").Device} device
 * @param {{ slot: number, public: string }[]} keys the programme's
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} now_ms
 * @returns {Promise<number | null>} how many payments it answers for; nothing when it is not for this phone, or not signed
 */
export async function takeReceipt(store, device, keys, bytes, now_ms) {
  const [whose, signature, ...rest] = text(await unpack(bytes)).split("\n");
  if (whose !== device.id) return null;
  const answer = rest.join("\n");
  const { acts: said } = JSON.parse(answer);
  const mine = await acts(store);
  const asked = said.map((/** @type {{ seq: number }} */ { seq }) => mine.find((act) => act.seq === seq));
  if (asked.includes(undefined)) return null;
  const body = JSON.stringify(sentForm(asked));
  if (!(await isAnswer(keys, device.id, body, { answer, signature }))) return null;
  await hearAll(store, said, now_ms);
  return said.length;
}
