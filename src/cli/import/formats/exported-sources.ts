import { hashed, type ImportSource } from "../source.ts";
import type { ExportedItem } from "./exported.ts";
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
  items: AsyncIterable<ExportedItem> | Iterable<ExportedItem>;
  /** Bytes of the file that were read until now. */
  read: () => number;
  /** Told of each item that is not an article, as what. */
  onPassedOver: (what: string) => void;
}

/** One source for each article of an export; its raw file is a page with the article and all that the export says of it. */
export async function* sourcesOfExport({ name, what, isOne, items, read, onPassedOver }: OpenExport): AsyncGenerator<ImportSource> {
  const addresses = new Map<string, string>();
  const passedOver = new Map<string, number>();
  let [at, done, found] = [0, 0, 0];
  const size = () => {
    const before = done;
    done = read();
    return done - before;
  };
  try {
    for await (const item of items) {
      if ("passedOver" in item) {
        at += 1;
        passedOver.set(item.passedOver, (passedOver.get(item.passedOver) ?? 0) + 1);
        onPassedOver(item.passedOver);
        continue;
      }
      found += 1;
      const title = "article" in item ? item.article.title : item.title;
      const named = isOne ? name : `${name}[${at}]${title === "" ? "" : ` "${excerpt(title)}"`}`;
      at += 1;
      if ("refused" in item) {
        yield { name: named, message: item.refused, size: size() };
        continue;
      }
      const twin = item.article.url === null ? undefined : addresses.get(item.article.url);
      if (item.article.url !== null) addresses.set(item.article.url, named);
      if (twin !== undefined) yield { name: named, message: `It has the same address as ${twin}: ${item.article.url}.`, size: size() };
      else yield { name: named, ...hashed(pageOf(item.article)), mediaType: "text/html", known: {}, size: size() };
    }
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    yield { name, message: at === 0 ? error.message : `${error.message} The ${at} items before were read.`, size: size() };
    return;
  }
  if (found > 0) return;
  const others = [...passedOver].map(([kind, count]) => `${kind} (${count})`).join(", ");
  yield { name, message: `It is ${what} without a published article.${others === "" ? "" : ` Passed over: ${others}.`}`, size: size() };
}

function excerpt(title: string): string {
  return title.length <= MAX_TITLE ? title : `${title.slice(0, MAX_TITLE - 3).toWellFormed()}...`;
}
