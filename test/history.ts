import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FormerRevision, Tombstone } from "../src/article/model/history.ts";
import type { Article } from "../src/article/model/schema.ts";
import { buildArticle, cue, mention, segment } from "./article-builder.ts";
import { dataFolder } from "./fixtures.ts";

/** What an archive with a past holds: articles as import made them, what was served before, and what was withdrawn. */
export interface History {
  articles: Article[];
  former: FormerRevision[];
  tombstones: Tombstone[];
}

/** What a ferry's owner says of its fares: in each text one quote that stays, and one that is another. */
export function ferryFares(said: string, more: { slug?: string; aliases?: string[]; modifiedAt?: string | null } = {}): Article {
  const slug = more.slug ?? "ferry-fares";
  const article = buildArticle({
    slug,
    headline: "Ferry fares to rise",
    sections: [
      {
        paragraphs: [
          ["“", segment("owner", said), "” ", cue("owner", "said"), " ", mention("owner", "Nora Vint"), "."],
          ["“", segment("crew", "Nobody asked the crew,"), "” ", cue("crew", "said"), " ", mention("crew", "Abe Sorrel"), "."],
        ],
      },
    ],
    quotes: { owner: { by: ["Nora Vint"] }, crew: { by: ["Abe Sorrel"] } },
    publishedAt: "2025-03-01",
    importedAt: "2025-03-01T09:00:00Z",
    aliases: more.aliases ?? [],
    sourceUrl: "https://coast.example/ferry",
  });
  return { ...article, modifiedAt: more.modifiedAt ?? null };
}

/** An article that says little: one quote of one person. */
export function shortArticle(slug: string, name: string, said: string, importedAt: string): Article {
  const article = buildArticle({
    slug,
    headline: `News of ${name}`,
    sections: [{ paragraphs: [["“", segment("one", said), "” ", cue("one", "said"), " ", mention("one", name), "."]] }],
    quotes: { one: { by: [name] } },
    importedAt,
    publishedAt: importedAt.slice(0, 10),
  });
  return { ...article, modifiedAt: null };
}

/** An article as it was served last, from one moment to another. */
export function formerOf(article: Article, from: string, until: string): FormerRevision {
  return { revision: article.revision, served: [{ from, until }], article: { ...article, modifiedAt: article.modifiedAt ?? from } };
}

export function tombstoneOf(article: Article, at: string, reason: string): Tombstone {
  const { slug, aliases, quotes, removedQuotes, revision, sourceUrl, source } = article;
  const ids = quotes.flatMap(({ id, aliases: others }) => [id, ...others]);
  return { slug, aliases, quotes: [...ids, ...removedQuotes], at, reason, revision, sourceUrl, sha256: source.sha256 };
}

/**
 * A corrected article (`ferry-fares`, whose first text says “It is daylight robbery,”), one that was corrected and then renamed
 * (`lido-reopens`, formerly `lido-news`, which said “The water is freezing,”), and a withdrawn one (`tram-plan`).
 */
export function sampleHistory(): History {
  const lido = shortArticle("lido-news", "Ida Brook", "The water is freezing,", "2025-04-01T09:00:00Z");
  const renamed = { ...shortArticle("lido-reopens", "Ida Brook", "The water is warm,", lido.importedAt), aliases: ["lido-news"] };
  const tram = shortArticle("tram-plan", "Kit Moss", "The tram will never come,", "2025-05-01T09:00:00Z");
  return {
    articles: [ferryFares("It is a fair price,"), renamed, tram],
    former: [
      formerOf(ferryFares("It is daylight robbery,"), "2025-03-01T09:00:00Z", "2025-03-02T10:00:00Z"),
      formerOf(lido, lido.importedAt, "2025-04-02T10:00:00Z"),
    ],
    tombstones: [tombstoneOf(tram, "2025-05-02T10:00:00Z", "The interview was not authorised.")],
  };
}

/** A data folder with a past; `remove` deletes it. Revisions stand under the slug that the article had then. */
export function historyFolder(history: History = sampleHistory()) {
  const data = dataFolder(history.articles);
  const write = (file: string, content: unknown) => {
    mkdirSync(dirname(join(data.folder, file)), { recursive: true });
    writeFileSync(join(data.folder, file), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  };
  for (const former of history.former) write(`revisions/${former.article.slug}/${former.revision}.json`, former);
  for (const tombstone of history.tombstones) write(`withdrawn/${tombstone.slug}.json`, tombstone);
  return { ...data, write };
}
