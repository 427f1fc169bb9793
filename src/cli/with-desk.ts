import { PublishingRefused } from "../publishing/refusal.ts";
import { type Desk, DeskBusy, DeskConflict, DeskUnwritable } from "../store/desk.ts";
import { type ArchivePlace, isThere, openDesk, withArchive } from "./archive-place.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Writes an archive; see `withArchive`.
 * @returns the exit code: that of `work`, or 1 where it is refused, which is said on stderr
 */
export function withDesk(
  place: ArchivePlace,
  folder: string | undefined,
  terminal: Pick<Terminal, "stderr">,
  work: (desk: Desk) => Promise<number>,
): Promise<number> {
  return withArchive(place, folder, async (archive) => {
    if (!isThere(archive, terminal)) return 1;
    const desk = openDesk(archive);
    try {
      return await work(desk);
    } catch (error) {
      const isKnown = [PublishingRefused, DeskBusy, DeskConflict, DeskUnwritable].some((kind) => error instanceof kind);
      if (!isKnown) throw error;
      const where = error instanceof DeskUnwritable && "folder" in archive ? ` It is ${archive.folder}.` : "";
      terminal.stderr.write(`${(error as Error).message}${where}\n`);
      return 1;
    } finally {
      await desk.close();
    }
  });
}
