// The payment that is open: what is held out is decided about, what is good goes into the basket, the basket into the
// outbox. What is decided is in decide.js, what is kept in outbox.js.
import { say, sayNo } from "./answer.js";
import { ask, knownNo, letGo, settled } from "./check.js";
import { accept, AlreadyAccepted, isAccepted, summary, unsent } from "./outbox.js";
import { $, button, element, trouble } from "./page.js";
import { answerFor, hold } from "./present.js";
import { draw } from "./sent.js";
import { wakeSound } from "./signal.js";
import { app, now, today } from "./state.js";
import { sync } from "./sending.js";
import { changed } from "./windows.js";
import { money, word, worth } from "./words.js";

/** The camera sees a coupon many times: for this long the same one says nothing again, milliseconds. */
const SAME_MS = 4_000;

/** @type {import("./outbox.js").Line[]} */
let basket = [];
/** When each code was last held out, by a clock that nobody sets. @type {Map<string, number>} */
const recent = new Map();
let asked = Promise.resolve();

export const isOpen = () => basket.length > 0;

/** A payment that is open stays the stall's it was begun at. */
export function clear() {
  letGo(basket);
  basket = [];
}

/**
 * Somebody else has it, or it is worth nothing: not in this payment.
 * @param {import("./outbox.js").Line} line
 * @param {import("./decide.js").No} no
 */
function takeOut(line, no) {
  // Accepted meanwhile: then it is a question for the programme.
  if (!basket.includes(line)) return;
  basket = basket.filter((other) => other !== line);
  drawBasket();
  sayNo(no);
}

/** @param {number} at */
function drop(at) {
  const [line] = basket.splice(at, 1);
  recent.delete(line.code);
  letGo([line]);
  drawBasket();
  say("none", word("phone-ready"));
}

export function drawBasket() {
  const rows = basket.map((line, at) => {
    const row = document.createElement("li");
    const gone = button("✕", () => drop(at), { kind: "drop" });
    gone.setAttribute("aria-label", word("phone-remove", { code: line.code }));
    row.append(element("b", line.letter), element("span", line.code, "code"), element("b", money(line.minor, line.unit)), gone);
    return row;
  });
  $("basket").replaceChildren(...rows.reverse());
  $("total").textContent = isOpen() ? worth(basket) : "";
  $("accept").toggleAttribute("disabled", !isOpen());
}

/**
 * Decides about a text, and adds the coupon when the answer is yes. One after the other: two frames of one coupon are
 * one coupon.
 * @param {string} text
 * @param {number} [typedClass] the class that somebody read on the paper
 */
export function present(text, typedClass) {
  asked = asked.then(() => presentOne(text, typedClass)).catch((error) => trouble(String(error)));
  return asked;
}

/**
 * @param {string} text
 * @param {number} [typedClass]
 */
async function presentOne(text, typedClass) {
  const { lists, stall, store } = app;
  if (!lists || !stall) return;
  if (app.stopped) return sayNo({ code: "stopped" });
  const read = await hold(lists, app.stateOf, text, typedClass);
  if ("no" in read) return sayNo(read.no);
  const { held } = read;
  const again = recent.get(held.code);
  recent.set(held.code, performance.now());
  if (typedClass === undefined && again !== undefined && performance.now() - again < SAME_MS) return;
  const inPayment = basket.some((line) => line.code === held.code);
  const where = await app.elsewhere(held.bits);
  const seen = inPayment ? "in_payment" : (await isAccepted(store, held.code)) ? "accepted" : where ? "elsewhere" : "no";
  const { unheard_minor } = summary(await unsent(store), today());
  const open = basket.reduce((sum, line) => sum + line.minor, 0);
  const no = knownNo(held.code);
  if (no) return sayNo(no);
  const answer = answerFor(lists, held, { now_ms: now(), ...stall, seen, unheard_minor: unheard_minor + open });
  if (answer.verdict === "refuse") return sayNo(where && answer.no.code === "accepted_elsewhere" ? { ...answer.no, name: where.label, day: where.day } : answer.no);
  const found = lists.classes.find((c) => c.id === held.presented.class);
  const unit = found?.unit === "CAD" || !found ? "CAD" : found.unit_name;
  const line = { code: held.code, text: held.text, minor: answer.minor, unit, letter: found?.letter ?? "", doubt: answer.verdict === "doubt" };
  basket.push(line);
  drawBasket();
  const name = found ? `${found.letter} · ${money(answer.minor, unit)}` : money(answer.minor);
  if (answer.verdict === "doubt") say("doubt", word("phone-doubt"), `${name}. ${word(`phone-doubt-${answer.reason.replace("_", "-")}`)}`);
  else say("accept", word("phone-good"), name);
  // Answered already; whoever knows more may still say no before the payment is accepted.
  ask(line, (why) => takeOut(line, why));
}

export async function acceptPayment() {
  const { lists, stall, device, store } = app;
  if (!lists || !stall || !device || !isOpen()) return;
  if (app.stopped) return sayNo({ code: "stopped" });
  wakeSound();
  $("accept").toggleAttribute("disabled", true);
  await settled();
  const lines = basket;
  if (lines.length === 0) return;
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
  changed();
  void sync();
}
