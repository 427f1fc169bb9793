import { xmlRoot } from "./xml-root.ts";

/** The exports of other systems that import reads item by item, and what a message calls them. */
export const EXPORT_KINDS = {
  wordpress: "a WordPress export",
  rss: "a feed (RSS)",
  "rss-1": "a feed (RSS 1.0)",
  atom: "a feed (Atom)",
  "json-feed": "a feed (JSON Feed)",
  ghost: "a Ghost export",
  nitf: "a news item (NITF)",
  ninjs: "a news item (ninjs)",
  "ninjs-list": "a list of news items (ninjs)",
} as const;
export type ExportKind = keyof typeof EXPORT_KINDS;
export type XmlExportKind = "wordpress" | "rss" | "rss-1" | "atom" | "nitf";
export type JsonExportKind = Exclude<ExportKind, XmlExportKind>;

/** What to do with an export where one article is expected. */
export function cureOf(kind: ExportKind): string {
  return kind === "nitf" || kind === "ninjs"
    ? 'Give the file to "verbatim import", or its text as HTML.'
    : 'Give the file to "verbatim import", which makes an article of each of its items.';
}

/** The kind of an export in XML, by its root element. @param opening its first characters @returns `null` for anything else */
export function xmlExportKind(opening: string): XmlExportKind | null {
  const { root } = xmlRoot(opening.replace(/^\ufeff/, "").trimStart());
  if (root === null) return null;
  // "wp" is a prefix of others, too: The Washington Post had one.
  if (root === "rss") return /wordpress\.org\/export\//.test(opening) ? "wordpress" : "rss";
  if (/(?:^|:)rdf$/.test(root)) return opening.includes("http://purl.org/rss/1.0/") ? "rss-1" : null;
  if (/(?:^|:)feed$/.test(root)) return opening.includes("http://www.w3.org/2005/Atom") ? "atom" : null;
  return /(?:^|:)nitf$/.test(root) ? "nitf" : null;
}

/** The kind of an export that a JSON value is; `null` for anything else. */
export function jsonExportKind(value: unknown): JsonExportKind | null {
  if (ghostTables(value) !== null) return "ghost";
  const object = objectOf(value);
  if (Array.isArray(object?.items) && isFeedVersion(String(object.version), object.items)) return "json-feed";
  if (isNinjs(value)) return "ninjs";
  return newsItems(value)?.some(isNinjs) === true ? "ninjs-list" : null;
}

/** The version of a JSON Feed is an address; some write its number alone. */
function isFeedVersion(version: string, items: unknown[]): boolean {
  if (/jsonfeed\.org\/version\//.test(version)) return true;
  return (
    /^1(?:\.\d)?$/.test(version) && items.some((item) => ["content_html", "content_text"].some((name) => name in (objectOf(item) ?? {})))
  );
}

type JsonObject = Record<string, unknown>;

function objectOf(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The tables of a Ghost export; `null` when a JSON value is none. Old exports have them at the top. */
export function ghostTables(value: unknown): JsonObject | null {
  const top = objectOf(value);
  const tables = objectOf((Array.isArray(top?.db) ? objectOf(top.db[0]) : top)?.data);
  if (tables === null || !Array.isArray(tables.posts)) return null;
  const [post] = tables.posts;
  const isGhost =
    Array.isArray(top?.db) || objectOf(top?.meta) !== null || ["slug", "status"].every((name) => name in (objectOf(post) ?? {}));
  return isGhost ? tables : null;
}

/**
 * Whether a JSON value is a news item in ninjs: it has a `uri` (Superdesk calls it `guid`), and a type or a member that no other
 * format has beside it.
 */
export function isNinjs(value: unknown): boolean {
  const item = objectOf(value);
  if (item === null || (typeof item.uri !== "string" && typeof item.guid !== "string")) return false;
  if (/ninjs/i.test(`${objectOf(item.standard ?? item.$standard)?.name} ${item.$schema}`)) return true;
  const isTyped = /^(?:text|picture|graphic|audio|video|composite|component|event|planning)$/.test(String(item.type));
  if (isTyped && typeof item.uri === "string") return true;
  const names = new Set(Object.keys(item).map((name) => name.toLowerCase()));
  return ["pubstatus", "versioncreated", "bodies", "headlines", "body_html", "body_xhtml", "body_text"].some((name) => names.has(name));
}

/** Members of an answer of an API that hold news items, or one. */
const LISTS = ["items", "_items", "item"];

/** A list of news items, also one inside of an answer of an API; `null` for any other value. */
export function newsItems(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  const answer = objectOf(value);
  const found = [answer, objectOf(answer?.data)].flatMap((around) => LISTS.map((name) => around?.[name]));
  const inside = found.find((member) => Array.isArray(member) || objectOf(member) !== null);
  // An answer may say something of each item beside it: "{ meta, item }".
  return inside === undefined ? null : [inside].flat().map((one) => objectOf(objectOf(one)?.item) ?? one);
}
