import type { CheckedQuote, TextVerification } from "../verification/text-verification.ts";
import type { VerificationMatch } from "../verification/verification.ts";
import { counted } from "./terminal.ts";

/** Code points of a quote that a line shows. */
const MOST_SHOWN = 160;

/**
 * What `verbatim verify` prints of a file: each quote that is not recorded as it stands, what is recorded, and a summary.
 *
 * @param source the file, which places count in
 */
export function reportText(path: string, source: string, { quotes, unchecked, counts, notes }: TextVerification): string {
  const placeOf = places(path, source);
  const wrong = quotes.filter(({ words, speaker }) => words !== "exact" || speaker === "mismatch");
  const lines = [
    ...wrong.flatMap((quote) => [
      `${placeOf(quote)}: ${verdictOf(quote)}: ${shown(quote.text)}`,
      ...details(quote).map((line) => `  ${line}`),
    ]),
    ...unchecked.map((quote) => `${placeOf(quote)}: not checked (more than 2,000 characters without a break): ${shown(quote.text)}`),
    ...notes.map(({ message }) => `${path}: note: ${message}`),
    `${path}: ${counted(counts.checked, "quote")}: ${tally(counts)}`,
  ];
  return `${lines.join("\n")}\n`;
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

const VERDICTS: Record<CheckedQuote["words"], string> = {
  exact: "exact words",
  altered: "altered",
  reported: "in the reporter's words only",
  none: "not found",
};

function verdictOf({ words, speaker }: CheckedQuote): string {
  if (speaker !== "mismatch") return VERDICTS[words];
  return words === "exact" ? "by somebody else" : `${VERDICTS[words]}, by somebody else`;
}

function details({ words, speaker, claimed, matches, unknownSpeaker }: CheckedQuote): string[] {
  const [best] = matches;
  const lines: string[] = [];
  if (best !== undefined && words !== "exact") lines.push(`difference: ${differenceOf(best)}`);
  if (best?.negation) lines.push("a negative word differs");
  if (best !== undefined) lines.push(`recorded: ${recordOf(best)}`);
  if (speaker === "mismatch") {
    const unknown = unknownSpeaker !== null && claimed.candidates.length === 0 ? ", whom the archive does not know" : "";
    lines.push(`the text names: ${plain(claimed.speaker ?? "")}${unknown}`);
  }
  return lines;
}

/** From the recorded words to the claimed ones: [-recorded only-] {+claimed only+}, as `git diff --word-diff` marks them. */
function differenceOf({ diff }: VerificationMatch): string {
  return diff
    .map(({ op, claim, recorded }) => {
      if (op === "delete") return `[-${plain(recorded?.text ?? "")}-]`;
      return op === "insert" ? `{+${plain(claim?.text ?? "")}+}` : plain(claim?.text ?? "");
    })
    .join(" ");
}

function recordOf({ words, speakers, passages }: VerificationMatch): string {
  const who = words === "reported" ? "the reporter" : speakers.map(({ name }) => plain(name)).join(" and ") || "nobody is named";
  const articles = new Map(passages.map(({ article }) => [article.slug, article]));
  const where = [...articles.values()].map(({ slug, headline, publishedAt }) => {
    const date = publishedAt === null ? "" : `, ${publishedAt.slice(0, 10)}`;
    return `"${plain(headline.text)}" (${slug}${date})`;
  });
  return `${who}, in ${where.join(" and ")}`;
}

/** Gives `path:line:column` of a quote: lines and columns from 1, columns in code points. */
function places(path: string, source: string): (quote: Pick<CheckedQuote, "segments">) => string {
  const starts = [0];
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

/** On one line, without characters that a terminal would obey. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "\ufffd");
}
