// The screen that reads another phone's squares: payments to carry, what a neighbour accepted, a receipt brought back.
import { camera } from "./camera.js";
import { dropSquares, keep as carry, keepSquare } from "./carried.js";
import { TooOld } from "./deflate.js";
import * as neighbours from "./neighbours.js";
import { $, element, field, show, trouble } from "./page.js";
import { takeReceipt } from "./parcel.js";
import { draw } from "./sent.js";
import { sync } from "./sending.js";
import { signal, wakeSound } from "./signal.js";
import { readSquare, whole } from "./squares.js";
import { app, load, now } from "./state.js";
import { date, word } from "./words.js";

/** @type {ReturnType<typeof camera>} */
let eye;
let asked = Promise.resolve();
let last = "";

/** @param {string} text @param {string} [kind] */
function tell(text, kind = "") {
  $("read-said").prepend(element("li", text, kind));
  signal(kind === "bad" ? "refuse" : "done");
}

/** @param {import("./squares.js").Square[]} seen of one show */
function progress(seen) {
  const [{ squares: count }] = seen;
  const there = new Set(seen.map(({ square }) => square));
  /** @type {HTMLProgressElement} */ (/** @type {unknown} */ (field("read-progress"))).max = count;
  /** @type {HTMLProgressElement} */ (/** @type {unknown} */ (field("read-progress"))).value = there.size;
  $("read-progress").hidden = false;
  $("read-count").textContent = word("phone-read-count", { position: there.size, count });
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((square) => !there.has(square));
  $("read-missing").textContent = missing.length && missing.length <= 12 ? word("phone-read-missing", { code: missing.join(", ") }) : "";
  return missing.length === 0;
}

/**
 * Somebody's square is in sight. One after the other: each is on the disk before it counts.
 * @param {string} text
 */
export function found(text) {
  if (text === last) return;
  last = text;
  const square = readSquare(text);
  if (!square) {
    trouble(word("phone-read-other"));
    return;
  }
  asked = asked.then(() => take(square)).catch((error) => {
    last = "";
    trouble(word(error instanceof TooOld ? "phone-read-old" : "phone-read-not-kept"));
  });
}

/** @param {import("./squares.js").Square} square */
async function take(square) {
  trouble();
  const { show: seen, parts } = await keepSquare(app.store, square, now());
  navigator.vibrate?.(30);
  const complete = progress(seen);
  if (new Set(parts.map(({ part }) => part)).size === square.parts) {
    const bytes = await whole(parts);
    if (!bytes) {
      await dropSquares(app.store, parts);
      return tell(word("phone-read-broken"), "bad");
    }
    await { E: takeParcel, S: takeSeen, R: takeBack }[square.kind](bytes);
  }
  if (complete) await finish(seen);
}

/** @param {import("./squares.js").Square[]} seen */
async function finish(seen) {
  await dropSquares(app.store, seen);
  eye.close();
  $("read-count").textContent = word("phone-read-all");
  $("read-again").hidden = false;
  await draw();
  void sync();
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function takeParcel(bytes) {
  const kept = await carry(app.store, bytes, now(), app.device?.id ?? "");
  if (!kept) return tell(word("phone-read-broken"), "bad");
  if (kept.state === "own") return tell(word("phone-read-own"), "bad");
  tell(word(kept.state === "sent" ? "phone-carry-known" : "phone-carry-kept", { count: kept.count, code: kept.device.slice(-4) }));
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function takeSeen(bytes) {
  const { lists, device } = app;
  if (!lists || !device) return;
  const read = await neighbours.read(lists, device.id, bytes);
  if ("no" in read) return tell(word(`phone-seen-${read.no}`), "bad");
  await neighbours.keep(app.store, read.seen, read.label, now());
  await load();
  tell(word("phone-seen-kept", { name: read.label, count: read.seen.hashes.length / 8, date: date(read.seen.day) }));
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function takeBack(bytes) {
  const { lists, device } = app;
  if (!lists || !device) return;
  const count = await takeReceipt(app.store, device, lists.keys, bytes, now());
  if (count === null) tell(word("phone-receipt-other"), "bad");
  else tell(word("phone-receipt-taken", { count }));
}

/** Shows the screen, and looks. @param {string} title */
export async function begin(title) {
  wakeSound();
  $("read-title").textContent = title;
  $("read-said").replaceChildren();
  $("read-count").textContent = "";
  $("read-missing").textContent = "";
  $("read-progress").hidden = true;
  show("read");
  await look();
}

async function look() {
  last = "";
  $("read-again").hidden = true;
  await eye.open();
  $("read-again").hidden = eye.isOn;
}

/** @param {() => void} back */
export function listen(back) {
  eye = camera({ screen: "read", video: "read-video", eye: "read-eye", found });
  $("read-again").onclick = () => void look();
  $("read-back").onclick = back;
}
