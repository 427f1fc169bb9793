import { pathOn, type Site, urlOn } from "../../representations/links.ts";
import { isMain, type ProjectDocument } from "../docs/document-pages.ts";

/**
 * `/llms.txt` as https://llmstxt.org has it: a title, a summary in a quotation, and lists of links, for a language model that has
 * come here and wants to know what there is.
 *
 * @param hasMcp whether the Model Context Protocol is served
 */
export function llmsTxt(documents: ProjectDocument[], hasMcp: boolean, site: Site): string {
  const to = (path: string) => pathOn(site, path);
  const link = (title: string, path: string, words: string) => `- [${title}](${urlOn(site, path)}): ${words}`;
  return `# Verbatim

> News articles as data: their text, and every quote in them with its exact place, its speaker, the words that report it, and how sure the attribution is. Reading needs no key and no account.

Quote people by recorded words only. "kind" says whether words are the speaker's own ("direct", "mixed") or the reporter's ("indirect"); "confidence" says how sure the attribution is. Before you repeat a quotation, check it: ${to("/v1/verify?quote=")} with the words. The words belong to those whom "rights" names with each article: name the speaker, the article and its publisher, and link the page of the quote.

## Ask

${[
  link("Quotes", "/v1/quotes", 'newest first; "q" looks for words, others filter by speaker, kind, date, publisher'),
  link("Articles", "/v1/articles", 'newest first; "q" looks for words; one article is text with ?format=markdown or ?format=text'),
  link("Speakers", "/v1/speakers", `everyone who is quoted; ${to("/v1/speakers/{id}/quotes")} is everything one person said`),
  link("Statistics", "/v1/statistics?by=speaker", "quotes counted by speaker, kind, year and more"),
  link("Checking a quotation", "/docs/search", "whether somebody said exactly these words, who, and where"),
  link("Checking a whole text", "/docs/verification", `POST it to ${to("/v1/verifications")}; nothing is stored`),
].join("\n")}

## API

${[
  ...(hasMcp ? [link("MCP server", "/mcp", "the same as tools: Model Context Protocol over Streamable HTTP, without a key")] : []),
  link("OpenAPI document", "/openapi.json", "every operation with its parameters and answers"),
  link("Getting started", "/docs/getting-started", "the API in eight commands, with their answers"),
  link("Reference", "/docs", "every operation, to read and to try in a browser"),
  link("Problems", "/problems", "what each error means and what to do"),
].join("\n")}

## Documents

${documents
  .filter(isMain)
  .map(({ title, path }) => `- [${title}](${urlOn(site, path)})`)
  .join("\n")}

## Optional

${[
  link("Sitemap", "/sitemap.xml", "every page of articles, quotes and speakers"),
  link("Feed of new articles", "/v1/feeds/articles.atom", `Atom; ${to("/v1/feeds/articles.json")} is JSON Feed`),
].join("\n")}
`;
}
