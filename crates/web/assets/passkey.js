// Passkeys: the only thing here that a browser does by script alone. Without one, the page is the same without the
// button. `data-passkey` says what the button is for: `add` on the account page, `enter` on the sign-in page.

const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const decode = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

/** Sends JSON; a no comes back as its sentence and its next step. */
async function send(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(`${said.title} ${said.detail}`);
  return said;
}

async function add() {
  const asked = await send("/account/passkey/begin", {});
  asked.challenge = decode(asked.challenge);
  asked.user.id = decode(asked.user.id);
  for (const known of asked.excludeCredentials) known.id = decode(known.id);
  const made = await navigator.credentials.create({ publicKey: asked });
  return send("/account/passkey", {
    client_data: encode(made.response.clientDataJSON),
    attestation: encode(made.response.attestationObject),
  });
}

async function enter() {
  const asked = await send("/sign-in/passkey/begin", {});
  asked.challenge = decode(asked.challenge);
  const answered = await navigator.credentials.get({ publicKey: asked });
  return send("/sign-in/passkey", {
    id: encode(answered.rawId),
    user: encode(answered.response.userHandle ?? new ArrayBuffer(0)),
    client_data: encode(answered.response.clientDataJSON),
    data: encode(answered.response.authenticatorData),
    signature: encode(answered.response.signature),
  });
}

for (const place of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) break;
  const button = place.querySelector("button");
  const problem = place.querySelector(".notice");
  const act = place.dataset.passkey === "add" ? add : enter;
  place.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    problem.hidden = true;
    try {
      const { to } = await act();
      location.assign(place.dataset.to ?? to);
    } catch (error) {
      // The browser's own refusals are in its own words, and mostly mean that somebody changed their mind.
      problem.textContent = error instanceof DOMException ? place.dataset.cancelled : error.message;
      problem.setAttribute("role", "alert");
      problem.hidden = false;
      button.disabled = false;
    }
  });
}
