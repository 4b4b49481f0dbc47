// A market with a hub of its own and no way to the programme's server, in a real browser: two phones hold out the same
// coupon, and only the first may accept it; the second is told so by itself, with the payment still open. The hub is
// killed and comes back with everything. When the server is back the hub carries what it kept, each payment counts once,
// the phones believe the answers because the programme signed them, and the audit passes. Needs CABAS, the program.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { examine } from "./look.mjs";

const { CABAS, CABAS_CHROMIUM = "/usr/bin/chromium", CABAS_SHOTS: shots } = process.env;
assert.ok(CABAS, "CABAS is the program");
const folder = mkdtempSync(join(tmpdir(), "cabas-hub."));
const DATES = { "2025-06-15": "2020-01-01", "2025-07-01": "2020-01-01", "2025-09-15": "2020-01-01", "2025-10-13": "2099-12-30", "2025-10-31": "2099-12-31" };
const env = { ...process.env, CABAS_DATA: join(folder, "data"), CABAS_PROGRAMME: "essai", RUST_LOG: "error" };
delete env.CABAS_DATABASE;
const cabas = (...words) => execFileSync(CABAS, words, { env, encoding: "utf8" }).trim();

/** A program that listens: where, and how to end it. */
async function start(...words) {
  const child = spawn(CABAS, words, { env, stdio: ["ignore", "pipe", "inherit"] });
  const said = await new Promise((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(String(data)));
    child.once("exit", () => reject(new Error(`${words[0]} stopped`)));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return { at: said.match(/http:\/\/[\d.:]+/)[0], end: (signal = "SIGTERM") => (child.kill(signal), ended) };
}

let server;
let hub;
let site;
let browser;
let codes;
let people;
const running = [];
const said = [];
const relay = join(folder, "hub");
const serve = async (...more) => running.push((server = await start("serve", "--listen", site ? new URL(site).host : "127.0.0.1:0", ...more)));
const serveHub = async () => running.push((hub = await start("hub", "serve", "--data", relay, "--listen", hub ? new URL(hub.at).host : "127.0.0.1:0")));

before(async () => {
  let file = readFileSync(new URL("../../crates/ground/src/programme.toml", import.meta.url), "utf8");
  for (const [day, other] of Object.entries(DATES)) file = file.replaceAll(`"${day}"`, `"${other}"`);
  writeFileSync(join(folder, "programme.toml"), file);
  cabas("programme", "open", join(folder, "programme.toml"));
  cabas("programme", "receive", "--fund", "desjardins", "--amount", "1000", "--reference", "v1", "--on", "2025-06-01");
  cabas("coupons", "issue", "--class", "A", "--count", "20", "--booklet", "10");
  cabas("stock", "take-in", "1:1-20");
  cabas("stock", "allot", "1:1-20", "--partner", "cuisine", "--fund", "desjardins");
  cabas("stock", "hand-out", "--partner", "cuisine", "--coupons", "1:1-20", "--band", "1");
  codes = [...cabas("coupons", "list", "--batch", "1").matchAll(/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/g)].map(([code]) => code);
  people = ["coordinator", "merchant", "market-manager"].map((role) => {
    const person = cabas("people", "add", "--name", role).match(/\d+/)[0];
    const of = { merchant: ["--of", "ferme"], "market-manager": ["--of", "marche"] }[role] ?? [];
    cabas("people", "grant", "--person", person, "--role", role, ...of);
    return person;
  });
  await serve();
  site = server.at;
  browser = await chromium.launch({ executablePath: CABAS_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
}, { timeout: 120_000 });

after(async () => {
  await browser?.close();
  await Promise.all(running.map((one) => one.end("SIGKILL")));
  rmSync(folder, { recursive: true, force: true });
  assert.deepEqual(said, [], "the browser complains");
});

async function open(width, person) {
  const context = await browser.newContext({ viewport: { width, height: 760 }, reducedMotion: "reduce" });
  const cookies = [{ name: "lang", value: "fr", url: site }];
  if (person) cookies.push({ name: "cabas", value: cabas("people", "token", "--person", person).match(/[0-9a-f]{64}/)[0], url: site });
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && !/status of [45]\d\d|net::ERR_|Failed to load resource/.test(message.text()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  return page;
}
const shot = async (page, name) => shots && page.screenshot({ path: join(shots, `hub-${name}.png`), fullPage: true });
const answer = (page, verdict) => page.locator(`#answer[data-verdict=${verdict}]`).waitFor({ timeout: 15_000 });
const waits = (page, count) => page.locator(`#wait[data-count="${count}"]`).waitFor({ timeout: 30_000 });
const state = async () => (await fetch(`${hub.at}/hub/v1/state`)).json();

/** Types a code, and waits until the phone has said something of it. */
async function type(page, code) {
  await page.evaluate(() => (document.querySelector("#answer").dataset.verdict = ""));
  await page.fill("#code", code.toLowerCase().replace("-", " "));
  await page.locator("#letters .letter", { hasText: "A" }).first().click();
  await page.locator('#answer[data-verdict]:not([data-verdict=""])').waitFor({ timeout: 15_000 });
}

/** A card for somebody, made on the office's page: its link. */
async function card(office, holder) {
  await office.goto(`${site}/p/essai/phones`);
  const value = await office.locator("#holder option", { hasText: `${holder} ·` }).first().getAttribute("value");
  await office.selectOption("#holder", value);
  await office.click("main form button:has-text('carte')");
  return (await office.textContent(".pass-address .code")).trim();
}

let one;
let two;
let office;

test("a computer becomes the market's hub, and phones learn where it is", { timeout: 90_000 }, async () => {
  office = await open(1280, people[0]);
  const link = await card(office, "market-manager");
  assert.match(cabas("hub", "enrol", link, "--data", relay), /relais de essai/);
  assert.equal(statSync(join(relay, "hub.key")).mode & 0o777, 0o600);
  await serveHub();
  await office.goto(`${site}/p/essai/phones`);
  const row = office.locator("details", { hasText: "Cabas hub" });
  await row.locator("summary").click();
  await row.locator("[name=address]").fill("relais.ca");
  await row.getByRole("button", { name: "Noter l’adresse" }).click();
  await office.locator("main", { hasText: "Ceci n’est pas l’adresse d’un relais" }).waitFor();
  await office.goto(`${site}/p/essai/phones`);
  await row.locator("summary").click();
  await row.locator("[name=address]").fill(hub.at);
  await row.getByRole("button", { name: "Noter l’adresse" }).click();
  await office.locator("[role=status]").waitFor();
  // A server that was not told of it keeps its app from asking there, and says so.
  await row.locator("summary").click();
  await row.locator(".notice", { hasText: "--hub" }).waitFor();
  await server.end();
  await serve("--hub", hub.at);
  await office.goto(`${site}/p/essai/phones`);
  await row.locator("summary").click();
  assert.equal(await row.locator(".notice").count(), 0);
  await examine(office, "phones with a hub");
  await shot(office, "office");
  await office.setViewportSize({ width: 360, height: 760 });
  await shot(office, "office-360");
  await office.setViewportSize({ width: 1280, height: 760 });
  const phones = [];
  for (const holder of ["merchant", "market-manager"]) {
    const address = await card(office, holder);
    const page = await open(360);
    await page.goto(address);
    await page.click("#link-form button");
    await page.locator("#choose-list button", { hasText: holder === "merchant" ? /Marché public/ : /Ferme/ }).click();
    await page.locator("#pay").waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    phones.push(page);
  }
  [one, two] = phones;
  // The first phone's lists may be older than the second phone; the hub's are fetched again when a stranger knocks.
  for (let turn = 0; (await state()).phones < 2; turn += 1) {
    assert.ok(turn < 60, "the hub learns of both phones");
    await type(two, codes[19]);
    await two.click("#basket .drop");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
});

test("whoever looks after the hub reads how it is", { timeout: 60_000 }, async () => {
  const page = await open(360);
  await page.goto(hub.at);
  await page.locator("h1", { hasText: "Relais du marché" }).waitFor();
  await examine(page, "hub");
  await shot(page, "page");
  await page.close();
});

test("no way to the server: the second phone with the same coupon is told no", { timeout: 90_000 }, async () => {
  await server.end();
  // What did not answer a moment ago is asked again.
  for (const page of [one, two]) await page.reload();
  await type(one, codes[0]);
  await answer(one, "doubt");
  await one.click("#accept");
  await answer(one, "done");
  await waits(one, 1);
  for (let turn = 0; (await state()).waiting < 1; turn += 1) {
    assert.ok(turn < 50, "the hub keeps the payment");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  // Accepted by the other phone's own rules at once; then the hub's no takes it out of the payment.
  await type(two, codes[0]);
  await two.locator("#answer[data-verdict=refuse]", { hasText: "Déjà accepté à un autre kiosque" }).waitFor();
  assert.equal(await two.locator("#basket li").count(), 0);
  await shot(two, "second-refused");
  await examine(two, "phone told no by the hub");
  await type(two, codes[0]);
  assert.equal(await two.locator("#answer").getAttribute("data-verdict"), "refuse", "known from now on");
  // A coupon in an open payment is held; given up, it is free.
  await type(one, codes[1]);
  await answer(one, "doubt");
  await type(two, codes[1]);
  await two.locator("#answer[data-verdict=refuse]", { hasText: "en train de l’accepter" }).waitFor();
  await shot(two, "held");
  await one.click("#basket .drop");
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await type(two, codes[1]);
  await two.click("#accept");
  await answer(two, "done");
  // At the very moment of accepting, the payment waits for the answer.
  await type(two, codes[2]);
  await two.click("#accept");
  await answer(two, "done");
  await waits(two, 2);
  await two.click("#wait");
  await two.locator("#recent li", { hasText: "Gardé par le relais" }).first().waitFor();
  await shot(two, "carried");
  await two.click("#back");
});

test("the hub is killed, and says the same afterwards", { timeout: 60_000 }, async () => {
  const { waiting } = await state();
  assert.equal(waiting, 3);
  await hub.end("SIGKILL");
  // Without it, a phone goes on as before.
  await type(one, codes[3]);
  await one.click("#accept");
  await answer(one, "done");
  await waits(one, 2);
  await serveHub();
  assert.ok((await state()).waiting >= 3, "nothing that it said it has is lost");
  await one.reload();
  await type(one, codes[2]);
  await one.locator("#answer[data-verdict=refuse]", { hasText: "Déjà accepté" }).waitFor();
});

test("the server is back: the hub carries, each payment counts once, answers are believed for their signature", { timeout: 90_000 }, async () => {
  for (let turn = 0; (await state()).waiting < 4; turn += 1) {
    assert.ok(turn < 100, "the last payment reached the hub");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  // The phones have no way of their own: only the hub does.
  for (const page of [one, two]) await page.route(`${site}/api/**`, (route) => route.abort());
  await serve("--hub", hub.at);
  for (let turn = 0; (await state()).answered < 4; turn += 1) {
    assert.ok(turn < 80, "the hub carries when it can");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  assert.equal((await state()).waiting, 0);
  for (const page of [one, two]) {
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await waits(page, 0);
  }
  await one.click("#wait");
  assert.equal(await one.locator("#settle li").count(), 0);
  await shot(one, "answered");
  // Their own way is back: the same again changes nothing.
  for (const page of [one, two]) {
    await page.unroute(`${site}/api/**`);
    await page.reload();
    await waits(page, 0);
  }
  const spent = codes.filter((code) => /utilisé/i.test(cabas("coupons", "story", code)));
  assert.deepEqual(spent.sort(), [0, 1, 2, 3].map((at) => codes[at]).sort());
  await office.goto(`${site}/p/essai/disputes`);
  assert.equal(await office.locator("form [name=dispute]").count(), 0, "nothing to quarrel about");
  cabas("audit");
  await office.goto(`${site}/p/essai/phones`);
  assert.equal(await office.locator("summary", { hasText: "⚠" }).count(), 0, "every outbox holds together");
});
