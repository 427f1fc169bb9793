import type { Article } from "../../src/article/model/schema.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";

/** An article of one paragraph that is one quote. */
export function speech(text: string): Article {
  return buildArticle({
    headline: "One speech",
    sections: [{ paragraphs: [["“", segment("a", text), "”, ", cue("a", "said"), " ", mention("a", "Orla Brice"), "."]] }],
    quotes: { a: { by: ["Orla Brice"] } },
  });
}

/** Two invented articles: one with every way words can be somebody's or nobody's, one that repeats some of its words. */
export function kilnArticles(): Article[] {
  return [kiln(), market()];
}

function kiln(): Article {
  return buildArticle({
    slug: "kiln-stays-open",
    headline: "The old kiln at Fennet stays open",
    sections: [
      {
        paragraphs: [
          [
            "“",
            segment("never", "We never meant to close the kiln before the winter,"),
            "” ",
            cue("never", "said"),
            " ",
            mention("never", "Orla Brice"),
            ". “",
            segment(
              "never",
              "People were afraid, and nobody asked us. The fire has not gone out since my mother lit it 🔥, and it will not go out now.",
            ),
            "”",
          ],
          [
            "The manager said the repairs had ",
            cue("dear", "been"),
            " “",
            segment("dear", "dear, but not too dear"),
            "” for a village of its size.",
          ],
          [
            "“",
            segment("clay", "Without clay from the northern pit there is no work for my sons,"),
            "” ",
            cue("clay", "said"),
            " ",
            mention("clay", "Tam Ruddock"),
            ".",
          ],
          [mention("plan", "The council"), " ", cue("plan", "said"), " ", segment("plan", "it would pay for half of the new chimney"), "."],
          "Forty families in Fennet still live by the kiln, and most of them burn wood from the common.",
          ["“", segment("anon", "They sold us a chimney twice"), "”, one visitor wrote on a plate."],
        ],
      },
    ],
    quotes: {
      never: { by: ["Orla Brice"] },
      dear: { kind: "mixed", by: ["Orla Brice"], basis: "role" },
      clay: { by: ["Tam Ruddock"] },
      plan: { kind: "indirect", by: ["Fennet Council"] },
      anon: {},
    },
    speakerTypes: { "Fennet Council": "organisation" },
    publishedAt: "2025-03-01",
  });
}

function market(): Article {
  return buildArticle({
    slug: "market-moves",
    headline: "The market moves to Friday",
    sections: [
      {
        paragraphs: [
          [
            "“",
            segment("stall", "My stall has stood under the same lime tree for thirty years,"),
            "” ",
            mention("stall", "Ines Brice"),
            " ",
            cue("stall", "said"),
            ".",
          ],
          ["“", segment("again", "They sold us a chimney twice"), "”, ", cue("again", "said"), " ", mention("again", "Tam Ruddock"), "."],
        ],
      },
    ],
    quotes: { stall: { by: ["Ines Brice"] }, again: { by: ["Tam Ruddock"] } },
    publishedAt: "2025-02-01",
  });
}
