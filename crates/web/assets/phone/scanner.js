// Reads square codes in a thread of its own, so that the page answers while it looks. A classic worker: the reader is
// one file that others wrote (see vendor/VENDOR.toml).
/* global importScripts, ZXingWASM */
// No query in a worker's address: without a network, what the service worker keeps must have the very same one.
const FOLDER = "/a/vendor/zxing-wasm-3.1.4/";
importScripts(`${FOLDER}reader.js`);

/** @type {any} */
const reader = /** @type {any} */ (self).ZXingWASM;
reader.prepareZXingModule({ overrides: { locateFile: (/** @type {string} */ file) => FOLDER + file } });

const OPTIONS = { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 40, textMode: "Plain" };

self.onmessage = async ({ data }) => {
  /** @type {string[]} */
  let texts = [];
  try {
    const found = await reader.readBarcodes(data.image, OPTIONS);
    texts = found.filter((/** @type {any} */ code) => code.isValid).map((/** @type {any} */ code) => code.text);
  } catch (error) {
    self.postMessage({ id: data.id, texts, error: String(error) });
    return;
  }
  self.postMessage({ id: data.id, texts });
};
