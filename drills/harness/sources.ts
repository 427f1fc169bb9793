import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { frequentWords } from "../../bench/frequent-words.ts";
import { Newspaper } from "../../bench/newspaper.ts";
import type { Article } from "../../src/article/model/schema.ts";
import { hashOf } from "./picture.ts";

/**
 * Writes invented articles as Markdown to import. The same seed gives the same articles.
 *
 * @param version another one gives the same articles with other words added
 */
export function writeSources(folder: string, count: number, seed: number, version = 1): void {
  mkdirSync(folder, { recursive: true });
  const newspaper = new Newspaper(frequentWords, seed);
  for (let number = 0; number < count; number += 1) {
    writeFileSync(join(folder, `${String(number).padStart(5, "0")}.md`), markdownOf(newspaper.article(number), number, version));
  }
}

function markdownOf({ headline, publishedAt, sections }: Article, number: number, version: number): string {
  const body = sections.flatMap(({ heading, paragraphs }) => [
    ...(heading === null ? [] : [`## ${heading.text}`]),
    ...paragraphs.map(({ text }) => text),
  ]);
  const fields = [`title: ${headline.text}`, `date: ${publishedAt}`, `url: https://paper.example/${number}`, "language: en"];
  const added = `“This is version ${version} of what I have to say,” said Orla Brice, the editor.`;
  return `---\n${fields.join("\n")}\n---\n\n# ${headline.text}\n\n${[...body, added].join("\n\n")}\n`;
}

/** Times of a revision file: when its text was served. */
const TIMES = /"served": \[[^\]]*\]/;

/** The hash of every file below a folder, by its path, but what is private to the program; the times of imports do not count. */
export function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.endsWith("/private"),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    paths.map((path) => {
      const name = path.slice(folder.length + 1);
      const content = readFileSync(path);
      return [name, hashOf(name.startsWith("revisions/") ? content.toString().replace(TIMES, "") : content)];
    }),
  );
}
