import { hash } from "node:crypto";
import { quoteItems, summaryOf } from "../../article/model/items.ts";
import type { Article, QuoteKind, SpeakerType } from "../../article/model/schema.ts";
import { indexableOf, type Searchable } from "../../article/words/searchable.ts";
import { datesOf, foldedWords } from "../rows.ts";
import { markedWords } from "./marked-words.ts";

/** All that the index holds of an article, as plain values: they are made where there is time, and written elsewhere. */
export interface ArticleRows {
  slug: string;
  aliases: string[];
  published: string | null;
  sortPublished: string;
  sortUpdated: string;
  language: string | null;
  summary: string;
  json: string;
  searchable: Searchable;
  narration: string;
  /** Tells one state of the indexes of words from another. */
  indexed: string;
  /** Every word of the text and the quotes, and its marks (see `WordList`). */
  words: string[];
  marks: Uint8Array;
  quotes: QuoteRow[];
  removedQuotes: string[];
  speakers: { id: string; name: string; type: SpeakerType; quotes: number; descriptions: string }[];
}

interface QuoteRow {
  id: string;
  aliases: string[];
  kind: QuoteKind;
  item: string;
  words: string;
  speakers: string[];
}

export function rowsOf(article: Article): ArticleRows {
  const indexable = indexableOf(article);
  const { searchable, narration } = indexable;
  const quotes = quoteItems(article).map((item) => ({
    id: item.id,
    aliases: item.aliases,
    kind: item.kind,
    item: JSON.stringify(item),
    words: foldedWords(item.segments.map((segment) => segment.text)),
    speakers: [...new Set(item.attribution.speakers.map((speaker) => speaker.id))],
  }));
  const { words, marks } = markedWords(
    indexable,
    quotes.map((quote) => quote.words),
  );
  return {
    slug: article.slug,
    aliases: article.aliases,
    ...datesOf(article),
    language: article.language?.toLowerCase() ?? null,
    summary: JSON.stringify(summaryOf(article)),
    json: JSON.stringify(article),
    searchable,
    narration,
    indexed: hash("sha256", [searchable.words, narration, ...quotes.map(({ words }) => words)].join("\n")),
    words,
    marks,
    quotes,
    removedQuotes: article.removedQuotes,
    speakers: article.speakers.map(({ id, name, type, descriptions }) => ({
      id,
      name,
      type,
      quotes: quotes.filter((quote) => quote.speakers.includes(id)).length,
      descriptions: JSON.stringify(descriptions),
    })),
  };
}
