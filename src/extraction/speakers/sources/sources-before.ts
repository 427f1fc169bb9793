import type { Mention } from "../../language/en/grammar/mentions.ts";
import { cueLemma, isReportingVerb } from "../../language/en/tokens/lexicon.ts";
import { mentionAt, mentionBefore, possessorBefore, type QuotePlace, SOURCE_REACH, type Source, wordsBetween } from "./quote-place.ts";

/** `Holt called it “a disgrace” and Brun “a joke”`: a name right before the quote, joined to one before. */
export function gapping(place: QuotePlace): Source | null {
  const { sentence, span } = place;
  const { classes } = sentence;
  const mention = mentionBefore(place, span.token);
  if (mention === null || (mention.kind !== "name" && classes[mention.first] !== "D")) return null;
  if (!/Q,?C$|Q,$/.test(classes.slice(Math.max(0, mention.first - 3), mention.first))) return null;
  const near = classes.slice(Math.max(0, mention.first - SOURCE_REACH), mention.first);
  return near.includes("V") ? { mention, cue: null } : null;
}

/** `As Holt put it, “we go”`, `Holt put it this way: “We go.”` */
export function putItBefore({ sentence, span, subjects }: QuotePlace): Source | null {
  if (!sentence.tokens.slice(Math.max(0, span.token - 8), span.token).some(({ lower }) => lower.startsWith("put"))) return null;
  const words = wordsBetween(sentence, span.token - 8, span.token);
  if (!/ (?:put|puts|putting) (?:it|things|this) (?:[a-z]+ ){0,4}[,:] $/.test(words)) return null;
  for (let t = span.token - 1; t > span.token - 9; t -= 1) {
    const mention = /^put/.test(sentence.tokens[t]?.lower ?? "") ? subjects.get(t) : undefined;
    if (mention !== undefined) return { mention, cue: { first: t, last: t + 1 } };
  }
  return null;
}

/** `In the words of Holt, “we go”`, `In Holt's words, “we go”`, `Per Holt, “we go”`. */
export function sourcePhraseBefore(place: QuotePlace): Source | null {
  const { sentence, span } = place;
  for (let t = span.token - 1; t >= 0 && span.token - t < SOURCE_REACH; t -= 1) {
    const source = sourcePhraseAt(place, t);
    if (source?.mention == null) continue;
    const gap = sentence.classes.slice(source.mention.last, span.token);
    if (/^[IDnN#GT,:]*$/.test(gap) || (t === 0 && !gap.includes("V"))) return source;
  }
  return null;
}

/** "In the words of Holt", "in Holt's own words", "per Holt": a phrase of source that begins at a token. */
export function sourcePhraseAt(place: QuotePlace, t: number): Source | null {
  const { sentence } = place;
  if (!OPENERS.has(sentence.tokens[t]?.lower ?? "")) return null;
  const words = wordsBetween(sentence, t, t + 8);
  if (/^ per (?!cent|capita|annum|se)/.test(words)) return found(mentionAt(place, t + 1), t, t + 1);
  const of = /^ (?:in|to use|to borrow) the (?:own )?(?:words|phrase|phrasing|language) of /.exec(words);
  if (of !== null) {
    const at = t + of[0].trim().split(" ").length;
    const mention = mentionAt(place, at);
    return found(mention && { ...mention, alone: true }, t, at);
  }
  const own = /^ (?:in|to use|to borrow) (?:\S+ ){1,5}?(?:own )?(?:words|phrase|phrasing|telling) /.exec(words);
  if (own === null) return null;
  const noun = t + own[0].trim().split(" ").length - 1;
  const owner = possessorBefore(place, noun);
  return owner !== null && owner.first > t && owner.first <= t + 2 ? found(owner, noun, noun + 1) : null;
}

/** What such a phrase begins with. */
const OPENERS = new Set(["in", "per", "to"]);

function found(mention: Mention | null, first: number, last: number): Source | null {
  return mention === null || mention.kind === "relative" ? null : { mention, cue: { first, last } };
}

/** `Many agree, including Nils Roth -- “It is wrong” -- and others`: a name of a list, and what it said between dashes. */
export function listedBefore(place: QuotePlace): Source | null {
  const { sentence, span } = place;
  const { classes } = sentence;
  if (classes[span.token - 1] !== "-" || !/[-,.$]/.test(classes[span.token + 1] ?? "$")) return null;
  const mention = mentionBefore(place, span.token - 1);
  if (mention?.kind !== "name") return null;
  const lead = wordsBetween(sentence, mention.first - 3, mention.first);
  return / (?:including|like|such as|among them|among them ,) (?:the )?$/.test(lead) ? { mention, cue: null } : null;
}

/** `Holt messaged his brother, Lee, at noon, writing: “We go.”`: who is addressed does not speak. */
export function addressing({ sentence, span, subjects }: QuotePlace): Source | null {
  const { classes, tokens } = sentence;
  let participle = span.token - 1;
  while (participle > span.token - 5 && !(tokens[participle]?.lower ?? "").endsWith("ing")) participle -= 1;
  if (classes[participle - 1] !== "," || !isReportingVerb(tokens[participle]?.lower ?? "")) return null;
  for (let t = participle - 2; t > participle - SOURCE_REACH; t -= 1) {
    // "Roe thanked Holt, and Brun left, saying"
    if (classes.slice(t - 1, t + 1) === ",C") return null;
    if (!"VvxbW".includes(classes[t] ?? "V")) continue;
    const word = cueLemma(tokens[t]?.lower ?? "") ?? "";
    const to = tokens[t + 1]?.lower === "to";
    // What has no name between commas the ranker knows well enough.
    if (!/,N+,/.test(classes.slice(t, participle))) return null;
    const mention = (to ? ADDRESSING_TO : ADDRESSING).has(word) ? subjects.get(t) : undefined;
    return mention !== undefined && mention.first < t ? { mention, cue: { first: participle, last: participle + 1 } } : null;
  }
  return null;
}

const ADDRESSING = new Set(["ask", "call", "email", "message", "phone", "remind", "tell", "telephone", "text", "thank", "urge", "warn"]);
const ADDRESSING_TO = new Set(["message", "reply", "respond", "talk", "turn", "write"]);
