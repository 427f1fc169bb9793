import type { FormerRevision } from "../../src/article/model/history.ts";
import { quoteId } from "../../src/article/model/ids.ts";
import type { Article } from "../../src/article/model/schema.ts";
import type { DeskChange } from "../../src/store/desk.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";

// An article that was corrected twice: a number was put right, then a sentence went and a heading came.

const SLUG = "weir-to-be-raised";
const PROMISE = "No boat will wait longer than an hour,";

/** The texts, the first one first. */
export const texts: [first: Article, second: Article, present: Article] = [
  weir({ cost: "It will cost forty thousand crowns,", promise: true, heading: "What it is for", modifiedAt: "2026-03-01T08:00:00Z" }),
  weir({ cost: "It will cost fourteen thousand crowns,", promise: true, heading: "What it is for", modifiedAt: "2026-03-02T09:30:00Z" }),
  weir({ cost: "It will cost fourteen thousand crowns,", promise: false, heading: "What follows", modifiedAt: "2026-03-04T10:00:00Z" }),
];

/** Of the quotes in `texts`: the one that was altered, the one that went. */
export const ids = { cost: texts[0].quotes[0]?.id ?? "", promise: texts[0].quotes[1]?.id ?? "" };

/** The texts before the present one, the one served last first. */
export const former: FormerRevision[] = [
  { revision: texts[1].revision, served: [{ from: "2026-03-02T09:30:00Z", until: "2026-03-04T10:00:00Z" }], article: texts[1] },
  { revision: texts[0].revision, served: [{ from: "2026-03-01T08:00:00Z", until: "2026-03-02T09:30:00Z" }], article: texts[0] },
];

interface WeirText {
  cost: string;
  promise: boolean;
  heading: string;
  modifiedAt: string;
}

function weir({ cost, promise, heading, modifiedAt }: WeirText): Article {
  const article = buildArticle({
    slug: SLUG,
    aliases: ["weir-old"],
    headline: "Weir to be raised",
    sections: [
      { paragraphs: [["“", segment("cost", cost), "” ", cue("cost", "said"), " ", mention("cost", "Runa Feld"), "."]] },
      {
        heading,
        paragraphs: promise
          ? [["“", segment("promise", PROMISE), "” ", cue("promise", "promised"), " ", mention("promise", "the miller Tove Brandt"), "."]]
          : ["The council votes in May."],
      },
    ],
    quotes: { cost: { by: ["Runa Feld"] }, ...(promise ? { promise: { by: ["Tove Brandt"] } } : {}) },
    publishedAt: "2026-03-01",
    importedAt: "2026-03-01T08:00:00Z",
    modifiedAt,
    rights: { notice: "Written for Verbatim, CC0 1.0.", licence: "CC0 1.0" },
  });
  // An import gives an altered quote the id that it had.
  const [quote] = article.quotes;
  const kept = JSON.parse(JSON.stringify(article).replaceAll(quote?.id ?? "", "weircost01")) as Article;
  return promise ? kept : { ...kept, removedQuotes: [quoteId(SLUG, PROMISE, 0)] };
}

/** What leaves `former` behind. @param revisions the texts before the present one */
export function corrections(revisions = former): DeskChange[] {
  return revisions.map((one) => ({ of: "article", machine: texts[2], raw: null, renamedFrom: null, former: one }));
}
