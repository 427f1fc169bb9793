import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import type { Tombstone } from "../src/article/model/history.ts";
import type { Article } from "../src/article/model/schema.ts";
import { PROBLEMS } from "../src/http/problem.ts";
import { buildServer, type ServerOptions } from "../src/http/server.ts";
import { addKey } from "../src/office/keys.ts";
import { openOffice } from "../src/office/office.ts";
import { FilesStore } from "../src/store/files/files-store.ts";
import { openFolderDesk } from "../src/store/files/folder-desk.ts";

// Requests every answer the document shows from a server over the shipped data, with the parameters the document gives as
// examples, and writes them to src/http/openapi/response-examples.json.

/** Characters of the longest answer that is shown. A longer one is shown as it is where the archive has only the shortest article. */
const LONGEST = 6500;
const LONGEST_OF_ONE = 12_000;
const SLUG = "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge";
const HEADERS = { "x-request-id": "example" };

interface Parameter {
  $ref?: string;
  in: string;
  name: string;
  required?: boolean;
  example?: unknown;
}
interface Described {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { example: unknown }> };
  security?: object[];
  responses: Record<string, { content: Record<string, unknown> }>;
}

const stores: FilesStore[] = [];
const folder = freeArticles();
const app = await serverOver(folder);
const [shortest = ""] = readdirSync(join(folder, "articles")).sort((a, b) => sizeOf(a) - sizeOf(b));
const one = freeArticles(shortest);
const small = await serverOver(one);
const document = app.swagger() as unknown as {
  paths: Record<string, Record<string, Described>>;
  components: { parameters: Record<string, Parameter> };
};
const examples = { operations: await answersOfOperations(), problems: await problems() };
for (const server of [app, small]) await server.close();
for (const store of stores) await store.close();
for (const made of [folder, one]) rmSync(made, { recursive: true });
writeFileSync(join(import.meta.dirname, "../src/http/openapi/response-examples.json"), `${JSON.stringify(examples, null, 2)}\n`);

/** A folder with the shipped articles that anybody may copy, or one of them; the document must not show the others. */
function freeArticles(only?: string): string {
  const data = resolve(import.meta.dirname, "../data/articles");
  const free = mkdtempSync(join(tmpdir(), "verbatim-"));
  mkdirSync(join(free, "articles"));
  for (const name of only === undefined ? readdirSync(data) : [only]) {
    const article = JSON.parse(readFileSync(join(data, name), "utf8")) as Article;
    if (article.rights.licence?.startsWith("CC0")) copyFileSync(join(data, name), join(free, "articles", name));
  }
  return free;
}

function sizeOf(name: string): number {
  return readFileSync(join(folder, "articles", name)).length;
}

async function serverOver(folder: string, options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const store = await FilesStore.open({ folder, watch: false, onProblem: () => {} });
  const server = await buildServer({ store, publicUrl: "http://127.0.0.1:3000", ...options });
  stores.push(store);
  return server;
}

async function answersOfOperations() {
  const operations: Record<string, Record<string, Record<string, { summary?: string; value: unknown }>>> = {};
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, described] of Object.entries(item)) {
      if (path.startsWith("/openapi.")) continue;
      const shown: (typeof operations)[string] = {};
      for (const mediaType of Object.keys(described.responses[200]?.content ?? {})) {
        // A page names its style and script by their hash: the example would change with them.
        if (mediaType === "text/html" && !path.startsWith("/v1")) continue;
        const { url, query } = addressOf(path, described);
        const body = described.requestBody?.content["application/json"]?.example;
        const request = {
          method: method.toUpperCase() as "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
          headers: { ...HEADERS, accept: mediaType, ...(body === undefined ? {} : { "content-type": "application/json" }) },
          ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        };
        if (described.security?.length) {
          shown[mediaType] = { example: { value: await answerOfWrite(url, request) } };
          continue;
        }
        let answer = await app.inject({ ...request, url });
        if (answer.statusCode !== 200) throw new Error(`expected ${method} ${url} as ${mediaType} to answer 200: ${answer.body}`);
        if (answer.body.length > LONGEST) {
          answer = await small.inject({ ...request, url: url.replace(SLUG, encodeURIComponent(shortest.replace(".json", ""))) });
          if (answer.statusCode !== 200 || answer.body.length > LONGEST_OF_ONE) continue;
        }
        const value = mediaType.includes("json") && !mediaType.includes("x-ndjson") ? timeless(JSON.parse(answer.body)) : answer.body;
        shown[mediaType] = { example: { ...(query === "" ? {} : { summary: `With ?${decodeURIComponent(query)}` }), value } };
      }
      operations[described.operationId] = shown;
    }
  }
  return operations;
}

/** What an operation that needs a key answers, over an archive of its own, which it changes. */
async function answerOfWrite(url: string, request: Omit<InjectOptions, "url">): Promise<unknown> {
  const { server, key, close } = await newsroom();
  const headers = { ...request.headers, authorization: `Bearer ${key}`, ...(url === "/v1/articles" ? {} : { "if-match": "*" }) };
  // A correction of an article's quotes needs them; a new article has no precondition to meet.
  if (request.method === "PUT" && !url.endsWith("/edits")) Reflect.deleteProperty(headers, "if-match");
  const answer = await server.inject({
    ...request,
    url: request.method === "PUT" && !url.endsWith("/edits") ? "/v1/articles/kiln-stays-open" : url,
    headers,
  });
  await close();
  if (answer.statusCode >= 300) throw new Error(`expected ${request.method} ${url} to answer: ${answer.body}`);
  return timeless(answer.json());
}

/** A server that writes a copy of the folder, with a key. */
async function newsroom() {
  const copy = freeArticles();
  const store = await FilesStore.open({ folder: copy, watch: false, onProblem: () => {} });
  const desk = openFolderDesk(copy, (changes) => store.refresh(changes));
  const office = await openOffice({ folder: copy });
  const key = await addKey(office, "news desk", "write", new Date());
  const editor = await addKey(office, "editor", "edit", new Date());
  const server = await buildServer({ store, publicUrl: "http://127.0.0.1:3000", writing: { desk, office } });
  const close = async () => {
    for (const one of [server, desk, office, store]) await one.close();
    rmSync(copy, { recursive: true });
  };
  return { server, key, editor, close };
}

function addressOf(template: string, { parameters = [] }: Described): { url: string; query: string } {
  let path = template;
  const query = new URLSearchParams();
  for (const given of parameters) {
    const {
      in: place,
      name,
      required,
      example,
    } = given.$ref === undefined ? given : (document.components.parameters[given.$ref.split("/").at(-1) ?? ""] as Parameter);
    if (place === "path") path = path.replace(`{${name}}`, encodeURIComponent(String(example)));
    else if (name === "limit") query.set(name, "1");
    // Without it there would be no group to show.
    else if (place === "query" && (required || name === "by")) query.set(name, String(example));
  }
  const text = query.toString();
  return { url: text === "" ? path : `${path}?${text}`, query: text };
}

/** Problems as requests get them; those that need a slow or a broken request have no example. */
async function problems(): Promise<Record<string, unknown>> {
  const limited = await serverOver(folder, { rateLimit: 1 });
  await limited.inject({ url: "/v1/articles", headers: HEADERS });
  // At once: it says how many seconds are left.
  const refused = await limited.inject({ url: "/v1/articles", headers: HEADERS });
  const empty = mkdtempSync(join(tmpdir(), "verbatim-"));
  mkdirSync(join(empty, "articles"));
  writeFileSync(join(empty, "articles/broken.json"), "{");
  const unready = await serverOver(empty);
  const withdrawn = freeArticles();
  mkdirSync(join(withdrawn, "withdrawn"));
  writeFileSync(join(withdrawn, "withdrawn", `${SLUG}.json`), JSON.stringify(tombstone()));
  const notices = await serverOver(withdrawn);
  const post = { method: "POST", url: "/v1/extractions" } as const;
  const asked = [
    { url: "/v1/articles?limit=1000" },
    { url: "/v1/articles?cursor=abc" },
    { url: "/v1/articles/%E0%A4%A" },
    { url: "/v1/articles/no-such-article" },
    { url: `/v1/articles/${SLUG}?revision=${"0".repeat(64)}` },
    { url: `/v1/articles/${SLUG}/sections/no-such-section` },
    { url: `/v1/articles/${SLUG}/paragraphs/p99` },
    { url: "/v1/quotes/nosuchquote" },
    { url: "/v1/quotes/4ywexvdyb9" },
    { url: "/v1/speakers/nobody" },
    { url: "/problems/no-such-problem" },
    { url: "/no-such-page" },
    { method: "DELETE", url: "/v1/articles" } as const,
    { url: `/v1/articles/${SLUG}`, headers: { accept: "image/png" } },
    { url: `/v1/articles/${SLUG}`, headers: { "if-match": '"6c3fUV8zJr3vWqQe0o7k2A"' } },
    { url: `/v1/articles?q=${"a".repeat(9000)}` },
    { ...post, headers: { "content-type": "application/json" }, payload: '{"text":"a","html":"b"}' },
    { ...post, headers: { "content-type": "application/pdf" }, payload: "%PDF" },
    { ...post, headers: { "content-type": "text/plain" }, payload: " " },
    { ...post, headers: { "content-type": "text/plain" }, payload: "x".repeat(1024 * 1024 + 1) },
    {
      ...post,
      url: "/v1/verifications",
      headers: { "content-type": "text/plain" },
      payload: "“We stay here,” said Ada Roe.\n".repeat(201),
    },
  ];
  const answers = [
    await notices.inject({ url: `/v1/articles/${SLUG}`, headers: HEADERS }),
    ...(await refusedWrites()),
    ...(await Promise.all(asked.map((request) => app.inject({ ...request, headers: { ...HEADERS, ...request.headers } })))),
    refused,
    await unready.inject({ url: "/health/ready", headers: HEADERS }),
  ];
  await notices.close();
  rmSync(withdrawn, { recursive: true });
  await limited.close();
  await unready.close();
  rmSync(empty, { recursive: true });
  const found: Record<string, unknown> = {};
  for (const code of Object.keys(PROBLEMS)) {
    const answer = answers.map((one) => one.json<{ code: string }>()).find((body) => body.code === code) as
      | Record<string, unknown>
      | undefined;
    if (answer !== undefined) found[code] = timeless(answer);
  }
  return found;
}

/** Writes that are refused, one after the other. */
async function refusedWrites() {
  const { server, key, editor, close } = await newsroom();
  const url = `/v1/articles/${SLUG}`;
  const sent = { "content-type": "text/plain", authorization: `Bearer ${key}` };
  const payload = "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.";
  const other = payload.replace("never", "always");
  const known = { method: "POST", url: "/v1/articles?url=https://news.example/kiln" } as const;
  const put = { method: "PUT", url } as const;
  const edits = { ...put, url: `${url}/edits`, headers: { ...sent, "content-type": "application/json", "if-match": "*" } };
  const requests: InjectOptions[] = [
    { ...put, headers: { "content-type": "text/plain" }, payload },
    { ...put, headers: { ...sent, authorization: `Bearer ${editor}` }, payload },
    { ...put, headers: sent, payload },
    { ...known, headers: { ...sent, "idempotency-key": "one" }, payload },
    { ...known, headers: { ...sent, "idempotency-key": "one" }, payload: other },
    { ...known, headers: sent, payload: other },
    { ...edits, payload: JSON.stringify({ edits: [{ op: "set-speaker", speaker: "nobody", name: "Nobody" }] }) },
    { method: "PATCH", url: "/v1/speakers/isolde-brannock", headers: edits.headers, payload: '{"merges":["isolde-brannock"]}' },
    { method: "DELETE", url: `${url}?reason=The%20interview%20was%20not%20authorised.`, headers: { ...sent, "if-match": "*" } },
    { url },
  ];
  const answers = [await app.inject({ ...put, headers: HEADERS })];
  for (const request of requests) {
    const { "content-type": type, ...headers } = (request.headers ?? {}) as Record<string, string>;
    const typed = request.payload === undefined ? headers : { ...headers, "content-type": type };
    answers.push(await server.inject({ ...request, headers: { ...HEADERS, ...typed } as Record<string, string> }));
  }
  await close();
  return answers;
}

/** What would be left of the article that the document shows, if it were withdrawn. */
function tombstone(): Tombstone {
  const article = JSON.parse(readFileSync(join(folder, "articles", `${SLUG}.json`), "utf8")) as Article;
  const { slug, aliases, revision, sourceUrl, source } = article;
  const quotes = article.quotes.map(({ id }) => id);
  const withdrawal = { at: "2026-01-01T00:00:00Z", reason: "The interview was not authorised." };
  return { slug, aliases, quotes, ...withdrawal, revision, sourceUrl, sha256: source.sha256 };
}

/** Replaces the time of an extraction, which would change the document with every run. */
function timeless(answer: Record<string, unknown>): Record<string, unknown> {
  const time = "2026-01-01T00:00:00Z";
  if (answer.reason !== undefined && answer.at !== undefined) return { ...answer, at: time };
  return answer.source === undefined || answer.importedAt === undefined ? answer : { ...answer, importedAt: time };
}
