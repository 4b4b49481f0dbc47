// Looks at every page as people do: on a narrow phone and on a desk, in both languages, by day and by
// night, on paper. Needs a running site: CABAS_URL, and CABAS_LINK, a sign-in link of a coordinator that
// was not used yet. CABAS_SHOTS, when set, is a folder that receives a picture of each page.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { enter, examine, launch, lookAt, tooWide, unfold } from "./look.mjs";

const { CABAS_URL: site, CABAS_LINK: link, CABAS_SHOTS: shots } = process.env;
assert.ok(site && link, "CABAS_URL and CABAS_LINK say where the site is and who looks at it");

const require = createRequire(import.meta.url);

const LOOKS = [
  { name: "phone", lang: "fr", width: 320, height: 800, colorScheme: "light" },
  { name: "phone-night", lang: "en", width: 360, height: 800, colorScheme: "dark" },
  { name: "desk", lang: "en", width: 1280, height: 900, colorScheme: "light" },
  { name: "desk-night", lang: "fr", width: 1280, height: 900, colorScheme: "dark" },
];
// What anybody may see, and what is on no page as a link.
const PUBLIC = ["/c", "/c/7K2M4-QXP9H", "/sign-in", "/nulle-part", "/map", "/styles", "/guide", "/guide/words", "/guide/coordinator", "/guide/partner-worker",
  "/guide/market-manager", "/guide/merchant", "/guide/treasurer", "/guide/approver", "/guide/funder", "/guide/evaluator", "/guide/auditor", "/guide/network", "/guide/household"];

let browser;
let session;
let paths;
let secret;

before(async () => {
  browser = await launch();
  const { context, page, base } = await enter(link);
  const links = await page.$$eval("nav .links a", (all) => all.map((a) => a.getAttribute("href")));
  PUBLIC.push(base.replace("/p/", "/w/"));
  const inside = ["/market/1", "/market/1?code=7K2M4-QXP9H", "/market/1/slip?vendor=1", "/agreements/1", "/moves", "/handouts/register",
    "/handouts/register/print?partner=1", "/places/1", "/places/1?close=2025-08-02", "/places/new", "/places/sheet", "/messages?to=everybody", "/signing-keys", "/calendar?month=2025-08"];
  paths = [...new Set([base, ...links, ...inside.map((path) => base + path), `${base}/audit?run=1`, `${base}/coupon?code=1-00001`, `${base}/coupon?code=9`, "/account"])];
  const runs = await context.newPage();
  await runs.goto(`${site}${base}/settlement`);
  paths.push(...(await runs.$$eval(".rows h3 a", (all) => all.slice(0, 4).map((a) => a.getAttribute("href")))));
  // A real code, for its public page: out of the list for the printer, as a coordinator may.
  const csv = await context.request.get(`${site}${base}/batches/1/coupons.csv`);
  secret = csv.ok() ? (await csv.text()).split("\n")[1]?.split(",")[2] : undefined;
  session = (await context.cookies()).filter((cookie) => cookie.name !== "lang");
  await context.close();
});

after(() => browser?.close());

const open = (look, signedIn) => lookAt(look, signedIn ? session : []);

for (const look of LOOKS) {
  test(`pages on ${look.name}, in ${look.lang}`, async (t) => {
    const all = [...PUBLIC.map((path) => [path, false]), ...(secret ? [[`/c/${secret}`, false]] : []), ...paths.map((path) => [path, true])];
    for (const [path, signedIn] of all) {
      await t.test(path, async () => {
        const { context, page, said } = await open(look, signedIn);
        try {
          await page.goto(site + path);
          const where = `${path} ${look.name}`;
          if (shots) await page.screenshot({ path: join(shots, `${look.name}${path.replace(/[^a-z0-9]+/gi, "-")}.png`), fullPage: true });
          await examine(page, where);
          await page.evaluate(unfold);
          await examine(page, `${where}, unfolded`);
          await page.emulateMedia({ media: "print", colorScheme: "light" });
          await page.setViewportSize({ width: 720, height: 1000 });
          assert.deepEqual(await page.evaluate(tooWide), [], `wider than the paper: ${where}`);
          assert.equal(await page.locator("nav, main form button").filter({ visible: true }).count(), 0, `on paper: ${where}`);
          assert.deepEqual(said, [], `the browser complains: ${where}`);
        } finally {
          await context.close();
        }
      });
    }
  });
}

test("the menu opens without JavaScript, by keyboard, and closes", async () => {
  const { context, page } = await open(LOOKS[0], true);
  try {
    await page.goto(site + paths[0]);
    assert.equal(await page.locator("nav").isVisible(), false);
    await page.locator(".menu-button").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("nav").isVisible(), true);
    await examine(page, "menu");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("nav").isVisible(), false);
  } finally {
    await context.close();
  }
});

test("the first key leads to the content", async () => {
  const { context, page } = await open(LOOKS[2], true);
  try {
    await page.goto(site + paths[0]);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#content");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "content");
  } finally {
    await context.close();
  }
});

/** What the Nu HTML checker says of files; nothing when they are valid. */
async function complaints(files) {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  const run = promisify(execFile)("java", ["-jar", jar, ...files], { maxBuffer: 1 << 24 });
  const { stderr } = await run.catch((failed) => failed);
  return stderr.trim();
}

test("the HTML is valid", async () => {
  const folder = await mkdtemp(join(tmpdir(), "cabas-html-"));
  const { context } = await open(LOOKS[0], true);
  try {
    const files = [];
    for (const path of [...PUBLIC, ...paths]) {
      const answer = await context.request.get(site + path);
      const file = join(folder, `${files.length}${path.replace(/[^a-z0-9]+/gi, "-")}.html`);
      await writeFile(file, await answer.text());
      files.push(file);
    }
    assert.equal((await complaints(files)).replaceAll(folder, ""), "");
    // A validator that never complains proves nothing.
    await writeFile(files[0], "<!doctype html><title>x</title><p><li></ul>");
    assert.match(await complaints(files.slice(0, 1)), /error/);
  } finally {
    await context.close();
    await rm(folder, { recursive: true });
  }
});
