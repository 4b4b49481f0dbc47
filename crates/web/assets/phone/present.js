// From what was held out (a scanned text, a typed code) to the phone's answer.
import { parse, show } from "./code.js";
import { decide } from "./decide.js";
import { looksSigned, parseSigned, verify } from "./signed.js";

/**
 * Something that can be decided about: a coupon's code and what the paper says; or what is wrong with what was read.
 * @typedef {{ code: string, bits: bigint, text: string, presented: import("./decide.js").Presented, gone: string | null }} Held
 */

/**
 * Reads a text. `letterOf` is the class that the merchant read on the paper, for a typed code.
 * @param {import("./decide.js").Lists} lists
 * @param {(bits: bigint) => Promise<string | null>} gone
 * @param {string} text
 * @param {number} [typedClass]
 * @returns {Promise<{ held: Held } | { no: import("./decide.js").No }>}
 */
export async function hold(lists, gone, text, typedClass) {
  if (looksSigned(text)) {
    const signed = parseSigned(text);
    if (!signed) return { no: { code: "bad_signature" } };
    const verified = await verify(signed, lists.keys);
    const { programme, class: id, face_minor, expires_on, bits } = signed;
    const presented = /** @type {const} */ ({ kind: "signed", programme, class: id, face_minor, expires_on, verified });
    return { held: { code: show(bits), bits, text: text.trim(), presented, gone: await gone(bits) } };
  }
  const read = parse(text);
  if (!("bits" in read)) return { no: read };
  const presented = /** @type {const} */ ({ kind: "typed", class: typedClass ?? -1 });
  return { held: { code: show(read.bits), bits: read.bits, text: show(read.bits), presented, gone: await gone(read.bits) } };
}

/**
 * Decides about a coupon that was read.
 * @param {import("./decide.js").Lists} lists
 * @param {Held} held
 * @param {{ now_ms: number, vendor: number, place: number, seen: import("./decide.js").Situation["seen"], unheard_minor: number }} at
 */
export function answerFor(lists, held, { now_ms, ...at }) {
  return decide(lists, { ...at, now: new Date(now_ms).toISOString(), presented: held.presented, gone: held.gone });
}
