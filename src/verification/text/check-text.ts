import type { SpeakerRef } from "../../article/model/schema.ts";
import { codePointLength, displayText } from "../../article/model/text.ts";
import { fold, foldWords } from "../../article/words/fold.ts";
import { checkQuote } from "../check-quote.ts";
import { MAX_CLAIM_LENGTH } from "../claim.ts";
import { isName } from "../names.ts";
import { isLocal } from "../speakers.ts";
import { MIN_PIECE } from "../splice.ts";
import type { Verification } from "../verification.ts";
import { partsOf, passagesOf } from "./passages.ts";
import { TextTally } from "./text-tally.ts";
import type { Archive, TextQuote, TextToCheck } from "./text-to-check.ts";
import type { CheckedQuote, Claimed, TextLine, TextVerification, UncheckedQuote } from "./text-verification.ts";
import { denies, withNegation } from "./written-negation.ts";

/** Of a phrase of so many words, other words than the recorded ones count as a change, and the score it needs. */
const MIN_LONG = 6;
const NEARLY = 0.75;

/**
 * Checks a text: its marked quotes one after the other, each with the speaker that the text names, then a summary. A phrase in
 * marks that was not read as speech comes too, where the words are recorded. Lets other work in between two quotes; whoever
 * ends the iteration ends the work.
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
  for (const quote of passagesOf(text)) {
    if (quote.isPhrase && isOver()) continue;
    const parts = partsOf(quote);
    if (parts.length > 1) tally.divided += 1;
    for (const part of parts) {
      const whole = await checkPart(part, archive, isOver);
      if (quote.isPhrase && !isRecorded(whole)) continue;
      if (quote.isPhrase) tally.recorded.add(part.segments[0]?.start ?? -1);
      for (const line of isComposed(whole) ? await apart(whole, part, archive, isOver) : [whole]) {
        tally.add(line);
        yield line;
      }
    }
  }
  yield { type: "summary", ...tally.summary(text, archive, searched) };
}

/**
 * Whether a marked phrase that was not read as speech is a quote nevertheless, because somebody is recorded with the words: all
 * of them, or nearly all of a longer phrase. A title may be close to a few of somebody's words by chance.
 */
function isRecorded(line: TextLine): boolean {
  if (line.type !== "quote") return false;
  const [best] = line.matches;
  if (line.words === "exact") return true;
  return line.words === "altered" && best?.splice === null && best.score >= NEARLY && foldWords(line.text).length >= MIN_LONG;
}

/** Whether the segments of a quote may be several quotes: no place has them all, or they are no turn of speech and from several places. */
function isComposed(line: TextLine): boolean {
  if (line.type !== "quote" || line.segments.length < 2) return false;
  const splice = line.matches[0]?.splice ?? null;
  return line.words === "none" || (line.kind === "mixed" && line.words === "altered" && splice !== null && splice !== "segments");
}

/** Checks each segment of a quote. @returns a line for each, or the one of the whole where no segment is recorded that is long or the speaker's */
async function apart(whole: TextLine, quote: TextQuote, archive: Archive, isOver: () => boolean): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for (const [index, segment] of quote.segments.entries()) {
    lines.push(await checkPart({ ...quote, segments: [segment], leads: quote.leads.slice(index, index + 1) }, archive, isOver));
  }
  const tells = (line: TextLine) =>
    line.type === "quote" &&
    ((line.words === "exact" && line.speaker === "match") ||
      ((line.words === "exact" || line.words === "altered") && foldWords(line.text).length >= MIN_PIECE));
  return lines.some(tells) ? lines : [whole];
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

/** Checks words that are short enough for a claim. Lets other work in before. */
async function checkPart(part: TextQuote, archive: Archive, isOver: () => boolean): Promise<TextLine> {
  await new Promise((resolve) => setImmediate(resolve));
  const claim = claimOf(part);
  const reason = codePointLength(claim.text) > MAX_CLAIM_LENGTH ? "too-long" : isOver() ? "time" : null;
  if (reason !== null) return { type: "unchecked", ...claim, reason };
  const { candidates, verification } = await checkClaim(claim.text, part.speakers, archive);
  const doubted = doubtful(claim.claimed, verification) ? ({ speaker: "uncertain", doubt: "claim" } as const) : {};
  const read = part.kind === "mixed" && part.leads.some(denies) ? withNegation(verification) : verification;
  return { type: "quote", ...claim, claimed: { ...claim.claimed, candidates }, ...read, ...doubted };
}

/** A mismatch may be a fault in reading the submitted text: below `high`, whom it means is not beyond doubt. */
function doubtful({ confidence }: Claimed, { speaker }: Verification): boolean {
  return speaker === "mismatch" && confidence !== "high";
}

function claimOf({ kind, segments, speakers, mention, confidence }: TextQuote): Omit<UncheckedQuote, "reason"> {
  const [speaker = null, ...others] = speakers;
  const marked = kind === "indirect" ? "mixed" : kind;
  return { kind: marked, segments, text: displayText(segments), claimed: { speaker, others, mention, confidence, candidates: [] } };
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

/** Whether a recorded speaker has the name, or it is a part of the recorded one: "Brice" of "Orla Brice". */
function mayBe({ name }: SpeakerRef, claimed: string): boolean {
  if (fold(name) === fold(claimed)) return true;
  const words = new Set(foldWords(name).map(({ word }) => word));
  const claimedWords = foldWords(claimed);
  return isName(claimed) && claimedWords.length > 0 && claimedWords.every(({ word }) => words.has(word));
}
