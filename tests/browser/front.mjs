// A server in front of the program, for tests of the phone app: it serves the app in another version than the program's
// (an update in the middle of a market day), or straight from the folder of its files (a look without a build).
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createServer, request } from "node:http";

const assets = new URL("../../crates/web/assets/", import.meta.url);
const locales = new URL("../../crates/text/locales/", import.meta.url);
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** What every page takes, beside the app's own files. */
const OUTSIDE = ["/a/core.css", "/a/cabas.css", "/a/icon.svg", "/a/passkey.js"];
const KINDS = { js: "text/javascript; charset=utf-8", mjs: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", png: "image/png", json: "application/json", wasm: "application/wasm", svg: "image/svg+xml" };
const kind = (path) => KINDS[path.split(".").at(-1)];

/** What a page complains of, kept where a test can ask for it: WebKit's driver does not tell. */
const EAR = `globalThis.cabasSaid = [];
addEventListener("error", (event) => cabasSaid.push(event.message ?? "not loaded: " + (event.target.src ?? event.target.href)), true);
addEventListener("unhandledrejection", ({ reason }) => cabasSaid.push(String(reason)));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => cabasSaid.push(violatedDirective + " " + blockedURI));
for (const kind of ["error", "warn"]) console[kind] = (...words) => cabasSaid.push(kind + ": " + words.map(String).join(" "));
`;
const EAR_TAG = '<script src="/phone/ear.js"></script>\n';

/** The app of the program, under another hash. `mark` is on its page. */
async function another(upstream, mark) {
  const text = async (path) => (await fetch(upstream + path)).text();
  const worker = await text("/phone/worker.js");
  const hash = worker.match(/const TREE = "([0-9a-f]{16})"/)[1];
  const fresh = sha256(hash + mark).slice(0, 16);
  const old = { page: await text("/phone/"), manifest: await text("/phone/manifest.webmanifest") };
  const page = old.page.replaceAll(hash, fresh).replace("</head>", `<meta name="mark" content="${mark}">\n</head>`);
  const manifest = old.manifest.replaceAll(hash, fresh);
  const signed = worker.replaceAll(hash, fresh).replace(sha256(old.page), sha256(page)).replace(sha256(old.manifest), sha256(manifest));
  const policy = (await fetch(`${upstream}/phone/`)).headers.get("content-security-policy");
  return { hash: fresh, page, manifest, worker: signed, policy, file: async (name) => Buffer.from(await (await fetch(`${upstream}/a/${hash}/phone/${name}`)).arrayBuffer()) };
}

/** The messages of the phone in a language, their facts left open. */
async function words(lang) {
  const all = {};
  for (const name of await readdir(new URL(`${lang}-CA/`, locales))) {
    const text = await readFile(new URL(`${lang}-CA/${name}`, locales), "utf8");
    for (const [, key, value] of text.matchAll(/^(phone-[a-z0-9-]+) = (.*)$/gm)) all[key] = value.replace(/\{ \$(\w+) \}/g, "{$1}");
  }
  return JSON.stringify(all);
}

/** The app as its files are now. */
async function fromDisk(upstream, mark) {
  const files = new Map();
  for (const name of await readdir(new URL("phone/", assets))) {
    if (/\.(js|css|png)$/.test(name) && name !== "worker.js") files.set(name, await readFile(new URL(`phone/${name}`, assets)));
  }
  for (const lang of ["fr", "en"]) files.set(`words-${lang}.json`, Buffer.from(await words(lang)));
  const hash = sha256([...files].map(([name, bytes]) => name + sha256(bytes)).join() + mark).slice(0, 16);
  const page = (await readFile(new URL("phone/index.html", assets), "utf8")).replaceAll("{tree}", hash).replace("</head>", `<meta name="mark" content="${mark}">\n</head>`);
  const manifest = JSON.stringify({ name: "Cabas", id: "/phone/", start_url: "/phone/", scope: "/phone/", display: "standalone", icons: [192, 512].map((size) => ({ src: `/a/${hash}/phone/icon-${size}.png`, sizes: `${size}x${size}`, type: "image/png" })) });
  const listed = [{ path: "/phone/", sha256: sha256(page) }, { path: "/phone/manifest.webmanifest", sha256: sha256(manifest) }];
  for (const name of ["core.css", "icon.svg"]) listed.push({ path: `/a/${name}`, sha256: sha256(await readFile(new URL(name, assets))) });
  for (const [name, bytes] of files) listed.push({ path: `/a/${hash}/phone/${name}`, sha256: sha256(bytes) });
  const vendor = [];
  for (const path of ["uqr-0.1.3/index.mjs", "zxing-wasm-3.1.4/reader.js", "zxing-wasm-3.1.4/zxing_reader.wasm"]) vendor.push({ path: `/a/vendor/${path}`, sha256: sha256(await readFile(new URL(`vendor/${path}`, assets))) });
  const head = `const TREE = "${hash}";\nconst FILES = ${JSON.stringify(listed)};\nconst VENDOR = ${JSON.stringify(vendor)};\n`;
  const policy = (await fetch(`${upstream}/phone/`)).headers.get("content-security-policy");
  return { hash, page, manifest, worker: head + (await readFile(new URL("phone/worker.js", assets), "utf8")), policy, file: async (name) => files.get(name) };
}

/** The page of the app hears itself, without a network too: the service worker keeps that page and the ear. */
function heard(app) {
  const page = app.page.replace("<title>", `${EAR_TAG}<title>`);
  const listed = JSON.stringify({ path: "/phone/ear.js", sha256: sha256(EAR) });
  return { ...app, page, worker: app.worker.replace(sha256(app.page), sha256(page)).replace("const FILES = [", `const FILES = [${listed},`) };
}

/**
 * Listens; `site` is where, `update(mark)` serves another version from now on, `away` makes it as if the server were down, and `portal`
 * as if the Wi-Fi of an inn answered in its place.
 * `disk`: the app's files as they are now, rather than the program's. `ear`: every page keeps what it complains of. `bare`: the
 * browser says nothing of the site that a request comes from but its Origin, as Safari does before 16.4.
 */
export async function front(upstream, { disk = false, ear = false, bare = false } = {}) {
  const made = disk ? fromDisk : another;
  const make = async (...at) => (ear ? heard(await made(...at)) : made(...at));
  let app = await make(upstream, "1");
  const self = { away: false, portal: false, site: "", close: () => {}, update: async (mark) => void (app = await make(upstream, mark)) };
  const server = createServer(async (asked, answer) => {
    if (self.away) return void asked.destroy();
    if (self.portal) return void answer.writeHead(200, { "content-type": "text/html" }).end("<h1>Wi-Fi</h1>");
    const path = asked.url.split("?")[0];
    const give = (type, body, cache = "no-cache") => answer.writeHead(200, { "content-type": type, "cache-control": cache, "content-security-policy": app.policy }).end(body);
    if (path === "/phone/") return void give("text/html; charset=utf-8", app.page);
    if (ear && path === "/phone/ear.js") return void give(KINDS.js, EAR);
    if (path === "/phone/worker.js") return void give(KINDS.js, app.worker);
    if (path === "/phone/manifest.webmanifest") return void give("application/manifest+json", app.manifest);
    const [, hash, name] = path.match(/^\/a\/([0-9a-f]{16})\/phone\/(.+)$/) ?? [];
    // Pages of an office, which only pass by here, ask for the program's own version.
    if (hash && !(ear && hash !== app.hash)) {
      const bytes = hash === app.hash ? await app.file(name) : undefined;
      return void (bytes ? give(kind(name), bytes, "public, max-age=31536000, immutable") : answer.writeHead(404).end());
    }
    if (disk && OUTSIDE.includes(path)) return void give(kind(path), await readFile(new URL(path.slice(3), assets)));
    if (disk && path.startsWith("/a/vendor/")) return void give(kind(path), await readFile(new URL(path.slice(3), assets)), "public, max-age=31536000, immutable");
    const headers = ear ? { ...asked.headers, "accept-encoding": "identity" } : asked.headers;
    if (bare) for (const name of Object.keys(headers)) if (name.startsWith("sec-fetch-")) delete headers[name];
    const onward = request(upstream + asked.url, { method: asked.method, headers }, (said) => {
      if (ear && /^text\/html/.test(said.headers["content-type"] ?? "")) {
        const { "content-length": _, ...rest } = said.headers;
        said.setEncoding("utf8");
        return void said.toArray().then((parts) => answer.writeHead(said.statusCode, rest).end(parts.join("").replace("<title>", `${EAR_TAG}<title>`)));
      }
      answer.writeHead(said.statusCode, said.headers);
      said.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  self.site = `http://127.0.0.1:${server.address().port}`;
  self.close = () => (server.closeAllConnections(), server.close());
  return self;
}
