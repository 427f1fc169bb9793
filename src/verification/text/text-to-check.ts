import type { QuoteKind, Span, SpeakerRef } from "../../article/model/schema.ts";
import type { Candidates } from "../check-quote.ts";
import type { FormerTexts } from "../former-texts.ts";
import type { LookUp } from "../probes.ts";
import type { CheckedQuote, Claimed, GivenSource, TextNote } from "./text-verification.ts";

/** A text with its quotes, as its reader found them. */
export interface TextToCheck {
  quotes: TextQuote[];
  /** Words in marks that the reader took for no speech. */
  unspoken: CheckedQuote["segments"];
  /** What the spans count in where that is not what was submitted. */
  visibleText: string | null;
  /** What the reader has to say. */
  notes: TextNote[];
}

/** A quote of a text that is to be checked. Spans are in code points of the text. */
export interface TextQuote {
  kind: QuoteKind;
  segments: CheckedQuote["segments"];
  /** Names or roles of those who say it, according to the text. */
  speakers: string[];
  mention: Span | null;
  /** The writer's own words right in front of each segment. */
  leads: string[];
  confidence: Claimed["confidence"];
}

/** What quotes are checked against. */
export interface Archive {
  /** Articles with probes. */
  candidates(wanted: LookUp): Promise<Candidates>;
  /** Earlier texts of its articles; `null` where there are none. */
  former: FormerTexts | null;
  /** Everybody whom a name may mean. */
  speakersNamed(name: string): Promise<SpeakerRef[]>;
  /** The texts it consists of, where they were given along. */
  sources: GivenSource[] | null;
  /** Articles that were found and left out because they are the text itself. */
  sameText(): { slug: string; quotes: number }[];
  /** Articles that were left out because the request says so. */
  excluded: string[];
}
