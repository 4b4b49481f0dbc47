// The app: which screen, and what its buttons do. What is decided is in decide.js, what is kept in outbox.js.
import { parse } from "./code.js";
import { dayOf } from "./decide.js";
import { gone } from "./gone.js";
import { accept, acts, AlreadyAccepted, isAccepted, summary } from "./outbox.js";
import { answerFor, hold } from "./present.js";
import { Scanner } from "./scan.js";
import { signal, wakeSound } from "./signal.js";
import { Store } from "./store.js";
import { enrol, fetchLists, push, Refused } from "./sync.js";
import { date, hasWord, language, loadWords, moment, money, word } from "./words.js";

/** @type {<T extends HTMLElement = HTMLElement>(id: string) => T} */
const $ = (id) => /** @type {any} */ (document.getElementById(id));

const SCREENS = ["welcome", "choose", "pay", "outbox"];
/** Lists older than this are fetched again when there is a network, milliseconds. */
const FRESH_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
/** The camera sees a coupon many times: for this long the same one says nothing again, milliseconds. */
const SAME_MS = 4_000;
/** After these a payment accepted here would reach nobody. */
const STOPS = ["revoked_device", "unknown_device", "not_permitted"];

/** @type {Store} */
let store;
/** @type {import("./sync.js").Device | null} */
let device = null;
/** @type {import("./decide.js").Lists | null} */
let lists = null;
/** @type {(bits: bigint) => Promise<string | null>} */
let stateOf = async () => null;
/** @type {{ vendor: number, place: number } | null} */
let stall = null;
let skew = 0;
/** What the server said when it stopped taking this phone's payments; kept, so that it holds without a network. */
let stopped = "";
/** The payment that is open. @type {import("./outbox.js").Line[]} */
let basket = [];
/** @type {Map<string, number>} */
const recent = new Map();
let asked = Promise.resolve();

const now = () => Date.now() + skew;

/** @param {string} screen */
function show(screen) {
  for (const id of SCREENS) $(id).hidden = id !== screen;
  window.scrollTo(0, 0);
}

/** @param {string} [text] */
function trouble(text = "") {
  $("trouble").textContent = text;
  $("trouble").hidden = text === "";
}

/** @param {unknown} error */
const inWords = (error) => (error instanceof Refused ? `${error.message} ${error.detail}` : word("phone-no-network"));

// ---- the answer

/**
 * @param {string} verdict
 * @param {string} text
 * @param {string} [why]
 */
function say(verdict, text, why = "") {
  const answer = $("answer");
  answer.dataset.verdict = verdict;
  $("answer-word").textContent = text;
  $("answer-why").textContent = why;
  if (verdict !== "none") signal(verdict);
}

/** @param {import("./decide.js").No} no */
function sayNo(no) {
  const key = `phone-no-${no.code.replaceAll("_", "-")}`;
  const facts = {
    letter: String(no.letter ?? ""),
    date: typeof (no.on ?? no.from ?? no.last) === "string" ? date(String(no.on ?? no.from ?? no.last)) : "",
    amount: typeof no.limit === "number" ? money(no.limit) : "",
    hours: String(no.hours ?? ""),
    position: String(no.position ?? ""),
    count: String(no.found ?? ""),
  };
  say("refuse", word(hasWord(key) ? key : "phone-no-other", facts), word(hasWord(`${key}-next`) ? `${key}-next` : "phone-no-next", facts));
}

// ---- a payment

const total = () => basket.reduce((sum, line) => sum + line.minor, 0);

/** Totals in each unit: « 10,00 $ + 10,50 Petite-Monnaie ». @param {{ minor: number, unit: string }[]} lines */
function worth(lines) {
  /** @type {Map<string, number>} */
  const units = new Map();
  for (const { unit, minor } of lines) units.set(unit, (units.get(unit) ?? 0) + minor);
  return [...units].map(([unit, minor]) => money(minor, unit)).join(" + ") || money(0);
}

function drawBasket() {
  const rows = basket.map((line, at) => {
    const row = document.createElement("li");
    const letter = document.createElement("b");
    letter.textContent = line.letter;
    const code = document.createElement("span");
    code.className = "code";
    code.textContent = line.code;
    const minor = document.createElement("b");
    minor.textContent = money(line.minor, line.unit);
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "drop";
    drop.textContent = "✕";
    drop.setAttribute("aria-label", word("phone-remove", { code: line.code }));
    drop.onclick = () => {
      basket.splice(at, 1);
      recent.delete(line.code);
      drawBasket();
      say("none", word("phone-ready"));
    };
    row.append(letter, code, minor, drop);
    return row;
  });
  $("basket").replaceChildren(...rows.reverse());
  $("total").textContent = basket.length ? worth(basket) : "";
  $("accept").toggleAttribute("disabled", basket.length === 0);
}

/**
 * Decides about a text, and adds the coupon when the answer is yes. One after the other: two frames of one coupon are
 * one coupon.
 * @param {string} text
 * @param {number} [typedClass]
 */
function present(text, typedClass) {
  asked = asked.then(() => presentOne(text, typedClass)).catch((error) => trouble(String(error)));
  return asked;
}

/**
 * @param {string} text
 * @param {number} [typedClass]
 */
async function presentOne(text, typedClass) {
  if (!lists || !stall) return;
  if (stopped) return sayNo({ code: "stopped" });
  const read = await hold(lists, stateOf, text, typedClass);
  if ("no" in read) return sayNo(read.no);
  const { held } = read;
  const again = recent.get(held.code);
  recent.set(held.code, Date.now());
  if (typedClass === undefined && again !== undefined && Date.now() - again < SAME_MS) return;
  const inPayment = basket.some((line) => line.code === held.code);
  const seen = inPayment ? "in_payment" : (await isAccepted(store, held.code)) ? "accepted" : "no";
  const { unheard_minor } = summary(await acts(store), dayOf(now(), lists.zone));
  const answer = answerFor(lists, held, { now_ms: now(), ...stall, seen, unheard_minor: unheard_minor + total() });
  if (answer.verdict === "refuse") return sayNo(answer.no);
  const found = lists.classes.find((c) => c.id === held.presented.class);
  const unit = found?.unit === "CAD" || !found ? "CAD" : found.unit_name;
  basket.push({ code: held.code, text: held.text, minor: answer.minor, unit, letter: found?.letter ?? "", doubt: answer.verdict === "doubt" });
  drawBasket();
  const name = found ? `${found.letter} · ${money(answer.minor, unit)}` : money(answer.minor);
  if (answer.verdict === "doubt") say("doubt", word("phone-doubt"), `${name}. ${word(`phone-doubt-${answer.reason.replace("_", "-")}`)}`);
  else say("accept", word("phone-good"), name);
}

async function acceptPayment() {
  if (!lists || !stall || !device || basket.length === 0) return;
  if (stopped) return sayNo({ code: "stopped" });
  wakeSound();
  const lines = basket;
  const button = $("accept");
  button.toggleAttribute("disabled", true);
  try {
    // On the disk first; only then does anybody see it accepted.
    await accept(store, device.id, { at_ms: now(), zone: lists.zone, ...stall, lines });
    basket = [];
    say("done", word("phone-done", { amount: worth(lines) }), word("phone-done-next"));
  } catch (error) {
    if (error instanceof AlreadyAccepted) {
      basket = basket.filter((line) => line.code !== error.code);
      sayNo({ code: "already_redeemed" });
    } else {
      // No room, or the database is gone: nothing was accepted, and that is said.
      say("refuse", word("phone-not-kept"), word("phone-not-kept-next"));
    }
  }
  drawBasket();
  await draw();
  void sync();
}

// ---- typed codes

function typing() {
  const field = /** @type {HTMLInputElement} */ ($("code"));
  const read = parse(field.value);
  const hint = $("code-hint");
  hint.className = "hint";
  $("letters").hidden = true;
  if ("bits" in read) {
    hint.textContent = word("phone-code-good");
    askLetter();
  } else if (read.code === "bad_length" && read.found < 10) {
    hint.textContent = read.found ? word("phone-code-left", { count: 10 - read.found }) : "";
  } else {
    hint.classList.add("bad");
    hint.textContent = word(`phone-no-${read.code.replaceAll("_", "-")}`, { position: "position" in read ? read.position : "", sign: "found" in read ? read.found : "", count: "found" in read ? read.found : "" });
  }
}

/** A typed code does not say what it is worth: the paper does. */
function askLetter() {
  const mine = lists?.vendors.find((v) => v.id === stall?.vendor);
  const classes = lists?.classes.filter((c) => !mine?.classes?.length || mine.classes.includes(c.id)) ?? [];
  const buttons = classes.map((c) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "letter";
    button.textContent = c.letter;
    const small = document.createElement("small");
    small.textContent = money(c.face_minor, c.unit === "CAD" ? "CAD" : c.unit_name);
    button.append(small);
    button.onclick = () => void addTyped(c.id);
    return button;
  });
  $("letters-list").replaceChildren(...buttons);
  $("letters").hidden = false;
  return classes;
}

/** @param {number} typedClass */
async function addTyped(typedClass) {
  wakeSound();
  const field = /** @type {HTMLInputElement} */ ($("code"));
  const text = field.value;
  field.value = "";
  typing();
  await present(text, typedClass);
  field.focus();
}

// ---- what waits, and the network

let syncing = false;

/** @param {string} code */
async function stop(code) {
  if (stopped === code) return;
  stopped = code;
  await store.setMeta("stopped", code);
}

async function sync() {
  if (!device || syncing) return;
  syncing = true;
  try {
    await push(store, device);
    if (stopped || !lists || now() - Date.parse(lists.made_at) > FRESH_MS) await takeLists();
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

async function takeLists() {
  if (!device) return;
  await fetchLists(store, device);
  await load();
}

async function load() {
  device = (await store.meta("device")) ?? null;
  lists = (await store.meta("lists")) ?? null;
  stall = (await store.meta("stall")) ?? null;
  skew = (await store.meta("skew")) ?? 0;
  stopped = (await store.meta("stopped")) ?? "";
  if (lists) stateOf = gone(lists);
}

/** @param {import("./outbox.js").Act} act */
function actRow(act) {
  const row = document.createElement("li");
  const head = document.createElement("b");
  head.textContent = `${worth(act.lines)} · ${moment(act.at_ms, lists?.zone ?? "America/Toronto")}`;
  row.append(head);
  const state = document.createElement("p");
  state.textContent = word(`phone-state-${act.state}`);
  row.append(state);
  if (act.state !== "settle") return row;
  row.className = "bad";
  const say = (/** @type {string} */ text) => {
    const p = document.createElement("p");
    p.textContent = text;
    row.append(p);
  };
  if (act.refusal) say(`${act.refusal.title} ${act.refusal.detail}`);
  act.heard?.forEach((heard, at) => {
    if (heard.status !== "accepted") say(`${act.lines[at]?.code ?? ""} — ${heard.title ?? ""} ${heard.detail ?? ""}`);
  });
  return row;
}

async function draw() {
  const all = await acts(store);
  const zone = lists?.zone ?? "America/Toronto";
  const sums = summary(all, dayOf(now(), zone));
  $("wait").hidden = !device;
  $("wait").dataset.count = String(sums.unsent);
  $("wait-count").textContent = String(sums.unsent);
  $("old").hidden = sums.unsent_since_ms === null || now() - sums.unsent_since_ms < DAY_MS;
  $("today").textContent = word("phone-today", { count: sums.today_count, amount: money(sums.today_minor) });
  $("simulated").hidden = !lists?.simulated;
  const here = lists && stall;
  $("stall").hidden = !here;
  if (here) {
    $("stall-vendor").textContent = lists?.vendors.find((v) => v.id === stall?.vendor)?.name ?? "";
    $("stall-place").textContent = lists?.places.find((p) => p.id === stall?.place)?.name ?? "";
  }
  $("outbox-state").textContent = sums.unsent ? word("phone-outbox-waits", { count: sums.unsent }) : word("phone-outbox-empty");
  $("settle").replaceChildren(...sums.settle.map(actRow));
  $("settle-none").hidden = sums.settle.length > 0;
  $("recent").replaceChildren(...all.filter((act) => act.state !== "settle").slice(-20).reverse().map(actRow));
  $("about-device").textContent = device ? `${device.person} · ${device.id.slice(-4)}` : "";
  $("about-lists").textContent = lists ? moment(Date.parse(lists.made_at), zone) : "";
  $("about-kept").textContent = word((await navigator.storage?.persisted?.()) ? "phone-kept-yes" : "phone-kept-no");
  $("about-limit").textContent = lists?.limits.value_cents ? money(lists.limits.value_cents) : word("phone-limit-none");
}

// ---- which screen

function start() {
  // A new card may also be followed by a phone that had one before: what it keeps stays.
  const at = location.hash.slice(1);
  if (!device || readLink(at)) {
    const ios = /iPhone|iPad|iPod/.test(navigator.userAgent);
    $("install-ios").hidden = !ios;
    $("install-android").hidden = ios;
    if (at) /** @type {HTMLInputElement} */ ($("link")).value = location.href;
    return show("welcome");
  }
  if (!lists) return show("choose");
  const today = dayOf(now(), lists.zone);
  const open = lists.stalls.filter((s) => s.from <= today && today <= s.until);
  if (!stall && open.length === 1) return void choose(open[0]);
  if (!stall || !lists.stalls.some((s) => s.vendor === stall?.vendor && s.place === stall?.place)) {
    drawStalls(open);
    return show("choose");
  }
  drawBasket();
  return show("pay");
}

/** @param {{ vendor: number, place: number }} at */
async function choose({ vendor, place }) {
  // A payment that is open stays the stall's it was begun at.
  basket = [];
  stall = { vendor, place };
  await store.setMeta("stall", stall);
  await draw();
  start();
}

/** @param {{ vendor: number, place: number }[]} open */
function drawStalls(open) {
  const rows = open.map((at) => {
    const row = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = lists?.vendors.find((v) => v.id === at.vendor)?.name ?? "";
    const small = document.createElement("small");
    small.textContent = lists?.places.find((p) => p.id === at.place)?.name ?? "";
    button.append(small);
    button.onclick = () => void choose(at);
    row.append(button);
    return row;
  });
  $("choose-list").replaceChildren(...rows);
  $("choose-none").hidden = rows.length > 0;
}

/** A link of the card: `…/phone/#programme.token`. @param {string} text */
function readLink(text) {
  const found = text.trim().match(/#?([a-z0-9-]{1,64})\.([0-9a-f]{64})$/);
  return found ? { programme: found[1], token: found[2] } : null;
}

/** @param {SubmitEvent} event */
async function follow(event) {
  event.preventDefault();
  wakeSound();
  const link = readLink(/** @type {HTMLInputElement} */ ($("link")).value);
  if (!link) return trouble(word("phone-link-bad"));
  trouble();
  try {
    await navigator.storage?.persist?.();
    device = await enrol(store, link);
    history.replaceState(null, "", location.pathname);
    await takeLists();
    await stop("");
    await draw();
    start();
  } catch (error) {
    trouble(inWords(error));
  }
}

function listen() {
  const scanner = new Scanner(/** @type {HTMLVideoElement} */ ($("video")), (text) => void present(text), (error) => console.warn("scanner", error));
  $("link-form").onsubmit = (event) => void follow(/** @type {SubmitEvent} */ (event));
  $("accept").onclick = () => void acceptPayment();
  $("code").oninput = typing;
  $("code-form").onsubmit = (event) => {
    event.preventDefault();
    const classes = "bits" in parse(/** @type {HTMLInputElement} */ ($("code")).value) ? askLetter() : [];
    if (classes.length === 1) void addTyped(classes[0].id);
    else if (classes.length) /** @type {HTMLElement | null} */ ($("letters-list").firstElementChild)?.focus();
    else typing();
  };
  $("scan").onclick = async () => {
    wakeSound();
    if (scanner.isOn) scanner.stop();
    else await scanner.start().catch(() => trouble(word("phone-no-camera")));
    $("eye").hidden = !scanner.isOn;
    $("scan").textContent = word(scanner.isOn ? "phone-scan-stop" : "phone-scan");
  };
  $("stall").onclick = () => {
    if (basket.length || !lists) return;
    const today = dayOf(now(), lists.zone);
    drawStalls(lists.stalls.filter((s) => s.from <= today && today <= s.until));
    show("choose");
  };
  $("wait").onclick = () => void draw().then(() => show("outbox"));
  $("back").onclick = start;
  $("send").onclick = () => void sync();
  addEventListener("online", () => void sync());
  document.addEventListener("visibilitychange", () => void (document.hidden || sync()));
  setInterval(() => void sync(), 60_000);
  return scanner;
}

/** Another version is here: its page is taken as soon as nobody is in the middle of anything. @param {Scanner} scanner */
function takeNewPage(scanner) {
  const idle = () => basket.length === 0 && !scanner.isOn && /** @type {HTMLInputElement} */ ($("code")).value === "";
  if (document.hidden || idle()) location.reload();
  else setTimeout(() => takeNewPage(scanner), 5_000);
}

/** @param {Scanner} scanner */
async function keepOffline(scanner) {
  if (navigator.serviceWorker?.controller) navigator.serviceWorker.addEventListener("controllerchange", () => takeNewPage(scanner), { once: true });
  const registration = await navigator.serviceWorker?.register("/phone/worker.js", { scope: "/phone/" });
  if (!registration) return;
  const take = () => {
    // Never in the middle of a payment; the page that is open goes on with its own files until then.
    if (registration.waiting && basket.length === 0) registration.waiting.postMessage("now");
  };
  take();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", take));
}

async function main() {
  await loadWords();
  document.cookie = `lang=${language()}; Path=/; SameSite=Lax; Max-Age=31536000`;
  store = await Store.open();
  await load();
  const scanner = listen();
  await draw();
  start();
  await keepOffline(scanner).catch((error) => console.warn("offline", error));
  await sync();
  if (device && !stall) start();
}

void main().catch((error) => trouble(String(error)));
