import type { Article, Quote } from "../model/schema.ts";
import { type CodePointText, displayText, paragraphsOf } from "../model/text.ts";
import { checkSpan, REIMPORT, type ReportFault } from "./span-rules.ts";

/** Checks that ids are unique, quotes and segments are in the order of the text, segments are inside their paragraphs, and attributions are complete. */
export function checkQuotes(article: Article, text: CodePointText, report: ReportFault): void {
  const paragraphs = new Map(paragraphsOf(article).map((paragraph) => [paragraph.id, paragraph]));
  const speakers = new Map(article.speakers.map((speaker) => [speaker.id, speaker]));
  const ids = new Set<string>();
  const quotesOf = new Map<string, string[]>();
  let last = 0;
  for (const [q, quote] of article.quotes.entries()) {
    const at = `quotes[${q}]`;
    for (const id of [quote.id, ...quote.aliases]) {
      if (ids.has(id)) report(`${at}.id`, `"${id}" is already an id of another quote`, "Give each quote its own id.");
      ids.add(id);
    }
    if (article.removedQuotes.includes(quote.id))
      report(`${at}.id`, `"${quote.id}" is listed in removedQuotes`, "Remove it from one of the two.");
    checkSegments(quote, at, paragraphs, text, report, quotesOf);
    const place = quote.segments[0]?.start ?? 0;
    if (place < last) report(at, "comes before the previous quote in the text", "List quotes in the order of the text.");
    last = place;
    checkSpan(quote.attribution.mention, `${at}.attribution.mention`, text, report);
    checkSpan(quote.attribution.cue, `${at}.attribution.cue`, text, report);
    checkAttribution(quote, at, speakers, report);
  }
  for (const [id, paragraph] of paragraphs) {
    const expected = (quotesOf.get(id) ?? []).join(" ");
    if (paragraph.quotes.join(" ") !== expected) {
      report(
        `paragraph ${id}.quotes`,
        `lists [${paragraph.quotes.join(", ")}], but has segments of [${expected.replaceAll(" ", ", ")}]`,
        REIMPORT,
      );
    }
  }
}

function checkSegments(
  quote: Quote,
  at: string,
  paragraphs: Map<string, { start: number; end: number }>,
  text: CodePointText,
  report: ReportFault,
  quotesOf: Map<string, string[]>,
): void {
  let last = 0;
  for (const [s, segment] of quote.segments.entries()) {
    const path = `${at}.segments[${s}]`;
    checkSpan(segment, path, text, report);
    const paragraph = paragraphs.get(segment.paragraph);
    if (paragraph === undefined) {
      report(`${path}.paragraph`, `there is no paragraph "${segment.paragraph}"`, REIMPORT);
    } else if (segment.start < paragraph.start || segment.end > paragraph.end) {
      report(path, `is outside its paragraph ${segment.paragraph} (${paragraph.start}-${paragraph.end})`, REIMPORT);
    }
    if (segment.start < last) report(path, "overlaps or precedes the previous segment", "List segments in the order of the text.");
    last = segment.end;
    const listed = quotesOf.get(segment.paragraph);
    if (listed === undefined) quotesOf.set(segment.paragraph, [quote.id]);
    else if (!listed.includes(quote.id)) listed.push(quote.id);
  }
  if (quote.text !== displayText(quote.segments)) report(`${at}.text`, "must be its segments joined by ` … `", REIMPORT);
}

function checkAttribution(quote: Quote, at: string, speakers: Map<string, { name: string }>, report: ReportFault): void {
  const { speakers: said, mention, basis, confidence } = quote.attribution;
  for (const [s, speaker] of said.entries()) {
    const path = `${at}.attribution.speakers[${s}]`;
    const known = speakers.get(speaker.id);
    if (known === undefined) report(path, `"${speaker.id}" is not a speaker of this article`, "Add the speaker, or correct the id.");
    else if (known.name !== speaker.name) report(path, `is named "${speaker.name}" here, but "${known.name}" in speakers`, "Use one name.");
  }
  const named = said.length > 0 || mention !== null;
  if (named !== (basis !== null) || named !== (confidence !== null)) {
    report(
      `${at}.attribution`,
      "must have a basis and a confidence exactly when it has a speaker or a mention",
      "Set both, or set both to null.",
    );
  }
}

/** Checks that every speaker is quoted and has its own id. */
export function checkSpeakers(article: Article, text: CodePointText, report: ReportFault): void {
  const quoted = new Set(article.quotes.flatMap((quote) => quote.attribution.speakers.map((speaker) => speaker.id)));
  const ids = new Set<string>();
  for (const [s, speaker] of article.speakers.entries()) {
    const at = `speakers[${s}]`;
    if (ids.has(speaker.id)) report(`${at}.id`, `"${speaker.id}" is already the id of an earlier speaker`, "Give each speaker its own id.");
    ids.add(speaker.id);
    if (!quoted.has(speaker.id)) report(at, `no quote is attributed to "${speaker.id}"`, "Remove the speaker, or attribute a quote.");
    const scope = speaker.id.indexOf("~");
    if (scope >= 0 && speaker.id.slice(0, scope) !== article.slug) {
      report(`${at}.id`, `"${speaker.id}" belongs to another article`, `Begin the id with "${article.slug}~".`);
    }
    for (const [d, span] of speaker.descriptions.entries()) checkSpan(span, `${at}.descriptions[${d}]`, text, report);
    for (const [m, span] of speaker.mentions.entries()) checkSpan(span, `${at}.mentions[${m}]`, text, report);
  }
}

/** Checks that echoes are inside the headline or a heading and refer to existing quotes. */
export function checkEchoes(article: Article, text: CodePointText, report: ReportFault): void {
  const ids = new Set(article.quotes.map((quote) => quote.id));
  const places = [article.headline, ...article.sections.flatMap((section) => (section.heading === null ? [] : [section.heading]))];
  for (const [e, echo] of article.echoes.entries()) {
    const at = `echoes[${e}]`;
    checkSpan(echo, at, text, report);
    if (!places.some((place) => echo.start >= place.start && echo.end <= place.end)) {
      report(at, "is outside the headline and the headings", REIMPORT);
    }
    if (echo.quoteId !== null && !ids.has(echo.quoteId)) report(`${at}.quoteId`, `there is no quote "${echo.quoteId}"`, REIMPORT);
    if ((echo.quoteId === null) !== (echo.match === null))
      report(at, "must have both a quote and a match, or neither", "Set both, or set both to null.");
  }
}
