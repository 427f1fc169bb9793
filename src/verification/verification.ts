import { z } from "zod";
import type { Unaddressed } from "../article/model/addressed.ts";
import { ArticleRef, Context, QuoteRef } from "../article/model/items.ts";
import { Span, SpeakerRef } from "../article/model/schema.ts";
import { BlockRef } from "../article/words/searchable.ts";

/** The answer of the quote checker. The schemas are those of answers, the types those of what has no addresses yet. */

/** The most matches in an answer. */
export const MAX_MATCHES = 10;

export const WordsAnswer = z.enum(["exact", "altered", "reported", "none"]).meta({
  id: "WordsAnswer",
  description:
    "`exact`: the words are in one marked segment (with gaps: each part in one segment, all of one quote, in its order); `altered`: close to a quote's words, an abridgement of them without marks, or joined from several places; `reported`: only the reporter's words match; `none`: nothing close was found.",
});
export type WordsAnswer = z.infer<typeof WordsAnswer>;

export const SpeakerAnswer = z.enum(["match", "mismatch", "unattributed", "not-asked"]).meta({
  id: "SpeakerAnswer",
  description:
    "`match`: the best match is by the speaker in the request; `mismatch`: it is by others (see `speakers`), or the name in the request is in `unknownSpeaker`; `unattributed`: the text names nobody for the words, or they were not found; `not-asked`: the request named no speaker.",
});
export type SpeakerAnswer = z.infer<typeof SpeakerAnswer>;

export const Extent = z
  .enum(["whole", "part"])
  .meta({ id: "Extent", description: "Whether the claim holds the whole quote or a part of it." });
export type Extent = z.infer<typeof Extent>;

export const SpliceKind = z.enum(["segments", "quote", "quotes", "articles", "narration"]).meta({
  id: "SpliceKind",
  description:
    "What was joined without a mark: `segments`: neighbouring segments of one quote; `quote`: distant parts of one quote; `quotes`: several quotes of one article; `articles`: quotes of several articles; `narration`: a quote and the reporter's words.",
});
export type SpliceKind = z.infer<typeof SpliceKind>;

export const Turned = z.enum(["negation", "condition"]).meta({
  id: "Turned",
  description:
    "How words around the match, in its sentence, may change its meaning: `negation`: a negative word (not, never, won't, no) before it or directly after it; `condition`: a word that makes it conditional (if, unless, whether, pretend) before or after it. English words only. A hint to read the context, for `exact` words too.",
});
export type Turned = z.infer<typeof Turned>;

export const Passage = z
  .strictObject({
    article: ArticleRef,
    block: BlockRef,
    quote: QuoteRef.nullable().meta({ description: "The quote it is in; `null` for the reporter's words." }),
    ...Span.shape,
    context: Context,
  })
  .meta({ id: "Passage", description: "A place in an article's text that a claim was compared with." });
export type Passage = Unaddressed<z.infer<typeof Passage>>;

export const DiffOperation = z
  .strictObject({
    op: z.enum(["equal", "delete", "insert", "gap"]).meta({
      description:
        "`equal`: both have the words; `delete`: only the article has them; `insert`: only the claim has them; `gap`: a gap that the claim marks.",
    }),
    claim: Span.nullable().meta({ description: "The words of the claim, with their place in it in code points; `null` for `delete`." }),
    recorded: z
      .strictObject({ passage: z.int().min(0).meta({ description: "Index of the passage in `passages`, from 0." }), ...Span.shape })
      .nullable()
      .meta({ description: "The words of the article, with their place in its text; `null` for `insert` and `gap`." }),
  })
  .meta({ id: "DiffOperation", description: "One step from the recorded words to the claimed ones." });
export type DiffOperation = z.infer<typeof DiffOperation>;

export const VerificationMatch = z
  .strictObject({
    words: WordsAnswer.exclude(["none"]).meta({ id: "MatchedWords", description: "As in the answer, for this match." }),
    score: z
      .number()
      .min(0)
      .max(1)
      .meta({
        description:
          "1 minus the changed words divided by the words of the longer side; for words joined from several quotes, the share of the claim that is in them. It measures words, not truth: 1 with `altered` means that every word was said, but not like this.",
        examples: [1],
      }),
    extent: Extent.nullable().meta({ description: "`null` where the match is not of one quote." }),
    splice: SpliceKind.nullable().meta({ description: "`null` where nothing was joined without a mark." }),
    negation: z.boolean().meta({
      description: "Whether a negative word (English only) was left out or added, or skipped at a gap inside its sentence.",
    }),
    turned: Turned.nullable().meta({ description: "`null` where there is no such word around the match." }),
    nested: z.boolean().meta({
      description: "Whether all of it is in quote marks inside the quote: the speaker quotes somebody else.",
    }),
    speakers: z.array(SpeakerRef).meta({ description: "Who said it: everyone whom the text names for the passages." }),
    passages: z.array(Passage).min(1).meta({ description: "In the order of the claim." }),
    diff: z.array(DiffOperation).min(1).meta({ description: "From the recorded words to the claimed ones, in the order of the claim." }),
  })
  .meta({ id: "VerificationMatch", description: "A place with words close to those of the claimed quote." });
export type VerificationMatch = Unaddressed<z.infer<typeof VerificationMatch>>;

export const Verification = z
  .strictObject({
    text: z.string().meta({ description: "The claim, as it was sent." }),
    words: WordsAnswer,
    extent: Extent.nullable().meta({ description: "Of the best match." }),
    speaker: SpeakerAnswer,
    asked: SpeakerRef.nullable().meta({ description: "The speaker in the request; `null` when it named none, or an unknown one." }),
    unknownSpeaker: z.string().nullable().meta({
      description: "The name in the request when no speaker of these articles has it; the words are checked nevertheless. Else `null`.",
    }),
    speakers: z.array(SpeakerRef).meta({ description: "Who said it according to the best match." }),
    matches: z.array(VerificationMatch).max(MAX_MATCHES).meta({ description: "The best match first." }),
    searched: z
      .strictObject({
        articleCount: z.int().min(0).meta({ description: "Articles that were searched for pieces of the claim." }),
        quoteCount: z.int().min(0).meta({ description: "Quotes of those articles." }),
        compared: z.int().min(0).meta({ description: "Articles that hold most of the pieces, compared word by word." }),
      })
      .meta({ description: "What the answer is based on." }),
  })
  .meta({ id: "Verification", description: "A claimed quote, checked against the recorded ones." });
export type Verification = Unaddressed<z.infer<typeof Verification>>;
