import { lookUp } from "../../store/look-up.ts";
import type { Found, Store } from "../../store/store.ts";

/** The slug that takes the place of an old one, for an address; `null` for one that an article has, and for one that none has. */
export function movedTo(store: Pick<Store, "article">, slug: string): Promise<string | null> {
  return moved(slug, (one) => store.article(one));
}

/** The id that takes the place of a merged one, for an address. */
export function speakerMovedTo(store: Pick<Store, "speakerSummary">, id: string): Promise<string | null> {
  return moved(id, (one) => store.speakerSummary(one));
}

async function moved(id: string, read: (id: string) => Promise<Found>): Promise<string | null> {
  const found = await lookUp(id, read);
  return found.state === "moved" ? encodeURIComponent(found.to) : null;
}
