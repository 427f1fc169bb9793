import { resolve } from "node:path";
import { z } from "zod";

/** Where the repository (or the installed package) lies; the article it ships is in `data/` below. */
const ROOT = resolve(import.meta.dirname, "..");

const Variables = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.string().regex(/^\d+$/, "must be a port number from 0 to 65535").transform(Number).pipe(z.int().max(65535)).default(3000),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  DATA_DIR: z.string().min(1).default(resolve(ROOT, "data")),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https URL, such as https://news.example" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
});

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
  /** Origin and path prefix for the absolute URLs of feeds and annotations, without a final slash. */
  publicUrl: string;
}

/** Thrown when variables hold wrong values; the message names all of them. */
export class ConfigError extends Error {}

/**
 * Reads the configuration; unknown variables are ignored, empty ones count as unset.
 * @throws ConfigError naming every wrong variable, its value and what is allowed
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}=${JSON.stringify(given[name])}: ${issue.message}`;
    });
    throw new ConfigError(`Wrong environment variables:\n${lines.join("\n")}\nCorrect or unset them; the README lists what each may hold.`);
  }
  const { HOST, PORT, LOG_LEVEL, DATA_DIR, PUBLIC_URL } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    dataDir: resolve(DATA_DIR),
    publicUrl: PUBLIC_URL ?? `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`,
  };
}
