// A programme of its own for a test of cameras and phones: opened, printed, served, and a browser whose camera sees our
// own printed sheets. CABAS is the program.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { film } from "./film.mjs";

const { CABAS, CABAS_CHROMIUM = "/usr/bin/chromium", CABAS_SHOTS: shots } = process.env;
assert.ok(CABAS, "CABAS is the program");
// A season that has begun and does not end while we live: the browser's clock is the real one.
const DATES = { "2025-06-15": "2020-01-01", "2025-07-01": "2020-01-01", "2025-09-15": "2020-01-01", "2025-10-13": "2099-12-30", "2025-10-31": "2099-12-31" };

export class Stand {
  /** @param {string} name of its pictures and of its folder */
  constructor(name) {
    this.name = name;
    this.folder = mkdtempSync(join(tmpdir(), `cabas-${name}.`));
    this.env = { ...process.env, CABAS_DATA: join(this.folder, "data"), CABAS_PROGRAMME: "essai", RUST_LOG: "error" };
    delete this.env.CABAS_DATABASE;
    /** What browsers complained of. */
    this.said = [];
    let file = readFileSync(new URL("../../crates/ground/src/programme.toml", import.meta.url), "utf8");
    for (const [day, other] of Object.entries(DATES)) file = file.replaceAll(`"${day}"`, `"${other}"`);
    writeFileSync(join(this.folder, "programme.toml"), file);
    this.cabas("programme", "open", join(this.folder, "programme.toml"));
    this.cabas("programme", "receive", "--fund", "desjardins", "--amount", "1000", "--reference", "v1", "--on", "2025-06-01");
  }

  cabas(...words) {
    return execFileSync(CABAS, words, { env: this.env, encoding: "utf8" }).trim();
  }

  /** Coupons of class A, with an organisation, printed; their codes in order. */
  print(count, booklet) {
    this.cabas("coupons", "issue", "--class", "A", "--count", String(count), "--booklet", String(booklet));
    this.cabas("stock", "take-in", `1:1-${count}`);
    this.cabas("stock", "allot", `1:1-${count}`, "--partner", "cuisine", "--fund", "desjardins");
    this.cabas("coupons", "print", "--batch", "1", "--out", join(this.folder, "sheets.pdf"));
    return [...this.cabas("coupons", "list", "--batch", "1").matchAll(/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/g)].map(([code]) => code);
  }

  person(role, of) {
    const person = this.cabas("people", "add", "--name", role).match(/\d+/)[0];
    this.cabas("people", "grant", "--person", person, "--role", role, ...(of ? ["--of", of] : []));
    return person;
  }

  /** Starts the server, the second time where it was. */
  async serve() {
    this.server = spawn(CABAS, ["serve", "--listen", this.site ? new URL(this.site).host : "127.0.0.1:0"], { env: this.env, stdio: ["ignore", "pipe", "inherit"] });
    const said = await new Promise((resolve, reject) => {
      this.server.stdout.once("data", (data) => resolve(String(data)));
      this.server.once("exit", () => reject(new Error("the server stopped")));
    });
    this.site = said.match(/http:\/\/[\d.:]+/)[0];
  }

  stop() {
    return new Promise((resolve) => {
      this.server.removeAllListeners("exit");
      this.server.once("exit", resolve);
      this.server.kill();
    });
  }

  /** A browser whose camera sees `cards` cards of the printed sheets, one after the other, each for so many tenths of a second. */
  async launch(cards, turns) {
    const args = ["--no-sandbox", "--disable-gpu"];
    if (cards) {
      const out = join(this.folder, "cards.y4m");
      film(join(this.folder, "sheets.pdf"), out, cards, this.folder, turns);
      args.push("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${out}`);
    }
    this.browser = await chromium.launch({ executablePath: CABAS_CHROMIUM, args });
  }

  /** Somebody's window. */
  async open(width, person, lang = "fr", more = {}) {
    const context = await this.browser.newContext({ viewport: { width, height: 760 }, permissions: ["camera"], reducedMotion: "reduce", ...more });
    const cookies = [{ name: "lang", value: lang, url: this.site }];
    if (person) cookies.push({ name: "cabas", value: this.cabas("people", "token", "--person", person).match(/[0-9a-f]{64}/)[0], url: this.site });
    await context.addCookies(cookies);
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && !/status of 4\d\d|net::ERR_|Failed to load resource/.test(message.text()) && this.said.push(message.text()));
    page.on("pageerror", (error) => this.said.push(String(error)));
    return { context, page };
  }

  /** A phone made from the card that `office`, a page of the coordinator, makes for whoever has this name. */
  async phone(office, holder, width = 360, lang = "fr") {
    await office.goto(`${this.site}/p/essai/phones`);
    await office.selectOption("#holder", await office.locator("#holder option", { hasText: `${holder} ·` }).first().getAttribute("value"));
    await office.click("main form button");
    const address = await office.textContent(".pass-address .code");
    const { context, page } = await this.open(width, undefined, lang);
    await page.goto(address.trim());
    await page.click("#link-form button");
    return { context, page };
  }

  async shot(page, name) {
    if (shots) await page.screenshot({ path: join(shots, `${this.name}-${name}.png`), fullPage: true });
  }

  async end() {
    await this.browser?.close();
    this.server?.removeAllListeners("exit");
    this.server?.kill();
    rmSync(this.folder, { recursive: true, force: true });
    assert.deepEqual(this.said, [], "the browser complains");
  }
}
