import type { QuoteItem } from "../article/model/items.ts";
import type { Article } from "../article/model/schema.ts";
import { paragraphsOf } from "../article/model/text.ts";
import { citation } from "./attribution.ts";
import { creditLines } from "./credits.ts";
import { printable } from "./escape.ts";
import { articleUrl, externalUrl, quoteUrl, type Site } from "./links.ts";
import { markedText } from "./quotations.ts";
import { rightsLine } from "./rights.ts";

/** An article as CommonMark: every block in the order of the text, then rights and source where the text has none. */
export function articleMarkdown(article: Article): string {
  const { headline, sections, rights, sourceUrl } = article;
  const headings = sections.flatMap((section) => (section.heading === null ? [] : [section.heading]));
  const blocks = [
    { start: headline.start, markdown: `# ${escapeLine(headline.text)}` },
    ...headings.map(({ start, text }) => ({ start, markdown: `## ${escapeLine(text)}` })),
    ...paragraphsOf(article).map(({ start, text, role }) => ({
      start,
      markdown: role === "list-item" ? `- ${indent(escapeBlock(text))}` : escapeBlock(text),
    })),
    ...creditLines(article).map(({ start, text }) => ({ start, markdown: escapeBlock(text) })),
    ...(rights.notice === null ? [] : [{ start: rights.notice.start, markdown: escapeBlock(rightsLine(rights)) }]),
  ].sort((a, b) => a.start - b.start);
  const source = externalUrl(sourceUrl);
  const parts = [
    ...blocks.map((block) => block.markdown),
    ...(rights.notice === null ? [escapeBlock(rightsLine(rights))] : []),
    ...(source === null ? [] : [`<${source}>`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A quote as CommonMark: a block quotation, who said it where and when, the rights. */
export function quoteMarkdown(item: QuoteItem, site: Site): string {
  const { article } = item;
  const source = [
    `[${escapeLine(citation(item))}](${quoteUrl(site, item.id)})`,
    `[${escapeLine(article.headline.text)}](${articleUrl(site, article.slug)})`,
    ...(article.publisher === null ? [] : [escapeLine(article.publisher)]),
    ...(article.publishedAt === null ? [] : [escapeLine(article.publishedAt)]),
  ];
  const lines = [...escapeBlock(markedText(item)).split("\n"), "", `— ${source.join(", ")}`, "", escapeLine(rightsLine(article.rights))];
  return `${lines.map((line) => (line === "" ? ">" : `> ${line}`)).join("\n")}\n`;
}

/**
 * Escapes a string for CommonMark or GFM inline content on one line: no character of it is markup. Runs of white space
 * become one space, as they do when the Markdown is rendered.
 */
export function escapeLine(value: string): string {
  const line = printable(value)
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    // Emphasis, code, links, raw HTML, entities, strikethrough, tables, formulas.
    .replace(/[\\`*_[\]<>~|$]|&(?=#?[0-9A-Za-z]{1,31};)/g, "\\$&")
    // GitHub links bare addresses and then shows the backslashes inside them.
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww(?=\.)/gi, "$&\\");
  return (
    line
      // Markup at the beginning of a line only: headings, lists, underlines of headings.
      .replace(/^[#+\-=:]/, "\\$&")
      .replace(/^\d{1,9}(?=[.)])/, "$&\\")
      // A heading drops number signs at its end.
      .replace(/ (#+)$/, " \\$1")
  );
}

/** Escapes each line of a string. */
function escapeBlock(value: string): string {
  return value
    .split(/\r\n|\r|\n/)
    .map(escapeLine)
    .join("\n");
}

function indent(markdown: string): string {
  return markdown.replaceAll("\n", "\n  ");
}
