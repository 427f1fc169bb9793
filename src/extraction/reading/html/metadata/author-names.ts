import { fold } from "../../../../article/words/fold.ts";

/** "By", "Posted by", "Analysis by", "| BY:", "Por": what stands before the name. */
const OPENING =
  /^[\s|•·–—/-]*(?:(?:(?:posted|written|reported|produced|compiled|story|words|text|report|reporting|analysis|opinion|perspective|review|commentary|column|interview|essay|guest post)\s+)?by(?=[\s:])|(?:author|words|text|autor|von|par|por|di)(?=\s*:|\s+(?=\p{Lu})))\s*:?\s*/iu;
const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
/** What stands behind the names: a bar, a date, an address, an invitation. */
const CLOSING = new RegExp(
  `\\s*(?:[|•·\\n]|\\s[–—-]+\\s|\\s/\\s|(?:\\son)?\\s(?:[a-z]{2,6}day,?\\s+)?${MONTH}\\s+\\d|\\son\\s+[a-z]{2,6}day\\b|\\d|https?:|@|[([]|\\b(?:updated|published|posted|follow|contact|is an?|was an?|min read|for)\\b).*$`,
  "isu",
);
/** "Jane Roe Reporter": the role of two elements side by side. */
const TRAILING =
  /(?<=\S\s\S.*)\s+(?:(?:senior|staff|chief|contributing|special|freelance|guest|deputy|political|business|sports|features?|news)\s+){0,3}(?:reporter|writer|editor|correspondent|columnist|contributor|journalist|critic|blogger|photographer|producer)s?$/iu;
const BETWEEN = /\s*;\s*|\s*&\s*|,?\s+(?:and|with|und|et|y)\s+|,\s*/u;
const ROLE =
  /\b(?:writers?|correspondents?|reporters?|editors?|editor-at-large|at[- ]large|staff|columnists?|bureau|chief|analysts?|contributors?|contributing|professor|special|director|producer|critic|newsroom|agenc(?:y|ies)|wires?|desk|news|press|post|times|daily|media|journal|herald|tribune|gazette|magazine|radio|network|service|services|business|insider|sports?|online|tv|ap|afp|upi|cnn|bbc|reuters|bloomberg|m\.?d\.?|ph\.?d\.?|r\.?d\.?n?\.?|m\.?s\.?c?\.?|esq|mba|rn)\b|\.(?:com|org|net|co)\b/iu;
const NO_NAME =
  /\b(?:biography|authors?|by|profile|about|e-?mail|share|twitter|facebook|instagram|linkedin|comments?|updated|published|posted|archive|feed|view|read|more|stories|articles|subscribe|print|photo|image|website|anonymous|unknown|undefined|null|none)\b|https?:|www\.|[@/_\\<>{}=]/iu;
const WORD = /^(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’‘.-]*|(?:d|l|al|el|o|mc)[-'’]?\p{Lu}[\p{L}\p{M}'’-]*)$/u;
const PARTICLE =
  /^(?:de|la|las|los|van|von|der|den|di|da|dos|das|del|della|al|el|bin|ibn|bint|le|du|ter|ten|y|e|of|the|zu|af|av|wire|services|staff|and)$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const MAX_WORDS = 6;

/**
 * The people of a byline or of an author field: "Analysis by Jane Roe, Post Editor-at-large and Tom Poe" is Jane Roe and
 * Tom Poe. Roles, employers, addresses, dates and the site's own names are not people; an agency alone is the author.
 *
 * @param sites the names of the site, which write nothing.
 */
export function authorNames(words: string, sites: string[] = []): string[] {
  const plain = words.slice(0, 400).replace(/\s+/g, " ").replace(OPENING, "").replace(CLOSING, "").trim();
  const own = new Set(sites.map((site) => fold(site)));
  const names: string[] = [];
  const parts = plain.split(BETWEEN);
  // "Roe, Jane", as catalogues write it.
  if (parts.length === 2 && plain.includes(",") && parts.every((part) => isName(part) && !part.includes(" "))) {
    return [`${parts[1]} ${parts[0]}`];
  }
  for (const [at, part] of parts.entries()) {
    const name = part
      .replace(OPENING, "")
      .replace(/^[\s.,:-]+|[\s,:|-]+$/g, "")
      .replace(/(?<=\p{Ll}{2})\.$/u, "")
      .replace(TRAILING, "");
    if (SUFFIX.test(name) && names.length > 0) names.push(`${names.pop() ?? ""} ${name}`);
    else if (isName(name) && !own.has(fold(name)) && (at === 0 || !ROLE.test(name))) names.push(name);
    else if (at === 0 && !own.has(fold(name))) return [];
  }
  return distinct(names);
}

/** Names without those that say the same, whatever the case. */
export function distinct(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const words = fold(name);
    return words !== "" && !seen.has(words) && seen.add(words);
  });
}

function isName(words: string): boolean {
  const parts = words.split(" ");
  if (words.length < 2 || words.length > 80 || parts.length > MAX_WORDS || NO_NAME.test(words)) return false;
  return WORD.test(parts[0] ?? "") && parts.every((part) => WORD.test(part) || PARTICLE.test(part));
}
