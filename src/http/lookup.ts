import { type Tombstone, withdrawalNotice } from "../article/model/history.ts";
import { lastWithQuote } from "../article/model/revisions.ts";
import type { Article } from "../article/model/schema.ts";
import { lostQuotePage, withdrawnPage } from "../pages/articles/gone-pages.ts";
import { type ArticlePlace, presentPlace } from "../representations/addressed.ts";
import { apiArticleUrl, atRevision, pathOn, type Site } from "../representations/links.ts";
import { lookUp } from "../store/look-up.ts";
import type { Found, Store } from "../store/store.ts";
import type { Answer } from "./answers/answer.ts";
import { CACHE_CONTROL } from "./answers/headers.ts";
import { HttpProblem } from "./problem.ts";

// Each problem names the list that holds what there is: one of the API for programs, a page for people.

export function articleNotFound(slug: string, list = "/v1/articles"): HttpProblem {
  return new HttpProblem("article-not-found", `There is no article "${slug}".`, {}, {}, listedAt(list));
}

export function speakerNotFound(id: string, list = "/v1/speakers"): HttpProblem {
  return new HttpProblem("speaker-not-found", `There is no speaker "${id}".`, {}, {}, listedAt(list));
}

export function quoteNotFound(id: string, list = "/v1/quotes"): HttpProblem {
  return new HttpProblem("quote-not-found", `There is no quote "${id}".`, {}, {}, listedAt(list));
}

/** The problem that an article, with everything of it, was withdrawn. */
export function articleWithdrawn({ slug, at, reason }: Pick<Tombstone, "slug" | "at" | "reason">): HttpProblem {
  return new HttpProblem("article-withdrawn", withdrawalNotice({ slug, at, reason }), { at, reason }).shownOn((site) =>
    withdrawnPage({ at, reason }, site),
  );
}

/** The problem that the article of a slug does not have a quote any more; it names the last text that had it, where one is kept. */
export async function quoteRemoved(
  id: string,
  slug: string,
  { store, site }: { store: Pick<Store, "revisions">; site: Site },
): Promise<HttpProblem> {
  const last = lastWithQuote(id, await store.revisions(slug));
  if (last === null) return new HttpProblem("quote-removed", `The quote "${id}" was removed; it was not a quote.`);
  const { revision, until, text, headline } = last;
  const path = atRevision(apiArticleUrl({ publicUrl: "" }, slug), revision);
  const detail = `The quote "${id}" is not in the article "${slug}" any more. It stood there until ${until}.`;
  const lastRevision = { revision, url: pathOn(site, path), until };
  return new HttpProblem("quote-removed", detail, { lastRevision }, {}, { path, does: "is the last text that had it." }).shownOn(() =>
    lostQuotePage({ slug, headline, revision, until, text }, site),
  );
}

function listedAt(path: string) {
  return { path, does: "lists all of them." };
}

/** The article of a slug; `null` when no article has it now. */
export async function presentArticle(store: Pick<Store, "article">, slug: string): Promise<Article | null> {
  const found = await store.article(slug);
  return found.state === "found" ? (JSON.parse(found.json) as Article) : null;
}

/**
 * Answers with what `render` makes of a resource, or redirects to the id it has now.
 *
 * @param missing thrown when there is no such resource
 * @param addressOf the address that takes the place of the one asked for, with the present id
 */
export async function answerFound(
  found: Found,
  missing: HttpProblem,
  addressOf: (id: string) => string,
  render: (json: string) => Answer | Promise<Answer>,
): Promise<Answer> {
  if (found.state === "found") return render(found.json);
  if (found.state === "moved") return { redirect: addressOf(encodeURIComponent(found.to)) };
  throw found.state === "withdrawn" ? articleWithdrawn(found) : missing;
}

/** Answers with what `render` makes of a quote, or redirects from an old id. @throws HttpProblem `quote-not-found`, `quote-removed` */
export async function answerQuote(
  given: { store: Store; site: Site },
  id: string,
  addressOf: (id: string) => string,
  render: (json: string) => Answer | Promise<Answer>,
): Promise<Answer> {
  const found = await lookUp(id, (one) => given.store.quote(one));
  if (found.state === "removed") throw await quoteRemoved(id, found.slug, given);
  return answerFound(found, quoteNotFound(id), addressOf, render);
}

/** Which text of an article is asked for, and where. */
interface AskedArticle {
  /** A present slug or an old one. */
  slug: string;
  /** What follows the article's address. */
  rest: string;
  /** `undefined` for the present text. */
  revision: string | undefined;
}

/**
 * Answers with what `render` makes of an article or of a former revision of it, or redirects from an old slug.
 *
 * @throws HttpProblem `article-not-found`, `article-withdrawn`, `revision-not-found`
 */
export async function answerArticle(
  store: Store,
  { slug, rest, revision }: AskedArticle,
  render: (article: Article, place: ArticlePlace) => Answer | Promise<Answer>,
): Promise<Answer> {
  const found = await lookUp(slug, (one) => store.article(one));
  const addressOf = (present: string) => `/v1/articles/${present}${rest}`;
  return answerFound(found, articleNotFound(slug), addressOf, async (json) => {
    const article = JSON.parse(json) as Article;
    if (revision === undefined || revision === article.revision) return render(article, presentPlace(article));
    const { former, before } = await formerRevision(store, article.slug, revision);
    const answer = await render(former.article, { slug: article.slug, former: revision });
    return ofFormer(answer, `/v1/articles/${encodeURIComponent(article.slug)}`, rest, before);
  });
}

/**
 * A former revision of an article, and the name of the one before it.
 * @param slug a present one
 * @param under where the list of revisions is: in the API for programs, a page for people
 * @throws HttpProblem `revision-not-found`
 */
export async function formerRevision(store: Pick<Store, "revisions">, slug: string, revision: string, under: "/v1" | "" = "/v1") {
  const all = await store.revisions(slug);
  const place = all.findIndex((one) => one.revision === revision);
  const former = all[place];
  if (former === undefined) {
    const detail = `The article "${slug}" has no revision "${revision}".`;
    throw new HttpProblem(
      "revision-not-found",
      detail,
      {},
      {},
      { path: `${under}/articles/${encodeURIComponent(slug)}/revisions`, does: "lists those it has." },
    );
  }
  return { former, before: all[place + 1]?.revision ?? null };
}

/** An answer that stays as it is, with links to the other versions of what it is of (RFC 5829). */
function ofFormer(answer: Answer, article: string, rest: string, before: string | null): Answer {
  if ("redirect" in answer) return answer;
  const links = [
    answer.headers?.link,
    `<${article}${rest}>; rel="latest-version"`,
    ...(before === null ? [] : [`<${atRevision(article + rest, before)}>; rel="predecessor-version"`]),
    `<${article}/revisions>; rel="version-history"`,
  ];
  const link = links.filter((one) => one !== undefined).join(", ");
  return { ...answer, headers: { ...answer.headers, "cache-control": CACHE_CONTROL.immutable, link } };
}
