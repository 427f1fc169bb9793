import type { FastifyInstance } from "fastify";

/**
 * Open files that are not connections of clients, at most: the index, the data folder's files while they are read, connections
 * to a database, what Node and its threads need.
 */
const OTHER_FILES = 128;
/** Milliseconds between two closings of idle connections. */
const PAUSE = 1000;

/**
 * How many connections a process may have open: a connection is an open file, and without a file to spare nothing works.
 *
 * @param files how many files it may open
 */
export function connectionLimit(files: number): number {
  return Math.max(1, Math.floor(files / 4), files - OTHER_FILES);
}

/** How many files this process may open (`ulimit -n`); `null` where there is no limit, or none that can be read. */
export function openFilesLimit(): number | null {
  // Without this the names of the other ends of all connections are looked up.
  const { userLimits } = Object.assign(process.report, { excludeNetwork: true }).getReport() as {
    userLimits?: { open_files?: { soft?: unknown } };
  };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === "number" ? soft : null;
}

/**
 * Keeps connections below the limit of open files. One too many is closed as soon as it is made, and so are those that wait
 * idly for a next request, so that a client that comes back finds room.
 */
export function boundConnections(app: FastifyInstance): void {
  const files = openFilesLimit();
  if (files === null) return;
  const { server } = app;
  server.maxConnections = connectionLimit(files);
  const refused =
    app.metrics && new app.metrics.client.Counter({ name: "connections_refused_total", help: "Connections over the limit of open files" });
  let closedAt = Number.NEGATIVE_INFINITY;
  server.on("drop", () => {
    refused?.inc();
    const reason = `${server.maxConnections} connections are open, as many as the limit of ${files} open files (ulimit -n) allows.`;
    app.faults.tell("connections", (left) => app.log.warn({ reason, ...left }, "connection refused"));
    if (performance.now() - closedAt < PAUSE) return;
    closedAt = performance.now();
    server.closeIdleConnections();
  });
}
