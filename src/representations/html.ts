import type { QuoteItem } from "../article/model/items.ts";
import type { Article, Paragraph } from "../article/model/schema.ts";
import { citation, UNCERTAIN, voicesOf } from "./attribution.ts";
import { creditsAround } from "./credits.ts";
import { escapeHtml } from "./escape.ts";
import { articleUrl, externalUrl, quoteUrl, type Site, speakerUrl, textUrl } from "./links.ts";
import { markedText } from "./quotations.ts";
import { rightsLine } from "./rights.ts";
import { type MarkedSegment, runsOf, segmentsByParagraph } from "./runs.ts";

/**
 * An article as a whole HTML document without style or script. Paragraphs keep their ids (`#p2`), sections are
 * `#section-{id}`, and the first segment of a quote is `#quote-{id}`.
 */
export function articleHtml(article: Article): string {
  const { headline, publishedAt, publisher, sourceUrl } = article;
  const [bylines, otherLines] = creditsHtml(article);
  const source = externalUrl(sourceUrl);
  const origin = [
    ...(publisher === null ? [] : [`<bdi>${escapeHtml(publisher)}</bdi>`]),
    ...(publishedAt === null ? [] : [timeHtml(publishedAt)]),
  ];
  return documentHtml(headline.text.trim() || article.slug, article.language, [
    "<article>",
    "<header>",
    `<h1>${escapeHtml(headline.text)}</h1>`,
    ...bylines,
    ...(origin.length === 0 ? [] : [`<p>${origin.join(", ")}</p>`]),
    "</header>",
    ...sectionsHtml(article, { ids: true }),
    "<footer>",
    ...otherLines,
    `<p>${escapeHtml(rightsLine(article.rights))}</p>`,
    ...(source === null ? [] : [`<p><a href="${escapeHtml(source)}">${escapeHtml(source)}</a></p>`]),
    "</footer>",
    "</article>",
  ]);
}

/** An article's credits, sections and rights as an HTML fragment without ids, for feeds. */
export function articleContentHtml(article: Article): string {
  const [bylines, otherLines] = creditsHtml(article);
  const rights = `<p>${escapeHtml(rightsLine(article.rights))}</p>`;
  return [...bylines, ...sectionsHtml(article, { ids: false }), ...otherLines, rights].join("\n");
}

/** A quote as a whole HTML document: the figure of quoteContentHtml. */
export function quoteHtml(item: QuoteItem, article: Pick<Article, "language">, site: Site): string {
  return documentHtml(`${citation(item)}, ${item.article.headline.text.trim()}`, article.language, [quoteContentHtml(item, site)]);
}

/**
 * A quote as a `figure`: the block quotation, then speaker, article, outlet, date and rights. `bdi` keeps a name that is written
 * from right to left from reordering the words beside it.
 */
export function quoteContentHtml(item: QuoteItem, site: Site): string {
  const { article, attribution } = item;
  const { uncertain, named } = voicesOf(attribution);
  const voices = named.map(({ id, words }) => {
    const voice = `<bdi>${escapeHtml(words)}</bdi>`;
    return id === null ? voice : `<a href="${escapeHtml(speakerUrl(site, id))}">${voice}</a>`;
  });
  const speaker = (uncertain ? UNCERTAIN : "") + (voices.join(", ") || "<bdi>unattributed</bdi>");
  const source = `<cite><a href="${escapeHtml(articleUrl(site, article.slug))}"><bdi>${escapeHtml(article.headline.text)}</bdi></a></cite>`;
  const caption = [
    citation(item, speaker),
    source,
    ...(article.publisher === null ? [] : [`<bdi>${escapeHtml(article.publisher)}</bdi>`]),
    ...(article.publishedAt === null ? [] : [timeHtml(article.publishedAt)]),
    `<a href="${escapeHtml(quoteUrl(site, item.id))}">${escapeHtml(item.id)}</a>`,
  ];
  return [
    "<figure>",
    `<blockquote cite="${escapeHtml(textUrl(site, article.slug))}" data-quote="${escapeHtml(item.id)}" data-kind="${item.kind}">`,
    `<p>${escapeHtml(markedText(item))}</p>`,
    "</blockquote>",
    `<figcaption>${caption.join(", ")}<br><small>${escapeHtml(rightsLine(article.rights))}</small></figcaption>`,
    "</figure>",
  ].join("\n");
}

function documentHtml(title: string, language: string | null, body: string[]): string {
  return [
    "<!doctype html>",
    // An empty `lang` says that the language is unknown (HTML, "the lang and xml:lang attributes").
    `<html lang="${escapeHtml(language ?? "")}" dir="auto">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    "</head>",
    "<body>",
    ...body,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function timeHtml(moment: string): string {
  return `<time datetime="${escapeHtml(moment)}">${escapeHtml(moment)}</time>`;
}

/** Credit lines as paragraphs: those before the body, and those after it. */
function creditsHtml(article: Article): [string[], string[]] {
  const { before, after } = creditsAround(article);
  const paragraph = ({ text }: { text: string }) => `<p>${escapeHtml(text)}</p>`;
  return [before.map(paragraph), after.map(paragraph)];
}

function sectionsHtml(article: Article, { ids }: { ids: boolean }): string[] {
  const segments = segmentsByParagraph(article);
  const seen = new Set<string>();
  return article.sections.flatMap(({ id, heading, paragraphs }) => [
    ids ? `<section id="section-${escapeHtml(id)}">` : "<section>",
    ...(heading === null ? [] : [`<h2>${escapeHtml(heading.text)}</h2>`]),
    ...paragraphs.flatMap((paragraph, place) => {
      const attributes = `${ids ? ` id="${paragraph.id}"` : ""}${paragraph.role === "body" ? "" : ` data-role="${paragraph.role}"`}`;
      const marked = markQuotes(paragraph, segments.get(paragraph.id) ?? [], ids ? seen : null);
      if (paragraph.role !== "list-item") return [`<p${attributes}>${marked}</p>`];
      const opens = paragraphs[place - 1]?.role !== "list-item";
      const closes = paragraphs[place + 1]?.role !== "list-item";
      return [...(opens ? ["<ul>"] : []), `<li${attributes}>${marked}</li>`, ...(closes ? ["</ul>"] : [])];
    }),
    "</section>",
  ]);
}

/**
 * A paragraph's text with every segment in a `span` that has the ids of its quotes. Not in `q`, because browsers add marks
 * to it and the article's own marks are in the text.
 */
function markQuotes(paragraph: Paragraph, segments: MarkedSegment[], seen: Set<string> | null): string {
  return runsOf(paragraph, segments)
    .map(({ text, quotes }) => {
      const words = escapeHtml(text);
      return quotes.length === 0
        ? words
        : `<span${anchor(quotes, seen)} data-quote="${quotes.map(({ id }) => id).join(" ")}">${words}</span>`;
    })
    .join("");
}

/** An `id` for the first span of a quote; where two quotes begin together the later ones have none. */
function anchor(open: { id: string }[], seen: Set<string> | null): string {
  if (seen === null) return "";
  const first = open.find(({ id }) => !seen.has(id));
  if (first === undefined) return "";
  seen.add(first.id);
  return ` id="quote-${first.id}"`;
}
