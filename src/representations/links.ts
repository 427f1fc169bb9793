/** The public address of this service. */
export interface Site {
  /** `PUBLIC_URL`: absolute, http or https, with or without a path; a slash at the end is ignored. */
  readonly publicUrl: string;
}

// Routes, links in code and the answer cache have addresses as they reach the server. A proxy may serve it below a path and
// strip that path, so every address that leaves the server goes through one of the next two functions.

/**
 * An address of this service as its clients have it, absolute.
 *
 * @param path path-absolute as routes have it, with or without a query, or a URI template: `/v1/quotes?limit=2`
 */
export function urlOn(site: Site, path: string): string {
  return site.publicUrl.replace(/\/$/, "") + path;
}

/** The same address path-absolute, for what is read in an answer of this service: `/v1/quotes` with the path of `PUBLIC_URL` before it. */
export function pathOn(site: Site, path: string): string {
  return urlOn(site, path).replace(/^https?:\/\/[^/]*/, "");
}

/** The service for addresses that are path-absolute. */
export function pathSite(site: Site): Site {
  return { publicUrl: pathOn(site, "") };
}

/** Words of our own with the addresses in backticks as clients have them. */
export function wordsOn(site: Site, words: string): string {
  return words.replaceAll("`/", `\`${pathOn(site, "/")}`);
}

// Ids in JSON-LD, ninjs and feeds are the addresses of pages: they have no API version, so they outlive `/v1`, and they can
// be opened. A `tag:` URI would need an authority and a date, which are not known here.

/** The page of an article, and the article's id wherever one must be absolute. */
export function articleUrl(site: Site, slug: string): string {
  return urlOn(site, `/articles/${segment(slug)}`);
}

/** The page of a quote, and the quote's id wherever one must be absolute. */
export function quoteUrl(site: Site, id: string): string {
  return urlOn(site, `/quotes/${segment(id)}`);
}

/** The page of a speaker, and the speaker's id wherever one must be absolute. */
export function speakerUrl(site: Site, id: string): string {
  return `${speakersUrl(site)}/${segment(id)}`;
}

/** The page of all speakers, and the prefix of their ids. */
export function speakersUrl(site: Site): string {
  return urlOn(site, "/speakers");
}

/** The text that spans refer to: `text/plain`, UTF-8. */
export function textUrl(site: Site, slug: string): string {
  return `${apiArticleUrl(site, slug)}/text`;
}

/** The article in the API. */
export function apiArticleUrl(site: Site, slug: string): string {
  return urlOn(site, `/v1/articles/${segment(slug)}`);
}

/** An address of an article or a part of it, as of a former revision; `null` for the present one. */
export function atRevision(url: string, former: string | null): string {
  return former === null ? url : `${url}?revision=${former}`;
}

/** The quote in the API. */
export function apiQuoteUrl(site: Site, id: string): string {
  return urlOn(site, `/v1/quotes/${segment(id)}`);
}

/** The speaker in the API. */
export function apiSpeakerUrl(site: Site, id: string): string {
  return urlOn(site, `/v1/speakers/${segment(id)}`);
}

/** A source's URL in normal form, without spaces, quotation marks and angle brackets; `null` when it is not a URL. */
export function externalUrl(url: string | null): string | null {
  return url === null ? null : (URL.parse(url)?.href ?? null);
}

// encodeURIComponent throws on a lone surrogate, which the id of a speaker in an editor's file may contain.
function segment(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
