import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VERIFY_HELP, verifyCommand } from "../../src/cli/verify.ts";
import { extract } from "../../src/extraction/extract.ts";
import { TextVerification } from "../../src/verification/text/text-verification.ts";
import { dataFolder } from "../fixtures.ts";
import { openArchive } from "../store/postgres/database-archive.ts";
import { startPostgres } from "../store/postgres/server.ts";
import { kilnArticles } from "../verification/articles.ts";

const OWN = "Rope walk opens\n\n“The rope walk has waited long enough,” said Ada Roe, the harbour master.\n\nIt opens on Friday.";
const articles = [...kilnArticles(), extract(Buffer.from(OWN), { importedAt: "2026-01-01T00:00:00Z" }).article];

let data: ReturnType<typeof dataFolder>;
let folder: string;
beforeAll(() => {
  data = dataFolder(articles);
  folder = mkdtempSync(join(tmpdir(), "verify-"));
});
afterAll(() => {
  data.remove();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function verify(args: string[], { stdin = "", databaseUrl = null as string | null, dataDir = data.folder } = {}) {
  const said = { stdout: "", stderr: "" };
  const to = (key: keyof typeof said) => ({ write: (text: string) => (said[key] += text) });
  const place = { dataDir, cacheDir: null, databaseUrl, databaseWait: 0, publicUrl: "https://verbatim.example/news" };
  const code = await verifyCommand(args, place, { stdin: Readable.from([Buffer.from(stdin)]), stdout: to("stdout"), stderr: to("stderr") });
  return { code, ...said };
}

const EXACT = "“Without clay from the northern pit there is no work for my sons,” said Tam Ruddock.";
const ALTERED = "“My stall has stood under the same oak tree for thirty years,” said Tam Ruddock.";
const UNSAID = "🔥 “Nobody ever asked the gulls about it,” said Ada Roe.";

describe("verbatim verify", () => {
  test("prints what is not recorded as it stands, where it is and what is recorded", async () => {
    const path = file("draft.txt", `The kiln\r\n\r\n${EXACT}\r\n${ALTERED}\r\n\r\n${UNSAID}\r\n`);
    const { code, stdout, stderr } = await verify([path]);
    expect(stdout.split("\n")).toEqual([
      `${path}:4:2: altered, by somebody else: "My stall has stood under the same oak tree for thirty years,"`,
      "  difference: My stall has stood under the same [-lime-] {+oak+} tree for thirty years",
      '  recorded: Ines Brice, in "The market moves to Friday" (market-moves, 2025-02-01)',
      "  the text names: Tam Ruddock",
      `${path}:6:4: not found: "Nobody ever asked the gulls about it,"`,
      `${path}: 3 quotes: 1 exact, 1 altered, 1 not found, 1 by somebody else`,
      "",
    ]);
    expect([code, stderr]).toEqual([1, ""]);
  });

  describe("of words that are recorded", () => {
    const source = `Mill

“I am not going to vote for the view. Trams are for towns,” said Petra Hallam. “Lime is not for walls, and walls are for ever. We saw,” she added.

“I asked him, and he said, ‘Ask the ferryman tomorrow,’” said Ada Roe. The mill rattled twice that day.`;
    const anonymous = "Mill\n\n“I am,” said Petra Hallam.\n\n“Bread costs a crown more,” said one resident, who did not want to be named.";
    const reported = async (draft: string, against = source, more: string[] = []) => {
      const { code, stdout } = await verify(["-", "--source", file("mill.txt", against), ...more], { stdin: draft });
      return { code, lines: stdout.trimEnd().split("\n").slice(0, -1) };
    };
    const RECORDED = '  recorded: Petra Hallam, in "Mill" (source-1)';

    test("shows a negation that was cut off, and what stands there", async () => {
      expect(await reported("“going to vote for the view,” said Petra Hallam.")).toEqual({
        code: 0,
        lines: [
          '-:1:2: exact words: "going to vote for the view,"',
          RECORDED,
          expect.stringMatching(
            /^ {2}a negation beside these words was left out: "….*“I am not going to vote for the view\. Trams are.*…"$/,
          ),
        ],
      });
      expect((await reported("“I am not going to vote for the view,” said Petra Hallam.")).lines).toEqual([]);
      const strictly = async (draft: string) => (await reported(draft, source, ["--strict"])).code;
      expect(await strictly("“going to vote for the view,” said Petra Hallam.")).toBe(1);
      expect(await strictly("“I am not going to vote for the view,” said Petra Hallam.")).toBe(0);
      expect(await strictly("“Trams are for towns,” said Petra Hallam.")).toBe(0);
    });

    test("shows a speaker who is not surely the recorded one, and why", async () => {
      expect((await reported("“Trams are for towns,” said Petra Hallum.")).lines).toEqual([
        '-:1:2: exact words: "Trams are for towns,"',
        RECORDED,
        "  the text names: Petra Hallum, whom the archive does not know",
        "  speaker not confirmed: the names may be forms of one",
      ]);
      expect((await reported("“Bread costs a crown more,” said Petra Hallam.", anonymous)).lines).toContain(
        "  speaker not confirmed: nobody is recorded",
      );
      expect((await reported("“Bread costs a crown more,” a resident said.", anonymous)).lines).toEqual([
        expect.stringContaining(": note: "),
      ]);
    });

    test("shows words of somebody else whom the speaker quotes", async () => {
      expect((await reported("“Ask the ferryman tomorrow,” said Ada Roe.")).lines).toContain(
        "  the speaker quotes somebody else with these words",
      );
    });

    test("shows where words were joined that nobody said like this, and no difference where there is none", async () => {
      const { code, lines } = await reported("“I am not going to vote for the view, and walls are for ever,” said Petra Hallam.");
      expect(lines.slice(1, 3)).toEqual([
        "  difference: I am not going to vote for the view [-…-] and walls are for ever",
        "  joined without a mark: several quotes of one article",
      ]);
      expect(code).toBe(1);
      const narrated = (await reported("“The mill rattled twice that day,” said Ada Roe.")).lines;
      expect(narrated).toEqual([expect.stringContaining("in the reporter's words only"), '  recorded: the reporter, in "Mill" (source-1)']);
    });
  });

  test("answers 0 when all quotes are recorded as they stand, and with none", async () => {
    expect(await verify([file("good.txt", EXACT)])).toMatchObject({ code: 0, stdout: expect.stringContaining("1 quote: 1 exact") });
    const none = await verify([file("none.txt", "Nothing here.")]);
    expect([none.code, none.stdout]).toEqual([0, expect.stringContaining("no quotes in marks")]);
  });

  test("prints a wrong speaker, which fails with --strict alone", async () => {
    const wrong = file("wrong.txt", EXACT.replace("Tam Ruddock", "Orla Brice"));
    const { code, stdout } = await verify([wrong]);
    expect(stdout).toContain(`${wrong}:1:2: by somebody else: `);
    expect(stdout).toContain("recorded: Tam Ruddock, in");
    expect([code, (await verify(["--strict", wrong])).code]).toEqual([0, 1]);
  });

  test("points into Markdown and HTML as they were written", async () => {
    const markdown = file("draft.md", `# Kiln\n\n> “Nobody *ever* asked\n> the gulls about it,” said Ada Roe.\n`);
    expect((await verify([markdown])).stdout).toContain(`${markdown}:3:4: not found`);
    const html = file("draft.html", `<h1>Kiln</h1>\n<p>“Nobody <b>ever</b> asked the gulls about it,” said Ada Roe.</p>`);
    expect((await verify([html])).stdout).toContain(`${html}:2:5: not found`);
  });

  test("counts no byte order mark as a column", async () => {
    const path = file("marked.txt", `\ufeff${UNSAID}\n${UNSAID}`);
    expect((await verify([path])).stdout).toMatch(/marked.txt:1:4: not found.*\n.*marked.txt:2:4: not found/);
    const markdown = file("marked.md", `\ufeff${UNSAID}`);
    expect((await verify([markdown])).stdout).toContain(`${markdown}:1:4: not found`);
  });

  test("takes several files and standard input; one that cannot be read does not keep the others from it", async () => {
    const good = file("good.txt", EXACT);
    const { code, stdout, stderr } = await verify([good, join(folder, "missing.txt"), "-"], { stdin: UNSAID });
    expect(code).toBe(2);
    expect(stdout).toContain(`${good}: 1 quote: 1 exact`);
    expect(stdout).toContain("-:1:4: not found");
    expect(stderr).toBe(`${join(folder, "missing.txt")}: No such file or folder.\n`);
    for (const nothing of ["", "\n", "\ufeff", "\ufeff \r\n"]) {
      const path = file("empty.txt", nothing);
      const said = { code: 2, stdout: "", stderr: `${path}: The file is empty: there is nothing to check.\n` };
      expect(await verify([path])).toEqual(said);
      expect(await verify([good, "--source", path])).toEqual(said);
    }
    expect(await verify([folder])).toEqual({ code: 2, stdout: "", stderr: `${folder}: It is a folder. Name the files in it.\n` });
    expect(await verify([good, "--source", folder])).toMatchObject({
      code: 2,
      stderr: `${folder}: It is a folder. Name the files in it.\n`,
    });
    expect(await verify([""])).toMatchObject({ code: 2, stderr: expect.stringContaining("verify needs a file") });
    expect(await verify([file("picture.txt", Buffer.from([0, 1, 2, 3, 0, 0, 5]))])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("not text"),
    });
  });

  test("checks against files with --source, and needs no archive then", async () => {
    const source = file("talk.txt", "“Nobody ever asked the geese about it,” said Ada Roe, the harbour master.\n\nShe left.");
    const { code, stdout } = await verify(
      [file("draft.txt", UNSAID), "--source", source, "--source", file("more.md", "# More\n\nNothing.")],
      {
        dataDir: join(folder, "nowhere"),
      },
    );
    expect(code).toBe(1);
    expect(stdout).toContain("difference: Nobody ever asked the [-geese-] {+gulls+} about it");
  });

  test("leaves out the article that is the text, and those that it is told to", async () => {
    const own = file("own.txt", OWN);
    expect(await verify([own])).toMatchObject({ code: 1, stdout: expect.stringContaining('exactly this: "rope-walk-opens"') });
    expect((await verify([own, "--article", "rope-walk-opens"])).code).toBe(0);
    const later = file("later.txt", `${OWN} Perhaps.`);
    expect((await verify([later])).code).toBe(0);
    expect((await verify([later, "--exclude", "rope-walk-opens"])).code).toBe(1);
    expect(await verify([own, "--article", "nowhere"])).toMatchObject({ code: 2, stderr: 'There is no article "nowhere".\n' });
  });

  test("prints one JSON object a file with --json", async () => {
    const { stdout, code } = await verify(["--json", file("a.txt", EXACT), file("b.txt", UNSAID)]);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ file: path }) => path)).toEqual([join(folder, "a.txt"), join(folder, "b.txt")]);
    for (const { file: _, ...answer } of answers) TextVerification.parse(answer);
    expect(answers[0].quotes[0].matches[0].passages[0].article.page).toMatch(/^\/news\/articles\//);
    const given = JSON.parse((await verify(["--json", "-", "--source", file("a.txt", EXACT)], { stdin: EXACT })).stdout);
    expect(given.quotes[0].matches[0].passages[0].article.page).toBe("#source-1");
    expect([code, answers[0].quotes[0].words, answers[1].counts.words.none]).toEqual([1, "exact", 1]);
  });

  test("shows no character that a terminal would obey", async () => {
    const { stdout } = await verify([file("odd.txt", "“Nobody asked \u001b[31mthe gulls\u001b[0m about the boats,” said Ada Roe.")]);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("not found");
  });

  test("refuses wrong command lines, folders without articles and databases that are away", async () => {
    for (const args of [[], ["-", "-"], ["a", "--source", "b", "--article", "c"], ["-", "--source", "-"]]) {
      expect(await verify(args)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("verbatim verify --help") });
    }
    await expect(verify(["a.txt", "--sources", "b"])).rejects.toThrow("--sources");
    const path = file("draft.txt", EXACT);
    expect(await verify([path, "--data", join(folder, "nowhere")])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no data folder"),
    });
    const empty = dataFolder([]);
    expect(await verify([path], { dataDir: empty.folder })).toMatchObject({ code: 2, stderr: expect.stringContaining("no articles") });
    empty.remove();
    expect((await verify([path], { databaseUrl: "postgres://x:y@127.0.0.1:1/none" })).code).toBe(2);
    expect(VERIFY_HELP).toContain("Exit code: 0");
  });

  test("asks the database where there is one, unless --data names a folder", async () => {
    const postgres = await startPostgres();
    const archive = await openArchive(postgres, articles);
    const path = file("draft.txt", `${EXACT}\n\n${ALTERED}\n\n${UNSAID}`);
    const away = { databaseUrl: archive.url, dataDir: join(folder, "nowhere") };
    expect((await verify([path], away)).stdout).toBe((await verify([path])).stdout);
    expect((await verify([path, "--data", data.folder], { databaseUrl: "postgres://x:y@127.0.0.1:1/none" })).code).toBe(1);
    await archive.close();
    await postgres.remove();
  });
});

test("docs/verification.md shows what the command prints of the shipped articles", async () => {
  const document = readFileSync(resolve(import.meta.dirname, "../../docs/verification.md"), "utf8");
  const block = (language: string) => document.split(`\`\`\`${language}\n`)[1]?.split("```")[0] ?? "";
  const path = file("draft.md", block("markdown"));
  const { code, stdout } = await verify([path], { dataDir: resolve(import.meta.dirname, "../../data") });
  expect([code, stdout.replaceAll(path, "draft.md")]).toEqual([1, block("text")]);
});
