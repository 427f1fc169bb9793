import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { addKey, KEY_NAME, listKeys, removeKey, SCOPES, type Scope } from "../office/keys.ts";
import type { ArchivePlace } from "./archive-place.ts";
import { refuse, type Terminal } from "./terminal.ts";
import { withOffice } from "./with-office.ts";

export const KEY_HELP = `Usage: verbatim key add NAME --scope write|edit
       verbatim key list
       verbatim key remove NAME

Keys open the archive for writing over HTTP: a client sends one as "Authorization: Bearer KEY". NAME says whose it is; the
audit calls its writes by it. The key itself is shown once, when it is added: only its SHA-256 is kept. Without any key,
nobody writes over HTTP. A running server knows a new key at once, and a removed one no longer.

The keys are those of the database that DATABASE_URL names, else of the data folder (in private/office.sqlite).

Options:
  --scope write|edit  write: everything; edit: the editors' corrections and speakers only
  --data PATH         the data folder (default: DATA_DIR, else data)
  --help              print this text

Exit code: 0 when it is done, 1 when not (there is no such key, say), 2 for a wrong command line.
`;

export const KEY_OPTIONS = { scope: { type: "string" }, data: { type: "string" } } as const satisfies ParseArgsOptionsConfig;

/** `verbatim key`. @returns the exit code. @throws what parseArgs throws */
export async function keyCommand(args: string[], place: ArchivePlace, terminal: Terminal, now = new Date()): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: KEY_OPTIONS });
  const [action, name, ...rest] = positionals;
  const wrong = (message: string) => refuse("key", message, terminal);
  if (rest.length > 0) return wrong(`One name is enough, not "${[name, ...rest].join(" ")}". Put a name with spaces in quotes.`);
  if (values.scope !== undefined && action !== "add") return wrong("--scope is for key add.");
  const { data } = values;
  const { stdout, stderr } = terminal;
  switch (action) {
    case "add": {
      if (name === undefined) return wrong("Say whose key it is: verbatim key add NAME --scope write");
      if (!KEY_NAME.test(name)) return wrong(`"${name}" is not a name for a key: letters, digits, spaces and . _ @ -, at most 64 of them.`);
      const scope = SCOPES.find((one) => one === values.scope);
      if (scope === undefined) return wrong("Say what the key may do: --scope write or --scope edit.");
      return withOffice(place, data, terminal, async (office) => {
        const key = await addKey(office, name, scope, now);
        if (key !== null) return show(key, name, scope, terminal);
        stderr.write(`There is a key "${name}" already. Take another name, or remove that one first.\n`);
        return 1;
      });
    }
    case "list":
      if (name !== undefined) return wrong("key list takes no name.");
      return withOffice(place, data, terminal, async (office) => {
        const keys = await listKeys(office);
        for (const key of keys) stdout.write(`${key.name}\t${key.scope}\tadded ${key.addedAt.slice(0, 10)}\n`);
        if (keys.length === 0) stderr.write("There are no keys: nobody writes over HTTP. Add one: verbatim key add NAME --scope write\n");
        return 0;
      });
    case "remove":
      if (name === undefined) return wrong("Say whose key to remove: verbatim key remove NAME");
      return withOffice(place, data, terminal, async (office) => {
        if (await removeKey(office, name)) {
          stderr.write(`Removed the key "${name}".\n`);
          return 0;
        }
        stderr.write(`There is no key "${name}". List them: verbatim key list\n`);
        return 1;
      });
    default:
      return wrong(
        action === undefined ? "Say add, list or remove." : `"${action}" is not something to do with keys. Use add, list or remove.`,
      );
  }
}

/** The key alone is on stdout, so that a script can keep it. */
function show(key: string, name: string, scope: Scope, { stdout, stderr }: Terminal): number {
  stdout.write(`${key}\n`);
  stderr.write(`This is the key of "${name}" (scope ${scope}). It is not shown again: keep it where secrets are kept.\n`);
  return 0;
}
