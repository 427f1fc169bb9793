/** The public address of this service. */
export interface Site {
  /** `PUBLIC_URL`: absolute, http or https, with or without a path; a slash at the end is ignored. */
  publicUrl: string;
}

// Ids in JSON-LD, ninjs and feeds are the addresses of pages: they have no API version, so they outlive `/v1`, and they can
// be opened. A `tag:` URI would need an authority and a date, which are not known here.

/** The page of an article, and the article's id wherever one must be absolute. */
export function articleUrl(site: Site, slug: string): string {
  return `${base(site)}/articles/${segment(slug)}`;
}

/** The page of a quote, and the quote's id wherever one must be absolute. */
export function quoteUrl(site: Site, id: string): string {
  return `${base(site)}/quotes/${segment(id)}`;
}

/** The page of a speaker, and the speaker's id wherever one must be absolute. */
export function speakerUrl(site: Site, id: string): string {
  return `${speakersUrl(site)}/${segment(id)}`;
}

/** The page of all speakers, and the prefix of their ids. */
export function speakersUrl(site: Site): string {
  return `${base(site)}/speakers`;
}

/** The text that spans refer to: `text/plain`, UTF-8. */
export function textUrl(site: Site, slug: string): string {
  return `${apiArticleUrl(site, slug)}/text`;
}

/** The article in the API. */
export function apiArticleUrl(site: Site, slug: string): string {
  return `${base(site)}/v1/articles/${segment(slug)}`;
}

/** The quote in the API. */
export function apiQuoteUrl(site: Site, id: string): string {
  return `${base(site)}/v1/quotes/${segment(id)}`;
}

/** The speaker in the API. */
export function apiSpeakerUrl(site: Site, id: string): string {
  return `${base(site)}/v1/speakers/${segment(id)}`;
}

/** A source's URL in normal form, without spaces, quotation marks and angle brackets; `null` when it is not a URL. */
export function externalUrl(url: string | null): string | null {
  return url === null ? null : (URL.parse(url)?.href ?? null);
}

function base(site: Site): string {
  return site.publicUrl.replace(/\/$/, "");
}

// encodeURIComponent throws on a lone surrogate, which the id of a speaker in an editor's file may contain.
function segment(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
