// What an organisation's phone writes into the outbox: coupons handed out, and hand-outs taken back, beside the payments
// of other phones. tests/vectors/desk.json holds this and crates/domain/src/phone/desk.rs together.

/**
 * Coupons in a row, of one batch.
 * @typedef {{ batch: number, first: number, last: number }} Range
 *
 * As the server reads it: see `ActIn` in crates/web/src/api/phone.rs.
 * @typedef {{ kind: "hand_out", partner: number, band: string, coupons: string, codes: string[] }
 *   | { kind: "take_back", partner: number, of: number }} Handed
 */

/**
 * What is hashed of an act that is no payment.
 * @param {string} device
 * @param {number} seq
 * @param {number} at_ms
 * @param {Handed} handed
 */
export function handedText(device, seq, at_ms, handed) {
  const head = `${device}\n${seq}\n${at_ms}\n${handed.partner}`;
  if (handed.kind === "take_back") return `cabas-take-back-v1\n${head}\n${handed.of}`;
  return `cabas-give-v1\n${head}\n${handed.band}\n${handed.coupons}\n${handed.codes.join("\n")}`;
}

/**
 * Coupons as the server writes them: `3:9-16,20;4:1`.
 * @param {Range[]} ranges
 */
export function written(ranges) {
  /** @type {Map<number, string[]>} */
  const batches = new Map();
  const sorted = [...ranges].sort((a, b) => a.batch - b.batch || a.first - b.first);
  for (const { batch, first, last } of sorted) batches.set(batch, [...(batches.get(batch) ?? []), first === last ? `${first}` : `${first}-${last}`]);
  return [...batches].map(([batch, parts]) => `${batch}:${parts.join(",")}`).join(";");
}

/**
 * The other way.
 * @param {string} text
 * @returns {Range[]}
 */
export function ranges(text) {
  return text.split(";").flatMap((part) => {
    const [batch, numbers] = part.split(":");
    return numbers.split(",").map((range) => {
      const [first, last = first] = range.split("-");
      return { batch: Number(batch), first: Number(first), last: Number(last) };
    });
  });
}

/** @param {Range[]} all */
export const count = (all) => all.reduce((sum, { first, last }) => sum + last - first + 1, 0);

/** A number as it is printed: `3-00012`. @param {number} batch @param {number} number */
export const printed = (batch, number) => `${batch}-${String(number).padStart(5, "0")}`;

/** Coupons as people read them: `3-00009 – 3-00016`. @param {Range[]} all */
export const shown = (all) => all.map(({ batch, first, last }) => (first === last ? printed(batch, first) : `${printed(batch, first)} – ${printed(batch, last)}`)).join(", ");

/** @param {Range} one @param {Range} other */
export const overlap = (one, other) => one.batch === other.batch && one.first <= other.last && other.first <= one.last;
