import { html } from "ghtml";
import type { QuoteItem } from "../../article/model/items.ts";
import type { Article, Paragraph, Quote } from "../../article/model/schema.ts";
import { paragraphsOf } from "../../article/model/text.ts";
import { cutWords } from "../../representations/cut-words.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { type Run, runsOf } from "../../representations/runs.ts";
import { addresses } from "../addresses.ts";

/** Code points of the reporter's words shown beside marked ones; longer paragraphs are cut there, at a word. */
const AROUND = 700;

/** The paragraphs that a quote stands in, with all its segments, the words that name the speaker and those that report the speech marked. */
export function inTheArticle(item: QuoteItem, article: Article, site: Site): string {
  const { segments, attribution } = item;
  const spans = [...segments, ...[attribution.mention, attribution.cue].filter((span) => span !== null)];
  const paragraphs = paragraphsOf(article);
  const places = paragraphs.flatMap(({ start, end }, place) => (spans.some((span) => span.start < end && span.end > start) ? [place] : []));
  return places
    .map((place, at) => {
      const paragraph = paragraphs[place] as Paragraph;
      const isApart = at > 0 && places[at - 1] !== place - 1;
      const link = html`<a class="place" href="${pathOn(site, addresses.article(article.slug))}#${paragraph.id}">Paragraph ${paragraph.id.slice(1)}</a>`;
      return html`!${isApart ? '<p class="between">[…]</p>' : ""}!${link}<p dir="auto" lang="${article.language ?? ""}">!${wordsAround(item, paragraph)}</p>`;
    })
    .join("");
}

/** A paragraph, or sentences of one, with the parts of a quote marked. */
export function wordsAround(item: Quote, paragraph: Pick<Paragraph, "id" | "text" | "start" | "end">): string {
  const { mention, cue } = item.attribution;
  const beside = [mention, cue].filter((span) => span !== null);
  const segments = item.segments.filter(({ paragraph: id }) => id === paragraph.id).map(({ start, end }) => ({ quote: item, start, end }));
  const runs = runsOf(
    paragraph,
    segments,
    beside.flatMap(({ start, end }) => [start, end]),
  );
  const isIn = ({ start, end }: Run, span: typeof mention) => span !== null && start >= span.start && end <= span.end;
  return runs
    .map((run, place) => {
      if (run.quotes.length > 0) return html`<mark class="words">${run.text}</mark>`;
      if (isIn(run, mention)) return html`<mark class="mention">${run.text}</mark>`;
      if (isIn(run, cue)) return html`<mark class="cue">${run.text}</mark>`;
      return html`${around(run.text, place > 0, place < runs.length - 1)}`;
    })
    .join("");
}

/** The reporter's words, cut where they are long. @param after, before whether marked words stand before them, and after them */
function around(text: string, after: boolean, before: boolean): string {
  const characters = Array.from(text);
  if (characters.length <= (after && before ? 2 : 1) * AROUND) return text;
  const end = before ? `…${lastWords(characters)}` : "";
  return after ? `${cutWords(text, AROUND)}${before ? " " : ""}${end}` : end;
}

/** The last words of a long text; from any character on where it has no spaces. */
function lastWords(characters: string[]): string {
  const end = characters.slice(-AROUND).join("");
  return end.replace(/^\S*\s+/u, "") || end;
}
