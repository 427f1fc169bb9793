import { existsSync } from "node:fs";
import type { Desk, DeskChange, Held, Writing } from "../../desk.ts";
import { Catalogue } from "./catalogue.ts";
import { FolderReading } from "./folder-reading.ts";

/** A desk of a data folder that writes nothing, and answers as if it had: for several changes that are only tried. */
export class DryDesk implements Desk {
  readonly #writing: DryWriting;

  constructor(folder: string) {
    this.#writing = new DryWriting(folder, new Catalogue(folder, null));
  }

  async alone<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
    return work(this.#writing);
  }

  async close(): Promise<void> {
    this.#writing.close();
  }
}

class DryWriting extends FolderReading implements Writing {
  readonly #written = new Map<string, Held>();
  readonly #restored = new Set<string>();

  constructor(folder: string, catalogue: Catalogue) {
    super(folder, catalogue);
    if (existsSync(folder)) catalogue.refresh();
  }

  override async read(slug: string): Promise<Held | null> {
    return this.#written.get(slug) ?? super.read(slug);
  }

  override async source(slug: string) {
    return this.#written.get(slug)?.machine.source ?? super.source(slug);
  }

  override async tombstone(slug: string) {
    return this.#restored.has(slug) ? null : super.tombstone(slug);
  }

  async write(change: DeskChange): Promise<void> {
    if (change.of === "restoration") this.#restored.add(change.slug);
    if (change.of !== "article") return;
    const { machine, renamedFrom } = change;
    this.catalogue.add(machine, renamedFrom);
    this.#written.set(machine.slug, { machine, edits: null, served: machine, tombstone: null });
  }

  close(): void {
    this.catalogue.close();
  }
}
