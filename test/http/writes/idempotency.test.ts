import { afterAll, beforeAll, expect, test } from "vitest";
import { auditLines } from "../../../src/office/audit.ts";
import { claim } from "../../../src/office/requests.ts";
import { describeOffices } from "../../office/offices.ts";
import { describeNewsrooms, KILN, KILN_CORRECTED, type Newsroom } from "./newsroom.ts";

describeNewsrooms("Idempotency-Key", (start) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await start();
  });
  afterAll(() => room.stop());
  const headersOf = ({ headers }: Response) => ({ etag: headers.get("etag"), location: headers.get("location") });

  test("the same request again gets the stored answer and does nothing", async () => {
    const once = { "idempotency-key": '"8e03978e-40d5-43dd-bc93-6894a57f9324"' };
    const first = await room.send("POST", "/v1/articles", KILN, once);
    const again = await room.send("POST", "/v1/articles", KILN, once);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(headersOf(again)).toEqual(headersOf(first));
    expect(await again.text()).toBe(await first.text());
    expect(await auditLines(room.office, 10)).toHaveLength(1);
  });

  test("another request under the same key is a 422, whatever differs", async () => {
    const once = { "idempotency-key": "reused" };
    expect((await room.send("PUT", "/v1/articles/reused", `${KILN} One.`, once)).status).toBe(201);
    for (const [method, path, body] of [
      ["PUT", "/v1/articles/reused", `${KILN} Two.`],
      ["PUT", "/v1/articles/reused?language=en", `${KILN} One.`],
      ["POST", "/v1/articles", `${KILN} One.`],
    ] as const) {
      const answer = await room.send(method, path, body, once);
      expect([answer.status, await answer.json()]).toMatchObject([422, { code: "idempotency-key-reused" }]);
    }
  });

  test("another sender's key of the same name is another one", async () => {
    const once = { "idempotency-key": "shared", "if-match": "*" };
    await room.send("PUT", "/v1/articles/shared", `${KILN} Shared.`);
    const edits = { edits: [] };
    expect((await room.send("PUT", "/v1/articles/shared/edits", edits, once)).status).toBe(200);
    const editor = { ...once, authorization: `Bearer ${room.keys.edit}` };
    expect(
      (await room.send("PUT", "/v1/articles/shared/edits", { edits: [{ op: "set-speaker", speaker: "orla-brice", name: "O" }] }, editor))
        .status,
    ).toBe(200);
  });

  test("of several at once one is done; the others wait or get its answer", async () => {
    const once = { "idempotency-key": "at once".replace(" ", "-") };
    const answers = await Promise.all([1, 2, 3, 4].map(() => room.send("PUT", "/v1/articles/at-once", `${KILN} At once.`, once)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(await auditLines(room.office, 10, "at-once")).toHaveLength(1);
    expect((await room.send("PUT", "/v1/articles/at-once", `${KILN} At once.`, once)).status).toBe(201);
  });

  test("a problem is not kept: the request may be sent again when it can be done", async () => {
    await room.send("PUT", "/v1/articles/again", `${KILN} Again.`);
    const once = { "idempotency-key": "again" };
    expect((await room.send("PUT", "/v1/articles/again", `${KILN_CORRECTED} Again.`, once)).status).toBe(428);
    expect((await room.send("PUT", "/v1/articles/again", `${KILN_CORRECTED} Again.`, { ...once, "if-match": "*" })).status).toBe(200);
  });

  test("trying out neither uses nor keeps one", async () => {
    const once = { "idempotency-key": "tried" };
    expect((await room.send("PUT", "/v1/articles/tried", `${KILN} Tried.`, { ...once, prefer: "validate-only" })).status).toBe(200);
    expect((await room.send("PUT", "/v1/articles/tried", `${KILN} Tried.`, once)).status).toBe(201);
  });

  test.each(["", " ", "ø", "a b", "x".repeat(256)])("%j is a 400", async (key) => {
    const answer = await room.send("POST", "/v1/articles", KILN, { "idempotency-key": Buffer.from(key).toString("latin1") });
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ in: "header", name: "Idempotency-Key" }] }]);
  });

  test("a write whose server was killed before it could answer is found to be done", async () => {
    const path = "/v1/articles/killed";
    await room.send("PUT", path, `${KILN} Killed.`);
    const tag = (await room.send("GET", path)).headers.get("etag") ?? "";
    const put = { "idempotency-key": "killed", "if-match": tag };
    const first = await room.send("PUT", path, `${KILN_CORRECTED} Killed.`, put);
    // As after a kill: it was begun and written, and nobody handles it any longer.
    const { revision } = (await first.json()) as { revision: string };
    await room.office.run("UPDATE office_requests SET answer = $1, handled_until = $2", null, "2000-01-01T00:00:00.000Z");
    const again = await room.send("PUT", path, `${KILN_CORRECTED} Killed.`, put);
    expect([again.status, await again.json()]).toMatchObject([200, { state: "unchanged", revision }]);
  });
});

describeOffices("claims", (open) => {
  const KEYED = { who: "desk", idempotencyKey: "k", request: "r" };
  let time = Date.parse("2026-05-01T08:00:00Z");
  const now = () => new Date(time);
  const later = (seconds: number) => {
    time += seconds * 1000;
  };

  test("last while somebody handles the request, and can be taken on when nobody does", async () => {
    const office = await open();
    const first = await claim(office, KEYED, now);
    expect(first.state).toBe("new");
    expect((await claim(office, KEYED, now)).state).toBe("in-flight");
    expect((await claim(office, { ...KEYED, request: "other" }, now)).state).toBe("other-request");
    later(20);
    const second = await claim(office, KEYED, now);
    expect(second.state).toBe("new");
    if (second.state === "new") await second.finish("done");
    if (first.state === "new") await first.finish("done");
    expect(await claim(office, KEYED, now)).toEqual({ state: "answered", answer: "done" });
    await office.close();
  });

  test("are forgotten after a day, and when they are released", async () => {
    const office = await open();
    const first = await claim(office, KEYED, now);
    if (first.state === "new") await first.finish("done");
    later(24 * 60 * 60 + 1);
    const next = await claim(office, { ...KEYED, request: "other" }, now);
    expect(next.state).toBe("new");
    if (next.state === "new") await next.release();
    const last = await claim(office, KEYED, now);
    expect(last.state).toBe("new");
    if (last.state === "new") await last.release();
    await office.close();
  });
});
