/**
 * How the PostgreSQL store grows: `node bench/postgres.ts [--url URL] [1000 10000 100000]`. Starts a server of its own (or
 * takes an empty database of yours, and one size), imports so many invented articles, and times every kind of question (one at a time, each with other values, so that nothing is asked
 * twice). Milliseconds as the API's process sees them; no answer comes from the cache of the API.
 */
import { parseArgs } from "node:util";
import pg from "pg";
import type { Article } from "../src/article/schema.ts";
import { PostgresStore } from "../src/store/postgres.ts";
import { openPool } from "../src/store/postgres-connection.ts";
import { importArticles } from "../src/store/postgres-import.ts";
import { startPostgres } from "../test/store/postgres-server.ts";
import { Dice } from "./dice.ts";
import { Newspaper } from "./newspaper.ts";

const QUESTIONS = 100;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: "string" } } });
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000];
const newspaper = new Newspaper();
if (values.url !== undefined) await measure(sizes[0] ?? 1_000, values.url);
else {
  const server = await startPostgres(["-c", "fsync=on", "-c", "shared_buffers=1GB", "-c", "max_wal_size=4GB"]);
  for (const size of sizes) await measure(size, await server.createDatabase());
  await server.remove();
}

async function measure(size: number, url: string): Promise<void> {
  const store = await PostgresStore.open({ url, readUrl: null, onProblem: (problem) => console.error(problem) });
  const pool = openPool(url, () => {});
  // Making up articles takes longer than importing them: only the time between two of them counts.
  let making = 0;
  const sample: Article[] = [];
  function* articles() {
    for (let number = 0; number < size; number += 1) {
      const begun = performance.now();
      const article = newspaper.article(number);
      if (number % Math.ceil(size / QUESTIONS) === 0) sample.push(article);
      making += performance.now() - begun;
      yield { article };
    }
  }
  const begun = performance.now();
  // A database of yours that holds them already is not filled again.
  const filled = (await store.health()).articles >= size;
  if (filled) for (let count = 0; count < QUESTIONS; count += 1) sample.push(newspaper.article(Math.floor((count * size) / QUESTIONS)));
  else await importArticles(pool, articles());
  const seconds = (performance.now() - begun - making) / 1000;
  const client = new pg.Client(url);
  await client.connect();
  await client.query("VACUUM ANALYZE");
  const { rows } = await client.query("SELECT pg_size_pretty(pg_database_size(current_database())) AS disk");
  await client.end();
  console.log(
    filled
      ? `\n${size} articles, imported before, ${rows[0].disk} on disk`
      : `\n${size} articles: imported in ${seconds.toFixed(0)} s (${Math.round(size / seconds)} a second, making them up not counted), ${rows[0].disk} on disk`,
  );
  const dice = new Dice(size);
  const random = () => dice.next();
  const one = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  const word = (most: number) => [newspaper.words[Math.floor(most ** random())] as string];
  const dates = { publishedFrom: null, publishedTo: null };
  const list = { phrases: null, speaker: null, language: null, ...dates, sort: "published" as const, limit: 20, after: null };
  const quotes = { phrases: null, speakers: null, kind: null, article: null, ...dates, limit: 20, after: null };
  const search = {
    in: "all" as const,
    fuzzy: false,
    speakers: null,
    kind: null,
    language: null,
    article: null,
    ...dates,
    facets: false,
    limit: 20,
    after: null,
  };
  const speakerOf = (article: Article) => article.speakers[0]?.id ?? "";
  const dateOf = () => `20${String(Math.floor(random() * 24)).padStart(2, "0")}-0${1 + Math.floor(random() * 9)}-11T00:00:00Z`;
  const claim = (article: Article) => (article.quotes[0]?.text ?? "").replace(",", "").split(" ");
  const questions: Record<string, () => Promise<unknown>> = {
    "article, cold": () => store.article(sample.pop()?.slug ?? one(["x"])),
    "list of articles": () => store.articles({ ...list, after: [dateOf(), "m"] }),
    "list by language": () => store.articles({ ...list, language: one(["en", "de"]), after: [dateOf(), "m"] }),
    "list by speaker": () => store.articles({ ...list, speaker: speakerOf(newspaper.article(Math.floor(random() * size))) }),
    "quotes of a speaker": () => store.quotes({ ...quotes, speakers: [speakerOf(newspaper.article(Math.floor(random() * size)))] }),
    speaker: () => store.speaker(speakerOf(newspaper.article(Math.floor(random() * size)))),
    "search, one word": () => store.search({ ...search, phrases: [word(20_000)], sort: "relevance" }),
    "search, two words": () => store.search({ ...search, phrases: [word(2_000), word(20_000)], sort: "relevance" }),
    "search, newest first": () => store.search({ ...search, phrases: [word(20_000)], sort: "newest" }),
    "search in quotes": () => store.search({ ...search, phrases: [word(20_000)], in: "quotes", sort: "relevance" }),
    "search with facets": () => store.search({ ...search, phrases: [word(20_000)], sort: "relevance", facets: true }),
    "verify: candidates": () => {
      const words = claim(newspaper.article(Math.floor(random() * size)));
      return store.candidates({
        probes: [words.slice(0, 4), words.slice(5, 9), words.slice(10, 14)],
        article: null,
        speakers: null,
        limit: 20,
      });
    },
  };
  for (const [name, ask] of Object.entries(questions)) {
    const times: number[] = [];
    for (let count = 0; count < QUESTIONS; count += 1) {
      const asked = performance.now();
      await ask();
      times.push(performance.now() - asked);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(8);
    console.log(`  ${name.padEnd(24)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms`);
  }
  await store.close();
  await pool.end();
}
