/**
 * More clients connect than the server may have files open. The process lives; every connection is answered, refused or closed, and
 * those that are answered get what an undisturbed server gives, or a 503 with `Retry-After`; changed files are seen and all is
 * well when the clients are gone, without a restart.
 */
import { join } from "node:path";
import { until } from "../../test/store/files/until.ts";
import { newspaperFolder, undisturbedPicture } from "../harness/archive-folder.ts";
import { openSockets } from "../harness/connections.ts";
import { type Drill, demand } from "../harness/drill.ts";
import { needs } from "../harness/machine.ts";
import { untilSame } from "../harness/picture.ts";
import { isAlive, PATIENCE, runCommand, startReady, untilHealth } from "../harness/program.ts";
import { writeSources } from "../harness/sources.ts";

const FILES = 200;
const CLIENTS = 600;

export const fileLimit: Drill = {
  name: "file-limit",
  file: import.meta.filename,
  short: 0.1,
  async run(context) {
    needs("prlimit");
    const { data, undisturbed } = await newspaperFolder(context, 50);
    const server = await startReady(context, { env: { DATA_DIR: data }, under: ["prlimit", `--nofile=${FILES}`] });
    const rounds = context.part(10);
    let answered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const clients = await openSockets(server.url, CLIENTS, "GET /v1/articles HTTP/1.1\r\nHost: x\r\n\r\n");
      const waiting = await until(
        async () => clients.waiting(),
        (count) => count === 0,
        PATIENCE,
      );
      demand(waiting === 0, `${waiting} of ${CLIENTS} clients are neither answered nor disconnected`);
      demand(server.running(), `the server ended with ${CLIENTS} clients and ${FILES} files: ${server.logged().last}`);
      const statuses = [...Map.groupBy(clients.heard(), (heard) => heard.slice(0, 12))].map(([start, all]) => [start, all.length] as const);
      for (const [start, count] of statuses) {
        demand(/^HTTP\/1.1 (?:200|503)$|^$/.test(start), `${count} of ${CLIENTS} clients were answered with ${start}`);
        if (start !== "") answered += count;
      }
      clients.close();
      await untilHealth(server, ({ status }) => status === "ok", "is not well after the clients were gone");
      await untilSame(server, undisturbed, "after the clients were gone");
    }
    demand(await isAlive(server), "the server does not live");
    writeSources(join(context.folder, "sources"), 3, context.seed + 1);
    await runCommand(["import", join(context.folder, "sources"), "--data", data]);
    await untilSame(server, await undisturbedPicture(context, data), "after an import when the clients were gone");
    return `${rounds} times ${CLIENTS} clients on ${FILES} files, ${answered} of them answered; ${server.logged().lines} lines of log besides answers`;
  },
};
