// What this phone carries for others: squares read one by one, parcels kept on its disk, posted unchanged, answered for.
import { open, receipt } from "./parcel.js";
import { ACTS, patience } from "./sync.js";

/**
 * A parcel that is carried. `waiting` until the server has answered for all of it.
 * @typedef {object} Carried
 * @property {string} id
 * @property {string} device whose payments
 * @property {string} authorization
 * @property {string} body
 * @property {number} count payments in it
 * @property {number} read_ms
 * @property {"waiting" | "sent" | "refused"} state
 * @property {string} [answer] the server's, as it wrote it
 * @property {string} [signature] the programme's, under the answer
 * @property {string} [title] why the server refused the whole
 * @property {string} [detail]
 */

/** How long a request may take, milliseconds. */
const PATIENCE_MS = 20_000;

/** Squares of a show that nobody finished reading go after this long, milliseconds. */
const UNFINISHED_MS = 2 * 86_400_000;

/**
 * Keeps a square on the disk. Answers what is there of its show, and the parts of the same whole.
 * @param {import("./store.js").Store} store
 * @param {import("./squares.js").Square} square
 * @param {number} now_ms
 */
export function keepSquare(store, square, now_ms) {
  return store.run("readwrite", async (tx) => {
    await tx.put("squares", { key: `${square.show}/${square.square}`, read_ms: now_ms, ...square });
    /** @type {(import("./squares.js").Square & { key: string, read_ms: number })[]} */
    const all = await tx.all("squares");
    for (const { key, read_ms } of all) if (now_ms - read_ms > UNFINISHED_MS) await tx.remove("squares", key);
    const show = all.filter((other) => other.show === square.show && other.squares === square.squares && other.kind === square.kind);
    return { show, parts: show.filter((other) => other.whole === square.whole && other.parts === square.parts) };
  });
}

/**
 * A show was read to its end, or its parts do not make a whole and are read again.
 * @param {import("./store.js").Store} store
 * @param {import("./squares.js").Square[]} squares
 */
export const dropSquares = (store, squares) =>
  store.run("readwrite", async (tx) => {
    for (const { show, square } of squares) await tx.remove("squares", `${show}/${square}`);
  });

/**
 * Keeps a parcel. Answers once it is on the disk: only then may anybody be told that it is carried. Read twice, once kept.
 * @param {import("./store.js").Store} store
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} now_ms
 * @param {string} own this device: its own payments are in its outbox
 * @returns {Promise<Pick<Carried, "device" | "count"> & { state: Carried["state"] | "own" } | null>} nothing when it is no parcel
 */
export async function keep(store, bytes, now_ms, own) {
  const parcel = await open(bytes).catch((error) => {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  });
  if (!parcel) return null;
  if (parcel.device === own) return { ...parcel, state: "own" };
  const { programme: _, ...rest } = parcel;
  return store.run("readwrite", async (tx) => {
    const known = await tx.get("carried", parcel.id);
    if (known) return known;
    /** @type {Carried} */
    const row = { ...rest, read_ms: now_ms, state: "waiting" };
    await tx.add("carried", row);
    return row;
  });
}

/** @param {import("./store.js").Store} store @returns {Promise<Carried[]>} the oldest first */
export async function carried(store) {
  /** @type {Carried[]} */
  const all = await store.run("readonly", (tx) => tx.all("carried"));
  return all.sort((a, b) => a.read_ms - b.read_ms);
}

/**
 * Posts what waits, as it was signed; answers how many still wait. One that the server refuses does not hold up the others.
 * @param {import("./store.js").Store} store
 * @param {typeof fetch} [send]
 */
export async function deliver(store, send = fetch) {
  let waiting = 0;
  for (const parcel of (await carried(store)).filter(({ state }) => state === "waiting")) {
    const said = await post(parcel, send);
    if (said.state === "waiting") waiting += 1;
    await store.run("readwrite", (tx) => tx.put("carried", { ...parcel, ...said }));
  }
  return waiting;
}

/**
 * @param {Carried} parcel
 * @param {typeof fetch} send
 * @returns {Promise<Pick<Carried, "state" | "answer" | "signature" | "title" | "detail">>}
 */
async function post({ authorization, body }, send) {
  const headers = { authorization, "content-type": "application/json" };
  const answered = await send(ACTS, { method: "POST", headers, body, cache: "no-store", signal: patience(PATIENCE_MS) });
  const answer = await answered.text();
  const said = read(answer);
  if (answered.ok && Array.isArray(said.acts)) {
    const later = said.acts.some((/** @type {{ status: string }} */ { status }) => status === "later");
    return { state: later ? "waiting" : "sent", answer, signature: answered.headers.get("cabas-answer") ?? "" };
  }
  // Too many at once, or a fault: it goes again. A refusal in the platform's own words is an answer.
  if (answered.status < 400 || answered.status === 429 || answered.status >= 500 || !said.code) return { state: "waiting" };
  return { state: "refused", title: String(said.title ?? ""), detail: String(said.detail ?? "") };
}

/** @param {string} answer */
function read(answer) {
  try {
    return JSON.parse(answer) ?? {};
  } catch {
    return {};
  }
}

/**
 * The receipts that can be shown back: answers that the platform signed.
 * @param {Carried[]} all
 */
export const receipts = (all) =>
  Promise.all(all.filter(({ state, signature }) => state === "sent" && signature).map(({ device, answer, signature }) => receipt({ device, answer: answer ?? "", signature: signature ?? "" })));

/** How many coupons of an answer were accepted, and how many need somebody. @param {Carried} parcel */
export function answered({ answer = "" }) {
  const acts = /** @type {{ refusal?: object, codes: { status: string }[] }[]} */ (read(answer).acts ?? []);
  const codes = acts.flatMap((act) => act.codes);
  const good = codes.filter(({ status }) => status === "accepted").length;
  return { good, odd: codes.length - good + acts.filter((act) => act.refusal).length };
}
