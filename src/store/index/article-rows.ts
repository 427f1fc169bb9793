import { hash } from "node:crypto";
import type { Article } from "../../article/model/schema.ts";
import { indexableOf } from "../../article/words/searchable.ts";
import { quoteJson, type ArticleRows as SharedRows, rowsOf as sharedRowsOf } from "../rows.ts";
import { markedWords } from "./marked-words.ts";

/** All that the index holds of an article, as plain values: they are made where there is time, and written elsewhere. */
export interface ArticleRows extends SharedRows {
  items: string[];
  /** Tells one state of the indexes of words from another. */
  indexed: string;
  wordCount: number;
  whole: string;
  /** Every word of the text and the quotes, and its marks (see `WordList`). */
  marked: string[];
  marks: Uint8Array;
}

export function rowsOf(article: Article): ArticleRows {
  const indexable = indexableOf(article);
  const rows = sharedRowsOf(article, indexable);
  const { words, marks } = markedWords(
    indexable,
    rows.quotes.map((quote) => quote.words),
  );
  const whole = indexable.searchable.words;
  return {
    ...rows,
    items: quoteJson(rows.json),
    indexed: hash("sha256", [whole, rows.words.narration, ...rows.quotes.map((quote) => quote.words)].join("\n")),
    wordCount: indexable.sequence.length,
    whole,
    marked: words,
    marks,
  };
}
