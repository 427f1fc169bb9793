import type { Form, RawBlock } from "../raw-document.ts";
import { MAX_BLOCK, tooLong } from "../unreadable-source.ts";
import { visibleText } from "../visible-text.ts";
import type { PageElement, PageNode } from "./page.ts";

const BLOCKS = new Set(
  "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const UNSEEN = new Set(
  "audio button canvas dialog embed form head iframe input link math meta nav noscript object script select style svg template textarea video".split(
    " ",
  ),
);
const FORMS = new Map<string, Form>(
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
    figcaption: "caption",
  }),
);
const CLASSES: [Form, RegExp][] = [
  ["standfirst", /(?:^|[\s_-])(?:standfirst|sub-?title|sub-?head(?:line)?|dek|deck|kicker-summary)(?:$|[\s_-])/i],
  ["byline", /(?:^|[\s_-])byline(?:$|[\s_-])/i],
  ["caption", /(?:^|[\s_-])(?:caption|photo-credit|image-credit)(?:$|[\s_-])/i],
];

/** The blocks of an element as visible text, in order, without places. The depth of the element is bounded before. */
export function pageBlocks(root: PageElement): RawBlock[] {
  const blocks: RawBlock[] = [];
  let open = "";
  const flush = (form: Form): void => {
    const text = visibleText(open.replace(/[ \t\n\f\r]+/g, " "));
    open = "";
    if (text.length > MAX_BLOCK) throw tooLong(text.length);
    if (text !== "") blocks.push({ text, form, place: null });
  };
  const walk = (node: PageNode, form: Form): void => {
    if (node.nodeType === 3) open += node.textContent ?? "";
    if (node.nodeType !== 1) return;
    const element = node as PageElement;
    const name = element.localName.toLowerCase();
    if (UNSEEN.has(name) || element.getAttribute("hidden") !== null) return;
    if (name === "br") {
      // Two breaks in a row separate paragraphs, one separates lines.
      if (/\n\s*$/.test(open.slice(-20))) flush(form);
      else open += "\n";
      return;
    }
    const isBlock = BLOCKS.has(name);
    const own = isBlock ? (FORMS.get(name) ?? formOfClass(element) ?? form) : form;
    if (isBlock) flush(form);
    for (let child = node.firstChild; child !== null; child = child.nextSibling) walk(child, own);
    if (isBlock) flush(own);
  };
  walk(root, "text");
  flush("text");
  return blocks;
}

/** The text of an element on one line, without what a browser does not show of it: scripts, styles. */
export function shownText(root: PageElement): string {
  const text = pageBlocks(root).map((block) => block.text);
  return text.join(" ").replace(/\s+/g, " ").trim();
}

function formOfClass(element: PageElement): Form | null {
  const classes = element.getAttribute("class");
  return classes === null ? null : (CLASSES.find(([, pattern]) => pattern.test(classes.slice(0, 500)))?.[0] ?? null);
}
