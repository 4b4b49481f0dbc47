// Bytes written as text, and back.

/** @param {Uint8Array} bytes */
export const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** @param {Uint8Array} bytes */
export function base64url(bytes) {
  let text = "";
  // In pieces: an argument list has a limit.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function unbase64url(text) {
  const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  // A loop: lists of a season are a million signs, and a function for each takes seconds on a phone.
  const out = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) out[at] = signs.charCodeAt(at);
  return out;
}

/** @param {string} text */
export const utf8 = (text) => /** @type {Uint8Array<ArrayBuffer>} */ (new TextEncoder().encode(text));

/** @param {...Uint8Array} parts */
export function join(...parts) {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
