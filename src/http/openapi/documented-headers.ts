import { z } from "zod";

/** Response headers as the OpenAPI document describes them: one component for each, required where every such answer has it. */
export const header = {
  etag: required("ETag", "Strong entity tag of exactly these bytes, for `If-None-Match`.", '"6c3fUV8zJr3vWqQe0o7k2A"'),
  pageEtag: optional("PageETag", "Strong entity tag of a page. A whole list that is streamed has none.", '"6c3fUV8zJr3vWqQe0o7k2A"'),
  writtenEtag: optional("WrittenETag", "The `ETag` that GET answers with now, for the next `If-Match`.", '"6c3fUV8zJr3vWqQe0o7k2A"'),
  preferenceApplied: optional("PreferenceApplied", "`validate-only`, when nothing was written since that was asked for.", "validate-only"),
  created: required("Created", "The address of what was made, path-absolute.", "/v1/articles/the-slug"),
  wwwAuthenticate: optional("WWWAuthenticate", "How to show a key (RFC 6750).", 'Bearer realm="verbatim"'),
  cacheControl: required("CacheControl", "How long a cache may keep the answer.", "public, max-age=60, stale-while-revalidate=600"),
  vary: required("Vary", "Request headers the answer depends on.", "Accept, Accept-Encoding"),
  link: optional(
    "Link",
    'RFC 8288 links: `rel="next"` is the next page, `rel="alternate"` the same in another format, `rel="service-desc"` this document. Of a former revision (RFC 5829) `rel="latest-version"` is the present text, `rel="predecessor-version"` the one before it, `rel="version-history"` the list of all.',
    '</v1/quotes?limit=1&cursor=WyJh>; rel="next"',
  ),
  contentLocation: optional("ContentLocation", "Address of this representation.", "/v1/quotes/c5zdc6gr9e?format=markdown"),
  contentDisposition: optional("ContentDisposition", "A file name for saving the answer.", 'inline; filename="quotes.csv"'),
  location: required("Location", "The present address, path-absolute, with the query.", "/v1/articles/the-new-slug"),
  allow: required("Allow", "The methods this path answers.", "GET, HEAD, OPTIONS"),
  accept: optional("Accept", "The media types a body may have.", "application/json, text/plain"),
  retryAfter: required("RetryAfter", "Seconds after which to try again.", "5"),
  rateLimit: optional(
    "RateLimit",
    "Requests left and seconds until more are allowed, where the server limits them.",
    '"requests";r=59;t=42',
  ),
  rateLimitPolicy: optional("RateLimitPolicy", "Requests allowed (`q`) in a window of `w` seconds.", '"requests";q=60;w=60'),
  totalCount: required("TotalCount", "Number of items in the whole filtered list, also for HEAD.", "725"),
  requestId: required("RequestId", "Identifies the request in the server's log: the id the client sent, or a new one.", "b1946ac9-2b1c"),
};

function required(id: string, description: string, example: string): z.ZodType {
  return z.string().meta({ header: { id, example }, description });
}

function optional(id: string, description: string, example: string): z.ZodType {
  return z.string().optional().meta({ header: { id, example }, description });
}
