import { hash } from "node:crypto";
import type { RegisteredSpeaker } from "../article/corrections/speaker-registry.ts";
import { instantOf } from "../article/model/instants.ts";
import { quoteItems, type SpeakerSummary, summaryOf } from "../article/model/items.ts";
import type { Article, Basis, Confidence, QuoteKind, Speaker, SpeakerType } from "../article/model/schema.ts";
import { fold } from "../article/words/fold.ts";
import { isInflected } from "../article/words/inflections.ts";
import {
  BLOCK_BREAK,
  foldedWords,
  IN_HEADLINE,
  IN_NARRATION,
  type Indexable,
  indexableOf,
  separated,
  spaced,
  UNINFLECTED,
} from "../article/words/searchable.ts";
import { figuresOf } from "./figures/figures.ts";
import type { Described, NamesQuery } from "./store.ts";

/**
 * What every store keeps of an article, as plain values: they can be made in one thread and written in another.
 *
 * The article's JSON is kept once. Items of quotes (`quoteJson`) and what searches show (`searchableOf`) are made of it when
 * an answer needs them.
 */
export interface ArticleRows {
  slug: string;
  aliases: string[];
  revision: string;
  importedAt: string;
  /** The instants an article is found and sorted by; they compare as strings. */
  published: string | null;
  sortPublished: string;
  /** When what is served last changed: `modifiedAt` of the article, else `importedAt`. `modified` changes it. */
  sortUpdated: string;
  /** SHA-256 of what is served, `modifiedAt` aside: while it stays, nothing changed. */
  fingerprint: string;
  /** In lower case. */
  language: string | null;
  /** Folded; see `names`. */
  publisher: string | null;
  /** Publisher and people who are credited, each once. */
  names: NameRow[];
  wordCount: number;
  /** JSON of the `ArticleSummary`. */
  summary: string;
  /** JSON of the article as it is served. */
  json: string;
  words: IndexedWords;
  /** What statistics and facets count; see `figuresOf`. */
  figures: string;
  quotes: QuoteRow[];
  /** Ids of quotes that an editor took out. */
  removedQuotes: string[];
  speakers: AppearanceRow[];
}

/**
 * Folded words as a full-text index takes them: each with a space in front, split at spaces and nowhere else, `BLOCK_BREAK`
 * where no phrase may match across; `UNINFLECTED` in front of the headline and the narration where it holds. `headline` and `body` are the whole text; `narration` is the part of the body that
 * stands in paragraphs outside quotes, with a break wherever a segment or another block lies between two words.
 */
export interface IndexedWords {
  headline: string;
  body: string;
  narration: string;
}

/** A name that articles are found by. */
interface NameRow {
  of: NamesQuery["of"];
  folded: string;
  name: string;
}

/** A quote; its place in the article is its index in the list. */
interface QuoteRow {
  id: string;
  aliases: string[];
  kind: QuoteKind;
  /** Folded words of its segments, as in `IndexedWords`, `UNINFLECTED` in front where it holds. */
  words: string;
  /** Number of words of its segments. */
  wordCount: number;
  basis: Basis | null;
  confidence: Confidence | null;
  /** Each once; `NOBODY` alone, of no type, where nobody is named. */
  speakers: { id: string; type: SpeakerType | "" }[];
}

/** A speaker in one article. */
interface AppearanceRow extends Pick<Speaker, "id" | "name" | "type" | "descriptions"> {
  /** How many quotes of the article are the speaker's. */
  quotes: number;
}

/** Raise it when rows are derived in another way: an index in a file is made anew, and the next load of a database writes its rows again. */
export const DERIVATION = 6;

/** Stands in rows of quotes and speakers for quotes nobody is named for; no speaker has an empty id. */
export const NOBODY = "";

/** All that a store keeps of a sound article as it is to be served. */
export function rowsOf(given: Article, indexable = indexableOf(given)): ArticleRows {
  const article = { ...given, modifiedAt: given.modifiedAt ?? given.importedAt };
  const json = JSON.stringify(article);
  const dates = datesOf(article);
  const mark = isInflected(article.language) ? "" : ` ${UNINFLECTED}`;
  const names = namesOf(article);
  const types = new Map(article.speakers.map(({ id, type }) => [id, type]));
  const quotes = article.quotes.map(({ id, aliases, kind, segments, attribution }): QuoteRow => {
    const ids = [...new Set(attribution.speakers.map((speaker) => speaker.id))];
    const words = segments.map(({ text }) => fold(text));
    return {
      id,
      aliases,
      kind,
      words: `${mark}${separated(words)}`,
      wordCount: words.reduce((sum, folded) => sum + (folded === "" ? 0 : folded.split(" ").length), 0),
      basis: attribution.basis,
      confidence: attribution.confidence,
      speakers: ids.length === 0 ? [{ id: NOBODY, type: "" }] : ids.map((speaker) => ({ id: speaker, type: types.get(speaker) ?? "" })),
    };
  });
  const words = indexedWords(indexable);
  return {
    slug: article.slug,
    aliases: article.aliases,
    revision: article.revision,
    importedAt: article.importedAt,
    ...dates,
    language: article.language?.toLowerCase() ?? null,
    publisher: names.find((name) => name.of === "publisher")?.folded ?? null,
    names,
    wordCount: article.wordCount,
    summary: JSON.stringify(summaryOf(article)),
    json,
    fingerprint: hash("sha256", json.replace(MODIFIED_AT, "")),
    words: { headline: `${mark}${words.headline}`, body: words.body, narration: `${mark}${words.narration}` },
    figures: figuresOf(
      article,
      dates.published,
      quotes.map(({ wordCount }) => wordCount),
    ),
    quotes,
    removedQuotes: article.removedQuotes,
    speakers: article.speakers.map(({ id, name, type, descriptions }) => ({
      id,
      name,
      type,
      descriptions,
      quotes: quotes.filter(({ speakers }) => speakers.some((one) => one.id === id)).length,
    })),
  };
}

/** The member of an article's JSON and of its summary's. None but the first can be it: marks inside strings are escaped. */
const MODIFIED_AT = /"modifiedAt":"[^"]*"/;

/** The same rows with another instant at which what is served last changed. */
export function modified(rows: ArticleRows, modifiedAt: string): ArticleRows {
  const member = `"modifiedAt":"${modifiedAt}"`;
  return {
    ...rows,
    sortUpdated: modifiedAt,
    json: rows.json.replace(MODIFIED_AT, member),
    summary: rows.summary.replace(MODIFIED_AT, member),
  };
}

/** JSON of the items of an article's quotes, in the order of the text. @param json of the article as it is served */
export function quoteJson(json: string): string[] {
  return quoteItems(JSON.parse(json) as Article).map((item) => JSON.stringify(item));
}

/** The instants an article is found and sorted by; they compare as strings. */
export function datesOf(article: Article): { published: string | null; sortPublished: string; sortUpdated: string } {
  const published = article.publishedAt === null ? null : instantOf(article.publishedAt);
  const sortPublished = published ?? article.importedAt;
  return { published, sortPublished, sortUpdated: article.modifiedAt ?? article.importedAt };
}

/** The words of an article as full-text indexes take them. */
export function indexedWords({ sequence, places }: Indexable): IndexedWords {
  const headline: string[] = [];
  const body: string[] = [];
  const narration: string[] = [];
  for (const [index, word] of sequence.entries()) {
    const place = places[index];
    (place === IN_HEADLINE ? headline : body).push(word);
    if (place !== IN_NARRATION) continue;
    if (narration.length > 0 && places[index - 1] !== IN_NARRATION) narration.push(BLOCK_BREAK);
    narration.push(word);
  }
  return { headline: spaced(headline), body: spaced(body), narration: spaced(narration) };
}

/** The names an article is found by. Names without a letter or a digit are none. */
function namesOf({ publisher, credits }: Article): NameRow[] {
  const names = [{ of: "publisher" as const, name: publisher ?? "" }, ...credits.map(({ name }) => ({ of: "credit" as const, name }))];
  const rows = names.map((row) => ({ ...row, folded: fold(row.name) })).filter(({ folded }) => folded !== "");
  // Of two spellings of one name in an article the first is kept.
  return [...new Map(rows.reverse().map((row) => [`${row.of} ${row.folded}`, row])).values()];
}

/** What every store keeps of a speaker across all articles. */
export interface SpeakerRow {
  id: string;
  type: SpeakerType;
  /** Number of articles that quote the speaker, and of quotes in them. */
  articles: number;
  quotes: number;
  /** The name, folded: what lists by name are sorted by. */
  folded: string;
  /** Folded words of the name and its aliases; see `IndexedWords`. */
  words: string;
  /** JSON of the `SpeakerSummary`. */
  summary: string;
}

/**
 * A speaker as all articles have it: the registered name and type, else those of the newest article (the first in the
 * order `published`).
 *
 * @param totals number of articles that have a row for the speaker (`AppearanceRow`), and the sum of their quotes
 */
export function speakerRow(
  id: string,
  newest: Pick<Speaker, "name" | "type">,
  registered: RegisteredSpeaker | undefined,
  totals: { articles: number; quotes: number },
): SpeakerRow {
  const summary: SpeakerSummary = {
    id,
    name: registered?.name ?? newest.name,
    type: registered?.type ?? newest.type,
    aliases: registered?.aliases ?? [],
    sameAs: registered?.sameAs ?? [],
    articleCount: totals.articles,
    quoteCount: totals.quotes,
  };
  return {
    id,
    type: summary.type,
    articles: totals.articles,
    quotes: totals.quotes,
    folded: fold(summary.name),
    words: foldedWords([summary.name, ...summary.aliases]),
    summary: JSON.stringify(summary),
  };
}

/** What an article calls a speaker, each of the words once. @param descriptions of a row of the speaker, at least one */
export function described(speaker: string, slug: string, descriptions: Speaker["descriptions"]): Described {
  return { speaker, slug, descriptions: [...new Set(descriptions.map(({ text }) => text))] };
}

/** Compares by bytes of UTF-8, which is the order of both stores' databases. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return byteOrder(one) - byteOrder(other);
  }
  return a.length - b.length;
}

/** Characters of two units are behind all others in UTF-8, and before some in UTF-16. */
function byteOrder(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
