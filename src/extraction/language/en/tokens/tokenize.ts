import type { TextRange } from "../../../document.ts";
import type { Marked } from "../../../quotes/marks/marked.ts";
import { alternatives } from "../words.ts";
import { classOf } from "./lexicon.ts";
import { settleClasses } from "./settle-classes.ts";
import { settleNames } from "./settle-names.ts";
import { settleTitleCased } from "./title-cased-words.ts";
import type { Sentence, Token } from "./tokens.ts";
import { isSubjectPronoun, type WordClass } from "./word-classes.ts";

/** A word, which is the group, or a mark; invisible signs are neither. */
const TOKEN = /([\p{L}\p{N}@#$](?:[\p{L}\p{M}\p{N}_$]|[.'’‑&@/-](?=[\p{L}\p{N}])|,(?=\d{3}))*)|\.\.\.|--|[^\s\p{L}\p{N}\p{Cf}]/gu;
/** What keeps its full stop as part of its token, and months and states, which do where their sentence goes on: "Sept. 5". */
const DOTTED = new RegExp(String.raw`^(?:\p{L}|${alternatives("abbreviations-before-names")}|\p{L}(?:\.\p{L})+)$`, "u");
const DOTTED_INSIDE = new RegExp(`^(?:${alternatives("abbreviations")})$`);
/** How far back the beginning of a dotted word is looked for; none is longer. */
const DOTTED_LENGTH = 12;
const CLITIC = /^(.+?)(['’](?:s|re|ve|d|ll|m))$/iu;

/**
 * Splits a sentence into tokens; a quoted span becomes one (behind its label, where it has one), a nickname inside a name none.
 *
 * @param sentence its range, and the index of its block.
 * @param spans those of its block; `first` the index of the first that does not begin before the sentence.
 */
export function tokenize(text: string, sentence: TextRange & { block: number }, spans: Marked[], first: number): Sentence {
  const tokens: Token[] = [];
  let at = sentence.start;
  for (let next = first, span = spans[next]; span !== undefined && span.from < sentence.end; next += 1, span = spans[next]) {
    addWords(tokens, text.slice(at, span.from), at);
    if (span.label !== undefined) addWords(tokens, text.slice(span.start, span.label), span.start);
    if (!span.inName) tokens.push({ start: span.label ?? span.from, end: span.to, lower: "", class: "Q" });
    at = Math.min(span.to, sentence.end);
  }
  addWords(tokens, text.slice(at, sentence.end), at);
  settleNames(text, tokens);
  settleTitleCased(tokens);
  settleClasses(tokens);
  return { ...sentence, tokens, ...shapeOf(tokens.map((token) => token.class).join("")) };
}

/** What the classes of a sentence say about it as a whole. */
export function shapeOf(classes: string): Pick<Sentence, "classes" | "core" | "firstWord" | "onlyQuotes" | "hasQuotes"> {
  const firstWord = classes.search(/[^Q,;:.()*-]/);
  const hasQuotes = classes.includes("Q");
  return {
    classes,
    core: coreOf(classes),
    firstWord: firstWord < 0 ? classes.length : firstWord,
    onlyQuotes: hasQuotes && /^[Q.,]*$/.test(classes),
    hasQuotes,
  };
}

function coreOf(classes: string): Sentence["core"] {
  if (classes.includes("V")) return "V";
  if (/[vdbx]/.test(classes)) return "v";
  return /[nN]/.test(classes) ? "n" : "";
}

/** Adds the words and punctuation marks of a piece that begins at `offset` of the text. */
function addWords(tokens: Token[], piece: string, offset: number): void {
  let initial = tokens.length === 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(piece); match !== null; match = TOKEN.exec(piece)) {
    const { 0: mark, 1: word, index } = match;
    const start = offset + index;
    if (word === undefined) {
      // The apostrophe of "the players' rights" is a token already.
      if ((tokens.at(-1)?.end ?? 0) > start) continue;
      if (mark === "." && endsAbbreviation(tokens, piece, index, offset)) (tokens.at(-1) as Token).end += 1;
      else tokens.push({ start, end: start + mark.length, lower: mark, class: punctuationClass(mark) });
      continue;
    }
    // "Lee's" is a name and a possessive, "he's" a pronoun and an auxiliary.
    const clitic = /['’]/.test(word) ? CLITIC.exec(word) : null;
    const token = wordToken(clitic?.[1] ?? word, start, initial);
    tokens.push(token);
    initial = false;
    if (clitic?.[2] !== undefined) tokens.push(cliticToken(clitic[2], token));
    else if (isPluralPossessive(piece, index + word.length)) tokens.push({ start: token.end, end: token.end + 1, lower: "'", class: "G" });
  }
}

function wordToken(word: string, start: number, initial: boolean): Token {
  const lower = straight(word.toLowerCase());
  return { start, end: start + word.length, lower, class: classOf(word, lower, initial) };
}

function cliticToken(clitic: string, base: Token): Token {
  const lower = straight(clitic.toLowerCase());
  const possessive = lower === "'s" && !isSubjectPronoun(base.class);
  return { start: base.end, end: base.end + clitic.length, lower, class: possessive ? "G" : "x" };
}

function straight(word: string): string {
  return word.includes("’") ? word.replaceAll("’", "'") : word;
}

/** "The players' rights": whether the word that ends here is a plural with an apostrophe behind it. */
function isPluralPossessive(piece: string, end: number): boolean {
  const mark = piece[end];
  if ((mark !== "'" && mark !== "’") || !/s/i.test(piece[end - 1] ?? "")) return false;
  return !/^[\p{L}\p{N}]/u.test(piece.slice(end + 1, end + 3));
}

/** Whether a full stop belongs to the token before it: "Mr.", "U.S." */
function endsAbbreviation(tokens: Token[], piece: string, index: number, offset: number): boolean {
  if (tokens.at(-1)?.end !== offset + index) return false;
  const [word = ""] = piece
    .slice(Math.max(0, index - DOTTED_LENGTH), index)
    .split(/[\s([“"—–-]/)
    .slice(-1);
  return DOTTED.test(word) || (DOTTED_INSIDE.test(word) && /\S/.test(piece.slice(index + 1, index + 4)));
}

function punctuationClass(mark: string): WordClass {
  if ("—–―‒-".includes(mark) || mark === "--") return "-";
  if (mark === "[" || mark === "(") return "(";
  if (mark === "]" || mark === ")") return ")";
  if (mark === "?" || mark === "!" || mark === "…" || mark === "...") return ".";
  if (mark === "&") return "C";
  return ",;:.".includes(mark) ? mark : "*";
}
