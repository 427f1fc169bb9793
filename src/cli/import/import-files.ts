import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { carryOver } from "../../article/corrections/carry-over.ts";
import { toInstant } from "../../article/model/instants.ts";
import type { Article, Given } from "../../article/model/schema.ts";
import { parseArticle } from "../../article/rules/check-article.ts";
import type { Extraction, ExtractOptions } from "../../extraction/extract.ts";
import type { Note } from "../../extraction/reading/notes.ts";
import { toMoment } from "../../extraction/reading/parts/dates/moment.ts";
import { articleFile, removeUnfinishedFiles, writeArticle } from "../../store/files/article-files.ts";
import { describeProblem, loadMachineArticle, SOURCES } from "../../store/files/data-folder.ts";
import { Workers } from "../../workers/workers.ts";
import { Catalogue } from "./catalogue.ts";
import { type Extracted, extractOnThread, extractSource } from "./extract-source.ts";
import { belowFileTitle } from "./file-title.ts";
import { type SourcesOptions, sourcesOf, totalSize } from "./import-sources.ts";
import { type ImportSource, type ReadSource, sha256Of } from "./source.ts";

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
  /** The time of the import. */
  now: Date;
  /** Threads to extract on; as many as there are cores when not given. */
  threads?: number | undefined;
  /** Told of every source, in order, when it is done, and which part of all bytes is done (0 to 1). */
  onOutcome: (outcome: ImportOutcome, done: number) => void;
}

/** What became of one source. */
export type ImportOutcome =
  | {
      source: string;
      state: "added" | "updated" | "unchanged";
      /** The slug it had until now, when it has another one. */
      renamedFrom: string | null;
      article: Article;
      notes: Note[];
    }
  | { source: string; state: "failed"; message: string };

export type ImportCounts = Record<ImportOutcome["state"], number>;

/**
 * Imports files, folders and NDJSON into a data folder. A source that is there already (the same bytes or the same
 * address, or `slug` names its article) is imported again: slug, `importedAt` and quote ids stay. One that is given a slug
 * no article has is renamed, and the slug before becomes an alias. Another article with a taken slug gets the next free
 * one. A source that fails writes nothing and does not stop the others.
 *
 * @returns how many sources became what.
 */
export async function importFiles(paths: string[], options: ImportOptions): Promise<ImportCounts> {
  const counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, failed: 0 };
  const importer = new Importer(options);
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
      pending.push({ size: source.size, finish: importer.begin(one, extractor(workers)) });
      await settle(workers === null ? 0 : threads * AHEAD);
    }
    await settle(0);
  } finally {
    await workers?.close();
  }
  return counts;
}

const FROM_NAME: Note = {
  code: "headline-from-name",
  message: "Nothing in the source is a headline; the name of its file became the headline.",
  count: 1,
};

type Extract = (raw: Uint8Array, options: ExtractOptions) => Promise<Extracted>;

/** @param workers `null` to extract in this thread */
function extractor(workers: Workers | null): Extract {
  if (workers === null) return async (raw, options) => extractSource({ raw, options });
  return (raw, options) => extractOnThread(workers, raw, options);
}

class Importer {
  readonly #options: ImportOptions;
  readonly #catalogue: Catalogue;
  readonly #importedAt: string;

  constructor(options: ImportOptions) {
    this.#options = options;
    if (!options.dryRun) removeUnfinishedFiles(options.dataDir);
    this.#catalogue = new Catalogue(options.dataDir);
    this.#importedAt = toInstant(options.now);
  }

  /** Starts the extraction of a source; the function returned ends it and is to be called in the order of the sources. */
  begin(source: ImportSource, extract: Extract): () => Promise<ImportOutcome> {
    if ("message" in source) return async () => ({ source: source.name, state: "failed", message: source.message });
    const known = this.#catalogue.find(source.sha256, source.known.sourceUrl ?? null, this.#options.slug);
    const given = this.#given(source, known);
    const extracted = extract(source.raw, this.#extractOptions(source, known, given));
    return async () => {
      try {
        return await this.#finish(source, await extracted, given, extract);
      } catch (error) {
        return { source: source.name, state: "failed", message: (error as Error).message };
      }
    };
  }

  /** What is said of a source: in its row, else by the flags, else when the article was imported before. */
  #given(source: ReadSource, slug: string | null): Given {
    const { language, publishedAt, sourceUrl, publisher } = this.#options;
    const now = { language, publishedAt, sourceUrl, publisher, ...source.known };
    const stated = Object.entries(now).filter(([, value]) => value !== undefined);
    const moments = stated.map(([field, value]) => [field, field.endsWith("At") ? (toMoment(value ?? "") ?? undefined) : value]);
    return { ...this.#catalogue.givenFor(slug, source.sha256), ...Object.fromEntries(moments) };
  }

  #extractOptions(source: ReadSource, slug: string | null, given: Given): ExtractOptions {
    const mediaType = source.mediaType ?? this.#catalogue.mediaTypeOf(source.sha256);
    return { ...given, fileName: source.name, mediaType, slug: slug ?? undefined, importedAt: this.#importedAt };
  }

  async #finish(source: ReadSource, extracted: Extracted, begun: Given, extract: Extract): Promise<ImportOutcome> {
    const titled = this.#belowFileTitle(source, extracted);
    if (titled !== null) {
      const again = await extract(titled.raw, this.#extractOptions(titled, null, begun));
      if ("article" in again) return this.#finish(titled, { ...again, notes: [...again.notes, FROM_NAME] }, begun, extract);
    }
    if ("message" in extracted) return { source: source.name, state: "failed", message: extracted.message };
    const { article } = extracted;
    const known = this.#catalogue.find(source.sha256, article.sourceUrl, this.#options.slug);
    const slug = this.#slugFor(known, this.#options.slug ?? source.slug, article.slug);
    const given = this.#given(source, known);
    if (slug !== article.slug || !isDeepStrictEqual(given, begun)) {
      // Ids are made of the slug, so the article is extracted once more under the one it gets; so is one that turns out, by
      // the address in its page, to be one of which something was said before.
      const again = await extract(source.raw, this.#extractOptions(source, slug, given));
      if ("message" in again) return { source: source.name, state: "failed", message: again.message };
      return this.#write(source, again, known, given);
    }
    return this.#write(source, extracted, known, given);
  }

  /** The source with its file's name as the headline, where nothing in it is one; `null` for what has one, and for what is known. */
  #belowFileTitle(source: ReadSource, extracted: Extracted): ReadSource | null {
    const lacks =
      "message" in extracted ? /^no-/.test(extracted.code ?? "") : extracted.notes.some(({ code }) => code === "no-headline-line");
    if (!lacks || !source.isFile || this.#catalogue.mediaTypeOf(source.sha256) !== undefined) return null;
    const titled = belowFileTitle(source.name, source.raw);
    return titled === null ? null : { ...source, ...titled, sha256: sha256Of(titled.raw), isFile: false };
  }

  /** A slug that is asked for renames an article when it is free; one that is made of the headline never does. */
  #slugFor(known: string | null, asked: string | undefined, made: string): string {
    if (known === null) return this.#catalogue.freeSlug(asked ?? made);
    return asked !== undefined && this.#catalogue.isFree(asked) ? asked : known;
  }

  async #write(source: ReadSource, extraction: Extraction, known: string | null, given: Given): Promise<ImportOutcome> {
    const { dataDir, dryRun } = this.#options;
    const { article: extracted, notes, inferred } = extraction;
    const made = Object.keys(given).length === 0 ? extracted : { ...extracted, source: { ...extracted.source, given } };
    const loaded = known === null ? null : loadMachineArticle(dataDir, known);
    if (loaded !== null && loaded.value === null) {
      const message = `The article it would replace is broken. ${loaded.problems.slice(0, 3).map(describeProblem).join(" ")}`;
      return { source: source.name, state: "failed", message };
    }
    const previous = loaded?.value ?? null;
    const { article, faults } = parseArticle(previous === null ? made : carryOver(made, previous, inferred));
    if (article === null)
      throw new Error(`Extraction made an unsound article (please report it): ${faults[0]?.path} ${faults[0]?.message}`);
    const renamedFrom = previous !== null && previous.slug !== article.slug ? previous.slug : this.#catalogue.halfRenamedFrom(article.slug);
    const state = previous === null ? "added" : articleFile(article) === articleFile(previous) ? "unchanged" : "updated";
    const isThere = state === "unchanged" && renamedFrom === null && holds(join(dataDir, SOURCES, `${article.slug}.txt`), source.raw);
    if (!dryRun && !isThere) await writeArticle(dataDir, article, source.raw, renamedFrom);
    this.#catalogue.add(article);
    return { source: source.name, state, renamedFrom, article, notes };
  }
}

/** Whether a file is there with exactly these bytes. */
function holds(path: string, content: Uint8Array): boolean {
  return existsSync(path) && readFileSync(path).equals(content);
}
