// The signed code in a coupon's QR, as in crates/domain/src/signed_code.rs and docs/coupon-code.md.
// tests/vectors/signed.json holds the two together.
import { value } from "./code.js";
import { join, unhex, utf8 } from "./bytes.js";

const TAG = utf8("cabas-coupon-v1");
const FIELDS = 15;
const TOTAL = 79;
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(2020, 0, 1);
/** Half of P-256's order: a signature with a larger s is not ours. */
const HALF_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n >> 1n;

/**
 * What a signed code says, not yet verified.
 * @typedef {object} Signed
 * @property {number} slot which of the programme's keys
 * @property {number} programme
 * @property {number} class
 * @property {number} face_minor
 * @property {string | null} expires_on
 * @property {bigint} bits the same 45 bits as the human code
 * @property {Uint8Array<ArrayBuffer>} fields
 * @property {Uint8Array<ArrayBuffer>} signature r then s
 */

/**
 * Whether a text is a scanned code rather than a typed one.
 * @param {string} text
 */
export const looksSigned = (text) => text.trim().length > 60;

/**
 * @param {string} symbols
 * @returns {Uint8Array<ArrayBuffer> | null}
 */
function decode(symbols) {
  if (symbols.length > 4 * TOTAL) return null;
  const out = [];
  let buffer = 0;
  let bits = 0;
  for (const symbol of symbols) {
    const v = value(symbol);
    if (v < 0) return null;
    buffer = (buffer << 5) | v;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.push((buffer >> bits) & 255);
      buffer &= (1 << bits) - 1;
    }
  }
  // Padding must be zero, or two different texts would be the same coupon.
  return buffer === 0 ? Uint8Array.from(out) : null;
}

/**
 * Reads base32 symbols, or a whole address that ends with them.
 * @param {string} text
 * @returns {Signed | null}
 */
export function parseSigned(text) {
  const bytes = decode(text.trim().split("/").at(-1) ?? "");
  if (bytes?.length !== TOTAL || bytes[0] >> 4 !== 1) return null;
  const view = new DataView(bytes.buffer);
  const days = view.getUint16(7);
  const bits = (BigInt(view.getUint16(9)) << 32n) | BigInt(view.getUint32(11));
  if (bits >= 1n << 45n) return null;
  return {
    slot: bytes[0] & 15,
    programme: view.getUint16(1),
    class: bytes[3],
    face_minor: view.getUint32(3) & 0xffffff,
    expires_on: days === 0 ? null : new Date(EPOCH_MS + days * DAY_MS).toISOString().slice(0, 10),
    bits,
    fields: bytes.slice(0, FIELDS),
    signature: bytes.slice(FIELDS),
  };
}

/** @type {Map<string, Promise<CryptoKey>>} */
const imported = new Map();

/** @param {string} key uncompressed SEC1 bytes in hexadecimal */
function publicKey(key) {
  const kept = imported.get(key);
  if (kept) return kept;
  const made = crypto.subtle.importKey("raw", unhex(key), { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  imported.set(key, made);
  return made;
}

/**
 * Whether one of the programme's keys signed this.
 * @param {Signed} signed
 * @param {{ slot: number, public: string }[]} keys
 */
export async function verify(signed, keys) {
  const key = keys.find(({ slot }) => slot === signed.slot);
  if (!key) return false;
  const s = signed.signature.subarray(32).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  if (s > HALF_ORDER) return false;
  const hash = { name: "ECDSA", hash: "SHA-256" };
  return crypto.subtle.verify(hash, await publicKey(key.public), signed.signature, join(TAG, signed.fields));
}
