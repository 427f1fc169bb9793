import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { Facet } from "../src/article/model/dimensions.ts";
import type { Article } from "../src/article/model/schema.ts";
import { everyWord } from "../src/article/words/query.ts";
import { NO_FILTERS } from "../src/store/queries.ts";
import type { ArticlesQuery, QuotesQuery, SearchQuery, Store } from "../src/store/store.ts";
import { checkQuote } from "../src/verification/check-quote.ts";
import { type LookUp, MAX_CANDIDATES } from "../src/verification/probes.ts";
import { Dice } from "./dice.ts";
import type { Newspaper } from "./newspaper.ts";

/** Times every question is asked, after some that warm up; and milliseconds after which it is not asked again. */
const ASKED = 300;
const PATIENCE = 10_000;

/**
 * Asks a store that holds the first `size` articles of a newspaper every kind of question, and prints the milliseconds of the first
 * time, of most and of nearly all times after some that warm up, and the longest that the thread was held without a pause.
 */
export async function askAll(store: Store, newspaper: Newspaper, size: number): Promise<void> {
  for (const [name, question] of Object.entries(questionsFor(store, newspaper, size))) {
    const times: number[] = [];
    let first: number | null = null;
    const held = monitorEventLoopDelay({ resolution: 1 });
    const end = performance.now() + PATIENCE;
    for (let count = -20; count < ASKED && (count < 5 || performance.now() < end); count += 1) {
      const asked = question();
      // What making the question up took does not count.
      await setImmediate();
      if (count === 0) held.enable();
      const begun = performance.now();
      await asked();
      const took = performance.now() - begun;
      first ??= took;
      if (count >= 0) times.push(took);
    }
    times.sort((a, b) => a - b);
    const shown = (time = 0) => time.toFixed(3).padStart(9);
    const at = (share: number) => shown(times[Math.floor(times.length * share)]);
    held.disable();
    console.log(
      `  ${name.padEnd(26)} first ${shown(first ?? 0)} ms  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  held ${(held.max / 1e6).toFixed(0).padStart(4)} ms`,
    );
  }
}

/** A question made ready with values of its own, so that making them up is not part of its time. */
type Question = () => () => Promise<unknown>;

/** What is asked of a store that holds the first `size` articles of a newspaper. */
function questionsFor(store: Store, newspaper: Newspaper, size: number): Record<string, Question> {
  const dice = new Dice(size);
  const random = () => dice.next();
  const article = (): Article => newspaper.article(Math.floor(random() * size));
  // By Zipf's law: the n-th most frequent word is asked for as often as the law has it among the words up to `rarest`.
  const word = (rarest: number) => [newspaper.words[Math.floor(rarest ** random())] ?? ""];
  const day = () => `20${String(Math.floor(random() * 24)).padStart(2, "0")}-0${1 + Math.floor(random() * 9)}-11`;
  const page = { ...NO_FILTERS, order: null, limit: 20, after: null, counted: true };
  const list: ArticlesQuery = { ...page, sort: "published" };
  const quotes: QuotesQuery = { ...page, sort: "published" };
  const search: SearchQuery = { ...page, words: everyWord(""), in: "all", fuzzy: false, sort: "relevance" };
  const speaker = () => article().speakers[0]?.id ?? "";
  const find = (wanted: LookUp) => store.candidates({ ...wanted, limit: MAX_CANDIDATES });
  const check = (words: string[]) => checkQuote(words.join(" "), null, find);
  const said = () => article().quotes[0]?.text.split(" ") ?? [];
  const ask = <T>(values: () => T, question: (values: T) => Promise<unknown>): Question => {
    return () => {
      const made = values();
      return () => question(made);
    };
  };
  const searchFor = (values: () => Partial<SearchQuery>) => ask(values, (own) => store.search({ ...search, ...own }));
  const everything = () => ({});
  const one = () => ({ words: everyWord(word(20_000).join(" ")) });
  return {
    "get an article": ask(
      () => article().slug,
      (slug) => store.article(slug),
    ),
    "get a quote": ask(
      () => article().quotes[0]?.id ?? "",
      (id) => store.quote(id),
    ),
    "list articles": ask(day, (from) => store.articles({ ...list, after: [`${from}T00:00:00Z`, "m"] })),
    "list by language": ask(day, (from) => store.articles({ ...list, languages: ["de"], after: [`${from}T00:00:00Z`, "m"] })),
    "list by speaker": ask(speaker, (id) => store.articles({ ...list, speakers: [id] })),
    "list since a day": ask(day, (publishedFrom) => store.articles({ ...list, publishedFrom })),
    "quotes of a speaker": ask(speaker, (id) => store.quotes({ ...quotes, speakers: [id] })),
    "search two words": searchFor(() => ({ words: everyWord([...word(2_000), ...word(20_000)].join(" ")) })),
    "search one word": searchFor(one),
    "search the commonest": searchFor(() => ({ words: everyWord(word(3).join(" ")) })),
    "search newest first": searchFor(() => ({ ...one(), sort: "published" })),
    "search in quotes": searchFor(() => ({ ...one(), in: "quotes" })),
    "facets of a search": ask(one, (own) => store.facets({ ...own, of: "articles", facets: ["speaker", "year"] })),
    "facets of all quotes": ask(everything, () => store.facets({ of: "quotes", facets: [...Facet.options] })),
    "facets of all speakers": ask(everything, () => store.facets({ of: "speakers", facets: ["speakerType", "year"] })),
    "statistics, totals": ask(everything, () => store.statistics({ limit: 100 })),
    "statistics by speaker": ask(everything, () => store.statistics({ by: ["speaker"], limit: 100 })),
    "statistics by month": ask(everything, () => store.statistics({ by: ["month"], sort: "value", limit: 1000 })),
    "statistics by month, kind": ask(everything, () => store.statistics({ by: ["month", "kind"], sort: "value", limit: 1000 })),
    "statistics by speaker, month": ask(everything, () => store.statistics({ by: ["speaker", "month"], limit: 100 })),
    "statistics since a day": ask(day, (publishedFrom) => store.statistics({ by: ["month", "kind"], publishedFrom, limit: 100 })),
    "statistics of a language": ask(everything, () => store.statistics({ by: ["kind"], languages: ["de"], limit: 100 })),
    "statistics of a speaker": ask(speaker, (id) => store.statistics({ by: ["month"], speakers: [id], limit: 100 })),
    "statistics of a word": ask(one, (own) => store.statistics({ by: ["month"], ...own, limit: 100 })),
    "verify, exact": ask(said, check),
    "verify, altered": ask(() => said().map((spoken, index) => (index === 5 ? "pelican" : spoken)), check),
    "verify, never said": ask(() => Array.from({ length: 14 }, () => word(20_000)[0] ?? ""), check),
  };
}
