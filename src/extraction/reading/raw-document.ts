import type { z } from "zod";
import type { Omission } from "../../article/model/schema.ts";
import type { Markup, Metadata, TextRange } from "../document.ts";
import type { Note } from "./notes.ts";

/**
 * What the markup of the input says a block is; plain text says nothing but `text` and `list-item`. A `paragraph` is known
 * to be one: a line that only looks like a heading is `text`.
 */
export type Form = "text" | "paragraph" | "title" | "heading" | "standfirst" | "byline" | "list-item" | "caption" | "note";

/** A block as the reader of one input format finds it: visible text on one line, well-formed, trimmed, not empty. */
export interface RawBlock extends Markup {
  text: string;
  form: Form;
  /** The authors that a byline names, where its markup or the metadata tells them. */
  authors?: string[];
  /** Where it stands in the decoded file, in UTF-16 indices; `null` where markup hides the exact place. */
  place: TextRange | null;
}

/** Why something was left out. */
export type Reason = z.infer<typeof Omission>["reason"];

/** Whether a block is running text, as far as its markup says. */
export function isText({ form }: RawBlock): boolean {
  return form === "text" || form === "paragraph";
}

/** Something left out; `place` in UTF-16 indices of the decoded file. */
export interface RawOmission {
  reason: Reason;
  place: TextRange;
}

/** What the reader of one input format hands on. */
export interface RawDocument {
  blocks: RawBlock[];
  omitted: RawOmission[];
  metadata: Metadata & { title: string | null; authors: string[]; rights: string | null; licence: string | null };
  notes: Note[];
}

/** Metadata of a file that says nothing about itself. */
export const NO_METADATA: RawDocument["metadata"] = {
  language: null,
  publishedAt: null,
  updatedAt: null,
  sourceUrl: null,
  publisher: null,
  image: null,
  categories: [],
  title: null,
  authors: [],
  rights: null,
  licence: null,
};
