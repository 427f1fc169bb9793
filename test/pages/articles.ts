import type { Article } from "../../src/article/model/schema.ts";
import { buildArticle, cue, echo, mention, segment } from "../article-builder.ts";

/** Articles that use what the reader knows: several speakers, every kind of quote, a quote without a named speaker, credits, rights. */
export function sampleArticles(): Article[] {
  return [harbour(), bakery()];
}

function harbour(): Article {
  return buildArticle({
    headline: ["Ferry Company Promises ", echo("again", "‘No More Silent Mornings’"), " at Port Ellen"],
    publishedAt: "2025-05-02T06:30:00Z",
    updatedAt: "2025-05-03",
    sourceUrl: "https://news.example/2025/05/02/ferry",
    dateline: { text: "PORT ELLEN, May 2 - ", place: "PORT ELLEN", date: "May 2" },
    credits: [
      { role: "author", name: "Bo Quist", text: "By Bo Quist", before: true },
      { role: "editor", name: "Ida Falk", email: "ida@news.example", text: "Editing by Ida Falk (ida@news.example)" },
    ],
    rights: { notice: "© 2025 The Invented Courier", holder: "The Invented Courier", year: 2025, licence: null },
    quotes: {
      again: { by: ["Ada Lind"] },
      horn: { kind: "mixed", by: ["Ada Lind"], basis: "pronoun" },
      timetable: { kind: "indirect", by: ["Harbour Council"] },
      late: { by: ["Tomas Reyes"] },
      boy: {},
      bread: { by: ["Tomas Reyes"], basis: "continued" },
    },
    speakerTypes: { "Harbour Council": "organisation" },
    sections: [
      {
        paragraphs: [
          "PORT ELLEN, May 2 - The morning ferry is to sail again from Monday, three months after its horn was last heard across the bay and a winter in which the island learned to wake without it.",
          [
            "“",
            segment("again", "There will be no more silent mornings here,"),
            "” ",
            mention("again", "Ada Lind"),
            ", who runs the company, ",
            cue("again", "told"),
            " a full town hall. “",
            segment("again", "We owe this island a boat, and it will have one."),
            "”",
          ],
          [
            "The horn itself, ",
            mention("horn", "she"),
            " ",
            cue("horn", "said"),
            ", would be “",
            segment("horn", "a little lower, and a good deal kinder"),
            "” than the one that rattled windows for thirty years.",
          ],
        ],
      },
      {
        heading: "A Timetable at Last",
        paragraphs: [
          [
            "The ",
            mention("timetable", "Harbour Council"),
            " ",
            cue("timetable", "confirmed"),
            " that ",
            segment("timetable", "the first crossing would leave at ten past six and be back before the school bell"),
            ".",
          ],
          [
            "Not everybody cheered. “",
            segment("late", "They were late when I was a boy, and they will be late on Monday,"),
            "” ",
            cue("late", "said"),
            " ",
            mention("late", "Tomas Reyes"),
            ", the baker, whose van waits at the pier every day. “",
            segment("boy", "Boats do not read timetables,"),
            "” somebody called from the back. “",
            segment("bread", "Bread does."),
            "”",
          ],
        ],
      },
    ],
  });
}

function bakery(): Article {
  return buildArticle({
    headline: "Island Bakery Wins Prize for a Loaf Nobody Can Pronounce",
    publishedAt: "2025-03-11",
    rights: { notice: "CC0 1.0, invented for these tests", licence: "CC0 1.0" },
    quotes: { loaf: { by: ["Tomas Reyes"] } },
    sections: [
      {
        paragraphs: [
          ["“", segment("loaf", "It is only rye and patience,"), "” ", cue("loaf", "said"), " ", mention("loaf", "Tomas Reyes"), "."],
        ],
      },
    ],
  });
}

/** What an attacker would put wherever words stand. */
export const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(2)>"'\`&amp;--></title></script>`;

/** An article whose headline, headings, words, quotes, speakers, credits and rights are all markup. */
export function hostileArticle(): Article {
  return buildArticle({
    slug: "hostile",
    headline: `${HOSTILE} headline`,
    publishedAt: "2025-01-01",
    publisher: `${HOSTILE} outlet`,
    quotes: { evil: { by: [`${HOSTILE} speaker`] }, anonymous: { kind: "mixed" } },
    credits: [{ role: "author", name: HOSTILE, text: `By ${HOSTILE}` }],
    rights: { notice: `© ${HOSTILE}`, holder: HOSTILE, year: 2025 },
    sections: [
      { paragraphs: ["Nothing yet."] },
      {
        heading: `${HOSTILE} heading`,
        paragraphs: [
          [
            `${HOSTILE} “`,
            segment("evil", `${HOSTILE} words`),
            "” ",
            cue("evil", `${HOSTILE} said`),
            " ",
            mention("evil", `${HOSTILE} man`),
            ". “",
            segment("anonymous", `more ${HOSTILE}`),
            "” ",
            mention("anonymous", `${HOSTILE} passer-by`),
          ],
        ],
      },
    ],
  });
}
