import type { Sentence } from "../tokens/tokens.ts";
import { ClauseReader } from "./clause-reader.ts";
import { datelineEnd, type Mention } from "./mentions.ts";

/** The subject of each verb of a sentence, by the token of the verb. */
export type VerbSubjects = ReadonlyMap<number, Mention>;

/**
 * Reads a sentence once from left to right and tells who does what each verb says: past relative clauses and asides
 * ("Ann Lee, who runs the ferry, said"), in clauses that hang on a verb ("Ann Lee said Bo Roe had told her") and for
 * participles ("Ann Lee left, saying", "with Bo Roe saying").
 */
export function verbSubjects(sentence: Sentence, mentions: Mention[]): VerbSubjects {
  const reader = new ClauseReader(sentence);
  let next = 0;
  for (let t = datelineEnd(sentence); t < sentence.tokens.length; t += 1) {
    while ((mentions[next]?.first ?? Infinity) < t) next += 1;
    const mention = mentions[next]?.first === t ? (mentions[next] as Mention) : null;
    if (mention !== null && mention.kind !== "relative") {
      reader.readMention(mention);
      t = mention.last - 1;
    } else reader.readToken(t, mention);
  }
  return reader.subjects;
}
