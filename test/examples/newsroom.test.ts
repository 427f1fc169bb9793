import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { describeNewsrooms } from "../http/writes/newsroom.ts";
import { has } from "./programs.ts";

const SCRIPT = resolve(import.meta.dirname, "../../examples/newsroom.sh");
const run = promisify(execFile);

describe.skipIf(!has("curl") || !has("bash"))("the morning in a newsroom", () => {
  describeNewsrooms("runs against any server, again and again", (start) => {
    test("and every step answers", async () => {
      const room = await start();
      for (let times = 0; times < 2; times += 1) {
        const env = { ...process.env, VERBATIM_KEY: room.keys.write };
        const { stdout, stderr } = await run("bash", [SCRIPT, `${room.url}/`], { encoding: "utf8", env });
        expect(stderr).toBe("");
        const steps = stdout.split("\n\n# ").slice(1);
        const [tried, published, again, cited, refused, corrected, told, old, quote, edits, speaker, withdrawn, changes] = steps;
        expect(steps).toHaveLength(13);
        expect(tried).toContain('"state":"added"');
        expect(published).toContain('"state":"added"');
        expect(again).toMatch(/\n201$/);
        expect(cited).toContain("whatever the weather");
        expect(refused).toContain('"precondition-required"');
        expect(corrected).toContain('"state":"updated"');
        expect(told).toMatch(/\n412$/);
        expect(old).toContain("sail at six");
        expect(quote).toContain("sail at seven");
        expect(quote).toContain('"match":"altered"');
        expect(edits).toContain('"op":"set"');
        expect(speaker).toContain('"aliases":["M. Holt-Rønne"]');
        expect(withdrawn).toContain('"code":"article-withdrawn"');
        for (const change of ["added", "changed", "withdrawn"]) expect(changes).toContain(`"change":"${change}"`);
        expect(stdout).not.toContain(room.keys.write);
      }
      await room.stop();
    });
  });

  test("says what is missing without a key", async () => {
    const env = { ...process.env, VERBATIM_KEY: "" };
    await expect(run("bash", [SCRIPT], { env })).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("verbatim key add") });
  });
});
