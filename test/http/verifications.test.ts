import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extract } from "../../src/extraction/extract.ts";
import { buildServer } from "../../src/http/server.ts";
import { Verifying } from "../../src/http/tasks/verifying.ts";
import type { Store } from "../../src/store/store.ts";
import { StoreUnavailable } from "../../src/store/store.ts";
import { wholeAnswer } from "../../src/verification/text/check-text.ts";
import { type TextLine, TextVerification } from "../../src/verification/text/text-verification.ts";
import { openArchive } from "../store/postgres/database-archive.ts";
import { startPostgres } from "../store/postgres/server.ts";
import { kilnArticles } from "../verification/articles.ts";
import { startServer } from "./server.ts";

const DRAFT = `The kiln again 🔥

“Without clay from the northern pit there is no work for my sons,” said Tam Ruddock. The council said it would pay.

“My stall has stood under the same oak tree for thirty years,” said Ruddock.\u0020\u0020
A resident said: “They sold us a chimney twice.” She sang “The Kiln Song” to the crowd.

“Nobody ever asked the gulls about it,” said Ada Roe, the harbour master.
`;
const SOLD = "They sold us a chimney twice";

const OWN = `Rope walk opens\n\n“The rope walk has waited long enough,” said Ada Roe, the harbour master.\n\nIt opens on Friday, and the town pays.`;
const own = extract(Buffer.from(OWN), { importedAt: "2026-01-01T00:00:00Z", publishedAt: "2026-01-02" }).article;

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer([...kilnArticles(), own]);
  api = supertest(server.url);
});
afterAll(() => server.stop());

const post = (body: string | Buffer | object, type = "text/plain", query = "") =>
  api.post(`/v1/verifications${query}`).set("content-type", type).send(body);
const json = (body: object) => post(body, "application/json");
/** The words at a place of a text in code points. */
const at = (text: string, { start, end }: { start: number; end: number }) => Array.from(text).slice(start, end).join("");
const verdicts = ({ quotes }: TextVerification) => quotes.map(({ text, words, speaker }) => [text.slice(0, 12), words, speaker]);

/** The server's store with another answer to one question. */
function withCandidates(candidates: Store["candidates"]): Store {
  return new Proxy<Store>(server.store, {
    get: (store, name) => {
      if (name === "candidates") return candidates;
      const member: unknown = Reflect.get(store, name);
      return typeof member === "function" ? member.bind(store) : member;
    },
  });
}

describe("POST /v1/verifications", () => {
  test("answers for each quote of a text what GET /v1/verify answers, with its place and its speaker", async () => {
    const { body } = await post(DRAFT).expect(200).expect("cache-control", "no-store");
    const answer = TextVerification.parse(body);
    expect(verdicts(answer)).toEqual([
      ["Without clay", "exact", "match"],
      ["My stall has", "altered", "mismatch"],
      ["They sold us", "exact", "not-asked"],
      ["Nobody ever ", "none", "unattributed"],
    ]);
    for (const quote of answer.quotes) {
      for (const segment of quote.segments) {
        expect(at(DRAFT, segment)).toBe(segment.text);
        expect(segment.submitted).toEqual({ start: segment.start, end: segment.end });
      }
      const { kind, segments, claimed, ...verified } = quote;
      const { text } = verified;
      const speaker = claimed.speaker === "resident" ? {} : { speaker: claimed.speaker };
      expect(
        (
          await api
            .get("/v1/verify")
            .query({ quote: text, ...speaker })
            .expect(200)
        ).body,
      ).toEqual(verified);
    }
    expect(answer.quotes[1]?.claimed).toMatchObject({ speaker: "Tam Ruddock", mention: { text: "Ruddock" }, candidates: [] });
    expect(answer.counts).toMatchObject({
      checked: 4,
      unchecked: 0,
      words: { exact: 2, altered: 1, reported: 0, none: 1 },
      speaker: { match: 1, mismatch: 1, unattributed: 1, "not-asked": 1 },
    });
    expect(answer).toMatchObject({ searched: { articleCount: 3, quoteCount: 8 }, sources: null, visibleText: null, unchecked: [] });
    expect(answer.notes.map(({ code, count }) => [code, count])).toEqual([
      ["indirect-quotes", 1],
      ["other-marks", 1],
      ["role-speakers", 1],
    ]);
    expect(answer.notes[1]?.message).toContain("“The Kiln Song”");
  });

  test("gives places in the text as it was sent: CR LF, a byte order mark, U+0000, wide spaces, a labelled encoding", async () => {
    const odd = `\u0000\u00a0 ${DRAFT.replaceAll("\n", "\r\n")}`;
    for (const quote of TextVerification.parse((await json({ text: odd }).expect(200)).body).quotes) {
      expect(at(odd, quote.segments[0] as never)).toBe(quote.segments[0]?.text);
    }
    const sent = (await post(Buffer.from(odd, "utf16le"), "text/plain; charset=utf-16le").expect(200)).body as TextVerification;
    expect(sent.quotes.map(({ segments }) => at(odd, segments[0] as never))).toEqual(sent.quotes.map(({ segments }) => segments[0]?.text));
    const marked = `\ufeff${DRAFT}`;
    const answer = TextVerification.parse((await post(marked).expect(200)).body);
    for (const { segments } of answer.quotes) expect(at(marked, segments[0] as never)).toBe(segments[0]?.text);
    expect((await json({ text: marked }).expect(200)).body).toEqual(answer);
    expect((await post(Buffer.from(marked, "utf16le")).expect(200)).body).toEqual(answer);
  });

  test("reads Markdown and HTML: spans count in the visible text, and what was submitted is pointed at", async () => {
    const markdown = `# Kiln\n\n“Without *clay* from the [northern pit](https://pit.example/clay) there is no work for my sons,” said Tam Ruddock.`;
    const html = `<h1>Kiln</h1><p>“Without <b>clay</b> from the <a href="/pit">northern pit</a> there is no work for my sons,” said Tam Ruddock.</p>`;
    for (const [source, type, words] of [
      [markdown, "text/markdown", "Without *clay* from the [northern pit](https://pit.example/clay) there is no work for my sons,"],
      [html, "text/html", 'Without <b>clay</b> from the <a href="/pit">northern pit</a> there is no work for my sons,'],
    ] as const) {
      for (const request of [post(source, type), json({ [type.slice(5)]: source })]) {
        const answer = TextVerification.parse((await request.expect(200)).body);
        const [segment] = answer.quotes[0]?.segments ?? [];
        expect(verdicts(answer)).toEqual([["Without clay", "exact", "match"]]);
        expect(at(answer.visibleText ?? "", segment as never)).toBe(segment?.text);
        expect(at(source, segment?.submitted as never)).toBe(words);
      }
    }
    const entities = await post("<p>&ldquo;They sold us a chimney tw&iacute;ce,&rdquo; said Tam Ruddock.</p>", "text/html").expect(200);
    expect(entities.body.quotes[0]).toMatchObject({ words: "exact", segments: [{ submitted: null }] });
  });

  test("says so when there is nothing to check", async () => {
    const { body } = await post("The kiln stays open.").expect(200);
    expect(body).toMatchObject({
      quotes: [],
      counts: { checked: 0 },
      searched: { articleCount: 3, quoteCount: 8 },
      notes: [{ code: "no-quotes" }],
    });
  });

  test("does not fail on a name that several have: the words decide, else it lists them", async () => {
    const [stall, gulls] = (
      await post(`“My stall has stood under the same lime tree for thirty years,” said Brice. “We fed the gulls,” she said.`)
    ).body.quotes;
    expect(stall).toMatchObject({ speaker: "match", asked: { id: "ines-brice" }, claimed: { speaker: "Brice", candidates: [] } });
    expect(gulls).toMatchObject({ words: "none", asked: null, unknownSpeaker: "Brice" });
    expect(gulls.claimed.candidates.map(({ id }: { id: string }) => id).sort()).toEqual(["ines-brice", "orla-brice"]);
  });

  test("takes one of two who speak together", async () => {
    const { body } = await post(`“My stall has stood under the same lime tree for thirty years,” said Ada Roe and Ines Brice.`);
    expect(body.quotes[0]).toMatchObject({
      speaker: "match",
      asked: { id: "ines-brice" },
      claimed: { speaker: "Ada Roe", others: ["Ines Brice"] },
    });
  });

  test("looks in some articles only, leaves others out, and those of other days", async () => {
    const text = `“${SOLD},” said Tam Ruddock.`;
    const slugs = ({ body }: { body: TextVerification }) => body.quotes[0]?.matches.map(({ passages }) => passages[0]?.article.slug).sort();
    expect(slugs(await json({ text }))).toEqual(["kiln-stays-open", "market-moves"]);
    expect(slugs(await json({ text, article: "market-moves" }))).toEqual(["market-moves"]);
    expect(slugs(await json({ text, article: ["market-moves", "rope-walk-opens"] }))).toEqual(["market-moves"]);
    expect(slugs(await json({ text, exclude: ["market-moves"] }))).toEqual(["kiln-stays-open"]);
    expect(slugs(await json({ text, publishedFrom: "2025-02-15" }))).toEqual(["kiln-stays-open"]);
    expect(slugs(await json({ text, publishedTo: "2025-02-15" }))).toEqual(["market-moves"]);
    expect(slugs(await post(text, "text/plain", "?article=market-moves&article=rope-walk-opens"))).toEqual(["market-moves"]);
    expect(slugs(await post(text, "text/plain", "?exclude=market-moves&publishedTo=2025-02-15"))).toEqual([]);
    const { body } = await json({ text, exclude: ["market-moves"] });
    expect(body).toMatchObject({
      searched: { articleCount: 2 },
      notes: [{ code: "excluded", message: 'Left out, as the request says: "market-moves".' }],
    });
  });

  test("leaves out the article that is the text itself, and says so, unless it is asked for", async () => {
    const { body } = await post(OWN).expect(200);
    expect(verdicts(body)).toEqual([["The rope wal", "none", "unattributed"]]);
    expect(body).toMatchObject({ searched: { articleCount: 2, quoteCount: 7 }, notes: [{ code: "same-text", count: 1 }] });
    expect(body.notes[0].message).toContain('"rope-walk-opens"');
    expect(verdicts((await post(`${OWN} Perhaps.`)).body)).toEqual([["The rope wal", "exact", "match"]]);
    expect(verdicts((await json({ text: OWN, article: "rope-walk-opens" })).body)).toEqual([["The rope wal", "exact", "match"]]);
  });

  test("checks a quote that is too long for a claim in parts, and says what it cannot check", async () => {
    const sentence = "Without clay from the northern pit there is no work for my sons, ";
    const parts = `“${sentence.repeat(25)}” said Tam Ruddock. “${sentence.repeat(25)}”`;
    const divided = (await post(parts)).body as TextVerification;
    expect(divided.quotes.length).toBe(2);
    expect(divided.notes).toMatchObject([{ code: "divided-quotes", count: 1 }]);
    const long = (await post(`“${sentence.repeat(40)}” said Tam Ruddock. “${SOLD},” he said.`)).body as TextVerification;
    expect(TextVerification.parse(long).unchecked).toMatchObject([{ reason: "too-long", claimed: { speaker: "Tam Ruddock" } }]);
    expect(long).toMatchObject({ counts: { unchecked: 1 }, notes: [{ code: "unchecked", count: 1 }] });
  });
});

describe("sources given along", () => {
  const talk = {
    text: "“It was never up for sale,” said Ada Roe, the owner.\n\nThe mill closed.",
    title: "The talk",
    url: "https://talk.example/1",
    publisher: "The Mill Post",
  };

  test("take the place of the archive", async () => {
    const text = `“It was never for sale,” said Roe. “${SOLD},” said Tam Ruddock. “The mill closed,” said Tam Ruddock.`;
    const { body } = await json({ text, sources: [talk, "“We keep it,” said Tam Ruddock."] }).expect(200);
    expect(verdicts(TextVerification.parse(body))).toEqual([
      ["It was never", "altered", "match"],
      ["They sold us", "none", "unattributed"],
      ["The mill clo", "reported", "unattributed"],
    ]);
    expect(body).toMatchObject({
      searched: { articleCount: 2, quoteCount: 2 },
      sources: [
        { slug: "source-1", headline: "The talk", url: "https://talk.example/1", publisher: "The Mill Post", quoteCount: 1 },
        { slug: "source-2", headline: "Source 2", url: null, quoteCount: 1 },
      ],
    });
    expect(body.quotes[0].matches[0].passages[0].article.slug).toBe("source-1");
    await api.get("/v1/articles/source-1").expect(404);
  });

  test("are read as Markdown and HTML too, and need no headline", async () => {
    const sources = [
      { markdown: "“It was *never* up for sale,” said Ada Roe." },
      { html: "<p>“We keep it,” said Tam Ruddock.</p><p>So be it.</p>" },
    ];
    const { body } = await json({ text: "“It was never up for sale,” said Roe. “We keep it,” said Ruddock.", sources }).expect(200);
    expect(verdicts(body).map(([, ...verdict]) => verdict)).toEqual([
      ["exact", "match"],
      ["exact", "match"],
    ]);
  });

  test("are refused with what narrows the archive, when empty, too many or too large", async () => {
    const refused = async (body: object, status: number) => (await json({ text: "“A,” said Ada Roe.", ...body }).expect(status)).body;
    expect((await refused({ sources: [talk], article: "market-moves" }, 400)).detail).toContain("`sources` take its place");
    expect(await refused({ sources: [talk, " "] }, 422)).toMatchObject({ detail: "Source 2 (sources[1]): The source is empty." });
    expect((await refused({ sources: Array.from({ length: 21 }, () => talk) }, 400)).errors).toMatchObject([{ name: "sources" }]);
    expect((await refused({ sources: ["Kiln. ".repeat(200_000)] }, 413)).detail).toContain("at most 1 MiB");
    expect((await refused({ sources: [{ ...talk, html: "<p>a</p>" }] }, 400)).detail).toContain("exactly one of");
  });
});

describe("refuses", () => {
  test.each([
    ["an empty text", 422, "unreadable-source", /The text is empty/, () => post(" \n")],
    ["HTML as plain text", 422, "unreadable-source", /Content-Type: text\/html/, () => post("<p>“A,” said Ada Roe.</p>")],
    ["HTML as `text`", 422, "unreadable-source", /Send it as `html`/, () => json({ text: "<p>“A,” said Ada Roe.</p>" })],
    ["a text over 256 KiB", 413, "payload-too-large", /at most 256 KiB/, () => post("Kiln. ".repeat(50_000))],
    ["a text over 256 KiB in JSON", 413, "payload-too-large", /at most 256 KiB/, () => json({ text: "é".repeat(140_000) })],
    ["a body over its limit", 413, "payload-too-large", /at most 2 MiB/, () => post("x".repeat(2_200_000))],
    ["another type", 415, "unsupported-media-type", /text\/markdown/, () => post("%PDF", "application/pdf")],
    ["two forms of a text", 400, "invalid-body", /exactly one of/, () => json({ text: "a", html: "b" })],
    ["an unknown member", 400, "invalid-body", /speaker: Unknown member/, () => json({ text: "a", speaker: "b" })],
    [
      "a day that is none",
      400,
      "invalid-body",
      /publishedFrom: "2026-02-30" is not a calendar date/,
      () => json({ text: "a", publishedFrom: "2026-02-30" }),
    ],
    ["an unknown article", 404, "article-not-found", /"nowhere"/, () => json({ text: "a", article: ["nowhere"] })],
    ["an unknown article to leave out", 404, "article-not-found", /"nowhere"/, () => post("a", "text/plain", "?exclude=nowhere")],
    ["an unknown parameter", 400, "invalid-parameter", /Did you mean "article"/, () => post("a", "text/plain", "?articel=x")],
  ] as const)("%s", async (_, status, code, detail, ask) => {
    const { body } = await ask().expect(status).expect("content-type", "application/problem+json");
    expect(body.code).toBe(code);
    expect(body.detail).toMatch(detail);
  });

  test("a parameter that is in the body too", async () => {
    const request = api.post("/v1/verifications?article=market-moves").send({ text: "a", article: "market-moves" });
    expect((await request.expect(400)).body).toMatchObject({ errors: [{ in: "query", name: "article" }] });
  });

  test("more quotes than it checks, and says which is the first one too many", async () => {
    const line = (number: number) => `“We counted ${number} boats,” said Ada Roe.\n\n`;
    const text = Array.from({ length: 203 }, (_, number) => line(number)).join("");
    const { body } = await post(text).expect(422);
    expect(body.code).toBe("too-many-quotes");
    expect(body.detail).toContain(
      `203 quotes in marks; at most 200 are checked. The first one too many begins at character ${text.indexOf("We counted 200")}`,
    );
    expect((await post(text.slice(0, text.indexOf("“We counted 200"))).expect(200)).body.counts.checked).toBe(200);
  });
});

describe("as NDJSON", () => {
  const lines = (text: string): TextLine[] =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));

  test("comes line by line, with the same members", async () => {
    const { body: whole } = await post(DRAFT);
    for (const request of [post(DRAFT).set("accept", "application/x-ndjson"), post(DRAFT, "text/plain", "?format=ndjson")]) {
      const { text } = await request.set("accept-encoding", "gzip").expect(200).expect("content-type", "application/x-ndjson");
      const streamed = lines(text);
      expect(streamed.map(({ type }) => type)).toEqual(["quote", "quote", "quote", "quote", "summary"]);
      async function* again() {
        yield* streamed;
      }
      expect(await wholeAnswer(again())).toEqual(whole);
    }
    expect(lines((await post("Nothing.", "text/plain", "?format=ndjson")).text)).toMatchObject([
      { type: "summary", notes: [{ code: "no-quotes" }] },
    ]);
    await post(" ", "text/plain", "?format=ndjson").expect(422);
    await post(DRAFT).set("accept", "text/csv").expect(406);
  });

  test("ends with a problem where the store goes away", async () => {
    let asked = 0;
    const failing: Store = withCandidates((query) => {
      asked += 1;
      if (asked > 4) throw new StoreUnavailable("The database is away.");
      return server.store.candidates(query);
    });
    const app = await buildServer({ store: failing, publicUrl: "https://verbatim.example" });
    const send = (accept: string) =>
      app.inject({ method: "POST", url: "/v1/verifications", headers: { "content-type": "text/plain", accept }, payload: DRAFT });
    const streamed = lines((await send("application/x-ndjson")).body);
    expect(streamed[0]).toMatchObject({ type: "quote" });
    expect(streamed.at(-1)).toMatchObject({ type: "problem", problem: { code: "unavailable", status: 503 } });
    expect((await send("application/json")).json()).toMatchObject({ code: "unavailable" });
    await app.close();
  });
});

describe("bounds its work", () => {
  const check = (verifying: Verifying, content: string, more = {}) => verifying.check({ content, mediaType: "text/plain", ...more });

  test("by time: what was not checked is said", async () => {
    const slow: Store = withCandidates((query) => wait(1000).then(() => server.store.candidates(query)));
    const verifying = new Verifying(slow, 3000);
    const answer = await wholeAnswer(await check(verifying, DRAFT));
    expect(answer.counts.checked + answer.counts.unchecked).toBe(4);
    expect(answer.unchecked.at(-1)).toMatchObject({ reason: "time", text: expect.stringContaining("gulls") });
    expect(answer.notes).toContainEqual(expect.objectContaining({ code: "unchecked", count: answer.unchecked.length }));
    await verifying.close();
  });

  test("by number: others wait, and too many are asked to come again", async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const slow: Store = withCandidates((query) => held.then(() => server.store.candidates(query)));
    const verifying = new Verifying(slow);
    const texts = Array.from({ length: 16 }, () => check(verifying, DRAFT).then(wholeAnswer));
    expect(verifying.load).toEqual({ running: 2, waiting: 14 });
    await expect(check(verifying, DRAFT)).rejects.toMatchObject({ code: "unavailable", headers: { "retry-after": "5" } });
    goOn();
    for (const { counts } of await Promise.all(texts)) expect(counts.checked).toBe(4);
    expect(verifying.load).toEqual({ running: 0, waiting: 0 });
    await verifying.close();
  });

  test("from the time on when the work begins: a text that waited is checked whole", async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const verifying = new Verifying(withCandidates((query) => held.then(() => server.store.candidates(query))));
    const texts = Array.from({ length: 3 }, () => check(verifying, DRAFT).then(wholeAnswer));
    expect(verifying.load.waiting).toBe(1);
    const now = Date.now;
    // The turn of the third comes after longer than the work may take.
    Date.now = () => now() + 60_000;
    goOn();
    const last = await (texts[2] as (typeof texts)[number]).finally(() => {
      Date.now = now;
    });
    expect(last.counts).toMatchObject({ checked: 4, unchecked: 0 });
    await Promise.all(texts);
    await verifying.close();
  });

  test("to those who wait for the answer: a client that goes ends it, with sources too", async () => {
    let asked = 0;
    const counted: Store = withCandidates((query) => {
      asked += 1;
      return wait(20).then(() => server.store.candidates(query));
    });
    const app = await buildServer({ store: counted, publicUrl: "https://verbatim.example" });
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as { port: number };
    const text = "“We fed the gulls and the geese,” said Ada Roe.\n\n".repeat(200);
    for (const accept of ["application/json", "application/x-ndjson"]) {
      const socket = connect(port, "127.0.0.1");
      socket.write(
        `POST /v1/verifications HTTP/1.1\r\nhost: x\r\naccept: ${accept}\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      );
      const before = asked;
      while (asked < before + 3) await wait(10);
      socket.destroy();
      // The quote that is being checked may ask some times more.
      await wait(600);
      const then = asked;
      await wait(200);
      expect(asked).toBe(then);
    }
    await app.close();

    const verifying = new Verifying(server.store);
    const gone = AbortSignal.abort();
    const sources = [{ text: `The talk\n\n${"“We fed the gulls and the geese,” said Ada Roe.\n\n".repeat(500)}` }];
    const lines = await verifying.check({ content: text, mediaType: "text/plain", sources }, gone);
    await expect(wholeAnswer(lines)).rejects.toThrow("expected a summary");
    expect(verifying.load.running).toBe(0);
    await verifying.close();
  });
});

test("PostgreSQL gives the same answer, to the byte", async () => {
  const postgres = await startPostgres();
  const archive = await openArchive(postgres, [...kilnArticles(), own]);
  const app = await buildServer({ store: archive.store, publicUrl: "https://verbatim.example" });
  const requests = [DRAFT, OWN, "“We fed the gulls,” said Brice."].flatMap((text) => [
    { text },
    { text, exclude: ["market-moves"] },
    { text, article: ["kiln-stays-open"] },
    { text, publishedTo: "2025-02-15" },
  ]);
  for (const body of requests) {
    const answer = await app.inject({ method: "POST", url: "/v1/verifications", payload: body });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe((await json(body).expect(200)).text);
  }
  await app.close();
  await archive.close();
  await postgres.remove();
});
