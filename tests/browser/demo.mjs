// The demo on its practice clock: everything it shows is the same each time. CABAS_DEMO is a file with what it said
// when it started: its address, and a link for somebody in each role.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const { CABAS_DEMO, CABAS_CHROMIUM = "/usr/bin/chromium" } = process.env;
assert.ok(CABAS_DEMO, "CABAS_DEMO is what the demo said: run tests/practice");
const said = readFileSync(CABAS_DEMO, "utf8");

export const site = said.match(/Cabas: (http\S+)/)[1];
export const writes = process.env.CABAS_WRITE === "1";

/** The links of Portneuf, which is left open with work waiting, by role. A link works once. */
const links = {};
let programme = "";
for (const line of said.split("\n")) {
  const [, role, link] = line.match(/^ {2}(\S+) .*(http\S+)$/) ?? [];
  if (!role) programme = line;
  else if (programme.includes("Portneuf")) links[role.replaceAll("_", "-")] ??= link;
}
assert.ok(links.coordinator, said);

export const browser = await chromium.launch({ executablePath: CABAS_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });

async function enterBy(link) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.click("main form button");
  const base = new URL(page.url()).pathname;
  const nav = await page.$$eval("nav .links a", (all) => all.map((a) => a.getAttribute("href")));
  const session = (await context.cookies()).filter((cookie) => cookie.name !== "lang");
  return { context, page, base, nav, session };
}

const entered = {};

/** Somebody in a role: their session, their navigation. Roles that nobody has yet are given by the coordinator. */
export async function as(role) {
  if (entered[role]) return entered[role];
  if (!links[role]) {
    const { context, base } = await as("coordinator");
    const form = { id: crypto.randomUUID(), act: "invite", name: role, role: role.replaceAll("-", "_"), language: "fr", days: "7" };
    const answer = await context.request.post(`${site}${base}/people`, { form, headers: { origin: site } });
    const html = await answer.text();
    links[role] = html.match(/https?:\/\/[^\s<"]+\/l\/[^\s<"]+/)?.[0];
    assert.ok(links[role], `no card for ${role}: ${answer.status()}`);
  }
  entered[role] = await enterBy(links[role]);
  return entered[role];
}

/** A window on the demo. */
export async function open(role, options) {
  const session = role ? (await as(role)).session : [];
  const { lang = "fr", ...rest } = options;
  const context = await browser.newContext({ reducedMotion: "reduce", bypassCSP: true, colorScheme: "light", ...rest });
  await context.addCookies([{ name: "lang", value: lang, url: site }, ...session]);
  return context;
}
