import { writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import type { RecordedAnswer, Recording } from "../rivals/recording.ts";

/** Fields of a connection or of one answer, which every server writes for itself. */
const OWN = new Set(["date", "connection", "keep-alive", "x-request-id"]);

/** Asks a server once. */
export async function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ response: IncomingMessage; body: Buffer }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers }, resolve).once("error", reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { response, body: Buffer.concat(chunks) };
}

/**
 * Writes down what Verbatim answers.
 *
 * @param targets those that bare node:http is to answer with the same bytes; the first one is the article
 */
export async function record(port: number, targets: [string, ...string[]], file: string): Promise<Recording> {
  const answers: Recording["answers"] = {};
  for (const target of targets) {
    // Brotli is made beside the first request that would take it.
    await ask(port, target, { "accept-encoding": "br" });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const coded: Record<string, RecordedAnswer> = {};
    for (const coding of ["identity", "br", "gzip"]) {
      const { response, body } = await ask(port, target, { "accept-encoding": coding });
      const { rawHeaders } = response;
      const headers = rawHeaders.flatMap((name, at) =>
        at % 2 === 0 && !OWN.has(name.toLowerCase()) ? [name, rawHeaders[at + 1] ?? ""] : [],
      );
      coded[coding] = { headers: [...headers, "x-request-id", "00000000-0000-4000-8000-000000000000"], body: body.toString("base64") };
    }
    answers[target] = coded;
  }
  const list = async (path: string) =>
    (await ask(port, `${path}?format=ndjson`)).body
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  const recording = { answers, article: targets[0], articles: await list("/v1/articles"), quotes: await list("/v1/quotes") };
  writeFileSync(file, JSON.stringify(recording));
  return recording;
}
