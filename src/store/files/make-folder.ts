import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it; one that is there is left as it is. Node's own `recursive` tries for ever where a
 * file system lets nobody make any (`/proc`); this tries each once.
 *
 * @throws Error with a message for the operator
 */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another process may have made it meanwhile.
    if (code === "EEXIST" && statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    const cure = code === "ENOSPC" ? "Make room on its disk." : "Name one that can, or check its permissions.";
    throw Object.assign(new Error(`The folder ${path} cannot be made (${code ?? "unknown error"}). ${cure}`), { code });
  }
}
