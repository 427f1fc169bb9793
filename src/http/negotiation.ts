import Negotiator from "negotiator";
import { HttpProblem } from "./problem.ts";

/** One representation a resource has: its name for `?format=` and its media type. */
export interface Format {
  name: string;
  mediaType: string;
}

export const JSON_FORMAT: Format = { name: "json", mediaType: "application/json" };
export const TEXT_FORMAT: Format = { name: "text", mediaType: "text/plain; charset=utf-8" };

export const HTML_FORMAT: Format = { name: "html", mediaType: "text/html; charset=utf-8" };

/** Whether a client asks for pages rather than data: browsers do, `curl` does not. */
export function prefersHtml(accept: string | undefined): boolean {
  const [best] = new Negotiator({ headers: { accept: withoutCharset(accept ?? "*/*") } }).mediaTypes(["application/json", "text/html"]);
  return best === "text/html";
}

/**
 * The format to answer in: `?format=` wins over `Accept`; without either, and for a wildcard, the first one offered.
 * @throws HttpProblem `not-acceptable` listing what exists
 */
export function negotiate(accept: string | undefined, formats: Format[], named?: string): Format {
  const [preferred] = formats;
  if (preferred === undefined) throw new Error("expected at least one format");
  if (named !== undefined) {
    const format = formats.find(({ name }) => name === named);
    if (format !== undefined) return format;
  }
  if (accept === undefined || accept === "" || accept === "*/*") return preferred;
  const bare = formats.map(({ mediaType }) => withoutCharset(mediaType));
  const [best] = new Negotiator({ headers: { accept: withoutCharset(accept) } }).mediaTypes(bare);
  const chosen = best === undefined ? undefined : formats[bare.indexOf(best)];
  if (chosen !== undefined) return chosen;
  const available = formats.map(({ mediaType }) => mediaType);
  throw new HttpProblem("not-acceptable", `Nothing here is "${accept.slice(0, 200)}". Ask for ${available.join(" or ")}.`, { available });
}

// `charset` says nothing about which representation is meant, and a negotiator would treat it as a type of its own.
function withoutCharset(types: string): string {
  return types.replace(/;\s*charset\s*=\s*(?:"[^"]*"|[^\s;,]*)/gi, "");
}
