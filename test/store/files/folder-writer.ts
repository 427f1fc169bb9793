import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DeskChange } from "../../../src/store/desk.ts";

/** Writes one change into a data folder as an editor with a text editor would. @returns the slugs it is about */
export function writeChange(folder: string, change: DeskChange): Set<string> {
  const write = (file: string, content: unknown) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(content));
  };
  const remove = (file: string) => rmSync(join(folder, file), { recursive: true, force: true });
  switch (change.of) {
    case "article": {
      const { machine, renamedFrom, former } = change;
      if (former !== null) write(`revisions/${former.article.slug}/${former.revision}.json`, former);
      write(`articles/${machine.slug}.json`, machine);
      if (renamedFrom !== null) remove(`articles/${renamedFrom}.json`);
      return new Set([machine.slug, renamedFrom ?? machine.slug]);
    }
    case "edits":
      if (change.edits === null) remove(`articles/${change.slug}.edits.json`);
      else write(`articles/${change.slug}.edits.json`, change.edits);
      return new Set([change.slug]);
    case "registry":
      write("speakers.json", change.registry);
      return new Set();
    case "withdrawal":
      write(`withdrawn/${change.tombstone.slug}.json`, change.tombstone);
      return new Set([change.tombstone.slug]);
    case "restoration":
      remove(`withdrawn/${change.slug}.json`);
      return new Set([change.slug]);
    case "purge":
      for (const file of [`articles/${change.slug}.json`, `articles/${change.slug}.edits.json`, `revisions/${change.slug}`]) remove(file);
      return new Set([change.slug]);
    case "removal":
      for (const file of [`articles/${change.slug}.json`, `withdrawn/${change.slug}.json`, `revisions/${change.slug}`]) remove(file);
      return new Set([change.slug]);
  }
}
