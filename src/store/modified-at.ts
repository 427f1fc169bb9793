import { later } from "../article/model/instants.ts";

/** What is known of an article: whether it is served, and when what is served of it last changed. */
export interface Noted {
  state: "served" | "withdrawn" | "gone";
  at: string;
  fingerprint: string;
}

/** An article as it is found: what is served of it, and the moment it states. */
export interface Seen {
  fingerprint: string;
  /** `modifiedAt` as its file states it, else its import. */
  at: string;
}

/**
 * What became of an article that is to be served, and when what is served of it last changed.
 *
 * An article that was never there is as old as it says. From then on the moment is kept while nothing changes, is now when something
 * does, and never goes back. A later moment that the file states counts: a copy of another archive keeps the moments of that one.
 *
 * @param known `null` for an article that was never there
 * @param now to the second
 */
export function decide(known: Noted | null, seen: Seen, now: string): { change: "added" | "changed" | null; at: string } {
  if (known === null) return { change: "added", at: seen.at };
  if (known.state === "served" && known.fingerprint === seen.fingerprint) return { change: null, at: known.at };
  const at = seen.at > known.at ? seen.at : later(now, known.at);
  return { change: known.state === "served" ? "changed" : "added", at };
}
