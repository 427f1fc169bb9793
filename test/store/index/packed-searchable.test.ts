import fc from "fast-check";
import { expect, test } from "vitest";
import { offsetsOf } from "../../../src/article/words/searchable.ts";
import { packed, unpacked } from "../../../src/store/index/packed-searchable.ts";

const text = fc.string({ unit: "grapheme" });

test("what was packed comes out as it went in, wherever its bytes lie", () => {
  const searchables = fc.record({ text, words: text, offsets: fc.uint32Array({ maxLength: 40 }), outline: text });
  fc.assert(
    fc.property(searchables, fc.nat(9), ({ offsets, ...texts }, shift) => {
      const bytes = packed({ ...texts, offsets: new Uint8Array(offsets.buffer) });
      const elsewhere = new Uint8Array(bytes.length + shift);
      elsewhere.set(bytes, shift);
      const { offsets: own, ...others } = unpacked(elsewhere.subarray(shift));
      expect(others).toEqual(texts);
      expect([...offsetsOf(own)]).toEqual([...offsets]);
    }),
  );
});
