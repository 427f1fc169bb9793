import type { Addresses } from "../article/model/addressed.ts";
import type { ArticleRef, ArticleSummary, QuoteItem, QuoteRef, SpeakerProfile, SpeakerSummary } from "../article/model/items.ts";
import type { Article, Paragraph, Quote, Section, Speaker } from "../article/model/schema.ts";
import type { Fragment, SearchHit } from "../article/words/search-hit.ts";
import { apiArticleUrl, apiQuoteUrl, apiSpeakerUrl, articleUrl, atRevision, pathSite, quoteUrl, type Site, speakerUrl } from "./links.ts";

// What answers in JSON add to what stores keep: the addresses of each item, path-absolute, behind its other fields.

/** Where an article is: its slug of today, and the revision where it is a former one. */
export interface ArticlePlace {
  slug: string;
  former: string | null;
}

/** The place of the present article. */
export const presentPlace = ({ slug }: { slug: string }): ArticlePlace => ({ slug, former: null });

/** An article of a list, or one that something else is from. */
export function addressedRef<Item extends ArticleRef | ArticleSummary>(
  article: Item,
  site: Site,
  place = presentPlace(article),
): Item & Addresses {
  return { ...article, ...addressesOf(place, site) };
}

/** The addresses of an article: in the API, and of its page. */
export function addressesOf({ slug, former }: ArticlePlace, site: Site): Addresses {
  const local = pathSite(site);
  return { url: atRevision(apiArticleUrl(local, slug), former), page: atRevision(articleUrl(local, slug), former) };
}

/** A whole article, with its quotes and its speakers. */
export function addressedArticle(article: Article, site: Site, place = presentPlace(article)) {
  const local = pathSite(site);
  return {
    ...article,
    quotes: article.quotes.map((quote) => addressedQuote(quote, local)),
    speakers: article.speakers.map((speaker) => addressedSpeaker(speaker, local)),
    ...addressesOf(place, site),
  };
}

/** A quote without its article. */
export function addressedQuote<Item extends Quote | QuoteRef>(quote: Item, site: Site): Item & Addresses {
  const local = pathSite(site);
  return { ...quote, url: apiQuoteUrl(local, quote.id), page: quoteUrl(local, quote.id) };
}

/** A quote of a list, with its article. */
export function addressedQuoteItem(quote: QuoteItem, site: Site, place = presentPlace(quote.article)) {
  const local = pathSite(site);
  return { ...addressedQuote(quote, local), article: addressedRef(quote.article, local, place) };
}

/** A speaker: of all articles, of one, or counted. */
export function addressedSpeaker<Item extends SpeakerSummary | Speaker | { id: string; name: string }>(
  speaker: Item,
  site: Site,
): Item & Addresses {
  const local = pathSite(site);
  return { ...speaker, url: apiSpeakerUrl(local, speaker.id), page: speakerUrl(local, speaker.id) };
}

/** A speaker with the articles that quote them. */
export function addressedProfile(profile: SpeakerProfile, site: Site) {
  const appearances = profile.appearances.map((one) => ({ ...one, article: addressedRef(one.article, site) }));
  return addressedSpeaker({ ...profile, appearances }, site);
}

/** A section of an article: the page is the article's, at its place. */
export function addressedSection<Item extends Section>(section: Item, place: ArticlePlace, site: Site): Item & Addresses {
  return { ...section, ...partOf(place, "sections", section.id, `section-${section.id}`, site) };
}

/** A paragraph of an article: the page is the article's, at its place. */
export function addressedParagraph<Item extends Pick<Paragraph, "id">>(paragraph: Item, place: ArticlePlace, site: Site): Item & Addresses {
  return { ...paragraph, ...partOf(place, "paragraphs", paragraph.id, paragraph.id, site) };
}

function partOf({ slug, former }: ArticlePlace, parts: string, id: string, anchor: string, site: Site): Addresses {
  const local = pathSite(site);
  return {
    url: atRevision(`${apiArticleUrl(local, slug)}/${parts}/${encodeURIComponent(id)}`, former),
    page: `${atRevision(articleUrl(local, slug), former)}#${encodeURIComponent(anchor)}`,
  };
}

/** A hit of a search: its addresses are the article's. */
export function addressedHit({ article, fragments }: SearchHit, site: Site) {
  const ref = addressedRef(article, site);
  return { article: ref, fragments: fragments.map((fragment) => withQuote(fragment, site)), url: ref.url, page: ref.page };
}

/** A place in a text that a claimed quote was compared with: its article and its quote have their addresses. */
interface Place {
  article: ArticleRef;
  quote: QuoteRef | null;
}

interface FoundPlaces {
  matches: { passages: Place[]; revision: { revision: string } | null }[];
}
type Addressed<Found extends FoundPlaces> = Omit<Found, "matches"> & {
  matches: (Omit<Found["matches"][number], "passages"> & { passages: AddressedPlace<Found["matches"][number]["passages"][number]>[] })[];
};
type AddressedPlace<One extends Place> = Omit<One, "article" | "quote"> & {
  article: One["article"] & Addresses;
  quote: (NonNullable<One["quote"]> & Addresses) | null;
};

/** What was found for a claimed quote. */
export function addressedMatches<Found extends FoundPlaces>(found: Found, site: Site): Addressed<Found> {
  return withPlaces(found, (passage, former) => {
    const place = { slug: passage.article.slug, former };
    return { ...withQuote(passage, site), article: addressedRef(passage.article, site, place) };
  });
}

/** What was found in texts that were given along: `#source-1` stands for what the answer says of that text. */
export function addressedSources<Found extends FoundPlaces>(found: Found): Addressed<Found> {
  return withPlaces(found, ({ article, quote, ...passage }) => {
    const here = { url: `#${article.slug}`, page: `#${article.slug}` };
    return { ...passage, article: { ...article, ...here }, quote: quote === null ? null : { ...quote, ...here } };
  });
}

/** @param addressed is given the passage, and the former revision that it is in, if any */
function withPlaces<Found extends FoundPlaces>(
  found: Found,
  addressed: (passage: Place, former: string | null) => AddressedPlace<Place>,
): Addressed<Found> {
  const matches = found.matches.map((match) => {
    const former = match.revision?.revision ?? null;
    return { ...match, passages: match.passages.map((passage) => addressed(passage, former)) };
  });
  return { ...found, matches } as unknown as Addressed<Found>;
}

function withQuote<Item extends Place | Fragment>(item: Item, site: Site) {
  return { ...item, quote: item.quote === null ? null : addressedQuote(item.quote, site) };
}
