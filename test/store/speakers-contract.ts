import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { everyWord } from "../../src/article/words/query.ts";
import type { SpeakersQuery, Store } from "../../src/store/store.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";

/** An article in which each of some people says something. @param roles words that describe them, by name */
function report(slug: string, publishedAt: string | null, people: string[], roles: Record<string, string[]> = {}): Article {
  return buildArticle({
    slug,
    headline: `Report ${slug}`,
    publishedAt,
    importedAt: "2020-01-01T00:00:00Z",
    sections: [
      {
        paragraphs: people.map((name, place) => [
          "“",
          segment(`q${place}`, `Words number ${place} of ${slug},`),
          "” ",
          cue(`q${place}`, "said"),
          " ",
          mention(`q${place}`, name),
          `, ${(roles[name] ?? ["somebody"]).join(", ")}.`,
        ]),
      },
    ],
    quotes: Object.fromEntries(
      people.map((name, place) => [`q${place}`, { by: [name], kind: place % 2 === 0 ? "direct" : "mixed" } as const]),
    ),
    descriptions: roles,
    speakerTypes: { "Ålby Council": "organisation" },
  });
}

const ARTICLES = () => [
  report("first", "2021-02-03", ["Ada Quill", "Ålby Council", "Éva Orr", "Жанна Ильина"], { "Ada Quill": ["the baker"] }),
  report("second", "2022-02-03", ["Ada Quill", "Eve Sand", "علي ناصر"], {
    "Ada Quill": ["the mayor", "a former baker"],
    "Eve Sand": ["a diver"],
  }),
  report("third", "2023-02-03", ["Ada Quill", "7 Wells"]),
  report("undated", null, ["Eve Sand"], { "Eve Sand": ["a retired diver"] }),
];

/** What stores promise of names and descriptions of speakers; `open` as in `storeContract`. */
export function speakersContract(name: string, open: (articles: Article[]) => Promise<{ store: Store; close: () => Promise<void> }>): void {
  describe(`${name} knows speakers`, () => {
    let store: Store;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open(ARTICLES()));
    });
    afterAll(() => close());

    const names = async (query: Partial<SpeakersQuery>) =>
      (await store.speakers({ limit: 100, ...query })).items.map((json) => JSON.parse(json).name as string);

    test("by the letters their names begin with, folded, in the order of the list", async () => {
      const letters = await store.letters({});
      expect(letters).toEqual([
        { letter: "7", type: "person", speakerCount: 1 },
        { letter: "a", type: "organisation", speakerCount: 1 },
        { letter: "a", type: "person", speakerCount: 1 },
        { letter: "e", type: "person", speakerCount: 2 },
        { letter: "ж", type: "person", speakerCount: 1 },
        { letter: "ع", type: "person", speakerCount: 1 },
      ]);
      const listed = await names({});
      expect((await Promise.all([..."7aeжع"].map((startsWith) => names({ startsWith })))).flat()).toEqual(listed);
    });

    test("counts letters under every filter of the list", async () => {
      const letters = async (query: Parameters<Store["letters"]>[0]) =>
        (await store.letters(query)).map(({ letter, speakerCount }) => `${letter}${speakerCount}`).join(" ");
      expect(await letters({ speakerTypes: ["organisation"] })).toBe("a1");
      expect(await letters({ words: everyWord("quill") })).toBe("a1");
      expect(await letters({ publishedTo: "2021-12-31" })).toBe("a1 a1 e1 ж1");
      expect(await letters({ kinds: ["mixed"] })).toBe("71 a1 e1 ж1");
      expect(await letters({ speakers: ["ada-quill", "nobody"] })).toBe("a1");
      expect(await letters({ words: everyWord("unheard") })).toBe("");
    });

    test("whose names begin with some letters, and how many they are", async () => {
      expect(await names({ startsWith: "al" })).toEqual(["Ålby Council"]);
      expect(await names({ startsWith: "eve s" })).toEqual(["Eve Sand"]);
      expect(await names({ startsWith: "e", sort: "quotes" })).toEqual(["Eve Sand", "Éva Orr"]);
      expect(await names({ startsWith: "quill" })).toEqual([]);
      const page = await store.speakers({ limit: 1, startsWith: "a", speakerTypes: ["person", "organisation"] });
      expect(page.total).toBe(2);
      expect((await store.speakers({ limit: 1, startsWith: "a", after: page.next })).items).toHaveLength(1);
    });

    test("by what the newest article that describes them calls them", async () => {
      const ids = ["eve-sand", "ada-quill", "7-wells", "nobody", "ada-quill", "a\0b"];
      expect(await store.descriptions({ speakers: ids, articles: null })).toEqual([
        { speaker: "ada-quill", slug: "second", descriptions: ["the mayor", "a former baker"] },
        { speaker: "eve-sand", slug: "second", descriptions: ["a diver"] },
      ]);
      expect(await store.descriptions({ speakers: [], articles: null })).toEqual([]);
    });

    test("by what each of some articles calls them", async () => {
      const articles = ["undated", "third", "first", "second", "nowhere"];
      expect(await store.descriptions({ speakers: ["ada-quill"], articles })).toEqual([
        { speaker: "ada-quill", slug: "first", descriptions: ["the baker"] },
        { speaker: "ada-quill", slug: "second", descriptions: ["the mayor", "a former baker"] },
      ]);
      expect(await store.descriptions({ speakers: ["eve-sand"], articles: ["undated"] })).toEqual([
        { speaker: "eve-sand", slug: "undated", descriptions: ["a retired diver"] },
      ]);
      expect(await store.descriptions({ speakers: ["ada-quill"], articles: [] })).toEqual([]);
    });
  });
}
