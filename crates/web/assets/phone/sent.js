// What is always in sight (how many payments wait, where we are), and the screen of what was sent and what needs somebody.
import { drawCarrying } from "./carrying.js";
import { ranges, shown } from "./handed.js";
import { current, summary } from "./outbox.js";
import { $, element } from "./page.js";
import { app, now, today, zone } from "./state.js";
import { moment, money, word, worth } from "./words.js";

const DAY_MS = 86_400_000;

/** What other screens draw whenever this is drawn. @type {(() => Promise<void>)[]} */
export const drawers = [];

/** What an act was: so much accepted, these coupons handed out. @param {import("./outbox.js").Act} act */
function what({ lines, handed }) {
  if (!handed) return worth(lines);
  return handed.kind === "hand_out" ? word("phone-give-row", { code: shown(ranges(handed.coupons)) }) : word("phone-give-undone");
}

/** @param {import("./outbox.js").Act} act */
function row(act) {
  const made = document.createElement("li");
  const state = act.handed ? `phone-handed-${act.state}` : `phone-state-${act.state === "unsent" && act.carried_ms ? "carried" : act.state}`;
  made.append(element("b", `${what(act)} · ${moment(act.at_ms, zone())}`), element("p", word(state)));
  if (act.state !== "settle") return made;
  made.className = "bad";
  if (act.refusal) made.append(element("p", `${act.refusal.title} ${act.refusal.detail}`));
  act.heard?.forEach((heard, at) => {
    if (heard.status !== "accepted") made.append(element("p", `${act.lines[at]?.code ?? ""} — ${heard.title ?? ""} ${heard.detail ?? ""}`));
  });
  return made;
}

/** While the disk is being taken away nothing can be read; memory.js says so. */
export const draw = () => drawAll().catch((error) => console.warn("memory", error));

async function drawAll() {
  const { device, lists, stall } = app;
  const all = await current(app.store, today());
  const sums = summary(all, today());
  $("wait").hidden = !device;
  $("wait").dataset.count = String(sums.unsent);
  $("wait-count").textContent = String(sums.unsent);
  $("old").hidden = sums.unsent_since_ms === null || now() - sums.unsent_since_ms < DAY_MS;
  $("today").textContent = word("phone-today", { count: sums.today_count, amount: money(sums.today_minor) });
  $("simulated").hidden = !lists?.simulated;
  const here = lists && stall;
  $("stall").hidden = !here;
  if (here) {
    $("stall-vendor").textContent = lists.vendors.find((v) => v.id === stall.vendor)?.name ?? "";
    $("stall-place").textContent = lists.places.find((p) => p.id === stall.place)?.name ?? "";
  }
  $("outbox-state").textContent = sums.unsent ? word("phone-outbox-waits", { count: sums.unsent }) : word("phone-outbox-empty");
  $("settle").replaceChildren(...sums.settle.map(row));
  $("settle-none").hidden = sums.settle.length > 0;
  $("recent").replaceChildren(...all.filter((act) => act.state !== "settle").slice(-20).reverse().map(row));
  await drawCarrying(sums.unsent, sums.today_count);
  $("about-device").textContent = device ? `${device.person} · ${device.id.slice(-4)}` : "";
  $("about-lists").textContent = lists ? moment(Date.parse(lists.made_at), zone()) : "";
  $("about-kept").textContent = word((await navigator.storage?.persisted?.()) ? "phone-kept-yes" : "phone-kept-no");
  $("about-limit").textContent = lists?.limits.value_cents ? money(lists.limits.value_cents) : word("phone-limit-none");
  for (const drawn of drawers) await drawn();
}
