import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openOffice } from "../../src/office/office.ts";
import { Origin } from "../../src/pull/origin.ts";
import { readOrigin } from "../../src/pull/origin-address.ts";
import { writeTogether } from "../../src/store/files/atomic-write.ts";
import { historyFolder } from "../history.ts";
import { expectCopy, newFolder, type Place, pull, serveArchive } from "./archives.ts";
import { selfSigned } from "./self-signed.ts";

let place: Place;
let mirror: ReturnType<typeof newFolder>;
beforeEach(() => {
  mirror = newFolder();
  place = { dataDir: mirror.folder, databaseUrl: null, databaseWait: 0 };
});
afterEach(() => mirror.remove());

async function startServer(answer: RequestListener, secure?: { key: string; cert: string }): Promise<string> {
  const server = secure === undefined ? createServer(answer) : createTlsServer(secure, answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${secure === undefined ? "http" : "https"}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers every list of changes alike; of articles it has none. */
const changesOf =
  (items: object[]): RequestListener =>
  (request, response) =>
    request.url?.startsWith("/v1/changes") ? response.end(page(items)) : response.writeHead(404).end('{"code":"article-not-found"}');

const page = (items: object[], nextCursor = "c") => JSON.stringify({ items, nextCursor });

describe("says what is wrong with", () => {
  test.each<[string, RequestListener, RegExp]>([
    [
      "a server that is not a Verbatim",
      (_, response) => response.end("<html>"),
      /is not a Verbatim: .*\/v1\/changes answers with status 200/,
    ],
    ["a page that is not there", (_, response) => response.writeHead(404).end(), /is not a Verbatim: .*status 404/],
    [
      "an older Verbatim",
      (_, response) => response.writeHead(404, { "content-type": "application/problem+json" }).end('{"code":"not-found"}'),
      /does not tell its changes: it needs a newer version/,
    ],
    [
      "a cursor of another archive",
      (_, response) => response.writeHead(400).end('{"code":"invalid-cursor"}'),
      /does not know how far this copy is: .*add --restart/,
    ],
    [
      "an archive that moved",
      (_, response) => response.writeHead(301, { location: "https://new.example/" }).end(),
      /sends to https:\/\/new\.example\//,
    ],
    ["one that asks for a password", (_, response) => response.writeHead(401).end(), /is not public \(status 401\)/],
    ["slugs that lead out of the folder", (_, response) => response.end(page([{ slug: "../../taken" }])), /no list of changes/],
    ["a cursor that stays where it is", changesOf([{ slug: "mill-stays" }]), /tells the same changes again and again/],
    [
      "a withdrawal without a moment",
      (request, response) =>
        request.url?.startsWith("/v1/changes")
          ? response.end(page([{ slug: "mill-stays" }]))
          : response.writeHead(410).end('{"code":"article-withdrawn","at":"1 May","reason":"Kit Moss asked for it."}'),
      /does not answer for the article "mill-stays" as Verbatim does/,
    ],
    [
      "words that a terminal would act on",
      (_, response) => response.writeHead(301, { location: "https://new.example/\u009b2J" }).end(),
      /sends to https:\/\/new\.example\/\ufffd2J/,
    ],
    ["one that fails", (_, response) => response.writeHead(500).end("{}"), /failed \(status 500\)\. Try again later/],
  ])("%s", async (_, answer, message) => {
    const url = await startServer(answer);
    const { code, stderr, stdout } = await pull(place, [url]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(message);
  });

  test("a wrong certificate", async () => {
    const url = await startServer((_, response) => response.end(page([])), selfSigned());
    expect(await pull(place, [url])).toMatchObject({ code: 1, stderr: expect.stringMatching(/self-signed.*NODE_EXTRA_CA_CERTS/) });
  });

  test("http where https is spoken, and the other way round", async () => {
    const plain = await startServer((_, response) => response.end(page([])));
    expect((await pull(place, [plain.replace("http:", "https:")])).stderr).toMatch(/does not speak HTTPS there/);
  });

  test("a host that is not there, at once", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const url = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
    await new Promise((resolve) => closed.close(resolve));
    expect((await pull(place, [url])).stderr).toBe(`${url} cannot be reached: the connection was refused.\n`);
    expect((await pull(place, ["http://no-such-host.invalid"])).stderr).toMatch(/cannot be reached: the host name/);
  });

  test.each([
    [[], /Say which archive/],
    [["a.example"], /is not a web address/],
    [["https://u:p@a.example"], /password/],
    [["https://a.example", "b"], /one address/],
  ])("the arguments %j", async (args, message) => expect((await pull(place, args)).stderr).toMatch(message));
  test("--every 0", async () => expect(await pull(place, ["https://a.example", "--every", "0"])).toMatchObject({ code: 2 }));
});

test("takes the address of any page of the API, with the path before it", () => {
  expect(
    ["https://a.example/", "https://a.example/news/", "https://a.example/news/v1/articles?x=1", "https://a.example/v1"].map(readOrigin),
  ).toEqual(["https://a.example", "https://a.example/news", "https://a.example/news", "https://a.example"]);
});

test("waits as long as a busy server asks, and goes on", async () => {
  let asked = 0;
  const url = await startServer((_, response) => {
    asked += 1;
    if (asked < 3) response.writeHead(asked === 1 ? 429 : 503, { "retry-after": "0" }).end();
    else response.end("{}");
  });
  const waits: string[] = [];
  const answer = await new Origin(url, { onWait: (reason, wait) => waits.push(`${wait} ${reason}`) }).get("/v1/changes");
  expect([answer.status, asked]).toEqual([200, 3]);
  expect(waits).toEqual([`0 ${url} cannot answer for now (status 429).`, `0 ${url} cannot answer for now (status 503).`]);
});

test("gives up a server that stays busy, and says so", async () => {
  const url = await startServer((_, response) => response.writeHead(503).end());
  await expect(new Origin(url, { firstWait: 1 }).get("/v1/changes")).rejects.toThrow("cannot answer for now (status 503)");
});

test("tries again where a connection breaks in the middle of a body", async () => {
  let asked = 0;
  const url = await startServer((_, response) => {
    asked += 1;
    if (asked !== 2) return response.end("{}");
    response.writeHead(200, { "content-length": "100" }).write("{");
    setTimeout(() => response.destroy(), 10);
  });
  const origin = new Origin(url, { firstWait: 1 });
  await origin.get("/");
  expect([(await origin.get("/")).text, asked]).toEqual(["{}", 3]);
});

test("asks for compressed answers, with the tags it knows, a few at a time", async () => {
  const data = historyFolder();
  const origin = await serveArchive({ dataDir: data.folder, databaseUrl: null, databaseWait: 0 });
  const seen: { url: string; tag: string | undefined; coding: string | undefined; status: number; encoded: unknown }[] = [];
  let open = 0;
  let most = 0;
  origin.app.server.prependListener("request", (request, response) => {
    most = Math.max(most, ++open);
    response.on("close", () => {
      open -= 1;
      const { "if-none-match": tag, "accept-encoding": coding } = request.headers;
      seen.push({
        url: request.url ?? "",
        tag,
        coding: String(coding),
        status: response.statusCode,
        encoded: response.getHeader("content-encoding"),
      });
    });
  });
  await pull(place, [origin.url]);
  expect(seen.every(({ coding }) => /gzip/.test(coding ?? ""))).toBe(true);
  expect(seen.some(({ encoded }) => encoded !== undefined)).toBe(true);
  expect(most).toBeLessThanOrEqual(4);
  // One more change of an article that is here as it is there.
  seen.length = 0;
  const { office } = await restartCursor(place);
  await office.close();
  await pull(place, [origin.url]);
  expect(seen.filter(({ url, status }) => url === "/v1/articles/ferry-fares" && status === 304).length).toBe(1);
  await expectCopy(origin, place);
  await origin.stop();
  data.remove();
});

test("writes nothing outside the folder, whatever names a server gives", async () => {
  const inner = join(mirror.folder, "copy");
  const url = await startServer((request, response) =>
    request.url?.startsWith("/v1/changes")
      ? response.end(
          page(request.url.includes("cursor=") ? [] : [{ slug: "../../taken" }, { slug: "mill-stays", previousSlug: "..\\\\taken" }]),
        )
      : response.writeHead(410).end(JSON.stringify({ code: "article-withdrawn", at: "2026-05-01T09:00:00Z", reason: "Gone." })),
  );
  expect((await pull({ ...place, dataDir: inner }, [url])).code).toBe(1);
  expect(readdirSync(mirror.folder)).toEqual(["copy"]);
  await expect(writeTogether(inner, [{ path: "withdrawn/../../taken.json", content: "{}" }])).rejects.toThrow("inside the folder");
  await expect(writeTogether(inner, [], ["articles/../../taken.json"])).rejects.toThrow("inside the folder");
});

test("takes an unsound article for what it is, goes on, and tries it again the next time", async () => {
  const data = historyFolder();
  const origin = await serveArchive({ dataDir: data.folder, databaseUrl: null, databaseWait: 0 });
  let isBroken = true;
  const proxy = await startServer(async (request, response) => {
    const answer = await fetch(origin.url + request.url, { redirect: "manual", headers: { accept: request.headers.accept ?? "*/*" } });
    const text = await answer.text();
    const isIt = isBroken && request.url === "/v1/articles/ferry-fares";
    const location = answer.headers.get("location");
    response.writeHead(answer.status, location === null ? {} : { location }).end(isIt ? text.replace('"headline"', '"heading"') : text);
  });
  const first = await pull(place, [proxy]);
  expect(first.code).toBe(1);
  expect(first.stderr).toMatch(/^ferry-fares was not taken over: ferry-fares is not an article as this version knows it: /);
  expect(first.stdout).toBe("1 added, 0 changed, 0 unchanged, 1 withdrawn, 1 not taken over\n");
  isBroken = false;
  expect(await pull(place, [proxy])).toMatchObject({ code: 0, stdout: "1 added, 0 changed, 0 unchanged\n" });
  await expectCopy(origin, place);
  await origin.stop();
  data.remove();
});

/** Forgets how far a copy is, as if all changes had come once more. */
async function restartCursor({ dataDir }: Place) {
  const office = await openOffice({ folder: dataDir });
  await office.run("UPDATE pulls SET cursor = NULL");
  return { office };
}
