import { html } from "ghtml";
import type { Article, Paragraph, Quote } from "../../article/model/schema.ts";
import { speakerLine } from "../../representations/attribution.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { type MarkedSegment, type Run, runsOf, segmentsByParagraph } from "../../representations/runs.ts";
import { addresses } from "../addresses.ts";
import { speakerLinks } from "../quotes/quote-block.ts";

/** How a page distinguishes the quotes of an article: a number for each, and a colour and line style for each speaker. */
export interface Marking {
  quotes: ReadonlyMap<string, Quote>;
  /** By paragraph id. */
  segments: ReadonlyMap<string, MarkedSegment[]>;
  /** From 1, in the order of the text. */
  numbers: ReadonlyMap<string, number>;
  /** By quote id: `voice-1` to `voice-6` by speaker, starting again when there are more; `voice-0` where the speaker is not named or uncertain. */
  voices: ReadonlyMap<string, string>;
  dateline: Article["dateline"];
}

const VOICES = 6;

/** @param shown the quotes to mark, of the article's; numbers and colours are those that they have among all */
export function markingOf(article: Article, shown: Quote[] = article.quotes): Marking {
  const voices = new Map<string, string>();
  const order = new Map<string, number>();
  for (const { id, attribution } of article.quotes) {
    const speaker = attribution.confidence === "low" ? undefined : attribution.speakers[0];
    if (speaker !== undefined && !order.has(speaker.id)) order.set(speaker.id, order.size);
    voices.set(id, speaker === undefined ? "voice-0" : `voice-${((order.get(speaker.id) ?? 0) % VOICES) + 1}`);
  }
  return {
    quotes: new Map(shown.map((quote) => [quote.id, quote])),
    segments: segmentsByParagraph({ quotes: shown }),
    numbers: new Map(article.quotes.map(({ id }, place) => [id, place + 1])),
    voices,
    dateline: article.dateline,
  };
}

// The mark that closes a quote, and punctuation after it: a number between them and the words would look wrong.
const CLOSING = /^[”’"'»›」』]?[.,;:!?]?/u;

/**
 * The words of a paragraph as markup. What was said in marks is a `q` (its marks are in the text, so the style takes the
 * browser's away), reported words without marks are a `span`; the quote's number follows its last words and their mark.
 */
export function markedWords(paragraph: Paragraph, marking: Marking): string {
  const { dateline } = marking;
  const cuts = dateline === null ? [] : [dateline.start, dateline.end];
  let numbers = "";
  const words = runsOf(paragraph, marking.segments.get(paragraph.id) ?? [], cuts).map((run) => {
    const due = numbers;
    numbers = run.quotes
      .filter(({ segments }) => segments.at(-1)?.end === run.end)
      .map((quote) => reference(quote, paragraph, marking))
      .join("");
    if (run.quotes.length > 0) return due + markedRun(run, paragraph, marking);
    if (dateline !== null && run.start >= dateline.start && run.end <= dateline.end) return html`<span class="dateline">${run.text}</span>`;
    const closing = due === "" ? "" : (CLOSING.exec(run.text)?.[0] ?? "");
    return html`${closing}!${due}${run.text.slice(closing.length)}`;
  });
  return words.join("") + numbers;
}

function markedRun({ text, start, quotes }: Run, paragraph: Paragraph, marking: Marking): string {
  const [begins, ...beside] = quotes.filter(({ segments }) => segments[0]?.start === start);
  const anchor = begins === undefined ? "" : html` id="quote-${begins.id}"`;
  const anchors = beside.map(({ id }) => html`<span id="quote-${id}"></span>`).join("");
  const tag = quotes[0]?.kind === "indirect" ? "span" : "q";
  const look = quotes[0] === undefined ? "" : lookOf(quotes[0], marking) + quotes.map((quote) => pairOf(quote, paragraph)).join("");
  return html`!${anchors}<!${tag}!${anchor} class="said ${look}">${text}</!${tag}>`;
}

/** Colour and line of a quote. */
function lookOf({ id, attribution }: Quote, marking: Marking): string {
  return `${marking.voices.get(id)}${attribution.confidence === "low" ? " uncertain" : ""}`;
}

/** Quotes of one paragraph whose marks and notes are shown together when the reader points at one of them; further ones are not. */
const PAIRS = 8;

/** The class by which the style sheet finds the marks and the note of a quote in a paragraph. */
function pairOf({ id }: Quote, { quotes }: Paragraph): string {
  const place = quotes.indexOf(id) + 1;
  return place > PAIRS ? "" : ` pair-${place}`;
}

/** Who speaks in a paragraph, for its margin: the quotes that begin there, and those that go on there from the paragraph before. */
export function marginNotes(paragraph: Paragraph, marking: Marking, site: Site): string {
  const quotes = paragraph.quotes.flatMap((id) => marking.quotes.get(id) ?? []);
  if (quotes.length === 0) return "";
  const notes = quotes.map((quote) => {
    const number = marking.numbers.get(quote.id);
    const goesOn = quote.segments[0]?.paragraph !== paragraph.id;
    const who = goesOn ? '<span class="goes-on">goes on</span>' : speakerLinks(quote, site);
    return html`<li class="${lookOf(quote, marking)}${pairOf(quote, paragraph)}"><a class="number" href="${pathOn(site, addresses.quote(quote.id))}" aria-label="Permalink of quote ${number}">${number}</a> !${who}</li>`;
  });
  return html`<ul class="notes" aria-label="Said here by">!${notes}</ul>`;
}

/** A link whose number is an attribute that the style shows: the words of a paragraph stay those of the text, to find and to copy. */
function reference(quote: Quote, paragraph: Paragraph, marking: Marking): string {
  const number = marking.numbers.get(quote.id);
  return html`<a class="ref ${lookOf(quote, marking)}${pairOf(quote, paragraph)}" href="#said-${quote.id}" data-number="${number}" aria-label="Quote ${number}, ${speakerLine(quote.attribution)}"></a>`;
}
