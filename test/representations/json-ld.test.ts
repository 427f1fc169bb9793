import * as fc from "fast-check";
import jsonld from "jsonld";
import { expect, test } from "vitest";
import { quoteItems } from "../../src/article/model/items.ts";
import { articleJsonLd, quoteJsonLd } from "../../src/representations/json-ld.ts";
import { hostileArticle, quoteWith, sample, site } from "./samples.ts";

const schema = "https://schema.org/";

// What schema.org says of the terms used here: the classes a term belongs to, and what it may hold. `URL` and ids become
// `@id`. The context at https://schema.org maps terms in the same way; nothing is loaded from there.
const VOCABULARY: Record<string, { on: string[]; holds: string[]; iri?: true }> = {
  articleBody: { on: ["Article"], holds: ["Text"] },
  author: { on: ["CreativeWork"], holds: ["Person", "Organization"] },
  citation: { on: ["CreativeWork"], holds: ["CreativeWork", "Text"] },
  contentUrl: { on: ["MediaObject"], holds: ["URL"], iri: true },
  contributor: { on: ["CreativeWork"], holds: ["Person", "Organization"] },
  copyrightHolder: { on: ["CreativeWork"], holds: ["Person", "Organization"] },
  copyrightNotice: { on: ["CreativeWork"], holds: ["Text"] },
  copyrightYear: { on: ["CreativeWork"], holds: ["Number"] },
  dateModified: { on: ["CreativeWork"], holds: ["Text"] },
  dateline: { on: ["NewsArticle"], holds: ["Text"] },
  datePublished: { on: ["CreativeWork"], holds: ["Text"] },
  editor: { on: ["CreativeWork"], holds: ["Person"] },
  email: { on: ["Person", "Organization"], holds: ["Text"] },
  encoding: { on: ["CreativeWork"], holds: ["MediaObject"] },
  encodingFormat: { on: ["CreativeWork"], holds: ["Text"] },
  genre: { on: ["CreativeWork"], holds: ["Text"] },
  hasPart: { on: ["CreativeWork"], holds: ["CreativeWork"] },
  headline: { on: ["CreativeWork"], holds: ["Text"] },
  image: { on: ["Thing"], holds: ["URL"], iri: true },
  identifier: { on: ["Thing"], holds: ["Text"] },
  inLanguage: { on: ["CreativeWork"], holds: ["Text"] },
  isPartOf: { on: ["CreativeWork"], holds: ["CreativeWork"] },
  license: { on: ["CreativeWork"], holds: ["CreativeWork", "URL"] },
  mainEntityOfPage: { on: ["Thing"], holds: ["URL"], iri: true },
  name: { on: ["Thing"], holds: ["Text"] },
  position: { on: ["CreativeWork"], holds: ["Number"] },
  publisher: { on: ["CreativeWork"], holds: ["Person", "Organization"] },
  sha256: { on: ["MediaObject"], holds: ["Text"] },
  spokenByCharacter: { on: ["Quotation"], holds: ["Person", "Organization"] },
  text: { on: ["CreativeWork"], holds: ["Text"] },
  url: { on: ["Thing"], holds: ["URL"], iri: true },
  version: { on: ["CreativeWork"], holds: ["Text", "Number"] },
  wordCount: { on: ["Article"], holds: ["Number"] },
  workLocation: { on: ["Person"], holds: ["Place"] },
};
const PARENTS: Record<string, string> = {
  NewsArticle: "Article",
  Article: "CreativeWork",
  Quotation: "CreativeWork",
  MediaObject: "CreativeWork",
};

function classes(name: string): string[] {
  const parent = PARENTS[name];
  return parent === undefined ? [name, "Thing"] : [name, ...classes(parent)];
}

type Node = Record<string, unknown> & { "@type"?: string[] };

/** Expands with a real JSON-LD processor that refuses to drop anything (`safe`), without the network. */
async function expand(text: string): Promise<Node> {
  const terms = Object.entries(VOCABULARY).map(([term, { iri }]) => [term, iri ? { "@id": schema + term, "@type": "@id" } : schema + term]);
  const types = [...Object.keys(PARENTS), "CreativeWork", "Organization", "Person", "Place"].map((name) => [name, schema + name]);
  const context = { "@context": Object.fromEntries([...terms, ...types]) };
  const [node] = await jsonld.expand(JSON.parse(text), {
    safe: true,
    documentLoader: async (url: string) => {
      if (url !== "https://schema.org") throw new Error(`Nothing may be loaded from ${url}.`);
      return { contextUrl: undefined, documentUrl: url, document: context };
    },
  } as jsonld.Options.Expand);
  return node as Node;
}

/** Every property on a class it does not belong to, and every value it may not hold. */
function misuse(node: Node): string[] {
  const types = (node["@type"] ?? []).flatMap((type) => classes(type.slice(schema.length)));
  return Object.entries(node).flatMap(([property, values]) => {
    if (property.startsWith("@")) return [];
    const term = property.slice(schema.length);
    const rule = VOCABULARY[term];
    const typed = types.length === 0 || rule?.on.some((name) => types.includes(name) || name === "Thing");
    return [
      ...(typed ? [] : [`${term} on ${types.join("/")}`]),
      ...(values as Node[]).flatMap((value) => [...misheld(term, value), ...misuse(value)]),
    ];
  });
}

function misheld(term: string, value: Node): string[] {
  const holds = VOCABULARY[term]?.holds ?? [];
  const literal = value["@value"];
  if (literal !== undefined) return holds.includes(typeof literal === "number" ? "Number" : "Text") ? [] : [`${term}: ${literal}`];
  const types = (value["@type"] ?? []).flatMap((type) => classes(type.slice(schema.length)));
  const fits = types.length === 0 || holds.includes("Thing") || types.some((type) => holds.includes(type));
  return fits ? [] : [`${term} holds ${types.join("/")}`];
}

test("an article expands to a NewsArticle in schema.org's terms and none is misused", async () => {
  const node = await expand(articleJsonLd(sample, site));
  expect(node["@type"]).toEqual([`${schema}NewsArticle`]);
  expect(node["@id"]).toBe(`https://news.example/verbatim/articles/${sample.slug}`);
  expect(misuse(node)).toEqual([]);
});

test("publisher, picture and dates stand where they are known, and nowhere else", async () => {
  const known = articleJsonLd({ ...sample, source: { ...sample.source, image: "https://paper.example/ferry.jpg" } }, site);
  expect(JSON.parse(known)).toMatchObject({
    publisher: { "@type": "Organization", name: "The Island Paper" },
    image: "https://paper.example/ferry.jpg",
    datePublished: "2025-05-02",
    dateModified: "2026-02-03T04:05:06Z",
  });
  expect(misuse(await expand(known))).toEqual([]);
  const bare = { ...sample, publisher: null, publishedAt: null, modifiedAt: null };
  for (const property of ["publisher", "image", "datePublished", "dateModified"])
    expect(JSON.parse(articleJsonLd(bare, site))).not.toHaveProperty(property);
  const [quote] = quoteItems(bare);
  if (quote === undefined) throw new Error("The article has no quote.");
  expect(quoteJsonLd(quote, bare, site)).not.toMatch(/datePublished|"publisher"/);
});

test("a misused term is found", async () => {
  const wrong = { ...JSON.parse(articleJsonLd(sample, site)), spokenByCharacter: { "@type": "Place", name: "here" } };
  expect(misuse(await expand(JSON.stringify(wrong)))).toEqual([
    expect.stringContaining("spokenByCharacter on"),
    "spokenByCharacter holds Place/Thing",
  ]);
});

test("quotes are Quotations with the speaker as spokenByCharacter; a document is cited, an unnamed source has no id", async () => {
  const { hasPart } = JSON.parse(articleJsonLd(sample, site));
  const [promise, report, , nobody, both, crew] = hasPart;
  expect(promise).toMatchObject({ "@type": "Quotation", text: "The ferry will sail, … 𝔐aybe twice a day.", genre: "direct quotation" });
  expect(promise.spokenByCharacter).toEqual([
    { "@type": "Person", "@id": "https://news.example/verbatim/speakers/ada-lind", name: "Ada Lind" },
  ]);
  expect(report).toMatchObject({ genre: "indirect quotation", citation: [{ "@type": "CreativeWork", name: "Harbour Report" }] });
  expect(report).not.toHaveProperty("spokenByCharacter");
  expect(nobody).not.toHaveProperty("spokenByCharacter");
  expect(both.spokenByCharacter.map((speaker: Node) => speaker["@type"])).toEqual(["Person", "Organization"]);
  expect(crew.spokenByCharacter).toEqual([{ name: "a deckhand" }]);
});

test("in doubt a quote has the words of the text for its speaker, never a name or an id", () => {
  const unsure = (mention: object | null) =>
    ({
      ...sample,
      quotes: sample.quotes.slice(0, 1).map((quote) => ({ ...quote, attribution: { ...quote.attribution, mention, confidence: "low" } })),
    }) as typeof sample;
  const [said] = JSON.parse(articleJsonLd(unsure({ text: "she", start: 0, end: 3 }), site)).hasPart;
  expect(said.spokenByCharacter).toEqual([{ name: "she" }]);
  expect(JSON.parse(articleJsonLd(unsure(null), site)).hasPart[0]).not.toHaveProperty("spokenByCharacter");
});

test("credits are author, contributor and editor, each person once with what all lines say", () => {
  const { author, contributor, editor } = JSON.parse(articleJsonLd(sample, site));
  expect(author).toEqual([
    { "@type": "Person", name: "Eli Vane", workLocation: { "@type": "Place", name: "Port Ellen" }, email: "eli@paper.example" },
  ]);
  expect(contributor.map((person: Node) => person.name)).toEqual(["Ida Holm", "Per Dahl"]);
  expect(editor).toEqual([{ "@type": "Person", name: "Una Berg" }]);
});

test("a quote stands for itself, with its article and the rights", async () => {
  for (const quote of quoteItems(sample)) {
    const node = await expand(quoteJsonLd(quote, sample, site));
    expect(node["@type"]).toEqual([`${schema}Quotation`]);
    expect(misuse(node)).toEqual([]);
  }
  expect(JSON.parse(quoteJsonLd(quoteWith("About"), sample, site))).toMatchObject({
    copyrightNotice: "© 2025 The Island Paper",
    copyrightYear: 2025,
    license: { name: "CC BY 4.0" },
    isPartOf: {
      "@type": "NewsArticle",
      headline: sample.headline.text,
      publisher: { name: "The Island Paper" },
      author: [{ name: "Eli Vane" }],
      datePublished: "2025-05-02",
      dateModified: "2026-02-03T04:05:06Z",
      copyrightHolder: { name: "The Island Paper" },
    },
  });
});

test("hostile words cannot end the script element they stand in, and come back as they were", async () => {
  await fc.assert(
    fc.asyncProperty(hostileArticle, async (article) => {
      const [quote] = quoteItems(article);
      if (quote === undefined) throw new Error("The article has no quote.");
      for (const text of [articleJsonLd(article, site), quoteJsonLd(quote, article, site)]) expect(text).not.toContain("<");
      const node = JSON.parse(articleJsonLd(article, site));
      expect(node.headline).toBe(article.headline.text);
      expect(node.hasPart[0].text).toBe(quote.text);
      expect(misuse(await expand(articleJsonLd(article, site)))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
