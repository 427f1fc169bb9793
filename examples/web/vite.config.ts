import { defineConfig } from "vite";

// While developing, calls go to the server that `npm start` runs; see src/main.ts for the built page.
// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export.
export default defineConfig({ server: { proxy: { "/v1": "http://127.0.0.1:3000" } } });
