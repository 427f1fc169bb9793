import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { SILENT_CODES, UNAVAILABLE_STATES } from "./connection.ts";

/** Milliseconds one attempt may take: with the start of the process, a wrong address fails within 3 seconds. */
const ATTEMPT = 1_500;
/** The same where the operator waits anyway. */
const PATIENT_ATTEMPT = 10_000;
/** Milliseconds a database that says it is starting is waited for, and between two attempts. */
const STARTING_WAIT = 30_000;
const RETRY = 500;

/** Thrown when a database cannot be used; the message says why and what to do. */
export class DatabaseUnreachable extends Error {
  /** Whether it answered and refuses, which no waiting mends. */
  readonly refuses: boolean;

  constructor({ kind, message }: Fault) {
    super(message);
    this.refuses = kind === "wrong";
  }
}

/**
 * Connects to a database once, to find out at the start whether it can be used. One that says that it is starting (or
 * stopping, or has no connection left for now) is waited for; one that does not answer is only as long as `wait` says.
 *
 * @param url its connection URL
 * @param wait milliseconds that a database may take until it answers
 * @param variable where the URL is set
 * @throws DatabaseUnreachable
 */
export async function reachDatabase(url: string, wait = 0, variable = "DATABASE_URL"): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const fault = await attempt(url, Math.max(ATTEMPT, Math.min(wait, PATIENT_ATTEMPT)));
    if (fault === null) return;
    const patience = { starting: Math.max(STARTING_WAIT, wait), silent: wait, wrong: 0 }[fault.kind];
    if (performance.now() - begun + RETRY > patience)
      throw new DatabaseUnreachable({ ...fault, message: fault.message.replaceAll("DATABASE_URL", variable) });
    await setTimeout(RETRY);
  }
}

/** `starting`: it will answer soon. `silent`: nothing answers, which may be a wrong address. `wrong`: it refuses. */
interface Fault {
  kind: "starting" | "silent" | "wrong";
  message: string;
}

async function attempt(url: string, time: number): Promise<Fault | null> {
  let client: pg.Client;
  try {
    client = new pg.Client({
      connectionString: url,
      application_name: "verbatim",
      connectionTimeoutMillis: time,
      query_timeout: time,
    });
  } catch (error) {
    return {
      kind: "wrong",
      message: `DATABASE_URL cannot be read (${(error as Error).message}). Percent-encode special characters in it.`,
    };
  }
  // A connection that breaks reports it here as well.
  client.on("error", () => {});
  try {
    await client.connect();
    return null;
  } catch (error) {
    return explain(error as Error & { code?: unknown }, client);
  } finally {
    // A host that is silent would keep it from closing.
    void client.end().catch(() => {});
  }
}

/** What an error of a first connection means. Codes of five characters are PostgreSQL's (its manual, appendix A). */
function explain(error: Error & { code?: unknown }, { host, port, database, user }: pg.Client): Fault {
  // A host with several addresses fails once for each.
  const first: Error & { code?: unknown } = error instanceof AggregateError ? error.errors[0] : error;
  const code = String(first.code ?? "");
  const server = `${host}:${port}`;
  const wait = "To wait for a server that is not up yet, set DATABASE_WAIT to a number of seconds.";
  if (code === "57P03") return { kind: "starting", message: `The database at ${server} is still starting (${first.message}). Try again.` };
  if (code === "28P01" || code === "28000") {
    return {
      kind: "wrong",
      message: `The database at ${server} refuses the user "${user}" (${first.message}). Correct user and password in DATABASE_URL.`,
    };
  }
  if (code === "3D000") {
    return {
      kind: "wrong",
      message: `The server at ${server} has no database "${database}". Create it (createdb), or correct DATABASE_URL.`,
    };
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return { kind: "silent", message: `The host "${host}" of DATABASE_URL is not known. Correct its name. ${wait}` };
  }
  if (code === "ECONNREFUSED") {
    return { kind: "silent", message: `Nothing listens at ${server}. Start PostgreSQL there, or correct DATABASE_URL. ${wait}` };
  }
  if (UNAVAILABLE_STATES.test(code)) {
    return {
      kind: "starting",
      message: `The database at ${server} takes no connection now (${first.message}). Try again, or stop other clients.`,
    };
  }
  if (SILENT_CODES.includes(code) || /timeout|terminated/.test(first.message)) {
    const message = `No PostgreSQL answers at ${server} (${first.message}). Check host and port in DATABASE_URL, and the network. ${wait}`;
    return { kind: "silent", message };
  }
  return { kind: "wrong", message: `The database at ${server} cannot be used (${first.message}). Check DATABASE_URL.` };
}
