// Lone surrogates, noncharacters and control characters other than tab, line feed and carriage return: HTML calls them
// parse errors (Infra standard, "noncharacter" and "control"), XML 1.0 section 2.2 forbids most of them outright.
const UNPRINTABLE = /[\p{Cs}\p{Noncharacter_Code_Point}\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/gu;

/** Replaces each character that HTML or XML 1.0 does not allow with U+FFFD. */
export function printable(value: string): string {
  return value.replace(UNPRINTABLE, "\uFFFD");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes a string for HTML text or a quoted attribute value. */
export function escapeHtml(value: string): string {
  return printable(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Escapes a string for XML 1.0 text or a quoted attribute value. A bare carriage return would be read as a line feed. */
export function escapeXml(value: string): string {
  return escapeHtml(value).replaceAll("\r", "&#13;");
}

/** JSON for an HTML `script` element: it cannot contain `</script>` or `<!--`. Any JSON parser reads it back. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
