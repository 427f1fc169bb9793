import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../src/cli/lines.ts";

async function read(bytes: Uint8Array, size: number): Promise<string[]> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks, { objectMode: false }))) lines.push(line);
  return lines;
}

test("lines end at LF, CR LF and CR, wherever the bytes are cut, and at no other character", async () => {
  const line = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\u2028", "\u2029", "\u0085", " "), maxLength: 6 });
  const ended = fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r"));
  await fc.assert(
    fc.asyncProperty(fc.array(ended, { maxLength: 6 }), line, fc.integer({ min: 1, max: 9 }), async (lines, last, size) => {
      // An empty line behind CR would make one end of two.
      fc.pre(lines.every(([, end], index) => end !== "\r" || lines[index + 1]?.[0] !== "" || lines[index + 1]?.[1] !== "\n"));
      const expected = [...lines.map(([words]) => words), ...(last === "" ? [] : [last])];
      expect(await read(Buffer.from(lines.map((one) => one.join("")).join("") + last), size)).toEqual(expected);
    }),
  );
});

test("a byte order mark, as Windows writes it, is no part of the first line", async () => {
  for (const size of [1, 2, 100]) expect(await read(Buffer.from('\ufeff{"id":1}\r\n\ufeffa\n'), size)).toEqual(['{"id":1}', "\ufeffa"]);
});
