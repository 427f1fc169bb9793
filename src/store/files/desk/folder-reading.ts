import { servedArticle } from "../../../article/corrections/apply-corrections.ts";
import type { SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import type { FormerRevision, Tombstone } from "../../../article/model/history.ts";
import type { Source } from "../../../article/model/schema.ts";
import type { Held, Writing } from "../../desk.ts";
import {
  describeProblem,
  exactStampOf,
  type Loaded,
  loadEdits,
  loadMachineArticle,
  loadRegistry,
  loadSource,
  SPEAKERS,
} from "../data-folder.ts";
import { loadRevisions, loadTombstone } from "../history-files.ts";
import type { Catalogue } from "./catalogue.ts";

/** What a data folder holds, as writers ask for it. */
export class FolderReading implements Omit<Writing, "write"> {
  protected readonly folder: string;
  protected readonly catalogue: Catalogue;
  readonly #registryFile: RegistryFile;

  constructor(folder: string, catalogue: Catalogue, registryFile = new RegistryFile(folder)) {
    this.folder = folder;
    this.catalogue = catalogue;
    this.#registryFile = registryFile;
  }

  async find({ slug, sha256, sourceUrl }: Parameters<Writing["find"]>[0]): Promise<string | null> {
    return (
      (slug === undefined ? null : this.catalogue.slugNamed(slug)) ??
      (sha256 === undefined ? null : this.catalogue.slugOfSha256(sha256)) ??
      (sourceUrl === undefined || sourceUrl === null ? null : this.catalogue.slugOfUrl(sourceUrl))
    );
  }

  async read(slug: string): Promise<Held | null> {
    const loaded = loadMachineArticle(this.folder, slug);
    if (loaded === null) return null;
    const machine = sound(loaded);
    // Broken corrections are there to be replaced.
    const edits = loadEdits(this.folder, slug);
    const registry = this.#registryFile.read().value ?? { speakers: [] };
    const served = edits.problems.length > 0 ? null : servedArticle(machine, edits.value, registry).article;
    const remains = this.catalogue.halfRenamedFrom(slug);
    const tombstone = await this.tombstone(slug);
    return { machine, edits: edits.value, served, tombstone, ...(remains === null ? {} : { renamedFrom: remains }) };
  }

  async source(slug: string): Promise<Source | null> {
    return loadSource(this.folder, slug);
  }

  async tombstone(slug: string): Promise<Tombstone | null> {
    const loaded = loadTombstone(this.folder, slug);
    return loaded === null ? null : sound(loaded);
  }

  async revisions(slug: string): Promise<FormerRevision[]> {
    return loadRevisions(this.folder, await this.names(slug));
  }

  async registry(): Promise<SpeakerRegistry> {
    return sound(this.#registryFile.read());
  }

  /** All slugs that an article has or had; of a withdrawn one too. */
  protected async names(slug: string): Promise<string[]> {
    return [slug, ...this.catalogue.aliasesOf(slug)];
  }
}

/** `speakers.json`, which is read again only when it changed: it may be large, and every article needs it. */
export class RegistryFile {
  readonly #folder: string;
  #stamp = "";
  #loaded: Loaded<SpeakerRegistry> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  read(): Loaded<SpeakerRegistry> {
    const stamp = exactStampOf(this.#folder, SPEAKERS);
    if (this.#loaded === null || this.#stamp !== stamp) this.#loaded = loadRegistry(this.#folder);
    this.#stamp = stamp;
    return this.#loaded;
  }
}

/** @throws Error with what is wrong, and where */
function sound<T>({ value, problems }: Loaded<T>): T {
  if (value !== null) return value;
  throw new Error(problems.slice(0, 3).map(describeProblem).join(" "));
}
