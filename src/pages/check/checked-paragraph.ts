import { html } from "ghtml";
import type { Site } from "../../representations/links.ts";
import { type MarkedSegment, runsOf } from "../../representations/runs.ts";
import type { TextLine, TextSummary } from "../../verification/text/text-verification.ts";
import { findingBody } from "./finding.ts";
import { sign, UNCHECKED, type Verdict, verdictOn } from "./verdicts.ts";

/** A quote of a text, or a part of a long one, with its number in the text. */
export interface CheckedPart {
  number: number;
  line: Exclude<TextLine, { type: "summary" } & TextSummary>;
}

/** What is said of a part. */
export function verdictOf({ line }: CheckedPart): Verdict {
  return line.type === "quote" ? verdictOn(line) : UNCHECKED;
}

/**
 * A paragraph of a text: its quotes marked, and beside it what is recorded of those that begin in it.
 * @param paragraph its segments have the places of their parts in `parts`
 */
export function checkedParagraph(
  paragraph: { text: string; start: number; end: number; segments: MarkedSegment<number>[] },
  parts: readonly CheckedPart[],
  site: Site,
): string {
  if (paragraph.segments.length === 0) return html`<div class="row"><p dir="auto">${paragraph.text}</p></div>`;
  const words = runsOf(paragraph, paragraph.segments).map(({ text, start, end, quotes }) => {
    const of = quotes.flatMap((at) => parts[at] ?? []);
    const [first] = of;
    if (first === undefined) return html`${text}`;
    const refs = of.filter((_, place) => paragraph.segments.some((segment) => segment.quote === quotes[place] && segment.end === end));
    const opening = of.find(({ line }) => line.segments[0]?.start === start);
    const verdict = verdictOf(first);
    return html`<mark class="checked tone-${verdict.tone}"!${opening === undefined ? "" : html` id="text-${opening.number}"`}>${text}</mark>!${refs.map(reference)}`;
  });
  const begun = parts.filter(({ line }) => {
    const start = line.segments[0]?.start ?? -1;
    return start >= paragraph.start && start < paragraph.end;
  });
  return html`<div class="row!${begun.length === 0 ? "" : " has-findings"}"><p dir="auto">!${words}</p>!${begun.length === 0 ? "" : html`<div class="findings">!${begun.map((part) => findingCard(part, site))}</div>`}</div>`;
}

function reference(part: CheckedPart): string {
  const { name, tone, title } = verdictOf(part);
  return html`<a class="to-finding tone-${tone}" href="#finding-${part.number}" aria-label="Quote ${part.number}: ${title}">!${sign(name)}${part.number}</a>`;
}

const REASONS = {
  time: "The time for this text was over. Check the rest of it on its own.",
  "too-long": "It has more than 2,000 characters without a break.",
};

function findingCard(part: CheckedPart, site: Site): string {
  const { number, line } = part;
  const { name, tone, title } = verdictOf(part);
  return html`<section class="finding tone-${tone}" id="finding-${number}" aria-labelledby="verdict-${number}">
<h2 id="verdict-${number}"><a class="number" href="#text-${number}" aria-label="Quote ${number} in the text">${number}</a> !${sign(name)} ${title}</h2>
!${line.type === "quote" ? findingBody(line, site) : html`<p class="nothing">${REASONS[line.reason]}</p>`}
</section>`;
}
