/**
 * 5,000 clients connect and say nothing, or have an answer and keep the connection. An ordinary request beside them takes less than
 * 250 ms, and each costs little memory; those that never spoke are disconnected; when all are gone everything is as before.
 */
import { until } from "../../test/store/files/until.ts";
import { newspaperFolder } from "../harness/archive-folder.ts";
import { openSockets } from "../harness/connections.ts";
import { type Drill, demand, Skipped } from "../harness/drill.ts";
import { openFilesLimit } from "../harness/machine.ts";
import { untilSame } from "../harness/picture.ts";
import { startReady } from "../harness/program.ts";
import { Pulse } from "../harness/pulse.ts";

const CLIENTS = 5_000;
/** Kilobytes of memory a connection may cost, and megabytes that all may, however few: answers beside them take some as well. */
const COST = 40;
const AT_LEAST = 60;
/** Milliseconds after which a client that never spoke is disconnected (10 s), and some more. */
const PATIENCE = 25_000;

export const idleConnections: Drill = {
  name: "idle-connections",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const count = context.part(CLIENTS);
    const limit = openFilesLimit();
    if (limit < 2 * count) throw new Skipped(`this shell may have ${limit} files open: ulimit -n ${2 * count}`);
    const { data, undisturbed } = await newspaperFolder(context, 50);
    const server = await startReady(context, { env: { DATA_DIR: data } });
    const control = await startReady(context, { env: { DATA_DIR: data } });
    const before = server.memory();
    const pulse = new Pulse(server, control, ["/v1/articles", "/v1/search?q=a", "/v1/quotes?limit=100"]);
    const silent = await openSockets(server.url, count / 2);
    const kept = await openSockets(server.url, count / 2, "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    await until(
      async () => kept.heard().every((heard) => heard.startsWith("HTTP/1.1 200")),
      (all) => all,
      PATIENCE,
    );
    const answered = kept.heard().filter((heard) => heard.startsWith("HTTP/1.1 200")).length;
    const taken = server.memory() - before;
    const cost = (taken * 1024) / count;
    const left = await until(
      async () => silent.open(),
      (open) => open === 0,
      PATIENCE,
    );
    const figures = pulse.stop();
    demand(answered === count / 2, `${answered} of ${count / 2} clients were answered`);
    demand(left === 0, `${left} of ${count / 2} clients that never spoke are still connected`);
    demand(cost < COST || taken < AT_LEAST, `a connection costs ${cost.toFixed(0)} KB`);
    demand(kept.open() === count / 2, "clients that keep their connection were disconnected");
    kept.close();
    await untilSame(server, undisturbed, "after the idle connections");
    return `${count} connections, ${cost.toFixed(1)} KB each; ${figures}`;
  },
};
