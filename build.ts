import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run build`: what the package holds. Node strips no types below node_modules, so both parts go out as JavaScript: the
 * client (`dist/client`) with declarations, the server with its commands (`dist/server`) with the files it reads.
 */

const ROOT = import.meta.dirname;
const READ = ["src/extraction/language/en/words", "src/extraction/speakers/weights.json", "src/pages/assets", "src/store/postgres/migrations"];

rmSync(join(ROOT, "dist"), { recursive: true, force: true });
for (const part of ["tsconfig.client.json", "tsconfig.server.json"]) {
  execFileSync(process.execPath, [join(ROOT, "node_modules/typescript-7/bin/tsc"), "-p", join(ROOT, part)], { stdio: "inherit" });
}
for (const path of READ) cpSync(join(ROOT, path), join(ROOT, "dist/server", path), { recursive: true });
