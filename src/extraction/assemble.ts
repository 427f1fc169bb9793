import { freeSlug, quoteId, revisionOf, slugify, speakerSlug } from "../article/model/ids.ts";
import type { Article, Quote, Section, Segment, Span, Speaker } from "../article/model/schema.ts";
import { CodePointText, countWords, displayText } from "../article/model/text.ts";
import { fold } from "../article/words/fold.ts";
import type { Annotation, FoundQuote, TextRange } from "./document.ts";
import { echoMatcher } from "./quotes/echoes.ts";
import { pairMarks } from "./quotes/marks/marks.ts";
import type { Reading } from "./reading/read.ts";

/** What an article is beyond its words: its address and where it comes from. */
export type Provenance = Pick<Article, "slug" | "language" | "publishedAt" | "updatedAt" | "importedAt" | "sourceUrl" | "publisher"> & {
  source: Pick<Article["source"], "sha256" | "bytes" | "image" | "categories">;
};

/** The article of a reading and its annotation: ids given, ranges turned into spans of code points. */
export function assemble(reading: Reading, annotation: Annotation, provenance: Provenance): Article {
  const { document, dateline, rights } = reading;
  const text = new CodePointText(document.text);
  const span = (range: TextRange): Span => {
    const [start, end] = [text.point(range.start), text.point(range.end)];
    return { text: document.text.slice(range.start, range.end), start, end };
  };
  const { source, ...address } = provenance;
  const sections = sectionsOf(reading, span);
  const speakers = speakersOf(annotation, address.slug, span);
  const quotes = quotesOf(annotation, sections, speakers, address.slug, span);
  const headline = span(document.blocks[0] ?? { start: 0, end: 0 });
  return {
    slug: address.slug,
    aliases: [],
    revision: revisionOf(document.text),
    language: address.language,
    publishedAt: address.publishedAt,
    updatedAt: address.updatedAt,
    importedAt: address.importedAt,
    modifiedAt: null,
    sourceUrl: address.sourceUrl,
    publisher: address.publisher,
    headline,
    dateline: dateline && { ...span(dateline), agency: dateline.agency, place: dateline.place, date: dateline.date },
    sections,
    quotes,
    removedQuotes: [],
    speakers: speakers.filter((speaker) => speaker !== null),
    echoes: echoesOf([headline, ...sections.flatMap((section) => section.heading ?? [])], quotes),
    credits: reading.credits.map(({ role, name, place, email, ...range }) => ({ role, name, place, email, ...span(range) })),
    rights: { notice: rights.notice && span(rights.notice), holder: rights.holder, year: rights.year, licence: rights.licence },
    source: { mediaType: reading.mediaType, ...source, omitted: reading.omitted },
    wordCount: sections.flatMap((section) => section.paragraphs).reduce((sum, paragraph) => sum + countWords(paragraph.text), 0),
  };
}

function sectionsOf({ document }: Reading, span: (range: TextRange) => Span): Section[] {
  const sections: Section[] = [{ id: "lead", heading: null, paragraphs: [] }];
  const taken = new Set(["lead"]);
  let number = 0;
  for (const block of document.blocks) {
    if (block.kind === "heading") {
      const heading = span(block);
      const id = freeSlug(slugify(heading.text) || "section", (candidate) => taken.has(candidate));
      taken.add(id);
      sections.push({ id, heading, paragraphs: [] });
    } else if (block.kind === "paragraph") {
      number += 1;
      sections.at(-1)?.paragraphs.push({ id: `p${number}`, role: block.role, ...span(block), quotes: [] });
    }
  }
  return sections;
}

/** Everybody who is quoted, at the index the annotation has them; `null` for those who are not. */
function speakersOf(annotation: Annotation, slug: string, span: (range: TextRange) => Span): (Speaker | null)[] {
  const quoted = new Set(annotation.quotes.flatMap((quote) => quote.speakers));
  const taken = new Set<string>();
  return annotation.speakers.map((found, index) => {
    if (!quoted.has(index)) return null;
    const own = speakerSlug(found.name) || "speaker";
    const id = freeSlug(found.shared ? own : `${slug}~${own}`, (candidate) => taken.has(candidate));
    taken.add(id);
    return { id, name: found.name, type: found.type, descriptions: found.descriptions.map(span), mentions: found.mentions.map(span) };
  });
}

function quotesOf(
  annotation: Annotation,
  sections: Section[],
  speakers: (Speaker | null)[],
  slug: string,
  span: (range: TextRange) => Span,
): Quote[] {
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  const equals = new Map<string, number>();
  let at = 0;
  return annotation.quotes.map((found) => {
    // Quotes come in the order of the text, but one that runs on may end after the next one begins.
    while (at > 0 && (paragraphs[at]?.start ?? 0) > span(found.segments[0] ?? { start: 0, end: 0 }).start) at -= 1;
    const segments: Segment[] = [];
    for (const range of found.segments) {
      const place = span(range);
      while (at < paragraphs.length - 1 && (paragraphs[at]?.end ?? 0) < place.end) at += 1;
      segments.push({ paragraph: paragraphs[at]?.id ?? "p1", ...place });
    }
    const text = displayText(segments);
    const words = fold(text);
    const ordinal = equals.get(words) ?? 0;
    equals.set(words, ordinal + 1);
    const id = quoteId(slug, text, ordinal);
    for (const segment of segments) {
      const listed = paragraphs[Number(segment.paragraph.slice(1)) - 1]?.quotes;
      if (listed !== undefined && !listed.includes(id)) listed.push(id);
    }
    return { id, aliases: [], kind: found.kind, text, segments, attribution: attributionOf(found, speakers, span) };
  });
}

function attributionOf(found: FoundQuote, speakers: (Speaker | null)[], span: (range: TextRange) => Span): Quote["attribution"] {
  const said = found.speakers.flatMap((index) => speakers[index] ?? []);
  const named = said.length > 0 || found.mention !== null;
  return {
    speakers: said.map(({ id, name }) => ({ id, name })),
    mention: found.mention && span(found.mention),
    cue: found.cue && span(found.cue),
    basis: named ? found.basis : null,
    confidence: named ? found.confidence : null,
  };
}

function echoesOf(places: Span[], quotes: Quote[]): Article["echoes"] {
  const matchOf = echoMatcher(quotes);
  return places.flatMap((place) => {
    const points = new CodePointText(place.text);
    const marked = pairMarks(place.text, { start: 0, end: place.text.length }).filter((pair) => pair.closed);
    return marked.map(({ start, end }) => {
      const text = place.text.slice(start, end);
      return { text, start: place.start + points.point(start), end: place.start + points.point(end), ...matchOf(text) };
    });
  });
}
