import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run sbom`: the software bill of materials (CycloneDX 1.5) of what runs in production, from the lock file.
 *
 * Not `npm sbom --omit=dev` (npm 11.19): it leaves out every package that a development dependency needs too, zod and yaml
 * among them. So npm lists all, and what the lock file marks as for development is left out here.
 */

interface Bom {
  metadata: { component: { "bom-ref": string } };
  components: { "bom-ref": string; name: string; version: string; properties?: { name: string }[] }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

const args = ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"];
const said = execFileSync("npm", args, { cwd: import.meta.dirname, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
const bom = JSON.parse(said) as Bom;

const lock = JSON.parse(readFileSync(join(import.meta.dirname, "package-lock.json"), "utf8")) as {
  packages: Record<string, { name?: string; version?: string; dev?: boolean }>;
};
const inProduction = new Set(
  Object.entries(lock.packages).flatMap(([path, { name = path.replace(/^.*node_modules\//, ""), version, dev }]) =>
    dev === true ? [] : [`${name} ${version}`],
  ),
);
const components = bom.components
  .filter(({ name, version }) => name === "client" || inProduction.has(`${name} ${version}`))
  // A package that stands in two places is listed once, with the mark of one of them.
  .map(({ properties = [], ...component }) => ({
    ...component,
    properties: properties.filter(({ name }) => name !== "cdx:npm:package:development"),
  }));
const refs = new Set([...components.map((component) => component["bom-ref"]), bom.metadata.component["bom-ref"]]);
const dependencies = bom.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
process.stdout.write(`${JSON.stringify({ ...bom, components, dependencies }, null, 2)}\n`);
