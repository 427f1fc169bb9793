import Negotiator from "negotiator";
import type { MediaType } from "../../representations/table.ts";
import { HttpProblem } from "../problem.ts";

/** Whether a client prefers pages to data: browsers do, `curl` does not. */
export function prefersHtml(accept: string | undefined): boolean {
  const [best] = new Negotiator({ headers: { accept: accept ?? "*/*" } }).mediaTypes(["application/json", "text/html"]);
  return best === "text/html";
}

/**
 * Chooses a format: `?format=` wins over `Accept`; without either, and for a wildcard, it is the first one offered.
 * A `?format=` that is not offered is left to the validation of the query.
 *
 * @throws HttpProblem `not-acceptable` listing the media types that exist
 */
export function chooseFormat<F extends MediaType>(formats: readonly [F, ...F[]], accept: string | undefined, named: unknown): F {
  const asked = typeof named === "string" ? formats.find(({ name }) => name === named) : undefined;
  const format = asked ?? bestFormat(formats, accept);
  if (format !== undefined) return format;
  const available = [...new Set(formats.map(({ mediaType }) => mediaType))];
  const detail = `${accept?.slice(0, 200)} is not available. Available: ${available.join(", ")}.`;
  throw new HttpProblem("not-acceptable", detail, { available });
}

/** The format that `Accept` prefers; `undefined` when it admits none. */
export function bestFormat<F extends MediaType>(formats: readonly [F, ...F[]], accept: string | undefined): F | undefined {
  if (accept === undefined || accept === "" || accept === "*/*") return formats[0];
  const types = formats.map(({ mediaType }) => mediaType);
  const [best] = new Negotiator({ headers: { accept: withoutIdleParameters(accept, types) } }).mediaTypes(types);
  return best === undefined ? undefined : formats[types.indexOf(best)];
}

/** A parameter of a media range chooses a representation only where one of ours has it; others, such as `charset`, are dropped. */
function withoutIdleParameters(accept: string, types: string[]): string {
  return accept.replace(/;\s*([\w-]+)\s*=\s*("[^"]*"|[^\s;,]*)/g, (parameter, name: string, value: string) => {
    if (name.toLowerCase() === "q") return parameter;
    const bare = value.replace(/^"|"$/g, "");
    return types.some((type) => type.includes(`; ${name.toLowerCase()}="${bare}"`)) ? parameter : "";
  });
}
