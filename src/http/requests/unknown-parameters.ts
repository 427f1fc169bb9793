import { z } from "zod";
import { similarWords } from "../../article/words/spelling.ts";

/**
 * Names that links and clients add for purposes of their own: campaigns (Google, Matomo, HubSpot, Mailchimp, Adobe), ids of clicks
 * (`fbclid`, `msclkid`, `rb_clickid`), versions of files, `_` of jQuery.
 */
const ADDED_BY_OTHERS =
  /^(?:(?:utm|mtm|pk|piwik|hsa|gad|vero|oly)_\w+|(?:fb|g|d|tw|tt|ys?|aw|q)clid|msclkid|\w*clickid|li_fat_id|[gw]braid|srsltid|mc_[ce]id|s_cid|mkt_tok|igsh(?:id)?|_(?:|ga|gl|hsenc|hsmi|dc|openstat|branch_match_id)|v)$/i;

/**
 * Whether a query parameter is passed over: one that nobody takes for a parameter of the operation.
 *
 * A strict schema refuses unknown names, because a misspelt filter would find everything: only names that others add are
 * passed over. Any other schema passes over all names it does not know but a misspelt `format`.
 *
 * @param schema of the query
 */
export function isPassedOver(name: string, schema: z.ZodObject): boolean {
  if (Object.hasOwn(schema.shape, arrayNamed(name, schema) ?? name)) return false;
  if (schema.def.catchall instanceof z.ZodNever) return ADDED_BY_OTHERS.test(name);
  return !(Object.hasOwn(schema.shape, "format") && nearest(name, ["format"]) !== null);
}

/** An address without the parameters that are passed over: what an answer is kept under and repeats in its header fields. */
export function addressWithout(url: string, schema: z.ZodObject): string {
  const mark = url.indexOf("?");
  if (mark < 0) return url;
  const pairs = url.slice(mark + 1).split("&");
  const kept = pairs.filter((pair) => !isPassedOver(nameOf(pair), schema));
  if (kept.length === pairs.length) return url;
  return kept.length === 0 ? url.slice(0, mark) : `${url.slice(0, mark + 1)}${kept.join("&")}`;
}

/**
 * The array parameter that a name with brackets means: `speaker[]` (axios, PHP) and `speaker[0]` (qs) are `speaker`.
 * @returns `null` for other names
 */
export function arrayNamed(name: string, schema: z.ZodObject): string | null {
  const base = /^(\w+)\[\d{0,3}\]$/.exec(name)?.[1];
  return base !== undefined && Object.hasOwn(schema.shape, base) && isArray(schema.shape[base]) ? base : null;
}

/** The name that another may be a misspelling of: `publishd_from` of `publishedFrom`; `null` when it is near none. */
export function nearest(name: string, known: string[]): string | null {
  const bare = new Map(known.map((one) => [bareOf(one), one]));
  const asked = bareOf(name);
  return bare.get(asked) ?? bare.get(similarWords(asked, bare.keys())[0] ?? "") ?? null;
}

function isArray(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional) return isArray(schema.unwrap());
  if (schema instanceof z.ZodPipe) return isArray(schema.out);
  return schema instanceof z.ZodArray;
}

/** The name of a pair `name=value` of an address, decoded as Fastify does. */
function nameOf(pair: string): string {
  const [name = ""] = pair.split("=", 1);
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}

function bareOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
