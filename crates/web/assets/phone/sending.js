// When the outbox is sent and the lists are fetched: on opening, when the network is back, after each act, now and then.
import { deliver } from "./carried.js";
import { carryBy, hubOf } from "./hub.js";
import { isFull } from "./memory.js";
import { $, trouble } from "./page.js";
import { draw } from "./sent.js";
import { app, load, now, stop } from "./state.js";
import { fetchLists, push, Refused } from "./sync.js";
import { changed } from "./windows.js";
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

let carrying = false;

/** Tells the market's hub, if there is one: whether there is another way or not, it decides who was first. */
async function tellHub() {
  const { store, device, lists, stall } = app;
  const address = hubOf(lists, stall);
  if (!address) return void ($("about-hub").textContent = word("phone-hub-none"));
  if (!device || !lists || carrying) return;
  carrying = true;
  const there = await carryBy(store, device, lists, address).catch(() => false);
  carrying = false;
  $("about-hub").textContent = `${new URL(address).host} · ${word(there ? "phone-hub-there" : "phone-hub-away")}`;
  await draw();
}

export async function sync() {
  const { store, device } = app;
  void tellHub();
  if (!device || syncing) return;
  syncing = true;
  try {
    // What is carried for others does not wait for what this phone may still send.
    await deliver(store).catch(() => {});
    await push(store, device);
    if (app.stopped || !app.lists || age(app.lists) > FRESH_MS) await takeLists();
    await stop("");
    trouble();
  } catch (error) {
    // No network is normal here. A no of the server is not.
    if (error instanceof Refused && error.status < 500 && error.status !== 429) {
      trouble(inWords(error));
      if (STOPS.includes(error.code)) await stop(error.code);
    } else if (isFull(error)) trouble(word("phone-full"));
  } finally {
    syncing = false;
    await draw();
    changed();
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
