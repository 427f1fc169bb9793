import type { Found, Store } from "./store.ts";

/**
 * Looks a slug or an id up as it was sent, and composed (NFC) when there is none: macOS and some browsers send "å" as two code
 * points. What is found so has moved to the composed id.
 */
export async function lookUp(id: string, read: (id: string) => Promise<Found>): Promise<Found> {
  const found = await read(id);
  const composed = id.normalize("NFC");
  if (found.state !== "unknown" || composed === id) return found;
  const known = await read(composed);
  return known.state === "found" ? { state: "moved", to: composed } : known;
}

/** The slug that an article has now; `null` when there is no such article. @param slug a present or an old one */
export async function presentSlug(store: Pick<Store, "article">, slug: string): Promise<string | null> {
  const found = await lookUp(slug, (one) => store.article(one));
  if (found.state === "moved") return found.to;
  return found.state === "found" ? slug : null;
}
