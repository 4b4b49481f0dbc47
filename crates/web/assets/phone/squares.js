// From one phone to another by squares on a screen. What does not fit one square is cut in numbered parts, read in any
// order; the sum of the whole says when it is whole. A square's text:
//   CABAS1/KIND/SHOW/SQUARE/SQUARES/WHOLE/PART/PARTS/DATA
// KIND is what it is (E payments to carry, R their receipt, S coupons accepted today); SHOW and its numbers are what the
// other phone counts; WHOLE is the first four bytes of the SHA-256 of all the data, in hexadecimal; DATA is base45.
import { base45, unbase45 } from "./base45.js";
import { hex, join, sha256 } from "./bytes.js";

/** Bytes in one square: 69 modules wide at most, which an old camera reads from another screen. */
const PART_BYTES = 380;
const SQUARE = /^CABAS1\/([ERS])\/([0-9A-F]{4})\/(\d{1,4})\/(\d{1,4})\/([0-9A-F]{8})\/(\d{1,3})\/(\d{1,3})\/([0-9A-Z $%*+\-./:]+)$/;

/**
 * @typedef {"E" | "R" | "S"} Kind
 * @typedef {object} Square
 * @property {Kind} kind
 * @property {string} show
 * @property {number} square
 * @property {number} squares
 * @property {string} whole
 * @property {number} part
 * @property {number} parts
 * @property {Uint8Array<ArrayBuffer>} data
 */

/** @param {Uint8Array<ArrayBuffer>} bytes */
const sumOf = async (bytes) => hex((await sha256(bytes)).slice(0, 4)).toUpperCase();

/**
 * The squares of everything that one phone shows at once.
 * @param {Kind} kind
 * @param {Uint8Array<ArrayBuffer>[]} wholes
 * @returns {Promise<string[]>}
 */
export async function cut(kind, wholes) {
  const cuts = [];
  for (const bytes of wholes) {
    const parts = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
    const whole = await sumOf(bytes);
    for (let part = 1; part <= parts; part += 1) {
      cuts.push({ whole, part, parts, data: base45(bytes.slice((part - 1) * PART_BYTES, part * PART_BYTES)) });
    }
  }
  const show = (await sumOf(join(...wholes))).slice(0, 4);
  return cuts.map(({ whole, part, parts, data }, at) => `CABAS1/${kind}/${show}/${at + 1}/${cuts.length}/${whole}/${part}/${parts}/${data}`);
}

/**
 * Reads the text of a square; nothing when it is something else.
 * @param {string} text
 * @returns {Square | null}
 */
export function readSquare(text) {
  const [, kind, show, square, squares, whole, part, parts, signs] = text.match(SQUARE) ?? [];
  const data = signs ? unbase45(signs) : null;
  if (!data) return null;
  const read = { kind: /** @type {Kind} */ (kind), show, square: +square, squares: +squares, whole, part: +part, parts: +parts, data };
  const counts = read.square >= 1 && read.square <= read.squares && read.part >= 1 && read.part <= read.parts;
  return counts ? read : null;
}

/**
 * All the data, when every part is there and the sum is right.
 * @param {Square[]} found parts of one whole, in any order
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function whole(found) {
  const parts = new Map(found.map((square) => [square.part, square]));
  const [first] = found;
  if (!first || parts.size !== first.parts) return null;
  const bytes = join(...[...parts].sort(([a], [b]) => a - b).map(([, { data }]) => data));
  return (await sumOf(bytes)) === first.whole ? bytes : null;
}
