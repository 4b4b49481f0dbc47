// Counting a pile: coupons that were accepted on paper, or that waited in a sealed box, read one after the other or all at
// once from a photograph. Each counts once; whatever is odd is counted too, and somebody decides about it.
import { sayNo } from "./answer.js";
import { classesHere } from "./decide.js";
import { accept, AlreadyAccepted, isAccepted, parts } from "./outbox.js";
import { $, busy, button, element, field, show, trouble } from "./page.js";
import { readPhoto } from "./photo.js";
import { answerFor, hold } from "./present.js";
import { Scanner } from "./scan.js";
import { sync } from "./sending.js";
import { draw } from "./sent.js";
import { signal, wakeSound } from "./signal.js";
import { app, now } from "./state.js";
import { hasWord, money, word, worth } from "./words.js";

/** @typedef {import("./outbox.js").Line & { why?: import("./decide.js").No }} Line */

/** @type {Line[]} */
let pile = [];
/** @type {Scanner | null} */
let scanner = null;
let asked = Promise.resolve();

export const isOpen = () => pile.length > 0;

/** Whether the stall is a place where nobody stands. */
export const isBox = () => app.lists?.boxes?.includes(app.stall?.place ?? 0) ?? false;

/** A pile is kept while it grows: a phone that dies does not make anybody begin again. */
const keep = () => app.store.setMeta("pile", app.stall && { ...app.stall, lines: pile });

/** @param {string} text */
function tell(text) {
  $("pile-said").textContent = text;
}

function redraw() {
  $("pile-count").textContent = String(pile.length);
  const odd = pile.filter((line) => line.why);
  $("pile-worth").textContent = worth(pile.filter((line) => !line.why));
  $("pile-odd").hidden = odd.length === 0;
  const rows = odd.map((line) => {
    const row = document.createElement("li");
    const gone = button("✕", () => drop(line), { kind: "drop" });
    gone.setAttribute("aria-label", word("phone-remove", { code: line.code }));
    const key = `phone-no-${(line.why?.code ?? "").replaceAll("_", "-")}`;
    const name = element("span", "");
    name.append(element("span", line.code, "code"), element("small", hasWord(key) ? word(key) : word("phone-doubt")));
    row.append(element("b", line.letter), name, gone);
    return row;
  });
  $("pile-odd-list").replaceChildren(...rows.reverse());
  $("pile-send").toggleAttribute("disabled", !isOpen());
  $("pile-total").textContent = isOpen() ? String(pile.length) : "";
}

/** @param {Line} line */
function drop(line) {
  pile = pile.filter((other) => other !== line);
  redraw();
  void keep();
}

/**
 * One after the other: the camera sees a coupon in many frames.
 * @param {string} text
 */
function add(text) {
  asked = asked.then(() => addOne(text)).catch((error) => trouble(String(error)));
  return asked;
}

/** @param {string} text */
async function addOne(text) {
  const { lists, stall, store } = app;
  if (!lists || !stall) return;
  const own = classesHere(lists, stall);
  const read = await hold(lists, app.stateOf, text, own.length === 1 ? own[0].id : undefined);
  if ("no" in read) return wrong(read.no);
  const { held } = read;
  if (held.presented.kind === "signed" && held.presented.programme !== lists.programme) return wrong({ code: "other_programme" });
  if (held.presented.kind === "signed" && !held.presented.verified) return wrong({ code: "bad_signature" });
  // The same coupon again is nothing to shout about.
  if (pile.some(({ code }) => code === held.code)) return tell(word("phone-pile-again", { code: held.code }));
  if (await isAccepted(store, held.code)) return tell(word("phone-pile-before", { code: held.code }));
  // No limit of a day, no age of lists: the merchant took the paper, and nobody gives food on this phone's word.
  const counting = { ...lists, limits: { value_cents: 0, lists_hours: 0 } };
  const answer = answerFor(counting, held, { now_ms: now(), ...stall, seen: "no", unheard_minor: 0 });
  if (answer.verdict === "refuse" && answer.no.code === "no_agreement") return wrong(answer.no);
  const found = lists.classes.find((c) => c.id === held.presented.class);
  const unit = found?.unit === "CAD" || !found ? "CAD" : found.unit_name;
  const minor = answer.verdict === "refuse" ? (found?.face_minor ?? 0) : answer.minor;
  const why = answer.verdict === "refuse" ? { why: answer.no } : {};
  pile.push({ code: held.code, text: held.text, minor, unit, letter: found?.letter ?? "", doubt: answer.verdict !== "accept", ...why });
  signal(answer.verdict === "refuse" ? "doubt" : "count");
  tell(found ? `${found.letter} · ${money(minor, unit)}` : held.code);
  redraw();
  await keep();
}

/** @param {import("./decide.js").No} no */
function wrong(no) {
  sayNo(no, "pile-no");
  tell("");
}

/** Writes the pile into the outbox; whatever is not on the disk stays in the pile. */
async function send() {
  const { lists, stall, device, store } = app;
  if (!lists || !stall || !device || !isOpen()) return;
  if (app.stopped) return wrong({ code: "stopped" });
  wakeSound();
  $("pile-send").toggleAttribute("disabled", true);
  const total = pile.length;
  const value = worth(pile.filter((line) => !line.why));
  try {
    for (const lines of parts(pile)) {
      const plain = lines.map(({ why: _, ...line }) => line);
      await accept(store, device.id, { at_ms: now(), zone: lists.zone, ...stall, lines: plain, counted: true });
      pile = pile.filter((line) => !lines.includes(line));
    }
    signal("done");
    tell(word("phone-pile-done", { count: total, amount: value }));
  } catch (error) {
    // Counted in another window a moment ago.
    if (error instanceof AlreadyAccepted) pile = pile.filter(({ code }) => code !== error.code);
    else trouble(`${word("phone-not-kept")}. ${word("phone-not-kept-next")}`);
  }
  await keep();
  redraw();
  await draw();
  void sync();
}

async function look() {
  wakeSound();
  scanner ??= new Scanner(/** @type {HTMLVideoElement} */ ($("pile-video")), (text) => void add(text), (error) => console.warn("scanner", error));
  if (scanner.isOn) scanner.stop();
  else await scanner.start().catch(() => trouble(word("phone-no-camera")));
  $("pile-eye").hidden = !scanner.isOn;
  $("pile-scan").textContent = word(scanner.isOn ? "phone-scan-stop" : "phone-scan");
}

async function photograph() {
  wakeSound();
  const [file] = field("pile-file").files ?? [];
  field("pile-file").value = "";
  if (!file) return;
  $("pile-photo").hidden = false;
  $("pile-photo-said").textContent = word("phone-photo-reading");
  try {
    const canvas = /** @type {HTMLCanvasElement} */ ($("pile-canvas"));
    const { read, missed } = await readPhoto(file, canvas, (text) => void add(text), (turn, looks) => {
      $("pile-photo-said").textContent = `${word("phone-photo-reading")} ${turn} / ${looks}`;
    });
    await asked;
    $("pile-photo-said").textContent = word(missed ? "phone-photo-missed" : "phone-photo-read", { count: read, number: missed });
    if (missed) field("pile-code").focus();
  } catch {
    $("pile-photo-said").textContent = word("phone-photo-bad");
  }
}

/** Shows the screen, with what was counted before the phone was closed. */
export async function open() {
  const kept = await app.store.meta("pile");
  const isHere = kept && kept.vendor === app.stall?.vendor && kept.place === app.stall?.place;
  if (!isOpen() && isHere) pile = kept.lines;
  $("pile-title").textContent = word(isBox() ? "phone-pile-box" : "phone-pile");
  $("pile-what").textContent = word(isBox() ? "phone-pile-box-what" : "phone-pile-what");
  redraw();
  show("pile");
}

export function listen(/** @type {() => void} */ back) {
  $("pile-open").onclick = () => void open();
  $("pile-back").onclick = () => {
    if (scanner?.isOn) void look();
    back();
  };
  $("pile-scan").onclick = () => void look();
  $("pile-send").onclick = () => void send();
  $("pile-shoot").onclick = () => field("pile-file").click();
  $("pile-file").onchange = () => void photograph();
  $("pile-form").onsubmit = (event) => {
    event.preventDefault();
    wakeSound();
    void add(field("pile-code").value);
    field("pile-code").value = "";
  };
  busy.push(() => !$("pile").hidden && (isOpen() || scanner?.isOn === true));
}
