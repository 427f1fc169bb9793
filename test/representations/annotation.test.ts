import * as fc from "fast-check";
import jsonld from "jsonld";
import { expect, test } from "vitest";
import { z } from "zod";
import { quoteItems } from "../../src/article/model/items.ts";
import { textOf } from "../../src/article/model/text.ts";
import { quoteAnnotation } from "../../src/representations/annotation.ts";
import { hostileArticle, quoteWith, sample, site } from "./samples.ts";

// The rules of the Web Annotation Data Model (W3C Recommendation, 23 February 2017) for what is used here. Unknown keys
// are refused, so that nothing stands in an annotation that the model or its context does not define.
const iri = z.url();
const TextQuoteSelector = z.strictObject({
  type: z.literal("TextQuoteSelector"),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});
const TextPositionSelector = z
  .strictObject({ type: z.literal("TextPositionSelector"), start: z.int().min(0), end: z.int().min(0) })
  .refine(({ start, end }) => start < end);
const purpose = z.enum(["identifying", "tagging"]);
const Annotation = z.strictObject({
  "@context": z.literal("http://www.w3.org/ns/anno.jsonld"),
  id: iri,
  type: z.literal("Annotation"),
  motivation: z.enum(["identifying", "highlighting"]),
  body: z
    .array(
      z.union([
        z.strictObject({ type: z.literal("SpecificResource"), source: iri, purpose }),
        z.strictObject({ type: z.literal("TextualBody"), value: z.string(), format: z.literal("text/plain"), purpose }),
      ]),
    )
    .min(1)
    .optional(),
  target: z
    .array(
      z.strictObject({
        type: z.literal("SpecificResource"),
        source: iri,
        rights: iri,
        "dc:rights": z.string().min(1),
        "schema:sha256": z.string().regex(/^[0-9a-f]{64}$/),
        selector: z.tuple([TextQuoteSelector, TextPositionSelector]),
      }),
    )
    .min(1),
});

const annotation = (words: string) => Annotation.parse(JSON.parse(quoteAnnotation(quoteWith(words), sample, site)));

test("every quote of an article is an annotation by the model's rules, whatever is known of its speaker", () => {
  for (const quote of quoteItems(sample))
    expect(Annotation.safeParse(JSON.parse(quoteAnnotation(quote, sample, site))).error).toBeUndefined();
});

test("each segment is a target whose two selectors select the same words of the text", () => {
  const text = Array.from(textOf(sample));
  const { target } = annotation("The ferry");
  expect(target).toHaveLength(2);
  for (const { source, selector } of target) {
    const [quote, { start, end }] = selector;
    expect(source).toBe(`https://news.example/verbatim/v1/articles/${sample.slug}/text`);
    expect(text.slice(start, end).join("")).toBe(quote.exact);
    expect(text.slice(0, start).join("").endsWith(quote.prefix)).toBe(true);
    expect(text.slice(end).join("").startsWith(quote.suffix)).toBe(true);
  }
  const [first, second] = target.map(({ selector: [quote] }) => quote);
  expect(first).toMatchObject({ prefix: "PORT ELLEN, May 2 - “", suffix: "” Ada Lind said. “𝔐aybe twice a " });
  expect(second).toMatchObject({ prefix: "rry will sail,” Ada Lind said. “", suffix: "”" });
});

test("the bodies name each speaker, else the words that name one, else there are none", () => {
  expect(annotation("that it was").body?.map((body) => ("source" in body ? body.source : body.value))).toEqual([
    "https://news.example/verbatim/speakers/bo-quist",
    "Bo Quist",
    "https://news.example/verbatim/speakers/island-council",
    "Island Council",
  ]);
  expect(annotation("We sleep")).toMatchObject({ motivation: "highlighting", body: [{ type: "TextualBody", value: "a deckhand" }] });
  expect(annotation("About time")).not.toHaveProperty("body");
});

test("rights go with every target, as words and as an address", () => {
  for (const { rights, ...target } of annotation("The ferry").target) {
    expect(rights).toBe(`https://news.example/verbatim/v1/articles/${sample.slug}?fields=rights`);
    expect(target["dc:rights"]).toBe("© 2025 The Island Paper. Licence: CC BY 4.0");
  }
});

// The part of http://www.w3.org/ns/anno.jsonld that annotations here use.
const OA = "http://www.w3.org/ns/oa#";
const id = (term: string) => ({ "@id": term, "@type": "@id" });
const CONTEXT = {
  dc: "http://purl.org/dc/elements/1.1/",
  schema: "http://schema.org/",
  id: "@id",
  type: "@type",
  ...Object.fromEntries(
    [
      "Annotation",
      "SpecificResource",
      "TextualBody",
      "TextQuoteSelector",
      "TextPositionSelector",
      "exact",
      "prefix",
      "suffix",
      "start",
      "end",
    ].map((term) => [term, OA + term]),
  ),
  identifying: `${OA}identifying`,
  highlighting: `${OA}highlighting`,
  tagging: `${OA}tagging`,
  motivation: { "@id": `${OA}motivatedBy`, "@type": "@vocab" },
  purpose: { "@id": `${OA}hasPurpose`, "@type": "@vocab" },
  body: id(`${OA}hasBody`),
  target: id(`${OA}hasTarget`),
  source: id(`${OA}hasSource`),
  selector: id(`${OA}hasSelector`),
  rights: id("http://purl.org/dc/terms/rights"),
  value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
  format: "http://purl.org/dc/elements/1.1/format",
};

test("a JSON-LD processor reads it all as the vocabulary's terms, hostile words included", async () => {
  await fc.assert(
    fc.asyncProperty(hostileArticle, async (article) => {
      for (const quote of quoteItems(article)) {
        const annotated = JSON.parse(quoteAnnotation(quote, article, site));
        expect(Annotation.safeParse(annotated).error).toBeUndefined();
        const [node] = await jsonld.expand(annotated, {
          safe: true,
          documentLoader: async (url: string) => ({ contextUrl: undefined, documentUrl: url, document: { "@context": CONTEXT } }),
        } as jsonld.Options.Expand);
        expect(node?.["@type"]).toEqual([`${OA}Annotation`]);
        expect(node?.[`${OA}hasTarget`]).toHaveLength(quote.segments.length);
      }
    }),
    { numRuns: 50 },
  );
});
