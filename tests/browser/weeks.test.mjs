// A week of each person, as they would live it: in French on a narrow phone without JavaScript, then in English on a
// desk. What one does, the next one finds: the coordinator prints and allots, the organisation hands out, the market
// counts in, the merchant is owed, the treasurer pays.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { base, launch, lookAt, sessions, site } from "./look.mjs";
import { COORDINATOR } from "./paths.mjs";
import { Somebody, dollars, numbers } from "./somebody.mjs";

const LOOKS = [
  { name: "phone", lang: "fr", width: 360, height: 740, javaScriptEnabled: false, closes: "2025-09-25", place: 2, account: "7654321" },
  { name: "desk", lang: "en", width: 1280, height: 900, javaScriptEnabled: true, closes: "2025-10-02", place: 3, account: "1234567" },
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const look of LOOKS) {
  // What one leaves to the next.
  const left = {};

  test(`the coordinator's week, ${look.name}, in ${look.lang}`, async () => {
    const camille = await Somebody.sit(look, "coordinator");
    const batch = "li.row:has([value=ask_void]) h3, li.row h3";
    const newest = async () => Math.max(...(await camille.page.locator(batch).allTextContents()).map((words) => numbers(words)[0]));
    // A batch is printed.
    await camille.go("/batches");
    await camille.choose("#class", { index: 1 });
    await camille.write("#count", "1200");
    await camille.press("form:has(#booklet) button");
    await camille.says();
    const printed = await newest();
    await camille.file(`/batches/${printed}/coupons.pdf`, "%PDF");
    left.codes = Object.fromEntries((await camille.file(`/batches/${printed}/coupons.csv`, "")).trim().split("\n").slice(1).map((line) => line.split(",")).map(([number, , code]) => [Number(number.split("-")[1]), code]));
    left.batch = printed;
    // It comes back from the printer, is counted in, and goes to an organisation.
    await camille.go("/stock");
    await camille.unfold("details:has([value=take_in])");
    await camille.choose("#take_in-batch", String(printed));
    await camille.write("#take_in-numbers", "1-1200");
    await camille.press("form:has([value=take_in]) button");
    await camille.says();
    await camille.unfold("details:has([value=allot])");
    await camille.choose("#allot-batch", String(printed));
    await camille.write("#allot-numbers", "1-1000");
    await camille.choose("#partner", "1");
    await camille.press("form:has([value=allot]) button");
    await camille.says();
    // The same numbers again: refused, and what was written is still there.
    await camille.unfold("details:has([value=take_in])");
    await camille.choose("#take_in-batch", String(printed));
    await camille.write("#take_in-numbers", "1-1200");
    await camille.isRefused("form:has([value=take_in]) button");
    assert.equal(await camille.one("#take_in-numbers").inputValue(), "1-1200");
    // A batch that the printer spoiled is cancelled by two.
    await camille.go("/batches");
    await camille.choose("#class", { index: 1 });
    await camille.write("#count", "10");
    await camille.press("form:has(#booklet) button");
    const spoiled = await newest();
    const row = `li.row:has([name=batch][value="${spoiled}"])`;
    await camille.tap(`${row} summary`);
    await camille.write(`#reason-${spoiled}`, "mal coupé");
    await camille.press(`${row} form:has([value=ask_void]) button`);
    assert.equal(await camille.page.locator(`${row} [value=confirm_void]`).count(), 0, "nobody confirms what they asked");
    const dominique = await Somebody.sit(look, "treasurer");
    await dominique.go("/batches");
    await dominique.press(`${row} form:has([value=confirm_void]) button`);
    await dominique.leave();
    // A market day is closed: its effect is seen first, then everybody's calendar says so.
    await camille.go("/places/1");
    await camille.press(`a[href$="close=${look.closes}"], a[href*="close=${look.closes}"]`);
    await camille.tap("#effect .choice >> nth=1");
    await camille.press("#effect form button");
    await camille.go(`/calendar?month=${look.closes.slice(0, 7)}`);
    assert.ok((await camille.page.locator(".shut, .gone, s").count()) > 0, "the closed day shows");
    // Coupons that sleep go where they are used.
    await camille.go("/moves");
    const sleeping = await camille.page.locator("ul.rows form").count();
    assert.ok(sleeping > 0, "so many are more than it hands out before the end");
    await camille.press("ul.rows form button");
    await camille.says();
    // A list out of a spreadsheet is looked at before anything is kept.
    const template = await camille.file("/import/partners.csv", "");
    await camille.go("/import");
    await camille.one("[name=kind][value=partners]").check();
    await camille.one("#file").setInputFiles({ name: "organismes.csv", mimeType: "text/csv", buffer: Buffer.from(template) });
    await camille.press("form:has(#file) button");
    assert.ok((await camille.page.locator("form:has([name=rows])").count()) > 0, "what it would do is shown first");
    // Somebody is invited, with a card to print.
    await camille.go("/people");
    await camille.unfold("details:has([value=invite])");
    await camille.write("form:has([value=invite]) [name=name]", `Robin ${look.lang}`);
    await camille.choose("form:has([value=invite]) [name=role]", "auditor");
    await camille.press("form:has([value=invite]) button");
    assert.equal(await camille.page.locator(".pass svg").count(), 1, "a card with a square to scan");
    // An agreement is prepared for a merchant.
    await camille.go("/agreements");
    await camille.choose("#vendor", "1");
    await camille.choose("#place", String(look.place));
    await camille.write("#from", "2025-09-01");
    await camille.write("#until", "2025-10-11");
    await camille.press("form:has(#until) button");
    await camille.go("/agreements");
    const known = await camille.page.$$eval("main a[href*='/agreements/']", (all) => all.map((a) => Number(a.getAttribute("href").split("/").pop())));
    left.agreement = `/agreements/${Math.max(...known.filter(Boolean))}`;
    await camille.leave();
  });

  test(`the organisation's week, ${look.name}, in ${look.lang}`, async () => {
    const noemie = await Somebody.sit(look, "partner-worker");
    await noemie.go("");
    await noemie.press("a.door[href$='/handouts']");
    // Two taps, and nothing to write.
    noemie.taps = 0;
    await noemie.tap(".choice:has([name=band])");
    await noemie.press("form:has([name=band]) .ends button");
    assert.deepEqual([noemie.taps, noemie.fields], [2, 0], "two taps hand out");
    const first = await noemie.says(".give .big");
    // It was the wrong household: one tap, and everything is as before.
    await noemie.press(".give form button");
    assert.equal(await noemie.page.locator(".give").count(), 0);
    await noemie.tap(".choice:has([name=band])");
    await noemie.press("form:has([name=band]) .ends button");
    const given = await noemie.says(".give .big");
    assert.equal(given, first, "the coupons taken back are the next ones");
    // Enough from the new batch for the market's day, by number.
    const [low, high] = [1, 12];
    await noemie.go("/handouts");
    await noemie.tap(".choice:has([name=band])");
    await noemie.tap(".choice:has([value=numbers])");
    await noemie.write("#numbers", `${left.batch}-${String(low).padStart(5, "0")} à ${left.batch}-${String(high).padStart(5, "0")}`);
    await noemie.press("form:has([name=band]) .ends button");
    assert.deepEqual(numbers(await noemie.says(".give .big")), [low, high, left.batch]);
    // The last of them is lost, and replaced.
    await noemie.go("/handouts");
    await noemie.unfold("details:has(#lost)");
    await noemie.write("#lost", `${left.batch}-${String(high).padStart(5, "0")}`);
    await noemie.write("#lost-reason", "perdu");
    await noemie.press("form:has(#lost) button:not([type=button])");
    await noemie.says();
    left.lost = high;
    // A day without a telephone: the register is printed, then typed in.
    await noemie.press("a[href$='/handouts/register']");
    await noemie.press("form[action$='/register/print'] button");
    assert.ok((await noemie.page.locator("table.paper-form tbody tr").count()) > 10, "lines to write on");
    await noemie.go("/handouts/register");
    await noemie.choose("#band-0", { index: 1 });
    await noemie.choose("#band-1", { index: 2 });
    await noemie.write("#numbers-1", `${left.batch}-00013 à ${left.batch}-00020`);
    await noemie.press("form:has(#band-0) > div:last-child button");
    await noemie.says();
    assert.ok((await noemie.page.locator("ul.rows.card").first().innerText()).includes("13"), "the line's coupons are in the list");
    await noemie.leave();
  });

  test(`the market's day, ${look.name}, in ${look.lang}`, async () => {
    const ariane = await Somebody.sit(look, "market-manager");
    await ariane.go("");
    await ariane.press("a.door[href$='/market']");
    const day = await ariane.one("#day").inputValue();
    // Who is here.
    await ariane.one("form:has([value=presence]) .choice >> nth=0").click();
    await ariane.one("form:has([value=presence]) .choice >> nth=1").click();
    for (const n of [0, 1]) await ariane.one(`form:has([value=presence]) [name=vendor] >> nth=${n}`).check();
    await ariane.press("form:has([value=presence]) button");
    const before = dollars(await ariane.says(".head .worth"));
    // The first merchant's coupons: five good ones, one that was lost.
    await ariane.press("a.button[href*='/count?vendor=']");
    assert.notEqual(await ariane.one("#vendor").inputValue(), "", "the merchant is chosen already");
    assert.equal(await ariane.one("#day").inputValue(), day);
    await ariane.write("#codes", [1, 2, 3, 4, 5, left.lost].map((n) => left.codes[n]).join("\n"));
    await ariane.press("form:has(#codes) .span > button");
    assert.match(await ariane.says(), /5/);
    assert.equal(await ariane.page.locator("li.bad-line").count(), 1, "the lost one stands apart");
    // The same pile again: nothing counts twice.
    await ariane.write("#codes", [1, 2].map((n) => left.codes[n]).join("\n"));
    await ariane.press("form:has(#codes) .span > button");
    assert.equal(await ariane.page.locator("li.bad-line").count(), 2, "twice is never paid twice");
    // The day, its slip, a coupon shown at the desk, a coupon in doubt.
    await ariane.go(`/market/1?day=${day}`);
    assert.equal(dollars(await ariane.says(".head .worth")), before + 25);
    await ariane.press("a[href*='/slip?vendor=']");
    assert.match(await ariane.says("tfoot"), /\d/);
    await ariane.go(`/market/1?day=${day}`);
    await ariane.write("#code", left.codes[7]);
    await ariane.press("form:has(#code) button");
    await ariane.says("#doubt [role=status]");
    await ariane.write("form:has([value=pay]) [name=reason]", "vu au kiosque");
    await ariane.press("form:has([value=pay]) button");
    // The day is closed, and a merchant signs the paper.
    await ariane.press("form:has([value=close]) button");
    await ariane.press("form:has([value=agree]) button");
    await ariane.leave();
  });

  test(`the merchant's week, ${look.name}, in ${look.lang}`, async () => {
    const solange = await Somebody.sit(look, "merchant");
    // The agreement: read, signed; nothing to sign after that.
    await solange.go("/agreements");
    await solange.press(`a[href$="${left.agreement}"]`);
    await solange.one("[name=read]").check();
    await solange.press("form:has([name=read]) button");
    assert.equal(await solange.page.locator("[name=read]").count(), 0);
    await solange.file(`${left.agreement}/pdf`, "%PDF");
    const camille = await Somebody.sit(look, "coordinator");
    await camille.go(left.agreement);
    await camille.press("form:has([value=programme]) button");
    await camille.leave();
    // What is owed, what was paid, with what.
    await solange.go("");
    await solange.press("a.door[href$='/vendor']");
    assert.ok((await solange.page.locator("dd.worth").count()) > 0);
    const statement = await solange.one("a[href*='/statement/']").getAttribute("href");
    await solange.file(statement.replace(base, ""), "%PDF");
    if (await solange.page.locator("form:has([name=day]) button").count()) await solange.press("form:has([name=day]) button");
    // Another account: asked by one, confirmed by another.
    await solange.go("/bank-details");
    if (!(await solange.one("#institution").isVisible())) await solange.tap("summary");
    await solange.write("#institution", "815");
    await solange.write("#transit", "20123");
    await solange.write("#number", look.account);
    await solange.press("form:has(#institution) button");
    assert.equal(await solange.page.locator("[value=confirm]").count(), 0, "nobody confirms their own account");
    const dominique = await Somebody.sit(look, "treasurer");
    await dominique.go("/bank-details");
    await dominique.press("form:has([value=confirm]):has([name=vendor][value='1']) button");
    await dominique.leave();
    await solange.go("/bank-details");
    assert.match(await solange.says("li.row:has(.code)"), new RegExp(look.account.slice(-3)));
    await solange.leave();
  });

  test(`the money's week, ${look.name}, in ${look.lang}`, async () => {
    const [dominique, andree, sacha] = await Promise.all(["treasurer", "approver", "approver-2"].map((role) => Somebody.sit(look, role)));
    await dominique.go("/settlement");
    await dominique.press("form.ends button");
    const run = new URL(dominique.page.url()).pathname.replace(base, "");
    assert.match(run, /^\/settlement\/\d+$/);
    // Nobody sends before two have approved, and whoever approves does so once.
    for (const person of [andree, sacha]) {
      await person.go(run);
      await person.press("form:has([value=approve]) button");
      assert.equal(await person.page.locator("[value=approve], [value=pay]").count(), 0);
      await person.leave();
    }
    await dominique.go(run);
    await dominique.press("form:has([value=pay]) button");
    await dominique.file(`${run}/payments.pdf`, "%PDF");
    const waiting = await dominique.page.locator("form:has([value=confirm])").count();
    assert.ok(waiting >= 1, "payments wait for the bank's word");
    await dominique.write("form:has([value=confirm]) [name=reference]", "dépôt 41");
    await dominique.press("form:has([value=confirm]) button");
    await dominique.one("details:has([value=return]) > summary").click();
    await dominique.write("details[open] [name=reference]", "905 compte fermé");
    await dominique.press("details[open] form button");
    assert.equal(await dominique.page.locator(".badge.returned").count(), 1);
    // What came back is owed again.
    await dominique.go("/settlement");
    assert.ok((await dominique.page.locator("section.card tfoot .num").count()) === 1, "owed again");
    await dominique.leave();
  });
}

test("whoever only looks is refused by every form", async (t) => {
  // Every form of every page that a coordinator sees, as its fields are.
  const { context, page } = await lookAt(LOOKS[1], "coordinator");
  const forms = new Map();
  for (const path of COORDINATOR) {
    await page.goto(site + base + path);
    // As somebody would fill them, so that nothing but the permission is missing.
    const found = await page.$$eval("main form[method=post]", (all) =>
      all.map((form) => {
        for (const e of form.elements) {
          if (e.type === "radio" && !form.querySelector(`[name="${e.name}"]:checked`)) e.checked = true;
          else if (e.tagName === "SELECT" && !e.value) e.value = [...e.options].find((o) => o.value)?.value ?? "";
          else if (e.type === "date" && !e.value) e.value = "2025-09-11";
          else if (!e.value && (e.tagName === "TEXTAREA" || (e.type === "text" && e.required))) e.value = { institution: "815", transit: "20123", number: "1234567" }[e.name] ?? "1";
        }
        const fields = [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : ""]);
        return { action: new URL(form.getAttribute("action") || location.pathname, location).pathname, fields };
      }),
    );
    // The import needs a file: the table of roles asks for it.
    for (const form of found.filter((form) => !form.action.endsWith("/import"))) forms.set(`${form.action} ${JSON.stringify(form.fields.filter(([name]) => name !== "id"))}`, form);
  }
  await context.close();
  assert.ok(forms.size > 30, `${forms.size} forms`);
  for (const role of ["funder", "evaluator", "auditor", "network"]) {
    await t.test(role, async () => {
      const answers = await Promise.all(
        [...forms.values()].map(async ({ action, fields }) => {
          const body = new URLSearchParams(fields);
          const answer = await fetch(site + action, { method: "POST", redirect: "manual", headers: { origin: site, cookie: `cabas=${sessions[role]}` }, body });
          return [answer.status, action, String(body)];
        }),
      );
      assert.deepEqual(answers.filter(([status]) => status !== 403), [], `refused to ${role}`);
    });
  }
});
