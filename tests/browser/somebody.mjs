// Somebody at work in the demo, as the tests of weeks watch them: a window, what they tap and write, what they read.
import assert from "node:assert/strict";
import { join } from "node:path";
import { base, examine, fits, lookAt, named, site } from "./look.mjs";

const { CABAS_SHOTS: shots } = process.env;

/** Somebody at their window, who counts what they do. */
export class Somebody {
  constructor(look, role, window) {
    Object.assign(this, { look, role, ...window, taps: 0, fields: 0 });
  }

  static async sit(look, role) {
    const window = await lookAt(look, role, { javaScriptEnabled: look.javaScriptEnabled });
    window.page.setDefaultTimeout(10_000);
    return new Somebody(look, role, window);
  }

  /** Opens a page of the programme. */
  async go(path) {
    const answer = await this.page.goto(site + base + path);
    assert.equal(answer.status(), 200, `${path} for ${this.role}`);
    await this.calm(path);
    this.taps = 0;
    this.fields = 0;
  }

  /** What is seen is in order: no refusal, nothing out of the window. */
  async calm(where) {
    const alerts = await this.page.locator("[role=alert]").allTextContents();
    assert.deepEqual(alerts, [], `${this.role} ${where}`);
    // What forms answer is on no list of pages: axe reads it here, where its script may run.
    await (this.look.javaScriptEnabled ? examine : fits)(this.page, `${where} ${this.role} ${this.look.name}`);
    if (shots) await this.page.screenshot({ path: join(shots, `week-${this.look.name}-${this.role}-${named(where)}.png`), fullPage: true });
  }

  one(selector) {
    return this.page.locator(selector).first();
  }

  async tap(selector) {
    await this.one(selector).click();
    this.taps += 1;
  }

  async write(selector, text) {
    await this.one(selector).fill(text);
    this.fields += 1;
  }

  async choose(selector, value) {
    await this.one(selector).selectOption(value);
    this.fields += 1;
  }

  /** Presses what leads to another page, and waits for it. */
  async press(selector) {
    const there = this.page.waitForEvent("domcontentloaded");
    await this.one(selector).click();
    await there;
    this.taps += 1;
    await this.calm(new URL(this.page.url()).pathname.replace(base, ""));
  }

  /** Opens a folding that may be open already. */
  async unfold(selector) {
    if ((await this.one(selector).getAttribute("open")) === null) await this.tap(`${selector} > summary`);
  }

  /** Sends a form that the rules refuse: the reason and the next step are said, and what was written is still there. */
  async isRefused(selector) {
    const there = this.page.waitForEvent("domcontentloaded");
    await this.one(selector).click();
    await there;
    const alert = this.one("[role=alert]");
    assert.ok((await alert.locator("p").count()) >= 2, "a refusal says why and what next");
    await (this.look.javaScriptEnabled ? examine : fits)(this.page, `refused ${this.role} ${this.look.name}`);
  }

  async says(selector = "[role=status]") {
    return (await this.one(selector).innerText()).replaceAll(/\s+/g, " ");
  }

  /** A file behind a link. */
  async file(path, start) {
    let answer = await this.context.request.get(site + base + path);
    // On a slow machine a page says how far it is, and offers the file once it is made.
    const [work] = new URL(answer.url()).pathname.match(/^.*\/work\/[^/]+$/) ?? [];
    for (let n = 0; work && n < 200 && !(answer.ok() && answer.url().endsWith("/file")); n += 1) {
      await new Promise((done) => setTimeout(done, 100));
      answer = await this.context.request.get(`${site}${work}/file`);
    }
    assert.equal(answer.status(), 200, path);
    const body = await answer.body();
    assert.equal(body.subarray(0, start.length).toString("latin1"), start, path);
    return body.toString("utf8");
  }

  async leave() {
    assert.deepEqual(this.said, [], "the browser complains");
    await this.context.close();
  }
}

/** Numbers in « coupons 9 à 12 du lot 1 »: first, last, batch. */
export const numbers = (words) => [...words.matchAll(/\d+/g)].map(([n]) => Number(n));
/** « 40 000,00 $ » and “$40,000.00”: dollars. */
export const dollars = (words) => {
  const [, whole, cents = "0"] = words.replace(/[^\d,.]/g, "").match(/^(.*?)(?:[,.](\d\d))?$/);
  return Number(`${whole.replace(/\D/g, "") || 0}.${cents}`);
};
