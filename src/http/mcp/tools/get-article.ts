import { z } from "zod";
import { Article, type Quote, SpeakerRef, SpeakerType } from "../../../article/model/schema.ts";
import { CodePointText, codePointLength, textOf } from "../../../article/model/text.ts";
import { citation } from "../../../representations/attribution.ts";
import { markedText } from "../../../representations/quotations.ts";
import { articleNotFound, presentArticle } from "../../lookup.ts";
import { articleNamed } from "../../named.ts";
import { articleSlug } from "../../requests/parameters.ts";
import { invalidParameters } from "../../requests/validator.ts";
import { Cited, citedLine, citedOf, QuoteShown, quoteShown } from "../items.ts";
import { tool } from "../tool.ts";

/** Characters of text that one answer holds without `length`: some 2,000 words. */
const LENGTH = 12_000;
const MIN_LENGTH = 200;
const MAX_LENGTH = 50_000;

const DESCRIPTION =
  "Reads an article: its text, its quotes with who said them, or its speakers, as `parts` says. A long article comes in pieces: while `nextStart` is not null, call again with it as `start`. `sections` say where each heading begins, to jump there.";

const Part = z.enum(["text", "quotes", "speakers"]);

const Input = z.strictObject({
  slug: articleSlug.meta({ description: "Slug of the article, as the searches give it." }),
  parts: z.array(Part).min(1).optional().meta({ description: 'What to give: "text" (alone, without `parts`), "quotes" and "speakers".' }),
  start: z.int().min(0).optional().meta({ description: "Where in the text to begin, in characters; 0 without it." }),
  length: z
    .int()
    .min(MIN_LENGTH)
    .max(MAX_LENGTH)
    .optional()
    .meta({ description: `Characters to give at most; ${LENGTH} without it.` }),
});

const Output = z.object({
  ...Cited.shape,
  language: z.string().nullable(),
  updatedAt: Article.shape.updatedAt,
  revision: z.string().meta({ description: "Changes when the text does." }),
  wordCount: z.int(),
  quoteCount: z.int(),
  length: z.int().meta({ description: "Characters of the whole text." }),
  sections: z.array(z.object({ id: z.string(), heading: z.string().nullable(), start: z.int() })),
  text: z.string().nullable().meta({ description: "The text from `start`: headline, headings, paragraphs, credits." }),
  quotes: z.array(QuoteShown).nullable().meta({ description: "The quotes from `start`, in the order of the text." }),
  speakers: z
    .array(z.object({ ...SpeakerRef.shape, type: SpeakerType, descriptions: z.array(z.string()) }))
    .nullable()
    .meta({ description: "Everybody whom the article quotes." }),
  nextStart: z.int().nullable().meta({ description: "Where what follows begins; `null` when nothing does." }),
});

export const getArticle = tool({
  name: "get_article",
  title: "Read an article",
  description: DESCRIPTION,
  input: Input,
  output: Output,
  async answer({ slug, parts = ["text"], start = 0, length = LENGTH }, served) {
    const article = await presentArticle(served.store, await articleNamed(served.store, slug));
    // It may have been withdrawn since it was looked up.
    if (article === null) throw articleNotFound(slug);
    const whole = new CodePointText(textOf(article));
    if (start >= whole.length) throw beyond(start, whole.length);
    const wanted = new Set(parts);
    const piece = wanted.has("text") ? pieceOf(whole, start, length) : null;
    const quotes = wanted.has("quotes") ? quotesFrom(article, start, piece?.end ?? null, length) : null;
    const end = piece === null ? (quotes?.end ?? whole.length) : piece.end;
    const data = {
      ...citedOf(article, served),
      language: article.language,
      updatedAt: article.updatedAt,
      revision: article.revision,
      wordCount: article.wordCount,
      quoteCount: article.quotes.length,
      length: whole.length,
      sections: sectionsOf(article),
      text: piece?.text ?? null,
      quotes: quotes?.quotes.map((quote) => quoteShown(quote, served)) ?? null,
      speakers: wanted.has("speakers") ? speakersOf(article) : null,
      nextStart: end < whole.length ? end : null,
    };
    return { data, text: articleText(data, quotes?.quotes ?? [], start) };
  },
});

/** The piece of a text that begins at a place: up to the end of a paragraph, or of a word where a paragraph is longer. Code points. */
function pieceOf(whole: CodePointText, start: number, length: number): { text: string; end: number } {
  const most = whole.slice(start, Math.min(start + length, whole.length));
  if (start + length >= whole.length) return { text: most, end: whole.length };
  const paragraphs = most.lastIndexOf("\n\n") + 2;
  const words = most.lastIndexOf(" ") + 1;
  const text = most.slice(0, paragraphs > 2 ? paragraphs : words > 0 ? words : most.length);
  return { text, end: start + codePointLength(text) };
}

/** The quotes that begin in a piece, or as many as fit into `length` where no text is asked for; `end` is where the next one begins. */
function quotesFrom(article: Article, start: number, pieceEnd: number | null, length: number): { quotes: Quote[]; end: number | null } {
  const later = article.quotes.filter((quote) => placeOf(quote) >= start).toSorted((a, b) => placeOf(a) - placeOf(b));
  if (pieceEnd !== null) return { quotes: later.filter((quote) => placeOf(quote) < pieceEnd), end: pieceEnd };
  let left = length;
  const fitting = later.findIndex((quote, index) => {
    left -= quote.text.length;
    return left < 0 && index > 0;
  });
  const next = fitting < 0 ? undefined : later[fitting];
  return { quotes: fitting < 0 ? later : later.slice(0, fitting), end: next === undefined ? null : placeOf(next) };
}

function placeOf({ segments }: Quote): number {
  return segments[0]?.start ?? 0;
}

function sectionsOf({ sections }: Article) {
  return sections.map(({ id, heading, paragraphs }) => ({
    id,
    heading: heading?.text ?? null,
    start: heading?.start ?? paragraphs[0]?.start ?? 0,
  }));
}

function speakersOf({ speakers }: Article) {
  return speakers.map(({ id, name, type, descriptions }) => ({
    id,
    name,
    type,
    descriptions: [...new Set(descriptions.map(({ text }) => text))],
  }));
}

function beyond(start: number, length: number) {
  const message = `${start} is beyond the end: the text has ${length} characters, from 0 to ${length - 1}.`;
  return invalidParameters([{ in: "body", name: "start", value: String(start), message }]);
}

function articleText(data: z.infer<typeof Output>, quotes: Quote[], start: number): string {
  const { slug, text, speakers, sections, nextStart, length } = data;
  const outline = sections.filter(({ heading }) => heading !== null).map((section) => `${section.heading} (start ${section.start})`);
  const blocks = [
    citedLine(data),
    ...(outline.length === 0 || start > 0 ? [] : [`Sections: ${outline.join("; ")}`]),
    ...(text === null ? [] : ["---", text.trim(), "---"]),
    ...(data.quotes === null ? [] : [`${quotes.length} of ${data.quoteCount} quotes:`, ...quotes.map(quoteLine)]),
    ...(speakers === null
      ? []
      : [`Speakers: ${speakers.map(({ id, name, type }) => `${name} (${type}, id "${id}")`).join("; ") || "none"}`]),
    ...(nextStart === null
      ? []
      : [`There is more, of ${length} characters in all: get_article with slug "${slug}" and start ${nextStart}.`]),
  ];
  return blocks.join("\n\n");
}

function quoteLine(quote: Quote): string {
  return `${markedText(quote)} — ${citation(quote)} (quote ${quote.id})`;
}
