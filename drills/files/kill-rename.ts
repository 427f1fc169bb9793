/**
 * `verbatim import --slug` renames an article that has an editor's corrections and is killed with SIGKILL at random moments while
 * a server serves the folder. At each moment the article is found under its old name, with the corrections; the same command
 * run again leaves the very files of an undisturbed one, the old name leads to the new one, and health is ok.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/article/model/schema.ts";
import { until } from "../../test/store/files/until.ts";
import { type Drill, demand } from "../harness/drill.ts";
import { Killer } from "../harness/kill.ts";
import { PATIENCE, runCommand, startReady, untilHealth } from "../harness/program.ts";
import { ask } from "../harness/requests.ts";
import { filesOf, writeSources } from "../harness/sources.ts";

const ARTICLES = 3;
const NEW = "under-another-name";
/** What the editor's correction puts into the article. */
const EDITOR = "Ida Moor";

export const killRename: Drill = {
  name: "kill-rename",
  file: import.meta.filename,
  short: 0.01,
  async run(context) {
    const at = (name: string) => join(context.folder, name);
    const rename = (data: string) => ["import", join(at("sources"), "00000.md"), "--slug", NEW, "--data", at(data)];
    writeSources(at("sources"), ARTICLES, context.seed);
    await runCommand(["import", at("sources"), "--data", at("before")]);
    const old = correctOne(join(at("before"), "articles"));
    cpSync(at("before"), at("after"), { recursive: true });
    const killer = await Killer.of(context, rename("after"));
    const { undisturbed } = killer;
    demand(undisturbed.stdout.includes(`renamed from ${old}`), `the undisturbed import failed: ${undisturbed.stdout}${undisturbed.stderr}`);
    const after = filesOf(at("after"));
    cpSync(at("before"), at("data"), { recursive: true });
    const server = await startReady(context, { env: { DATA_DIR: at("data") } });
    const corrected = async () => {
      const { status, headers, body } = await ask(server.url, `/v1/articles/${encodeURIComponent(old)}`);
      const { location } = headers;
      const article = location === undefined ? { status, body } : await ask(server.url, new URL(location, server.url).pathname);
      return { ok: article.status === 200 && article.body.includes(EDITOR), moved: location !== undefined, status: article.status };
    };
    const rounds = context.part(200);
    for (let round = 0; round < rounds; round += 1) {
      await killer.kill(rename("data"), join(at("data"), "articles"), async () => {
        restore(at("before"), at("data"));
        await until(corrected, ({ ok, moved }) => ok && !moved, PATIENCE);
      });
      demand(server.running(), "the server ended");
      const found = await corrected();
      demand(found.ok, `/v1/articles/${old} is answered with ${found.status} or without the corrections after the rename was killed`);
      const there = readdirSync(join(at("data"), "articles")).join(" ");
      const again = await runCommand(rename("data"));
      const left = filesOf(at("data"));
      const wrong = [...new Set([...left.keys(), ...after.keys()])].filter((path) => left.get(path) !== after.get(path));
      demand(again.code === 0, `the rename that was run again failed: ${again.stdout}${again.stderr} (killed when there were ${there})`);
      demand(
        wrong.length === 0,
        `the rename that was run again left other files than an undisturbed one: ${wrong.join(" ")} (killed when there were ${there})`,
      );
      await untilHealth(
        server,
        ({ status, articleCount }) => status === "ok" && articleCount === ARTICLES,
        "is not well after the rename was run again",
      );
      const moved = await until(corrected, (one) => one.ok && one.moved, PATIENCE);
      demand(moved.ok && moved.moved, `/v1/articles/${old} does not lead to the new name after the rename was run again`);
    }
    return `${rounds} renames, ${killer.killed} killed; the article found at each moment, the end as undisturbed`;
  },
};

/** Writes a correction for the article that is renamed. @returns its slug */
function correctOne(folder: string): string {
  for (const name of readdirSync(folder)) {
    const { slug, sourceUrl, quotes } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Article;
    const [quote] = quotes;
    if (sourceUrl !== "https://paper.example/0" || quote === undefined) continue;
    const edit = { op: "set", quote: { id: quote.id, text: quote.text }, speakers: [{ id: "ida-moor", name: EDITOR }] };
    writeFileSync(join(folder, `${slug}.edits.json`), JSON.stringify({ edits: [edit] }));
    return slug;
  }
  throw new Error("expected an article with a quote");
}

function restore(from: string, to: string): void {
  for (const part of ["sources", "articles"]) {
    cpSync(join(from, part), join(to, part), { recursive: true });
    const kept = new Set(readdirSync(join(from, part)));
    for (const name of readdirSync(join(to, part))) if (!kept.has(name)) rmSync(join(to, part, name));
  }
}
