/**
 * Hundreds of clients send a byte of their header fields a second, or of a body, or ask for large answers and do not read them. An
 * ordinary request beside them takes less than 250 ms; those that are too slow are sent a 408 or disconnected; when they are gone
 * everything is as before.
 */
import { until } from "../../test/store/files/until.ts";
import { newspaperFolder } from "../harness/archive-folder.ts";
import { openSockets } from "../harness/connections.ts";
import { type Drill, demand } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { startReady } from "../harness/program.ts";
import { Pulse } from "../harness/pulse.ts";

const CLIENTS = 1_000;
/** Milliseconds a client has for its header fields (10 s) and its request (30 s), and what a busy machine may need besides. */
const PATIENCE = 90_000;
const BODY = "POST /v1/extractions HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n";
const LARGE = "GET /docs/reference/js/scalar.js HTTP/1.1\r\nHost: x\r\n\r\n";

export const slowClients: Drill = {
  name: "slow-clients",
  file: import.meta.filename,
  short: 0.1,
  async run(context) {
    const { data, undisturbed } = await newspaperFolder(context, 50);
    const server = await startReady(context, { env: { DATA_DIR: data } });
    const control = await startReady(context, { env: { DATA_DIR: data } });
    const each = Math.ceil(context.part(CLIENTS) / 3);
    const pulse = new Pulse(server, control, ["/v1/articles", "/v1/search?q=a", "/v1/quotes?limit=100"]);
    const dripping = [
      await openSockets(server.url, each, "GET /v1/articles HTTP/1.1\r\nHost: x\r\nX-Slow: "),
      await openSockets(server.url, each, BODY),
    ];
    const deaf = await openSockets(server.url, each, LARGE.repeat(4), false);
    const drip = setInterval(() => {
      for (const clients of dripping) clients.send("a");
    }, 1_000);
    const open = await until(
      async () => dripping.reduce((sum, clients) => sum + clients.open(), 0),
      (count) => count === 0,
      PATIENCE,
    );
    clearInterval(drip);
    const memory = server.memory();
    const figures = pulse.stop();
    demand(open === 0, `${open} of ${2 * each} clients that send a byte a second are still connected after ${PATIENCE / 1000} s`);
    const told = dripping.flatMap((clients) => clients.heard()).filter((heard) => heard.startsWith("HTTP/1.1 408")).length;
    deaf.close();
    await untilSame(server, undisturbed, "after the slow clients");
    return `${3 * each} slow clients, ${told} of ${2 * each} told 408; ${figures}; ${memory.toFixed(0)} MB`;
  },
};
