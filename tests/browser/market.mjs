// A small programme whose season is now, its program serving behind a front that can be away or bring another version,
// and phones that belong to a merchant and to a market manager. CABAS is the program; CABAS_DISK=1 takes the app's files
// as they are on the disk rather than the program's, for a look without a build.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { front } from "./front.mjs";

const { CABAS, CABAS_DISK, CABAS_CHROMIUM = "/usr/bin/chromium", CABAS_SHOTS } = process.env;
// The browser's clock is the real one.
const DATES = { "2025-06-15": "2020-01-01", "2025-07-01": "2020-01-01", "2025-09-15": "2020-01-01", "2025-10-13": "2099-12-30", "2025-10-31": "2099-12-31" };

export const shot = async (page, name) => CABAS_SHOTS && page.screenshot({ path: join(CABAS_SHOTS, `${name}.png`), fullPage: true });

/** Opens a market: `coupons` handed out, a server, its front. */
export async function market(coupons = 60) {
  assert.ok(CABAS, "CABAS is the program");
  const folder = mkdtempSync(join(tmpdir(), "cabas-market."));
  const env = { ...process.env, CABAS_DATA: join(folder, "data"), CABAS_PROGRAMME: "essai", RUST_LOG: "error" };
  delete env.CABAS_DATABASE;
  const cabas = (...words) => execFileSync(CABAS, words, { env, encoding: "utf8" }).trim();
  let file = readFileSync(new URL("../../crates/ground/src/programme.toml", import.meta.url), "utf8");
  for (const [day, other] of Object.entries(DATES)) file = file.replaceAll(`"${day}"`, `"${other}"`);
  writeFileSync(join(folder, "programme.toml"), file);
  cabas("programme", "open", join(folder, "programme.toml"));
  cabas("programme", "receive", "--fund", "desjardins", "--amount", "9000", "--reference", "v1", "--on", "2025-06-01");
  cabas("coupons", "issue", "--class", "A", "--count", String(coupons), "--booklet", "10");
  cabas("stock", "take-in", `1:1-${coupons}`);
  cabas("stock", "allot", `1:1-${coupons}`, "--partner", "cuisine", "--fund", "desjardins");
  cabas("stock", "hand-out", "--partner", "cuisine", "--coupons", `1:1-${coupons}`, "--band", "1");
  const codes = [...cabas("coupons", "list", "--batch", "1").matchAll(/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/g)].map(([code]) => code);
  assert.equal(codes.length, coupons);
  const people = {};
  for (const role of ["coordinator", "merchant", "market-manager"]) {
    people[role] = cabas("people", "add", "--name", role).match(/\d+/)[0];
    const of = { merchant: ["--of", "ferme"], "market-manager": ["--of", "marche"] }[role] ?? [];
    cabas("people", "grant", "--person", people[role], "--role", role, ...of);
  }
  const server = spawn(CABAS, ["serve", "--listen", "127.0.0.1:0"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const upstream = await new Promise((resolve, reject) => {
    server.stdout.once("data", (data) => resolve(String(data).match(/http:\/\/[\d.:]+/)[0]));
    server.once("exit", () => reject(new Error("the server stopped")));
  });
  const before = await front(upstream, { disk: Boolean(CABAS_DISK) });
  const token = cabas("people", "token", "--person", people.coordinator).match(/[0-9a-f]{64}/)[0];
  const stop = () => {
    before.close();
    server.removeAllListeners("exit");
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, cabas, codes, front: before, site: before.site, token, stop };
}

/** The address on a new card, for whoever has a role. */
export async function card({ site, token }, browser, role) {
  const context = await browser.newContext();
  await context.addCookies([{ name: "lang", value: "fr", url: site }, { name: "cabas", value: token, url: site }]);
  const page = await context.newPage();
  await page.goto(`${site}/p/essai/phones`);
  await page.selectOption("#holder", await page.locator("#holder option", { hasText: `${role} ·` }).first().getAttribute("value"));
  await page.click("main form button");
  const address = (await page.textContent(".pass-address .code")).trim();
  await context.close();
  return site + address.slice(address.indexOf("/phone/"));
}

/** A browser with a film for a camera, which may be made later. */
export const launch = (film) =>
  chromium.launch({
    executablePath: CABAS_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", ...(film ? [`--use-file-for-fake-video-capture=${film}`] : [])],
  });

/** What a phone's window is, and what the browser complains of in it. */
export const PHONE = { viewport: { width: 360, height: 760 }, permissions: ["camera"], reducedMotion: "reduce" };

export function watch(page, said) {
  page.on("console", (message) => message.type() === "error" && !/status of 4\d\d|net::ERR_|Failed to load resource/.test(message.text()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  return page;
}

/** Makes a window a phone of somebody, at the stall whose button has a text. */
export async function enrol(at, page, address, stall) {
  await page.context().addCookies([{ name: "lang", value: "fr", url: at.site }]);
  await page.goto(address);
  await page.click("#link-form button");
  await page.locator("#choose-list button", { hasText: stall }).click();
  await page.locator("#pay").waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Types a code, and waits until the phone has said something of it. */
export async function type(page, code, letter = "A") {
  await page.evaluate(() => (document.querySelector("#answer").dataset.verdict = ""));
  await page.fill("#code", code.toLowerCase().replace("-", " "));
  await page.locator("#letters .letter", { hasText: letter }).first().click();
  await page.locator('#answer[data-verdict]:not([data-verdict=""])').waitFor({ timeout: 15_000 });
}
export const waits = (page, count) => page.locator(`#wait[data-count="${count}"]`).waitFor({ timeout: 15_000 });
export const answer = (page, verdict) => page.locator(`#answer[data-verdict=${verdict}]`).waitFor({ timeout: 15_000 });
/** Accepts a payment of some coupons. */
export async function pay(page, ...codes) {
  for (const code of codes) await type(page, code);
  await page.click("#accept");
  await answer(page, "done");
}

/** What the phone's disk holds. */
export const disk = (page, store) =>
  page.evaluate(async (name) => {
    const db = await new Promise((resolve, reject) => Object.assign(indexedDB.open("cabas-phone"), { onsuccess: ({ target }) => resolve(target.result), onerror: reject }));
    const rows = await new Promise((resolve) => (db.transaction(name).objectStore(name).getAll().onsuccess = ({ target }) => resolve(target.result)));
    db.close();
    return JSON.parse(JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? Array.from(value) : value)));
  }, store);

const [WIDTH, HEIGHT] = [1280, 720];

/** What a camera sees before a screen or a sheet that shows a square: rows of modules, in grey. */
export function picture(grid) {
  const grey = Buffer.alloc(WIDTH * HEIGHT, 70);
  const scale = Math.floor(660 / grid.length);
  const [left, top] = [Math.floor((WIDTH - scale * grid.length) / 2), Math.floor((HEIGHT - scale * grid.length) / 2)];
  grid.forEach((row, y) => {
    const drawn = Buffer.alloc(scale * row.length);
    row.forEach((on, x) => drawn.fill(on ? 25 : 225, x * scale, (x + 1) * scale));
    for (let turn = 0; turn < scale; turn += 1) drawn.copy(grey, (top + y * scale + turn) * WIDTH + left);
  });
  return { width: WIDTH, height: HEIGHT, grey };
}

/** A film of squares, each for a while. */
export function film(out, grids, { frames = 6 } = {}) {
  const video = openSync(out, "w");
  writeSync(video, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`);
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  for (const grid of grids) {
    const { grey } = picture(grid);
    for (let turn = 0; turn < frames; turn += 1) for (const part of ["FRAME\n", grey, colour]) writeSync(video, part);
  }
  closeSync(video);
}

/** The modules of every square that a page shows, read from its drawings. */
export async function grids(page) {
  const drawn = await page.evaluate(() => {
    const all = document.querySelectorAll("#square-list svg");
    return [...(all.length ? all : document.querySelectorAll("#square svg"))].map((svg) => ({ size: svg.viewBox.baseVal.width, path: svg.querySelector("path").getAttribute("d") }));
  });
  return drawn.map(({ size, path }) => {
    const grid = Array.from({ length: size }, () => Array(size).fill(false));
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) grid[y][x] = true;
    return grid;
  });
}
