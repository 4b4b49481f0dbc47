// Weighs every page's first visit on the demo, as it travels: the page, its style sheets, scripts and pictures,
// compressed as served, with their headers. None is over 100 KB; docs/weights.md lists them.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { after, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { as, browser, site, writes } from "./demo.mjs";

const list = new URL("../../docs/weights.md", import.meta.url);
const REMAKE = "make docs/weights.md again: CABAS_WRITE=1 tests/practice";
const MOST_BYTES = 100_000;
const BYTES_A_SECOND = 50_000 / 8;
/** How much a weight may move before the list is stale. */
const SLACK = 0.2;

const ROLES = ["coordinator", "partner-worker", "market-manager", "merchant", "treasurer", "auditor"];
const PUBLIC = ["/c", "/sign-in", "/map", "/guide", "/guide/words", "/guide/coordinator", "/guide/partner-worker", "/guide/market-manager",
  "/guide/merchant", "/guide/treasurer", "/guide/approver", "/guide/funder", "/guide/evaluator", "/guide/auditor", "/guide/network", "/guide/household", "/styles"];

after(() => browser.close());

/** All the bytes of an answer, with its headers, and its text. */
const fetchAll = (path, cookie) =>
  new Promise((resolve, reject) => {
    get(site + path, { agent: false, headers: { "accept-encoding": "gzip", cookie } }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const body = Buffer.concat(chunks);
        const text = answer.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
        resolve({ status: answer.statusCode, bytes: answer.socket.bytesRead, text: text.toString("utf8") });
      });
    }).on("error", reject);
  });

/** What a page needs before it is whole: not what waits until it is scrolled to. */
function needs(html) {
  const tags = html.match(/<(link|script|img|use)\b[^>]*>/g) ?? [];
  const paths = tags.filter((tag) => !tag.includes('loading="lazy"')).map((tag) => tag.match(/\b(?:href|src)="(\/[^"#]*)/)?.[1]);
  return [...new Set(paths.filter(Boolean))];
}

async function weigh(path, session) {
  const cookie = ["lang=fr", ...session.map(({ name, value }) => `${name}=${value}`)].join("; ");
  const page = await fetchAll(path, cookie);
  assert.equal(page.status, 200, path);
  let all = page.bytes;
  const rest = needs(page.text);
  for (const part of rest) all += (await fetchAll(part, cookie)).bytes;
  return { alone: page.bytes, all, requests: 1 + rest.length };
}

const decimal = (value) => value.toFixed(1);

test("every page is light, and the list says how much", async () => {
  const pages = new Map();
  for (const path of PUBLIC) pages.set(path, await weigh(path, []));
  for (const role of ROLES) {
    const { base, nav, session } = await as(role);
    // A programme's pages, each weighed for the first role that has it; its home is not the same for all.
    for (const href of nav) {
      const name = href === base ? `/p/… (${role})` : href.replace(base, "/p/…");
      if (!pages.has(name)) pages.set(name, await weigh(href, session));
    }
    if (role === "coordinator") pages.set("/w/…", await weigh(base.replace("/p/", "/w/"), []));
  }
  const heavy = [...pages].filter(([, { all }]) => all > MOST_BYTES);
  assert.deepEqual(heavy, [], "over 100 KB");
  const rows = [...pages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { alone, all, requests }]) =>
    `| \`${name}\` | ${requests} | ${decimal(all / 1000)} | ${decimal(all / BYTES_A_SECOND)} | ${decimal(alone / 1000)} | ${decimal(alone / BYTES_A_SECOND)} |`);
  const text = `# What pages weigh

Measured on the demo, in French, by \`tests/practice\`: all that travels before a page is whole, compressed as served, with the headers. A test fails over 100 KB, and when this list is more than 20 % off. Pictures of the guide come when they are scrolled to, and are not counted. After the first visit style sheets are kept for an hour: only the page itself travels.

| Page | Requests | First visit, KB | Seconds at 50 kbit/s | Page alone, KB | Seconds at 50 kbit/s |
|---|---|---|---|---|---|
${rows.join("\n")}
`;
  if (writes) return writeFile(list, text);
  const kept = new Map([...(await readFile(list, "utf8")).matchAll(/^\| `([^`]+)` \| \d+ \| ([\d.]+)/gm)].map(([, name, kb]) => [name, 1000 * kb]));
  assert.deepEqual([...pages.keys()].sort(), [...kept.keys()].sort(), `the pages; ${REMAKE}`);
  const moved = [...pages].filter(([name, { all }]) => Math.abs(all - kept.get(name)) > SLACK * kept.get(name)).map(([name]) => name);
  assert.deepEqual(moved, [], `weights moved; ${REMAKE}`);
});
