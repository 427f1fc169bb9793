import { readFileSync, writeFileSync } from "node:fs";
import canvasKit from "canvaskit-wasm";
import { expect, test } from "vitest";
import { drawCard } from "../../../src/pages/cards/draw-card.ts";
import { isDrawable } from "../../../src/pages/cards/drawable.ts";
import { type Face, fontsOf } from "../../../src/pages/cards/fonts.ts";
import { cardOf } from "./cards.ts";

const FILE = new URL("../../../src/pages/cards/glyphs.json", import.meta.url);
const FACES: Face[] = ["serif", "sans", "sansBold"];

/** Every character that has a look of its own. */
const characters = Array.from({ length: 0x110000 }, (_, at) => at)
  .filter((at) => (at < 0xd800 || at > 0xdfff) && /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(String.fromCodePoint(at)))
  .filter((at) => at < 0xe000 || at > 0xf8ff);

/** Runs of numbers that follow each other, as "20-7e". */
function rangesOf(numbers: number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`));
}

test("the listed glyphs are those that every face has (UPDATE=1 writes them)", async () => {
  const kit = await (canvasKit as unknown as typeof canvasKit.default)();
  const text = characters.map((at) => String.fromCodePoint(at)).join("");
  const lacked = new Set<number>();
  for (const face of FACES) {
    const found = new Set<number>();
    for (const { bytes } of fontsOf(face)) {
      const typeface = kit.Typeface.MakeTypefaceFromData(new Uint8Array(bytes).buffer);
      if (typeface === null) throw new Error("expected a font");
      for (const [index, glyph] of [...typeface.getGlyphIDs(text, characters.length)].entries()) if (glyph !== 0) found.add(index);
      typeface.delete();
    }
    for (const index of characters.keys()) if (!found.has(index)) lacked.add(index);
  }
  const ranges = rangesOf(characters.filter((_, index) => !lacked.has(index)));
  if (process.env.UPDATE === "1") writeFileSync(FILE, `${JSON.stringify(ranges, null, 2)}\n`);
  expect(JSON.parse(readFileSync(FILE, "utf8"))).toEqual(ranges);
});

test.each([
  ["English", "“We owe this island a boat, and it’ll have one.” – naïve, 1,234 € at 5½%"],
  ["Polish, Vietnamese, Icelandic", "Łódź śpi. Không có buổi sáng nào. Þetta er Ísland."],
  ["Russian, Ukrainian", "Мы обязаны этому острову кораблём. Ґанок і їжак."],
  ["Greek", "Δεν θα υπάρχουν άλλα σιωπηλά πρωινά εδώ."],
  ["Arabic with a name in Latin letters", "لن تكون هناك صباحات صامتة هنا، قالت Ada Lind في 2025"],
  ["Persian with joiners", "می‌خواهیم کشتی بازگردد"],
  ["Hebrew", "לא יהיו עוד בקרים שקטים כאן"],
])("%s is drawn, with a glyph for every letter", async (_, words) => {
  const card = cardOf({ words, by: words, source: words, rights: words });
  expect(isDrawable(card)).toBe(true);
  expect(await drawCard(card)).not.toBeNull();
});

test.each([
  ["Japanese", "島には船が要る。"],
  ["Hindi", "द्वीप को नाव चाहिए"],
  ["Korean", "섬에는 배가 필요하다"],
  ["Thai", "เกาะนี้ต้องการเรือ"],
  ["a picture", "We voted 🐝 today"],
])("%s has no card: nothing is offered and nothing drawn", async (_, words) => {
  for (const part of ["words", "by", "source", "rights"]) {
    const card = cardOf({ [part]: words });
    expect(isDrawable(card)).toBe(false);
    expect(await drawCard(card)).toBeNull();
  }
});
