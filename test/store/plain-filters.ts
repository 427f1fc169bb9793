import type { Article, Quote } from "../../src/article/model/schema.ts";
import { fold } from "../../src/article/words/fold.ts";
import type { Filters } from "../../src/store/store.ts";

/** `Filters` told by reading one article, words and ids aside: what every store must agree with. */

/** Whether an article passes what is asked of articles. */
export function admitsArticle(article: Article, filters: Filters): boolean {
  const { languages, publishers, credits, articles } = filters;
  const language = article.language?.toLowerCase() ?? null;
  const publisher = article.publisher === null ? null : fold(article.publisher);
  return (
    any(languages, (range) => language !== null && `${language}-`.startsWith(`${range.toLowerCase()}-`)) &&
    any(publishers, (one) => one === publisher) &&
    any(credits, (one) => article.credits.some(({ name }) => fold(name) === one)) &&
    any(articles, (slug) => [article.slug, ...article.aliases].includes(slug)) &&
    within(article.publishedAt, filters.publishedFrom, filters.publishedTo) &&
    within(article.modifiedAt ?? article.importedAt, filters.modifiedFrom, filters.modifiedTo)
  );
}

/** The quotes of an article that pass what is asked of one quote. */
export function admittedQuotes(article: Article, filters: Filters): Quote[] {
  const { speakers, speakerTypes, kinds, bases, confidences } = filters;
  const typeOf = (id: string) => article.speakers.find((speaker) => speaker.id === id)?.type;
  return article.quotes.filter(({ kind, attribution }) => {
    const said: (string | null)[] = attribution.speakers.length === 0 ? [null] : attribution.speakers.map(({ id }) => id);
    return (
      any(kinds, (one) => one === kind) &&
      any(bases, (one) => one === attribution.basis) &&
      any(confidences, (one) => one === attribution.confidence) &&
      said.some((id) => any(speakers, (one) => one === id) && any(speakerTypes, (one) => id !== null && one === typeOf(id)))
    );
  });
}

/** Whether anything is asked of quotes. */
export function asksOfQuotes({ speakers, speakerTypes, kinds, bases, confidences }: Filters): boolean {
  return [speakers, speakerTypes, kinds, bases, confidences].some((one) => one !== null);
}

function any<T>(asked: T[] | null, holds: (one: T) => boolean): boolean {
  return asked?.some(holds) ?? true;
}

/** Compares by time, not as strings. */
function within(moment: string | null, from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true;
  if (moment === null) return false;
  const time = Date.parse(moment);
  return (from === null || time >= Date.parse(from)) && (to === null || time <= Date.parse(to.includes("T") ? to : `${to}T23:59:59Z`));
}
