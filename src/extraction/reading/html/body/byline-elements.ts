import { type PageElement, wordsOfLabels } from "../dom.ts";

/** `rel`, `itemprop` and class names that sites of all kinds give to the author or the date of an article. */
const AUTHOR =
  /(?:^|[\s_-])(?:by-?lines?|authors?|autor(?:es|en)?|auteurs?|autore|firma|author-?name|written-?by|post-?author|contributors?|reporter)(?=$|[\s_-])/i;
/** Where sites have the pages of their authors. */
const AUTHOR_PAGE =
  /^(?:https?:\/\/[^/]{1,80})?\/(?:[\w-]{1,30}\/)?(?:authors?|autor(?:es|en)?|auteurs?|autori?|by|staff|journalists?|reporters?)\/[^/?#]/;
const NO_AUTHOR = /comment|quote|related|recommend|avatar|social|share|bio(?:$|[\s_-])|twitter|email|promo|(?:^|[\s_-])card/i;
const DATE =
  /(?:^|[\s_-])(?:date|dates|datum|fecha|time-?stamp|published?|pub-?date|post-?date|entry-?date|date-?time|dateline|posted-?on|updated)(?=$|[\s_-])/i;

/** Whether an element names an author or a date of the article. */
export function isAuthorOrDate(element: PageElement, name: string): boolean {
  return isAuthor(element, name) || isDate(element, name) || isAuthorLink(element, name);
}

/** Whether an element names an author, by `rel`, `itemprop`, its name or its classes. */
export function isAuthor(element: PageElement, name: string): boolean {
  if (hasToken(element, "rel", "author") || hasToken(element, "itemprop", "author") || hasToken(element, "itemprop", "creator"))
    return true;
  return name === "address" || (AUTHOR.test(wordsOfLabels(element)) && !NO_AUTHOR.test(wordsOfLabels(element)));
}

/** Whether an element is a link to the page of an author. Links to other articles stand beside such, too. */
export function isAuthorLink(element: PageElement, name: string): boolean {
  return name === "a" && AUTHOR_PAGE.test(element.getAttribute("href") ?? "");
}

/** Whether an element names a date, by its name, `itemprop` or its classes. */
export function isDate(element: PageElement, name: string): boolean {
  return (
    name === "time" ||
    /^date(?:Published|Created|Modified)$/.test(element.getAttribute("itemprop") ?? "") ||
    DATE.test(wordsOfLabels(element))
  );
}

/** Whether an attribute that lists words has one of them: `rel="author nofollow"`. */
export function hasToken(element: PageElement, attribute: string, token: string): boolean {
  return (element.getAttribute(attribute) ?? "").split(/\s+/, 5).includes(token);
}
