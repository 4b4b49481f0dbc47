// The app begins: which screen, and what its buttons do.
import * as carrying from "./carrying.js";
import { listen as listenToCard } from "./card.js";
import * as desk from "./desk.js";
import * as install from "./install.js";
import * as memory from "./memory.js";
import { $, field, show, trouble } from "./page.js";
import { acceptPayment, drawBasket, isOpen, present } from "./pay.js";
import * as pile from "./pile.js";
import { Scanner } from "./scan.js";
import { keepSending, sync } from "./sending.js";
import { draw } from "./sent.js";
import { wakeSound } from "./signal.js";
import * as stall from "./stall.js";
import { app, load } from "./state.js";
import { submit, typing } from "./typed.js";
import { keepOffline } from "./version.js";
import { follow, readLink, welcome } from "./welcome.js";
import * as windows from "./windows.js";
import { language, loadWords, word } from "./words.js";

/** The screen for what the phone is and knows now. */
async function start() {
  // A new card may also be followed by a phone that had one before: what it keeps stays.
  const at = location.hash.slice(1);
  memory.draw();
  if (!app.device || readLink(at)) return welcome(at);
  if (!app.lists) return show("choose");
  if (await desk.isOn()) return desk.open();
  const [only, ...others] = stall.open();
  if (!app.stall && only && others.length === 0 && desk.choices(chosen).length === 0) return void stall.choose(only).then(chosen);
  if (!stall.isChosen()) return ask();
  // Where nobody stands there is nothing to accept: the box is counted.
  if (pile.isBox()) return pile.open();
  drawBasket();
  return show("pay");
}

const chosen = () => void draw().then(start);

/** Where, and for what: a stall's payments, or an organisation's hand-outs. */
const ask = () => stall.ask(() => void desk.choose(null).then(chosen), desk.choices(chosen));

/** @param {Scanner} scanner */
async function toggle(scanner) {
  wakeSound();
  if (scanner.isOn) scanner.stop();
  else await scanner.start().catch(() => trouble(word("phone-no-camera")));
  drawEye(scanner);
}

/** @param {Scanner} scanner */
function drawEye(scanner) {
  $("eye").hidden = !scanner.isOn;
  $("scan").textContent = word(scanner.isOn ? "phone-scan-stop" : "phone-scan");
}

function listen() {
  const video = /** @type {HTMLVideoElement} */ ($("video"));
  const scanner = new Scanner(video, (text) => void present(text), (error) => console.warn("scanner", error));
  $("link-form").onsubmit = (event) => void follow(event, () => void start());
  $("accept").onclick = () => void acceptPayment();
  field("code").oninput = typing;
  $("code-form").onsubmit = submit;
  $("scan").onclick = () => void toggle(scanner);
  $("stall").onclick = () => isOpen() || pile.isOpen() || ask();
  $("wait").onclick = () => void draw().then(() => show("outbox"));
  $("back").onclick = () => void start();
  desk.listen();
  pile.listen(() => (pile.isBox() ? ask() : void start()));
  $("send").onclick = () => void sync();
  carrying.listen();
  listenToCard(start);
  install.listen();
  memory.watch(chosen);
  windows.listen(() => void draw());
  document.addEventListener("screen", (event) => {
    if (/** @type {CustomEvent} */ (event).detail === "pay" || !scanner.isOn) return;
    scanner.stop();
    drawEye(scanner);
  });
  keepSending();
  return scanner;
}

async function main() {
  await loadWords();
  document.cookie = `lang=${language()}; Path=/; SameSite=Lax; Max-Age=31536000`;
  await load().catch((error) => {
    console.warn("memory", error);
    throw word("phone-memory-shut");
  });
  const scanner = listen();
  await draw();
  await start();
  await keepOffline(scanner).catch((error) => console.warn("offline", error));
  await sync();
  if (app.device && !app.stall && $("give").hidden) await start();
}

void main().catch((error) => trouble(String(error)));
