import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { html } from "ghtml";
import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { pathOn, type Site } from "../../representations/links.ts";
import { assets } from "../assets.ts";
import { layout } from "../layout.ts";
import { contentsOf, withHeadingIds } from "./contents.ts";

const FOLDER = fileURLToPath(new URL("../../../docs/", import.meta.url));

/** One of the project's documents. */
export interface ProjectDocument {
  /** Path-absolute address: `/docs/api` for `docs/api.md`, `/docs/decisions` for `docs/decisions/README.md`. */
  path: string;
  title: string;
  markdown: string;
  /** Path below `docs/`. */
  file: string;
}

/** Reads the project's documents, `docs/` and the folders below it, in the order of their paths. */
export function readDocuments(): ProjectDocument[] {
  return globSync("**/*.md", { cwd: FOLDER })
    .map((file) => {
      const markdown = readFileSync(FOLDER + file, "utf8");
      return { path: addressOf(file), title: /^# (.+)$/m.exec(markdown)?.[1] ?? file, markdown, file };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a document stands beside the guide, and not in a folder below. */
export function isMain({ path }: Pick<ProjectDocument, "path">): boolean {
  return path.split("/").length === 3;
}

/** Markdown has no table without a head; an empty one would be read aloud. */
const EMPTY_HEAD = /<thead>\s*<tr>\s*(?:<th[^>]*><\/th>\s*)+<\/tr>\s*<\/thead>/g;

/** The page of a document, with a table of contents. */
export function documentPage({ path, title, markdown, file }: ProjectDocument, site: Site): string {
  const rendered = micromark(markdown, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
    .replace(EMPTY_HEAD, "")
    .replaceAll(/<th[^>]*><\/th>/g, "<td></td>")
    // A wide one scrolls, also by keyboard.
    .replaceAll("<table>", '<table tabindex="0">');
  const { body, entries } = withHeadingIds(withPageLinks(rendered, file, site));
  const end = body.indexOf("</h1>") + 5;
  return layout(
    { title, description: `${title}: a document of Verbatim.`, path, site, styles: [assets.guideStyle] },
    html`<div class="guide-page"><header class="guide">!${body.slice(0, end)}</header>!${contentsOf(entries)}<article class="guide" aria-label="${title}">!${body.slice(end)}</article></div>`,
  );
}

/** Links between documents lead to their pages; files outside of `docs/` have none, so only the words stay. */
function withPageLinks(body: string, file: string, site: Site): string {
  return body.replace(
    /<a href="(?!https?:|\/|#)([^"#]+)(#[^"]*)?">(.*?)<\/a>/g,
    (_, target: string, anchor: string | undefined, words: string) => {
      const path = posix.join(posix.dirname(file), target);
      return path.startsWith("..") ? words : `<a href="${pathOn(site, addressOf(path))}${anchor ?? ""}">${words}</a>`;
    },
  );
}

function addressOf(file: string): string {
  return `/docs/${file.replace(/(?:\/?README)?\.md$/, "")}`;
}
