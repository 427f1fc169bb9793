import type { z } from "zod";
import type { Edits } from "../../article/corrections/edits.ts";

/** An edit as a file has it. */
export type WrittenEdit = z.input<typeof Edits>["edits"][number];
type Of<Op extends WrittenEdit["op"]> = Extract<WrittenEdit, { op: Op }>;
type Words = Of<"add">["segments"][number];
type Named = NonNullable<Of<"add">["speakers"]>[number];

/** A quote as the page has it; `at` is a UTF-16 index of the text. */
export interface EditedQuote {
  id: string;
  kind: Of<"add">["kind"];
  text: string;
  mention: { text: string; at: number } | null;
  speakers: Named[];
}
export interface EditedSpeaker {
  id: string;
  name: string;
  type: NonNullable<Named["type"]>;
}
export interface EditedArticle {
  quotes: EditedQuote[];
  speakers: EditedSpeaker[];
}

/** One choice: an edit, or a saved one that is taken back. */
export type Step = { edit: WrittenEdit; takeBack?: undefined } | { edit?: undefined; takeBack: WrittenEdit };

export function accepted(quote: EditedQuote, text: string): Of<"set"> | null;
export function spokenBy(quote: EditedQuote, speakers: Named[]): Of<"set">;
export function ofKind(quote: EditedQuote, kind: EditedQuote["kind"]): Of<"set">;
export function rejected(quote: EditedQuote, note: string): Of<"reject">;
export function added(kind: EditedQuote["kind"], segments: Words[], speakers: Named[]): Of<"add">;
export function renamed(speaker: EditedSpeaker, name: string, type: EditedSpeaker["type"]): Of<"set-speaker"> | null;
export function trimmed(text: string, start: number, end: number): { start: number; end: number } | null;
export function placesOf(text: string, words: string): number[];
export function placesTyped(text: string, typed: string): { start: number; end: number }[];
export function wordsAt(text: string, start: number, end: number): Words;
export function replaces(edit: WrittenEdit, earlier: WrittenEdit): boolean;
export function merged(saved: WrittenEdit[], steps: Step[]): WrittenEdit[];
export function isStale(step: Step, article: EditedArticle): boolean;
export function described(edit: WrittenEdit, article: EditedArticle): string;
export function namesOf(speakers: { name: string }[]): string;
export function nameQuery(typed: string): string;
export function complaintsAbout(
  edits: WrittenEdit[],
  refusal: { detail: string; errors: { name: string; message: string }[] },
  article: EditedArticle,
): string[];
