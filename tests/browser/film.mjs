// What a camera would see of our own printed sheets.
import { execFileSync } from "node:child_process";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Pixels an inch of the printed page. */
const DPI = 250;

/** The first page of a PDF, in grey: its size and its pixels. */
export function greyPage(pdf, folder, dpi = DPI, page = 1) {
  execFileSync("pdftoppm", ["-r", String(dpi), "-f", String(page), "-l", String(page), "-gray", "-singlefile", pdf, join(folder, "page")]);
  const file = readFileSync(join(folder, "page.pgm"));
  const [head, across, down] = file.subarray(0, 40).toString("latin1").match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
  return { pixels: file.subarray(head.length), width: Number(across), height: Number(down) };
}

/** A film of the cards of a printed page, as a camera that somebody moves from one to the next would see them. */
export function film(pdf, out, cards, folder, turns = 12) {
  const [width, height] = [1280, 720];
  const { pixels, width: pageWidth, height: pageHeight } = greyPage(pdf, folder);
  const video = openSync(out, "w");
  writeSync(video, `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`);
  const grey = Buffer.alloc((width * height) / 2, 128);
  for (let card = 0; card < cards; card += 1) {
    const left = Math.round((0.75 + (card % 2) * 3.5) * DPI) - 180;
    const top = Math.round((0.5 + (card >> 1) * 2) * DPI) - 100;
    const frame = Buffer.alloc(width * height, 90);
    for (let y = 0; y < height; y += 1) {
      const from = top + y;
      if (from < 0 || from >= pageHeight) continue;
      const start = Math.max(0, left);
      const end = Math.min(pageWidth, left + width, left + 1060);
      pixels.copy(frame, y * width + start - left, from * pageWidth + start, from * pageWidth + end);
      // Only one card is in the light: the others would be read too.
      frame.fill(90, y * width, y * width + 170);
      frame.fill(90, y * width + 1060, (y + 1) * width);
      if (y < 95 || y > 605) frame.fill(90, y * width, (y + 1) * width);
    }
    for (let turn = 0; turn < turns; turn += 1) for (const part of ["FRAME\n", frame, grey]) writeSync(video, part);
  }
  closeSync(video);
}
