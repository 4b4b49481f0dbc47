// A whole market day without a network: five phones with wrong clocks take 404 payments of 5 coupons with their
// cameras, from our own printed sheets, over eight hours; they are reloaded, closed, killed, brought to another version
// of the app. Two of them were shown the same 20 coupons. In the evening the network comes back, badly. Each coupon is
// owed once, each shared one is a dispute with both facts, the days are right, and the audit passes. Needs CABAS.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { raster } from "./market/camera.mjs";
import { LAUNCH, Phone } from "./market/phone.mjs";
import { chance } from "./market/random.mjs";
import { Server } from "./market/server.mjs";
import { Wire } from "./market/wire.mjs";

const { CABAS, CABAS_SEED = "2025", CABAS_COUPONS = "2000" } = process.env;
assert.ok(CABAS, "CABAS is the program");
/** A machine that has other things to do is slow, and nothing is wrong. */
const PATIENCE = { timeout: 600_000 };
const HOUR = 3_600_000;
/** Coupons in all, in one payment, and shown to two phones. */
const [COUPONS, TOGETHER, SHARED] = [Number(CABAS_COUPONS), 5, 20];
const PAYMENTS = (COUPONS + SHARED) / TOGETHER;
/** Of each phone before noon. */
const MORNING = COUPONS / TOGETHER / 10;
/** After so many payments of the afternoon, two clocks are set wrong. */
const JUMP = MORNING / 2;
const DAY = "2025-08-02";
/** An hour of the market day, where the market is. */
const hour = (at) => Date.parse(`${DAY}T00:00:00-04:00`) + at * HOUR;
const [FARM, HONEY] = ["Ferme du Ruisseau-Clair", "Miellerie Lalonde"];
const [MARKET, STAND] = ["Marché public", "Kiosque"];
/** Whose phones, where, and how wrong their clocks are. The last is a browser of its own, with its own disk. */
const PHONES = [
  { name: "farm", role: "merchant", of: "ferme", vendor: FARM, place: MARKET, skew: 24 * HOUR },
  { name: "honey", role: "merchant", of: "miel", vendor: HONEY, place: MARKET, skew: -HOUR },
  { name: "stand", role: "merchant", of: "ferme", vendor: FARM, place: STAND, skew: 0 },
  { name: "manager", role: "market-manager", of: "marche", vendor: FARM, place: MARKET, skew: HOUR },
  { name: "office", role: "coordinator", vendor: HONEY, place: MARKET, skew: -24 * HOUR, hasDisk: true },
];

const folder = mkdtempSync(join(tmpdir(), "cabas-market."));
const { below, shuffle } = chance(Number(CABAS_SEED));
const server = new Server(CABAS, folder);
const cabas = (...words) => server.cabas(...words);
let deaths = 0;
let last = Promise.resolve();
/** The server dies where it stands, and is there again; one death after the other. */
const kill = () =>
  (last = last.then(async () => {
    deaths += 1;
    await server.stop("SIGKILL");
    await server.start();
  }));
/** @type {Phone[]} */
const phones = [];
let browser;
let cards;
/** Cards, by phone: payments still to come. */
let plans;
const began = performance.now();
const step = (what) => console.log(`${Math.round((performance.now() - began) / 1000)} s: ${what}`);

/** A table as the pages give it: a row an object. */
function table(name, ...words) {
  const file = join(folder, `${name}.csv`);
  cabas("export", "table", name, "--out", file, ...words);
  const [head, ...rows] = readFileSync(file, "utf8").replace("\ufeff", "").trim().split(/\r?\n/).map((row) => row.split(";"));
  return rows.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at]])));
}
const cents = (text) => Number(text.replace(/[^\d,]/g, "").replace(",", ""));

before(
  async () => {
    server.setClock(hour(8) - 24 * HOUR);
    const programme = readFileSync(new URL("../../crates/ground/src/programme.toml", import.meta.url), "utf8");
    // Somebody stands at the stand. A phone may go a whole day before it is heard of: 105 payments of 25 $.
    writeFileSync(join(folder, "programme.toml"), `${programme.replace('kind = "self_service"\n', "")}\n[rules.offline]\nvalue_by_day = "3000"\nlists_hours = 48\n`);
    cabas("programme", "open", join(folder, "programme.toml"));
    cabas("programme", "receive", "--fund", "desjardins", "--amount", "10000", "--reference", "v1", "--on", "2025-07-02");
    cabas("coupons", "issue", "--class", "A", "--count", String(COUPONS), "--booklet", "10");
    const all = `1:1-${COUPONS}`;
    cabas("stock", "take-in", all);
    cabas("stock", "allot", all, "--partner", "cuisine", "--fund", "desjardins");
    cabas("stock", "hand-out", "--partner", "cuisine", "--coupons", `1:1-${COUPONS / 2}`, "--band", "1");
    cabas("coupons", "print", "--batch", "1", "--out", join(folder, "sheets.pdf"));
    mkdirSync(join(folder, "pages"));
    cards = await raster(join(folder, "sheets.pdf"), join(folder, "pages"), COUPONS / 10);
    assert.equal(cards.length, COUPONS);
    step("printed");

    // Each phone has its own 400 cards; copies of 20 of the first one's are brought to the second one too.
    const piles = shuffle(cards);
    const own = PHONES.map((_, at) => piles.slice((at * COUPONS) / PHONES.length, ((at + 1) * COUPONS) / PHONES.length));
    own[1] = shuffle([...own[1], ...shuffle(own[0]).slice(0, SHARED)]);
    plans = own.map((pile) => Array.from({ length: pile.length / TOGETHER }, (_, at) => pile.slice(at * TOGETHER, (at + 1) * TOGETHER)));
    assert.equal(plans.flat().length, PAYMENTS);

    server.setClock(hour(8));
    await server.start();
    browser = await chromium.launch(LAUNCH);
  },
  PATIENCE,
);

after(async () => {
  for (const phone of phones) {
    await phone.context?.close();
    phone.wire.close();
  }
  await browser?.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  assert.deepEqual(phones.flatMap(({ complaints }) => complaints), [], "the browser complains");
});

/** The office's window. */
async function office(person) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const session = cabas("people", "token", "--person", person).match(/[0-9a-f]{64}/)[0];
  const url = `http://${server.host}`;
  await context.addCookies([{ name: "cabas", value: session, url }, { name: "lang", value: "fr", url }]);
  return { context, page: await context.newPage(), base: `${url}/p/essai` };
}
let coordinator;

test("eight in the morning: five phones follow their cards, whatever their clocks say", PATIENCE, async () => {
  const people = PHONES.map(({ name, role, of }) => {
    const person = cabas("people", "add", "--name", name).match(/\d+/)[0];
    cabas("people", "grant", "--person", person, "--role", role, ...(of ? ["--of", of] : []));
    return person;
  });
  coordinator = people.at(-1);
  const { context, page, base } = await office(coordinator);
  for (const { name, vendor, place, skew, hasDisk } of PHONES) {
    await page.goto(`${base}/phones`);
    await page.selectOption("#holder", await page.locator("#holder option", { hasText: `${name} ·` }).first().getAttribute("value"));
    await page.click("main form button");
    const link = (await page.textContent(".pass-address .code")).trim();
    const wire = await new Wire(server, kill).open();
    const phone = new Phone({ name, wire, skew, folder: hasDisk && join(folder, "disk") });
    phones.push(phone);
    await phone.switchOn(browser, hour(8));
    await phone.enrol(link, { vendor, place });
  }
  await context.close();
  for (const phone of phones) await phone.setOffline(true);
  await server.stop();
  // What they have never heard of is good as well.
  server.setClock(hour(8.5));
  cabas("stock", "hand-out", "--partner", "cuisine", "--coupons", `1:${COUPONS / 2 + 1}-${COUPONS}`, "--band", "1");
  step("enrolled");
});

/** A phone's payments between two hours, one after the other; between them, what happens to phones. */
async function sell(phone, plan, [from, until], mishaps) {
  const times = plan.map((_, at) => from + ((until - from) * (at + 0.5)) / plan.length).map(Math.round);
  for (const [at, cardsHeld] of plan.entries()) {
    const now = times[at];
    await phone.setClock(now);
    await mishaps[at]?.(phone, now);
    await phone.openEye();
    const held = await phone.hold(cardsHeld, at % 16 === 7);
    assert.equal(cents(held.total), TOGETHER * 500, `${phone.name}: ${held.total}`);
    await phone.accept(held, now);
  }
}

/** Things that happen at random between payments, by the number of the payment. */
function mishaps(count, list) {
  const at = shuffle(Array.from({ length: count - 1 }, (_, number) => number + 1));
  return Object.fromEntries(list.map((mishap) => [at.pop(), mishap]));
}
/** Everything that was accepted is still there. */
async function losesNothing(phone) {
  assert.equal(await phone.waiting(), phone.payments.length, `${phone.name} lost something`);
}
const reload = async (phone) => {
  await phone.reload();
  await losesNothing(phone);
};
const reopen = async (phone) => {
  await phone.reopen();
  await losesNothing(phone);
};
/** A payment was open when the page went away: nothing was accepted, and the same coupons are good afterwards. */
const leave = (cardsHeld) => async (phone) => {
  await phone.openEye();
  await phone.hold(cardsHeld);
  await phone.reload();
  await losesNothing(phone);
};
const again = (card) => async (phone) => {
  await phone.openEye();
  assert.match(await phone.offer(card), /Déjà utilisé/, `${phone.name} takes a coupon twice`);
};
const restart = (isKilled) => async (phone, now) => {
  await phone.restart(now, isKilled);
  await losesNothing(phone);
};

test("the morning: half of the payments, without network nor server", PATIENCE, async () => {
  const done = phones.map(async (phone, at) => {
    const plan = plans[at].slice(0, MORNING);
    const happens = mishaps(plan.length - 1, [reload, reopen, ...(phone.folder ? [restart(false)] : [])]);
    happens[plan.length - 1] = async (...given) => {
      await leave(plan.at(-1))(...given);
      await again(plan[0][2])(...given);
    };
    await sell(phone, plan, [hour(9), hour(13)], happens);
  });
  await Promise.all(done);
  step("the morning");
});

test("one o’clock: another version of the app, in the middle of a payment too", PATIENCE, async () => {
  server.setClock(hour(13));
  await server.start();
  const [busy, idle, other] = phones;
  const old = await busy.version();
  for (const { wire } of [busy, idle, other]) wire.isNew = true;

  // The app's files come through, the rest of the server does not yet.
  let letThrough;
  busy.wire.gate = new Promise((resolve) => (letThrough = resolve));
  await busy.setOffline(false, "files");
  await busy.setClock(hour(13));
  await busy.page.reload();
  await busy.openEye();
  const [next] = plans[0].splice(MORNING, 1);
  const held = await busy.hold(next);
  letThrough();
  await busy.newVersionWaits();
  await busy.setOffline(true);
  assert.equal(await busy.version(), old, "the page goes on with what it is");
  await busy.accept(held, hour(13));
  await busy.closeEye();
  await busy.leaves(old);
  await losesNothing(busy);

  for (const phone of [idle, other]) {
    if (await phone.page.locator("#eye").isVisible()) await phone.closeEye();
    await phone.setOffline(false, "files");
    await phone.page.reload();
    await phone.leaves(old);
    await phone.setOffline(true);
    await losesNothing(phone);
  }
  assert.equal(await busy.version(), await idle.version());
  assert.equal(await phones[3].version(), old, "who had no network has the old one");
  await server.stop();
  step("another version");
});

test("the afternoon: two clocks jump a day, one phone is killed", PATIENCE, async () => {
  const done = phones.map(async (phone, at) => {
    const plan = plans[at].slice(MORNING);
    const happens = mishaps(plan.length - 1, [reload, reopen, again(plans[at][0][0]), ...(phone.folder ? [restart(true)] : [])]);
    // From here on somebody set this phone's clock, a day ahead or a day back.
    const jump = { manager: 24 * HOUR, stand: -24 * HOUR }[phone.name];
    if (jump) {
      happens[JUMP] = async (_, now) => {
        phone.skew += jump;
        phone.jumped = phone.payments.length;
        await phone.setClock(now);
      };
    }
    await sell(phone, plan, [hour(13.2), hour(17)], happens);
  });
  await Promise.all(done);
  for (const phone of phones) await losesNothing(phone);
  assert.equal(phones.flatMap(({ payments }) => payments).length, PAYMENTS);
  step("the afternoon");
});

test("half past five: the network comes back, badly; every phone sends everything, once at least", PATIENCE, async () => {
  server.setClock(hour(17.5));
  await server.start();
  for (const phone of phones) {
    await phone.closeEye();
    await phone.setClock(hour(17.5));
  }
  const faults = shuffle(["drop", "cut", "short", "kill", "cut", "kill", "drop", "short"]);
  for (const [at, fault] of faults.entries()) phones[at % phones.length].wire.faults.push(fault);
  for (const [at, phone] of shuffle(phones).entries()) {
    if (at < 2) await phone.sendShuffled(1 + below(1_000_000));
    else await phone.setOffline(false);
    await phone.wire.quiet();
  }
  for (let turn = 0; turn < 40; turn += 1) {
    const late = [];
    for (const phone of phones) if ((await phone.waiting()) > 0) late.push(phone);
    if (!late.length) break;
    // Two at once, when there are two.
    await Promise.all(shuffle(late).slice(0, 2).map((phone) => phone.send()));
  }
  for (const phone of phones) assert.equal(await phone.waiting(), 0, phone.name);
  for (const { wire } of phones) assert.deepEqual(wire.faults, [], "everything that was to go wrong went wrong");
  assert.equal(deaths, 2);
  step("sent");
});

test("each coupon once, each shared one a dispute with both facts, the right days, the right totals", PATIENCE, async () => {
  /** Every answer that the server gave, by device and payment: the same each time. */
  const answers = new Map();
  let recorded = 0;
  for (const { device, said } of phones.flatMap(({ wire }) => wire.outboxes)) {
    for (const { seq, status, codes } of said?.acts ?? []) {
      const key = `${device} ${seq}`;
      const text = JSON.stringify(codes);
      assert.equal(answers.get(key) ?? text, text, `payment ${key} is answered in two ways`);
      answers.set(key, text);
      recorded += status === "recorded";
      assert.ok(["recorded", "replayed"].includes(status), status);
    }
  }
  assert.equal(answers.size, PAYMENTS);
  assert.ok(recorded <= PAYMENTS, "a payment is recorded once");

  const refused = await Promise.all(phones.map((phone) => phone.toSettle()));
  const disputed = refused.flat().map(({ code }) => code);
  assert.equal(disputed.length, SHARED);
  const [first, second] = phones.map(({ payments }) => new Set(payments.flatMap(({ codes }) => codes)));
  const shared = [...first].filter((code) => second.has(code));
  assert.equal(shared.length, SHARED);
  assert.deepEqual([...disputed].sort(), shared.sort());
  for (const [at, phone] of phones.entries()) if (at > 1) assert.deepEqual(refused[at], [], phone.name);

  const all = [...cabas("coupons", "list", "--batch", "1").matchAll(/^(1-\d+),\d+,([0-9A-Z-]+),/gm)];
  const numbers = new Map(all.map(([, number, code]) => [code, number]));
  const accepted = new Set(phones.flatMap(({ payments }) => payments.flatMap(({ codes }) => codes)));
  assert.deepEqual([...accepted].sort(), [...numbers.keys()].sort(), "the phones took the coupons that were printed");
  assert.deepEqual(table("states").map((row) => row.Nombre), [String(COUPONS)], "all are spent, and nothing else");

  const disputes = table("disputes");
  assert.deepEqual(disputes.map((row) => row.Coupon).sort(), shared.map((code) => numbers.get(code)).sort());
  const { context, page, base } = await office(coordinator);
  await page.goto(`${base}/disputes`);
  const facts = await page.$$eval("main section .facts", (pairs) => pairs.map((pair) => Array.from(pair.children, (fact) => fact.textContent)));
  assert.equal(facts.length, SHARED);
  for (const [one, other] of facts) {
    const [farm, honey] = one.includes(FARM) ? [one, other] : [other, one];
    for (const [text, vendor] of [[farm, FARM], [honey, HONEY]]) assert.ok(text.includes(vendor) && text.includes(MARKET) && text.includes("2 août 2025"), `${one} / ${other}`);
  }
  await page.goto(`${base}/phones`);
  assert.equal(await page.locator("main .notice.bad").count(), 0, "every outbox holds together");
  await context.close();

  // By merchant, place and day: what the phones said they took, less what is disputed. A clock that was set back says
  // the day before, and is believed; one that ran ahead is not.
  const expected = new Map();
  for (const [at, phone] of phones.entries()) {
    const { of, vendor, place } = PHONES[at];
    const lost = new Set(refused[at].map(({ code }) => code));
    phone.payments.forEach(({ codes }, number) => {
      const day = phone.name === "stand" && number >= phone.jumped ? "2025-08-01" : DAY;
      const key = `${vendor} ${place} ${day}`;
      expected.set(key, (expected.get(key) ?? 0) + codes.filter((code) => !lost.has(code)).length);
    });
  }
  const vendors = [FARM, HONEY];
  const found = vendors.flatMap((vendor, at) => table("days", "--of", String(at + 1)).map((row) => [vendor, row]));
  const days = new Map(found.map(([vendor, row]) => [`${vendor} ${row.Lieu.includes(STAND) ? STAND : MARKET} ${row.Date}`, Number(row.Nombre)]));
  assert.deepEqual([...days].sort(), [...expected].sort());
  assert.equal(found.reduce((sum, [, row]) => sum + cents(row.Montant), 0), COUPONS * 500);
  for (const row of table("owed")) {
    const mine = [...expected].filter(([key]) => key.startsWith(row.Marchand.slice(0, 10))).reduce((sum, [, count]) => sum + count, 0);
    assert.equal(cents(row.Montant), mine * 500, row.Marchand);
  }
  for (const phone of phones.filter(({ jumped }) => jumped === undefined)) {
    const told = await phone.today();
    const count = phone.payments.length * TOGETHER;
    const [, coupons, amount] = told.match(/(\d+) coupons\D+(.*)/);
    assert.deepEqual([Number(coupons), cents(amount)], [count, count * 500], `${phone.name}: ${told}`);
  }
  cabas("audit");
  step("checked");
});

test("everything again: what was overheard, twice, in any order; every outbox, shuffled; nothing changes", PATIENCE, async () => {
  const before = { audit: cabas("audit"), disputes: table("disputes"), settle: await Promise.all(phones.map((phone) => phone.toSettle())) };
  const overheard = phones.flatMap(({ wire }) => wire.outboxes.splice(0));
  const wire = phones[0].wire;
  for (const { authorization, body } of shuffle([...overheard, ...overheard])) {
    const said = await wire.ask("POST", "/api/v1/phone/acts", { authorization, "content-type": "application/json", "content-length": Buffer.byteLength(body) }, body);
    assert.equal(said.status, 200);
    assert.deepEqual([...new Set(JSON.parse(said.body).acts.map(({ status }) => status))], ["replayed"]);
  }
  for (const phone of shuffle(phones)) {
    await phone.sendShuffled(1 + below(1_000_000), { again: true });
    assert.equal(await phone.waiting(), 0, phone.name);
  }
  const after = { audit: cabas("audit"), disputes: table("disputes"), settle: await Promise.all(phones.map((phone) => phone.toSettle())) };
  assert.deepEqual(after, before);
  step("again");
});

test("a clock that was set back is understood as soon as there is a network", PATIENCE, async () => {
  for (const phone of phones) {
    const late = await phone.page.evaluate(async () => {
      const { now } = await import(new URL("state.js", document.querySelector("script[type=module]").src));
      return now() - Date.now();
    });
    assert.ok(Math.abs(late + phone.skew) < 120_000, `${phone.name} thinks it is ${(late + phone.skew) / HOUR} hours wrong`);
  }
});
