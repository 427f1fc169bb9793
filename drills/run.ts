/**
 * Runs drills: `npm run drills -- [NAME...] [--seed N] [--scale PART] [--short] [--list]`. A line each: its name and seed, whether
 * what it states still holds, and its figures. Exit code 1 when one does not hold. See drills/README.md.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { clockJumps } from "./files/clock-jumps.ts";
import { damagedIndex } from "./files/damaged-index.ts";
import { fullDisk } from "./files/full-disk.ts";
import { killImport } from "./files/kill-import.ts";
import { killRename } from "./files/kill-rename.ts";
import { killCorrection, killPurge, killWithdrawal } from "./files/kill-writes.ts";
import { readOnly } from "./files/read-only.ts";
import { tornFiles } from "./files/torn-files.ts";
import { twoServers } from "./files/two-servers.ts";
import { type Drill, DrillContext, Skipped } from "./harness/drill.ts";
import { fileLimit } from "./http/file-limit.ts";
import { fuzz } from "./http/fuzz.ts";
import { hostileTexts } from "./http/hostile-texts.ts";
import { idleConnections } from "./http/idle-connections.ts";
import { slowClients } from "./http/slow-clients.ts";
import { soak } from "./http/soak.ts";
import { killLoad } from "./postgres/kill-load.ts";
import { laggingReplica } from "./postgres/lagging-replica.ts";
import { postgresConnections } from "./postgres/postgres-connections.ts";
import { postgresKilled } from "./postgres/postgres-killed.ts";
import { postgresLocked } from "./postgres/postgres-locked.ts";

/** In the order in which they are run. */
const DRILLS: Drill[] = [
  killImport,
  killRename,
  killCorrection,
  killWithdrawal,
  killPurge,
  fullDisk,
  readOnly,
  tornFiles,
  damagedIndex,
  twoServers,
  clockJumps,
  killLoad,
  postgresKilled,
  postgresLocked,
  postgresConnections,
  laggingReplica,
  fileLimit,
  slowClients,
  idleConnections,
  hostileTexts,
  fuzz,
  soak,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string" },
    scale: { type: "string", default: "1" },
    short: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
});
const unknown = positionals.filter((name) => !DRILLS.some((drill) => drill.name === name));
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const scale = Number(values.scale);
if (unknown.length > 0 || !Number.isSafeInteger(seed) || !(scale > 0)) {
  console.error(
    `${unknown.length > 0 ? `No drill is called ${unknown.join(" or ")}.` : "--seed takes a whole number, --scale a number above 0."}`,
  );
  console.error(
    `Usage: npm run drills -- [NAME...] [--seed N] [--scale PART] [--short] [--list]; drills: ${DRILLS.map(({ name }) => name).join(" ")}`,
  );
  process.exit(2);
}
const named = positionals.length === 0 ? DRILLS : DRILLS.filter(({ name }) => positionals.includes(name));
const chosen = values.short ? named.filter(({ short }) => short !== null) : named;

if (values.list) {
  for (const drill of chosen) console.log(`${drill.name}\n  ${statementOf(drill)}`);
} else {
  let broken = 0;
  for (const drill of chosen) if (!(await holds(drill))) broken += 1;
  process.exit(broken === 0 ? 0 : 1);
}

/** Runs a drill and prints its line. */
async function holds(drill: Drill): Promise<boolean> {
  const part = values.short ? (drill.short ?? 1) : scale;
  const context = new DrillContext(seed, part);
  const begun = performance.now();
  const say = (outcome: string) => console.log(`${drill.name} seed=${seed} ${outcome}`);
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  try {
    const figures = await drill.run(context);
    say(`ok ${seconds()}: ${figures}`);
    return true;
  } catch (error) {
    if (error instanceof Skipped) {
      say(`skipped: ${error.message}`);
      return true;
    }
    say(`BROKEN after ${seconds()}: ${(error as Error).message}`);
    console.log(`  must hold: ${statementOf(drill)}\n  repeat: npm run drills -- ${drill.name} --seed ${seed} --scale ${part}`);
    return false;
  } finally {
    await context.end();
  }
}

/** The comment at the top of a drill's file. */
function statementOf({ file }: Drill): string {
  const [, comment = ""] = /\/\*\*(.+?)\*\//s.exec(readFileSync(file, "utf8")) ?? [];
  return comment.replaceAll(/\s*\n\s*\* ?/g, " ").trim();
}
