import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "../../src/http/server.ts";
import { type Store, StoreUnavailable } from "../../src/store/store.ts";
import { kilnArticles } from "../verification/articles.ts";
import { startServer } from "./server.ts";

const DRAFT = `The kiln again

“Without clay from the northern pit there is no work for my sons,” said Tam Ruddock. The council said it would pay.

“My stall has stood under the same oak tree for thirty years,” said Ruddock.
A resident said: “They sold us a chimney twice.” She sang “The Kiln Song” to the crowd.

“Nobody ever asked the gulls about it,” said Ada Roe, the harbour master.
`;
const HOSTILE = `“<script>alert(1)</script> My stall has stood under the same <b>oak</b> tree for thirty years,” said <img src=x onerror=alert(2)> Ruddock.\n\n"'><svg onload=alert(3)>\n`;

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer(kilnArticles());
  api = supertest(server.url);
});
afterAll(() => server.stop());

const HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
const posted = (fields: Record<string, string>) => api.post("/check").set("accept", HTML).type("form").send(fields);
const uploaded = (content: string | Buffer, name: string, type = "application/octet-stream") =>
  api.post("/check").set("accept", HTML).field("text", "").attach("file", Buffer.from(content), { filename: name, contentType: type });
/** The text of a page, without its elements. */
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const verdictsIn = (html: string) =>
  [...html.matchAll(/aria-label="Quote (\d+): ([^"]*)"/g)].map(([, number, title]) => `${number} ${title}`);

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

describe("GET /check", () => {
  test("without a quote it is the form, which says that nothing is stored", async () => {
    const { text } = await api.get("/check").set("accept", HTML).expect(200).expect("content-type", "text/html; charset=utf-8");
    expect(text).toContain('<form class="check-text" method="post" action="/check" enctype="multipart/form-data">');
    expect(wordsOf(text)).toContain("nothing of it is stored");
    for (const name of ["text", "file", "article", "exclude", "publishedFrom", "publishedTo", "quote", "speaker"]) {
      expect(text).toContain(`name="${name}"`);
    }
    await api.get("/check?quote=&utm_source=x").expect(200).expect("content-type", /html/);
  });

  test("checks one quote at an address of its own, word by word", async () => {
    const { text } = await api
      .get("/check")
      .query({ quote: "My stall has stood under the same oak tree for thirty years", speaker: "Tam Ruddock" });
    expect(text).toContain("Altered, and by somebody else");
    expect(text).toMatch(/<del><span class="unseen">only recorded: <\/span>[^<]+/);
    expect(text).toMatch(/<ins><span class="unseen">only quoted: <\/span>[^<]+/);
    expect(text).toMatch(/href="\/articles\/[^"#]+#quote-\w+:~:text/);
    expect(wordsOf(text)).toContain("Tam Ruddock");
    expect(text).toContain("/v1/verify?quote");
    expect(text).toContain('<meta name="robots" content="noindex">');
  });

  test("says what was searched where nothing was found", async () => {
    const { text } = await api.get("/check").query({ quote: "Nobody ever asked the gulls about it" }).expect(200);
    expect(wordsOf(text)).toMatch(/Nothing close to these words is in \d+ articles with \d+ quotes/);
    expect(text).toContain("/search?q");
    expect(text).not.toContain("<del>");
  });

  test("is text for those who ask for text", async () => {
    const quote = "They sold us a chimney twice";
    const { text } = await api
      .get("/check")
      .query({ quote, format: "text" })
      .expect(200)
      .expect("content-type", /^text\/plain/);
    expect(text).toMatch(
      /^quote: exact words: "They sold us a chimney twice"\n {2}recorded: .*\nsearched: \d+ articles with \d+ quotes\n$/,
    );
    await api.get("/check").query({ quote }).set("accept", "text/plain").expect(200, text);
    await api
      .get("/check?format=text")
      .expect(200)
      .expect("content-type", /^text\/plain/);
  });

  test.each([
    ["quote=...", 400, "The quote: &#34;...&#34; must hold a letter or a digit."],
    [`quote=${"ab".repeat(1001)}`, 400, "The quote: Too long; at most 2000 characters are allowed."],
    ["quote=a&quote=b", 400, "The quote: Given several times; give it once."],
    ["quote=clay&article=no-such-one", 404, "There is no article &#34;no-such-one&#34;. Give the address of an article&#39;s page here."],
  ])("a wrong value is answered with the form: %s", async (query, status, detail) => {
    const { text } = await api.get(`/check?${query}`).set("accept", HTML).expect(status).expect("cache-control", "no-store");
    expect(text).toContain(detail);
    expect(text).toContain('<textarea id="check-quote"');
    await api.get(`/check?${query}`).set("accept", "*/*").expect(status).expect("content-type", "application/problem+json");
  });
});

describe("POST /check", () => {
  test("shows each quote of a text in its place, with its verdict, and a summary at the end", async () => {
    for (const request of [posted({ text: DRAFT }), uploaded(DRAFT, "draft.txt")]) {
      const { text, headers } = await request.expect(200);
      expect(headers).toMatchObject({ "cache-control": "no-store", "content-type": "text/html; charset=utf-8" });
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers.etag).toBeUndefined();
      expect(verdictsIn(text)).toEqual([
        "1 Recorded word for word",
        "2 Altered, and by somebody else",
        "3 Recorded word for word",
        "4 Not found",
      ]);
      expect(text).toContain(
        '“<mark class="checked tone-bad" id="text-2">My stall has stood under the same oak tree for thirty years,</mark>',
      );
      expect(text.indexOf('id="summary"')).toBeGreaterThan(text.indexOf('id="finding-4"'));
      const words = wordsOf(text.slice(text.indexOf('id="summary"')));
      expect(words).toContain("1 Altered 2 1 Not found 4 2 Recorded word for word 1 , 3");
      expect(words).toMatch(/Searched: \d+ articles with \d+ quotes/);
      expect(words).toContain("indirect quote");
      expect(words).toContain("“The Kiln Song”");
      expect(words).toContain("4 quotes: 2 exact, 1 altered, 1 not found, 1 by somebody else");
    }
  });

  test("shows a phrase in marks that was not read as speech in its paragraph, where it is recorded", async () => {
    const draft =
      "“My stall has stood under the same lime tree” is how it began.\n\nThe “stall of many colours and songs” is gone.\n\n“Nobody ever asked the gulls about it,” said Ada Roe.";
    const { text } = await posted({ text: draft }).expect(200);
    expect(verdictsIn(text)).toEqual(["1 Recorded word for word", "2 Not found"]);
    expect(wordsOf(text)).toContain("1 quote in marks is compared");
    expect(text.indexOf('id="finding-1"')).toBeLessThan(text.indexOf("stall of many colours"));
  });

  test("reads Markdown and HTML as what they are, in the encoding they have", async () => {
    const quoted = "“They sold us a chimney twice,” said Zoë Ünal.";
    const files: [string | Buffer, string, string?][] = [
      [Buffer.from(`\ufeff${quoted}`, "utf16le"), "draft.txt"],
      [Buffer.from(quoted.replace("“", "\x93").replace("”", "\x94"), "latin1"), "draft.txt"],
      [`# Kiln\n\n${quoted.replace("chimney", "*chimney*")}`, "draft.md"],
      [`<!doctype html><title>x</title><p>${quoted.replace("chimney", "<b>chimney</b>")}</p>`, "draft.HTM"],
      [`Kiln <b>x</b><p>${quoted}</p>`, "draft", "text/html; charset=utf-8"],
    ];
    for (const [content, name, type] of files) {
      const { text } = await uploaded(content, name, type).expect(200);
      expect(text).toContain(">They sold us a chimney twice,</mark>");
      expect(text).toContain("said Zoë Ünal.");
      expect(verdictsIn(text)[0]).toMatch(/^1 Recorded/);
      expect(text).not.toContain("&#60;p");
    }
  });

  test("narrows the archive to articles, named by slug or address, and to days", async () => {
    const narrowed = async (fields: Record<string, string>) => verdictsIn((await posted({ text: DRAFT, ...fields }).expect(200)).text)[0];
    const [first, second] = kilnArticles();
    expect(await narrowed({ article: `https://x.example/articles/${first?.slug}?a=1, ${second?.slug}` })).toBe("1 Recorded word for word");
    expect(await narrowed({ publishedFrom: "2199-01-01" })).toBe("1 Not found");
    expect(
      await narrowed({
        exclude: kilnArticles()
          .map(({ slug }) => slug)
          .join(" "),
      }),
    ).toBe("1 Not found");
  });

  test("is text for those who ask for text", async () => {
    const { text } = await posted({ text: DRAFT, format: "text" })
      .expect(200)
      .expect("content-type", /^text\/plain/);
    expect(text).toContain("text:5:2: altered, by somebody else:");
    await posted({ text: DRAFT }).set("accept", "text/plain").expect(200, text);
    await posted({ text: DRAFT }).set("accept", "image/png").expect(406);
  });

  test("one quote is led on to its address; one that no address has room for is answered at once", async () => {
    await posted({ quote: " They sold us ", speaker: "Ada Roe", article: "" })
      .expect(303)
      .expect("location", "/check?quote=They+sold+us&speaker=Ada+Roe");
    await posted({ text: "“They sold us a chimney twice” – Ada Roe" })
      .expect(303)
      .expect("location", "/check?quote=They+sold+us+a+chimney+twice&speaker=Ada+Roe");
    const { text } = await posted({ quote: "Гончарная печь ".repeat(100) }).expect(200);
    expect(text).toContain("Not found");
    await posted({ quote: "Гончарная печь ".repeat(200) }).expect(400);
  });

  test("markup of a text, of a name and of a field is shown, never run", async () => {
    const answers = [
      await posted({ text: HOSTILE }).expect(200),
      await uploaded(HOSTILE, '"><script>alert(4)</script>.txt').expect(200),
      await posted({ text: DRAFT, article: '"><script>alert(5)</script>', exclude: "</textarea><script>", publishedFrom: "<script>" }),
      await posted({ quote: `<script>${"<б>".repeat(600)}`, speaker: '"><script>' }),
      await api.get("/check").query({ quote: "</textarea><script>alert(7)</script>", speaker: '"><img src=x>' }).set("accept", HTML),
    ];
    for (const { text } of answers) {
      expect(text).toContain("&#60;");
      expect(text).not.toMatch(/<(?:script(?! type="module" src="\/assets\/)|img|b>|svg onload)/i);
      expect(text.match(/<textarea/g)?.length ?? 0).toBe(text.match(/<\/textarea>/g)?.length ?? 0);
    }
  });

  test.each<[string, () => supertest.Test, number, string]>([
    ["nothing", () => posted({}), 422, "There is no text. Paste one, or choose a file."],
    ["an empty file", () => uploaded("", "draft.txt"), 422, "The file is empty."],
    ["a text and a file", () => uploaded(DRAFT, "a.txt").field("text", DRAFT), 400, "Give one of them."],
    ["a picture", () => uploaded(Buffer.from("\x89PNG\r\n\x1a\n\0\0\0", "latin1"), "a.txt"), 422, "not text"],
    ["too much", () => uploaded("a ".repeat(150_000), "a.txt"), 413, "more than 256 KiB"],
    ["far too much", () => uploaded("a ".repeat(3_000_000), "a.txt"), 413, "more than 256 KiB"],
    ["too much pasted", () => posted({ text: "a ".repeat(150_000) }), 413, "at most 256 KiB"],
    ["too many quotes", () => posted({ text: "“We fed the gulls,” said Ada Roe.\n\n".repeat(201) }), 422, "at most 200 are checked"],
    ["no such article", () => posted({ text: DRAFT, article: "no-such-one" }), 404, "There is no article"],
    ["no such day", () => posted({ text: DRAFT, publishedTo: "2025-02-30" }), 400, "Published to: "],
    ["JSON", () => api.post("/check").set("accept", HTML).send({ text: DRAFT }), 415, "multipart/form-data"],
    [
      "a broken form",
      () => api.post("/check").set("accept", HTML).type("multipart/form-data; boundary=x").send("--y"),
      400,
      "cannot be read",
    ],
  ])("refuses %s with the form and what to do", async (_, request, status, detail) => {
    const { text, headers } = await request().expect(status);
    expect(wordsOf(text)).toContain(detail);
    expect(text).toContain('<div class="problem" role="alert">');
    expect(text).toContain('<textarea id="check-text"');
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("keeps what was filled in where something was wrong", async () => {
    const { text } = await posted({ text: DRAFT, article: "no-such-one", publishedFrom: "2025-01-01" });
    expect(text).toContain("“Nobody ever asked the gulls about it,”");
    expect(text).toContain('value="no-such-one"');
    expect(text).toContain("<details open>");
  });

  test("names of members of objects are fields as any other", async () => {
    await posted({ __proto__: "x", constructor: "y", toString: "z", text: DRAFT }).expect(200);
    await api
      .post("/check")
      .set("accept", HTML)
      .type("form")
      .send(`${"a=1&".repeat(50_000)}text=x`)
      .expect(422);
  });

  test("other methods are refused", async () => {
    await api.put("/check").expect(405).expect("allow", "GET, HEAD, POST, OPTIONS");
    await api.options("/check").expect(204).expect("allow", "GET, HEAD, POST, OPTIONS");
  });
});

describe("the page of a text", () => {
  const request = (text: string) => {
    const body = new URLSearchParams({ text }).toString();
    return `POST /check HTTP/1.1\r\nhost: x\r\naccept: text/html\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  };

  test("comes as its quotes are checked", async () => {
    let received = "";
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const held = withCandidates(async (query) => {
      await wait(30);
      if (received.includes("1 of 4 checked")) await opened;
      return server.store.candidates(query);
    });
    const app = await buildServer({ store: held, publicUrl: "https://verbatim.example" });
    await app.listen({ host: "127.0.0.1", port: 0 });
    const socket = connect((app.server.address() as { port: number }).port, "127.0.0.1");
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.write(request(DRAFT));
    while (!received.includes("1 of 4 checked")) await wait(10);
    await wait(200);
    expect(received).toContain("0 of 4 checked");
    expect(received).toContain('id="finding-1"');
    expect(received).not.toContain("3 of 4 checked");
    expect(received).not.toContain('id="summary"');
    open();
    while (!received.includes("</html>")) await wait(10);
    expect(received).toContain("3 of 4 checked");
    expect(received).toContain('id="summary"');
    socket.destroy();
    await app.close();
  });

  test("is worked on no longer when its reader has gone", async () => {
    let asked = 0;
    const slow = withCandidates(async (query) => {
      asked += 1;
      await wait(20);
      return server.store.candidates(query);
    });
    const app = await buildServer({ store: slow, publicUrl: "https://verbatim.example" });
    await app.listen({ host: "127.0.0.1", port: 0 });
    const socket = connect((app.server.address() as { port: number }).port, "127.0.0.1");
    socket.write(request("“We fed the gulls and the geese,” said Ada Roe.\n\n".repeat(200)));
    while (asked < 5) await wait(10);
    socket.destroy();
    await wait(200);
    const then = asked;
    await wait(200);
    expect(asked).toBe(then);
    await app.close();
  });

  test("says so where the check ends early, and is busy", async () => {
    let asked = 0;
    const failing = withCandidates((query) => {
      asked += 1;
      if (asked > 4) throw new StoreUnavailable("The database is away.");
      return server.store.candidates(query);
    });
    const app = await buildServer({ store: failing, publicUrl: "https://verbatim.example" });
    const send = () =>
      app.inject({
        method: "POST",
        url: "/check",
        headers: { "content-type": "application/x-www-form-urlencoded", accept: HTML },
        payload: new URLSearchParams({ text: DRAFT }).toString(),
      });
    const { body } = await send();
    expect(wordsOf(body)).toMatch(/The check ended early The database is away\. Try again shortly\. \d quotes? of 4 were checked/);
    expect(body).toContain("</html>");
    await app.close();
  });
});
