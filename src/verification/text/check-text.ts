import type { SpeakerRef } from "../../article/model/schema.ts";
import { codePointLength, displayText } from "../../article/model/text.ts";
import { fold, foldWords } from "../../article/words/fold.ts";
import { checkQuote } from "../check-quote.ts";
import { MAX_CLAIM_LENGTH } from "../claim.ts";
import type { Verification } from "../verification.ts";
import { TextTally } from "./text-tally.ts";
import type { Archive, TextQuote, TextToCheck } from "./text-to-check.ts";
import type { CheckedQuote, Claimed, TextLine, TextVerification, UncheckedQuote } from "./text-verification.ts";

/**
 * Checks a text: its marked quotes one after the other, each with the speaker that the text names, then a summary. Lets
 * other work in between two quotes; whoever ends the iteration ends the work.
 *
 * @param isOver whether the time for the whole text has passed: the quotes that are left come unchecked
 * @throws what the archive throws
 * @example for await (const line of checkText(text, archive)) if (line.type === "quote") console.log(line.words);
 */
export async function* checkText(
  text: TextToCheck,
  archive: Archive,
  isOver: () => boolean = () => false,
): AsyncGenerator<TextLine, void, void> {
  const tally = new TextTally();
  const { searched } = await archive.candidates({ probes: [], speakers: null, passOver: null });
  for (const quote of markedQuotes(text.quotes)) {
    const parts = partsOf(quote);
    if (parts.length > 1) tally.divided += 1;
    for (const part of parts) {
      const line = await checkPart(part, archive, isOver);
      tally.add(line);
      yield line;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  yield { type: "summary", ...tally.summary(text, archive, searched) };
}

/** The whole answer of `checkText`. */
export async function wholeAnswer(lines: AsyncIterable<TextLine>): Promise<TextVerification> {
  const quotes: CheckedQuote[] = [];
  const unchecked: UncheckedQuote[] = [];
  for await (const { type, ...line } of lines) {
    if (type === "quote") quotes.push(line as CheckedQuote);
    else if (type === "unchecked") unchecked.push(line as UncheckedQuote);
    else return { quotes, unchecked, ...(line as Omit<TextVerification, "quotes" | "unchecked">) };
  }
  throw new Error("expected a summary at the end");
}

async function checkPart(part: TextQuote, archive: Archive, isOver: () => boolean): Promise<TextLine> {
  const claim = claimOf(part);
  const reason = codePointLength(claim.text) > MAX_CLAIM_LENGTH ? "too-long" : isOver() ? "time" : null;
  if (reason !== null) return { type: "unchecked", ...claim, reason };
  const { candidates, verification } = await checkClaim(claim.text, part.speakers, archive);
  const doubted = doubtful(claim.claimed, verification) ? ({ speaker: "uncertain", doubt: "claim" } as const) : {};
  return { type: "quote", ...claim, claimed: { ...claim.claimed, candidates }, ...verification, ...doubted };
}

/** A mismatch may be a fault in reading the submitted text: below `high`, whom it means is not beyond doubt. */
function doubtful({ confidence }: Claimed, { speaker }: Verification): boolean {
  return speaker === "mismatch" && confidence !== "high";
}

/** What is checked of a text: `checkText` gives a line for each, in this order. */
export function partsToCheck(quotes: TextQuote[]): TextQuote[] {
  return markedQuotes(quotes).flatMap(partsOf);
}

/** The quotes with words in marks, which are those that are checked. */
export function markedQuotes(quotes: TextQuote[]): TextQuote[] {
  return quotes.filter(({ kind, segments }) => kind !== "indirect" && foldWords(displayText(segments)).length > 0);
}

function claimOf({ kind, segments, speakers, mention, confidence }: TextQuote): Omit<UncheckedQuote, "reason"> {
  const [speaker = null, ...others] = speakers;
  const marked = kind === "indirect" ? "mixed" : kind;
  return { kind: marked, segments, text: displayText(segments), claimed: { speaker, others, mention, confidence, candidates: [] } };
}

/** A quote in parts that are short enough for a claim, each of whole segments. */
function partsOf(quote: TextQuote): TextQuote[] {
  const parts: TextQuote["segments"][] = [];
  for (const segment of quote.segments) {
    const last = parts.at(-1);
    if (last !== undefined && codePointLength(displayText([...last, segment])) <= MAX_CLAIM_LENGTH) last.push(segment);
    else parts.push([segment]);
  }
  return parts.map((segments) => ({ ...quote, segments }));
}

interface CheckedClaim {
  verification: Verification;
  candidates: SpeakerRef[];
}

/** Checks a claim with each of those who are said to speak together: one of them who is recorded with it is enough. */
async function checkClaim(text: string, speakers: string[], archive: Archive): Promise<CheckedClaim> {
  const [first = null, ...others] = speakers;
  const answer = await checkBy(text, first, archive);
  for (const other of others) {
    if (answer.verification.speaker === "match") break;
    const next = await checkBy(text, other, archive);
    if (next.verification.speaker === "match") return next;
  }
  return answer;
}

/** Checks a claim with one speaker, whose name may be a role, or that of nobody or of several in the archive. */
async function checkBy(text: string, name: string | null, archive: Archive): Promise<CheckedClaim> {
  const check = (asked: SpeakerRef | { unknown: string } | null) =>
    checkQuote(text, asked, (wanted) => archive.candidates(wanted), archive.former);
  if (name === null) return { verification: await check(null), candidates: [] };
  const byRole = !isName(name);
  const meant = byRole ? [] : await archive.speakersNamed(name);
  const [only] = meant;
  if (only !== undefined && meant.length === 1 && !isLocal(only)) {
    return { verification: await check(only), candidates: [] };
  }
  // Whom the name means is told by who is recorded with the words, if that may be them.
  const verification = await check(byRole ? null : { unknown: name });
  const recorded = verification.speakers.find((speaker) => meant.some(({ id }) => id === speaker.id) || mayBe(speaker, name));
  if (recorded !== undefined) return { verification: await check(recorded), candidates: [] };
  return { verification, candidates: meant };
}

/** Whether the words for a speaker are a name: "Orla Brice", "Bank of Fennet"; not "resident", "Finnish envoy". */
function isName(speaker: string): boolean {
  return /^[^\p{L}]*[^\p{Ll}]/u.test(speaker.split(/\s+/).at(-1) ?? "");
}

/** Whether a speaker is one of a single article, such as "a resident": the id is that of the article and the speaker's own. */
function isLocal({ id }: SpeakerRef): boolean {
  return id.includes("~");
}

/** Whether a recorded speaker has the name, or it is a part of the recorded one: "Brice" of "Orla Brice". */
function mayBe({ name }: SpeakerRef, claimed: string): boolean {
  if (fold(name) === fold(claimed)) return true;
  const words = new Set(foldWords(name).map(({ word }) => word));
  const claimedWords = foldWords(claimed);
  return isName(claimed) && claimedWords.length > 0 && claimedWords.every(({ word }) => words.has(word));
}
