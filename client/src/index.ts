import type { components } from "./schema.ts";

export { type Client, type ClientOptions, createClient } from "./client.ts";
export { VerbatimError } from "./error.ts";
export { type EtagCacheOptions, etagCache } from "./etag-cache.ts";
export { items, pages } from "./pages.ts";
export type * from "./schema.ts";
export { codePointSpan, type Stretch, utf16Span } from "./spans.ts";

/** The schemas of the API by name: `Schemas["Article"]` is the type `Article`. */
export type Schemas = components["schemas"];
