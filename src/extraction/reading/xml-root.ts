/** What stands before the root element of XML: declaration, comments, document type. */
const PROLOG = /^(?:\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\]\s*)?>))*\s*/i;

/** The root element of a text that begins with markup, in lower case (`null` for none), and what stands before it. */
export function xmlRoot(opening: string): { prolog: string; root: string | null } {
  if (!opening.startsWith("<")) return { prolog: "", root: null };
  const prolog = PROLOG.exec(opening)?.[0] ?? "";
  return { prolog, root: /^<([\w:.-]+)[\s/>]/.exec(opening.slice(prolog.length))?.[1]?.toLowerCase() ?? null };
}
