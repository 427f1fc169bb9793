import { z } from "zod";
import { PRECISION } from "./precision.ts";

/**
 * The content model. Each schema defines its type, the shape of data files and a component of the OpenAPI document.
 * Schema and type share one name.
 */

/** A place in the text of one article revision. Units: Unicode code points; half open, so `end - start` is the length. */
const start = z
  .int()
  .min(0)
  .meta({ description: "First code point of the span, counted from 0.", examples: [1024] });
const end = z
  .int()
  .min(0)
  .meta({ description: "One past the last code point of the span.", examples: [1058] });
const text = z.string().min(1).meta({ description: "The words of the span, exactly as in the text." });

// Letters of every script are checked here and described in words: a pattern with `\p{L}` does not compile in Python, Go and
// most tools that read JSON Schema.
const SLUG = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{M}\p{N}]+)*$/u;
const SECTION_ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u;

export const Slug = z
  .string()
  .min(1)
  .max(220)
  .refine((slug) => SLUG.test(slug), "must be letters and digits, joined by single hyphens")
  .meta({
    description: "Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.",
    examples: ["russia-seeks-good-relations-with-taliban-as-us-troops-exit"],
  });

export const QuoteId = z
  .string()
  .regex(/^[0-9a-z]{4,32}$/)
  .meta({ description: "Assigned once and never reused.", examples: ["4phdknnwpm"] });

export const SpeakerId = z
  .string()
  .regex(/^[^\s/?#%]+$/u, 'must not have white space, "/", "?", "#" or "%"')
  .max(400)
  // In a URL, clients resolve them as this folder and the one above (RFC 3986, section 5.2.4).
  .refine((id) => id !== "." && id !== "..", 'must not be "." or ".."')
  .meta({
    description:
      'The slug of the speaker\'s canonical name, Latin letters without their accents. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.',
    examples: ["zamir-kabulov"],
  });

const ParagraphId = z
  .string()
  .regex(/^p[1-9][0-9]*$/)
  .meta({ description: "Number of the paragraph: `p1` is the first. Holds for one revision.", examples: ["p2"] });

export const SectionId = z
  .string()
  .min(1)
  .refine((id) => SECTION_ID.test(id), "must be letters, digits and hyphens, and begin with a letter or digit")
  .meta({
    description: "`lead` for the paragraphs before the first heading, else the slug of the heading.",
    examples: ["lead"],
  });

export const Revision = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "must be 64 digits of a SHA-256 in lower case (0-9, a-f)")
  .meta({
    description: "SHA-256 of the article's text in UTF-8. Spans hold for this revision only.",
    examples: ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
  });

/** A calendar day or a UTC instant to the second: as precise as the source, not more. */
const day = /\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/;
const time = /T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ/;
const Moment = z
  .string()
  .regex(new RegExp(`^${day.source}(?:${time.source})?$`), "must be a day (2020-03-06) or an instant in UTC (2020-03-06T09:30:00Z)")
  .meta({
    description: "A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.",
    examples: ["2020-03-06T09:30:00Z"],
  });
export const Instant = z
  .string()
  .regex(new RegExp(`^${day.source}${time.source}$`))
  .meta({ description: "An instant in UTC, to the second.", examples: ["2026-11-22T12:00:00Z"] });

/** Whether the day exists: the pattern accepts a 31st of any month. */
function isInCalendar(moment: string): boolean {
  const date = moment.slice(0, 10);
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
const NOT_A_DATE = "is not a calendar date";

export const Span = z
  .strictObject({ text, start, end })
  .meta({ id: "Span", description: "A place in the text, in Unicode code points, half open, with its words." });
export type Span = z.infer<typeof Span>;

const Dateline = z
  .strictObject({
    text,
    start,
    end,
    agency: z
      .string()
      .min(1)
      .nullable()
      .meta({ description: "News agency it names.", examples: ["Bloomberg"] }),
    place: z
      .string()
      .min(1)
      .nullable()
      .meta({ description: "Place it names.", examples: ["MOSCOW"] }),
    date: z
      .string()
      .min(1)
      .nullable()
      .meta({ description: "Date it names, as written.", examples: ["March 6"] }),
  })
  .meta({ id: "Dateline", description: "Agency, place and date at the start of the first paragraph, whose text includes them." });

export const ParagraphRole = z.enum(["body", "standfirst", "list-item", "caption", "note"]).meta({
  id: "ParagraphRole",
  description:
    "`body` is running text; `standfirst` the summary under the headline; `list-item` an item of a list; `caption` belongs to a picture; `note` is an editor's note or a correction.",
});
export type ParagraphRole = z.infer<typeof ParagraphRole>;

export const Paragraph = z
  .strictObject({
    id: ParagraphId,
    role: ParagraphRole,
    text,
    start,
    end,
    quotes: z.array(QuoteId).meta({ description: "Ids of the quotes with a segment in this paragraph, in order." }),
  })
  .meta({ id: "Paragraph", description: "One paragraph and the ids of its quotes." });
export type Paragraph = z.infer<typeof Paragraph>;

export const Section = z
  .strictObject({
    id: SectionId,
    heading: Span.nullable().meta({ description: "`null` for the lead." }),
    paragraphs: z.array(Paragraph).meta({ description: "In the order of the text." }),
  })
  .meta({ id: "Section", description: "A run of paragraphs under one heading; the first, `lead`, has none." });
export type Section = z.infer<typeof Section>;

export const Segment = z.strictObject({ paragraph: ParagraphId, text, start, end }).meta({
  id: "Segment",
  description:
    "One quoted span: everything inside the marks, closing punctuation included, the marks excluded. For an indirect quote the reported clause.",
});
export type Segment = z.infer<typeof Segment>;

export const QuoteKind = z.enum(["direct", "mixed", "indirect"]).meta({
  id: "QuoteKind",
  description:
    "`direct`: outside the marks only attribution remains. `mixed`: marked words inside a sentence the reporter composed. `indirect`: nothing marked, a reported clause.",
});
export type QuoteKind = z.infer<typeof QuoteKind>;

export const Basis = z.enum(["name", "role", "pronoun", "continued", "editor"]).meta({
  id: "Basis",
  description:
    'What the attribution is based on: a name beside the cue, a role ("the Russian envoy"), a pronoun, a quote that this one continues, or an editor.',
});
export type Basis = z.infer<typeof Basis>;

export const Confidence = z.enum(["high", "medium", "low"]).meta({
  id: "Confidence",
  description: `How sure the attribution is. Measured on news articles, the words taken for the speaker were right in ${PRECISION.high} % (\`high\`), ${PRECISION.medium} % (\`medium\`) and ${PRECISION.low} % (\`low\`) of the quotes.`,
});
export type Confidence = z.infer<typeof Confidence>;

export const SpeakerRef = z
  .strictObject({
    id: SpeakerId,
    name: z
      .string()
      .min(1)
      .meta({ description: "Canonical name.", examples: ["Zamir Kabulov"] }),
  })
  .meta({ id: "SpeakerRef", description: "A speaker by id and canonical name." });
export type SpeakerRef = z.infer<typeof SpeakerRef>;

export const Attribution = z
  .strictObject({
    speakers: z.array(SpeakerRef).meta({ description: "Who said it: one entry per speaker, none when nobody is named." }),
    mention: Span.nullable().meta({ description: 'The words that name the speaker there: "the Russian envoy", "he".' }),
    cue: Span.nullable().meta({ description: 'The words that report the speech: "said", "according to".' }),
    basis: Basis.nullable().meta({ description: "`null` when the text names nobody for this quote." }),
    confidence: Confidence.nullable().meta({ description: "`null` when the text names nobody for this quote." }),
  })
  .meta({ id: "Attribution", description: "Who said it, and how the reporter says so." });

export const Quote = z
  .strictObject({
    id: QuoteId,
    aliases: z.array(QuoteId).meta({ description: "Ids this quote had before; they redirect here." }),
    kind: QuoteKind,
    text: z.string().min(1).meta({ description: "For display: the segments joined by ` … `. Only the segments are evidence." }),
    segments: z.array(Segment).min(1).meta({ description: "The quoted spans, in the order of the text: the evidence." }),
    attribution: Attribution,
  })
  .meta({ id: "ExtractedQuote", description: "One act of speech: its segments, who said it, and how the reporter says so." });
export type Quote = z.infer<typeof Quote>;

export const SpeakerType = z
  .enum(["person", "organisation", "place", "group", "document"])
  .meta({ id: "SpeakerType", description: 'What kind of speaker: "Moscow" is a place, "police" a group, "the report" a document.' });
export type SpeakerType = z.infer<typeof SpeakerType>;

export const Speaker = z
  .strictObject({
    id: SpeakerId,
    name: z
      .string()
      .min(1)
      .meta({ description: "Canonical name.", examples: ["Zamir Kabulov"] }),
    type: SpeakerType,
    descriptions: z.array(Span).meta({ description: 'How this article describes the speaker ("the Russian envoy").' }),
    mentions: z.array(Span).meta({ description: "All places where the article names the speaker beside a quote." }),
  })
  .meta({ id: "ExtractedSpeaker", description: "Somebody who is quoted in this article." });
export type Speaker = z.infer<typeof Speaker>;

export const Echo = z
  .strictObject({
    text,
    start,
    end,
    quoteId: QuoteId.nullable().meta({ description: "Id of the quote of the body whose words it repeats, if there is one." }),
    match: z
      .enum(["exact", "altered"])
      .nullable()
      .meta({ description: "`exact` when the quote holds the same words in the same order (case, marks and dashes aside)." }),
  })
  .meta({ id: "Echo", description: "Words in quote marks in the headline or a heading. Not a quote, and not evidence of one." });
export type Echo = z.infer<typeof Echo>;

export const CreditRole = z.enum(["author", "contributor", "reporter", "editor", "photographer", "translator"]).meta({
  id: "CreditRole",
  description: "`author`: byline; `contributor`: assistance; `reporter` and `editor`: contact lines.",
});
export type CreditRole = z.infer<typeof CreditRole>;

export const Credit = z
  .strictObject({
    role: CreditRole,
    name: z
      .string()
      .min(1)
      .meta({ description: "The person's name.", examples: ["Isolde Brannock"] }),
    place: z.string().min(1).nullable().meta({ description: "Where the line says the person is; `null` where it does not." }),
    email: z.string().min(3).nullable().meta({ description: "Mail address in the line; `null` without one." }),
    text: z.string().min(1).meta({ description: "The whole credit line; people named in one line share it." }),
    start,
    end,
  })
  .meta({ id: "Credit", description: "One person of the byline, the assistance line or a contact line." });
export type Credit = z.infer<typeof Credit>;

export const Rights = z
  .strictObject({
    notice: Span.nullable().meta({ description: "The rights line of the text." }),
    holder: z
      .string()
      .min(1)
      .nullable()
      .meta({ description: "Who the notice says holds the rights.", examples: ["Bloomberg L.P."] }),
    year: z
      .int()
      .min(1400)
      .max(9999)
      .nullable()
      .meta({ description: "Year of the notice.", examples: [2020] }),
    licence: z
      .string()
      .min(1)
      .nullable()
      .meta({ description: "Licence the source names, if any.", examples: ["CC0 1.0"] }),
  })
  .meta({ id: "Rights", description: "Who holds the rights to the text. Every representation includes them." });
export type Rights = z.infer<typeof Rights>;

export const Omission = z
  .strictObject({
    text: z.string().min(1).meta({ description: "What was left out, as it stands in the raw file." }),
    reason: z
      .enum(["advertisement", "repeated-headline", "share", "newsletter", "related", "navigation", "markup", "metadata"])
      .meta({ description: "What kind of furniture it is." }),
    start: z.int().min(0).meta({ description: "Its first code point in the decoded raw file, counted from 0." }),
    end: z.int().min(0).meta({ description: "One past its last code point." }),
  })
  .meta({ id: "Omission", description: "Furniture left out of the text. Offsets are code points of the decoded raw file." });
export type Omission = z.infer<typeof Omission>;

export const Language = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/, "must be a BCP 47 language tag such as en or pt-BR")
  .meta({ description: "BCP 47 language tag.", examples: ["en"] });

export const Publisher = z
  .string()
  .regex(/\S/, "must not be blank")
  .meta({ description: "The outlet as its own pages name it; else the agency of the dateline.", examples: ["The Skerrow Post"] });

const SourceUrl = z.url({ protocol: /^https?$/ }).meta({ description: "Address at which the article was published." });

/** What whoever imported an article said of it, by a flag or in a row. Kept, since its raw file alone does not say it. */
export const Given = z
  .strictObject({ language: Language, publishedAt: Moment, updatedAt: Moment, sourceUrl: SourceUrl, publisher: Publisher })
  .partial()
  .meta({
    id: "Given",
    description: "What was said of the article when it was imported. It takes precedence over what the raw file says.",
  });
export type Given = z.infer<typeof Given>;

export const Source = z
  .strictObject({
    mediaType: z.enum(["text/plain", "text/markdown", "text/html"]).meta({ description: "What the raw file was read as." }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: "SHA-256 of the raw file's bytes." }),
    bytes: z.int().min(0).meta({ description: "Size of the raw file in bytes." }),
    omitted: z.array(Omission).meta({ description: "What is not part of the article, in the order of the raw file." }),
    given: Given.optional(),
    image: SourceUrl.optional().meta({
      description: "Address of the picture it gives for the article; left out when it gives none.",
      examples: ["https://news.example/2020/03/06/story.jpg"],
    }),
    categories: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .meta({
        description: "Sections, categories and tags that it gives the article, as they stand; left out when it gives none.",
        examples: [["World", "Diplomacy"]],
      }),
  })
  .meta({ id: "Source", description: "The raw file the article came from and what import left out of it." });
export type Source = z.infer<typeof Source>;

/** Answers always have the field; only article files of before it may leave it out. */
const withoutDefault = ({ jsonSchema }: { jsonSchema: { default?: unknown } }): void => {
  delete jsonSchema.default;
};

export const Article = z
  .strictObject({
    slug: Slug,
    aliases: z.array(Slug).meta({ description: "Slugs this article had before; they redirect here." }),
    revision: Revision,
    language: Language.nullable(),
    publishedAt: Moment.refine(isInCalendar, NOT_A_DATE).nullable(),
    updatedAt: Moment.refine(isInCalendar, NOT_A_DATE).nullable(),
    importedAt: Instant.refine(isInCalendar, NOT_A_DATE),
    modifiedAt: Instant.refine(isInCalendar, NOT_A_DATE)
      .nullable()
      .default(null)
      .meta({
        description:
          "When what is served of the article last changed: its text, what is known of it, an editor's corrections, or the names of its speakers. Kept by the server; `null` for an article that is not served.",
        examples: ["2026-11-22T12:00:00Z"],
        override: withoutDefault,
      }),
    sourceUrl: SourceUrl.nullable().meta({
      description: "Address at which the article was published; `null` when it is not known.",
      examples: ["https://news.example/2020/03/06/story"],
    }),
    publisher: Publisher.nullable().default(null).meta({ override: withoutDefault }),
    headline: Span,
    dateline: Dateline.nullable(),
    sections: z
      .array(Section)
      .min(1)
      .meta({ description: "The text between headline and credits, in order. The first section is the lead." }),
    quotes: z.array(Quote).meta({ description: "In the order of the text." }),
    removedQuotes: z.array(QuoteId).meta({ description: "Ids of quotes this article once had; they answer 410." }),
    speakers: z.array(Speaker).meta({ description: "Everyone whom the article quotes." }),
    echoes: z.array(Echo).meta({ description: "Words in quote marks in the headline and the headings, in order." }),
    credits: z.array(Credit).meta({ description: "Who is credited, in the order of the text." }),
    rights: Rights,
    source: Source,
    wordCount: z.int().min(0).meta({ description: "Number of words in the paragraphs." }),
  })
  .meta({ description: "A news article as data." });
export type Article = z.infer<typeof Article>;
