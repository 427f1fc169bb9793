import { doubtfulMerges } from "./doubtful-merges.ts";
import { doubtfulName } from "./doubtful-names.ts";
import { doubtfulPairs } from "./doubtful-pairs.ts";
import type { KnownSpeaker } from "./known-speakers.ts";
import { SUSPICIONS, type Suspicion } from "./suspicion.ts";

/** Likely wrong merges and names of all speakers, the surest kinds first, then those with most quotes. */
export function suspicionsAmong(all: KnownSpeaker[]): Suspicion[] {
  const shared = all.filter(({ id }) => !id.includes("~"));
  const quotes = new Map(all.map(({ id, quoteCount }) => [id, quoteCount]));
  const found = [...doubtfulPairs(all), ...shared.flatMap((speaker) => [...doubtfulMerges(speaker), ...doubtfulName(speaker)])];
  const weight = ({ speakers: ids }: Suspicion) => ids.reduce((sum, id) => sum + (quotes.get(id) ?? 0), 0);
  return found.sort((a, b) => SUSPICIONS.indexOf(a.what) - SUSPICIONS.indexOf(b.what) || weight(b) - weight(a));
}
