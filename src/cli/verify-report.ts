import { addressedMatches, addressedSources } from "../representations/addressed.ts";
import type { Site } from "../representations/links.ts";
import type { CheckedQuote, TextVerification } from "../verification/text/text-verification.ts";

/** What `verbatim verify --json` prints of a file: the answer with the addresses that it has over HTTP. */
export function reportJson(file: string, { quotes, ...answer }: TextVerification, site: Site): string {
  const addressed = (quote: CheckedQuote) => (answer.sources === null ? addressedMatches(quote, site) : addressedSources(quote));
  return `${JSON.stringify({ file, quotes: quotes.map(addressed), ...answer })}\n`;
}
