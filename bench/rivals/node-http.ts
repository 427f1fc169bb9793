import { createServer } from "node:http";
import { startedWith } from "./recording.ts";

/** Bare node:http with recorded answers: a lookup, the tag compared, a write. `--few` sends only the headers the answer cannot do without. */

const NEEDED = new Set(["content-type", "content-length", "content-encoding", "etag", "cache-control", "vary"]);

/** What a 304 leaves out. */
const OF_THE_BODY = new Set(["content-type", "content-length", "content-encoding", "content-disposition"]);

const { recording, port } = startedWith();
const few = process.argv.includes("--few");
const answers = new Map(
  Object.entries(recording.answers).map(([target, codings]) => [
    target,
    new Map(
      Object.entries(codings).map(([coding, { headers, body }]) => {
        const kept = pairs(headers).filter(([name]) => !few || NEEDED.has(name));
        return [
          coding,
          {
            etag: pairs(headers).find(([name]) => name === "etag")?.[1],
            headers: kept.flat(),
            notModified: kept.filter(([name]) => !OF_THE_BODY.has(name)).flat(),
            body: Buffer.from(body, "base64"),
          },
        ];
      }),
    ),
  ]),
);

createServer((request, response) => {
  const codings = answers.get(request.url ?? "");
  const answer = codings?.get(String(request.headers["accept-encoding"] ?? "identity"));
  if (answer === undefined) response.writeHead(404).end();
  else if (request.headers["if-none-match"] === answer.etag) response.writeHead(304, answer.notModified).end();
  else response.writeHead(200, answer.headers).end(answer.body);
}).listen(port, "127.0.0.1");

function pairs(headers: string[]): [name: string, value: string][] {
  return headers.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), headers[index + 1] ?? ""] as [string, string]] : []));
}
