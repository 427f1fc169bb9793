import type { RegisteredSpeaker } from "../article/corrections/speaker-registry.ts";
import { instantOf } from "../article/model/instants.ts";
import type { SpeakerSummary } from "../article/model/items.ts";
import type { Article, Speaker } from "../article/model/schema.ts";
import { fold } from "../article/words/fold.ts";
import { BLOCK_BREAK } from "../article/words/searchable.ts";

/** What every store indexes an article, a quote or a speaker by. */

/** Stands in `quote_speakers` for quotes nobody is named for; no speaker has an empty id. */
export const NOBODY = "";

/** The instants an article is found and sorted by; they compare as strings. */
export function datesOf(article: Article): { published: string | null; sortPublished: string; sortUpdated: string } {
  const published = article.publishedAt === null ? null : instantOf(article.publishedAt);
  const sortPublished = published ?? article.importedAt;
  return { published, sortPublished, sortUpdated: article.updatedAt === null ? sortPublished : instantOf(article.updatedAt) };
}

/** Texts as folded words, each with a space in front, `BLOCK_BREAK` between texts: the form of `Searchable.words`. */
export function foldedWords(texts: string[]): string {
  return texts.map((text) => ` ${fold(text)}`).join(` ${BLOCK_BREAK}`);
}

/** A speaker as all articles have it: the registered name and type, else those of the newest article. */
export function speakerSummary(
  id: string,
  newest: Pick<Speaker, "name" | "type">,
  registered: RegisteredSpeaker | undefined,
  counts: { articles: number; quotes: number },
): SpeakerSummary {
  return {
    id,
    name: registered?.name ?? newest.name,
    type: registered?.type ?? newest.type,
    aliases: registered?.aliases ?? [],
    sameAs: registered?.sameAs ?? [],
    articles: counts.articles,
    quotes: counts.quotes,
  };
}

/** Compares by bytes of UTF-8, which is the order of both stores' databases. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
