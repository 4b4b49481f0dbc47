// Takes the guide's pictures: each desk on the demo, in each language. They are compared with what is committed, and
// made again with CABAS_WRITE=1. Letters are the project's own, so that a picture is the same on every machine.
import assert from "node:assert/strict";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { as, browser, open, site, writes } from "./demo.mjs";

const folder = new URL("../../crates/web/assets/guide/", import.meta.url);
const fonts = new URL("../../crates/print/assets/fonts/", import.meta.url);
const REMAKE = "make it again: CABAS_WRITE=1 tests/practice, and look at it";
const LANGS = ["fr", "en"];
const PHONE = { viewport: { width: 360, height: 680 }, deviceScaleFactor: 1.5 };
const DESK = { viewport: { width: 1100, height: 760 } };
const MOST_BYTES = 40 * 1024;
/** The share of pixels that may differ, and by how much a colour does before it counts. */
const MOST_DIFFERENT = 0.02;
const FAR = 64;

/** A market day with merchants and coupons. */
const MARKET_DAY = "2025-09-04";

// Name, whose desk, on what, where; `find` is scrolled to the top.
const PICTURES = [
  ["coordinator-home", "coordinator", DESK, ""],
  ["coordinator-stock", "coordinator", DESK, "/stock"],
  ["worker-handouts", "partner-worker", PHONE, "/handouts", "main form.card"],
  ["market-day", "market-manager", PHONE, async (base) => `${await first("market-manager", `${base}/market`)}?day=${MARKET_DAY}`, "h1"],
  ["merchant-sales", "merchant", PHONE, "/vendor", "h1"],
  ["treasurer-funds", "treasurer", DESK, "/funds", ".funds"],
  ["treasurer-run", "treasurer", DESK, (base) => run("treasurer", base)],
  ["approver-run", "approver", DESK, (base) => run("approver", base)],
  ["funder-funds", "funder", DESK, "/funds"],
  ["evaluator-bands", "evaluator", DESK, "/bands"],
  ["auditor-audit", "auditor", DESK, "/audit?run=1"],
  ["network-home", "network", DESK, ""],
  ["household-coupon", undefined, PHONE, () => goodCoupon()],
];

after(() => browser.close());

/** Where an address leads. */
async function first(role, path) {
  const { context } = await as(role);
  return new URL((await context.request.get(site + path)).url()).pathname;
}

/** The latest settlement in the list. */
async function run(role, base) {
  const { context } = await as(role);
  const html = await (await context.request.get(`${site}${base}/settlement`)).text();
  return html.match(/href="([^"]*\/settlement\/\d+)"/)[1];
}

/** The page of a coupon that can be used: its code is in the printer's list. */
let found;
async function goodCoupon() {
  if (found) return found;
  const { context, base } = await as("coordinator");
  for (const batch of [1, 2, 3, 4]) {
    const csv = await context.request.get(`${site}${base}/batches/${batch}/coupons.csv`);
    if (!csv.ok()) break;
    const codes = (await csv.text()).trim().split("\n").slice(1).map((line) => line.split(",")[2]);
    // Some are used, some not handed out yet: the first good one of a few, evenly over the batch.
    for (const code of codes.filter((_, i) => i % Math.ceil(codes.length / 60) === 0)) {
      const html = await (await context.request.get(`${site}/c/${code}`)).text();
      if (html.includes('class="card verdict"')) return (found = `/c/${code}`);
    }
  }
  throw new Error("no coupon of the demo can be used");
}

const face = async (file, weight) => {
  const bytes = await readFile(new URL(file, fonts), "base64");
  return `@font-face { font-family: Ours; font-weight: ${weight}; src: url(data:font/ttf;base64,${bytes}) }`;
};
let ours;
let bench;
before(async () => {
  ours = `${await face("AtkinsonHyperlegibleNext_400Regular.ttf", "100 550")}
    ${await face("AtkinsonHyperlegibleNext_700Bold.ttf", "551 900")}
    :root { --sans: Ours; --mono: Ours } ::-webkit-scrollbar { display: none }`;
  bench = await (await browser.newContext({ bypassCSP: true })).newPage();
});

async function shoot(lang, role, look, where, find) {
  const base = role ? (await as(role)).base : "";
  const path = typeof where === "function" ? await where(base) : base + where;
  const context = await open(role, { lang, ...look });
  try {
    const page = await context.newPage();
    const answer = await page.goto(site + path);
    assert.equal(answer.status(), 200, path);
    await page.addStyleTag({ content: ours });
    await page.evaluate(async () => {
      await Promise.all([...document.fonts].map((font) => font.load()));
      await document.fonts.ready;
    });
    if (find) await page.locator(find).first().evaluate((e) => window.scrollTo(0, e.getBoundingClientRect().top - 16));
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

const url = (kind, bytes) => `data:image/${kind};base64,${bytes.toString("base64")}`;

/** A picture as WebP, as good as its size allows. */
async function webp(png) {
  for (const quality of [0.75, 0.6, 0.45, 0.3, 0.2]) {
    const made = await bench.evaluate(async ([png, quality]) => {
      const image = new Image();
      image.src = png;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext("2d", { alpha: false }).drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", quality);
    }, [url("png", png), quality]);
    const bytes = Buffer.from(made.split(",")[1], "base64");
    if (bytes.length <= MOST_BYTES) return bytes;
  }
  throw new Error("too much on one picture");
}

/** The share of pixels that differ; 1 when the sizes do. */
const different = (kept, png) =>
  bench.evaluate(async ([a, b, far]) => {
    const pixels = async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0);
      return pen.getImageData(0, 0, image.width, image.height);
    };
    const [one, other] = [await pixels(a), await pixels(b)];
    if (one.width !== other.width || one.height !== other.height) return 1;
    let count = 0;
    for (let i = 0; i < one.data.length; i += 4) {
      const apart = Math.max(...[0, 1, 2].map((c) => Math.abs(one.data[i + c] - other.data[i + c])));
      if (apart > far) count++;
    }
    return count / (one.data.length / 4);
  }, [url("webp", kept), url("png", png), FAR]);

for (const [name, role, look, where, find] of PICTURES) {
  for (const lang of LANGS) {
    test(`${name}, ${lang}`, async () => {
      const file = new URL(`${name}.${lang}.webp`, folder);
      const png = await shoot(lang, role, look, where, find);
      if (writes) return writeFile(file, await webp(png));
      const kept = await readFile(file).catch(() => assert.fail(`${file.pathname} is missing: ${REMAKE}`));
      const share = await different(kept, png);
      assert.ok(share < MOST_DIFFERENT, `${name}.${lang}.webp: ${(100 * share).toFixed(1)} % of it is not what is on the screen; ${REMAKE}`);
    });
  }
}

test("there is no picture of what is gone", async () => {
  const names = PICTURES.flatMap(([name]) => LANGS.map((lang) => `${name}.${lang}.webp`));
  const gone = (await readdir(folder)).filter((file) => file.endsWith(".webp") && !names.includes(file));
  if (writes) await Promise.all(gone.map((file) => rm(new URL(file, folder))));
  else assert.deepEqual(gone, [], REMAKE);
});

test("a comparison that never fails proves nothing", async () => {
  const png = await shoot("fr", undefined, PHONE, "/c");
  assert.equal(await different(await webp(png), png) < MOST_DIFFERENT, true);
  assert.ok((await different(await webp(await shoot("en", undefined, PHONE, "/sign-in")), png)) > MOST_DIFFERENT);
});
