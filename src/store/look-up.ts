import type { Found } from "./store.ts";

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
