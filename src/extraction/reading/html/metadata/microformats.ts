import type { PageDocument, PageElement } from "../dom.ts";
import { shownText } from "../shown-text.ts";
import type { Fields } from "./linked-data.ts";

/** UTF-16 units. */
const MAX_NAME = 200;

/**
 * What classes of microformats say of the one entry of a page (microformats2, "h-entry"), by the names of schema.org; empty where a
 * page has none, or lists several. Medium exports posts so.
 */
export function readEntry(document: PageDocument): Fields {
  const [entry, another] = document.querySelectorAll(".h-entry");
  if (entry === undefined || another !== undefined) return {};
  const all = (selector: string): PageElement[] => [...entry.querySelectorAll(selector)];
  const said = (selector: string, attribute: string) => all(selector)[0]?.getAttribute(attribute) ?? undefined;
  const fields = {
    datePublished: said("time.dt-published", "datetime"),
    dateModified: said("time.dt-updated", "datetime"),
    url: said("a.p-canonical", "href") ?? said("a.u-url", "href"),
    author: all(".p-author").map((author) => shownText(author).slice(0, MAX_NAME)),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value.length > 0));
}
