// Bytes made smaller before they are shown as squares. A phone that cannot shows them as they are (iOS before 16.4).

import { join } from "./bytes.js";

const PLAIN = 0;
const SMALLER = 1;

/** Nothing that a phone shows is larger: a few squares must not fill another phone's memory. */
const MOST_BYTES = 4_000_000;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {{ readable: ReadableStream<Uint8Array<ArrayBuffer>>, writable: WritableStream }} by
 */
async function through(bytes, by) {
  const out = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(by).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(...out);
    length += value.length;
    if (length > MOST_BYTES) throw new RangeError("too large");
    out.push(value);
  }
}

/**
 * The first byte says whether the others were made smaller.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function pack(bytes) {
  const smaller = typeof CompressionStream === "function" ? await through(bytes, new CompressionStream("deflate")) : bytes;
  const small = smaller.length < bytes.length;
  const out = new Uint8Array(1 + (small ? smaller : bytes).length);
  out[0] = small ? SMALLER : PLAIN;
  out.set(small ? smaller : bytes, 1);
  return out;
}

/** Nothing here can read what another phone made smaller. */
export class TooOld extends Error {}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function unpack(bytes) {
  const rest = bytes.slice(1);
  if (bytes[0] === PLAIN) return rest;
  if (bytes[0] !== SMALLER) throw new RangeError("unpacked");
  if (typeof DecompressionStream !== "function") throw new TooOld();
  return through(rest, new DecompressionStream("deflate"));
}
