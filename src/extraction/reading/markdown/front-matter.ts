import { parse } from "yaml";
import { Article } from "../../../article/model/schema.ts";
import type { Note } from "../notes.ts";
import { toMoment } from "../parts/moment.ts";
import { licenceOf } from "../parts/read-rights.ts";
import { NO_METADATA, type RawDocument } from "../raw-document.ts";

/** Longer front matter is not read: it is not a list of fields. UTF-16 units. */
const MAX_FRONT_MATTER = 20_000;
const FENCED = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

export interface FrontMatter {
  /** UTF-16 length of the front matter, fences included; 0 when there is none. */
  length: number;
  metadata: RawDocument["metadata"];
  standfirst: string | null;
  notes: Note[];
}

/**
 * YAML front matter of a Markdown file. Read are `title`, `standfirst` or `subtitle`, `date`, `updated`, `language` or
 * `lang`, `author` or `authors`, `url` or `canonical`, `licence` or `license`, and `rights`; the rest is left alone.
 */
export function readFrontMatter(decoded: string): FrontMatter {
  const fenced = FENCED.exec(decoded.slice(0, MAX_FRONT_MATTER));
  const none = { length: 0, metadata: NO_METADATA, standfirst: null, notes: [] };
  if (fenced?.[1] === undefined) return none;
  let fields: unknown;
  try {
    fields = parse(fenced[1], { maxAliasCount: 10, logLevel: "silent" });
  } catch {
    const message = "The front matter is not YAML; it was left out and nothing was read from it.";
    return { ...none, length: fenced[0].length, notes: [{ code: "front-matter", message, count: 1 }] };
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return none;
  return { length: fenced[0].length, ...readFields(new Map(Object.entries(fields))) };
}

function readFields(fields: Map<string, unknown>): Omit<FrontMatter, "length"> {
  const notes: Note[] = [];
  const first = (...keys: string[]): string | null => {
    const key = keys.find((candidate) => fields.has(candidate));
    return key === undefined ? null : words(fields.get(key));
  };
  const valid = (field: string, written: string | null, value: string | null): string | null => {
    if (written !== null && value === null) {
      notes.push({ code: "metadata", message: `The ${field} "${written.slice(0, 60)}" in the front matter was not understood.`, count: 1 });
    }
    return value;
  };
  const moment = (field: string, written: string | null) => valid(field, written, written === null ? null : toMoment(written));
  const language = first("language", "lang");
  const url = first("canonical", "canonical_url", "url", "source_url");
  const licence = first("licence", "license");
  const author = fields.get("authors") ?? fields.get("author") ?? fields.get("byline");
  const metadata = {
    title: first("title", "headline"),
    language: valid("language", language, Article.shape.language.safeParse(language).data ?? null),
    publishedAt: moment("date", first("date", "published", "publishedAt")),
    updatedAt: moment("updated date", first("updated", "updatedAt", "lastmod", "modified")),
    sourceUrl: valid("address", url, Article.shape.sourceUrl.safeParse(url).data ?? null),
    publisher: null,
    authors: (Array.isArray(author) ? author : [author]).flatMap((one) => words(one)?.replace(/^by /i, "") ?? []),
    rights: first("rights", "copyright"),
    licence: licence === null ? null : (licenceOf(licence) ?? licence),
  };
  return { metadata, standfirst: first("standfirst", "subtitle"), notes };
}

/** A scalar as words; of an object its `name`, as in `author: { name: Ada Quill }`. */
function words(value: unknown): string | null {
  if (typeof value === "object" && value !== null && "name" in value) return words(value.name);
  if (typeof value !== "string" && typeof value !== "number") return null;
  const trimmed = String(value).toWellFormed().trim();
  return trimmed === "" ? null : trimmed;
}
