import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Article } from "../src/article/model/schema.ts";
import { buildArticle, cue, echo, mention, segment } from "./article-builder.ts";

/** Three invented articles that between them have every kind of content the API serves. */
export function sampleArticles(): Article[] {
  return [harbour(), bakery(), minutes()];
}

function harbour(): Article {
  return buildArticle({
    slug: "harbour-to-close",
    headline: ["Harbour ", echo("loss", "‘A loss’"), " for Brackwater"],
    dateline: { text: "BRACKWATER, May 2 - ", place: "BRACKWATER", date: "May 2" },
    sections: [
      {
        paragraphs: [
          [
            "BRACKWATER, May 2 - “",
            segment("loss", "It is a loss for all of us,"),
            "” ",
            cue("loss", "said"),
            " ",
            mention("loss", "Mayor Ada Quill"),
            ". “",
            segment("loss", "We will fight."),
            "”",
          ],
          ["The port authority ", cue("plan", "said"), " ", segment("plan", "it had no other choice"), "."],
        ],
      },
      {
        heading: "What comes next",
        paragraphs: [
          ["“", segment("boats", "Where shall the boats go?"), "” ", mention("boats", "she"), " ", cue("boats", "asked"), ". 🚢"],
          ["A banner read: “", segment("banner", "Not without us"), "”."],
        ],
      },
    ],
    quotes: {
      loss: { by: ["Ada Quill"] },
      plan: { kind: "indirect", by: ["Port Authority of Brackwater"] },
      boats: { by: ["Ada Quill"], basis: "pronoun" },
      banner: {},
    },
    speakerTypes: { "Port Authority of Brackwater": "organisation" },
    credits: [{ role: "author", name: "Jo Penn", text: "By Jo Penn", before: true }],
    rights: { notice: "Written for Verbatim, CC0 1.0.", licence: "CC0 1.0" },
    aliases: ["harbour-old"],
    removedQuotes: ["zzzz0000"],
    publishedAt: "2024-05-02T08:00:00Z",
    updatedAt: "2024-05-03T08:00:00Z",
  });
}

function bakery(): Article {
  return buildArticle({
    slug: "bäckerei-öffnet",
    headline: "Bäckerei öffnet",
    sections: [
      {
        paragraphs: [["“", segment("bread", "Brot für alle 🥨,"), "” ", cue("bread", "said"), " ", mention("bread", "Zoë Ångström"), "."]],
      },
    ],
    quotes: { bread: { by: ["Zoë Ångström"] } },
    language: "de-AT",
    publishedAt: "2024-05-02",
    rights: { holder: "Verbatim", year: 2024 },
  });
}

function minutes(): Article {
  return buildArticle({
    slug: "council-minutes",
    headline: "Council minutes",
    sections: [
      {
        paragraphs: [
          [
            "“",
            segment("no", "No."),
            "” ",
            cue("no", "said"),
            " ",
            mention("no", "a clerk"),
            ", and later ",
            mention("quill", "Ada Quill"),
            " ",
            cue("quill", "said"),
            " “",
            segment("quill", "we will see"),
            "”.",
          ],
        ],
      },
    ],
    quotes: { no: { by: ["a clerk"], basis: "role" }, quill: { kind: "mixed", by: ["Ada Quill"] } },
    localSpeakers: ["a clerk"],
    importedAt: "2023-01-01T00:00:00Z",
  });
}

/** A data folder of its own for one test; `remove` deletes it. */
export function dataFolder(articles: Article[] = sampleArticles()) {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  mkdirSync(join(folder, "articles"));
  const write = (file: string, content: unknown) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  };
  for (const article of articles) write(`articles/${article.slug}.json`, article);
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
