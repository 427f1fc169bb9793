import { decodeHTML } from "entities";
import { tooLarge } from "../../../extraction/reading/decode.ts";
import { readDateline } from "../../../extraction/reading/parts/dates/dateline.ts";
import { BARE, distinctWords, EMBARGOED, type ExportedItem, escapeHtml, hasWords, isAfter, plainWords } from "./exported.ts";
import { htmlInside } from "./markup.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./xml.ts";

/** Elements of NITF by the elements of HTML that say the same; of others only the words are left. */
const ELEMENTS: Record<string, string> = {
  hl1: "h2",
  hl2: "h3",
  bq: "blockquote",
  block: "div",
  media: "figure",
  "media-caption": "figcaption",
  "media-producer": "small",
  note: "aside",
  fn: "aside",
  credit: "cite",
};
/** They have the same name in HTML. */
const SAME = new Set("p br hr h2 h3 h4 h5 h6 ul ol li dl dt dd pre table caption thead tbody tfoot tr td th a em q sub sup img".split(" "));
/** What they hold is no text: addresses of files, data for machines. */
const WITHOUT_WORDS = /^(?:media-reference|media-metadata|media-object|custom-table|nitf-table-metadata|nitf-col|virtloc|alt-code)$/;

/** A news item in NITF 3 (IPTC). */
export function nitfItem(nitf: XmlElement, now: Date): ExportedItem {
  const head = childOf(nitf, "head");
  const data = childOf(head, "docdata");
  const above = childOf(nitf, "body", "body.head");
  const title = said(childOf(above, "hedline", "hl1")) || said(childOf(head, "title"));
  if (nitf.isCut) return { title, refused: tooLarge(textOf(nitf).length).message };
  const status = data?.attributes["management-status"] ?? "usable";
  if (!/^(?:usable|publishable)$/.test(status)) return { passedOver: `items that are ${status}` };
  if (isAfter(dateOf(childOf(data, "date.release"), undefined), now)) return EMBARGOED;
  const content = textOfBody(childOf(nitf, "body", "body.content"), above);
  if (!hasWords(content)) return { title, refused: "The item has no text (its body.content holds no words)." };
  const categories = categoriesOf(head, data);
  const isKnown = (words: string) => [title, ...categories].some((known) => known.toLowerCase() === words.toLowerCase());
  const pubdata = childOf(head, "pubdata")?.attributes;
  return {
    article: {
      ...BARE,
      title,
      standfirst: [...childrenOf(childOf(above, "hedline"), "hl2").filter(isNoHeadline), ...childrenOf(above, "abstract")]
        // Agencies put the slug into hl2, and the first paragraph into the abstract.
        .filter((summary) => !isKnown(said(summary)) && !opensWith(content, said(summary)))
        .map(paragraphsOf)
        .join("\n"),
      html: [content, ...childrenOf(childOf(nitf, "body", "body.end"), "tagline").map(paragraphsOf)].join("\n"),
      language: nitf.lang ?? nitf.attributes.baselang ?? childOf(nitf, "body")?.lang ?? null,
      publishedAt: dateOf(childOf(data, "date.issue") ?? childOf(data, "date.release"), pubdata?.["date.publication"]),
      url: pubdata?.["ex-ref"] ?? null,
      publisher: pubdata?.name ?? (said(childOf(above, "distributor")) || null),
      // "ROE, JANE; POE, TOM" is said for catalogues beside the printed one.
      authors: distinctWords(
        childrenOf(above, "byline")
          .filter((byline) => !/normali[sz]ed/.test(labelOf(byline)))
          .map(authorOf),
      ),
      categories,
      rights: rightsOf(childOf(above, "rights"), childOf(data, "doc.copyright")),
    },
  };
}

function labelOf({ attributes }: XmlElement): string {
  return `${attributes.class ?? ""} ${attributes.id ?? ""}`.toLowerCase();
}

/** Not the headline of another edition or version, as archives and agencies have it in `hl2`. */
function isNoHeadline(element: XmlElement): boolean {
  return !labelOf(element).includes("headline");
}

function rightsOf(rights: XmlElement | undefined, notice: XmlElement | undefined): string | null {
  const owner = said(childOf(rights, "rights.owner")) || notice?.attributes.holder || "";
  if (owner === "") return said(rights) || null;
  return ["©", notice?.attributes.year, owner].filter(Boolean).join(" ");
}

function said(element: XmlElement | undefined): string {
  return textOf(element).replace(/\s+/g, " ");
}

function htmlOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  return htmlInside(withoutData(element), ({ name }) => ELEMENTS[name] ?? (SAME.has(name) ? name : null));
}

function withoutData(element: XmlElement): XmlElement {
  const children = element.children.filter((child) => typeof child === "string" || !WITHOUT_WORDS.test(child.name));
  return {
    ...element,
    children: children.map((child, at) => {
      if (typeof child !== "string") return withoutData(child);
      // "<person>Orla Quill</person>" may end its line, with the comma on the next.
      return typeof children[at - 1] === "object" ? child.replace(/^[^\S\n]*\n\s*(?=[,.;:!?)])/, "") : child;
    }),
  };
}

/** Its paragraphs; words outside of paragraphs are one. */
function paragraphsOf(element: XmlElement): string {
  const html = htmlOf(element).trim();
  return html === "" || /<p[\s>]/.test(html) ? html : `<p>${html}</p>`;
}

/** A paragraph that ends an item, and one that is an embed shown as its code. */
const END = /<p(?:\s[^>]*)?>[\s–—(-]*(?:ends?|30|#{1,3}|endit?)[\s–—)-]*<\/p>\s*(?=(?:<\/div>\s*)*$)/i;
const CODE = /<p(?:\s[^>]*)?>\s*&lt;([a-z]+)\b(?:(?!<\/p>)[\s\S])*&gt;\s*<\/p>/gi;
const FIRST = /<p(?:\s[^>]*)?>([\s\S]*?)<\/p>/;

/** The text of an item. A printed dateline stands before the first paragraph, a dash behind it. */
function textOfBody(content: XmlElement | undefined, above: XmlElement | undefined): string {
  const html = htmlOf(content === undefined ? undefined : withoutRepeats(content))
    .replace(CODE, (code) => (hasWords(decodeHTML(code)) ? code : ""))
    .replace(END, "")
    .trimEnd();
  const dateline = datelineOf(childOf(above, "dateline"));
  const first = plainWords(FIRST.exec(html)?.[1] ?? "");
  if (dateline === "" || opensWith(html, dateline) || readDateline(first, []) !== null) return html;
  return html.replace(/<p(?:\s[^>]*)?>/, (tag) => `${tag}${escapeHtml(dateline)}${/[-–—]$/.test(dateline) ? " " : " — "}`);
}

/** Blocks behind one in which its words are looked for. */
const MAX_BESIDE = 4;

/** A block that another one begins with: archives give the lead by itself, and in the whole text. */
function withoutRepeats(content: XmlElement): XmlElement {
  const blocks = childrenOf(content, "block").map((block): [XmlElement, string] => [block, said(block)]);
  const repeats = blocks.filter(([, words], at) => blocks.slice(at + 1, at + MAX_BESIDE).some(([, whole]) => whole.startsWith(words)));
  const repeated = new Set<XmlElement | string>(repeats.map(([block]) => block));
  return { ...content, children: content.children.filter((child) => !repeated.has(child)) };
}

/** Its place and day; a date for machines is none. */
function datelineOf(dateline: XmlElement | undefined): string {
  return said(dateline)
    .replace(/\d{8}T\d{4,6}(?:Z|[+-]\d{4})?/g, "")
    .trim();
}

function opensWith(html: string, words: string): boolean {
  return plainWords(html).toLowerCase().startsWith(words.toLowerCase());
}

/** Of a byline its persons; "By" and titles stand beside them. */
function authorOf(byline: XmlElement): string {
  const people = childrenOf(byline, "person").map(said);
  const plain = byline.children.filter((child) => typeof child === "string" || !/^(?:byttl|virtloc)$/.test(child.name));
  return people.length > 0 ? people.join(" and ") : said({ ...byline, children: plain });
}

function categoriesOf(head: XmlElement | undefined, data: XmlElement | undefined): string[] {
  const subjects = childrenOf(childOf(head, "tobject"), "tobject.subject").map(
    ({ attributes }) => attributes["tobject.subject.detail"] ?? attributes["tobject.subject.matter"] ?? attributes["tobject.subject.type"],
  );
  const keywords = childrenOf(childOf(data, "key-list"), "keyword").map(({ attributes }) => attributes.key);
  const classifiers = childrenOf(childOf(data, "identified-content"), "classifier").map((classifier) => said(classifier));
  const section = childOf(head, "pubdata")?.attributes["position.section"];
  const type = childOf(head, "tobject")?.attributes["tobject.type"];
  return distinctWords([section, /^news$/i.test(type ?? "") ? null : type, ...subjects, ...classifiers, ...keywords]);
}

/** "20260503T101500Z" and "20260503", as NITF writes ISO 8601. */
function dateOf(issued: XmlElement | undefined, published: string | undefined): string | null {
  const norm = issued?.attributes.norm ?? published ?? null;
  return (
    norm
      ?.trim()
      .replace(/^(\d{4})(\d\d)(\d\d)(?=$|T)/, "$1-$2-$3")
      .replace(/T(\d\d)(\d\d)(\d\d)?/, (_, hour, minute, second) => `T${hour}:${minute}:${second ?? "00"}`) ?? null
  );
}
