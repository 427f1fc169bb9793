import { z } from "zod";
import type { Unaddressed } from "../../article/model/addressed.ts";
import { Quote, Slug, Span, SpeakerRef } from "../../article/model/schema.ts";
import { SpeakerAnswer, Verification, WordsAnswer } from "../verification.ts";

/** The answer of the checker of whole texts. */

/** The most quotes of a text that are checked. */
export const MAX_QUOTES = 200;

const place = z.strictObject({ start: Span.shape.start, end: Span.shape.end });

const SubmittedSegment = z
  .strictObject({
    ...Span.shape,
    submitted: place.nullable().meta({
      description:
        "Its place in what was submitted, in code points: of plain text the same as `start` and `end`; of Markdown and HTML with the markup between its words; `null` where markup hides it.",
    }),
  })
  .meta({ id: "SubmittedSegment", description: "Words in marks, with their place in the text in code points." });

export const Claimed = z
  .strictObject({
    speaker: z
      .string()
      .nullable()
      .meta({
        description: "The name or the role (`resident`) that the text has for the speaker; `null` where it names nobody.",
        examples: ["Isolde Brannock"],
      }),
    others: z.array(z.string()).meta({ description: "Who is said to speak together with them." }),
    mention: Span.nullable().meta({ description: "The words of the text that name the speaker there." }),
    confidence: Quote.shape.attribution.shape.confidence.meta({
      description: "How sure it is that the text means this speaker; `null` where it names nobody.",
    }),
    candidates: z.array(SpeakerRef).meta({
      description: "Whom the name may mean when several speakers have it and none of them is recorded with the words. Else empty.",
    }),
  })
  .meta({ id: "ClaimedAttribution", description: "Who said it, according to the submitted text." });
export type Claimed = z.infer<typeof Claimed>;

const claim = {
  kind: Quote.shape.kind.exclude(["indirect"]).meta({ id: "MarkedKind", description: "Kind of the quote in the submitted text." }),
  segments: z.array(SubmittedSegment).min(1).meta({ description: "The words in marks, in the order of the text." }),
  text: z.string().meta({ description: "The words that were checked: the segments joined by ` … `." }),
  claimed: Claimed,
};

export const CheckedQuote = z
  .strictObject({ ...claim, ...Verification.shape })
  .meta({ id: "CheckedQuote", description: "A quote of a submitted text, and what `/v1/verify` answers for it." });
export type CheckedQuote = Unaddressed<z.infer<typeof CheckedQuote>>;

export const UncheckedQuote = z
  .strictObject({
    ...claim,
    reason: z.enum(["time", "too-long"]).meta({
      id: "UncheckedReason",
      description: "`time`: the time for the whole text had passed; `too-long`: it has more than 2,000 characters without a break.",
    }),
  })
  .meta({ id: "UncheckedQuote", description: "A quote of a submitted text that was not checked, and why." });
export type UncheckedQuote = z.infer<typeof UncheckedQuote>;

const count = z.int().min(0);
/** A count for each answer there is. */
function counted<Values extends z.util.EnumLike>({ options }: z.ZodEnum<Values>) {
  const counts = options.map((answer) => [answer, count.meta({ description: `Quotes with the answer \`${answer}\`.` })]);
  return z.strictObject(Object.fromEntries(counts) as Record<(typeof options)[number] & string, typeof count>);
}

export const VerificationCounts = z
  .strictObject({
    checked: count.meta({ description: "Quotes that were checked." }),
    unchecked: count.meta({ description: "Quotes that were not checked." }),
    words: counted(WordsAnswer).meta({ id: "WordsCounts", description: "How many quotes had each answer about their words." }),
    speaker: counted(SpeakerAnswer).meta({ id: "SpeakerCounts", description: "How many quotes had each answer about their speaker." }),
  })
  .meta({ id: "VerificationCounts", description: "How many quotes had each answer." });
export type VerificationCounts = z.infer<typeof VerificationCounts>;

const TEXT_NOTES = {
  "no-quotes": "There are no words in quotation marks that somebody says.",
  "indirect-quotes": "Indirect speech has no words in marks; it is not checked.",
  "other-marks": "Words in marks that were taken for a title, a term or a name, not for speech, are not checked.",
  "role-speakers": "A speaker without a name (`a resident`) can be anybody: only the words were checked.",
  "ambiguous-speakers": "Several speakers have the name that the text gives; `candidates` lists them.",
  "same-text": "An article with exactly this text was left out of the search.",
  excluded: "Articles that the request excludes were left out of the search.",
  "divided-quotes": "A quote longer than 2,000 characters was checked in parts.",
  unchecked: "Quotes were not checked: `unchecked` lists them and says why.",
} as const satisfies Record<string, string>;
export type TextNoteCode = keyof typeof TEXT_NOTES;

export const TextNote = z
  .strictObject({
    code: z.string().meta({
      description: [
        "Stable name of what is said. New ones may be added; those of `NoteCode` say what was found when the text was read.",
        ...Object.entries(TEXT_NOTES).map(([code, explanation]) => `- \`${code}\`: ${explanation}`),
      ].join("\n"),
      examples: ["indirect-quotes"],
    }),
    message: z
      .string()
      .meta({ description: "What it is in this text.", examples: ["2 indirect quotes have no words in marks; they were not checked."] }),
    count: z
      .int()
      .min(1)
      .meta({ description: "How often.", examples: [2] }),
  })
  .meta({ id: "TextNote", description: "Something to know about how a text was read and checked." });
export type TextNote = z.infer<typeof TextNote>;

export const GivenSource = z
  .strictObject({
    slug: Slug.meta({
      description: "Its name in `passages`, whose `url` and `page` are `#source-1` then: it has no address of its own.",
      examples: ["source-1"],
    }),
    headline: z.string().meta({ description: "Its headline." }),
    url: z.string().nullable().meta({ description: "Where it was published, as the request says." }),
    publisher: z.string().nullable().meta({ description: "Its outlet, as the request says." }),
    quoteCount: count.meta({ description: "Number of quotes." }),
  })
  .meta({ id: "GivenSource", description: "A text that was given along to check against." });
export type GivenSource = z.infer<typeof GivenSource>;

export const TextSummary = z
  .strictObject({
    counts: VerificationCounts,
    searched: z
      .strictObject(Verification.shape.searched.omit({ compared: true }).shape)
      .meta({ description: "What the answers are based on: articles of the archive, or the sources given along." }),
    sources: z.array(GivenSource).nullable().meta({ description: "The sources given along; `null` where the archive was searched." }),
    visibleText: z.string().nullable().meta({
      description: "The text that spans count in, when Markdown or HTML was submitted; `null` for plain text: it is as it was submitted.",
    }),
    notes: z.array(TextNote).meta({ description: "What to know about how the text was read and checked." }),
  })
  .meta({ id: "TextSummary", description: "Counts of the answers, and what they are based on." });
export type TextSummary = z.infer<typeof TextSummary>;

export const TextVerification = z
  .strictObject({
    quotes: z.array(CheckedQuote).meta({ description: "The quotes that were checked, in the order of the text." }),
    unchecked: z.array(UncheckedQuote).meta({ description: "The quotes that were not." }),
    ...TextSummary.shape,
  })
  .meta({ id: "TextVerification", description: "A text whose quotes were checked. It says what is recorded, and gives no grades." });
export type TextVerification = Omit<z.infer<typeof TextVerification>, "quotes"> & { quotes: CheckedQuote[] };

/** A line of the answer as it comes: each quote in the order of the text, then the summary. */
export type TextLine = ({ type: "quote" } & CheckedQuote) | ({ type: "unchecked" } & UncheckedQuote) | ({ type: "summary" } & TextSummary);
