import { z } from "zod";
import type { Unaddressed } from "../article/model/addressed.ts";
import { ServedPeriod } from "../article/model/history.ts";
import { ArticleRef, Context, QuoteRef } from "../article/model/items.ts";
import { Revision, Span, SpeakerRef } from "../article/model/schema.ts";
import { BlockRef } from "../article/words/searchable.ts";

/** The answer of the quote checker. The schemas are those of answers, the types those of what has no addresses yet. */

/** The most matches in an answer. */
export const MAX_MATCHES = 10;

export const WordsAnswer = z.enum(["exact", "altered", "reported", "none"]).meta({
  id: "WordsAnswer",
  description:
    "`exact`: the words are in one marked segment, or in one answer of an interview (with gaps: each part in one segment, all of one quote, in its order); `altered`: close to a quote's words, an abridgement of them without marks, or joined from several places; `reported`: only the reporter's words match; `none`: nothing close was found.",
});
export type WordsAnswer = z.infer<typeof WordsAnswer>;

export const SpeakerAnswer = z.enum(["match", "mismatch", "uncertain", "unattributed", "not-asked"]).meta({
  id: "SpeakerAnswer",
  description:
    "`match`: a best match is by the speaker in the request; `mismatch`: it is by others (see `speakers`) with high confidence; `uncertain`: others are recorded, but it may be the speaker in the request nevertheless (see `doubt`); `unattributed`: the text names nobody for the words, or they were not found; `not-asked`: the request named no speaker.",
});
export type SpeakerAnswer = z.infer<typeof SpeakerAnswer>;

export const Doubt = z.enum(["attribution", "name", "description", "unnamed", "short", "nested", "claim"]).meta({
  id: "Doubt",
  description:
    "Why it may be the speaker in the request: `attribution`: the confidence of the recorded attribution is below `high`, or a part of the match has none; `name`: the name in the request may be a form of the recorded one (a surname that several people have, one letter that differs); `description`: the article describes the recorded speaker by the name in the request, or the other way round (the Kremlin, and the Kremlin's spokesman); `unnamed`: the article has no name for the recorded speaker, only a role (a diplomat, a spokesman); `short`: the words that agree are so few and common that others may have said them too (I do not know); `nested`: the recorded speaker quotes somebody else with these words; `claim`: in a whole text, whom the submitted text means is not beyond doubt.",
});
export type Doubt = z.infer<typeof Doubt>;

const Mentioned = z.enum(["near", "elsewhere"]).meta({
  id: "Mentioned",
  description:
    "Where the best match's article names the speaker in the request: `near`: in the block of the words or the one before or after it; `elsewhere`: in another block.",
});

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

/** The smallest first. */
export const Difference = z.enum(["spelling", "letter", "inflection", "words"]).meta({
  id: "Difference",
  description:
    "How words differ. `spelling`: the same words written otherwise: British or American, joined or apart, a contraction or its words, a number in figures or in words; `letter`: one letter of a longer word is wrong, missing, too many or changed with its neighbour: a slip, or another word (contest, context); `inflection`: another number, tense or person of the same word, which may change what is said; `words`: other words, or words added or left out. English only but for `letter`.",
});
export type Difference = z.infer<typeof Difference>;

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
    kind: Difference.nullable().meta({
      description:
        "Of `delete` and `insert`: how they differ from the words that stand in their place, in the operation next to it of the same kind; `null` for `equal` and `gap`.",
    }),
    claim: Span.nullable().meta({ description: "The words of the claim, with their place in it in code points; `null` for `delete`." }),
    recorded: z
      .strictObject({ passage: z.int().min(0).meta({ description: "Index of the passage in `passages`, from 0." }), ...Span.shape })
      .nullable()
      .meta({ description: "The words of the article, with their place in its text; `null` for `insert` and `gap`." }),
  })
  .meta({ id: "DiffOperation", description: "One step from the recorded words to the claimed ones." });
export type DiffOperation = z.infer<typeof DiffOperation>;

const MatchedRevision = z
  .strictObject({
    revision: Revision,
    served: z.array(ServedPeriod).meta({ description: "When that text was served, oldest first." }),
  })
  .meta({
    id: "MatchedRevision",
    description: "An earlier text of an article, which is served with other words now: `?revision=` answers with it.",
  });

export const VerificationMatch = z
  .strictObject({
    words: WordsAnswer.exclude(["none"]).meta({ id: "MatchedWords", description: "As in the answer, for this match." }),
    score: z
      .number()
      .min(0)
      .max(1)
      .meta({
        description:
          "1 minus the changed words divided by the words of the longer side, where a word in another spelling counts a tenth, and one with another letter or in another form a half; for words joined from several quotes, the share of the claim that is in them. It measures words, not truth: 1 with `altered` means that every word was said, but not like this.",
        examples: [1],
      }),
    extent: Extent.nullable().meta({ description: "`null` where the match is not of one quote." }),
    difference: Difference.nullable().meta({ description: "The largest in `diff`; `null` when no word differs." }),
    splice: SpliceKind.nullable().meta({ description: "`null` where nothing was joined without a mark." }),
    negation: z.boolean().meta({
      description: "Whether a negative word (English only) was left out or added, or skipped at a gap inside its sentence.",
    }),
    turned: Turned.nullable().meta({ description: "`null` where there is no such word around the match." }),
    nested: z.boolean().meta({
      description: "Whether all of it is in quote marks inside the quote: the speaker quotes somebody else.",
    }),
    revision: MatchedRevision.nullable().meta({
      description:
        "The earlier text that has these words, where no present text has them as well; places and addresses are that text's. `null` for present texts.",
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
    difference: Difference.nullable().meta({
      description: "Of the best match: `spelling` when the words are the same but for how they are written.",
    }),
    revision: MatchedRevision.nullable().meta({
      description:
        "Of the best match: not `null` when the words stood in an earlier text of an article and no present one has them as well.",
    }),
    speaker: SpeakerAnswer,
    doubt: Doubt.nullable().meta({ description: "`null` unless `speaker` is `uncertain`." }),
    mentioned: Mentioned.nullable().meta({
      description: "`null` when the article does not name them, the words were not found or the request named no speaker.",
    }),
    asked: SpeakerRef.nullable().meta({ description: "The speaker in the request; `null` when it named none, or an unknown one." }),
    unknownSpeaker: z.string().nullable().meta({
      description:
        "The name in the request when no speaker of these articles has it; the words are checked nevertheless, and the name is compared with those recorded (title, initials, a surname alone, short forms of first names). Else `null`.",
    }),
    speakers: z
      .array(SpeakerRef)
      .meta({ description: "Who said it according to the best match; its passages say with which basis and confidence." }),
    matches: z.array(VerificationMatch).max(MAX_MATCHES).meta({ description: "The best match first." }),
    searched: z
      .strictObject({
        articleCount: z.int().min(0).meta({ description: "Articles that were searched for pieces of the claim." }),
        quoteCount: z.int().min(0).meta({ description: "Quotes of those articles." }),
        compared: z
          .int()
          .min(0)
          .meta({ description: "Articles that hold most of the pieces, and earlier texts of articles, compared word by word." }),
      })
      .meta({ description: "What the answer is based on." }),
  })
  .meta({ id: "Verification", description: "A claimed quote, checked against the recorded ones." });
export type Verification = Unaddressed<z.infer<typeof Verification>>;
