import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { JOURNAL } from "./journal-file.ts";

/**
 * When what is served of each article of a folder last changed, by its slug, as the servers of the folder have noted it. Nothing is
 * written. Empty where there is no journal, or none that can be read.
 */
export function journalMoments(folder: string): Map<string, string> {
  const path = join(folder, JOURNAL);
  if (!existsSync(path)) return new Map();
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const rows = database.prepare("SELECT slug, at FROM ledger WHERE state = 'served'").all();
      return new Map(rows.map(({ slug, at }) => [String(slug), String(at)]));
    } finally {
      database.close();
    }
  } catch {
    return new Map();
  }
}
