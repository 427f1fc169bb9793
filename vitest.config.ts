import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

// Each test file, and each program that a test starts, loads some hundred modules: Node keeps them stripped of types and compiled.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/node");

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/browser/**"],
    // Node loads the modules as it does in use, which takes less than half the time.
    experimental: { viteModuleRunner: false },
    // Many tests wait: for a server to start, for a process to end.
    maxWorkers: "100%",
    // Where cores are shared with others, a test that waits may come late once.
    retry: process.env.CI === undefined ? 0 : 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
