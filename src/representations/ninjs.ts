import { instantOf } from "../article/model/instants.ts";
import type { Article, Credit, Speaker } from "../article/model/schema.ts";
import { codePointLength } from "../article/model/text.ts";
import { speakerLine } from "./attribution.ts";
import { bodyText } from "./body-text.ts";
import { authorNames } from "./credits.ts";
import { articleContentHtml } from "./html.ts";
import { articleUrl, externalUrl, quoteUrl, type Site, speakerUrl, textUrl } from "./links.ts";
import { copyrightNotice } from "./rights.ts";

/**
 * An article as IPTC ninjs 3.1. Quotes are associations of type `component`, speakers are people, organisations or
 * places, everyone who is credited and the outlet are sources of information with a role. ninjs has no offsets, so they are left out, and
 * no days without a time, so a day becomes its first second.
 */
export function articleNinjs(article: Article, site: Site): string {
  const { publishedAt, modifiedAt, importedAt, language, headline, dateline, rights, slug, revision, wordCount } = article;
  const body = bodyText(article);
  const source = externalUrl(article.sourceUrl);
  const by = authorNames(article).join(", ");
  const speakers = new Map(article.speakers.map((speaker) => [speaker.id, speaker]));
  const notice = copyrightNotice(rights);
  const common = {
    ...(language === null ? {} : { language }),
    ...(rights.holder === null ? {} : { copyrightHolder: rights.holder }),
    ...(notice === null ? {} : { copyrightNotice: notice }),
    ...(rights.licence === null ? {} : { usageTerms: rights.licence }),
  };
  return JSON.stringify({
    uri: articleUrl(site, slug),
    standard: { name: "ninjs", version: "3.1", schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#" },
    type: "text",
    representationType: "full",
    version: revision,
    firstCreated: importedAt,
    ...(modifiedAt === null ? {} : { versionCreated: modifiedAt }),
    ...(publishedAt === null ? {} : { contentCreated: instantOf(publishedAt) }),
    pubStatus: "usable",
    ...common,
    slugline: slug,
    headlines: [{ role: "main", contentType: "text/plain", value: headline.text }],
    ...(by === "" ? {} : { by }),
    ...(dateline?.place ? { located: dateline.place } : {}),
    bodies: [
      { role: "main", contentType: "text/plain", charCount: codePointLength(body), wordCount, value: body },
      { role: "main", contentType: "text/html", charCount: codePointLength(body), wordCount, value: articleContentHtml(article) },
    ],
    ...speakersByKind(article.speakers, site),
    infoSources: infoSources(article),
    altIds: [{ role: "slug", value: slug }, ...(source === null ? [] : [{ role: "sourceUrl", value: source }])],
    renditions: [{ name: "text", href: textUrl(site, slug), contentType: "text/plain" }],
    associations: article.quotes.map((quote) => ({
      name: `quote-${quote.id}`,
      rel: "quote",
      uri: quoteUrl(site, quote.id),
      type: "component",
      profile: `${quote.kind}-quote`,
      version: revision,
      ...common,
      ...(quote.attribution.basis === null ? {} : { by: speakerLine(quote.attribution) }),
      bodies: [{ role: "quote", contentType: "text/plain", charCount: codePointLength(quote.text), value: quote.text }],
      ...speakersByKind(
        quote.attribution.speakers.flatMap(({ id }) => speakers.get(id) ?? []),
        site,
      ),
    })),
  });
}

/** Speakers by the ninjs property for their type. A quoted document is an object. */
function speakersByKind(speakers: Speaker[], site: Site): Record<string, { name: string; rel: string; uri: string; literal: string }[]> {
  const grouped = Object.groupBy(speakers, (speaker) => NINJS_PROPERTY[speaker.type]);
  return Object.fromEntries(
    Object.entries(grouped).map(([property, group]) => [
      property,
      group.map(({ id, name }) => ({ name, rel: "speaker", uri: speakerUrl(site, id), literal: id })),
    ]),
  );
}

const NINJS_PROPERTY: Record<Speaker["type"], "people" | "organisations" | "places" | "objects"> = {
  person: "people",
  organisation: "organisations",
  group: "organisations",
  place: "places",
  document: "objects",
};

/** Everyone who is credited, and the outlet, which ninjs has no property of its own for. */
function infoSources({ credits, publisher }: Pick<Article, "credits" | "publisher">): Record<string, unknown>[] {
  const outlet = publisher === null ? [] : [{ name: publisher, role: "publisher" }];
  const people = credits.map(({ name, role, email, place }: Credit) => ({
    name,
    role,
    ...(email === null && place === null
      ? {}
      : {
          contactInfo: [
            ...(email === null ? [] : [{ type: "email", role: "work", value: email }]),
            ...(place === null ? [] : [{ type: "address", role: "work", address: { locality: place } }]),
          ],
        }),
  }));
  return [...outlet, ...people];
}
