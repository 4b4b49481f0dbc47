// Asking before accepting. The phone answers at once by what it knows; then it asks the market's hub, and the
// programme's server, whether somebody else has the coupon. A no that comes before the payment is accepted takes the
// coupon out again. Nobody there: as without a network.
import { hubOf } from "./hub.js";
import { app } from "./state.js";
import { request } from "./sync.js";

/** How long a question may take, and how long a payment waits for it, milliseconds. */
const PATIENCE_MS = 1_200;
/** Whoever did not answer is left alone for this long, milliseconds. */
const REST_MS = 15_000;

/** @typedef {import("./decide.js").No} No */

/** Until when an address is not asked. @type {Map<string, number>} */
const resting = new Map();
/** Questions without an answer, by code. @type {Map<string, Promise<void>>} */
const open = new Map();
/** What is worth nothing whoever asks again. @type {Map<string, No>} */
const known = new Map();

/** Who can be asked now: the hub of this place, the server (an empty address). */
function askable() {
  const hub = hubOf(app.lists, app.stall);
  return [...new Set([hub, ""])].filter((at) => (resting.get(at) ?? 0) <= Date.now() && (at || navigator.onLine));
}

/** The no that somebody gave to a coupon a moment ago. @param {string} code */
export const knownNo = (code) => known.get(code);

/**
 * @param {string} at
 * @param {{ codes: string[], dropped?: string[] }} question
 * @returns {Promise<({ status: "free" | "held" } | { status: "gone", no: No })[]>}
 */
async function question(at, { codes, dropped = [] }) {
  if (!app.device || !app.stall) return [];
  try {
    const content = { place: app.stall.place, codes, dropped };
    return (await request(app.device, "POST", "/api/v1/phone/check", content, { at, patience_ms: PATIENCE_MS })).codes;
  } catch {
    // No network, no hub, a server that is not well, a hub that does not know this phone yet: as if it were not there.
    resting.set(at, Date.now() + REST_MS);
    return [];
  }
}

/**
 * Asks about a coupon; `no` is called if somebody says no. What the hub says is enough to go on.
 * @param {{ code: string, text: string }} line
 * @param {(no: No) => void} no
 */
export function ask(line, no) {
  let said = false;
  const one = async (/** @type {string} */ at) => {
    const [standing] = await question(at, { codes: [line.text] });
    if (!standing) throw new Error("nobody there");
    if (standing.status === "free" || said) return;
    said = true;
    if (standing.status === "gone") known.set(line.code, standing.no);
    no({ ...(standing.status === "gone" ? standing.no : { code: "held" }), of: line.code });
  };
  // The first who answers; nobody is an answer too.
  const answered = Promise.any(askable().map(one)).catch(() => {});
  open.set(line.code, answered);
  void answered.then(() => open.get(line.code) === answered && open.delete(line.code));
}

/** Lets go of coupons that are no longer in the payment: another stall may have them. @param {{ code: string, text: string }[]} lines */
export function letGo(lines) {
  const hub = hubOf(app.lists, app.stall);
  for (const { code } of lines) open.delete(code);
  if (hub && lines.length && askable().includes(hub)) void question(hub, { codes: [], dropped: lines.map(({ text }) => text) });
}

/** When every question is answered, or has waited long enough. */
export async function settled() {
  if (open.size === 0) return;
  await Promise.race([Promise.all(open.values()), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  open.clear();
}
