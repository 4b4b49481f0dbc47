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
/** A photograph holds more than a frame, and a square that was seen and not read is said too. */
const PHOTO = { ...OPTIONS, maxNumberOfSymbols: 255, returnErrors: true, tryInvert: false };
/** How a photograph is looked at: whole, then in so many pieces a side, each made so many times larger. */
const LOOKS = [
  { pieces: 1, times: 1 },
  { pieces: 2, times: 1 },
  { pieces: 3, times: 2, sharp: true },
];
/** Pieces share this much of their side, so that a square on their edge is whole in one of them. */
const SHARED = 0.3;

/** Light and dark only: what squares are made of. @param {ImageData} image */
function grey({ data, width, height }) {
  const out = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < out.length; at += 1, from += 4) out[at] = (data[from] * 77 + data[from + 1] * 150 + data[from + 2] * 29) >> 8;
  return out;
}

/**
 * The same picture with its edges stronger: what a hand that moved has blurred is read again.
 * @param {Uint8Array} light
 * @param {number} width
 */
function sharper(light, width) {
  const out = new Uint8ClampedArray(light.length);
  for (let at = 2 * width + 2; at < light.length - 2 * width - 2; at += 1) {
    const around = light[at - 2] + light[at + 2] + light[at - 2 * width] + light[at + 2 * width] + light[at - width - 1] + light[at - width + 1] + light[at + width - 1] + light[at + width + 1];
    out[at] = light[at] * 3.5 - around * 0.3125;
  }
  return new Uint8Array(out.buffer);
}

/**
 * A part of a picture, so many times larger, what is between two points drawn between them.
 * @param {Uint8Array} light
 * @param {number} across how wide the whole picture is
 * @param {{ x: number, y: number, width: number, height: number }} part
 * @param {number} times
 */
function piece(light, across, { x, y, width, height }, times) {
  const out = new ImageData(width * times, height * times);
  const to = new Uint32Array(out.data.buffer);
  const shade = (/** @type {number} */ v) => 0xff000000 | (v << 16) | (v << 8) | v;
  for (let row = 0; row < out.height; row += 1) {
    const down = Math.min(row / times, height - 1);
    const top = Math.floor(down);
    const low = down - top;
    const first = (y + top) * across + x;
    const second = first + (top + 1 < height ? across : 0);
    for (let at = 0; at < out.width; at += 1) {
      const right = Math.min(at / times, width - 1);
      const left = Math.floor(right);
      const part = right - left;
      const next = left + 1 < width ? left + 1 : left;
      const above = light[first + left] * (1 - part) + light[first + next] * part;
      const below = light[second + left] * (1 - part) + light[second + next] * part;
      to[row * out.width + at] = shade(Math.round(above * (1 - low) + below * low));
    }
  }
  return out;
}

/** @param {number} whole @param {number} pieces */
function cuts(whole, pieces) {
  const size = pieces === 1 ? whole : Math.min(whole, Math.ceil((whole / pieces) * (1 + SHARED)));
  return Array.from({ length: pieces }, (_, at) => ({ from: pieces === 1 ? 0 : Math.round(((whole - size) * at) / (pieces - 1)), size }));
}

/**
 * All squares of a photograph, one look after the other; what is found is said after each.
 * @param {ImageData} image
 * @param {number} id
 */
async function look(image, id) {
  const texts = new Set();
  let light = grey(image);
  for (const [turn, { pieces, times, sharp }] of LOOKS.entries()) {
    if (sharp) light = sharper(light, image.width);
    const found = [];
    const unread = [];
    for (const down of cuts(image.height, pieces)) {
      for (const across of cuts(image.width, pieces)) {
        const part = { x: across.from, y: down.from, width: across.size, height: down.size };
        for (const code of await reader.readBarcodes(pieces === 1 ? image : piece(light, image.width, part, times), PHOTO)) {
          const { topLeft, topRight, bottomRight, bottomLeft } = code.position;
          const corners = [topLeft, topRight, bottomRight, bottomLeft].map((/** @type {any} */ p) => [part.x + p.x / times, part.y + p.y / times]);
          if (!code.isValid) unread.push(corners);
          else if (!texts.has(code.text)) {
            texts.add(code.text);
            found.push({ text: code.text, corners });
          }
        }
      }
    }
    // A second look that sees nothing new, read or unread, is the last: a third would be long for nothing.
    const done = turn === LOOKS.length - 1 || (turn > 0 && texts.size > 0 && found.length + unread.length === 0);
    self.postMessage({ id, found, unread, done, looks: LOOKS.length, turn: turn + 1 });
    if (done) return;
  }
}

self.onmessage = async ({ data }) => {
  /** @type {string[]} */
  let texts = [];
  try {
    if (data.photo) {
      await look(data.photo, data.id);
      return;
    }
    const found = await reader.readBarcodes(data.image, OPTIONS);
    texts = found.filter((/** @type {any} */ code) => code.isValid).map((/** @type {any} */ code) => code.text);
  } catch (error) {
    self.postMessage({ id: data.id, texts, error: String(error) });
    return;
  }
  self.postMessage({ id: data.id, texts });
};
