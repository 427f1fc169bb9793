import { decodeHTMLStrict } from "entities";
import { Article } from "../../../article/model/schema.ts";
import { fold } from "../../../article/words/fold.ts";
import { toMoment } from "../parts/moment.ts";
import { licenceOf } from "../parts/read-rights.ts";
import type { RawDocument } from "../raw-document.ts";
import { shownText } from "./blocks.ts";
import type { PageDocument } from "./page.ts";

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;
type Fields = Record<string, unknown>;

/** What a page says about itself: JSON-LD first, then meta and link elements, then `<time>` and `<html lang>`. */
export function readPageMetadata(document: PageDocument): RawDocument["metadata"] {
  const linked = linkedArticle(document) ?? {};
  const meta = metaOf(document);
  const attribute = (selector: string, name: string): string | null => document.querySelector(selector)?.getAttribute(name) ?? null;
  const title = words(linked.headline) ?? withoutSite(meta("og:title"), meta("og:site_name"));
  const moment = (...candidates: (string | null)[]): string | null => first(candidates, toMoment);
  const authors = namesOf(linked.author);
  const holder = namesOf(linked.copyrightHolder)[0];
  const year = words(linked.copyrightYear);
  const licence = words(linked.license) ?? attribute('link[rel="license"], a[rel="license"]', "href");
  return {
    title: title === null ? null : asOnThePage(title, document),
    language: first(
      [attribute("html", "lang"), words(linked.inLanguage), meta("content-language")],
      (tag) => Article.shape.language.safeParse(tag.replaceAll("_", "-")).data,
    ),
    publishedAt: moment(
      words(linked.datePublished),
      meta("article:published_time"),
      meta("date"),
      meta("dc.date"),
      meta("parsely-pub-date"),
      attribute('time[itemprop="datePublished"], time[pubdate]', "datetime"),
      attribute("article time[datetime], main time[datetime]", "datetime"),
    ),
    updatedAt: moment(
      words(linked.dateModified),
      meta("article:modified_time"),
      meta("og:updated_time"),
      attribute('time[itemprop="dateModified"]', "datetime"),
    ),
    sourceUrl: first(
      [attribute('link[rel="canonical"]', "href"), meta("og:url"), addressOf(linked.mainEntityOfPage), words(linked.url)],
      (url) => Article.shape.sourceUrl.safeParse(url).data,
    ),
    publisher: null,
    authors:
      authors.length > 0
        ? authors
        : [meta("author")].flatMap((name) => (name === null || /[:/@]/.test(name) ? [] : [name.replace(/^by /i, "")])),
    rights: holder === undefined ? (meta("copyright") ?? meta("dcterms.rights")) : `©${year === null ? "" : ` ${year}`} ${holder}`,
    licence: licence === null ? null : licenceOf(licence),
  };
}

function first<T>(candidates: (string | null)[], read: (value: string) => T | null | undefined): T | null {
  for (const candidate of candidates) {
    const value = candidate === null ? null : read(candidate);
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

function metaOf(document: PageDocument): (name: string) => string | null {
  const named = new Map<string, string>();
  for (const element of document.querySelectorAll("meta")) {
    const name =
      element.getAttribute("property") ??
      element.getAttribute("name") ??
      element.getAttribute("itemprop") ??
      element.getAttribute("http-equiv");
    const content = element.getAttribute("content")?.trim();
    if (name && content && !named.has(name.toLowerCase())) named.set(name.toLowerCase(), content.slice(0, 2000));
  }
  return (name) => named.get(name) ?? null;
}

/** The first JSON-LD object of an article type, also inside `@graph`; broken JSON is passed over. */
function linkedArticle(document: PageDocument): Fields | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = findArticle(JSON.parse(script.textContent ?? ""), 0);
      if (found !== null) return found;
    } catch {
      // The page's own mistake; its meta elements are read instead.
    }
  }
  return null;
}

function findArticle(value: unknown, depth: number): Fields | null {
  if (depth > 4 || typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findArticle(item, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const fields = value as Fields;
  const types = [fields["@type"]].flat();
  if (types.some((type) => typeof type === "string" && ARTICLE_TYPE.test(type))) return fields;
  return findArticle(fields["@graph"], depth + 1) ?? findArticle(fields.mainEntity, depth + 1);
}

function words(value: unknown): string | null {
  if (Array.isArray(value)) return words(value[0]);
  if (typeof value !== "string" && typeof value !== "number") return null;
  const plain = decodeHTMLStrict(String(value)).toWellFormed().trim();
  return plain === "" ? null : plain;
}

function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesOf);
  if (typeof value === "object" && value !== null) return namesOf((value as Fields).name);
  const name = words(value);
  return name === null || /^https?:/i.test(name) ? [] : [name.replace(/^by /i, "")];
}

function addressOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? words((value as Fields)["@id"]) : words(value);
}

/** "Tolls rise | Ferry Post" of the site "Ferry Post" is "Tolls rise". */
function withoutSite(title: string | null, site: string | null): string | null {
  if (title === null || site === null || !title.endsWith(site)) return title;
  return (
    title
      .slice(0, -site.length)
      .replace(/\s*[|–—:·-]\s*$/u, "")
      .trim() || title
  );
}

/** The page's own heading where it has the same words: it keeps the marks that metadata lose. */
function asOnThePage(title: string, document: PageDocument): string {
  const words = fold(title);
  for (const heading of document.querySelectorAll("h1")) {
    const text = shownText(heading);
    if (text.length < 1000 && words !== "" && fold(text) === words) return text;
  }
  return title;
}
