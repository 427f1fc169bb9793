import type { Verification, VerificationMatch } from "../../verification/verification.ts";

/** Matches that are shown to a reader; the data has all. */
const SHOWN = 3;

const WORDS: Record<Verification["words"], string> = {
  exact: "These words are recorded.",
  altered: "Close to recorded words, but not the same.",
  reported: "Not in a quote: only the reporter's words match.",
  none: "Nothing close to these words was found in these articles.",
};

/** The answer of the quote checker in words. */
export function verificationText(checked: Verification): string {
  const { text, words, revision, matches, searched } = checked;
  const until = revision?.served.at(-1)?.until ?? null;
  const lines = [
    `“${text}”`,
    `Words: ${words}. ${WORDS[words]}`,
    ...(until === null ? [] : [`The article was corrected: these words stood in it until ${until.slice(0, 10)}, and are not in it now.`]),
    `Speaker: ${speakerText(checked)}`,
    `Searched: ${searched.articleCount} articles with ${searched.quoteCount} quotes.`,
  ];
  return [lines.join("\n"), ...matches.slice(0, SHOWN).map(matchText)].join("\n\n");
}

function speakerText({ speaker, asked, unknownSpeaker, speakers }: Verification): string {
  const named = speakers.map(({ name }) => name).join(", ") || "nobody";
  const claimed = asked?.name ?? unknownSpeaker;
  const claim = claimed === null ? "" : ` The claim names ${claimed}${unknownSpeaker === null ? "" : ", whom no article here quotes"}.`;
  return speaker === "not-asked" ? `not asked. The text names ${named}.` : `${speaker}.${claim} The text names ${named}.`;
}

function matchText(match: VerificationMatch): string {
  const changes = match.diff.filter(({ op }) => op === "delete" || op === "insert");
  const notes = [
    ...(match.splice === null ? [] : [`Joined without a mark from several places (${match.splice}).`]),
    ...(match.negation ? ["A negative word was left out or added."] : []),
    ...(match.turned === null ? [] : [`Words around it may change its meaning (${match.turned}): read the context.`]),
    ...(match.nested ? ["The speaker quotes somebody else."] : []),
    ...changes.map(({ op, claim, recorded }) =>
      op === "insert" ? `Only the claim has: “${claim?.text}”` : `Left out: “${recorded?.text}”`,
    ),
  ];
  const passages = match.passages.map(
    ({ article, context, text }) => `${line(`${context.before}[${text}]${context.after}`)} — “${article.headline.text}” (${article.slug})`,
  );
  return [`Match: ${match.words}, score ${match.score}.`, ...passages, ...notes].join("\n");
}

function line(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
