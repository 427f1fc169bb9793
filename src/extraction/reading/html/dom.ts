/** The little of the DOM that reading a page needs; the project's types know no browser. */
export interface PageNode {
  /** 1 for elements, 3 for text. */
  nodeType: number;
  textContent: string | null;
  parentNode: PageNode | null;
  firstChild: PageNode | null;
  nextSibling: PageNode | null;
  insertBefore(node: PageNode, before: PageNode | null): unknown;
}

/** An element; names of elements may be in any case. */
export interface PageElement extends PageNode {
  localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** A parsed page. */
export interface PageDocument {
  documentElement: PageElement | null;
  body: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  createElement(name: string): PageElement;
  cloneNode(deep: boolean): PageDocument;
}

/** Class and id of an element, for word tests; hostile ones are cut. */
export function labelsOf(element: PageElement): string {
  const labels = [element.getAttribute("class"), element.getAttribute("id")].filter((label) => label !== null);
  return labels.join(" ").slice(0, 500);
}

/** Class and id of an element with a hyphen between the words of a name: `authorName` is `author-Name`. */
export function wordsOfLabels(element: PageElement): string {
  return hyphenated(labelsOf(element));
}

/** The title of a document of a word processor, which is no heading to HTML. */
export function isDocumentTitle(element: PageElement): boolean {
  return element.localName.toLowerCase() === "p" && /(?:^|\s)(?:MsoTitle|title)(?=\s|$)/.test(labelsOf(element));
}

/** Labels with a hyphen between the words of a name. */
export function hyphenated(labels: string): string {
  return labels.replace(/([a-z])([A-Z])/g, "$1-$2");
}
