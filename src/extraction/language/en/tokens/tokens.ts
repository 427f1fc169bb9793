import type { TextRange } from "../../../document.ts";
import type { WordClass } from "./word-classes.ts";

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
  /** A title that stands alone as the surname of somebody the text names: "King" after "Ann King". */
  surname?: true;
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
