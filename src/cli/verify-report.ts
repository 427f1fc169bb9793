import { addressedMatches, addressedSources } from "../representations/addressed.ts";
import type { Site } from "../representations/links.ts";
import type { CheckedQuote, TextVerification } from "../verification/text/text-verification.ts";
import type { Doubt, SpliceKind, VerificationMatch } from "../verification/verification.ts";
import { counted } from "./terminal.ts";

/** Code points of a quote that a line shows. */
const MOST_SHOWN = 160;

/**
 * What `verbatim verify` prints of a file: each quote that is not recorded as it stands, or whose words are and have to be
 * read again (see `cautionsOf`), what is recorded, and a summary.
 *
 * @param source the file, which places count in
 */
export function reportText(path: string, source: string, { quotes, unchecked, counts, notes }: TextVerification): string {
  const placeOf = places(path, source);
  const wrong = quotes.filter((quote) => quote.words !== "exact" || quote.speaker === "mismatch" || cautionsOf(quote).length > 0);
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

/** What `verbatim verify --json` prints of a file: the answer with the addresses that it has over HTTP. */
export function reportJson(file: string, { quotes, ...answer }: TextVerification, site: Site): string {
  const addressed = (quote: CheckedQuote) => (answer.sources === null ? addressedMatches(quote, site) : addressedSources(quote));
  return `${JSON.stringify({ file, quotes: quotes.map(addressed), ...answer })}\n`;
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

function details(quote: CheckedQuote): string[] {
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

const SPLICES: Record<SpliceKind, string> = {
  segments: "neighbouring parts of one quote",
  quote: "distant parts of one quote",
  quotes: "several quotes of one article",
  articles: "quotes of several articles",
  narration: "a quote and the reporter's words",
};

const DOUBTS: Record<Doubt, string> = {
  attribution: "who is recorded is not sure either",
  name: "the names may be forms of one",
  description: "the article describes one by the other's name",
  nested: "whoever is recorded quotes somebody else with these words",
  claim: "whom the text names is not sure",
};

/** What to read again although the words are recorded: each a line. */
function cautionsOf(quote: CheckedQuote): string[] {
  const { speaker, doubt, matches } = quote;
  const [best] = matches;
  const lines: string[] = [];
  if (isUnconfirmed(quote)) lines.push(`speaker not confirmed: ${doubt === null ? "nobody is recorded" : DOUBTS[doubt]}`);
  if (best !== undefined && isTurned(quote)) lines.push(`a ${best.turned} beside these words was left out: ${contextOf(best)}`);
  if (best?.nested && speaker === "match") lines.push("the speaker quotes somebody else with these words");
  return lines;
}

/** Whether words are recorded beside a negation or a condition that was cut off. */
export function isTurned({ words, matches: [best] }: CheckedQuote): boolean {
  return words !== "none" && best !== undefined && best.turned !== null;
}

/** Whether words that are recorded may be somebody else's than the text says. */
function isUnconfirmed({ words, speaker, claimed }: CheckedQuote): boolean {
  if (speaker === "uncertain") return true;
  return speaker === "unattributed" && claimed.speaker !== null && (words === "exact" || words === "altered");
}

function contextOf({ passages }: VerificationMatch): string {
  const [first] = passages;
  return first === undefined ? "" : `"…${plain(first.context.before)}${plain(first.text)}${plain(first.context.after)}…"`;
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

/** On one line, without characters that a terminal would obey. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "\ufffd");
}
