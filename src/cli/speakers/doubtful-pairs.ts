import { fold } from "../../article/words/fold.ts";
import { genderOfNoun, isKinship } from "../../extraction/language/en/names/genders.ts";
import { isFirstName } from "../../extraction/language/en/names/name-parts.ts";
import { isOrganisationWord } from "../../extraction/language/en/names/organisations.ts";
import { isListedPerson } from "../../extraction/language/en/names/person-nouns.ts";
import { initialsOf, lettersOf, maySharePerson, nameParts } from "../../extraction/speakers/people/name-keys.ts";
import type { KnownSpeaker } from "./known-speakers.ts";
import type { Suspicion } from "./suspicion.ts";

/** A speaker with the words of his name, folded. */
interface Named extends KnownSpeaker {
  words: string[];
}
type Pair = [kept: Named, merged: Named];

/** Names of one person or organisation that are likely written in two ways, and other names that belong to somebody else. */
export function doubtfulPairs(speakers: KnownSpeaker[]): Suspicion[] {
  const named = speakers.map((speaker) => ({ ...speaker, words: fold(speaker.name).split(" ") }));
  // Speakers of one article alone have roles for names, or a surname.
  const shared = named.filter(({ id }) => !id.includes("~"));
  const people = shared.filter(({ type }) => type === "person");
  const found: Suspicion[] = [...stolenAliases(shared)];
  const told = new Set<string>();
  const tell = (what: Suspicion["what"], pairs: Pair[], why: string) => {
    for (const [kept, merged] of pairs) {
      // A pair is told once, for the surest reason.
      const key = [kept.id, merged.id].sort().join(" ");
      if (told.has(key)) continue;
      told.add(key);
      const line = { id: kept.id, name: kept.name, merges: [merged.id] };
      found.push({ what, speakers: [kept.id, merged.id], why: `"${kept.name}" and "${merged.name}" ${why}`, line });
    }
  };
  tell("spelling", sameLetters(shared), "are the same but for accents, hyphens or spaces");
  tell("initials", sameEnds(people), "are the same but for a middle name, an initial or a short form");
  tell("abbreviation", abbreviated(shared), "are most likely one: the letters of the one are the initials of the other alone");
  tell("edit", oneEditApart(shared), "are the same but for one letter");
  tell("surname", loneSurnames(named, people), "are most likely one person: nobody else here has this surname");
  return found;
}

/** Another name of a speaker that is the name of a different one, who has an entry of his own: the name then leads nowhere. */
function stolenAliases(named: Named[]): Suspicion[] {
  const byName = Map.groupBy(named, ({ words }) => words.join(" "));
  return named.flatMap((speaker) =>
    speaker.aliases.flatMap((alias) => {
      const others = (byName.get(fold(alias)) ?? []).filter(({ id }) => id !== speaker.id);
      return others.map((other) => ({
        what: "alias" as const,
        speakers: [speaker.id, other.id],
        why: `"${alias}" is another name of "${speaker.name}" and the name of "${other.id}", whose entry counts: take it out, or, where both are one, replace that entry by "merges"`,
        line: { id: speaker.id, name: speaker.name, aliases: speaker.aliases.filter((one) => one !== alias) },
      }));
    }),
  );
}

// Letters that have no accent to take off and are written for each other.
const PLAIN: Record<string, string> = { ø: "o", đ: "d", ð: "d", ł: "l", æ: "ae", œ: "oe", ß: "ss", ı: "i", þ: "th" };

function sameLetters(named: Named[]): Pair[] {
  const plain = ({ words }: Named) => words.join("").replace(/[øđðłæœßıþ]/g, (letter) => PLAIN[letter] ?? letter);
  return groupsOf(
    named.filter(({ words }) => words.join("").length > 4),
    plain,
  ).flatMap((group) => pairsOf(group));
}

/** Equal first and last words, or an initial for the first one, where what stands between them does not contradict. */
function sameEnds(people: Named[]): Pair[] {
  const full = people.filter(({ words }) => words.length > 1);
  const bySurname = groupsOf(full, ({ words }) => `${words[0]?.[0]} ${words.at(-1)}`);
  return bySurname.flatMap((group) => {
    const pairs = group.flatMap((one, at) =>
      group.slice(at + 1).flatMap((other) => (isSameButForMiddle(one, other) ? [fuller(one, other)] : [])),
    );
    // "J. Smith" with two Smiths whose names begin so may be either.
    return pairs.filter(([, merged]) => !isInitial(merged.words[0]) || pairs.filter(([, other]) => other === merged).length === 1);
  });
}

const SUFFIXES = new Set(["jr", "sr", "junior", "senior", "ii", "iii", "iv"]);

function isSameButForMiddle(one: Named, other: Named): boolean {
  const [[first = "", ...rest], [otherFirst = "", ...otherRest]] = [one.words, other.words];
  if (!maySharePerson(first, otherFirst)) return false;
  const [middle, otherMiddle] = [rest.slice(0, -1), otherRest.slice(0, -1)];
  if ([...middle, ...otherMiddle, rest.at(-1) ?? ""].some((word) => SUFFIXES.has(word))) return false;
  return (
    middle.length === 0 ||
    otherMiddle.length === 0 ||
    (middle.length === otherMiddle.length && middle.every((word, at) => isCompatible(word, otherMiddle[at] ?? "")))
  );
}

function isCompatible(word: string, other: string): boolean {
  return word === other || (isInitial(word) && other.startsWith(word)) || (isInitial(other) && word.startsWith(other));
}

function isInitial(word: string | undefined): boolean {
  return word?.length === 1;
}

/** Letters of the shortest word of which one may be wrong; shorter ones are other names: "Khan" and "Kahn", "Lee" and "Lea". */
const LEAST_LETTERS = 5;

/** Names of equally many words that differ in one, by one letter. Two first names that are both known are two people: "Maria" and "Mario". */
function oneEditApart(named: Named[]): Pair[] {
  const spots = named.flatMap((speaker) =>
    speaker.words.length < 2
      ? []
      : speaker.words.flatMap((word, at) =>
          word.length < LEAST_LETTERS ? [] : [{ speaker, word, key: speaker.words.with(at, "*").join(" ") }],
        ),
  );
  return groupsOf(spots, ({ key }) => key).flatMap((group) => {
    // One letter changed, left out or added: both leave the same word when a letter of each, or of one, is taken out.
    const variants = group.flatMap((spot) => [spot.word, ...deletions(spot.word)].map((variant) => ({ ...spot, variant })));
    return groupsOf(variants, ({ variant }) => variant).flatMap((near) =>
      near.flatMap((one, at) =>
        near.slice(at + 1).flatMap((other) => (isOneEdit(one, other) ? [likelier(one.speaker, other.speaker)] : [])),
      ),
    );
  });
}

interface Spot {
  speaker: Named;
  word: string;
}

function isOneEdit(one: Spot, other: Spot): boolean {
  const isFirst = one.speaker.words[0] === one.word;
  const [short, long] = [one.word, other.word].sort((a, b) => a.length - b.length) as [string, string];
  if (one.speaker === other.speaker || one.speaker.type !== other.speaker.type || long === short) return false;
  if (isFirst && isFirstName(short) && isFirstName(long)) return false;
  if (long.length > short.length) return deletions(long).includes(short);
  const unlike = [...short].flatMap((letter, at) => (letter === long[at] ? [] : [at]));
  const [from = 0, to] = unlike;
  return unlike.length === 1 || (unlike.length === 2 && to === from + 1 && short[from] === long[to] && short[to] === long[from]);
}

function deletions(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Letters beside exactly one organisation whose initials they are. */
function abbreviated(shared: Named[]): Pair[] {
  const organisations = shared.filter(({ type }) => type === "organisation");
  const byInitials = Map.groupBy(
    organisations.flatMap((full) => initialsOf(nameParts(full.name.split(" "))).map((initials) => ({ full, initials }))),
    ({ initials }) => initials,
  );
  return organisations.flatMap((short): Pair[] => {
    const letters = short.words.length === 1 ? lettersOf(short.name) : null;
    const [only, ...others] = letters !== null && letters.length > 1 ? (byInitials.get(letters) ?? []) : [];
    return only === undefined || others.length > 0 ? [] : [[only.full, short]];
  });
}

/** People of one word, in one article alone or in all, beside exactly one full name that ends in it. */
function loneSurnames(named: Named[], people: Named[]): Pair[] {
  const bySurname = Map.groupBy(
    people.filter(({ words }) => words.length > 1),
    ({ words }) => words.at(-1),
  );
  return named.flatMap((lone): Pair[] => {
    const isSurname =
      lone.type === "person" && lone.words.length === 1 && /^\p{Lu}/u.test(lone.name) && !isOtherThanSurname(lone.words[0] ?? "");
    const [only, ...others] = isSurname ? (bySurname.get(lone.words[0]) ?? []) : [];
    return only === undefined || others.length > 0 ? [] : [[only, lone]];
  });
}

/** First names, kin ("Son") and what organisations are called by ("Research") stand alone without being a surname. */
function isOtherThanSurname(word: string): boolean {
  return isFirstName(word) || isKinship(word) || genderOfNoun(word) !== null || isOrganisationWord(word) || isListedPerson(word);
}

/** Groups of two and more; very large ones hold too many to be each other's double. */
function groupsOf<T>(items: T[], keyOf: (item: T) => string): T[][] {
  return [...Map.groupBy(items, keyOf).values()].filter(({ length }) => length > 1 && length <= MOST_IN_GROUP);
}

const MOST_IN_GROUP = 300;

function pairsOf(group: Named[]): Pair[] {
  return group.slice(1).map((other) => likelier(group[0] as Named, other));
}

/** The one with more quotes is kept. */
function likelier(one: Named, other: Named): Pair {
  return one.quoteCount >= other.quoteCount ? [one, other] : [other, one];
}

/** The one with the longer name is kept. */
function fuller(one: Named, other: Named): Pair {
  return one.name.length >= other.name.length ? [one, other] : [other, one];
}
