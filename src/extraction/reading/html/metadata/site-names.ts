import { fold } from "../../../../article/words/fold.ts";
import { type LinkedData, text } from "./linked-data.ts";
import type { Meta } from "./meta-elements.ts";

const MAX_NAME = 80;
/** A longer name is a title that stands in the wrong place. */
const MAX_WORDS = 6;

/** All names that a page gives its site, the most trusted first: linked data, then meta elements. */
export function siteNames({ article, site, follow }: LinkedData, meta: Meta): string[] {
  const publisher = follow(article.publisher);
  const names = [
    nameOf(publisher),
    ...meta(
      "og:site_name",
      "application-name",
      "apple-mobile-web-app-title",
      "dc.publisher",
      "dcterms.publisher",
      "citation_journal_title",
    ),
    nameOf(follow(article.sourceOrganization)),
    nameOf(site),
    ...meta("publisher", "copyright-holder", "cre", "source", "twitter:app:name:iphone"),
  ];
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const cleaned = name === null ? null : cleanName(name);
    if (cleaned === null || seen.has(fold(cleaned))) return [];
    seen.add(fold(cleaned));
    return [cleaned];
  });
}

/** A name without what search engines are to read behind it: "Ferry Post | News of the Strait", "Ferry Post: latest news". */
function cleanName(name: string): string | null {
  const [first = ""] = name
    .replace(/\s+/g, " ")
    .trim()
    .split(/\s+[|•·–—]\s+|\s+-\s+|:\s+/u);
  const bare = first.replace(/^https?:\/\/(?:www\.)?|^www\.|\/$/gi, "").trim();
  return bare === "" ||
    bare.length > MAX_NAME ||
    bare.split(" ").length > MAX_WORDS ||
    /^[@#]|[{}<>]/.test(bare) ||
    !/\p{L}/u.test(bare) ||
    /[/]/.test(bare)
    ? null
    : bare;
}

/** "Ferry stays | Ferry Post" names the site where the page shows "Ferry stays", or stands at ferrypost.example. */
export function siteInTitle(title: string, headline: string, hosts: string[]): string | null {
  const words = fold(headline);
  const isHost = (part: string): boolean => hosts.some((host) => squeeze(host) === squeeze(part));
  for (const { index, 0: separator } of title.matchAll(/\s*[|•·»«]\s*|\s+[-–—]\s+|\s+::\s+/gu)) {
    const [left, right] = [title.slice(0, index).trim(), title.slice(index + separator.length).trim()];
    if (fold(left) === words || isHost(right)) return cleanName(right);
    if (fold(right) === words || isHost(left)) return cleanName(left);
  }
  return null;
}

function squeeze(name: string): string {
  return fold(name).replaceAll(" ", "");
}

function nameOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === "string") return text(one);
  return typeof one === "object" && one !== null ? text((one as { name?: unknown }).name) : null;
}
