import { type Office, openOffice } from "../office/office.ts";
import { type ArchivePlace, isThere, withArchive } from "./archive-place.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Does something with the office of an archive; see `withArchive`.
 * @returns the exit code: that of `work`, or 1 where the office cannot be written, which is said on stderr
 */
export function withOffice(
  place: ArchivePlace,
  folder: string | undefined,
  terminal: Pick<Terminal, "stderr">,
  work: (office: Office) => Promise<number>,
): Promise<number> {
  return withArchive(place, folder, async (archive) => {
    if (!isThere(archive, terminal)) return 1;
    const office = await openOffice(archive);
    try {
      if (office.unwritable === null) return await work(office);
      const where = "folder" in archive ? archive.folder : "";
      terminal.stderr.write(`${office.unwritable} It is in ${where}. Check its permissions.\n`);
      return 1;
    } finally {
      await office.close();
    }
  });
}
