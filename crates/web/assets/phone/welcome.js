// The first screen: the card's link makes this phone somebody's.
import { field, show, trouble } from "./page.js";
import { inWords, takeLists } from "./sending.js";
import { draw } from "./sent.js";
import { wakeSound } from "./signal.js";
import { app, stop } from "./state.js";
import { enrol } from "./sync.js";
import { word } from "./words.js";

/** A link of the card: `…/phone/#programme.token`. @param {string} text */
export function readLink(text) {
  const found = text.trim().match(/#?([a-z0-9-]{1,64})\.([0-9a-f]{64})$/);
  return found ? { programme: found[1], token: found[2] } : null;
}

/** @param {string} at what follows # in the address */
export function welcome(at) {
  if (at) field("link").value = location.href;
  show("welcome");
}

/**
 * @param {Event} event
 * @param {() => void} then
 */
export async function follow(event, then) {
  event.preventDefault();
  wakeSound();
  const link = readLink(field("link").value);
  if (!link) return trouble(word("phone-link-bad"));
  trouble();
  try {
    await navigator.storage?.persist?.();
    app.device = await enrol(app.store, link);
    history.replaceState(null, "", location.pathname);
    await takeLists();
    await stop("");
    await draw();
    then();
  } catch (error) {
    trouble(inWords(error));
  }
}
