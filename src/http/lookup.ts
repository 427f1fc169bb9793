import type { Article } from "../article/model/schema.ts";
import { lookUp } from "../store/look-up.ts";
import type { Found, Store } from "../store/store.ts";
import type { Answer } from "./answers/answer.ts";
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

export function quoteRemoved(id: string): HttpProblem {
  return new HttpProblem("quote-removed", `The quote "${id}" was removed; it was not a quote.`);
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
  throw missing;
}

/**
 * Answers with what `render` makes of an article, or redirects from an old slug.
 *
 * @param rest what follows the article's address
 * @throws HttpProblem `article-not-found`
 */
export async function answerArticle(
  store: Store,
  slug: string,
  rest: string,
  render: (article: Article, json: string) => Answer | Promise<Answer>,
): Promise<Answer> {
  const found = await lookUp(slug, (one) => store.article(one));
  const addressOf = (present: string) => `/v1/articles/${present}${rest}`;
  return answerFound(found, articleNotFound(slug), addressOf, (json) => render(JSON.parse(json) as Article, json));
}
