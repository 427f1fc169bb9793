import type { Card } from "../../../src/pages/cards/card.ts";

/** A card with every part, some of which may be other ones. */
export function cardOf(parts: Partial<Card> = {}): Card {
  return {
    kicker: "Direct quote",
    words: "“We owe this island a boat, and it will have one.”",
    by: "Ada Lind",
    source: "Ferry Company Promises ‘No More Silent Mornings’ at Port Ellen",
    details: "The Invented Courier · 2 May 2025",
    rights: "© 2025 The Invented Courier",
    ...parts,
  };
}
