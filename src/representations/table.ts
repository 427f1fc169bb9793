import type { ArticleSummary, QuoteItem, SpeakerSummary } from "../article/model/items.ts";
import type { Article } from "../article/model/schema.ts";
import { textOf } from "../article/model/text.ts";
import type { SearchHit } from "../article/words/search-hit.ts";
import { type ArticlePlace, addressedArticle, addressedHit, addressedQuoteItem, addressedRef, addressedSpeaker } from "./addressed.ts";
import { quoteAnnotation } from "./annotation.ts";
import { atomFeed } from "./feeds/atom.ts";
import type { Feed } from "./feeds/feed.ts";
import { jsonFeed } from "./feeds/json-feed.ts";
import { articleHtml, quoteHtml } from "./html.ts";
import { articleJsonLd, quoteJsonLd } from "./json-ld.ts";
import type { Site } from "./links.ts";
import { articleColumns, type CsvOptions, csvRows, hitColumns, quoteColumns, speakerColumns, withSources } from "./lists/csv.ts";
import { picked } from "./lists/fields.ts";
import { type Items, ndjsonLines } from "./lists/ndjson.ts";
import { articleMarkdown, quoteMarkdown } from "./markdown.ts";
import { articleNinjs } from "./ninjs.ts";
import { quoteText } from "./quote-text.ts";

/** The media type of a format. */
export interface MediaType {
  /** Its value of `?format=`. */
  name: string;
  /**
   * Matched against `Accept`, in the order of the table: the first is the default, and of two that match equally
   * (`application/ld+json`) the earlier one is chosen.
   */
  mediaType: string;
  /** The value of `Content-Type`. */
  contentType: string;
  /** For the name of a download, without a full stop. */
  extension: string;
}

/** A format of a single resource: pure, the same subject and site give the same string. */
export interface Format<Subject> extends MediaType {
  render: (subject: Subject, site: Site) => string;
}

/** What a format of a list may need beside the items. */
interface ListOptions extends CsvOptions {
  /** The article of a slug; `null` when there is none. Without it, CSV leaves empty what only articles have. */
  articleOf?: (slug: string) => Promise<Article | null>;
}

/** A format of a whole list. `write` streams it in constant memory; JSON has none, because it comes in pages. */
interface ListFormat<Item> extends MediaType {
  write: ((items: Items<Item>, options?: ListOptions) => AsyncGenerator<string, void, void>) | null;
}

/** A kind of list: its formats, and what an item is in those that are JSON. */
export interface Listed<Item> {
  formats: readonly ListFormat<Item>[];
  shown: (item: Item, site: Site) => object;
}

/** A quote with its article, which has the text between its segments. */
export interface QuoteInArticle {
  quote: QuoteItem;
  article: Article;
}

export const JSON_TYPE = type("json", "application/json", "json");
export const TEXT_TYPE = type("text", "text/plain", "txt", "charset=utf-8");
// RFC 7763 asks for the charset; the variant is registered by RFC 7764.
const MARKDOWN_TYPE = type("markdown", "text/markdown", "md", "charset=utf-8; variant=CommonMark");
export const HTML_TYPE = type("html", "text/html", "html", "charset=utf-8");
const JSON_LD_TYPE = type("jsonld", "application/ld+json", "jsonld");
// IPTC has registered no media type for ninjs. This one is named as those it has for NewsML-G2 (`application/vnd.iptc.g2.newsitem+xml`).
const NINJS_TYPE = type("ninjs", "application/vnd.iptc.ninjs+json", "ninjs.json");
const ANNOTATION_TYPE = type("annotation", 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', "annotation.jsonld");

/** The formats of an article. */
export const articleFormats: readonly Format<Article>[] = [
  { ...JSON_TYPE, render: (article, site) => JSON.stringify(addressedArticle(article, site)) },
  { ...TEXT_TYPE, render: textOf },
  { ...MARKDOWN_TYPE, render: articleMarkdown },
  { ...HTML_TYPE, render: articleHtml },
  { ...JSON_LD_TYPE, render: articleJsonLd },
  { ...NINJS_TYPE, render: articleNinjs },
];

/** The formats of a quote. */
export const quoteFormats: readonly Format<QuoteInArticle>[] = [
  { ...JSON_TYPE, render: ({ quote }, site) => JSON.stringify(addressedQuoteItem(quote, site)) },
  { ...TEXT_TYPE, render: ({ quote }, site) => quoteText(quote, site) },
  { ...MARKDOWN_TYPE, render: ({ quote }, site) => quoteMarkdown(quote, site) },
  { ...HTML_TYPE, render: ({ quote, article }, site) => quoteHtml(quote, article, site) },
  { ...JSON_LD_TYPE, render: ({ quote, article }, site) => quoteJsonLd(quote, article, site) },
  { ...ANNOTATION_TYPE, render: ({ quote, article }, site) => quoteAnnotation(quote, article, site) },
];

/** The formats of the two feeds. The path (`.atom`, `.json`) selects one, not `Accept`. */
export const feedFormats: readonly (MediaType & { render: (feed: Feed) => string })[] = [
  { ...type("atom", "application/atom+xml", "atom", "charset=utf-8"), render: atomFeed },
  { ...type("json", "application/feed+json", "json"), render: jsonFeed },
];

export const NDJSON_TYPE = type("ndjson", "application/x-ndjson", "ndjson");
export const CSV_TYPE = type("csv", "text/csv", "csv", "charset=utf-8; header=present");

/** The list of articles. */
export const articleList = listed<ArticleSummary>(
  (article, site) => addressedRef(article, site),
  (items, options) => csvRows(articleColumns, items, options),
);

/** The list of quotes. */
export const quoteList = listed<QuoteItem>((quote, site) => addressedQuoteItem(quote, site), writeQuotes);

/** The list of the quotes of a former revision. */
export function formerQuoteList(place: ArticlePlace): Listed<QuoteItem> {
  return listed((quote, site) => addressedQuoteItem(quote, site, place), writeQuotes);
}

/** The list of speakers. */
export const speakerList = listed<SpeakerSummary>(addressedSpeaker, (items, options) => csvRows(speakerColumns, items, options));

/** The hits of a search. */
export const hitList = listed<SearchHit>(addressedHit, (items, options) => csvRows(hitColumns, items, options));

function writeQuotes(items: Items<QuoteItem>, options: ListOptions = {}) {
  return csvRows(quoteColumns, withSources(items, options.articleOf), options);
}

function listed<Item>(shown: Listed<Item>["shown"], writeCsv: NonNullable<ListFormat<Item>["write"]>): Listed<Item> {
  async function* shownItems(items: Items<Item>, { site = { publicUrl: "" }, fields = null }: ListOptions = {}) {
    for await (const item of items) yield picked(shown(item, site), fields);
  }
  return {
    shown,
    formats: [
      { ...JSON_TYPE, write: null },
      { ...NDJSON_TYPE, write: (items, options) => ndjsonLines(shownItems(items, options)) },
      { ...CSV_TYPE, write: writeCsv },
    ],
  };
}

function type(name: string, mediaType: string, extension: string, parameters?: string): MediaType {
  return { name, mediaType, contentType: parameters === undefined ? mediaType : `${mediaType}; ${parameters}`, extension };
}
