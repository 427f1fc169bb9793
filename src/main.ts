import closeWithGrace from "close-with-grace";
import { pino } from "pino";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { LogOutput } from "./http/log-output.ts";
import { buildServer } from "./http/server.ts";
import { describeProblem } from "./store/data-folder.ts";
import { FilesStore } from "./store/files.ts";

/** Milliseconds requests under way have to end after a signal. */
const GRACE = 8_000;

/** Runs the server until a signal ends it: configuration, store, server, listen. */
export async function serve(config: Config): Promise<void> {
  const output = new LogOutput();
  const logger = pino({ level: config.logLevel }, output);
  const store = new FilesStore({
    folder: config.dataDir,
    watch: true,
    onProblem: (problem) => logger.error({ problem }, describeProblem(problem)),
  });
  const app = await buildServer({ ...config, store, logger });
  const close = async () => {
    await app.close();
    await store.close();
    output.flushSync();
  };
  const grace = closeWithGrace({ delay: GRACE, logger: false }, async ({ signal, err }) => {
    if (err !== undefined) logger.fatal({ err }, "stopping after an error");
    else logger.info({ signal }, "stopping");
    await close();
  });
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    grace.uninstall();
    await close();
    throw error;
  }
  const { articles } = await store.health();
  logger.info({ articles, dataDir: config.dataDir }, "serving");
}

if (import.meta.main) {
  try {
    await serve(readConfig());
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : `Verbatim cannot start: ${(error as Error).message}`}\n`);
    process.exitCode = 1;
  }
}
