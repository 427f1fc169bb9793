#!/usr/bin/env node
import type { ParseArgsOptionsConfig } from "node:util";
import packageJson from "../package.json" with { type: "json" };
import { similarWords } from "./article/words/spelling.ts";
import { ANNOTATE_HELP, annotateCommand } from "./cli/annotate.ts";
import { AUDIT_HELP, AUDIT_OPTIONS, auditCommand } from "./cli/audit.ts";
import { CHECK_HELP, CHECK_OPTIONS, checkCommand } from "./cli/check.ts";
import { EXPORT_HELP, EXPORT_OPTIONS, exportCommand } from "./cli/export.ts";
import { IMPORT_HELP, IMPORT_OPTIONS } from "./cli/import/arguments.ts";
import { importCommand } from "./cli/import/import-command.ts";
import { KEY_HELP, KEY_OPTIONS, keyCommand } from "./cli/key.ts";
import { LOAD_HELP, LOAD_OPTIONS, loadCommand } from "./cli/load.ts";
import { MIGRATE_HELP, migrateCommand } from "./cli/migrate.ts";
import { PULL_HELP, PULL_OPTIONS, pullCommand } from "./cli/pull.ts";
import { SERVE_HELP, serveCommand } from "./cli/serve.ts";
import { SPEAKERS_HELP, SPEAKERS_OPTIONS, speakersCommand } from "./cli/speakers/speakers-command.ts";
import { explainSwallowed } from "./cli/swallowed.ts";
import { refuse } from "./cli/terminal.ts";
import { VERIFY_HELP, VERIFY_OPTIONS, verifyCommand } from "./cli/verify.ts";
import { WEBHOOK_HELP, WEBHOOK_OPTIONS, webhookCommand } from "./cli/webhook.ts";
import { RESTORE_HELP, RESTORE_OPTIONS, restoreCommand, WITHDRAW_HELP, WITHDRAW_OPTIONS, withdrawCommand } from "./cli/withdraw.ts";
import { type Config, ConfigError, readConfig, readNpm } from "./config.ts";
import { DatabaseUnreachable } from "./store/postgres/reach.ts";

const HELP = `Usage: verbatim COMMAND [options]

  serve       run the server
  import      turn raw files (text, Markdown, HTML, NDJSON) into articles in a data folder
  withdraw    take an article out of the archive: it answers 410 with a notice
  restore     serve a withdrawn article again
  annotate    find the quotes in texts: NDJSON in, NDJSON out
  verify      check the quotes of texts against the archive
  speakers    list speakers, or what is likely wrong with their names
  check       validate a data folder
  load        copy a data folder or NDJSON into a PostgreSQL database
  export      write all articles as JSON, NDJSON, text or Markdown
  migrate     update the schema of a PostgreSQL database
  key         add, list and remove the keys that open the archive for writing over HTTP
  audit       show what was written over HTTP
  pull        copy another Verbatim, and follow its changes
  webhook     tell other servers of changes

"verbatim help COMMAND" describes a command, "verbatim --version" says which version this is.
`;

/** One command: its help, the options it has, and what it does with its arguments. `run` returns the exit code. */
interface Command {
  help: string;
  options?: ParseArgsOptionsConfig;
  run(args: string[]): Promise<number>;
}

const COMMANDS: Record<string, Command> = {
  serve: { help: SERVE_HELP, run: (args) => serveCommand(args, process) },
  import: {
    help: IMPORT_HELP,
    options: IMPORT_OPTIONS,
    run: (args) => withConfig(({ dataDir, databaseUrl }) => importCommand(args, dataDir, process, new Date(), databaseUrl)),
  },
  withdraw: {
    help: WITHDRAW_HELP,
    options: WITHDRAW_OPTIONS,
    run: (args) => withConfig((config) => withdrawCommand(args, config, process)),
  },
  restore: { help: RESTORE_HELP, options: RESTORE_OPTIONS, run: (args) => withConfig((config) => restoreCommand(args, config, process)) },
  annotate: { help: ANNOTATE_HELP, run: (args) => annotateCommand(args, process) },
  verify: { help: VERIFY_HELP, options: VERIFY_OPTIONS, run: (args) => withConfig((config) => verifyCommand(args, config, process)) },
  speakers: {
    help: SPEAKERS_HELP,
    options: SPEAKERS_OPTIONS,
    run: (args) => withConfig((config) => speakersCommand(args, config, process)),
  },
  check: { help: CHECK_HELP, options: CHECK_OPTIONS, run: (args) => withConfig(({ dataDir }) => checkCommand(args, dataDir, process)) },
  load: {
    help: LOAD_HELP,
    options: LOAD_OPTIONS,
    run: (args) => withConfig(({ dataDir, databaseUrl, databaseWait }) => loadCommand(args, dataDir, databaseUrl, process, databaseWait)),
  },
  export: {
    help: EXPORT_HELP,
    options: EXPORT_OPTIONS,
    run: (args) => withConfig(({ dataDir, databaseUrl, databaseWait }) => exportCommand(args, dataDir, databaseUrl, process, databaseWait)),
  },
  migrate: {
    help: MIGRATE_HELP,
    run: (args) => withConfig(({ databaseUrl, databaseWait }) => migrateCommand(args, databaseUrl, process, databaseWait)),
  },
  key: {
    help: KEY_HELP,
    // npm has a setting called "scope": where a user has set it, no command could be run if "--scope" were looked for.
    options: { data: KEY_OPTIONS.data },
    run: (args) => withConfig((config) => keyCommand(args, config, process)),
  },
  audit: { help: AUDIT_HELP, options: AUDIT_OPTIONS, run: (args) => withConfig((config) => auditCommand(args, config, process)) },
  pull: {
    help: PULL_HELP,
    options: PULL_OPTIONS,
    run: (args) => withConfig((config) => pullCommand(args, config, process, untilSignal())),
  },
  webhook: {
    help: WEBHOOK_HELP,
    options: WEBHOOK_OPTIONS,
    run: (args) => withConfig((config) => webhookCommand(args, config, process)),
  },
};

/** The options of every command: one that npm keeps changes what a command does, also where the command does not have it. */
const OPTIONS = new Set(Object.values(COMMANDS).flatMap(({ options }) => Object.keys(options ?? {})));

function withConfig(run: (config: Config) => Promise<number>): Promise<number> {
  return run(readConfig());
}

/** Aborted by Ctrl-C and by a service manager, so that a command ends where it can go on later. A second one ends it at once. */
function untilSignal(): AbortSignal {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => ending.abort());
  return ending.signal;
}

/** Runs one command. @returns the exit code: 0 done, 1 failed, 2 a wrong command line */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined) {
    process.stderr.write(HELP);
    return 2;
  }
  if (name === "--version" || name === "-v") {
    process.stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  if (name === "--help" || name === "-h" || name === "help") return help(args[0]);
  const command = commandOf(name);
  if (command === null) return unknownCommand(name);
  if (args.includes("--help") || args.includes("-h")) return help(name);
  const swallowed = explainSwallowed(OPTIONS, [name, ...args], readNpm());
  if (swallowed !== null) return refuse(name, swallowed, process);
  try {
    return await command.run(args);
  } catch (error) {
    // What node:util's parseArgs throws for options that a command does not have.
    if (String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS"))
      return refuse(name, explainArguments(error as Error, command), process);
    throw error;
  }
}

/** What is wrong with the options of a command, and which one may be meant by one that it does not have. */
function explainArguments({ message }: Error, { options = {} }: Command): string {
  const unknown = /^Unknown option '(-[^']+)'/.exec(message)?.[1];
  if (unknown === undefined) return message;
  const [near] = similarWords(unknown.replace(/^-+/, "").toLowerCase(), Object.keys(options));
  return `Unknown option "${unknown}".${near === undefined ? "" : ` Did you mean "--${near}"?`}`;
}

function help(name: string | undefined): number {
  const command = name === undefined ? null : commandOf(name);
  if (name !== undefined && command === null) return unknownCommand(name);
  process.stdout.write(command?.help ?? HELP);
  return 0;
}

function commandOf(name: string): Command | null {
  return (Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined) ?? null;
}

function unknownCommand(name: string): number {
  process.stderr.write(`Unknown command "${name}".\n${HELP}`);
  return 2;
}

// A reader that closes early ("verbatim annotate | head") is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError || error instanceof DatabaseUnreachable ? error.message : `verbatim failed: ${(error as Error).message}`}\n`,
  );
  process.exitCode = 1;
}
