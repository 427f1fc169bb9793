import { afterAll, beforeAll } from "vitest";
import { storeContract } from "../contract.ts";
import { filterContract } from "../filter-contract.ts";
import { historyContract } from "../history-contract.ts";
import { queryContract } from "../query-contract.ts";
import { speakersContract } from "../speakers-contract.ts";
import { statisticsContract } from "../statistics-contract.ts";
import { openArchive } from "./database-archive.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

storeContract("PostgresStore", (articles) => openArchive(server, articles));
statisticsContract("PostgresStore", (articles) => openArchive(server, articles));
speakersContract("PostgresStore", (articles) => openArchive(server, articles));
queryContract("PostgresStore", (articles) => openArchive(server, articles));
filterContract("PostgresStore", (articles) => openArchive(server, articles));
historyContract("PostgresStore", async (articles) => {
  const archive = await openArchive(server, articles);
  const desk = archive.store.openDesk();
  return { ...archive, write: (change) => desk.alone((writing) => writing.write(change)) };
});
