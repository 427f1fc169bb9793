import { ProtocolError, ProtocolErrorCode, ResourceNotFoundError } from "@modelcontextprotocol/server";
import type { ArticleSummary } from "../../article/model/items.ts";
import { foldWords } from "../../article/words/fold.ts";
import type { Term, Words } from "../../article/words/query.ts";
import { articleMarkdown } from "../../representations/markdown.ts";
import { rightsLine } from "../../representations/rights.ts";
import { lookUp } from "../../store/look-up.ts";
import { SORTS } from "../../store/sorts.ts";
import { nextCursorOf, pageRequest } from "../answers/paging.ts";
import { articleWithdrawn, presentArticle } from "../lookup.ts";
import type { Served } from "./tool.ts";

// Articles as resources. The scheme is the server's own: a client reads them here, not on the web (2025-11-25, Resources, "Common
// URI Schemes").
const PREFIX = "verbatim://articles/";

/** Resources on a page. */
const PAGE = 100;
/** Values of a completion at most, as the protocol has it. */
const MAX_COMPLETIONS = 100;

const TYPE = "text/markdown";

export const TEMPLATES = [
  {
    name: "article",
    title: "Article",
    uriTemplate: `${PREFIX}{slug}`,
    description: "A whole article as Markdown, with its rights and where it was first published.",
    mimeType: TYPE,
  },
];

/** A page of all articles, the newest first. @throws HttpProblem `invalid-cursor` */
export async function listResources({ store }: Served, cursor: string | undefined) {
  const request = pageRequest("/mcp/resources", { limit: PAGE, cursor }, SORTS.published);
  const page = await store.articles({ ...request });
  const next = nextCursorOf(page, request);
  return {
    resources: page.items.map((json) => resourceOf(JSON.parse(json) as ArticleSummary)),
    ...(next === null ? {} : { nextCursor: next }),
  };
}

function resourceOf({ slug, headline, publisher, publishedAt, wordCount, rights }: ArticleSummary) {
  const known = [publisher, publishedAt, `${wordCount} words`].filter((part) => part !== null);
  return {
    uri: PREFIX + encodeURIComponent(slug),
    name: slug,
    title: headline.text,
    description: `${known.join(", ")}. ${rightsLine(rights)}`,
    mimeType: TYPE,
  };
}

/** An article as Markdown; an old slug gives the present article. @throws ResourceNotFoundError */
export async function readResource({ store }: Served, uri: string) {
  const slug = slugIn(uri);
  const found = slug === null ? null : await lookUp(slug, (one) => store.article(one));
  if (found?.state === "withdrawn") throw new ResourceNotFoundError(uri.slice(0, 300), articleWithdrawn(found).message);
  const article = await presentArticle(store, found?.state === "moved" ? found.to : (slug ?? ""));
  if (article === null) throw notFound(uri);
  return { contents: [{ uri, mimeType: TYPE, text: articleMarkdown(article) }] };
}

/** The slug in an address of an article; `null` for other addresses. */
function slugIn(uri: string): string | null {
  if (!uri.startsWith(PREFIX)) return null;
  try {
    return decodeURIComponent(uri.slice(PREFIX.length)) || null;
  } catch {
    return null;
  }
}

function notFound(uri: string): ResourceNotFoundError {
  const shown = uri.slice(0, 300);
  return new ResourceNotFoundError(
    shown,
    `There is no resource "${shown}". Addresses are ${PREFIX}{slug}; resources/list has all of them.`,
  );
}

interface Completion {
  ref: { type: string; uri?: string };
  argument: { name: string; value: string };
}

/** Slugs that begin as the argument does, those of the newest articles first. @throws ProtocolError for another template or argument */
export async function completeSlug({ store }: Served, { ref, argument }: Completion) {
  if (ref.uri !== TEMPLATES[0]?.uriTemplate || argument.name !== "slug") {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Only "slug" of ${PREFIX}{slug} can be completed.`);
  }
  const page = await store.articles({ words: wordsOfSlug(argument.value), limit: MAX_COMPLETIONS });
  const slugs = page.items.map((json) => (JSON.parse(json) as ArticleSummary).slug).filter((slug) => slug.startsWith(argument.value));
  return { completion: { values: slugs, hasMore: page.next !== null } };
}

/** A slug is the words of its headline, as a rule; the last one is still being written. */
function wordsOfSlug(begun: string): Words | null {
  const words = foldWords(begun.replaceAll("-", " ")).map(({ word }) => word);
  const all = words.map((word, index): Term[] => [{ kind: index < words.length - 1 ? "phrase" : "prefix", words: [word] }]);
  return all.length === 0 ? null : { all, none: [] };
}
