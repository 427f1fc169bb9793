import type { z } from "zod";
import { revisionOf } from "./ids.ts";
import { Article, type Quote } from "./schema.ts";
import { BLOCK_SEPARATOR, blocksOf, CodePointText, countWords, paragraphsOf } from "./text.ts";

/** One thing wrong with an article: where (a JSON path such as `quotes[3].segments[0].end`), what, and what to do. */
export interface Fault {
  path: string;
  message: string;
  cure: string;
}

type Report = (path: string, message: string, cure: string) => void;

const REIMPORT = "Import the source again (`verbatim import`) instead of editing the file by hand.";

/** Reads unknown JSON as an article: its shape by the schema, then every invariant of the content model. */
export function parseArticle(value: unknown): { article: Article; faults: [] } | { article: null; faults: Fault[] } {
  const parsed = Article.safeParse(value);
  if (!parsed.success) return { article: null, faults: faultsOf(parsed.error) };
  const faults = findFaults(parsed.data);
  return faults.length === 0 ? { article: parsed.data, faults: [] } : { article: null, faults };
}

/** A zod error as faults with JSON paths. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({
    path: jsonPath(issue.path),
    message: issue.message,
    cure:
      issue.code === "unrecognized_keys"
        ? `Remove ${issue.keys.map((key) => `"${key}"`).join(", ")}.`
        : "Correct the value; the field is described in openapi/openapi.json.",
  }));
}

function jsonPath(path: PropertyKey[]): string {
  const joined = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return joined.replace(/^\./, "") || "(root)";
}

/**
 * Every broken invariant of an article whose shape is right: blocks tile the text, the revision is the text's, spans
 * slice to their words, ids are unique, references resolve, segments lie inside their paragraph.
 *
 * @returns an empty list for a sound article.
 */
export function findFaults(article: Article): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message, cure) => faults.push({ path, message, cure });
  checkAliases(article, report);
  const text = checkBlocks(article, report);
  if (text === null) return faults;
  checkDateline(article, text, report);
  checkQuotes(article, text, report);
  checkSpeakers(article, text, report);
  checkEchoes(article, text, report);
  const words = paragraphsOf(article).reduce((sum, paragraph) => sum + countWords(paragraph.text), 0);
  if (words !== article.wordCount) report("wordCount", `says ${article.wordCount}, the paragraphs hold ${words} words`, REIMPORT);
  return faults;
}

function checkAliases({ slug, aliases }: Article, report: Report): void {
  const taken = new Set([slug]);
  for (const [a, alias] of aliases.entries()) {
    if (taken.has(alias)) {
      const what = alias === slug ? "is the article's own slug" : "is listed twice";
      report(`aliases[${a}]`, `"${alias}" ${what}`, "Take it out of aliases.");
    }
    taken.add(alias);
  }
}

/** Headline, headings, paragraphs, credits and rights must follow each other with a blank line between, from 0 on. */
function checkBlocks(article: Article, report: Report): CodePointText | null {
  const blocks = blocksOf(article);
  const text = new CodePointText(blocks.map((block) => block.text).join(BLOCK_SEPARATOR));
  let position = 0;
  for (const block of blocks) {
    const length = text.value.length === text.length ? block.text.length : new CodePointText(block.text).length;
    if (block.start !== position || block.end !== position + length) {
      report(
        pathOfBlock(article, block),
        `the block "${excerpt(block.text)}" has the span ${block.start}-${block.end}, its place in the text is ${position}-${position + length}`,
        REIMPORT,
      );
      return null;
    }
    position = block.end + BLOCK_SEPARATOR.length;
  }
  const ends = new Map(blocks.map((block) => [block.start, block.end]));
  for (const [c, credit] of article.credits.entries()) {
    checkSpan(credit, `credits[${c}]`, text, report);
    if (ends.get(credit.start) !== credit.end) report(`credits[${c}]`, "shares its line only in part with another credit", REIMPORT);
  }
  if (blocks[0] !== article.headline) report("headline", "does not open the text", REIMPORT);
  const revision = revisionOf(text.value);
  if (revision !== article.revision) report("revision", `is not the SHA-256 of the text, which is ${revision}`, REIMPORT);
  checkSections(article, report);
  return text;
}

function pathOfBlock(article: Article, block: { start: number }): string {
  if (block === article.headline) return "headline";
  if (block === article.rights.notice) return "rights.notice";
  for (const [s, section] of article.sections.entries()) {
    if (section.heading === block) return `sections[${s}].heading`;
    for (const [p, paragraph] of section.paragraphs.entries()) if (paragraph === block) return `sections[${s}].paragraphs[${p}]`;
  }
  return `credits[${article.credits.findIndex((credit) => credit.start === block.start)}]`;
}

function checkSections(article: Article, report: Report): void {
  const sectionIds = new Set<string>();
  let number = 0;
  for (const [s, section] of article.sections.entries()) {
    if (sectionIds.has(section.id))
      report(`sections[${s}].id`, `"${section.id}" is taken by an earlier section`, "Give each section its own id.");
    sectionIds.add(section.id);
    if ((section.heading === null) !== (s === 0) || (section.id === "lead") !== (s === 0)) {
      report(`sections[${s}]`, "only the first section is `lead` and has no heading", REIMPORT);
    }
    for (const [p, paragraph] of section.paragraphs.entries()) {
      number += 1;
      if (paragraph.id !== `p${number}`) {
        report(
          `sections[${s}].paragraphs[${p}].id`,
          `is "${paragraph.id}" where "p${number}" is due`,
          "Number the paragraphs p1, p2 ... in reading order.",
        );
      }
    }
  }
}

function checkSpan(span: { text: string; start: number; end: number } | null, path: string, text: CodePointText, report: Report): void {
  if (span === null) return;
  if (span.end <= span.start || span.end > text.length) {
    report(path, `the span ${span.start}-${span.end} is not inside the text of ${text.length} code points`, REIMPORT);
    return;
  }
  const found = text.slice(span.start, span.end);
  if (found !== span.text) {
    report(path, `says "${excerpt(span.text)}", the text has "${excerpt(found)}" at ${span.start}-${span.end}`, REIMPORT);
  }
}

function checkDateline(article: Article, text: CodePointText, report: Report): void {
  const { dateline } = article;
  checkSpan(dateline, "dateline", text, report);
  // A standfirst comes before the first paragraph of running text, which is the one a dateline opens.
  const first = paragraphsOf(article).find((paragraph) => paragraph.role === "body");
  if (dateline !== null && dateline.start !== first?.start) {
    report("dateline", "does not open the first paragraph", REIMPORT);
  }
}

function checkQuotes(article: Article, text: CodePointText, report: Report): void {
  const paragraphs = new Map(paragraphsOf(article).map((paragraph) => [paragraph.id, paragraph]));
  const speakers = new Map(article.speakers.map((speaker) => [speaker.id, speaker]));
  const ids = new Set<string>();
  const quotesOf = new Map<string, string[]>();
  let last = 0;
  for (const [q, quote] of article.quotes.entries()) {
    const at = `quotes[${q}]`;
    for (const id of [quote.id, ...quote.aliases]) {
      if (ids.has(id)) report(`${at}.id`, `"${id}" is taken by another quote`, "Give each quote its own id.");
      ids.add(id);
    }
    if (article.removedQuotes.includes(quote.id))
      report(`${at}.id`, `"${quote.id}" is listed in removedQuotes`, "Take it from one of the two.");
    checkSegments(quote, at, paragraphs, text, report, quotesOf);
    const place = quote.segments[0]?.start ?? 0;
    if (place < last) report(at, "comes before the quote listed in front of it", "List quotes in the order of the text.");
    last = place;
    checkSpan(quote.attribution.mention, `${at}.attribution.mention`, text, report);
    checkSpan(quote.attribution.cue, `${at}.attribution.cue`, text, report);
    checkAttribution(quote, at, speakers, report);
  }
  for (const [id, paragraph] of paragraphs) {
    const due = (quotesOf.get(id) ?? []).join(" ");
    if (paragraph.quotes.join(" ") !== due) {
      report(
        `paragraph ${id}.quotes`,
        `lists [${paragraph.quotes.join(", ")}], its segments belong to [${due.replaceAll(" ", ", ")}]`,
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
  report: Report,
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
      report(path, `lies outside its paragraph ${segment.paragraph} (${paragraph.start}-${paragraph.end})`, REIMPORT);
    }
    if (segment.start < last) report(path, "overlaps or precedes the segment in front of it", "List segments in the order of the text.");
    last = segment.end;
    const listed = quotesOf.get(segment.paragraph);
    if (listed === undefined) quotesOf.set(segment.paragraph, [quote.id]);
    else if (!listed.includes(quote.id)) listed.push(quote.id);
  }
  if (quote.text !== displayText(quote.segments)) report(`${at}.text`, "is not its segments joined by ` … `", REIMPORT);
}

/** A quote's display text: its segments joined by ` … `. */
export function displayText(segments: { text: string }[]): string {
  return segments.map((segment) => segment.text).join(" … ");
}

function checkAttribution(quote: Quote, at: string, speakers: Map<string, { name: string }>, report: Report): void {
  const { speakers: said, mention, basis, confidence } = quote.attribution;
  for (const [s, speaker] of said.entries()) {
    const path = `${at}.attribution.speakers[${s}]`;
    const known = speakers.get(speaker.id);
    if (known === undefined) report(path, `"${speaker.id}" is not among the article's speakers`, "Add the speaker, or correct the id.");
    else if (known.name !== speaker.name) report(path, `is named "${speaker.name}" here and "${known.name}" in speakers`, "Use one name.");
  }
  const named = said.length > 0 || mention !== null;
  if (named !== (basis !== null) || named !== (confidence !== null)) {
    report(`${at}.attribution`, "basis and confidence are given exactly when a speaker or a mention is", "Set both, or set both to null.");
  }
}

function checkSpeakers(article: Article, text: CodePointText, report: Report): void {
  const quoted = new Set(article.quotes.flatMap((quote) => quote.attribution.speakers.map((speaker) => speaker.id)));
  const ids = new Set<string>();
  for (const [s, speaker] of article.speakers.entries()) {
    const at = `speakers[${s}]`;
    if (ids.has(speaker.id)) report(`${at}.id`, `"${speaker.id}" is taken by an earlier speaker`, "Give each speaker its own id.");
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

function checkEchoes(article: Article, text: CodePointText, report: Report): void {
  const ids = new Set(article.quotes.map((quote) => quote.id));
  const places = [article.headline, ...article.sections.flatMap((section) => (section.heading === null ? [] : [section.heading]))];
  for (const [e, echo] of article.echoes.entries()) {
    const at = `echoes[${e}]`;
    checkSpan(echo, at, text, report);
    if (!places.some((place) => echo.start >= place.start && echo.end <= place.end)) {
      report(at, "lies outside the headline and the headings", REIMPORT);
    }
    if (echo.quote !== null && !ids.has(echo.quote)) report(`${at}.quote`, `there is no quote "${echo.quote}"`, REIMPORT);
    if ((echo.quote === null) !== (echo.match === null)) report(at, "quote and match go together", "Set both, or set both to null.");
  }
}

function excerpt(value: string): string {
  return value.length <= 60 ? value : `${value.slice(0, 57)}...`;
}
