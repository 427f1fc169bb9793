import { Webhook as Verifier } from "standardwebhooks";
import { expect, onTestFinished, test } from "vitest";
import type { Office } from "../../src/office/office.ts";
import { addWebhook, listTries, listWebhooks, noteTry, removeWebhook } from "../../src/office/webhooks.ts";
import { type DeliveryOptions, startDeliveries } from "../../src/webhooks/deliveries.ts";
import { newSecret } from "../../src/webhooks/message.ts";
import { describeOffices } from "../office/offices.ts";
import { ChangeList } from "./change-list.ts";
import { noContent, type Received, startReceiver } from "./receiver.ts";

const BASE = "https://news.example/archive";
const SECRET = newSecret();

async function add(office: Office, url: string, more: { id?: string; events?: string[]; allowPrivate?: boolean } = {}) {
  const webhook = { id: "wh_one", events: [], allowPrivate: true, addedAt: "2026-03-01T09:00:00.000Z", ...more };
  await addWebhook(office, { ...webhook, url, secret: SECRET, done: { seq: 0, change: "" } });
}

/** Starts a deliverer with a clock that a test moves. */
function start(store: ChangeList, office: Office, more: Partial<DeliveryOptions> = {}) {
  const clock = { now: Date.now() };
  const failures: string[] = [];
  const stop = startDeliveries({
    store,
    office,
    base: BASE,
    onFailure: (_, reason) => failures.push(reason),
    now: () => new Date(clock.now),
    random: () => 0,
    look: 20,
    ...more,
  });
  onTestFinished(stop);
  return { clock, failures, stop };
}

/** A receiver whose first message is answered when `answer` is called, and every other one at once. */
async function startHoldingReceiver() {
  let held = () => {};
  const receiver = await startReceiver((response, _, count) => {
    if (count > 1) return noContent(response);
    held = () => noContent(response);
  });
  return { receiver, answer: () => held() };
}

const until = (condition: () => boolean | Promise<boolean>) =>
  expect.poll(async () => await condition(), { timeout: 30_000, interval: 10 }).toBe(true);
const slugsOf = (received: Received[]) => received.map(({ body }) => JSON.parse(body).data.slug);
const idsOf = (received: Received[]) => received.map(({ headers }) => headers["webhook-id"]);

describeOffices("deliveries", (open) => {
  test("tell each change once, in order, signed as receivers' libraries check it", async () => {
    const office = await open();
    const store = new ChangeList();
    const receiver = await startReceiver();
    await add(office, receiver.url);
    start(store, office);
    store.add({ slug: "harbour" }, { slug: "паром" }, { slug: "ferry", change: "renamed", previousSlug: "harbour" });
    await until(() => receiver.received.length === 3);
    store.add({ slug: "ferry", change: "withdrawn", revision: null, reason: "Not authorised." });
    await until(() => receiver.received.length === 4);
    const messages = receiver.received.map(({ body, headers }) => new Verifier(SECRET).verify(body, headers));
    expect(messages[1]).toEqual({
      type: "article.added",
      timestamp: "2026-03-01T09:00:02Z",
      data: {
        seq: 2,
        slug: "паром",
        previousSlug: null,
        revision: "0".repeat(64),
        url: `${BASE}/v1/articles/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC`,
        reason: null,
      },
    });
    expect(messages[3]).toMatchObject({ type: "article.withdrawn", data: { revision: null, reason: "Not authorised." } });
    expect(new Set(idsOf(receiver.received)).size).toBe(4);
    expect(() => new Verifier(newSecret()).verify(receiver.received[0]?.body ?? "", receiver.received[0]?.headers ?? {})).toThrow();
    await until(async () => (await listTries(office, "wh_one")).length === 4);
    const [newest] = await listTries(office, null);
    expect(newest).toMatchObject({ webhook: "wh_one", type: "article.withdrawn", seq: 4, status: 204, error: null, result: "delivered" });
    expect(JSON.stringify([await listTries(office, null), await listWebhooks(office)])).not.toContain(SECRET.slice(6));
  });

  test("leave out kinds that were not asked for, and what was there before", async () => {
    const office = await open();
    const store = new ChangeList();
    store.add({ slug: "old", change: "withdrawn" });
    const receiver = await startReceiver();
    const webhook = { id: "wh_one", url: receiver.url, secret: SECRET, allowPrivate: true, addedAt: "2026-03-01T09:00:00.000Z" };
    await addWebhook(office, { ...webhook, events: ["withdrawn", "removed"], done: null });
    start(store, office);
    await until(async () => (await listWebhooks(office))[0]?.done?.seq === 1);
    store.add({ slug: "a" }, { slug: "b", change: "withdrawn" }, { slug: "c" }, { slug: "d", change: "removed" }, { slug: "e" });
    await until(async () => (await listWebhooks(office))[0]?.done?.seq === 6);
    expect(slugsOf(receiver.received)).toEqual(["b", "d"]);
  });

  test("try again with the same id, and what is behind waits", async () => {
    const office = await open();
    const store = new ChangeList();
    const receiver = await startReceiver((response, _, count) => (count < 3 ? response.writeHead(500).end("broken") : noContent(response)));
    await add(office, receiver.url);
    const { clock, failures } = start(store, office);
    store.add({ slug: "a" }, { slug: "b" });
    const isWaiting = (failed: number) => until(async () => (await listWebhooks(office))[0]?.failures === failed);
    await isWaiting(1);
    expect(receiver.received.length).toBe(1);
    clock.now += 4_900;
    store.add({ slug: "c" });
    clock.now += 200;
    await isWaiting(2);
    clock.now += 31_000;
    await until(() => receiver.received.length === 5);
    expect(slugsOf(receiver.received)).toEqual(["a", "a", "a", "b", "c"]);
    const ids = idsOf(receiver.received);
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(failures).toEqual(Array(2).fill("a webhook's message was not delivered: status 500; failed"));
    await until(async () => (await listTries(office, null)).length === 5);
    expect((await listTries(office, null)).at(-1)).toMatchObject({ status: 500, answer: "broken", result: "failed" });
  });

  test("give a message up after a day and go on with the next", async () => {
    const office = await open();
    const store = new ChangeList();
    const receiver = await startReceiver((response, { body }) => {
      response.writeHead(JSON.parse(body).data.slug === "a" ? 400 : 200).end();
    });
    await add(office, receiver.url);
    const { clock } = start(store, office);
    store.add({ slug: "a" }, { slug: "b" });
    await until(async () => (await listWebhooks(office))[0]?.failures === 1);
    clock.now += 24 * 3600 * 1000;
    await until(() => slugsOf(receiver.received).includes("b"));
    expect(slugsOf(receiver.received)).toEqual(["a", "a", "b"]);
    await until(async () => (await listTries(office, null)).length === 3);
    expect((await listTries(office, null)).map(({ result }) => result)).toEqual(["delivered", "given up", "failed"]);
  });

  test("end where the receiver is gone", async () => {
    const office = await open();
    const store = new ChangeList();
    const receiver = await startReceiver((response) => response.writeHead(410).end());
    await add(office, receiver.url);
    const { clock } = start(store, office);
    store.add({ slug: "a" }, { slug: "b" });
    await until(async () => (await listWebhooks(office))[0]?.disabledAt !== null);
    clock.now += 48 * 3600 * 1000;
    store.add({ slug: "c" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(receiver.received.length).toBe(1);
  });

  test("do not let a slow receiver or one that fails hold up another", async () => {
    const office = await open();
    const store = new ChangeList();
    const slow = await startReceiver(() => {});
    const good = await startReceiver();
    await add(office, slow.url, { id: "wh_slow" });
    await add(office, good.url, { id: "wh_good" });
    await add(office, "http://127.0.0.1:1/", { id: "wh_closed" });
    await add(office, "http://127.0.0.1:1/", { id: "wh_refused", allowPrivate: false });
    start(store, office, { timeout: 300 });
    store.add({ slug: "a" });
    await until(() => good.received.length === 1);
    await until(async () => (await listTries(office, "wh_slow")).length === 1);
    await until(async () => (await listTries(office, "wh_refused")).length === 1);
    expect((await listTries(office, "wh_slow"))[0]).toMatchObject({ status: null, error: "no answer within 0.3 seconds" });
    expect((await listTries(office, "wh_closed"))[0]).toMatchObject({ error: "the connection was refused" });
    expect((await listTries(office, "wh_refused"))[0]?.error).toMatch(/--allow-private/);
  });

  test("send what was under way again, with the same id, after a stop", async () => {
    const office = await open();
    const store = new ChangeList();
    const receiver = await startReceiver((response, _, count) => (count === 1 ? undefined : noContent(response)));
    await add(office, receiver.url);
    const { stop } = start(store, office);
    store.add({ slug: "a" }, { slug: "b" });
    await until(() => receiver.received.length === 1);
    await stop();
    expect(await listTries(office, null)).toEqual([]);
    start(store, office);
    await until(() => receiver.received.length === 3);
    expect(slugsOf(receiver.received)).toEqual(["a", "a", "b"]);
    const [first, second] = idsOf(receiver.received);
    expect(second).toBe(first);
  });

  test("are made by one of several servers, and by another one when it stops", async () => {
    const office = await open();
    const store = new ChangeList();
    const receiver = await startReceiver();
    await add(office, receiver.url);
    const first = start(store, office);
    await until(async () => (await office.run("SELECT name FROM leases")).length === 1);
    start(store, office);
    store.add(...Array.from({ length: 20 }, (_, index) => ({ slug: `a${index}` })));
    await until(async () => (await listWebhooks(office))[0]?.done?.seq === 20);
    await first.stop();
    store.add({ slug: "b" });
    await until(() => receiver.received.length === 21);
    expect(new Set(idsOf(receiver.received)).size).toBe(21);
  });

  test("stay with one server while a list is told that takes longer than its lease", async () => {
    const office = await open();
    const store = new ChangeList();
    const { receiver, answer } = await startHoldingReceiver();
    await add(office, receiver.url);
    const { clock } = start(store, office);
    store.add({ slug: "a" }, { slug: "b" }, { slug: "c" });
    await until(() => receiver.received.length === 1);
    const other = start(store, office);
    const leaseEnd = async () => (await office.run<{ until: string }>("SELECT until FROM leases"))[0]?.until;
    for (const _ of [1, 2, 3]) {
      const before = await leaseEnd();
      clock.now += 8_000;
      await until(async () => (await leaseEnd()) !== before);
      other.clock.now += 8_000;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(receiver.received.length).toBe(1);
    answer();
    await until(async () => (await listWebhooks(office))[0]?.done?.seq === 3);
    expect(slugsOf(receiver.received)).toEqual(["a", "b", "c"]);
  });

  test("end at a server whose lease another one took, after the message under way", async () => {
    const office = await open();
    const store = new ChangeList();
    const { receiver, answer } = await startHoldingReceiver();
    await add(office, receiver.url);
    start(store, office);
    store.add({ slug: "a" }, { slug: "b" }, { slug: "c" });
    await until(() => receiver.received.length === 1);
    // As after the first server stood still for a while.
    const other = start(store, office);
    other.clock.now += 60_000;
    await until(async () => (await listWebhooks(office))[0]?.done?.seq === 3);
    answer();
    await until(async () => (await listTries(office, null)).length === 4);
    expect(slugsOf(receiver.received)).toEqual(["a", "a", "b", "c"]);
  });

  test("end with the message under way where the webhook is removed", async () => {
    const office = await open();
    const store = new ChangeList();
    const receiver = await startReceiver((response, _, count) => {
      if (count === 2) return void removeWebhook(office, "wh_one").then(() => noContent(response));
      noContent(response);
    });
    await add(office, receiver.url);
    start(store, office);
    store.add({ slug: "a" }, { slug: "b" }, { slug: "c" }, { slug: "d" });
    await until(async () => (await listWebhooks(office)).length === 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(slugsOf(receiver.received)).toEqual(["a", "b"]);
  });

  test("note every try of several processes", async () => {
    const office = await open();
    await add(office, "http://127.0.0.1:1/");
    const made = { at: "2026-03-01T09:00:00.000Z", type: "webhook.test", seq: null, status: 204, error: null, milliseconds: 1, answer: "" };
    const tries = Array.from({ length: 12 }, (_, index) => ({ ...made, message: `msg_${index}`, result: "delivered" as const }));
    await Promise.all(tries.map((one) => noteTry(office, "wh_one", one)));
    expect((await listTries(office, "wh_one")).length).toBe(12);
  });

  test("go on behind what was told when the list of changes began anew", async () => {
    const office = await open();
    const store = new ChangeList();
    const receiver = await startReceiver();
    await add(office, receiver.url);
    const { stop } = start(store, office);
    store.add({ slug: "a" }, { slug: "b" }, { slug: "a", change: "changed" }, { slug: "b", change: "changed" });
    await until(async () => (await listWebhooks(office))[0]?.done?.seq === 4);
    await stop();
    const anew = new ChangeList();
    anew.add({ slug: "a" }, { slug: "b" }, { slug: "c", at: "2026-03-01T12:00:00Z" });
    start(anew, office);
    await until(async () => (await listWebhooks(office))[0]?.done?.seq === 3);
    expect(slugsOf(receiver.received)).toEqual(["a", "b", "a", "b", "c"]);
  });

  test("keep the last hundred tries of each, and none of one that was removed", async () => {
    const office = await open();
    const store = new ChangeList();
    const receiver = await startReceiver();
    await add(office, receiver.url);
    start(store, office);
    store.add(...Array.from({ length: 130 }, (_, index) => ({ slug: `a${index}` })));
    await until(async () => (await listWebhooks(office))[0]?.done?.seq === 130);
    const tries = await listTries(office, "wh_one");
    expect(tries.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => 130 - index));
    expect(await removeWebhook(office, "wh_one")).toBe(true);
    expect(await removeWebhook(office, "wh_one")).toBe(false);
    store.add({ slug: "late" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([await listTries(office, null), receiver.received.length]).toEqual([[], 130]);
  });
});
