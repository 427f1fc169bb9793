import { z } from "zod";

/** What extraction may say about a source beside its article, by code: each explained for those who read codes. */
export const NOTES = {
  encoding: "The bytes did not fit the declared encoding, or none was declared; the message names the one that was used.",
  "invalid-bytes": "Bytes that are not text in the encoding were replaced by U+FFFD.",
  "control-characters": "Control characters were dropped.",
  "lone-surrogates": "Escapes that name half a character were replaced by U+FFFD.",
  mojibake: "Character pairs suggest that the text was decoded wrongly before it came; they were kept.",
  "double-encoded": "Entities that the page shows as such were decoded.",
  "wrapped-lines": "Lines wrapped at a fixed width were joined into paragraphs.",
  "no-headline-line": "The source begins with a paragraph; its first sentence became the headline.",
  "headline-from-name": "Nothing in the source is a headline; the name of its file became the headline.",
  "front-matter": "The front matter is not quite of its format; it was read line by line.",
  metadata: "A value of the metadata was not understood and was left out.",
  "partial-page": "No article was found in the page, so all its text was read.",
  "language-without-rules": "There are no rules for the language of the text: marked words are quotes, and nobody is named for them.",
  "language-mismatch": "The text is said to be in one language, but its words are clearly in another, whose rules were followed.",
  "page-furniture": "Lines around the article, such as menus and links, were left out.",
} as const satisfies Record<string, string>;

export type NoteCode = keyof typeof NOTES;

/** Something that extraction replaced or found odd. */
export const Note = z
  .object({
    code: z.enum(Object.keys(NOTES) as [NoteCode, ...NoteCode[]]).meta({
      id: "NoteCode",
      description: [
        "Stable name of what was found. New ones may be added.",
        ...Object.entries(NOTES).map(([code, explanation]) => `- \`${code}\`: ${explanation}`),
      ].join("\n"),
      examples: ["invalid-bytes"],
      // A closed list would make every new note a breaking change.
      override: ({ jsonSchema }) => {
        delete jsonSchema.enum;
        jsonSchema["x-extensible-enum"] = Object.keys(NOTES);
      },
    }),
    message: z.string().meta({ description: "What was found in this source.", examples: [NOTES["invalid-bytes"]] }),
    count: z
      .int()
      .min(1)
      .meta({ description: "How often.", examples: [2] }),
  })
  .meta({ id: "Note", description: "Something that extraction replaced, left out or found odd in a source." });
export type Note = z.infer<typeof Note>;
