// The words: the same Fluent messages as the pages, rendered by the server with their facts left open as `{name}`.

/** @type {Record<string, string>} */
let words = {};
let locale = "fr-CA";

/** The language of whoever holds the phone: French unless they chose otherwise. */
export function language() {
  const chosen = document.cookie.match(/(?:^|; )lang=(fr|en)/)?.[1];
  return chosen ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "fr");
}

export async function loadWords() {
  const lang = language();
  locale = `${lang}-CA`;
  words = await (await fetch(new URL(`words-${lang}.json`, import.meta.url))).json();
  document.documentElement.lang = locale;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(/** @type {HTMLElement} */ (element).dataset.word ?? "");
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(/** @type {HTMLElement} */ (element).dataset.label ?? ""));
}

/**
 * A message with its facts.
 * @param {string} key
 * @param {Record<string, string | number>} [facts]
 */
export function word(key, facts = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? String(facts[name]) : whole));
}

/** @param {string} key */
export const hasWord = (key) => key in words;

/**
 * An amount in dollars, or in a local currency.
 * @param {number} minor
 * @param {string} [unit]
 */
export function money(minor, unit = "CAD") {
  if (unit === "CAD") return new Intl.NumberFormat(locale, { style: "currency", currency: "CAD", currencyDisplay: "narrowSymbol" }).format(minor / 100);
  return `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(minor / 100)}\u00a0${unit}`;
}

/** Totals in each unit: « 10,00 $ + 10,50 Petite-Monnaie ». @param {{ minor: number, unit: string }[]} lines */
export function worth(lines) {
  /** @type {Map<string, number>} */
  const units = new Map();
  for (const { unit, minor } of lines) units.set(unit, (units.get(unit) ?? 0) + minor);
  return [...units].map(([unit, minor]) => money(minor, unit)).join(" + ") || money(0);
}

/** @param {string} day */
export const date = (day) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));

/**
 * @param {number} ms
 * @param {string} zone
 */
export const moment = (ms, zone) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(ms);
