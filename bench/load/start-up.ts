import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeNewspaper } from "./data-folder.ts";
import { cpuTime, residentBytes, start, stop } from "./processes.ts";

/** What starting with a number of articles takes. */
export interface StartUp {
  articles: number;
  /** Bytes of the article files. */
  bytes: number;
  /** Milliseconds until the first answer, and of processor time until then: of the first start, which reads everything. */
  firstIn: number;
  firstCpu: number;
  /** The same of later starts, which may use what the first one has kept. */
  startedIn: number;
  cpu: number;
  /** Milliseconds of processor time to read and JSON.parse the same files, nothing else. */
  parseCpu: number;
  /** Bytes of memory after the start. */
  resident: number;
}

type Run = Omit<StartUp, "articles" | "firstIn" | "firstCpu">;

/** Starts Verbatim with data folders of growing size, three times each, and takes the medians. */
export async function startUps(folder: string, sizes: number[], command: string[]): Promise<StartUp[]> {
  const results: StartUp[] = [];
  for (const articles of sizes) {
    const data = join(folder, `articles-${articles}`);
    writeNewspaper(data, articles);
    const runs: Run[] = [];
    for (let run = 0; run < 3; run += 1) {
      const parsed = parseAll(data);
      const server = await start("Verbatim", "/health/ready", () => command, { DATA_DIR: data, CACHE_DIR: join(folder, "cache") });
      runs.push({ ...parsed, startedIn: server.startedIn, cpu: cpuTime(server) / 1e6, resident: residentBytes(server) });
      await stop(server);
    }
    const middle = (field: keyof Run) => runs.map((run) => run[field]).sort((a, b) => a - b)[1] ?? 0;
    results.push({
      articles,
      bytes: middle("bytes"),
      firstIn: runs[0]?.startedIn ?? 0,
      firstCpu: runs[0]?.cpu ?? 0,
      startedIn: middle("startedIn"),
      cpu: middle("cpu"),
      parseCpu: middle("parseCpu"),
      resident: middle("resident"),
    });
  }
  return results;
}

function parseAll(data: string): { bytes: number; parseCpu: number } {
  const before = process.cpuUsage();
  let bytes = 0;
  for (const name of readdirSync(join(data, "articles"))) {
    const text = readFileSync(join(data, "articles", name), "utf8");
    bytes += Buffer.byteLength(text);
    JSON.parse(text);
  }
  const { user, system } = process.cpuUsage(before);
  return { bytes, parseCpu: (user + system) / 1000 };
}
