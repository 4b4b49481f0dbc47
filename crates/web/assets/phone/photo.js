// A photograph of coupons spread on a table: all squares read at once, drawn on the picture; those that were seen and
// not read are outlined for typing.
import { thread } from "./scan.js";

/** Larger photographs are made smaller: more would not be read better, and a small phone has little memory. */
const MOST_PIXELS = 4096;
/** What is shown of it. */
const SHOWN_PIXELS = 1400;

/** @typedef {number[][]} Corners four corners, x and y each */

/** @type {Worker | null} */
let worker = null;
let last = 0;

/** The middle of four corners. @param {Corners} corners */
const middle = (corners) => [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / 4);

/** @param {Corners} corners */
const size = (corners) => Math.hypot(corners[0][0] - corners[2][0], corners[0][1] - corners[2][1]);

/**
 * The squares that were seen and never read: not where one was read, and each once.
 * @param {Corners[]} read
 * @param {Corners[]} seen
 */
export function missed(read, seen) {
  /** @type {Corners[]} */
  const out = [];
  const near = (/** @type {Corners} */ one, /** @type {Corners} */ other) => {
    const [a, b] = [middle(one), middle(other)];
    return Math.hypot(a[0] - b[0], a[1] - b[1]) < Math.max(size(one), size(other)) * 0.6;
  };
  for (const corners of seen) if (size(corners) > 0 && ![...read, ...out].some((other) => near(other, corners))) out.push(corners);
  return out;
}

/**
 * Reads a photograph; `found` is told of each text once, as soon as it is read.
 * @param {Blob} file
 * @param {HTMLCanvasElement} canvas
 * @param {(text: string) => void} found
 * @param {(turn: number, looks: number) => void} progress
 * @returns {Promise<{ read: number, missed: number }>}
 */
export async function readPhoto(file, canvas, found, progress) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, MOST_PIXELS / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  const whole = document.createElement("canvas");
  [whole.width, whole.height] = [width, height];
  const context = /** @type {CanvasRenderingContext2D} */ (whole.getContext("2d", { willReadFrequently: true }));
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const shown = Math.min(1, SHOWN_PIXELS / Math.max(width, height));
  [canvas.width, canvas.height] = [Math.round(width * shown), Math.round(height * shown)];
  const draw = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  draw.drawImage(whole, 0, 0, canvas.width, canvas.height);
  const image = context.getImageData(0, 0, width, height);
  whole.width = whole.height = 0;
  const outline = (/** @type {Corners} */ corners, /** @type {string} */ colour, /** @type {number[]} */ dash) => {
    draw.beginPath();
    for (const [x, y] of corners) draw.lineTo(x * shown, y * shown);
    draw.closePath();
    draw.lineJoin = "round";
    draw.setLineDash([]);
    draw.strokeStyle = "#fff";
    draw.lineWidth = 9;
    draw.stroke();
    draw.setLineDash(dash);
    draw.strokeStyle = colour;
    draw.lineWidth = 5;
    draw.stroke();
  };
  worker ??= new Worker(thread());
  const reader = worker;
  const id = (last += 1);
  /** @type {Corners[]} */
  const read = [];
  /** @type {Corners[]} */
  const seen = [];
  return new Promise((resolve, reject) => {
    const done = () => {
      reader.removeEventListener("message", hear);
      reader.removeEventListener("error", fail);
    };
    const fail = (/** @type {ErrorEvent} */ event) => {
      done();
      worker = null;
      reject(new Error(event.message));
    };
    const hear = (/** @type {MessageEvent} */ { data }) => {
      if (data.id !== id) return;
      if (data.error) {
        done();
        return reject(new Error(data.error));
      }
      for (const { text, corners } of data.found) {
        read.push(corners);
        outline(corners, "#1d6b38", []);
        found(text);
      }
      seen.push(...data.unread);
      progress(data.turn, data.looks);
      if (!data.done) return;
      done();
      const left = missed(read, seen);
      for (const corners of left) outline(corners, "#a92817", [14, 8]);
      resolve({ read: read.length, missed: left.length });
    };
    reader.addEventListener("message", hear);
    reader.addEventListener("error", fail);
    reader.postMessage({ photo: image, id }, [image.data.buffer]);
  });
}
