// Walks through the programme as somebody in each role: every page they may see is in order, and every other one
// says no plainly. Needs CABAS_ROLES: `role=link` for each, with links that were not used yet.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { enter, examine, launch, lookAt, unfold } from "./look.mjs";

const { CABAS_URL: site, CABAS_ROLES: roles, CABAS_SHOTS: shots } = process.env;
assert.ok(site && roles, "CABAS_URL and CABAS_ROLES say where the site is and who looks at it");

// Where coupons are exchanged, and when, is for everybody in the programme; and each has what was written to them.
const PLACES = ["/messages", "/places", "/places/1", "/places/sheet", "/calendar", "/calendar?month=2025-08"];
const OFFICE = [...PLACES, "", "/batches", "/stock", "/handouts", "/bands", "/figure?of=used", "/figure?of=hand_outs", "/coupon", "/coupon?code=1-00001", "/disputes", "/settlement", "/settlement/1", "/bank-details", "/funds", "/season", "/agreements", "/agreements/1", "/moves", "/audit", "/signing-keys"];
// What each role may see; the rest of ALL is not theirs. Those who may see all may not count coupons in.
const MAY = {
  "partner-worker": ["", "/handouts", "/handouts/register", "/handouts/register/print", "/import", ...PLACES],
  "market-manager": ["", "/market", "/market/1", "/market/1/slip", "/count", "/import", "/phones", ...PLACES],
  merchant: ["", "/count", "/phones", "/vendor", "/agreements", "/agreements/1", "/bank-details", "/import", ...PLACES],
  treasurer: OFFICE,
  approver: OFFICE,
  funder: ["", "/funds", ...PLACES],
  network: ["", ...PLACES],
  evaluator: ["", "?by=class", "/bands", "/figure?of=used", ...PLACES],
  auditor: [...OFFICE, "/people", "/phones", "/market", "/market/1", "/market/1/slip"],
};
const ALL = [...OFFICE, "/people", "/phones", "/places/new", "/market", "/market/1", "/handouts/register", "/count", "/vendor", "/import", "/audit?run=1", "/batches/1/coupons.csv"];
const LANGS = ["fr", "en"];
const NO = { fr: "Votre rôle ne permet pas cette action.", en: "Your role does not allow this." };
const WIDTHS = [1280, 320];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const entry of roles.split(/\s+/).filter(Boolean)) {
  const [role, link] = entry.split(/=(.*)/s);
  test(`as ${role}`, async (t) => {
    const { context, page, base } = await enter(link);
    const session = (await context.cookies()).filter((cookie) => cookie.name !== "lang");
    const shown = await page.$$eval("nav .links a", (all) => all.map((a) => a.getAttribute("href")));
    await context.close();
    const may = [...MAY[role].map((path) => base + path), "/account"];
    assert.deepEqual(shown.filter((href) => !may.includes(href)), [], "the navigation leads only where they may go");
    for (const lang of LANGS) {
      for (const path of may) {
        await t.test(`${path} ${lang}`, async () => {
          const { context, page, said } = await lookAt({ lang, width: WIDTHS[0], height: 900 }, session);
          try {
            const answer = await page.goto(site + path);
            assert.equal(answer.status(), 200, path);
            assert.equal(await page.locator("[role=alert]").count(), 0, path);
            for (const width of WIDTHS) {
              await page.setViewportSize({ width, height: 900 });
              if (shots) await page.screenshot({ path: join(shots, `${role}-${lang}-${width}${path.replace(/[^a-z0-9]+/gi, "-")}.png`), fullPage: true });
              await page.evaluate(unfold);
              await examine(page, `${path} ${role} ${lang} ${width}`);
            }
            // A link on a page leads somewhere they may go.
            const links = await page.$$eval("main a[href^='/']", (all) => all.map((a) => a.getAttribute("href")));
            for (const href of new Set(links)) {
              const status = (await context.request.get(site + href)).status();
              assert.ok(status < 400, `${path} leads ${role} to ${href}: ${status}`);
            }
            assert.deepEqual(said, [], `the browser complains: ${path}`);
          } finally {
            await context.close();
          }
        });
      }
      await t.test(`what is not theirs, ${lang}`, async () => {
        const { context, page } = await lookAt({ lang, width: 320, height: 900 }, session);
        try {
          for (const path of ALL.map((path) => base + path).filter((path) => !may.includes(path))) {
            const answer = await context.request.get(site + path);
            if (path.endsWith("run=1") && MAY[role].includes("/audit")) continue;
            assert.equal(answer.status(), 403, `${path} as ${role}`);
            const html = await answer.text();
            assert.ok(html.includes(NO[lang]) && html.includes('role="alert"'), `${path}: ${html}`);
          }
          const not = ALL.map((path) => base + path).find((path) => !may.includes(path));
          await page.goto(site + not);
          await examine(page, `${not} refused to ${role}, ${lang}`);
          if (shots) await page.screenshot({ path: join(shots, `${role}-${lang}-refused.png`), fullPage: true });
        } finally {
          await context.close();
        }
      });
    }
  });
}
