/** Headers of every answer: the content is public, may be read from every origin, and is what its media type says, nothing that runs. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "Allow, Content-Disposition, Content-Location, ETag, Link, Location, Preference-Applied, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate, X-Request-Id, X-Total-Count",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** Values of `Cache-Control`. */
export const CACHE_CONTROL = {
  /** Content changes seldom, and a cache may show the last version while it asks for a new one. */
  content: "public, max-age=60, stale-while-revalidate=600",
  /** What is to be true at this moment: a cache may keep it, but asks each time whether it is still so. */
  revalidated: "public, no-cache",
  /** Changes with a release only. */
  release: "public, max-age=3600",
  robots: "public, max-age=86400",
  /** The address holds a hash of the bytes, or names a text that does not change. */
  immutable: "public, max-age=31536000, immutable",
  never: "no-store",
};

/** Seconds that an oEmbed consumer may keep a quote. */
export const OEMBED_MAX_AGE = 3600;

/** Policy of every page: its own style, script and icons, a search form, citations of this server to copy, and nothing from another one. */
const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Policy of the API reference. Its script sets styles and shows pictures and fonts from data: URLs; nothing is loaded
 * from, or sent to, another server.
 */
const REFERENCE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of pages besides: their own style and script may run, and other sites learn which site a reader came from. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": PAGE_POLICY,
  "referrer-policy": "strict-origin-when-cross-origin",
};

/** Headers of the API reference besides. */
export const REFERENCE_HEADERS: Readonly<Record<string, string>> = { ...PAGE_HEADERS, "content-security-policy": REFERENCE_POLICY };
