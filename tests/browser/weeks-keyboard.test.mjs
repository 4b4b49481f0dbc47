// What a week signs, pays and closes, with a keyboard only: a market day, an agreement, a bank account and a run of
// payments, each by the people it takes. What has the focus is always seen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, reach } from "./keys.mjs";
import { base, launch, lookAt, site } from "./look.mjs";

const LOOK = { lang: "fr", width: 1280, height: 720 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Somebody at a page, without a mouse. */
async function sit(role, path) {
  const { context, page, said } = await lookAt(LOOK, role);
  await page.goto(site + base + path);
  return {
    page,
    /** Goes to something and presses it: another page comes, and nothing is refused. */
    async press(selector) {
      await reach(page, selector);
      await enter(page);
      assert.deepEqual(await page.locator("[role=alert]").allTextContents(), [], `${role} ${selector}`);
    },
    async write(selector, words) {
      await reach(page, selector);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(words);
    },
    async leave() {
      assert.deepEqual(said, [], "the browser complains");
      await context.close();
    },
  };
}

test("closing a market day, with a keyboard", async () => {
  const ariane = await sit("market-manager", "/market");
  await ariane.press("main a[href*='/market/1?day=']");
  const close = "form:has([name=act][value=close]) button";
  await ariane.press(close);
  assert.equal(await ariane.page.locator("form:has([value=agree])").count() > 0, true, "merchants agree to their totals");
  await ariane.press("form:has([value=agree]) button");
  await ariane.leave();
});

test("selling a pack, with a keyboard", async () => {
  const ariane = await sit("market-manager", "/sale");
  await ariane.write("[name=packs]", "1");
  await ariane.write("[name=reference]", "clavier");
  await ariane.press("form:has([name=packs]) button");
  assert.match(await ariane.page.locator("tfoot").innerText(), /20/);
  await ariane.leave();
});

test("signing an agreement, with a keyboard", async () => {
  const camille = await sit("coordinator", "/agreements");
  for (const [field, index] of [["#vendor", 1], ["#place", 4]]) {
    await reach(camille.page, field);
    for (let n = 0; n < index; n += 1) await camille.page.keyboard.press("ArrowDown");
  }
  // A date is written part by part, in the order of the browser's own language, which no page can ask.
  for (const [field, day] of [["#from", "2025-09-01"], ["#until", "2025-10-11"]]) {
    await reach(camille.page, field);
    const [year, month, date] = day.split("-");
    for (const order of [[month, date, year], [year, month, date], [date, month, year]]) {
      for (const key of ["ArrowLeft", "ArrowLeft"]) await camille.page.keyboard.press(key);
      for (const part of order) {
        await camille.page.keyboard.type(part);
        // A day or a month leads on by itself when it is whole; a year does not.
        if (part === year && part !== order.at(-1)) await camille.page.keyboard.press("ArrowRight");
      }
      if ((await camille.page.inputValue(field)) === day) break;
    }
    assert.equal(await camille.page.inputValue(field), day);
  }
  await camille.press("form:has(#until) button");
  await camille.page.goto(`${site}${base}/agreements`);
  const all = await camille.page.$$eval("main a[href*='/agreements/']", (links) => links.map((a) => Number(a.getAttribute("href").split("/").pop())));
  const agreement = `/agreements/${Math.max(...all.filter(Boolean))}`;
  const solange = await sit("merchant", "/agreements");
  await solange.press(`main a[href$="${agreement}"]`);
  await reach(solange.page, "[name=read]");
  await solange.page.keyboard.press("Space");
  await solange.press("form:has([name=read]) button");
  assert.equal(await solange.page.locator("[name=read]").count(), 0, "signed once");
  await solange.leave();
  await camille.page.goto(site + base + agreement);
  await camille.press("form:has([value=programme]) button");
  assert.equal(await camille.page.locator("form:has([value=programme])").count(), 0, "both have signed");
  await camille.leave();
});

test("another bank account, by two people with a keyboard", async () => {
  const solange = await sit("merchant", "/bank-details");
  if (!(await solange.page.locator("#institution").isVisible())) {
    await reach(solange.page, "main summary");
    await solange.page.keyboard.press("Enter");
  }
  await solange.write("#institution", "815");
  await solange.write("#transit", "20123");
  await solange.write("#number", "5550001");
  await solange.press("form:has(#institution) button");
  assert.equal(await solange.page.locator("[value=confirm]").count(), 0, "nobody confirms their own account");
  await solange.leave();
  const dominique = await sit("treasurer", "/bank-details");
  const mine = "form:has([value=confirm]):has([name=vendor][value='1'])";
  await dominique.press(`${mine} button`);
  assert.equal(await dominique.page.locator(mine).count(), 0);
  await dominique.leave();
});

test("a run of payments approved by two people and paid, with a keyboard", async () => {
  let run;
  for (const role of ["approver", "approver-2"]) {
    const person = await sit(role, run ?? "/settlement");
    if (!run) {
      await person.press("li.row:has(.badge.prepared, .badge.approved) a.cover");
      run = new URL(person.page.url()).pathname.replace(base, "");
    }
    // The first may have approved it already: once is enough.
    if (await person.page.locator("[value=approve]").count()) await person.press("form:has([value=approve]) button");
    assert.equal(await person.page.locator("[value=approve], [value=pay]").count(), 0, `${role} approves once and pays nothing`);
    await person.leave();
  }
  const dominique = await sit("treasurer", run);
  await dominique.press("form:has([value=pay]) button");
  const waiting = await dominique.page.locator("form:has([value=confirm])").count();
  assert.ok(waiting >= 1, "payments wait for the bank's word");
  await dominique.write("form:has([value=confirm]) [name=reference]", "dépôt 12");
  await dominique.press("form:has([value=confirm]) button");
  assert.equal(await dominique.page.locator("form:has([value=confirm])").count(), waiting - 1);
  await dominique.leave();
});
