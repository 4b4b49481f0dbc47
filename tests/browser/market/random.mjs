// Chance that is the same each time.

/** @param {number} seed */
export function chance(seed) {
  let state = seed >>> 0;
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (/** @type {number} */ most) => Math.floor(next() * most);
  /** @template T @param {readonly T[]} list */
  const shuffle = (list) => {
    const out = [...list];
    for (let at = out.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [out[at], out[other]] = [out[other], out[at]];
    }
    return out;
  };
  return { below, shuffle };
}
