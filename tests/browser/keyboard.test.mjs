// The main paths with a keyboard only: what has the focus is seen, the order is the page's, and a refusal is where
// the focus goes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, reach } from "./keys.mjs";
import { base, launch, links, listen, lookAt, site } from "./look.mjs";

const LOOK = { lang: "fr", width: 1280, height: 720 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const has = (page, id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id, { timeout: 5_000 });

test("signing in, and past the menu", async () => {
  const { context, page, said } = await lookAt(LOOK, null);
  await page.goto(new URL(new URL(links.keyboard).pathname, site).href);
  await reach(page, "main form button");
  await enter(page);
  assert.equal(new URL(page.url()).pathname, base);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#content", "the first key leads past the menu");
  await page.keyboard.press("Enter");
  await has(page, "content");
  await reach(page, "main a.door");
  await reach(page, ".skip", "Shift+Tab");
  assert.deepEqual(said, []);
  await context.close();
});

test("a wrong password: the focus goes to the message", async () => {
  const { context, page } = await lookAt(LOOK, null);
  await page.goto(`${site}/sign-in`);
  await reach(page, "#email");
  await page.keyboard.type("personne@pcn.example");
  await reach(page, "#password");
  await page.keyboard.type("pas le bon mot");
  await enter(page);
  await has(page, "problem");
  await reach(page, "#email");
  await context.close();
});

test("handing out", async () => {
  const { context, page } = await lookAt(LOOK, "partner-worker");
  await page.goto(`${site}${base}/handouts`);
  await reach(page, "[name=band]");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.checked), true, "arrows choose");
  await reach(page, "[name=way]");
  await reach(page, "form:has([name=band]) .ends button");
  await enter(page);
  assert.equal(await page.locator(".give").count(), 1);
  await reach(page, ".give button");
  await enter(page);
  assert.equal(await page.locator(".give").count(), 0, "taken back");
  // More than there is: the refusal is read first, and what was chosen is still chosen.
  await reach(page, "[name=band]");
  await page.keyboard.press("Space");
  await reach(page, "[name=way]");
  while (!(await page.evaluate(() => document.activeElement.value === "count"))) await page.keyboard.press("ArrowDown");
  await reach(page, "#count");
  await page.keyboard.type("99999");
  await reach(page, "form:has([name=band]) .ends button");
  await enter(page);
  await has(page, "problem");
  assert.equal(await page.inputValue("#count"), "99999");
  await context.close();
});

test("counting in", async () => {
  const { context, page } = await lookAt(LOOK, "market-manager");
  await page.goto(`${site}${base}/count`);
  await reach(page, "#vendor");
  await page.keyboard.press("ArrowDown");
  await reach(page, "#codes");
  await page.keyboard.type("7K2M4-QXP9H");
  await reach(page, "form:has(#codes) .span > button");
  await enter(page);
  await has(page, "result");
  assert.equal(await page.locator("li.bad-line").count(), 1);
  await context.close();
});

test("approving a run", async () => {
  const { context, page } = await lookAt(LOOK, "approver");
  await page.goto(`${site}${base}/settlement`);
  await reach(page, "li.row:has(.badge.prepared) a.cover");
  await enter(page);
  await reach(page, "form:has([value=approve]) button");
  await enter(page);
  assert.equal(await page.locator("[role=alert]").count(), 0);
  assert.equal(await page.locator("[value=approve]").count(), 0, "approved once");
  await context.close();
});

test("the menu of a telephone", async () => {
  const { context, page } = await lookAt({ ...LOOK, width: 360, height: 740 }, "coordinator");
  const said = listen(page);
  await page.goto(site + base);
  assert.equal(await page.locator("nav").isVisible(), false);
  await reach(page, ".menu-button");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("nav").isVisible(), true);
  await reach(page, "nav a");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("nav").isVisible(), false);
  assert.deepEqual(said, []);
  await context.close();
});
