import { BARE, distinctWords, type ExportedItem, hasWords, htmlOfText, plainWords } from "./exported.ts";
import { type JsonObject, objectOf, objectsOf, wordsOf } from "./json-values.ts";

/** The items of a JSON Feed (jsonfeed.org, versions 1 and 1.1): those with their text become articles. */
export function* jsonFeedItems(feed: JsonObject): Generator<ExportedItem> {
  for (const item of objectsOf(feed.items)) {
    const title = plainWords(wordsOf(item.title) ?? "");
    const html = wordsOf(item.content_html) ?? htmlOfText(wordsOf(item.content_text) ?? "");
    if (!hasWords(html)) {
      const summary = "The feed has a summary of it only, not its text. Download its page and import the HTML.";
      yield { title, refused: wordsOf(item.summary) === null ? "It has no text." : summary };
      continue;
    }
    const authors = namesOf(item);
    yield {
      article: {
        ...BARE,
        title,
        html,
        language: wordsOf(item.language) ?? wordsOf(feed.language),
        publishedAt: wordsOf(item.date_published),
        updatedAt: wordsOf(item.date_modified),
        url: [item.url, item.id].map(wordsOf).find((address) => address !== null && /^https?:/i.test(address)) ?? null,
        authors: authors.length > 0 ? authors : namesOf(feed),
        categories: distinctWords(Array.isArray(item.tags) ? item.tags.map(wordsOf) : []),
        image: wordsOf(item.image) ?? wordsOf(item.banner_image),
      },
    };
  }
}

/** Version 1 has one `author`, 1.1 has `authors`. */
function namesOf({ authors, author }: JsonObject): string[] {
  return distinctWords([...objectsOf(authors), objectOf(author)].map((person) => wordsOf(person?.name)));
}
