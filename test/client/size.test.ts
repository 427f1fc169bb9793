import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { describe, expect, test } from "vitest";

const CLIENT = resolve(import.meta.dirname, "../../client/src/index.ts");

/** Bytes of a minified browser bundle of this code, gzipped. */
async function bundleSize(code: string): Promise<{ bytes: number; source: string }> {
  const entry = "\0entry.js";
  const built = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [{ name: "entry", resolveId: (id) => (id === "entry" ? entry : null), load: (id) => (id === entry ? code : null) }],
    build: { write: false, minify: true, target: "es2022", rollupOptions: { input: "entry", preserveEntrySignatures: "strict" } },
  });
  const output = (Array.isArray(built) ? built : [built]).flatMap((each) => ("output" in each ? each.output : []));
  const source = output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("");
  return { bytes: gzipSync(source).length, source };
}

describe("bundled and minified for a browser", () => {
  test("the whole client has at most 5 kB gzipped", async () => {
    const { bytes, source } = await bundleSize(`export * from ${JSON.stringify(CLIENT)};`);
    console.log(`The whole client: ${bytes} bytes gzipped`);
    expect(bytes).toBeLessThanOrEqual(5000);
    expect(bytes).toBeGreaterThan(1000);
    expect(source).not.toMatch(/zod|node:/);
  });

  test("what is not used is left out", async () => {
    const { bytes, source } = await bundleSize(`export { utf16Span } from ${JSON.stringify(CLIENT)};`);
    console.log(`Code points alone: ${bytes} bytes gzipped`);
    expect(source).not.toContain("if-none-match");
    expect(source).not.toContain("VerbatimError");
    expect(bytes).toBeLessThan(1000);
  });
});
