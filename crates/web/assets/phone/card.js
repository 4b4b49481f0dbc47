// The card read with the camera, from inside the app. On an iPhone the app on the home screen has a memory of its own,
// apart from Safari's: a link that was opened in Safari does not reach it.
import { camera } from "./camera.js";
import { $, field, trouble } from "./page.js";
import { wakeSound } from "./signal.js";
import { follow, readLink } from "./welcome.js";
import { word } from "./words.js";

/** @param {() => void} then */
export function listen(then) {
  const draw = () => ($("card-read").textContent = word(eye.isOn ? "phone-scan-stop" : "phone-card-read"));
  const eye = camera({
    screen: "welcome",
    video: "card-video",
    eye: "card-eye",
    found(text) {
      if (!eye.isOn) return;
      if (!readLink(text)) return trouble(word("phone-card-other"));
      eye.close();
      field("link").value = text;
      void follow(new Event("submit"), then);
    },
    closed: () => draw(),
  });
  $("card-read").onclick = async () => {
    wakeSound();
    if (eye.isOn) eye.close();
    else await eye.open();
    draw();
  };
}
