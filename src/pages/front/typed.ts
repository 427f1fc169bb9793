import { MAX_QUERY, QueryRefused, tokensOf } from "../../article/words/query-tokens.ts";
import { MAX_CLAIM_LENGTH } from "../../verification/claim.ts";

/** What was put into the box: words to search for, one quote (and whom it was ascribed to), or a text with quotes in it. */
export type Typed = { as: "words"; words: string } | { as: "quote"; quote: string; speaker: string | null } | { as: "text" };

/** Words in marks that are taken for speech rather than for a name or a term. */
const SPEECH_WORDS = 5;
/** Words of a sentence at least, and words that nobody types into a search. */
const SENTENCE_WORDS = 4;
const TOO_MANY_WORDS = 8;

const MARKS = '"“”„‟«»〝〞＂「」『』';
const MARKED = `[${MARKS}]([^${MARKS}]+)[${MARKS}]`;
const PASSAGES = new RegExp(MARKED, "gu");
/** Behind the words a dash and a name, up to a comma: as people cite, and as "Copy citation" writes it. */
const CITED = new RegExp(
  `^(?:${MARKED}|[‘'‹]([^‘‹]+)[’'›])[.,!?…]?(?:\\s*[-–—―]+\\s*(\\p{L}[^,;:(\\n${MARKS}]{1,99})(?:[,;:(\\n][^]*)?)?$`,
  "u",
);
const STOP = "[.!?…。！？؟।]";
const STOP_AT_END = new RegExp(`${STOP}[’'›)\\]]?$`, "u");
const SPOKEN_STOP = new RegExp(`(?:,|${STOP})$`, "u");
const CLOSING_TAG = /<\/[a-z][a-z0-9]*\s*>/i;

/**
 * Tells what was typed or pasted. In this order:
 *
 * 1. more than `MAX_CLAIM_LENGTH` code points, or markup: a text
 * 2. words in marks and nothing else, but for a dash and a name: a quote, if they are speech; a phrase to search for, if not.
 *    Speech has five words, or ends with a stop
 * 3. speech in marks with a reporter's words around it: a text, so that who is named for it is checked as well
 * 4. several paragraphs: a text
 * 5. a sentence of four words or more that ends with a stop: a quote
 * 6. operators of the query language: words
 * 7. eight words or more, unless most begin with a capital as in a headline, or more than a query may have: a quote
 * 8. all else: words
 */
export function tellTyped(given: string): Typed {
  const text = given.trim();
  if (text.length > MAX_CLAIM_LENGTH && [...text].length > MAX_CLAIM_LENGTH) return { as: "text" };
  if (CLOSING_TAG.test(text)) return { as: "text" };
  const line = text.replaceAll(/\s+/gu, " ");
  const words: Typed = { as: "words", words: line };
  const quote: Typed = { as: "quote", quote: line, speaker: null };

  const [, marked, singly = marked, name] = CITED.exec(text) ?? [];
  if (singly !== undefined && (name !== undefined || isSpeech(singly) || line.length > MAX_QUERY)) {
    return { as: "quote", quote: singly.replaceAll(/\s+/gu, " ").trim(), speaker: name?.trim() ?? null };
  }
  if (singly !== undefined) return words;
  if (isReported(line)) return { as: "text" };
  if (/\n\s*\n/u.test(text)) return { as: "text" };
  const count = wordsIn(line);
  if (line.length > MAX_QUERY || (count >= SENTENCE_WORDS && STOP_AT_END.test(line) && !isInCapitals(line))) return quote;
  const isShouted = count >= TOO_MANY_WORDS && !/\p{Ll}/u.test(line) && /\p{Lu}/u.test(line);
  if (!isShouted && hasOperators(line)) return words;
  return count >= TOO_MANY_WORDS && (isShouted || !isInCapitals(line)) ? quote : words;
}

/** Whether words in marks are what somebody said: not a name, a title or a term. */
function isSpeech(marked: string): boolean {
  const count = wordsIn(marked);
  return count >= SPEECH_WORDS || (count > 1 && SPOKEN_STOP.test(marked.trim()));
}

/** Whether there is speech in marks, and around it a sentence: its stop, or the comma that leads from speech to who said it. */
function isReported(line: string): boolean {
  const spoken = [...line.matchAll(PASSAGES)].map(([, marked = ""]) => marked).filter(isSpeech);
  return spoken.length > 0 && (line.length > MAX_QUERY || STOP_AT_END.test(line) || spoken.some((one) => SPOKEN_STOP.test(one.trim())));
}

/** Number of words in any script. @param text at most `MAX_CLAIM_LENGTH` code points */
function wordsIn(text: string): number {
  return [...SEGMENTER.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "word" });

/** Whether most words begin with a capital: a name, a title, a headline. */
function isInCapitals(line: string): boolean {
  const beginnings = [...line.matchAll(/(?<![\p{L}\p{M}\p{N}'’])\p{L}/gu)].map(([letter]) => letter);
  return beginnings.filter((letter) => /\p{Lu}/u.test(letter)).length > beginnings.length / 2;
}

/** Whether the query language takes anything in it for more than a word or a phrase, or refuses it. */
function hasOperators(line: string): boolean {
  try {
    return tokensOf(line).some((token) => ("isNegated" in token ? token.isNegated || token.kind === "prefix" : token.kind !== ")"));
  } catch (error) {
    if (error instanceof QueryRefused) return true;
    throw error;
  }
}
