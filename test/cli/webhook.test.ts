import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook as Verifier } from "standardwebhooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import { webhookCommand } from "../../src/cli/webhook.ts";
import { openOffice } from "../../src/office/office.ts";
import { noteTry } from "../../src/office/webhooks.ts";
import { startReceiver } from "../webhooks/receiver.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "verbatim-webhook-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function run(...args: string[]) {
  const said = { stdout: "", stderr: "" };
  const to = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) });
  const place = { dataDir, databaseUrl: null, databaseWait: 0 };
  const code = await webhookCommand(args, place, { stdout: to("stdout"), stderr: to("stderr") });
  return { code, ...said };
}

const idIn = (text: string) => /wh_[0-9a-f]{10}/.exec(text)?.[0] ?? "";

test("a webhook's secret is shown once, alone on stdout, and never again", async () => {
  const { code, stdout, stderr } = await run("add", "https://cms.example/hook", "--events", "article.changed,withdrawn");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^whsec_[A-Za-z0-9+/]{43}=\n$/);
  const id = idIn(stderr);
  const listed = await run("list");
  expect(listed.stdout).toBe(
    `${id}\thttps://cms.example/hook\tchanged,withdrawn\twaits for a server\tadded ${new Date().toISOString().slice(0, 10)}\n`,
  );
  const rest = [listed, await run("log"), await run("log", id), await run("remove", id)];
  expect(JSON.stringify(rest)).not.toContain(stdout.trim().slice(6));
  expect((await run("list")).stderr).toMatch(/no webhooks/);
});

test("a test is sent at once, signed, and in the log", async () => {
  const receiver = await startReceiver();
  const { stdout: secret, stderr } = await run("add", receiver.url, "--allow-private");
  const id = idIn(stderr);
  const tried = await run("test", id);
  expect([tried.code, tried.stdout]).toEqual([0, expect.stringMatching(/\tdelivered\t204\t\d+ ms\twebhook\.test\tmsg_[0-9a-f]{32}\n$/)]);
  const [{ body, headers } = { body: "", headers: {} }] = receiver.received;
  expect(new Verifier(secret.trim()).verify(body, headers)).toMatchObject({ type: "webhook.test", data: {} });
  expect((await run("log", id)).stdout).toBe(tried.stdout);
});

test("a test that fails says why, without characters that a terminal acts on", async () => {
  const receiver = await startReceiver((response) => response.writeHead(500).end("\u001b[31mbroken\u0007\n".repeat(30)));
  const id = idIn((await run("add", receiver.url, "--allow-private")).stderr);
  const { code, stdout } = await run("test", id);
  expect(code).toBe(1);
  expect(stdout).toMatch(/\tfailed\t500\t.*\t\[31mbroken \[31mbroken/);
  expect(stdout.trim()).not.toMatch(/[\p{Cc}--\t]/v);
});

test("the log lists the tries of a webhook, the last at the end", async () => {
  const id = idIn((await run("add", "https://cms.example/hook")).stderr);
  const office = await openOffice({ folder: dataDir });
  const tried = { message: "msg_1", type: "article.changed", seq: 7, status: null, milliseconds: 15_000, answer: "" } as const;
  await noteTry(office, id, { ...tried, at: "2026-03-01T09:00:00.123Z", error: "no answer within 15 seconds", result: "failed" });
  await noteTry(office, id, { ...tried, at: "2026-03-01T09:00:21.000Z", error: null, status: 204, milliseconds: 12, result: "delivered" });
  await office.close();
  expect((await run("log", id)).stdout.split("\n")).toEqual([
    `2026-03-01T09:00:00Z\t${id}\tfailed\tno answer within 15 seconds\t15000 ms\tarticle.changed\tchange 7\tmsg_1`,
    `2026-03-01T09:00:21Z\t${id}\tdelivered\t204\t12 ms\tarticle.changed\tchange 7\tmsg_1`,
    "",
  ]);
});

test.each([
  [["add"], /Say where to send to/],
  [["add", "http://cms.example/"], /--allow-private/],
  [["add", "https://192.168.0.7/"], /not an address of the public internet/],
  [["add", "https://cms.example/", "--events", "edited"], /"edited" is not a kind of change\. Use added, changed/],
  [["add", "https://a.example/", "https://b.example/"], /One address at a time/],
  [["list", "--allow-private"], /are for webhook add/],
  [["remove"], /Say which one/],
  [["shout"], /"shout" is not something to do with webhooks/],
  [[], /Say add, list/],
])("refuses %j", async (args, message) => {
  const { code, stderr, stdout } = await run(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

test.each(["remove", "test", "log"])("%s of an unknown id says how to list them", async (action) => {
  expect(await run(action, "wh_0000000000")).toMatchObject({ code: 1, stderr: expect.stringMatching(/no webhook "wh_0000000000"/) });
});
