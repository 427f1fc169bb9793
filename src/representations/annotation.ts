import type { QuoteItem } from "../article/model/items.ts";
import { CONTEXT_LENGTH } from "../article/model/items.ts";
import type { Article } from "../article/model/schema.ts";
import { CodePointText, paragraphsOf, textOf } from "../article/model/text.ts";
import { apiArticleUrl, apiQuoteUrl, type Site, speakerUrl, textUrl } from "./links.ts";
import { rightsLine } from "./rights.ts";

/**
 * A quote as a W3C Web Annotation: one target per segment in the article's text, selected by its words with up to 32 code
 * points of their paragraph around them and by its position in code points (Web Annotation Data Model, 4.2.4 and 4.2.5:
 * "in terms of unicode code points, not in terms of code units"); the bodies name the speaker. The annotation context
 * defines the prefixes `dc` and `schema`.
 */
export function quoteAnnotation(item: QuoteItem, article: Article, site: Site): string {
  const text = new CodePointText(textOf(article));
  const paragraphs = new Map(paragraphsOf(article).map((paragraph) => [paragraph.id, paragraph]));
  const { speakers, mention } = item.attribution;
  const named = speakers.flatMap(({ id, name }) => [
    { type: "SpecificResource", source: speakerUrl(site, id), purpose: "identifying" },
    { type: "TextualBody", value: name, format: "text/plain", purpose: "tagging" },
  ]);
  const anonymous = mention === null ? [] : [{ type: "TextualBody", value: mention.text, format: "text/plain", purpose: "tagging" }];
  const body = named.length > 0 ? named : anonymous;
  return JSON.stringify({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${apiQuoteUrl(site, item.id)}?format=annotation`,
    type: "Annotation",
    motivation: named.length > 0 ? "identifying" : "highlighting",
    ...(body.length === 0 ? {} : { body }),
    target: item.segments.map((segment) => {
      // A page has no blank lines between its paragraphs: words on both sides of one would not be found there.
      const { start: first, end: last } = paragraphs.get(segment.paragraph) ?? segment;
      const prefix = text.slice(Math.max(first, segment.start - CONTEXT_LENGTH), segment.start);
      const suffix = text.slice(segment.end, Math.min(last, segment.end + CONTEXT_LENGTH));
      return {
        type: "SpecificResource",
        source: textUrl(site, item.article.slug),
        // The offsets are valid for one text only: the hash says which.
        "schema:sha256": item.article.revision,
        // `rights` must be an IRI (Data Model, 3.3.6), so `dc:rights` has the line itself.
        rights: `${apiArticleUrl(site, item.article.slug)}?fields=rights`,
        "dc:rights": rightsLine(item.article.rights),
        selector: [
          { type: "TextQuoteSelector", exact: segment.text, prefix, suffix },
          { type: "TextPositionSelector", start: segment.start, end: segment.end },
        ],
      };
    }),
  });
}
