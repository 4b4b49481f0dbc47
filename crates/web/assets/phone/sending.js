// When the outbox is sent and the lists are fetched: on opening, when the network is back, after each act, now and then.
import { trouble } from "./page.js";
import { draw } from "./sent.js";
import { app, load, now, stop } from "./state.js";
import { fetchLists, push, Refused } from "./sync.js";
import { word } from "./words.js";

/** Lists older than this are fetched again when there is a network, milliseconds. */
const FRESH_MS = 10 * 60_000;
const EVERY_MS = 60_000;
/** After these a payment accepted here would reach nobody. */
const STOPS = ["revoked_device", "unknown_device", "not_permitted"];

let syncing = false;

/** How old the lists are. A clock that was set back makes them come from the future: then they are fetched too, and
 *  the phone learns the hour again. @param {{ made_at: string }} lists */
const age = ({ made_at }) => Math.abs(now() - Date.parse(made_at));

/** @param {unknown} error */
export const inWords = (error) => (error instanceof Refused ? `${error.message} ${error.detail}` : word("phone-no-network"));

export async function sync() {
  const { store, device } = app;
  if (!device || syncing) return;
  syncing = true;
  try {
    await push(store, device);
    if (app.stopped || !app.lists || age(app.lists) > FRESH_MS) await takeLists();
    await stop("");
    trouble();
  } catch (error) {
    // No network is normal here. A no of the server is not.
    if (error instanceof Refused && error.status < 500 && error.status !== 429) {
      trouble(inWords(error));
      if (STOPS.includes(error.code)) await stop(error.code);
    }
  } finally {
    syncing = false;
    await draw();
  }
}

export async function takeLists() {
  if (!app.device) return;
  await fetchLists(app.store, app.device);
  await load();
}

export function keepSending() {
  addEventListener("online", () => void sync());
  document.addEventListener("visibilitychange", () => void (document.hidden || sync()));
  setInterval(() => void sync(), EVERY_MS);
}
