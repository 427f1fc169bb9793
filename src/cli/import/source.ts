import { createHash } from "node:crypto";
import type { ExtractOptions } from "../../extraction/extract.ts";
import type { MediaType } from "../../extraction/reading/media-type.ts";

/** One thing to import, with what is known about it. */
export interface ReadSource {
  /** Path, and for a row of NDJSON its line. */
  name: string;
  raw: Uint8Array;
  sha256: string;
  /** Bytes of the file that this source took, for the progress of an import. */
  size: number;
  mediaType?: MediaType | undefined;
  /** Whether it is a file of its own, whose name may say what it is about. */
  isFile?: boolean;
  /** What a row says; it wins over the flags. */
  known: Partial<Pick<ExtractOptions, "language" | "publishedAt" | "updatedAt" | "sourceUrl" | "publisher">>;
  /** What may help where it cannot be read. */
  cure?: string;
  /** The slug a row asks for; another article may have it. */
  slug?: string | undefined;
}

/** Why something cannot be read. */
export interface FailedSource {
  name: string;
  message: string;
  size: number;
}

export type ImportSource = ReadSource | FailedSource;

/** Bytes with the hash that they are known by. */
export function hashed(raw: Uint8Array): { raw: Uint8Array; sha256: string } {
  return { raw, sha256: sha256Of(raw) };
}

/** The hash that a source is known by. */
function sha256Of(raw: Uint8Array): string {
  return createHash("sha256").update(raw).digest("hex");
}

/** Why a file cannot be read, for the operator. */
export function reasonOf(error: unknown, path: string): string {
  const { code } = error as NodeJS.ErrnoException;
  if (/^(?:https?|ftp):\/\//i.test(path)) {
    return `Addresses are not fetched. Download the page first and import the file: curl -o page.html "${path}", then import page.html --source-url "${path}".`;
  }
  if (code === "ENOENT") return "No such file or folder.";
  if (code === "EISDIR") return "It is a folder. Name the files in it.";
  if (code === "EACCES" || code === "EPERM") return "Permission denied: the file cannot be read.";
  return `The file cannot be read (${code ?? (error as Error).message}).`;
}
