// Bytes as the signs that a square code holds best (RFC 9285): two bytes are three signs.

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** @param {Uint8Array} bytes */
export function base45(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    const n = pair ? bytes[at] * 256 + bytes[at + 1] : bytes[at];
    text += SIGNS[n % 45] + SIGNS[Math.trunc(n / 45) % 45] + (pair ? SIGNS[Math.trunc(n / 2025)] : "");
  }
  return text;
}

/**
 * The bytes of a text, or nothing when it is no such text.
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer> | null}
 */
export function unbase45(text) {
  if (text.length % 3 === 1) return null;
  const out = [];
  for (let at = 0; at < text.length; at += 3) {
    const values = [...text.slice(at, at + 3)].map((sign) => SIGNS.indexOf(sign));
    if (values.includes(-1)) return null;
    const [low, middle, high] = values;
    const n = low + middle * 45 + (high ?? 0) * 2025;
    if (n > (high === undefined ? 0xff : 0xffff)) return null;
    if (high !== undefined) out.push(n >> 8);
    out.push(n & 0xff);
  }
  return Uint8Array.from(out);
}
