#!/usr/bin/env node
import { ANNOTATE_HELP, annotateLines } from "./cli/annotate.ts";
import { CHECK_HELP, checkCommand } from "./cli/check.ts";
import { EXPORT_HELP, exportCommand } from "./cli/export.ts";
import { IMPORT_HELP, importCommand } from "./cli/import/import-command.ts";
import { linesOf } from "./cli/lines.ts";
import { LOAD_HELP, loadCommand } from "./cli/load.ts";
import { MIGRATE_HELP, migrateCommand } from "./cli/migrate.ts";
import { ConfigError, readConfig } from "./config.ts";
import { serve } from "./main.ts";

const HELP = `Usage: verbatim COMMAND [options]

  serve       run the server; the environment configures it
  import      make articles of raw files (text, Markdown, HTML, NDJSON)
  annotate    find the quotes of texts: NDJSON in, NDJSON out
  check       validate a data folder
  load        put a data folder or NDJSON into a PostgreSQL database
  export      write all articles as JSON, NDJSON, text or Markdown
  migrate     bring the schema of a PostgreSQL database up to date

"verbatim COMMAND --help" describes a command.
`;

const SERVE_HELP = `Usage: verbatim serve

Runs the server until it is told to stop (SIGTERM, SIGINT). HOST, PORT, DATA_DIR and the other environment variables
that the README lists configure it.
`;

/** One command: its help, and what it does with its arguments. It answers with the exit code. */
interface Command {
  help: string;
  run(args: string[]): Promise<number>;
}

const COMMANDS: Record<string, Command> = {
  serve: {
    help: SERVE_HELP,
    async run(args) {
      if (args.length > 0) return refuse(`serve takes no arguments, not "${args.join(" ")}".`, "serve");
      await serve(readConfig());
      return 0;
    },
  },
  import: { help: IMPORT_HELP, run: (args) => importCommand(args, readConfig().dataDir, process, new Date()) },
  annotate: {
    help: ANNOTATE_HELP,
    async run(args) {
      if (args.length > 0) return refuse(`annotate takes no arguments, not "${args.join(" ")}".`, "annotate");
      const malformed = await annotateLines(linesOf(process.stdin), process.stdout);
      if (malformed > 0) process.stderr.write(`${malformed} malformed lines; each has an error in its place.\n`);
      return malformed > 0 ? 1 : 0;
    },
  },
  check: { help: CHECK_HELP, run: async (args) => checkCommand(args, readConfig().dataDir, process) },
  load: { help: LOAD_HELP, run: (args) => withDatabase((dataDir, url) => loadCommand(args, dataDir, url, process)) },
  export: { help: EXPORT_HELP, run: (args) => withDatabase((dataDir, url) => exportCommand(args, dataDir, url, process)) },
  migrate: { help: MIGRATE_HELP, run: (args) => withDatabase((_, url) => migrateCommand(args, url, process)) },
};

function withDatabase(run: (dataDir: string, databaseUrl: string | null) => Promise<number>): Promise<number> {
  const { dataDir, databaseUrl } = readConfig();
  return run(dataDir, databaseUrl);
}

function refuse(message: string, command: string): number {
  process.stderr.write(`${message}\nRun "verbatim ${command} --help" for what it takes.\n`);
  return 2;
}

/** Runs one command. @returns the exit code: 0 done, 1 failed, 2 a wrong command line */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`Unknown command "${name}".\n${HELP}`);
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(args);
}

// A reader that closes early ("verbatim annotate | head") is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : `verbatim failed: ${(error as Error).message}`}\n`);
  process.exitCode = 1;
}
