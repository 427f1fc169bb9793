import type { Analysis, QuotedSpan } from "../analysis.ts";
import { isHeading } from "../language/en/title-case.ts";
import { wordsOf } from "../language/en/words.ts";
import type { Candidate } from "../speakers/candidates.ts";

/** Nouns for works, whose titles stand in marks ("the film “A River at Night”"), and words of naming ("a robot named “Bo”"). */
const WORK = wordsOf("words-before-titles");

/** Words that give a name or a label to what follows them in marks: "the so-called", "dubbed". */
const TITLE_WORD = /^(?:\p{Lu}|\p{N}|(?:of|the|a|an|and|in|on|to|for|with|from|at|by|is|or)$)/u;

/**
 * Named features that tell speech from other words in marks (scare quotes, titles, nicknames, terms).
 *
 * @param best the most probable speaker, `probability` how sure the ranker is of it.
 */
export function speechFeatures(analysis: Analysis, index: number, best: Candidate, probability: number): string[] {
  const span = analysis.spans[index] as QuotedSpan;
  const sentence = analysis.sentences[span.sentence];
  const { text } = analysis;
  const words = text.slice(span.start, Math.min(span.end, span.start + 300)).split(/\s+/);
  const size = words.length > 12 ? "13+" : words.length > 6 ? "7-12" : words.length > 3 ? "4-6" : String(words.length);
  const titled =
    words.length < 12 && words.every((word) => TITLE_WORD.test(word.replace(/^[^\p{L}\p{N}]+/u, ""))) && /^\p{Lu}/u.test(words[0] ?? "");
  const lower = /^\p{Ll}/u.test(words[0] ?? "");
  const last = text[span.end - 1] ?? "";
  const stop = /[.?!…]/.test(last) ? "." : /[,;—-]/.test(last) ? "," : "w";
  const block = analysis.blocks[span.block];
  const blockText = block === undefined ? "" : text.slice(block.start, Math.min(block.end, block.start + 220));
  const classes = sentence?.classes ?? "";
  const before = sentence?.tokens[span.token - 1];
  const after = sentence?.tokens[span.token + 1];
  const caps = !/\p{Ll}/u.test(words.join("")) && words.join("").length > 3;
  const form = caps ? "caps" : titled ? "title" : lower ? "lower" : "upper";
  const shape = `${size},${form},${stop}`;
  const by = best.continues ? "same" : best.mention === null ? "none" : (best.features[0] ?? "");
  const link = best.features.find((feature) => feature.includes(":link=") && !feature.includes(":^") && !feature.includes(":_")) ?? by;
  const features = ["bias", `size=${size}`, `shape=${shape}`, `form=${form}`, `stop=${stop}`, `by=${by}`, link, `${link}|${size}`];
  features.push(
    `sure=${Math.floor(probability * 5)}`,
    `before=${before?.class ?? "^"}`,
    `before=${before?.class ?? "^"},${form}`,
    `after=${after?.class ?? "$"}`,
    `after=${after?.class ?? "$"},${size},${stop}`,
  );
  features.push(
    `around=${classes.slice(Math.max(0, span.token - 2), span.token) || "^"}_${classes.slice(span.token + 1, span.token + 2) || "$"}`,
  );
  if (before !== undefined && before.class !== "N") features.push(`word=${before.lower}`);
  if (best.cue !== null && best.mention !== null)
    features.push(`cue=${analysis.sentences[best.mention.sentence]?.tokens[best.cue[1] - 1]?.lower}`);
  features.push(`closed=${span.closed}`);
  const first = span.block === analysis.sentences[0]?.block;
  const headed = isHeading(blockText);
  features.push(`first=${first}`, `heading=${headed}`, `heading=${headed},${first}`);
  const two =
    sentence?.tokens.slice(Math.max(0, span.token - 2), span.token).map((token) => (token.class === "N" ? "N" : token.lower)) ?? [];
  features.push(`words=${two.join(" ")}`, `next=${after?.class === "N" ? "N" : after?.lower},${size}`);
  const content = ` ${words
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}' ’]/gu, "")
    .replaceAll("’", "'")} `;
  const spoken = / (?:i|we|you|my|our|your|me|us|i'm|we're|you're|it's|don't|that's|i've) /.test(content);
  const verb = / (?:is|are|was|were|has|have|had|will|would|can|could|should|do|does|did|be|been|isn't|can't|won't) /.test(content);
  const cue =
    best.cue === null || best.mention === null ? "" : (analysis.sentences[best.mention.sentence]?.tokens[best.cue[1] - 1]?.lower ?? "");
  const anchor = best.anchor;
  features.push(
    `${link}|${form}|${size}`,
    `cue=${cue},${form}`,
    `anchor=${anchor},${size},${form}`,
    `anchor=${anchor},${stop},${before?.class ?? "^"}`,
  );
  if (before !== undefined && before.class !== "N") features.push(`word=${before.lower},${form}`);
  if (form === "title" && WORK.has(before?.lower ?? "")) features.push("rule:work");
  // `NAME: “...”` at the start of a sentence, and whole sentences after a colon.
  const label = /^[DnN#t]{1,6}:$/.test(classes.slice(0, span.token)) && best.mention !== null;
  if (label || (before?.class === ":" && words.length > 6 && form === "upper")) features.push("rule:label");
  features.push(`gap=${before?.class ?? "^"}${after?.class ?? "$"},${form},${stop}`, `sure=${Math.floor(probability * 4)},${size},${form}`);
  features.push(`spoken=${spoken},${size}`, `verb=${verb},${size},${form}`, `person=${spoken},${verb},${form}`);
  for (const feature of best.features) if (/:(?:toquote|path|between)=/.test(feature)) features.push(feature);
  const opening = content.trim().split(" ")[0] ?? "";
  features.push(`opening=${opening},${form}`);
  if (sentence !== undefined)
    features.push(
      `alone=${sentence.onlyQuotes},${size}`,
      `lone=${block !== undefined && span.from <= block.start + 1 && span.to >= block.end - 1},${form},${stop}`,
    );
  return features;
}
