import type { SpeakerRef } from "../article/model/schema.ts";
import { foldWords } from "../article/words/fold.ts";
import type { Searchable } from "../article/words/searchable.ts";
import { type Claim, parseClaim } from "./claim.ts";
import { closeProbesOf, probesOf } from "./probes.ts";
import { MIN_PIECE, MIN_SHORT_PIECE } from "./splice.ts";
import type { Verification } from "./verification.ts";
import { NOBODY, THRESHOLDS, verify } from "./verify.ts";

/** Who is claimed to have said it: a speaker, or a name that no speaker has. */
export type Asked = SpeakerRef | { unknown: string };

/** Articles that hold at least one of the probes, those that hold most of them first, and how much was searched. */
export interface Found {
  articles: Searchable[];
  searched: { articles: number; quotes: number };
}

/**
 * Checks a claimed quote against an archive.
 *
 * @param quote the claim, at most `MAX_CLAIM_LENGTH` code points
 * @param asked who is claimed to have said it
 * @param find looks for probes (phrases of folded words) in all articles, or in those that quote a speaker; its errors are passed on
 * @param thresholds for measuring others than the chosen ones
 */
export async function checkQuote(
  quote: string,
  asked: Asked | null,
  find: (probes: string[][], speakers: string[] | null) => Promise<Found>,
  thresholds = THRESHOLDS,
): Promise<Verification> {
  const claim = parseClaim(quote);
  const probes = probesOf(claim);
  const { articles, searched } = await find(probes, null);
  const compared = new Map<string, Searchable>();
  /** @returns whether one of them is new */
  const add = (found: Searchable[]) => {
    const before = compared.size;
    for (const one of found) if (!compared.has(one.article.slug)) compared.set(one.article.slug, one);
    return compared.size > before;
  };
  add(articles);
  // The words may stand in more articles than are compared; those that quote the speaker are among them either way.
  const known = asked === null || "unknown" in asked ? null : asked;
  const id = asked === null ? null : (known?.id ?? NOBODY);
  if (known !== null) add((await find(probes, [known.id])).articles);
  const check = () => verify(claim, [...compared.values()], id, thresholds);
  let answer = check();
  if (answer.words === "none" && add((await find(closeProbesOf(claim), null)).articles)) answer = check();
  // What the best match leaves over may be from another article, which the probes of the whole claim rank low.
  const rest = leftOver(claim, answer.matches[0]);
  if (rest.length > 0 && add((await find(rest, null)).articles)) answer = check();
  return {
    quote,
    ...answer,
    asked: known,
    unknownSpeaker: asked !== null && "unknown" in asked ? asked.unknown : null,
    searched: { ...searched, compared: compared.size },
  };
}

/**
 * Probes of what a match does not explain: the stretches of the claim between its longer runs of equal words. Words that
 * agree by chance do not part them ("the" in "Our children want *the* bridge").
 */
function leftOver(claim: Claim, match: Verification["matches"][number] | undefined): string[][] {
  if (match === undefined || match.words === "exact") return [];
  const explained = match.diff.flatMap(({ op, claim: equal }) =>
    op === "equal" && equal !== null && foldWords(equal.text).length >= MIN_PIECE ? [equal] : [],
  );
  const stretches = explained.map(({ start }, index) => ({ from: explained[index - 1]?.end ?? 0, to: start }));
  return [...stretches, { from: explained.at(-1)?.end ?? 0, to: claim.text.length }].flatMap(({ from, to }) => {
    const piece = parseClaim(claim.text.slice(from, to));
    return piece.words.length >= MIN_SHORT_PIECE && piece.words.length < claim.words.length ? probesOf(piece) : [];
  });
}
