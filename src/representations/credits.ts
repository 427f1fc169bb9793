import type { Article, Credit } from "../article/model/schema.ts";

/** The credit lines of an article in the order of the text, each once: several people may share a line. */
export function creditLines(article: Pick<Article, "credits">): Credit[] {
  return [...new Map(article.credits.map((credit) => [credit.start, credit])).values()].sort((a, b) => a.start - b.start);
}

/** The credit lines before the running text (usually the byline, above or below a standfirst), and the others. */
export function creditsAround(article: Pick<Article, "credits" | "sections">): { before: Credit[]; after: Credit[] } {
  const body = article.sections.flatMap((section) => section.paragraphs).find(({ role }) => role !== "standfirst")?.start ?? 0;
  const lines = creditLines(article);
  return { before: lines.filter(({ start }) => start < body), after: lines.filter(({ start }) => start >= body) };
}

/** The names of the authors: those of the byline, else the reporters of the contact lines. */
export function authorNames(article: Pick<Article, "credits">): string[] {
  const named = (role: Credit["role"]) => article.credits.filter((credit) => credit.role === role).map((credit) => credit.name);
  const byline = named("author");
  return [...new Set(byline.length > 0 ? byline : named("reporter"))];
}
