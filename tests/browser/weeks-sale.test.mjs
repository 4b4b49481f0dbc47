// What the public buys, week after week: a pack at the counter, an order paid and picked up, a campaign brought in, a gift,
// and sold coupons paid back. In French on a narrow phone without JavaScript, then in English on a desk.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./look.mjs";
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

/** Packs in stock, as the counter says it. */
const packs = async (person) => Number((await person.says("section:has([name=packs]) .quiet.small")).match(/\d+/)[0]);

for (const look of LOOKS) {
  test(`the counter's day, ${look.name}, in ${look.lang}`, async () => {
    const ariane = await Somebody.sit(look, "market-manager");
    // One pack: how many, a reference, done; the receipt says what was paid and which coupons.
    await ariane.go("/sale");
    const before = await packs(ariane);
    assert.ok(before > 0, "packs to sell");
    await ariane.write("[name=reference]", `comptoir ${look.name}`);
    await ariane.press("form:has([name=packs]) button");
    assert.ok(ariane.taps + ariane.fields <= 2, "a number that is right already, a reference, one button");
    const paid = dollars(await ariane.says("tfoot .num"));
    const lines = (await ariane.page.locator("tbody td.num").allInnerTexts()).map(dollars);
    assert.equal(paid, 20);
    assert.deepEqual(lines, [20, 10], "two lots: what was bought, and the bonus");
    const sold = await ariane.says(".slip");
    assert.match(sold, /lot 2|batch 2/);
    await ariane.go("/sale");
    assert.equal(await packs(ariane), before - 1);
    // More than there is: refused, and what was written is still there.
    await ariane.write("[name=packs]", "99");
    await ariane.write("[name=reference]", "trop");
    await ariane.isRefused("form:has([name=packs]) button");
    assert.equal(await ariane.one("[name=packs]").inputValue(), "99");
    // An order: placed by telephone, found by its reference, paid, picked up.
    await ariane.go("/orders");
    await ariane.unfold("details:has([value=place])");
    await ariane.choose("#offer", { index: 1 });
    await ariane.write("#reference", `commande ${look.name}`);
    await ariane.press("form:has([value=place]) button");
    const row = `li.row:has(h3:text-is("commande ${look.name}"))`;
    await ariane.press(`${row} form:has([value=pay]) button`);
    assert.match(await ariane.says(`${row} .num`), /20/);
    await ariane.press(`${row} form:has([value=pick_up]) button`);
    assert.equal(await ariane.page.locator(`${row} button`).count(), 0, "nothing is left to do");
    await ariane.leave();
  });

  test(`what comes from outside, ${look.name}, in ${look.lang}`, async () => {
    const dominique = await Somebody.sit(look, "treasurer");
    // A campaign's file: looked at first, then kept; what it comes to is what its lines say.
    await dominique.go("/campaign");
    const file = `id;nom;montant;contrepartie\n${look.name}1;Untel;50,00;\n${look.name}2;Unetelle;25,50;\n`;
    await dominique.page.setInputFiles("#file", { name: "campagne.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
    await dominique.write("#name", `Campagne ${look.name}`);
    await dominique.write("#on", "2025-09-05");
    await dominique.one("[name=reached][value=yes]").check();
    await dominique.choose("[name=gift_fund]", { index: 1 });
    await dominique.press("form:has(#name) button");
    const sums = (await dominique.page.locator("form:has([name=rows]) tbody td.num").allInnerTexts()).map(dollars);
    assert.ok(sums.includes(75.5), sums.join(" "));
    assert.doesNotMatch(await dominique.says("main"), /Untel/, "a name is in no page");
    await dominique.press("button[value=keep]");
    assert.match(await dominique.says(), /2/);
    // A gift of one's own; both are among the gifts.
    await dominique.go("/sale");
    await dominique.unfold("details:has([value=give])");
    await dominique.choose("#gift-fund", { index: 1 });
    await dominique.write("form:has([value=give]) [name=amount]", "12,34");
    await dominique.write("form:has([value=give]) [name=reference]", `don ${look.name}`);
    await dominique.press("form:has([value=give]) button");
    const gifts = await dominique.file("/export/gifts.csv", "");
    assert.match(gifts, new RegExp(`don ${look.name}`));
    assert.match(gifts, /50[.,]00/);
    assert.doesNotMatch(gifts, /Untel/);
    await dominique.leave();
  });

  test(`sold coupons are paid back, ${look.name}, in ${look.lang}`, async () => {
    const camille = await Somebody.sit(look, "coordinator");
    // The last sale's first coupon comes back, unused: no more than the law's limit is paid.
    const sales = (await camille.file("/export/sales.csv", "")).trim().split("\n").slice(1);
    assert.ok(sales.length > 30);
    await camille.go("/sale");
    await camille.press("tbody a[href*='receipt']");
    const [number] = (await camille.says(".slip")).match(/(\d+) (?:à|to) \d+ (?:du lot|of batch) 2/)?.slice(1) ?? [];
    assert.ok(number, await camille.says(".slip"));
    const refunded = async () => {
      await camille.go("/funds");
      const figure = camille.page.locator("a[href*='of=refunded']");
      return (await figure.count()) ? dollars(await figure.first().innerText()) : 0;
    };
    const before = await refunded();
    await camille.go("/stock");
    await camille.unfold("details:has([value=refund])");
    await camille.choose("#refund-batch", "2");
    await camille.write("#refund-numbers", number);
    await camille.press("form:has([value=refund]) button");
    await camille.says();
    assert.equal(Math.round(100 * (await refunded())), Math.round(100 * before) + 500, "a coupon of 5 $");
    await camille.leave();
  });
}
