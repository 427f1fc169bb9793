import type { Form } from "../raw-document.ts";
import { labelsOf, type PageElement } from "./page.ts";

const BY_NAME = new Map<string, Form>(
  Object.entries({
    h1: "heading",
    h2: "heading",
    h3: "heading",
    h4: "heading",
    h5: "heading",
    h6: "heading",
    li: "list-item",
    dt: "list-item",
    dd: "list-item",
    tr: "list-item",
    figcaption: "caption",
    figure: "caption",
  }),
);
const AUTHOR = /(?:^|\s)(?:byline|author)(?:-name)?(?:$|\s)/i;
const BY_CLASS: [Form, RegExp][] = [
  ["standfirst", /(?:^|[\s_-])(?:standfirst|sub-?title|sub-?head(?:line)?|dek|deck|kicker-summary)(?:$|[\s_-])/i],
  ["byline", /(?:^|[\s_-])byline(?:$|[\s_-])/i],
  [
    "caption",
    /(?:^|[\s_-])(?:(?:wp-)?caption(?:-?text)?|(?:\w*-)?(?:photo|image|img|media|picture|thumbnail|embed)-?(?:credit|caption)s?)(?:$|[\s_-])/i,
  ],
];

/** What an element's name and classes say of the words in it; `null` when they say nothing new. */
export function formOf(element: PageElement, name: string, around: Form): Form | null {
  // A figure may hold a table or a quotation: only of a picture is all in it a caption.
  if (name === "figure" && element.querySelector("blockquote, table, pre, h2, h3") !== null) return null;
  // A list of the authors is their byline.
  if (name === "li" && (around === "byline" || AUTHOR.test(labelsOf(element)))) return "byline";
  const named = BY_NAME.get(name);
  if (named !== undefined) return named;
  const labels = labelsOf(element).replace(/([a-z])([A-Z])/g, "$1-$2");
  return labels === "" ? null : (BY_CLASS.find(([, pattern]) => pattern.test(labels))?.[0] ?? null);
}
