import { parse } from "yaml";
import { NO_METADATA, type RawDocument } from "../raw-document.ts";
import { isKnownKey, readFields } from "./front-matter-fields.ts";
import { readLines } from "./front-matter-lines.ts";

/** Longer front matter is not read: it is not a list of fields. UTF-16 units. */
const MAX_FRONT_MATTER = 20_000;
const YAML = /^\s{0,20}---[ \t]*(?:yaml)?\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const TOML = /^\s{0,20}(?:\+\+\+|---[ \t]*(?:toml|js|javascript|json5))[ \t]*\r?\n([\s\S]*?)\r?\n(?:\+\+\+|---)[ \t]*(?:\r?\n|$)/;
const JSON_OBJECT =
  /^\s{0,20}(?:(?:;;;|---[ \t]*json)[ \t]*\r?\n)?(\{[ \t]*\r?\n\s{0,20}"[\s\S]*?\r?\n\},?)[ \t]*(?:\r?\n(?:;;;|---))?[ \t]*(?:\r?\n|$)/;
/** Without the fence below the fields, a blank line ends them. */
const UNCLOSED = /^---[ \t]*\r?\n((?:[A-Za-z][\w -]{0,30}:.*\r?\n){2,30})[ \t]*\r?\n/;
/** Fields without fences, as some site generators have them: "Title: ..." in the first line, a blank line behind the last. */
const BARE = /^(?:title|date|author|slug):[ \t]*\S.*(?:\r?\n[A-Za-z][\w -]{0,30}:.*){1,30}\r?\n(?:[ \t]*\r?\n|$)/i;

/** What the front matter of a file says, and how long it is. */
export interface FrontMatter {
  /** UTF-16 length of the front matter, fences included; 0 when there is none. */
  length: number;
  metadata: RawDocument["metadata"];
  standfirst: string | null;
  notes: RawDocument["notes"];
}

/**
 * Front matter of a Markdown file: YAML, TOML, JSON, or bare fields. What is not quite of its format is read line by line,
 * as far as it can be read.
 */
export function readFrontMatter(decoded: string): FrontMatter {
  const opening = decoded.slice(0, MAX_FRONT_MATTER);
  for (const [pattern, name, read] of FORMATS) {
    const found = pattern.exec(opening);
    const source = found?.[1] ?? found?.[0];
    if (found === null || source === undefined) continue;
    const { fields, isBroken } = fieldsOf(source, read);
    if (fields === null) continue;
    const { metadata, standfirst, notes } = readFields(fields);
    if (pattern === BARE && metadata.title === null) continue;
    const message = `The front matter is not quite ${name}; it was read line by line.`;
    const broken: RawDocument["notes"] = isBroken ? [{ code: "front-matter", message, count: 1 }] : [];
    return { length: found[0].length, metadata, standfirst, notes: [...broken, ...notes] };
  }
  return { length: 0, metadata: NO_METADATA, standfirst: null, notes: [] };
}

const FORMATS: [RegExp, string, (source: string) => unknown][] = [
  [TOML, "TOML", readLines],
  [JSON_OBJECT, "JSON", JSON.parse],
  [YAML, "YAML", (source) => parse(source, { maxAliasCount: 10, logLevel: "error" })],
  [UNCLOSED, "YAML", (source) => parse(source, { maxAliasCount: 10, logLevel: "error" })],
  [BARE, "a list of fields", readLines],
];

/** The fields of front matter; `null` where it is something else, such as a paragraph between two rules. */
function fieldsOf(source: string, read: (source: string) => unknown): { fields: Record<string, unknown> | null; isBroken: boolean } {
  try {
    const fields = read(source);
    const isObject = typeof fields === "object" && fields !== null && !Array.isArray(fields);
    return { fields: isObject && looksLikeFields(fields) ? { ...fields } : null, isBroken: false };
  } catch {
    const fields = readLines(source);
    return { fields: looksLikeFields(fields) ? fields : null, isBroken: true };
  }
}

/** "The council met: it was late." between two rules is a paragraph; the keys of fields are single words, some of them known. */
function looksLikeFields(fields: object): boolean {
  const keys = Object.keys(fields);
  return keys.some(isKnownKey) || (keys.length > 1 && keys.every((key) => /^[\w.-]+$/.test(key)));
}
