// A stall's phone: the real app in a real browser, behind its own wire, with its own wrong clock. All that the test
// knows of the app's page is here.
import { readdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { SIZE, picture } from "./camera.mjs";
import { inside } from "./inside.mjs";

const { CABAS_CHROMIUM = "/usr/bin/chromium" } = process.env;
export const LAUNCH = { executablePath: CABAS_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] };
const LOOK = { viewport: { width: 360, height: 760 }, reducedMotion: "reduce", locale: "fr-CA" };
/** What the browser says of requests that get no answer, which is what we are here for. */
const EXPECTED = /net::ERR_|Failed to load resource|status of 503/;

export class Phone {
  /** @param {{ name: string, wire: import("./wire.mjs").Wire, skew: number, folder?: string }} of `skew`: how late its clock is, milliseconds; `folder`: its disk, when it is a browser of its own */
  constructor({ name, wire, skew, folder }) {
    Object.assign(this, { name, wire, skew, folder });
    /** What went wrong in the page. */
    this.complaints = [];
    /** Payments that it said it accepted: `{ codes, at }`. */
    this.payments = [];
    this.isOffline = false;
  }

  /** @param {import("playwright-core").Browser} browser @param {number} now the true hour */
  async switchOn(browser, now) {
    this.browser = browser;
    const context = this.folder ? await chromium.launchPersistentContext(this.folder, { ...LAUNCH, ...LOOK }) : await browser.newContext(LOOK);
    context.setDefaultTimeout(120_000);
    await context.addInitScript(inside, { ...SIZE, shift: now + this.skew - Date.now() });
    await context.setOffline(this.isOffline);
    this.context = context;
    this.page = this.folder ? context.pages()[0] : await context.newPage();
    this.listen();
  }

  listen() {
    this.page.on("console", (message) => ["error", "warning"].includes(message.type()) && !EXPECTED.test(message.text()) && this.complaints.push(`${this.name}: ${message.text()}`));
    this.page.on("pageerror", (error) => this.complaints.push(`${this.name}: ${error}`));
  }

  /** Follows its card's link and chooses its stall. */
  async enrol(link, { vendor, place }) {
    const { page } = this;
    await page.goto(this.wire.site + new URL(link).pathname + new URL(link).hash);
    await page.click("#link-form button");
    const choice = page.locator("#choose-list button").filter({ hasText: vendor }).filter({ hasText: place });
    await choice.or(page.locator("#pay")).and(page.locator(":visible")).first().waitFor();
    if (await choice.isVisible()) await choice.click();
    await page.locator("#pay").waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const stall = await page.textContent("#stall");
    if (!stall.includes(vendor) || !stall.includes(place)) throw new Error(`${this.name} is at ${stall}`);
  }

  /** Without a network, or with one again: the phone is told, as phones are. `state`: what its wire lets through. */
  async setOffline(isOffline, state = isOffline ? "down" : "up") {
    this.isOffline = isOffline;
    this.wire.state = state;
    await this.context.setOffline(isOffline);
  }

  /** @param {number} now the true hour: the phone's own is as wrong as ever */
  setClock(now) {
    return this.page.evaluate((ms) => globalThis.market.setClock(ms), now + this.skew);
  }

  async openEye() {
    await this.page.locator("#pay").waitFor();
    if (await this.page.locator("#eye").isHidden()) await this.page.click("#scan");
    await this.page.locator("#eye").waitFor();
  }

  closeEye() {
    return this.page.click("#scan");
  }

  /** Cards in front of the camera, all at once or one after the other, until all are in the payment. */
  async hold(cards, isOneByOne = false) {
    const turns = isOneByOne ? cards.map((card) => [card]) : [cards];
    let held = { codes: [] };
    for (const turn of turns) {
      const count = held.codes.length + turn.length;
      held = await this.page.evaluate(([address, most]) => globalThis.market.hold(address, most), [picture(turn), count]);
      if (held.codes.length !== count) throw new Error(`${this.name}: ${held.codes.length} coupons in the payment, ${count} shown`);
    }
    return held;
  }

  /** The big button; the phone must say that it is done. */
  async accept({ codes, total }, at) {
    const waiting = await this.waiting();
    await this.page.click("#accept");
    const said = await this.page.evaluate((count) => globalThis.market.accepted(count), waiting + 1);
    const done = said.find(({ verdict }) => verdict === "done");
    if (!done) throw new Error(`${this.name}: not said to be done: ${JSON.stringify(said)}`);
    this.payments.push({ codes, total, at, day: null });
    return done.text;
  }

  /** A card that must be refused; what the phone says of it. */
  offer(card) {
    return this.page.evaluate((address) => globalThis.market.offer(address), picture([card]));
  }

  async waiting() {
    return Number(await this.page.getAttribute("#wait", "data-count"));
  }

  /** Reads the page again, as a finger that pulls it down, or a phone that had no room left. */
  async reload() {
    await this.page.reload();
    await this.page.locator("#pay").waitFor();
  }

  /** The window is closed, without a word, and opened again. */
  async reopen() {
    const fresh = await this.context.newPage();
    await this.page.close();
    this.page = fresh;
    this.listen();
    await this.start();
  }

  async start() {
    await this.page.goto(`${this.wire.site}/phone/`);
    await this.page.locator("#pay").waitFor();
  }

  /** Switched off and on: the same disk, another browser. Killed, when it does not even get to say good-bye. */
  async restart(now, isKilled) {
    const gone = new Promise((resolve) => this.context.once("close", resolve));
    if (isKilled) process.kill(this.process(), "SIGKILL");
    else void this.context.close();
    await gone;
    await this.switchOn(this.browser, now);
    await this.start();
  }

  /** The process of this phone's own browser: our child that has its folder. */
  process() {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim().split(" ");
    return Number(children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(this.folder)));
  }

  /** Which version of the app the page is. */
  async version() {
    return (await this.page.getAttribute("script[type=module]", "src")).split("/")[2];
  }

  /** Until another version is on the phone, and not taken yet. */
  newVersionWaits() {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 100));
    });
  }

  /** Until the page is another version than this one. */
  async leaves(version) {
    await this.page.waitForFunction((old) => !document.querySelector("script[type=module]").src.includes(`/${old}/`), version, { polling: 100 });
    await this.page.locator("#pay").waitFor();
  }

  /** The outbox's own button; back to the stall afterwards. */
  async send() {
    await this.page.click("#wait");
    await this.page.click("#send");
    await this.wire.quiet();
    await this.page.click("#back");
  }

  /** Sends the outbox in an order of our choice, through the app's own files; the whole of it again, if so asked. */
  async sendShuffled(seed, { again = false } = {}) {
    // The app is told of the network before there is one, and has tried in vain: what is sent now is sent by us.
    await this.context.setOffline(false);
    await this.wire.quiet();
    this.wire.state = "up";
    this.isOffline = false;
    const module = new URL(await this.page.getAttribute("script[type=module]", "src"), this.wire.site).href;
    await this.page.evaluate(
      async ([main, first, isAgain]) => {
        const [{ push }, { app }] = await Promise.all(["sync.js", "state.js"].map((name) => import(new URL(name, main))));
        if (isAgain) {
          await app.store.run("readwrite", async (tx) => {
            for (const act of await tx.all("acts")) await tx.put("acts", { ...act, state: "unsent" });
          });
        }
        let state = first;
        const order = (all) => {
          const rest = [...all];
          // A shuffle that is the same each time.
          return all.map(() => rest.splice((state = (state * 48271) % 2147483647) % rest.length, 1)[0]);
        };
        // It may be cut; what was not answered for stays.
        await push(app.store, app.device, { order }).catch(() => {});
      },
      [module, seed, again],
    );
    await this.reload();
  }

  /** Coupons under « À régler », with what is said of each. */
  async toSettle() {
    await this.page.click("#wait");
    const rows = await this.page.$$eval("#settle > li", (all) => all.flatMap((row) => Array.from(row.querySelectorAll("p"), (p) => p.textContent)));
    await this.page.click("#back");
    return rows.flatMap((text) => {
      const code = text.match(/^[0-9A-Z]{5}-[0-9A-Z]{5}/)?.[0];
      return code ? [{ code, text }] : [];
    });
  }

  /** What it says of today: how many coupons, and their worth. */
  today() {
    return this.page.textContent("#today");
  }
}
