import type { ArticleSummary, QuoteItem, SpeakerSummary } from "../../article/model/items.ts";
import type { Rights, SpeakerRef } from "../../article/model/schema.ts";
import type { Items } from "./ndjson.ts";

/** A column: its name in the header row and its cell for an item; `null` is an empty cell. */
type Columns<Item> = Record<string, (item: Item) => string | number | null>;

/**
 * A list as CSV (RFC 4180, UTF-8 without byte order mark): a header row, then one row per item, each ended by CRLF.
 * Only one item is in memory at a time.
 */
export async function* csvRows<Item>(columns: Columns<Item>, items: Items<Item>): AsyncGenerator<string, void, void> {
  yield row(Object.keys(columns));
  const cells = Object.values(columns);
  for await (const item of items) yield row(cells.map((cell) => cell(item)));
}

function row(cells: (string | number | null)[]): string {
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

const ids = (speakers: SpeakerRef[]) => speakers.map((speaker) => speaker.id).join(" ");
const names = (speakers: SpeakerRef[]) => speakers.map((speaker) => speaker.name).join("; ");

/** Several ids or URLs in a cell are separated by spaces, which they cannot contain; several names by `; `, for reading only. */
export const articleColumns: Columns<ArticleSummary> = {
  slug: (article) => article.slug,
  headline: (article) => article.headline.text,
  language: (article) => article.language,
  publishedAt: (article) => article.publishedAt,
  updatedAt: (article) => article.updatedAt,
  importedAt: (article) => article.importedAt,
  sourceUrl: (article) => article.sourceUrl,
  publisher: (article) => article.publisher,
  wordCount: (article) => article.wordCount,
  quotes: (article) => article.quotes,
  speakerIds: (article) => ids(article.speakers),
  speakerNames: (article) => names(article.speakers),
  revision: (article) => article.revision,
  ...rightsColumnsOf((article: ArticleSummary) => article.rights),
};

/** `segments`: one `{paragraph}:{start}-{end}` each, offsets in code points of the article's text. */
export const quoteColumns: Columns<QuoteItem> = {
  id: (quote) => quote.id,
  kind: (quote) => quote.kind,
  text: (quote) => quote.text,
  speakerIds: (quote) => ids(quote.attribution.speakers),
  speakerNames: (quote) => names(quote.attribution.speakers),
  mention: (quote) => quote.attribution.mention?.text ?? null,
  cue: (quote) => quote.attribution.cue?.text ?? null,
  basis: (quote) => quote.attribution.basis,
  confidence: (quote) => quote.attribution.confidence,
  segments: (quote) => quote.segments.map(({ paragraph, start, end }) => `${paragraph}:${start}-${end}`).join(" "),
  before: (quote) => quote.context.before,
  after: (quote) => quote.context.after,
  article: (quote) => quote.article.slug,
  headline: (quote) => quote.article.headline.text,
  publishedAt: (quote) => quote.article.publishedAt,
  publisher: (quote) => quote.article.publisher,
  revision: (quote) => quote.article.revision,
  ...rightsColumnsOf((quote: QuoteItem) => quote.article.rights),
};

export const speakerColumns: Columns<SpeakerSummary> = {
  id: (speaker) => speaker.id,
  name: (speaker) => speaker.name,
  type: (speaker) => speaker.type,
  aliases: (speaker) => speaker.aliases.join("; "),
  sameAs: (speaker) => speaker.sameAs.join(" "),
  articles: (speaker) => speaker.articles,
  quotes: (speaker) => speaker.quotes,
};

function rightsColumnsOf<Item>(rightsOf: (item: Item) => Rights): Columns<Item> {
  return {
    rightsNotice: (item) => rightsOf(item).notice?.text ?? null,
    rightsHolder: (item) => rightsOf(item).holder,
    rightsYear: (item) => rightsOf(item).year,
    licence: (item) => rightsOf(item).licence,
  };
}
