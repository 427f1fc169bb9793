import { expect, test } from "vitest";
import { Turns } from "../../../src/http/tasks/turns.ts";

test("hands a turn on to who waits longest", async () => {
  const turns = new Turns(1, 2);
  const release = await turns.next(10_000);
  const got: string[] = [];
  const second = turns.next(10_000).then((end) => [got.push("second"), end] as const);
  const third = turns.next(10_000).then((end) => [got.push("third"), end] as const);
  expect(turns.load).toEqual({ running: 1, waiting: 2 });
  release();
  release();
  (await second)[1]();
  (await third)[1]();
  expect(got).toEqual(["second", "third"]);
  expect(turns.load).toEqual({ running: 0, waiting: 0 });
});

test("refuses when too many wait, and who waited too long, who then leaves the queue", async () => {
  const turns = new Turns(1, 1);
  const release = await turns.next(10_000);
  const waiting = turns.next(20);
  await expect(turns.next(20)).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("Too many texts") });
  const tooLong = { code: "unavailable", message: expect.stringContaining("waited 0.02 seconds"), headers: { "retry-after": "5" } };
  await expect(waiting).rejects.toMatchObject(tooLong);
  expect(turns.load).toEqual({ running: 1, waiting: 0 });
  release();
  expect(turns.load).toEqual({ running: 0, waiting: 0 });
});
