import { HttpProblem } from "./problem.ts";

// What is not there, in the same words for programs and for people; each is told the list of its own.

export function articleNotFound(slug: string, list = "/v1/articles"): HttpProblem {
  return new HttpProblem("article-not-found", `There is no article "${slug}". ${list} lists all of them.`);
}

export function speakerNotFound(id: string, list = "/v1/speakers"): HttpProblem {
  return new HttpProblem("speaker-not-found", `There is no speaker "${id}". ${list} lists all of them.`);
}

export function quoteNotFound(id: string, list = "/v1/quotes"): HttpProblem {
  return new HttpProblem("quote-not-found", `There is no quote "${id}". ${list} lists all of them.`);
}

export function quoteRemoved(id: string): HttpProblem {
  return new HttpProblem("quote-removed", `The quote "${id}" was removed; it was no quote after all.`);
}
