// A camera beside a field of an office page: what it reads on a coupon is written into the field, as if somebody had
// typed it. Nothing is ever sent by itself. Without a script or a camera, the page is the same without the button.
//
// The page's policy needs nothing more for this: the thread that reads has a policy of its own, with its file.

/** Between a booklet's first coupon and its last somebody turns it over, milliseconds. */
const TURN_MS = 1_000;

/**
 * @typedef {object} Tools
 * @property {typeof import("./scan.js").Scanner} Scanner
 * @property {typeof import("./signed.js").parseSigned} parseSigned
 * @property {typeof import("./code.js").show} show
 * @property {typeof import("./signal.js")} signals
 */

/**
 * What is fetched when somebody opens the camera, and not before.
 * @returns {Promise<Tools>}
 */
async function tools() {
  const [{ Scanner }, { parseSigned }, { show }, signals] = await Promise.all([import("./scan.js"), import("./signed.js"), import("./code.js"), import("./signal.js")]);
  return { Scanner, parseSigned, show, signals };
}

/**
 * What somebody would type for a square: the coupon's code. Another programme's goes in as it was read, so that the
 * server says whose it is. Nothing for a square that is no coupon.
 * @param {string} text
 * @param {number} programme
 * @param {Pick<Tools, "parseSigned" | "show">} by
 */
export function written(text, programme, { parseSigned, show }) {
  const signed = parseSigned(text);
  if (!signed) return null;
  return signed.programme === programme ? show(signed.bits) : text.trim();
}

/**
 * What stands in the field after one more code. A field for one code, or for a booklet's first and last, begins anew.
 * @param {string} before
 * @param {string[]} read in this look through the camera, the last one new
 * @param {{ most: number, between: string }} field `most` is 0 for as many as there are
 */
export function added(before, read, { most, between }) {
  if (most > 0) return read.slice(-most).join(between);
  const kept = before.trimEnd();
  return (kept ? kept + between : "") + read[read.length - 1];
}

/** @param {HTMLElement} place */
function open(place) {
  const button = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
  const say = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (document.getElementById(place.dataset.eye ?? ""));
  const words = place.dataset;
  const most = Number(words.most);
  const between = field instanceof HTMLTextAreaElement ? "\n" : " ";
  /** @type {HTMLVideoElement | null} */
  let video = null;
  /** @type {import("./scan.js").Scanner | null} */
  let scanner = null;
  /** @type {string[]} */
  let read = [];
  let read_ms = 0;

  function close() {
    scanner?.stop();
    video?.remove();
    video = null;
    button.textContent = words.open ?? "";
    button.setAttribute("aria-expanded", "false");
  }

  /** To what is still to fill in, or to the button that sends. */
  function goOn() {
    const form = field.form;
    const next = /** @type {HTMLElement | null} */ (form?.querySelector("input:invalid, select:invalid, textarea:invalid") ?? form?.querySelector("button:not([type=button])"));
    next?.focus();
  }

  /**
   * @param {string} text
   * @param {number} together how many squares the frame shows
   * @param {Tools} by
   */
  function found(text, together, by) {
    if (!scanner?.isOn) return;
    const code = written(text, Number(words.programme), by);
    if (code && read.includes(code)) return;
    if (!code || (most > 0 && together > 1)) {
      say.textContent = (code ? words.one : words.strange) ?? "";
      return;
    }
    if (most === 0 && field.value.includes(code)) return;
    if (most > 0 && Date.now() - read_ms < TURN_MS) return;
    read_ms = Date.now();
    read.push(code);
    field.value = added(field.value, read, { most, between });
    // The way to choose coupons that this field belongs to.
    const way = /** @type {HTMLInputElement | null} */ (words.way ? field.form?.querySelector(`[name=way][value=${words.way}]`) : null);
    if (way) way.checked = true;
    by.signals.signal("accept");
    say.textContent = ((most === 2 && read.length === 1 ? words.first : words.read) ?? "").replace("{code}", code.length > 20 ? `${code.slice(0, 20)}…` : code);
    if (most > 0 && read.length >= most) {
      close();
      goOn();
    }
  }

  async function look() {
    if (scanner?.isOn) {
      close();
      if (read.length > 0) goOn();
      return;
    }
    const by = await tools();
    by.signals.wakeSound();
    read = [];
    say.textContent = "";
    video = document.createElement("video");
    video.muted = true;
    video.playsInline = true;
    button.after(video);
    scanner = new by.Scanner(video, (text, together) => found(text, together, by), (error) => console.warn("scanner", error));
    await scanner.start();
    button.textContent = words.shut ?? "";
    button.setAttribute("aria-expanded", "true");
  }

  button.setAttribute("aria-expanded", "false");
  button.onclick = () =>
    void look().catch(() => {
      close();
      say.textContent = words.none ?? "";
    });
  place.hidden = false;
}

/** Whether there is a camera at all; whether it may be used is asked when somebody opens it. */
async function hasCamera() {
  const devices = globalThis.navigator?.mediaDevices;
  if (!devices?.getUserMedia) return false;
  return (await devices.enumerateDevices()).some(({ kind }) => kind === "videoinput");
}

if (await hasCamera()) for (const place of document.querySelectorAll("[data-eye]")) open(/** @type {HTMLElement} */ (place));
