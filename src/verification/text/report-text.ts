import { counted } from "../../article/words/counted.ts";
import type { VerificationMatch } from "../verification.ts";
import type { CheckedQuote, TextVerification, UncheckedQuote } from "./text-verification.ts";
import { cautionsOf, type Finding, isUnconfirmed, plain, SPLICES, verdictOf } from "./verdict.ts";

/** Code points of a quote that a line shows. */
const MOST_SHOWN = 160;

const REASONS: Record<UncheckedQuote["reason"], string> = {
  "too-long": "more than 2,000 characters without a break",
  time: "the time for the text was over",
};

/**
 * The report of a text, which `verbatim verify` prints of a file: each quote that is not recorded as it stands, or whose words are and have to be
 * read again (see `cautionsOf`), what is recorded, and a summary.
 *
 * @param source the file, which places count in
 */
export function reportText(path: string, source: string, { quotes, unchecked, counts, notes }: TextVerification): string {
  const placeOf = places(path, source);
  const wrong = quotes.filter((quote) => quote.words !== "exact" || quote.speaker === "mismatch" || cautionsOf(quote).length > 0);
  const lines = [
    ...wrong.flatMap((quote) => findingLines(quote, placeOf(quote))),
    ...unchecked.map((quote) => `${placeOf(quote)}: not checked (${REASONS[quote.reason]}): ${shown(quote.text)}`),
    ...notes.map(({ message }) => `${path}: note: ${message}`),
    `${path}: ${counted(counts.checked, "quote")}: ${tally(counts)}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The report of one quote that is in no text: what is recorded, and what was searched. */
export function findingText(finding: Finding): string {
  const { articleCount, quoteCount } = finding.searched;
  const searched = `searched: ${counted(articleCount, "article")} with ${counted(quoteCount, "quote")}`;
  return `${[...findingLines(finding, "quote"), searched].join("\n")}\n`;
}

function findingLines(finding: Finding, place: string): string[] {
  return [`${place}: ${verdictOf(finding)}: ${shown(finding.text)}`, ...details(finding).map((line) => `  ${line}`)];
}

function tally({ words, speaker, unchecked }: TextVerification["counts"]): string {
  const parts: [number, string][] = [
    [words.exact, "exact"],
    [words.altered, "altered"],
    [words.reported, "in the reporter's words only"],
    [words.none, "not found"],
    [speaker.mismatch, "by somebody else"],
    [unchecked, "not checked"],
  ];
  return parts.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])).join(", ") || "nothing to check";
}

function details(quote: Finding): string[] {
  const { words, speaker, claimed, matches, unknownSpeaker } = quote;
  const [best] = matches;
  const lines: string[] = [];
  const isChanged = best !== undefined && (best.splice !== null || best.difference !== null);
  if (isChanged && words !== "exact") lines.push(`difference: ${differenceOf(best)}`);
  if (best?.splice) lines.push(`joined without a mark: ${SPLICES[best.splice]}`);
  if (best?.negation) lines.push("a negative word differs");
  if (best !== undefined) lines.push(`recorded: ${recordOf(best)}`);
  if (speaker === "mismatch" || isUnconfirmed(quote)) {
    const unknown = unknownSpeaker !== null && claimed.candidates.length === 0 ? ", whom the archive does not know" : "";
    lines.push(`the text names: ${plain(claimed.speaker ?? "")}${unknown}`);
  }
  return [...lines, ...cautionsOf(quote)];
}

/**
 * From the recorded words to the claimed ones: [-recorded only-] {+claimed only+}, as `git diff --word-diff` marks them, and
 * [-…-] where places were joined.
 */
function differenceOf({ diff }: VerificationMatch): string {
  let passage: number | null = null;
  return diff
    .flatMap(({ op, claim, recorded }) => {
      const isJoin = recorded !== null && passage !== null && recorded.passage !== passage;
      if (recorded !== null || op === "gap") passage = recorded?.passage ?? null;
      const join = isJoin ? ["[-…-]"] : [];
      if (op === "delete") return [...join, `[-${plain(recorded?.text ?? "")}-]`];
      return [...join, op === "insert" ? `{+${plain(claim?.text ?? "")}+}` : plain(claim?.text ?? "")];
    })
    .join(" ");
}

function recordOf({ words, speakers, passages }: VerificationMatch): string {
  const names = speakers.map(({ name }) => plain(name)).join(" and ");
  const reporter = names === "" ? "the reporter" : `the reporter, of ${names}`;
  const who = words === "reported" ? reporter : names || "nobody is named";
  const articles = new Map(passages.map(({ article }) => [article.slug, article]));
  const where = [...articles.values()].map(({ slug, headline, publishedAt }) => {
    const date = publishedAt === null ? "" : `, ${publishedAt.slice(0, 10)}`;
    return `"${plain(headline.text)}" (${slug}${date})`;
  });
  return `${who}, in ${where.join(" and ")}`;
}

/** Gives `path:line:column` of a quote: lines and columns from 1, columns in code points; a byte order mark is in none. */
function places(path: string, source: string): (quote: Pick<CheckedQuote, "segments">) => string {
  const starts = [source.startsWith("\ufeff") ? 1 : 0];
  let point = 0;
  let before = "";
  for (const character of source) {
    point += 1;
    if (character === "\n" && before === "\r") starts[starts.length - 1] = point;
    else if (character === "\n" || character === "\r") starts.push(point);
    before = character;
  }
  return ({ segments }) => {
    const place = segments[0]?.submitted ?? null;
    if (place === null) return path;
    const line = starts.findLastIndex((start) => start <= place.start);
    return `${path}:${line + 1}:${place.start - (starts[line] ?? 0) + 1}`;
  };
}

function shown(text: string): string {
  const points = Array.from(plain(text));
  return `"${points.length > MOST_SHOWN ? `${points.slice(0, MOST_SHOWN).join("")}…` : points.join("")}"`;
}
