import { pathOn, type Site, urlOn } from "../../representations/links.ts";

/**
 * What a crawler would ask for without end: each answer costs a search or a check, and leads to more of them. Then whole lists
 * as streams, by their formats; a star stands for anything (RFC 9309, section 2.2.3).
 */
const CLOSED = ["/search", "/check", "/find", "/v1/search", "/v1/verifications", "/v1/extractions", "/mcp", "/metrics"];
const CLOSED_FORMATS = ["csv", "ndjson"];

/**
 * `robots.txt` (RFC 9309). Crawlers read it at the root of a host only: where Verbatim is served below a path, its lines belong
 * into the file of the host.
 */
export function robotsTxt(site: Site): string {
  const closed = [...CLOSED, ...CLOSED_FORMATS.map((format) => `/*format=${format}`)];
  const rules = closed.map((path) => `Disallow: ${pathOn(site, path)}`);
  return `User-agent: *\n${rules.join("\n")}\n\nSitemap: ${urlOn(site, "/sitemap.xml")}\n`;
}
