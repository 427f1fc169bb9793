import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StoreProblem } from "../../store.ts";
import { BUSY_TIMEOUT, JOURNAL } from "./journal-file.ts";

/**
 * When what is served of each article of a folder last changed, by its slug, as the servers of the folder have noted it. Nothing is
 * written. Empty where there is no journal; a journal that cannot be read is told to `onProblem`.
 */
export function journalMoments(folder: string, onProblem: (problem: StoreProblem) => void): Map<string, string> {
  const path = join(folder, JOURNAL);
  if (!existsSync(path)) return new Map();
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT });
    try {
      const rows = database.prepare("SELECT slug, at FROM ledger WHERE state = 'served'").all();
      return new Map(rows.map(({ slug, at }) => [String(slug), String(at)]));
    } finally {
      database.close();
    }
  } catch (error) {
    const cure = "Check its disk and its permissions. Without it, nothing says when articles last changed.";
    onProblem({ where: JOURNAL, path: null, message: `cannot be read (${(error as Error).message})`, cure });
    return new Map();
  }
}
