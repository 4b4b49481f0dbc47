// Two phones in a field, in real browsers, that pass squares from screen to camera: payments carried to where there is a
// network, their receipt brought back, coupons accepted at one stall refused at the other; and a card read inside the app.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { encode } from "../../crates/web/assets/vendor/uqr-0.1.3/index.mjs";
import { readSquare } from "../../crates/web/assets/phone/squares.js";
import { examine } from "./look.mjs";
import { card, disk, enrol, film, grids, launch, market, pay, PHONE, shot, type, waits, watch } from "./market.mjs";

let at;
let stall;
let manager;
const said = [];
const browsers = [];

/** A phone whose camera sees what `look` puts before it. */
async function phone(name) {
  const seen = join(at.folder, `${name}.y4m`);
  film(seen, [[[false]]]);
  const browser = await launch(seen);
  browsers.push(browser);
  const page = watch(await (await browser.newContext(PHONE)).newPage(), said);
  return { page, browser, context: page.context(), look: (grid) => film(seen, grid) };
}

before(async () => {
  at = await market();
  stall = await phone("stall");
  manager = await phone("manager");
  await enrol(at, stall.page, await card(at, stall.browser, "merchant"), /Marché public/);
}, { timeout: 180_000 });

after(async () => {
  for (const browser of browsers) await browser.close();
  at?.stop();
  assert.deepEqual(said, [], "the browser complains");
});

const offline = (on, ...phones) => Promise.all(phones.map(({ context }) => context.setOffline(on)));
const online = async (one) => {
  await offline(false, one);
  await one.page.evaluate(() => dispatchEvent(new Event("online")));
};
/** Everything that a page shows now, before another phone's camera. */
async function show(from, to) {
  if (await from.page.locator("#square-all").isVisible()) {
    await from.page.click("#square-all summary");
    const count = Number((await from.page.textContent("#square-name")).match(/(\d+)$/)[1]);
    await from.page.waitForFunction((n) => document.querySelectorAll("#square-list svg").length === n, count);
  }
  const all = await grids(from.page);
  to.look(all);
  return all.length;
}

test("the card is read with the camera inside the app", { timeout: 60_000 }, async () => {
  const { page } = manager;
  await page.context().addCookies([{ name: "lang", value: "fr", url: at.site }]);
  const address = await card(at, manager.browser, "market-manager");
  manager.look([encode(address, { ecc: "M", border: 4 }).data]);
  await page.goto(`${at.site}/phone/`);
  await page.click("#card-read");
  await page.locator("#choose-list button", { hasText: "Ferme" }).click({ timeout: 30_000 });
  await page.locator("#pay").waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // Each knows the other from its lists.
  await stall.page.evaluate(async () => {
    const { takeLists } = await import(document.querySelector("script[type=module]").src.replace("main.js", "sending.js"));
    await takeLists();
  });
  for (const one of [stall, manager]) {
    const { value } = (await disk(one.page, "meta")).find(({ key }) => key === "lists");
    assert.equal(value.peers.length, 1);
  }
});

test("payments are shown as squares that other programs read", { timeout: 120_000 }, async () => {
  await offline(true, stall, manager);
  const { page } = stall;
  for (let n = 0; n < 10; n += 1) await pay(page, at.codes[2 * n], at.codes[2 * n + 1]);
  await waits(page, 10);
  await page.click("#wait");
  await examine(page, "phone outbox with squares to show");
  await shot(page, "carry-outbox");
  await page.click("#carry-show");
  await page.locator("#square svg").waitFor();
  await examine(page, "phone squares");
  await shot(page, "carry-show");
  await page.click("#square-all summary");
  await page.locator("#square-list svg").nth(2).waitFor();
  const squares = await page.locator("#square-list svg").all();
  const read = [];
  for (const [n, square] of squares.entries()) {
    const png = join(at.folder, `square-${n}.png`);
    writeFileSync(png, await square.screenshot());
    read.push(readSquare(execFileSync("zbarimg", ["--raw", "-q", png], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).replace(/\n$/, "")));
  }
  assert.deepEqual(read.map(({ square, squares: of }) => [square, of]), squares.map((_, n) => [n + 1, squares.length]));
  await page.click("#square-all summary");
});

test("the manager's phone carries them, and says so once they are on its disk", { timeout: 120_000 }, async () => {
  const count = await show(stall, manager);
  assert.ok(count >= 3);
  const { page } = manager;
  await page.click("#wait");
  assert.equal(await page.locator("#carry-own").isVisible(), false, "nothing of its own to show");
  await page.click("#carry-read");
  await page.locator("#read-count", { hasText: "Tout est lu" }).waitFor({ timeout: 60_000 });
  await examine(page, "phone reading squares");
  await shot(page, "carry-read");
  const kept = await disk(page, "carried");
  assert.equal(kept.reduce((sum, parcel) => sum + parcel.count, 0), 10);
  await page.reload();
  await page.locator("#carrying", { hasText: "10" }).waitFor();
  await shot(page, "carry-carrying");
  // Where there is a network.
  await online(manager);
  await page.locator("#carrying").waitFor({ state: "hidden", timeout: 20_000 });
  for (const code of at.codes.slice(0, 20)) assert.match(at.cabas("coupons", "story", code), /utilisé/i);
  await waits(stall.page, 10);
  assert.ok((await disk(stall.page, "acts")).every(({ state }) => state === "unsent"), "the stall keeps them until the platform itself has answered");
  await page.click("#wait");
  await page.locator("#carried li", { hasText: "Reçu" }).first().waitFor();
  await examine(page, "phone that carried");
  await shot(page, "carry-carried");
});

test("the platform's signed answer comes back by squares too", { timeout: 120_000 }, async () => {
  await offline(true, manager);
  await manager.page.click("#receipts");
  await manager.page.locator("#square svg").waitFor();
  await show(manager, stall);
  await manager.page.click("#show-back");
  const { page } = stall;
  await page.click("#show-back");
  await page.click("#receipt-read");
  await page.locator("#read-count", { hasText: "Tout est lu" }).waitFor({ timeout: 60_000 });
  await waits(page, 0);
  assert.ok((await disk(page, "acts")).every(({ state }) => state === "sent"));
  await page.click("#read-back");
  await page.click("#back");
});

test("what one stall accepted is refused at the next, without a network", { timeout: 120_000 }, async () => {
  await manager.page.click("#back");
  await pay(manager.page, at.codes[40], at.codes[41]);
  await manager.page.click("#wait");
  await manager.page.click("#seen-show");
  await manager.page.locator("#square svg").waitFor();
  await examine(manager.page, "phone shows what it accepted");
  await show(manager, stall);
  const { page } = stall;
  await page.click("#wait");
  await page.click("#seen-read");
  await page.locator("#read-said li", { hasText: "2 coupons" }).waitFor({ timeout: 60_000 });
  await shot(page, "seen-read");
  await page.click("#read-back");
  await examine(page, "phone with a neighbour");
  await shot(page, "seen-kept");
  await page.click("#back");
  await type(page, at.codes[40]);
  await page.locator("#answer[data-verdict=refuse]", { hasText: "autre kiosque" }).waitFor();
  await shot(page, "seen-refused");
  await type(page, at.codes[42]);
  assert.match(await page.getAttribute("#answer", "data-verdict"), /accept|doubt/);
  await page.reload();
  await page.locator("#pay").waitFor();
  await type(page, at.codes[41]);
  await page.locator("#answer[data-verdict=refuse]", { hasText: "autre kiosque" }).waitFor();
  // Its own squares are nobody's neighbour.
  await page.reload();
  await online(stall);
  await online(manager);
  await waits(manager.page, 0);
  at.cabas("audit");
});
