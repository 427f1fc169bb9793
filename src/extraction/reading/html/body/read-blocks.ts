import type { Markup } from "../../../document.ts";
import { readByline } from "../../parts/credits/read-credits.ts";
import { readLineDates } from "../../parts/dates/line-dates.ts";
import type { Form } from "../../raw-document.ts";
import { MAX_BLOCK, tooLong } from "../../unreadable-source.ts";
import { visibleText } from "../../visible-text.ts";
import type { PageElement, PageNode } from "../dom.ts";
import type { Labelled, PageBlock, PageBlocks, Region } from "../page-blocks.ts";
import { shownText } from "../shown-text.ts";
import { isAuthorOrDate } from "./byline-elements.ts";
import { isDashed, isPost, isPullQuote, saidBy } from "./embeds.ts";
import { formOf } from "./forms.ts";
import { furnitureOf } from "./furniture-elements.ts";

const BLOCKS = new Set(
  "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const UNSEEN = new Set(
  "audio button canvas dialog embed head iframe input link math meta noscript object script select style svg template textarea video".split(
    " ",
  ),
);

/** A longer row is not a row of data. UTF-16 units. */
const MAX_ROW = 600;
/** A longer line is not a byline or a date. UTF-16 units. */
const MAX_LINE = 120;
/** More bylines and dates are not looked at: those of the article come first. */
const MAX_LABELLED = 500;

/** What holds for all words inside an element. */
interface Scope {
  form: Form;
  markup: Markup["markup"] | undefined;
  region: number;
  isLink: boolean;
  /** In a row of a table, which is one line: the names and figures in it belong together. */
  isRow: boolean;
  quotes: number;
}

/** The blocks of an element as visible text, in order, without places. The depth of the element is bounded before. */
export function readBlocks(root: PageElement): PageBlocks {
  const walk = new Walk();
  walk.enter(root, { form: "paragraph", markup: undefined, region: -1, isLink: false, isRow: false, quotes: 0 }, null);
  return { blocks: walk.blocks, regions: walk.regions, labelled: walk.labelled };
}

class Walk {
  readonly blocks: PageBlock[] = [];
  readonly regions: Region[] = [];
  readonly labelled: Labelled[] = [];
  /** The block that is being read: its text, how much of it is links, where it begins. */
  #open = "";
  #linked = 0;
  /** The last letters that were read, and what begins behind them. */
  #tail = "";
  #edge: "named" | "styled" | null = null;
  /** Where the line begins that is being read, behind the last break. */
  #line = 0;
  #first: PageNode | null = null;

  /** Reads what is inside an element as blocks of their own. */
  enter(element: PageElement, scope: Scope, furniture: Region["furniture"]): void {
    const inner = { ...scope, region: this.regions.push({ parent: scope.region, element, furniture }) - 1 };
    this.#children(element, inner);
    this.#flush(inner);
  }

  #children(element: PageNode, scope: Scope): void {
    for (let child = element.firstChild; child !== null; child = child.nextSibling) this.#node(child, scope);
  }

  #node(node: PageNode, scope: Scope): void {
    if (node.nodeType === 3) this.#add(node, scope);
    if (node.nodeType !== 1) return;
    const element = node as PageElement;
    const name = element.localName.toLowerCase();
    if (UNSEEN.has(name) || isHidden(element)) return;
    if (this.labelled.length < MAX_LABELLED && isAuthorOrDate(element, name))
      this.labelled.push({ element, at: this.blocks.length, region: scope.region });
    const markup = saidBy(element, name, scope.markup);
    if (name === "br") this.#break(scope);
    else if (scope.isRow) this.#cell(element, name, scope);
    else if (BLOCKS.has(name) || name === "td" || name === "th" || (name === "cite" && isAlone(element, scope))) {
      this.#flush(scope);
      const isRow = name === "tr" && isDataRow(element);
      this.enter(
        element,
        { ...scope, markup, isRow, form: (name === "tr" && !isRow ? null : formOf(element, name, scope.form)) ?? scope.form },
        reasonOf(element, markup),
      );
    } else if (name === "span" && furnitureOf(element) !== null) this.#aside(element, scope);
    else if (name === "q") this.#marked(element, scope);
    else if (name === "sup" && isReference(element)) return;
    else this.#inline(element, name === "a" ? { ...scope, isLink: true } : scope);
  }

  /** Styles set apart what is inline: "Ada Quill" and "May 3" in two spans. */
  #inline(element: PageElement, scope: Scope): void {
    const name = element.localName.toLowerCase();
    if (name === "span" || name === "time") this.#edge = isAuthorOrDate(element, name) ? "named" : "styled";
    this.#children(element, scope);
  }

  #cell(element: PageElement, name: string, scope: Scope): void {
    if (name === "td" || name === "th") this.#open += this.#open.trim() === "" ? "" : " | ";
    else if (BLOCKS.has(name)) this.#open += " ";
    this.#children(element, name === "a" ? { ...scope, isLink: true } : scope);
  }

  #add(node: PageNode, { isLink }: Scope): void {
    const text = node.textContent ?? "";
    const words = text.trim();
    if (words !== "") this.#first ??= node;
    if (isLink) this.#linked += words.length;
    if (this.#edge !== null && isApart(this.#tail, text, this.#edge)) this.#open += " ";
    this.#edge = null;
    this.#tail = (this.#tail + text).slice(-3);
    this.#open += text;
  }

  /** Two breaks in a row separate paragraphs, one separates lines: a byline or a date among them is a block of its own. */
  #break(scope: Scope): void {
    const line = this.#open.slice(this.#line).replace(/\s+/g, " ").trim();
    if (this.#line > 0 && line.length <= MAX_LINE && (readByline(line) !== null || readLineDates(line) !== null)) {
      const first = this.#first;
      this.#open = this.#open.slice(0, this.#line);
      this.#flush(scope);
      [this.#open, this.#first] = [line, first];
      this.#flush(scope);
    } else if (/\n\s*$/.test(this.#open.slice(-20))) this.#flush(scope);
    else this.#open += "\n";
    [this.#line, this.#tail] = [this.#open.length, ""];
  }

  /** A share button inside a sentence is a block of its own; the sentence goes on behind it. */
  #aside(element: PageElement, scope: Scope): void {
    const [open, linked, first] = [this.#open, this.#linked, this.#first];
    [this.#open, this.#linked, this.#first] = ["", 0, null];
    this.enter(element, scope, furnitureOf(element));
    [this.#open, this.#linked, this.#first] = [open, linked, first];
  }

  /** A browser puts the marks around a `<q>`, in turns where one stands in another. */
  #marked(element: PageElement, scope: Scope): void {
    const [before, after] = scope.quotes % 2 === 0 ? ["“", "”"] : ["‘", "’"];
    const has = /^\s*["“”„«‘'‹]/u.test((element.textContent ?? "").slice(0, 50));
    if (!has) this.#open += before;
    this.#children(element, { ...scope, quotes: scope.quotes + 1 });
    if (!has) this.#open += after;
  }

  #flush({ form, region, markup }: Scope): void {
    const written = visibleText(this.#open.replace(/[ \t\n\f\r]+/g, " "));
    // A word processor writes the bullet of an item as text.
    const text = form === "list-item" ? written.replace(/^[·•§o▪]\s{2,}/u, "") : written;
    const [first, linked] = [this.#first, Math.min(this.#linked, text.length)];
    [this.#open, this.#linked, this.#first, this.#line, this.#tail] = ["", 0, null, 0, ""];
    if (text.length > MAX_BLOCK) throw tooLong(text.length);
    if (text === "" || first === null) return;
    const said = markup === "quotation" && isDashed(text) && this.blocks.at(-1)?.markup === "quotation" ? "attribution" : markup;
    this.blocks.push({ text, form, place: null, region, first, linked, ...(said === undefined ? {} : { markup: said }) });
  }
}

/** A name or a date begins a word of its own; of other spans a capital or a digit right behind a word does. */
function isApart(before: string, text: string, edge: "named" | "styled"): boolean {
  if (edge === "named") return /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(text);
  return /^\p{Ll}{3}$/u.test(before) && /^(?:\p{Lu}\p{Ll}{2}|\d)/u.test(text);
}

/** "[a]" or "3" that leads to a note or a comment below the text. */
function isReference(element: PageElement): boolean {
  return element.querySelector('a[href^="#"]') !== null && /^\s*\[?\w{1,3}\]?\s*$/.test(element.textContent ?? "");
}

/** Cells of words and figures; a table that lays out a page has paragraphs, lists and headings in its cells. */
function isDataRow(row: PageElement): boolean {
  return row.querySelector("table, ul, ol, h1, h2, h3, p + p, article, section, blockquote") === null && shownText(row).length <= MAX_ROW;
}

function reasonOf(element: PageElement, markup: Markup["markup"] | undefined): Region["furniture"] {
  if (isPullQuote(element)) return "markup";
  return isPost(element) || markup !== undefined ? null : furnitureOf(element);
}

/** A `<cite>` that is all of a line inside a quotation names who said it; one within a sentence is a title. */
function isAlone(element: PageElement, { markup }: Scope): boolean {
  if (markup !== "quotation") return false;
  const line = element.parentNode as PageElement | null;
  const isLine = line?.localName === "blockquote" || line?.localName === "footer" || line?.localName === "figcaption";
  return isLine || line?.textContent?.trim() === element.textContent?.trim();
}

function isHidden(element: PageElement): boolean {
  if (element.getAttribute("hidden") !== null || element.getAttribute("aria-hidden") === "true") return true;
  const style = element.getAttribute("style");
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 500));
}
