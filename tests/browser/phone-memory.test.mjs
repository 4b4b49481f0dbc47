// Nothing that a phone showed as accepted is ever lost: a disk that is full, a window or a whole browser that dies in the
// middle, a memory that the browser erases, a second window, clocks a day off, another version in the middle of a market
// day, a server that is down, a network that answers in its place. Needs CABAS, the program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { answer, card, disk, enrol, launch, market, pay, PHONE, shot, type, waits, watch } from "./market.mjs";

const { CABAS_CHROMIUM = "/usr/bin/chromium" } = process.env;
const HOURS_MS = 3_600_000;
let at;
let browser;
let next = 0;
const said = [];
const code = () => at.codes[next++];
const used = (coupon) => assert.match(at.cabas("coupons", "story", coupon), /utilisé/i);

before(async () => {
  at = await market(400);
  browser = await launch();
}, { timeout: 180_000 });

after(async () => {
  await browser?.close();
  at?.cabas("audit");
  at?.stop();
  assert.deepEqual(said, [], "the browser complains");
});

/** A browser with a disk of its own. */
const onDisk = (name) => chromium.launchPersistentContext(join(at.folder, name), { ...PHONE, executablePath: CABAS_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });

/** A new phone of the merchant; `clock` is how far its clock is, milliseconds. */
async function phone(clock = 0, made = browser.newContext(PHONE)) {
  const address = await card(at, browser, "merchant");
  const context = await made;
  if (clock) await context.clock.setSystemTime(Date.now() + clock);
  const page = watch(await context.newPage(), said);
  await enrol(at, page, address, /Marché public/);
  return { context, page };
}
const reload = async (page) => {
  await page.reload();
  await page.locator("#pay").waitFor();
};
const back = async ({ context, page }) => {
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await waits(page, 0);
};

test("a disk that is full accepts nothing, says so, and goes on when there is room", { timeout: 120_000 }, async () => {
  const { context, page } = await phone(0, onDisk("full"));
  await context.setOffline(true);
  const [first, second] = [code(), code()];
  await pay(page, first);
  const devtools = await context.newCDPSession(page);
  // A browser remembers for a while how much room there was: the app is closed for a moment.
  await page.goto("about:blank");
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: at.site, quotaSize: 1 });
  await page.waitForTimeout(3_000);
  await page.goto(`${at.site}/phone/`);
  await page.locator("#pay").waitFor();
  await type(page, second);
  await page.click("#accept");
  await page.locator("#answer[data-verdict=refuse]", { hasText: "Pas accepté" }).waitFor();
  await shot(page, "memory-full");
  await waits(page, 1);
  assert.equal((await disk(page, "acts")).length, 1);
  // What the server says cannot be kept either: that is said, and asked again later.
  await context.setOffline(false);
  await page.click("#wait");
  await page.click("#send");
  await page.locator("#trouble", { hasText: "place" }).waitFor({ timeout: 20_000 });
  await waits(page, 1);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: at.site });
  await page.click("#back");
  await page.click("#accept");
  await answer(page, "done");
  await back({ context, page });
  for (const coupon of [first, second]) used(coupon);
  await context.close();
});

/** Accepts one payment after the other inside the page, and says each on the console as soon as it shows as accepted. */
const acceptAll = (page, codes) =>
  page.evaluate(async (all) => {
    const answer = document.querySelector("#answer");
    const until = (test) =>
      new Promise((resolve) => {
        const look = () => (test() ? resolve() : setTimeout(look, 1));
        look();
      });
    for (const one of all) {
      answer.dataset.verdict = "";
      const field = document.querySelector("#code");
      field.value = one;
      field.dispatchEvent(new Event("input"));
      document.querySelector("#letters .letter").click();
      await until(() => answer.dataset.verdict !== "");
      document.querySelector("#accept").click();
      await until(() => answer.dataset.verdict === "done");
      console.info(`shown ${one}`);
    }
  }, codes);
const shownOn = (page) => {
  const shown = [];
  page.on("console", (message) => message.text().startsWith("shown ") && shown.push(message.text().slice(6)));
  return shown;
};
const kept = async (page) => new Set((await disk(page, "acts")).flatMap(({ lines }) => lines.map((line) => line.code)));

test("a window that dies at any instant loses nothing that it showed as accepted", { timeout: 240_000 }, async (t) => {
  const { context, page: first } = await phone();
  await context.setOffline(true);
  let page = first;
  const shown = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const mine = shownOn(page);
    const codes = Array.from({ length: 12 }, code);
    acceptAll(page, codes).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 500));
    const devtools = await context.newCDPSession(page);
    const died = page.waitForEvent("crash");
    devtools.send("Page.crash").catch(() => {});
    await died;
    shown.push(...mine);
    await page.close();
    page = watch(await context.newPage(), said);
    await page.goto(`${at.site}/phone/`);
    await page.locator("#pay").waitFor();
    const all = await kept(page);
    assert.deepEqual(shown.filter((one) => !all.has(one)), []);
    await waits(page, all.size);
  }
  t.diagnostic(`12 windows killed; ${shown.length} payments shown as accepted, ${(await kept(page)).size} on the disk`);
  assert.ok(shown.length > 5);
  await back({ context, page });
  for (const one of shown.slice(0, 5)) used(one);
  await context.close();
});

test("a whole browser killed loses nothing that it showed as accepted", { timeout: 240_000 }, async (t) => {
  const open = () => onDisk("killed");
  let context = await open();
  await enrol(at, watch(await context.newPage(), said), await card(at, browser, "merchant"), /Marché public/);
  const shown = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await context.setOffline(true);
    const page = context.pages().at(-1);
    const mine = shownOn(page);
    acceptAll(page, Array.from({ length: 15 }, code)).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 600));
    const closed = new Promise((resolve) => context.once("close", resolve));
    // The oldest process of this profile, which is ours alone.
    process.kill(Number(execFileSync("pgrep", ["-o", "-f", `user-data-dir=${join(at.folder, "killed")}`], { encoding: "utf8" })), "SIGKILL");
    await closed;
    shown.push(...mine);
    context = await open();
    const again = watch(await context.newPage(), said);
    await again.goto(`${at.site}/phone/`);
    await again.locator("#pay").waitFor();
    const all = await kept(again);
    assert.deepEqual(shown.filter((one) => !all.has(one)), []);
  }
  t.diagnostic(`3 browsers killed; ${shown.length} payments shown as accepted`);
  await back({ context, page: context.pages().at(-1) });
  await context.close();
});

test("a memory that is erased is said plainly, and a new card begins again", { timeout: 120_000 }, async () => {
  const { context, page } = await phone();
  const coupon = code();
  await pay(page, coupon);
  await waits(page, 0);
  const devtools = await context.newCDPSession(page);
  // Under the open page first.
  await devtools.send("Storage.clearDataForOrigin", { origin: at.site, storageTypes: "indexeddb" });
  await page.locator("#lost").waitFor({ timeout: 15_000 });
  await page.locator("#welcome").waitFor();
  await shot(page, "memory-lost");
  await page.goto("about:blank");
  await devtools.send("Storage.clearDataForOrigin", { origin: at.site, storageTypes: "indexeddb,cache_storage,service_workers,local_storage" });
  await page.goto(`${at.site}/phone/`);
  await page.locator("#lost").waitFor();
  await page.goto("about:blank");
  await enrol(at, page, await card(at, browser, "merchant"), /Marché public/);
  await page.locator("#lost").waitFor({ state: "hidden" });
  const other = code();
  await pay(page, other);
  await waits(page, 0);
  for (const one of [coupon, other]) used(one);
  assert.equal((await disk(page, "acts"))[0].seq, 1, "a new device, a new chain");
  await context.close();
});

test("two windows show the same, and take a coupon once", { timeout: 120_000 }, async () => {
  const { context, page } = await phone();
  await context.setOffline(true);
  const other = watch(await context.newPage(), said);
  await other.goto(`${at.site}/phone/`);
  await other.locator("#pay").waitFor();
  const [shared, alone] = [code(), code()];
  await type(page, shared);
  await type(other, shared);
  await type(other, alone);
  await page.click("#accept");
  await answer(page, "done");
  await waits(other, 1);
  await other.click("#accept");
  await other.locator("#answer", { hasText: "Déjà utilisé" }).waitFor();
  await other.click("#accept");
  await answer(other, "done");
  await waits(page, 2);
  await back({ context, page });
  await waits(other, 0);
  for (const one of [shared, alone]) used(one);
  await context.close();
});

test("clocks a day off, or set right in the field, lose no payment", { timeout: 120_000 }, async () => {
  for (const hours of [24, -24]) {
    const one = await phone(hours * HOURS_MS);
    const { context, page } = one;
    await context.setOffline(true);
    const [first, second] = [code(), code()];
    await pay(page, first);
    const [{ at_ms }] = await disk(page, "acts");
    assert.ok(Math.abs(at_ms - Date.now()) < 60_000, "the time is the server's");
    // Somebody sets it right while there is no network: it is wrong by a day the other way, until the next lists.
    await context.clock.setSystemTime(Date.now());
    await pay(page, second);
    await reload(page);
    await waits(page, 2);
    await back(one);
    for (const coupon of [first, second]) used(coupon);
    await context.close();
  }
});

test("after a day what waits is said on every screen", { timeout: 120_000 }, async () => {
  const one = await phone();
  const { context, page } = one;
  await context.setOffline(true);
  await pay(page, code());
  assert.equal(await page.locator("#old").isVisible(), false);
  await context.clock.setSystemTime(Date.now() + 25 * HOURS_MS);
  await reload(page);
  await page.locator("#old").waitFor();
  await waits(page, 1);
  await page.click("#wait");
  assert.ok(await page.locator("#old").isVisible());
  assert.ok(await page.locator("#wait").isVisible());
  await shot(page, "memory-day-old");
  await context.close();
});

const mark = (page) => page.getAttribute("meta[name=mark]", "content").catch(() => null);

test("another version in the middle of a market day waits for the payment, and takes everything along", { timeout: 120_000 }, async () => {
  await at.front.update("1");
  const one = await phone();
  const { context, page } = one;
  const other = watch(await context.newPage(), said);
  await other.goto(`${at.site}/phone/`);
  await other.locator("#pay").waitFor();
  const coupons = [code(), code(), code()];
  await type(page, coupons[0]);
  await at.front.update("2");
  const update = () => page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration("/phone/")).update()));
  await update();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration("/phone/")).waiting !== null);
  assert.equal(await mark(page), "1", "not in the middle of a payment");
  // The other window is opened again, and takes the new version; the server goes away at once.
  await other.reload();
  await other.waitForFunction(() => document.querySelector("meta[name=mark]")?.content === "2", null, { timeout: 20_000 });
  at.front.away = true;
  assert.equal(await mark(page), "1");
  // The window in the middle of its payment still finds every file of its own version.
  await page.click("#scan");
  await page.waitForFunction(() => document.querySelector("#video").videoWidth > 0);
  assert.ok(await page.evaluate(async () => (await fetch(document.querySelector("script[type=module]").src.replace("main.js", "scanner.js"))).ok));
  await page.click("#scan");
  await page.click("#accept");
  await answer(page, "done");
  // Nothing is open any more: it becomes the new one, without a server.
  await page.waitForFunction(() => document.querySelector("meta[name=mark]")?.content === "2", null, { timeout: 30_000 });
  await page.locator("#pay").waitFor();
  await waits(page, 1);
  await pay(page, coupons[1], coupons[2]);
  await reload(page);
  await waits(page, 2);
  at.front.away = false;
  await back(one);
  for (const coupon of coupons) used(coupon);
  await context.close();
});

test("a server that is down, and a Wi-Fi that answers in its place, change nothing", { timeout: 120_000 }, async () => {
  at.front.away = false;
  const one = await phone();
  const { context, page } = one;
  for (const how of ["away", "portal"]) {
    at.front[how] = true;
    await reload(page);
    await pay(page, code());
    await page.click("#wait");
    await page.click("#send");
    await page.waitForTimeout(500);
    assert.ok((await disk(page, "meta")).find(({ key }) => key === "lists").value.made_at, "the lists are still there");
    await reload(page);
    await page.locator("#wait:not([data-count='0'])").waitFor();
    at.front[how] = false;
  }
  await back(one);
  await context.close();
});
