import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openOffice } from "../../src/office/office.ts";
import { addWebhook, listTries } from "../../src/office/webhooks.ts";
import { newSecret } from "../../src/webhooks/message.ts";
import { historyFolder, shortArticle } from "../history.ts";
import { noContent, startReceiver } from "./receiver.ts";

const MAIN = resolve(import.meta.dirname, "../../src/main.ts");

function start(folder: string) {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: "0", DATA_DIR: folder, CACHE_DIR: `${folder}/cache` },
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

test("a server that is killed between a delivery and its note sends the same message again, and loses none", async () => {
  const data = historyFolder();
  onTestFinished(data.remove);
  let kill = () => {};
  // Killed while the receiver has three messages and the server has not read the answer to the third.
  const receiver = await startReceiver(async (response, _, count) => {
    if (count === 3) {
      kill();
      await setTimeout(200);
    }
    noContent(response);
  });
  const office = await openOffice({ folder: data.folder });
  const webhook = {
    id: "wh_one",
    url: receiver.url,
    secret: newSecret(),
    events: [],
    allowPrivate: true,
    addedAt: new Date().toISOString(),
  };
  await addWebhook(office, { ...webhook, done: { seq: 0, change: "" } });
  const first = start(data.folder);
  const ended = once(first, "exit");
  kill = () => void first.kill("SIGKILL");
  await ended;
  expect(receiver.received.length).toBe(3);
  expect((await listTries(office, null)).length).toBe(2);
  data.write("articles/late.json", shortArticle("late", "Ida Brook", "Yes,", "2025-06-01T09:00:00Z"));
  const second = start(data.folder);
  await expect.poll(() => receiver.received.length, { timeout: 45_000 }).toBe(5);
  await expect.poll(async () => (await listTries(office, null)).length, { timeout: 30_000 }).toBe(5 - 1);
  const seen = receiver.received.map(({ headers, body }) => [headers["webhook-id"], JSON.parse(body).data.slug] as const);
  expect(seen.map(([, slug]) => slug)).toEqual(["ferry-fares", "lido-reopens", "tram-plan", "tram-plan", "late"]);
  expect(seen[3]?.[0]).toBe(seen[2]?.[0]);
  expect(new Set(seen.map(([id]) => id)).size).toBe(4);
  await office.close();
  second.kill("SIGTERM");
  await once(second, "exit");
}, 120_000);
