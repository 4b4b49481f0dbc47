// By night: axe reads each role's pages once in the dark theme on a narrow phone. The coordinator's are read by the test
// of pages on a desk; a page that looks the same to two roles is read once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { base, examine, launch, lookAt, site, unfold } from "./look.mjs";
import { ELSEWHERE, MAY } from "./paths.mjs";

const LOOK = { lang: "fr", width: 320, height: 800, colorScheme: "dark" };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** What colours depend on: which elements stand where and with which classes, not what they say. */
const shape = () => {
  const kinds = new Set();
  for (const e of document.querySelectorAll("body *")) {
    const inside = [];
    for (let at = e; at && inside.length < 4; at = at.parentElement) inside.push(`${at.tagName}.${at.getAttribute("class") ?? ""}`);
    kinds.add(inside.join("<"));
  }
  return [...kinds].sort().join(" ");
};

test("each role's pages by night, on a narrow phone", async (t) => {
  const seen = new Set();
  for (const [role, paths] of Object.entries(MAY)) {
    const { context, page, said } = await lookAt(LOOK, role);
    for (const path of [...paths.map((path) => base + path), "/account", ...(ELSEWHERE[role] ?? [])]) {
      await t.test(`${path} ${role}`, async () => {
        const answer = await page.goto(site + path);
        assert.equal(answer.status(), 200, path);
        assert.ok(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches));
        await page.evaluate(unfold);
        const here = await page.evaluate(shape);
        if (!seen.has(here)) await examine(page, `${path} ${role} by night`);
        seen.add(here);
        assert.deepEqual(said.splice(0), [], `the browser complains: ${path}`);
      });
    }
    await context.close();
  }
  assert.ok(seen.size > 30, `${seen.size} shapes`);
});
