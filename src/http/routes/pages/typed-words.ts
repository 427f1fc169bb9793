import { z } from "zod";
import type { Words } from "../../../article/words/query.ts";
import { wordsOf } from "../../requests/filters.ts";

/**
 * The words a reader types into a form. Unlike an API call, a page takes unknown parameters and cuts what is too long: links
 * that people share gather such things ("utm_source").
 */
export const typedWords = z
  .string()
  .max(200)
  .optional()
  .catch((context) => String(context.input).slice(0, 200));

/** What to look for; words without a letter or digit filter nothing. */
export function wordsTyped(q: string | undefined): Words | undefined {
  const words = wordsOf(q);
  return words?.all.length === 0 ? undefined : words;
}
