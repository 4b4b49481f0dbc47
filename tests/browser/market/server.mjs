// The program at an hour of our choice: its command line, and its server, which may be stopped, killed and begun again.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export class Server {
  /** @param {string} program @param {string} folder of this market, and of nothing else */
  constructor(program, folder) {
    this.program = program;
    const clock = join(folder, "clock.so");
    execFileSync("cc", ["-shared", "-fPIC", "-O1", "-o", clock, fileURLToPath(new URL("clock.c", import.meta.url))]);
    this.env = { ...process.env, CABAS_DATA: join(folder, "data"), CABAS_PROGRAMME: "essai", RUST_LOG: "error", LD_PRELOAD: clock };
    delete this.env.CABAS_DATABASE;
    this.child = null;
    /** Where it listens; null while it does not. */
    this.host = null;
  }

  /** From now on, what is run begins at this hour. */
  setClock(ms) {
    this.env.CLOCK_SHIFT = String(Math.round((ms - Date.now()) / 1000));
  }

  cabas(...words) {
    return execFileSync(this.program, words, { env: this.env, encoding: "utf8", maxBuffer: 1 << 26 }).trim();
  }

  async start() {
    this.child = spawn(this.program, ["serve", "--listen", "127.0.0.1:0"], { env: this.env, stdio: ["ignore", "pipe", "inherit"] });
    const said = await Promise.race([
      once(this.child.stdout, "data"),
      once(this.child, "exit").then(() => Promise.reject(new Error("the server stopped"))),
    ]);
    this.host = String(said[0]).match(/http:\/\/([\d.:]+)/)[1];
  }

  /** @param {"SIGTERM" | "SIGKILL"} signal */
  async stop(signal = "SIGTERM") {
    const { child } = this;
    this.host = null;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }
}
