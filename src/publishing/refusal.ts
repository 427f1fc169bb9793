import type { Tombstone } from "../article/model/history.ts";

/** Why something is not written; stable, for programs. */
export type RefusalCode =
  /** The article was withdrawn. */
  | "withdrawn"
  /** It is not withdrawn, so it cannot be restored or purged. */
  | "not-withdrawn"
  /** Its files were deleted when it was purged. */
  | "purged"
  /** The source is not an article that can be read. */
  | "unreadable"
  /** The article is there already, and only a new one was to be written. */
  | "exists"
  /** A slug, alias, id or name belongs to another one. */
  | "conflict"
  /** There is no such article or speaker. */
  | "unknown"
  /** The files of the article that is there are broken. */
  | "broken"
  /** Corrections that find nothing to change, or would make the article unsound. */
  | "unsound-edits"
  /** What was sent is not what it is meant to be. */
  | "unsound";

/** Something that was not written, and why: plain words for whoever sent it, without paths. Nothing was changed. */
export class PublishingRefused extends Error {
  readonly code: RefusalCode;
  /** Slug of the article that it is about. */
  readonly slug: string | null;
  /** What is wrong in what was sent, place by place: `edits[2]`, say. */
  readonly faults: { path: string; message: string }[];
  /** The notice of the article, where it was withdrawn. */
  readonly tombstone: Tombstone | null;

  constructor(
    code: RefusalCode,
    message: string,
    about: { slug?: string; faults?: { path: string; message: string }[]; tombstone?: Tombstone } = {},
  ) {
    super(message);
    this.name = "PublishingRefused";
    this.code = code;
    this.slug = about.slug ?? null;
    this.faults = about.faults ?? [];
    this.tombstone = about.tombstone ?? null;
  }
}
