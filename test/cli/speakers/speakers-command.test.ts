import { afterAll, beforeAll, expect, test } from "vitest";
import { speakersCommand } from "../../../src/cli/speakers/speakers-command.ts";
import { buildArticle, cue, mention, segment } from "../../article-builder.ts";
import { dataFolder, sampleArticles } from "../../fixtures.ts";
import { openArchive } from "../../store/postgres/database-archive.ts";
import { type PostgresServer, startPostgres } from "../../store/postgres/server.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const articles = [
  ...sampleArticles(),
  buildArticle({
    slug: "regatta",
    headline: "Regatta",
    quotes: { wind: { by: ["Ada M. Quill"], basis: "pronoun" } },
    sections: [{ paragraphs: [["“", segment("wind", "The wind was ours"), "”, ", mention("wind", "he"), " ", cue("wind", "said"), "."]] }],
  }),
];

async function speakers(args: string[], folder: string, databaseUrl: string | null = null) {
  const said = { stdout: "", stderr: "" };
  const to = (key: keyof typeof said) => ({ write: (text: string) => (said[key] += text) });
  const place = { dataDir: folder, cacheDir: null, databaseUrl, databaseWait: 0, publicUrl: null };
  return { code: await speakersCommand(args, place, { stdout: to("stdout"), stderr: to("stderr") }), ...said };
}

test("lists speakers and what is suspicious: the same of a folder and of a database", async () => {
  const data = dataFolder(articles);
  const archive = await openArchive(server, articles);
  const listed = await speakers([], data.folder);
  expect(listed).toMatchObject({ code: 0, stderr: "" });
  expect(listed.stdout).toContain("ada-quill\tAda Quill\tperson\t3\t2\n");
  const suspicious = await speakers(["--suspicious"], data.folder);
  expect(suspicious.stdout).toBe(
    'initials: "Ada M. Quill" and "Ada Quill" are the same but for a middle name, an initial or a short form\n' +
      '  {"id":"ada-m-quill","name":"Ada M. Quill","merges":["ada-quill"]}\n5 speakers, 1 of them or their pairs suspicious\n',
  );
  const asJson = await speakers(["--suspicious", "--json"], data.folder);
  expect(
    asJson.stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ what: "initials", speakers: ["ada-m-quill", "ada-quill"] }]);
  for (const args of [[], ["--json"], ["--suspicious"], ["--suspicious", "--json"]])
    expect(await speakers(args, "nowhere", archive.url)).toEqual(await speakers(args, data.folder));
  // The line mends it: once it is in speakers.json, what is said is that one id is "she" and "he".
  data.write("speakers.json", { speakers: [{ id: "ada-m-quill", name: "Ada M. Quill", merges: ["ada-quill"] }] });
  expect((await speakers(["--suspicious"], data.folder)).stdout).toMatch(/^pronouns: "Ada M. Quill" is (?:he|she) in /);
  await archive.close();
  data.remove();
});

test("an empty archive has no speakers; a wrong command line is refused", async () => {
  const data = dataFolder([]);
  expect(await speakers([], data.folder)).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await speakers(["--suspicious"], data.folder)).toMatchObject({
    code: 0,
    stdout: "0 speakers, 0 of them or their pairs suspicious\n",
  });
  expect(await speakers(["ada"], data.folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('speakers takes no "ada".') });
  data.remove();
});
