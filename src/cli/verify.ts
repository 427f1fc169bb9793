import { readFile as readBytes } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { toInstant } from "../article/model/instants.ts";
import type { Article } from "../article/model/schema.ts";
import { findQuotes } from "../extraction/find-quotes.ts";
import { extractGiven } from "../extraction/given-source.ts";
import { decode } from "../extraction/reading/decode.ts";
import { declaredCharset } from "../extraction/reading/encoding.ts";
import { type MediaType, sniffMediaType } from "../extraction/reading/media-type.ts";
import { UnreadableSource } from "../extraction/reading/unreadable-source.ts";
import type { Site } from "../representations/links.ts";
import { presentSlug } from "../store/look-up.ts";
import type { Store } from "../store/store.ts";
import { TextArchive } from "../store/text-archive.ts";
import { MAX_CANDIDATES } from "../verification/probes.ts";
import { checkText, wholeAnswer } from "../verification/text/check-text.ts";
import { GivenTexts } from "../verification/text/given-texts.ts";
import { reportText } from "../verification/text/report-text.ts";
import type { Archive } from "../verification/text/text-to-check.ts";
import type { TextVerification } from "../verification/text/text-verification.ts";
import { isTurned } from "../verification/text/verdict.ts";
import { reasonOf } from "./import/source.ts";
import { openStore, type ReadPlace } from "./open-store.ts";
import { refuse, type Terminal } from "./terminal.ts";
import { reportJson } from "./verify-report.ts";

export const VERIFY_HELP = `Usage: verbatim verify FILE... [options]

Checks the quotes of texts (plain text, Markdown or HTML; "-" is standard input) against the archive: the database that
DATABASE_URL names; without it, the data folder (DATA_DIR, else data). Prints each quote in marks that is altered, not found
or said by somebody else, with its line and column and what is recorded:
  draft.txt:12:5: altered: "We have 1,200 names"
    difference: We have [-1,100-] {+1,200+} names
    recorded: Maud Ashby, in "Ferry Stays" (ferry-stays, 2026-09-14)
[-...-] stands in the record only, {+...+} in the text only. It also prints words that are recorded but may mislead: in a text
that was corrected since, cut from beside a negation, quoted from somebody else, or by a speaker who is not surely the recorded
one; without --strict they do not change the exit code. Words in marks are checked; indirect speech is not.

Options:
  --source FILE     check against this file instead of the archive; may be repeated
  --article SLUG    look in this article only; may be repeated
  --exclude SLUG    leave this article out, an earlier version of the text, say; may be repeated
  --data DIR        the data folder, also where DATABASE_URL is set
  --strict          quotes by somebody else, in the reporter's words only, in an earlier version of an article only, cut from
                    beside a negation or a condition, or unchecked count as well
  --json            print one JSON object a file, as POST /v1/verifications answers, with "file"
  --help            print this text

An article of the archive with exactly the text of a file is left out, unless --article names articles.

Exit code: 0 when all quotes are recorded as they stand, 1 when one is altered or not found, 2 for a wrong command line, a
file that cannot be read, or an archive that cannot be reached.
`;

export const VERIFY_OPTIONS = {
  source: { type: "string", multiple: true },
  article: { type: "string", multiple: true },
  exclude: { type: "string", multiple: true },
  data: { type: "string" },
  strict: { type: "boolean" },
  json: { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig;

/** `verbatim verify`. @returns the exit code. @throws what parseArgs throws */
export async function verifyCommand(args: string[], place: ReadPlace, terminal: Terminal & { stdin: Readable }): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: VERIFY_OPTIONS });
  const wrong = explainWrong(values, positionals);
  if (wrong !== null) return refuse("verify", wrong, terminal);
  let against: { archiveFor: (revision: string | null) => Archive; close: () => Promise<void> } | null = null;
  try {
    against = values.source === undefined ? await openArchive(values, place, terminal) : await readSources(values.source, terminal.stdin);
    const site = { publicUrl: place.publicUrl ?? "" };
    let code = 0;
    for (const path of positionals) code = Math.max(code, await verifyFile(path, against.archiveFor, values, site, terminal));
    return code;
  } catch (error) {
    // 1 says that a quote is wrong: whatever keeps quotes from being checked is not that.
    terminal.stderr.write(`${(error as Error).message}\n`);
    return 2;
  } finally {
    await against?.close();
  }
}

type Values = { source?: string[]; article?: string[]; exclude?: string[]; data?: string; strict?: boolean; json?: boolean };

function explainWrong({ source, article, exclude, data }: Values, paths: string[]): string | null {
  if (source !== undefined && (article !== undefined || exclude !== undefined || data !== undefined)) {
    return "--source takes the place of the archive: leave --article, --exclude and --data out.";
  }
  if (paths.length === 0 || [...paths, ...(source ?? [])].includes("")) return "verify needs a file, or - for standard input.";
  const standard = [...paths, ...(source ?? [])].filter((path) => path === "-").length;
  return standard > 1 ? "Standard input can be read once: give - once." : null;
}

/** A file that cannot be read fails alone: the others are checked. @returns the exit code for it */
async function verifyFile(
  path: string,
  archiveFor: (revision: string | null) => Archive,
  { json, strict }: Values,
  site: Site,
  { stdin, stdout, stderr }: Terminal & { stdin: Readable },
): Promise<number> {
  const file = await readFile(path, stdin).then(quotesOfFile, (error: Error) => error);
  if (file instanceof Error) {
    stderr.write(`${file.message}\n`);
    return 2;
  }
  const { found } = file;
  const answer = await wholeAnswer(checkText(found, archiveFor(found.revision)));
  stdout.write(json ? reportJson(path, answer, site) : reportText(path, found.source, answer));
  return isWrong(answer, strict) ? 1 : 0;
}

function isWrong({ counts, quotes }: TextVerification, strict = false): boolean {
  const { words, speaker, unchecked } = counts;
  if (words.altered + words.none > 0) return true;
  return (
    strict && (words.reported + speaker.mismatch + unchecked > 0 || quotes.some((quote) => isTurned(quote) || quote.revision !== null))
  );
}

interface ReadFile {
  path: string;
  raw: Uint8Array;
  source: string;
  mediaType: MediaType;
}

/** @throws Error with a message for the user */
async function readFile(path: string, stdin: Readable): Promise<ReadFile> {
  const raw = await (path === "-" ? buffer(stdin) : readBytes(path)).catch((error) => {
    throw new Error(`${path}: ${reasonOf(error, path)}`);
  });
  return explained(path, () => {
    const { text } = decode(raw, declaredCharset(raw));
    return { path, raw, source: text, mediaType: sniffMediaType(text, path === "-" ? undefined : path) };
  });
}

function quotesOfFile(file: ReadFile) {
  return { ...file, found: explained(file.path, () => findQuotes({ content: file.raw, mediaType: file.mediaType })) };
}

/** Does something with a file. @throws Error that names the file where it cannot be read */
function explained<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    throw new Error(`${path}: ${error.code === "empty" ? "The file is empty: there is nothing to check." : error.message}`);
  }
}

async function readSources(paths: string[], stdin: Readable) {
  const articles: Article[] = [];
  for (const [index, path] of paths.entries()) {
    const { source, mediaType } = await readFile(path, stdin);
    const form = { "text/plain": "text", "text/markdown": "markdown", "text/html": "html" }[mediaType];
    articles.push(explained(path, () => extractGiven({ [form]: source }, index + 1, toInstant(new Date()))));
  }
  return { archiveFor: () => new GivenTexts(articles), close: async () => {} };
}

async function openArchive({ article, exclude, data }: Values, place: ReadPlace, { stderr }: Terminal) {
  const store = await openStore(data === undefined ? place : { ...place, dataDir: resolve(data), databaseUrl: null }, stderr);
  try {
    if ((await store.health()).articles === 0) throw new Error("The archive has no articles: nothing to check against.");
    const part = { articles: await presentSlugs(store, article), exclude: await presentSlugs(store, exclude) };
    const archiveFor = (revision: string | null) => new TextArchive(store, { ...part, revision }, MAX_CANDIDATES);
    return { archiveFor, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function presentSlugs(store: Store, slugs: string[] | undefined): Promise<string[] | undefined> {
  const present = async (slug: string) => {
    const found = await presentSlug(store, slug);
    if (found === null) throw new Error(`There is no article "${slug}".`);
    return found;
  };
  return slugs && Promise.all(slugs.map(present));
}
