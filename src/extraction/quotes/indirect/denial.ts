import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { cueLemma } from "../../language/en/tokens/lexicon.ts";
import type { Token, TokenRange } from "../../language/en/tokens/tokens.ts";
import { isAuxiliaryOrAdverb } from "../../language/en/tokens/word-classes.ts";

const SAYING = new Set(["say", "tell", "write", "state", "claim", "utter", "shout", "announce", "declare", "promise", "call", "describe"]);
const NOT = new Set(["never", "not", "n't"]);
const SUPPOSING = new Set(["if", "unless", "whether"]);
/** "Not only said": that is said all the same. */
const MERELY = new Set(["only", "just", "merely", "simply"]);
/** What may stand between: "denied, saying" denies something else. */
const DENIED = new Set(["ever", "having", "that", "he", "she", "they", "it", "had", "has"]);
/** How far before its verb a "not" and after "denied" a "saying" may stand, in tokens. */
const REACH = 4;

/** Whether the cue says that the words were not said by anybody: "never said", "denied saying", "if she said", "nobody said". */
export function isDenied(analysis: Analysis, mention: Mention | null, cue: TokenRange | null): boolean {
  if (mention === null) return false;
  if (isNobody(analysis, mention)) return true;
  const sentence = analysis.sentences[mention.sentence];
  if (cue === null || sentence === undefined) return false;
  const { tokens, classes } = sentence;
  const verb = cue.last - 1;
  const lemma = cueLemma(wordAt(tokens, verb));
  if (lemma === "deny") return deniesSaying(tokens, verb);
  if (lemma === null || !SAYING.has(lemma)) return false;
  if (isNegated(tokens, classes, verb) || followsDenial(tokens, verb)) return true;
  return mention.first < verb && SUPPOSING.has(wordAt(tokens, mention.first - 1));
}

/** "Never said", "did not ever say". Only auxiliaries and adverbs stand between: "Ann Lee, who was not there, said" denies nothing. */
function isNegated(tokens: Token[], classes: string, verb: number): boolean {
  let not = verb - 1;
  while (not >= verb - REACH && !isNegation(wordAt(tokens, not)) && (wordAt(tokens, not) === "ever" || isAuxiliaryOrAdverb(classes[not]))) {
    not -= 1;
  }
  return isNegation(wordAt(tokens, not)) && !MERELY.has(wordAt(tokens, not + 1));
}

/** "Denied saying", "denied having said", where "say" is the cue. */
function followsDenial(tokens: Token[], verb: number): boolean {
  const before = wordAt(tokens, verb - 1) === "having" ? verb - 2 : verb - 1;
  return cueLemma(wordAt(tokens, before)) === "deny";
}

/** "Nobody", "no one": never a speaker. */
function isNobody({ sentences }: Analysis, { sentence, first, last }: Mention): boolean {
  const words = sentences[sentence]?.tokens.slice(first, Math.max(last, first + 2)).map(({ lower }) => lower) ?? [];
  return words[0] === "nobody" || words[0] === "no-one" || (words[0] === "no" && words[1] === "one");
}

function isNegation(word: string): boolean {
  return NOT.has(word) || /n['’]t$/.test(word);
}

/** "Denied saying", "denied having ever said", "denies that he said", where "deny" is the cue. */
function deniesSaying(tokens: Token[], verb: number): boolean {
  let next = verb + 1;
  while (next <= verb + REACH && DENIED.has(wordAt(tokens, next))) next += 1;
  return SAYING.has(cueLemma(wordAt(tokens, next)) ?? "");
}

function wordAt(tokens: Token[], index: number): string {
  return tokens[index]?.lower ?? "";
}
