// Runs in the page before the app: its camera, its clock, and what it answered. The app is as it is and knows nothing
// of us. Chromium's own fake camera plays one film; a market needs another picture for each payment.

/** @param {{ width: number, height: number, shift: number }} at */
export function inside({ width, height, shift: first }) {
  const KEY = "market-clock";
  const real = Date.now.bind(Date);
  let shift = Number(localStorage.getItem(KEY) ?? first);
  Date.now = () => real() + shift;
  globalThis.Date = new Proxy(Date, { construct: (target, given, self) => Reflect.construct(target, given.length ? given : [Date.now()], self) });

  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  const image = new Image();
  const draw = () => {
    context.fillStyle = "#606060";
    context.fillRect(0, 0, width, height);
    if (image.src) context.drawImage(image, 0, 0);
  };
  navigator.mediaDevices.getUserMedia = async () => {
    const stream = canvas.captureStream(10);
    const [track] = stream.getTracks();
    // A camera goes on even when nothing moves in front of it.
    const turn = setInterval(() => (track.readyState === "live" ? draw() : clearInterval(turn)), 250);
    draw();
    return stream;
  };

  const said = [];
  const watch = () => {
    const answer = document.querySelector("#answer");
    const note = () => said.push({ verdict: answer.dataset.verdict, text: answer.textContent.trim() });
    new MutationObserver(note).observe(answer, { attributes: true, childList: true, subtree: true, characterData: true });
  };
  addEventListener("DOMContentLoaded", watch);

  /** Waits until something is so; by the true clock. */
  const until = async (what, isSo, most = 120_000) => {
    const end = performance.now() + most;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`${what}: ${document.querySelector("#answer").textContent} ${JSON.stringify(said.slice(-5))}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const basket = () => Array.from(document.querySelectorAll("#basket .code"), (code) => code.textContent).reverse();
  const show = async (address) => {
    image.src = address;
    await image.decode();
    draw();
  };
  const hide = () => {
    image.removeAttribute("src");
    draw();
  };

  globalThis.market = {
    /** From now on it is this late on this phone. */
    setClock(ms) {
      shift = ms - real();
      localStorage.setItem(KEY, String(shift));
    },
    /** Shows cards until that many coupons are in the payment; answers them and their total. */
    async hold(address, count) {
      await show(address);
      await until(`${count} coupons in the payment`, () => basket().length >= count);
      hide();
      return { codes: basket(), total: document.querySelector("#total").textContent };
    },
    /** Shows a card until the phone says no; answers what it said. */
    async offer(address) {
      const from = said.length;
      const no = () => said.slice(from).find(({ verdict }) => verdict === "refuse");
      await show(address);
      await until("a no", no);
      hide();
      return no().text;
    },
    /** Waits until the payment is said to be accepted, and counted. */
    async accepted(count) {
      await until(`${count} payments wait`, () => Number(document.querySelector("#wait").dataset.count) === count && basket().length === 0);
      return said.splice(0);
    },
  };
}
