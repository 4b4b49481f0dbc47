// Which stall: for whom, and where.
import { $, button, show } from "./page.js";
import { clear } from "./pay.js";
import { app, today } from "./state.js";

/** The stalls whose agreement holds today. */
export function open() {
  const day = today();
  return app.lists?.stalls.filter((s) => s.from <= day && day <= s.until) ?? [];
}

/** Whether the stall that was chosen is still one of them. */
export const isChosen = () => app.lists?.stalls.some((s) => s.vendor === app.stall?.vendor && s.place === app.stall?.place) ?? false;

/** @param {{ vendor: number, place: number }} at */
export async function choose({ vendor, place }) {
  clear();
  app.stall = { vendor, place };
  await app.store.setMeta("stall", app.stall);
}

/**
 * Asks which.
 * @param {() => void} chosen
 * @param {HTMLElement[]} [others] what else somebody may do here
 */
export function ask(chosen, others = []) {
  const rows = open().map((at) => {
    const row = document.createElement("li");
    const name = app.lists?.vendors.find((v) => v.id === at.vendor)?.name ?? "";
    const small = app.lists?.places.find((p) => p.id === at.place)?.name ?? "";
    row.append(button(name, () => void choose(at).then(chosen), { small }));
    return row;
  });
  $("choose-list").replaceChildren(...rows, ...others);
  $("choose-none").hidden = rows.length + others.length > 0;
  show("choose");
}
