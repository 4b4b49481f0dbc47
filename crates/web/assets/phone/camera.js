// A camera for one screen: closed as soon as another one shows.
import { $, trouble } from "./page.js";
import { Scanner } from "./scan.js";
import { word } from "./words.js";

/**
 * @param {{ screen: string, video: string, eye: string, found: (text: string) => void, closed?: () => void }} at
 */
export function camera({ screen, video, eye, found, closed }) {
  const scanner = new Scanner(/** @type {HTMLVideoElement} */ ($(video)), found, (error) => console.warn("camera", error));
  const close = () => {
    if (!scanner.isOn) return;
    scanner.stop();
    $(eye).hidden = true;
    closed?.();
  };
  document.addEventListener("screen", (event) => /** @type {CustomEvent} */ (event).detail === screen || close());
  return {
    close,
    get isOn() {
      return scanner.isOn;
    },
    async open() {
      trouble();
      await scanner.start().catch(() => trouble(word("phone-camera-no")));
      $(eye).hidden = !scanner.isOn;
    },
  };
}
