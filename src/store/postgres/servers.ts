import type pg from "pg";
import { StoreUnavailable } from "../store.ts";
import { openPool, run } from "./connection.ts";
import { ChangeListener } from "./listener.ts";

/** Milliseconds between two looks whether a read replica has caught up. */
const LAG_POLL = 50;
/** Milliseconds a read replica is left alone after it could not be reached. */
const REPLICA_REST = 5_000;

export interface ServersOptions {
  /** Connection URL of the server that is written to. */
  url: string;
  /** Connection URL of read replicas; `null` reads from the server that is written to. */
  readUrl: string | null;
  /** Called when content may have changed. */
  onChange: () => void;
  /** Told of what an operator should know: connections that were lost, replicas that do not answer. */
  onTrouble: (message: string, error: Error) => void;
}

/**
 * The servers of one archive. Reads go to the replica, if there is one, as long as it has everything that was announced:
 * an announcement may be faster than the change it is about, and bytes rendered from the old state would be kept.
 */
export class Servers {
  readonly primary: pg.Pool;
  readonly #replica: pg.Pool | null;
  readonly #listener: ChangeListener;
  readonly #options: ServersOptions;
  #behind = true;
  #announced = 0;
  #restUntil = 0;
  #closed = false;

  constructor(options: ServersOptions) {
    this.#options = options;
    const idle = (error: Error) => options.onTrouble("An idle connection to the database broke.", error);
    this.primary = openPool(options.url, idle);
    this.#replica = options.readUrl === null ? null : openPool(options.readUrl, idle);
    this.#listener = new ChangeListener(
      options.url,
      () => this.changed(),
      (error) => options.onTrouble("The connection that listens for changes was lost; connecting again.", error),
    );
  }

  /** Connections to all servers together, as they are now. */
  get connections(): { open: number; idle: number; waiting: number } {
    const pools = this.#replica === null ? [this.primary] : [this.primary, this.#replica];
    const sum = (of: (pool: pg.Pool) => number) => pools.reduce((total, pool) => total + of(pool), 0);
    return { open: sum((pool) => pool.totalCount), idle: sum((pool) => pool.idleCount), waiting: sum((pool) => pool.waitingCount) };
  }

  /** @throws when the database cannot be reached */
  async open(): Promise<void> {
    await this.#listener.open();
    if (this.#replica !== null) this.#follow(this.#replica);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#listener.close();
    await Promise.all([this.primary.end(), this.#replica?.end()]);
  }

  /**
   * Runs a prepared statement that only reads.
   * @throws StoreUnavailable when no server answers
   */
  async read<T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T[]> {
    const replica = this.#replica;
    if (replica === null) return run<T>(this.primary, text, values);
    const rests = performance.now() < this.#restUntil;
    const [first, second] = this.#behind || rests ? [this.primary, replica] : [replica, this.primary];
    try {
      return await run<T>(first, text, values);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      if (first === replica) {
        this.#restUntil = performance.now() + REPLICA_REST;
        this.#options.onTrouble("The read replica does not answer; reading from the primary server.", error);
      }
      return run<T>(second, text, values);
    }
  }

  /** Takes note that content may have changed: what is read from now on has it. */
  changed(): void {
    if (this.#replica !== null) this.#follow(this.#replica);
    this.#options.onChange();
  }

  /** Reads from the primary server until the replica has replayed what that has written by now. */
  async #follow(replica: pg.Pool): Promise<void> {
    this.#announced += 1;
    const announced = this.#announced;
    this.#behind = true;
    let position: string | null = null;
    while (!this.#closed && announced === this.#announced) {
      try {
        if (position === null) {
          // Where the log is inserted, not written: an import does not wait for its changes to be written.
          const [row] = await run<{ lsn: string }>(this.primary, "SELECT pg_current_wal_insert_lsn()::text AS lsn", []);
          position = row?.lsn ?? null;
        }
        // A server that is not in recovery replays nothing: it is the same server, or a cluster that reads what it wrote.
        const [replayed] = await run<{ all: boolean }>(
          replica,
          "SELECT NOT pg_is_in_recovery() OR pg_last_wal_replay_lsn() >= $1::pg_lsn AS all",
          [position],
        );
        if (replayed?.all && announced === this.#announced) {
          this.#behind = false;
          return;
        }
      } catch (error) {
        if (!(error instanceof StoreUnavailable) && !this.#closed)
          this.#options.onTrouble("The read replica's lag cannot be told.", error as Error);
      }
      await new Promise((resolve) => setTimeout(resolve, LAG_POLL).unref());
    }
  }
}
