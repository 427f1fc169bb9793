/**
 * A million requests made from the OpenAPI document: valid, on the bounds, beyond them, hostile. No answer is a 5xx, one in twenty is
 * held to the document to the letter, and afterwards everything is as before.
 */
import { faultsOf } from "../../test/contract/checker.ts";
import { newspaperFolder } from "../harness/archive-folder.ts";
import { type Drill, demand } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { type Server, startReady, untilHealth } from "../harness/program.ts";
import { type Made, Pools, RequestMaker } from "../harness/request-maker.ts";
import { ask, json } from "../harness/requests.ts";

const REQUESTS = 1_000_000;
/** Connections the requests go over. */
const CONNECTIONS = 4;
/** One in so many answers is held to the document. */
const HELD = 20;

export const fuzz: Drill = {
  name: "fuzz",
  file: import.meta.filename,
  short: 0.005,
  async run(context) {
    const { data, undisturbed } = await newspaperFolder(context, 100);
    const server = await startReady(context, { env: { DATA_DIR: data } });
    const pools = new Pools(context.seed);
    const ids = await idsOf(server.url);
    const each = Math.ceil(context.part(REQUESTS) / CONNECTIONS);
    const statuses = new Map<number, number>();
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async (_, one) => {
        const maker = new RequestMaker(context.seed * CONNECTIONS + one, pools, ids);
        for (let number = 0; number < each; number += 1) await hold(server, maker.next(), number % HELD === 0, statuses);
      }),
    );
    const seconds = (performance.now() - begun) / 1000;
    await untilHealth(server, ({ status }) => status === "ok", "is not well after the requests");
    await untilSame(server, undisturbed, "after the requests");
    const said = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    return `${each * CONNECTIONS} requests, ${Math.round((each * CONNECTIONS) / seconds)} a second; ${said.join(", ")}; ${server.memory().toFixed(0)} MB`;
  },
};

async function hold(server: Server, { path, asked, operation }: Made, toTheLetter: boolean, statuses: Map<number, number>): Promise<void> {
  const told = () =>
    `${asked.method} ${path} ${JSON.stringify(asked.headers)} ${JSON.stringify(asked.body ?? "").slice(0, 300)}`.slice(0, 2_000);
  const answer = await ask(server.url, path, asked).catch((error: Error) => {
    demand(false, `${error.message} instead of an answer to ${told()}`);
  });
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  demand(answer.status < 500, `${answer.status} is the answer to ${told()}: ${answer.body.subarray(0, 300)}`);
  if (!toTheLetter || operation === null || answer.headers["content-encoding"] !== undefined) return;
  const faults = faultsOf(operation, answer, asked.method, /[?&]fields(?:%5B%5D|\[\])?=/i.test(path));
  demand(faults.length === 0, `the answer to ${told()} is not as documented: ${faults.slice(0, 3).join("; ")}`);
}

/** What is there to ask for, by the first part of a path and its parameter. */
async function idsOf(url: string): Promise<Record<string, string[]>> {
  const list = async (path: string) => (await json<{ items: { slug: string; id: string }[] }>(url, path)).items;
  const quotes = (await list("/v1/quotes?limit=100")).map(({ id }) => id);
  const speakers = (await list("/v1/speakers?limit=100")).map(({ id }) => id);
  return {
    "articles slug": (await list("/v1/articles?limit=100")).map(({ slug }) => slug),
    "articles section": ["s1", "s2", "intro"],
    "articles paragraph": ["p1", "p2", "p3"],
    "quotes id": quotes,
    "speakers id": speakers,
    "feeds id": speakers,
  };
}
