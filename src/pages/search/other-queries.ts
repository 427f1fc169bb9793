import { foldWords } from "../../article/words/fold.ts";
import { MAX_QUERY } from "../../article/words/query-tokens.ts";
import { MAX_CLAIM_LENGTH } from "../../verification/claim.ts";
import { addresses } from "../addresses.ts";

const OPERATORS = /(?<![\p{L}\p{N}])(?:AND|OR|NOT)(?![\p{L}\p{N}])/gu;

/** Other ways to ask for the words of a query; none is asked for by the query itself. */
export interface OtherQueries {
  /** All of the words, whatever stands between them. */
  all: string | null;
  /** Any of the words. */
  any: string | null;
  /** The words side by side. */
  phrase: string | null;
}

/** Other queries for the words of a text; those that would be the same, or too long, are `null`. */
export function otherQueries(q: string): OtherQueries {
  const inOrder = foldWords(q.replace(OPERATORS, " ")).map(({ word }) => word);
  const words = [...new Set(inOrder)];
  const fitting = (query: string) => (query.length > MAX_QUERY || query === q || words.length === 0 ? null : query);
  const several = words.length > 1;
  return {
    all: fitting(words.join(" ")),
    any: several ? fitting(words.join(" OR ")) : null,
    phrase: several ? fitting(`"${inOrder.join(" ")}"`) : null,
  };
}

/** The address at which the words of a query are checked as a quote, as routes have it; a long text is put in by hand. */
export function checkAddress(q: string): string {
  return q.length > MAX_CLAIM_LENGTH || q.trim() === "" ? "/check" : addresses.check({ quote: q });
}

/** Filters that other search engines have inside of a query: `speaker:ada`, `publisher:"The Courier"`. */
const FIELD = /(?:^|\s)(speaker|publisher|source|credit|author|byline|language|lang|kind):(?:"([^"]+)"|(\S+))/u;
const PARAMETERS: Record<string, string> = { source: "publisher", author: "credit", byline: "credit", lang: "language" };

/** The filter that a query was meant to have, and the query without it; `null` for a query without such words. */
export function filterInQuery(q: string): { name: string; value: string; rest: string } | null {
  const found = FIELD.exec(q);
  if (found === null) return null;
  const [whole, field = "", quoted, bare = ""] = found;
  return { name: PARAMETERS[field] ?? field, value: quoted ?? bare, rest: q.replace(whole, " ").trim() };
}
