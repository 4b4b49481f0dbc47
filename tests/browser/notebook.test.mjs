// A committee goes from an empty territory to printed coupons in one sitting, by the pages alone, each step timed: a
// notebook begun from a known programme, every answer that a programme needs decided, what contradicts put right, the
// agreements printed, the programme opened, and its coordinator's first batch.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { examine } from "./look.mjs";
import { Stand } from "./stand.mjs";

const { CABAS_WRITE: write } = process.env;
const DOCS = new URL("../../docs/notebook.md", import.meta.url);
const ANSWERS = {
  territory: "MRC de La Matapédia", "programme-name": "Coupons de La Matapédia", carrier: "Table bioalimentaire", fiduciary: "UPA de La Matapédia",
  funders: "MRC de La Matapédia = 30 000\nCaisse = 20 000", denominations: "5; 10",
};

let stand;
let page;
const steps = [];

async function step(name, work) {
  const from_ms = Date.now();
  await work();
  steps.push([name, Date.now() - from_ms]);
}

before(async () => {
  stand = new Stand("notebook");
  const network = stand.person("network");
  await stand.serve();
  await stand.launch(0, 0);
  ({ page } = await stand.open(1280, network));
}, { timeout: 120_000 });
after(() => stand.end());

const base = () => page.url().match(/\/notebooks\/[^/?]+/)[0];

async function decide(question, answer) {
  await page.goto(`${stand.site}${notebook}/q/${question}`);
  if (answer !== undefined) await page.fill("#answer", answer);
  await page.check("input[name=state][value=decided]");
  await page.fill("#by", "Le comité");
  await page.fill("#meeting", "Première rencontre");
  await page.click("main form .button.plain");
  await page.locator(".notice").waitFor();
}

let notebook;

test("a notebook begins from a known programme", { timeout: 60_000 }, async () => {
  await step("begin", async () => {
    await page.goto(`${stand.site}/notebooks`);
    await examine(page, "notebooks, none yet");
    await page.fill("#territory-name", "MRC de La Matapédia");
    await page.check("input[value=bas-saint-laurent]");
    await page.click("main form .button");
    notebook = base();
  });
  await examine(page, "a notebook");
  assert.ok(await page.locator("details[open] .badge.later").count() > 0, "nothing is decided yet");
  await stand.shot(page, "begun");
});

test("the approach, a task, minutes and a workshop on paper read well", { timeout: 60_000 }, async () => {
  for (const path of ["/approach", "/tasks/print-coupons", "/minutes?workshop=who", "/workshops/who", "/workshops/closing"]) {
    await page.goto(`${stand.site}${notebook}${path}`);
    await examine(page, path);
  }
});

test("a contradiction is said where it is, and put right", { timeout: 60_000 }, async () => {
  await step("contradiction", async () => {
    await decide("denominations", "7");
    await page.locator(".bad-line", { hasText: "Contradiction" }).waitFor();
    await examine(page, "a contradiction");
    await stand.shot(page, "contradiction");
    await decide("denominations", ANSWERS.denominations);
    assert.equal(await page.locator(".bad-line").count(), 0);
  });
});

test("what a programme needs is decided, one question after the other", { timeout: 120_000 }, async () => {
  await step("decide", async () => {
    await page.goto(`${stand.site}${notebook}/open`);
    const open = await page.locator(".todos a").evaluateAll((links) => links.map((link) => link.getAttribute("href").split("/q/")[1]));
    assert.ok(open.length >= 10, String(open));
    for (const question of open) await decide(question, ANSWERS[question]);
    await page.goto(`${stand.site}${notebook}/open`);
    assert.equal(await page.locator(".todos a").count(), 0);
  });
  await examine(page, "ready to open");
  for (const path of ["/compare?with=model:amos&only=on", "/files", "/people", "/q/community-data"]) {
    await page.goto(`${stand.site}${notebook}${path}`);
    await examine(page, path);
  }
});

test("its documents are printed", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "cabas-toolbox."));
  await step("documents", async () => {
    await page.goto(`${stand.site}${notebook}/toolbox`);
    for (const name of ["rules", "partner-agreement", "merchant-agreement", "leaflet"]) {
      const href = await page.locator(`a[href$="/${name}.pdf"]`).getAttribute("href");
      const answer = await page.request.get(`${stand.site}${href}`);
      assert.equal(answer.status(), 200);
      const file = join(folder, `${name}.pdf`);
      writeFileSync(file, await answer.body());
      const said = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
      assert.match(said, /Matapédia/);
      assert.match(execFileSync("pdfinfo", [file], { encoding: "utf8" }), /Tagged:\s+yes/);
    }
  });
  rmSync(folder, { recursive: true });
  await examine(page, "a toolbox");
  await stand.shot(page, "toolbox");
});

test("somebody of the committee comes in by a card, and finds the notebook", { timeout: 60_000 }, async () => {
  await page.goto(`${stand.site}${notebook}/people`);
  await page.fill("#name", "Max");
  await page.selectOption("#seat", "member");
  await page.click("main form.card .button");
  const card = (await page.textContent(".pass-address .code")).trim();
  const { context, page: guest } = await stand.open(360);
  await guest.goto(card);
  await guest.click("main form button");
  await guest.waitForURL(/\/notebooks$/);
  await guest.click(".cover");
  await guest.locator("h1", { hasText: "Matapédia" }).waitFor();
  assert.equal(await guest.locator(".tabs a", { hasText: "Ouvrir" }).count(), 0, "who facilitates opens");
  await context.close();
});

test("it opens, and its coordinator prints coupons", { timeout: 120_000 }, async () => {
  let link;
  await step("open", async () => {
    await page.goto(`${stand.site}${notebook}/open`);
    await page.fill("#name", "Claude");
    await page.fill("#host", "pcn.example");
    await page.check("input[name=simulated]");
    await page.click("main form .button");
    link = (await page.textContent(".pass-address .code")).trim();
  });
  await step("first coupons", async () => {
    const { context, page: desk } = await stand.open(1280);
    await desk.goto(link);
    await desk.click("main form button");
    await desk.goto(`${stand.site}/p/coupons-de-la-matapedia/batches`);
    await desk.selectOption("select[name=class]", { index: 1 });
    await desk.fill("input[name=count]", "100");
    await desk.click("main form .button:not(.plain)");
    await desk.locator("main").waitFor();
    await examine(desk, "a first batch");
    await stand.shot(desk, "batch");
    assert.match(await desk.textContent("main"), /100/);
    await context.close();
  });
  const rows = steps.map(([name, ms]) => `| ${name} | ${(ms / 1000).toFixed(1)} |`).join("\n");
  const table = `| step | seconds |\n|---|---:|\n${rows}`;
  console.log(table);
  if (write) {
    const text = readFileSync(DOCS, "utf8");
    writeFileSync(DOCS, text.replace(/\| step \| seconds \|\n(\|.*\n)+/, `${table}\n`));
  }
});
