// The human code of a coupon: nine Crockford base32 symbols and one Damm check symbol over GF(32), as in
// crates/domain/src/code.rs. tests/vectors/codes.json holds the two together.

export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Symbols before the check symbol. */
export const SYMBOLS = 9;

/**
 * What came of reading a typed code: its 45 bits, or what is wrong with it, under the server's own names.
 * @typedef {{ bits: bigint } | { code: "bad_symbol", position: number, found: string }
 *   | { code: "bad_length", found: number } | { code: "mistyped_code" }} ReadCode
 */

/**
 * The value of a symbol, case-blind; I and L read as 1, O as 0; -1 for one that no code has.
 * @param {string} symbol
 */
export function value(symbol) {
  const upper = /^[a-z]$/.test(symbol) ? symbol.toUpperCase() : symbol;
  const read = upper === "I" || upper === "L" ? "1" : upper === "O" ? "0" : upper;
  return read.length === 1 ? ALPHABET.indexOf(read) : -1;
}

/** @param {number} v */
const double = (v) => (v & 16 ? (v << 1) ^ 0b10_0101 : v << 1);

/**
 * The check symbol of nine values, or zero for ten that agree.
 * @param {number[]} values
 */
const damm = (values) => values.reduce((state, v) => double(state ^ v), 0);

const BETWEEN = /[\p{White_Space}\-\u2010-\u2014\u2212]/u;

/**
 * Reads a typed code; spaces and hyphens do not count.
 * @param {string} text
 * @returns {ReadCode}
 */
export function parse(text) {
  /** @type {number[]} */
  const values = [];
  for (const symbol of text) {
    if (BETWEEN.test(symbol)) continue;
    const v = value(symbol);
    if (v < 0) return { code: "bad_symbol", position: values.length + 1, found: symbol };
    values.push(v);
    if (values.length > 64) break;
  }
  if (values.length !== SYMBOLS + 1) return { code: "bad_length", found: values.length };
  if (damm(values) !== 0) return { code: "mistyped_code" };
  return { bits: values.slice(0, SYMBOLS).reduce((bits, v) => (bits << 5n) | BigInt(v), 0n) };
}

/**
 * A code as people read it, `7K2M4-QXP9H`.
 * @param {bigint} bits
 */
export function show(bits) {
  const values = Array.from({ length: SYMBOLS }, (_, at) => Number((bits >> BigInt(5 * (SYMBOLS - 1 - at))) & 31n));
  const text = [...values, damm(values)].map((v) => ALPHABET[v]).join("");
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}
