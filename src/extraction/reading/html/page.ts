/** The little of the DOM that reading a page needs; the project's types know no browser. */
export interface PageNode {
  /** 1 for elements, 3 for text. */
  nodeType: number;
  textContent: string | null;
  parentNode: PageNode | null;
  firstChild: PageNode | null;
  nextSibling: PageNode | null;
}

export interface PageElement extends PageNode {
  localName: string;
  getAttribute(name: string): string | null;
}

export interface PageDocument {
  documentElement: PageElement | null;
  body: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
