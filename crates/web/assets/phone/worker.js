// The service worker: keeps the app on the phone, all of it or nothing. The server writes above this file:
//   TREE    the hash of all the files together
//   FILES   `{ path, sha256 }` of each; what does not have its hash is not kept
//   VENDOR  the same of what changes rarely, kept from one version to the next
/* global TREE, FILES, VENDOR */
const mine = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const CACHE = `cabas-${TREE}`;
const LASTING = "cabas-vendor";
const THREAD = "/phone/scanner.js";

/** @param {ArrayBuffer} bytes */
const hexDigest = async (bytes) => Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (b) => b.toString(16).padStart(2, "0")).join("");

/**
 * @param {Cache} cache
 * @param {{ path: string, sha256: string }} file
 */
async function keep(cache, { path, sha256 }) {
  const answer = await fetch(path, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  if ((await hexDigest(await answer.clone().arrayBuffer())) !== sha256) throw new Error(`${path} is not what was announced`);
  await cache.put(path, answer);
}

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(FILES.map((file) => keep(cache, file)));
  const lasting = await caches.open(LASTING);
  const kept = new Set((await lasting.keys()).map((request) => new URL(request.url).pathname));
  await Promise.all(VENDOR.filter(({ path }) => !kept.has(path)).map((file) => keep(lasting, file)));
}

async function activate() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith("cabas-") && name !== CACHE && name !== LASTING);
  // The version before stays one turn more: a window in the middle of a payment goes on with its files, and may still
  // ask for one that it had not needed yet.
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await mine.clients.claim();
}

/** The reader's thread, under an address within our scope: see scan.js. */
async function thread() {
  const path = `/a/${TREE}/phone/scanner.js`;
  const kept = (await (await caches.open(CACHE)).match(path)) ?? (await fetch(path));
  // Said anew, or the browser would take the thread to be where this answer came from.
  return new Response(kept.body, { status: kept.status, headers: kept.headers });
}

/** @param {Request} request */
async function answer(request) {
  const { pathname } = new URL(request.url);
  if (pathname === THREAD) return thread();
  const path = request.mode === "navigate" ? "/phone/" : pathname;
  const kept = (await (await caches.open(CACHE)).match(path)) ?? (await caches.match(path));
  return kept ?? fetch(request);
}

mine.addEventListener("install", (event) => event.waitUntil(install()));
mine.addEventListener("activate", (event) => event.waitUntil(activate()));
mine.addEventListener("message", ({ data }) => {
  // The page asks when no payment is open: an update never comes in the middle of one.
  if (data === "now") void mine.skipWaiting();
});
mine.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  const ours = event.request.mode === "navigate" ? pathname.startsWith("/phone/") : pathname.startsWith("/a/") || pathname.startsWith("/phone/");
  if (event.request.method === "GET" && ours) event.respondWith(answer(event.request));
});
