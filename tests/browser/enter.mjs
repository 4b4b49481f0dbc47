// Lets in the people of `cabas demo`, once for all tests: reads the links it printed on standard input, uses each, has
// the coordinator invite whoever is not in the demo, and writes `site`, `base`, `sessions` and `links` as JSON.
import { text } from "node:stream/consumers";

const PROGRAMME = "portneuf-2025";
const said = await text(process.stdin);
const site = said.match(/Cabas: (\S+)/)[1];
const base = `/p/${PROGRAMME}`;

const send = (path, cookie, fields) =>
  fetch(site + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin: site, cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
const token = (answer) => answer.headers.get("set-cookie")?.match(/cabas=([^;]+)/)?.[1];

/** Uses a link; where it leads tells the programme. */
async function use(link) {
  const answer = await send(new URL(link).pathname, "", {});
  const session = token(answer);
  if (!session) throw new Error(`a link did not let in: ${answer.status}`);
  return session;
}

const sessions = {};
// The programme that is left open comes last, under its name.
const [, ours] = said.split(/^.*Portneuf.*\(simulation\)$/m);
for (const [, role, link] of ours.matchAll(/^ {2}(\S+) .*(http\S+)$/gm)) {
  const name = role.replace("_", "-");
  sessions[sessions[name] ? `${name}-2` : name] = await use(link);
}

/** Somebody more, invited from the page of people; the link on their card. */
async function invite(name, role) {
  const answer = await send(`${base}/people`, `cabas=${sessions.coordinator}`, { act: "invite", name, role, id: crypto.randomUUID() });
  const html = await answer.text();
  const link = html.match(/https?:[^\s<"]*\/l\/[0-9a-f]+/)?.[0];
  if (!link) throw new Error(`${name} was not invited: ${answer.status}\n${html}`);
  return link;
}

for (const role of ["evaluator", "network"]) sessions[role] = await use(await invite(`Rôle ${role}`, role));
const links = {
  passkey: await invite("Alix", "auditor"),
  second: await invite("Ana", "evaluator"),
  keyboard: await invite("Claude", "partner_worker/1"),
};
process.stdout.write(JSON.stringify({ site, base, sessions, links }));
