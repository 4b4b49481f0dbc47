// WebKit's own engine, driven as WebDriver says (https://www.w3.org/TR/webdriver2/): Debian's webkit2gtk-driver and its
// MiniBrowser, on a screen that nobody sees. It is no iPhone, but the nearest thing that Debian has.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const { CABAS_WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver", CABAS_XVFB = "/usr/bin/Xvfb", CABAS_SHOTS: shots } = process.env;
/** How long something may take to show, milliseconds. */
const PATIENCE_MS = 20_000;
const AGAIN_MS = 100;
/** How long a page may take to load, milliseconds. */
const LOAD_MS = 30_000;
/** How long the driver may take for anything, milliseconds. */
const ANSWER_MS = 45_000;
const OPEN_MS = 15_000;
/** How WebDriver names an element in JSON. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** MiniBrowser's own bar is 447 pixels wide otherwise, and its window no narrower. */
const NARROW = "* { padding: 0; margin: 0; min-width: 0; min-height: 0; border-width: 0; font-size: 1px; }";

/** What is missing to run WebKit here, in words; nothing when all is there. */
export function missing() {
  for (const [program, packaged] of [[CABAS_WEBKIT_DRIVER, "webkit2gtk-driver"], [CABAS_XVFB, "xvfb"]]) {
    if (!existsSync(program)) return `no ${program}; apt-get install ${packaged}`;
  }
  return "";
}

/** A port that was free a moment ago: the driver takes a number and says none. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export class WebKit {
  /** A screen; windows are opened on it. */
  static async launch() {
    const self = new WebKit();
    self.folder = mkdtempSync(join(tmpdir(), "cabas-webkit."));
    mkdirSync(join(self.folder, "gtk-3.0"));
    writeFileSync(join(self.folder, "gtk-3.0", "gtk.css"), NARROW);
    self.screen = spawn(CABAS_XVFB, ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const display = await new Promise((resolve, reject) => {
      self.screen.stdio[3].once("data", (data) => resolve(String(data).trim()));
      self.screen.once("exit", () => reject(new Error("no screen")));
    });
    self.env = { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: "x11", LC_ALL: "C.UTF-8", NO_AT_BRIDGE: "1", XDG_CONFIG_HOME: self.folder, XDG_DATA_HOME: self.folder, XDG_CACHE_HOME: self.folder };
    return self;
  }

  /** A driver of its own for each window: one that has just closed a window does not always open another. */
  async drive() {
    this.leave();
    const port = await freePort();
    this.at = `http://127.0.0.1:${port}`;
    // A group of its own: its browser ends with it.
    this.driver = spawn(CABAS_WEBKIT_DRIVER, [`--port=${port}`], { env: this.env, stdio: "ignore", detached: true });
    for (let left = 100; left > 0; left -= 1) {
      if (await fetch(`${this.at}/status`).then(({ ok }) => ok, () => false)) return;
      await sleep(AGAIN_MS);
    }
    throw new Error("WebKitWebDriver does not listen");
  }

  leave() {
    try {
      if (this.driver) process.kill(-this.driver.pid);
    } catch {
      // It had ended by itself.
    }
    this.driver = null;
  }

  /** The window, with a memory that it shares with no other: the driver has one at a time. Its camera is a drawing. @param {string[]} [without] features of WebKit to do without */
  async open(width, without = []) {
    const binary = readdirSync("/usr/lib").map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`).find(existsSync);
    const options = { ...(binary && { binary }), args: ["--automation", "--enable-mock-capture-devices=true", "--enable-media-stream=true", ...(without.length ? [`--features=${without.map((name) => `!${name}`)}`] : [])] };
    const wanted = { timeouts: { pageLoad: LOAD_MS, script: LOAD_MS }, "webkitgtk:browserOptions": options };
    const begin = () => this.drive().then(() => this.send("POST", "/session", { capabilities: { alwaysMatch: wanted } }, OPEN_MS));
    // Now and then its browser starts and never says so.
    const { sessionId, capabilities } = await begin().catch(begin).catch(begin);
    const window = new Window(this, sessionId, `${capabilities.browserName} ${capabilities.browserVersion}`);
    await window.send("POST", "/window/rect", { width, height: 780 });
    return window;
  }

  /** @param {object} [body] */
  async send(method, path, body, patience_ms = ANSWER_MS) {
    const asked = `${method} ${path} ${JSON.stringify(body)?.slice(0, 300) ?? ""}`;
    const answer = await fetch(this.at + path, { method, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(patience_ms) }).catch((error) => {
      throw new Error(`${asked}: the driver does not answer`, { cause: error });
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${asked}: ${value?.error}: ${value?.message}`);
    return value;
  }

  end() {
    this.leave();
    this.screen.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

class Window {
  constructor(webkit, id, version) {
    this.webkit = webkit;
    this.path = `/session/${id}`;
    this.version = version;
  }

  send(method, path, body) {
    return this.webkit.send(method, this.path + path, body);
  }

  goto(url) {
    return this.send("POST", "/url", { url });
  }

  reload() {
    return this.send("POST", "/refresh", {});
  }

  /** For the site that is shown. */
  cookie(name, value) {
    return this.send("POST", "/cookie", { cookie: { name, value, path: "/" } });
  }

  /** Runs a function in the page; what it answers is plain data. */
  run(does, ...args) {
    return this.send("POST", "/execute/sync", { script: `return (${does})(...arguments)`, args });
  }

  /** The same of a function that waits for something. */
  async later(does, ...args) {
    const script = `const done = arguments[arguments.length - 1]; (${does})(...Array.from(arguments).slice(0, -1)).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const { value, error } = await this.send("POST", "/execute/async", { script, args });
    if (error) throw new Error(error);
    return value;
  }

  /** Until a function answers something true in the page. */
  async until(what, does, ...args) {
    let last;
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(AGAIN_MS)) {
      last = await this.run(does, ...args).catch(String);
      if (last && typeof last !== "string") return;
    }
    throw new Error(`${what} did not come: ${last}; the page says: ${await this.run(() => document.body.innerText.slice(0, 600)).catch(String)}`);
  }

  /** Until an element shows, with that text in it when one is asked for. */
  shows(selector, text = "") {
    return this.until(`${selector} « ${text} »`, (selector, text) => [...document.querySelectorAll(selector)].some((e) => e.checkVisibility() && e.textContent.replace(/\s+/g, " ").includes(text)), selector, text);
  }

  async element(selector, text = "") {
    await this.shows(selector, text);
    const found = await this.run((selector, text) => [...document.querySelectorAll(selector)].find((e) => e.checkVisibility() && e.textContent.replace(/\s+/g, " ").includes(text)), selector, text);
    return `/element/${found[ELEMENT]}`;
  }

  async click(selector, text) {
    return this.send("POST", `${await this.element(selector, text)}/click`, {});
  }

  /** Keys, as somebody presses them. */
  async type(selector, text) {
    return this.send("POST", `${await this.element(selector)}/value`, { text });
  }

  /** A file for a field that may be hidden. */
  async upload(selector, path) {
    const found = await this.run((selector) => document.querySelector(selector), selector);
    return this.send("POST", `/element/${found[ELEMENT]}/value`, { text: path });
  }

  async text(selector) {
    return this.run((selector) => document.querySelector(selector)?.textContent ?? "", selector);
  }

  async shot(name) {
    if (shots) writeFileSync(join(shots, `webkit-${name}.png`), Buffer.from(await this.send("GET", "/screenshot"), "base64"));
  }

  async close() {
    await this.send("DELETE", "");
    this.webkit.leave();
  }
}
