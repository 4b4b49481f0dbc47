// What an answer sounds and feels like: the same for everybody, whatever the coupon.

/** @type {AudioContext | undefined} */
let audio;

/** Browsers let sound begin only where somebody touched the page. */
export function wakeSound() {
  audio ??= new AudioContext();
  void audio.resume();
}

/** Frequencies, and how the phone shakes, by answer. @type {Record<string, [number[], number[]]>} */
const SIGNALS = {
  accept: [[880, 1320], [60]],
  count: [[1040], [30]],
  doubt: [[660, 660], [60, 60, 60]],
  refuse: [[220, 160], [300]],
  done: [[660, 880, 1320], [80, 40, 80]],
};

/** @param {string} verdict */
export function signal(verdict) {
  const [tones, shakes] = SIGNALS[verdict] ?? SIGNALS.refuse;
  navigator.vibrate?.(shakes);
  if (!audio || audio.state !== "running") return;
  let at = audio.currentTime;
  for (const tone of tones) {
    const source = audio.createOscillator();
    const volume = audio.createGain();
    source.frequency.value = tone;
    source.type = tone < 300 ? "square" : "sine";
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.14);
    source.connect(volume).connect(audio.destination);
    source.start(at);
    source.stop(at + 0.15);
    at += 0.13;
  }
}
