// A market without a network, in a real browser: two phones are enrolled from their cards, accept typed codes and what
// a camera sees of our own printed sheets, lose the network and the server, are reloaded, come back, send twice. Each
// coupon counts once, the shared one is a sale and a dispute, and the audit passes. Needs CABAS, the program.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { film } from "./film.mjs";
import { examine } from "./look.mjs";

const { CABAS, CABAS_CHROMIUM = "/usr/bin/chromium", CABAS_SHOTS: shots } = process.env;
assert.ok(CABAS, "CABAS is the program");
const folder = mkdtempSync(join(tmpdir(), "cabas-phone."));
// A season that has begun and does not end while we live: the browser's clock is the real one.
const DATES = { "2025-06-15": "2020-01-01", "2025-07-01": "2020-01-01", "2025-09-15": "2020-01-01", "2025-10-13": "2099-12-30", "2025-10-31": "2099-12-31" };

const env = { ...process.env, CABAS_DATA: join(folder, "data"), CABAS_PROGRAMME: "essai", RUST_LOG: "error" };
delete env.CABAS_DATABASE;
const cabas = (...words) => execFileSync(CABAS, words, { env, encoding: "utf8" }).trim();

let server;
let site;
/** Starts the server, the second time where it was. */
async function serve() {
  server = spawn(CABAS, ["serve", "--listen", site ? new URL(site).host : "127.0.0.1:0"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const said = await new Promise((resolve, reject) => {
    server.stdout.once("data", (data) => resolve(String(data)));
    server.once("exit", () => reject(new Error("the server stopped")));
  });
  site = said.match(/http:\/\/[\d.:]+/)[0];
}
const stop = () =>
  new Promise((resolve) => {
    server.removeAllListeners("exit");
    server.once("exit", resolve);
    server.kill();
  });

let browser;
let codes;
let people;
const said = [];

before(async () => {
  let file = readFileSync(new URL("../../crates/ground/src/programme.toml", import.meta.url), "utf8");
  for (const [day, other] of Object.entries(DATES)) file = file.replaceAll(`"${day}"`, `"${other}"`);
  writeFileSync(join(folder, "programme.toml"), file);
  cabas("programme", "open", join(folder, "programme.toml"));
  cabas("programme", "receive", "--fund", "desjardins", "--amount", "1000", "--reference", "v1", "--on", "2025-06-01");
  cabas("coupons", "issue", "--class", "A", "--count", "40", "--booklet", "10");
  cabas("stock", "take-in", "1:1-40");
  cabas("stock", "allot", "1:1-40", "--partner", "cuisine", "--fund", "desjardins");
  cabas("stock", "hand-out", "--partner", "cuisine", "--coupons", "1:1-40", "--band", "1");
  cabas("stock", "withdraw", "1:40", "--to", "stolen", "--reason", "volé");
  cabas("coupons", "print", "--batch", "1", "--out", join(folder, "sheets.pdf"));
  codes = [...cabas("coupons", "list", "--batch", "1").matchAll(/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/g)].map(([code]) => code);
  assert.equal(codes.length, 40);
  people = ["coordinator", "merchant", "market-manager"].map((role) => {
    const person = cabas("people", "add", "--name", role).match(/\d+/)[0];
    const of = { merchant: ["--of", "ferme"], "market-manager": ["--of", "marche"] }[role] ?? [];
    cabas("people", "grant", "--person", person, "--role", role, ...of);
    return person;
  });
  film(join(folder, "sheets.pdf"), join(folder, "cards.y4m"), 4, folder);
  await serve();
  browser = await chromium.launch({
    executablePath: CABAS_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${join(folder, "cards.y4m")}`],
  });
}, { timeout: 120_000 });

after(async () => {
  await browser?.close();
  server?.removeAllListeners("exit");
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
  assert.deepEqual(said, [], "the browser complains");
});

/** In the page: how often it asked that its memory be kept, how it shook the phone and which tones it made. */
const senses = () => {
  const felt = { kept: 0, shakes: [], tones: [] };
  window.felt = felt;
  const persist = navigator.storage.persist.bind(navigator.storage);
  navigator.storage.persist = () => {
    felt.kept += 1;
    return persist();
  };
  navigator.vibrate = (shakes) => felt.shakes.push(shakes.join(" ")) > 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...at) {
    felt.tones.push(this.frequency.value);
    return start.apply(this, at);
  };
};

/** Somebody's window. */
async function open(width, person, lang = "fr") {
  const context = await browser.newContext({ viewport: { width, height: 760 }, permissions: ["camera"], reducedMotion: "reduce" });
  const cookies = [{ name: "lang", value: lang, url: site }];
  if (person) cookies.push({ name: "cabas", value: cabas("people", "token", "--person", person).match(/[0-9a-f]{64}/)[0], url: site });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.addInitScript(senses);
  page.on("console", (message) => message.type() === "error" && !/status of 4\d\d|net::ERR_|Failed to load resource/.test(message.text()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  return { context, page };
}
const shot = async (page, name) => shots && page.screenshot({ path: join(shots, `phone-${name}.png`), fullPage: true });
const answer = (page, verdict) => page.locator(`#answer[data-verdict=${verdict}]`).waitFor({ timeout: 15_000 });
const waits = (page, count) => page.locator(`#wait[data-count="${count}"]`).waitFor({ timeout: 15_000 });

/** Types a code, and waits until the phone has said something of it. */
async function type(page, code, letter = "A") {
  await page.evaluate(() => (document.querySelector("#answer").dataset.verdict = ""));
  await page.fill("#code", code.toLowerCase().replace("-", " "));
  await page.locator("#letters .letter", { hasText: letter }).first().click();
  await page.locator('#answer[data-verdict]:not([data-verdict=""])').waitFor({ timeout: 15_000 });
}
const state = (code) => cabas("coupons", "story", code);

let one;
let two;

test("a coordinator makes a card, and a phone follows it", { timeout: 60_000 }, async () => {
  const { context, page } = await open(1280, people[0]);
  await page.goto(`${site}/p/essai/phones`);
  await examine(page, "phones");
  await shot(page, "office");
  const phones = [];
  for (const holder of ["merchant", "market-manager"]) {
    await page.goto(`${site}/p/essai/phones`);
    const value = await page.locator("#holder option", { hasText: `${holder} ·` }).first().getAttribute("value");
    await page.selectOption("#holder", value);
    await page.click("main form button");
    const address = await page.textContent(".pass-address .code");
    await examine(page, "phone card");
    await shot(page, `card-${holder}`);
    const phone = await open(360);
    await phone.page.goto(address.trim());
    await phone.page.locator("#welcome").waitFor();
    await examine(phone.page, "phone welcome");
    await shot(phone.page, `welcome-${holder}`);
    await phone.page.click("#link-form button");
    phones.push(phone);
  }
  [one, two] = phones;
  // The merchant sells at two places; the manager's market has two merchants.
  for (const [{ page: phone }, name] of [[one, /Marché public/], [two, /Ferme/]]) {
    await phone.locator("#choose-list button", { hasText: name }).click();
    await phone.locator("#pay").waitFor();
    await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
    await phone.waitForFunction(() => navigator.serviceWorker.controller !== null);
    assert.equal(new URL(phone.url()).hash, "", "the link is not left in the address");
    assert.ok((await phone.evaluate(() => window.felt.kept)) > 0, "the browser is asked to keep the memory");
    await examine(phone, "phone");
  }
  await page.goto(`${site}/p/essai/phones`);
  assert.equal(await page.locator("details summary", { hasText: "En service" }).count(), 2);
  await examine(page, "phones in use");
  await shot(page, "office-in-use");
  await context.close();
});

test("without network nor server: typed codes, the camera, a reload; each no is said", { timeout: 120_000 }, async () => {
  for (const { context } of [one, two]) await context.setOffline(true);
  await stop();
  const { page } = one;
  await page.reload();
  await page.locator("#pay").waitFor();
  await type(page, codes[20]);
  await answer(page, "doubt");
  await shot(page, "doubt");
  await type(page, codes[20]);
  await answer(page, "refuse");
  assert.match(await page.textContent("#answer"), /Déjà dans ce paiement/);
  await type(page, codes[39]);
  await page.locator("#answer", { hasText: "volé" }).waitFor();
  await page.fill("#code", `${codes[21].slice(0, 10)}${codes[21].endsWith("Z") ? "Y" : "Z"}`);
  assert.match(await page.textContent("#code-hint"), /faux|inversés/);
  await page.fill("#code", "7K2M");
  assert.match(await page.textContent("#code-hint"), /6 signes/);
  await page.fill("#code", "");
  await type(page, codes[21]);
  assert.match((await page.textContent("#total")).replace(/\s/g, " "), /10,00/);
  await page.click("#accept");
  await answer(page, "done");
  await shot(page, "done");
  await waits(page, 1);
  // Each answer has its own shake and its own sound: a typed code twice taken, two noes, and the payment.
  const { shakes, tones } = await page.evaluate(() => window.felt);
  assert.deepEqual(shakes, ["60 60 60", "300", "300", "60 60 60", "80 40 80"]);
  assert.deepEqual([...new Set(tones)].sort((a, b) => a - b), [160, 220, 660, 880, 1320]);
  await type(page, codes[21]);
  await page.locator("#answer", { hasText: "Déjà utilisé" }).waitFor();
  await shot(page, "refused");
  // The camera: four cards of the first sheet, one after the other.
  await page.click("#scan");
  await page.waitForFunction(() => document.querySelectorAll("#basket li").length >= 4, null, { timeout: 60_000 });
  await page.click("#scan");
  await shot(page, "scanned");
  await examine(page, "phone with a payment");
  assert.equal(await page.locator("#basket li").count(), 4);
  await page.click("#accept");
  await answer(page, "done");
  await waits(page, 2);
  await page.reload();
  await waits(page, 2);
  await page.click("#wait");
  assert.equal(await page.locator("#recent li").count(), 2);
  await examine(page, "phone outbox");
  await shot(page, "outbox");
  await page.click("#back");
  // The other phone takes one of the same coupons, and one of its own.
  await type(two.page, codes[20]);
  await answer(two.page, "doubt");
  await type(two.page, codes[22]);
  await two.page.click("#accept");
  await answer(two.page, "done");
  await waits(two.page, 1);
});

test("back: everything once, the shared coupon a sale and a dispute", { timeout: 60_000 }, async () => {
  await serve();
  const { page } = one;
  await one.context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await waits(page, 0);
  await two.context.setOffline(false);
  await two.page.evaluate(() => dispatchEvent(new Event("online")));
  await waits(two.page, 0);
  await two.page.click("#wait");
  await two.page.locator("#settle li.bad", { hasText: codes[20] }).waitFor();
  await shot(two.page, "settle");
  await examine(two.page, "phone with something to settle");
  // The server's answer gets lost: the phone sends the same again.
  await page.evaluate(async () => {
    const db = await new Promise((resolve) => (indexedDB.open("cabas-phone").onsuccess = (event) => resolve(event.target.result)));
    await new Promise((resolve) => {
      const tx = db.transaction("acts", "readwrite");
      tx.oncomplete = resolve;
      const acts = tx.objectStore("acts");
      acts.getAll().onsuccess = ({ target }) => target.result.forEach((act) => acts.put({ ...act, state: "unsent" }));
    });
    db.close();
  });
  await page.reload();
  await waits(page, 0);
  const spent = codes.filter((code) => /utilisé/i.test(state(code)));
  assert.equal(spent.length, 7, "two typed, four scanned, one of the other phone");
  for (const code of [20, 21, 22]) assert.ok(spent.includes(codes[code]));
  const office = await open(1280, people[0]);
  await office.page.goto(`${site}/p/essai/disputes`);
  assert.equal(await office.page.locator("form [name=dispute]").count() > 0, true, "somebody decides");
  await office.context.close();
  cabas("audit");
});

test("a phone taken out is told so, and keeps what it has", { timeout: 60_000 }, async () => {
  const { page } = two;
  const office = await open(1280, people[0]);
  await office.page.goto(`${site}/p/essai/phones`);
  const row = office.page.locator("details", { hasText: "market-manager" });
  await row.locator("summary").click();
  await row.locator("button").click();
  await office.page.locator("[role=status]").waitFor();
  await page.click("#back");
  await type(page, codes[30]);
  await page.click("#accept");
  await page.locator("#trouble", { hasText: "retiré" }).waitFor();
  await waits(page, 1);
  await shot(page, "revoked");
  // It knows from now on, network or not.
  await page.reload();
  await type(page, codes[31]);
  await page.locator("#answer", { hasText: "n’accepte plus" }).waitFor();
  await waits(page, 1);
  await office.context.close();
});
