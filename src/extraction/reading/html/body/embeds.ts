import type { Markup } from "../../../document.ts";
import { labelsOf, type PageElement, wordsOfLabels } from "../dom.ts";

type Said = Markup["markup"] | undefined;

/** Posts of other sites inside an article, by the classes their embed codes give them. */
const POST =
  /(?:^|\s)(?:twitter-(?:tweet|video)|tweet|(?:embed-)?tweet-embed|instagram-media|fb-post|tiktok-embed|reddit-embed(?:-bq)?|reddit-card|bluesky-embed|mastodon-embed|text-post-media|telegram-post)(?=\s|$)/i;
/** What stands behind one has "after--pullquote" in its class. */
const PULL_QUOTE = /(?:^|[\s_-])(?<!(?:after|before)[_-]{1,2})(?:pull-?quotes?|pull-?out-?quotes?)(?=$|[\s_-])/i;
/** "— Ada Quill (@quill) May 3, 2024". */
const DASHED = /^(?:[—–―]|--?\s)\s*\p{L}/u;
const MAX_ATTRIBUTION = 200;

/** Whether an element is an embedded post of another site. */
export function isPost(element: PageElement): boolean {
  return POST.test(labelsOf(element));
}

/** Whether an element shows words of the text again in large type. */
export function isPullQuote(element: PageElement): boolean {
  return PULL_QUOTE.test(wordsOfLabels(element));
}

/** What an element says of the words in it: a quotation, the line in a quotation that names who said it, or code. */
export function saidBy(element: PageElement, name: string, around: Said): Said {
  if (around === "attribution" || around === "code") return around;
  if (name === "pre" && element.querySelector("code") !== null) return "code";
  if (name === "figcaption" && around === undefined) return isOfQuotation(element) ? "attribution" : undefined;
  if (around === undefined) return name === "blockquote" || isPost(element) ? "quotation" : undefined;
  if (name === "footer" || name === "figcaption" || name === "cite") return "attribution";
  return /(?:^|[\s_-])(?:attribution|cite|citation|source|credit|author)(?:$|[\s_-])/i.test(labelsOf(element)) ? "attribution" : around;
}

/** Whether a block that ends a quotation names who said it. */
export function isDashed(text: string): boolean {
  return text.length <= MAX_ATTRIBUTION && DASHED.test(text);
}

/** The caption of a quotation names who is quoted. */
function isOfQuotation(caption: PageElement): boolean {
  for (let node = caption.parentNode?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1 && (node as PageElement).localName === "blockquote") return true;
  }
  return false;
}
