import { annotate } from "../annotate.ts";
import type { Annotation, Document } from "../document.ts";

/**
 * What finds the quotes and speakers of a document, by the primary subtag of its language. Another language: its folder
 * beside `en`, and its line here.
 */
const RULES = new Map<string, (document: Document) => Annotation>([["en", annotate]]);

/** The rules for a language; `null` where there are none. @param language a tag of BCP 47 */
export function rulesFor(language: string): ((document: Document) => Annotation) | null {
  return RULES.get(primarySubtag(language)) ?? null;
}

/** `pt` of `pt-BR`. */
export function primarySubtag(language: string): string {
  return language.split("-", 1)[0]?.toLowerCase() ?? "";
}
