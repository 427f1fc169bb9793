import { expect, test } from "vitest";
import { explainSwallowed } from "../../src/cli/swallowed.ts";
import { readNpm } from "../../src/config.ts";

const NAMES = ["dry-run", "language", "source-url", "prune", "format"];
const npm = (environment: Record<string, string>) =>
  readNpm({ npm_lifecycle_event: "verbatim", npm_config_loglevel: "error", ...environment });

test.each([
  [{ npm_config_dry_run: "true" }, ["import", "a.txt"], /npm took --dry-run.*did nothing.*npm run verbatim -- import \.\.\. --dry-run/],
  [{ npm_config_dryrun: "true" }, ["import", "a.txt"], /--dry-run/],
  [{ NPM_CONFIG_DRY_RUN: "true" }, ["migrate"], /--dry-run/],
  [{ npm_config_language: "true" }, ["import", "a.txt", "en"], /--language/],
  [{ npm_config_source_url: "https://kiln.example/1", npm_config_prune: "true" }, ["load"], /--source-url --prune/],
] as const)("an option that npm kept stops the command: %j", (environment, args, message) => {
  expect(explainSwallowed(NAMES, [...args], npm(environment))).toMatch(message);
});

test("names the script that the option was written behind", () => {
  expect(explainSwallowed(NAMES, ["import"], npm({ npm_lifecycle_event: "bring-in", npm_config_dry_run: "true" }))).toContain(
    "npm run bring-in -- ... --dry-run",
  );
});

test.each([
  [{}, ["import", "a.txt"]],
  [{ npm_config_dry_run: "" }, ["import", "a.txt"]],
  [{ npm_config_dry_run: "false" }, ["import", "a.txt"]],
  [{ npm_config_dry_run: "true" }, ["import", "a.txt", "--dry-run"]],
  [{ npm_config_language: "en" }, ["import", "a.txt", "--language=de"]],
  [{ npm_config_cache: "/x", npm_config_omit: "dev" }, ["import", "a.txt"]],
] as const)("nothing is missing: %j", (environment, args) => {
  expect(explainSwallowed(NAMES, [...args], npm(environment))).toBeNull();
});

test("outside npm's scripts the variables are the user's settings for npm", () => {
  expect(explainSwallowed(NAMES, ["import", "a.txt"], readNpm({ npm_config_dry_run: "true" }))).toBeNull();
});
