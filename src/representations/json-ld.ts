import type { QuoteItem } from "../article/model/items.ts";
import type { Article, Credit, Quote, Speaker } from "../article/model/schema.ts";
import { voicesOf } from "./attribution.ts";
import { bodyText } from "./body-text.ts";
import { jsonForHtml } from "./escape.ts";
import { articleUrl, externalUrl, quoteUrl, type Site, speakerUrl, textUrl } from "./links.ts";
import { schemaOrgRights } from "./rights.ts";

type Node = Record<string, unknown>;

/** An article as schema.org NewsArticle, its quotes as parts. Safe inside an HTML `script` element. */
export function articleJsonLd(article: Article, site: Site): string {
  const { headline, dateline, language, revision, sourceUrl, publisher, wordCount } = article;
  const page = articleUrl(site, article.slug);
  const source = externalUrl(sourceUrl);
  const types = typesOf(article);
  return jsonForHtml({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": page,
    identifier: article.slug,
    version: revision,
    url: source ?? page,
    mainEntityOfPage: page,
    headline: headline.text,
    ...(language === null ? {} : { inLanguage: language }),
    ...datesOf(article),
    ...publisherNode(publisher),
    ...imageOf(article),
    ...(dateline === null ? {} : { dateline: dateline.text.trim() }),
    ...creditNodes(article.credits),
    ...schemaOrgRights(article.rights),
    wordCount,
    articleBody: bodyText(article),
    encoding: { "@type": "MediaObject", contentUrl: textUrl(site, article.slug), encodingFormat: "text/plain", sha256: revision },
    hasPart: article.quotes.map((quote, place) => ({ ...quoteNode(quote, types, site), position: place + 1 })),
  });
}

/** A quote as schema.org Quotation, part of its article. Safe inside an HTML `script` element. */
export function quoteJsonLd(item: QuoteItem, article: Article, site: Site): string {
  const rights = schemaOrgRights(item.article.rights);
  return jsonForHtml({
    "@context": "https://schema.org",
    ...quoteNode(item, typesOf(article), site),
    ...(article.language === null ? {} : { inLanguage: article.language }),
    ...rights,
    isPartOf: {
      "@type": "NewsArticle",
      "@id": articleUrl(site, item.article.slug),
      headline: item.article.headline.text,
      version: item.article.revision,
      ...datesOf(article),
      ...publisherNode(item.article.publisher),
      ...creditNodes(article.credits),
      ...imageOf(article),
      ...rights,
    },
  });
}

/** `dateModified` of what is served: when that last changed, not what the source says of itself. */
function datesOf({ publishedAt, modifiedAt }: Pick<Article, "publishedAt" | "modifiedAt">): Node {
  return {
    ...(publishedAt === null ? {} : { datePublished: publishedAt }),
    ...(modifiedAt === null ? {} : { dateModified: modifiedAt }),
  };
}

function imageOf({ source }: Pick<Article, "source">): Node {
  return source.image === undefined ? {} : { image: source.image };
}

function publisherNode(publisher: string | null): Node {
  return publisher === null ? {} : { publisher: { "@type": "Organization", name: publisher } };
}

function typesOf({ speakers }: Pick<Article, "speakers">): Map<string, Speaker["type"]> {
  return new Map(speakers.map(({ id, type }) => [id, type]));
}

function quoteNode(quote: Quote, types: Map<string, Speaker["type"]>, site: Site): Node {
  const { uncertain, named } = voicesOf(quote.attribution);
  // schema.org has no word for doubt, and search engines take a name for a fact: in doubt there are the words of the text alone.
  const said = uncertain ? [] : quote.attribution.speakers;
  const nodes = said.map(({ id, name }) => ({ "@type": TYPES[types.get(id) ?? "person"], "@id": speakerUrl(site, id), name }));
  // In schema.org only people and organisations speak; a document is cited.
  const isDocument = (node: { "@type": string }) => node["@type"] === TYPES.document;
  const words = uncertain && quote.attribution.mention === null ? [] : named.map((voice) => ({ name: voice.words }));
  const voices: Node[] = said.length === 0 ? words : nodes.filter((node) => !isDocument(node));
  const documents = nodes.filter(isDocument);
  return {
    "@type": "Quotation",
    "@id": quoteUrl(site, quote.id),
    text: quote.text,
    genre: `${quote.kind} quotation`,
    ...(voices.length === 0 ? {} : { spokenByCharacter: voices }),
    ...(documents.length === 0 ? {} : { citation: documents }),
  };
}

/** A place that speaks ("Moscow said") means people there, as a group does: in schema.org a place cannot speak. */
const TYPES: Record<Speaker["type"], string> = {
  person: "Person",
  organisation: "Organization",
  place: "Organization",
  group: "Organization",
  document: "CreativeWork",
};

const CREDIT_PROPERTIES: Record<Credit["role"], string> = {
  author: "author",
  reporter: "author",
  contributor: "contributor",
  photographer: "contributor",
  editor: "editor",
  translator: "translator",
};

/** Credits by property. A person named in two lines (byline and contact line) is one node with the data of both. */
function creditNodes(credits: Credit[]): Record<string, Node[]> {
  const people = new Map<string, Map<string, Node>>();
  for (const { role, name, place, email } of credits) {
    const property = CREDIT_PROPERTIES[role];
    const named = people.get(property) ?? new Map<string, Node>();
    people.set(property, named);
    named.set(name, {
      "@type": "Person",
      name,
      ...named.get(name),
      ...(place === null ? {} : { workLocation: { "@type": "Place", name: place } }),
      ...(email === null ? {} : { email }),
    });
  }
  return Object.fromEntries([...people].map(([property, named]) => [property, [...named.values()]]));
}
