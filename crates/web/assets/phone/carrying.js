// What passes from one phone to another, on the screen of what is sent: the outbox as squares, what is carried for others,
// what neighbours accepted.
import { answered, carried, receipts } from "./carried.js";
import { mine } from "./neighbours.js";
import { $, element, show } from "./page.js";
import { outbox } from "./parcel.js";
import { begin, listen as listenToReading } from "./reading.js";
import { draw } from "./sent.js";
import { listen as listenToShowing, present } from "./showing.js";
import { app, today, zone } from "./state.js";
import { date, moment, word } from "./words.js";

/** Rows of what was carried and answered for. */
const LAST = 10;

/** @param {import("./carried.js").Carried} parcel */
function row(parcel) {
  const made = element("li", "", parcel.state === "refused" ? "bad" : "");
  const { count, device, state } = parcel;
  made.append(element("b", word("phone-carried-of", { count, code: device.slice(-4) })), element("p", moment(parcel.read_ms, zone())));
  made.append(element("p", state === "refused" ? `${parcel.title} ${parcel.detail}` : word(`phone-carried-${state}`)));
  const { odd } = answered(parcel);
  if (odd) made.append(element("p", word("phone-carried-odd", { count: odd })));
  return made;
}

async function drawNeighbours() {
  /** @type {(import("./neighbours.js").Seen & { label: string })[]} */
  const kept = await app.store.run("readonly", (tx) => tx.all("neighbours"));
  const rows = kept.map(({ label, day, hashes }) => element("li", word("phone-seen-row", { name: label, count: hashes.length / 8, date: date(day) })));
  $("neighbours").replaceChildren(...rows.slice(-LAST).reverse());
}

/**
 * @param {number} unsent payments of this phone that wait
 * @param {number} accepted coupons today
 */
export async function drawCarrying(unsent, accepted) {
  const all = await carried(app.store);
  const waiting = all.filter(({ state }) => state === "waiting");
  $("carry-own").hidden = unsent === 0;
  $("carrying").hidden = waiting.length === 0;
  $("carrying").textContent = word("phone-carried-wait", { count: waiting.reduce((sum, { count }) => sum + count, 0) });
  $("carried").replaceChildren(...waiting.concat(all.filter((parcel) => parcel.state !== "waiting").slice(-LAST).reverse()).map(row));
  $("carried-part").hidden = all.length === 0;
  $("receipts").hidden = (await receipts(all)).length === 0;
  $("seen-show").hidden = accepted === 0;
  await drawNeighbours();
}

async function showOutbox() {
  if (!app.device) return;
  await present("E", await outbox(app.store, app.device), { title: word("phone-carry-show"), how: word("phone-carry-how") });
}

async function showSeen() {
  if (!app.device || !app.lists) return;
  const { bytes } = await mine(app.store, app.device, app.lists.programme, today());
  await present("S", [bytes], { title: word("phone-seen-title"), how: word("phone-seen-how") });
}

async function showReceipts() {
  await present("R", (await receipts(await carried(app.store))).slice(-LAST), { title: word("phone-receipts"), how: word("phone-receipts-how") });
}

export function listen() {
  const back = () => void draw().then(() => show("outbox"));
  listenToShowing(back);
  listenToReading(back);
  $("carry-show").onclick = () => void showOutbox();
  $("receipt-read").onclick = () => void begin(word("phone-receipt-read"));
  $("carry-read").onclick = () => void begin(word("phone-carry-read"));
  $("receipts").onclick = () => void showReceipts();
  $("seen-show").onclick = () => void showSeen();
  $("seen-read").onclick = () => void begin(word("phone-seen-read"));
}
