import { foldWords } from "./fold.ts";

/** Code points that a query may have. */
export const MAX_QUERY = 200;

/** A query that is not in the query language. The message says what is wrong, at which character, and what to do. */
export class QueryRefused extends Error {
  constructor(message: string, place?: { at: number }) {
    super(place === undefined ? message : `At character ${place.at}: ${message}`);
  }
}

/** A piece of a query; `at` is the place of its first code point, counted from 1. */
export type Token =
  | { at: number; kind: "AND" | "OR" | "NOT" | ")" }
  | { at: number; kind: "("; isNegated: boolean }
  | { at: number; kind: "word" | "phrase" | "prefix"; words: string[]; isNegated: boolean };

const MARKS = '"“”„‟«»〝〞＂';
/** Words in marks, what stands between, or a mark that nothing closes. */
const STRETCH = new RegExp(`[${MARKS}]([^${MARKS}]*)[${MARKS}]|[^${MARKS}]+|[${MARKS}]`, "gu");

/** What joins two words to one: marks inside of a name or compound ("Jean-Claude", "example.com"), and inside of a number ("10,000"). */
const JOINT = /^[-‐‑.&@_'’]$/u;
const NUMBER_JOINT = /^[,:/]$/u;

/** Letters in front of an asterisk at least: fewer begin too many words. */
const MIN_PREFIX = 2;

/** Names of fields that other search engines take in front of a colon, and the parameters that ask for them here; `null`: none does. */
const FIELDS: Record<string, string | null> = {
  speaker: "speaker",
  author: "credit",
  byline: "credit",
  credit: "credit",
  publisher: "publisher",
  source: "publisher",
  site: "publisher",
  language: "language",
  lang: "language",
  kind: "kind",
  article: "article",
  in: "in",
  title: null,
  headline: null,
  intitle: null,
  date: "publishedFrom",
  after: "publishedFrom",
  since: "publishedFrom",
  before: "publishedTo",
  until: "publishedTo",
};
const FIELD = new RegExp(`(?:^|[\\s(])-?(${Object.keys(FIELDS).join("|")}):(?=[\\p{L}\\p{N}${MARKS}])`, "u");

/** Operators of other search engines. */
const FOREIGN: [RegExp, string][] = [
  [/(?:^|\s)\|\|(?=\s|$)/u, 'Write OR instead of "||".'],
  [/(?:^|\s)&&(?=\s|$)/u, 'Leave "&&" out: all words must occur.'],
  [/(?:^|[\s(])!(?=[\p{L}\p{N}(])/u, 'Write "-" instead of "!" in front of what must not occur.'],
  [/(?:^|[\s(])NEAR(?:\/\d+|\(|(?<=\p{Ll}\s+NEAR)\s+(?=\p{Ll}))/u, "NEAR is not supported. Words side by side are found in double marks."],
  [/(?<=[\p{L}\p{N}"])~\d*(?=\s|$)/u, '"~" is not supported. `fuzzy=true` of /v1/search finds words that may be misspelt.'],
  [/(?:^|[\s(])-?\p{L}+\?\p{L}+(?=[\s)]|$)/u, '"?" does not stand for a letter. Write the word out, or its beginning and an asterisk.'],
  [/"\*/u, "A phrase in marks is found exactly. Leave the asterisk out, or put it behind a single word."],
  [/(?<=\p{L})\^\d/u, '"^" is not supported: no word counts more than another. Leave it out.'],
];

/** The pieces of a query in order. Its parentheses are balanced. @throws QueryRefused */
export function tokensOf(q: string): Token[] {
  const place = (index: number) => ({ at: [...q.slice(0, index)].length + 1 });
  refuseForeign(q, place);
  const tokens: Token[] = [];
  for (const { 0: stretch, 1: marked, index } of q.matchAll(STRETCH)) {
    if (marked === undefined) tokens.push(...plainTokens(q, index, index + stretch.length, place));
    else {
      const words = foldWords(marked).map(({ word }) => word);
      if (words.length > 0) tokens.push({ kind: "phrase", words, isNegated: isNegation(q, index - 1), ...place(index) });
    }
  }
  return balanced(tokens);
}

function refuseForeign(q: string, place: (index: number) => { at: number }): void {
  // What stands in marks is no syntax; its place is kept.
  const plain = q.replace(STRETCH, (stretch, marked) => (marked === undefined ? stretch : `"${" ".repeat(stretch.length - 2)}"`));
  const field = FIELD.exec(plain);
  if (field?.[1] !== undefined) {
    const parameter = FIELDS[field[1]];
    const instead = typeof parameter === "string" ? `Use the parameter "${parameter}"` : "Headlines are found with the text: leave it out";
    throw new QueryRefused(
      `"${field[1]}:" is not part of a query. ${instead}, or put the words in double marks to find them.`,
      place(field.index + field[0].indexOf(field[1])),
    );
  }
  for (const [pattern, message] of FOREIGN) {
    const found = pattern.exec(plain);
    if (found !== null) throw new QueryRefused(message, place(found.index + found[0].search(/\S/u)));
  }
}

/** The pieces of a stretch of a query without marks. */
function plainTokens(q: string, from: number, to: number, place: (index: number) => { at: number }): Token[] {
  const tokens: Token[] = [];
  let last = from;
  for (const { words, start, end } of piecesOf(q, from, to)) {
    tokens.push(...parentheses(q, last, start, place));
    last = end;
    const raw = q.slice(start, end);
    if (isOperator(raw) && isAlone(q, start, end)) tokens.push({ kind: raw, ...place(start) });
    else {
      const kind = kindOf(q, words, start, end, place(start));
      tokens.push({ kind, words, isNegated: isNegation(q, start - 1), ...place(start) });
    }
  }
  return [...tokens, ...parentheses(q, last, to, place)];
}

interface Piece {
  words: string[];
  start: number;
  end: number;
}

/** The words of a stretch, those that are joined together. */
function piecesOf(q: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (const { word, start, end } of foldWords(q.slice(from, to))) {
    const before = pieces.at(-1);
    const between = before === undefined ? "" : q.slice(before.end, from + start);
    const isNumber = /\d$/.test(before?.words.at(-1) ?? "") && /^\d/.test(word);
    if (before !== undefined && (JOINT.test(between) || between === "" || (isNumber && NUMBER_JOINT.test(between)))) {
      before.words.push(word);
      before.end = from + end;
    } else pieces.push({ words: [word], start: from + start, end: from + end });
  }
  return pieces;
}

function kindOf(q: string, words: string[], start: number, end: number, place: { at: number }): "word" | "prefix" {
  const advice = "An asterisk stands at the end of a word only. Put the word in double marks to find it as written.";
  if (q[start - 1] === "*") throw new QueryRefused(advice, place);
  if (q[end] !== "*") return "word";
  if (/^\*+[\p{L}\p{N}]/u.test(q.slice(end))) throw new QueryRefused(advice, place);
  if ([...(words.at(-1) ?? "")].length < MIN_PREFIX) {
    throw new QueryRefused(`At least ${MIN_PREFIX} letters must stand in front of an asterisk.`, place);
  }
  return "prefix";
}

/** Whether a minus that negates stands at an index: nothing stands in front of it. A dash has a space behind, a hyphen a letter before. */
function isNegation(q: string, index: number): boolean {
  return q[index] === "-" && /^$|[\s(]/u.test(q.slice(Math.max(0, index - 1), index));
}

function isOperator(raw: string): raw is "AND" | "OR" | "NOT" {
  return raw === "AND" || raw === "OR" || raw === "NOT";
}

/** Whether nothing but white space, parentheses and marks stands around. */
function isAlone(q: string, start: number, end: number): boolean {
  const around = new RegExp(`^[\\s()${MARKS}]?$`, "u");
  return around.test(q.slice(Math.max(0, start - 1), start)) && around.test(q.slice(end, end + 1));
}

/** Parentheses between two words; one that opens stands where a word may begin, so that those of "report(s)" are none. */
function parentheses(q: string, from: number, to: number, place: (index: number) => { at: number }): Token[] {
  const tokens: Token[] = [];
  for (let index = from; index < to; index += 1) {
    if (q[index] === ")") tokens.push({ kind: ")", ...place(index) });
    else if (q[index] === "(" && /^$|[\s(-]/u.test(q.slice(Math.max(0, index - 1), index)))
      tokens.push({ kind: "(", isNegated: isNegation(q, index - 1), ...place(index) });
  }
  return tokens;
}

/** The pieces without parentheses that have no other half. */
function balanced(tokens: Token[]): Token[] {
  const open: Token[] = [];
  const lonely = new Set<Token>();
  for (const token of tokens) {
    if (token.kind === "(") open.push(token);
    else if (token.kind === ")" && open.pop() === undefined) lonely.add(token);
  }
  for (const token of open) lonely.add(token);
  return tokens.filter((token) => !lonely.has(token));
}
