import { fold } from "../../article/words/fold.ts";
import { doubtfulMerges } from "./doubtful-merges.ts";
import { doubtfulName } from "./doubtful-names.ts";
import { doubtfulPairs } from "./doubtful-pairs.ts";
import type { KnownSpeaker } from "./known-speakers.ts";
import { SUSPICIONS, type Suspicion } from "./suspicion.ts";

/** Likely wrong merges and names of all speakers, the surest kinds first, then those with most quotes. */
export function suspicionsAmong(all: KnownSpeaker[]): Suspicion[] {
  const shared = all.filter(({ id }) => !id.includes("~"));
  const quotes = new Map(all.map(({ id, quoteCount }) => [id, quoteCount]));
  const byName = new Map(shared.map((speaker) => [fold(speaker.name), speaker]));
  const named = (found: Suspicion) => mergedByName(found, byName);
  const found = [...doubtfulPairs(all), ...shared.flatMap((speaker) => [...doubtfulMerges(speaker), ...doubtfulName(speaker).map(named)])];
  const weight = ({ speakers: ids }: Suspicion) => ids.reduce((sum, id) => sum + (quotes.get(id) ?? 0), 0);
  return found.sort((a, b) => SUSPICIONS.indexOf(a.what) - SUSPICIONS.indexOf(b.what) || weight(b) - weight(a));
}

/** A speaker whose right name is that of another one is that one: a second "Ann Bell" would not mend "Dr Ann Bell". */
function mergedByName(found: Suspicion, byName: Map<string, KnownSpeaker>): Suspicion {
  const { name } = found.line as { name?: string };
  const other = name === undefined ? undefined : byName.get(fold(name));
  if (other === undefined || found.speakers.includes(other.id)) return found;
  return { ...found, speakers: [other.id, ...found.speakers], line: { id: other.id, name: other.name, merges: found.speakers } };
}
