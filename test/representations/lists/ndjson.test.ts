import { expect, test } from "vitest";
import { csvRows, quoteColumns } from "../../../src/representations/lists/csv.ts";
import { ndjsonLines } from "../../../src/representations/lists/ndjson.ts";
import { sampleQuotes } from "../samples.ts";
import { written } from "../written.ts";

test("every line is one item, line feeds inside strings escaped", async () => {
  const lines = await written(ndjsonLines(sampleQuotes));
  expect(lines.map((line) => JSON.parse(line))).toEqual(sampleQuotes);
  for (const line of lines) expect(line.indexOf("\n")).toBe(line.length - 1);
});

test("items may arrive one by one", async () => {
  async function* arriving() {
    yield { a: 1 };
    yield { a: 2 };
  }
  expect(await written(ndjsonLines(arriving()))).toEqual(['{"a":1}\n', '{"a":2}\n']);
});

test.each([
  ["NDJSON", (items: Iterable<(typeof sampleQuotes)[number]>) => ndjsonLines(items)],
  ["CSV", (items: Iterable<(typeof sampleQuotes)[number]>) => csvRows(quoteColumns, items)],
])("%s takes an item only when the reader asks for it, and stops when the reader does", async (_, write) => {
  let taken = 0;
  let closed = false;
  function* endless() {
    try {
      for (;;) {
        taken += 1;
        yield sampleQuotes[0] as (typeof sampleQuotes)[number];
      }
    } finally {
      closed = true;
    }
  }
  let read = 0;
  for await (const _line of write(endless())) {
    read += 1;
    expect(taken).toBeLessThanOrEqual(read);
    if (read === 50) break;
  }
  expect(closed).toBe(true);
});
