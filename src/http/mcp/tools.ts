import type { Tool } from "./tool.ts";
import { getArticle } from "./tools/get-article.ts";
import { getSpeaker } from "./tools/get-speaker.ts";
import { searchArticles } from "./tools/search-articles.ts";
import { searchQuotes } from "./tools/search-quotes.ts";
import { verifyQuote } from "./tools/verify-quote.ts";
import { verifyText } from "./tools/verify-text.ts";

/** Every tool, in the order in which they are listed. */
export const TOOLS: readonly Tool[] = [searchQuotes, searchArticles, getArticle, getSpeaker, verifyQuote, verifyText];
