// How the tests of pages look at them: one browser, the people of the demo, a window of a size and a language, and
// what is wrong with what it shows.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const { CABAS_PEOPLE, CABAS_CHROMIUM = "/usr/bin/chromium" } = process.env;
assert.ok(CABAS_PEOPLE, "CABAS_PEOPLE is the file that enter.mjs wrote: where the site is and who looks at it");

/** `site`, `base`, `sessions` by role, `links` that were not used yet. */
export const { site, base, sessions, links } = JSON.parse(await readFile(CABAS_PEOPLE, "utf8"));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;

export async function launch() {
  browser = await chromium.launch({ executablePath: CABAS_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  return browser;
}

/** What a browser says of a page that is not in order. */
export function listen(page) {
  const said = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}

/** A window, as somebody in a role or as nobody; `said` collects what the browser complains of. */
export async function lookAt(look, role, more = {}) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height ?? 900 },
    colorScheme: look.colorScheme ?? "light",
    reducedMotion: "reduce",
    locale: look.lang === "fr" ? "fr-CA" : "en-CA",
    ...more,
  });
  const cookies = [{ name: "lang", value: look.lang, url: site }];
  if (role) {
    assert.ok(sessions[role], `nobody is ${role}`);
    cookies.push({ name: "cabas", value: sessions[role], url: site, httpOnly: true });
  }
  await context.addCookies(cookies);
  const page = await context.newPage();
  return { context, page, said: listen(page) };
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
export const tooSmall = () =>
  [...document.querySelectorAll("button, a.button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, summary, .choice, nav a")]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.9)
    .map((e) => `${e.tagName} ${e.getBoundingClientRect().height} ${e.textContent.slice(0, 40)}`);

/** Forms that need a script, and buttons outside forms that do nothing without one. The stall's phone is all script. */
const needsScript = () => location.pathname.startsWith("/phone/") ? [] : [
  ...[...document.forms].filter((f) => !f.querySelector("button:not([type=button]), input[type=submit]")).map((f) => `FORM ${f.action}`),
  ...[...document.querySelectorAll("[onclick], [onchange], [onsubmit], a[href^='javascript:']")].map((e) => `${e.tagName} with a script`),
  ...[...document.querySelectorAll("button")]
    .filter((b) => !b.form && !b.hasAttribute("popovertarget") && !b.closest("[data-passkey]"))
    .map((b) => `BUTTON ${b.textContent}`),
];

export const unfold = () => {
  for (const details of document.querySelectorAll("details")) {
    details.removeAttribute("name");
    details.open = true;
  }
};

/** A page holds in its window, fingers find its buttons, and its forms are forms. */
export async function fits(page, where) {
  assert.deepEqual(await page.evaluate(tooWide), [], `wider than the screen: ${where}`);
  assert.deepEqual(await page.evaluate(tooSmall), [], `too small for a finger: ${where}`);
  assert.deepEqual(await page.evaluate(needsScript), [], `of no use without JavaScript: ${where}`);
}

/** The same, and axe has nothing to say. */
export async function examine(page, where) {
  await fits(page, where);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const found = violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.map((n) => `${n.html}\n  ${n.failureSummary}`).join("\n  ")}`);
  assert.deepEqual(found, [], `axe: ${where}`);
}

/** A file's name for a page. */
export const named = (path) => path.replace(/[^a-z0-9]+/gi, "-");
