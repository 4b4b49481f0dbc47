// The phone's own memory: asked to be kept, watched, and said plainly when it is gone. A small cookie stays when a browser
// erases the rest; it says that this phone was one, and nothing else.
import { changed } from "./windows.js";
import { $, trouble } from "./page.js";
import { app, load } from "./state.js";
import { Store } from "./store.js";
import { word } from "./words.js";

const COOKIE = "cabas-phone";
const AGAIN_MS = 500;
const YEAR_S = 31_536_000;

const wasOne = () => document.cookie.includes(`${COOKIE}=`);

/** Says it when the phone knew a device and knows none now. */
export function draw() {
  if (app.device) document.cookie = `${COOKIE}=1; Path=/phone/; SameSite=Lax; Max-Age=${YEAR_S}`;
  $("lost").hidden = app.device !== null || !wasOne();
}

/** Whether the disk is full, or the browser gives the app no more room. @param {unknown} error */
export const isFull = (error) => error instanceof DOMException && error.name === "QuotaExceededError";

/** While a browser erases, it opens nothing. @returns {Promise<Store>} */
async function openAgain() {
  return Store.open().catch(async (error) => {
    trouble(word("phone-memory-shut"));
    console.warn("memory", error);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    const store = await openAgain();
    trouble();
    return store;
  });
}

/** Follows what happens to the memory while the page is open. @param {() => void} then what shows when it was erased */
export function watch(then) {
  const { db } = app.store;
  // The browser, or somebody in its settings, took it away under the page.
  db.onclose = async () => {
    app.store = await openAgain();
    await load();
    watch(then);
    draw();
    changed();
    then();
  };
  // Another window shows a newer version, which is waiting for this one to let go.
  db.onversionchange = () => {
    db.close();
    location.reload();
  };
}
