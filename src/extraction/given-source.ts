import type { Article } from "../article/model/schema.ts";
import { extract } from "./extract.ts";
import { type SourceRow, sourceOfRow } from "./reading/source-row.ts";
import { UnreadableSource } from "./reading/unreadable-source.ts";

/** A text that claims are checked against. */
export type GivenText = Pick<SourceRow, "text" | "markdown" | "html" | "title" | "url" | "publisher">;

/** A longer first line is a paragraph. UTF-16 units. */
const MAX_HEADLINE = 150;
const HEADLINE_OF_PAGE = /<(?:h[12]|title)[\s>]|property=["']?og:title/i;
const HEADLINE_OF_MARKDOWN = /^(?:#|---\s|\+\+\+\s)|^[^\n]+\n=+\s/;

/**
 * The article of a text that is given along. One that does not begin with a headline gets its number as one: its first
 * paragraph would become the headline, in which nobody speaks.
 *
 * @param number from 1; the slug is `source-{number}`
 * @throws UnreadableSource
 */
export function extractGiven(given: GivenText, number: number, importedAt: string): Article {
  if ((given.text ?? given.markdown ?? given.html ?? "").trim() === "") throw new UnreadableSource("empty", "The source is empty.");
  const { raw, mediaType } = sourceOfRow({ ...given, title: given.title ?? (hasHeadline(given) ? undefined : `Source ${number}`) });
  return extract(raw, {
    mediaType,
    slug: `source-${number}`,
    sourceUrl: given.url ?? undefined,
    publisher: given.publisher ?? undefined,
    importedAt,
  }).article;
}

function hasHeadline({ text, markdown, html }: GivenText): boolean {
  if (html !== undefined) return HEADLINE_OF_PAGE.test(html);
  const opening = (markdown ?? text ?? "").trimStart().slice(0, 2 * MAX_HEADLINE);
  if (markdown !== undefined && HEADLINE_OF_MARKDOWN.test(opening)) return true;
  const [line = "", rest] = opening.split(/[\r\n]+/);
  return rest !== undefined && line.length <= MAX_HEADLINE && !/["“”«»„]|[.!?…:;,]\s*$/u.test(line);
}
