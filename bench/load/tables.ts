import { cpus } from "node:os";
import { CONNECTIONS, type Sample } from "./measure.ts";
import { placement } from "./processes.ts";
import type { StartUp } from "./start-up.ts";

/** What a run has measured under load. */
interface Results {
  rounds: number;
  seconds: number;
  /** Bytes of the article's JSON. */
  bytes: number;
  /** Name of the server the ratios are to. */
  base: string;
  /** By request, then by server. */
  samples: Map<string, Map<string, Sample[]>>;
  /** Bytes of memory after the load, by server. */
  resident: Map<string, number>;
  /** Bytes of memory more after further requests. */
  grown: { requests: number; bytes: number };
}

/** The load as Markdown: a table for each request, and memory. */
export function loadTables({ rounds, seconds, bytes, base, samples, resident, grown }: Results): string {
  const lines = [
    `${cpus()[0]?.model ?? "Unknown processor"}, ${cpus().length} cores, Node ${process.versions.node}; ${placement}; ${CONNECTIONS} connections;`,
    `medians of ${rounds} rounds of ${seconds} s; an article of ${bytes} bytes among ${1003} articles. Ratios are medians of the ratios within`,
    `a round to "${base}"; by CPU: processor time for a request, which other programs on the machine disturb less.`,
  ];
  for (const [name, byServer] of samples) {
    lines.push(
      "",
      `**${name}**`,
      "",
      "| | requests/s | ratio | CPU µs | ratio by CPU | p50 ms | p99 ms | bytes |",
      "|---|---:|---:|---:|---:|---:|---:|---:|",
    );
    const against = byServer.get(base);
    for (const [server, runs] of byServer) {
      const of = (field: keyof Sample) => median(runs.map((run) => run[field]));
      const ratio = (value: (run: Sample, other: Sample) => number) =>
        against === undefined ? "" : median(runs.map((run, round) => value(run, against[round] as Sample))).toFixed(2);
      const failed = runs.reduce((sum, { errors }) => sum + errors, 0);
      lines.push(
        `| ${server}${failed === 0 ? "" : ` (${failed} errors)`} | ${whole(of("rate"))} | ${ratio((a, b) => a.rate / b.rate)} | ${of("cpu").toFixed(1)} ` +
          `| ${ratio((a, b) => b.cpu / a.cpu)} | ${(of("p50") / 1000).toFixed(1)} | ${(of("p99") / 1000).toFixed(1)} | ${whole(of("bytes"))} |`,
      );
    }
  }
  lines.push("", "**Memory after the load**", "", "| | MB |", "|---|---:|");
  for (const [server, size] of resident) lines.push(`| ${server} | ${(size / 1e6).toFixed(0)} |`);
  lines.push(`| Verbatim, change over ${whole(grown.requests)} further requests | ${(grown.bytes / 1e6).toFixed(1)} |`);
  return `${lines.join("\n")}\n`;
}

/** The starts as a Markdown table. */
export function startTable(starts: StartUp[]): string {
  const lines = [
    "",
    "**Start**",
    "",
    "| articles | MB of JSON | first start s | CPU s | later start s | CPU s | CPU s to read and JSON.parse | first start over 3 articles' to that | memory MB |",
    "|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
  ];
  const least = starts[0]?.firstCpu ?? 0;
  for (const { articles, bytes, firstIn, firstCpu, startedIn, cpu, parseCpu, resident } of starts) {
    const times = [firstIn, firstCpu, startedIn, cpu, parseCpu].map((time) => (time / 1000).toFixed(2));
    const ratio = firstCpu === least ? "" : ((firstCpu - least) / parseCpu).toFixed(1);
    lines.push(`| ${[whole(articles), (bytes / 1e6).toFixed(1), ...times, ratio, (resident / 1e6).toFixed(0)].join(" | ")} |`);
  }
  return `${lines.join("\n")}\n`;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}
