import type { TextRange } from "../../document.ts";
import type { Marked } from "../../quotes/marks.ts";
import { classOf, type WordClass } from "./lexicon.ts";
import { alternatives, wordsOf } from "./words.ts";

/** A run of tokens of one sentence, half open: `first` up to, not including, `last`. */
export interface TokenRange {
  first: number;
  last: number;
}

/** A word, a punctuation mark or a whole quoted span of a sentence. */
export interface Token extends TextRange {
  /** Lower case, with straight apostrophes; empty for a quoted span. */
  lower: string;
  class: WordClass;
  /** Index into the spans of the document for a quoted span. */
  span: number | null;
}

/** A sentence with its tokens and their classes as one string, on which patterns are matched: one letter a token. */
export interface Sentence extends TextRange {
  /** Index of the block it belongs to. */
  block: number;
  tokens: Token[];
  classes: string;
  /** The strongest class of word outside marks: V, another verb (v), a noun (n) or none of them. */
  core: "V" | "v" | "n" | "";
  /** Index of the first word outside marks, and whether there are marked spans and nothing else, or any at all. */
  firstWord: number;
  onlyQuotes: boolean;
  hasQuotes: boolean;
}

const TOKEN = /[\p{L}\p{N}@#$](?:[\p{L}\p{M}\p{N}_$]|[.'’‑&@/-](?=[\p{L}\p{N}])|,(?=\d{3}))*|\.\.\.|--|[^\s\p{L}\p{N}]/gu;
/** What keeps its full stop as part of its token. Not the months and states of "abbreviations": with their stop they are other words. */
const DOTTED = new RegExp(String.raw`^(?:\p{L}|${alternatives("abbreviations-in-names")}|\p{L}(?:\.\p{L})+)$`, "u");
const CLITIC = /^(.+?)(['’](?:s|re|ve|d|ll|m))$/iu;

/**
 * Splits a sentence into tokens; a quoted span becomes one.
 *
 * @param spans all spans of the document; `first` the index of the first that may lie in the sentence.
 */
export function tokenize(text: string, sentence: TextRange, block: number, spans: Marked[], first: number): Sentence {
  const tokens: Token[] = [];
  let at = sentence.start;
  let next = first;
  let initial = true;
  const plain = (end: number) => {
    if (end > at) initial = words(text.slice(at, end), at, tokens, initial);
  };
  for (let span = spans[next]; span !== undefined && span.from < sentence.end; span = spans[next]) {
    plain(span.from);
    tokens.push({ start: span.from, end: span.to, lower: "", class: "Q", span: next });
    initial = false;
    at = Math.min(span.to, sentence.end);
    next += 1;
  }
  plain(sentence.end);
  refine(tokens);
  const classes = tokens.map((token) => token.class).join("");
  const core = classes.includes("V") ? "V" : /[vdbx]/.test(classes) ? "v" : /[nN]/.test(classes) ? "n" : "";
  const firstWord = classes.search(/[^Q,;:.()*-]/);
  const hasQuotes = classes.includes("Q");
  return {
    ...sentence,
    block,
    tokens,
    classes,
    core,
    firstWord: firstWord < 0 ? classes.length : firstWord,
    onlyQuotes: hasQuotes && /^[Q.,]*$/.test(classes),
    hasQuotes,
  };
}

function words(piece: string, offset: number, tokens: Token[], initial: boolean): boolean {
  let first = initial;
  const push = (start: number, value: string, kind: WordClass, lower: string) => {
    tokens.push({ start: offset + start, end: offset + start + value.length, lower, class: kind, span: null });
  };
  for (const match of piece.matchAll(TOKEN)) {
    const word = match[0];
    const at = match.index;
    if (!/^[\p{L}\p{N}@#$]/u.test(word)) {
      const dot = tokens.at(-1);
      if (
        word === "." &&
        dot !== undefined &&
        dot.end === offset + at &&
        DOTTED.test(
          piece
            .slice(Math.max(0, at - 12), at)
            .split(/[\s([“"—–-]/)
            .at(-1) ?? "",
        )
      ) {
        dot.end += 1;
        continue;
      }
      push(at, word, punctuation(word), word);
      continue;
    }
    const clitic = CLITIC.exec(word);
    const base = clitic?.[1] ?? word;
    const lower = base.toLowerCase().replaceAll("’", "'");
    push(at, base, classOf(base, lower, first), lower);
    if (clitic?.[2] !== undefined) {
      const tail = clitic[2].toLowerCase().replace("’", "'");
      const possessive = tail === "'s" && !"PW".includes(tokens.at(-1)?.class ?? "");
      push(at + base.length, clitic[2], possessive ? "G" : "x", tail);
    } else if (/s$/i.test(base) && /^['’](?![\p{L}\p{N}])/u.test(piece.slice(at + base.length, at + base.length + 2))) {
      push(at + base.length, "'", "G", "'");
    }
    first = false;
  }
  return first && tokens.length === 0;
}

function punctuation(mark: string): string {
  if (mark === "—" || mark === "–" || mark === "-" || mark === "--") return "-";
  if (mark === "[" || mark === "(") return "(";
  if (mark === "]" || mark === ")") return ")";
  if (mark === "?" || mark === "!" || mark === "…" || mark === "...") return ".";
  return ",;:.&".includes(mark) ? (mark === "&" ? "C" : mark) : "*";
}

/** Settles by the word before what the form leaves open: "the report", "to state" and "Ms. May said". */
function refine(tokens: Token[]): void {
  for (let t = 0; t < tokens.length; t += 1) {
    const token = tokens[t] as Token;
    const before = tokens[t - 1]?.class ?? "^";
    const after = tokens[t + 1]?.class ?? "$";
    if (token.class === "V" || token.class === "v") {
      const nominal = !/(?:ed|ing|said|told|wrote|thought|spoke)$/.test(token.lower);
      if (t === 0 && after === "N" && token.class === "V" && nominal) token.class = "N";
      else if (before === "D" && /ing$/.test(token.lower)) token.class = "n";
      else if (nominal && ("DG#".includes(before) || (before === "I" && token.lower !== "says"))) token.class = "n";
    } else if (token.class === "x" && before === "D" && (token.lower === "will" || token.lower === "might")) {
      token.class = "n";
    } else if (token.class === "n" && isVerb(tokens, t, before, after)) {
      token.class = "v";
    } else if (token.class === "D" && token.lower === "that" && !"nN#".includes(after)) {
      token.class = "S";
    }
  }
}

const MODALS = wordsOf("modals");

/** Verbs no list holds: after a modal ("would nominate") and present tenses where only a verb fits. */
function isVerb(tokens: Token[], t: number, before: string, after: string): boolean {
  let m = t - 1;
  while (m > 0 && tokens[m]?.class === "R") m -= 1;
  if (tokens[m]?.class === "x" && MODALS.has(tokens[m]?.lower ?? "")) return true;
  const lower = tokens[t]?.lower ?? "";
  // "they violate ...", "lawmakers oppose the ..."
  if (tokens[m]?.class === "P") return true;
  if (before === "n" && /[^s]s$/.test(tokens[t - 1]?.lower ?? "") && !lower.endsWith("s") && "DPO".includes(after)) return true;
  if (!lower.endsWith("s") || lower.endsWith("ss")) return false;
  return ("PW".includes(before) && lower !== "its") || ("nNR)".includes(before) && "DOP".includes(after));
}
