import { escapeHtml } from "./exported.ts";
import type { XmlElement } from "./xml.ts";

/** Elements without an end in HTML. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const NAME = /^[a-z][a-z0-9-]*$/i;

/** What is in an element of XML, written as HTML. @param rename the name of an element in HTML; `null` leaves the element out, not its words */
export function htmlInside(element: XmlElement, rename: (element: XmlElement) => string | null = ownName): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return escapeHtml(child);
      const name = rename(child);
      const inside = htmlInside(child, rename);
      if (name === null || !NAME.test(name)) return inside;
      const attributes = Object.entries(child.attributes).filter(([attribute]) => NAME.test(attribute) && attribute !== "xmlns");
      const opening = `<${[name, ...attributes.map(([attribute, value]) => `${attribute}="${escapeHtml(value)}"`)].join(" ")}>`;
      return VOID.has(name) ? opening : `${opening}${inside}</${name}>`;
    })
    .join("");
}

function ownName({ name }: XmlElement): string {
  return name.replace(/^xhtml:/, "");
}
