// The answer: one colour, one word, one shape, one sound.
import { $ } from "./page.js";
import { signal } from "./signal.js";
import { date, hasWord, money, word } from "./words.js";

/**
 * @param {string} verdict
 * @param {string} text
 * @param {string} [why]
 * @param {string} [at] which screen's answer
 */
export function say(verdict, text, why = "", at = "answer") {
  $(at).dataset.verdict = verdict;
  $(`${at}-word`).textContent = text;
  $(`${at}-why`).textContent = why;
  if (verdict !== "none") signal(verdict);
}

/**
 * @param {import("./decide.js").No} no
 * @param {string} [at]
 */
export function sayNo(no, at) {
  const key = `phone-no-${no.code.replaceAll("_", "-")}`;
  // Whoever else accepted it is named.
  const next = no.name ? `${key}-by` : `${key}-next`;
  const on = no.on ?? no.from ?? no.last ?? no.day;
  const facts = {
    name: String(no.name ?? ""),
    letter: String(no.letter ?? ""),
    date: typeof on === "string" ? date(on) : "",
    amount: typeof no.limit === "number" ? money(no.limit) : "",
    hours: String(no.hours ?? ""),
    position: String(no.position ?? ""),
    count: String(no.found ?? ""),
    code: String(no.of ?? ""),
    number: String(no.number ?? ""),
  };
  say("refuse", word(hasWord(key) ? key : "phone-no-other", facts), word(hasWord(next) ? next : "phone-no-next", facts), at);
}
