import { statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { type Office, openOffice } from "../office/office.ts";
import { Origin } from "../pull/origin.ts";
import { readOrigin } from "../pull/origin-address.ts";
import { ArchivePull, type PullReport } from "../pull/pull-archive.ts";
import { PullRefused } from "../pull/pull-refused.ts";
import { type Desk, DeskBusy, DeskUnwritable } from "../store/desk.ts";
import { makeFolder } from "../store/files/make-folder.ts";
import { StoreUnavailable } from "../store/store.ts";
import { type ArchivePlace, openDesk, withArchive } from "./archive-place.ts";
import { Progress } from "./progress.ts";
import { printable, refuse, type Terminal } from "./terminal.ts";

export const PULL_HELP = `Usage: verbatim pull URL [options]

Makes an archive a copy of another Verbatim, and keeps it one: articles, their earlier revisions, withdrawals, new names and
removals, and the other names and links of speakers. URL is the address of the other one's start page. The first pull takes
everything, later ones what changed since; run an interrupted one again to continue.

The copy is written to the database that DATABASE_URL names, else to the data folder, while a server may serve it. Articles of
your own in it stay, and so do the corrections and speakers that your editors wrote.

Options:
  --every SECONDS  go on, and ask for changes again after so many seconds
  --restart        begin with the first change and compare every article; also to make it a copy of another archive
  --data PATH      the data folder (default: DATA_DIR, else data); it is made when there is none
  --help           print this text

Exit code: 0 when the copy is complete, 1 when it is not (each article that was not taken over is a line on stderr), 2 for a
wrong command line.
`;

export const PULL_OPTIONS = {
  every: { type: "string" },
  restart: { type: "boolean", default: false },
  data: { type: "string" },
} as const satisfies ParseArgsOptionsConfig;

/** Milliseconds after which the list of speakers is read again although no article changed. */
const SPEAKERS_AGAIN = 10 * 60_000;

/** Lines about articles that were not taken over, of one round. */
const MOST_LINES = 20;

/** `verbatim pull`. @param signal ends it between two articles. @returns the exit code. @throws what parseArgs throws */
export async function pullCommand(args: string[], place: ArchivePlace, terminal: Terminal, signal?: AbortSignal): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: PULL_OPTIONS });
  const [url, ...rest] = positionals;
  if (url === undefined) return refuse("pull", "Say which archive to copy: verbatim pull https://news.example", terminal);
  if (rest.length > 0) return refuse("pull", "pull takes one address.", terminal);
  const every = values.every === undefined ? null : Number(values.every);
  if (every !== null && !(Number.isInteger(every) && every >= 1 && every <= 86_400))
    return refuse("pull", `--every takes whole seconds from 1 to 86400, not "${values.every}".`, terminal);
  try {
    const base = readOrigin(url);
    return await withCopy(place, values.data, (desk, office) =>
      follow(new Follower(base, desk, office, terminal, signal), values.restart, every),
    );
  } catch (error) {
    if (signal?.aborted) return 0;
    if (!(error instanceof PullRefused || isOwnFault(error))) throw error;
    terminal.stderr.write(`${printable(error.message)}\n`);
    return 1;
  }
}

/** Opens what is written; a folder is made where there is none. */
function withCopy(place: ArchivePlace, folder: string | undefined, work: (desk: Desk, office: Office) => Promise<number>): Promise<number> {
  return withArchive(place, folder, async (archive) => {
    if ("folder" in archive && statSync(archive.folder, { throwIfNoEntry: false }) === undefined) makeFolder(archive.folder);
    const desk = openDesk(archive);
    const office = await openOffice(archive);
    try {
      if (office.unwritable !== null) throw new DeskUnwritable(office.unwritable);
      return await work(desk, office);
    } finally {
      await desk.close();
      await office.close();
    }
  });
}

/** One round after the other; between them only what passes is waited for. */
async function follow(follower: Follower, restart: boolean, every: number | null): Promise<number> {
  if (every === null) return follower.round(restart);
  let isFirst = true;
  while (!follower.isEnded) {
    try {
      await follower.round(restart && isFirst);
      isFirst = false;
    } catch (error) {
      if (follower.isEnded) break;
      if (!(error instanceof PullRefused && error.passes) && !isOwnFault(error)) throw error;
      follower.say(`${error.message} Trying again in ${every} s.`);
    }
    await setTimeout(every * 1000, null, { signal: follower.signal as AbortSignal }).catch(() => {});
  }
  return 0;
}

/** Whether this archive cannot be written now: its disk is full, its database away, or others write it. */
function isOwnFault(error: unknown): error is Error {
  return [DeskBusy, DeskUnwritable, StoreUnavailable].some((kind) => error instanceof kind);
}

/** Pulls, and says what comes. */
class Follower {
  readonly signal: AbortSignal | undefined;
  readonly #origin: Origin;
  readonly #desk: Desk;
  readonly #office: Office;
  readonly #terminal: Terminal;
  readonly #progress: Progress;
  #pull: ArchivePull | null = null;
  #speakersAt = Number.NEGATIVE_INFINITY;
  #lines = 0;

  constructor(base: string, desk: Desk, office: Office, terminal: Terminal, signal: AbortSignal | undefined) {
    this.signal = signal;
    this.#desk = desk;
    this.#office = office;
    this.#terminal = terminal;
    this.#progress = new Progress(terminal.stderr);
    const onWait = (reason: string, wait: number) => this.say(`${reason} Waiting ${Math.ceil(wait / 1000)} s.`);
    this.#origin = new Origin(base, { signal, onWait });
  }

  get isEnded(): boolean {
    return this.signal?.aborted === true;
  }

  say(text: string): void {
    this.#progress.line(text);
  }

  /** @returns the exit code. @throws PullRefused */
  async round(restart: boolean): Promise<number> {
    this.#lines = 0;
    const isFirst = this.#pull === null;
    try {
      this.#pull ??= await ArchivePull.open(
        {
          origin: this.#origin,
          desk: this.#desk,
          office: this.#office,
          onProgress: (report) => this.#progress.show(sumOf(report), null, describe(report)),
          onRefused: (slug, reason) => this.#refused(slug, reason),
        },
        restart,
      );
      const now = performance.now();
      const withSpeakers = now - this.#speakersAt >= SPEAKERS_AGAIN;
      const report = await this.#pull.run(withSpeakers);
      if (withSpeakers) this.#speakersAt = now;
      this.#progress.end();
      if (isFirst || sumOf(report) > report.unchanged) this.#terminal.stdout.write(`${describe(report)}\n`);
      return report.refused === 0 ? 0 : 1;
    } finally {
      this.#progress.end();
    }
  }

  #refused(slug: string, reason: string): void {
    this.#lines += 1;
    if (this.#lines <= MOST_LINES) this.say(`${slug} was not taken over: ${reason}.`);
    if (this.#lines === MOST_LINES + 1) this.say("More articles were not taken over; the sum says how many.");
  }
}

function sumOf(report: PullReport): number {
  return Object.values(report).reduce((sum, count) => sum + count, 0);
}

function describe({ added, changed, withdrawn, removed, unchanged, refused }: PullReport): string {
  const parts = [`${added} added`, `${changed} changed`, `${unchanged} unchanged`];
  if (withdrawn > 0) parts.push(`${withdrawn} withdrawn`);
  if (removed > 0) parts.push(`${removed} removed`);
  if (refused > 0) parts.push(`${refused} not taken over`);
  return parts.join(", ");
}
