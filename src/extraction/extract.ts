import { createHash } from "node:crypto";
import type { Inferred } from "../article/corrections/carry-over.ts";
import { articleSlug } from "../article/model/ids.ts";
import type { Article } from "../article/model/schema.ts";
import { assemble } from "./assemble.ts";
import { annotateInLanguage } from "./language/gate.ts";
import type { Note } from "./reading/notes.ts";
import { toMoment } from "./reading/parts/dates/moment.ts";
import { type ReadOptions, read } from "./reading/read.ts";
import { UnreadableSource } from "./reading/unreadable-source.ts";

/** What the caller knows about a source. Anything it does not say is taken from the source, or `null`. */
export interface ExtractOptions extends ReadOptions {
  /** Else the slug of the headline. */
  slug?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
  publishedAt?: string | undefined;
  updatedAt?: string | undefined;
  sourceUrl?: string | undefined;
  /** The outlet. */
  publisher?: string | undefined;
  /** When the article was first imported: an instant in UTC, to the second. */
  importedAt: string;
}

/** What extraction gives: the article, what it replaced or found odd, and the fields that the source does not state. */
export interface Extraction {
  article: Article;
  notes: Note[];
  inferred: Inferred[];
}

/**
 * Makes an article of a raw file: reads it, finds who says what, and gives everything its id and span. Pure, nothing is
 * fetched, time is linear in the size of the file.
 *
 * @returns the article, which satisfies every invariant of the content model, and what is to be said about it.
 * @throws UnreadableSource for a file that is empty, binary, larger than MAX_SOURCE_BYTES, or not an article. Nothing else.
 */
export function extract(raw: Uint8Array, options: ExtractOptions): Extraction {
  try {
    return extractArticle(raw, options);
  } catch (error) {
    // The stack ran out: some construct is nested or repeated beyond what any article holds.
    if (error instanceof RangeError) throw new UnreadableSource("too-complex", "The source is too deeply nested to be read.");
    throw error;
  }
}

function extractArticle(raw: Uint8Array, options: ExtractOptions): Extraction {
  const reading = read(raw, options);
  const { metadata, document, dateline } = reading;
  const { annotation, language, notes } = annotateInLanguage(document, { given: options.language, stated: metadata.language });
  const { start, end } = document.blocks[0] ?? { start: 0, end: 0 };
  const publisher = options.publisher?.trim() ?? metadata.publisher;
  const article = assemble(reading, annotation, {
    slug: options.slug ?? (articleSlug(document.text.slice(start, end)) || "untitled"),
    language,
    publishedAt: toMoment(options.publishedAt ?? "") ?? metadata.publishedAt,
    updatedAt: toMoment(options.updatedAt ?? "") ?? metadata.updatedAt,
    importedAt: options.importedAt,
    sourceUrl: options.sourceUrl ?? metadata.sourceUrl,
    publisher: publisher ?? dateline?.agency ?? null,
    source: {
      sha256: createHash("sha256").update(raw).digest("hex"),
      bytes: raw.byteLength,
      ...(metadata.image === null ? {} : { image: metadata.image }),
      ...(metadata.categories.length === 0 ? {} : { categories: metadata.categories }),
    },
  });
  const stated: Record<Inferred, string | null> = { language: options.language ?? metadata.language, publisher };
  const inferred = (["language", "publisher"] as const).filter((field) => stated[field] === null);
  return { article, notes: [...reading.notes, ...notes], inferred };
}
