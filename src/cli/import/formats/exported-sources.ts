import { hash } from "node:crypto";
import { counted } from "../../../article/words/counted.ts";
import { titleFromName } from "../../../publishing/file-title.ts";
import { type FailedSource, hashed, type ImportSource, type ReadSource } from "../source.ts";
import type { ExportedArticle, ExportedItem } from "./exported.ts";
import { pageOf } from "./exported-page.ts";
import { BrokenXml } from "./xml.ts";

/** Characters of a title that name an item. */
const MAX_TITLE = 60;

/** An export that is read: its items, and what is known of it as a whole. */
export interface OpenExport {
  /** Of the file. */
  name: string;
  what: string;
  isOne: boolean;
  /** The operator gave the address of the site, not of an article. */
  isBelowSite: boolean;
  items: AsyncIterable<ExportedItem> | Iterable<ExportedItem>;
  /** Bytes of the file that were read until now. */
  read: () => number;
  /** Told of each item that is not an article, as what. */
  onPassedOver: (what: string) => void;
}

/** One source for each article of an export; its raw file is a page with the article and all that the export says of it. */
export async function* sourcesOfExport(opened: OpenExport): AsyncGenerator<ImportSource> {
  const { name, what, items, read, onPassedOver } = opened;
  const sources = new ItemSources(opened);
  const passedOver = new Map<string, number>();
  let [at, done] = [0, 0];
  const size = () => {
    const before = done;
    done = read();
    return done - before;
  };
  try {
    for await (const item of items) {
      if ("passedOver" in item) {
        passedOver.set(item.passedOver, (passedOver.get(item.passedOver) ?? 0) + 1);
        onPassedOver(item.passedOver);
      } else yield { ...sources.of(item, at), size: size() };
      at += 1;
    }
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    const before = at === 0 ? "" : ` What stands before was read: ${counted(at, "item")}.`;
    yield { name, message: `${error.message}${before}`, size: size() };
    return;
  }
  if (sources.count > 0) return;
  const others = [...passedOver].map(([kind, count]) => `${kind} (${count})`).join(", ");
  yield { name, message: `It is ${what} without a published article.${others === "" ? "" : ` Passed over: ${others}.`}`, size: size() };
}

class ItemSources {
  /** How many there were. */
  count = 0;
  readonly #export: OpenExport;
  /** Addresses by their hashes, each with the number of its item. A slice of what was read would keep all of it in memory. */
  readonly #addresses = new Map<string, number>();

  constructor(opened: OpenExport) {
    this.#export = opened;
  }

  /** @param at its number among all items, from 0 */
  of(item: Exclude<ExportedItem, { passedOver: string }>, at: number): Omit<ReadSource, "size"> | Omit<FailedSource, "size"> {
    this.count += 1;
    const { name: file, isOne, isBelowSite } = this.#export;
    const { title } = "article" in item ? item.article : item;
    const name = isOne ? file : `${file}[${at}]${title === "" ? "" : ` "${excerpt(title)}"`}`;
    if ("refused" in item) return { name, message: item.refused };
    const { url } = item.article;
    const article = { ...item.article, title: item.article.title || titleFromAddress(item.article) };
    const address = url === null ? null : hash("sha1", url);
    const twin = address === null ? undefined : this.#addresses.get(address);
    if (twin !== undefined) return { name, message: `It has the same address as ${file}[${twin}]: ${url}.` };
    if (address !== null) this.#addresses.set(address, at);
    const known = isBelowSite && url !== null ? { sourceUrl: url } : {};
    return { name, ...hashed(pageOf(article)), mediaType: "text/html", known, ...(article.title === "" ? { cure: UNTITLED } : {}) };
  }
}

const UNTITLED = "The item has no title: give it one, and export again.";

/** What the address of an item without a title says of it, as the name of a file does; empty where that is nothing. */
function titleFromAddress({ slug, url }: ExportedArticle): string {
  const last =
    slug ||
    URL.parse(url ?? "")
      ?.pathname.replace(/\/+$/, "")
      .split("/")
      .at(-1) ||
    "";
  try {
    return titleFromName(decodeURIComponent(last)) ?? "";
  } catch {
    return "";
  }
}

function excerpt(title: string): string {
  return title.length <= MAX_TITLE ? title : `${title.slice(0, MAX_TITLE - 3).toWellFormed()}...`;
}
