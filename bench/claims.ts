import type { Article, Quote } from "../src/article/model/schema.ts";
import { paragraphsOf } from "../src/article/model/text.ts";
import { foldWords } from "../src/article/words/fold.ts";
import { contentWords } from "../src/verification/content-words.ts";
import { isNegation } from "../src/verification/negation.ts";
import type { Difference, SpeakerAnswer, WordsAnswer } from "../src/verification/verification.ts";
import { Dice } from "./dice.ts";
import type { Doubted } from "./doubts.ts";
import { TOPICS } from "./newsroom-words.ts";
import { inflected, misspelt, respelled } from "./rewritten.ts";

/** A claimed quote and what the checker should say. */
export interface MadeClaim {
  kind: string;
  quote: string;
  asked: string | null;
  words: WordsAnswer;
  speaker: SpeakerAnswer;
  /** What else must be found: a seam between several places, or a lost negation. */
  sign?: "splice" | "negation" | Difference;
}

interface Spoken {
  quote: Quote;
  article: Article;
  /** The longest segment. */
  text: string;
  words: string[];
}

type Maker = (spoken: Spoken, all: Spoken[], dice: Dice) => string | null;

/** Words with the punctuation that hangs on them. */
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => foldWords(word).length > 0);
const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
const NEGATION = /\b(?:not|never|cannot|\w+n[’']t)\b/iu;
const denies = (words: string) => foldWords(words).some(({ word }) => isNegation(word));
const SENTENCE = /[.!?](?=\s)/u;

const EXACT: Record<string, Maker> = {
  "whole segment": ({ text }) => text,
  "other case, marks and dashes": ({ text }, _, dice) =>
    `"${dice
      .pick([text.toUpperCase(), text.toLowerCase()])
      .replaceAll("’", "'")
      .replace(/, | -- |—/g, " – ")
      .normalize("NFD")}"`,
  "part of a segment": ({ words }, _, dice) => (words.length < 7 ? null : stretch(words, 5, dice).join(" ")),
  "with a gap": ({ text, words }, _, dice) => {
    if (words.length < 10 || NEGATION.test(text) || SENTENCE.test(text)) return null;
    const cut = 3 + dice.below(words.length - 8);
    return [...words.slice(0, cut), dice.pick(["…", "...", "[...]", "[it]"]), ...words.slice(cut + 2)].join(" ");
  },
};

const ALTERED: Record<string, Maker> = {
  "one word changed": ({ words }, all, dice) => replaced(words, [dice.below(words.length)], all, dice),
  "two words changed": ({ words }, all, dice) =>
    words.length < 9 ? null : replaced(words, [dice.below(words.length - 4), words.length - 1 - dice.below(4)], all, dice),
  "every fourth word changed": ({ words }, all, dice) => changed(words, 4, all, dice),
  "one word left out": ({ words }, _, dice) => {
    if (words.length < 6) return null;
    const at = 1 + dice.below(words.length - 2);
    return denies(words[at] ?? "") ? null : words.filter((__, index) => index !== at).join(" ");
  },
};

const dropped: Maker = ({ text }) =>
  NEGATION.test(text) && wordsOf(text).length >= 5
    ? text
        .replace(/\bcannot\b/giu, "can")
        .replace(/\bwon[’']t\b/giu, "will")
        .replace(/\b(\w+)n[’']t\b/giu, "$1")
        .replace(/\b(?:not|never) /giu, "")
    : null;

/** The first half of one quote and the second half of another, sometimes with a gap between them. */
const joined: Maker = (spoken, all, dice) => {
  const near = dice.next() < 0.5 ? all.filter(({ article, quote }) => article === spoken.article && quote !== spoken.quote) : all;
  const other = near.length === 0 ? dice.pick(all) : dice.pick(near);
  if (other.quote === spoken.quote || spoken.words.length < 8 || other.words.length < 8) return null;
  const head = spoken.words.slice(0, Math.ceil(spoken.words.length / 2));
  return [...head, ...dice.pick([[], [], ["…"]]), ...other.words.slice(-Math.ceil(other.words.length / 2))].join(" ");
};

/** The first few words of one quote and the last few of another of its article. */
const joinedShort: Maker = (spoken, all, dice) => {
  const near = all.filter(({ article, quote }) => article === spoken.article && quote !== spoken.quote);
  if (near.length === 0) return null;
  const pieces = [spoken.words.slice(0, 3 + dice.below(2)), dice.pick(near).words.slice(-3 - dice.below(2))];
  return pieces.some((piece) => contentWords(foldWords(piece.join(" ")).map(({ word }) => word)) < 2) ? null : pieces.flat().join(" ");
};

/** Three or four pieces of three or four words, from any quotes of one article. */
const joinedOfMany: Maker = (spoken, all, dice) => {
  const near = all.filter(({ article, quote }) => article === spoken.article && quote !== spoken.quote);
  const others = [...new Set(Array.from({ length: 2 + dice.below(2) }, () => (near.length === 0 ? spoken : dice.pick(near))))];
  if (others.length < 2 || others.includes(spoken)) return null;
  const pieces = [spoken, ...others].map(({ words }) => {
    const length = 3 + dice.below(2);
    const from = dice.below(Math.max(1, words.length - length + 1));
    return words.slice(from, from + length);
  });
  return pieces.some((piece) => contentWords(foldWords(piece.join(" ")).map(({ word }) => word)) < 2) ? null : pieces.flat().join(" ");
};

/** A quote with half of its words left out, two after every two, none of them one that denies. */
const abridged: Maker = ({ words }) => {
  const isKept = (index: number) => index % 4 === 0 || index % 4 === 3;
  const kept = words.filter((_, index) => isKept(index));
  const told = contentWords(foldWords(kept.join(" ")).map(({ word }) => word));
  return told < 6 || denies(words.filter((_, index) => !isKept(index)).join(" ")) ? null : kept.join(" ");
};

/** Pairs of words of several quotes: what agrees with them agrees by chance. */
const pairs: Maker = (_, all, dice) =>
  Array.from({ length: 5 }, () => {
    const { words } = dice.pick(all);
    const at = dice.below(words.length - 1);
    return words.slice(at, at + 2).join(" ");
  }).join(" ");

/** Sentences nobody of the archive says, in forms neither its quotes nor its reporters use. */
const UNSAID = [
  "Everyone I spoke to hopes {the} {noun} gets another chance at last",
  "Once {the} {noun} has gone it is gone for good, and no {noun} brings it back",
  "My grandfather always talked about {the} {adjective} {noun} as if it were family",
  "You should see what happens to {a} {noun} once people start to {verb} it properly",
  "Only somebody who has lived beside {the} {noun} understands why it has to change",
  "Let us be honest with ourselves: {the} {adjective} {noun} was finished years ago",
  "Whoever wants to {verb} {the} {noun} ought to start by listening to those it belongs to",
  "Our position on {the} {noun} has been clear and consistent from the first day",
];

/** Near the subjects of the articles that ship with Verbatim; none of them is in one. */
const UNSAID_OF_SHIPPED = [
  "Moscow is prepared to send weapons to any government that takes power in Kabul",
  "The Taliban has never kept a single promise it made to us",
  "The peace agreement was a mistake and the Americans know it",
  "Afghanistan has to find its own way without foreign soldiers on its soil",
  "We have no plans to recognise the Taliban as a legitimate government",
  "The withdrawal of American forces will make the region safer for everyone",
  "Islamic State is a threat that nobody in the region can meet alone",
  "Without the ferry this island would be empty within ten years",
  "The bridge will bring jobs, tourists and a better life for our children",
  "The trust has looked at every figure twice and the ferry still loses money",
  "I would rather swim than pay another crown for that boat",
  "The council should have asked the islanders before it drew a single line",
  "Bees are the only members of this society who work for nothing",
  "The secretary deserves an apology for what was said about the minutes",
  "A typewriter has no place in a modern society of beekeepers",
  "Our honey has won more prizes than any other on this coast",
];

/**
 * Claims made from articles in ways that say what the right answer is; the same articles and seed give the same claims.
 *
 * @param doubts quotes of the articles that are recorded for the wrong speaker
 * @param perKind claims of each kind, fewer where the articles do not give as many
 */
export function madeClaims(articles: Article[], doubts: Doubted[], perKind: number, seed: number): MadeClaim[] {
  const dice = new Dice(seed);
  const spoken = articles.flatMap(spokenIn);
  const claims: MadeClaim[] = [];
  const make = (kind: string, maker: Maker, words: WordsAnswer, more: Partial<MadeClaim> = {}) => {
    const made = new Set<string>();
    for (let tries = 0; made.size < perKind && tries < perKind * 60; tries += 1) {
      const one = tries < spoken.length && tries < perKind / 2 ? spoken[tries] : dice.pick(spoken);
      const quote = one === undefined ? null : maker(one, spoken, dice);
      if (one === undefined || quote === null || made.has(quote)) continue;
      made.add(quote);
      claims.push({ kind, quote, words, ...askedOf(one, spoken, dice), ...more });
    }
  };
  for (const [kind, maker] of Object.entries(EXACT)) make(kind, maker, "exact");
  for (const [kind, maker] of Object.entries(ALTERED)) make(kind, maker, "altered");
  make("negation dropped", dropped, "altered", { sign: "negation" });
  make("spliced", joined, "altered", { sign: "splice", asked: null, speaker: "not-asked" });
  make("every other word changed", ({ words }, all, dice) => changed(words, 2, all, dice), "none", { asked: null, speaker: "not-asked" });
  claims.push(...reported(articles, perKind, dice), ...unsaid(perKind, dice));
  make("spliced of short pieces", joinedShort, "altered", { sign: "splice", asked: null, speaker: "not-asked" });
  make("abridged without a mark", abridged, "altered");
  make("spliced of 3-4 short pieces", joinedOfMany, "altered", { sign: "splice", asked: null, speaker: "not-asked" });
  make("inflected", ({ text }) => inflected(text), "altered", { sign: "inflection" });
  make("respelled", ({ text }) => respelled(text), "altered", { sign: "spelling" });
  make("misspelt", ({ text }, _, dice) => misspelt(text, dice), "altered", { sign: "letter" });
  for (const { quote, said } of doubts.slice(0, perKind))
    claims.push({ kind: "doubtful attribution", quote, words: "exact", asked: said.id, speaker: "uncertain" });
  make("pairs of many quotes", pairs, "none", { asked: null, speaker: "not-asked" });
  return claims;
}

function spokenIn(article: Article): Spoken[] {
  return article.quotes
    .filter(({ kind }) => kind !== "indirect")
    .map((quote) => {
      const text = quote.segments.map((segment) => segment.text).reduce((longest, one) => (one.length > longest.length ? one : longest));
      return { quote, article, text, words: wordsOf(text) };
    })
    .filter(({ words }) => words.length >= 4);
}

/** Half of the claims name the right speaker, a quarter a wrong one, a quarter none. */
function askedOf({ quote }: Spoken, all: Spoken[], dice: Dice): Pick<MadeClaim, "asked" | "speaker"> {
  const own = quote.attribution.speakers;
  const chance = dice.next();
  const other = dice.pick(all).quote.attribution.speakers[0];
  if (chance < 0.5 && own[0] !== undefined) return { asked: own[0].id, speaker: "match" };
  if (chance >= 0.75 || other === undefined || own.some(({ id }) => id === other.id)) return { asked: null, speaker: "not-asked" };
  const { confidence } = quote.attribution;
  return { asked: other.id, speaker: own.length === 0 ? "unattributed" : confidence === "high" ? "mismatch" : "uncertain" };
}

function stretch(words: string[], least: number, dice: Dice): string[] {
  const from = dice.below(words.length - least + 1);
  return words.slice(from, from + least + dice.below(words.length - from - least + 1));
}

/** The claim with every so many-th word changed. */
function changed(words: string[], every: number, all: Spoken[], dice: Dice): string | null {
  const places = [...words.keys()].filter((index) => index % every === every - 1);
  return words.length < 8 ? null : replaced(words, places, all, dice);
}

/** The words with those at some places replaced by words of other quotes; nothing is denied or no longer denied by it. */
function replaced(words: string[], places: number[], all: Spoken[], dice: Dice): string | null {
  if (words.length < 5) return null;
  const taken = [...words];
  for (const place of places) {
    const other = bare(dice.pick(dice.pick(all).words));
    const known = words.some((word) => bare(word).toLowerCase() === other.toLowerCase());
    if (foldWords(other).length !== 1 || known || denies(`${other} ${words[place]}`)) return null;
    taken[place] = other;
  }
  return taken.join(" ");
}

/** What only reporters wrote: the clauses of indirect quotes, and sentences without any mark. */
function reported(articles: Article[], perKind: number, dice: Dice): MadeClaim[] {
  const clauses: MadeClaim[] = articles.flatMap((article) =>
    article.quotes
      .filter(({ kind, segments }) => kind === "indirect" && wordsOf(segments[0]?.text ?? "").length >= 5)
      .map(({ segments, attribution: { speakers } }) => {
        const asked = speakers[0]?.id ?? null;
        return {
          kind: "indirect clause",
          quote: segments[0]?.text ?? "",
          asked,
          words: "reported",
          speaker: asked === null ? "not-asked" : "match",
        };
      }),
  );
  const asked = articles.flatMap(({ speakers }) => speakers.map(({ id }) => id));
  const sentences: MadeClaim[] = articles.flatMap((article) =>
    paragraphsOf(article)
      .filter(({ quotes, role }) => quotes.length === 0 && role === "body")
      .map(({ text }) => text.split(/(?<=[.!?])\s/)[0] ?? "")
      .filter((text) => wordsOf(text).length >= 6)
      .map((quote) => ({ kind: "reporter's sentence", quote, asked: dice.pick(asked), words: "reported", speaker: "unattributed" })),
  );
  return [clauses, sentences].flatMap((all) => {
    const shipped = all.slice(0, perKind / 2);
    const more = all.slice(perKind / 2);
    return [
      ...shipped,
      ...Array.from({ length: Math.min(more.length, perKind / 2) }, () => more.splice(dice.below(more.length), 1)[0] as MadeClaim),
    ];
  });
}

function unsaid(perKind: number, dice: Dice): MadeClaim[] {
  const invented = Array.from({ length: 2 * perKind - UNSAID_OF_SHIPPED.length }, () => {
    const topic = dice.pick(TOPICS);
    return dice
      .pick(UNSAID)
      .replaceAll("{the}", "the")
      .replaceAll("{a}", "a")
      .replaceAll("{noun}", () => dice.pick(topic.nouns))
      .replaceAll("{adjective}", () => dice.pick(topic.adjectives))
      .replaceAll("{verb}", () => dice.pick(topic.verbs));
  });
  return [...UNSAID_OF_SHIPPED, ...invented].map((quote) => ({
    kind: "near topic, never said",
    quote,
    asked: null,
    words: "none",
    speaker: "not-asked",
  }));
}
