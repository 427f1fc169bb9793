import type { Edits } from "../../article/corrections/edits.ts";
import { findConflict } from "../conflicts.ts";
import { type Desk, type DeskChange, DeskConflict, type Writing } from "../desk.ts";
import { isDamage } from "../index/faults.ts";
import { removeUnfinishedFiles, writeChange } from "./article-files.ts";
import { finishWriting, isUnfinished } from "./atomic-write.ts";
import type { Catalogue } from "./desk/catalogue.ts";
import { openCatalogue } from "./desk/catalogue-file.ts";
import { DeskLock } from "./desk/desk-lock.ts";
import { FolderReading, RegistryFile } from "./desk/folder-reading.ts";
import { unwritable } from "./desk/unwritable.ts";
import type { FolderChanges } from "./folder-watch.ts";

type OnWritten = (changes: FolderChanges) => Promise<unknown>;

/**
 * The desk of a data folder. The folder is made by the first write; nothing is written before.
 *
 * @param onWritten serves what was written; it is waited for
 */
export function openFolderDesk(folder: string, onWritten: OnWritten = async () => {}): FolderDesk {
  return new FolderDesk(folder, onWritten);
}

/** Ends a change that was cut short, where there is one: the next writer would. @throws DeskBusy, DeskUnwritable */
export async function endUnfinished(folder: string): Promise<void> {
  if (!isUnfinished(folder)) return;
  const desk = openFolderDesk(folder);
  try {
    await desk.alone(async () => {});
  } finally {
    await desk.close();
  }
}

/** See `openFolderDesk`. */
export class FolderDesk implements Desk {
  readonly #folder: string;
  readonly #onWritten: OnWritten;
  readonly #lock: DeskLock;
  readonly #registryFile: RegistryFile;
  #catalogue: Catalogue | null = null;
  /** Ends when those are done who came before. */
  #writing: Promise<unknown> = Promise.resolve();
  #serving: Promise<unknown> = Promise.resolve();

  constructor(folder: string, onWritten: OnWritten) {
    this.#folder = folder;
    this.#onWritten = onWritten;
    this.#lock = new DeskLock(folder);
    this.#registryFile = new RegistryFile(folder);
    // What was cut short is not left until somebody writes; a folder that cannot be written stays as it is.
    if (isUnfinished(folder)) this.alone(async () => {}).catch(() => {});
  }

  async alone<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
    const changed: Changed = { slugs: new Set(), registry: false, all: false };
    const done = this.#writing.then(() => this.#locked(work, changed));
    this.#writing = done.catch(() => {});
    try {
      return await done;
    } finally {
      if (changed.slugs.size > 0 || changed.registry || changed.all) await this.#serve(changed);
    }
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#serving.catch(() => {});
    this.#catalogue?.close();
    this.#catalogue = null;
    this.#lock.close();
  }

  async #locked<T>(work: (writing: Writing) => Promise<T>, changed: Changed): Promise<T> {
    await this.#lock.take().catch(unwritable);
    try {
      const catalogue = await this.#current(changed).catch(unwritable);
      return await work(new FolderWriting(this.#folder, catalogue, this.#registryFile, changed));
    } catch (error) {
      if (isDamage(error)) this.#forget();
      throw error;
    } finally {
      this.#lock.give();
    }
  }

  /** The catalogue, after a write that was cut short is ended. */
  async #current(changed: Changed): Promise<Catalogue> {
    if (finishWriting(this.#folder)) changed.all = true;
    if (this.#catalogue === null) removeUnfinishedFiles(this.#folder);
    this.#catalogue = await openCatalogue(this.#folder, this.#catalogue);
    return this.#catalogue;
  }

  /** A catalogue that cannot be read is opened again by the next write, and made anew if need be. */
  #forget(): void {
    this.#catalogue?.close();
    this.#catalogue = null;
  }

  /** One at a time, and also when the work failed after a write. */
  #serve(changes: FolderChanges): Promise<unknown> {
    this.#serving = this.#serving.catch(() => {}).then(() => this.#onWritten(changes));
    return this.#serving;
  }
}

interface Changed extends FolderChanges {
  slugs: Set<string>;
}

/** Writes a folder that nobody else writes. */
class FolderWriting extends FolderReading implements Writing {
  readonly #changed: Changed;

  constructor(folder: string, catalogue: Catalogue, registryFile: RegistryFile, changed: Changed) {
    super(folder, catalogue, registryFile);
    this.#changed = changed;
  }

  async write(change: DeskChange): Promise<void> {
    this.#refuseConflict(change);
    const needsNames = change.of === "purge" || change.of === "removal" || change.of === "history";
    const slugs = await writeChange(this.folder, change, needsNames ? await this.names(change.slug) : []).catch(unwritable);
    for (const slug of slugs) this.#changed.slugs.add(slug);
    if (change.of === "registry") this.#changed.registry = true;
    try {
      this.catalogue.update(slugs);
    } catch (error) {
      unwritable(error);
    }
  }

  #refuseConflict(change: DeskChange): void {
    if (change.of === "article") {
      const { machine, renamedFrom } = change;
      const conflict = findConflict(machine, this.catalogue, new Set([machine.slug, renamedFrom ?? machine.slug]));
      if (conflict !== null) throw new DeskConflict(`${conflict.message}: each slug, alias and quote id belongs to one article.`);
    }
    if (change.of === "edits") for (const id of idsGivenIn(change.edits)) this.#refuseTaken(id, change.slug);
  }

  #refuseTaken(id: string, slug: string): void {
    const owner = this.catalogue.ownerOfQuote(id);
    if (owner === undefined || owner === slug) return;
    throw new DeskConflict(`The quote id "${id}" belongs to the article "${owner}": each belongs to one article.`);
  }
}

/** The ids that corrections give to quotes they add. */
function idsGivenIn(edits: Edits | null): string[] {
  return (edits?.edits ?? []).flatMap((edit) => (edit.op === "add" ? (edit.id ?? []) : []));
}
