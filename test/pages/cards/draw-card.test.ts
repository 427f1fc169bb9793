import canvasKit from "canvaskit-wasm";
import { expect, test, vi } from "vitest";
import { CARD_SIZE } from "../../../src/pages/cards/card.ts";
import { drawCard } from "../../../src/pages/cards/draw-card.ts";
import { cardOf } from "./cards.ts";

const kit = await (canvasKit as unknown as typeof canvasKit.default)();
const { width, height } = CARD_SIZE;

/** Rows of a picture, top and bottom, that hold anything but paper between two columns. */
function inkedRows(png: Uint8Array, from: number, to: number): [number, number] {
  const image = kit.MakeImageFromEncoded(png);
  const { RGBA_8888: colorType } = kit.ColorType;
  const { Opaque: alphaType } = kit.AlphaType;
  const read = image?.readPixels(0, 0, { width, height, colorType, alphaType, colorSpace: kit.ColorSpace.SRGB });
  const pixels = new Uint32Array((read as Uint8Array).slice().buffer);
  const paper = pixels[1190];
  const rows = Array.from({ length: height }, (_, row) => row).filter((row) =>
    pixels.subarray(row * width + from, row * width + to).some((colour) => colour !== paper),
  );
  return [rows[0] ?? -1, rows.at(-1) ?? -1];
}

test("a card is a PNG of 1200 by 630 pixels, below 200 kB", async () => {
  const png = (await drawCard(cardOf({ words: `“${"Every morning a boat. ".repeat(13)}”` }))) as Uint8Array;
  expect(Buffer.from(png.subarray(0, 8)).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const image = kit.MakeImageFromEncoded(png);
  expect([image?.width(), image?.height()]).toEqual([1200, 630]);
  expect(png.length).toBeLessThan(200_000);
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
  // Node has it; the types of this project have no browser in them.
  const { Memory: memory } = (globalThis as unknown as { WebAssembly: { Memory: { prototype: { grow(): number } } } }).WebAssembly;
  const grow = vi.spyOn(memory.prototype, "grow");
  // 3 MB each: without being freed, they would fill the 128 MB it begins with.
  for (let count = 0; count < 45; count += 1) await drawCard(cardOf({ words: "“No.”" }));
  expect(grow).not.toHaveBeenCalled();
  grow.mockRestore();
});
