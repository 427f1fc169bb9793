import { expect, test } from "vitest";
import { inTurns } from "../../../src/http/answers/in-turns.ts";

/** A list that is read without waiting: of a store in the process, for a client that takes all there is. */
async function* busy(count: number) {
  for (let at = 0; at < count; at += 1) {
    for (const begun = performance.now(); performance.now() - begun < 1; );
    yield `${at},`;
  }
}

test("a long list lets other requests in between, and loses nothing", async () => {
  let turns = 0;
  const other = setInterval(() => {
    turns += 1;
  }, 1);
  let read = "";
  for await (const piece of inTurns(busy(200))) read += piece;
  clearInterval(other);
  expect(turns).toBeGreaterThan(4);
  expect(read).toBe(Array.from({ length: 200 }, (_, at) => `${at},`).join(""));
});
