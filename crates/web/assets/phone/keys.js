// The device's own key: made here, never leaves here. Whoever copies the phone's files has no key to sign with.
import { base64url, hex, sha256, utf8 } from "./bytes.js";

const CURVE = { name: "ECDSA", namedCurve: "P-256" };

/** A key pair whose private half no script can read. */
export async function makeKey() {
  const pair = await crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);
  const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
  return { key: pair.privateKey, public: hex(new Uint8Array(raw)) };
}

/**
 * What is signed of a request: nothing of it can be changed or used elsewhere.
 * @param {string} method
 * @param {string} path
 * @param {string} body
 */
export async function requestText(method, path, body) {
  return utf8(`cabas-request-v1\n${method}\n${path}\n${hex(await sha256(utf8(body)))}`);
}

/**
 * The `Authorization` header of a request.
 * @param {{ key: CryptoKey, programme: string, id: string }} device
 * @param {string} method
 * @param {string} path
 * @param {string} body
 */
export async function authorization(device, method, path, body) {
  const text = await requestText(method, path, body);
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, device.key, text);
  return `Cabas-Device ${device.programme} ${device.id} ${base64url(new Uint8Array(signature))}`;
}
