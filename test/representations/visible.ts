import { parseHTML } from "linkedom";

/** The part of the DOM that tests read; the project is typed without the browser's library. */
export interface Root {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

export interface Element extends Root {
  localName: string;
  textContent: string | null;
  children: { length: number };
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
}

/** An HTML document or fragment as a tree. */
export function parsed(html: string): Root & { body: Element } {
  return parseHTML(html.startsWith("<!doctype") ? html : `<!doctype html><html><body>${html}</body></html>`).document;
}

/** Names of all elements, each once, sorted. */
export function elementNames(root: Root): string[] {
  return [...new Set([...root.querySelectorAll("*")].map((element) => element.localName))].sort();
}

/** Names of all attributes, each once, sorted. */
export function attributeNames(root: Root): string[] {
  return [...new Set([...root.querySelectorAll("*")].flatMap((element) => element.getAttributeNames()))].sort();
}

/** White space as it is shown: every run one space, none at the ends. */
export function collapsed(value: string | null): string {
  return (value ?? "").replace(/[\t\n\r ]+/g, " ").replace(/^ | $/g, "");
}
