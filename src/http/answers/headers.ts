import { PAGE_POLICY } from "../../pages/layout.ts";

/** Headers every answer has: the content is public, for every origin, and is what its media type says, nothing that runs. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "Allow, Content-Disposition, Content-Location, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** Public and short-lived: content changes seldom, and a cache may show the last version while it asks for a new one. */
export const CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600";

/** Headers of pages besides: their own style and script may run, and they tell other sites where a reader came from. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": PAGE_POLICY,
  "referrer-policy": "strict-origin-when-cross-origin",
};
