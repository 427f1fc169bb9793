import { createHash } from "node:crypto";
import pg from "pg";
import { StoreUnavailable } from "../store.ts";

/** Milliseconds to wait for a connection: longer than a failover takes to answer, shorter than a client's patience. */
const CONNECT_TIMEOUT = 3_000;
/** Milliseconds a statement of the API may run in the server. */
const STATEMENT_TIMEOUT = 5_000;
/** Milliseconds after which an answer is given up: for servers that are gone without closing their connections. */
const ANSWER_TIMEOUT = 8_000;
/** For queries that may wait for another writer, or work on a whole table: no time after which they are given up. */
export const PATIENT = { query_timeout: 2 ** 31 - 1 };
/** Connections a process holds at most. */
const MAX_CONNECTIONS = 10;

/**
 * A pool of connections to one server.
 *
 * @param onError told of connections that broke while idle; without it they would end the process
 */
export function openPool(url: string, onError: (error: Error) => void, max = MAX_CONNECTIONS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "verbatim",
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    query_timeout: ANSWER_TIMEOUT,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Compiling a query costs more than any query of ours gains by it. Every query has an index; PostgreSQL would rather read
    // whole tables for common words, since it does not count what it costs to fetch vectors stored outside their rows. So
    // each query has one sensible plan, which is made once a connection. The places of all that a search finds fit into
    // memory up to some 150,000 of them.
    options: "-c jit=off -c enable_seqscan=off -c work_mem=16MB -c plan_cache_mode=force_generic_plan",
  });
  pool.on("error", onError);
  return pool;
}

/** Runs `work` on a connection of its own, closed afterwards: for session settings, session locks and long statements. */
export async function inSession<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks between two statements reports it here as well as in the next statement.
  client.on("error", () => {});
  try {
    return await work(client);
  } finally {
    client.release(true);
  }
}

/**
 * Runs a named prepared statement: it is parsed once a connection, and its name is the hash of its text.
 *
 * @param timing `PATIENT` for writes
 * @throws StoreUnavailable when the database is away
 */
export async function run<T extends pg.QueryResultRow>(
  queryable: pg.Pool | pg.ClientBase,
  text: string,
  values: unknown[],
  timing: Partial<typeof PATIENT> = {},
): Promise<T[]> {
  try {
    return (await queryable.query<T>({ ...timing, name: nameOf(text), text, values })).rows;
  } catch (error) {
    throw asUnavailable(error);
  }
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("hex").slice(0, 32);
    names.set(text, name);
  }
  return name;
}

// Appendix A of the PostgreSQL manual: connection exceptions, too many connections, shutting down or starting up, a
// statement that ran out of time, and a server that became a read-only standby or fell back while being asked.
export const UNAVAILABLE_STATES = /^(?:08|53|57P0|57014|40001|25006)/;
/** Codes of the network: nobody answers there, or no longer. */
export const SILENT_CODES: readonly string[] = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
];
// The last three: no file or memory is left for a connection here.
const UNAVAILABLE_CODES = new Set([...SILENT_CODES, "EMFILE", "ENFILE", "ENOMEM"]);
const UNAVAILABLE_MESSAGES =
  /^(?:Connection terminated|timeout exceeded|Query read timeout|Client has encountered a connection error|The server does not support SSL)/;

function asUnavailable(error: unknown): unknown {
  return isUnavailable(error) ? new StoreUnavailable("The database cannot be reached at the moment.", { cause: error }) : error;
}

/** Whether an error means that the database is away for now, rather than that something is wrong. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === "string") return UNAVAILABLE_CODES.has(code) || UNAVAILABLE_STATES.test(code);
  return typeof message === "string" && UNAVAILABLE_MESSAGES.test(message);
}

/** Whether PostgreSQL can hold a string: it has no U+0000, and no lone surrogate is a character. */
export function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes("\0");
}

/** JSON of rows for PostgreSQL to read. What it cannot hold of a string is replaced (U+FFFD); JSON inside a string has it escaped. */
export function rowsJson(rows: unknown): string {
  return JSON.stringify(rows, (_, value) =>
    typeof value === "string" && !isStorable(value) ? value.replaceAll("\0", "\ufffd").toWellFormed() : value,
  );
}
