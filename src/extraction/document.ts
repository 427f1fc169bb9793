import type { z } from "zod";
import type { CreditRole, Language, ParagraphRole } from "../article/model/schema.ts";

/*
 * What the two halves of extraction share. Reading (furniture, headline, headings, paragraphs, credits, rights) turns a
 * raw file into a Document; annotation (marks, quotes, cues, mentions, speakers) finds who says what in it.
 */

/**
 * A stretch of `Document.text` in UTF-16 indices, half open. Spans of an article are in code points: ranges become spans
 * when the article is assembled.
 */
export interface TextRange {
  start: number;
  end: number;
}

/** What the markup of a page says of a paragraph beyond its words; plain text says nothing. */
export interface Markup {
  /**
   * `quotation`: a block quotation or an embedded post; `attribution`: the line below it that names who said it; `code`: a
   * block of code, whose marks quote nobody.
   */
  markup?: "quotation" | "attribution" | "code";
}

/** A stretch of the text and what it is in the article. */
export interface Block extends TextRange, Markup {
  kind: "headline" | "heading" | "paragraph" | "credit" | "rights";
  /** What a paragraph is; `body` for every other kind. */
  role: ParagraphRole;
}

/** One person a credit line names, with the range of that line. */
export interface ReadCredit extends TextRange {
  role: CreditRole;
  name: string;
  place: string | null;
  email: string | null;
}

/** What a raw file says about itself: front matter, meta tags, JSON-LD. `null` where it says nothing. */
export interface Metadata {
  language: z.infer<typeof Language> | null;
  publishedAt: string | null;
  updatedAt: string | null;
  sourceUrl: string | null;
  /** The outlet, as its own pages name it. */
  publisher: string | null;
  /** Address of the picture it gives for the article. */
  image: string | null;
  /** Its sections, categories and tags. */
  categories: string[];
}

/** The normalised text, its blocks in order (each separated from the next by exactly one blank line), and what they hold. */
export interface Document {
  text: string;
  blocks: Block[];
}

/** A quote, its speakers and what its attribution rests on; `null` where nothing is known. */
export interface FoundQuote {
  kind: "direct" | "mixed" | "indirect";
  segments: TextRange[];
  /** Indices into `Annotation.speakers`. */
  speakers: number[];
  mention: TextRange | null;
  cue: TextRange | null;
  basis: "name" | "role" | "pronoun" | "continued" | null;
  confidence: "high" | "medium" | "low" | null;
}

/** Somebody or something that is quoted, with every mention that a quote is attributed by. */
export interface FoundSpeaker {
  /** Canonical name: the fullest form the text gives, without titles and honorifics. */
  name: string;
  type: "person" | "organisation" | "place" | "group" | "document";
  /** Whether the name is known beyond this article (a full personal name, a named organisation or place). */
  shared: boolean;
  descriptions: TextRange[];
  mentions: TextRange[];
}

/** Quotes in the order of their first segment, and everybody who is quoted. */
export interface Annotation {
  quotes: FoundQuote[];
  speakers: FoundSpeaker[];
}
