import type { Probe } from "../article/words/probe.ts";
import { type Claim, partsOf } from "./claim.ts";
import { contentWords } from "./content-words.ts";
import { indexedAs } from "./numbers.ts";
import { spellingsOf } from "./variants/american.ts";
import { formsIn } from "./variants/forms.ts";
import { formsOf } from "./variants/inflection.ts";

/** How many articles are compared with a claim: those with most of its probes. */
export const MAX_CANDIDATES = 12;
/** Smaller pieces of a claim are not looked for where their words are in more articles than this: see `CandidatesQuery`. */
export const COMMONEST = 2_000;
/** How many phrases are spread over the claim, so that each of several quotes joined into one is found. */
const STRETCHES = 8;
/** So many of these phrases are searched for in any case; others when they look at least a third as rare as the rarest. */
const SURE = 2;
const LEAST = 1 / 3;
/** How many pairs of words of a short claim are searched for. */
const PAIRS = 4;
/** The most words of a short claim: one changed word breaks most of its phrases. */
const SHORT = 9;
/** How many pairs of words are searched for when the other probes find nothing close. */
const CLOSE_PAIRS = 6;
/** How many pairs are searched for in other forms, and how many forms of each word. */
const VARIED_PAIRS = 5;
const MAX_FORMS = 8;
/** How many more pairs of a claim that may be made of short pieces. */
const MORE_PAIRS = 8;

/** What articles are looked for by; as `CandidatesQuery` has it. */
export interface LookUp {
  probes: Probe[];
  /** Ids of speakers, one of which an article must quote. */
  speakers: string[] | null;
  passOver: number | null;
}

/**
 * Phrases of a claim to search an archive for, at most eight (those with numbers in both spellings): from each of up to
 * eight stretches of the claim the phrase of three words that looks rarest, and of a short claim the rarest-looking pairs
 * too. A phrase does not cross a gap. Other pairs, and then single words, are used only when there are no phrases.
 */
export function probesOf(claim: Claim): string[][] {
  const words = claim.words.map(({ word }) => word);
  const probes = [
    ...spread(phrasesOf(claim, words, 3), words),
    ...(words.length <= SHORT ? phrasesOf(claim, words, 2).slice(0, PAIRS) : []),
  ];
  if (probes.length === 0) probes.push(...spread(phrasesOf(claim, words, 2), words));
  if (probes.length === 0) probes.push(...spread(phrasesOf(claim, words, 1), words));
  return probesAt(probes, words);
}

/**
 * Smaller phrases, for a claim whose other probes find nothing close: of its pairs with a content word the half that looks
 * rarest, at most six (the other half is in so many articles that a search for it takes four times as long). Some of them
 * are still there when every few words are changed or left out.
 */
export function closeProbesOf(claim: Claim): string[][] {
  const words = claim.words.map(({ word }) => word);
  const pairs = phrasesOf(claim, words, 2).filter(({ at, length }) => contentWords(words.slice(at, at + length)) > 0);
  return probesAt(pairs.slice(0, Math.min(CLOSE_PAIRS, Math.ceil(pairs.length / 2))), words);
}

/**
 * The last probes, when nothing close was found by the others: the rarest-looking pairs with one of their words in another form or
 * spelling ("close the bridges" for "closed the bridge"), contractions and compounds written otherwise, and more pairs.
 */
export function otherProbesOf(claim: Claim): Probe[] {
  const words = claim.words.map(({ word }) => word);
  const pairs = phrasesOf(claim, words, 2).filter(({ at, length }) => contentWords(words.slice(at, at + length)) > 0);
  const varied = pairs
    .slice(0, VARIED_PAIRS)
    .map(({ at }) =>
      words.slice(at, at + 2).map((word) => [...new Set([word, ...formsOf(word), ...spellingsOf(word)])].slice(0, MAX_FORMS)),
    );
  const written = formsIn(claim)
    .filter(({ words: form, from, to }) => form.length === 1 || to - from > 1 || contentWords(form) < form.length)
    .sort((a, b) => contentWords(a.words) - contentWords(b.words))
    .map((form) => [...form.words, ...words.slice(form.to, form.to + 1)]);
  const more = probesAt(pairs.slice(CLOSE_PAIRS, CLOSE_PAIRS + MORE_PAIRS), words);
  return [...varied, ...distinct([...written.slice(0, MORE_PAIRS), ...more])];
}

/** The phrases of `length` words that do not cross a gap, the rarest-looking first. */
function phrasesOf(claim: Claim, words: string[], length: number): Phrase[] {
  const phrases = partsOf(claim).flatMap(({ from, to }) =>
    Array.from({ length: Math.max(0, to - from - length + 1) }, (_, index) => ({ at: from + index, length })),
  );
  return rated(phrases, words);
}

function probesAt(phrases: Phrase[], words: string[]): string[][] {
  const found = phrases.map(({ at, length }) => words.slice(at, at + length)).flatMap(spellings);
  return distinct(found);
}

function distinct(phrases: string[][]): string[][] {
  return [...new Map(phrases.map((phrase) => [phrase.join(" "), phrase])).values()];
}

/** A number may be in an index in two ways. */
function spellings(probe: string[]): string[][] {
  const ways = probe.map(indexedAs);
  const plain = ways.flatMap(([first = []]) => first);
  return ways.every(({ length }) => length === 1) ? [plain] : [plain, ways.flatMap((way) => way.at(-1) ?? [])];
}

interface Phrase {
  at: number;
  length: number;
}

/** How rare a phrase looks. Long words are rare: frequency falls with length in every language (Zipf 1935). */
function rarityOf({ at, length }: Phrase, words: string[]): number {
  return words.slice(at, at + length).reduce((sum, word) => sum + Math.min(word.length, 10) ** 2, 0);
}

/** The rarest-looking first. */
function rated(phrases: Phrase[], words: string[]): Phrase[] {
  return phrases
    .map((phrase) => ({ phrase, rarity: rarityOf(phrase, words) }))
    .sort((a, b) => b.rarity - a.rarity || a.phrase.at - b.phrase.at)
    .map(({ phrase }) => phrase);
}

/** The best phrase of each stretch of the claim. */
function spread(phrases: Phrase[], words: string[]): Phrase[] {
  const best = new Map<number, Phrase>();
  for (const phrase of phrases) {
    const stretch = Math.floor((phrase.at * STRETCHES) / Math.max(words.length, STRETCHES * 3));
    if (!best.has(stretch)) best.set(stretch, phrase);
  }
  const found = [...best.values()];
  const [rarest] = found;
  // A phrase of short words is in many articles: a search for it takes longest and says least.
  return found.filter((phrase, index) => index < SURE || rarityOf(phrase, words) >= LEAST * rarityOf(rarest as Phrase, words));
}
