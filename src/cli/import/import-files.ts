import { availableParallelism } from "node:os";
import type { ExtractOptions } from "../../extraction/extract.ts";
import { type Extracted, extractOnThread, extractSource } from "../../publishing/extract-source.ts";
import { beginPublishing } from "../../publishing/publish-source.ts";
import { PublishingRefused } from "../../publishing/refusal.ts";
import type { Published } from "../../publishing/write-version.ts";
import { type Desk, DeskUnwritable } from "../../store/desk.ts";
import { DryDesk } from "../../store/files/desk/dry-desk.ts";
import { openFolderDesk } from "../../store/files/folder-desk.ts";
import { Workers } from "../../workers/workers.ts";
import { type SourcesOptions, sourcesOf, totalSize } from "./import-sources.ts";
import type { ImportSource, ReadSource } from "./source.ts";

/** Sources that are extracted in this thread before other threads are started: a handful is done sooner than a thread is up. */
const BEFORE_THREADS = 5;
/** Sources in work at a time for each thread; bounds the memory of a long import. */
const AHEAD = 8;
/** Milliseconds one extraction may take: far more than the largest source needs, which is extracted at about a megabyte a second. */
const TIME_LIMIT = 300_000;

export interface ImportOptions
  extends SourcesOptions,
    Pick<ExtractOptions, "slug" | "language" | "publishedAt" | "sourceUrl" | "publisher"> {
  /** The data folder; made when it is not there. */
  dataDir: string;
  /** Say what would be done, write nothing. */
  dryRun: boolean;
  /** Serve withdrawn articles again. */
  restore?: boolean | undefined;
  /** The time of the import. */
  now: Date;
  /** Threads to extract on; as many as there are cores when not given. */
  threads?: number | undefined;
  /** Told of every source, in order, when it is done, and which part of all bytes is done (0 to 1). */
  onOutcome: (outcome: ImportOutcome, done: number) => void;
}

/** What became of one source. */
export type ImportOutcome = ({ source: string } & Omit<Published, "before">) | { source: string; state: "failed"; message: string };

export type ImportCounts = Record<ImportOutcome["state"], number>;

/**
 * Imports files, folders and NDJSON into a data folder. A source that is there already (the same bytes or the same
 * address, or `slug` names its article) is imported again, see `publish`: slug, `importedAt` and quote ids stay. One that is given a slug
 * no article has is renamed, and the slug before becomes an alias. Another article with a taken slug gets the next free
 * one. A source that fails writes nothing and does not stop the others.
 *
 * @returns how many sources became what.
 */
export async function importFiles(paths: string[], options: ImportOptions): Promise<ImportCounts> {
  const counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, failed: 0 };
  const desk = options.dryRun ? new DryDesk(options.dataDir) : openFolderDesk(options.dataDir);
  const threads = options.threads ?? availableParallelism();
  const total = await totalSize(paths);
  const pending: { size: number; finish: () => Promise<ImportOutcome> }[] = [];
  let workers: Workers | null = null;
  let seen = 0;
  let done = 0;
  const settle = async (most: number) => {
    for (let next = pending[0]; next !== undefined && pending.length > most; next = pending[0]) {
      pending.shift();
      const outcome = await next.finish();
      counts[outcome.state] += 1;
      done += next.size;
      options.onOutcome(outcome, total === 0 ? 1 : Math.min(1, done / total));
    }
  };
  try {
    for await (const source of sourcesOf(paths, options)) {
      seen += 1;
      if (seen > BEFORE_THREADS && threads > 1) workers ??= new Workers({ threads, timeLimit: TIME_LIMIT });
      const refused = { name: source.name, message: "--slug is for one source; import the others without it.", size: source.size };
      const one = seen > 1 && options.slug !== undefined ? refused : source;
      pending.push({ size: source.size, finish: begin(desk, one, options, extractor(workers)) });
      await settle(workers === null ? 0 : threads * AHEAD);
    }
    await settle(0);
  } finally {
    await workers?.close();
    await desk.close();
  }
  return counts;
}

type Extract = (raw: Uint8Array, options: ExtractOptions) => Promise<Extracted>;

/** @param workers `null` to extract in this thread */
function extractor(workers: Workers | null): Extract {
  if (workers === null) return async (raw, options) => extractSource({ raw, options });
  return (raw, options) => extractOnThread(workers, raw, options);
}

/** Starts to import a source; the function returned ends it and is to be called in the order of the sources. */
function begin(desk: Desk, source: ImportSource, options: ImportOptions, extract: Extract): () => Promise<ImportOutcome> {
  if ("message" in source) return async () => failed(source, source.message);
  const { language, publishedAt, sourceUrl, publisher, slug, restore, now } = options;
  const finish = beginPublishing(
    desk,
    {
      raw: source.raw,
      mediaType: source.mediaType,
      // What a row says wins over the flags.
      given: { language, publishedAt, sourceUrl, publisher, ...source.known },
      slug,
      wish: source.slug,
      fileName: source.name,
      titledByName: source.isFile,
    },
    { extract, now, restore },
  );
  return async () => {
    try {
      const { before: _, ...outcome } = await finish();
      return { source: source.name, ...outcome };
    } catch (error) {
      return failed(source, `${(error as Error).message}${moreOf(error, source, options)}`);
    }
  };
}

/** What an operator may know beside what all are told. */
function moreOf(error: unknown, { cure }: ReadSource, { dataDir }: ImportOptions): string {
  if (error instanceof DeskUnwritable) return ` It is ${dataDir}.`;
  if (!(error instanceof PublishingRefused)) return "";
  if (error.code === "unreadable" && cure !== undefined) return ` ${cure}`;
  return error.code === "withdrawn" ? " Import it with --restore to serve it again." : "";
}

function failed({ name }: ImportSource, message: string): ImportOutcome {
  return { source: name, state: "failed", message };
}
