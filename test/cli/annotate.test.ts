import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it, vi } from "vitest";
import { annotateLines } from "../../src/cli/annotate.ts";
import * as annotation from "../../src/extraction/annotate-text.ts";

// The real one, except where a test lets it fail.
vi.mock("../../src/extraction/annotate-text.ts", { spy: true });
const annotateText = vi.mocked(annotation.annotateText);

async function run(lines: string[]): Promise<{ malformed: number; answers: Record<string, unknown>[] }> {
  const output = new PassThrough();
  const written = text(output);
  const malformed = await annotateLines(source(lines), output);
  output.end();
  return {
    malformed,
    answers: (await written)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
}

async function* source(lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

describe("annotateLines", () => {
  it("answers each line with one line, in order", async () => {
    const rows = ["a", "b", "c"].map((id) => JSON.stringify({ id, text: `“Yes,” said Ann ${id.toUpperCase()}lee.` }));
    const { malformed, answers } = await run(rows);
    expect(malformed).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(answers[0]?.quotes).toEqual([
      {
        start: 1,
        end: 5,
        kind: "direct",
        quote: "q1",
        mention: { start: 12, end: 20 },
        cue: { start: 7, end: 11 },
        speaker: "Ann Alee",
        confidence: expect.stringMatching(/^(?:high|medium|low)$/),
      },
    ]);
  });

  it("answers malformed lines in their place and counts them", async () => {
    const { malformed, answers } = await run(["{", '{"id":"b","text":"“Yes,” said Ann Lee."}', "", '{"id":"d"}', "[1]", "null"]);
    expect(malformed).toBe(5);
    expect(answers.map(({ id, quotes }) => [id, (quotes as unknown[]).length])).toEqual([
      [null, 0],
      ["b", 1],
      [null, 0],
      ["d", 0],
      [null, 0],
      [null, 0],
    ]);
    expect(answers[0]?.error).toEqual({ line: 1, message: 'Line 1 is not a JSON object: expected { "id", "text" }.' });
    expect(answers[3]?.error).toEqual({ line: 4, message: 'Line 4 has no "text", or it is not a string.' });
  });

  it("answers a text that fails in its place and goes on", async () => {
    annotateText.mockImplementationOnce(() => {
      throw new TypeError("inner workings");
    });
    const { malformed, answers } = await run(['{"id":"a","text":"“Yes,” said Ann Lee."}', '{"id":"b","text":"“Yes,” said Ann Lee."}']);
    expect(malformed).toBe(1);
    expect(answers[0]).toEqual({
      id: "a",
      error: { line: 1, message: "Line 1 could not be annotated: please report its text as a fault of verbatim." },
      quotes: [],
    });
    expect(answers[1]?.quotes).toHaveLength(1);
  });

  it("waits for a slow reader instead of filling memory", async () => {
    const output = new PassThrough({ highWaterMark: 16 });
    const lines = Array.from({ length: 20 }, (_, id) => JSON.stringify({ id, text: "“Yes,” said Ann Lee." }));
    const done = annotateLines(source(lines), output).then(() => output.end());
    expect((await text(output)).trimEnd().split("\n")).toHaveLength(20);
    await done;
  });
});
