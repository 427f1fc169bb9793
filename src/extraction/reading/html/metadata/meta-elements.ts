import type { PageDocument } from "../dom.ts";

/** More values of one name are not looked at: an article has no more tags. */
const MAX_VALUES = 50;

/** Values of all `<meta>` elements of some names, in the order of the names, then of the page. */
export type Meta = (...names: string[]) => string[];

/** Reads the `<meta>` elements of a page by `property`, `name`, `itemprop` or `http-equiv`, whatever their case. */
export function readMeta(document: PageDocument): Meta {
  const named = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta")) {
    const content = element.getAttribute("content")?.trim();
    if (!content) continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      for (const name of (element.getAttribute(attribute) ?? "").toLowerCase().split(/\s+/, 4)) {
        const values = named.get(name) ?? [];
        if (values.length < MAX_VALUES) named.set(name, [...values, content.slice(0, 2000)]);
      }
    }
  }
  return (...names) => names.flatMap((name) => named.get(name) ?? []);
}
