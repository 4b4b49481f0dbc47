// What a stall's camera sees: cards cut out of our own printed sheets, laid on a table.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

/** As a phone held forty centimetres away sees a card: two and a half pixels for each square of its code. */
const DPI = 120;
const PAGES_AT_ONCE = 2;
const CARD = { width: 3.5 * DPI, height: 2 * DPI };
const [COLUMNS, ROWS] = [2, 5];
const FRAME = { width: 1280, height: 540 };
const TABLE_GREY = 96;

/** Prints sheets to pixels; answers where each card is. */
export async function raster(pdf, folder, pages) {
  const share = Math.ceil(pages / PAGES_AT_ONCE);
  const running = Array.from({ length: PAGES_AT_ONCE }, async (_, part) => {
    const [first, last] = [part * share + 1, Math.min(pages, (part + 1) * share)];
    const program = spawn("pdftoppm", ["-r", String(DPI), "-f", String(first), "-l", String(last), "-gray", pdf, join(folder, "page")], { stdio: "inherit" });
    const [code] = await once(program, "exit");
    if (code !== 0) throw new Error(`pdftoppm: ${code}`);
  });
  await Promise.all(running);
  const files = readdirSync(folder).filter((name) => /^page-\d+\.pgm$/.test(name)).sort();
  if (files.length !== pages) throw new Error(`${files.length} pages of ${pages}`);
  return files.flatMap((name) => Array.from({ length: COLUMNS * ROWS }, (_, place) => ({ file: join(folder, name), place })));
}

/** The grey pixels of a card. */
function pixels({ file, place }) {
  const page = openSync(file, "r");
  const head = Buffer.alloc(40);
  readSync(page, head, 0, 40, 0);
  const [whole, across] = head.toString("latin1").match(/^P5\s+(\d+)\s+\d+\s+255\s/);
  const left = Math.round((0.75 + (place % COLUMNS) * 3.5) * DPI);
  const top = Math.round((0.5 + Math.floor(place / COLUMNS) * 2) * DPI);
  const card = Buffer.alloc(CARD.width * CARD.height);
  for (let y = 0; y < CARD.height; y += 1) readSync(page, card, y * CARD.width, CARD.width, whole.length + (top + y) * Number(across) + left);
  closeSync(page);
  return card;
}

/** A picture of some cards on a table, up to six, as a PNG in a data address. */
export function picture(cards) {
  const { width, height } = FRAME;
  // Each row of a PNG begins with its filter: none.
  const rows = Buffer.alloc((width + 1) * height, TABLE_GREY);
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0;
  cards.forEach((card, at) => {
    const [left, top] = [10 + (at % 3) * CARD.width, 20 + Math.floor(at / 3) * (CARD.height + 20)];
    const seen = pixels(card);
    for (let y = 0; y < CARD.height; y += 1) seen.copy(rows, (top + y) * (width + 1) + 1 + left, y * CARD.width, (y + 1) * CARD.width);
  });
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits of grey.
  size[8] = 8;
  const png = [Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", size), chunk("IDAT", deflateSync(rows, { level: 1 })), chunk("IEND", Buffer.alloc(0))];
  return `data:image/png;base64,${Buffer.concat(png).toString("base64")}`;
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc32 = (bytes) => (bytes.reduce((crc, byte) => CRC[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

export const SIZE = FRAME;
