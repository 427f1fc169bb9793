import { Article } from "../../../../article/model/schema.ts";
import { firstRead } from "../../first-read.ts";
import { licenceOf } from "../../parts/read-rights.ts";
import type { RawDocument } from "../../raw-document.ts";
import type { PageDocument } from "../dom.ts";
import { decodeTwice } from "../double-encoded.ts";
import type { PageBlock, PageBlocks } from "../page-blocks.ts";
import { authorNames, distinct } from "./author-names.ts";
import { visibleAuthors } from "./bylines.ts";
import { findHeadline } from "./headline.ts";
import { type Fields, type LinkedData, readLinkedData, text } from "./linked-data.ts";
import { type Meta, readMeta } from "./meta-elements.ts";
import { readEntry } from "./microformats.ts";
import { pageDates } from "./page-dates.ts";
import { siteInTitle, siteNames } from "./site-names.ts";
import type { Surroundings } from "./surroundings.ts";

/** No headline is longer; the time to look for separators in it is bounded. UTF-16 units. */
const MAX_TITLE = 1_000;
const AUTHORS = [
  ..."author byl byline article:author article:author_name article_author dc.creator dcterms.creator dc.creator.personalname".split(" "),
  ..."parsely-author sailthru.author cxenseparse:author authors citation_author og:article:author rbauthors vr:author".split(" "),
  ..."shareaholic:article_author_name page.author article.author creator og:author dc.contributor twitter:data1".split(" "),
];

/** What a page says about itself, and what was needed to find it. */
export interface PageMetadata {
  metadata: RawDocument["metadata"];
  /** The block that shows the headline. */
  headline: PageBlock | null;
  /** The names of the site. */
  sites: string[];
  /** What it says that the article is about. */
  descriptions: string[];
}

/**
 * What a page says about itself: JSON-LD, meta elements, microdata, microformats, and the headline, bylines and dates that it shows.
 * What is shown counts more than what is said to machines, since it is what readers know the article by.
 */
export function readPageMetadata(document: PageDocument, page: PageBlocks, shown: Surroundings): PageMetadata {
  const meta = readMeta(document);
  const pageTitle = document.querySelector("title")?.textContent?.trim().slice(0, MAX_TITLE) ?? "";
  const [social] = meta("og:title", "twitter:title", "sailthru.title", "parsely-title", "dc.title");
  const linked = readLinkedData(document, social ?? pageTitle);
  const article = { ...readEntry(document), ...linked.article };
  const data = { ...linked, article };
  const attribute = (selector: string, name: string): string | null => document.querySelector(selector)?.getAttribute(name) ?? null;
  const sites = siteNames(data, meta);
  const titles = [text(article.headline), social, text(article.name), pageTitle].filter((title) => title !== null && title !== undefined);
  const sourceUrl = firstRead(
    [attribute('link[rel="canonical"]', "href"), ...meta("og:url"), addressOf(article.mainEntityOfPage), text(article.url)],
    (url) => Article.shape.sourceUrl.safeParse(url).data,
  );
  const hosts = hostNames(sourceUrl);
  const { title, block } = findHeadline(
    page,
    shown.first,
    titles.map((written) => decodeTwice(written.slice(0, MAX_TITLE)).text),
    [...sites, ...hosts],
  );
  const licence = text(article.license) ?? attribute('link[rel="license"], a[rel="license"]', "href");
  const metadata = {
    title: title === null ? null : decodeTwice(title).text,
    language: firstRead([attribute("html", "lang"), text(article.inLanguage), ...meta("content-language")], (tag) => {
      return Article.shape.language.safeParse(tag.replaceAll("_", "-")).data;
    }),
    ...pageDates(article, meta, shown, sourceUrl),
    sourceUrl,
    publisher: sites[0] ?? siteInTitle(pageTitle, title ?? "", hosts),
    image: firstRead(
      [
        pictureOf(data.follow(article.image)),
        ...meta("og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src"),
      ],
      (url) => Article.shape.sourceUrl.safeParse(url).data,
    ),
    categories: distinct(meta("article:section", "article:tag")),
    authors: authorsOf(data, meta, visibleAuthors(shown, sites), sites),
    rights: rightsOf(article, data, meta),
    licence: licence === null ? null : licenceOf(licence),
  };
  const descriptions = [
    text(article.description),
    text(article.alternativeHeadline),
    ...meta("description", "og:description", "twitter:description"),
  ];
  return { metadata, headline: block, sites, descriptions: descriptions.filter((words) => words !== null) };
}

/** The visible byline, unless what is said to machines names all of it and more. */
function authorsOf({ article, follow }: LinkedData, meta: Meta, visible: string[], sites: string[]): string[] {
  const named = (own: string[]): string[] => {
    const linked = distinct(namesOf(follow(article.author ?? article.creator)).flatMap((name) => authorNames(name, own)));
    return linked.length > 0 ? linked : distinct(meta(...AUTHORS).flatMap((name) => authorNames(name, own)));
  };
  const said = named(sites);
  const all = distinct([...visible, ...said]);
  if (visible.length > 0) return all.length === said.length ? said : visible;
  if (said.length > 0) return said;
  // "CBS News" as the author of CBS News: only where linked data says that it is.
  return distinct(namesOf(follow(article.author)).flatMap((name) => authorNames(name)));
}

function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesOf);
  if (typeof value === "object" && value !== null) {
    const { name, givenName, familyName } = value as Fields;
    if (name === undefined && text(givenName) !== null) return [`${text(givenName)} ${text(familyName) ?? ""}`.trim()];
    return Array.isArray(name) ? name.slice(0, 20).flatMap(namesOf) : namesOf(text(name));
  }
  const name = text(value);
  return name === null || /^https?:/i.test(name) ? [] : [name];
}

function rightsOf(article: Fields, { follow }: LinkedData, meta: Meta): string | null {
  const holder = namesOf(follow(article.copyrightHolder))[0];
  const year = text(article.copyrightYear);
  if (holder === undefined) return meta("copyright", "dcterms.rights", "dc.rights")[0] ?? null;
  return `©${year === null ? "" : ` ${year}`} ${holder}`;
}

/** "post.example" and "post" of "https://www.post.example/ferry": a page may put either behind its title. */
function hostNames(address: string | null): string[] {
  const host = /^https?:\/\/(?:(?:www|m|amp|blog|news)\.)?([a-z\d.-]{4,80})(?:[/:?#]|$)/i.exec(address ?? "")?.[1];
  return host === undefined ? [] : [host, host.replace(/(?:\.(?:co|com|org|net|gov|ac))?\.[a-z]{2,7}$/i, "")];
}

/** The address of a picture in JSON-LD: the first of a list, and of an ImageObject its `url`. */
function pictureOf(value: unknown): string | null {
  if (Array.isArray(value)) return pictureOf(value[0]);
  if (typeof value !== "object" || value === null) return text(value);
  const { url, contentUrl, "@id": id } = value as Fields;
  return text(url) ?? text(contentUrl) ?? text(id);
}

function addressOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? text((value as Fields)["@id"]) : text(value);
}
