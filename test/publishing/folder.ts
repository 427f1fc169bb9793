import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractSource } from "../../src/publishing/extract-source.ts";
import type { PublishOptions } from "../../src/publishing/options.ts";
import { publish } from "../../src/publishing/publish.ts";
import type { RawSource } from "../../src/publishing/publish-source.ts";
import type { Desk } from "../../src/store/desk.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../src/store/files/folder-desk.ts";
import type { StoreProblem } from "../../src/store/store.ts";

/** A moment: the nth minute of a day. */
export const minute = (number: number) => new Date(Date.UTC(2026, 10, 22, 12, number));

export const story = (headline: string, words: string) =>
  `${headline}\n\n“${words},” said Mara Tull, the harbour master.\n\nThe ferry sails on Monday.\n`;

/** Publishes a text. */
export function publishText(desk: Desk, text: string, source: Partial<RawSource> = {}, options: Partial<PublishOptions> = {}) {
  const extract: PublishOptions["extract"] = async (raw, given) => extractSource({ raw, options: given });
  return publish(desk, { raw: Buffer.from(text), given: {}, ...source }, { extract, now: minute(0), ...options });
}

/** A data folder of its own with its desk, removed by `end`. */
export function newFolder() {
  const root = mkdtempSync(join(tmpdir(), "publishing-"));
  const data = join(root, "data");
  const desk = openFolderDesk(data);
  return {
    data,
    desk,
    /** Paths of all files but those that are private to the program. */
    files: () =>
      readdirSync(data, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.endsWith("/private"))
        .map(({ parentPath, name }) => join(parentPath, name).slice(data.length + 1))
        .sort(),
    json: (path: string) => JSON.parse(readFileSync(join(data, path), "utf8")),
    /** A store that has read the folder, and what it found wrong. */
    async served(): Promise<{ store: FilesStore; problems: StoreProblem[] }> {
      const problems: StoreProblem[] = [];
      return { store: await FilesStore.open({ folder: data, watch: false, onProblem: (problem) => problems.push(problem) }), problems };
    },
    async end() {
      await desk.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
