import type { Form } from "../../raw-document.ts";
import { isDocumentTitle, labelsOf, type PageElement, wordsOfLabels } from "../dom.ts";
import { shownText } from "../shown-text.ts";

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
/** UTF-16 units. */
const MAX_LINE = 80;
const AUTHOR = /(?:^|\s)(?:(?!\S*(?:comment|quote|related))[\w-]{1,40}[_-])?(?:byline|author)(?:-name)?(?:$|\s)/i;
const BY_CLASS: [Form, RegExp][] = [
  ["list-item", /(?:^|\s)Mso-List-Paragraph/],
  ["caption", /(?:^|\s)Mso-Caption(?=\s|$)/],
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
  if (isDocumentTitle(element)) return "heading";
  if (name === "p" && around === "paragraph" && isBoldLine(element)) return "text";
  const labels = wordsOfLabels(element);
  const form = labels === "" ? null : (BY_CLASS.find(([, pattern]) => pattern.test(labels))?.[0] ?? null);
  // The byline of a picture is its photographer's.
  return form === "byline" && around === "caption" ? null : form;
}

/** A short line all in bold may be a heading; a sentence is set large, or a question of an interview. */
function isBoldLine(element: PageElement): boolean {
  const bold = onlyChild(element);
  if (bold === null || !/^(?:b|strong)$/.test(bold.localName) || bold.querySelector("a, br, img") !== null) return false;
  const text = shownText(element);
  return text.length <= MAX_LINE && !/[.!?…:;,][”’"')]*$/u.test(text);
}

function onlyChild(element: PageElement): PageElement | null {
  let only: PageElement | null = null;
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3 && (node.textContent ?? "").trim() === "") continue;
    if (node.nodeType !== 1 || only !== null) return null;
    only = node as PageElement;
  }
  return only;
}
