import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { type Office, openOffice } from "../../src/office/office.ts";
import { openPool } from "../../src/store/postgres/connection.ts";
import { migrate } from "../../src/store/postgres/migrate.ts";
import { type PostgresServer, startPostgres } from "../store/postgres/server.ts";

/** Runs the same tests over an office in a folder and one in PostgreSQL. @param open opens a new, empty one */
export function describeOffices(name: string, tests: (open: () => Promise<Office>) => void): void {
  describe(`${name} (folder)`, () => {
    const folders: string[] = [];
    afterAll(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });
    tests(() => {
      const folder = mkdtempSync(join(tmpdir(), "verbatim-office-"));
      folders.push(folder);
      return openOffice({ folder });
    });
  });

  describe(`${name} (PostgreSQL)`, () => {
    let server: PostgresServer;
    const closing: (() => Promise<unknown>)[] = [];
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(async () => {
      for (const close of closing) await close();
      await server.remove();
    });
    tests(async () => {
      const pool = openPool(await server.createDatabase(), () => {});
      closing.push(() => pool.end());
      await migrate(pool);
      return openOffice({ pool });
    });
  });
}
