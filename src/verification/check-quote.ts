import { foldWords } from "../article/words/fold.ts";
import type { Probe } from "../article/words/probe.ts";
import type { Searchable } from "../article/words/searchable.ts";
import { type Claim, parseClaim } from "./claim.ts";
import { type FormerTexts, withFormer } from "./former-texts.ts";
import { COMMONEST, closeProbesOf, type LookUp, otherProbesOf, probesOf } from "./probes.ts";
import type { ClaimedSpeaker } from "./speakers.ts";
import { MIN_PIECE, MIN_SHORT_PIECE } from "./splice.ts";
import type { DiffOperation, Verification } from "./verification.ts";
import { THRESHOLDS, verify, type WordsAndSpeaker } from "./verify.ts";

/** Articles with at least one of the probes, those with most of them first, and how much was searched. */
export interface Candidates {
  articles: Searchable[];
  searched: { articleCount: number; quoteCount: number };
}

/**
 * Checks a claimed quote against an archive.
 *
 * @param quote the claim, at most `MAX_CLAIM_LENGTH` code points
 * @param asked who is claimed to have said it
 * @param find finds the articles with probes
 * @param former earlier texts, which are looked in where no present one has the very words; `null` for none
 * @param thresholds for measuring other values than the chosen ones
 * @throws what `find` and `former` throw
 */
export async function checkQuote(
  quote: string,
  asked: ClaimedSpeaker | null,
  find: (wanted: LookUp) => Promise<Candidates>,
  former: FormerTexts | null = null,
  thresholds = THRESHOLDS,
): Promise<Verification> {
  const claim = parseClaim(quote);
  const probes = probesOf(claim);
  const { articles, searched } = await find(lookUp(probes));
  const compared = new Map<string, Searchable>();
  /** Adds articles to those that are compared. @returns whether one of them is new */
  const add = (found: Searchable[]) => {
    const before = compared.size;
    for (const one of found) if (!compared.has(one.article.slug)) compared.set(one.article.slug, one);
    return compared.size > before;
  };
  add(articles);
  // The words may be in more articles than are compared; those that quote the speaker are compared in any case.
  const known = asked === null || "unknown" in asked ? null : asked;
  if (known !== null) add((await find({ ...lookUp(probes), speakers: [known.id] })).articles);
  const check = () => verify(claim, [...compared.values()], asked, thresholds);
  let answer = check();
  if (answer.words === "none" && add((await find(lookUp(closeProbesOf(claim), COMMONEST))).articles)) answer = check();
  if (answer.words === "none" && add((await find(lookUp(otherProbesOf(claim), COMMONEST))).articles)) answer = check();
  // Words that the best match does not explain may be from another article, which the probes of the whole claim rank low.
  const rest = probesOfRest(claim, answer.matches[0]);
  if (rest.length > 0 && add((await find(lookUp(rest))).articles)) answer = check();
  const earlier = former === null || answer.words === "exact" ? [] : await formerCandidates(claim, answer, former);
  if (former !== null && earlier.length > 0) answer = await withFormer(claim, answer, earlier, asked, former, thresholds);
  return {
    text: quote,
    ...answer,
    asked: known,
    unknownSpeaker: asked !== null && "unknown" in asked ? asked.unknown : null,
    searched: { ...searched, compared: compared.size + earlier.length },
  };
}

function lookUp(probes: Probe[], passOver: number | null = null): LookUp {
  return { probes, speakers: null, passOver };
}

/** Earlier texts that may have a claim, found as present ones are. */
async function formerCandidates(claim: Claim, { words }: WordsAndSpeaker, former: FormerTexts): Promise<Searchable[]> {
  const { articles } = await former.find(lookUp(probesOf(claim)));
  if (articles.length > 0 || words !== "none") return articles;
  return (await former.find(lookUp(closeProbesOf(claim), COMMONEST))).articles;
}

/**
 * Probes of the words that a match does not explain: the stretches of the claim between its longer runs of equal words.
 * Short runs agree by chance ("the" in "Our children want *the* bridge") and do not separate stretches.
 */
function probesOfRest(claim: Claim, match: Verification["matches"][number] | undefined): string[][] {
  if (match === undefined || match.words === "exact") return [];
  const explained = agreeing(match.diff).filter(({ start, end }) => foldWords(claim.text.slice(start, end)).length >= MIN_PIECE);
  const stretches = explained.map(({ start }, index) => ({ from: explained[index - 1]?.end ?? 0, to: start }));
  return [...stretches, { from: explained.at(-1)?.end ?? 0, to: claim.text.length }].flatMap(({ from, to }) => {
    const piece = parseClaim(claim.text.slice(from, to));
    return piece.words.length >= MIN_SHORT_PIECE && piece.words.length < claim.words.length ? probesOf(piece) : [];
  });
}

/** The stretches of a claim whose words a match has, in the same or another spelling or form. */
function agreeing(diff: DiffOperation[]): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let open = false;
  for (const { op, kind, claim } of diff) {
    if (op === "gap" || kind === "words") open = false;
    else if (claim !== null) {
      const last = stretches.at(-1);
      if (open && last !== undefined) last.end = claim.end;
      else stretches.push({ start: claim.start, end: claim.end });
      open = true;
    }
  }
  return stretches;
}
