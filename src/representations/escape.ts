// Lone surrogates, noncharacters and control characters other than tab, line feed and carriage return: HTML calls them
// parse errors (Infra standard, "noncharacter" and "control"), XML 1.0 section 2.2 forbids most of them outright.
const UNPRINTABLE = /[\p{Cs}\p{Noncharacter_Code_Point}\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/gu;

/** A string with everything HTML or XML 1.0 may not hold replaced by U+FFFD, one for one. */
export function printable(value: string): string {
  return value.replace(UNPRINTABLE, "\uFFFD");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Words as HTML text or as a quoted attribute value: nothing in them is markup. */
export function escapeHtml(value: string): string {
  return printable(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Words as XML 1.0 text or as a quoted attribute value. A carriage return is kept, which XML would read as a line feed. */
export function escapeXml(value: string): string {
  return escapeHtml(value).replaceAll("\r", "&#13;");
}

/** JSON that may stand inside an HTML `script` element: no `</script>` and no `<!--` can occur. Any JSON parser reads it back. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
