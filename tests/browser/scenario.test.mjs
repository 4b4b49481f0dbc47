// A plan over several years, by the pages alone: begun from what a known programme published, written, read on a phone
// and on a desk, with its charts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examine, fits, unfold } from "./look.mjs";
import { Stand } from "./stand.mjs";

let stand;
let page;
let plan;

const open = (path) => page.goto(`${stand.site}${path}`);

before(async () => {
  stand = new Stand("scenario");
  const network = stand.person("network");
  await stand.serve();
  await stand.launch(0, 0);
  ({ page } = await stand.open(1280, network));
}, { timeout: 120_000 });
after(() => stand.end());

test("a plan begins from what a known programme published", { timeout: 60_000 }, async () => {
  await open("/scenarios");
  await examine(page, "scenarios, none yet");
  await page.fill("#plan-name", "Portneuf et les autres");
  await page.selectOption("#plan-from", "known:portneuf");
  await page.click("main form .button");
  await page.waitForURL(/\/scenarios\/\d+\/edit/);
  plan = page.url().match(/\/scenarios\/\d+/)[0];
  await examine(page, "a plan to write");
  assert.equal(await page.inputValue("#f-wave-0-households"), "100");
  assert.equal(await page.inputValue("#f-input-hours-likely"), "", "what nobody published is empty");
});

test("territories and money are written, and the page says what follows", { timeout: 60_000 }, async () => {
  const fields = {
    "wave-1-name": "Autres MRC", "wave-1-territories": "9", "wave-1-joins": String(Number(await page.inputValue("#f-first_year")) + 1),
    "wave-1-households": "80", "wave-1-weekly": "40", "wave-1-weeks": "14",
    "source-0-name": "Ministère", "source-0-share": "50", "source-0-upfront": "25", "source-1-name": "MRC", "source-1-yearly": "60000", "source-1-upfront": "100",
  };
  for (const [key, value] of Object.entries(fields)) await page.fill(`#f-${key}`, value);
  await page.click("main .ends .button");
  await page.waitForURL(new RegExp(`${plan}\\?done`));
  assert.equal(await page.locator("svg.chart[role=img], .tornado[role=img]").count(), 2, "who pays, and what matters most");
  for (const [width, language] of [[1280, "fr"], [360, "en"], [320, "fr"]]) {
    await page.context().addCookies([{ name: "lang", value: language, url: stand.site }]);
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/scenarios", plan, `${plan}/edit`]) {
      await open(path);
      await stand.shot(page, `${language}-${width}${path.replaceAll("/", "-")}`);
      await fits(page, `${path} ${width}`);
      await page.evaluate(unfold);
      await examine(page, `${path} ${width} ${language}`);
    }
  }
});
