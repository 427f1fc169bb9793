import { type Claim, partsOf } from "./claim.ts";
import { groupsOf } from "./numbers.ts";

/** Articles to compare with a claim: those that hold most of its probes. */
export const MAX_CANDIDATES = 12;
/** Phrases that spread over the whole claim, so that each of several quotes joined into one is found. */
const STRETCHES = 8;
/** Pairs of words of a short claim, so that one changed word leaves some of them. */
const PAIRS = 4;
/** Words up to which a claim is short. */
const SHORT = 16;

/**
 * Pieces of a claim to look for in an archive, at most 12 (those with numbers in both spellings): from each of up to eight stretches of it the phrase of three
 * words that looks rarest, and of a short claim the rarest-looking pairs too. A phrase lies between two gaps; a part of
 * two words gives those, and single words are looked for only when there is nothing else.
 */
export function probesOf(claim: Claim): string[][] {
  const words = claim.words.map(({ word }) => word);
  const parts = partsOf(claim);
  const phrases = (length: number) =>
    parts.flatMap(({ from, to }) =>
      Array.from({ length: Math.max(0, to - from - length + 1) }, (_, index) => ({ at: from + index, length, rarity: 0 })),
    );
  const probes = [
    ...spread(rated(phrases(3), words), words.length),
    ...(words.length <= SHORT ? rated(phrases(2), words).slice(0, PAIRS) : []),
  ];
  if (probes.length === 0) probes.push(...spread(rated(phrases(2), words), words.length));
  if (probes.length === 0) probes.push(...spread(rated(phrases(1), words), words.length));
  const found = probes.map(({ at, length }) => words.slice(at, at + length)).flatMap(spellings);
  const distinct = new Map(found.map((probe) => [probe.join(" "), probe]));
  return [...distinct.values()];
}

/** A number is one word of an index where it was written without separators, and one for each group of digits where with. */
function spellings(probe: string[]): string[][] {
  const grouped = probe.flatMap((word) => groupsOf(word) ?? [word]);
  return grouped.length === probe.length ? [probe] : [probe, grouped];
}

interface Phrase {
  at: number;
  length: number;
  rarity: number;
}

/** The rarest-looking first. Long words are rare: frequency falls with length in every language (Zipf 1935). */
function rated(phrases: Phrase[], words: string[]): Phrase[] {
  for (const phrase of phrases) {
    for (let index = phrase.at; index < phrase.at + phrase.length; index += 1)
      phrase.rarity += Math.min(words[index]?.length ?? 0, 10) ** 2;
  }
  return phrases.sort((a, b) => b.rarity - a.rarity || a.at - b.at);
}

/** The best phrase of each stretch of the claim. */
function spread(phrases: Phrase[], length: number): Phrase[] {
  const best = new Map<number, Phrase>();
  for (const phrase of phrases) {
    const stretch = Math.floor((phrase.at * STRETCHES) / Math.max(length, STRETCHES * 3));
    if (!best.has(stretch)) best.set(stretch, phrase);
  }
  return [...best.values()];
}
