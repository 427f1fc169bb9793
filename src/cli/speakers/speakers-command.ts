import { resolve } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { SpeakerSummary } from "../../article/model/items.ts";
import { counted } from "../../article/words/counted.ts";
import { openStore, type ReadPlace } from "../open-store.ts";
import { refuse, type Terminal } from "../terminal.ts";
import { readSpeakers, withAppearances } from "./known-speakers.ts";
import type { Suspicion } from "./suspicion.ts";
import { suspicionsAmong } from "./suspicions.ts";

export const SPEAKERS_HELP = `Usage: verbatim speakers [options]

Lists the speakers of the archive, by name: the database that DATABASE_URL names; without it, the data folder (DATA_DIR, else
data). One line each: id, name, type, numbers of quotes and articles, separated by tabs.

With --suspicious it lists what is likely wrong instead, the surest first: names that are written in two ways, one id that is
"she" in one article and "he" in another, titles, verbs, digits or capitals in names, organisations taken for people, a
surname alone beside one full name, another name that is somebody else's. Each has a line for speakers.json that mends it,
where it is what it seems: look before you put it in. Where speakers.json has the id already, add to its entry instead.

Options:
  --suspicious  list likely wrong merges and names
  --data DIR    the data folder, also where DATABASE_URL is set
  --json        print one JSON object a line
  --help        print this text

Exit code: 0, also where something is suspicious; 1 when the archive cannot be read, 2 for a wrong command line.
`;

export const SPEAKERS_OPTIONS = {
  suspicious: { type: "boolean" },
  data: { type: "string" },
  json: { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig;

/** `verbatim speakers`. @returns the exit code. @throws what parseArgs throws, Error when the archive cannot be read */
export async function speakersCommand(args: string[], place: ReadPlace, terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: SPEAKERS_OPTIONS });
  if (positionals.length > 0) return refuse("speakers", `speakers takes no "${positionals.join(" ")}".`, terminal);
  const { suspicious = false, json = false, data } = values;
  const { stdout } = terminal;
  const store = await openStore(data === undefined ? place : { ...place, dataDir: resolve(data), databaseUrl: null }, terminal.stderr);
  try {
    const speakers = await readSpeakers(store);
    if (!suspicious) {
      for (const speaker of speakers) stdout.write(json ? `${JSON.stringify(speaker)}\n` : lineOf(speaker));
      return 0;
    }
    const found = suspicionsAmong(await withAppearances(store, speakers));
    for (const suspicion of found) stdout.write(json ? `${JSON.stringify(suspicion)}\n` : described(suspicion));
    if (!json) stdout.write(`${counted(speakers.length, "speaker")}, ${found.length} of them or their pairs suspicious\n`);
    return 0;
  } finally {
    await store.close();
  }
}

function lineOf({ id, name, type, quoteCount, articleCount }: SpeakerSummary): string {
  return `${[id, name, type, quoteCount, articleCount].join("\t")}\n`;
}

function described({ what, why, line }: Suspicion): string {
  return `${what}: ${why}\n  ${JSON.stringify(line)}\n`;
}
