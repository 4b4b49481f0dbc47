// The answer: one colour, one word, one shape, one sound.
import { $ } from "./page.js";
import { signal } from "./signal.js";
import { date, hasWord, money, word } from "./words.js";

/**
 * @param {string} verdict
 * @param {string} text
 * @param {string} [why]
 */
export function say(verdict, text, why = "") {
  $("answer").dataset.verdict = verdict;
  $("answer-word").textContent = text;
  $("answer-why").textContent = why;
  if (verdict !== "none") signal(verdict);
}

/** @param {import("./decide.js").No} no */
export function sayNo(no) {
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
  };
  say("refuse", word(hasWord(key) ? key : "phone-no-other", facts), word(hasWord(next) ? next : "phone-no-next", facts));
}
