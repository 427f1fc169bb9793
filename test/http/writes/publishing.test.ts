import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { auditLines } from "../../../src/office/audit.ts";
import { describeNewsrooms, KILN, KILN_CORRECTED, type Newsroom } from "./newsroom.ts";

describeNewsrooms("publishing", (start) => {
  let room: Newsroom;
  let at = 0;
  beforeAll(async () => {
    room = await start();
  });
  afterAll(() => room.stop());

  /** Publishes an article under a slug of its own. */
  async function publish(text = KILN) {
    at += 1;
    const path = `/v1/articles/kiln-${at}`;
    const answer = await room.send("PUT", path, `${text} ${at}.`);
    expect(answer.status).toBe(201);
    const { headers } = await room.send("GET", path);
    return { path, slug: `kiln-${at}`, tag: headers.get("etag") ?? "", number: at };
  }
  const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>;

  test("a new article is served when the answer comes: 201 with its address and its tag", async () => {
    const answer = await room.send("POST", "/v1/articles?url=https://news.example/quay&language=en", KILN.replaceAll("Kiln", "Quay"));
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe("/v1/articles/quay-stays-open");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const publication = await json(answer);
    expect(publication).toMatchObject({ state: "added", slug: "quay-stays-open", previousRevision: null, renamedFrom: null });
    expect(publication).toMatchObject({ url: "/v1/articles/quay-stays-open", page: "/articles/quay-stays-open" });
    const served = await room.send("GET", "/v1/articles/quay-stays-open", undefined, { "accept-encoding": "identity" });
    expect(served.headers.get("etag")).toBe(answer.headers.get("etag"));
    const article = (await served.json()) as Article;
    expect(article).toMatchObject({ revision: publication.revision, sourceUrl: "https://news.example/quay", language: "en" });
    expect(article.quotes[0]?.attribution.speakers[0]?.name).toBe("Orla Brice");
  });

  test("takes the slug that is asked for where it is free, else the next one", async () => {
    for (const slug of ["asked-for", "asked-for-2"]) {
      const answer = await room.send("POST", "/v1/articles?slug=asked-for", `${KILN} As ${slug}.`);
      expect([answer.status, await json(answer)]).toMatchObject([201, { slug }]);
    }
  });

  test.each(["Kiln", "ÅRSMØTE", "årsmøte".normalize("NFD")])(
    "no new article gets the slug %s: it is not in lower case and composed",
    async (odd) => {
      const path = `/v1/articles/${encodeURIComponent(odd)}`;
      const asked = `/v1/articles?slug=${encodeURIComponent(odd)}`;
      for (const [method, where] of [
        ["PUT", path],
        ["POST", asked],
      ] as const) {
        const answer = await room.send(method, where, `${KILN} Odd ${odd}.`);
        expect([answer.status, await json(answer)]).toMatchObject([
          422,
          { detail: expect.stringContaining(odd.normalize("NFC").toLowerCase()) },
        ]);
      }
      expect((await room.send("GET", path)).status).toBe(404);
    },
  );

  test("an address that is none is named as such", async () => {
    const answer = await room.send("POST", "/v1/articles?url=news.example", KILN);
    expect([answer.status, await json(answer)]).toMatchObject([400, { detail: expect.stringContaining("is not a web address") }]);
  });

  test("the same bytes again change nothing: 200", async () => {
    const { number, slug } = await publish();
    const answer = await room.send("POST", "/v1/articles", `${KILN} ${number}.`);
    expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
    expect(await json(answer)).toMatchObject({ state: "unchanged", slug });
  });

  test("a source that is known by its address and has other words is a 409 that names its slug", async () => {
    await room.send("POST", "/v1/articles?url=https://news.example/mill", "Mill reopens\n\nThe mill reopened on Monday, the owner said.");
    const answer = await room.send("POST", "/v1/articles?url=https://news.example/mill", "Mill reopens\n\nThe mill reopened on Tuesday.");
    expect(answer.status).toBe(409);
    const problem = await json(answer);
    expect(problem).toMatchObject({ code: "article-exists" });
    expect(problem.detail).toContain("/v1/articles/mill-reopens");
  });

  test.each([
    ["text/markdown", "# Weir falls\n\n“It held for a century,” said Nils Aske."],
    ["text/html", "<h1>Weir falls</h1><p>“It held for a century,” said Nils Aske.</p>"],
    ["application/json", JSON.stringify({ text: "“It held for a century,” said Nils Aske.", title: "Weir falls" })],
  ])("takes %s", async (type, body) => {
    const answer = await room.send("PUT", `/v1/articles/weir-${type.replace("/", "-")}`, body, { "content-type": type });
    expect(answer.status).toBe(201);
    const article = (await (await room.send("GET", `/v1/articles/weir-${type.replace("/", "-")}`)).json()) as Article;
    expect(article.quotes[0]?.attribution.speakers[0]?.name).toBe("Nils Aske");
  });

  test("takes a body in another charset than UTF-8", async () => {
    const bytes = new Uint8Array(Buffer.from("Café reopens\n\nThe café reopened, the owner said.", "latin1"));
    const answer = await fetch(`${room.url}/v1/articles`, {
      method: "POST",
      headers: { authorization: `Bearer ${room.keys.write}`, "content-type": "text/plain; charset=iso-8859-1" },
      body: bytes,
    });
    expect(await json(answer)).toMatchObject({ state: "added", slug: "café-reopens" });
  });

  test("takes a whole article as Verbatim writes it, and says where one is not sound", async () => {
    const { path } = await publish();
    const own = JSON.parse(await (await room.send("GET", path)).text());
    expect(await json(await room.send("POST", "/v1/articles", own))).toMatchObject({ state: "unchanged" });
    const copy = { ...own, slug: "a-copy", aliases: [], quotes: [], source: { ...own.source, sha256: "0".repeat(64) } };
    copy.sections[0].paragraphs[0].quotes = [];
    copy.speakers = [];
    const answer = await room.send("PUT", "/v1/articles/a-copy", copy);
    expect([answer.status, await json(answer)]).toMatchObject([201, { slug: "a-copy", revision: own.revision }]);
    copy.headline.end += 1;
    const unsound = await room.send("PUT", "/v1/articles/another-copy", { ...copy, slug: "another-copy" });
    expect([unsound.status, await json(unsound)]).toMatchObject([422, { code: "unsound" }]);
    const wrong = await room.send("PUT", "/v1/articles/another-copy", { ...copy, slug: "another-copy", headline: 7 });
    expect([wrong.status, await json(wrong)]).toMatchObject([400, { code: "invalid-body", errors: [{ name: "headline" }] }]);
  });

  describe("replacing", () => {
    test("needs If-Match: 428 without, 412 with another tag, 200 with the present one; quotes keep their ids", async () => {
      const { path, tag, number } = await publish();
      const before = (await (await room.send("GET", path)).json()) as Article;
      const body = `${KILN_CORRECTED} ${number}.`;
      expect((await room.send("PUT", path, body)).status).toBe(428);
      expect((await room.send("PUT", path, body, { "if-match": '"another"' })).status).toBe(412);
      expect(((await (await room.send("GET", path)).json()) as Article).revision).toBe(before.revision);
      const answer = await room.send("PUT", path, body, { "if-match": `"another", ${tag}` });
      expect([answer.status, await json(answer)]).toMatchObject([200, { state: "updated", previousRevision: before.revision }]);
      const after = (await (await room.send("GET", path)).json()) as Article;
      expect(after.quotes[0]?.id).toBe(before.quotes[0]?.id);
      expect(after.quotes[0]?.text).toContain("sell");
    });

    test("takes the tag of any coding, and *", async () => {
      for (const coding of ["identity", "gzip", "zstd", "br"]) {
        const { path, number } = await publish();
        const { headers } = await room.send("GET", path, undefined, { "accept-encoding": coding });
        const answer = await room.send("PUT", path, `${KILN_CORRECTED} ${number}.`, { "if-match": headers.get("etag") ?? "" });
        expect(answer.status, coding).toBe(200);
      }
      const { path, number } = await publish();
      expect((await room.send("PUT", path, `${KILN_CORRECTED} ${number}.`, { "if-match": "*" })).status).toBe(200);
    });

    test("that was done already is a success although the tag is of what was there before, or missing", async () => {
      const { path, tag, number } = await publish();
      const body = `${KILN_CORRECTED} ${number}.`;
      expect((await room.send("PUT", path, body, { "if-match": tag })).status).toBe(200);
      const again = await room.send("PUT", path, body, { "if-match": tag });
      expect([again.status, await json(again)]).toMatchObject([200, { state: "unchanged" }]);
      expect(await json(await room.send("PUT", path, body))).toMatchObject({ state: "unchanged" });
      const other = await room.send("PUT", path, `${body} More.`, { "if-match": tag });
      expect([other.status, await json(other)]).toMatchObject([412, { detail: expect.stringContaining(`${tag} is not the ETag of`) }]);
    });

    test("by two at once with the same tag: one wins, the other is a 412", async () => {
      const { path, tag, number } = await publish();
      const answers = await Promise.all(
        [1, 2, 3, 4].map((one) => room.send("PUT", path, `${KILN_CORRECTED} ${number}. ${one}.`, { "if-match": tag })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    });

    test("what is not there is a 412 with If-Match, and If-None-Match: * creates only", async () => {
      const nothing = await room.send("PUT", "/v1/articles/not-there", KILN_CORRECTED, { "if-match": "*" });
      expect(nothing.status).toBe(412);
      expect((await room.send("GET", "/v1/articles/not-there")).status).toBe(404);
      const only = { "if-none-match": "*" };
      expect((await room.send("PUT", "/v1/articles/made-once", `${KILN} Once.`, only)).status).toBe(201);
      expect((await room.send("PUT", "/v1/articles/made-once", `${KILN} Twice.`, only)).status).toBe(412);
    });

    test("at an old slug redirects; at a free one renames whom If-Match names, and nobody else", async () => {
      const { path, tag, number } = await publish();
      const body = `${KILN} ${number}.`;
      const to = `/v1/articles/renamed-${number}`;
      expect((await room.send("PUT", to, body)).status).toBe(409);
      expect((await room.send("PUT", to, body, { "if-match": "*" })).status).toBe(409);
      const answer = await room.send("PUT", to, body, { "if-match": tag });
      expect([answer.status, await json(answer)]).toMatchObject([200, { slug: `renamed-${number}`, renamedFrom: `kiln-${number}` }]);
      const moved = await room.send("PUT", path, body, { "if-match": tag });
      expect([moved.status, moved.headers.get("location")]).toEqual([308, to]);
    });

    test.each([
      ["/v1/articles/Not_A_Slug", 400],
      ["/v1/articles/%00", 400],
      ["/v1/articles/a--b", 400],
    ])("at %s is a %i", async (path, status) => {
      expect((await room.send("PUT", path, KILN)).status).toBe(status);
    });

    test("with the slug of another address in the body is a 400", async () => {
      const answer = await room.send("PUT", "/v1/articles/one", { text: KILN, slug: "other" });
      expect([answer.status, await json(answer)]).toMatchObject([400, { errors: [{ name: "slug" }] }]);
    });

    test("a part of it is a 400", async () => {
      const { path, tag } = await publish();
      expect((await room.send("PUT", path, KILN, { "if-match": tag, "content-range": "bytes 0-9/10" })).status).toBe(400);
    });
  });

  describe("withdrawing", () => {
    test("needs a reason and If-Match, and answers with the notice", async () => {
      const { path, slug, tag } = await publish();
      expect((await room.send("DELETE", path, undefined, { "if-match": tag })).status).toBe(400);
      expect((await room.send("DELETE", `${path}?reason=a%00b`, undefined, { "if-match": tag })).status).toBe(400);
      expect((await room.send("DELETE", `${path}?reason=No`)).status).toBe(428);
      expect((await room.send("DELETE", `${path}?reason=No`, undefined, { "if-match": '"x"' })).status).toBe(412);
      expect((await room.send("GET", path)).status).toBe(200);
      const answer = await room.send("DELETE", `${path}?reason=Not%20authorised.`, undefined, { "if-match": tag });
      expect([answer.status, await json(answer)]).toMatchObject([200, { slug, reason: "Not authorised." }]);
    });

    test("nothing is a 404", async () => {
      expect((await room.send("DELETE", "/v1/articles/nobody-has-it?reason=x", undefined, { "if-match": "*" })).status).toBe(404);
    });
  });

  test("a quote that goes with one text and comes back with a later one has its address again", async () => {
    const { path, number } = await publish();
    const quoteOf = async () => ((await (await room.send("GET", path)).json()) as Article).quotes[0]?.id ?? "";
    const replace = async (text: string) => expect((await room.send("PUT", path, text, { "if-match": "*" })).status).toBe(200);
    const first = await quoteOf();
    await replace("Kiln stays open\n\nThe manager of the kiln did not want to speak on Monday.");
    expect((await room.send("GET", `/v1/quotes/${first}`)).status).toBe(410);
    await replace("Kiln stays open\n\n“Nobody asked the gulls about this yet,” said Nils Aske.");
    const other = await quoteOf();
    await replace(`${KILN} ${number}.`);
    expect(await quoteOf()).toBe(first);
    expect((await room.send("GET", `/v1/quotes/${other}`)).status).toBe(410);
    const quote = await json(await room.send("GET", `/v1/quotes/${first}`));
    expect((quote.revisions as { until: string | null }[]).map(({ until }) => until === null).sort()).toEqual([false, true]);
    const listed = (await json(await room.send("GET", `${path}/revisions`))).items as { current: boolean; served: unknown[] }[];
    expect(listed.map(({ current, served }) => [current, served.length])).toEqual([
      [true, 2],
      [false, 1],
      [false, 1],
    ]);
  });

  test("what is withdrawn is a 410 for whoever puts it, and served again with restore=true", async () => {
    const { path, number } = await publish();
    await room.send("DELETE", `${path}?reason=Not%20authorised.`, undefined, { "if-match": "*" });
    expect((await room.send("GET", path)).status).toBe(410);
    const refused = await room.send("PUT", path, `${KILN} ${number}.`);
    const { requestId: _, ...notice } = await json(await room.send("GET", path));
    expect([refused.status, await json(refused)]).toMatchObject([410, { ...notice, at: expect.any(String), reason: expect.any(String) }]);
    expect((await room.send("POST", "/v1/articles", `${KILN} ${number}.`)).status).toBe(410);
    const answer = await room.send("PUT", `${path}?restore=true`, `${KILN} ${number}.`);
    expect([answer.status, await json(answer)]).toMatchObject([201, { state: "added" }]);
    const again = await room.send("PUT", `${path}?restore=true`, `${KILN} ${number}.`);
    expect([again.status, await json(again)]).toMatchObject([200, { state: "unchanged" }]);
    expect((await room.send("GET", path)).status).toBe(200);
  });

  test("Prefer: validate-only answers as the write would, with 200, and writes nothing", async () => {
    const prefer = { prefer: "return=minimal, validate-only" };
    const added = await room.send("PUT", "/v1/articles/tried", `${KILN} Tried.`, prefer);
    expect([added.status, await json(added)]).toMatchObject([200, { state: "added", slug: "tried" }]);
    expect(added.headers.get("preference-applied")).toBe("validate-only");
    expect((await room.send("GET", "/v1/articles/tried")).status).toBe(404);
    const { path, tag, number } = await publish();
    const replace = await room.send("PUT", path, `${KILN_CORRECTED} ${number}.`, { ...prefer, "if-match": tag });
    expect([replace.status, await json(replace)]).toMatchObject([200, { state: "updated" }]);
    expect((await room.send("PUT", path, `${KILN_CORRECTED} ${number}.`, prefer)).status).toBe(428);
    expect((await room.send("DELETE", `${path}?reason=x`, undefined, { ...prefer, "if-match": tag })).status).toBe(200);
    expect((await room.send("GET", path, undefined, { "if-match": tag })).status).toBe(200);
  });

  test("the audit has a line for each write: who, what, the revisions, and how it ended", async () => {
    const { path, slug, tag, number } = await publish();
    await room.send("PUT", path, `${KILN_CORRECTED} ${number}.`, { "if-match": tag, "x-request-id": "audited" });
    await room.send("PUT", path, KILN, { "if-match": tag });
    const lines = await auditLines(room.office, 10, slug);
    expect(lines.map(({ who, action, outcome }) => [who, action, outcome])).toEqual([
      ["desk", "replaceArticle", "added"],
      ["desk", "replaceArticle", "updated"],
      ["desk", "replaceArticle", "precondition-failed"],
    ]);
    expect(lines[1]).toMatchObject({ revisionBefore: lines[0]?.revisionAfter, requestId: "audited" });
    expect(lines[1]?.revisionAfter).toMatch(/^[0-9a-f]{64}$/);
  });
});
