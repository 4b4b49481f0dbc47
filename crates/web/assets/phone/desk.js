// The organisation's screen: a household's size, a booklet's first and last coupon, done. Decided in stock.js, kept in
// the same outbox as payments.
import { say, sayNo } from "./answer.js";
import { parse } from "./code.js";
import { count, printed, ranges, shown, written } from "./handed.js";
import { acts, append } from "./outbox.js";
import { $, busy, button, element, field, show } from "./page.js";
import { Scanner } from "./scan.js";
import { draw, drawers } from "./sent.js";
import { sync } from "./sending.js";
import { wakeSound } from "./signal.js";
import { looksSigned, parseSigned, verify } from "./signed.js";
import { app, now, today, zone } from "./state.js";
import { bookletOf, finder, joined, judge, readNumbers, unlisted } from "./stock.js";
import { money, moment, word, worth } from "./words.js";

/** How long a hand-out can be taken back, milliseconds: as on the office pages. */
const UNDO_MS = 10 * 60_000;
/** The camera sees a coupon many times: for this long the same one says nothing again, milliseconds. */
const SAME_MS = 4_000;
/** Hand-outs of today that are shown. */
const SHOWN = 10;

/** @type {number | null} the organisation, while this phone hands out for one */
let partner = null;
let band = "";
/** @type {import("./handed.js").Range[]} */
let chosen = [];
/** What was scanned, so that the server compares. @type {Map<string, { text: string, batch: number, number: number }>} */
let scanned = new Map();
let last = { code: "", ms: 0 };
/** @type {Scanner | null} */
let scanner = null;
/** @type {ReturnType<typeof finder> | null} */
let find = null;
/** @type {object | null} */
let findsIn = null;
let asked = Promise.resolve();

/** The lists of a phone that hands out. */
const lists = () => /** @type {(import("./decide.js").Lists & { desk?: import("./stock.js").Desk }) | null} */ (app.lists);

const seen = () => {
  const known = lists();
  return known?.desk && partner !== null ? { ...known, desk: known.desk } : null;
};

/** Whether this phone hands out now; a phone that can do nothing else always does. */
export async function isOn() {
  const desk = lists()?.desk;
  if (!desk) return false;
  partner ??= (await app.store.meta("desk")) ?? null;
  if (!desk.partners.some(({ id }) => id === partner)) partner = null;
  if (partner === null && app.lists?.stalls.length === 0 && desk.partners.length === 1) partner = desk.partners[0].id;
  return partner !== null;
}

/** The rows of the choice « where are you today », for whoever may also hand out. @param {() => void} then */
export function choices(then) {
  return (lists()?.desk?.partners ?? []).map(({ id, name }) => {
    const row = document.createElement("li");
    row.append(button(name, () => void choose(id).then(then), { small: word("phone-give") }));
    return row;
  });
}

/** @param {number | null} id */
export async function choose(id) {
  partner = id;
  clear();
  await app.store.setMeta("desk", id);
}

function clear() {
  band = "";
  chosen = [];
  scanned = new Map();
  last = { code: "", ms: 0 };
}

/** @param {{ number?: unknown } & import("./decide.js").No} no */
const no = (no) => sayNo(no, "give-answer");

/** The hand-outs of this phone that the lists do not know. */
async function before() {
  return unlisted(await acts(app.store), Date.parse(app.lists?.made_at ?? "") - app.skew);
}

/** @param {Map<number, number>} classes */
function lines(classes) {
  return [...classes].map(([id, number]) => {
    const one = app.lists?.classes.find((c) => c.id === id);
    return { minor: (one?.face_minor ?? 0) * number, unit: !one || one.unit === "CAD" ? "CAD" : one.unit_name };
  });
}

/** Shows what is chosen, and whether it can be handed out. @param {boolean} [speak] */
async function redraw(speak = false) {
  const known = seen();
  if (!known || partner === null) return;
  const answer = chosen.length ? judge(known, { partner, band, chosen, day: today(), before: await before() }) : null;
  // The size may come after the coupons: that one is said by the button only.
  const isOpen = answer !== null && "no" in answer && answer.no.code !== "no_band";
  if (answer && "no" in answer && isOpen && speak) no(answer.no);
  const rows = chosen.map((range, at) => {
    const row = document.createElement("li");
    const gone = button("✕", () => drop(at), { kind: "drop" });
    gone.setAttribute("aria-label", word("phone-remove", { code: shown([range]) }));
    row.append(element("b", String(count([range]))), element("span", shown([range]), "code"), element("b", ""), gone);
    return row;
  });
  $("give-chosen").replaceChildren(...rows);
  const single = chosen.at(-1);
  const whole = single && single.first === single.last ? bookletOf(known.desk, partner, { batch: single.batch, number: single.first }) : null;
  $("give-whole").replaceChildren(...(whole ? [button(word("phone-give-booklet", { code: whole.booklet, count: count([whole.range]) }), () => take(whole.range), { kind: "button plain" })] : []));
  for (const one of document.querySelectorAll("#give-bands button")) one.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (one).dataset.band === band));
  const good = answer !== null && "classes" in answer;
  $("give").dataset.ready = String(good);
  $("hand").toggleAttribute("disabled", !good);
  $("hand-total").textContent = good ? `${count(chosen)} · ${worth(lines(answer.classes))}` : "";
  $("hand-needs").textContent = chosen.length && !band ? word("phone-no-no-band") : "";
}

/** @param {number} at */
function drop(at) {
  const [gone] = chosen.splice(at, 1);
  for (const [code, { batch, number }] of scanned) if (batch === gone.batch && gone.first <= number && number <= gone.last) scanned.delete(code);
  last = { code: "", ms: 0 };
  say("none", word("phone-ready"), "", "give-answer");
  void redraw();
}

/** @param {import("./handed.js").Range} range */
function take(range) {
  chosen = joined(chosen, range);
  say("accept", shown([chosen[chosen.length - 1]]), word("phone-give-next"), "give-answer");
  void redraw(true);
}

/** @param {string} text what the camera read */
function read(text) {
  asked = asked.then(() => readOne(text)).catch((error) => console.warn("read", error));
}

/** @param {string} text */
async function readOne(text) {
  const known = seen();
  if (!known || partner === null) return;
  const signed = looksSigned(text) ? parseSigned(text) : null;
  const typed = signed ? null : parse(text);
  const code = signed ? String(signed.bits) : text;
  if (code === last.code && Date.now() - last.ms < SAME_MS) return;
  last = { code, ms: Date.now() };
  if (signed && signed.programme !== known.programme) return no({ code: "other_programme" });
  if (signed && !(await verify(signed, known.keys))) return no({ code: "bad_signature" });
  if (!signed && !(typed && "bits" in typed)) return no({ code: "bad_signature" });
  if (findsIn !== known.desk) [find, findsIn] = [finder(known.programme, known.desk), known.desk];
  const bits = signed ? signed.bits : typed && "bits" in typed ? typed.bits : 0n;
  const found = (await find?.(bits, partner, signed?.class)) ?? [];
  if (found.length === 0) return no({ code: "not_in_stock", number: "" });
  const keep = (/** @type {{ batch: number, number: number }} */ { batch, number }) => {
    $("give-which").hidden = true;
    scanned.set(code, { text: text.trim(), batch, number });
    if (!chosen.some((range) => range.batch === batch && range.first <= number && number <= range.last)) take({ batch, first: number, last: number });
  };
  if (found.length === 1) return keep(found[0]);
  // Two coupons of two bytes alike: the one in hand says which it is.
  $("give-which-list").replaceChildren(...found.map((one) => button(printed(one.batch, one.number), () => keep(one), { kind: "letter" })));
  $("give-which").hidden = false;
  say("doubt", word("phone-give-which"), "", "give-answer");
}

/** @param {Event} event */
function typed(event) {
  event.preventDefault();
  wakeSound();
  const known = seen();
  const text = field("give-number").value;
  if (!known || !text.trim()) return;
  const held = known.desk.held.filter((row) => row.partner === partner);
  const batches = [...new Map(held.map(({ batch, booklet }) => [batch, { batch, booklet }])).values()];
  const code = parse(text);
  const range = readNumbers(text, batches);
  // A code from the paper will do as well as a number.
  if (!range && "bits" in code) read(text);
  else if (!range) {
    field("give-number").select();
    return no({ code: "unread_number" });
  } else take(range);
  field("give-number").value = "";
}

async function hand() {
  const known = seen();
  if (!known || !app.device || partner === null) return;
  if (app.stopped) return no({ code: "stopped" });
  wakeSound();
  $("hand").toggleAttribute("disabled", true);
  const handed = /** @type {const} */ ({ kind: "hand_out", partner, band, coupons: written(chosen), codes: [...scanned.values()].map(({ text }) => text) });
  const made_ms = Date.parse(known.made_at) - app.skew;
  try {
    /** @type {import("./decide.js").No | null} */
    let wrong = null;
    await append(app.store, app.device.id, { at_ms: now(), zone: known.zone, vendor: 0, place: 0, lines: [], handed }, async (tx) => {
      // Another window of this phone may have given the same a moment ago.
      const answer = judge(known, { partner: handed.partner, band, chosen, day: today(), before: unlisted(await tx.all("acts"), made_ms) });
      wrong = "no" in answer ? answer.no : null;
      if (wrong) throw new Error(wrong.code);
    }).catch((error) => {
      if (!wrong) throw error;
    });
    if (wrong) {
      no(wrong);
    } else {
      say("done", word("phone-give-done", { count: count(chosen) }), word("phone-give-done-next", { code: shown(chosen) }), "give-answer");
      clear();
    }
  } catch {
    say("refuse", word("phone-not-kept"), word("phone-not-kept-next"), "give-answer");
  }
  await redraw();
  await draw();
  void sync();
}

/** @param {import("./outbox.js").Act} act */
async function takeBack(act) {
  if (!app.device || act.handed?.kind !== "hand_out") return;
  if (app.stopped) return no({ code: "stopped" });
  const handed = /** @type {const} */ ({ kind: "take_back", partner: act.handed.partner, of: act.seq });
  await append(app.store, app.device.id, { at_ms: now(), zone: zone(), vendor: 0, place: 0, lines: [], handed }, async (tx) => {
    const all = /** @type {import("./outbox.js").Act[]} */ (await tx.all("acts"));
    if (all.some((other) => other.handed?.kind === "take_back" && other.handed.of === act.seq)) throw new Error("taken back before");
  }).then(
    () => say("done", word("phone-give-undone"), word("phone-give-undone-next", { code: shown(ranges(act.handed && "coupons" in act.handed ? act.handed.coupons : "")) }), "give-answer"),
    () => {},
  );
  await redraw();
  await draw();
  void sync();
}

/** The hand-outs of today, the last one first, each with its undo for ten minutes; and who this is. */
async function drawToday() {
  const known = seen();
  if (!known || partner === null || $("give").hidden) return;
  $("stall").hidden = false;
  $("stall-vendor").textContent = known.desk.partners.find(({ id }) => id === partner)?.name ?? "";
  $("stall-place").textContent = word("phone-give");
  const all = await acts(app.store);
  const back = new Set(all.flatMap(({ handed }) => (handed?.kind === "take_back" ? [handed.of] : [])));
  const own = all.filter((act) => act.handed?.kind === "hand_out" && act.handed.partner === partner && act.day === today()).reverse();
  const given = own.filter((act) => !back.has(act.seq) && act.state !== "settle");
  const coupons = given.reduce((sum, { handed }) => sum + (handed?.kind === "hand_out" ? count(ranges(handed.coupons)) : 0), 0);
  $("give-today").textContent = word("phone-give-today", { count: given.length, code: coupons });
  const rows = own.slice(0, SHOWN).map((act) => {
    const row = document.createElement("li");
    const { handed } = act;
    if (handed?.kind !== "hand_out") return row;
    const label = known.desk.bands.find(({ key }) => key === handed.band)?.label ?? handed.band;
    row.append(element("b", `${shown(ranges(handed.coupons))} · ${label}`), element("p", back.has(act.seq) ? word("phone-give-undone") : moment(act.at_ms, zone())));
    if (!back.has(act.seq) && act.state !== "settle" && now() - act.at_ms < UNDO_MS) {
      const undo = button(word("phone-give-undo"), () => void takeBack(act), { kind: "button grave" });
      undo.setAttribute("aria-label", `${word("phone-give-undo")} ${shown(ranges(handed.coupons))}`);
      row.append(undo);
    }
    return row;
  });
  $("give-last").replaceChildren(...rows);
}

async function look() {
  wakeSound();
  scanner ??= new Scanner(/** @type {HTMLVideoElement} */ ($("give-video")), read, (error) => console.warn("scanner", error));
  if (scanner.isOn) scanner.stop();
  else await scanner.start().catch(() => no({ code: "no_camera" }));
  $("give-eye").hidden = !scanner.isOn;
  $("give-scan").textContent = word(scanner.isOn ? "phone-scan-stop" : "phone-scan");
}

/** As many people as the size stands for, drawn: whoever reads little sees which. @param {number} people */
function people(people) {
  const drawn = element("span", "", "people");
  drawn.setAttribute("aria-hidden", "true");
  for (let one = 0; one < people; one += 1) drawn.append(document.createElement("i"));
  return drawn;
}

/** Shows the screen. */
export async function open() {
  const known = seen();
  if (!known) return;
  show("give");
  const buttons = known.desk.bands.map(({ key, label, weekly_cents }, at) => {
    const made = button(label, () => {
      band = key;
      void redraw(true);
    }, { kind: "band", small: money(weekly_cents) });
    made.dataset.band = key;
    made.prepend(people(Math.min(at + 1, 5)));
    return made;
  });
  $("give-bands").replaceChildren(...buttons);
  await redraw();
  await draw();
}

export function listen() {
  $("give-scan").onclick = () => void look();
  $("give-form").onsubmit = typed;
  $("hand").onclick = () => void hand();
  drawers.push(drawToday);
  busy.push(() => !$("give").hidden && (chosen.length > 0 || scanner?.isOn === true || field("give-number").value !== ""));
  // What can be undone ends without anybody touching the screen.
  setInterval(() => void drawToday(), 30_000);
}
