import { toInstant } from "../../article/model/instants.ts";
import type { Article } from "../../article/model/schema.ts";
import { findQuotes, type QuotesOfText, type SubmittedText } from "../../extraction/find-quotes.ts";
import { extractGiven, type GivenText } from "../../extraction/given-source.ts";
import { UnreadableSource } from "../../extraction/reading/unreadable-source.ts";
import type { Store } from "../../store/store.ts";
import { type ArchivePart, TextArchive } from "../../store/text-archive.ts";
import { MAX_CANDIDATES } from "../../verification/probes.ts";
import { checkText } from "../../verification/text/check-text.ts";
import { GivenTexts } from "../../verification/text/given-texts.ts";
import { markedQuotes, type Passage, passagesOf } from "../../verification/text/passages.ts";
import type { TextToCheck } from "../../verification/text/text-to-check.ts";
import { MAX_QUOTES, type TextLine } from "../../verification/text/text-verification.ts";
import { Workers } from "../../workers/workers.ts";
import { articleNamed } from "../named.ts";
import { HttpProblem } from "../problem.ts";
import { problemOfFailure } from "./extracting.ts";
import { pushed } from "./pushed.ts";
import { Turns } from "./turns.ts";

/** Milliseconds that reading and checking one text may take, and that it may wait for its turn before. */
const TIME_LIMIT = 30_000;
/** MiB of the heap of a thread. */
const HEAP_LIMIT = 512;
/** Texts that are checked at once, and those that wait: between two quotes of one, the server answers other requests. */
const MAX_RUNNING = 2;
const MAX_WAITING = 14;
/** Bytes of a text in UTF-8, and of all texts given along. */
export const MAX_TEXT_BYTES = 256 * 1024;
export const MAX_SOURCES_BYTES = 1024 * 1024;
/** Texts that may be given along. */
export const MAX_SOURCES = 20;

/** A text to check, and against what: the archive, a part of it, or texts given along. Slugs may be old ones. */
export interface TextRequest extends SubmittedText, Omit<ArchivePart, "revision"> {
  sources?: GivenText[] | undefined;
}

/** A text that has been read, and whose quotes are being checked. */
export interface TextInCheck {
  text: string;
  paragraphs: QuotesOfText["paragraphs"];
  /** What is checked, in the order in which lines come. */
  passages: Passage[];
  lines: AsyncGenerator<TextLine, void, void>;
}

/** Checks whole texts: they are read on threads of its own, and a bounded number is checked at once. */
export class Verifying {
  readonly #store: Store;
  readonly #timeLimit: number;
  readonly #workers: Workers;
  readonly #turns = new Turns(MAX_RUNNING, MAX_WAITING);

  /** @param timeLimit milliseconds of work after which the quotes of a text are left unchecked */
  constructor(store: Store, timeLimit = TIME_LIMIT) {
    this.#store = store;
    this.#timeLimit = timeLimit;
    this.#workers = new Workers({ threads: MAX_RUNNING, timeLimit: TIME_LIMIT, heapLimit: HEAP_LIMIT });
  }

  /**
   * Reads a text, then checks its quotes one after the other. What has not been checked when the time is over comes
   * unchecked; waiting for a turn does not count. The work ends with the iteration, or when `signal` is aborted.
   *
   * @throws HttpProblem `payload-too-large`, `unreadable-source`, `extraction-timeout`, `too-many-quotes`,
   * `article-not-found`, `unavailable` while too many texts wait, or when this one waited too long
   */
  async check(request: TextRequest, signal?: AbortSignal): Promise<AsyncGenerator<TextLine, void, void>> {
    return (await this.begin(request, signal)).lines;
  }

  /** Does what `check` does, and says before what was read. */
  async begin(request: TextRequest, signal?: AbortSignal): Promise<TextInCheck> {
    refuseLarge(request);
    const release = await this.#turns.next(TIME_LIMIT);
    const until = Date.now() + this.#timeLimit;
    try {
      const part = await this.#partOf(request);
      const { found, articles } = await this.#read(request);
      refuseMany(found);
      const lines = pushed<TextLine>(async (push, isStopped) => {
        const isAborted = () => isStopped() || signal?.aborted === true;
        try {
          if (articles === null) await this.#checkArchive(found, { ...part, revision: found.revision }, until, push, isAborted);
          else await this.#checkGiven({ text: found, articles, until }, push, isAborted);
        } finally {
          release();
        }
      });
      return { text: found.text, paragraphs: found.paragraphs, passages: passagesOf(found), lines };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Texts that are checked and that wait. */
  get load(): { running: number; waiting: number } {
    return this.#turns.load;
  }

  close(): Promise<void> {
    return this.#workers.close();
  }

  async #partOf({ articles, exclude, publishedFrom, publishedTo }: TextRequest): Promise<ArchivePart> {
    const present = (slugs: string[] | undefined) => slugs && Promise.all(slugs.map((slug) => articleNamed(this.#store, slug)));
    return { articles: await present(articles), exclude: await present(exclude), publishedFrom, publishedTo };
  }

  async #read({ content, mediaType, charset, sources }: TextRequest): Promise<ReadTexts> {
    const given = { submitted: { content, mediaType, charset }, sources: sources ?? null, now: toInstant(new Date()) };
    const outcome = await this.#workers.run(import.meta.url, readTexts, given).catch((error) => {
      throw problemOfFailure(error, TIME_LIMIT, "texts");
    });
    if ("unreadable" in outcome) throw new HttpProblem("unreadable-source", outcome.unreadable);
    return outcome;
  }

  async #checkArchive(
    text: TextToCheck,
    part: ArchivePart,
    until: number,
    push: (line: TextLine) => void,
    isAborted: () => boolean,
  ): Promise<void> {
    for await (const line of checkText(text, new TextArchive(this.#store, part, MAX_CANDIDATES), () => Date.now() > until)) {
      if (isAborted()) return;
      push(line);
    }
  }

  /** Checks on a thread: a text given along may be long, and every claim is compared with the whole of it. */
  async #checkGiven(given: Omit<GivenCheck, "stop">, push: (line: TextLine) => void, isAborted: () => boolean): Promise<void> {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const onMessage = (line: TextLine) => {
      if (isAborted()) Atomics.store(stop, 0, 1);
      else push(line);
    };
    await this.#workers.run(import.meta.url, checkGiven, { ...given, stop }, { onMessage }).catch((error) => {
      throw problemOfFailure(error, TIME_LIMIT, "texts");
    });
  }
}

function refuseLarge({ content, sources = [] }: TextRequest): void {
  const bytes = typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
  if (bytes > MAX_TEXT_BYTES) {
    throw new HttpProblem(
      "payload-too-large",
      `The text has ${bytes.toLocaleString("en")} bytes; at most ${MAX_TEXT_BYTES / 1024} KiB are checked. Send it in parts.`,
    );
  }
  const given = sources.reduce((sum, { text, markdown, html }) => sum + Buffer.byteLength(text ?? markdown ?? html ?? ""), 0);
  if (given > MAX_SOURCES_BYTES) {
    throw new HttpProblem(
      "payload-too-large",
      `The sources have ${given.toLocaleString("en")} bytes together; at most ${MAX_SOURCES_BYTES / 1024 / 1024} MiB are read. Send fewer of them.`,
    );
  }
}

function refuseMany({ quotes }: QuotesOfText): void {
  const marked = markedQuotes(quotes);
  const [first] = marked[MAX_QUOTES]?.segments ?? [];
  if (first === undefined) return;
  const words = first.text.length > 60 ? `${first.text.slice(0, 60)}…` : first.text;
  throw new HttpProblem(
    "too-many-quotes",
    `The text has ${marked.length} quotes in marks; at most ${MAX_QUOTES} are checked. The first one too many begins at character ${first.start}: “${words}”. Send the text in parts.`,
  );
}

interface ReadTexts {
  found: QuotesOfText;
  articles: Article[] | null;
}

/**
 * Reads a text and those given along, in a thread.
 * @returns why one of them cannot be read, or what they hold
 * @public named to the threads
 */
export function readTexts({
  submitted,
  sources,
  now,
}: {
  submitted: SubmittedText;
  sources: GivenText[] | null;
  now: string;
}): ReadTexts | { unreadable: string } {
  let reading = "";
  try {
    const found = findQuotes(submitted);
    const articles = sources?.map((source, index) => {
      reading = `Source ${index + 1} (sources[${index}]): `;
      return extractGiven(source, index + 1, now);
    });
    return { found, articles: articles ?? null };
  } catch (error) {
    if (error instanceof UnreadableSource) return { unreadable: `${reading}${error.message}` };
    throw error;
  }
}

interface GivenCheck {
  text: TextToCheck;
  articles: Article[];
  /** Milliseconds since 1970. */
  until: number;
  /** Shared: 1 where nobody waits for the answer any longer. */
  stop: Int32Array;
}

/**
 * Checks a text against others, in a thread.
 * @param tell is told each line
 * @public named to the threads
 */
export async function checkGiven({ text, articles, until, stop }: GivenCheck, tell: (line: TextLine) => void): Promise<void> {
  for await (const line of checkText(text, new GivenTexts(articles), () => Date.now() > until)) {
    if (Atomics.load(stop, 0) === 1) return;
    tell(line);
  }
}
