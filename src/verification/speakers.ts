import type { Speaker, SpeakerRef } from "../article/model/schema.ts";
import { fold, foldWords } from "../article/words/fold.ts";
import type { Searchable } from "../article/words/searchable.ts";
import { contentWords, isFunctionWord } from "./content-words.ts";
import { isName, relationOf, surnameOf } from "./names.ts";
import type { Doubt, Passage, Verification, VerificationMatch } from "./verification.ts";

/** Who is claimed to have said it: a speaker, or a name that no speaker has. */
export type ClaimedSpeaker = SpeakerRef | { unknown: string };

type Answer = Pick<Verification, "speaker" | "doubt" | "mentioned">;
type Said = Pick<Passage, "article"> & { quote: NonNullable<Passage["quote"]> };

/** Words that must agree for them to be one person's, or content words among fewer: anybody may say "I do not know". */
const MIN_WORDS = 6;
const MIN_CONTENT = 2;
const SPOKESPERSON = /\bspokes(?:m[ae]n|wom[ae]n|persons?|people)\b/iu;

/** Compares who is claimed to have said something with who is recorded for it. */
export class SpeakerCheck {
  readonly #asked: ClaimedSpeaker;
  readonly #name: string;
  readonly #articles: Map<string, Searchable>;

  /** @param articles those that the matches are from */
  constructor(asked: ClaimedSpeaker, articles: Searchable[]) {
    this.#asked = asked;
    this.#name = "unknown" in asked ? asked.unknown : asked.name;
    this.#articles = new Map(articles.map((one) => [one.article.slug, one]));
  }

  /** Whether all quotes of a match are by the claimed speaker. */
  saidBy(match: VerificationMatch): boolean {
    const quotes = quotesOf(match);
    return quotes.length > 0 && quotes.every((one) => this.#isBy(one));
  }

  /** @param best the matches that no other is better than, those by the claimed speaker and then the surest first */
  answer(best: VerificationMatch[]): Answer {
    const [first] = best;
    if (first === undefined) return { speaker: "unattributed", doubt: null, mentioned: null };
    const mentioned = this.#mentioned(first.passages);
    if (best.some((match) => this.saidBy(match))) return { speaker: "match", doubt: null, mentioned };
    if (first.speakers.length === 0) return { speaker: "unattributed", doubt: null, mentioned };
    const doubt = this.#doubt(first);
    return { speaker: doubt === null ? "mismatch" : "uncertain", doubt, mentioned };
  }

  /** Why words that are recorded as others' may be the claimed speaker's nevertheless. */
  #doubt(match: VerificationMatch): Doubt | null {
    if (match.nested) return "nested";
    const others = quotesOf(match).filter((one) => !this.#isBy(one));
    if (others.every(({ quote }) => quote.confidence !== "high")) return "attribution";
    // The words of one person are claimed here: a part that is surely another's decides.
    const sure = others.filter(({ quote }) => quote.confidence === "high");
    const every = (holds: (said: Said, speaker: SpeakerRef) => boolean) =>
      sure.every((said) => said.quote.speakers.some((speaker) => holds(said, speaker)));
    if (every((_, { name }) => relationOf(this.#name, name) !== "other")) return "name";
    if (every((said, speaker) => this.#describes(said, speaker))) return "description";
    if (every((_, speaker) => isLocal(speaker) && !isName(speaker.name))) return "unnamed";
    return mayBeAnybodys(match) ? "short" : null;
  }

  #isBy({ article, quote }: Said): boolean {
    return quote.speakers.some(({ id, name }) => {
      if (!("unknown" in this.#asked)) return id === this.#asked.id;
      const relation = relationOf(this.#name, name);
      if (relation === "same") return true;
      const speakers = this.#articles.get(article.slug)?.speakers ?? [];
      const called = speakers.filter((one) => this.#isCalled(one));
      if (called.length > 0) return called.length === 1 && called[0]?.id === id;
      return relation === "surname" && speakers.filter((one) => relationOf(this.#name, one.name) === "surname").length === 1;
    });
  }

  /** Whether the article itself calls a speaker by the claimed name: "Mr. Ruddock", "the Russian envoy". */
  #isCalled({ mentions, descriptions }: Speaker): boolean {
    const name = fold(this.#name);
    return !isFunctionWord(name) && [...mentions, ...descriptions].some(({ text }) => fold(text) === name);
  }

  /** Whether the article describes one of the two by the other's name: "Ann Lee, the Kremlin spokeswoman". */
  #describes({ article }: Said, recorded: SpeakerRef): boolean {
    const speakers = this.#articles.get(article.slug)?.speakers ?? [];
    const describes = (name: string, id: string) =>
      speakers.some((one) => one.id === id && one.descriptions.some(({ text }) => names(text, name) || speaksFor(text, name)));
    if (describes(this.#name, recorded.id)) return true;
    const asked = speakers.find((one) =>
      "unknown" in this.#asked ? relationOf(this.#name, one.name) === "same" : one.id === this.#asked.id,
    );
    return asked !== undefined && describes(recorded.name, asked.id);
  }

  #mentioned(passages: Passage[]): Answer["mentioned"] {
    let found: Answer["mentioned"] = null;
    for (const { article, start } of passages) {
      const searchable = this.#articles.get(article.slug);
      if (searchable === undefined) continue;
      const blocks = searchable.blocks.map((block) => searchable.text.slice(block.start, block.end));
      const at = searchable.blocks.findLastIndex((block) => block.start <= start);
      const named = blocks.flatMap((text, index) => (this.#isNamedIn(text) ? [Math.abs(index - at)] : []));
      if (named.some((distance) => distance <= 1)) return "near";
      if (named.length > 0) found = "elsewhere";
    }
    return found;
  }

  #isNamedIn(text: string): boolean {
    if (names(text, this.#name)) return true;
    const surname = surnameOf(this.#name);
    if (surname === null) return false;
    return foldWords(text).some(({ word, start }) => (word === surname || word === `${surname}s`) && /\p{Lu}/u.test(text.charAt(start)));
  }
}

/** Whether a speaker is one of a single article, such as "a resident": the id is that of the article and the speaker's own. */
export function isLocal({ id }: SpeakerRef): boolean {
  return id.includes("~");
}

function quotesOf({ passages }: VerificationMatch): Said[] {
  return passages.flatMap(({ article, quote }) => (quote === null ? [] : [{ article, quote }]));
}

/** Whether the words that agree are so few that others may have said them too. A whole quote is somebody's. */
function mayBeAnybodys({ words, extent, diff }: VerificationMatch): boolean {
  if (words === "exact" && extent === "whole") return false;
  const agreeing = diff.flatMap(({ op, kind, claim }) =>
    op === "equal" || (op === "insert" && kind !== "words") ? foldWords(claim?.text ?? "").map(({ word }) => word) : [],
  );
  return agreeing.length < MIN_WORDS && contentWords(agreeing) < MIN_CONTENT;
}

/** "A department spokeswoman": whether a description is of who speaks for an organisation, and has a word of its name. */
function speaksFor(description: string, name: string): boolean {
  if (!SPOKESPERSON.test(description)) return false;
  const words = new Set(foldWords(description).map(({ word }) => word));
  return foldWords(name).some(({ word }) => words.has(word) && !isFunctionWord(word));
}

/** Whether a text has all words of a name side by side, in the possessive too: "the Kremlin's spokesman". */
function names(text: string, name: string): boolean {
  const folded = fold(name).replace(/^the /, "");
  if (folded === "") return false;
  const words = ` ${fold(text)} `;
  return words.includes(` ${folded} `) || words.includes(` ${folded}s `);
}
