import { Article } from "../../../article/model/schema.ts";
import { fold } from "../../../article/words/fold.ts";
import { firstRead } from "../first-read.ts";
import type { Note } from "../notes.ts";
import { toMoment } from "../parts/dates/moment.ts";
import { licenceOf } from "../parts/read-rights.ts";
import type { RawDocument } from "../raw-document.ts";
import { plainLink } from "./wiki-marks.ts";

/** The keys of each field, as site generators name them; case, hyphens and underscores do not count. */
const KEYS = {
  title: ["title", "headline", "titel", "titre", "titulo", "titolo"],
  standfirst: ["standfirst", "subtitle", "subheadline", "dek", "deck", "untertitel", "chapo", "chapeau", "subtitulo", "sottotitolo"],
  language: ["language", "lang", "locale", "sprache", "langue", "idioma", "lingua"],
  published: [
    "published",
    "publishedat",
    "publishdate",
    "publisheddate",
    "datepublished",
    "publicationdate",
    "pubdate",
    "date",
    "created",
    "createdat",
    "datecreated",
    "datum",
    "fecha",
    "data",
  ],
  updated: [
    "updated",
    "updatedat",
    "updateddate",
    "dateupdated",
    "lastmod",
    "modified",
    "modifieddate",
    "datemodified",
    "lastmodified",
    "lastmodifiedat",
    "lastupdated",
  ],
  url: ["canonical", "canonicalurl", "sourceurl", "originalurl", "externalurl", "url", "permalink", "link"],
  author: ["authors", "author", "byline", "by", "writer", "reporter", "authorname", "autor", "autoren", "auteur", "autora", "autore"],
  publisher: ["publisher", "publication", "outlet", "newspaper", "sitename", "site", "source", "quelle", "verlag", "fuente"],
  image: ["image", "ogimage", "featuredimage", "coverimage", "heroimage"],
  categories: ["categories", "category", "tags"],
  rights: ["rights", "copyright"],
  licence: ["licence", "license"],
};
/** Objects whose fields are those of the article. */
const INNER = ["params", "extra", "metadata", "meta", "seo"];

const KNOWN = new Set([...Object.values(KEYS).flat(), ...INNER, "draft", "layout", "slug"]);

/** Whether a field is one that site generators have. */
export function isKnownKey(key: string): boolean {
  return KNOWN.has(keyOf(key));
}

function keyOf(key: string): string {
  return fold(key).replaceAll(" ", "");
}

/** What the fields of front matter say of an article. A value that is not understood leaves a note; other fields are left alone. */
export function readFields(fields: Record<string, unknown>): {
  metadata: RawDocument["metadata"];
  standfirst: string | null;
  notes: Note[];
} {
  const notes: Note[] = [];
  const byKey = folded(fields);
  const values = (keys: string[]): unknown[] => keys.flatMap((key) => (byKey.has(key) ? [byKey.get(key)] : []));
  const first = (keys: string[]): string | null =>
    values(keys)
      .map(words)
      .find((value) => value !== null) ?? null;
  const valid = <T>(field: string, written: string | null, read: (written: string) => T | null | undefined): T | null => {
    const value = written === null ? null : (read(written) ?? null);
    if (written !== null && value === null) {
      notes.push({ code: "metadata", message: `The ${field} "${written.slice(0, 60)}" in the front matter was not understood.`, count: 1 });
    }
    return value;
  };
  // Site generators write "url: /2024/ferry" for the path on their own site, and "published: true" for no draft.
  const urls = values(KEYS.url)
    .map(words)
    .filter((url) => url !== null && !/^(?:\/|\.|:|true$|false$)/.test(url));
  const dates = (keys: string[]) =>
    values(keys)
      .map(words)
      .find((date) => date !== null && !/^(?:true|false)$/i.test(date)) ?? null;
  const licence = first(KEYS.licence);
  const metadata = {
    title: first(KEYS.title),
    language: valid("language", first(KEYS.language), (tag) => Article.shape.language.safeParse(tag.replaceAll("_", "-")).data),
    publishedAt: valid("date", dates(KEYS.published), toMoment),
    updatedAt: valid("updated date", dates(KEYS.updated), toMoment),
    sourceUrl: valid("address", urls[0] ?? null, (url) => Article.shape.sourceUrl.safeParse(url).data),
    publisher:
      values(KEYS.publisher)
        .map(words)
        .find((name) => name !== null && !/^(?:https?:|\/|www\.)|\.\w+\//i.test(name)) ?? null,
    // Site generators write paths on their own site here, too.
    image: firstRead(values(KEYS.image).map(words), (url) => Article.shape.sourceUrl.safeParse(url).data),
    categories: [
      ...new Set(
        values(KEYS.categories)
          .flat()
          .flatMap((category) => words(category) ?? []),
      ),
    ],
    authors: authorsOf(values(KEYS.author)[0]),
    rights: first(KEYS.rights),
    licence: licence === null ? null : (licenceOf(licence) ?? licence),
  };
  return { metadata, standfirst: first(KEYS.standfirst), notes };
}

function folded(fields: Record<string, unknown>): Map<string, unknown> {
  const byKey = new Map<string, unknown>();
  const addAll = (object: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(object)) {
      const name = keyOf(key);
      if (!byKey.has(name)) byKey.set(name, value);
    }
  };
  addAll(fields);
  for (const key of INNER) {
    const inner = byKey.get(key);
    if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) addAll(inner as Record<string, unknown>);
  }
  return byKey;
}

function authorsOf(author: unknown): string[] {
  return (Array.isArray(author) ? author : [author]).flatMap((one) => words(one)?.replace(/^by:? /i, "") ?? []);
}

/** A scalar as words; of an object its name, as in `author: { name: Ada Quill }`; of a list its first. */
function words(value: unknown): string | null {
  if (Array.isArray(value)) return words(value[0]);
  if (typeof value === "object" && value !== null) {
    const { name, displayName, display_name: display, first, last } = value as Record<string, unknown>;
    const parts = [first, last].map(words).filter((part) => part !== null);
    return words(name) ?? words(displayName) ?? words(display) ?? (parts.length > 0 ? parts.join(" ") : null);
  }
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
  const trimmed = String(value).toWellFormed().trim();
  return trimmed === "" || trimmed === "null" ? null : plainLink(trimmed);
}
