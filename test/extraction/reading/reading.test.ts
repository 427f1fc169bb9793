import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CodePointText } from "../../../src/article/model/text.ts";
import { decode } from "../../../src/extraction/reading/decode.ts";
import { type Reading, read } from "../../../src/extraction/reading/read.ts";

const folder = join(import.meta.dirname, "pages");
const inputs = readdirSync(folder).filter((name) => !name.endsWith(".expected"));

/** A reading as lines for people: what every block is, then what is known about the article. */
function outline({ document, dateline, credits, rights, metadata, mediaType, omitted, notes }: Reading): string {
  const words = (range: { start: number; end: number }) => document.text.slice(range.start, range.end);
  const fields = (value: object) =>
    Object.entries(value)
      .filter(([, field]) => field !== null && String(field) !== "")
      .map(([name, field]) => `${name}=${field}`)
      .join(", ");
  return `${[
    ...document.blocks.map((block) => `${block.kind === "paragraph" ? block.role : block.kind}: ${words(block)}`),
    "",
    `media type: ${mediaType}`,
    ...(dateline === null ? [] : [`dateline: ${JSON.stringify(words(dateline))} ${fields({ ...dateline, start: null, end: null })}`]),
    ...credits.map((credit) => `person: ${fields({ ...credit, start: null, end: null })}`),
    `rights: ${fields({ ...rights, notice: rights.notice && words(rights.notice) })}`,
    `metadata: ${fields(metadata)}`,
    ...omitted.map(({ reason, text }) => `left out (${reason}): ${JSON.stringify(text)}`),
    ...notes.map(({ code, count }) => `note: ${code} ${count}`),
  ].join("\n")}\n`;
}

describe("reading", () => {
  test.each(inputs)("tells the blocks of %s apart", (name) => {
    const reading = read(readFileSync(join(folder, name)), { fileName: name });
    const expected = join(folder, `${name}.expected`);
    // UPDATE=1 writes what is found now; read the difference before committing it.
    if (process.env.UPDATE === "1") writeFileSync(expected, outline(reading));
    expect(outline(reading)).toBe(readFileSync(expected, "utf8"));
  });

  test.each(inputs)("gives everything left out of %s its place in the decoded file", (name) => {
    const raw = readFileSync(join(folder, name));
    const decoded = new CodePointText(decode(raw).text);
    const { omitted } = read(raw, { fileName: name });
    for (const { text, start, end } of omitted) expect(decoded.slice(start, end)).toBe(text);
  });
});
