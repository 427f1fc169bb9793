import { isNamingVerb } from "../../language/en/tokens/lexicon.ts";
import type { Sentence, Token } from "../../language/en/tokens/tokens.ts";
import { wordsOf } from "../../language/en/words.ts";
import { type QuotedWords, quotedWordsOf } from "./quoted-words.ts";

/** Nouns for works, whose titles stand in marks ("the film “A River at Night”"), and words of naming ("a robot named “Bo”"). */
const BEFORE_TITLES = wordsOf("words-before-titles");
/** Words that a term follows: "the notorious “slow boat”", "the phrase “slow boat”". */
const BEFORE_TERMS = wordsOf("words-before-terms");
/** Those that leave no doubt: "the so-called “slow boat”". */
const BEFORE_NAMES = wordsOf("words-before-names");
/** Things that marked words may name or stand on: the “Salt” star, a “Slow Boat” hat. */
const AFTER_TERMS = wordsOf("words-after-terms");
/** What may stand between the noun and its title: "such films as “Salt”", "his book, “Salt”". */
const BETWEEN = new Set(
  ", : are as by called entitled include included includes including is like named such the titled was were".split(" "),
);
const BEFORE_AS = new Set(["known", "billed", "translated", "translates", "renamed", "rebranded"]);
/** "A tax dubbed" and "was dubbed", but not "she dubbed" or "has dubbed". */
const DUBBED = new Set(["dubbed", "nicknamed", "codenamed"]);
/** "The nickname of “Bo”" */
const OF_NAMES = new Set(["name", "nickname", "moniker", "title", "pseudonym"]);
/** Things that only a work or a name has. */
const OF_WORKS = new Set([
  "star",
  "stars",
  "actor",
  "actress",
  "franchise",
  "podcast",
  "hat",
  "hats",
  "shirt",
  "shirts",
  "t-shirt",
  "t-shirts",
]);
/** What only a work has, or is made of it. */
const PARTS_OF_WORKS = new Set(
  "adaptation adaptations cast chapter cover episode episodes finale host hosts performance performances premiere recording rehearsal rehearsals remake reruns revival screening screenings season seasons sequel singers star stars viewers".split(
    " ",
  ),
);
/** What lists works and not words: "Related: “Ferry sinks”". */
const LISTED = /^(?:photos?|pictures?|videos?|related|sources?|tags?|topics?|titles?|headlines?|gallery|read|watch|listen|also|more)$/;
/** Who broadcasts: "NBC's", "the Harbour Channel's". */
const BROADCASTER = /^(?:\p{Lu}{2,}\d*|news|network|channel|radio|television|tv)$/u;
/** "Danish for", "Finnish for" */
const LANGUAGE = /(?:ish|ese|ian|[mn]an|ench|utch|eek|abic|rdu|wahili|atin)$/;
/** How far back the noun is looked for, in tokens. */
const REACH = 4;
/** How many spans of a list are passed over: “Salt,” “Sand” and “Snow”. */
const CHAIN = 8;

/** What marked words are besides speech. A `name` is one beyond doubt; the others are weighed. */
export type Naming = "name" | "work" | "show" | "term" | "thing";

/** Marked words in their sentence. */
interface Place {
  text: string;
  sentence: Sentence;
  /** The token of the span, and that of the first span of its list. */
  token: number;
  head: number;
  words: QuotedWords;
}

/** Tells titles, shows, terms and names by the words around the marks; `null` where nothing tells. */
export function namingOf(text: string, sentence: Sentence | undefined, token: number, words: QuotedWords): Naming | null {
  if (sentence === undefined) return null;
  const place = { text, sentence, token, head: chainHead(sentence, token), words };
  if (
    words.symbol ||
    isObject(place) ||
    isNamed(place) ||
    isTranslation(place) ||
    isCalled(place) ||
    isListed(place) ||
    isAmongTitles(place)
  )
    return "name";
  if (words.form === "title" || (words.form === "caps" && words.count < 3)) {
    const work = isWork(place);
    if (work !== null) return work;
    if (isThing(place)) return words.count > 1 || isOfWork(place) ? "name" : "thing";
    if (isNicknameBefore(place)) return "name";
    if (isShow(place)) return "show";
  }
  if (isTerm(place)) return "term";
  return isThing(place) ? "thing" : null;
}

/** The first of the spans that commas and "and" join to the one at `token`. */
function chainHead({ classes }: Sentence, token: number): number {
  let head = token;
  for (let step = 0; step < CHAIN; step += 1) {
    const joint = /Q,?C?$/.exec(classes.slice(Math.max(0, head - 3), head));
    if (joint === null) break;
    head -= joint[0].length;
  }
  return head;
}

/** The film “A River at Night” opens; such films as “Salt”. After a comma one word may be speech: in the film, “Stop,” she says. */
function isWork({ sentence: { tokens }, token, head, words }: Place): "name" | "work" | null {
  // "An episode of “Salt”", "the cast of “Salt”"
  if (tokens[head - 1]?.lower === "of" && PARTS_OF_WORKS.has(tokens[head - 2]?.lower ?? "")) return "name";
  for (let t = head - 1; t >= 0 && t >= head - REACH; t -= 1) {
    const word = tokens[t]?.lower ?? "";
    if (BEFORE_TITLES.has(word)) {
      const apart = tokens[head - 1]?.lower === ",";
      const followed = tokens[token + 1]?.class ?? "$";
      return apart && words.count < 2 && !"Ixvb.$".includes(followed) ? "work" : "name";
    }
    if (!BETWEEN.has(word)) return null;
  }
  return null;
}

/** On “Harbour Talk,” she said; NBC's “Harbour Talk” */
function isShow({ text, sentence: { tokens, classes }, head }: Place): boolean {
  if (tokens[head - 1]?.lower === "on") return true;
  if (classes[head - 1] !== "G") return false;
  const owner = tokens[head - 2];
  if (owner === undefined) return false;
  const word = text.slice(owner.start, owner.end);
  return BROADCASTER.test(word) || BROADCASTER.test(word.toLowerCase());
}

/** The so-called “slow boat”, a tax known as the “boat tax”, the nickname “Bo”, the word “boat” */
function isNamed({ sentence: { tokens, classes }, head, words }: Place): boolean {
  const at = tokens[head - 1]?.class === "D" ? head - 2 : head - 1;
  const word = tokens[at]?.lower ?? "";
  // "Has named the cat “Qwerty”", "christened it “Bo”"
  if (words.form !== "lower" && followsNaming(tokens, head)) return true;
  if (word === "as") return BEFORE_AS.has(tokens[at - 1]?.lower ?? "");
  if (DUBBED.has(word)) return !/[PNxO]R*$/.test(classes.slice(Math.max(0, at - 3), at));
  if (word === "of") return OF_NAMES.has(tokens[at - 1]?.lower ?? "");
  if (at === head - 1 && (word === "word" || word === "term")) return /D[nN]?$/.test(classes.slice(Math.max(0, at - 2), at));
  return BEFORE_NAMES.has(word);
}

/** Whether a verb of naming and a short object stand right before a token. */
function followsNaming(tokens: Token[], end: number): boolean {
  let object = end - 1;
  while (object > end - 3 && /[nN]/.test(tokens[object]?.class ?? "^")) object -= 1;
  return /[DO]/.test(tokens[object]?.class ?? "^") && NAMING.has(tokens[object - 1]?.lower ?? "");
}

const NAMING = new Set(["christened", "named", "renamed"]);

/** “Skerrow” means “rock”, Danish for “cheers” */
function isTranslation({ sentence: { tokens }, head, words }: Place): boolean {
  const [before, second] = [tokens[head - 1]?.lower ?? "", tokens[head - 2]];
  if (before === "for") return second?.class === "N" && LANGUAGE.test(second.lower);
  return words.count <= 6 && second?.class === "Q" && ["means", "meant", "meaning"].includes(before);
}

/** A law called “Safe Harbour”: the participle behind a noun. In "what she called “Operation Fear”" and "Lee called “Order”" it is a verb. */
function isCalled({ sentence: { tokens, classes }, head, words }: Place): boolean {
  const at = tokens[head - 1]?.lower === "the" ? head - 2 : head - 1;
  if (words.form !== "title" || tokens[at]?.lower !== "called") return false;
  const lead = tokens.slice(Math.max(0, at - 5), at).map(({ lower }) => lower);
  return "n,".includes(classes[at - 1] ?? "^") && !lead.includes("what");
}

/** Lee called “Salt” “a flop”: of two spans side by side the first is what is called so. */
function isObject({ sentence: { tokens, classes }, token }: Place): boolean {
  return classes[token - 1] === "V" && classes[token + 1] === "Q" && isNamingVerb(tokens[token - 1]?.lower ?? "");
}

/** “Titanic” star Ann Lee */
function isOfWork({ sentence: { tokens }, token }: Place): boolean {
  return OF_WORKS.has(tokens[token + 1]?.lower ?? "");
}

/** “Red” Lee said: without a comma inside, a word before a name is a nickname. */
function isNicknameBefore({ sentence: { classes }, token, words: { stop, count } }: Place): boolean {
  if (stop !== "w" || count > 2 || !"^V,CI".includes(classes[token - 1] ?? "^")) return false;
  return /^N{1,2}[VvxbG,.]/.test(classes.slice(token + 1, token + 4));
}

/** Read more: “Ferry sinks” */
function isListed({ sentence: { tokens }, token }: Place): boolean {
  return tokens[token - 1]?.lower === ":" && token <= 4 && LISTED.test(tokens[0]?.lower ?? "");
}

/** “Salt and Sand,” “The Long Way,” “River at Night” and “Low Water”: three titles or more in a row. */
function isAmongTitles({ text, sentence, head, words }: Place): boolean {
  if (words.form !== "title") return false;
  const rest = sentence.classes.slice(head, head + CHAIN * 3);
  const list = /^Q(?:,?C?Q){2,}/.exec(rest)?.[0] ?? "";
  const titles = [...list].flatMap((kind, offset) => (kind === "Q" ? (sentence.tokens[head + offset] ?? []) : []));
  const forms = titles.map(
    ({ start, end }) => quotedWordsOf(text, start + (/^[^\p{L}\p{N}]*/u.exec(text.slice(start, end))?.[0].length ?? 0), end).form,
  );
  const long = titles.filter(({ start, end }) => /\s/.test(text.slice(start, end)));
  return titles.length > 2 && forms.every((form) => form === "title") && long.length * 2 > titles.length;
}

/** The notorious “slow boat”, the phrase “slow boat” */
function isTerm({ sentence: { tokens }, head }: Place): boolean {
  return BEFORE_TERMS.has(tokens[head - 1]?.lower ?? "");
}

/** The “Salt” star, a “Slow Boat” hat, his “Keepin' On” radio program */
function isThing({ sentence: { tokens }, token, words: { stop, count } }: Place): boolean {
  const after = tokens[token + 1];
  return after !== undefined && stop === "w" && count <= 6 && AFTER_TERMS.has(after.lower);
}
