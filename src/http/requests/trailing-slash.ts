import type { onRequestHookHandler } from "fastify";
import { pathOn, type Site } from "../../representations/links.ts";
import { CACHE_CONTROL, COMMON_HEADERS } from "../answers/headers.ts";
import { isPreflight } from "../answers/preflight.ts";

/** A hook that redirects an address with a slash at its end to the one without. 308 keeps the method and the body. */
export function redirectTrailingSlash(site: Site): onRequestHookHandler {
  return (request, reply, done) => {
    const address = withoutTrailingSlash(request.url);
    // A browser follows no redirect of a preflight.
    if (address === null || request.routeOptions.url?.endsWith("/") || isPreflight(request)) return void done();
    const headers = { ...COMMON_HEADERS, "cache-control": CACHE_CONTROL.content, "x-request-id": request.id };
    reply.code(308).headers(headers).header("location", pathOn(site, address)).send();
  };
}

/**
 * An address without the slashes at the end of its path, with its query; `null` when there are none. So is it for a path that begins
 * with two slashes, or has a backslash or white space: browsers turn the first into a slash and leave out the other, and would take
 * what follows two slashes for another host.
 */
export function withoutTrailingSlash(url: string): string | null {
  const [, path, query = ""] = /^(\/[^/\\\s?](?:[^\\\s?]*[^/\\\s?])?)\/+(\?.*)?$/s.exec(url) ?? [];
  return path === undefined ? null : `${path}${query}`;
}
