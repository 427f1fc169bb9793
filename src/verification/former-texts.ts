import type { ServedPeriod } from "../article/model/history.ts";
import type { Searchable } from "../article/words/searchable.ts";
import type { Claim } from "./claim.ts";
import type { LookUp } from "./probes.ts";
import type { ClaimedSpeaker } from "./speakers.ts";
import { MAX_MATCHES, type VerificationMatch } from "./verification.ts";
import { type Thresholds, verify, type WordsAndSpeaker } from "./verify.ts";

/** Earlier texts of the articles that are served. */
export interface FormerTexts {
  /** Those with probes, as `find` of `checkQuote` gives present texts. */
  find(wanted: LookUp): Promise<{ articles: Searchable[] }>;
  /** When a revision of an article was served. @param slug as it had then */
  served(slug: string, revision: string): Promise<ServedPeriod[]>;
}

/**
 * The answer with earlier texts, where one of them has a claim better than the present ones: its matches come first. Each text is
 * compared on its own: nobody joins words of two revisions.
 *
 * @param answer what the present texts gave
 */
export async function withFormer(
  claim: Claim,
  answer: WordsAndSpeaker,
  candidates: Searchable[],
  asked: ClaimedSpeaker | null,
  former: Pick<FormerTexts, "served">,
  thresholds: Thresholds,
): Promise<WordsAndSpeaker> {
  const answers = candidates
    .map((candidate) => ({ candidate, found: verify(claim, [candidate], asked, thresholds) }))
    .filter(({ found }) => closeness(found) > closeness(answer))
    .sort((a, b) => closeness(b.found) - closeness(a.found))
    .slice(0, MAX_MATCHES);
  const told = await Promise.all(
    answers.map(async ({ candidate: { article }, found }) => {
      const revision = { revision: article.revision, served: await former.served(article.slug, article.revision) };
      return { ...found, revision, matches: found.matches.map((match): VerificationMatch => ({ ...match, revision })) };
    }),
  );
  const [best] = told;
  if (best === undefined) return answer;
  return { ...best, matches: [...told.flatMap(({ matches }) => matches.slice(0, 1)), ...answer.matches].slice(0, MAX_MATCHES) };
}

/** How close the best match is: exact words are closer than any others. */
function closeness({ words, matches: [best] }: WordsAndSpeaker): number {
  return words === "exact" ? 2 : (best?.score ?? 0);
}
