import { cutWords } from "../../representations/cut-words.ts";

/** An answer of the API as it came. */
export interface GuideAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Code points of the longest line, and of the longest string in one. */
const LINE = 88;
const STRING = 56;
/** Lines of an answer, and of a text. */
const LINES = 34;
const TEXT_LINES = 7;
/** Header fields shown of an answer without a body. */
const FIELDS = ["etag", "cache-control", "vary"];

/** An answer as the guide shows it: JSON one field a line where it is long, long lists and strings cut, with an ellipsis for the rest. */
export function shownAnswer({ status, headers, body }: GuideAnswer): string {
  if (body === "") {
    const fields = FIELDS.flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${headers[name]}`]));
    return [`HTTP/1.1 ${status} Not Modified`, ...fields].join("\n");
  }
  if (headers["content-type"]?.includes("json")) return first(written(itemsFirst(JSON.parse(body)), "").split("\n"), LINES);
  const lines = body.split("\n").map((line) => cutWords(line, LINE));
  return first(lines, TEXT_LINES);
}

/** Of a list what it is a list of is shown; what the whole list has beside its items, an article say, has room elsewhere. */
function itemsFirst(answer: Record<string, unknown>): Record<string, unknown> {
  if (!("items" in answer)) return answer;
  return Object.fromEntries(
    Object.entries(answer).filter(([name, value]) => name === "items" || typeof value !== "object" || value === null),
  );
}

function first(lines: string[], count: number): string {
  return lines.length <= count ? lines.join("\n") : [...lines.slice(0, count - 1), "…"].join("\n");
}

/** A value as JSON: on one line where it fits, with one item of each list. */
function written(value: unknown, indent: string): string {
  if (typeof value === "string") return JSON.stringify(cutWords(value, STRING));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const inner = `${indent}  `;
  const parts = isList
    ? listed(value, inner)
    : Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${written(one, inner)}`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return open + close;
  const line = `${open} ${parts.join(", ")} ${close}`;
  if (!line.includes("\n") && indent.length + line.length <= LINE) return line;
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
}

function listed(items: unknown[], indent: string): string[] {
  const shown = items.slice(0, 1).map((item) => written(item, indent));
  return items.length > 1 ? [...shown, `… ${items.length - 1} more`] : shown;
}
