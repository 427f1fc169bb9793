import { plainSlug } from "../article/model/ids.ts";
import type { Found, Store } from "./store.ts";

/**
 * Looks a slug or an id up as it was sent, and when there is none in the way in which new ones are written: composed, because macOS and
 * some browsers send "å" as two code points, and in lower case, because people type capitals. What is found so has moved to the plain id.
 */
export async function lookUp(id: string, read: (id: string) => Promise<Found>): Promise<Found> {
  const found = await read(id);
  const plain = plainSlug(id);
  if (found.state !== "unknown" || plain === id) return found;
  const known = await read(plain);
  return known.state === "found" ? { state: "moved", to: plain } : known;
}

/** The slug that an article has now; `null` when there is no such article. @param slug a present or an old one */
export async function presentSlug(store: Pick<Store, "article">, slug: string): Promise<string | null> {
  const found = await lookUp(slug, (one) => store.article(one));
  if (found.state === "moved") return found.to;
  return found.state === "found" ? slug : null;
}
