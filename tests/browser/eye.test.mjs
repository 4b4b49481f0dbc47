// A camera beside the fields of office pages: it writes what it reads, sends nothing, and pages without it are the same.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examine } from "./look.mjs";
import { Stand } from "./stand.mjs";

let stand;
let codes;
let worker;
let manager;

before(async () => {
  stand = new Stand("eye");
  codes = stand.print(40, 4);
  worker = stand.person("partner-worker", "cuisine");
  manager = stand.person("market-manager", "marche");
  await stand.serve();
  await stand.launch(2, 20);
}, { timeout: 120_000 });
after(() => stand.end());

const eye = (page, field) => page.locator(`[data-eye=${field}]`);

test("a hand-out from a scan: first and last, the way is chosen, nothing is sent by itself", { timeout: 60_000 }, async () => {
  const { context, page } = await stand.open(360, worker);
  const answer = await page.goto(`${stand.site}/p/essai/handouts`);
  assert.doesNotMatch(answer.headers()["content-security-policy"], /wasm/, "the page itself runs no foreign program");
  await eye(page, "numbers").locator("button").waitFor();
  await examine(page, "hand-outs with a camera");
  await page.check("[name=band][value='2-3']", { force: true });
  await eye(page, "numbers").locator("button").click();
  await eye(page, "numbers").locator("video").waitFor();
  await eye(page, "numbers").locator("[role=status]", { hasText: "Premier coupon lu" }).waitFor({ timeout: 30_000 });
  await stand.shot(page, "first");
  await examine(page, "hand-outs with an open camera");
  await eye(page, "numbers").locator("video").waitFor({ state: "detached", timeout: 30_000 });
  assert.equal(await page.isChecked("[name=way][value=numbers]"), true);
  const read = (await page.inputValue("#numbers")).split("\n");
  // Sheets are cut in piles: cards beside each other are not numbers in a row.
  const numbers = read.map((code) => codes.indexOf(code) + 1).sort((a, b) => a - b);
  assert.equal(numbers.length, 2);
  assert.equal(numbers[0], 1);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Noter la remise", "what is left is to send");
  await stand.shot(page, "read");
  assert.match(stand.cabas("coupons", "story", codes[0]), /organisme/i);
  await page.keyboard.press("Enter");
  await page.locator(".give", { hasText: `coupons 1 à ${numbers[1]}` }).waitFor();
  await context.close();
});

test("without a band, what is left to choose comes next; in English", { timeout: 60_000 }, async () => {
  const { context, page } = await stand.open(320, worker, "en");
  await page.goto(`${stand.site}/p/essai/handouts`);
  await eye(page, "numbers").locator("button", { hasText: "Read with the camera" }).click();
  await eye(page, "numbers").locator("video").waitFor({ state: "attached" });
  await eye(page, "numbers").locator("video").waitFor({ state: "detached", timeout: 30_000 });
  assert.equal(await page.evaluate(() => document.activeElement.name), "band");
  await examine(page, "hand-outs read in English");
  await context.close();
});

test("the problems desk and the count", { timeout: 60_000 }, async () => {
  const { context, page } = await stand.open(360, manager);
  await page.goto(`${stand.site}/p/essai/market/1`);
  await eye(page, "code").locator("button").click();
  await page.waitForFunction(() => document.querySelector("#code").value.length === 11, null, { timeout: 30_000 });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Vérifier");
  await page.keyboard.press("Enter");
  await page.locator("#doubt [role=status] strong").waitFor();
  await stand.shot(page, "doubt");
  await examine(page, "problems desk with a camera");
  await page.goto(`${stand.site}/p/essai/count`);
  await page.fill("#codes", codes[30]);
  await eye(page, "codes").locator("button").click();
  await page.waitForFunction(() => document.querySelector("#codes").value.trim().split("\n").length === 3, null, { timeout: 30_000 });
  await stand.shot(page, "count");
  await eye(page, "codes").locator("button", { hasText: "Fermer" }).click();
  assert.equal(await page.locator("video").count(), 0);
  const written = (await page.inputValue("#codes")).split("\n");
  assert.equal(written[0], codes[30], "what was typed stays");
  assert.ok(new Set(written).size === 3 && written.every((code) => codes.includes(code)));
  await context.close();
});

test("without a script, or without leave to see, the page is the same", { timeout: 60_000 }, async () => {
  const plain = await stand.open(360, worker, "fr", { javaScriptEnabled: false });
  await plain.page.goto(`${stand.site}/p/essai/handouts`);
  assert.equal(await eye(plain.page, "numbers").locator("button").isVisible(), false);
  await plain.context.close();
  const { context, page } = await stand.open(360, worker);
  await page.addInitScript(() => (MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"))));
  await page.goto(`${stand.site}/p/essai/handouts`);
  await eye(page, "numbers").locator("button").click();
  await eye(page, "numbers").locator("[role=status]", { hasText: "pas permis" }).waitFor();
  assert.equal(await page.locator("video").count(), 0);
  await context.close();
});
