import type { PageImage } from "../layout.ts";
import { CARD_SIZE, type Card, cardAlt } from "./card.ts";
import glyphs from "./glyphs.json" with { type: "json" };

const escaped = (hex: string) => `\\u{${hex}}`;

/** The characters that the fonts of cards have; `glyphs.json` lists their ranges, and a test keeps it in step with the fonts. */
const DRAWABLE = new RegExp(`^[\\u{200C}\\u{200D}${glyphs.map((range) => range.split("-").map(escaped).join("-")).join("")}]*$`, "u");

/** Whether every character of a card has a glyph: a card with boxes in the place of letters is not offered. */
export function isDrawable(card: Card): boolean {
  return Object.values(card).every((words) => DRAWABLE.test(words));
}

/** The card of a page for its head; `null` when it cannot be drawn. @param path of the page, as routes have it */
export function cardImage(card: Card, path: string): PageImage | null {
  return isDrawable(card) ? { path: `${path}/card.png`, alt: cardAlt(card), ...CARD_SIZE } : null;
}
