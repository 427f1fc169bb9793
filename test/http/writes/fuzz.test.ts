import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCommand } from "../../../src/cli/check.ts";
import { describeNewsrooms, KILN, type Newsroom } from "./newsroom.ts";

const SLUGS = [
  "kiln",
  "weir",
  "quay",
  "bäckerei",
  "Мельница".toLowerCase(),
  "nothing",
  "a_b",
  "%00",
  "..%2f..%2fetc",
  "x".repeat(300),
  "vbk_x",
];
const slug = fc
  .oneof({ weight: 3, arbitrary: fc.constantFrom(...SLUGS.slice(0, 5)) }, { weight: 1, arbitrary: fc.constantFrom(...SLUGS) })
  .map((one) => (one.includes("%") ? one : encodeURIComponent(one)));
const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom("\u0000", "\ud800", "a\u0000b", "<p>", "# ", '"', "“No,” said Bo.", KILN, "x".repeat(100_000), "[".repeat(20_000)),
);
/** A value that is meant, mostly. */
const mostly = (good: fc.Arbitrary<string>) => fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: odd });
const name = mostly(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }));
const words = fc
  .tuple(fc.constantFrom("Kiln", "Weir", "Quay"), odd)
  .map(([name, rest]) => `${name} news\n\n“We stay,” said Orla Brice. ${rest}`);
const wellFormed = words.map((text) => text.toWellFormed());

const row = fc.record(
  {
    text: fc.oneof(wellFormed, words),
    title: name,
    url: mostly(fc.webUrl()),
    slug: mostly(fc.constantFrom(...SLUGS.slice(0, 5))),
    language: mostly(fc.constant("en")),
    publishedAt: mostly(fc.constant("2026-05-01")),
  },
  { requiredKeys: ["text"] },
);
const target = fc.record({ id: mostly(fc.constant("abcd1234")), text: mostly(fc.constant("We stay,")) });
const edit = fc.oneof(
  fc.record(
    { op: fc.constant("set"), quote: target, kind: fc.constantFrom("direct", "indirect", "mixed", "loud") },
    { requiredKeys: ["op", "quote"] },
  ),
  fc.record({ op: fc.constant("reject"), quote: target, note: name }),
  fc.record({
    op: fc.constant("add"),
    kind: fc.constant("direct"),
    segments: fc.array(fc.record({ text: mostly(fc.constant("never meant to")) }), { maxLength: 3 }),
  }),
  fc.record({ op: fc.constant("set-speaker"), speaker: mostly(fc.constant("orla-brice")), name }),
);
const change = fc.record(
  {
    name,
    aliases: fc.array(name, { maxLength: 3 }),
    merges: fc.array(mostly(fc.constantFrom("orla-brice", "nils-aske")), { maxLength: 2 }),
    sameAs: fc.array(mostly(fc.webUrl()), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const deep = fc.nat({ max: 3000 }).map((levels) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`);
const jsonOf = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 5, arbitrary: arbitrary.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: deep },
  );
const sent = (type: string, body: fc.Arbitrary<string>) => body.map((text) => ({ type, body: text }));
const articleBody = fc.oneof(
  sent("text/plain", fc.oneof(words, odd)),
  sent(
    "text/markdown",
    words.map((text) => `# ${text}`),
  ),
  sent(
    "text/html; charset=windows-1252",
    words.map((text) => `<h1>News</h1><p>${text}</p>`),
  ),
  sent("application/json", jsonOf(row)),
  sent("image/png", odd),
);

const request = fc.record({
  target: fc.oneof(
    fc.record({
      method: fc.constant("POST"),
      path: fc.constantFrom("/v1/articles", "/v1/articles?restore=true", "/v1/articles?slug=%00"),
      sent: articleBody,
    }),
    fc.record({ method: fc.constant("PUT"), path: slug.map((one) => `/v1/articles/${one}`), sent: articleBody }),
    fc.record({
      method: fc.constant("PUT"),
      path: slug.map((one) => `/v1/articles/${one}/edits`),
      sent: sent("application/json", jsonOf(fc.record({ edits: fc.array(edit, { maxLength: 3 }) }))),
    }),
    fc.record({
      method: fc.constant("PATCH"),
      path: fc.constantFrom("orla-brice", "orla-brice", "orla-brice", "nobody", "%00").map((one) => `/v1/speakers/${one}`),
      sent: sent("application/merge-patch+json", jsonOf(change)),
    }),
    fc.record({
      method: fc.constant("DELETE"),
      path: fc
        .tuple(slug, odd)
        .map(([one, reason]) => `/v1/articles/${one}?reason=${encodeURIComponent(reason.toWellFormed()).slice(0, 3000)}`),
      sent: fc.constant(null),
    }),
  ),
  condition: fc.constantFrom("*", "*", "*", '"x"', "W/*", ""),
  key: fc.constantFrom("", "", "", "", "", "", "one", '"three"', "ø"),
  prefer: fc.constantFrom("", "", "validate-only", ",,;"),
});

async function send(
  room: Newsroom,
  { target: { method, path, sent }, condition, key, prefer }: typeof request extends fc.Arbitrary<infer T> ? T : never,
) {
  const latin = Buffer.from(key).toString("latin1");
  const headers = {
    ...(condition === "" ? {} : { "if-match": condition }),
    ...(key === "" ? {} : { "idempotency-key": latin }),
    ...(prefer === "" ? {} : { prefer }),
  };
  return room.send(method, path, sent?.body, sent === null ? headers : { ...headers, "content-type": sent.type });
}

describeNewsrooms("writes of all kinds", (start) => {
  test("are never an error of the server, and leave a sound archive", { timeout: 240_000 }, async () => {
    const room = await start();
    for (const name of ["kiln", "weir", "quay"]) await room.send("PUT", `/v1/articles/${name}`, `${KILN} ${name}.`);
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const answer = await send(room, one);
        const body = await answer.text();
        expect([answer.status < 500, body.slice(0, 300), room.log.filter((line) => line.includes('"failed"')).at(-1)]).toEqual([
          true,
          body.slice(0, 300),
          undefined,
        ]);
      }),
      { numRuns: 200, endOnFailure: true },
    );
    expect((await room.send("GET", "/health/ready")).status).toBe(200);
    expect(((await (await room.send("GET", "/health/ready")).json()) as { problems: object[] }).problems).toEqual([]);
    if ("folder" in room) {
      const said: string[] = [];
      const write = (text: string) => void said.push(text);
      expect([
        await checkCommand([room.folder as string], "nowhere", { stdout: { write }, stderr: { write } }),
        said.join(""),
      ]).toMatchObject([0, expect.stringContaining(" 0 problems")]);
    }
    await room.stop();
  });
});
