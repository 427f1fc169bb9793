import type { FastifyInstance } from "fastify";
import type { Health, Measures, Store } from "../store/store.ts";
import type { AnswerCache } from "./answers/answer-cache.ts";
import type { Extracting } from "./tasks/extracting.ts";

export interface Measured {
  store: Store;
  cache: AnswerCache;
  extracting: Extracting;
}

/** What one scrape asks; `null` what cannot be told now, for example while the articles are read. */
interface Sample {
  health: Health;
  quotes: number | null;
  speakers: number | null;
  measures: Measures;
}

/** Name, help, and the value; `null` leaves it out. Units in the names, as Prometheus has them. */
const GAUGES: [name: string, help: string, value: (sample: Sample, measured: Measured) => number | null][] = [
  ["verbatim_ready", "Whether content can be served (1) or not (0).", ({ health }) => Number(health.ready)],
  ["verbatim_articles", "Articles that are served.", ({ health }) => health.articles],
  ["verbatim_quotes", "Quotes of all articles.", ({ quotes }) => quotes],
  ["verbatim_speakers", "Speakers of all articles.", ({ speakers }) => speakers],
  ["verbatim_problems", "Problems in the data that /health/ready lists.", ({ health }) => health.problems.length],
  ["verbatim_index_bytes", "Size of the index of the data folder.", ({ measures }) => measures.indexBytes],
  ["verbatim_pool_connections", "Connections to the database.", ({ measures }) => measures.pool?.open ?? null],
  ["verbatim_pool_idle_connections", "Connections to the database that are free.", ({ measures }) => measures.pool?.idle ?? null],
  [
    "verbatim_pool_waiting_requests",
    "Questions that wait for a connection to the database.",
    ({ measures }) => measures.pool?.waiting ?? null,
  ],
  ["verbatim_answer_cache_entries", "Prepared answers.", (_, { cache }) => cache.entries],
  ["verbatim_answer_cache_bytes", "Memory of prepared answers.", (_, { cache }) => cache.bytes],
  ["verbatim_extractions_running", "Extractions that run.", (_, { extracting }) => extracting.load.running],
  ["verbatim_extractions_waiting", "Extractions that wait for a thread.", (_, { extracting }) => extracting.load.waiting],
];

/** Counted since the start. */
const COUNTERS: [name: string, help: string, value: (measured: Measured) => number][] = [
  ["verbatim_answer_cache_hits_total", "Requests that a prepared answer was there for.", ({ cache }) => cache.hits],
  ["verbatim_answer_cache_misses_total", "Requests whose answer had to be prepared.", ({ cache }) => cache.misses],
];

/** Adds what is served and how full its queues are to the figures at `/metrics`; asked when they are collected, not before. */
export function measureContent(app: FastifyInstance, measured: Measured): void {
  const { Gauge, Counter } = app.metrics.client;
  // One sample for all gauges of a scrape.
  let sampled: Promise<Sample> | null = null;
  const sample = () => {
    sampled ??= takeSample(measured.store).finally(() => {
      sampled = null;
    });
    return sampled;
  };
  for (const [name, help, value] of GAUGES) {
    new Gauge({
      name,
      help,
      async collect() {
        const now = value(await sample(), measured);
        if (now === null) this.remove();
        else this.set(now);
      },
    });
  }
  for (const [name, help, value] of COUNTERS) {
    new Counter({
      name,
      help,
      collect() {
        this.reset();
        this.inc(value(measured));
      },
    });
  }
}

async function takeSample(store: Store): Promise<Sample> {
  const totalOf = async (list: Promise<{ total: number }>) =>
    list.then(
      ({ total }) => total,
      () => null,
    );
  const [health, quotes, speakers] = await Promise.all([
    store.health(),
    totalOf(store.quotes({ limit: 1 })),
    totalOf(store.speakers({ limit: 1 })),
  ]);
  return { health, quotes, speakers, measures: store.measures() };
}
