import { xmlRoot } from "../../../extraction/reading/xml-root.ts";
import type { ExportedItem, ExportOptions } from "./exported.ts";
import { atomEntry, type Feed, readFeed, rssItem } from "./feeds.ts";
import { nitfItem } from "./nitf.ts";
import { readSite, type WordPressSite, wordPressItem } from "./wordpress.ts";
import { elementsAt, type XmlElement } from "./xml.ts";

/** A format of exports in XML. */
export interface XmlExport {
  /** As a message calls it. */
  what: string;
  /** It holds one article, not a list. */
  isOne?: boolean;
  /** How deep the elements stand that are read one by one. */
  depth: number;
  /** Names of elements that no item needs. */
  ignored?: ReadonlySet<string>;
  /** The item that an element is; `null` when it says something of all items. Called in the order of the file, from a new reader each. */
  reader: (options: ExportOptions) => (element: XmlElement) => ExportedItem | null;
}

const WORDPRESS: XmlExport = {
  what: "a WordPress export",
  depth: 2,
  ignored: new Set(["wp:comment", "wp:postmeta", "wp:term", "wp:category", "wp:tag"]),
  reader(options) {
    const site: WordPressSite = { title: null, language: null, authors: new Map() };
    return (element) => {
      if (element.name === "item") return wordPressItem(element, site, options);
      readSite(site, element);
      return null;
    };
  },
};

const feed = (what: string, depth: number, name: string, read: (item: XmlElement, feed: Feed) => ExportedItem): XmlExport => ({
  what,
  depth,
  reader() {
    const head: Feed = { address: null, language: null, authors: [], publisher: null };
    return (element) => {
      if (element.name === name) return read(element, head);
      readFeed(head, element);
      return null;
    };
  },
});

const RSS = feed("a feed (RSS)", 2, "item", rssItem);
const RSS_1 = feed("a feed (RSS 1.0)", 1, "item", rssItem);
const ATOM = feed("a feed (Atom)", 1, "atom:entry", atomEntry);
const NITF: XmlExport = { what: "NITF", isOne: true, depth: 0, reader: () => nitfItem };

/** The format of an export in XML, by its root element. @param opening its first characters @returns `null` for anything else */
export function xmlExport(opening: string): XmlExport | null {
  const { root } = xmlRoot(opening.replace(/^\ufeff/, "").trimStart());
  if (root === "rss") return /xmlns:wp\s*=|wordpress\.org\/export\//.test(opening) ? WORDPRESS : RSS;
  if (root?.endsWith("rdf") === true) return opening.includes("http://purl.org/rss/1.0/") ? RSS_1 : null;
  if (root !== null && /(?:^|:)feed$/.test(root)) return opening.includes("http://www.w3.org/2005/Atom") ? ATOM : null;
  return root !== null && /(?:^|:)nitf$/.test(root) ? NITF : null;
}

/** The items of an export, one by one as they are read. @throws BrokenXml */
export async function* xmlItems(
  { depth, ignored, reader }: XmlExport,
  input: AsyncIterable<Uint8Array>,
  options: ExportOptions,
): AsyncGenerator<ExportedItem> {
  const read = reader(options);
  for await (const element of elementsAt(depth, input, ignored)) {
    const item = read(element);
    if (item !== null) yield item;
  }
}
