import type { z } from "zod";
import { revisionOf } from "../model/ids.ts";
import { Article } from "../model/schema.ts";
import { BLOCK_SEPARATOR, blocksOf, CodePointText, countWords, paragraphsOf } from "../model/text.ts";
import { checkEchoes, checkQuotes, checkSpeakers } from "./quote-rules.ts";
import { checkSpan, excerpt, REIMPORT, type ReportFault } from "./span-rules.ts";

/** One thing wrong with an article: where (a JSON path such as `quotes[3].segments[0].end`), what, and what to do. */
export interface Fault {
  path: string;
  message: string;
  cure: string;
}

/** Checks unknown JSON against the schema of an article, then against the invariants of the content model. */
export function parseArticle(value: unknown): { article: Article; faults: [] } | { article: null; faults: Fault[] } {
  const parsed = Article.safeParse(storable(value));
  if (!parsed.success) return { article: null, faults: faultsOf(parsed.error) };
  const faults = findFaults(parsed.data);
  return faults.length === 0 ? { article: parsed.data, faults: [] } : { article: null, faults };
}

/**
 * An article as it is stored: without the addresses that answers of the API add, which depend on the server, and that of a schema, with the `quoteId` of
 * an echo under its present name.
 */
export function storable(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { quotes, speakers, echoes } = value;
  return { ...bare(value), quotes: eachOf(quotes, bare), speakers: eachOf(speakers, bare), echoes: eachOf(echoes, renamed) };
}

function eachOf(list: unknown, change: (item: Record<string, unknown>) => object): unknown {
  return Array.isArray(list) ? list.map((item) => (isObject(item) ? change(item) : item)) : list;
}

function bare({ url: _, page: __, $schema: ___, ...own }: Record<string, unknown>): object {
  return own;
}

function renamed({ quote, ...echo }: Record<string, unknown>): object {
  return quote === undefined ? echo : { quoteId: quote, ...echo };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A zod error as faults with JSON paths. @param schema where a server describes what may be written */
export function faultsOf(error: z.ZodError, schema = "/schemas/article.schema.json"): Fault[] {
  return error.issues.map((issue) => ({
    path: jsonPath(issue.path),
    message: inWords(issue),
    cure:
      issue.code === "unrecognized_keys"
        ? `Remove ${issue.keys.map((key) => `"${key}"`).join(", ")}; ${schema} of the server describes what may stand here.`
        : `Correct the value; ${schema} of the server describes it.`,
  }));
}

/** Types of JSON, for people. */
export const TYPE_NAMES: Record<string, string> = {
  string: "a string",
  array: "an array",
  object: "an object",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
};

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}`;
  if (issue.code !== "invalid_type") return issue.message.replace(/^Invalid discriminator value\. Expected (.+)$/, "must be one of $1");
  const type = TYPE_NAMES[issue.expected] ?? issue.expected;
  return issue.message.endsWith("received undefined") ? `is missing: it must be ${type}` : `must be ${type}`;
}

function jsonPath(path: PropertyKey[]): string {
  const joined = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return joined.replace(/^\./, "") || "(root)";
}

/**
 * Checks the invariants of an article that has the right shape: the blocks cover the text, the revision is the hash of the
 * text, spans have their words, ids are unique, references resolve, segments are inside their paragraph.
 *
 * @returns an empty list for a valid article
 */
export function findFaults(article: Article): Fault[] {
  const faults: Fault[] = [];
  const report: ReportFault = (path, message, cure) => faults.push({ path, message, cure });
  checkAliases(article, report);
  const text = checkBlocks(article, report);
  if (text === null) return faults;
  checkDateline(article, text, report);
  checkQuotes(article, text, report);
  checkSpeakers(article, text, report);
  checkEchoes(article, text, report);
  const words = paragraphsOf(article).reduce((sum, paragraph) => sum + countWords(paragraph.text), 0);
  if (words !== article.wordCount) report("wordCount", `is ${article.wordCount}, but the paragraphs have ${words} words`, REIMPORT);
  return faults;
}

function checkAliases({ slug, aliases }: Article, report: ReportFault): void {
  const taken = new Set([slug]);
  for (const [a, alias] of aliases.entries()) {
    if (taken.has(alias)) {
      const what = alias === slug ? "is the article's own slug" : "is listed twice";
      report(`aliases[${a}]`, `"${alias}" ${what}`, "Remove it from aliases.");
    }
    taken.add(alias);
  }
}

/** Headline, headings, paragraphs, credits and rights must follow each other with a blank line between, from 0 on. */
function checkBlocks(article: Article, report: ReportFault): CodePointText | null {
  const blocks = blocksOf(article);
  const text = new CodePointText(blocks.map((block) => block.text).join(BLOCK_SEPARATOR));
  let position = 0;
  for (const block of blocks) {
    const length = text.value.length === text.length ? block.text.length : new CodePointText(block.text).length;
    if (block.start !== position || block.end !== position + length) {
      report(
        pathOfBlock(article, block),
        `the block "${excerpt(block.text)}" has the span ${block.start}-${block.end}, but is at ${position}-${position + length} in the text`,
        REIMPORT,
      );
      return null;
    }
    position = block.end + BLOCK_SEPARATOR.length;
  }
  const ends = new Map(blocks.map((block) => [block.start, block.end]));
  for (const [c, credit] of article.credits.entries()) {
    checkSpan(credit, `credits[${c}]`, text, report);
    if (ends.get(credit.start) !== credit.end)
      report(`credits[${c}]`, "overlaps the line of another credit, but is not the same line", REIMPORT);
  }
  if (blocks[0] !== article.headline) report("headline", "is not at the start of the text", REIMPORT);
  const revision = revisionOf(text.value);
  if (revision !== article.revision) report("revision", `is not the SHA-256 of the text: ${revision}`, REIMPORT);
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

function checkSections(article: Article, report: ReportFault): void {
  const sectionIds = new Set<string>();
  let number = 0;
  for (const [s, section] of article.sections.entries()) {
    if (sectionIds.has(section.id))
      report(`sections[${s}].id`, `"${section.id}" is already the id of an earlier section`, "Give each section its own id.");
    sectionIds.add(section.id);
    if ((section.heading === null) !== (s === 0) || (section.id === "lead") !== (s === 0)) {
      report(`sections[${s}]`, "only the first section may have the id `lead` and no heading", REIMPORT);
    }
    for (const [p, paragraph] of section.paragraphs.entries()) {
      number += 1;
      if (paragraph.id !== `p${number}`) {
        report(
          `sections[${s}].paragraphs[${p}].id`,
          `is "${paragraph.id}", expected "p${number}"`,
          "Number the paragraphs p1, p2 ... in reading order.",
        );
      }
    }
  }
}

function checkDateline(article: Article, text: CodePointText, report: ReportFault): void {
  const { dateline } = article;
  checkSpan(dateline, "dateline", text, report);
  // A dateline starts the first paragraph of running text, which may follow a standfirst.
  const first = paragraphsOf(article).find((paragraph) => paragraph.role === "body");
  if (dateline !== null && dateline.start !== first?.start) {
    report("dateline", "is not at the start of the first paragraph", REIMPORT);
  }
}
