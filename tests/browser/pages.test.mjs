// Looks at every page as people do: on a narrow phone and on a desk, in both languages, by day and by
// night, on paper; and asks two validators about its HTML. CABAS_SHOTS, when set, is a folder that receives a
// picture of each page.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { base, examine, fits, launch, lookAt, named, sessions, site, tooWide, unfold } from "./look.mjs";
import { COORDINATOR, MAY, PUBLIC } from "./paths.mjs";

const { CABAS_SHOTS: shots } = process.env;
const require = createRequire(import.meta.url);

// axe reads the colours and the shapes: each theme on each width but one, because it is slow.
const LOOKS = [
  { name: "phone", lang: "fr", width: 320, height: 800, colorScheme: "light", look: examine },
  { name: "phone-night", lang: "en", width: 360, height: 800, colorScheme: "dark", look: fits },
  { name: "desk", lang: "en", width: 1280, height: 900, colorScheme: "light", look: examine },
  { name: "desk-night", lang: "fr", width: 1280, height: 900, colorScheme: "dark", look: examine },
];
// Path and who looks: the coordinator at everything they see, then what has another face for others.
const pages = [
  ...[...PUBLIC, base.replace("/p/", "/w/")].map((path) => [path, null]),
  ...[...new Set([...COORDINATOR.map((path) => base + path), "/account", "/", "/scenarios"])].map((path) => [path, "coordinator"]),
  [`${base}`, "partner-worker"], [`${base}/handouts`, "partner-worker"], [`${base}`, "market-manager"], [`${base}/vendor`, "merchant"],
  [`${base}/agreements/1`, "merchant"], [`${base}/bank-details`, "treasurer"], [`${base}/settlement/4`, "treasurer"], ["/open", "network"],
];

let browser;
before(async () => {
  browser = await launch();
  // A real code, for its public page: out of the list for the printer, as a coordinator may.
  const { context } = await lookAt(LOOKS[0], "coordinator");
  const csv = await context.request.get(`${site}${base}/batches/1/coupons.csv`);
  pages.push([`/c/${(await csv.text()).split("\n")[1].split(",")[2]}`, null]);
  await context.close();
});
after(() => browser?.close());

for (const look of LOOKS) {
  test(`pages on ${look.name}, in ${look.lang}`, async (t) => {
    const windows = new Map();
    for (const [path, role] of pages) {
      await t.test(`${path} ${role ?? ""}`, async () => {
        if (!windows.has(role)) windows.set(role, await lookAt(look, role));
        const { page, said } = windows.get(role);
        await page.emulateMedia({ media: "screen", colorScheme: look.colorScheme });
        await page.setViewportSize({ width: look.width, height: look.height });
        await page.goto(site + path);
        const where = `${path} ${look.name}`;
        if (shots) await page.screenshot({ path: join(shots, `${look.name}${named(path)}-${role ?? "nobody"}.png`), fullPage: true });
        await fits(page, where);
        await page.evaluate(unfold);
        await look.look(page, `${where}, unfolded`);
        await page.emulateMedia({ media: "print", colorScheme: "light" });
        await page.setViewportSize({ width: 720, height: 1000 });
        assert.deepEqual(await page.evaluate(tooWide), [], `wider than the paper: ${where}`);
        assert.equal(await page.locator("nav, main form button").filter({ visible: true }).count(), 0, `on paper: ${where}`);
        assert.deepEqual(said.splice(0), [], `the browser complains: ${where}`);
      });
    }
    for (const { context } of windows.values()) await context.close();
  });
}

// What html-validate recommends and we do not do.
const RULES = {
  // The standard writes it in small letters.
  "doctype-style": "off",
  // A button in a form sends it, and a field is of text: what HTML says when nothing is said.
  "no-implicit-button-type": "off",
  "no-implicit-input-type": "off",
  // A list of links under a heading is named by it.
  "aria-label-misuse": ["error", { allowAnyNamable: true }],
  // A table that scrolls is a region without a heading of its own, which a section would need.
  "prefer-native-element": ["error", { exclude: ["region"] }],
  // Boxes of one list are sent as one list.
  "form-dup-name": ["error", { shared: ["radio", "button", "reset", "submit", "checkbox"] }],
  // A programme's name is its territory's to choose.
  "long-title": "off",
};

/** What the Nu HTML checker says of files; nothing when they are valid. */
async function complaints(files) {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  const run = promisify(execFile)("java", ["-jar", jar, ...files], { maxBuffer: 1 << 24 });
  const { stderr } = await run.catch((failed) => failed);
  return stderr.trim();
}

test("the HTML is valid", async () => {
  const folder = await mkdtemp(join(tmpdir(), "cabas-html-"));
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules: RULES }));
  try {
    const files = [];
    const wrong = [];
    const every = new Map(pages.map(([path, role]) => [`${path} ${role ?? ""}`, [path, role]]));
    for (const [role, paths] of Object.entries(MAY)) for (const path of paths) every.set(`${base}${path} ${role}`, [base + path, role]);
    for (const [name, [path, role]] of every) {
      const lang = files.length % 2 ? "en" : "fr";
      const cookie = `lang=${lang}${role ? `; cabas=${sessions[role]}` : ""}`;
      const html = await (await fetch(site + path, { headers: { cookie } })).text();
      const file = join(folder, `${files.length}${named(name)}${lang}.html`);
      await writeFile(file, html);
      files.push(file);
      const report = await validator.validateString(html);
      for (const { messages } of report.results) for (const m of messages) wrong.push(`${name}:${m.line} ${m.ruleId} ${m.message}`);
    }
    assert.deepEqual(wrong, [], "html-validate");
    assert.equal((await complaints(files)).replaceAll(folder, ""), "");
    // Validators that never complain prove nothing.
    const bad = "<!doctype html><title>x</title><p><li></ul>";
    await writeFile(files[0], bad);
    assert.match(await complaints(files.slice(0, 1)), /error/);
    assert.equal((await validator.validateString(bad)).valid, false);
  } finally {
    await rm(folder, { recursive: true });
  }
});
