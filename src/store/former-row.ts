import { type FormerRevision, lastServed } from "../article/model/history.ts";
import { indexableOf } from "../article/words/searchable.ts";
import { type IndexedWords, indexedWords } from "./rows.ts";

/** What every store keeps of an earlier revision beside its JSON: plain values, made in one thread and written in another. */
export interface FormerRow {
  revision: string;
  /** When it was served last. */
  until: string;
  /** Number of its quotes, and the ids of those who said them. */
  quotes: number;
  speakers: string[];
  words: Pick<IndexedWords, "headline" | "body">;
}

/** What is kept of an earlier revision. @param indexable of its article */
export function formerRow(former: FormerRevision, indexable = indexableOf(former.article)): FormerRow {
  const { quotes } = former.article;
  const { headline, body } = indexedWords(indexable);
  return {
    revision: former.revision,
    until: lastServed(former),
    quotes: quotes.length,
    speakers: [...new Set(quotes.flatMap(({ attribution }) => attribution.speakers.map(({ id }) => id)))],
    words: { headline, body },
  };
}
