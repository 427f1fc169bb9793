import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import closeWithGrace from "close-with-grace";
import { pino } from "pino";
import { type Config, ConfigError, isWatched, readConfig, readNpm } from "./config.ts";
import { FaultLog, textOf } from "./http/fault-log.ts";
import { buildServer, localUrl } from "./http/server.ts";
import { type Office, openOffice } from "./office/office.ts";
import type { Desk } from "./store/desk.ts";
import { describeProblem } from "./store/files/data-folder.ts";
import { FilesStore } from "./store/files/files-store.ts";
import { openFolderDesk } from "./store/files/folder-desk.ts";
import { PostgresStore } from "./store/postgres/postgres-store.ts";
import { DatabaseUnreachable, reachDatabase } from "./store/postgres/reach.ts";
import type { Store, StoreProblem } from "./store/store.ts";
import { startDeliveries } from "./webhooks/deliveries.ts";

/** Milliseconds requests under way have to end after a signal. */
const GRACE = 8_000;

/** Milliseconds the first load has before the server listens without it: most folders are read by then, and nobody meets a 503. */
const LOAD_WAIT = 1_000;

/** Log lines are written together: bytes of a batch, and the milliseconds a line waits for others at most. */
const LOG_BATCH = 1024;
const LOG_WAIT = 500;
/** Bytes of log kept for a reader that has stalled; later lines are dropped rather than kept until memory ends. */
const LOG_KEPT = 16 * 1024 * 1024;

/**
 * Runs the server until a signal ends it: configuration, store, server, listen.
 * @param isWatched whether a person started it and sees stderr: they are told its addresses
 */
export async function serve(config: Config, isWatched = false): Promise<void> {
  const output = pino.destination({
    sync: false,
    minLength: LOG_BATCH,
    maxWrite: LOG_BATCH + 512,
    maxLength: LOG_KEPT,
    periodicFlush: LOG_WAIT,
  });
  // What cannot be written, on a full disk say, is kept and tried again with the next lines. It must not end the process, nor
  // hold up its end: `flushSync` of sonic-boom 4 tries until it can.
  output.on("error", () => Object.assign(output, { flushSync: () => {} }));
  const logger = pino({ level: config.logLevel }, output);
  const faults = new FaultLog();
  const onProblem: OnProblem = (problem, error) => {
    const message = describeProblem(problem);
    if (error === undefined) logger.error({ problem }, message);
    else faults.tell(message, (left) => logger.error({ problem, reason: textOf(error), ...left }, message));
  };
  const { store, loaded, writing, closeArchive } = await openArchive(config, onProblem);
  const app = await buildServer({ ...config, store, logger, writing }).catch(async (error) => {
    await closeArchive();
    throw error;
  });
  let closing = false;
  let stopDeliveries = async () => {};
  const close = async () => {
    closing = true;
    await stopDeliveries();
    await app.close();
    await closeArchive();
    await new Promise((resolve) => output.flush(resolve));
  };
  const grace = closeWithGrace({ delay: GRACE, logger: false }, async ({ signal, err }) => {
    if (err !== undefined) logger.fatal({ err }, "stopping after an error");
    else logger.info({ signal }, "stopping");
    await close();
  });
  try {
    await Promise.race([loaded, setTimeout(LOAD_WAIT, null, { ref: false })]);
    await app.listen({ host: config.host, port: config.port }).catch((error) => {
      throw cannotListen(error, config);
    });
    await loaded;
  } catch (error) {
    grace.uninstall();
    await close();
    throw error;
  }
  if (closing) return;
  stopDeliveries = startDeliveries({
    store,
    office: writing.office,
    base: config.publicUrl ?? addressOf(app.server.address(), config.host),
    onFailure: (about, reason) => {
      // A try that failed is a line of its own; a database that is away is one line, however often it is looked for.
      if (about.message !== undefined) logger.warn(about, reason);
      else faults.tell(reason, (left) => logger.warn({ ...about, ...left }, `webhooks wait: ${reason}`));
    },
  });
  const { articles } = await store.health();
  if (isWatched) process.stderr.write(greeting(app.server.address(), config, articles));
  logger.info(config.databaseUrl === null ? { articles, dataDir: config.dataDir } : { articles, store: "PostgreSQL" }, "serving");
}

/** Why the server cannot listen, with what to do, for what HOST and PORT can be at fault; else the error as it is. */
function cannotListen(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new ConfigError(`Another program listens at ${host}:${port}. Stop it, or set PORT to another number.`);
    case "EACCES":
      return new ConfigError(`This user may not listen at port ${port}. Set PORT to 1024 or a larger number.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ConfigError(
        `HOST="${host}" is not an address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 to be reached from others.`,
      );
  }
  return error;
}

/** For a person at a terminal: addresses to click, and what to do where there is nothing to see. The log is on stdout. */
function greeting(address: AddressInfo | string | null, { host, dataDir, databaseUrl }: Config, articles: number): string {
  const base = addressOf(address, host);
  const into = databaseUrl === null ? `verbatim import story.txt --data ${dataDir}` : "verbatim load FOLDER";
  const hint = articles > 0 ? "" : `  No articles yet. Put some in: ${into}\n`;
  return `Verbatim serves ${articles} article${articles === 1 ? "" : "s"} at ${base}/\n  API reference: ${base}/docs   first steps: ${base}/docs/getting-started\n${hint}`;
}

/** Where clients on this machine reach the server. */
function addressOf(address: AddressInfo | string | null, host: string): string {
  return localUrl(host, typeof address === "object" && address !== null ? address.port : 0);
}

type OnProblem = (problem: StoreProblem, error?: Error) => void;

/** An archive that is served and written. */
interface Archive {
  store: Store;
  /** Ends when there is something to serve. */
  loaded: Promise<void>;
  writing: { desk: Desk; office: Office };
  closeArchive(): Promise<void>;
}

/** The archive the configuration asks for. */
async function openArchive(
  { databaseUrl, databaseReadUrl, databaseWait, dataDir, cacheDir }: Config,
  onProblem: OnProblem,
): Promise<Archive> {
  if (databaseUrl === null) {
    const store = new FilesStore({ folder: dataDir, cacheDir, watch: true, journal: true, onProblem });
    const desk = openFolderDesk(dataDir, (changes) => store.refresh(changes));
    const office = await openOffice({ folder: dataDir });
    return archiveOf(store, store.loaded(), desk, office);
  }
  await reachDatabase(databaseUrl, databaseWait);
  if (databaseReadUrl !== null) {
    await reachDatabase(databaseReadUrl, 0, "DATABASE_READ_URL").catch((error) => {
      // One that is away is done without until it is back; one that refuses would never be used.
      if (!(error instanceof DatabaseUnreachable) || error.refuses) throw error;
    });
  }
  const store = await PostgresStore.open({ url: databaseUrl, readUrl: databaseReadUrl, onProblem });
  return archiveOf(store, Promise.resolve(), store.openDesk(), await openOffice({ pool: store.pool }));
}

function archiveOf(store: Store, loaded: Promise<void>, desk: Desk, office: Office): Archive {
  const closeArchive = async () => {
    await desk.close();
    await office.close();
    await store.close();
  };
  return { store, loaded, writing: { desk, office }, closeArchive };
}

if (import.meta.main) {
  try {
    // npm keeps an option for itself in "npm start --port 4000".
    const [argument = readNpm().options.find((name) => /^(?:port|host)$/i.test(name))] = process.argv.slice(2);
    if (argument !== undefined)
      throw new ConfigError(
        `The server takes no arguments, not "${argument}": environment variables configure it, such as PORT=4000. See .env.example.`,
      );
    await serve(readConfig(), isWatched());
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : `Verbatim cannot start: ${(error as Error).message}`}\n`);
    process.exitCode = 1;
  }
}
