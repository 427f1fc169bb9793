import { inflateSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { drawCard } from "../../../src/pages/cards/draw-card.ts";
import { indexedPng } from "../../../src/pages/cards/indexed-png.ts";
import { cardOf } from "./cards.ts";

/** The chunks of a PNG by their types. */
function chunksOf(png: Uint8Array): Record<string, Buffer> {
  const bytes = Buffer.from(png);
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks[bytes.toString("latin1", at + 4, at + 8)] = bytes.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return chunks;
}

/** Lines of a picture, top and bottom, that hold anything but paper between two columns. */
function inkedRows(png: Uint8Array, from: number, to: number): [number, number] {
  const lines = inflateSync(chunksOf(png).IDAT ?? Buffer.alloc(0));
  const rows = Array.from({ length: 630 }, (_, row) => row).filter((row) => {
    const line = lines.subarray(row * 1201 + 1, (row + 1) * 1201);
    return line.subarray(from, to).some((colour) => colour !== line[1190]);
  });
  return [rows[0] ?? -1, rows.at(-1) ?? -1];
}

test("a card is a PNG of 1200 by 630 pixels, far below 100 kB", async () => {
  const png = (await drawCard(cardOf({ words: `“${"Every morning a boat. ".repeat(13)}”` }))) as Uint8Array;
  expect(Buffer.from(png.subarray(0, 8)).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const { IHDR } = chunksOf(png);
  expect([IHDR?.readUInt32BE(0), IHDR?.readUInt32BE(4)]).toEqual([1200, 630]);
  expect(png.length).toBeLessThan(60_000);
});

test.each([
  ["few", "“No.”"],
  ["three hundred code points", `“${"Every morning a boat. ".repeat(13)}”`],
  ["the widest ones", "W".repeat(300)],
  ["one long word and marks", `“${"Donaudampfschiff".repeat(18)}”`],
])("words keep within the edges and above the rule: %s", async (_, words) => {
  const long = "A headline that is much longer than one line of a card has room for, and than two of them as well, because nobody cut it";
  const png = (await drawCard(
    cardOf({ words, by: long, source: `${long}, ${long}`, details: long, rights: `${long}. ${long}` }),
  )) as Uint8Array;
  const [top, bottom] = inkedRows(png, 20, 1195);
  expect(top).toBeGreaterThan(40);
  expect(bottom).toBeLessThan(600);
  expect(inkedRows(png, 20, 66)).toEqual([-1, -1]);
});

test("the same card gives the same bytes, however many were drawn before", async () => {
  const first = await drawCard(cardOf());
  await drawCard(cardOf({ words: "“Another.”" }));
  expect(Buffer.from((await drawCard(cardOf())) as Uint8Array).equals(Buffer.from(first as Uint8Array))).toBe(true);
});

test("the memory that cards are drawn in does not grow with their number", { timeout: 60_000 }, async () => {
  await drawCard(cardOf());
  const grow = vi.spyOn(WebAssembly.Memory.prototype, "grow");
  // 3 MB each: without being freed, they would fill the 128 MB it begins with.
  for (let count = 0; count < 45; count += 1) await drawCard(cardOf({ words: "“No.”" }));
  expect(grow).not.toHaveBeenCalled();
  grow.mockRestore();
});

test("a picture of more shades than a palette holds has nearer ones", () => {
  const pixels = new Uint8Array(64 * 64 * 4).map((_, at) => (at * 2654435761) >>> 24);
  const { PLTE, IDAT } = chunksOf(indexedPng(pixels, { width: 64, height: 64 }));
  expect(PLTE?.length).toBeLessThanOrEqual(768);
  expect(inflateSync(IDAT as Buffer).length).toBe(64 * 65);
});
