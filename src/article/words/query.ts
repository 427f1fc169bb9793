import { foldWords } from "./fold.ts";
import { QueryRefused, type Token, tokensOf } from "./query-tokens.ts";

/**
 * What a query asks for: a text has it when it holds a term of each list of `all`, and no term of `none`. An empty `all`
 * finds nothing.
 */
export interface Words {
  all: Term[][];
  none: Term[];
}

export interface Term {
  /** `word`: its inflections will do as well; `phrase`: exactly these words; `prefix`: the last one is the beginning of a word. */
  kind: "word" | "phrase" | "prefix";
  /** Folded words that stand side by side; at least one. "Jean-Claude" is two. */
  words: string[];
}

/** Terms of a query at most: each is looked up by itself. */
const MAX_TERMS = 100;

/**
 * Reads a query. Everything must occur unless it is an alternative or negated:
 *
 * - `ferry bridge`, `ferry AND bridge`: both words, anywhere; a word that has hyphens is found as written
 * - `"bridge or no bridge"`: the words side by side, exactly; any double marks will do
 * - `ferry OR boat "river wall"`: one of the words, and the phrase. OR binds tighter than the space between two words.
 * - `-ferry`, `NOT ferry`, `-"river wall"`, `-(ferry OR boat)`: must not occur
 * - `harb*`: words that begin so
 *
 * Whatever else a text may have is a mark between words: a dash, a single asterisk, a mark that nothing closes.
 *
 * @throws QueryRefused for what it would have to guess at
 */
export function parseQuery(q: string): Words {
  const words = new Parser(tokensOf(q)).read();
  if (words.all.length === 0 && words.none.length > 0) {
    throw new QueryRefused("This only says what must not occur. Add a word or a phrase to find.");
  }
  if (/^[*\s]*\*[*\s]*$/u.test(q)) throw new QueryRefused("Nothing but an asterisk. Leave the query out to get everything.");
  if (words.all.flat().length + words.none.length > MAX_TERMS) {
    throw new QueryRefused(`Too many words; at most ${MAX_TERMS} are looked for at once. Put those that belong together in double marks.`);
  }
  return words;
}

/** A query for all words of a text that is not written in the query language, such as a name. */
export function everyWord(text: string): Words {
  return { all: foldWords(text).map(({ word }) => [{ kind: "word", words: [word] }]), none: [] };
}

const IN_MARKS = "Put it in double marks to find it as a word.";

class Parser {
  readonly #tokens: Token[];
  #at = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  /** Reads to the end of the query, or of a group in parentheses. */
  read(): Words {
    const words: Words = { all: [], none: [] };
    for (let token = this.#tokens[this.#at]; token !== undefined && token.kind !== ")"; token = this.#tokens[this.#at]) {
      if (token.kind === "AND") this.#at += 1;
      else if (token.kind === "OR") throw lonely(token);
      else {
        const { all, none } = this.#alternatives();
        words.all.push(...all);
        words.none.push(...none);
      }
    }
    return words;
  }

  #alternatives(): Words {
    let words = this.#operand(null);
    for (let token = this.#tokens[this.#at]; token?.kind === "OR"; token = this.#tokens[this.#at]) {
      this.#at += 1;
      words = { all: [[...alternativesOf(words, token), ...alternativesOf(this.#operand(token), token)]], none: [] };
    }
    return words;
  }

  /** @param operator what needs it; `null` where anything may stand */
  #operand(operator: Token | null): Words {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === "NOT") return negated(this.#operand(token), token);
    if (token === undefined || !("isNegated" in token)) throw lonely(operator ?? token);
    let words: Words;
    if (token.kind === "(") {
      words = this.read();
      this.#at += 1;
    } else words = { all: [[{ kind: token.kind, words: token.words }]], none: [] };
    return token.isNegated ? negated(words, token) : words;
  }
}

/** The terms of one side of an OR. */
function alternativesOf({ all, none }: Words, or: Token): Term[] {
  const [terms, ...others] = all;
  if (terms === undefined && none.length === 0) throw lonely(or);
  if (terms === undefined || others.length + none.length > 0) {
    throw new QueryRefused(`The sides of OR are words, phrases, or such in parentheses: nothing negated, and no two words together.`, or);
  }
  return terms;
}

function negated({ all, none }: Words, token: Token): Words {
  const [terms, ...others] = all;
  if (none.length > 0) throw new QueryRefused("Negated twice. Leave both negations out, or one.", token);
  if (terms === undefined) throw lonely(token);
  if (others.length > 0) {
    throw new QueryRefused(
      "Several words in parentheses cannot be negated together. Negate each of them, or put them in double marks.",
      token,
    );
  }
  return { all: [], none: terms };
}

function lonely(token: Token | undefined): QueryRefused {
  const needs = token?.kind === "OR" ? "OR needs a word or a phrase on both sides" : "NOT needs a word or a phrase behind it";
  return new QueryRefused(`${needs}. ${IN_MARKS}`, token);
}
