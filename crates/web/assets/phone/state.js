// What the phone is and knows, read once from its disk and shared by the screens.
import { dayOf } from "./decide.js";
import { gone } from "./gone.js";
import { elsewhere } from "./neighbours.js";
import { Store } from "./store.js";

/**
 * @typedef {object} State
 * @property {Store} store
 * @property {import("./sync.js").Device | null} device
 * @property {import("./decide.js").Lists | null} lists
 * @property {(bits: bigint) => Promise<string | null>} stateOf the state of a coupon that is worth nothing any more
 * @property {(bits: bigint) => Promise<import("./neighbours.js").Elsewhere | null>} elsewhere where another phone accepted a coupon
 * @property {{ vendor: number, place: number } | null} stall
 * @property {number} skew how far the server's clock is from this one, milliseconds
 * @property {string} stopped what the server said when it stopped taking this phone's payments; kept, so that it holds without a network
 */

/** @type {State} */
export const app = { store: /** @type {any} */ (null), device: null, lists: null, stateOf: async () => null, elsewhere: async () => null, stall: null, skew: 0, stopped: "" };

/** The time of the server, as far as this phone knows it. */
export const now = () => Math.round(Date.now() + app.skew);

/** The zone of the programme. */
export const zone = () => app.lists?.zone ?? "America/Toronto";

export const today = () => dayOf(now(), zone());

/** Reads everything again. */
export async function load() {
  app.store ??= await Store.open();
  app.device = (await app.store.meta("device")) ?? null;
  app.lists = (await app.store.meta("lists")) ?? null;
  app.stall = (await app.store.meta("stall")) ?? null;
  app.skew = (await app.store.meta("skew")) ?? 0;
  app.stopped = (await app.store.meta("stopped")) ?? "";
  if (!app.lists) return;
  app.stateOf = gone(app.lists);
  app.elsewhere = await elsewhere(app.store, app.lists.programme);
}

/** @param {string} code */
export async function stop(code) {
  if (app.stopped === code) return;
  app.stopped = code;
  await app.store.setMeta("stopped", code);
}
