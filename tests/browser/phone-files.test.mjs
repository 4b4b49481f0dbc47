// The phone app's files: types hold, the words that it asks for exist, nothing vendored was touched, and it is light.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const assets = new URL("../../crates/web/assets/", import.meta.url);
const phone = new URL("phone/", assets);
/** The whole app without the reader of square codes, compressed: a phone with a bad network fetches it once. */
const MOST_BYTES = 120 * 1024;

test("types", { timeout: 120_000 }, () => {
  const here = fileURLToPath(new URL(".", import.meta.url));
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"], { cwd: here, stdio: "inherit" });
});

test("every word that the app asks for exists in both languages", async () => {
  const asked = new Set();
  for (const name of (await readdir(phone)).filter((name) => /\.(js|html)$/.test(name))) {
    const text = await readFile(new URL(name, phone), "utf8");
    for (const [, key] of text.matchAll(/"(phone-[a-z0-9-]+)"/g)) asked.add(key);
  }
  assert.ok(asked.size > 40);
  const server = await readFile(new URL("../../domain/src/phone.rs", assets), "utf8");
  const refusals = server.match(/pub enum No \{([\s\S]*?)\n\}/)[1].matchAll(/^ {4}([A-Z]\w+)/gm);
  for (const [, name] of refusals) asked.add(`phone-no${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  for (const lang of ["fr-CA", "en-CA"]) {
    const folder = new URL(`../../text/locales/${lang}/`, assets);
    const words = (await Promise.all((await readdir(folder)).map((name) => readFile(new URL(name, folder), "utf8")))).join("\n");
    const known = new Set([...words.matchAll(/^(phone-[a-z0-9-]+) =/gm)].map(([, key]) => key));
    assert.deepEqual([...asked].filter((key) => !known.has(key) && !/-$/.test(key)), [], lang);
  }
});

test("what others wrote is as they wrote it", async () => {
  const list = await readFile(new URL("vendor/VENDOR.toml", assets), "utf8");
  const files = [...list.matchAll(/path = "([^"]+)".*sha256 = "([0-9a-f]{64})"/g)];
  assert.ok(files.length >= 3);
  for (const [, path, sha256] of files) {
    assert.equal(createHash("sha256").update(await readFile(new URL(`vendor/${path}`, assets))).digest("hex"), sha256, path);
  }
});

test("the app is light", async () => {
  let bytes = 0;
  for (const name of await readdir(phone)) {
    if (/\.(js|css|html|png)$/.test(name)) bytes += gzipSync(await readFile(new URL(name, phone))).length;
  }
  for (const other of ["core.css", "icon.svg", "vendor/uqr-0.1.3/index.mjs"]) bytes += gzipSync(await readFile(new URL(other, assets))).length;
  const locale = new URL("../../text/locales/fr-CA/", assets);
  const words = (await Promise.all((await readdir(locale)).map((name) => readFile(new URL(name, locale), "utf8")))).join("\n");
  bytes += gzipSync([...words.matchAll(/^phone-.*$/gm)].join("\n")).length;
  console.log(`the phone app: ${bytes} bytes compressed, without the reader`);
  assert.ok(bytes < MOST_BYTES, bytes);
});
