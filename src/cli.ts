#!/usr/bin/env node
import { ANNOTATE_HELP, annotateCommand } from "./cli/annotate.ts";
import { CHECK_HELP, checkCommand } from "./cli/check.ts";
import { EXPORT_HELP, exportCommand } from "./cli/export.ts";
import { IMPORT_HELP, importCommand } from "./cli/import/import-command.ts";
import { LOAD_HELP, loadCommand } from "./cli/load.ts";
import { MIGRATE_HELP, migrateCommand } from "./cli/migrate.ts";
import { SERVE_HELP, serveCommand } from "./cli/serve.ts";
import { refuse } from "./cli/terminal.ts";
import { ConfigError, readConfig } from "./config.ts";

const HELP = `Usage: verbatim COMMAND [options]

  serve       run the server
  import      turn raw files (text, Markdown, HTML, NDJSON) into articles in a data folder
  annotate    find the quotes in texts: NDJSON in, NDJSON out
  check       validate a data folder
  load        copy a data folder or NDJSON into a PostgreSQL database
  export      write all articles as JSON, NDJSON, text or Markdown
  migrate     update the schema of a PostgreSQL database

"verbatim COMMAND --help" describes a command.
`;

/** One command: its help, and what it does with its arguments. `run` returns the exit code. */
interface Command {
  help: string;
  run(args: string[]): Promise<number>;
}

const COMMANDS: Record<string, Command> = {
  serve: { help: SERVE_HELP, run: (args) => serveCommand(args, process) },
  import: { help: IMPORT_HELP, run: (args) => importCommand(args, readConfig().dataDir, process, new Date()) },
  annotate: { help: ANNOTATE_HELP, run: (args) => annotateCommand(args, process) },
  check: { help: CHECK_HELP, run: (args) => checkCommand(args, readConfig().dataDir, process) },
  load: { help: LOAD_HELP, run: (args) => withDatabase((dataDir, url) => loadCommand(args, dataDir, url, process)) },
  export: { help: EXPORT_HELP, run: (args) => withDatabase((dataDir, url) => exportCommand(args, dataDir, url, process)) },
  migrate: { help: MIGRATE_HELP, run: (args) => withDatabase((_, url) => migrateCommand(args, url, process)) },
};

function withDatabase(run: (dataDir: string, databaseUrl: string | null) => Promise<number>): Promise<number> {
  const { dataDir, databaseUrl } = readConfig();
  return run(dataDir, databaseUrl);
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
  try {
    return await command.run(args);
  } catch (error) {
    // What node:util's parseArgs throws for options that a command does not have.
    if (String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS")) return refuse(name, (error as Error).message, process);
    throw error;
  }
}

// A reader that closes early ("verbatim annotate | head") is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : `verbatim failed: ${(error as Error).message}`}\n`);
  process.exitCode = 1;
}
