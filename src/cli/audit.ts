import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { type AuditLine, auditLines } from "../office/audit.ts";
import type { ArchivePlace } from "./archive-place.ts";
import { refuse, type Terminal } from "./terminal.ts";
import { withOffice } from "./with-office.ts";

export const AUDIT_HELP = `Usage: verbatim audit [SLUG] [options]

Prints what was written over HTTP, oldest first: when, whose key, what, the article or speaker, its revision before and
after, how it ended, and the request's id in the server's log. A line that ends with "cut short" is of a write that the
server did not see the end of: the article itself says whether it was done.

Options:
  --last N     the newest N lines (default: 100)
  --json       one JSON object a line
  --data PATH  the data folder (default: DATA_DIR, else data)
  --help       print this text

Exit code: 0, 1 when there is no such archive, 2 for a wrong command line.
`;

export const AUDIT_OPTIONS = {
  last: { type: "string", default: "100" },
  json: { type: "boolean", default: false },
  data: { type: "string" },
} as const satisfies ParseArgsOptionsConfig;

/** `verbatim audit`. @returns the exit code. @throws what parseArgs throws */
export async function auditCommand(args: string[], place: ArchivePlace, terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: AUDIT_OPTIONS });
  const [subject = null, ...rest] = positionals;
  if (rest.length > 0) return refuse("audit", "audit takes one slug.", terminal);
  if (!/^[1-9]\d{0,6}$/.test(values.last)) return refuse("audit", `--last takes a number from 1, not "${values.last}".`, terminal);
  return withOffice(place, values.data, terminal, async (office) => {
    const lines = await auditLines(office, Number(values.last), subject);
    for (const line of lines) terminal.stdout.write(`${values.json ? JSON.stringify(line) : lineOf(line)}\n`);
    if (lines.length === 0) terminal.stderr.write("Nothing was written over HTTP.\n");
    return 0;
  });
}

function lineOf({ at, who, action, subject, revisionBefore, revisionAfter, outcome, requestId }: AuditLine): string {
  const short = (revision: string | null) => revision?.slice(0, 12) ?? "-";
  const revisions = `${short(revisionBefore)} > ${short(revisionAfter)}`;
  return [at, who, action, subject ?? "-", revisions, outcome ?? "cut short", requestId].join("\t");
}
