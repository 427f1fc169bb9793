import { resolve } from "node:path";
import { build } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * Builds examples/web in memory against this repository's client.
 *
 * @param api address of the API the page calls
 * @returns the files of the built page by their path
 */
export async function buildExample(api: string): Promise<Map<string, string>> {
  const built = await build({
    root: resolve(ROOT, "examples/web"),
    configFile: false,
    logLevel: "silent",
    resolve: { alias: { "verbatim-client": resolve(ROOT, "client/src/index.ts") } },
    define: { "import.meta.env.VITE_API": JSON.stringify(api) },
    build: { write: false, target: "es2022" },
  });
  const output = (Array.isArray(built) ? built : [built]).flatMap((each) => ("output" in each ? each.output : []));
  return new Map(output.map((file) => [file.fileName, file.type === "chunk" ? file.code : String(file.source)]));
}
