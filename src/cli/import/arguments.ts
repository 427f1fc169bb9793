import { resolve } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { Article, Slug } from "../../article/model/schema.ts";
import { toMoment } from "../../extraction/reading/parts/dates/moment.ts";
import type { ImportOptions } from "./import-files.ts";
import type { SourceFormat } from "./import-sources.ts";

export const IMPORT_HELP = `Usage: verbatim import PATH... [options]

Turns raw files into articles in a data folder. PATH is a text, Markdown or HTML file, a folder of them, - for standard
input, or an NDJSON file (.ndjson, .jsonl) with one object per line:
  { "text" | "markdown" | "html", "title"?, "url"?, "publishedAt"?, "updatedAt"?, "language"?,
    "publisher"?, "slug"? }
A JSON file may hold one such object or a list of them.

Exports are read item by item, one article each: WordPress (WXR), Ghost, RSS and Atom with full texts, JSON Feed, ninjs and NITF.
Drafts and whatever else is not a published article are passed over and counted. Files may be packed (.gz).

Importing the same file again changes nothing. A new version of an article keeps its slug, its import date and the ids of
its quotes. A file is a new version when it has the bytes, the address or the --slug of an article that is there. When
no article has the --slug (or the "slug" of a row), the article with the same bytes or address is renamed: its old
address redirects; quote ids and editors' corrections stay.

What --language, --published, --source-url and --publisher say of an article is kept: later imports need not repeat it.

Options:
  --data DIR         data folder (default: DATA_DIR, else data)
  --dry-run          print what would be done, write nothing
  --restore          serve articles again that were withdrawn; without it they are refused
  --language TAG     language of the articles, such as en
  --published DATE   when the article was published: 2020-03-06 or 2020-03-06T09:30:00Z
  --source-url URL   where it was published; for a Ghost export, the address of the site
  --publisher NAME   the outlet that published it
  --slug SLUG        slug of the article (one file only)
  --type TYPE        text, markdown, html or ndjson: what the files are, whatever their names end in
  --post-type TYPES  types of items in an export that are articles too, joined by commas: page, or those of a plug-in
  --name NAME        name of standard input, such as story.html: its ending says what it is
  --help             print this text

Exit code: 0 when all was imported, 1 when a source failed, 2 for a wrong command line.
`;

const flag = { type: "string" } as const;
export const IMPORT_OPTIONS = {
  data: flag,
  language: flag,
  published: flag,
  "source-url": flag,
  publisher: flag,
  slug: flag,
  type: flag,
  name: flag,
  "post-type": flag,
  "dry-run": { type: "boolean" },
  restore: { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig;

/** What `--type` takes. Not `--format`: npm reads that as an option of its own, of which nothing can be seen here. */
const TYPES: Record<string, SourceFormat> = { text: "text/plain", markdown: "text/markdown", html: "text/html", ndjson: "rows" };

type Arguments = { wrong: string } | { paths: string[]; options: Omit<ImportOptions, "onOutcome"> };

/** Reads the arguments of `verbatim import`, or says what is wrong with them. @throws what parseArgs throws */
export function readArguments(args: string[], dataDir: string, now: Date): Arguments {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: IMPORT_OPTIONS });
  if (positionals.length === 0) return { wrong: "Name at least one file or folder to import." };
  if (values.slug !== undefined && positionals.length > 1) return { wrong: "--slug is for one file." };
  if (values.slug !== undefined && !Slug.safeParse(values.slug).success) {
    return { wrong: `--slug ${values.slug}: give lower-case words joined by hyphens.` };
  }
  if (values.language !== undefined && !Article.shape.language.safeParse(values.language).success) {
    return { wrong: `--language ${values.language}: give a BCP 47 tag such as en or pt-BR.` };
  }
  if (values.published !== undefined && toMoment(values.published) === null) {
    return { wrong: `--published ${values.published}: give a day (2020-03-06) or a time with its zone (2020-03-06T09:30:00Z).` };
  }
  if (values["source-url"] !== undefined && !Article.shape.sourceUrl.safeParse(values["source-url"]).success) {
    return { wrong: `--source-url ${values["source-url"]}: give an http or https address.` };
  }
  if (values.publisher !== undefined && !Article.shape.publisher.safeParse(values.publisher).success) {
    return { wrong: "--publisher is blank: give the name of the outlet." };
  }
  if (values.type !== undefined && !Object.hasOwn(TYPES, values.type)) {
    return { wrong: `--type ${values.type}: use ${Object.keys(TYPES).join(", ")}.` };
  }
  if (positionals.filter((path) => path === "-").length > 1) return { wrong: "Standard input (-) can be read once." };
  if (values.name !== undefined && !positionals.includes("-")) return { wrong: "--name is for standard input: give - as the path." };
  return {
    paths: positionals,
    options: {
      dataDir: resolve(values.data ?? dataDir),
      dryRun: values["dry-run"] === true,
      restore: values.restore === true,
      language: values.language,
      publishedAt: values.published,
      sourceUrl: values["source-url"],
      publisher: values.publisher,
      slug: values.slug,
      format: values.type === undefined ? undefined : TYPES[values.type],
      stdinName: values.name,
      postTypes: values["post-type"]?.split(",").map((type) => type.trim()),
      now,
    },
  };
}
