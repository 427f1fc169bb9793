import { setImmediate as nextTurn } from "node:timers/promises";
import { html } from "ghtml";
import type { Span } from "../../article/model/schema.ts";
import { CodePointText } from "../../article/model/text.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import type { MarkedSegment } from "../../representations/runs.ts";
import { reportText } from "../../verification/text/report-text.ts";
import type { TextLine, TextSummary } from "../../verification/text/text-verification.ts";
import { assets } from "../assets.ts";
import { timeElement } from "../dates.ts";
import { layout } from "../layout.ts";
import { type CheckedPart, checkedParagraph } from "./checked-paragraph.ts";
import { summaryBlock } from "./summary-block.ts";
import { signs } from "./verdicts.ts";

/** A text whose quotes are being checked. Places are in code points of `text`. */
export interface CheckedText {
  text: string;
  paragraphs: { start: number; end: number }[];
  /** What is checked, in the order in which lines come: one or more for a quote, and one or none for a phrase. */
  passages: { segments: Span[]; isPhrase: boolean }[];
  lines: AsyncIterable<TextLine>;
}

export interface ReportOptions {
  site: Site;
  /** Name of the file; `null` for what was pasted. */
  name: string | null;
  /** When it is checked. */
  now: string;
  /** What was submitted, which places of the report count in. */
  source: string;
  /** What is said where the check ends before its time. */
  problemOf(error: unknown): string;
}

/**
 * The page of a checked text, piece by piece: it begins at once, and each paragraph comes when its quotes are checked, so
 * that a reader sees how far the check is without a script. The summary comes last, and the style sheet shows it first.
 *
 * Whoever ends the iteration ends the check.
 */
export async function* reportPage(given: CheckedText, options: ReportOptions): AsyncGenerator<string, void, void> {
  const [before = "", after = ""] = layout(headOf(options), SEAM).split(SEAM);
  const total = quotesIn(given);
  yield before + opening(given, options) + progress(0, total);
  const text = new CodePointText(given.text);
  const parts: CheckedPart[] = [];
  let segments: MarkedSegment<number>[] = [];
  let at = 0;
  /** The paragraphs that end before a place: all their quotes are checked. A text may have a hundred thousand, so others get a turn in between. */
  async function* ready(until: number): AsyncGenerator<string, void, void> {
    let rows = "";
    for (; at < given.paragraphs.length && (given.paragraphs[at]?.end ?? 0) <= until; at += 1) {
      const { start, end } = given.paragraphs[at] ?? { start: 0, end: 0 };
      const later = segments.findIndex((segment) => segment.start >= end);
      const own = later < 0 ? segments : segments.slice(0, later);
      segments = segments.slice(own.length);
      rows += checkedParagraph({ text: text.slice(start, end), start, end, segments: own }, parts, options.site);
      if (rows.length < PIECE) continue;
      yield rows;
      rows = "";
      await nextTurn();
    }
    yield rows;
  }
  try {
    for await (const line of given.lines) {
      if (line.type === "summary") yield* ready(Infinity);
      else {
        const own = line.segments.map(({ start, end }) => ({ quote: parts.length, start, end }));
        segments = [...segments, ...own].sort((a, b) => a.start - b.start);
        parts.push({ number: parts.length + 1, line });
        yield* ready(checkedUpTo(given, line.segments[0]?.start ?? 0));
      }
      yield line.type === "summary" ? summaryBlock(line, parts, asText(line, parts, options)) : progress(parts.length, total);
    }
  } catch (error) {
    yield html`<section class="summary problem" id="summary" role="alert"><h2>The check ended early</h2><p>${options.problemOf(error)} ${counted(parts.length, "quote")} of ${total} were checked; what stands above holds.</p></section>`;
  }
  yield html`</div>` + after;
}

function quotesIn({ passages }: CheckedText): number {
  return passages.filter(({ isPhrase }) => !isPhrase).length;
}

/** The place before which all is checked when a line has come. Several lines may come for a quote of several segments. */
function checkedUpTo({ passages }: CheckedText, start: number): number {
  const at = passages.findLastIndex(({ segments: [first] }) => first !== undefined && first.start <= start);
  if ((passages[at]?.segments.length ?? 0) > 1) return start;
  return passages[at + 1]?.segments[0]?.start ?? Infinity;
}

/** The report that the command line prints. */
function asText(summary: TextSummary, parts: CheckedPart[], { name, source }: ReportOptions): string {
  const lines = parts.map(({ line }) => line);
  const quotes = lines.filter((line) => line.type === "quote");
  const unchecked = lines.filter((line) => line.type === "unchecked");
  return reportText(name ?? "text", source, { quotes, unchecked, ...summary });
}

/** Characters of paragraphs that are written at once. */
const PIECE = 32 * 1024;
const SEAM = "\u0000main\u0000";

function headOf({ site, name }: ReportOptions) {
  return {
    title: `Quotes checked: ${name ?? "a text"}`,
    description: "The quotes of a text, compared with the recorded ones.",
    path: "/check",
    site,
    styles: [assets.checkStyle],
    scripts: [assets.checkScript],
    indexed: false,
  };
}

function opening(given: CheckedText, { site, name, now }: ReportOptions): string {
  const total = quotesIn(given);
  const what =
    total === 0
      ? "No words in quotation marks were read as quotes."
      : `${counted(total, "quote")} in marks ${total === 1 ? "is" : "are"} compared with what the articles here have recorded.`;
  return html`!${signs()}<div class="report">
<header class="report-head">
<p class="kicker">Quotes checked, !${timeElement(now)}</p>
<h1 dir="auto">${name ?? "Your text"}</h1>
<p class="standfirst">${what} Nothing of the text is stored; leave this page and it is gone.</p>
<p class="formats"><a href="#summary">Summary</a> <a href="${pathOn(site, "/check")}">Check another text</a></p>
</header>
`;
}

/** How far the check is. Each one lies over the one before. */
function progress(checked: number, total: number): string {
  if (checked >= total) return "";
  return html`<p class="progress" aria-hidden="true"><progress max="${total}" value="${checked}"></progress> ${checked} of ${total} checked</p>`;
}
