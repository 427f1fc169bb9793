import pg from "pg";

/** Milliseconds before the first attempt to connect again, and the longest pause between two: each one waits twice as long. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** Milliseconds between two questions whether the connection still answers: one that is cut off somewhere says nothing. */
const HEARTBEAT = 10_000;

/** Listens for changes of the content on a connection of its own, for as long as it is open. */
export class ChangeListener {
  readonly #url: string;
  readonly #onChange: () => void;
  readonly #onLost: (error: Error) => void;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #pause = FIRST_PAUSE;
  #closed = false;

  /**
   * @param onChange called at every change; and after the connection was lost, since changes may have been missed
   * @param onLost told when the connection is lost and cannot be made again yet
   */
  constructor(url: string, onChange: () => void, onLost: (error: Error) => void) {
    this.#url = url;
    this.#onChange = onChange;
    this.#onLost = onLost;
  }

  /** Connects for the first time. @throws when the database cannot be reached */
  async open(): Promise<void> {
    await this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat);
    await this.#client?.end().catch(() => {});
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: "verbatim listener",
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client.on("error", (error) => this.#lost(client, error));
    client.on("end", () => this.#lost(client, new Error("The connection was closed.")));
    client.on("notification", () => this.#onChange());
    try {
      await client.connect();
      await client.query("LISTEN verbatim_changed");
    } catch (error) {
      client.removeAllListeners("end");
      client.end().catch(() => {});
      throw error;
    }
    this.#client = client;
    this.#pause = FIRST_PAUSE;
    this.#heartbeat = setInterval(() => {
      client.query("SELECT 1").catch((error) => this.#lost(client, error));
    }, HEARTBEAT);
    this.#heartbeat.unref();
  }

  #lost(client: pg.Client, error: Error): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = null;
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat);
    client.end().catch(() => {});
    this.#onLost(error);
    this.#retry();
  }

  #retry(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(async () => {
      try {
        await this.#connect();
        if (this.#closed) await this.close();
        else this.#onChange();
      } catch {
        this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
        this.#retry();
      }
    }, this.#pause);
  }
}
