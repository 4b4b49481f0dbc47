// How the tests of pages look at them: one browser, a window of a size and a language, and what is wrong with
// what it shows.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const { CABAS_URL: site, CABAS_CHROMIUM = "/usr/bin/chromium" } = process.env;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;

export async function launch() {
  browser = await chromium.launch({ executablePath: CABAS_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  return browser;
}

/** Signs in by a link that was not used yet, into the person's programme (the first, with several). */
export async function enter(link) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(new URL(link, site).href);
  await page.click("main form button");
  if (new URL(page.url()).pathname === "/") await page.click(".door");
  return { context, page, base: new URL(page.url()).pathname };
}

/** A window; `said` collects what the browser complains of. */
export async function lookAt(look, session) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
    reducedMotion: "reduce",
  });
  await context.addCookies([{ name: "lang", value: look.lang, url: site }, ...session]);
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return { context, page, said };
}

/** What sticks out of the page, though not out of a region that scrolls by itself. */
export const tooWide = () => {
  const width = document.documentElement.clientWidth;
  const right = (e) => e.getBoundingClientRect().right;
  const tables = [...document.querySelectorAll(":not(.scroll) > table")].filter((e) => e.checkVisibility() && right(e) > right(e.parentElement) + 1);
  if (tables.length) return tables.map((e) => `TABLE wider than its place: ${e.textContent.slice(0, 60)}`);
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 1);
  return wide.filter((e) => !e.closest(".scroll")).map((e) => `${e.tagName}.${e.getAttribute("class")} ${e.textContent.slice(0, 40)}`);
};

/** Buttons, fields, choices and foldings smaller than a finger. */
const tooSmall = () =>
  [...document.querySelectorAll("button, a.button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, summary, .choice, nav a")]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.9)
    .map((e) => `${e.tagName} ${e.getBoundingClientRect().height} ${e.textContent.slice(0, 40)}`);

export const unfold = () => {
  for (const details of document.querySelectorAll("details")) {
    details.removeAttribute("name");
    details.open = true;
  }
};

export async function examine(page, where) {
  assert.deepEqual(await page.evaluate(tooWide), [], `wider than the screen: ${where}`);
  assert.deepEqual(await page.evaluate(tooSmall), [], `too small for a finger: ${where}`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const found = violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.map((n) => `${n.html}\n  ${n.failureSummary}`).join("\n  ")}`);
  assert.deepEqual(found, [], `axe: ${where}`);
}
