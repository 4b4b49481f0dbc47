// What lies between one phone and the server: it may be down, cut a request or an answer, leave answers out, kill the
// server in the middle, let through the app's files and nothing else, and serve another version of the app. It
// remembers every outbox that was sent, as somebody who listens would.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const OUTBOX = "/api/v1/phone/acts";
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

export class Wire {
  /** @param {import("./server.mjs").Server} server @param {() => Promise<void>} kill ends the server, and begins it again */
  constructor(server, kill) {
    this.server = server;
    this.kill = kill;
    /** `down`: nobody answers. `files`: the server is being replaced, only the app's files come. `up`. */
    this.state = "up";
    /** What befalls the next outboxes, one each: `drop`, `cut`, `short`, `kill`. */
    this.faults = [];
    /** Outboxes that went by: what was sent, and what the server said when it said something. */
    this.outboxes = [];
    /** Whether another version of the app is served; it waits for `gate`. */
    this.isNew = false;
    this.gate = Promise.resolve();
    this.running = 0;
  }

  async open() {
    this.listener = createServer((asked, answer) => {
      this.running += 1;
      void this.pass(asked, answer)
        .catch(() => answer.destroy())
        .finally(() => (this.running -= 1));
    });
    this.listener.listen(0, "127.0.0.1");
    await once(this.listener, "listening");
    this.site = `http://127.0.0.1:${this.listener.address().port}`;
    return this;
  }

  close() {
    this.listener?.closeAllConnections();
    this.listener?.close();
  }

  /** Until nothing has gone by for a moment. */
  async quiet() {
    for (let still = 0; still < 4; still = this.running ? 0 : still + 1) await wait(50);
  }

  async pass(asked, answer) {
    const parts = [];
    for await (const part of asked) parts.push(part);
    const body = Buffer.concat(parts);
    if (this.state === "down" || !this.server.host) return answer.destroy();
    if (asked.url.startsWith("/api/") && this.state === "files") return answer.writeHead(503, { "content-type": "text/html" }).end("<h1>503</h1>");
    if (asked.method === "POST" && asked.url === OUTBOX) return this.outbox(asked, body, answer);
    const said = this.isNew ? await this.another(asked) : await this.ask(asked.method, asked.url, asked.headers, body);
    return answer.writeHead(said.status, { ...said.headers, "content-length": said.body.length }).end(said.body);
  }

  /** Asks the server itself. */
  async ask(method, path, headers = {}, body = "") {
    const [host, port] = this.server.host.split(":");
    const plain = { ...headers, "accept-encoding": "identity", connection: "close" };
    const asking = request({ host, port, method, path, headers: plain });
    asking.end(body);
    const [said] = await once(asking, "response");
    const parts = [];
    for await (const part of said) parts.push(part);
    const { connection, "transfer-encoding": chunks, "content-length": length, ...kept } = said.headers;
    return { status: said.statusCode, headers: kept, body: Buffer.concat(parts) };
  }

  async outbox(asked, body, answer) {
    const fault = this.faults.shift();
    const { authorization } = asked.headers;
    const outbox = { authorization, body: String(body), device: authorization.split(" ")[2], said: null, fault };
    this.outboxes.push(outbox);
    if (fault === "drop") return answer.destroy();
    const saying = this.ask("POST", OUTBOX, asked.headers, body);
    if (fault === "kill") {
      // Somewhere in the middle of it: before, while or after it writes.
      saying.catch(() => {});
      await wait(5);
      await this.kill();
      await saying.then((said) => (outbox.said = JSON.parse(said.body)), () => {});
      return answer.destroy();
    }
    const said = await saying;
    if (said.status === 200) outbox.said = JSON.parse(said.body);
    if (fault === "cut") {
      answer.writeHead(said.status, { ...said.headers, "content-length": said.body.length });
      answer.write(said.body.subarray(0, said.body.length >> 1));
      await wait(20);
      return answer.destroy();
    }
    const part = fault === "short" ? Buffer.from(JSON.stringify({ ...outbox.said, acts: outbox.said.acts.slice(0, 7) })) : said.body;
    return answer.writeHead(said.status, { ...said.headers, "content-length": part.length }).end(part);
  }

  /** Another version of the app, whole and true to itself: another hash over everything, and one file changed. */
  async another({ method, url, headers }) {
    const old = await this.tree();
    const tree = sha256(`another than ${old}`).slice(0, 16);
    if (url === "/phone/worker.js") {
      await this.gate;
      const said = await this.ask(method, url, headers);
      const text = String(said.body).replaceAll(old, tree);
      const [line, list] = text.match(/^const FILES = (.*);$/m);
      const files = await Promise.all(JSON.parse(list).map(async ({ path }) => ({ path, sha256: sha256((await this.another({ method: "GET", url: path, headers: {} })).body) })));
      return { ...said, body: Buffer.from(text.replace(line, `const FILES = ${JSON.stringify(files)};`)) };
    }
    // What the server no longer has it does not give.
    if (url.includes(old)) return { status: 404, headers: {}, body: Buffer.from("") };
    const said = await this.ask(method, url.replace(tree, old), headers);
    if (url === "/phone/" || url === "/phone/manifest.webmanifest") said.body = Buffer.from(String(said.body).replaceAll(old, tree));
    if (url.endsWith("/phone/main.js")) said.body = Buffer.concat([said.body, Buffer.from("// Another version.\n")]);
    return said;
  }

  /** The hash of the version that the server has. */
  async tree() {
    return String((await this.ask("GET", "/phone/worker.js")).body).match(/^const TREE = "([0-9a-f]+)"/)[1];
  }
}
