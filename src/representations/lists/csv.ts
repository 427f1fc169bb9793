import type { ArticleSummary, QuoteItem, SpeakerSummary } from "../../article/model/items.ts";
import type { Article, Rights, SpeakerRef, SpeakerType } from "../../article/model/schema.ts";
import type { SearchHit } from "../../article/words/search-hit.ts";
import { apiArticleUrl, apiQuoteUrl, apiSpeakerUrl, articleUrl, quoteUrl, type Site, speakerUrl } from "../links.ts";
import type { Items } from "./ndjson.ts";

/** A column by its name in the header row: the field of the JSON item that it is made of, and its cell for an item; `null` is an empty cell. */
type Columns<Item> = Record<string, readonly [field: string, cell: Cell<Item>]>;
type Cell<Item> = (item: Item, site: Site) => string | number | null;

export interface CsvOptions {
  /** Where addresses are absolute; without it they are path-absolute. */
  site?: Site;
  /** Whether the text begins with a byte order mark, without which Excel does not take it for UTF-8. */
  bom?: boolean;
  /** The fields whose columns are written; `null` stands for all. */
  fields?: ReadonlySet<string> | null;
}

/**
 * A list as CSV (RFC 4180, UTF-8): a header row, then one row per item, each ended by CRLF. Only one item is in memory at a time.
 */
export async function* csvRows<Item>(
  columns: Columns<Item>,
  items: Items<Item>,
  { site = { publicUrl: "" }, bom = false, fields = null }: CsvOptions = {},
): AsyncGenerator<string, void, void> {
  const written = Object.entries(columns).filter(([, [field]]) => fields === null || fields.has(field));
  yield csvHeader(
    written.map(([name]) => name),
    bom,
  );
  for await (const item of items) yield csvRow(written.map(([, [, cell]]) => cell(item, site)));
}

/** What a table begins with: the names of its columns. @param bom see `CsvOptions` */
export function csvHeader(names: string[], bom: boolean): string {
  return `${bom ? "\u{feff}" : ""}${csvRow(names)}`;
}

/** One row with its end. */
export function csvRow(cells: (string | number | null)[]): string {
  return `${cells.map((cell) => (cell === null ? "" : csvField(String(cell)))).join(",")}\r\n`;
}

// Beginnings of a cell that spreadsheets take for a formula, full-width forms included (OWASP, "CSV Injection").
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * One cell. A cell that a spreadsheet would run as a formula gets an apostrophe in front; so does one that has apostrophes
 * in front of a formula already. So removing one apostrophe from every cell that begins with apostrophes and one of
 * `= + - @`, TAB, CR, LF (or a full-width form) restores the exact words.
 */
export function csvField(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The day of a moment, in UTC: `publishedAt` is a day or an instant, and programs that read dates want one form. */
const dayOf = (moment: string | null) => moment?.slice(0, 10) ?? null;

const ids = (speakers: SpeakerRef[]) => speakers.map((speaker) => speaker.id).join(" ");
const names = (speakers: SpeakerRef[]) => speakers.map((speaker) => speaker.name).join("; ");

/** `url` is the address in the API, `page` that of the page for people. Several ids or URLs in a cell are separated by spaces, which they cannot contain; several names by `; `, for reading only. */
export const articleColumns: Columns<ArticleSummary> = {
  slug: ["slug", (article) => article.slug],
  headline: ["headline", (article) => article.headline.text],
  language: ["language", (article) => article.language],
  publishedAt: ["publishedAt", (article) => article.publishedAt],
  publishedOn: ["publishedAt", (article) => dayOf(article.publishedAt)],
  updatedAt: ["updatedAt", (article) => article.updatedAt],
  importedAt: ["importedAt", (article) => article.importedAt],
  modifiedAt: ["modifiedAt", (article) => article.modifiedAt],
  sourceUrl: ["sourceUrl", (article) => article.sourceUrl],
  url: ["url", (article, site) => apiArticleUrl(site, article.slug)],
  page: ["page", (article, site) => articleUrl(site, article.slug)],
  publisher: ["publisher", (article) => article.publisher],
  wordCount: ["wordCount", (article) => article.wordCount],
  quoteCount: ["quoteCount", (article) => article.quoteCount],
  speakerIds: ["speakers", (article) => ids(article.speakers)],
  speakerNames: ["speakers", (article) => names(article.speakers)],
  revision: ["revision", (article) => article.revision],
  ...rightsColumnsOf("rights", (article: ArticleSummary) => article.rights),
};

/** A quote with what only its article has. */
export interface SourcedQuote extends QuoteItem {
  sourceUrl?: string | null;
  /** One for each speaker, in their order. */
  speakerTypes?: SpeakerType[];
}

/**
 * Quotes with what only their articles have. Quotes of one article come one after the other, so each article is read once.
 * @param articleOf gives the article of a slug, or `null` when it was withdrawn meanwhile
 */
export async function* withSources(
  quotes: Items<QuoteItem>,
  articleOf: (slug: string) => Promise<Article | null> = async () => null,
): AsyncGenerator<SourcedQuote, void, void> {
  let article: Article | null = null;
  for await (const quote of quotes) {
    const { slug } = quote.article;
    if (article?.slug !== slug) article = await articleOf(slug);
    const types = new Map(article?.speakers.map(({ id, type }) => [id, type]));
    yield {
      ...quote,
      sourceUrl: article?.sourceUrl ?? null,
      speakerTypes: quote.attribution.speakers.flatMap(({ id }) => types.get(id) ?? []),
    };
  }
}

/** `segments`: one `{paragraph}:{start}-{end}` each, offsets in code points of the article's text. */
export const quoteColumns: Columns<SourcedQuote> = {
  id: ["id", (quote) => quote.id],
  kind: ["kind", (quote) => quote.kind],
  text: ["text", (quote) => quote.text],
  speakerIds: ["attribution", (quote) => ids(quote.attribution.speakers)],
  speakerNames: ["attribution", (quote) => names(quote.attribution.speakers)],
  speakerTypes: ["attribution", (quote) => quote.speakerTypes?.join(" ") ?? null],
  mention: ["attribution", (quote) => quote.attribution.mention?.text ?? null],
  cue: ["attribution", (quote) => quote.attribution.cue?.text ?? null],
  basis: ["attribution", (quote) => quote.attribution.basis],
  confidence: ["attribution", (quote) => quote.attribution.confidence],
  segments: ["segments", (quote) => quote.segments.map(({ paragraph, start, end }) => `${paragraph}:${start}-${end}`).join(" ")],
  before: ["context", (quote) => quote.context.before],
  after: ["context", (quote) => quote.context.after],
  article: ["article", (quote) => quote.article.slug],
  headline: ["article", (quote) => quote.article.headline.text],
  publishedAt: ["article", (quote) => quote.article.publishedAt],
  publishedOn: ["article", (quote) => dayOf(quote.article.publishedAt)],
  publisher: ["article", (quote) => quote.article.publisher],
  sourceUrl: ["article", (quote) => quote.sourceUrl ?? null],
  url: ["url", (quote, site) => apiQuoteUrl(site, quote.id)],
  page: ["page", (quote, site) => quoteUrl(site, quote.id)],
  revision: ["article", (quote) => quote.article.revision],
  aliases: ["aliases", (quote) => quote.aliases.join(" ")],
  ...rightsColumnsOf("article", (quote: QuoteItem) => quote.article.rights),
};

/** Hits of a search. `found` has the words found, each once; `excerpts` the pieces of the text, the best first, one a line of the cell. */
export const hitColumns: Columns<SearchHit> = {
  article: ["article", ({ article }) => article.slug],
  headline: ["article", ({ article }) => article.headline.text],
  publishedAt: ["article", ({ article }) => article.publishedAt],
  publishedOn: ["article", ({ article }) => dayOf(article.publishedAt)],
  publisher: ["article", ({ article }) => article.publisher],
  found: ["fragments", ({ fragments }) => once(fragments.flatMap(({ highlights }) => highlights.map(({ text }) => text))).join("; ")],
  excerpts: ["fragments", ({ fragments }) => fragments.map(({ text }) => text).join("\n")],
  quoteIds: ["fragments", ({ fragments }) => once(fragments.flatMap(({ quote }) => quote?.id ?? [])).join(" ")],
  url: ["url", ({ article }, site) => apiArticleUrl(site, article.slug)],
  page: ["page", ({ article }, site) => articleUrl(site, article.slug)],
  revision: ["article", ({ article }) => article.revision],
  ...rightsColumnsOf("article", ({ article }: SearchHit) => article.rights),
};

const once = (words: string[]) => [...new Set(words)];

export const speakerColumns: Columns<SpeakerSummary> = {
  id: ["id", (speaker) => speaker.id],
  name: ["name", (speaker) => speaker.name],
  type: ["type", (speaker) => speaker.type],
  aliases: ["aliases", (speaker) => speaker.aliases.join("; ")],
  sameAs: ["sameAs", (speaker) => speaker.sameAs.join(" ")],
  articleCount: ["articleCount", (speaker) => speaker.articleCount],
  quoteCount: ["quoteCount", (speaker) => speaker.quoteCount],
  url: ["url", (speaker, site) => apiSpeakerUrl(site, speaker.id)],
  page: ["page", (speaker, site) => speakerUrl(site, speaker.id)],
};

function rightsColumnsOf<Item>(field: string, rightsOf: (item: Item) => Rights): Columns<Item> {
  return {
    rightsNotice: [field, (item) => rightsOf(item).notice?.text ?? null],
    rightsHolder: [field, (item) => rightsOf(item).holder],
    rightsYear: [field, (item) => rightsOf(item).year],
    licence: [field, (item) => rightsOf(item).licence],
  };
}
