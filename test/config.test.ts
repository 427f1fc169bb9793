import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readConfig, Variables } from "../src/config.ts";

const example = readFileSync(resolve(import.meta.dirname, "../.env.example"), "utf8");
/** The example with the lines that show variables without a default. */
const everything = parseEnv(example.replace(/^#(?=[A-Z_]+=)/gm, ""));

test(".env.example names every variable that is read, and no other", () => {
  expect(Object.keys(everything).sort()).toEqual(Object.keys(Variables.shape).sort());
});

test(".env.example sets the defaults", () => {
  expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
});

test(".env.example shows values that are accepted", () => {
  expect(readConfig(everything)).toMatchObject({ publicUrl: "https://news.example", rateLimit: 600, cacheDir: "/var/cache/verbatim" });
});
