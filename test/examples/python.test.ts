import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";
import { serveShipped } from "../contract/server.ts";
import { startServer } from "../http/server.ts";
import { has } from "./programs.ts";

const FOLDER = resolve(import.meta.dirname, "../../examples/python");
const run = promisify(execFile);
const PYTHON = process.env.PYTHON ?? "python3";

let server: Awaited<ReturnType<typeof serveShipped>>;
beforeAll(async () => {
  server = await serveShipped();
});
afterAll(() => server.stop());

/** What a Python expression over `api` is, by way of JSON. */
async function python(expression: string, base = server.url, setup = ""): Promise<unknown> {
  const script = `import json, sys\nfrom verbatim import Problem, Verbatim\napi = Verbatim(sys.argv[1])\n${setup}\nprint(json.dumps(${expression}))`;
  const { stdout } = await run(PYTHON, ["-c", script, base], { encoding: "utf8", cwd: FOLDER });
  return JSON.parse(stdout);
}

describe.skipIf(!has(PYTHON))("verbatim.py", () => {
  test("gets a resource, and the text whose code points spans count", async () => {
    const words = `[a["headline"]["text"], api.text(a["slug"])[a["headline"]["start"]:a["headline"]["end"]]]`;
    const [headline, slice] = (await python(
      words,
      server.url,
      'a = api.get("/v1/articles/årnesviks-beekeepers-put-a-in-the-minutes")',
    )) as string[];
    expect(headline).toContain("Beekeepers");
    expect(slice).toBe(headline);
  });

  test("lists and streams the same items, however small the pages are", async () => {
    const ids = (items: string) => `[q["id"] for q in ${items}]`;
    const lists = `[${ids('api.list("/v1/quotes", limit=4)')}, ${ids('api.stream("/v1/quotes")')}, api.get("/v1/quotes", limit=0)["total"]]`;
    const [listed, streamed, total] = (await python(lists)) as [string[], string[], number];
    expect(listed).toHaveLength(total);
    expect(new Set(streamed)).toEqual(new Set(listed));
  });

  test("repeats a parameter for a list of values, and leaves out what is None", async () => {
    const asked =
      'sorted({s["name"] for q in api.list("/v1/quotes", speaker=["Maud Ashby", "Gethin Oar"], kind=None) for s in q["attribution"]["speakers"]})';
    expect(await python(asked)).toEqual(["Gethin Oar", "Maud Ashby", "Nils Corrigan"]);
  });

  test("checks a quote", async () => {
    expect(await python('(lambda v: [v["words"], v["speaker"]])(api.verify("one very large tin", "Maud Ashby"))')).toEqual([
      "exact",
      "match",
    ]);
  });

  test("raises what the server says is wrong, and says when it is not there", async () => {
    const caught = (call: string) =>
      `try:\n    ${call}\nexcept Problem as problem:\n    said = [problem.status, problem.code, str(problem)]`;
    expect(await python("said", server.url, caught('api.get("/v1/articles/nope")'))).toEqual([
      404,
      "article-not-found",
      expect.stringContaining('no article "nope"'),
    ]);
    expect(await python("said", server.url, caught('list(api.list("/v1/quotes", speaker="Gethin Orr"))'))).toEqual([
      404,
      "speaker-not-found",
      expect.stringContaining("gethin-oar"),
    ]);
    expect(await python("said", "http://127.0.0.1:1", caught('api.get("/")'))).toEqual([
      null,
      null,
      expect.stringContaining("cannot be reached"),
    ]);
  });
});

/** Whether pandas can be imported; CI does not install it. */
async function hasPandas(): Promise<boolean> {
  const found = await run(PYTHON, ["-c", "import pandas"]).then(
    () => true,
    () => false,
  );
  if (!found) console.log("pandas is not there: the example that needs it is not run.");
  return found;
}

describe.skipIf(!(await hasPandas()))("frames.py", () => {
  const DATES = ["2026-05-01", "2026-05-01T09:30:00Z", null, "2025-12-31T23:59:59Z", "2024-02-29", "1969-07-20"];
  const articles = DATES.map((publishedAt, at) =>
    buildArticle({
      slug: `count-${at}`,
      headline: `Count ${at}`,
      sections: [
        { paragraphs: [["“", segment("q", `We counted ${at} boats,`), "” ", cue("q", "said"), " ", mention("q", "Orla Brice"), "."]] },
      ],
      quotes: { q: { by: ["Orla Brice"], basis: "name" } },
      publishedAt,
    }),
  );

  test("reads days and instants side by side, and loses no date, by CSV and by NDJSON", async () => {
    const archive = await startServer(articles);
    const shown = (read: string) => `[None if d is pd.NaT else d.isoformat() for d in frames.${read}(api)["publishedAt"]]`;
    try {
      for (const read of ["from_csv", "from_ndjson"]) {
        const dates = (await python(shown(read), archive.url, "import frames\nimport pandas as pd")) as (string | null)[];
        expect(new Set(dates)).toEqual(
          new Set(DATES.map((date) => (date === null ? null : `${date.length === 10 ? `${date}T00:00:00` : date.replace("Z", "")}+00:00`))),
        );
      }
    } finally {
      await archive.stop();
    }
  });

  test("prints counts, and what is wrong instead of a traceback", async () => {
    const { stdout } = await run(PYTHON, [resolve(FOLDER, "frames.py"), "--api", server.url], { encoding: "utf8" });
    expect(stdout).toMatch(/^2026-09 +18$/m);
    expect(stdout).toMatch(/^undated +\d+$/m);
    expect(stdout).toMatch(/^Zamir Kabulov +8$/m);
    await expect(run(PYTHON, [resolve(FOLDER, "frames.py"), "--api", server.url, "--speaker", "Nobody Known"])).rejects.toMatchObject({
      code: 1,
      stderr: expect.not.stringContaining("Traceback"),
    });
  });
});
