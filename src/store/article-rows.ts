import { hash } from "node:crypto";
import { quoteItems, summaryOf } from "../article/items.ts";
import type { Article, QuoteKind, SpeakerType } from "../article/schema.ts";
import { BLOCK_BREAK, narrationWords, type Searchable, searchableOf } from "../article/searchable.ts";
import { datesOf, foldedWords } from "./entry.ts";
import { IN_HEADLINE, IN_NARRATION, IN_QUOTE, TIMES } from "./word-lists.ts";

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
  const searchable = searchableOf(article);
  const narration = narrationWords(searchable);
  const quotes = quoteItems(article).map((item) => ({
    id: item.id,
    aliases: item.aliases,
    kind: item.kind,
    item: JSON.stringify(item),
    words: foldedWords(item.segments.map((segment) => segment.text)),
    speakers: [...new Set(item.attribution.speakers.map((speaker) => speaker.id))],
  }));
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
    ...markedWords(searchable.words, narration, quotes),
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

/**
 * Every word of an article once, and its marks.
 *
 * @param text its folded words (`Searchable.words`), then those outside quotes, and of each quote
 */
export function markedWords(text: string, narration: string, quotes: { words: string }[]): Pick<ArticleRows, "words" | "marks"> {
  const marked = new Map<string, number>();
  const mark = (words: string, bit: number) => {
    for (const word of words.split(" ")) marked.set(word, (marked.get(word) ?? 0) | bit);
  };
  let inHeadline = IN_HEADLINE;
  for (const word of text.split(" ")) {
    if (word === BLOCK_BREAK) inHeadline = 0;
    const known = marked.get(word) ?? 0;
    marked.set(word, (known & TIMES) === TIMES ? known | inHeadline : (known | inHeadline) + 1);
  }
  mark(narration, IN_NARRATION);
  for (const { words } of quotes) mark(words, IN_QUOTE);
  marked.delete("");
  marked.delete(BLOCK_BREAK);
  return { words: [...marked.keys()], marks: Uint8Array.from(marked.values()) };
}
