import { crc32, deflateSync } from "node:zlib";

/** Colours a palette holds (PNG 1.2, section 11.2.3). */
const MAX_COLOURS = 256;

/**
 * A picture as a PNG of indexed colours (W3C PNG, third edition): a third of the bytes that each pixel's own colour takes.
 *
 * A picture of text has few colours and hundreds of shades between them; shades that differ by less than a sixteenth of
 * the range become one, or by more where that leaves more than 256.
 *
 * @param pixels red, green, blue and alpha of each pixel, a byte each; alpha is passed over
 */
export function indexedPng(pixels: Uint8Array, { width, height }: { width: number; height: number }): Uint8Array {
  for (let bits = 4; ; bits -= 1) {
    const { palette, places } = indexed(pixels, bits);
    if (palette.length <= 3 * MAX_COLOURS) return png(places, palette, width, height);
  }
}

/** The colours of a picture, those that agree in their first `bits` bits as one, and the place of each pixel's among them. */
function indexed(pixels: Uint8Array, bits: number): { palette: number[]; places: Uint8Array } {
  const palette: number[] = [];
  const places = new Uint8Array(pixels.length / 4);
  const known = new Int16Array(1 << (3 * bits)).fill(-1);
  const shift = 8 - bits;
  for (let at = 0, place = 0; at < pixels.length; at += 4, place += 1) {
    const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    const key = ((red >> shift) << (2 * bits)) | ((green >> shift) << bits) | (blue >> shift);
    let index = known[key] ?? -1;
    if (index < 0) {
      index = palette.push(red, green, blue) / 3 - 1;
      known[key] = index;
    }
    places[place] = index;
  }
  return { palette, places };
}

function png(places: Uint8Array, palette: number[], width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Bit depth 8, colour type 3 (indexed); deflate, no filter of its own, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  // Each line begins with its filter: none, which suits indexed colours best (section 12.7).
  const lines = Buffer.alloc(height * (width + 1));
  for (let line = 0; line < height; line += 1) lines.set(places.subarray(line * width, (line + 1) * width), line * (width + 1) + 1);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      chunk("IHDR", header),
      chunk("PLTE", Buffer.from(palette)),
      chunk("IDAT", deflateSync(lines, { level: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

/** Length, type, data and checksum (section 5.3). */
function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}
