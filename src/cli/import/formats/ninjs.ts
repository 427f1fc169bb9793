import { isRightsLine } from "../../../extraction/reading/parts/read-rights.ts";
import { BARE, distinctWords, EMBARGOED, type ExportedItem, hasWords, htmlOfText, isAfter, plainWords } from "./exported.ts";
import { type JsonObject, objectsOf, wordsOf } from "./json-values.ts";

/** What items of other types than text are called in a report. */
const TYPES: Record<string, string> = {
  picture: "pictures",
  graphic: "graphics",
  audio: "sound files",
  video: "videos",
  composite: "packages",
  event: "events",
  planning: "plans",
};

const RENDITIONS = " Its renditions are files of their own: download the one with the text, and import it.";

/**
 * A news item in ninjs 1, 2 or 3 (IPTC): a text that may be published becomes an article. Version 3 writes in camel case what
 * those before write in lower case; version 1 has one `headline` and bodies by name.
 */
export function ninjsItem(value: JsonObject, now: Date): ExportedItem {
  const item = lowerCased(value);
  const type = wordsOf(item.type)?.toLowerCase() ?? "text";
  if (type !== "text" && bodyOf(item) === null) return { passedOver: TYPES[type] ?? `items of type ${type}` };
  const status = wordsOf(item.pubstatus)?.toLowerCase() ?? "usable";
  if (status !== "usable") return { passedOver: `items that are ${status}` };
  if (isAfter(wordsOf(item.embargoed), now)) return EMBARGOED;
  const title = plainWords(headlineOf(item) ?? "");
  const html = bodyOf(item);
  if (html === null)
    return { title, refused: `The item has no text (none of its bodies holds words).${item.renditions ? RENDITIONS : ""}` };
  // An archive creates the item long after its content.
  const first = wordsOf(item.firstpublished) ?? wordsOf(item.contentcreated) ?? wordsOf(item.firstcreated);
  const version = wordsOf(item.versioncreated);
  return {
    article: {
      ...BARE,
      title,
      html,
      language: wordsOf(item.language),
      // An item with one date only was issued then.
      publishedAt: first ?? version,
      updatedAt: first === null || first === version ? null : version,
      url: wordsOf(item.uri),
      authors: authorsOf(item),
      categories: distinctWords(
        // Superdesk writes the section as a service.
        [item.service, item.subjects, item.subject, item.genres, item.genre].flatMap(objectsOf).map(({ name }) => wordsOf(name)),
      ),
      rights: rightsOf(wordsOf(item.copyrightnotice), wordsOf(item.copyrightholder)),
    },
  };
}

/** The notice, or the holder where the notice is none: some agencies put their terms of use there. */
function rightsOf(notice: string | null, holder: string | null): string | null {
  return (notice !== null && isRightsLine(notice)) || holder === null ? notice : `© ${holder}`;
}

/** The byline; where there is none, the authors that Superdesk lists. */
function authorsOf(item: JsonObject): string[] {
  const byline = wordsOf(item.by) ?? wordsOf(item.byline);
  const writers = objectsOf(item.authors).filter(({ role }) => role !== "editor");
  return distinctWords(byline === null ? writers.map(({ name }) => wordsOf(name)) : [byline]);
}

function lowerCased(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));
}

function headlineOf(item: JsonObject): string | null {
  const headlines = objectsOf(item.headlines).map(lowerCased);
  const main = headlines.find(({ role }) => role === "main") ?? headlines[0];
  return wordsOf(main?.value) ?? wordsOf(item.headline) ?? wordsOf(item.title);
}

/** The body with the most markup: of the same words plain text says less. HTML; `null` for none. */
function bodyOf(item: JsonObject): string | null {
  const bodies = objectsOf(item.bodies).map((body) => {
    const { contenttype, role, value } = lowerCased(body);
    return { type: (wordsOf(contenttype) ?? wordsOf(role) ?? "").toLowerCase(), words: wordsOf(value) ?? "" };
  });
  const named = Object.entries(item).flatMap(([name, words]) => {
    const [, form] = /^body_(\w+)$/.exec(name) ?? [];
    return form === undefined ? [] : [{ type: form, words: wordsOf(words) ?? "" }];
  });
  const all = [...bodies, ...named].filter(({ words }) => words !== "");
  const marked = all.find(({ type, words }) => /html/.test(type) && hasWords(words));
  if (marked !== undefined) return marked.words;
  // "text/vnd.IPTC.NITF" is XML, and not the text.
  const plain = all.find(({ type, words }) => !/xml|json|nitf/.test(type) && !/^\s*<(?:\?xml|nitf)\b/i.test(words) && hasWords(words));
  if (plain === undefined) return null;
  return /<p[\s>]/i.test(plain.words) ? plain.words : htmlOfText(plain.words);
}
