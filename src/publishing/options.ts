import type { ExtractOptions } from "../extraction/extract.ts";
import type { Held } from "../store/desk.ts";
import type { Extracted } from "./extract-source.ts";

/** What every writing function takes. */
export interface WritingOptions<Current = Held> {
  /** The time of the change. */
  now: Date;
  /** Check everything, write nothing. */
  dryRun?: boolean | undefined;
  /**
   * Given what is there now, `null` when there is nothing, while nobody else can write and before anything is written. What it
   * throws ends the change. It may be called again, where the change has to be tried again.
   */
  onCurrent?: ((current: Current | null) => void | Promise<void>) | undefined;
}

export interface PublishOptions extends WritingOptions {
  /** Makes an article of a raw file, or says why it cannot. */
  extract: (raw: Uint8Array, options: ExtractOptions) => Promise<Extracted>;
  /** Serve a withdrawn article again. */
  restore?: boolean | undefined;
  /** `only`: nothing that is there is replaced, and a slug is a wish. `never`: nothing new is made. */
  create?: "only" | "never" | undefined;
}
