/** Where this service is reached from outside. */
export interface Site {
  /** `PUBLIC_URL`: absolute, http or https, with or without a path; a slash at the end is ignored. */
  publicUrl: string;
}

// Pages have no version in their path, so they are what ids in JSON-LD, ninjs and feeds are made of: such an id outlives
// `/v1`, can be opened, and needs no authority and date as a `tag:` URI does, which nobody here could vouch for.

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

/** What the ids of speakers have in common. */
export function speakersUrl(site: Site): string {
  return `${base(site)}/speakers`;
}

/** The text that spans count in: `text/plain`, UTF-8. */
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

/** A URL of a source in the one form that holds no space, quotation mark or angle bracket; `null` when it is none. */
export function externalUrl(url: string | null): string | null {
  return url === null ? null : (URL.parse(url)?.href ?? null);
}

function base(site: Site): string {
  return site.publicUrl.replace(/\/$/, "");
}

// encodeURIComponent throws on a lone surrogate, which an editor's file may hold in the id of a speaker.
function segment(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
