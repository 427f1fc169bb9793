import { fold } from "../../../../article/words/fold.ts";

/** Between a title and the name of its site; a hyphen needs blanks, since it joins words. */
const SEPARATOR = "\\s*[|•·»«:⋆]+\\s*|\\s+(?:[-–—~/]+|::)\\s+|\\s*[–—]\\s*";

/** A title without the site's name at its end or its start, where a separator stands between. */
export function withoutSite(title: string, sites: string[]): string {
  let plain = title.replace(/\s+/g, " ").trim();
  for (let round = 0; round < 3; round += 1) {
    const before = plain;
    for (const site of sites) plain = withoutName(plain, site);
    if (plain === before) break;
  }
  return plain;
}

/** What a `<title>` says before and behind its separators: one of it may be the headline. */
export function piecesOf(title: string): string[] {
  const ends = [...title.matchAll(new RegExp(SEPARATOR, "gu"))].slice(0, 10);
  return ends.flatMap(({ index, 0: separator }) => [title.slice(0, index).trim(), title.slice(index + separator.length).trim()]);
}

/** "Ferry stays in Skerrow | The Skerrow Post": behind a bar stands the site, where a headline is left before it. */
export function withoutSuffix(title: string): string {
  const [left = ""] = title.split(/\s+[|•·»]\s+/u);
  return left.split(" ").length >= 3 ? left : title;
}

function withoutName(title: string, site: string): string {
  const name = fold(site).replaceAll(" ", "");
  if (name === "") return title;
  const ends = [...title.matchAll(new RegExp(SEPARATOR, "gu"))];
  for (const { index, 0: separator } of ends) {
    const [left, right] = [title.slice(0, index).trim(), title.slice(index + separator.length).trim()];
    if (left !== "" && fold(right).replaceAll(" ", "") === name) return left;
    if (right !== "" && fold(left).replaceAll(" ", "") === name) return right;
  }
  return title;
}
