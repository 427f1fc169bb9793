import { fold } from "../../../../article/words/fold.ts";
import { isName, isRole, withoutJob } from "../../parts/credits/names.ts";
import { unnamedAuthor, withoutOpening } from "../../parts/credits/openings.ts";

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
/** What stands behind the names: a bar, a date, an address, an invitation. */
const CLOSING = new RegExp(
  `\\s*(?:[|•·\\n]|\\s[–—-]+\\s|\\s/\\s|(?:\\son)?\\s(?:[a-z]{2,6}day,?\\s+)?${MONTH}\\s+\\d|\\son\\s+[a-z]{2,6}day\\b|\\d|https?:|@|[([]|(?<!\\p{L})(?:updated|published|posted|follow|contact|is an?|was an?|min read|for|publié|mis à jour|veröffentlicht|aktualisiert|stand|publicado|actualizado|pubblicato)(?!\\p{L})).*$`,
  "isu",
);
/** "Jane Roe (now) and Tom Poe (earlier)" of a live blog. */
const ASIDE = /\s\((?:now|and )?[\p{Ll}\s]{0,20}\)/gu;
const BETWEEN = /\s*;\s*|\s*&\s*|,?\s+(?:and|with|und|et|y|avec|mit|con)\s+|,\s*/u;
const NO_NAME =
  /\b(?:biography|authors?|by|profile|about|e-?mail|share|twitter|facebook|instagram|linkedin|comments?|updated|published|posted|archive|feed|view|watch|read|more|stories|articles|subscribe|print|photo|image|website|anonymous|unknown|undefined|null|none)\b|https?:|www\.|[@/_\\<>{}=]/iu;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/**
 * The people of a byline or of an author field: "Analysis by Jane Roe, Post Editor-at-large and Tom Poe" is Jane Roe and
 * Tom Poe. Roles, employers, addresses, dates and the site's own names are not people; an agency alone is the author.
 *
 * @param sites the names of the site, which write nothing.
 */
export function authorNames(words: string, sites: string[] = []): string[] {
  const plain = withoutOpening(words.slice(0, 400).replace(/\s+/g, " ").replace(ASIDE, "")).replace(CLOSING, "").trim();
  const unnamed = unnamedAuthor(plain);
  if (unnamed !== null) return [unnamed];
  const own = new Set(sites.map((site) => fold(site)));
  const names: string[] = [];
  const parts = plain.split(BETWEEN);
  // "Roe, Jane", as catalogues write it.
  if (parts.length === 2 && plain.includes(",") && parts.every((part) => isAuthor(part) && !part.includes(" "))) {
    return [`${parts[1]} ${parts[0]}`];
  }
  for (const [at, part] of parts.entries()) {
    const written = withoutOpening(part)
      .replace(/^[\s.,:-]+|[\s,:|-]+$/g, "")
      .replace(/(?<=\p{Ll}{2})\.$/u, "");
    const name = withoutJob(written);
    if (SUFFIX.test(name) && names.length > 0) names.push(`${names.pop() ?? ""} ${name}`);
    else if (isAuthor(name) && !own.has(fold(name)) && (at === 0 || !isEmployer(name))) names.push(name);
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

/** "Jane Roe, The Ferry Institute": where she works stands behind her name. */
function isEmployer(words: string): boolean {
  return isRole(words) || /^the /i.test(words);
}

function isAuthor(words: string): boolean {
  return words.length > 1 && !NO_NAME.test(words) && isName(words);
}
