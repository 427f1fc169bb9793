import { hash } from "node:crypto";
import { quoteId } from "../../../article/model/ids.ts";
import type { QuoteItem } from "../../../article/model/items.ts";
import type { Key, Store } from "../../../store/store.ts";

/** Words of a quote that is read at a glance, at least and at most. */
const SHORTEST = 8;
const LONGEST = 40;
/** UTF-16 units at most: words may be long. */
const MOST_CHARACTERS = 280;
/** Quotes looked at together, and in all: among as many there is one that will do, unless the archive has next to none. */
const BATCH = 20;
const MOST_LOOKED_AT = 400;

/**
 * The quote of a day: of all direct quotes with a named speaker and an attribution of high confidence, of readable length,
 * the first one behind a point that the date gives, in the order of lengths and ids. That order is an index of every store
 * and ids are hashes, so that the choice is fair, the same everywhere, and costs the same however many quotes there are.
 *
 * @param day `YYYY-MM-DD`
 * @returns `null` when none of those looked at will do
 */
export async function chooseQuoteOfTheDay(store: Pick<Store, "quotes">, day: string): Promise<QuoteItem | null> {
  const point = quoteId(day, "", 0);
  const length = SHORTEST + (Number.parseInt(hash("sha256", day).slice(0, 8), 16) % (LONGEST - SHORTEST + 1));
  let lookedAt = 0;
  // From the point to the shortest, and round from the longest.
  const starts: Key[] = [
    [length, point],
    [LONGEST, ""],
  ];
  for (const start of starts) {
    let after: Key | null = start;
    while (after !== null && Number(after[0]) >= SHORTEST && lookedAt < MOST_LOOKED_AT) {
      const page = await store.quotes({ sort: "length", limit: BATCH, after });
      const fit = page.items.map((item) => JSON.parse(item) as QuoteItem).filter(isFit);
      const [first] = fit;
      // Rather one that ends with a stop than with the comma in front of who said it.
      if (first !== undefined) return fit.find(({ text }) => ENDING.test(text)) ?? first;
      lookedAt += page.items.length;
      after = page.next;
    }
  }
  return null;
}

/** Direct, surely ascribed to somebody named, a whole sentence from its beginning, and not too long. */
function isFit({ kind, text, attribution: { confidence, speakers } }: QuoteItem): boolean {
  // Who is a speaker in one article alone has no name: "a passenger".
  const isSure = kind === "direct" && confidence === "high" && speakers.some(({ id }) => !id.includes("~"));
  const words = text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  return isSure && words >= SHORTEST && text.length <= MOST_CHARACTERS && BEGINNING.test(text);
}

const ENDING = /[.!?…]$/u;
/** The first letter is no small one, as it is where a quote begins in the middle of a sentence. */
const BEGINNING = /^[^\p{L}]*(?!\p{Ll})\p{L}/u;
