// On the home screen: how, in the words of the browser that shows the page. What is not installed may be erased by the
// phone (Safari does after seven days without a visit).
import { $ } from "./page.js";

/** Browsers inside other apps keep nothing for long, and install nothing. */
const INSIDE = /FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|Twitter|TikTok|musical_ly|Snapchat|LinkedInApp|Pinterest|GSA\/|; wv\)/;

/**
 * Whose words to use.
 * @param {string} agent
 * @returns {"inside" | "ios" | "ios-other" | "samsung" | "firefox" | "android" | "desk"}
 */
export function browserOf(agent) {
  if (INSIDE.test(agent)) return "inside";
  if (/iPhone|iPad|iPod/.test(agent)) return /CriOS|FxiOS|EdgiOS|OPiOS/.test(agent) ? "ios-other" : "ios";
  if (/SamsungBrowser/.test(agent)) return "samsung";
  if (/Android/.test(agent)) return /Firefox/.test(agent) ? "firefox" : "android";
  return "desk";
}

/** Whether the page is open from the home screen. */
export const isInstalled = () => matchMedia("(display-mode: standalone)").matches || /** @type {{ standalone?: boolean }} */ (/** @type {unknown} */ (navigator)).standalone === true;

/** What a browser gives the page so that it may offer the installation itself. @type {(Event & { prompt: () => Promise<void> }) | null} */
let offer = null;

/** There a card would be used up in a memory that does not last: installing comes first. */
const FIRST = ["ios", "ios-other", "inside"];

export function draw() {
  const browser = browserOf(navigator.userAgent);
  if (FIRST.includes(browser) && !isInstalled()) $("link-form").before($("install"));
  $("install").hidden = isInstalled();
  $("install-offer").hidden = offer === null;
  for (const list of document.querySelectorAll("[data-browser]")) {
    /** @type {HTMLElement} */ (list).hidden = offer !== null || !(/** @type {HTMLElement} */ (list).dataset.browser?.split(" ").includes(browser));
  }
}

export function listen() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = /** @type {any} */ (event);
    draw();
  });
  addEventListener("appinstalled", () => {
    offer = null;
    draw();
    $("install").hidden = true;
  });
  $("install-offer").onclick = async () => {
    await offer?.prompt();
    offer = null;
    draw();
  };
  draw();
}
