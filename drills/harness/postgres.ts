import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { writeNewspaper } from "../../bench/load/data-folder.ts";
import { until } from "../../test/store/files/until.ts";
import { type PostgresServer, startPostgres } from "../../test/store/postgres/server.ts";
import { type DrillContext, demand, Skipped } from "./drill.ts";
import { type Picture, pictureOf } from "./picture.ts";
import { runCommand, startReady } from "./program.ts";

/** A real PostgreSQL server for a drill. @throws Skipped where none can be started */
export async function postgresFor(context: DrillContext, flags: string[] = []): Promise<PostgresServer> {
  try {
    const server = await startPostgres(flags);
    context.atEnd(() => server.remove());
    return server;
  } catch (error) {
    throw new Skipped(`no PostgreSQL can be started here: ${(error as Error).message}`);
  }
}

/** A database of invented articles, and what an undisturbed server serves from it. */
export async function newspaperDatabase(
  context: DrillContext,
  server: PostgresServer,
  articles: number,
): Promise<{ url: string; data: string; undisturbed: Picture }> {
  const data = join(context.folder, "data");
  writeNewspaper(data, articles, context.seed);
  const url = await server.createDatabase();
  const loaded = await loadInto(url, data);
  demand(loaded.code === 0, `the load failed: ${loaded.stderr}`);
  const calm = await startReady(context, { env: { DATABASE_URL: url } });
  const undisturbed = await pictureOf(calm.url);
  await calm.stop();
  return { url, data, undisturbed };
}

/** PostgreSQL with a database of invented articles, a server on it, and what an undisturbed one serves. */
export async function serverOnPostgres(context: DrillContext, flags: string[] = []) {
  const postgres = await postgresFor(context, flags);
  const { url, undisturbed } = await newspaperDatabase(context, postgres, 100);
  return { postgres, url, undisturbed, server: await startReady(context, { env: { DATABASE_URL: url } }) };
}

/** Runs `verbatim load`. */
export function loadInto(url: string, path: string) {
  return runCommand(["load", path], { env: { DATABASE_URL: url } });
}

/** A connection of the drill's own. */
export async function connectTo(context: DrillContext, url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  context.atEnd(() => client.end().catch(() => {}));
  return client;
}

/** Kills the server process with SIGKILL; `startAgain` brings it back. */
export async function killPostgres(url: string): Promise<void> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
  const [pid] = readFileSync(join(rows[0]?.folder ?? "", "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
  await client.end().catch(() => {});
}

/** Starts a killed server: its last processes may take a moment to end. */
export async function startAgain(server: PostgresServer): Promise<void> {
  const error = await until(
    () =>
      server.start().then(
        () => null,
        (reason: unknown) => reason ?? new Error("it did not start"),
      ),
    (failed) => failed === null,
    30_000,
  );
  if (error !== null) throw error;
}
