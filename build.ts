import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run build`: the server package. Node does not strip types below node_modules, so the package holds JavaScript
 * (`dist`), with the files that the server reads beside it. The client is a package of its own with its own build.
 */

const ROOT = import.meta.dirname;
const DATA_FILES = [
  "src/extraction/language/en/words",
  "src/extraction/speakers/weights.json",
  "src/pages/assets",
  "docs",
  "src/store/postgres/migrations",
];

rmSync(join(ROOT, "dist"), { recursive: true, force: true });
execFileSync(process.execPath, [join(ROOT, "node_modules/typescript-7/bin/tsc"), "-p", join(ROOT, "tsconfig.server.json")], {
  stdio: "inherit",
});
for (const path of DATA_FILES) cpSync(join(ROOT, path), join(ROOT, "dist", path), { recursive: true });
