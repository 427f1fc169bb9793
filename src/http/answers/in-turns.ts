import { setImmediate as nextTurn } from "node:timers/promises";

/** Milliseconds that a list is read for before other requests have their turn. */
const TURN = 20;

/** Hands on the pieces of a list. One that is read without waiting, for a client as fast, would hold up every other request. */
export async function* inTurns(pieces: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let begun = performance.now();
  for await (const piece of pieces) {
    yield piece;
    if (performance.now() - begun < TURN) continue;
    await nextTurn();
    begun = performance.now();
  }
}
