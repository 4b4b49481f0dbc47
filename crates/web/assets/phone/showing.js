// The screen that shows squares to another phone: one after the other by itself, or still, or all in a list.
import { $, button, show } from "./page.js";
import { cut } from "./squares.js";
import { word } from "./words.js";

/** How long a square stays: another phone reads a few in a second. */
const EACH_MS = 700;
/** White around a square, in modules: readers ask for four. */
const MARGIN = 4;
// Kept by the service worker beside the reader of squares; see vendor/VENDOR.toml. Fetched when somebody shows squares.
const WRITER = "/a/vendor/uqr-0.1.3/index.mjs";

/** @type {string[]} */
let squares = [];
let at = 0;
/** @type {ReturnType<typeof setInterval> | undefined} */
let turning;

/**
 * A square as a drawing.
 * @param {string} text
 * @param {string} label
 */
async function draw(text, label) {
  const { encode } = await import(WRITER);
  /** @type {{ size: number, data: boolean[][] }} */
  const { size, data } = encode(text, { ecc: "L", boostEcc: true, border: MARGIN });
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  path.setAttribute("d", dark.join(""));
  svg.append(path);
  return svg;
}

const name = (/** @type {number} */ index) => word("phone-square", { position: index + 1, count: squares.length });

async function drawOne() {
  const shown = at;
  const svg = await draw(squares[shown], name(shown));
  // Another one was asked for meanwhile.
  if (shown !== at) return;
  $("square").replaceChildren(svg);
  $("square-name").textContent = name(shown);
}

/** @param {number} by */
function turn(by) {
  at = (at + by + squares.length) % squares.length;
  void drawOne();
}

function stop() {
  clearInterval(turning);
  turning = undefined;
  $("square-stop").textContent = word("phone-square-go");
}

function go() {
  turning = setInterval(() => turn(1), EACH_MS);
  $("square-stop").textContent = word("phone-square-stop");
}

/**
 * Shows wholes, each whole as few squares.
 * @param {import("./squares.js").Kind} kind
 * @param {Uint8Array<ArrayBuffer>[]} wholes
 * @param {{ title: string, how: string }} words
 */
export async function present(kind, wholes, { title, how }) {
  squares = await cut(kind, wholes);
  at = 0;
  $("show-title").textContent = title;
  $("show-how").textContent = how;
  $("square-turn").hidden = squares.length < 2;
  $("square-all").hidden = squares.length < 2;
  /** @type {HTMLDetailsElement} */ ($("square-all")).open = false;
  $("square-list").replaceChildren();
  stop();
  await drawOne();
  show("show");
  // Whoever asked for less movement turns them by hand, or reads the list.
  if (squares.length > 1 && !matchMedia("(prefers-reduced-motion: reduce)").matches) go();
}

async function list() {
  if (!(/** @type {HTMLDetailsElement} */ ($("square-all")).open) || $("square-list").childElementCount) return;
  stop();
  const rows = await Promise.all(
    squares.map(async (text, index) => {
      const row = document.createElement("li");
      const caption = document.createElement("p");
      caption.textContent = name(index);
      row.append(await draw(text, name(index)), caption);
      return row;
    }),
  );
  $("square-list").replaceChildren(...rows);
}

/** @param {() => void} back */
export function listen(back) {
  const buttons = [button("◀", () => (stop(), turn(-1))), button("", () => (turning ? stop() : go())), button("▶", () => (stop(), turn(1)))];
  for (const [made, label] of [[buttons[0], "phone-square-before"], [buttons[2], "phone-square-after"]]) {
    /** @type {HTMLElement} */ (made).setAttribute("aria-label", word(/** @type {string} */ (label)));
  }
  for (const made of buttons) made.className = "button plain";
  buttons[1].id = "square-stop";
  $("square-turn").replaceChildren(...buttons);
  $("square-all").ontoggle = () => void list();
  $("show-back").onclick = back;
  document.addEventListener("screen", (event) => /** @type {CustomEvent} */ (event).detail === "show" || stop());
}
