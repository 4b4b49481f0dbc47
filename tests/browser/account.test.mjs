// Somebody's own account in a real browser: a passkey made, used and removed with a virtual device, a password, a
// second step.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { examine, launch, links, listen, site as address } from "./look.mjs";

const { CABAS_SHOTS: shots } = process.env;
// Browsers make passkeys for names, not for numbers.
const site = address.replace("127.0.0.1", "localhost");

let browser;
let context;
let page;
let said = [];

before(async () => {
  browser = await launch();
  context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  await context.addCookies([{ name: "lang", value: "fr", url: site }]);
  page = await context.newPage();
  said = listen(page);
  const device = await context.newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
});
after(async () => {
  await browser?.close();
  assert.deepEqual(said, [], "the browser complains");
});

const shot = async (name) => shots && page.screenshot({ path: join(shots, `account-${name}.png`), fullPage: true });
const signOut = async () => {
  await context.request.post(`${site}/sign-out`, { maxRedirects: 0 });
  await page.goto(`${site}/account`);
  assert.equal(new URL(page.url()).pathname, "/sign-in");
};

test("a passkey is made, lets in, and no longer does once removed", async () => {
  await page.goto(site + new URL(links.passkey).pathname);
  await page.click("main form button");
  await page.goto(`${site}/account`);
  await examine(page, "account");
  await page.click("[data-passkey=add] button");
  await page.waitForURL(/done=done-passkey-added/);
  await examine(page, "account with a passkey");
  await shot("passkey");
  // The same device is not asked twice.
  await page.click("[data-passkey=add] button");
  await page.locator("[data-passkey=add] [role=alert]").waitFor();
  await signOut();
  await examine(page, "sign-in with a passkey");
  await page.click("[data-passkey=enter] button");
  await page.waitForURL(/\/p\//);
  await page.goto(`${site}/account`);
  assert.match(await page.textContent("main"), /utilisée le/);
  await page.click("button.grave:has-text('Enlever')");
  await page.waitForURL(/done=done-passkey-removed/);
  await page.goto(`${site}/account`);
  const cookies = await context.cookies();
  await signOut();
  await page.click("[data-passkey=enter] button");
  await page.locator("[data-passkey=enter] [role=alert]").waitFor();
  assert.match(await page.textContent("[data-passkey=enter] [role=alert]"), /pas connue ici/);
  await shot("refused");
  assert.ok(cookies.length > 0);
});

/** What a phone shows, from the secret it was given. */
function phone(secret, at) {
  const bits = [...secret.replaceAll(" ", "")].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const tag = createHmac("sha1", key).update(step).digest();
  const word = tag.readUInt32BE(tag[19] & 15) & 0x7fffffff;
  return String(word % 1_000_000).padStart(6, "0");
}

test("a password and a code from a phone", async () => {
  await page.goto(site + new URL(links.second).pathname);
  await page.click("main form button");
  await page.goto(`${site}/account`);
  await page.fill("#email", "ana@pcn.example");
  await page.click("form:has([value=profile]) button");
  await page.waitForURL(/done=done-account/);
  await page.fill("#password", "cheval agrafe pile");
  await page.click("form:has([value=password]) button");
  await page.waitForURL(/done=done-password/);
  await page.click("form:has([value=offer]) button");
  await examine(page, "offer");
  await shot("offer");
  const secret = await page.textContent("main span.code");
  await page.fill("#code", phone(secret, Date.now()));
  await page.click("main form button");
  assert.equal(await page.locator("ul.codes li").count(), 10);
  await examine(page, "recovery codes");
  await shot("recovery");
  const recovery = await page.textContent("ul.codes li");
  await signOut();
  await page.fill("#email", "Ana@pcn.example");
  await page.fill("#password", "cheval agrafe pile");
  await page.click("main form button");
  await page.locator("#code").waitFor();
  await examine(page, "code");
  await shot("code");
  await page.fill("#code", "000000");
  await page.click("main form button");
  await page.locator("#problem").waitFor();
  await page.fill("#code", recovery.toLowerCase());
  await page.click("main form button");
  await page.waitForURL(/\/p\//);
});
