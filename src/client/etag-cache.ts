interface Kept {
  etag: string;
  response: Response;
}

export interface EtagCacheOptions {
  /** What sends a request; the platform's `fetch` without it. */
  fetch?: (request: Request) => Promise<Response>;
  /** Answers kept at most; those not asked for longest go first. */
  maxEntries?: number;
}

/**
 * A `fetch` that keeps answers with their ETag and asks the server whether they are still current: an answer that has
 * not changed is not sent again (RFC 9111, section 4.3). Browsers do so themselves; it helps in Node and in workers.
 */
export function etagCache({ fetch = globalThis.fetch, maxEntries = 200 }: EtagCacheOptions = {}) {
  const kept = new Map<string, Kept>();
  return async (request: Request): Promise<Response> => {
    if (request.method !== "GET") return fetch(request);
    const key = `${request.headers.get("accept")} ${request.url}`;
    const held = kept.get(key);
    if (held !== undefined) request.headers.set("if-none-match", held.etag);
    const response = await fetch(request);
    if (response.status === 304 && held !== undefined) {
      keep(kept, key, held, maxEntries);
      return held.response.clone();
    }
    const etag = response.headers.get("etag");
    if (response.ok && etag !== null) keep(kept, key, { etag, response: response.clone() }, maxEntries);
    else kept.delete(key);
    return response;
  };
}

function keep(kept: Map<string, Kept>, key: string, entry: Kept, maxEntries: number): void {
  kept.delete(key);
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= maxEntries) break;
    kept.delete(oldest);
  }
}
