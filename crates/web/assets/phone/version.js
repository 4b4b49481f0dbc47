// Another version of the app: kept by the service worker, taken when nobody is in the middle of anything.
import { busy, field } from "./page.js";
import { isOpen } from "./pay.js";

const AGAIN_MS = 5_000;

/** @param {import("./scan.js").Scanner} scanner */
function takeNewPage(scanner) {
  const idle = () => !busy.some((is) => is()) && !isOpen() && !scanner.isOn && field("code").value === "";
  if (document.hidden || idle()) location.reload();
  else setTimeout(() => takeNewPage(scanner), AGAIN_MS);
}

/** @param {import("./scan.js").Scanner} scanner */
export async function keepOffline(scanner) {
  // The first one to take the page over is the version that the page came with.
  let fresh = !navigator.serviceWorker?.controller;
  navigator.serviceWorker?.addEventListener("controllerchange", () => {
    if (!fresh) takeNewPage(scanner);
    fresh = false;
  });
  const registration = await navigator.serviceWorker?.register("/phone/worker.js", { scope: "/phone/" });
  if (!registration) return;
  const take = () => {
    // Never in the middle of a payment; the page that is open goes on with its own files until then.
    if (!registration.waiting) return;
    if (isOpen()) setTimeout(take, AGAIN_MS);
    else registration.waiting.postMessage("now");
  };
  take();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", take));
}
