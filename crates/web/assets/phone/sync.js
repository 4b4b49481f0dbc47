// Sending the outbox and fetching the lists. Acts may go in any order, any number of times: the server knows each by
// its device and number. What it does not answer for is sent again.
import { authorization, makeKey } from "./keys.js";
import { hear, unsent } from "./outbox.js";

/**
 * @typedef {{ key: CryptoKey, programme: string, id: string, person: string, name: string }} Device
 * @typedef {import("./decide.js").Lists} Lists
 */

/** Where payments go. */
export const ACTS = "/api/v1/phone/acts";
/** Acts in one request. */
const TOGETHER = 50;
/** How long a request may take before the phone thinks that there is no network, milliseconds. */
const PATIENCE_MS = 20_000;

/**
 * Ends a request that takes too long. Chrome has `AbortSignal.timeout` from 103 on.
 * @param {number} ms
 */
export function patience(ms) {
  if ("timeout" in AbortSignal) return AbortSignal.timeout(ms);
  const control = new AbortController();
  setTimeout(() => control.abort(), ms);
  return control.signal;
}

/** What the server said no to as a whole: its code, sentence and next step. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{ code?: string, title?: string, detail?: string }} problem
   */
  constructor(status, { code = "unreadable", title = "", detail = "" }) {
    super(title);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

/**
 * What the server said. A network that answers in its place (a page to sign in to the Wi-Fi) is no network.
 * @param {Response} answer
 */
async function read(answer) {
  const said = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(answer.status, said ?? {});
  if (said === null) throw new TypeError("portal");
  return said;
}

/**
 * Keeps what the server answered, one payment after the other.
 * @param {import("./store.js").Store} store
 * @param {{ seq: number, status: string, codes: import("./outbox.js").Heard[], refusal?: import("./outbox.js").Act["refusal"] }[]} said
 * @param {number} now_ms
 */
export async function hearAll(store, said, now_ms) {
  for (const { seq, status, codes, refusal } of said) {
    // `later`: too many tries, or a fault of the server; nothing was decided.
    if (status !== "later") await hear(store, seq, { heard: codes, ...(refusal && { refusal }) }, now_ms);
  }
}

/**
 * A request signed by the device, for the server or for whoever stands at another address.
 * @param {Device} device
 * @param {string} method
 * @param {string} path
 * @param {object} [content]
 * @param {{ send?: typeof fetch, at?: string, patience_ms?: number }} [by]
 */
export async function request(device, method, path, content, { send = fetch, at = "", patience_ms = PATIENCE_MS } = {}) {
  const body = content === undefined ? "" : JSON.stringify(content);
  const headers = { authorization: await authorization(device, method, path, body), ...(body && { "content-type": "application/json" }) };
  const signal = patience(patience_ms);
  return read(await send(at + path, { method, headers, cache: "no-store", signal, ...(body && { body }) }));
}

/**
 * Makes this phone the device of a link.
 * @param {import("./store.js").Store} store
 * @param {{ programme: string, token: string }} link
 * @param {typeof fetch} [send]
 */
export async function enrol(store, link, send = fetch) {
  // The key is kept before it is sent: a phone that dies in between tries again with the same one.
  let kept = await store.meta("key");
  if (!kept) {
    kept = await makeKey();
    await store.setMeta("key", kept);
  }
  const body = JSON.stringify({ programme: link.programme, token: link.token, public_key: kept.public });
  const headers = { "content-type": "application/json" };
  const said = await read(await send("/api/v1/phone/enrol", { method: "POST", headers, body, signal: patience(PATIENCE_MS) }));
  /** @type {Device} */
  const device = { key: kept.key, programme: link.programme, id: said.device, person: said.person, name: said.name };
  await store.setMeta("device", device);
  return device;
}

/**
 * Fetches the lists, and learns how far this phone's clock is from the server's.
 * @param {import("./store.js").Store} store
 * @param {Device} device
 * @param {{ send?: typeof fetch, now?: () => number }} [by]
 * @returns {Promise<Lists>}
 */
export async function fetchLists(store, device, { send = fetch, now = Date.now } = {}) {
  const lists = await request(device, "GET", "/api/v1/phone/lists", undefined, { send });
  await store.run("readwrite", async (tx) => {
    await tx.put("meta", { key: "lists", value: lists });
    await tx.put("meta", { key: "skew", value: Date.parse(lists.made_at) - now() });
  });
  return lists;
}

/**
 * A payment as it is sent: the same each time.
 * @param {import("./outbox.js").Act} act
 */
export const asSent = ({ seq, at_ms, vendor, place, lines, counted, handed, previous, hash }) => ({ seq, at_ms, previous, hash, ...(handed ?? { ...(counted && { kind: "count" }), vendor, place, codes: lines.map(({ text }) => text) }) });

/** Payments in the very form that is signed. @param {import("./outbox.js").Act[]} part */
export const sentForm = (part) => ({ acts: part.map(asSent) });

/**
 * Sends what was not answered for; answers how many acts still wait. What the server cannot take now stays.
 * @param {import("./store.js").Store} store
 * @param {Device} device
 * @param {{ send?: typeof fetch, now?: () => number, order?: (all: import("./outbox.js").Act[]) => import("./outbox.js").Act[] }} [by]
 */
export async function push(store, device, { send = fetch, now = Date.now, order = (all) => all } = {}) {
  const waiting = order(await unsent(store));
  for (let at = 0; at < waiting.length; at += TOGETHER) {
    const part = waiting.slice(at, at + TOGETHER);
    const { acts: said } = await request(device, "POST", ACTS, sentForm(part), { send });
    await hearAll(store, said, now());
  }
  return (await unsent(store)).length;
}
