import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach } from "vitest";
import type { Article } from "../../../../src/article/model/schema.ts";
import { importCommand } from "../../../../src/cli/import/import-command.ts";

/** What a run of `verbatim import` said and left. */
export interface Imported {
  code: number;
  out: string;
  err: string;
  /** By slug. */
  articles: Record<string, Article>;
}

/** A folder for each test of a file: exports are written into it, and imported into the data folder `data` of it. */
export function importing() {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "formats-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const place = (path: string) => join(folder, path);
  const write = (path: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(place(path)), { recursive: true });
    writeFileSync(place(path), content);
    return place(path);
  };
  const articles = (): Record<string, Article> => {
    try {
      const names = readdirSync(place("data/articles")).filter((name) => !name.startsWith("."));
      return Object.fromEntries(names.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(place(`data/articles/${name}`), "utf8"))]));
    } catch {
      return {};
    }
  };
  /** Imports files of the folder. */
  const run = async (args: string[], stdin = ""): Promise<Imported> => {
    const said = { out: "", err: "" };
    const terminal = {
      stdin: Readable.from([Buffer.from(stdin)]),
      stdout: { write: (text: string) => (said.out += text.replaceAll(`${folder}/`, "")) },
      stderr: { write: (text: string) => (said.err += text.replaceAll(`${folder}/`, "")) },
    };
    const code = await importCommand(args, place("data"), terminal as never, new Date("2026-11-22T12:00:00Z"));
    return { code, ...said, articles: articles() };
  };
  return { place, write, run, articles };
}

/** What an article says, a block a line. */
export function linesOf(article: Article | undefined): string[] {
  return (article?.sections ?? []).flatMap(({ heading, paragraphs }) => [
    ...(heading === null ? [] : [`## ${heading.text}`]),
    ...paragraphs.map(({ role, text }) => (role === "body" ? text : `${role}: ${text}`)),
  ]);
}

/** What is known of an article besides its text. */
export function knownOf(article: Article | undefined): object {
  if (article === undefined) return {};
  const { publishedAt, updatedAt, sourceUrl, language, publisher, source, credits } = article;
  const { categories = [], given } = source;
  return {
    publishedAt,
    updatedAt,
    sourceUrl,
    language,
    publisher,
    authors: credits.filter(({ role }) => role === "author").map(({ name }) => name),
    categories,
    ...(given === undefined ? {} : { given }),
  };
}
