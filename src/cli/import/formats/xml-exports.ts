import type { XmlExportKind } from "../../../extraction/reading/export-kinds.ts";
import type { ExportedItem, ExportOptions } from "./exported.ts";
import { atomEntry, type Feed, readFeed, rssItem } from "./feeds.ts";
import { nitfItem } from "./nitf.ts";
import { readSite, type WordPressSite, wordPressItem } from "./wordpress.ts";
import { elementsAt, type XmlElement } from "./xml.ts";

/** How the items of one kind of export are read. */
interface Reader {
  /** How deep the elements stand that are read one by one. */
  depth: number;
  /** Names of elements that no item needs. */
  ignored?: ReadonlySet<string>;
  /** For one file: the item that an element is, `null` when it says something of all items. Called in the order of the file. */
  begin: (options: ExportOptions) => (element: XmlElement) => ExportedItem | null;
}

const READERS: Record<XmlExportKind, Reader> = {
  wordpress: {
    depth: 2,
    ignored: new Set(["wp:comment", "wp:postmeta", "wp:term", "wp:category", "wp:tag"]),
    begin(options) {
      const site: WordPressSite = { title: null, language: null, authors: new Map() };
      return (element) => {
        if (element.name === "item") return wordPressItem(element, site, options);
        readSite(site, element);
        return null;
      };
    },
  },
  rss: feedReader(2, "item", rssItem),
  "rss-1": feedReader(1, "item", rssItem),
  atom: feedReader(1, "atom:entry", atomEntry),
  nitf: {
    depth: 0,
    begin:
      ({ now }) =>
      (element) =>
        nitfItem(element, now),
  },
};

function feedReader(depth: number, name: string, read: (item: XmlElement, feed: Feed) => ExportedItem): Reader {
  return {
    depth,
    begin() {
      const head: Feed = { address: null, language: null, authors: [], publisher: null, rights: null };
      return (element) => {
        if (element.name === name) return read(element, head);
        readFeed(head, element);
        return null;
      };
    },
  };
}

/** The items of an export, one by one as they are read. @throws BrokenXml */
export async function* xmlItems(
  kind: XmlExportKind,
  input: AsyncIterable<Uint8Array>,
  options: ExportOptions,
): AsyncGenerator<ExportedItem> {
  const { depth, ignored, begin } = READERS[kind];
  const read = begin(options);
  for await (const element of elementsAt(depth, input, ignored)) {
    const item = read(element);
    if (item !== null) yield item;
  }
}
