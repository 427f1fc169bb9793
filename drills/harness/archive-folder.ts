import { cpSync } from "node:fs";
import { join } from "node:path";
import { writeNewspaper } from "../../bench/load/data-folder.ts";
import type { DrillContext } from "./drill.ts";
import { type Picture, pictureOf } from "./picture.ts";
import { startReady } from "./program.ts";

/** A data folder of invented articles, and what an undisturbed server serves from a copy of it. */
export async function newspaperFolder(context: DrillContext, articles: number): Promise<{ data: string; undisturbed: Picture }> {
  const data = join(context.folder, "data");
  writeNewspaper(data, articles, context.seed);
  const copy = join(context.folder, "undisturbed");
  cpSync(data, copy, { recursive: true, preserveTimestamps: true });
  return { data, undisturbed: await undisturbedPicture(context, copy) };
}

/** What an undisturbed server serves from a folder. */
export async function undisturbedPicture(context: DrillContext, folder: string): Promise<Picture> {
  const server = await startReady(context, { env: { DATA_DIR: folder, CACHE_DIR: join(context.folder, "undisturbed-cache") } });
  const picture = await pictureOf(server.url);
  await server.stop();
  return picture;
}
