// The page: its elements, which screen shows, and what went wrong.

/** @type {<T extends HTMLElement = HTMLElement>(id: string) => T} */
export const $ = (id) => /** @type {any} */ (document.getElementById(id));

/** @param {string} id of an input */
export const field = (id) => /** @type {HTMLInputElement} */ ($(id));

/** Shows one screen, a child of the page's main part, and tells whoever must stop (a camera). @param {string} screen */
export function show(screen) {
  for (const section of document.querySelectorAll("main > section")) /** @type {HTMLElement} */ (section).hidden = section.id !== screen;
  window.scrollTo(0, 0);
  document.dispatchEvent(new CustomEvent("screen", { detail: screen }));
}

/** Says of each screen whether somebody is in the middle of something there: the app does not change version then. @type {(() => boolean)[]} */
export const busy = [];

/** @param {string} [text] */
export function trouble(text = "") {
  $("trouble").textContent = text;
  $("trouble").hidden = text === "";
}

/**
 * A row with a text in it.
 * @param {string} tag
 * @param {string} text
 * @param {string} [kind]
 */
export function element(tag, text, kind = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

/**
 * A button with a text, and a smaller one below it.
 * @param {string} text
 * @param {() => void} act
 * @param {{ kind?: string, small?: string }} [look]
 */
export function button(text, act, { kind = "", small = "" } = {}) {
  const made = /** @type {HTMLButtonElement} */ (element("button", text, kind));
  made.type = "button";
  made.onclick = act;
  if (small) made.append(element("small", small));
  return made;
}
