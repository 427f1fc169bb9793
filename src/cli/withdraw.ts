import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { Tombstone } from "../article/model/history.ts";
import { purge, restore, withdraw } from "../publishing/withdraw.ts";
import type { Desk } from "../store/desk.ts";
import type { ArchivePlace } from "./archive-place.ts";
import { refuse, type Terminal } from "./terminal.ts";
import { withDesk } from "./with-desk.ts";

export const WITHDRAW_HELP = `Usage: verbatim withdraw SLUG --reason TEXT [options]
       verbatim withdraw SLUG --purge

Takes an article out of the archive. Its address, its parts, quotes and pages then answer 410 with a notice: when it was
withdrawn, and the reason, which readers see. It is in no list, search, feed or check of quotes any more, and no import
brings it back by itself. Its files and history stay until they are purged: "verbatim restore SLUG" serves it again.

With --purge its files and history are deleted for good. The notice stays. An article that is withdrawn already needs no
--reason; a new one takes the place of the one before.

The article is that of the database that DATABASE_URL names, else of the data folder. A running server knows at once.

Options:
  --reason TEXT  why, for readers
  --purge        delete its files and history as well
  --dry-run      print what would be done, write nothing
  --data DIR     the data folder (default: DATA_DIR, else data)
  --help         print this text

Exit code: 0 when it is done, 1 when not (there is no such article, say), 2 for a wrong command line.
`;

export const RESTORE_HELP = `Usage: verbatim restore SLUG [options]

Serves a withdrawn article again, as it was. One whose files were purged is imported again instead:
"verbatim import FILE --restore".

Options:
  --dry-run   print what would be done, write nothing
  --data DIR  the data folder (default: DATA_DIR, else data)
  --help      print this text

Exit code: 0 when it is done, 1 when not (it is not withdrawn, say), 2 for a wrong command line.
`;

export const RESTORE_OPTIONS = { data: { type: "string" }, "dry-run": { type: "boolean" } } as const satisfies ParseArgsOptionsConfig;
export const WITHDRAW_OPTIONS = {
  ...RESTORE_OPTIONS,
  reason: { type: "string" },
  purge: { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig;

/** `verbatim withdraw`. @returns the exit code. @throws what parseArgs throws */
export async function withdrawCommand(args: string[], place: ArchivePlace, terminal: Terminal, now = new Date()): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: WITHDRAW_OPTIONS });
  const [slug, ...rest] = positionals;
  const reason = values.reason?.trim();
  const wrong = (message: string) => refuse("withdraw", message, terminal);
  if (slug === undefined) return wrong("Name the article by its slug.");
  if (rest.length > 0) return wrong(`One slug is enough, not "${positionals.join(" ")}". Put a reason in quotes, after --reason.`);
  if (reason === undefined && values.purge !== true) return wrong("Say why, for readers: --reason TEXT.");
  if (reason !== undefined && !Tombstone.shape.reason.safeParse(reason).success) {
    return wrong("--reason has 1 to 2,000 characters: it is shown to readers.");
  }
  const options = { now, dryRun: values["dry-run"] === true, would: values["dry-run"] === true ? "would be " : "" };
  return withDesk(place, values.data, terminal, async (desk) => {
    if (reason !== undefined) {
      const { slug: present, at } = await withdraw(desk, slug, { ...options, reason });
      terminal.stdout.write(`${options.would}withdrawn  ${present}  (answers 410 since ${at}: ${reason})\n`);
      if (values.purge !== true) {
        terminal.stdout.write(`  its files and history stay: "verbatim restore ${present}" serves it again, --purge deletes them\n`);
      }
    }
    if (values.purge === true) await purgeNow(desk, slug, { ...options, isTried: options.dryRun && reason !== undefined }, terminal);
    return 0;
  });
}

/** @param options.isTried the withdrawal before was only tried: there is nothing to purge yet */
async function purgeNow(
  desk: Desk,
  slug: string,
  options: { now: Date; dryRun: boolean; would: string; isTried: boolean },
  { stdout }: Terminal,
): Promise<void> {
  const present = options.isTried ? slug : (await purge(desk, slug, options)).slug;
  stdout.write(`${options.would}purged  ${present}  (files and history are deleted, the notice stays)\n`);
}

/** `verbatim restore`. @returns the exit code. @throws what parseArgs throws */
export async function restoreCommand(args: string[], place: ArchivePlace, terminal: Terminal, now = new Date()): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: RESTORE_OPTIONS });
  const [slug, ...rest] = positionals;
  if (slug === undefined) return refuse("restore", "Name the article by its slug.", terminal);
  if (rest.length > 0) return refuse("restore", `One slug is enough, not "${positionals.join(" ")}".`, terminal);
  const dryRun = values["dry-run"] === true;
  return withDesk(place, values.data, terminal, async (desk) => {
    const { machine } = await restore(desk, slug, { now, dryRun });
    terminal.stdout.write(`${dryRun ? "would be " : ""}restored  ${machine.slug}\n`);
    return 0;
  });
}
