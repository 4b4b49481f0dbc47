// A market's own hub: a computer on the market's network. It is told of every payment, exactly as the programme's server
// is, keeps it, and carries it there; what the server answered comes back signed, and is believed for that alone.
import { hex, sha256, unbase64url, unhex, utf8 } from "./bytes.js";
import { acts, carried, hear } from "./outbox.js";
import { asSent, request } from "./sync.js";

/** What was accepted this long ago is no longer told to a hub that has not heard of it, milliseconds. */
const A_DAY_MS = 12 * 3_600_000;
/** A hub is near: whoever does not answer in this time is not there, milliseconds. */
const PATIENCE_MS = 3_000;

/**
 * The hub of a place, if it has one: its address.
 * @param {import("./decide.js").Lists | null} lists
 * @param {{ place: number } | null} stall
 */
export function hubOf(lists, stall) {
  const hubs = lists?.peers?.filter(({ hub, place }) => hub && (place === undefined || place === stall?.place)) ?? [];
  return (hubs.find(({ place }) => place !== undefined) ?? hubs[0])?.hub ?? "";
}

/**
 * What is signed of an answer, as in crates/app/src/phone.rs.
 * @param {string} device
 * @param {string} asked
 * @param {string} answer
 */
export async function answerText(device, asked, answer) {
  const digest = async (/** @type {string} */ text) => hex(await sha256(utf8(text)));
  return utf8(`cabas-answer-v1\n${device}\n${await digest(asked)}\n${await digest(answer)}`);
}

/**
 * Whether the programme signed an answer to what this device asked.
 * @param {{ slot: number, public: string }[]} keys
 * @param {string} device
 * @param {string} asked
 * @param {{ answer: string, signature: string }} returned
 */
export async function isAnswer(keys, device, asked, { answer, signature }) {
  const [slot, signed] = signature.split(".");
  const key = keys.find((one) => String(one.slot) === slot);
  if (!key || !signed) return false;
  const text = await answerText(device, asked, answer);
  const imported = await crypto.subtle.importKey("raw", unhex(key.public), { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, imported, unbase64url(signed), text);
}

/**
 * Tells the hub of each payment that it has not heard of, then asks what the server answered to those that still wait,
 * the oldest first. Answers whether the hub was there.
 * @param {import("./store.js").Store} store
 * @param {import("./sync.js").Device} device
 * @param {import("./decide.js").Lists} lists
 * @param {string} address
 * @param {{ send?: typeof fetch, now?: () => number }} [by]
 */
export async function carryBy(store, device, lists, address, { send = fetch, now = Date.now } = {}) {
  const tell = async (/** @type {import("./outbox.js").Act} */ act) => {
    // One payment a request: the same payment is then the same body, and its answer can be known again.
    const asked = { acts: [asSent(act)] };
    const said = await request(device, "POST", "/api/v1/phone/acts", asked, { send, at: address, patience_ms: PATIENCE_MS });
    if (!act.carried_ms) await carried(store, act.seq, now());
    if (!said.returned || !(await isAnswer(lists.keys, device.id, JSON.stringify(asked), said.returned))) return false;
    const [{ status, codes, refusal }] = JSON.parse(said.returned.answer).acts;
    if (status !== "later") await hear(store, act.seq, { heard: codes, ...(refusal && { refusal }) }, now());
    return true;
  };
  const all = await acts(store);
  for (const act of all) {
    const isNews = act.state === "unsent" || now() - act.at_ms < A_DAY_MS;
    if (!act.carried_ms && isNews) await tell(act);
  }
  // The hub carries in order: when one is not answered, those after it are not either.
  for (const act of all) {
    if (act.carried_ms && act.state === "unsent" && !(await tell(act))) break;
  }
  return true;
}
