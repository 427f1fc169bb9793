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

/** Variables whose values hold passwords: messages do not repeat them. */
const SECRET = new Set(["DATABASE_URL", "DATABASE_READ_URL"]);

const Variables = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: wholeNumber(0, 65535).default(3000),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: database,
  DATABASE_READ_URL: database,
  CACHE_DIR: z.string().min(1).optional(),
  XDG_CACHE_HOME: z.string().optional(),
  CACHE_MB: wholeNumber(1, 65536).default(64),
  RATE_LIMIT: wholeNumber(1, 1_000_000).optional(),
  MAX_EVENT_LOOP_DELAY: wholeNumber(10, 60_000).default(1000),
  METRICS: z.stringbool({ error: "must be true or false" }).default(false),
  TRUST_PROXY: z.stringbool({ error: "must be true or false" }).default(false),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https URL, such as https://news.example" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
});
const Environment = Variables.refine(
  ({ DATABASE_URL, DATABASE_READ_URL }) => DATABASE_READ_URL === undefined || DATABASE_URL !== undefined,
  {
    path: ["DATABASE_READ_URL"],
    error: "names replicas of DATABASE_URL, which is not set",
  },
);

/** The environment as one typed value. */
export interface Config {
  /** Address to listen on; the default reaches this machine only. */
  host: string;
  /** Port to listen on; 0 takes a free one. */
  port: number;
  /** Least severe level that is logged, in pino's names. The access line is `info`. */
  logLevel: z.output<typeof Variables>["LOG_LEVEL"];
  /** Folder of articles, an absolute path. */
  dataDir: string;
  /** Connection URL of the PostgreSQL server that articles are served from; `null` serves the folder. */
  databaseUrl: string | null;
  /** Connection URL of read replicas of that server; `null` when there are none. */
  databaseReadUrl: string | null;
  /** Origin and path prefix for the absolute URLs of feeds and annotations, without a final slash. */
  publicUrl: string;
  /** Folder for the index of a large data folder, an absolute path. */
  cacheDir: string;
  /** Bound of the answers held ready, in bytes. */
  cacheBytes: number;
  /** Requests a client address may make in a minute; `null` for any number. */
  rateLimit: number | null;
  /** Milliseconds the event loop may be late before requests are answered with 503. */
  maxEventLoopDelay: number;
  /** Whether `/metrics` is served. */
  metrics: boolean;
  /** Whether `X-Forwarded-For` names the client. */
  trustProxy: boolean;
}

/** Thrown when variables hold wrong values; the message names all of them. */
export class ConfigError extends Error {}

/**
 * Reads the configuration; unknown variables are ignored, empty ones count as unset.
 * @throws ConfigError naming every wrong variable, its value and what is allowed
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}=${SECRET.has(name) ? "(not shown)" : JSON.stringify(given[name])}: ${issue.message}`;
    });
    throw new ConfigError(`Wrong environment variables:\n${lines.join("\n")}\nCorrect or unset them; the README lists what each may hold.`);
  }
  const { HOST, PORT, LOG_LEVEL, DATA_DIR, PUBLIC_URL } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    dataDir: resolve(DATA_DIR),
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    databaseReadUrl: parsed.data.DATABASE_READ_URL ?? null,
    cacheDir: resolve(parsed.data.CACHE_DIR ?? join(parsed.data.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "verbatim")),
    cacheBytes: parsed.data.CACHE_MB * 1024 * 1024,
    rateLimit: parsed.data.RATE_LIMIT ?? null,
    maxEventLoopDelay: parsed.data.MAX_EVENT_LOOP_DELAY,
    metrics: parsed.data.METRICS,
    trustProxy: parsed.data.TRUST_PROXY,
    publicUrl: PUBLIC_URL ?? `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`,
  };
}
