import { Article } from "../../../article/model/schema.ts";
import { WHOLE_PAGE } from "../../../extraction/reading/html/read-html.ts";
import { toMoment } from "../../../extraction/reading/parts/dates/moment.ts";
import { distinctWords, type ExportedArticle, escapeHtml } from "./exported.ts";

/**
 * The raw file that is kept of an exported article: a page with nothing around the article, whose head says what the export says
 * of it. Imported by itself it gives the same article again. Dates, addresses and languages that are none are left out.
 */
export function pageOf(article: ExportedArticle): Uint8Array {
  const title = article.title.replace(/\s+/g, " ").trim();
  const address = (url: string | null) => Article.shape.sourceUrl.safeParse(url?.trim()).data ?? null;
  const language = Article.shape.language.safeParse(article.language?.trim().replaceAll("_", "-")).data ?? null;
  const url = address(article.url);
  const said: [string, string | null | undefined][] = [
    ['property="og:title"', title],
    ...distinctWords(article.authors).map((name): [string, string] => ['name="author"', name]),
    ['property="article:published_time"', toMoment(article.publishedAt ?? "")],
    ['property="article:modified_time"', toMoment(article.updatedAt ?? "")],
    ...distinctWords(article.categories).map((name): [string, string] => ['property="article:tag"', name]),
    ['property="og:site_name"', article.publisher?.trim()],
    ['property="og:image"', address(article.image)],
    ['name="copyright"', article.rights?.replace(/\s+/g, " ").trim()],
  ];
  const lines = [
    "<!doctype html>",
    language === null ? "<html>" : `<html lang="${escapeHtml(language)}">`,
    `<head>\n<meta charset="utf-8">\n<meta name="generator" content="${WHOLE_PAGE}">`,
    title === "" ? null : `<title>${escapeHtml(title)}</title>`,
    url === null ? null : `<link rel="canonical" href="${escapeHtml(url)}">`,
    ...said.map(([name, words]) => (words ? `<meta ${name} content="${escapeHtml(words)}">` : null)),
    "</head>\n<body>\n<article>",
    title === "" ? null : `<h1>${escapeHtml(title)}</h1>`,
    article.standfirst ? `<div class="standfirst">${article.standfirst}</div>` : null,
    withoutHead(article.html).trim(),
    "</article>\n</body>\n</html>\n",
  ];
  return new TextEncoder().encode(lines.filter((line) => line !== null).join("\n"));
}

/** What stands in a text and says something of a page: plug-ins write linked data there, which the export knows better. */
function withoutHead(html: string): string {
  return html.replace(/<(script|style|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(?:meta|link|base)\b[^>]*(?:>|$)/gi, "");
}
