// Coupons that are worth nothing any more, as short hashes: 8 bytes each, sorted, by state.
import { base64url, join, sha256, unbase64url, utf8 } from "./bytes.js";

const TAG = utf8("cabas-gone-v1");
const WIDTH = 8;

/**
 * The short hash of a code in a programme.
 * @param {number} programme
 * @param {bigint} bits
 */
export async function shortHash(programme, bits) {
  const number = new Uint8Array(8);
  const view = new DataView(number.buffer);
  view.setUint16(0, programme);
  view.setUint16(2, Number(bits >> 32n));
  view.setUint32(4, Number(bits & 0xffffffffn));
  return (await sha256(join(TAG, number))).slice(0, WIDTH);
}

/**
 * Unpacks the lists once; the answer finds the state of a code, if it is one of them.
 * @param {{ programme: number, gone: Record<string, string> }} lists
 */
export function gone(lists) {
  const tables = Object.entries(lists.gone).map(([state, text]) => ({ state, view: new DataView(unbase64url(text).buffer) }));
  /** @param {bigint} bits */
  return async (bits) => {
    const wanted = new DataView((await shortHash(lists.programme, bits)).buffer).getBigUint64(0);
    return tables.find(({ view }) => has(view, wanted))?.state ?? null;
  };
}

/**
 * What was known with what came after: dead coupons stay dead, so the tables only grow.
 * @param {Record<string, string>} before
 * @param {Record<string, string>} after
 */
export function joined(before, after) {
  /** @type {Record<string, string>} */
  const all = { ...before };
  for (const [state, text] of Object.entries(after)) all[state] = base64url(sorted(unbase64url(before[state] ?? ""), unbase64url(text)));
  return all;
}

/** How many coupons tables list. @param {Record<string, string>} tables */
export const listed = (tables) => Object.values(tables).reduce((sum, text) => sum + unbase64url(text).length / WIDTH, 0);

/**
 * Two sorted tables as one; what is in both is there once.
 * @param {Uint8Array<ArrayBuffer>} one
 * @param {Uint8Array<ArrayBuffer>} other
 */
function sorted(one, other) {
  const [a, b] = [new DataView(one.buffer), new DataView(other.buffer)];
  const out = new Uint8Array(one.length + other.length);
  const view = new DataView(out.buffer);
  let [i, j, at] = [0, 0, 0];
  while (i < one.length || j < other.length) {
    const left = i < one.length ? a.getBigUint64(i) : null;
    const right = j < other.length ? b.getBigUint64(j) : null;
    const first = right === null || (left !== null && left <= right) ? left : right;
    if (left === first) i += WIDTH;
    if (right === first) j += WIDTH;
    view.setBigUint64(at, /** @type {bigint} */ (first));
    at += WIDTH;
  }
  return out.slice(0, at);
}

/**
 * @param {DataView} view
 * @param {bigint} wanted
 */
function has(view, wanted) {
  let low = 0;
  let high = view.byteLength / WIDTH;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = view.getBigUint64(middle * WIDTH);
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle;
  }
  return false;
}
