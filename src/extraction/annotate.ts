import type { Annotation, Document } from "./document.ts";

export function annotate(_document: Document): Annotation {
  return { quotes: [], speakers: [] };
}
