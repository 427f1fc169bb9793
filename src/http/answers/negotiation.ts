import Negotiator from "negotiator";
import { HttpProblem } from "../problem.ts";

/** One representation a resource has. */
export interface Format {
  /** Its value of `?format=`. */
  name: string;
  /** What `Accept` is matched against. */
  mediaType: string;
  /** `Content-Type`. */
  contentType: string;
  /** For the name of a download, without a full stop. */
  extension: string;
}

export const JSON_FORMAT: Format = {
  name: "json",
  mediaType: "application/json",
  contentType: "application/json",
  extension: "json",
};
export const TEXT_FORMAT: Format = { name: "text", mediaType: "text/plain", contentType: "text/plain; charset=utf-8", extension: "txt" };

export const HTML_FORMAT: Format = { name: "html", mediaType: "text/html", contentType: "text/html; charset=utf-8", extension: "html" };

/** Headers whose outcome is remembered, and their characters at most: what browsers and programs send, not what an attacker could. */
export const MAX_REMEMBERED = 1000;
export const LONGEST_REMEMBERED = 200;

/** Whether a client asks for pages rather than data: browsers do, `curl` does not. */
export function prefersHtml(accept: string | undefined): boolean {
  const [best] = new Negotiator({ headers: { accept: accept ?? "*/*" } }).mediaTypes(["application/json", "text/html"]);
  return best === "text/html";
}

/**
 * Makes the function that chooses a format: `?format=` wins over `Accept`; without either, and for a wildcard, it is the
 * first one offered. What an `Accept` gives is remembered.
 */
export function chooserOf<F extends Format>(formats: readonly F[]): (accept: string | undefined, named: unknown) => F {
  const chosen = new Map<string, F>();
  return (accept = "", named) => {
    const format = typeof named === "string" ? formats.find(({ name }) => name === named) : chosen.get(accept);
    if (format !== undefined) return format;
    const negotiated = negotiate(accept, formats);
    if (chosen.size < MAX_REMEMBERED && accept.length <= LONGEST_REMEMBERED) chosen.set(accept, negotiated);
    return negotiated;
  };
}

/** @throws HttpProblem `not-acceptable` listing what exists */
function negotiate<F extends Format>(accept: string, formats: readonly F[]): F {
  const [preferred] = formats;
  if (preferred === undefined) throw new Error("expected at least one format");
  if (accept === "") return preferred;
  const types = formats.map(({ mediaType }) => mediaType);
  const [best] = new Negotiator({ headers: { accept: withoutIdleParameters(accept, types) } }).mediaTypes(types);
  const format = best === undefined ? undefined : formats[types.indexOf(best)];
  if (format !== undefined) return format;
  const available = [...new Set(types)];
  throw new HttpProblem("not-acceptable", `Nothing here is "${accept.slice(0, 200)}". Ask for ${available.join(" or ")}.`, { available });
}

/** Parameters of a media range say which representation is meant only where one of ours has them; others (`charset`) are dropped. */
function withoutIdleParameters(accept: string, types: string[]): string {
  return accept.replace(/;\s*([\w-]+)\s*=\s*("[^"]*"|[^\s;,]*)/g, (parameter, name: string, value: string) => {
    if (name.toLowerCase() === "q") return parameter;
    const bare = value.replace(/^"|"$/g, "");
    return types.some((type) => type.includes(`; ${name.toLowerCase()}="${bare}"`)) ? parameter : "";
  });
}
