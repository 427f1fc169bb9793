import { extname } from "node:path";
import { counted } from "../../article/words/counted.ts";
import { NOTES, type NoteCode } from "../../extraction/reading/notes.ts";
import { Progress } from "../progress.ts";
import { printable, type Terminal } from "../terminal.ts";
import type { ImportCounts, ImportOutcome } from "./import-files.ts";

/** More sources than this are summed up instead of listed one by one. */
const MAX_LISTED = 25;

/** What import says: the first sources one by one, failures always, then the sums; progress on a terminal. */
export class Report {
  readonly #stdout: Terminal["stdout"];
  readonly #progress: Progress;
  readonly #dryRun: boolean;
  readonly #notes = new Map<NoteCode, number>();
  readonly #passedOver = new Map<string, number>();
  readonly #items = new Map<string, number>();
  #done = 0;
  #unlisted = 0;
  #quotes = 0;
  #unattributed = 0;
  #omitted = 0;

  constructor(stdout: Terminal["stdout"], stderr: Terminal["stderr"], dryRun: boolean) {
    // Names and titles are what the files say.
    this.#stdout = { write: (text) => stdout.write(printable(text)) };
    this.#progress = new Progress(stderr);
    this.#dryRun = dryRun;
  }

  /** A file of a folder that no one named and import does not read. */
  passOver(path: string): void {
    const ending = extname(path).toLowerCase() || "without an ending";
    this.#passedOver.set(ending, (this.#passedOver.get(ending) ?? 0) + 1);
  }

  /** An item of an export that is not a published article. */
  passOverItem(what: string): void {
    this.#items.set(what, (this.#items.get(what) ?? 0) + 1);
  }

  add(outcome: ImportOutcome, done: number): void {
    this.#done += 1;
    if (outcome.state === "failed") this.#progress.line(`${outcome.source}: ${outcome.message}`);
    else this.#addArticle(outcome);
    this.#progress.show(this.#done, done, `${this.#done} articles, ${this.#quotes} quotes`);
  }

  #addArticle({ source, state, renamedFrom, article, notes }: Exclude<ImportOutcome, { state: "failed" }>): void {
    const unattributed = article.quotes.filter(({ attribution }) => attribution.speakers.length === 0 && attribution.mention === null);
    this.#quotes += article.quotes.length;
    this.#unattributed += unattributed.length;
    this.#omitted += article.source.omitted.length;
    for (const { code, count } of notes) this.#notes.set(code, (this.#notes.get(code) ?? 0) + count);
    if (this.#done > MAX_LISTED) {
      this.#unlisted += 1;
      return;
    }
    this.#progress.end();
    this.#stdout.write(`${this.#dryRun ? "would be " : ""}${state}  ${article.slug}  (${source})\n`);
    if (renamedFrom !== null)
      this.#stdout.write(`  renamed from ${renamedFrom}, which ${this.#dryRun ? "would redirect" : "redirects"} here\n`);
    const [words, quotes, speakers] = [article.wordCount, article.quotes.length, article.speakers.length];
    this.#stdout.write(`  ${counted(words, "word")}, ${counted(quotes, "quote")}, ${counted(speakers, "speaker")}\n`);
    for (const omission of article.source.omitted)
      this.#stdout.write(`  left out (${omission.reason}): ${excerpt(plain(omission.text))}\n`);
    for (const quote of unattributed) this.#stdout.write(`  no speaker named: ${excerpt(quote.text)}\n`);
    for (const note of notes) this.#stdout.write(`  ${note.message} (${note.count})\n`);
  }

  end(counts: ImportCounts): void {
    this.#progress.end();
    if (this.#passedOver.size > 0) {
      const files = counted(
        [...this.#passedOver.values()].reduce((sum, count) => sum + count),
        "file",
      );
      const endings = [...this.#passedOver].map(([ending, count]) => `${ending} (${count})`).join(", ");
      this.#stdout.write(
        `${files} passed over: ${endings}. Only texts, Markdown, HTML, NDJSON and exports in a folder are read; name others one by one\n`,
      );
    }
    if (this.#items.size > 0) {
      const items = [...this.#items].map(([what, count]) => `${what} (${count})`).join(", ");
      const hasTypes = [...this.#items.keys()].some((what) => /^(?:pages|items of type )/.test(what));
      this.#stdout.write(`Not published articles, and passed over: ${items}${hasTypes ? "; --post-type reads other types, too" : ""}\n`);
    }
    if (this.#done === 0) return;
    if (this.#unlisted > 0) {
      const article = this.#unlisted === 1 ? "article is" : "articles are";
      this.#stdout.write(`${this.#unlisted} more ${article} not listed: only the first ${MAX_LISTED} sources and those that failed are\n`);
    }
    const states = Object.entries(counts).filter(([, count]) => count > 0);
    this.#stdout.write(
      `${states.map(([state, count]) => `${count} ${state}`).join(", ")}${this.#dryRun ? " (dry run, nothing written)" : ""}; `,
    );
    this.#stdout.write(
      `${counted(this.#quotes, "quote")}, ${this.#unattributed} of them without a named speaker; ${counted(this.#omitted, "block")} left out\n`,
    );
    if (this.#done > MAX_LISTED) for (const [code, count] of this.#notes) this.#stdout.write(`${NOTES[code]} (${count})\n`);
  }
}

/** What is left out is kept as the raw file has it, with the tags in it. */
function plain(text: string): string {
  return text.replace(/<\/?[a-z][^<>]*>/gi, " ");
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 70 ? line : `${line.slice(0, 67).toWellFormed()}...`;
}
