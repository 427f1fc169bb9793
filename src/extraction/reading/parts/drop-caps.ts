import { wordsOf } from "../../language/en/words.ts";
import { isText, type RawBlock } from "../raw-document.ts";

/** "T" and "he ferry" are one word; so are "“T" and "HE FERRY". */
const CAPITAL = /^["“‘'(]?\p{Lu}$/u;
const REST = /^(?:\p{Ll}|\p{Lu}{1,}(?=[\s'’,]))/u;
/** Letters no English word begins with: what follows is the rest of a word. */
const NO_BEGINNING =
  /^(?:[^aeiouy]+(?![\p{L}])|([b-df-hj-np-tv-z])\1|ft|ct|pt|bs|[lmnr][b-df-hj-np-tv-xz]|cc|cr?q|dv|dm|ct|sl?a?nd\b|ts\b|gr?ee\b)/iu;
const LISTS = ["prepositions", "subordinators", "adverbs", "sentence-starts", "quantifiers", "conjunctions", "determiners", "places"].map(
  wordsOf,
);

/** Joins a large first letter that stands on a line of its own to the word it begins. */
export function joinDropCaps(blocks: RawBlock[]): RawBlock[] {
  const joined: RawBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before === undefined || !CAPITAL.test(before.text) || !REST.test(block.text) || !isText(before) || !isText(block)) {
      joined.push(block);
      continue;
    }
    const place = before.place === null || block.place === null ? null : { start: before.place.start, end: block.place.end };
    joined[joined.length - 1] = { ...block, text: before.text + (isWord(before.text, block.text) ? " " : "") + block.text, place };
  }
  return joined;
}

/** "A ferry" and "I remember", but "A" + "fter" and "I" + "n": whether the letter is a word of its own. */
function isWord(capital: string, rest: string): boolean {
  const letter = capital.at(-1)?.toLowerCase() ?? "";
  if (letter !== "a" && letter !== "i") return false;
  const word = /^[\p{L}’']+/u.exec(rest)?.[0].toLowerCase() ?? "";
  const whole = letter + word;
  return !NO_BEGINNING.test(word) && !LISTS.some((list) => list.has(whole));
}
