import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(z.int().min(least, error).max(most, error));
}

const database = z
  .url({ protocol: /^postgres(?:ql)?$/, error: "must be a PostgreSQL URL, such as postgres://user:password@db.example:5432/verbatim" })
  .optional();

/**
 * An address that others can be put together from by adding a path: without user, query and fragment. Its path has no empty
 * segment, since `//` at the start of a link names a host, and only characters that mean nothing in HTML, XML, Markdown and `Link`.
 */
const publicUrl = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL, such as https://news.example or https://news.example/verbatim" })
  .transform((url) => new URL(url))
  .refine(({ username, password, search, hash }) => `${username}${password}${search}${hash}` === "", {
    error: "must have no user, password, query or fragment, such as https://news.example/verbatim",
  })
  .refine(({ pathname }) => /^(?:\/(?:[\w.~-]|%[0-9A-F]{2})+)*\/?$/i.test(pathname), {
    error: "may have only letters, digits and - . _ ~ between the slashes of its path, such as https://news.example/verbatim",
  })
  .transform(({ origin, pathname }) => origin + pathname.replace(/\/$/, ""));

/** Variables whose values hold passwords: messages do not repeat them. */
const SECRET = new Set(["DATABASE_URL", "DATABASE_READ_URL"]);

/** The environment variables with their defaults. `.env.example` lists them for users. */
export const Variables = z.object({
  /** Address to listen on; the default reaches this machine only. */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Port to listen on; 0 takes a free one. */
  PORT: wholeNumber(0, 65535).default(3000),
  /** Least severe level that is logged, in pino's names. The access line is `info`. */
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Folder of articles. */
  DATA_DIR: z.string().min(1).default("data"),
  /** PostgreSQL database that is served instead of the folder. */
  DATABASE_URL: database,
  /** Seconds that database may take until it answers; one that says it is starting is always waited for. */
  DATABASE_WAIT: wholeNumber(0, 3600).default(0),
  /** Read replicas of that database. */
  DATABASE_READ_URL: database,
  /** Folder for the index of a large data folder; default: `verbatim` in `XDG_CACHE_HOME`. */
  CACHE_DIR: z.string().min(1).optional(),
  /** The user's folder for caches (XDG Base Directory Specification). */
  XDG_CACHE_HOME: z.string().default(join(homedir(), ".cache")),
  /** Memory for prepared answers, in MiB. */
  CACHE_MB: wholeNumber(1, 65536).default(64),
  /** Requests a client address may make in a minute; any number by default. */
  RATE_LIMIT: wholeNumber(1, 1_000_000).optional(),
  /** Milliseconds the event loop may be late before requests are answered with 503. */
  MAX_EVENT_LOOP_DELAY: wholeNumber(10, 60_000).default(1000),
  /** Whether `/metrics` is served. */
  METRICS: z.stringbool({ error: "must be true or false" }).default(false),
  /** Whether `X-Forwarded-For` names the client. */
  TRUST_PROXY: z.stringbool({ error: "must be true or false" }).default(false),
  /** Where clients reach the server, without a slash at the end; default: where it listens. */
  PUBLIC_URL: publicUrl.optional(),
  /** Whom the OpenAPI document names for questions. */
  CONTACT: z.union([z.email(), z.url({ protocol: /^https?$/ })], { error: "must be a mail address or the address of a page" }).optional(),
});
const Environment = Variables.refine(
  ({ DATABASE_URL, DATABASE_READ_URL }) => DATABASE_READ_URL === undefined || DATABASE_URL !== undefined,
  {
    path: ["DATABASE_READ_URL"],
    error: "names replicas of DATABASE_URL, which is not set",
  },
);

/** The environment as one typed value: paths are absolute, sizes in bytes, `null` is what is not set. */
export type Config = ReturnType<typeof readConfig>;

/**
 * The script of npm that runs this process, and the options that npm kept for itself: those of `npm run x --dry-run` are
 * in variables such as `npm_config_dry_run` (npm help 7 config). Names come in npm's spelling.
 *
 * @returns `script: null` outside npm's scripts, where such a variable is the user's setting for npm
 */
export function readNpm(environment: Record<string, string | undefined> = process.env): { script: string | null; options: string[] } {
  const script = environment.npm_lifecycle_event ?? null;
  if (script === null) return { script, options: [] };
  const isSet = (value: string | undefined) => value !== undefined && value !== "" && value !== "false";
  const options = Object.entries(environment).flatMap(([name, value]) =>
    isSet(value) ? (/^npm_config_(.+)$/i.exec(name)?.[1] ?? []) : [],
  );
  return { script, options };
}

/** Whether a person sees what this process writes to stderr: at a terminal, or by a script of npm, which no service uses. */
export function isWatched(): boolean {
  return process.stderr.isTTY === true || process.env.npm_lifecycle_event !== undefined;
}

/** Thrown when variables hold wrong values; the message names all of them. */
export class ConfigError extends Error {}

/**
 * Reads the configuration; unknown variables are ignored, empty ones count as unset.
 * @throws ConfigError naming every wrong variable, its value and what is allowed
 */
export function readConfig(environment: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}=${SECRET.has(name) ? "(not shown)" : JSON.stringify(given[name])}: ${issue.message}`;
    });
    throw new ConfigError(`Wrong environment variables:\n${lines.join("\n")}\nCorrect or unset them; .env.example describes each.`);
  }
  const { HOST, PORT, LOG_LEVEL, DATA_DIR } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    dataDir: resolve(DATA_DIR),
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    databaseWait: parsed.data.DATABASE_WAIT * 1000,
    databaseReadUrl: parsed.data.DATABASE_READ_URL ?? null,
    cacheDir: resolve(parsed.data.CACHE_DIR ?? join(parsed.data.XDG_CACHE_HOME, "verbatim")),
    cacheBytes: parsed.data.CACHE_MB * 1024 * 1024,
    rateLimit: parsed.data.RATE_LIMIT ?? null,
    maxEventLoopDelay: parsed.data.MAX_EVENT_LOOP_DELAY,
    metrics: parsed.data.METRICS,
    trustProxy: parsed.data.TRUST_PROXY,
    publicUrl: parsed.data.PUBLIC_URL ?? null,
    contact: parsed.data.CONTACT ?? null,
  };
}
