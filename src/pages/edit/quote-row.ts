import { html } from "ghtml";
import type { Article, Paragraph, Quote, Span } from "../../article/model/schema.ts";
import { CodePointText, paragraphsOf } from "../../article/model/text.ts";
import type { Site } from "../../representations/links.ts";
import { KIND_OF_QUOTE, LABELS } from "../labels.ts";
import { wordsAround } from "../quotes/in-the-article.ts";
import { speakerLinks } from "../quotes/quote-block.ts";

/** What an editor looks at first: guesses, then quotes nobody is named for, then what is surer; what an editor set comes last. */
const URGENCY = ["low", null, "medium", "high", "editor"];

/** Quotes in the order in which an editor looks at them; equal ones in the order of the text. */
export function leastCertainFirst(quotes: Quote[]): Quote[] {
  const urgency = ({ attribution: { basis, confidence } }: Quote) => URGENCY.indexOf(basis === "editor" ? basis : confidence);
  return quotes.toSorted((a, b) => urgency(a) - urgency(b));
}

/** A quote with its sentences and what can be chosen for it; the script shows the choices. @param number its place in the text, from 1 */
export function quoteRow(quote: Quote, number: number, article: Article, site: Site): string {
  const { id, kind, attribution } = quote;
  const { basis, confidence } = attribution;
  const sure =
    confidence === null ? "Nobody is named" : `${LABELS.confidence[confidence]} confidence: ${basis && lowered(LABELS.basis[basis])}`;
  const sentences = sentencesOf(quote, article).map(
    (part) => html`<p dir="auto" lang="${article.language ?? ""}">!${wordsAround(quote, part)}</p>`,
  );
  return html`<li class="row sure-${basis === "editor" ? basis : confidence}" id="said-${id}" data-quote="${id}">
<h3><a class="number" href="#quote-${id}" aria-label="Quote ${number}, to its place in the text">${number}</a> <span class="by">!${speakerLinks(quote, site)}</span></h3>
<p class="meta">${sure} <span class="sep">·</span> ${KIND_OF_QUOTE[kind]}</p>
<div class="context">!${sentences}</div>
<p class="decided" data-decided hidden></p>
<div class="choices" role="group" aria-label="Quote ${number}" data-choices hidden>
<button type="button" class="second" data-do="accept"!${attribution.speakers.length === 0 && attribution.mention === null ? " disabled" : ""}>Accept</button>
<button type="button" class="second" data-do="speaker" aria-expanded="false">Speaker…</button>
<button type="button" class="second" data-do="reject" aria-expanded="false">Reject…</button>
<label>Kind !${kindSelect(kind, 'data-do="kind"')}</label>
</div>
</li>`;
}

/** A field to choose the kind of a quote. @param attributes of the element, markup */
export function kindSelect(chosen: Quote["kind"], attributes: string): string {
  const options = Object.entries(KIND_OF_QUOTE).map(
    ([kind, label]) => html`<option value="${kind}"!${kind === chosen ? " selected" : ""}>${label}</option>`,
  );
  return `<select ${attributes}>${options.join("")}</select>`;
}

/** The sentences of a quote's paragraphs that hold one of its segments, its mention or its cue. */
function sentencesOf({ segments, attribution }: Quote, article: Article): Pick<Paragraph, "id" | "text" | "start" | "end">[] {
  const spans = [...segments, ...[attribution.mention, attribution.cue].filter((span) => span !== null)];
  const segmenter = sentencesIn(article.language);
  return paragraphsOf(article).flatMap(({ id, text, start, end }) => {
    const here = spans.filter((span) => span.start < end && span.end > start);
    if (here.length === 0) return [];
    const points = new CodePointText(text);
    const held = [...segmenter.segment(text)]
      .map((sentence) => ({
        start: start + points.point(sentence.index),
        end: start + points.point(sentence.index + sentence.segment.length),
      }))
      .filter((sentence) => here.some((span: Pick<Span, "start" | "end">) => span.start < sentence.end && span.end > sentence.start));
    const [from, to] = [held[0]?.start ?? start, held.at(-1)?.end ?? end];
    return [{ id, text: points.slice(from - start, to - start), start: from, end: to }];
  });
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function sentencesIn(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? "en", { granularity: "sentence" });
  } catch {
    // A tag that looks like one of BCP 47 and is not known, such as "en-GB-oed".
    return new Intl.Segmenter("en", { granularity: "sentence" });
  }
}
