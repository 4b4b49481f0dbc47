// Counting a pile with the camera, in a real browser: a coupon or more a second, each once; a photograph of a whole
// sheet; what was counted survives a reload; the sealed box of a place where nobody stands.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { greyPage } from "./film.mjs";
import { examine } from "./look.mjs";
import { Stand } from "./stand.mjs";

let stand;
let codes;
let coordinator;
let phone;

before(async () => {
  stand = new Stand("pile");
  codes = stand.print(140, 10);
  stand.cabas("stock", "hand-out", "--partner", "cuisine", "--coupons", "1:1-140", "--band", "1");
  stand.cabas("stock", "withdraw", "1:1", "--to", "stolen", "--reason", "volé");
  coordinator = stand.person("coordinator");
  stand.person("market-manager", "marche");
  stand.person("merchant", "ferme");
  await stand.serve();
  // Six tenths of a second a coupon: more than one a second.
  await stand.launch(8, 6);
}, { timeout: 120_000 });
after(() => stand.end());

const waits = (page, count) => page.locator(`#wait[data-count="${count}"]`).waitFor({ timeout: 30_000 });
const counted = async (page) => Number(await page.textContent("#pile-count"));
const spent = () => codes.filter((code) => /utilisé/i.test(stand.cabas("coupons", "story", code))).length;

/** A photograph: two printed pages on a dark table, as a PNG. */
function table(pages, out) {
  const parts = pages.map((page) => greyPage(join(stand.folder, "sheets.pdf"), stand.folder, 150, page));
  const [width, height] = [parts.reduce((sum, { width }) => sum + width, 0) + 200, Math.max(...parts.map(({ height }) => height)) + 200];
  const pixels = Buffer.alloc(width * height, 70);
  let left = 100;
  for (const part of parts) {
    for (let y = 0; y < part.height; y += 1) part.pixels.copy(pixels, (y + 100) * width + left, y * part.width, (y + 1) * part.width);
    left += part.width;
  }
  const pgm = join(stand.folder, "table.pgm");
  writeFileSync(pgm, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]));
  execFileSync("python3", ["-c", "import sys,zlib,struct\nd=open(sys.argv[1],'rb').read()\nh,r=d.split(b'\\n255\\n',1)\nw,n=map(int,h.split()[1:3])\nraw=b''.join(b'\\0'+r[i*w:(i+1)*w] for i in range(n))\nc=lambda t,b: struct.pack('>I',len(b))+t+b+struct.pack('>I',zlib.crc32(t+b))\nopen(sys.argv[2],'wb').write(b'\\x89PNG\\r\\n\\x1a\\n'+c(b'IHDR',struct.pack('>IIBBBBB',w,n,8,0,0,0,0))+c(b'IDAT',zlib.compress(raw,1))+c(b'IEND',b''))", pgm, out]);
}

test("a manager's phone counts a pile without a network, more than one a second, each once", { timeout: 120_000 }, async () => {
  const office = await stand.open(1280, coordinator);
  phone = await stand.phone(office.page, "market-manager");
  await office.context.close();
  const { context, page } = phone;
  await page.locator("#choose-list button", { hasText: "Ferme" }).click();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.click("#pile-open");
  await page.locator("#pile").waitFor();
  await examine(page, "pile");
  await stand.shot(page, "empty");
  await page.click("#pile-scan");
  // Three turns of the film are fifteen seconds: each of the eight is seen again and again.
  await page.waitForFunction(() => Number(document.querySelector("#pile-count").textContent) >= 8, null, { timeout: 30_000 });
  await page.locator("#pile-said", { hasText: "Déjà compté" }).waitFor({ timeout: 20_000 });
  assert.equal(await counted(page), 8);
  assert.match((await page.textContent("#pile-worth")).replace(/\s/g, " "), /35,00/, "the stolen one is apart");
  await page.locator("#pile-odd li", { hasText: codes[0] }).waitFor();
  await stand.shot(page, "scanned");
  await examine(page, "pile with coupons");
  await page.click("#pile-scan");
  await page.reload();
  await page.click("#pile-open");
  await page.waitForFunction(() => document.querySelector("#pile-count").textContent === "8");
});

test("a photograph of a table: all at once, in the same pile", { timeout: 180_000 }, async () => {
  const { page } = phone;
  const picture = join(stand.folder, "table.png");
  table([1, 2], picture);
  const before_ms = Date.now();
  await page.setInputFiles("#pile-file", picture);
  await page.locator("#pile-photo-said", { hasText: "coupons lus" }).waitFor({ timeout: 120_000 });
  console.log(`a photograph: ${await page.textContent("#pile-photo-said")}, ${Date.now() - before_ms} ms`);
  await stand.shot(page, "photo");
  await examine(page, "pile with a photograph");
  assert.match(await page.textContent("#pile-photo-said"), /^20 coupons lus sur la photo/);
  assert.equal(await counted(page), 20, "those counted before once");
  await page.fill("#pile-code", codes[130].toLowerCase());
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#pile-count").textContent === "21");
  await page.click("#pile-send");
  await waits(page, 1);
  await page.locator("#pile-said", { hasText: "Compté : 21 coupons" }).waitFor();
  assert.equal(await counted(page), 0);
  await stand.shot(page, "sent");
});

test("back: a count of paper, the odd one somebody's to decide", { timeout: 60_000 }, async () => {
  const { context, page } = phone;
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await waits(page, 0);
  assert.equal(spent(), 20);
  await page.click("#wait");
  await page.locator("#settle li.bad", { hasText: codes[0] }).waitFor();
  await page.click("#back");
  stand.cabas("audit");
});

test("a place where nobody stands: the sealed box is counted", { timeout: 60_000 }, async () => {
  const office = await stand.open(1280, coordinator);
  const { context, page } = await stand.phone(office.page, "merchant", 320);
  await page.locator("#choose-list button", { hasText: "Kiosque" }).click();
  await page.locator("#pile-title", { hasText: "caisse scellée" }).waitFor();
  await examine(page, "sealed box");
  await stand.shot(page, "box");
  await page.fill("#pile-code", codes[125]);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#pile-count").textContent === "1");
  await page.click("#pile-send");
  await waits(page, 0);
  await page.locator("#pile-said", { hasText: "Compté" }).waitFor();
  assert.match(stand.cabas("coupons", "story", codes[125]), /Kiosque|kiosque/);
  stand.cabas("audit");
  await context.close();
  await office.context.close();
});
