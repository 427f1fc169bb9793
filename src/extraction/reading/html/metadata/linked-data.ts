import { decodeHTMLStrict } from "entities";
import { fold } from "../../../../article/words/fold.ts";
import type { PageDocument } from "../dom.ts";
import { mendedJson } from "./mended-json.ts";

/** An object of JSON-LD that has not been checked. */
export type Fields = Record<string, unknown>;

/** Types of schema.org that are an article; all subtypes of Article but one end in "Article". */
const ARTICLE = /(?:Article|(?:Blog|SocialMedia|DiscussionForum|LiveBlog)Posting|Report|ClaimReview|CriticReview|MedicalWebPage|^Review)$/;
/** What says less of the article than the article itself. */
const PAGE = /(?:^|[/:#])(?:WebPage|ItemPage|NewsPage|AboutPage|CollectionPage|VideoObject)$/;
const SITE = /(?:^|[/:#])(?:WebSite|\w*Organization)$/;
/** More objects are not read: the largest pages have a few hundred. */
const MAX_NODES = 5_000;
const MAX_DEPTH = 8;
/** Fields whose articles are others: of a list, quoted, or linked to. */
const OTHERS = /^(?:itemListElement|citation|mentions|relatedLink|isBasedOn)$/;

/** What the JSON-LD of a page says of the article and of its site. */
export interface LinkedData {
  /** The article, else the page; empty where there is neither. */
  article: Fields;
  /** The site or organisation. */
  site: Fields;
  /** A value, or what the page says elsewhere of the thing it points to by `@id`. */
  follow: (value: unknown) => unknown;
}

/**
 * What the JSON-LD of a page says of its article. It is read leniently: comments, CDATA, raw line breaks in strings, and
 * commas and semicolons at the end are passed over, as crawlers do.
 */
export function readLinkedData(document: PageDocument, title: string): LinkedData {
  const nodes: Fields[] = [];
  const listed = new Set<Fields>();
  for (const script of document.querySelectorAll("script")) {
    if (!/^\s*application\/(?:ld\+json|json\+ld)\b/i.test(script.getAttribute("type") ?? "")) continue;
    for (const value of parseLeniently(script.textContent ?? "")) collect(value, nodes, listed, 0);
  }
  const known = new Map<string, Fields>();
  for (const node of nodes) {
    const id = node["@id"];
    if (typeof id === "string") known.set(id, { ...known.get(id), ...node });
  }
  const articles = nodes.filter((node) => isOf(node, ARTICLE));
  const words = fold(title);
  const own = articles.filter((node) => !listed.has(node));
  const same = words === "" ? undefined : articles.find((node) => fold(text(node.headline ?? node.name) ?? "") === words);
  return {
    article: same ?? own.find((node) => node.headline !== undefined) ?? own[0] ?? nodes.find((node) => isOf(node, PAGE)) ?? {},
    site: nodes.find((node) => isOf(node, SITE) && node.name !== undefined) ?? {},
    follow: (value) => follow(value, known),
  };
}

/** The text of a JSON value; of a list, the first. Entities that the page has left in it are decoded. */
export function text(value: unknown): string | null {
  if (Array.isArray(value)) return text(value[0]);
  if (typeof value !== "string" && typeof value !== "number") return null;
  const plain = decodeHTMLStrict(String(value)).toWellFormed().trim();
  return plain === "" ? null : plain;
}

function follow(value: unknown, known: Map<string, Fields>): unknown {
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => follow(item, known));
  if (typeof value !== "object" || value === null) return known.get(value as string) ?? value;
  const id = (value as Fields)["@id"];
  return typeof id === "string" ? { ...known.get(id), ...value } : value;
}

/** All objects in the order of the page, those inside others after them; those of a list or a reference are not the page's own. */
function collect(value: unknown, nodes: Fields[], listed: Set<Fields>, depth: number, isListed = false): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES || typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, listed, depth + 1, isListed);
    return;
  }
  nodes.push(value as Fields);
  if (isListed) listed.add(value as Fields);
  for (const [key, inner] of Object.entries(value)) collect(inner, nodes, listed, depth + 1, isListed || OTHERS.test(key));
}

function isOf(node: Fields, types: RegExp): boolean {
  return [node["@type"] ?? node.type].flat().some((type) => typeof type === "string" && types.test(type));
}

function parseLeniently(script: string): unknown[] {
  try {
    return [JSON.parse(script)];
  } catch {
    try {
      return [JSON.parse(mendedJson(script))];
    } catch {
      // The page's own mistake: its meta elements are read instead.
      return [];
    }
  }
}
