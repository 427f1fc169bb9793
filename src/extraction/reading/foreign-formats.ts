import { cureOf, EXPORT_KINDS, jsonExportKind, xmlExportKind } from "./export-kinds.ts";
import { readFrontMatter } from "./markdown/front-matter.ts";
import { holdsArticle, holdsRow } from "./source-row.ts";
import { UnreadableSource } from "./unreadable-source.ts";
import { xmlRoot } from "./xml-root.ts";

/** Characters that are looked at to see what a file is; the end of it decides no more than its beginning. UTF-16 units. */
const OPENING = 4000;

const PAGES = "Import the pages it lists: download each, and give the HTML.";
const ROWS = 'Make a line of NDJSON of each article: { "html": ..., "title": ..., "url": ..., "publishedAt": ... }.';
const LABEL = "Send it with Content-Type: application/json; name a file of it .json or .ndjson.";
const SERVE = 'Put its file into the folder articles/ of a data folder, or give it as NDJSON to "verbatim load".';
const NEWSML = "Ask for NITF or ninjs, which are imported, or give the text as HTML.";
const WIRE = "Ask for NITF or ninjs, which are imported, or give its headline and its text alone, without the lines of codes.";
const ONE_PAGE = "Give the article as plain text, Markdown or HTML.";

/** The XML files that archives hold, by their root element: what each is, and what to do. XHTML is a page. */
const XML_ROOTS = new Map<string, [what: string, cure: string]>(
  Object.entries({
    "rdf:rdf": ["RDF", PAGES],
    feed: ["a feed (Atom 0.3)", PAGES],
    opml: ["a list of feeds (OPML)", "Import the pages of the feeds: download each, and give the HTML."],
    urlset: ["a sitemap", PAGES],
    sitemapindex: ["an index of sitemaps", PAGES],
    svg: ["a picture (SVG)", ONE_PAGE],
    math: ["a formula (MathML)", ONE_PAGE],
    plist: ["a property list", ONE_PAGE],
    mediawiki: ["an export of a wiki", ROWS],
    newsml: ["NewsML 1", NEWSML],
    newsmessage: ["NewsML-G2", NEWSML],
    newsitem: ["NewsML-G2", NEWSML],
    packageitem: ["NewsML-G2", NEWSML],
  }),
);

/** Other files that are text and no article, by how they begin. */
const OPENINGS: [RegExp, what: string, cure: string][] = [
  [
    /^From: <Saved by [^>]{1,80}>|^(?:[\w-]+: .*\r?\n(?:[ \t].*\r?\n)*){0,30}Content-Type: multipart\//i,
    "a mail or a saved page (MHTML)",
    "Save the page as HTML, or the mail as plain text.",
  ],
  [/^(?:WEBVTT\b|1\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> )/, "a file of subtitles", "Give the words as plain text."],
  [/^BEGIN:V(?:CALENDAR|CARD)\b/i, "a calendar or an address card", ONE_PAGE],
  // ANPA 1312: two lines of codes, then keywords and titles between "^" and "<". IPTC 7901: number, priority, category, words.
  [/^(?:[^\n]{0,100}\n){1,3}?(?:\^[^\n]{1,300}[<=] ?\r?\n){2}/, "a wire message (ANPA 1312)", WIRE],
  [/^(?:ZCZC\b|[a-z]{2,4}\d{3,4} \d [a-z]{1,3} \d{1,4}\b)/, "a wire message (IPTC 7901)", WIRE],
  [/^%!PS/, "PostScript", ONE_PAGE],
  [/^#!\s?\//, "a script", ONE_PAGE],
  [/^\\documentclass\b/m, "LaTeX", ONE_PAGE],
  [/^<\?(?:php|=)/i, "a PHP script", "Give the page as a browser gets it."],
];

/**
 * What a text is when it is of a kind that holds data, or many articles, rather than one article: XML that is not a page,
 * JSON, a table, a mail. Without a look at it each would become one article full of markup.
 *
 * @throws UnreadableSource that says what it is and what to do
 */
export function refuseForeign(decoded: string): void {
  const opening = decoded.slice(0, OPENING).trimStart();
  const found = foreignXml(decoded, opening) ?? foreignJson(decoded, opening) ?? foreignOpening(opening) ?? foreignTable(decoded);
  if (found !== null)
    throw new UnreadableSource(
      "not-an-article",
      `The source is ${found.what}${found.cure === SERVE ? "" : ", not an article"}. ${found.cure}`,
    );
}

interface Foreign {
  what: string;
  cure: string;
}

/** Elements that a page or a piece of one may begin with. */
const HTML_ELEMENT =
  /^(?:html|head|body|article|main|div|section|p|h[1-6]|header|footer|nav|aside|figure|figcaption|img|picture|video|audio|iframe|a|b|i|u|s|em|strong|small|span|sup|sub|time|font|center|blockquote|q|cite|pre|code|ul|ol|li|dl|table|tbody|tr|td|br|hr|script|style|noscript|link|meta|title|template|form|input|button|label|details|summary|address|mark|amp)$/;

/** Whether it is XML, by its declaration or its root element, and no page. */
function foreignXml(decoded: string, opening: string): Foreign | null {
  const { prolog, root } = xmlRoot(opening);
  if (root === null || HTML_ELEMENT.test(root)) return null;
  const kind = xmlExportKind(opening);
  if (kind === "wordpress") {
    const posts = [...decoded.matchAll(/<wp:post_type>\s*(?:<!\[CDATA\[)?post\b/gi)].length;
    return { what: `${EXPORT_KINDS[kind]} of ${posts} ${posts === 1 ? "post" : "posts"}`, cure: cureOf(kind) };
  }
  if (kind !== null) return { what: EXPORT_KINDS[kind], cure: cureOf(kind) };
  const isWhole = decoded.trimEnd().toLowerCase().endsWith(`</${root}>`);
  const known = XML_ROOTS.get(root) ?? XML_ROOTS.get(root.replace(/^[\w.-]+:/, ""));
  // A hyphen is in the names of elements that a page makes for itself.
  const isXml = /^<\?xml\b/i.test(prolog) || (isWhole && !root.includes("-"));
  if (known !== undefined && (isXml || !/^(?:svg|math)$/.test(root))) return { what: known[0], cure: known[1] };
  return isXml ? { what: `XML (<${root}>)`, cure: ONE_PAGE } : null;
}

function foreignJson(decoded: string, opening: string): Foreign | null {
  if (!/^[[{]/.test(opening)) return null;
  const cure = 'Give articles as JSON with one of "text", "markdown" and "html" each, and send or name them as JSON or NDJSON.';
  const value = parsed(decoded);
  if (value !== undefined) return describeJson(value) ?? { what: "JSON", cure };
  const [first, second] = decoded.trimStart().split(/(?:\r?\n\s*)+/, 2);
  if (parsed(first ?? "") !== undefined) {
    return /^[[{]["{[\]}]/.test(opening) && /^[[{]/.test(second ?? "") ? { what: "lines of JSON (NDJSON)", cure } : null;
  }
  // A front matter of JSON begins a text; what begins like JSON and is neither is cut off or written by hand.
  const isBroken = /^\{\s*(?:"[^"\n]{1,100}"\s*:|\/[/*])|^\[\s*(?:\{\s*"|\[|"[^"\n]{1,100}"\s*,\s*\n)/.test(opening);
  return isBroken && readFrontMatter(decoded).length === 0 ? { what: "JSON with a mistake in it", cure } : null;
}

/** The value of a JSON object or array; `undefined` for anything else. */
function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a JSON value is, where a member or two say so. */
function describeJson(value: object): Foreign | null {
  const has = (...names: string[]) => names.every((name) => Object.hasOwn(value, name));
  if (holdsRow(value)) return { what: "JSON with the words of an article, read as plain text", cure: LABEL };
  if (holdsArticle(value)) return { what: "an article of Verbatim already, so there is nothing to extract", cure: SERVE };
  if (has("name", "version") && (has("scripts") || has("dependencies") || has("devDependencies"))) {
    return { what: "the package.json of a program", cure: ONE_PAGE };
  }
  const kind = jsonExportKind(value);
  if (kind !== null) return { what: EXPORT_KINDS[kind], cure: cureOf(kind) };
  if (has("type", "features")) return { what: "GeoJSON", cure: ONE_PAGE };
  if (has("openapi") || has("swagger")) return { what: "an OpenAPI document", cure: ONE_PAGE };
  return null;
}

function foreignOpening(opening: string): Foreign | null {
  for (const [pattern, what, cure] of OPENINGS) if (pattern.test(opening)) return { what, cure };
  return null;
}

/** Records of a table that are counted. */
const RECORDS = 6;
/** Characters that hold so many records; a cell may be a whole article. UTF-16 units. */
const TABLE = 200_000;
/** One cell and what ends it (RFC 4180, section 2), by separator. */
const TABLES: [what: string, separator: string, cell: RegExp][] = [
  ["a table (TSV)", "\t", /("[^"]*(?:""[^"]*)*"|[^\t\r\n]*)(\t|\r?\n|$)/y],
  ["a table (CSV)", ";", /("[^"]*(?:""[^"]*)*"|[^;\r\n]*)(;|\r?\n|$)/y],
  ["a table (CSV)", ",", /("[^"]*(?:""[^"]*)*"|[^,\r\n]*)(,|\r?\n|$)/y],
];
const COLUMN = /^[\p{L}_#][\p{L}\p{N}_.:/()#-]*(?: [\p{L}\p{N}_.:/()#-]+){0,2}$/u;

/** A first line of short names without spaces behind the separators, and below it lines with as many cells. */
function foreignTable(decoded: string): Foreign | null {
  const text = decoded.slice(0, TABLE).trimStart();
  for (const [what, separator, cell] of TABLES) {
    const [header = [], ...rows] = recordsOf(text, separator, cell);
    const isHeader = header.every((name) => name.length <= 40 && COLUMN.test(name)) && new Set(header).size === header.length;
    // Two words with a comma between them may be a headline.
    const isPlain = header.length > 2 || (header.length === 2 && header.every((name) => /^[a-z_]+$/.test(name)));
    if (isHeader && isPlain && rows.length > 0 && rows.every((row) => row.length === header.length)) return { what, cure: ROWS };
  }
  return null;
}

/** The first records of a table, as far as they are whole. */
function recordsOf(text: string, separator: string, cell: RegExp): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  cell.lastIndex = 0;
  while (records.length < RECORDS && cell.lastIndex < text.length) {
    const found = cell.exec(text);
    // Behind a closing quotation mark stands something else: prose that begins with a quote.
    if (found === null) return records;
    cells.push((found[1] ?? "").replace(/^"([\s\S]*)"$/, "$1"));
    if (found[2] === separator) continue;
    if (cell.lastIndex >= TABLE) break;
    records.push(cells);
    cells = [];
  }
  return records;
}
