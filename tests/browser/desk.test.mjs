// An organisation's phone in a real browser, without a network: a booklet from a scan, a typed one, an undo, a no; then
// the network comes back and each hand-out counts once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examine } from "./look.mjs";
import { Stand } from "./stand.mjs";

let stand;
let codes;
let coordinator;
let phone;

before(async () => {
  stand = new Stand("desk");
  codes = stand.print(40, 4);
  coordinator = stand.person("coordinator");
  stand.person("partner-worker", "cuisine");
  await stand.serve();
  await stand.launch(1, 20);
}, { timeout: 120_000 });
after(() => stand.end());

const answer = (page, verdict, text = "") => page.locator(`#give-answer[data-verdict=${verdict}]`, { hasText: text }).waitFor({ timeout: 20_000 });
const waits = (page, count) => page.locator(`#wait[data-count="${count}"]`).waitFor({ timeout: 20_000 });
const state = (code) => stand.cabas("coupons", "story", code);

async function type(page, text) {
  await page.fill("#give-number", text);
  await page.click("#give-form button");
}

test("a card makes a phone that hands out and does nothing else", { timeout: 90_000 }, async () => {
  const office = await stand.open(1280, coordinator);
  phone = await stand.phone(office.page, "partner-worker");
  const { page } = phone;
  await page.locator("#give-bands button").first().waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  assert.match(await page.textContent("#stall"), /Cuisine collective/);
  assert.equal(await page.locator("#pay").isVisible(), false);
  await examine(page, "desk phone");
  await stand.shot(page, "empty");
  await office.context.close();
});

test("without a network: a scan, its whole booklet, a size, done; typed, undone, and each no", { timeout: 120_000 }, async () => {
  const { context, page } = phone;
  await context.setOffline(true);
  await stand.stop();
  await page.reload();
  await page.locator("#give-bands button").first().waitFor();
  await page.click("#give-scan");
  await page.locator("#give-chosen", { hasText: "1-00001" }).waitFor({ timeout: 30_000 });
  await page.click("#give-scan");
  await page.locator("#hand-needs", { hasText: "Choisissez la taille" }).waitFor();
  await page.locator("#give-whole button", { hasText: "1-c1" }).click();
  await page.locator("#give-chosen", { hasText: "1-00001 – 1-00004" }).waitFor();
  await page.locator("#give-bands button", { hasText: "2 ou 3 personnes" }).click();
  await page.locator("#hand", { hasText: /4 · 20,00\s\$/ }).waitFor();
  await stand.shot(page, "chosen");
  await examine(page, "desk phone with coupons");
  await page.click("#hand");
  await answer(page, "done", "Remis");
  await waits(page, 1);
  await stand.shot(page, "done");
  await type(page, "1-c1");
  await answer(page, "refuse", "Déjà remis");
  await page.locator("#give-chosen .drop").click();
  await type(page, "1-00039 à 1-00045");
  await answer(page, "refuse", "1-00041");
  await page.locator("#give-chosen .drop").click();
  await type(page, "bonjour");
  await answer(page, "refuse", "pas un numéro");
  // With the keyboard only: a booklet, a size, done.
  await page.focus("#give-number");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("1-c2");
  await page.keyboard.press("Enter");
  await page.locator("#give-chosen", { hasText: "1-00005 – 1-00008" }).waitFor();
  await page.locator("#give-bands button").first().focus();
  await page.keyboard.press("Space");
  await page.waitForFunction(() => !document.querySelector("#hand").disabled);
  await page.focus("#hand");
  await page.keyboard.press("Enter");
  await waits(page, 2);
  await page.locator("#give-last li", { hasText: "1-00005" }).locator("button").click();
  await answer(page, "done", "annulée");
  await waits(page, 3);
  await type(page, "1-c3");
  await page.locator("#give-bands button").last().click();
  await page.click("#hand");
  await waits(page, 4);
  await page.locator("#give-today", { hasText: /: 2 · Coupons.: 8/ }).waitFor();
  await stand.shot(page, "today");
  await page.click("#wait");
  await page.locator("#recent li").nth(3).waitFor();
  assert.equal(await page.locator("#recent li").count(), 4);
  await examine(page, "desk phone's outbox");
  await stand.shot(page, "outbox");
  await page.click("#back");
  await page.locator("#give-bands").waitFor();
});

test("back: each once, what was undone is in hand again; a refused one is said", { timeout: 90_000 }, async () => {
  await stand.serve();
  // Meanwhile somebody gave the third booklet's first coupon at the office.
  stand.cabas("stock", "hand-out", "--partner", "cuisine", "--coupons", "1:9", "--band", "1");
  const { context, page } = phone;
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await waits(page, 0);
  assert.match(state(codes[0]), /ménage|remis/i);
  assert.match(state(codes[3]), /ménage|remis/i);
  await page.click("#wait");
  await page.locator("#settle li.bad", { hasText: "1-00009" }).waitFor();
  assert.equal(await page.locator("#settle li").count(), 1);
  await examine(page, "desk phone with something to settle");
  await stand.shot(page, "settle");
  await page.click("#back");
  // What was undone can be given, with fresh lists.
  await type(page, "1-c2");
  await page.locator("#give-bands button").first().click();
  await page.click("#hand");
  await answer(page, "done");
  await waits(page, 0);
  assert.match(state(codes[4]), /ménage|remis/i);
  stand.cabas("audit");
});

test("in English, at 320 px", { timeout: 60_000 }, async () => {
  const office = await stand.open(1280, coordinator);
  const { context, page } = await stand.phone(office.page, "partner-worker", 320, "en");
  await page.locator("#give-bands button").first().waitFor();
  await type(page, "1-c5");
  await page.locator("#give-bands button").nth(1).click();
  await page.waitForFunction(() => !document.querySelector("#hand").disabled);
  await examine(page, "desk phone in English");
  await stand.shot(page, "en");
  await context.close();
  await office.context.close();
});
