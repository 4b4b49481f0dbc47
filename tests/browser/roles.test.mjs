// Walks through the programme as somebody in each role: every page they may see is in order, and every other one
// says no plainly.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { base, examine, fits, launch, lookAt, named, site, unfold } from "./look.mjs";
import { ALL, ELSEWHERE, MAY } from "./paths.mjs";

const { CABAS_SHOTS: shots } = process.env;
// A coordinator's pages have been looked at by axe already: here once for each page and role, on a phone.
const LOOKS = [
  { lang: "fr", width: 320, look: examine },
  { lang: "en", width: 1280, look: fits },
];
const NO = { fr: "Votre rôle ne permet pas cette action.", en: "Your role does not allow this." };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const [role, paths] of Object.entries(MAY)) {
  test(`as ${role}`, async (t) => {
    const may = [...paths.map((path) => base + path), "/account", ...(ELSEWHERE[role] ?? [])];
    const status = new Map();
    for (const look of LOOKS) {
      const { context, page, said } = await lookAt(look, role);
      for (const path of may) {
        await t.test(`${path} ${look.lang}`, async () => {
          const answer = await page.goto(site + path);
          assert.equal(answer.status(), 200, path);
          assert.equal(await page.locator("[role=alert]").count(), 0, path);
          if (shots) await page.screenshot({ path: join(shots, `${role}-${look.lang}-${look.width}${named(path)}.png`), fullPage: true });
          await page.evaluate(unfold);
          await look.look(page, `${path} ${role} ${look.lang}`);
          const shown = await page.$$eval("nav .links a", (all) => all.map((a) => a.getAttribute("href")));
          assert.deepEqual(shown.filter((href) => !may.includes(href)), [], "the navigation leads only where they may go");
          // A link on a page leads somewhere they may go.
          const links = await page.$$eval("main a[href^='/']", (all) => all.map((a) => a.getAttribute("href")));
          for (const href of new Set(links)) {
            if (!status.has(href)) status.set(href, (await context.request.get(site + href)).status());
            assert.ok(status.get(href) < 400, `${path} leads ${role} to ${href}: ${status.get(href)}`);
          }
          assert.deepEqual(said.splice(0), [], `the browser complains: ${path}`);
        });
      }
      await t.test(`what is not theirs, ${look.lang}`, async () => {
        const others = ALL.map((path) => base + path).filter((path) => !may.includes(path));
        for (const path of others) {
          if (path.endsWith("run=1") && paths.includes("/audit")) continue;
          const answer = await context.request.get(site + path);
          assert.equal(answer.status(), 403, `${path} as ${role}`);
          const html = await answer.text();
          assert.ok(html.includes(NO[look.lang]) && html.includes('role="alert"'), `${path}: ${html}`);
        }
        await page.goto(site + others[0]);
        await look.look(page, `${others[0]} refused to ${role}, ${look.lang}`);
      });
      await context.close();
    }
  });
}
