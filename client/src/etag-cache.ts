interface Entry {
  etag: string;
  response: Response;
}

export interface EtagCacheOptions {
  /** Sends a request; default: the platform's `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** Most answers that are kept; the least recently used is dropped first. Default: 200. */
  maxEntries?: number;
}

/**
 * Makes a `fetch` that keeps answers with their ETag and revalidates them (RFC 9111, section 4.3): the server does not
 * send an answer again that has not changed. Browsers do so themselves; use it in Node and in workers.
 */
export function etagCache({ fetch = globalThis.fetch, maxEntries = 200 }: EtagCacheOptions = {}) {
  const entries = new Map<string, Entry>();
  return async (request: Request): Promise<Response> => {
    if (request.method !== "GET") return fetch(request);
    const key = `${request.headers.get("accept")} ${request.url}`;
    const cached = entries.get(key);
    if (cached !== undefined) request.headers.set("if-none-match", cached.etag);
    const response = await fetch(request);
    if (response.status === 304 && cached !== undefined) {
      keep(entries, key, cached, maxEntries);
      return cached.response.clone();
    }
    const etag = response.headers.get("etag");
    if (response.ok && etag !== null) keep(entries, key, { etag, response: response.clone() }, maxEntries);
    else entries.delete(key);
    return response;
  };
}

/** Puts an entry last: a `Map` lists its keys in the order they were set, so the least recently used come first. */
function keep(entries: Map<string, Entry>, key: string, entry: Entry, maxEntries: number): void {
  entries.delete(key);
  entries.set(key, entry);
  for (const oldest of entries.keys()) {
    if (entries.size <= maxEntries) break;
    entries.delete(oldest);
  }
}
