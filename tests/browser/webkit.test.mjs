// The phone app and the desk in WebKit's engine, the one of every iPhone: a phone made from a card, payments without a
// network nor a server, the app opened again from its own memory, everything sent once; a photograph through the
// reader and squares by the writer; and the pages of an office at 360 pixels. Needs CABAS, the program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { front } from "./front.mjs";
import { base, sessions, site, tooSmall, tooWide, unfold } from "./look.mjs";
import { COORDINATOR, MAY, PUBLIC } from "./paths.mjs";
import { Stand } from "./stand.mjs";
import { missing, WebKit } from "./webkit.mjs";

const WIDTH = 360;
/** The files as they are now, rather than those in the program: a look without a build. */
const disk = Boolean(process.env.CABAS_DISK);
const why = missing();
if (why) console.log(`WebKit was not tried: ${why}`);

const needed = { skip: why || false, timeout: 180_000 };
let webkit;
let stand;
let before_it;
let codes;
let people;
let phone;

before(async () => {
  if (why) return;
  stand = new Stand("webkit");
  codes = stand.print(40, 10);
  stand.cabas("stock", "hand-out", "--partner", "cuisine", "--coupons", "1:1-40", "--band", "1");
  stand.cabas("stock", "withdraw", "1:40", "--to", "stolen", "--reason", "volé");
  people = { coordinator: stand.person("coordinator"), merchant: stand.person("merchant", "ferme") };
  await stand.serve();
  before_it = await front(stand.site, { ear: true, disk });
  webkit = await WebKit.launch();
}, { timeout: 120_000 });

after(async () => {
  webkit?.end();
  before_it?.close();
  await stand?.end();
});

/** A page complains of nothing but of what a network that is away says. */
async function quiet(window, where) {
  const said = await window.run(() => globalThis.cabasSaid?.splice(0) ?? ["the page is not heard"]);
  assert.deepEqual(said.filter((text) => !/^(error|warn): (offline|scanner) TypeError: (Load failed|.*network)/i.test(text)), [], `WebKit complains: ${where}`);
}
const session = (person) => stand.cabas("people", "token", "--person", person).match(/[0-9a-f]{64}/)[0];
const waits = (count) => phone.shows(`#wait[data-count="${count}"]`);
const verdict = (kind) => phone.shows(`#answer[data-verdict=${kind}]`);
const isSpent = (code) => /utilisé/i.test(stand.cabas("coupons", "story", code));

/** Until the server has counted a coupon: a phone whose count is 0 may not have drawn the payment yet. */
async function counted(code) {
  for (let left = 50; !isSpent(code); left -= 1) {
    assert.ok(left > 0, `${code} was never counted`);
    await sleep(200);
  }
  await waits(0);
}

/** Types a code, chooses its letter, and waits until the phone has said something of it. */
async function typeCode(code) {
  await phone.run(() => void (document.querySelector("#answer").dataset.verdict = ""));
  await phone.type("#code", code.toLowerCase().replace("-", " "));
  await phone.click("#letters .letter", "A");
  await phone.shows('#answer[data-verdict]:not([data-verdict=""])');
}

test("a card's link makes a phone, whose key no script can read", needed, async () => {
  const office = await webkit.open(WIDTH);
  console.log(`${office.version}, ${await office.run(() => navigator.userAgent)}`);
  await office.goto(before_it.site);
  await office.cookie("cabas", session(people.coordinator));
  await office.goto(`${before_it.site}/p/essai/phones`);
  await office.run(() => {
    const list = document.querySelector("#holder");
    list.value = [...list.options].find(({ text }) => text.startsWith("merchant ·")).value;
  });
  await office.click("main form button");
  await office.shows(".pass-address .code");
  const card = new URL((await office.text(".pass-address .code")).trim());
  await quiet(office, "phone card");
  await office.close();

  phone = await webkit.open(WIDTH);
  await phone.goto(`${before_it.site}/phone/${card.hash}`);
  await phone.shows("#welcome");
  assert.equal(await phone.run(() => innerWidth), WIDTH);
  await phone.shot("welcome");
  await phone.click("#link-form button");
  await phone.click("#choose-list button", "Marché public");
  await phone.shows("#pay");
  assert.equal(await phone.run(() => location.hash), "", "the link is not left in the address");
  await phone.until("the service worker", () => navigator.serviceWorker.controller !== null);
  const key = await phone.later(async () => {
    const db = await new Promise((resolve) => (indexedDB.open("cabas-phone").onsuccess = ({ target }) => resolve(target.result)));
    const { key } = (await new Promise((resolve) => (db.transaction("meta").objectStore("meta").get("device").onsuccess = ({ target }) => resolve(target.result)))).value;
    db.close();
    const out = await crypto.subtle.exportKey("pkcs8", key).then(() => "read out", (error) => error.name);
    return { made: key instanceof CryptoKey, type: key.type, extractable: key.extractable, out };
  });
  assert.deepEqual(key, { made: true, type: "private", extractable: false, out: "InvalidAccessError" });
  assert.deepEqual(await phone.run(tooWide), [], "wider than the screen");
  assert.deepEqual(await phone.run(tooSmall), [], "too small for a finger");
  await phone.shot("pay");
  await quiet(phone, "a phone from a card");
});

test("typed codes, a payment with a network, each no is said", needed, async () => {
  await typeCode(codes[20]);
  await verdict("doubt");
  await typeCode(codes[20]);
  await phone.shows("#answer[data-verdict=refuse]", "Déjà dans ce paiement");
  await typeCode(codes[39]);
  await phone.shows("#answer[data-verdict=refuse]", "volé");
  await phone.type("#code", "7K2M");
  await phone.shows("#code-hint", "6 signes");
  await phone.run(() => void (document.querySelector("#code").value = ""));
  await phone.click("#accept");
  await verdict("done");
  await counted(codes[20]);
  await phone.shot("done");
  await quiet(phone, "a payment");
});

test("no server: a payment, the app opened again from its own memory, another", needed, async () => {
  before_it.away = true;
  await stand.stop();
  await typeCode(codes[21]);
  await typeCode(codes[22]);
  await phone.click("#accept");
  await verdict("done");
  await waits(1);
  await quiet(phone, "a payment without a network");
  await phone.reload();
  await phone.shows("#pay");
  await waits(1);
  assert.equal(await phone.run(() => getComputedStyle(document.querySelector("#accept")).minHeight), "80px", "with its style");
  await typeCode(codes[21]);
  await phone.shows("#answer[data-verdict=refuse]", "Déjà utilisé");
  await typeCode(codes[23]);
  await phone.click("#accept");
  await verdict("done");
  await waits(2);
  await phone.goto(`${before_it.site}/phone/`);
  await waits(2);
  await phone.click("#wait");
  await phone.until("both payments", () => document.querySelectorAll("#recent li").length === 3);
  await phone.shot("outbox");
  assert.deepEqual(await phone.run(tooWide), [], "wider than the screen");
});

test("squares for another phone to carry, drawn without a network", needed, async () => {
  await phone.click("#carry-show");
  await phone.shows("#square svg");
  assert.ok(await phone.run(() => document.querySelector("#square path").getAttribute("d").length > 1000));
  await phone.shot("square");
  await phone.click("#show-back");
  await phone.click("#back");
  await phone.shows("#pay");
  await quiet(phone, "squares");
});

test("a camera opens, and the reader's thread reads a photograph, without a network", needed, async () => {
  await phone.click("#scan");
  await phone.until("the camera", () => document.querySelector("#video").videoWidth > 0);
  await phone.click("#scan");
  await phone.click("#pile-open");
  await phone.shows("#pile-shoot");
  const sheet = join(stand.folder, "sheet");
  execFileSync("pdftoppm", ["-r", "150", "-l", "1", "-singlefile", "-png", join(stand.folder, "sheets.pdf"), sheet]);
  await phone.upload("#pile-file", `${sheet}.png`);
  await phone.shows("#pile-photo-said", "10 coupons lus sur la photo");
  // The tenth was accepted on this phone: the sheet has every fourth coupon, from 1 to 37, and 21 was typed.
  await phone.until("each in the pile", () => document.querySelector("#pile-count").textContent === "9");
  await phone.shot("photo");
  await phone.click("#pile-back");
  await phone.shows("#pay");
  await quiet(phone, "a photograph");
});

test("back: everything once, and once only when it is sent again", needed, async () => {
  await stand.serve();
  before_it.away = false;
  await phone.goto(`${before_it.site}/phone/`);
  await waits(0);
  // The server's answer gets lost: the phone sends the same again.
  await phone.later(async () => {
    const db = await new Promise((resolve) => (indexedDB.open("cabas-phone").onsuccess = ({ target }) => resolve(target.result)));
    await new Promise((resolve) => {
      const tx = db.transaction("acts", "readwrite");
      tx.oncomplete = resolve;
      const acts = tx.objectStore("acts");
      acts.getAll().onsuccess = ({ target }) => target.result.forEach((act) => acts.put({ ...act, state: "unsent" }));
    });
    db.close();
  });
  await phone.reload();
  await waits(0);
  const spent = codes.filter(isSpent);
  assert.deepEqual(spent, codes.slice(20, 24));
  stand.cabas("audit");
  await quiet(phone, "everything sent");
});

test("another version of the app: not in the middle of a payment, then by itself", needed, async () => {
  const mark = () => document.querySelector("meta[name=mark]")?.content;
  assert.notEqual(await phone.run(mark), "2");
  await typeCode(codes[30]);
  await before_it.update("2");
  await phone.later(async () => void (await (await navigator.serviceWorker.getRegistration("/phone/")).update()));
  await phone.until("the version that waits", async () => (await navigator.serviceWorker.getRegistration("/phone/")).waiting !== null);
  assert.notEqual(await phone.run(mark), "2", "a payment is open");
  assert.equal(await phone.run(() => document.querySelectorAll("#basket li").length), 1);
  await phone.click("#accept");
  await verdict("done");
  await phone.until("the other version", () => document.querySelector("meta[name=mark]")?.content === "2");
  await counted(codes[30]);
  await phone.close();
});

test("an office at 360 pixels: a link lets in, the menu opens, dates and forms are sent", needed, async () => {
  const office = await webkit.open(WIDTH);
  const link = new URL(stand.cabas("people", "invite", "--person", people.coordinator, "--site", before_it.site).match(/http\S+/)[0]);
  await office.goto(link.href);
  await quiet(office, "link");
  await office.click("main form button");
  await office.shows(".menu-button");
  await office.click(".menu-button");
  await office.shows("#menu a");
  await office.shot("menu");
  await quiet(office, "menu");
  await office.goto(`${before_it.site}/p/essai/funds`);
  await office.click("summary", await office.run(() => document.querySelector("#on").closest("details").querySelector("summary").textContent.trim()));
  await office.shows("#amount");
  await office.run(() => {
    document.querySelector("#fund").selectedIndex = 1;
    document.querySelector("#on").value = "";
  });
  await office.type("#amount", "125,50");
  await office.type("#reference", "webkit");
  // A day that is missing stops the form, and no day but a true one goes into the field. Nobody touches the button for
  // that: the bubble that says it is a window of its own, and takes the next touch.
  assert.equal(await office.run(() => document.querySelector("#on").form.checkValidity()), false, "a date is asked for");
  await office.run(() => void (document.querySelector("#on").value = "2025-02-30"));
  assert.equal(await office.run(() => document.querySelector("#on").value), "", "a date field takes dates only");
  await office.run(() => void (document.querySelector("#on").value = "2025-06-02"));
  assert.equal(await office.run(() => document.querySelector("#on").form.checkValidity()), true, "all is there");
  await office.shot("form");
  await office.click("details[open] form button");
  await office.shows("[role=status]");
  await office.shows("main", "125,50");
  await quiet(office, "a form");
  await office.close();
});

test("a form of an office, from a Safari that says no more than its Origin", needed, async () => {
  const bare = await front(stand.site, { ear: true, bare: true, disk });
  const window = await webkit.open(WIDTH);
  try {
    await window.goto(new URL(stand.cabas("people", "invite", "--person", people.coordinator, "--site", bare.site).match(/http\S+/)[0]).href);
    await window.click("main form button");
    await window.shows(".menu-button");
  } finally {
    await window.close();
    bare.close();
  }
});

test("the camera beside a field of an office: the reader's thread keeps to its own policy", needed, async () => {
  const office = await webkit.open(WIDTH);
  try {
    await office.goto(`${before_it.site}/c`);
    await office.cookie("cabas", session(people.coordinator));
    await office.goto(`${before_it.site}/p/essai/coupon`);
    await office.run(() => {
      globalThis.heard = [];
      const { onmessage } = Object.getOwnPropertyDescriptors(Worker.prototype);
      Object.defineProperty(Worker.prototype, "onmessage", { ...onmessage, set(hear) { onmessage.set.call(this, (event) => (globalThis.heard.push(event.data.error ?? "read"), hear(event))); } });
    });
    await office.click("[data-eye] button");
    await office.until("frames that were read", () => globalThis.heard.length > 3);
    assert.deepEqual([...new Set(await office.run(() => globalThis.heard))], ["read"]);
    await office.shot("eye");
    await quiet(office, "the camera of an office");
  } finally {
    await office.close();
  }
});

test("an engine without popovers nor compression: the menu is a strip, squares are shown as they are", needed, async () => {
  const window = await webkit.open(WIDTH, ["PopoverAttribute", "CompressionStream"]);
  try {
    await window.goto(`${before_it.site}/c`);
    await window.cookie("cabas", session(people.coordinator));
    await window.goto(`${before_it.site}/p/essai`);
    assert.deepEqual(await window.run(() => ["popover" in HTMLElement.prototype, CSS.supports("selector(:popover-open)"), "CompressionStream" in globalThis]), [false, false, false]);
    assert.equal(await window.run(() => document.querySelector(".menu-button").checkVisibility()), false, "a button that would do nothing");
    assert.ok(await window.run(() => document.querySelector("#menu").getBoundingClientRect().height < 80), "the menu leaves the page its place");
    assert.deepEqual(await window.run(tooWide), []);
    await window.shot("old-menu");
    await window.click("#menu a[href$='/phones']");
    await window.until("the page of phones", () => location.pathname.endsWith("/phones"));
    const { packed, back } = await window.later(async (folder) => {
      const { pack, unpack } = await import(`${folder}deflate.js`);
      const packed = await pack(new TextEncoder().encode("aaaaaaaaaaaaaaaaaaaaaaaa"));
      return { packed: [packed[0], packed.length], back: new TextDecoder().decode(await unpack(packed)) };
    }, (await (await fetch(`${before_it.site}/phone/`)).text()).match(/src="(.*?)main\.js"/)[1]);
    assert.deepEqual([packed, back], [[0, 25], "aaaaaaaaaaaaaaaaaaaaaaaa"]);
    await quiet(window, "an engine without");
  } finally {
    await window.close();
  }
});

const PAGES = { "": PUBLIC, coordinator: ["/account", ...COORDINATOR.map((path) => base + path)] };
for (const role of ["merchant", "market-manager", "partner-worker", "evaluator"]) PAGES[role] = MAY[role].map((path) => base + path);

for (const [role, paths] of Object.entries(PAGES)) {
  test(`pages at 360 pixels hold in the window and complain of nothing: ${role || "nobody"}`, needed, async () => {
    const desk = await front(site, { ear: true, disk });
    const window = await webkit.open(WIDTH);
    try {
      await window.goto(`${desk.site}/c`);
      if (role) await window.cookie("cabas", sessions[role]);
      for (const [at, path] of paths.entries()) {
        await window.cookie("lang", at % 2 ? "en" : "fr");
        await window.goto(desk.site + path);
        assert.equal(await window.run(() => location.pathname === "/sign-in"), path === "/sign-in", path);
        await window.run(unfold);
        assert.deepEqual(await window.run(tooWide), [], `wider than the screen: ${path}`);
        assert.deepEqual(await window.run(tooSmall), [], `too small for a finger: ${path}`);
        if (at === 1) await window.shot(`desk-${role || "nobody"}`);
        await quiet(window, path);
      }
    } finally {
      await window.close();
      desk.close();
    }
  });
}
