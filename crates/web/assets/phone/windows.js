// Several windows of one phone show the same: whoever writes tells the others.

const channel = new BroadcastChannel("cabas-phone");

export const changed = () => channel.postMessage("");

/** @param {() => void} then */
export function listen(then) {
  channel.onmessage = then;
}
