import { defineConfig } from "vitest/config";
import main from "../../vitest.config.ts";

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    ...main.test,
    include: ["test/browser/**/*.test.ts"],
    exclude: [],
    // A browser is several processes of its own.
    maxWorkers: 2,
    testTimeout: 120_000,
  },
});
