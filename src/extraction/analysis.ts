import type { Block, TextRange } from "./document.ts";
import type { Mention } from "./language/en/grammar/mentions.ts";
import type { VerbSubjects } from "./language/en/grammar/verb-subjects.ts";
import type { Sentence, TokenRange } from "./language/en/tokens/tokens.ts";
import type { Marked } from "./quotes/marks/marked.ts";
import type { QuotedWords } from "./quotes/speech/quoted-words.ts";

/** A quoted span and where it stands. */
export interface QuotedSpan extends Marked {
  block: number;
  /** Index of its sentence, and of its token there. */
  sentence: number;
  token: number;
  words: QuotedWords;
  /** Whether its block looks like a headline. */
  heading: boolean;
}

/** A document with everything that can be told without deciding who speaks. */
export interface Analysis {
  text: string;
  blocks: Block[];
  spans: QuotedSpan[];
  sentences: Sentence[];
  /** Mentions by sentence. */
  mentions: Mention[][];
  /** The subjects of the verbs, by sentence. */
  subjects: VerbSubjects[];
}

/** The text range of a run of tokens, or `null` when the sentence does not have them. */
export function rangeOfTokens(analysis: Analysis, sentence: number, { first, last }: TokenRange): TextRange | null {
  const tokens = analysis.sentences[sentence]?.tokens;
  const [start, end] = [tokens?.[first]?.start, tokens?.[last - 1]?.end];
  return start === undefined || end === undefined ? null : { start, end };
}
