import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { parseArticle } from "../../../src/article/rules/check-article.ts";
import { importCommand } from "../../../src/cli/import/import-command.ts";
import { type ImportOptions, type ImportOutcome, importFiles } from "../../../src/cli/import/import-files.ts";
import { WorkerFailure, Workers } from "../../../src/workers/workers.ts";

let folder: string;
let outcomes: ImportOutcome[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
  outcomes = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const story = (headline: string, words: string) =>
  `${headline}\n\n“${words},” said Mara Tull, the harbour master.\n\nThe ferry sails on Monday.\n`;
const FAIR = story("Tolls Are Fair", "The tolls are fair");

function write(path: string, content: string | Uint8Array): string {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
  return place;
}

async function run(paths: string[], options: Partial<ImportOptions> = {}) {
  outcomes = [];
  const now = new Date("2026-11-22T12:00:00Z");
  return importFiles(paths, {
    dataDir: join(folder, "data"),
    dryRun: false,
    now,
    onOutcome: (outcome) => outcomes.push(outcome),
    ...options,
  });
}

/** Every file of the data folder with its content, but what is private to the program. */
function held(): Record<string, string> {
  try {
    const files = readdirSync(join(folder, "data"), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.parentPath.endsWith("/private"),
    );
    return Object.fromEntries(files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), "utf8")]).sort());
  } catch {
    return {};
  }
}
const articleOf = (slug: string) => JSON.parse(held()[`${slug}.json`] ?? "null");
const messages = () => outcomes.map((outcome) => (outcome.state === "failed" ? outcome.message : outcome.state));

describe("importing", () => {
  test("writes the article and the raw bytes of its source", async () => {
    const file = write("a.txt", FAIR);
    expect(await run([file])).toEqual({ added: 1, updated: 0, unchanged: 0, failed: 0 });
    expect(Object.keys(held())).toEqual(["tolls-are-fair.json", "tolls-are-fair.txt"]);
    expect(held()["tolls-are-fair.txt"]).toBe(FAIR);
    expect(parseArticle(articleOf("tolls-are-fair")).faults).toEqual([]);
  });

  test("writes the same bytes when the same file comes again, later and as the stored source", async () => {
    const file = write("a.md", `# Tolls\n\n*${"Fair".repeat(3)}*\n\n“It is fair,” said Mara Tull.\n`);
    await run([file]);
    const before = held();
    expect(await run([file, join(folder, "data", "sources")], { now: new Date("2027-01-01T00:00:00Z") })).toMatchObject({ unchanged: 2 });
    expect(held()).toEqual(before);
    rmSync(join(folder, "data", "sources"), { recursive: true });
    await run([file]);
    expect(held()).toEqual(before);
  });

  test("gives another article with a taken slug the next free one and never overwrites", async () => {
    await run([write("a.txt", FAIR)]);
    const before = articleOf("tolls-are-fair");
    const counts = await run([write("b.txt", story("Tolls Are Fair", "They are a scandal"))]);
    expect(counts).toMatchObject({ added: 1, updated: 0 });
    expect(articleOf("tolls-are-fair")).toEqual(before);
    expect(articleOf("tolls-are-fair-2")).toMatchObject({ slug: "tolls-are-fair-2" });
    expect(articleOf("tolls-are-fair-2").quotes[0].id).not.toBe(before.quotes[0].id);
  });

  test("takes a new version under --slug or from the same address: slug, import date and quote ids stay", async () => {
    const sourceUrl = "https://ferry.example/tolls";
    await run([write("a.txt", FAIR)], { sourceUrl, language: "en" });
    const before = articleOf("tolls-are-fair");
    const file = write("b.txt", story("Tolls Are Fair, Says Harbour", "The tolls are fair"));
    expect(await run([file], { sourceUrl, now: new Date("2027-01-01T00:00:00Z") })).toMatchObject({ updated: 1 });
    const after = articleOf("tolls-are-fair");
    expect(after.headline.text).toBe("Tolls Are Fair, Says Harbour");
    expect([after.importedAt, after.language, after.quotes[0].id]).toEqual([before.importedAt, "en", before.quotes[0].id]);
    expect(await run([write("c.txt", story("Tolls Rise", "The tolls are fair"))], { slug: "tolls-are-fair" })).toMatchObject({
      updated: 1,
    });
    expect(articleOf("tolls-are-fair").headline.text).toBe("Tolls Rise");
    // The article, its raw file and the two revisions before.
    expect(Object.keys(held())).toHaveLength(4);
  });

  test("keeps a language that was given when the same source comes again without one, whatever its words show", async () => {
    const ferry = "Fergen blir\n\n«Vi blir», sier Silje Haugmo, som har arbeidet der i mange år og vil fortsette med det også neste år.\n";
    await run([write("a.txt", ferry)], { language: "nb" });
    expect(articleOf("fergen-blir")).toMatchObject({ language: "nb", speakers: [], quotes: [{ text: "Vi blir" }] });
    expect(await run([write("a.txt", ferry)])).toMatchObject({ unchanged: 1 });
    await run([write("b.txt", ferry.replace("Fergen", "Båten"))]);
    expect(articleOf("båten-blir")).toMatchObject({ language: "no", speakers: [] });
  });

  test("takes the publisher from a row, else from --publisher, else from the agency of the dateline", async () => {
    const wire = "Kiln Opens\n\nSKERROW (Quay Wire) - The kiln is open, the owners said.\n";
    const row = JSON.stringify({ text: wire.replace("Opens", "Closes"), publisher: "The Row" });
    await run([write("a.txt", wire)]);
    expect(articleOf("kiln-opens").publisher).toBe("Quay Wire");
    await run([write("a.txt", wire), write("rows.ndjson", row)], { publisher: "The Flag" });
    expect([articleOf("kiln-opens").publisher, articleOf("kiln-closes").publisher]).toEqual(["The Flag", "The Row"]);
    await run([write("a.txt", wire)]);
    expect(articleOf("kiln-opens").publisher).toBe("The Flag");
    await run([write("b.txt", FAIR)]);
    expect(articleOf("tolls-are-fair").publisher).toBeNull();
  });

  test.each([
    ["an empty file", "", /empty/],
    ["white space", " \n\n \n", /empty/],
    ["binary data", new Uint8Array(4000).map((_, at) => at % 256), /not text/],
    ["a headline alone", "Tolls Are Fair\n", /no paragraph/],
  ])("says why it cannot import %s, and writes nothing", async (_, content, message) => {
    expect(await run([write("bad.txt", content)])).toMatchObject({ failed: 1 });
    expect(messages()[0]).toMatch(message);
    expect(held()).toEqual({});
  });

  test("refuses a file over the limit by its size, without reading it", async () => {
    const file = write("big.txt", "");
    truncateSync(file, 50 * 1024 * 1024);
    await run([file]);
    expect(messages()[0]).toMatch(/52,428,800 bytes; at most 10 MB/);
    expect(held()).toEqual({});
  });

  test("names paths that are not there and goes on with the others", async () => {
    expect(await run([join(folder, "nowhere.txt"), write("a.txt", FAIR)])).toMatchObject({ added: 1, failed: 1 });
    expect(messages()).toEqual(["No such file or folder.", "added"]);
  });

  test("imports NDJSON rows with what they say, and names the line of a row that is none", async () => {
    const rows = [
      JSON.stringify({
        text: "“It is fair,” said Mara Tull.",
        title: "Tolls Are Fair",
        publishedAt: "2024-05-03",
        language: "en",
        url: "https://a.example/1",
        publisher: null,
      }),
      "{ broken",
      JSON.stringify({ markdown: "# Late Bus\n\nThe bus was late.", html: "<p>Two</p>" }),
      JSON.stringify({ html: "<h1>Late Bus</h1><p>The bus was late, said Fay Orme.</p>", slug: "bus" }),
    ];
    const file = write("rows.ndjson", `${rows.join("\r\n")}\n`);
    expect(await run([file])).toMatchObject({ added: 2, failed: 2 });
    expect(outcomes.map(({ source }) => source.slice(file.length))).toEqual([":1", ":2", ":3", ":4"]);
    expect(messages()[1]).toMatch(/not JSON/);
    expect(messages()[2]).toMatch(/exactly one/);
    expect(articleOf("tolls-are-fair")).toMatchObject({ publishedAt: "2024-05-03", language: "en", sourceUrl: "https://a.example/1" });
    expect(articleOf("bus").headline.text).toBe("Late Bus");
    const before = held();
    expect(await run([file])).toMatchObject({ unchanged: 2, failed: 2 });
    expect(held()).toEqual(before);
  });

  test("fails one source when its thread crashes, says why, and imports the others", async () => {
    for (let number = 0; number < 12; number += 1) write(`in/${number}.txt`, `Story ${number}\n\n“We sail at ${number},” said Mara Tull.`);
    vi.spyOn(Workers.prototype, "run").mockRejectedValueOnce(new WorkerFailure("crashed", "out of memory"));
    expect(await run([join(folder, "in")], { threads: 2 })).toMatchObject({ added: 11, failed: 1 });
    vi.restoreAllMocks();
    expect(outcomes.filter(({ state }) => state === "failed")).toEqual([
      { source: expect.stringMatching(/\d+\.txt$/), state: "failed", message: "Extraction ended early: out of memory" },
    ]);
  });

  test("imports a folder on several threads as on one, in the order of the names", async () => {
    for (let number = 10; number < 40; number += 1)
      write(`in/${number}.txt`, story(number % 3 === 0 ? "Tolls" : `Tolls ${number}`, `Toll ${number}`));
    write("in/.hidden.txt", FAIR);
    write("in/picture.jpg", FAIR);
    expect(await run([join(folder, "in")], { threads: 2 })).toMatchObject({ added: 30, failed: 0 });
    const threaded = held();
    rmSync(join(folder, "data"), { recursive: true });
    await run([join(folder, "in")], { threads: 1 });
    expect(held()).toEqual(threaded);
    expect(articleOf("tolls").quotes[0].text).toBe("Toll 12,");
    expect(articleOf("tolls-2").quotes[0].text).toBe("Toll 15,");
  });

  test("removes what a killed import had begun to write, and nothing of one that runs", async () => {
    const file = write("a.txt", FAIR);
    const ended = spawnSync(process.execPath, ["-e", ""]).pid;
    for (const name of [`articles/.${ended}-x.json`, `sources/.${ended}-x.txt`]) write(`data/${name}`, "{");
    for (const name of [`articles/.${process.ppid}-x.json`, "sources/.hidden.txt"]) write(`data/${name}`, "{");
    await run([file], { dryRun: true });
    expect(Object.keys(held())).toContain(`.${ended}-x.json`);
    await run([file]);
    expect(Object.keys(held())).toEqual([`.${process.ppid}-x.json`, ".hidden.txt", "tolls-are-fair.json", "tolls-are-fair.txt"]);
  });

  test("leaves an article whose file is broken alone", async () => {
    const file = write("a.txt", FAIR);
    await run([file]);
    write("data/articles/tolls-are-fair.json", '{ "slug": "tolls-are-fair" }');
    const before = held();
    await run([file], { slug: "tolls-are-fair" });
    expect(messages()[0]).toMatch(/articles\/tolls-are-fair\.json/);
    expect(held()).toEqual(before);
  });
});

describe("verbatim import", () => {
  const terminal = () => {
    const said = { out: "", err: "" };
    const write = (key: "out" | "err") => ({
      write: (text: string) => {
        said[key] += text;
      },
    });
    return { said, stdout: write("out"), stderr: write("err") };
  };
  const now = new Date("2026-11-22T12:00:00Z");

  test("writes nothing on a dry run and reports what it would do", async () => {
    const { said, ...streams } = terminal();
    const file = write("a.txt", `Advertisement\n\n${FAIR}\n“A fine day,”\n`);
    expect(await importCommand([file, "--dry-run"], join(folder, "data"), streams, now)).toBe(0);
    expect(said.out).toMatch(/would be added {2}tolls-are-fair/);
    expect(said.out).toMatch(/left out \(advertisement\): Advertisement/);
    expect(held()).toEqual({});
  });

  test.each([
    [[], /Name at least one/],
    [["x.txt", "--published", "yesterday"], /--published yesterday/],
    [["x.txt", "--language", "Klingon!"], /BCP 47/],
    [["x.txt", "--source-url", "ftp://x"], /http/],
    [["x.txt", "--publisher", " "], /--publisher is blank/],
    [["x.txt", "y.txt", "--slug", "a"], /--slug is for one file/],
  ])("refuses %j with exit code 2", async (args, message) => {
    const { said, ...streams } = terminal();
    expect(await importCommand(args, join(folder, "data"), streams, now)).toBe(2);
    expect(said.err).toMatch(message);
    expect(said.out).toBe("");
  });

  test("sums up the notes of many sources by what they have in common", async () => {
    const { said, ...streams } = terminal();
    for (let number = 0; number < 30; number += 1) {
      const [lang, words] = number % 2 === 0 ? ["de", "Wir bleiben"] : ["fr", "Nous restons"];
      write(`in/${number}.md`, `---\nlang: ${lang}\n---\n\n# Story ${number}\n\n„${words} ${number}“ (Mara Tull)`);
    }
    expect(await importCommand([join(folder, "in")], join(folder, "data"), streams, now)).toBe(0);
    expect(said.out.match(/There are no rules for the language of the text.*/g)).toEqual([
      "There are no rules for the language of the text: marked words are quotes, and nobody is named for them. (30)",
    ]);
  });

  test("answers exit code 1 when a source failed, with its name and the reason on stderr", async () => {
    const { said, ...streams } = terminal();
    const file = write("bad.txt", "");
    expect(await importCommand([file], join(folder, "data"), streams, now)).toBe(1);
    expect(said.err).toContain(`${file}: The source is empty.`);
  });

  const ask = async (args: string[], input = "") => {
    const { said, ...streams } = terminal();
    const code = await importCommand(args, join(folder, "data"), { ...streams, stdin: Readable.from([Buffer.from(input)]) }, now);
    return { code, ...said };
  };

  test("counts what its report does not list, and what it passed over in a folder", async () => {
    for (let number = 0; number < 28; number += 1) write(`in/${number}.txt`, story(`Story ${number}`, "It is fair"));
    write("in/a.csv", "x");
    write("in/b.csv", "x");
    write("in/below/c.PDF", "x");
    const { out } = await ask([join(folder, "in"), "--dry-run"]);
    expect(out.match(/^would be added/gm)).toHaveLength(25);
    expect(out).toContain("3 more articles are not listed");
    expect(out).toContain("3 files passed over: .csv (2), .pdf (1).");
    const few = await ask([join(folder, "in", "0.txt"), "--dry-run"]);
    expect(few.out).not.toMatch(/not listed|passed over/);
  });

  test("reads standard input, by its format, its name or its first words", async () => {
    expect((await ask(["-"], FAIR)).out).toContain("added  tolls-are-fair  (standard input)");
    const page = "<p>Page</p><p>“The tolls are high,” said Mara Tull.</p>";
    expect((await ask(["-", "--name", "page.html"], page)).out).toContain("(page.html)");
    const row = JSON.stringify({ text: story("Rows Are Fair", "The rows are fair"), publishedAt: null });
    expect((await ask(["-", "--type", "ndjson"], `${row}\n`)).out).toContain("added  rows-are-fair");
    expect((await ask(["-", "--name", "rows.jsonl"], `${row}\n`)).out).toContain("unchanged  rows-are-fair");
    expect((await ask(["-"], `[${row}]`)).out).toContain("unchanged  rows-are-fair");
    expect((await ask(["-"], `\n${row}\n\n{"text": 1}\n`)).err).toContain("standard input:4: The line is not a source");
    expect((await ask(["-"], "")).err).toContain("standard input: The source is empty.");
    expect((await ask(["-", "--type", "markdown"], "*Tolls*\n\nThe ferry sails.")).code).toBe(0);
    expect(articleOf("tolls").source.mediaType).toBe("text/markdown");
  });

  test.each([
    [["-", "-"], /read once/],
    [["x.txt", "--name", "y.txt"], /--name is for standard input/],
    [["x.txt", "--type", "pdf"], /--type pdf: use text, markdown, html, ndjson/],
  ])("refuses %j", async (args, message) => expect(await ask(args)).toMatchObject({ code: 2, err: expect.stringMatching(message) }));

  test("refuses files of programs and data by their names, unless they are said to be text", async () => {
    const table = write("quotes.csv", "Tolls Are Fair\n\nThe ferry sails on Monday.\n");
    expect((await ask([table])).err).toMatch(/quotes\.csv: A \.csv file is not an article\. .*--type/);
    expect((await ask([table, "--type", "text"])).out).toContain("added  tolls-are-fair");
  });

  test("says that an address is to be downloaded first", async () => {
    expect((await ask(["https://lock.example/1"])).err).toContain('curl -o page.html "https://lock.example/1"');
    expect((await ask([join(folder, "none.txt")])).err).toContain("No such file or folder.");
  });

  test("says of rows that are articles already, or HTML as text, what to do", async () => {
    await ask([write("a.txt", FAIR)]);
    const rows = `${JSON.stringify(articleOf("tolls-are-fair"))}\n${JSON.stringify({ text: "<p>Page</p>" })}\n`;
    const { err } = await ask([write("rows.ndjson", rows)]);
    expect(err).toMatch(/rows\.ndjson:1: It is an article of Verbatim already.*verbatim load/);
    expect(err).toContain('Its "text" is HTML: name it "html".');
  });

  test("says how the database gets what was imported, where one is served", async () => {
    const { said, ...streams } = terminal();
    const file = write("a.txt", FAIR);
    const load = () => importCommand([file], join(folder, "data"), streams, now, "postgres://db.example/verbatim");
    await load();
    expect(said.out).toContain(`verbatim load ${join(folder, "data")}`);
    said.out = "";
    await load();
    expect(said.out).not.toContain("verbatim load");
  });

  test("keeps what the flags of an earlier import said, over what the page says", async () => {
    const page = (words: string) =>
      `<html lang="de"><head><meta property="og:site_name" content="Lock"><meta property="article:published_time" content="2026-01-02"></head><body><h1>Tolls</h1><p>“The tolls are ${words},” said Mara Tull.</p></body></html>`;
    const file = write("a.html", page("fair"));
    const flags = ["--language", "en", "--published", "2020-03-06", "--publisher", "The Toll", "--source-url", "https://lock.example/1"];
    await ask([file, ...flags]);
    const before = articleOf("tolls");
    expect(before).toMatchObject({ language: "en", publishedAt: "2020-03-06", publisher: "The Toll", sourceUrl: "https://lock.example/1" });
    expect((await ask([file])).out).toContain("unchanged  tolls");
    expect((await ask([join(folder, "data/sources")])).out).toContain("unchanged  tolls");
    // A new version, known by its slug.
    await ask([write("b.html", page("high")), "--slug", "tolls"]);
    expect(articleOf("tolls")).toMatchObject({
      language: "en",
      publishedAt: "2020-03-06",
      publisher: "The Toll",
      sourceUrl: "https://lock.example/1",
    });
    // What is said now counts more.
    await ask([join(folder, "b.html"), "--published", "2020-03-07"]);
    expect(articleOf("tolls")).toMatchObject({ language: "en", publishedAt: "2020-03-07" });
  });

  test("keeps what a row said; when it was updated, as long as its words stay", async () => {
    const row = (words: string, more: object) =>
      JSON.stringify({
        markdown: `---\ndate: 2026-01-02\nlastmod: 2026-01-03\n---\n\n# Tolls\n\n“${words},” said Mara Tull.`,
        url: "https://lock.example/1",
        ...more,
      });
    const dates = { publishedAt: "2020-03-06", updatedAt: "2020-03-07" };
    await ask([write("rows.ndjson", row("They are fair", dates))]);
    expect(articleOf("tolls")).toMatchObject(dates);
    await ask([join(folder, "data/sources")]);
    expect(articleOf("tolls")).toMatchObject(dates);
    await ask([write("rows.ndjson", row("They are high", {}))]);
    expect(articleOf("tolls")).toMatchObject({ publishedAt: "2020-03-06", updatedAt: "2026-01-03" });
  });

  test("takes the name of a file for a headline where nothing else is one", async () => {
    const words = "“The tolls are fair and they stay as they are,” said Mara Tull, the harbour master.";
    const file = write("2026-03-12_harbour-tolls-stay.txt", words);
    expect((await ask([file])).out).toContain("the name of its file became the headline");
    expect(articleOf("harbour-tolls-stay").headline.text).toBe("Harbour tolls stay");
    expect((await ask([file, join(folder, "data/sources")])).out.match(/^unchanged/gm)).toHaveLength(2);
    expect((await ask([write("x.txt", words)])).err).toContain("no paragraph below it");
    await ask([write("other-name-here.txt", FAIR)]);
    expect(articleOf("tolls-are-fair").headline.text).toBe("Tolls Are Fair");
  });

  test("gives slugs of at most a hundred characters, cut at a word; what has a longer one keeps it", async () => {
    const headline = "The harbour master says again that the tolls are fair although the boats have grown and nobody has asked them";
    await ask([write("a.txt", story(headline, "They are"))]);
    const [slug = ""] = Object.keys(held()).map((name) => name.replace(".json", ""));
    expect(slug.length).toBeLessThanOrEqual(100);
    expect(headline.toLowerCase().replaceAll(" ", "-").startsWith(`${slug}-`)).toBe(true);
    const long = "a".repeat(150);
    await ask([join(folder, "a.txt"), "--slug", long]);
    expect((await ask([join(folder, "a.txt")])).out).toContain(`unchanged  ${long}`);
  });
});
