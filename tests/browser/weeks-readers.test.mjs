// A week of each person who only reads: in French on a narrow phone without JavaScript, then in English on a desk. Every
// figure is followed to the list it is the sum of, every file is opened, and what is not theirs is looked for in it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { base, launch, site } from "./look.mjs";
import { Somebody, dollars } from "./somebody.mjs";

const LOOKS = [
  { name: "phone", lang: "fr", width: 360, height: 740, javaScriptEnabled: false },
  { name: "desk", lang: "en", width: 1280, height: 900, javaScriptEnabled: true },
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The rows of a CSV as its language writes it, without its heads: no cell of these is quoted. */
const rows = (csv) => csv.replace(/^\ufeff/, "").trim().split(/\r?\n/).slice(1).map((line) => line.split(line.includes(";") ? ";" : ","));
const count = (words) => Number(words.replace(/\D/g, ""));
/** Where a link leads, below the programme. */
const leads = async (link) => (await link.getAttribute("href")).replace(base, "");

/** Follows every figure that a page shows: its list says the same. */
async function traces(person, path, least) {
  await person.go(path);
  await person.page.locator("main a.figure").first().waitFor({ timeout: 60_000 });
  const figures = await person.page.$$eval("main a.figure", (all) => all.filter((a) => a.checkVisibility()).map((a) => [a.getAttribute("href"), a.textContent]));
  assert.ok(figures.length >= least, `${figures.length} figures on ${path}`);
  for (const [href, shown] of figures) {
    // One list looks like the other: the week opens one by hand.
    await person.page.goto(site + href);
    const sums = await person.page.locator(".sums dd").allInnerTexts();
    const same = /\$/.test(shown) ? (words) => /\$/.test(words) && dollars(words) === dollars(shown) : (words) => count(words) === count(shown.match(/[\d\s\u00a0\u202f,]+/)[0]);
    assert.ok(sums.some(same), `${href} of ${path}: « ${shown} » is not among ${sums.join(" · ")}`);
  }
}

for (const look of LOOKS) {
  test(`the funder's week, ${look.name}, in ${look.lang}`, async () => {
    const nadia = await Somebody.sit(look, "funder");
    // From home to the report of the fund, in two taps.
    await nadia.go("");
    await nadia.press("a.door[href$='/funds']");
    await nadia.press("a[href*='/fund/']");
    assert.equal(nadia.taps, 2);
    const report = new URL(nadia.page.url()).pathname.replace(base, "");
    const amounts = (await nadia.page.locator("section[aria-labelledby=moved] td.num, section[aria-labelledby=stands] td.num").allInnerTexts()).map(dollars);
    const [before, received, food, running, , left, promised] = amounts;
    assert.ok(received > 0 && food > 0, amounts.join(" "));
    assert.equal(Math.round(100 * (before + received - food - running)), Math.round(100 * (left + promised)), "to the cent");
    assert.match(await nadia.says("section[aria-labelledby=reached]"), /\d/);
    await traces(nadia, report, 9);
    // What was spent, line by line, in a spreadsheet: as much as the page says.
    await nadia.go(report);
    await nadia.press("a.figure[href*='of=spent']");
    const list = rows(await nadia.file(await leads(nadia.one("a[href*='.csv']")), ""));
    const sum = list.reduce((all, row) => all + dollars(row.at(-1)), 0);
    assert.equal(Math.round(100 * sum), Math.round(100 * food), "the file's lines make the figure");
    await nadia.file(await leads(nadia.one("a[href*='.xlsx']")), "PK");
    // The report on paper and in a spreadsheet; a month of one's own choice.
    await nadia.go(report);
    await nadia.file(await leads(nadia.one("a[href*='report.pdf']")), "%PDF");
    await nadia.file(await leads(nadia.one("a[href*='.xlsx']")), "PK");
    const table = await nadia.file(await leads(nadia.one("a[href*='.csv']")), "");
    assert.ok(rows(table).length >= 8, table);
    await nadia.unfold("details:has(#since)");
    await nadia.write("#since", "2025-07-01");
    await nadia.write("#through", "2025-07-31");
    await nadia.press("form:has(#since) button");
    const july = dollars(await nadia.says("section[aria-labelledby=moved] tr:has(a[href*='of=spent']) td.num"));
    assert.ok(july > 0 && july < food, `${july} of ${food}`);
    await nadia.leave();
  });

  test(`the evaluator's week, ${look.name}, in ${look.lang}`, async () => {
    const ana = await Somebody.sit(look, "evaluator");
    // Use right now, with what each rate divides by, then by each way of looking.
    await ana.go("");
    const [part, whole] = (await ana.says(".rate dd >> nth=1")).replace(/(\d)[\s\u00a0\u202f,](?=\d{3})/g, "$1").match(/\d+/g).map(Number);
    assert.equal(count(await ana.says(".rate .big")), Math.round((100 * part) / whole), "a rate is its two numbers");
    for (const by of ["partner", "place", "class", "fund", "week"]) {
      await ana.press(`a[href*="?by=${by}"]`);
      await ana.unfold("#use details");
      assert.ok((await ana.page.locator("#use tbody tr").count()) > 0, by);
      await ana.file(await leads(ana.one("#use a[href*='.csv']")), "");
      await ana.file(await leads(ana.one("#use a[href*='.xlsx']")), "PK");
    }
    // Its lists join weeks: no day, no merchant, no household in them.
    await ana.go("");
    await ana.press("a.figure[href*='of=hand_outs']");
    const weeks = rows(await ana.file(await leads(ana.one("a[href*='.csv']")), ""));
    assert.ok(weeks.length > 5);
    for (const [from, to, handOuts] of weeks) {
      assert.ok((Date.parse(to) - Date.parse(from)) / 86_400_000 >= 6, `${from} to ${to} is a week at least`);
      assert.ok(count(handOuts) >= 5, `${handOuts} hand-outs are too few to show`);
    }
    // An organization, a week or a size by itself; two of them together could tell of a single household.
    assert.ok(rows(await ana.file("/export/bands.csv", "")).length >= 4);
    await ana.go("/figure?of=hand_outs&partner=4");
    for (const both of ["partner=4&week=2025-09-08", "partner=4&band=1", "week=2025-09-08&band=1"]) {
      assert.equal((await ana.context.request.get(`${site}${base}/figure?of=hand_outs&${both}`)).status(), 403, both);
    }
    // A coupon, an act or a person is nowhere: not a door to it, not a file of it.
    for (const path of ["/coupon?code=1-00001", "/handouts", "/audit", "/export/log.csv", "/batches/1/coupons.csv"]) {
      const answer = await ana.context.request.get(site + base + path);
      assert.ok(answer.status() >= 400, `${path}: ${answer.status()}`);
    }
    await ana.leave();
  });

  test(`the auditor's week, ${look.name}, in ${look.lang}`, async () => {
    const maxime = await Somebody.sit(look, "auditor");
    // The proof: everything that was printed is somewhere.
    await maxime.go("/audit");
    await maxime.press("form:has([name=run]) button");
    await maxime.page.locator(".equation").waitFor({ timeout: 60_000 });
    const terms = (await maxime.page.locator(".equation .term b").allInnerTexts()).map(count);
    assert.equal(terms.slice(1).reduce((all, n) => all + n, 0), terms[0], terms.join(" "));
    assert.ok(terms[0] > 10_000);
    assert.match(await maxime.says(".hash"), /^[0-9a-f ]{32,}$/);
    await maxime.file("/export/proof.xlsx", "PK");
    await traces(maxime, "/audit?run=1", 4);
    // The log, whole: one line for each act, none missing.
    const log = rows(await maxime.file("/export/log.csv", ""));
    assert.deepEqual([Number(log[0][0]), Number(log.at(-1)[0])], [log.length, 1], "numbered without a hole");
    // A coupon's whole life, from a dispute: printed, allotted, handed out, accepted.
    await maxime.go("/disputes");
    const disputed = await maxime.page.$$eval("main a[href*='/coupon?code=']", (all) => all.map((a) => a.getAttribute("href")));
    const lives = [];
    for (const href of disputed) {
      await maxime.go(href.replace(base, ""));
      lives.push(await maxime.page.locator(".timeline li").count());
    }
    assert.ok(Math.max(...lives) >= 4, `steps of ${disputed.join(" ")}: ${lives.join(" ")}`);
    // The same by its number, as it is read on paper.
    await maxime.go("/coupon");
    await maxime.write("#code", disputed[0].split("code=")[1]);
    await maxime.press("form:has(#code) .joined button");
    assert.equal(await maxime.page.locator(".timeline li").count(), lives[0]);
    // A payment, down to what it pays; the funds; the year's books.
    await maxime.go("/settlement/1");
    assert.ok((await maxime.page.locator("main li.row, main tbody tr").count()) > 0);
    await traces(maxime, "/funds", 8);
    await maxime.go("/funds");
    await maxime.press("a[href$='/settlement/waits']");
    const waits = rows(await maxime.file("/export/waits.csv", ""));
    assert.ok(waits.length >= (await maxime.page.locator("tbody tr").count()), "the file has every wait");
    await maxime.go("/books");
    assert.ok((await maxime.page.locator("tbody tr").count()) >= 4, "the season's months");
    await maxime.choose("#month", "");
    const journal = await maxime.file(`/books/journal?format=${await maxime.one("[name=format]").inputValue()}&month=`, "");
    assert.match(journal, /2025/);
    // Nothing there is for changing anything.
    for (const path of ["", "/batches", "/stock", "/handouts", "/disputes", "/funds", "/settlement/4", "/people", "/amendments"]) {
      await maxime.go(path);
      assert.equal(await maxime.page.locator("main form[method=post]").count(), 0, path);
    }
    await maxime.leave();
  });

  test(`the network's week, ${look.name}, in ${look.lang}`, async () => {
    const robin = await Somebody.sit(look, "network");
    // A territory's totals, and nothing finer: no figure opens a list, no way to look by organization.
    await robin.go("");
    const handedOut = count(await robin.says(".slate .big"));
    assert.ok(handedOut > 1000);
    assert.equal(await robin.page.locator("main a.figure, main a[href*='by=partner']").count(), 0);
    await robin.unfold("#use details");
    assert.ok(rows(await robin.file(await leads(robin.one("#use a[href*='.csv']")), "")).length > 5);
    // What it decided, and which markets are open.
    await robin.go("/amendments");
    assert.match(await robin.says("main"), /2025/);
    await robin.go("/calendar");
    // All the programmes whose totals it sees, and their sum: here there is one.
    await robin.page.goto(`${site}/programmes`);
    await robin.calm("/programmes");
    assert.equal(count(await robin.says(".slate .big")), handedOut);
    assert.equal(rows(await (await robin.page.request.get(`${site}/programmes/together.csv`)).text()).length, 1);
    // What programmes chose, side by side: a notebook for the next territory, from a known one.
    await robin.page.goto(`${site}/notebooks`);
    await robin.calm("/notebooks");
    await robin.write("#territory-name", `MRC de La Matapédia ${look.lang}`);
    await robin.one("input[value=bas-saint-laurent]").check();
    await robin.press("form:has(#territory-name) .button");
    const notebook = new URL(robin.page.url()).pathname;
    await robin.page.goto(`${site}${notebook}/compare?with=model:amos&only=on`);
    await robin.calm("/compare");
    assert.ok((await robin.page.locator("tbody tr:has(.badge.wait)").count()) > 3, "they differ");
    await robin.page.goto(`${site}${notebook}`);
    await robin.calm("/notebook");
    await robin.press("main a[href*='/q/']");
    assert.ok((await robin.says("main")).length > 400, "what others chose is told with the question");
    // Another territory begins: its file is looked at before anything is opened.
    await robin.page.goto(`${site}/open`);
    await robin.calm("/open");
    await robin.leave();
  });
}
