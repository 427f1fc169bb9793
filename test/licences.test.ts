import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/**
 * Licences (SPDX) of packages that run in production: they ask for no more than that they are named, and those that give a work to
 * the public (CC0, Unlicense) for nothing. The SIL Open Font License
 * also keeps fonts from being sold alone, and changed ones from having their name: Verbatim changes none.
 */
const ALLOWED = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "0BSD",
  "CC0-1.0",
  "Unlicense",
  "OFL-1.1",
]);

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
}

const lock = JSON.parse(readFileSync(resolve(ROOT, "package-lock.json"), "utf8")) as { packages: Record<string, LockedPackage> };
const production = Object.entries(lock.packages)
  .filter(([path, { dev, link }]) => path.includes("node_modules/") && dev !== true && link !== true)
  .map(([path, { license, version }]) => ({ name: path.replace(/^.*node_modules\//, ""), version, license: license ?? "none" }));

/** Whether one of the licences to choose from is allowed, or all that hold together are. */
function isAllowed(expression: string): boolean {
  const choices = expression.replace(/^\((.*)\)$/, "$1").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((licence) => ALLOWED.has(licence.trim())));
}

test("an expression is allowed by one of its choices, and by all that hold together", () => {
  expect(["MIT", "(MIT OR GPL-3.0)", "MIT AND ISC"].map(isAllowed)).toEqual([true, true, true]);
  expect(["GPL-3.0", "MIT AND GPL-3.0", "none", "SEE LICENSE IN LICENSE"].map(isAllowed)).toEqual([false, false, false, false]);
});

test("every package that runs in production has a licence that may be passed on", () => {
  expect(production.length).toBeGreaterThan(50);
  expect(production.filter(({ license }) => !isAllowed(license))).toEqual([]);
});

test("the SBOM of a release names every one of them with its version and licence", () => {
  const said = execFileSync(process.execPath, ["sbom.ts"], { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const { bomFormat, components, dependencies } = JSON.parse(said) as {
    bomFormat: string;
    components: { "bom-ref": string; name: string; version: string; licenses?: object[] }[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  expect(bomFormat).toBe("CycloneDX");
  const nameOf = ({ name, version }: { name: string; version?: string | undefined }) => `${name} ${version}`;
  const listed = new Set(components.map(nameOf));
  expect(production.map(nameOf).filter((name) => !listed.has(name))).toEqual([]);
  expect([...listed].filter((name) => /^(?:vitest|typescript|@redocly\/cli) /.test(name))).toEqual([]);
  expect(components.filter(({ licenses = [] }) => licenses.length === 0).map(({ name }) => name)).toEqual([]);
  const refs = new Set(components.map((component) => component["bom-ref"]));
  expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
});
