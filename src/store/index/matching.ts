import { type Probe, phrasesOf } from "../../article/words/probe.ts";
import { UNINFLECTED } from "../../article/words/searchable.ts";
import { exactly, type Pattern, type Patterns, type Sought } from "../../article/words/sought.ts";
import { type Condition, condition } from "./conditions.ts";

/** An FTS5 query for texts that have what is sought, each by its language. @param sought at least one in `all` */
export function matchingSought({ inflected, exact }: Sought): string {
  if (inflected === exact) return matching(exact);
  return `((${matching(inflected)}) NOT "${UNINFLECTED}") OR ("${UNINFLECTED}" AND (${matching(exact)}))`;
}

/** An FTS5 query for texts that have the patterns. Folded words hold nothing that FTS5 would read as syntax. @param patterns at least one in `all` */
function matching({ all, none }: Patterns): string {
  const wanted = all.map(anyOf).join(" AND ");
  return none.length === 0 ? wanted : `(${wanted}) NOT ${anyOf(none)}`;
}

/** An FTS5 query for texts that have one pattern of each list. */
export function matchingAll(all: Pattern[][]): string {
  return matching({ all, none: [] });
}

/** An FTS5 query for texts that have a probe. */
export function matchingProbe(probe: Probe): string {
  return matchingAll([phrasesOf(probe).map(exactly)]);
}

/** Rows that have what is sought in one text; without anything to find there are none. @param id expression of a rowid of the full-text table */
export function holding(id: string, table: string, sought: Sought): Condition {
  if (sought.exact.all.length === 0) return condition("false");
  return condition(`${id} IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, matchingSought(sought));
}

function anyOf(patterns: Pattern[]): string {
  return `(${patterns.map(({ words, isPrefix }) => `"${words.join(" ")}"${isPrefix ? " *" : ""}`).join(" OR ")})`;
}
