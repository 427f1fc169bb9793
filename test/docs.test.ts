import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const ROOT = resolve(import.meta.dirname, "..");
const DOCUMENTS = globSync(["*.md", "docs/**/*.md", "bench/*.md", "drills/*.md", "examples/*.md", "client/*.md", ".github/**/*.md"], {
  cwd: ROOT,
});
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

describe.each(DOCUMENTS)("%s", (document) => {
  const text = read(document);

  test("links to files that are there", () => {
    const links = matches(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^(?:https?:|#)/.test(link));
    const missing = links.filter((link) => !existsSync(join(ROOT, dirname(document), link.replace(/#.*/, ""))));
    expect(missing).toEqual([]);
  });

  test("names files that are there", () => {
    const named = matches(text, /`((?:src|test|bench|drills|docs|openapi|deploy|examples|client)\/[\w./-]*)`/g);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("names scripts that are there", () => {
    const scripts = matches(text, /npm run (?:--silent )?([\w:]+)/g);
    expect(scripts.filter((script) => !Object.hasOwn(packageJson.scripts, script))).toEqual([]);
  });
});

test("the README is short", () => {
  expect(read("README.md").split("\n").length).toBeLessThanOrEqual(150);
});

test("every decision is listed", () => {
  const listed = matches(read("docs/decisions/README.md"), /\]\(([^)]+)\)/g);
  expect(listed.sort()).toEqual(
    globSync("docs/decisions/[0-9]*.md", { cwd: ROOT })
      .map((file) => file.replace("docs/decisions/", ""))
      .sort(),
  );
});
